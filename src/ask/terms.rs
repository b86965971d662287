//! What an ask is, apart from the key that opens its answer and from what stands before the officer: shared with the
//! reports made with it.

use super::{AskError, Digits, POST_DIGITS, wire};
use crate::cbor::write::Writer;
use crate::digest::Digest32;
use crate::encounter_seed::EncounterSeed;
use crate::field::{FIELDS, Field, FieldKey, FieldSet, Kind, Place, Purpose, Scope};
use crate::finding::Finding;
use crate::policy::LegalBasis;
use crate::post::Post;
use crate::question::Question;
use crate::reason::{Axis, Gravity, Reason};
use crate::scene::Seen;
use crate::time::UnixTime;
use alloc::string::String;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

/// How long a challenge may be answered, in seconds: time to read who asks, choose and agree, twice the longest
/// showing.
pub(super) const ASK_LIFE: u64 = 240;

/// What is asked, by whom, why and in which encounter.
#[derive(Debug)]
pub(crate) struct Terms {
    purpose: Purpose,
    fields: Scope,
    retention: u64,
    question: Option<Question>,
    mode: Mode,
    origin: Origin,
    basis: Option<LegalBasis>,
    encounter: EncounterSeed,
    /// The two digits of the post, and whether its role wants them.
    named: (Digits, bool),
    /// SHA-256 so far over what [`Terms::digest_beside`] covers: all but the scene, which is the end of it.
    so_far: Sha256,
}

/// How the answer comes.
#[derive(Debug)]
pub(crate) enum Mode {
    /// Shown unprompted, to any post of the role, at most this many seconds ago.
    Unprompted { window: u64 },
    /// In answer to this very ask.
    Challenged(Pending),
}

/// A challenge that waits for its answer.
#[derive(Debug)]
pub(crate) struct Pending {
    /// `post:` and the post's name.
    pub(crate) audience: String,
    pub(crate) exp: UnixTime,
    pub(crate) nonce: [u8; 32],
    /// SHA-256 of the inflated ask.
    pub(crate) digest: Digest32,
}

/// The mandate and lists an ask was made under: it counts with no others, or one post could borrow another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Origin {
    mandate: [u8; 16],
    bundle: Digest32,
}

impl Origin {
    const fn of(post: &Post) -> Self {
        Self { mandate: *post.mandate(), bundle: *post.bundle() }
    }
}

impl Terms {
    /// Everything that mandate and profile allow for a purpose, shown unprompted.
    pub(super) fn unprompted(post: &Post, purpose: Purpose, encounter: &EncounterSeed) -> Result<Self, AskError> {
        let fields = allowed(post, purpose)?;
        let window = post.role().window().ok_or(AskError::OnlyByChallenge)?;
        Ok(Self::new(post, purpose, fields, longest_retention(post), Mode::Unprompted { window }, encounter))
    }

    /// The same for the answer to a question, and for nothing else.
    pub(super) fn only(mut self, post: &Post, question: Question) -> Result<Self, AskError> {
        self.fields = within(&needs(question), &self.fields)?;
        self.question = Some(question);
        Ok(self.begun(post))
    }

    /// The same on a legal basis.
    pub(super) fn on(self, post: &Post, basis: &LegalBasis) -> Self {
        Self { basis: Some(basis.clone()), ..self }.begun(post)
    }

    /// A challenge, with the question that it names itself.
    pub(super) fn challenged(
        post: &Post,
        purpose: Purpose,
        fields: Scope,
        retention: u64,
        question: Option<Question>,
        pending: Pending,
        encounter: &EncounterSeed,
    ) -> Self {
        let terms = Self::new(post, purpose, fields, retention, Mode::Challenged(pending), encounter);
        Self { question, ..terms }
    }

