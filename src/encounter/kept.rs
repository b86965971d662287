//! What a showing leaves in an encounter when its release has ended: what was found and answered while it lived, and
//! beside what. No value, and no digest of one.
//!
//! Answers, ages and codes stand in reports for as long as somebody keeps those. What is kept here is less: it counts
//! for this encounter alone, beside the vehicle and the plate it was computed for, and for [`KEPT_FOR`].

use crate::finding::Finding;
use crate::needs::Answers;
use crate::plate::same_plate;
use crate::question::Covers;
use crate::release::Term;
use crate::rules::counts_beside;
use crate::scene::{Seen, Vehicle};
use crate::time::UnixTime;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// For how long after its inspection what a showing proved counts in an encounter, in seconds: half an hour, a long
/// stop. Lists, mandate and clock are asked anew at every judgement; what the lists said of a paper gets no older than
/// that.
pub const KEPT_FOR: u64 = 1800;

/// One paper of an encounter: a number that no other showing of it ever has, and its place among that showing's papers.
pub(super) type PaperId = (u32, usize);

/// What a licence was judged beside: what was seen, and which registrations were there, ended or not.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    pub(super) seen: Arc<Seen>,
    pub(super) registrations: Vec<PaperId>,
}

impl Beside {
    /// Whether what was computed beside this counts beside that: the same vehicle was picked, or none, no other plate
    /// was read, and the same registrations described it. `described` is the vehicle as registrations that live add to
    /// it, where every one does.
    pub(super) fn is_still(&self, now: &Self, described: Option<&Vehicle>) -> bool {
        let picked = match (&self.seen.vehicle, &now.seen.vehicle) {
            (None, None) => true,
            (Some(then), Some(now)) => counts_beside(now, then),
            _ => false,
        };
        let plates = self.seen.plate.as_deref().zip(now.seen.plate.as_deref());
        let added = || {
            let then = self.seen.vehicle.as_ref().filter(|_| self.registrations.is_empty());
            then.zip(described).is_some_and(|(then, now)| counts_beside(now, then))
        };
        picked
            && plates.is_none_or(|(then, now)| same_plate(then, now))
            && (self.registrations == now.registrations || added())
    }

    /// The same, carried on beside what is there now. A plate that was read stays read: another one, later, is of
    /// another vehicle.
    pub(super) fn carried(&self, now: &Self) -> Self {
        let seen = if now.seen.plate.is_some() { &now.seen } else { &self.seen };
        Self { seen: Arc::clone(seen), registrations: now.registrations.clone() }
    }
}

/// What one showing leaves.
#[derive(Debug)]
pub(super) struct KeptShowing {
    pub(super) id: u32,
    term: Term,
    papers: Vec<KeptPaper>,
}

/// What one paper leaves. Nothing was found of one that was never judged while it lived.
#[derive(Debug, Default)]
pub(super) struct KeptPaper {
    pub(super) judged: Option<KeptJudgement>,
    /// It was judged while it lived, whatever became of that.
    pub(super) was_judged: bool,
    pub(super) plate: Option<KeptPlate>,
    pub(super) owner: Option<KeptOwner>,
    /// Beside what an answer counted.
    pub(super) counted: Option<Beside>,
    /// Whether the person is certainly, and whether possibly, under six.
    pub(super) under_six: Option<(bool, bool)>,
}

/// What the rules of law found, and whether it covers, beside a vehicle.
#[derive(Clone, Debug)]
pub(super) struct KeptJudgement {
    pub(super) rules: Vec<Finding>,
    pub(super) covers: Option<Covers>,
    pub(super) beside: Beside,
}

/// Whether a paper is of the plate that was typed, or of the papers beside it.
#[derive(Debug)]
pub(super) struct KeptPlate {
    pub(super) seen: Arc<Seen>,
    /// What it was held against if no plate was typed.
    pub(super) papers: Vec<PaperId>,
    /// It answers to the plate alone where one was typed.
    pub(super) by_plate: bool,
    pub(super) found: Option<Finding>,
}

/// Whether a registration is of one who shows a driver's paper.
#[derive(Debug)]
pub(super) struct KeptOwner {
    pub(super) people: Vec<PaperId>,
    /// Somebody is established to be the owner.
    pub(super) established: bool,
    pub(super) found: Option<Finding>,
}

/// What the vehicle or visit needs, as it was known.
#[derive(Debug)]
pub(super) struct KeptNeeds {
    pub(super) beside: Beside,
    pub(super) patients: Vec<PaperId>,
    pub(super) answers: Answers,
}

impl KeptPaper {
    /// Whether it named a plate while it lived.
    pub(super) fn is_by_plate(&self) -> bool {
        self.plate.as_ref().is_some_and(|plate| plate.by_plate)
    }
}

impl KeptShowing {
    pub(super) fn of(id: u32, inspected: UnixTime, papers: usize) -> Self {
        let papers = core::iter::repeat_with(KeptPaper::default).take(papers).collect();
        Self { id, term: Term::new(inspected, KEPT_FOR, 0), papers }
    }

    /// Whether it still counts on this clock; once it does not, it never does again.
    pub(super) fn counts_at(&mut self, at: UnixTime) -> bool {
        let counts = self.term.runs_at(at);
        if !counts {
            self.papers.iter_mut().for_each(|paper| *paper = KeptPaper::default());
        }
        counts
    }

    pub(super) fn paper_mut(&mut self, place: usize) -> Option<&mut KeptPaper> {
        self.papers.get_mut(place)
    }

    pub(super) fn paper(&self, place: usize) -> Option<&KeptPaper> {
        self.papers.get(place)
    }
}
