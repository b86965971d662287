//! The inspection, top to bottom: the checks of docs/dc1.md §4 in their order.

use crate::ask::{Ask, AskDraft, AskError, Wants, kept, resume};
use crate::bundle::Bundle;
use crate::digest::{Digest32, sha256};
use crate::encounter_seed::{EncounterSeed, Salt};
use crate::evidence::{Evidence, Outcome};
use crate::field::Purpose;
use crate::finding::Finding;
use crate::format::{self, Carried, DC1, Format};
use crate::input::{Budget, Fault, Layer, Unreadable};
use crate::memory::{Extract, Memory};
use crate::plain;
use crate::policy::LegalBasis;
use crate::post::Post;
use crate::question::Question;
use crate::reason::{Gravity, Reason};
use crate::report::{Inputs, Report};
use crate::scan::{Frame, Said, Scan};
use crate::sealed::Seed;
use crate::set_up::SetUp;
use crate::showing::{Against, ProvenShowing, Token, bound_key, judge_set, together};
use crate::time::UnixTime;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;
use zeroize::Zeroizing;

mod memory;
mod papers;
mod recompute;
mod released;
mod shared;

use memory::Recall;
pub use recompute::RecomputeError;
pub use shared::Unsettled;

/// A post with the bundle it works by: made once per shift, or whenever a newer bundle or mandate arrives.
#[derive(Clone, Debug)]
pub struct Inspector {
    bundle: Arc<Bundle>,
    post: Post,
}

impl Inspector {
    /// An inspector for a post that was opened against this very bundle.
    ///
    /// # Errors
    /// [`SetUp::PostOfAnotherBundle`] otherwise: open the mandate again.
    pub fn new(bundle: Arc<Bundle>, post: Post) -> Result<Self, SetUp> {
        if *post.bundle() == bundle.hash() { Ok(Self { bundle, post }) } else { Err(SetUp::PostOfAnotherBundle) }
    }

    /// The post.
    #[must_use]
    pub const fn post(&self) -> &Post {
        &self.post
    }

    /// The bundle.
    #[must_use]
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// An ask for what a citizen shows unprompted: all that mandate and profile allow for the purpose.
    ///
    /// An unprompted code is readable by whoever sees it; a role that needs more asks by challenge.
    ///
    /// # Errors
    /// [`AskError`] if mandate or profile do not allow it.
    pub fn unprompted(&self, purpose: Purpose, encounter: &EncounterSeed) -> Result<Ask, AskError> {
        Ask::unprompted(&self.post, purpose, encounter)
    }

    /// An ask for the answer to a question and for nothing else, shown unprompted by a citizen who agreed to that
    /// question.
    ///
    /// # Errors
    /// [`AskError`] if mandate or profile do not allow what it is answered from.
    pub fn unprompted_question(
        &self,
        purpose: Purpose,
        question: Question,
        encounter: &EncounterSeed,
    ) -> Result<Ask, AskError> {
        Ask::question_of(&self.post, purpose, question, encounter)
    }

    /// The same on a legal basis that the role's profile names: a code that carries no consent ([`Scan::claim169`]) may
    /// be read too, and its report names the basis. It changes nothing about what comes with consent.
    ///
    /// # Errors
    /// [`AskError`] if the profile does not name the basis, or mandate or profile do not allow the purpose.
    pub fn on_basis(&self, purpose: Purpose, basis: &LegalBasis, encounter: &EncounterSeed) -> Result<Ask, AskError> {
        Ask::on_basis(&self.post, purpose, basis, encounter)
    }

    /// Drafts a challenge: what the citizen's app scans first. `seed` is 32 bytes of the host's randomness, new for
    /// each ask.
    ///
    /// # Errors
    /// [`AskError`] if mandate or profile do not allow what is wanted, or no QR would hold the ask.
    pub fn ask(
        &self,
        wants: &Wants,
        seed: &Seed,
        encounter: &EncounterSeed,
        at: UnixTime,
    ) -> Result<AskDraft, AskError> {
        AskDraft::new(&self.post, wants, seed, encounter, at)
    }

