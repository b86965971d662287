//! What the law makes of a genuine paper on the day of the inspection in Viet Nam.
//!
//! Each rule is a dated, cited function; one file per kind of paper. A rule says what its article says and nothing about proof: a paper
//! comes here only after its proof. A bearing field that is missing or malformed was found by `document::schema`; rules on it do not fire.
//!
//! **The frame** is this file: it asks the rules that count on the day, signs each finding with the rule's id, and holds a rule whose
//! law we know less well ([`Confidence`]) to notes. docs/rules.md is printed from the rows.

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

use crate::document::driving_licence::{PARTS, Part, PartState, part};
use crate::document::{Paper, StatusAnswer};
use crate::field::{Field, Kind, row};
use crate::finding::Finding;
use crate::question::{Covers, Drive};
use crate::reason::{Gravity, Reason};
use crate::scene::{Scene, Vehicle};
use crate::time::Day;
use alloc::vec::Vec;

/// One rule of law. From `from` until `to`, half-open, it may refer or refuse.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Stable, as in report JSON; once for each kind. The same id for two kinds is the same article.
    pub id: &'static str,
    /// The kind of paper it is about.
    pub kind: Kind,
    /// The article, as one cites it.
    pub law: &'static str,
    /// The article in Vietnamese.
    pub law_vi: &'static str,
    /// Its first day.
    pub from: Civil,
    /// The first day on which it no longer counts.
    pub to: Option<Civil>,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// Every reason it may find; none but these.
    pub finds: &'static [Reason],
    /// The name of the test function that fails without it.
    pub held_by: &'static str,
    judge: Judge,
}

/// Year, month, day.
pub type Civil = (i32, u32, u32);

/// How sure we are of the law behind a rule: the marks of the sources in docs/decisions.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Confidence {
    /// It reads a date or a state inside a proven paper: that counts on any day, whatever the law says elsewhere.
    InPaper,
    /// The text of the article was seen, or two sources agree on it.
    High,
    /// One decent source. At most a note.
    Medium,
    /// Recollection, or one weak source. At most a note.
    Low,
}

impl Confidence {
    /// The gravest that a rule may find. Nobody is referred or refused on law that was not seen.
    #[must_use]
    pub const fn most(self) -> Gravity {
        match self {
            Self::InPaper | Self::High => Gravity::Refuse,
            Self::Medium | Self::Low => Gravity::Note,
        }
    }

    /// Its name in docs/rules.md.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InPaper => "in paper",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
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

/// Everything the rules find about one paper, and whether a licence covers what is to be driven (`None`: no licence, or nothing to be
/// driven). `parts` are the status answers about a licence's parts; `drive` is what is to be driven.
pub(crate) fn apply(
    paper: &Paper,
    parts: &[(Field, StatusAnswer)],
    scene: &Scene<'_>,
    drive: Option<Drive<'_>>,
) -> (Vec<Finding>, Option<Covers>) {
    let case = Case::new(paper, parts, scene, drive);
    let covers = match paper.kind {
        Kind::FOREIGN_DRIVING_LICENCE => foreign_licence::covers(&case),
        _ => case.cover.map(|decision| decision.covers),
    };
    (ask(of_kind(paper.kind), &case), covers)
}

fn ask<'r>(rules: impl Iterator<Item = &'r Rule>, case: &Case<'_>) -> Vec<Finding> {
    let (mut found, mut of_parts, today) = (Vec::new(), Vec::new(), case.today().civil());
    let held = PARTS.map(|field| match part(case.paper, field) {
        PartState::Held(part) if case.paper.kind == Kind::DRIVING_LICENCE => Some(part),
        _ => None,
    });
    #[cfg(test)]
    let rules = rules.filter(|rule| !tests::rows::is_left_out(rule));
    for rule in rules.filter(|rule| rule.kind == case.paper.kind && rule.counts_on(today)) {
        let signed = |finding: Finding| finding.by(rule.id).at_most(rule.confidence.most());
        match rule.judge {
            Judge::Paper(judge) => found.extend(judge(case).into_iter().map(signed)),
            Judge::Part(judge) => {
                for part in held.iter().flatten() {
                    of_parts.extend(judge(case, part).into_iter().map(|finding| (part.field, signed(finding))));
                }
            }
        }
    }
    if !of_parts.is_empty() {
        found.extend(driving_licence::weigh(case, &of_parts));
    }
    #[cfg(test)]
    tests::frame::finds_what_its_rows_name(case.paper.kind, &found);
    found
}

/// Whether cover is the same for both, whatever the licence: they may differ in what no class looks at.
pub(crate) fn are_covered_alike(one: &Vehicle, other: &Vehicle) -> bool {
    classes::what_decides(one) == classes::what_decides(other)
}

/// The article behind a rule's id, as one cites it.
#[must_use]
pub fn citation(rule: &str) -> Option<&'static str> {
    all().find(|row| row.id == rule).map(|row| row.law)
}

/// The rules of one kind, in the order of [`all`]; none of a kind without.
fn of_kind(kind: Kind) -> impl Iterator<Item = &'static Rule> {
    let tables: [&'static [Rule]; 2] = match kind {
        Kind::IDENTITY => [identity::RULES, &[]],
        Kind::DRIVING_LICENCE => [driving_licence::RULES, &[]],
        Kind::FOREIGN_DRIVING_LICENCE => [foreign_licence::RULES, &[]],
        Kind::VEHICLE_REGISTRATION => [vehicle_registration::RULES, vehicle_papers::RULES],
        Kind::HEALTH_INSURANCE_CARD => [health_insurance_card::RULES, &[]],
        Kind::INSPECTION_CERTIFICATE => [inspection_certificate::RULES, vehicle_papers::RULES],
        Kind::LIABILITY_INSURANCE => [liability_insurance::RULES, vehicle_papers::RULES],
        Kind::FOREIGNER_IDENTITY => [foreigner_identity::RULES, &[]],
        Kind::DEPENDANT => [dependant::RULES, &[]],
        _ => [&[], &[]],
    };
    tables.into_iter().flatten().filter(move |rule| rule.kind == kind)
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

impl Rule {
    fn counts_on(&self, today: Civil) -> bool {
        let reached = |day: Civil| day <= today;
        self.confidence == Confidence::InPaper || (reached(self.from) && !self.to.is_some_and(reached))
    }
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

    /// Bad news that may have been undone since (points, suspension, seizure): past the role's tolerance it refers, and without an age it
    /// cannot be fresh.
    fn reversible(&self, finding: Finding) -> Finding {
        let fresh = finding.age().is_some_and(|age| age <= self.scene.reversible_tolerance);
        if fresh { finding } else { finding.at_most(Gravity::Refer) }
    }

    /// Held by the police until an appointment: a note until that day's end, against the paper afterwards (Decree 168/2024 art. 48(2)).
    fn held_until(&self, reason: Reason, field: Field, appointment: Day) -> Finding {
        let finding = self.reversible(self.found(reason, field));
        if self.is_over(appointment) { finding } else { finding.at_most(Gravity::Note) }
    }

    fn status_of(&self, part: Field) -> Option<StatusAnswer> {
        self.parts.iter().find(|(field, _)| *field == part).map(|(_, answer)| *answer)
    }

    /// A finding by a status list about a part, as old as the list.
    fn by_list(&self, reason: Reason, part: Field, age: Option<u64>) -> Finding {
        let finding = Finding::new(reason);
        let finding = age.map_or(finding, |age| finding.aged(age));
        row(self.paper.kind, part).map_or(finding, |row| finding.about(row))
    }
}

#[cfg(test)]
mod tests;
