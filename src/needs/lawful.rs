//! What may be done where a paper was not shown, by purpose and kind: dated, cited, in the order to try it.
//!
//! Decree 168/2024 art. 48(3) is only about papers that a driver did not show, and only licence, registration and
//! inspection: never about a paper that could not be verified, lists that are old, or a number that can be looked up.

use crate::field::{Kind, Purpose};
use crate::json::Json;
use crate::language::Text;
use crate::law::{Civil, Confidence, Row, articles};
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
    /// A paper that is needed was not shown, and an electronic identity was.
    BesideIdentity,
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
    /// Only where an electronic identity was shown and proven (`true`), or only where none was; `None`: either.
    pub beside_identity: Option<bool>,
}

const OF_DRIVERS: &[Kind] = &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::FOREIGN_DRIVING_LICENCE];
const OF_VEHICLES: &[Kind] = &[Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];
const OF_ART_48: &[Kind] = &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE];

/// Id of the rule, and its article.
type Law = (&'static str, Text);

const LOOK_UP: Law = ("circular-73-2024-art-8", articles::CIRCULAR_73_2024_8);
const OFFERED: Law = ("circular-73-2024-art-14", articles::CIRCULAR_73_2024_14);
const INTEGRATED: Law = ("law-26-2023-art-33-3", articles::LAW_26_2023_33_3);
const APPOINTMENT: Law = ("decree-168-2024-art-48-3", articles::DECREE_168_2024_48_3);
const GATEWAY: Law = ("decree-188-2025-art-38", articles::DECREE_188_2025_38_2);
const PATIENT: Law = ("decree-188-2025-art-37", articles::DECREE_188_2025_37);

pub(super) const ROWS: &[Row<Allows>] = &[
    // Police may check through the account and the databases, which counts as a direct check; what is offered on paper
    // is compared and looked up.
    beside_identity(Purpose::TRAFFIC_CONTROL),
    beside_identity(Purpose::PUBLIC_SERVICE),
    traffic(LOOK_UP, Step::LookUp, Some(OF_DRIVERS), false),
    traffic(LOOK_UP, Step::LookUpPlate, Some(OF_VEHICLES), false),
    OFFERED_PAPER.until(articles::SINCE_LAW_118_2025),
    Row {
        from: articles::SINCE_LAW_118_2025,
        follows: Some(OFFERED_PAPER.id),
        what: Allows { beside_identity: Some(false), ..OFFERED_PAPER.what },
        ..OFFERED_PAPER
    },
    traffic(APPOINTMENT, Step::AppointmentNotShown, Some(OF_ART_48), true),
    clinic(GATEWAY, Step::LookUpHealthGateway),
    clinic(PATIENT, Step::NumberSufficesUnderSix),
    clinic(PATIENT, Step::AdmitInEmergency),
];

/// Where the electronic identity was shown nobody speaks of paper any more (art. 33(3)).
const OFFERED_PAPER: Row<Allows> = traffic(OFFERED, Step::LookUpOrOfferedPaper, None, true);

const fn traffic((id, law): Law, step: Step, kinds: Option<&'static [Kind]>, only_not_shown: bool) -> Row<Allows> {
    let what = Allows { purpose: Purpose::TRAFFIC_CONTROL, kinds, step, only_not_shown, beside_identity: None };
    seen(id, law, articles::SINCE_LAW_36_2024, what)
}

/// Whoever with authority was shown the electronic identity may not ask for papers or data integrated in it (art.
/// 33(3)), at a control or in a procedure.
const fn beside_identity(purpose: Purpose) -> Row<Allows> {
    let (id, law) = INTEGRATED;
    let what = Allows {
        purpose,
        kinds: None,
        step: Step::LookUpIntegrated,
        only_not_shown: true,
        beside_identity: Some(true),
    };
    seen(id, law, articles::SINCE_LAW_118_2025, what)
}

const fn seen(id: &'static str, law: Text, from: Civil, what: Allows) -> Row<Allows> {
    Row { id, law, from, to: None, follows: None, confidence: Confidence::High, seen: articles::SEEN, what }
}

const fn clinic((id, law): Law, step: Step) -> Row<Allows> {
    let (purpose, kinds) = (Purpose::CLINIC_ADMISSION, None);
    let what = Allows { purpose, kinds, step, only_not_shown: false, beside_identity: None };
    seen(id, law, articles::SINCE_DECREE_188_2025, what)
}

impl Allows {
    fn applies(&self, purpose: Purpose, kind: Kind, when: When) -> bool {
        self.purpose == purpose
            && self.kinds.is_none_or(|kinds| kinds.contains(&kind))
            && !(self.only_not_shown && when == When::NumberTold)
            && self.beside_identity.is_none_or(|beside| beside == (when == When::BesideIdentity))
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

    pub(crate) fn json(self) -> Json {
        let mut members = Vec::from([("step", Json::text(self.step.code()))]);
        members.extend(self.rule.map(|rule| ("rule", Json::text(rule))));
        Json::object(members)
    }
}
