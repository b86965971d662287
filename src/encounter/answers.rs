//! Answers in an encounter: each counts for the vehicle that it was computed for, as long as its fields would have been
//! seen, and for nothing else.

use crate::field::Kind;
use crate::finding::Finding;
use crate::plate::same_plate;
use crate::question::Question;
use crate::reason::Reason;
use crate::report::answer::Kept;
use crate::report::{Report, State};
use crate::rules::are_covered_alike;
use crate::scene::Vehicle;
use crate::time::UnixTime;
use alloc::vec::Vec;

/// What an answer is held against: the vehicle in question, the plate read on it, and whether there is one at all.
pub(super) struct Beside<'a> {
    pub(super) vehicle: Option<&'a Vehicle>,
    pub(super) plate: Option<&'a str>,
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
    pub(super) over: bool,
}

impl Answer {
    /// Every answer of the reports, held against what stands there at this time.
    pub(super) fn all(reports: &mut [Report], beside: &Beside<'_>, at: UnixTime) -> Vec<Self> {
        let mut answers = Vec::new();
        for (index, report) in reports.iter_mut().enumerate() {
            let asked = report.inputs.terms.question().is_some();
            for (place, paper) in report.papers.iter_mut().enumerate() {
                let State::Answered(kept) = &mut paper.state else { continue };
                let (over, question) = (!kept.term.runs_at(at), kept.answered.question);
                let lacks = beside.lacks(kept, asked);
                answers.push(Self { place: (index, place), kind: paper.kind, question, lacks, over });
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
        self.lacks.map(|reason| Finding::new(reason).of_kind(self.kind).in_token(showing))
    }
}

impl Beside<'_> {
    fn lacks(&self, kept: &Kept, asked: bool) -> Option<Reason> {
        match kept.answered.question {
            // At a visit, where nothing is driven, a class that this post asked about needs no vehicle beside it.
            Question::MayDriveClass(_) if asked && self.vehicle.is_none() && !self.needs_licence => None,
            Question::MayDriveClass(_) => Some(Reason::QuestionNotAboutVehicle),
            Question::MayDriveThisVehicle => self.of_this_vehicle(kept),
        }
    }

    fn of_this_vehicle(&self, kept: &Kept) -> Option<Reason> {
        let (Some(here), Some(then)) = (self.vehicle, &kept.answered.vehicle) else {
            return Some(Reason::LicenceVehicleNotPicked);
        };
        let plates = self.plate.zip(kept.seen.plate.as_deref());
        let same = are_covered_alike(here, then) && plates.is_none_or(|(here, then)| same_plate(here, then));
        (!same).then_some(Reason::QuestionOtherVehicle)
    }
}
