//! Answers in an encounter: each counts for the vehicle that it was computed for, as long as what its fields proved
//! would have counted, and for nothing else.

use super::kept::KeptShowing;
use super::member::Ground;
use crate::field::Kind;
use crate::finding::Finding;
use crate::plate::same_plate;
use crate::question::Question;
use crate::reason::Reason;
use crate::report::answer::Kept;
use crate::report::{Report, State};
use crate::rules::counts_beside;
use alloc::vec::Vec;

/// What an answer is held against: the vehicle in question with the plate read on it, and whether there is one at all.
pub(super) struct Beside<'a> {
    pub(super) on: &'a Ground<'a>,
    /// The law has a licence brought to such an encounter, so that there is something to drive, known or not.
    pub(super) needs_licence: bool,
}

/// One answer of an encounter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// The place of its report in the encounter, and among the papers of that report.
    pub(super) place: (usize, usize),
    kind: Kind,
    question: Question,
    /// Why it does not count here; `None`: it is about this vehicle.
    lacks: Option<Reason>,
    /// The fields in whose place it stands would have ended.
    pub(super) ended: bool,
    /// Why what they would have left counts no more.
    pub(super) over: Option<Reason>,
}

impl Answer {
    /// Every answer of the reports, held against what stands there.
    pub(super) fn all(reports: &mut [Report], kept: &mut [KeptShowing], beside: &Beside<'_>) -> Vec<Self> {
        let (mut answers, at) = (Vec::new(), beside.on.scene.at);
        for (index, (report, kept)) in reports.iter_mut().zip(kept).enumerate() {
            let (asked, counts) = (report.inputs.terms.question().is_some(), kept.counts_at(at));
            for (place, paper) in report.papers.iter_mut().enumerate() {
                let State::Answered(answer) = &mut paper.state else { continue };
                let (ended, question) = (!answer.term.runs_at(at), answer.answered.question);
                let counted = kept.paper(place).and_then(|kept| kept.counted.as_ref());
                let still = counts && counted.is_some_and(|then| beside.on.is_still(then));
                // A registration that can be read no more takes nothing back.
                let lacks = if still && !beside.on.whole { None } else { beside.lacks(answer, asked) };
                let carried = counted.filter(|_| still).map(|then| then.carried(&beside.on.beside));
                if let Some(kept) = kept.paper_mut(place).filter(|_| !ended || still) {
                    kept.counted = carried.or_else(|| Some(beside.on.beside.clone())).filter(|_| lacks.is_none());
                }
                let over = match (ended, counts, still || lacks.is_some()) {
                    (true, false, _) => Some(Reason::EndedTooLongAgo),
                    (true, true, false) => Some(Reason::EndedVehicleChanged),
                    _ => None,
                };
                answers.push(Self { place: (index, place), kind: paper.kind, question, lacks, ended, over });
            }
        }
        answers
    }

    /// Whether it is about the vehicle that stands there.
    pub(super) const fn counts(&self) -> bool {
        self.lacks.is_none()
    }

    /// Whether it was computed for another vehicle, and may be otherwise for this one. What is said of a class is true
    /// whatever stands there.
    pub(super) fn is_of_another(&self) -> bool {
        self.lacks.is_some() && self.question == Question::MayDriveThisVehicle
    }

    /// The finding that it does not count here, if it does not.
    pub(super) fn finding(&self) -> Option<Finding> {
        let showing = u8::try_from(self.place.0).unwrap_or(u8::MAX);
        let lacks = self.lacks.or(self.over);
        lacks.map(|reason| Finding::new(reason).of_kind(self.kind).in_token(showing))
    }
}

impl Beside<'_> {
    fn lacks(&self, kept: &Kept, asked: bool) -> Option<Reason> {
        match kept.answered.question {
            // At a visit, where nothing is driven, a class that this post asked about needs no vehicle beside it.
            Question::MayDriveClass(_) if asked && self.on.vehicle.is_none() && !self.needs_licence => None,
            Question::MayDriveClass(_) => Some(Reason::QuestionNotAboutVehicle),
            Question::MayDriveThisVehicle => self.of_this_vehicle(kept),
        }
    }

    fn of_this_vehicle(&self, kept: &Kept) -> Option<Reason> {
        let (Some(here), Some(then)) = (&self.on.vehicle, &kept.answered.vehicle) else {
            return Some(Reason::LicenceVehicleNotPicked);
        };
        let plates = self.on.beside.seen.plate.as_deref().zip(kept.seen.plate.as_deref());
        let same = counts_beside(here, then) && plates.is_none_or(|(here, then)| same_plate(here, then));
        (!same).then_some(Reason::QuestionOtherVehicle)
    }
}
