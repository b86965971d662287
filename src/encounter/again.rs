//! A phone whose values have ended shows its code again.

use super::Encounter;
use super::refused::{EncounterRefused, NotAdded};
use super::weigh::apart_from_law;
use crate::evidence::Verdict;
use crate::report::{PaperReport, Report, State};
use crate::time::UnixTime;

impl Encounter {
    /// Puts a report in the place of one whose values or answer have ended at `at`: the same phone, asked to show its
    /// code again because something could not be answered by what the first showing left. That it is the same phone the
    /// host says; nothing here proves it, for no value is left to tell by, and a phone may use another key each time.
    /// So the report has to bring every kind of paper that was proven before, and one that was refused beside any
    /// vehicle (withdrawn, say) stays where it is. Answers the report that stood there.
    ///
    /// # Errors
    /// [`NotAdded`] holds the report and why: not of this encounter, nothing has ended at that place, papers of the
    /// first showing are missing, or the first one stands.
    pub fn add_again(&mut self, place: usize, report: Report, at: UnixTime) -> Result<Option<Report>, NotAdded> {
        let why = self.refuses(&report).or_else(|| self.refuses_again(place, &report, at));
        match why {
            Some(why) => Err(NotAdded::new(why, report)),
            None => Ok(self.put(place, report)),
        }
    }

    fn refuses_again(&mut self, place: usize, report: &Report, at: UnixTime) -> Option<EncounterRefused> {
        let Some(before) = self.reports.get_mut(place).filter(|_| at >= report.at()) else {
            return Some(EncounterRefused::NotEnded);
        };
        if !before.papers.iter_mut().any(|paper| has_ended(paper, at)) {
            return Some(EncounterRefused::NotEnded);
        }
        let brought = |kind| report.papers().iter().any(|paper| paper.kind() == kind && paper.is_agreed());
        let mut agreed = before.papers().iter().filter(|paper| paper.is_agreed());
        if !agreed.clone().all(|paper| brought(paper.kind())) {
            return Some(EncounterRefused::PapersMissing);
        }
        agreed.any(|paper| apart_from_law(paper).0 > Verdict::Refer).then_some(EncounterRefused::Stands)
    }
}

fn has_ended(paper: &mut PaperReport, at: UnixTime) -> bool {
    match &mut paper.state {
        State::Proven(proven) => proven.release.paper_at(at).is_err(),
        State::Answered(kept) => !kept.term.runs_at(at),
        State::Unproven(_) => false,
    }
}
