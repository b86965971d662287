//! The citizen's side of a challenge: who asks, why, for what, verified by the same code before anything is shown.

use super::ASK_DIGITS;
use super::digits::{Digits, Draw};
use super::refused::AskRefused;
use super::terms::{ASK_LIFE, allowed, longest_retention, needs, within};
use super::wire::{self, AskClaims};
use crate::bundle::Bundle;
use crate::digest::sha256;
use crate::field::{FieldKey, Kind, Purpose, Sensitivity};
use crate::post::Post;
use crate::question::Question;
use crate::time::UnixTime;
use alloc::string::String;

/// How wrong a citizen's clock may be without an ask being refused for it, in seconds: a phone six minutes slow must
/// still answer (the verifier judges freshness by its own clock and the nonce, never by the phone's).
const PHONE_CLOCK_SLACK: u64 = 900;

/// What the others among three pairs of digits are drawn with, before the wallet's randomness and the ask digest.
const CHOICES: &str = "dc1 ask choices";

/// An ask whose post the citizen's lists know. Holding it proves who asks, for what and why, by lists that had not
/// ended by the phone's clock; not that the post will keep to it, and not that the screen it was scanned from is the
/// post's: [`Asked::picked`] is for that.
#[derive(Clone, Debug)]
pub struct Asked {
    post: Post,
    claims: AskClaims,
    question: Option<Question>,
    digest: [u8; 32],
    lists: Lists,
}

/// The citizen's own lists at the time of the ask.
#[derive(Clone, Copy, Debug)]
struct Lists {
    age: u64,
    overdue: bool,
    test: bool,
}

impl Asked {
    /// Opens the text of an ask against the bundle that the citizen's app carries. `text` is untrusted; `at` is the
    /// phone's clock, which may be wrong by a quarter of an hour.
    ///
    /// The app's own lists are judged before anything is said of who asks: lists that have ended vouch for nobody, and
    /// blame nobody. Only what they revoked stays revoked, however old they are.
    ///
    /// # Errors
    /// [`AskRefused`]: nothing of it is to be shown as genuine.
    pub fn open(text: &str, bundle: &Bundle, at: UnixTime) -> Result<Self, AskRefused> {
        let bytes = wire::bytes_of(text).map_err(AskRefused::Unreadable)?;
        let (mandate, sealed) = wire::read(&bytes).map_err(AskRefused::Unreadable)?;
        let post = Post::open(mandate, bundle);
        if post.as_ref().is_ok_and(|post| bundle.is_revoked(post.mandate())) {
            return Err(AskRefused::MandateRevoked);
        }
        let lists = Lists::judge(bundle, at)?;
        let post = post.map_err(AskRefused::Mandate)?;
        if !post.is_in_force_around(at, PHONE_CLOCK_SLACK) {
            return Err(AskRefused::MandateNotInForce);
        }
        let opened = sealed.verify(post.key()).map_err(|_| AskRefused::NotSigned)?;
        let claims = AskClaims::read(&opened).map_err(|_| AskRefused::Malformed)?;
        let question = claims.known_question().map_err(|_| AskRefused::QuestionUnknown)?;
        let allowed = allowed(&post, claims.purpose).map_err(|_| AskRefused::WiderThanMandate)?;
        within(&claims.fields, &allowed).map_err(|_| AskRefused::WiderThanMandate)?;
        if question.is_some_and(|question| claims.fields != needs(question)) {
            return Err(AskRefused::WiderThanMandate);
        }
        let in_time = claims.iat < claims.exp
            && claims.exp.since(claims.iat) <= ASK_LIFE
            && at < claims.exp.plus(PHONE_CLOCK_SLACK)
            && claims.iat <= at.plus(PHONE_CLOCK_SLACK);
        if in_time {
            Ok(Self { post, claims, question, digest: sha256(&bytes), lists })
        } else {
            Err(AskRefused::NotInTime)
        }
    }