    /// Takes up a challenge that this post made from this seed, after the app was closed in between.
    ///
    /// # Errors
    /// [`AskError`] if it is not this post's challenge from this seed.
    pub fn resume(&self, challenge: &str, seed: &Seed, encounter: &EncounterSeed) -> Result<Ask, AskError> {
        resume(&self.post, challenge, seed, encounter)
    }

    /// Inspects one showing.
    ///
    /// Everything is an argument: the same scan, ask, time, memory and bundle always give the same report. `at` is the
    /// host's clock and is judged first. `memory` is asked last and written before anything is shown.
    ///
    /// ```
    /// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let mut memory = Memory::new();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    /// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    /// # let inspector = Inspector::new(bundle, post)?;
    /// use doichieu::{Scan, Verdict, reason::Reason};
    ///
    /// let (text, at) = (world.traffic_stop().text(), UnixTime::new(world.now).ok_or("in seconds")?);
    /// let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?;
    /// let report = inspector.inspect(Scan::qr(&text), &ask, at, &mut memory)?;
    /// assert_eq!(report.verdict(), Verdict::Accept);
    ///
    /// // A quarter of an hour later the same code proves nothing any more; another kind of code never did.
    /// let later = inspector.inspect(Scan::qr(&text), &ask, at.plus(900), &mut memory)?;
    /// assert!(later.findings().iter().any(|finding| finding.reason() == Reason::HeldWindowPassed));
    /// let foreign = inspector.inspect(Scan::qr("012345678901|Nguyễn Văn Bình"), &ask, at, &mut memory);
    /// assert_eq!(foreign.map_err(|unreadable| unreadable.reason()).err(), Some(Reason::ScanNotOurs));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Unreadable`]: not a document, so nothing is said about anybody; scan again. Everything else, however bad, is a
    /// report.
    pub fn inspect(&self, scan: Scan<'_>, ask: &Ask, at: UnixTime, memory: &mut Memory) -> Result<Report, Unreadable> {
        // 1: transport. A challenge never falls back to an unprompted code.
        let mut recall = Recall::Live(memory);
        match unseal(opened(&scan)?, ask)? {
            Ok(frame) => self.judge(&frame, ask, at, &mut recall),
            Err(stray) => Ok(self.report_on_stray(&stray, ask, at, &recall)),
        }
    }

    /// Computes a report again, later, where its inputs were lawfully kept: the frame as unsealed, the ask, and the
    /// report's memory extract, with the post's mandate and the bundle of then. `at` is the report's. The same inputs
    /// give the same bytes.
    ///
    /// It gives values too: keep frames only under a legal basis, and as long as it lasts.
    ///
    /// # Errors
    /// [`RecomputeError`] if the frame or the extract cannot be read.
    pub fn recompute(&self, frame: &[u8], ask: &Ask, at: UnixTime, extract: &[u8]) -> Result<Report, RecomputeError> {
        let extract = Extract::from_bytes(extract).map_err(|_| RecomputeError::Extract)?;
        let Carried::Plain(frame) = format::open(&Scan::frame(frame)).map_err(RecomputeError::Frame)? else {
            return Err(RecomputeError::Extract);
        };
        self.judge(&frame, ask, at, &mut Recall::Kept(extract)).map_err(RecomputeError::Frame)
    }

    /// The frame of a scan as [`Inspector::recompute`] needs it kept; `None` if it is no answer to this ask.
    ///
    /// It holds the citizen's signed papers, values included: to be kept only under a legal basis.
    ///
    /// # Errors
    /// [`Unreadable`] as for [`Inspector::inspect`].
    pub fn unsealed(&self, scan: Scan<'_>, ask: &Ask) -> Result<Option<Zeroizing<Vec<u8>>>, Unreadable> {
        Ok(unseal(opened(&scan)?, ask)?.ok().map(|frame| Zeroizing::new(frame.carried().to_vec())))
    }

    /// The ask of a challenge of this post without its key, to recompute with: it can open no answer.
    ///
    /// # Errors
    /// [`AskError`] if it is not this post's challenge.
    pub fn kept_ask(&self, challenge: &str, salt: &Salt) -> Result<Ask, AskError> {
        kept(&self.post, challenge, &EncounterSeed::kept(salt.clone()))
    }

