//! What the law makes of a genuine paper on the day of the inspection in Viet Nam.
//!
//! Each rule is a dated, cited function; one file per kind of paper. A rule says what its article says and nothing
//! about proof: a paper comes here only after its proof. A bearing field that is missing or malformed was found by
//! `document::schema`; rules on it do not fire.
//!
//! **The frame** is this file: it asks the rules that count on the day ([`Row`]) and has each sign what it finds.
//! docs/rules.md is printed from the rows.

mod classes;
mod cover;
mod dependant;
mod driving_licence;
mod foreign_licence;
mod foreigner_identity;
mod health_insurance_card;
mod identity;
mod inspection_certificate;
mod liability_insurance;
mod licence_dates;
mod number;
mod vehicle_papers;
mod vehicle_registration;

use crate::current::OF_PART;
use crate::document::driving_licence::{PARTS, Part, PartState, part};
use crate::document::{Paper, StatusAnswer};
use crate::field::{Field, Kind, row};
use crate::finding::Finding;
use crate::question::{Covers, Drive};
use crate::reason::{Gravity, Reason, Turn};
use crate::scene::{Scene, Vehicle};
use crate::time::Day;
use alloc::vec::Vec;

pub use crate::law::articles::{CHECKED_ON, SEEN_UNTIL};
pub use crate::law::{Civil, Confidence, Row};
pub(crate) use classes::{borders, is_car_on_three_wheels, is_moped, may_be_car_on_three_wheels, may_be_moped};

/// One rule of law about one kind of paper. On the days on which it counts it may refer or refuse.
pub type Rule = Row<Finds>;

/// What a rule may find, and how.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Finds {
    /// The kind of paper it is about. An id stands once for each.
    pub kind: Kind,
    /// Every reason it may find; none but these.
    pub finds: &'static [Reason],
    judge: Judge,
}

/// What a rule is asked about.
#[derive(Clone, Copy, Debug)]
enum Judge {
    /// A whole paper.
    Paper(fn(&Case<'_>) -> Vec<Finding>),
    /// One part of a licence; how grave it is depends on the part in use.
    Part(fn(&Case<'_>, &Part<'_>) -> Vec<Finding>),
}

/// One paper before the rules.
#[derive(Clone, Copy)]
struct Case<'a> {
    paper: &'a Paper,
    parts: &'a [(Field, StatusAnswer)],
    scene: &'a Scene<'a>,
    drive: Option<Drive<'a>>,
    /// Whether a licence covers it: decided once, for every rule that may have done so.
    cover: Option<cover::Decision>,
}

/// Everything the rules find about one paper, and whether a licence covers what is to be driven (`None`: no licence, or
/// nothing to be driven). `parts` are the status answers about a licence's parts; `drive` is what is to be driven.
pub(crate) fn apply(
    paper: &Paper,
    parts: &[(Field, StatusAnswer)],
    scene: &Scene<'_>,
    drive: Option<Drive<'_>>,
) -> (Vec<Finding>, Option<Covers>) {
    let case = Case::new(paper, parts, scene, drive);
    (ask(all(), &case), case.covers())
}

/// What these rules find, those of them that are about this kind of paper and count on the day.
fn ask<'r>(rules: impl Iterator<Item = &'r Rule>, case: &Case<'_>) -> Vec<Finding> {
    let (mut found, mut of_parts, today) = (Vec::new(), Vec::new(), case.today().civil());
    let held = PARTS.map(|field| match part(case.paper, field) {
        PartState::Held(part) if case.paper.kind == Kind::DRIVING_LICENCE => Some(part),
        _ => None,
    });
    for rule in rules.filter(|rule| rule.what.kind == case.paper.kind && rule.counts_on(today)) {
        match rule.what.judge {
            Judge::Paper(judge) => found.extend(judge(case).into_iter().map(|finding| case.signed(rule, finding))),
            Judge::Part(judge) => {
                for part in held.iter().flatten() {
                    of_parts.extend(judge(case, part).into_iter().map(|of| (part.field, case.signed(rule, of))));
                }
            }
        }
    }
    if !of_parts.is_empty() {
        found.extend(driving_licence::weigh(case, &of_parts));
    }
    found
}

