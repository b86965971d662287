//! What we ask for and why: never wider than the post's licence and its role's profile, per purpose.

use crate::cbor::write::Writer;
use crate::field::{FIELDS, Field, FieldSet, Kind, Place, Purpose, Scope};
use crate::finding::Finding;
use crate::memory::Digest32;
use crate::policy::LegalBasis;
use crate::post::Post;
use crate::question::Question;
use crate::reason::{Axis, Gravity, Reason};
use crate::scene::{Seen, Vehicle};
use crate::sealed::AnswerKey;
use crate::time::UnixTime;
use alloc::string::String;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

mod asked;
mod challenge;
mod error;
mod wire;

pub use asked::{AskRefused, Asked};
pub use challenge::{AskDraft, Challenge, Wants};
pub(crate) use challenge::{kept, resume};
pub use error::AskError;

/// How long a challenge may be answered, in seconds: time to read who asks, choose and agree, twice the longest showing.
pub(crate) const ASK_LIFE: u64 = 240;

/// What one inspection asks for. Made only by an [`Inspector`](crate::Inspector), within its post's licence and profile.
///
/// ```
/// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
/// # let world = doichieu_kit::scene::World::demo();
/// # let mut memory = Memory::new();
/// # let roots = Roots::dangerous_test(&world.anchor())?;
/// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, &mut memory)?);
/// # let post = Post::open(&world.licence("traffic_police"), &bundle)?;
/// # let inspector = Inspector::new(bundle, post)?;
/// use doichieu::{AskError, Vehicle, VehicleKind, field::{Field, Kind}};
///
/// let mut car = Vehicle::new(VehicleKind::Car);
/// car.seats = Some(5);
/// let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL)?.for_vehicle(car).for_plate("30K-123.45".into());
/// assert!(ask.wants(Kind::DRIVING_LICENCE, Field::CLASSES));
/// assert!(!ask.wants_kind(Kind::HEALTH_INSURANCE_CARD));
/// assert_eq!(inspector.unprompted(Purpose::BANK_ONBOARDING).err(), Some(AskError::PurposeNotAllowed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ask {
    purpose: Purpose,
    fields: Scope,
    retention: u64,
    question: Option<Question>,
    mode: Mode,
    seen: Seen,
    origin: Origin,
    basis: Option<LegalBasis>,
    /// SHA-256 so far over what [`Ask::digest`] covers: all but the scene, which is the end of it.
    so_far: Sha256,
}

/// How the answer comes.
#[derive(Clone, Debug)]
pub(crate) enum Mode {
    /// Shown unprompted, to any post of the role, at most this many seconds ago.
    Unprompted { window: u64 },
    /// In answer to this very ask.
    Challenged(Pending),
}

/// A challenge that waits for its answer.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    /// `post:` and the post's name.
    pub(crate) audience: String,
    pub(crate) exp: UnixTime,
    pub(crate) nonce: [u8; 32],
    /// SHA-256 of the inflated ask.
    pub(crate) digest: Digest32,
    /// Opens the answer; not there where the ask is only kept to compute a report again.
    key: Option<AnswerKey>,
}

impl Pending {
    fn without_key(&self) -> Self {
        let Self { audience, exp, nonce, digest, key: _ } = self;
        Self { audience: audience.clone(), exp: *exp, nonce: *nonce, digest: *digest, key: None }
    }

    /// The frame of an answer sealed to this ask.
    pub(crate) fn open(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.key.as_ref()?.open(sealed, &self.digest)
    }
}

/// The licence and lists an ask was made under: it counts with no others, or one post could borrow another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Origin {
    licence: [u8; 16],
    bundle: Digest32,
}

impl Origin {
    const fn of(post: &Post) -> Self {
        Self { licence: *post.licence(), bundle: *post.bundle() }
    }
}

/// What licence and profile both allow for a purpose.
pub(crate) fn allowed(post: &Post, purpose: Purpose) -> Result<Scope, AskError> {
    let licensed = post.allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
    let profiled = post.role().allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
    let fields = licensed.and(profiled);
    if fields.is_empty() { Err(AskError::PurposeNotAllowed) } else { Ok(fields) }
}

impl Ask {
    /// Everything that licence and profile allow for a purpose, shown unprompted.
    pub(crate) fn unprompted(post: &Post, purpose: Purpose) -> Result<Self, AskError> {
        let fields = allowed(post, purpose)?;
        let window = post.role().window().ok_or(AskError::OnlyByChallenge)?;
        Ok(Self::new(post, purpose, fields, longest_retention(post), Mode::Unprompted { window }))
    }