    fn judge(&self, frame: &Frame, ask: &Ask, at: UnixTime, recall: &mut Recall<'_>) -> Result<Report, Unreadable> {
        let format = format::of(frame)?;
        let budget = Budget::scan();
        let before = recall.before(self.bundle.floor());

        // 0: our own clock and mandate come before anything about the citizen.
        let post = Outcome::from(self.post.judge(&self.bundle, ask.terms().is_of(&self.post), before.floor(), at));
        let against = Against { bundle: &self.bundle, role: self.post.role(), ask, at };
        let ours = post == Outcome::Pass;

        // 2 and 3: CBOR, shapes; then 4 to 10: authentic, held, unaltered, agreed, token by token; then the set.
        let ProvenShowing { mut tokens, replay_key } = (format.prove)(frame, ours.then_some(against), &budget)?;
        let inputs = |extract| self.inputs(format, ask, at, digest_of(format, frame, ask), extract);
        if !ours {
            return Ok(papers::unjudged(post, inputs(before), &self.bundle));
        }
        together(&mut tokens);
        let set = replay_key.map_or(Outcome::Pass, |_| judge_set(&tokens));
        let proven = tokens.iter().all(Token::is_proven) && !set.has_failed_proof();

        // 10, last: the memory, written before anything is shown. A code that is bound to no key is the same at every
        // showing: that it was seen before says nothing, so it is not remembered.
        let ends = tokens.iter().filter_map(Token::ends).max().unwrap_or(at);
        let showing = replay_key.filter(|_| proven).map(|key| memory::showing(key, &self.post, ask, ends, at));
        let recalled = showing.and_then(|showing| recall.remember(&showing, bound_key(&tokens), ask));
        let remembered = memory::outcome(recalled);
        let proven = proven && !remembered.has_failed_proof();

        // 11 to 13: current, in force, consistent, judged.
        let lists = Outcome::from(self.judge_lists(at));
        let person = if proven && replay_key.is_some() { self.phone_not_person(ask) } else { Outcome::Moot };
        let evidence = Evidence { post, lists, set, remembered, person, consistent: Outcome::Moot };
        let bench = papers::Bench {
            against,
            bundle: &self.bundle,
            post: self.post.name(),
            inputs: Inputs { showing, ..inputs(before.recalling(recalled)) },
            may_compare: recall.may_compare(recalled),
        };
        Ok(bench.report(tokens, evidence, proven))
    }

    /// Our lists: past due is a note or a refer by the role's tolerance; past their end they never accept (docs/dc1.md
    /// §5 B2–B4).
    fn judge_lists(&self, at: UnixTime) -> Vec<Finding> {
        let bundle = &self.bundle;
        let age = at.since(bundle.manifest_issued());
        let tolerated = at <= bundle.next_due().plus(self.post.role().tolerances().lists);
        let mut findings = Vec::new();
        if at >= bundle.not_after() || !tolerated {
            findings.push(Finding::new(Reason::PostListsTooOld).aged(age));
        } else if at > bundle.next_due() {
            findings.push(Finding::new(Reason::PostListsOld).aged(age).at_most(Gravity::Note));
        }
        if bundle.law_is_unchecked(at) {
            findings.push(Finding::new(Reason::PostLawUnchecked));
        }
        if at >= bundle.root_expiry() {
            findings.push(Finding::new(Reason::PostRootTooOld));
        }
        findings
    }

    /// What has become of this post and its lists at a later time, above a note: what was proven before stands no
    /// longer than they do.
    pub(crate) fn aged(&self, at: UnixTime) -> Vec<Finding> {
        let mut found = self.post.judge(&self.bundle, true, self.bundle.floor(), at);
        found.extend(self.judge_lists(at));
        found.retain(|finding| finding.gravity() > Gravity::Note);
        found
    }

