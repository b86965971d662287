//! What we ask for and why: never wider than the post's mandate and its role's profile, per purpose.

use crate::digest::Digest32;
use crate::encounter_seed::EncounterSeed;
use crate::field::{Field, Kind, Purpose};
use crate::memory::Showing;
use crate::policy::LegalBasis;
use crate::post::Post;
use crate::question::Question;
use crate::scene::{Seen, Vehicle};
use crate::sealed::AnswerKey;
use crate::time::UnixTime;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use zeroize::Zeroizing;

mod asked;
mod challenge;
mod digits;
mod error;
mod refused;
mod terms;
mod wire;

pub use asked::Asked;
pub use challenge::{AskDraft, Challenge, Wants};
pub(crate) use challenge::{kept, resume};
pub use digits::Digits;
pub use error::AskError;
pub use refused::AskRefused;
pub(crate) use terms::{Mode, Pending, Terms, allowed};
pub(crate) use wire::PREFIX as ASK_PREFIX;

/// What the two digits of an ask are derived with, before the ask digest (docs/dc1.md §8).
const ASK_DIGITS: &str = "dc1 ask digits";
/// What those of a post are derived with, before its name.
const POST_DIGITS: &str = "dc1 post digits";

/// What one inspection asks for. Made only by an [`Inspector`](crate::Inspector), within its post's mandate and
/// profile.
///
/// ```
/// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
/// # let world = doichieu_kit::scene::World::demo();
/// # let mut memory = Memory::new();
/// # let roots = Roots::dangerous_test(&world.anchor())?;
/// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
/// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
/// # let inspector = Inspector::new(bundle, post)?;
/// use doichieu::{AskError, Vehicle, VehicleKind, field::{Field, Kind}};
///
/// let mut car = Vehicle::new(VehicleKind::Car);
/// car.seats = Some(5.into());
/// let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?.for_vehicle(car).for_plate("30K-123.45".into());
/// assert!(ask.wants(Kind::DRIVING_LICENCE, Field::CLASSES));
/// assert!(!ask.wants_kind(Kind::HEALTH_INSURANCE_CARD));
/// assert_eq!(inspector.unprompted(Purpose::BANK_ONBOARDING, &doichieu_kit::encounter_seed()).err(), Some(AskError::PurposeNotAllowed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ask {
    terms: Arc<Terms>,
    /// Opens the answer to a challenge; not there where the ask is only kept to compute a report again.
    key: Option<AnswerKey>,
    seen: Seen,
    /// The showing of which a person said that it is still the same person who shows it.
    same_person: Option<Digest32>,
}

impl Ask {
    /// Everything that mandate and profile allow for a purpose, shown unprompted.
    pub(crate) fn unprompted(post: &Post, purpose: Purpose, encounter: &EncounterSeed) -> Result<Self, AskError> {
        Terms::unprompted(post, purpose, encounter).map(Self::of)
    }

    /// The same for the answer to a question, and for nothing else.
    pub(crate) fn question_of(
        post: &Post,
        purpose: Purpose,
        question: Question,
        encounter: &EncounterSeed,
    ) -> Result<Self, AskError> {
        Terms::unprompted(post, purpose, encounter)?.only(post, question).map(Self::of)
    }

    /// The same, and on a legal basis that the profile names: what comes without consent may be read too.
    pub(crate) fn on_basis(
        post: &Post,
        purpose: Purpose,
        basis: &LegalBasis,
        encounter: &EncounterSeed,
    ) -> Result<Self, AskError> {
        if !post.role().legal_bases().contains(basis) {
            return Err(AskError::BasisNotAllowed);
        }
        Ok(Self::of(Terms::unprompted(post, purpose, encounter)?.on(post, basis)))
    }

    /// An ask that opens no answer: shown unprompted, or kept.
    fn of(terms: Terms) -> Self {
        Self { terms: Arc::new(terms), key: None, seen: Seen::default(), same_person: None }
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

    /// The same ask, after a person at the post said of a showing: it is still this person who shows it. Inspected
    /// again, what was found as `held.shown_in_another_encounter` is the note `held.shown_again`, and that somebody
    /// said so stands in the report.
    ///
    /// It counts for this one showing ([`Report::showing`](crate::Report::showing)) and for nothing else that a memory
    /// or store may say of it. It proves nothing: a host asks a person each time, and never says it by itself.
    #[must_use]
    pub const fn still_this_person(mut self, of: &Showing) -> Self {
        self.same_person = Some(of.showing);
        self
    }

    /// Why it asks.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.terms.purpose()
    }

    /// The question it asks instead of fields, if it asks one.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        self.terms.question()
    }

    /// Whether it asks for a field of a kind of paper; never for what is no field of that kind.
    #[must_use]
    pub fn wants(&self, kind: Kind, field: Field) -> bool {
        self.terms.wants(kind, field)
    }

    /// Whether it asks for anything of a kind of paper.
    #[must_use]
    pub fn wants_kind(&self, kind: Kind) -> bool {
        self.terms.wants_kind(kind)
    }

    /// Until when a challenge may be answered; `None` for what is shown unprompted.
    #[must_use]
    pub fn until(&self) -> Option<UnixTime> {
        self.terms.pending().map(|pending| pending.exp)
    }

    /// The two digits of a challenge, for the screen it is shown on: the citizen finds them among three on the phone
    /// ([`Asked::choices`]), so that an ask that was passed on from another screen is noticed. `None` for what is shown
    /// unprompted.
    #[must_use]
    pub fn digits(&self) -> Option<Digits> {
        self.terms.pending().map(|pending| Digits::of(ASK_DIGITS, &pending.digest))
    }

    /// The two digits of the post, for its screen, where its role wants them in what is shown unprompted: the citizen
    /// picks or types them before the code is made, so that a code made for one post does not pass at another. `None`
    /// where the role does not ask for them, and for a challenge.
    #[must_use]
    pub fn post_digits(&self) -> Option<Digits> {
        self.terms.post_digits()
    }

    /// Whether what was agreed to may be meant for this post, by the two digits that it carries.
    pub(crate) fn is_of_post(&self, carried: Option<Digits>) -> bool {
        self.terms.is_of_post(carried)
    }

    /// The legal basis it rests on; `None`: on the citizen's consent alone.
    #[must_use]
    pub fn legal_basis(&self) -> Option<&LegalBasis> {
        self.terms.legal_basis()
    }

    /// The encounter it was made in.
    #[must_use]
    pub fn encounter(&self) -> &EncounterSeed {
        self.terms.encounter()
    }

    /// What it asks, apart from what the officer sees.
    pub(crate) const fn terms(&self) -> &Arc<Terms> {
        &self.terms
    }

    pub(crate) const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Whether a person said of this showing that it is still the same person.
    pub(crate) fn is_still_this_person(&self, showing: &Showing) -> bool {
        self.same_person == Some(showing.showing)
    }

    /// The frame of an answer sealed to this ask.
    pub(crate) fn open_answer(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.key.as_ref()?.open(sealed, &self.terms.pending()?.digest)
    }

    /// SHA-256 over one encoding of everything that this ask is, its post and the scene included, salted: it goes into
    /// the report.
    pub(crate) fn digest(&self) -> Digest32 {
        self.terms.digest_beside(&self.seen)
    }
}