    /// The same ask for the answer to a question, and for nothing else.
    pub(crate) fn only(mut self, post: &Post, question: Question) -> Result<Self, AskError> {
        self.fields = challenge::within(&needs(question), &self.fields)?;
        self.question = Some(question);
        Ok(self.begun(post))
    }

    /// The same, and on a legal basis that the profile names: what comes without consent may be read too.
    pub(crate) fn on_basis(post: &Post, purpose: Purpose, basis: &LegalBasis) -> Result<Self, AskError> {
        if !post.role().legal_bases().contains(basis) {
            return Err(AskError::BasisNotAllowed);
        }
        let ask = Self::unprompted(post, purpose)?;
        Ok(Self { basis: Some(basis.clone()), ..ask }.begun(post))
    }

    fn new(post: &Post, purpose: Purpose, fields: Scope, retention: u64, mode: Mode) -> Self {
        let so_far = Sha256::new_with_prefix(begin(MEMBERS, post, purpose, &fields, retention, &mode));
        let (seen, origin) = (Seen::default(), Origin::of(post));
        Self { purpose, fields, retention, question: None, mode, seen, origin, basis: None, so_far }
    }

    /// The same ask beside a vehicle that the officer picked: it chooses which rules apply, and proves nothing.
    #[must_use]
    pub const fn for_vehicle(mut self, vehicle: Vehicle) -> Self {
        self.seen.vehicle = Some(vehicle);
        self
    }

    /// The same ask beside a vehicle whose plate the officer reads.
    #[must_use]
    pub fn for_plate(mut self, plate: String) -> Self {
        self.seen.plate = Some(plate);
        self
    }

    /// Why it asks.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The question it asks instead of fields, if it asks one.
    #[must_use]
    pub const fn question(&self) -> Option<Question> {
        self.question
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

    /// Whether it asks for a field of a kind of paper.
    #[must_use]
    pub fn wants(&self, kind: Kind, field: Field) -> bool {
        self.fields.get(kind).is_some_and(|fields| fields.contains(field))
    }

    /// What this post itself asked the citizen for; nothing where the citizen showed unprompted, for then nobody said what was wanted.
    pub(crate) fn asked_for(&self, kind: Kind) -> impl Iterator<Item = Field> {
        let asked = self.pending().and_then(|_| self.fields.get(kind));
        asked.into_iter().flat_map(FieldSet::iter)
    }

    /// What it asks for of a kind of paper.
    pub(crate) fn fields(&self, kind: Kind) -> Option<&FieldSet> {
        self.fields.get(kind)
    }

    /// Whether it asks for anything of a kind of paper.
    #[must_use]
    pub fn wants_kind(&self, kind: Kind) -> bool {
        self.fields.get(kind).is_some()
    }

    /// A code can say what a field may not: a finding about a field that is not asked for keeps its gravity and loses its words. One that
    /// says only that something could not be read gives nothing away but the name.
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

    /// Until when a challenge may be answered; `None` for what is shown unprompted.
    #[must_use]
    pub const fn until(&self) -> Option<UnixTime> {
        match &self.mode {
            Mode::Unprompted { .. } => None,
            Mode::Challenged(pending) => Some(pending.exp),
        }
    }

    /// The legal basis it rests on; `None`: on the citizen's consent alone.
    #[must_use]
    pub const fn legal_basis(&self) -> Option<&LegalBasis> {
        self.basis.as_ref()
    }

    /// The same ask without the key of its challenge: it opens no answer.
    pub(crate) fn without_key(&self) -> Self {
        let mode = match &self.mode {
            Mode::Challenged(pending) => Mode::Challenged(pending.without_key()),
            Mode::Unprompted { window } => Mode::Unprompted { window: *window },
        };
        Self { mode, ..self.clone() }
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

    pub(crate) const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// SHA-256 over one encoding of everything that this ask is, its post and the scene included: it goes into the report.
    pub(crate) fn digest(&self) -> Digest32 {
        let mut end = Writer::new();
        self.seen.write(&mut end);
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
        self.so_far = Sha256::new_with_prefix(begun);
        self
    }
}

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
fn needs(question: Question) -> Scope {
    let (kind, fields) = question.needs();
    let mut scope = Scope::NONE;
    scope.add(kind, fields.iter().copied());
    scope
}

/// The longest retention that licence and profile both allow, in seconds.
fn longest_retention(post: &Post) -> u64 {
    post.longest_retention().min(post.role().longest_retention())
}

const fn could_not_be_read(reason: Reason) -> bool {
    matches!(reason, Reason::PaperBearingMissing | Reason::PaperFieldMalformed | Reason::AgreedFieldNotShown)
}
