//! The answer to a question: yes, no, or not established, with what decided it and nothing else of the paper.

use crate::evidence::Verdict;
use crate::finding::Finding;
use crate::json::Json;
use crate::question::{Cover, Covers, Question};
use crate::reason::{Gravity, Reason};
use crate::release::Term;
use crate::scene::{Seen, Vehicle};
use alloc::vec::Vec;

/// The answer to a question about a proven paper. There is no release beside it: the citizen agreed to the answer
/// and to nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answered {
    /// The question that was agreed to.
    pub question: Question,
    /// May the holder do it today: cover, and whatever else counts for or against the paper.
    pub answer: Cover,
    /// The rule of law that decided; `None`: something decided that is not law, such as a list.
    pub rule: Option<&'static str>,
    /// The vehicle that it was computed for, as the officer picked it: in an encounter it counts for no other. `None`:
    /// for none, because none was picked or the question is about a class.
    pub vehicle: Option<Vehicle>,
}

/// An answer as its report keeps it: beside what it was computed, and until when it takes part in an encounter.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) answered: Answered,
    /// What stood there then, its plate included.
    pub(crate) seen: Seen,
    pub(crate) term: Term,
}

/// Whose choice the question was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// The post asked it.
    Asked,
    /// The post asked for fields, and the citizen offers the answer in their place.
    Offered,
}

/// The answer, and the verdict that goes with it: a paper that counts for nothing today answers *no*, one that could
/// not be judged *undetermined*; only beside an accepted one cover decides. Where no licence is needed, none is judged:
/// what is left is `shared`; unless the answer stands in the place of fields, which would have been judged.
pub(crate) fn of(covers: Option<Covers>, paper: Verdict, shared: Verdict, put: Put) -> (Cover, Verdict) {
    let cover = covers.map(|covers| covers.answer);
    match (cover, paper) {
        (Some(Cover::NotNeeded), paper) if put == Put::Offered => (Cover::NotNeeded, shared.max(paper)),
        (Some(Cover::NotNeeded), _) => (Cover::NotNeeded, shared),
        (_, Verdict::Refuse) => (Cover::No, Verdict::Refuse),
        (Some(Cover::Yes), Verdict::Accept) => (Cover::Yes, Verdict::Accept),
        (Some(Cover::No), _) => (Cover::No, Verdict::Refuse),
        _ => (Cover::Undetermined, Verdict::Refer),
    }
}

/// Of what was found only what decided: the gravest above a note, or what keeps an answer from being given. Notes on
/// anything else would tell more than the answer.
pub(crate) fn deciding(found: Vec<Finding>, answer: Cover, covers: Option<Covers>, put: Put) -> Vec<Finding> {
    let gravest = found.iter().map(Finding::gravity).max().filter(|gravity| *gravity > Gravity::Note);
    let decides = |finding: &Finding| match answer {
        Cover::NotNeeded if put == Put::Asked => finding.reason() == Reason::LicenceNotNeeded,
        _ if finding.gravity() > Gravity::Note => Some(finding.gravity()) == gravest,
        Cover::NotNeeded => finding.reason() == Reason::LicenceNotNeeded,
        Cover::Undetermined => {
            matches!(finding.reason(), Reason::LicenceAutomaticOnly | Reason::LicenceAdaptedControls)
        }
        _ => false,
    };
    let of_consent = |finding: &Finding| {
        matches!(
            finding.reason(),
            Reason::AgreedWiderThanAsked | Reason::AgreedFieldNeverPasses | Reason::AgreedBeyondScope
        )
    };
    let unpicked =
        (answer == Cover::Undetermined && covers.is_none()).then(|| Finding::new(Reason::LicenceVehicleNotPicked));
    found.into_iter().filter(|finding| decides(finding) || of_consent(finding)).chain(unpicked).collect()
}

/// What an answer in the place of fields lacks, if the question is not about the vehicle that stands there: it counts
/// for none, and at most refers. Beside a refusal nothing less grave is told.
pub(crate) fn lacking(question: Question, put: Put, verdict: Verdict) -> Option<Finding> {
    let of_class = matches!(question, Question::MayDriveClass(_));
    let lacks = of_class && put == Put::Offered && verdict < Verdict::Refuse;
    lacks.then(|| Finding::new(Reason::QuestionNotAboutVehicle))
}

/// The rule behind the gravest finding; where nothing counts against the paper, the rule of cover.
pub(crate) fn rule(deciding: &[Finding], covers: Option<Covers>) -> Option<&'static str> {
    let graver = deciding.iter().filter(|finding| finding.gravity() > Gravity::Note);
    match Finding::gravest(graver) {
        Some(finding) => finding.rule(),
        None => covers.map(|covers| covers.rule),
    }
}

/// An answer and its rule.
pub(super) fn covers_json(answer: Cover, rule: Option<&'static str>) -> Json {
    let mut members = Vec::from([("answer", Json::text(answer.name()))]);
    members.extend(rule.map(|rule| ("rule", Json::text(rule))));
    Json::object(members)
}

impl Covers {
    pub(crate) fn json(self) -> Json {
        let mut members = Vec::from([("answer", Json::text(self.answer.name())), ("rule", Json::text(self.rule))]);
        members.extend(self.measure.map(|measure| ("measure", Json::text(measure.name()))));
        Json::object(members)
    }
}

#[cfg(test)]
mod tests;