/// Whether cover is the same for both, whatever the licence: they may differ in what no class looks at.
pub(crate) fn are_covered_alike(one: &Vehicle, other: &Vehicle) -> bool {
    classes::what_decides(one) == classes::what_decides(other)
}

/// Whether what was computed beside one vehicle counts beside this one: they are covered alike, or this one is the same
/// by a number where then a bound was known.
pub(crate) fn counts_beside(this: &Vehicle, then: &Vehicle) -> bool {
    classes::what_decides(this).is_within(&classes::what_decides(then)) || are_covered_alike(this, then)
}

/// Every rule, kind by kind.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let tables: [&'static [Rule]; 10] = [
        identity::RULES,
        driving_licence::RULES,
        foreign_licence::RULES,
        vehicle_registration::RULES,
        health_insurance_card::RULES,
        inspection_certificate::RULES,
        liability_insurance::RULES,
        vehicle_papers::RULES,
        foreigner_identity::RULES,
        dependant::RULES,
    ];
    tables.into_iter().flatten()
}

impl<'a> Case<'a> {
    fn new(
        paper: &'a Paper,
        parts: &'a [(Field, StatusAnswer)],
        scene: &'a Scene<'a>,
        drive: Option<Drive<'a>>,
    ) -> Self {
        let case = Self { paper, parts, scene, drive, cover: None };
        let is_licence = paper.kind == Kind::DRIVING_LICENCE;
        Self { cover: is_licence.then(|| cover::decide(&case)).flatten(), ..case }
    }
}

impl Case<'_> {
    /// The day of the inspection, UTC+7. A last day is in force to its end.
    fn today(&self) -> Day {
        self.scene.at.day()
    }

    /// A finding as a rule's own. Of law that nobody has looked at for a year it refers at most; what a paper itself
    /// says counts on any day.
    fn signed(&self, rule: &Rule, finding: Finding) -> Finding {
        let signed = rule.sign(finding);
        let aged = self.scene.law_unchecked && rule.confidence != Confidence::InPaper;
        if aged { signed.at_most(Gravity::Refer) } else { signed }
    }

    fn is_over(&self, last_day: Day) -> bool {
        last_day < self.today()
    }

    /// Seconds since the register said what the paper says.
    fn paper_age(&self) -> u64 {
        self.scene.at.since(self.paper.source.as_of)
    }

    /// A finding about a field of this paper, as old as the paper's news.
    fn found(&self, reason: Reason, field: Field) -> Finding {
        let finding = Finding::new(reason).aged_by_paper(self.paper_age());
        row(self.paper.kind, field).map_or(finding, |row| finding.about(row))
    }

    /// Whether a licence covers what is to be driven.
    fn covers(&self) -> Option<Covers> {
        match self.paper.kind {
            Kind::FOREIGN_DRIVING_LICENCE => foreign_licence::covers(self),
            _ => self.cover.map(|decision| decision.covers),
        }
    }

    /// Bad news that may have been undone since: points, suspension, seizure.
    fn reversible(&self, finding: Finding) -> Finding {
        finding.reversible(self.scene.reversible_tolerance)
    }

    /// Held by the police until an appointment: a note until that day's end, against the paper afterwards (Decree
    /// 168/2024 art. 48(2)).
    fn seized_until(&self, reason: Reason, field: Field, appointment: Day) -> Finding {
        let finding = self.reversible(self.found(reason, field));
        if self.is_over(appointment) {
            finding.turned(Turn::Past)
        } else {
            finding.turned(Turn::Ahead).at_most(Gravity::Note)
        }
    }

    /// What a status list says against a part, as old as the list.
    fn by_list(&self, part: Field) -> Option<Finding> {
        let (_, answer) = self.parts.iter().find(|(field, _)| *field == part)?;
        let finding = OF_PART.found(*answer, self.scene.reversible_tolerance)?;
        Some(row(self.paper.kind, part).map_or(finding, |row| finding.about(row)))
    }
}

#[cfg(test)]
mod tests;