    fn new(
        post: &Post,
        purpose: Purpose,
        fields: Scope,
        retention: u64,
        mode: Mode,
        encounter: &EncounterSeed,
    ) -> Self {
        let encounter = encounter.clone();
        let so_far =
            encounter.salt().begin(REQUEST).chain_update(begin(MEMBERS, post, purpose, &fields, retention, &mode));
        Self {
            purpose,
            fields,
            retention,
            question: None,
            mode,
            origin: Origin::of(post),
            basis: None,
            encounter,
            named: (Digits::of(POST_DIGITS, post.name().as_bytes()), post.role().wants_post_digits()),
            so_far,
        }
    }

    pub(crate) const fn purpose(&self) -> Purpose {
        self.purpose
    }

    pub(crate) const fn question(&self) -> Option<Question> {
        self.question
    }

    pub(crate) const fn legal_basis(&self) -> Option<&LegalBasis> {
        self.basis.as_ref()
    }

    pub(crate) const fn encounter(&self) -> &EncounterSeed {
        &self.encounter
    }

    /// Whether everything that a question is answered from may be asked for.
    pub(crate) fn may_answer(&self, question: Question) -> bool {
        let (kind, fields) = question.needs();
        fields.iter().all(|field| self.wants(kind, *field))
    }

    /// Whether it may be told that a licence covers a vehicle or does not: that says something of its classes.
    pub(crate) fn may_tell_cover(&self, kind: Kind) -> bool {
        match kind {
            Kind::FOREIGN_DRIVING_LICENCE => self.wants(kind, Field::CATEGORIES),
            _ => self.wants(kind, Field::CLASSES),
        }
    }

    /// Whether it asks for a field of a kind of paper; what is no field of the kind is never asked for.
    pub(crate) fn wants(&self, kind: Kind, field: Field) -> bool {
        let asked = self.fields.get(kind).zip(field.in_kind(kind));
        asked.is_some_and(|(fields, key)| fields.contains(key))
    }

    /// Whether it asks for anything of a kind of paper.
    pub(crate) fn wants_kind(&self, kind: Kind) -> bool {
        self.fields.get(kind).is_some()
    }

    /// What this post itself asked the citizen for; nothing where the citizen showed unprompted, for then nobody said
    /// what was wanted.
    pub(crate) fn asked_for(&self, kind: Kind) -> impl Iterator<Item = FieldKey> {
        let asked = self.pending().and_then(|_| self.fields.get(kind));
        asked.into_iter().flat_map(FieldSet::iter)
    }

    /// What it asks for of a kind of paper.
    pub(crate) fn fields(&self, kind: Kind) -> Option<&FieldSet> {
        self.fields.get(kind)
    }

    /// A code can say what a field may not: a finding about a field that is not asked for keeps its gravity and loses
    /// its words. One that says only that something could not be read gives nothing away but the name.
    pub(crate) fn permit(&self, kind: Kind, finding: Finding) -> Option<Finding> {
        let hidden = finding.field_name().is_some_and(|name| !self.may_name(kind, name));
        match (hidden, finding.gravity()) {
            _ if finding.axis() == Axis::Proof => Some(finding),
            (false, _) => Some(finding),
            (true, Gravity::Note) => None,
            (true, _) if could_not_be_read(finding.reason()) => Some(finding.unnamed()),
            (true, gravity) => Some(Finding::new(Reason::PaperRestricted).at_most(gravity)),
        }
    }

    /// Whether a field's name may be told: it is asked for, or stands in a part that is.
    fn may_name(&self, kind: Kind, name: &str) -> bool {
        let rows = FIELDS.iter().filter(|row| row.name == name && row.kind == Some(kind));
        rows.into_iter().any(|row| match row.place {
            Place::Paper => self.wants(kind, row.field),
            Place::Part => [Field::MOTORCYCLE_PART, Field::CAR_PART].iter().any(|part| self.wants(kind, *part)),
        })
    }

    /// The post's two digits, where a code shown unprompted has to carry them.
    pub(super) fn post_digits(&self) -> Option<Digits> {
        let (digits, wanted) = self.named;
        (wanted && self.pending().is_none()).then_some(digits)
    }

