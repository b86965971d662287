//! The answer to a question: yes, no, or not established, with what decided it and nothing else of the paper.

use crate::evidence::Verdict;
use crate::finding::Finding;
use crate::question::{Cover, Covers, Question};
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

/// The answer to a question about a proven paper. There is no disclosure beside it: the citizen agreed to the answer and to nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answered {
    /// The question that was agreed to.
    pub question: Question,
    /// May the holder do it today: cover, and whatever else counts for or against the paper.
    pub answer: Cover,
    /// The rule of law that decided; `None`: something decided that is not law, such as a list.
    pub rule: Option<&'static str>,
}

/// The answer, and the verdict that goes with it: a paper that counts for nothing today answers *no*, one that could not be judged
/// *undetermined*; only beside an accepted one cover decides. Where no licence is needed, none is judged: what is left is `shared`.
pub(crate) fn of(covers: Option<Covers>, paper: Verdict, shared: Verdict) -> (Cover, Verdict) {
    let cover = covers.map(|covers| covers.answer);
    match (cover, paper) {
        (Some(Cover::NotNeeded), _) => (Cover::NotNeeded, shared),
        (_, Verdict::Refuse) => (Cover::No, Verdict::Refuse),
        (Some(Cover::Yes), Verdict::Accept) => (Cover::Yes, Verdict::Accept),
        (Some(Cover::No), _) => (Cover::No, Verdict::Refuse),
        _ => (Cover::Undetermined, Verdict::Refer),
    }
}

/// Of what was found only what decided: the gravest above a note, or what keeps an answer from being given. Notes on anything else would
/// tell more than the answer.
pub(crate) fn deciding(found: Vec<Finding>, answer: Cover, covers: Option<Covers>) -> Vec<Finding> {
    let gravest = found.iter().map(Finding::gravity).max().filter(|gravity| *gravity > Gravity::Note);
    let decides = |finding: &Finding| match answer {
        Cover::NotNeeded => finding.reason() == Reason::LicenceNotNeeded,
        _ if finding.gravity() > Gravity::Note => Some(finding.gravity()) == gravest,
        Cover::Undetermined => {
            matches!(finding.reason(), Reason::LicenceAutomaticOnly | Reason::LicenceAdaptedControls)
        }
        _ => false,
    };
    let of_consent =
        |finding: &Finding| matches!(finding.reason(), Reason::AgreedWiderThanAsked | Reason::AgreedFieldNeverPasses);
    let unpicked =
        (answer == Cover::Undetermined && covers.is_none()).then(|| Finding::new(Reason::LicenceVehicleNotPicked));
    found.into_iter().filter(|finding| decides(finding) || of_consent(finding)).chain(unpicked).collect()
}

/// The rule behind the gravest finding; where nothing counts against the paper, the rule of cover.
pub(crate) fn rule(deciding: &[Finding], covers: Option<Covers>) -> Option<&'static str> {
    let graver = deciding.iter().filter(|finding| finding.gravity() > Gravity::Note);
    match graver.max_by_key(|finding| finding.gravity()) {
        Some(finding) => finding.rule(),
        None => covers.map(|covers| covers.rule),
    }
}

#[cfg(test)]
mod tests;
