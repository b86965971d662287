//! The proven papers of an encounter at one judgement: those that live are judged anew, those that have ended stand by
//! what they left.

use super::kept::{Beside, KeptJudgement, KeptPaper, KeptShowing, PaperId};
use super::report::{EncounterPaper, Judgement};
use crate::ask::Terms;
use crate::consistency::vehicle_in_question;
use crate::document::{Paper, StatusAnswer};
use crate::evidence::{Outcome, judge};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::question::Drive;
use crate::reason::Reason;
use crate::report::{Headline, Report, State};
use crate::rules;
use crate::scene::{Scene, Vehicle};
use crate::time::UnixTime;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A proven paper, with what was found about it apart from the vehicle.
pub(super) struct Member<'a> {
    pub(super) id: PaperId,
    /// The place of its report in the encounter, and its own in that report.
    pub(super) place: (usize, usize),
    pub(super) kind: Kind,
    /// `None`: its release has ended.
    pub(super) living: Option<&'a Paper>,
    /// What it left still counts.
    pub(super) counts: bool,
    terms: Arc<Terms>,
    parts: &'a [(Field, StatusAnswer)],
    findings: &'a [Finding],
    shared: &'a [Finding],
}

/// A paper as judged for the vehicle, and what of its whole showing weighs on it.
pub(super) struct Judged {
    pub(super) paper: EncounterPaper,
    /// It was judged without a registration that has ended.
    pub(super) lacks_vehicle: bool,
    shared: Vec<Finding>,
}

impl Judged {
    pub(super) fn decisive(&self) -> impl Iterator<Item = &Finding> {
        self.paper.findings().iter().chain(&self.shared)
    }
}

/// Beside what the papers are judged.
pub(super) struct Ground<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) beside: Beside,
    /// The vehicle in question, as far as it can still be read.
    pub(super) vehicle: Option<Vehicle>,
    /// Every registration lives.
    pub(super) whole: bool,
}

impl<'a> Ground<'a> {
    pub(super) fn of(members: &[Member<'_>], scene: &'a Scene<'a>) -> Self {
        let living: Vec<_> = members.iter().filter_map(|member| member.living).collect();
        let registrations = || members.iter().filter(|member| member.kind == Kind::VEHICLE_REGISTRATION);
        Self {
            scene,
            beside: Beside {
                seen: Arc::new(scene.seen.clone()),
                registrations: registrations().map(|member| member.id).collect(),
            },
            vehicle: vehicle_in_question(&living, scene.seen.vehicle.as_ref()),
            whole: registrations().all(|member| member.living.is_some()),
        }
    }

    /// Whether what was computed beside that counts here.
    pub(super) fn is_still(&self, then: &Beside) -> bool {
        then.is_still(&self.beside, self.vehicle.as_ref().filter(|_| self.whole))
    }
}

/// The proven papers of all reports, in their order.
pub(super) fn members<'a>(reports: &'a mut [Report], kept: &mut [KeptShowing], at: UnixTime) -> Vec<Member<'a>> {
    let showings = reports.iter_mut().zip(kept).enumerate();
    let members = showings.flat_map(|(index, (report, kept))| {
        let (terms, counts, id) = (&report.inputs.terms, kept.counts_at(at), kept.id);
        report.papers.iter_mut().enumerate().filter_map(move |(place, paper)| {
            let State::Proven(proven) = &mut paper.state else { return None };
            Some(Member {
                id: (id, place),
                place: (index, place),
                kind: paper.kind,
                living: proven.release.paper_at(at).ok(),
                counts,
                terms: Arc::clone(terms),
                parts: &proven.parts,
                findings: &paper.findings,
                shared: &paper.shared,
            })
        })
    });
    members.collect()
}

impl Member<'_> {
    /// The place of its showing, as a finding names it.
    pub(super) fn showing(&self) -> u8 {
        u8::try_from(self.place.0).unwrap_or(u8::MAX)
    }

    /// Whether it lives, or what it left counts.
    pub(super) const fn stands(&self) -> bool {
        self.living.is_some() || self.counts
    }

    /// Whether its rules of law are asked about the vehicle that stands there.
    const fn is_licence(&self) -> bool {
        matches!(self.kind, Kind::DRIVING_LICENCE | Kind::FOREIGN_DRIVING_LICENCE)
    }

    /// What the rules of law say is asked again for this vehicle while it lives, and kept; afterwards what was kept
    /// stands beside the same vehicle. Everything else stands as it was found.
    pub(super) fn judge(&self, on: &Ground<'_>, kept: &mut KeptPaper) -> Judged {
        let lacks_vehicle = self.living.is_some() && self.is_licence() && !on.whole && on.beside.seen.vehicle.is_none();
        let stands = kept.judged.as_ref().filter(|kept| !self.is_licence() || on.is_still(&kept.beside)).cloned();
        match (self.living, stands) {
            (Some(paper), stands) if on.whole || !self.is_licence() || stands.is_none() => {
                let asked = self.ask(paper, on);
                let judged = self.judged(&asked, None, lacks_vehicle);
                kept.judged = Some(asked).filter(|_| !lacks_vehicle);
                kept.was_judged = !lacks_vehicle;
                judged
            }
            (_, Some(stands)) if self.stands() => {
                let stands = KeptJudgement { beside: stands.beside.carried(&on.beside), ..stands };
                let judged = self.judged(&stands, None, false);
                kept.judged = Some(stands);
                judged
            }
            (_, _) => self.judged(&self.as_found(on), Some(self.open(kept)), false),
        }
    }

    /// Why what it left does not count here.
    const fn open(&self, kept: &KeptPaper) -> Reason {
        match (self.counts, kept.was_judged) {
            (false, _) => Reason::EndedTooLongAgo,
            (true, true) => Reason::EndedVehicleChanged,
            (true, false) => Reason::EndedNotCompared,
        }
    }

    fn ask(&self, paper: &Paper, on: &Ground<'_>) -> KeptJudgement {
        let (rules, covers) = rules::apply(paper, self.parts, on.scene, on.vehicle.as_ref().map(Drive::Vehicle));
        KeptJudgement {
            rules: rules.into_iter().filter_map(|finding| self.terms.permit(self.kind, finding)).collect(),
            covers: covers.filter(|_| self.terms.may_tell_cover(self.kind)),
            beside: on.beside.clone(),
        }
    }

    /// What stands of it beside any vehicle: of a licence nothing that rules of law found at its inspection.
    fn as_found(&self, on: &Ground<'_>) -> KeptJudgement {
        let by_rules = self.findings.iter().filter(|finding| finding.rule().is_some() && !self.is_licence());
        KeptJudgement { rules: by_rules.copied().collect(), covers: None, beside: on.beside.clone() }
    }

    fn judged(&self, by_law: &KeptJudgement, open: Option<Reason>, lacks_vehicle: bool) -> Judged {
        let others = self.findings.iter().filter(|finding| finding.rule().is_none());
        let findings: Vec<_> = others.chain(&by_law.rules).copied().chain(open.map(Finding::new)).collect();
        let shared = self.shared.to_vec();
        let verdict = judge([&Outcome::from(findings.clone()), &Outcome::from(shared.clone())]);
        let headline = Headline::of(verdict, findings.iter().chain(&shared));
        let (judged, ended) = (Judgement { verdict, headline }, self.living.is_none());
        let paper = EncounterPaper::new(self.place, self.kind, judged, findings, by_law.covers).ended(ended);
        Judged { paper, lacks_vehicle, shared }
    }
}