    /// Whether these are the post's digits. None at all will do where nobody wants them; others never do. An answer
    /// names its post whole.
    pub(super) fn is_of_post(&self, carried: Option<Digits>) -> bool {
        match carried {
            Some(carried) => carried == self.named.0,
            None => self.post_digits().is_none(),
        }
    }

    /// Whether it was made by this post under these lists.
    pub(crate) fn is_of(&self, post: &Post) -> bool {
        self.origin == Origin::of(post)
    }

    /// Longest retention it asks for, in seconds.
    pub(crate) const fn retention(&self) -> u64 {
        self.retention
    }

    pub(crate) const fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The challenge that waits for an answer, if it is one.
    pub(crate) const fn pending(&self) -> Option<&Pending> {
        match &self.mode {
            Mode::Unprompted { .. } => None,
            Mode::Challenged(pending) => Some(pending),
        }
    }

    /// SHA-256 over one encoding of everything that this is beside what was seen.
    pub(super) fn digest_beside(&self, seen: &Seen) -> Digest32 {
        let mut end = Writer::new();
        seen.write(&mut end);
        if let Some(question) = self.digested_question() {
            end.uint(question.number());
        }
        if let Some(basis) = &self.basis {
            end.text(basis.code());
        }
        self.so_far.clone().chain_update(end.into_bytes()).finalize().into()
    }

    /// A challenge's own digest names its question.
    fn digested_question(&self) -> Option<Question> {
        self.question.filter(|_| self.pending().is_none())
    }

    /// The digest begun anew, for what was changed since.
    fn begun(mut self, post: &Post) -> Self {
        let besides = [self.digested_question().is_some(), self.basis.is_some()];
        let members = besides.into_iter().filter(|there| *there).fold(MEMBERS, |members, _| members.saturating_add(1));
        let begun = begin(members, post, self.purpose, &self.fields, self.retention, &self.mode);
        self.so_far = self.encounter.salt().begin(REQUEST).chain_update(begun);
        self
    }
}

/// What the request digest of a report begins with, before the salt.
const REQUEST: &str = "dc1 request";
/// Members of the encoding that the digest of every ask covers.
const MEMBERS: usize = 7;

/// The encoding that the digest of an ask covers, up to its scene.
fn begin(members: usize, post: &Post, purpose: Purpose, fields: &Scope, retention: u64, mode: &Mode) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.array(members).text(post.name()).text(post.role().role()).uint(purpose.number()).uint(retention);
    match mode {
        Mode::Unprompted { window } => writer.uint(*window),
        Mode::Challenged(pending) => writer.bytes(&pending.digest),
    };
    wire::write_fields(&mut writer, fields);
    writer.into_bytes()
}

/// The fields that a question is answered from.
pub(super) fn needs(question: Question) -> Scope {
    let (kind, fields) = question.needs();
    let mut scope = Scope::NONE;
    scope.add(kind, fields.iter().filter_map(|field| field.in_kind(kind)));
    scope
}

/// The longest retention that mandate and profile both allow, in seconds.
pub(super) fn longest_retention(post: &Post) -> u64 {
    post.longest_retention().min(post.role().longest_retention())
}

const fn could_not_be_read(reason: Reason) -> bool {
    matches!(reason, Reason::PaperBearingMissing | Reason::PaperFieldMalformed | Reason::AgreedFieldNotShown)
}

/// What mandate and profile both allow for a purpose.
pub(crate) fn allowed(post: &Post, purpose: Purpose) -> Result<Scope, AskError> {
    let licensed = post.allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
    let profiled = post.role().allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
    let fields = licensed.and(profiled);
    if fields.is_empty() { Err(AskError::PurposeNotAllowed) } else { Ok(fields) }
}

/// The wanted fields, if all of them are allowed.
pub(super) fn within(wanted: &Scope, allowed: &Scope) -> Result<Scope, AskError> {
    let fits = |(kind, fields): (Kind, &FieldSet)| {
        !fields.is_empty() && allowed.get(kind).is_some_and(|allowed| fields.is_within(allowed))
    };
    if wanted.iter().all(fits) { Ok(wanted.clone()) } else { Err(AskError::WiderThanMandate) }
}