    /// Whether a test root stands behind the lists that vouch for the asker. Then TEST stands beside everything the app
    /// shows of it.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.lists.test
    }

    /// How old the lists are that vouch for the asker, in seconds by the phone's clock: what was withdrawn since is not
    /// in them.
    #[must_use]
    pub const fn lists_age(&self) -> u64 {
        self.lists.age
    }

    /// Whether newer lists are due: these still vouch, and the app says how old they are.
    #[must_use]
    pub const fn lists_overdue(&self) -> bool {
        self.lists.overdue
    }

    /// Three pairs of digits for the citizen, one of them the ask's, of which he picks the one on the screen of who
    /// asks. `random` is 16 bytes of a cryptographic random generator, new for each ask: whoever knows them knows which
    /// others are shown, and where.
    #[must_use]
    pub fn choices(&self, random: &[u8; 16]) -> [Digits; 3] {
        self.digits().among_others(Draw::of(CHOICES, [&random[..], &self.digest]))
    }

    /// What the citizen picked. It says that he found the ask's digits on the screen in front of him, as far as he
    /// looked: nobody else can know.
    ///
    /// # Errors
    /// [`AskRefused::DigitsDiffer`], and the ask is gone: it is not to be answered, nor opened again for another try.
    pub fn picked(self, digits: Digits) -> Result<Self, AskRefused> {
        if digits == self.digits() { Ok(self) } else { Err(AskRefused::DigitsDiffer) }
    }

    /// The two digits that stand on the screen of who asks. Never shown alone before they were picked: who is told need
    /// not look.
    fn digits(&self) -> Digits {
        Digits::of(ASK_DIGITS, &self.digest)
    }

    /// Who asks: the post's name, as its mandate says.
    #[must_use]
    pub fn post(&self) -> &str {
        self.post.name()
    }

    /// In which role.
    #[must_use]
    pub fn role(&self) -> &str {
        self.post.role().role()
    }

    /// Why.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.claims.purpose
    }

    /// The question it asks instead of fields. A wallet shows [`Question::text`] with [`Question::promise`], and the
    /// fields as what travels.
    #[must_use]
    pub const fn question(&self) -> Option<Question> {
        self.question
    }

    /// For what: each kind of paper with the keys of its fields, [`FieldKey::row`] of the kind; one that has no row is
    /// shown by its number, for a newer registry than this engine's may name it. With a question these travel, and only
    /// its answer is shown.
    pub fn fields(&self) -> impl Iterator<Item = (Kind, impl Iterator<Item = FieldKey>)> {
        self.claims.fields.iter().map(|(kind, fields)| (kind, fields.iter()))
    }

    /// Those of its fields that are sensitive personal data, [`Sensitivity::Sensitive`](crate::field::Sensitivity). A
    /// wallet says so beside each before anything is agreed to, and has nothing ticked beforehand (Decree 356/2025 art.
    /// 6). With a question too: they travel.
    pub fn sensitive(&self) -> impl Iterator<Item = (Kind, FieldKey)> {
        let fields = self.fields().flat_map(|(kind, fields)| fields.map(move |of| (kind, of)));
        fields.filter(|(kind, of)| of.sensitivity(*kind) == Sensitivity::Sensitive)
    }

    /// For how long, in seconds: what it asked, within its mandate and role.
    #[must_use]
    pub fn retention(&self) -> u64 {
        self.claims.retention.min(longest_retention(&self.post))
    }

    /// For how long its screens show values, in seconds, by the profile of its role. What a wallet tells the citizen of
    /// it goes into the grant (docs/dc1.md §2), and the end is the smaller of the two.
    #[must_use]
    pub const fn display_seconds(&self) -> u64 {
        self.post.role().display_seconds()
    }

    /// The app or web origin that the answer goes to. A wallet compares it with who really called, and refuses if they
    /// differ.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.claims.origin.as_deref()
    }

    /// When it ends: the `exp` of the answer.
    #[must_use]
    pub const fn until(&self) -> UnixTime {
        self.claims.exp
    }

    /// The nonce of the answer.
    #[must_use]
    pub const fn nonce(&self) -> &[u8; 32] {
        &self.claims.nonce
    }

    /// SHA-256 of the inflated ask: what the answer's consent names, and the `info` it is sealed with.
    #[must_use]
    pub const fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// The X25519 key that the answer is sealed to.
    #[must_use]
    pub const fn answer_key(&self) -> &[u8; 32] {
        &self.claims.key
    }

    /// The audience of the answer.
    #[must_use]
    pub fn audience(&self) -> String {
        alloc::format!("post:{}", self.post.name())
    }
}

impl Lists {
    /// Whether these lists may vouch for anybody at a time by the phone's clock.
    ///
    /// They end exactly, as on the verifier's side (B3, B4): a fast phone asks for an update a quarter of an hour
    /// early, which harms nobody, and a slow one vouches as much longer than the authority meant, which it has to count
    /// in. A clock that is behind the lists by more than a phone may be wrong is no clock to judge anything by: every
    /// end would lie ahead.
    fn judge(bundle: &Bundle, at: UnixTime) -> Result<Self, AskRefused> {
        if at.plus(PHONE_CLOCK_SLACK) < bundle.floor() {
            return Err(AskRefused::ClockWrong);
        }
        if at >= bundle.not_after() || at >= bundle.root_expiry() {
            return Err(AskRefused::ListsTooOld);
        }
        let (age, overdue) = (at.since(bundle.manifest_issued()), at >= bundle.next_due());
        Ok(Self { age, overdue, test: bundle.is_test() })
    }
}
