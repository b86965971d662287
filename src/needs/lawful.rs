//! What may be done where a paper was not shown, by purpose and kind: dated, cited, in the order to try it.
//!
//! Decree 168/2024 art. 48(3) is only about papers that a driver did not show, and only licence, registration and
//! inspection: never about a paper that could not be verified, lists that are old, or a number that can be looked up.

use crate::field::{Kind, Purpose};
use crate::json::Json;
use crate::language::Text;
use crate::law::{Confidence, Row, articles};
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

/// One step that an occasion allows where a paper was not shown.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Allows {
    /// The occasion: why papers are asked for.
    pub purpose: Purpose,
    /// Of which kinds of paper; `None`: of any.
    pub kinds: Option<&'static [Kind]>,
    /// What may be done.
    pub step: Step,
    /// Not where a number was told, which can be looked up.
    pub only_not_shown: bool,
}

const OF_DRIVERS: &[Kind] = &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::FOREIGN_DRIVING_LICENCE];
const OF_VEHICLES: &[Kind] = &[Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];
const OF_ART_48: &[Kind] = &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE];

/// Id of the rule, and its article.
type Law = (&'static str, Text);

const LOOK_UP: Law = ("circular-73-2024-art-8", articles::CIRCULAR_73_2024_8);
const OFFERED: Law = ("circular-73-2024-art-14", articles::CIRCULAR_73_2024_14);
const APPOINTMENT: Law = ("decree-168-2024-art-48-3", articles::DECREE_168_2024_48_3);
const GATEWAY: Law = ("decree-188-2025-art-38", articles::DECREE_188_2025_38_2);
const PATIENT: Law = ("decree-188-2025-art-37", articles::DECREE_188_2025_37);

pub(super) const ROWS: &[Row<Allows>] = &[
    // Police may check through the account and the databases, which counts as a direct check; what is offered on paper
    // is compared and looked up.
    traffic(LOOK_UP, Step::LookUp, Some(OF_DRIVERS), false),
    traffic(LOOK_UP, Step::LookUpPlate, Some(OF_VEHICLES), false),
    traffic(OFFERED, Step::LookUpOrOfferedPaper, None, true),
    traffic(APPOINTMENT, Step::AppointmentNotShown, Some(OF_ART_48), true),
    clinic(GATEWAY, Step::LookUpHealthGateway),
    clinic(PATIENT, Step::NumberSufficesUnderSix),
    clinic(PATIENT, Step::AdmitInEmergency),
];

const fn traffic((id, law): Law, step: Step, kinds: Option<&'static [Kind]>, only_not_shown: bool) -> Row<Allows> {
    let what = Allows { purpose: Purpose::TRAFFIC_CONTROL, kinds, step, only_not_shown };
    Row { id, law, from: articles::SINCE_LAW_36_2024, to: None, confidence: Confidence::High, what }
}

const fn clinic((id, law): Law, step: Step) -> Row<Allows> {
    let what = Allows { purpose: Purpose::CLINIC_ADMISSION, kinds: None, step, only_not_shown: false };
    Row { id, law, from: articles::SINCE_DECREE_188_2025, to: None, confidence: Confidence::High, what }
}

impl Allows {
    fn applies(&self, purpose: Purpose, kind: Kind, when: When) -> bool {
        self.purpose == purpose
            && self.kinds.is_none_or(|kinds| kinds.contains(&kind))
            && !(self.only_not_shown && when == When::NumberTold)
    }
}

/// The steps for a kind of paper on a day; where no law was seen, the one that concludes nothing.
pub(super) fn steps(purpose: Purpose, kind: Kind, when: When, today: Day) -> Vec<LawfulStep> {
    let today = today.civil();
    let rows = ROWS.iter().filter(|row| row.what.applies(purpose, kind, when) && row.counts_on(today));
    let mut steps: Vec<_> =
        rows.map(|row| LawfulStep { step: row.what.step, rule: Some(row.id), law: Some(row.law.en) }).collect();
    if steps.is_empty() {
        steps.push(LawfulStep::of(Step::CheckAsUsual));
    }
    steps
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
