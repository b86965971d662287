//! What may be done where a paper was not shown, by purpose and kind: dated, cited, in the order to try it.
//!
//! Decree 168/2024 art. 48(3) is only about papers that a driver did not show, and only licence, registration and inspection: never about a paper that
//! could not be verified, lists that are old, or a number that can be looked up.

use super::table::{Civil, counts};
use crate::field::{Kind, Purpose};
use crate::json::Json;
use crate::reason::Step;
use crate::time::Day;
use alloc::vec::Vec;

/// One lawful thing to do, in force on the day it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LawfulStep {
    /// What to do.
    pub step: Step,
    /// The rule behind it, by its id; `None`: no article was seen, and it asks nothing of anybody.
    pub rule: Option<&'static str>,
    /// Its article, as one cites it.
    pub law: Option<&'static str>,
}

/// When a step applies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Nothing was shown at all, or a paper that is needed was not.
    NotShown,
    /// A number was told, and can be looked up.
    NumberTold,
}

struct Row {
    step: Step,
    purpose: Purpose,
    /// `None`: of any kind.
    kinds: Option<&'static [Kind]>,
    /// Not where a number was told.
    only_not_shown: bool,
    id: &'static str,
    law: &'static str,
    law_vi: &'static str,
    from: Civil,
    to: Option<Civil>,
}

const OF_DRIVERS: &[Kind] = &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind(9)];
const OF_VEHICLES: &[Kind] = &[Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];
const OF_ART_48: &[Kind] = &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE];

/// Id of the rule, and its article in English and in Vietnamese.
type Law = (&'static str, &'static str, &'static str);

const LOOK_UP: Law = (
    "circular-73-2024-art-8",
    "Circular 73/2024/TT-BCA art. 8(1)(b), 14(3)",
    "điểm b khoản 1 Điều 8, khoản 3 Điều 14 Thông tư 73/2024/TT-BCA",
);
const OFFERED: Law = (
    "circular-73-2024-art-14",
    "Circular 73/2024/TT-BCA art. 14(3)(b)",
    "điểm b khoản 3 Điều 14 Thông tư 73/2024/TT-BCA",
);
const APPOINTMENT: Law =
    ("decree-168-2024-art-48-3", "Decree 168/2024/ND-CP art. 48(3)", "khoản 3 Điều 48 Nghị định 168/2024/NĐ-CP");
const GATEWAY: Law =
    ("decree-188-2025-art-38", "Decree 188/2025/ND-CP art. 38(2)", "khoản 2 Điều 38 Nghị định 188/2025/NĐ-CP");
const PATIENT: Law = ("decree-188-2025-art-37", "Decree 188/2025/ND-CP art. 37", "Điều 37 Nghị định 188/2025/NĐ-CP");

const ROWS: &[Row] = &[
    // Police may check through the account and the databases, which counts as a direct check; what is offered on paper is compared and looked up.
    traffic(Step::LookUp, Some(OF_DRIVERS), LOOK_UP),
    traffic(Step::LookUpPlate, Some(OF_VEHICLES), LOOK_UP),
    traffic(Step::LookUpOrOfferedPaper, None, OFFERED).only_not_shown(),
    traffic(Step::AppointmentNotShown, Some(OF_ART_48), APPOINTMENT).only_not_shown(),
    clinic(Step::LookUpHealthGateway, GATEWAY),
    clinic(Step::NumberSufficesUnderSix, PATIENT),
    clinic(Step::AdmitInEmergency, PATIENT),
];

const fn traffic(step: Step, kinds: Option<&'static [Kind]>, (id, law, law_vi): Law) -> Row {
    let (purpose, from) = (Purpose::TRAFFIC_CONTROL, (2025, 1, 1));
    Row { step, purpose, kinds, only_not_shown: false, id, law, law_vi, from, to: None }
}

const fn clinic(step: Step, (id, law, law_vi): Law) -> Row {
    let (purpose, from) = (Purpose::CLINIC_ADMISSION, (2025, 8, 15));
    Row { step, purpose, kinds: None, only_not_shown: false, id, law, law_vi, from, to: None }
}

impl Row {
    const fn only_not_shown(mut self) -> Self {
        self.only_not_shown = true;
        self
    }

    fn applies(&self, purpose: Purpose, kind: Kind, when: When, today: Day) -> bool {
        self.purpose == purpose
            && self.kinds.is_none_or(|kinds| kinds.contains(&kind))
            && !(self.only_not_shown && when == When::NumberTold)
            && counts(self.from, self.to, today)
    }
}

/// The steps for a kind of paper on a day; where no law was seen, the one that concludes nothing.
pub(super) fn steps(purpose: Purpose, kind: Kind, when: When, today: Day) -> Vec<LawfulStep> {
    let rows = ROWS.iter().filter(|row| row.applies(purpose, kind, when, today));
    let mut steps: Vec<_> =
        rows.map(|row| LawfulStep { step: row.step, rule: Some(row.id), law: Some(row.law) }).collect();
    if steps.is_empty() {
        steps.push(LawfulStep::of(Step::CheckAsUsual));
    }
    steps
}

/// The article behind a step's rule.
pub(super) fn law(rule: &str) -> Option<&'static str> {
    ROWS.iter().find(|row| row.id == rule).map(|row| row.law)
}

/// Every article of a step, in English and in Vietnamese.
pub(super) fn laws() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROWS.iter().map(|row| (row.law, row.law_vi))
}

impl LawfulStep {
    /// A step that needs no law: it asks nothing of anybody.
    pub(super) const fn of(step: Step) -> Self {
        Self { step, rule: None, law: None }
    }

    pub(super) fn to_json(self) -> Json {
        let mut members = Vec::from([("step", Json::text(self.step.code()))]);
        members.extend(self.rule.map(|rule| ("rule", Json::text(rule))));
        Json::object(members)
    }
}