    /// Something that cannot be an answer to this ask: sealed where nothing was asked, sealed to another ask, or open
    /// where it must be sealed. Our own clock and mandate come first here too.
    fn report_on_stray(&self, stray: &Stray, ask: &Ask, at: UnixTime, recall: &Recall<'_>) -> Report {
        let before = recall.before(self.bundle.floor());
        let post = Outcome::from(self.post.judge(&self.bundle, ask.terms().is_of(&self.post), before.floor(), at));
        let outcome =
            if post == Outcome::Pass { Outcome::Found(Vec::from([Finding::new(stray.reason)])) } else { post };
        papers::unjudged(outcome, self.inputs(&DC1, ask, at, stray.scan, before), &self.bundle)
    }

    /// The phone is proven, the person is not: every report that shows anything says so. Where a role needs more than
    /// the phone's word, what answers no challenge is at most referred.
    fn phone_not_person(&self, ask: &Ask) -> Outcome {
        let mut findings = Vec::from([Finding::new(Reason::HeldFaceNotCompared)]);
        if ask.terms().pending().is_none() && !self.post.role().accepts_unprompted() {
            findings.push(Finding::new(Reason::HeldNotChallenged));
        }
        Outcome::Found(findings)
    }

    fn inputs(&self, format: &Format, ask: &Ask, at: UnixTime, scan: Digest32, memory: Extract) -> Inputs {
        Inputs {
            at,
            bundle_number: self.bundle.number(),
            bundle_hash: self.bundle.hash(),
            memory,
            showing: None,
            request: ask.digest(),
            post: *self.post.digest(),
            scan,
            terms: Arc::clone(ask.terms()),
            seen: ask.seen().clone(),
            role: self.post.role().role().to_string(),
            test: self.bundle.is_test(),
            profile: format.name,
        }
    }
}

/// Before the frame of a copy, under the salt of an encounter.
const COPY: &str = "dc1 scan";

/// The digest of a scan. What is printed on a card is the same at every showing, and its digest would be a person's
/// number: salted.
fn digest_of(format: &Format, frame: &Frame, ask: &Ask) -> Digest32 {
    if format.is_copy { ask.encounter().salt().digest(COPY, frame.carried()) } else { sha256(frame.carried()) }
}

/// The same of a frame that nobody read.
fn stray_digest(frame: &Frame, ask: &Ask) -> Digest32 {
    format::of(frame)
        .map_or_else(|_| ask.encounter().salt().digest(COPY, frame.carried()), |format| digest_of(format, frame, ask))
}

/// A scan opened. What is none of ours may be the code of a card that scanner or keyboard altered: then that is told.
fn opened(scan: &Scan<'_>) -> Result<Carried, Unreadable> {
    format::open(scan).map_err(|why| {
        let foreign = matches!(why.fault, Fault::NotOurs | Fault::AnotherApp);
        let altered = scan.text().filter(|_| foreign).and_then(plain::what_altered);
        altered.map_or(why, |altered| Unreadable::new(Layer::Text, 0, Fault::Altered(altered)))
    })
}

/// What arrived cannot be an answer to the ask.
struct Stray {
    reason: Reason,
    scan: Digest32,
}

/// The frame to read: as carried where nothing was asked first, unsealed where it was. A challenge never falls back to
/// an unprompted code.
fn unseal(carried: Carried, ask: &Ask) -> Result<Result<Frame, Stray>, Unreadable> {
    match (carried, ask.terms().pending()) {
        (Carried::Plain(frame), None) => Ok(Ok(frame)),
        (Carried::Plain(frame), Some(_)) => {
            Ok(Err(Stray { reason: Reason::HeldNotAnswered, scan: stray_digest(&frame, ask) }))
        }
        (Carried::Sealed(sealed), None) => Ok(Err(Stray { reason: Reason::HeldOtherAudience, scan: sha256(&sealed) })),
        (Carried::Sealed(sealed), Some(_)) => match ask.open_answer(&sealed) {
            Some(frame) => Frame::open(frame, Said::Nothing).map(Ok),
            None => Ok(Err(Stray { reason: Reason::HeldOtherAudience, scan: sha256(&sealed) })),
        },
    }
}
