//! The inspection, top to bottom: the checks of docs/dc1.md §4 in their order.

use crate::ask::{Ask, AskError};
use crate::bundle::Bundle;
use crate::evidence::{Evidence, Outcome};
use crate::field::Purpose;
use crate::finding::Finding;
use crate::format::dc1;
use crate::input::{Budget, Unreadable};
use crate::memory::{Digest32, Memory, Recollection, sha256};
use crate::post::Post;
use crate::presentation::{Against, Token, judge_set, replay_key};
use crate::reason::{Gravity, Reason};
use crate::report::{Inputs, Report};
use crate::scan::Scan;
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

mod memory;
mod papers;

/// A post with the bundle it works by: made once per shift, or whenever a newer bundle or licence arrives.
#[derive(Clone, Debug)]
pub struct Inspector {
    bundle: Arc<Bundle>,
    post: Post,
}

impl Inspector {
    /// An inspector for a post that was opened against this very bundle.
    ///
    /// # Errors
    /// [`SetUp::PostOfAnotherBundle`] otherwise: open the licence again.
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

    /// An ask for what a citizen shows unprompted: all that licence and profile allow for the purpose.
    ///
    /// An unprompted code is readable by whoever sees it; a role that needs more asks by challenge.
    ///
    /// # Errors
    /// [`AskError`] if licence or profile do not allow it.
    pub fn unprompted(&self, purpose: Purpose) -> Result<Ask, AskError> {
        Ask::unprompted(&self.post, purpose)
    }

    /// Inspects one showing.
    ///
    /// Everything is an argument: the same scan, ask, time, memory and bundle always give the same report. `at` is the host's clock
    /// and is judged first. `memory` is asked last and written before anything is shown.
    ///
    /// # Errors
    /// [`Unreadable`]: not a document, so nothing is said about anybody; scan again. Everything else, however bad, is a report.
    pub fn inspect(&self, scan: Scan<'_>, ask: &Ask, at: UnixTime, memory: &mut Memory) -> Result<Report, Unreadable> {
        // 1 to 3: transport, CBOR, shapes. Nothing signed is read yet.
        let frame = scan.open()?;
        let budget = Budget::scan();
        let envelopes = dc1::envelopes(frame.contents(), &budget)?;
        let before = memory::Extract::of(memory, self.bundle.floor());

        // 0: our own clock and licence come before anything about the citizen.
        let post = Outcome::from(self.post.judge(&self.bundle, before.floor(), at));
        if post != Outcome::Pass {
            return Ok(self.report_on_us(post, self.inputs(ask, at, &frame_digest(&frame), before.digest(None))));
        }

        // 4 to 10: authentic, held, unaltered, agreed, token by token; then the set.
        let against = Against { bundle: &self.bundle, role: self.post.role(), ask, at };
        let tokens = (0..).zip(&envelopes).map(|(index, envelope)| {
            budget.turn_to(index);
            Token::prove(envelope, against, &budget)
        });
        let mut tokens: Vec<_> = tokens.collect();
        if tokens.len() > 1 {
            tokens.iter_mut().for_each(Token::hold_to_entry);
        }
        let set = judge_set(&tokens);
        let proven = tokens.iter().all(Token::is_proven) && !set.findings().iter().any(Finding::is_failed_proof);

        // 10, last: the memory, written before anything is shown.
        let (remembered, recollection) =
            if proven { self.remember(&envelopes, &tokens, at, memory) } else { (Outcome::Moot, None) };
        let proven = proven && !remembered.findings().iter().any(Finding::is_failed_proof);

        // 11 to 13: current, in force, consistent, judged.
        let lists = Outcome::from(self.judge_lists(at));
        let person = if proven { phone_not_person() } else { Outcome::Moot };
        let evidence = Evidence { post, lists, set, remembered, person, consistent: Outcome::Moot };
        let inputs = self.inputs(ask, at, &frame_digest(&frame), before.digest(recollection));
        Ok(papers::Bench { against, bundle: &self.bundle, inputs }.report(tokens, evidence, proven))
    }

    /// Our lists: past due is a note or a refer by the role's tolerance; past their end they never accept (docs/dc1.md §5 B2–B4).
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
        if at >= bundle.root_expiry() {
            findings.push(Finding::new(Reason::PostRootTooOld));
        }
        findings
    }

    fn remember(
        &self,
        envelopes: &[crate::seal::Envelope<'_>],
        tokens: &[Token<'_>],
        at: UnixTime,
        memory: &mut Memory,
    ) -> (Outcome, Option<Recollection>) {
        let showing = replay_key(envelopes);
        let post = self.post.digest();
        let ends = tokens.iter().filter_map(Token::ends).max().unwrap_or(at);
        let recollection = memory.recall(&showing, &post, ends, at);
        if matches!(recollection, Recollection::New | Recollection::Unsure) {
            memory.remember(showing, post, ends, at);
        }
        (memory::outcome(recollection), Some(recollection))
    }

    fn inputs(&self, ask: &Ask, at: UnixTime, scan: &Digest32, memory: Digest32) -> Inputs {
        Inputs {
            at,
            bundle_number: self.bundle.number(),
            bundle_hash: self.bundle.hash(),
            memory,
            request: ask.digest(&self.post),
            scan: *scan,
            purpose: ask.purpose().number(),
            role: self.post.role().role().to_string(),
            test: self.bundle.is_test(),
        }
    }

    /// Our own matter: nothing is judged about the citizen.
    fn report_on_us(&self, post: Outcome, inputs: Inputs) -> Report {
        papers::unjudged(post, inputs, &self.bundle)
    }
}

/// The phone is proven, the person is not: every report that shows anything says so.
fn phone_not_person() -> Outcome {
    Outcome::Found(Vec::from([Finding::new(Reason::HeldFaceNotCompared)]))
}

fn frame_digest(frame: &crate::scan::Frame) -> Digest32 {
    sha256(frame.carried())
}
