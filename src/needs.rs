//! What this vehicle or this visit needs, and what was shown of it; what may be done where no code is shown at all.
//!
//! A paper that is needed and was not shown is not said to be missing, and nothing green hides it: it is its own line,
//! with the rule that asks for it.

mod lawful;
mod number;
mod table;
mod unchecked;

use crate::consistency::vehicle_of;
use crate::document::Paper;
use crate::document::person::Person;
use crate::field::{Kind, Purpose};
use crate::finding::Finding;
use crate::json::Json;
use crate::language::Text;
use crate::law::Row;
use crate::reason::{Gravity, Reason};
use crate::report::{Report, kind_json};
use crate::rules;
use crate::scene::{Vehicle, VehicleMeasure};
use crate::time::{Day, UnixTime};
use alloc::vec::Vec;
use lawful::{When, steps};
use table::Answer;

pub use lawful::{Allows, LawfulStep};
pub use number::NumberForm;
pub use table::Needs;
pub use unchecked::{NothingShown, NumberOnly};

/// One paper that a vehicle or a visit may need. It holds no values.
#[derive(Clone, Debug)]
pub struct Need {
    kind: Kind,
    state: NeedState,
    finding: Option<Finding>,
    rule: &'static str,
    law: &'static str,
    steps: Vec<LawfulStep>,
    measure: Option<VehicleMeasure>,
}

/// How a paper that may be needed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NeedState {
    /// Shown and proven, or answered for this vehicle. Whether it is in force its own report says.
    Shown,
    /// Only an answer was given in its place, and not for this vehicle: it counts for nothing here.
    Answered,
    /// Shown and not proven, or perhaps within a code that could not be proven: looked up, never called *not shown*.
    NotProven,
    /// Not shown. It does not follow that there is none.
    NotShown,
    /// The law asks for none here.
    NotApplicable,
    /// Whether it is needed depends on what is not known of the vehicle.
    Undetermined,
}

impl NeedState {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Answered => "answered",
            Self::NotProven => "not_proven",
            Self::NotShown => "not_shown",
            Self::NotApplicable => "not_applicable",
            Self::Undetermined => "undetermined",
        }
    }

    /// What it gives cause to find. A paper that this post did not ask for is found on the post's side, not on the
    /// citizen's.
    const fn reason(self, asked: bool) -> Option<Reason> {
        match self {
            Self::NotShown if asked => Some(Reason::PapersNotShown),
            Self::NotShown => Some(Reason::PapersNotAsked),
            Self::Undetermined => Some(Reason::PapersNeedUndetermined),
            // Of an answer that is not about this vehicle its own showing says so.
            Self::Shown | Self::Answered | Self::NotProven | Self::NotApplicable => None,
        }
    }
}

/// What papers are needed for: why, when, which vehicle, which patient.
pub(crate) struct Occasion {
    purpose: Purpose,
    at: UnixTime,
    vehicle: Option<Vehicle>,
    /// A registration describes another kind of vehicle than the one picked. Which of the two stands there is open
    /// then, so neither can make a paper *not needed*.
    disputed: bool,
    /// Whether the patient is certainly, and whether possibly, under six: a birth date may lack its day. Neither, if it
    /// was not shown.
    under_six: (bool, bool),
    /// What was answered while every registration could be read.
    kept: Option<Answers>,
}

/// What the law says of each paper on an occasion, without what it rests on.
#[derive(Clone, Debug)]
pub(crate) struct Answers {
    of_kinds: Vec<(Kind, Option<Answer>)>,
    disputed: bool,
}

impl Occasion {
    /// An occasion with what its registrations tell of it.
    pub(crate) fn new(purpose: Purpose, at: UnixTime, vehicle: Option<Vehicle>, papers: &[&Paper]) -> Self {
        let disputed = vehicle_of(papers).is_some_and(|shown| vehicle.is_some_and(|picked| picked.kind != shown.kind));
        Self { purpose, at, vehicle, disputed, under_six: (false, false), kept: None }
    }

    /// The same with what is known of its patient ([`under_six`]).
    pub(crate) const fn of_patient(mut self, under_six: (bool, bool)) -> Self {
        self.under_six = under_six;
        self
    }

    /// The same where a registration can be read no more: as was answered while it could; else which vehicle stands
    /// there is open.
    pub(crate) fn answered_as(mut self, kept: Option<Answers>) -> Self {
        self.disputed = kept.as_ref().is_none_or(|kept| kept.disputed);
        self.kept = kept;
        self
    }

    /// What it answers, to be kept.
    pub(crate) fn answers(&self) -> Answers {
        let of_kinds = self.rows().map(|row| (row.what.kind, self.answer(row))).collect();
        Answers { of_kinds, disputed: self.disputed }
    }

    /// Which measure of the vehicle would decide, where one would.
    fn asks_measure(&self, row: &Row<Needs>) -> Option<VehicleMeasure> {
        let vehicle = self.vehicle.as_ref().filter(|_| self.kept.is_none() && !self.disputed)?;
        VehicleMeasure::asked_for(vehicle, rules::borders, |vehicle| {
            let of = Self { vehicle: Some(*vehicle), kept: None, ..*self };
            (row.what.judge)(&of) != Some(Answer::Unknown)
        })
    }

    fn answer(&self, row: &Row<Needs>) -> Option<Answer> {
        let kept = self.kept.as_ref().and_then(|kept| kept.of_kinds.iter().find(|(kind, _)| *kind == row.what.kind));
        kept.map_or_else(|| (row.what.judge)(self), |(_, answer)| *answer)
    }

    /// Whether the law has a paper of this kind brought to such an occasion, whatever the vehicle.
    pub(crate) fn asks_for(&self, kind: Kind) -> bool {
        self.rows().any(|row| row.what.kind == kind)
    }

    fn rows(&self) -> impl Iterator<Item = &'static Row<Needs>> {
        let (purpose, today) = (self.purpose, self.at.day().civil());
        needs_by_law().filter(move |row| row.what.purpose == purpose && row.counts_on(today))
    }
}

/// Whether the person of a paper is certainly, and whether possibly, under six at this time.
pub(crate) fn under_six(paper: &Paper, at: UnixTime) -> (bool, bool) {
    let Some(born) = Person::of(paper).and_then(|person| person.date_of_birth()) else { return (false, false) };
    let before = |born: Day| sixth_birthday(born).is_some_and(|birthday| at.day() < birthday);
    (before(born.earliest()), before(born.latest()))
}

/// The day on which somebody is six. Born on 29 February: 1 March, as the day before is not yet the anniversary.
fn sixth_birthday(born: Day) -> Option<Day> {
    let (year, month, day) = born.civil();
    let year = year.checked_add(6)?;
    Day::from_civil(year, month, day).or_else(|| Day::from_civil(year, 3, 1))
}

/// Everything that an occasion may need, held against what the reports show, in the order of the law. `asked` says
/// which kinds were asked for, `counts` whether the answer at a place (of the report, and of the paper in it) is about
/// the vehicle that stands there.
pub(crate) fn needs(
    occasion: &Occasion,
    reports: &[Report],
    asked: impl Fn(Kind) -> bool,
    counts: impl Fn((usize, usize)) -> bool,
) -> Vec<Need> {
    occasion
        .rows()
        .filter_map(|row| Need::judge(row, occasion, &Showing::of(&row.what, reports, &counts), &asked))
        .collect()
}

/// What the reports of an encounter show of one need.
#[derive(Clone, Copy, Default)]
struct Showing {
    /// The paper, or another in its place.
    paper: Option<NeedState>,
    /// Another by which this one is looked up.
    looked_up: bool,
    /// A code that could not be proven may have held it.
    may_hide: bool,
    /// An electronic identity.
    identity: bool,
}

impl Showing {
    fn of(needs: &Needs, reports: &[Report], counts: &impl Fn((usize, usize)) -> bool) -> Self {
        let is_proven = |kind| state_of(&[kind], reports, counts) == Some(NeedState::Shown);
        let looked_up = needs.looked_up && needs.instead.is_some_and(is_proven);
        let instead = needs.instead.filter(|_| !needs.looked_up);
        Self {
            paper: state_of(&[Some(needs.kind), instead].into_iter().flatten().collect::<Vec<_>>(), reports, counts),
            looked_up,
            may_hide: may_hide(reports),
            identity: is_proven(Kind::IDENTITY) || is_proven(Kind::FOREIGNER_IDENTITY),
        }
    }
}

impl Need {
    fn judge(row: &Row<Needs>, occasion: &Occasion, seen: &Showing, asked: &impl Fn(Kind) -> bool) -> Option<Self> {
        let Needs { kind, instead, .. } = row.what;
        let answer = occasion.answer(row)?;
        if seen.looked_up && !matches!(seen.paper, Some(NeedState::Shown)) {
            return Some(Self::looked_up(row, occasion));
        }
        let (state, gravity) = match (answer, seen.paper) {
            (Answer::NotNeeded, None | Some(NeedState::Answered)) if !occasion.disputed => {
                (NeedState::NotApplicable, Gravity::Note)
            }
            (_, Some(state)) => (state, Gravity::Note),
            (Answer::Needed(gravity), None) if seen.may_hide => (NeedState::NotProven, gravity),
            (Answer::Needed(gravity), None) => (NeedState::NotShown, gravity),
            (Answer::Unknown | Answer::NotNeeded, None) => (NeedState::Undetermined, Gravity::Refer),
        };
        let lawful = |state| matches!(state, NeedState::NotShown | NeedState::Undetermined);
        let asked = [Some(kind), instead].into_iter().flatten().any(asked);
        let when = if seen.identity { When::BesideIdentity } else { When::NotShown };
        let steps =
            if lawful(state) && asked { steps(occasion.purpose, kind, when, occasion.at.day()) } else { Vec::new() };
        let finding = state.reason(asked).map(|reason| row.sign(Finding::new(reason).of_kind(kind).at_most(gravity)));
        let measure = if state == NeedState::Undetermined { occasion.asks_measure(row) } else { None };
        Some(Self { kind, state, finding, rule: row.id, law: row.law.en, steps, measure })
    }

    /// Nobody need bring it: the other paper suffices, and this one is looked up by its number.
    fn looked_up(row: &Row<Needs>, occasion: &Occasion) -> Self {
        let kind = row.what.kind;
        let finding = row.sign(Finding::new(Reason::HealthLookedUpByIdentity).of_kind(kind));
        let steps = steps(occasion.purpose, kind, When::NumberTold, occasion.at.day());
        let state = NeedState::NotApplicable;
        Self { kind, state, finding: Some(finding), rule: row.id, law: row.law.en, steps, measure: None }
    }

    /// What a paper that is not there gives cause to find.
    pub(crate) const fn finding(&self) -> Option<Finding> {
        self.finding
    }

    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How it stands.
    #[must_use]
    pub const fn state(&self) -> NeedState {
        self.state
    }

    /// The rule that asks for it, or says that none is needed, by its id.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// Its article, as one cites it.
    #[must_use]
    pub const fn law(&self) -> &'static str {
        self.law
    }

    /// Which measure of the vehicle to look for where it is undetermined and a measure would decide: the encounter is
    /// then judged again, without a scan.
    #[must_use]
    pub const fn measure(&self) -> Option<VehicleMeasure> {
        self.measure
    }

    /// What may lawfully be done where it was asked for and not shown, in order; empty otherwise.
    #[must_use]
    pub fn steps(&self) -> &[LawfulStep] {
        &self.steps
    }

    pub(crate) fn json(&self) -> Json {
        let mut members = Vec::from([
            ("kind", kind_json(self.kind)),
            ("rule", Json::text(self.rule)),
            ("state", Json::text(self.state.name())),
            ("steps", steps_json(&self.steps)),
        ]);
        members.extend(self.measure.map(|measure| ("measure", Json::text(measure.name()))));
        Json::object(members)
    }
}

/// How papers of these kinds stand among the reports.
fn state_of(kinds: &[Kind], reports: &[Report], counts: &impl Fn((usize, usize)) -> bool) -> Option<NeedState> {
    let places = reports.iter().enumerate().flat_map(|(index, report)| {
        report.papers().iter().enumerate().map(move |(place, paper)| ((index, place), paper))
    });
    let states =
        places.filter(|(_, paper)| kinds.contains(&paper.kind())).map(|(place, paper)| match paper.is_agreed() {
            true if counts(place) => NeedState::Shown,
            true => NeedState::Answered,
            false => NeedState::NotProven,
        });
    // One that is shown is enough; an answer is more than a code that failed.
    states.min_by_key(|state| match state {
        NeedState::Shown => 0,
        NeedState::Answered => 1,
        _ => 2,
    })
}

/// Whether a code that could not be proven may have held further papers: which, only a proof would have told.
fn may_hide(reports: &[Report]) -> bool {
    let hides = |report: &Report| {
        let mut failed = report.findings().iter().filter(|finding| finding.is_failed_proof());
        failed.any(|finding| report.papers().is_empty() || finding.token().is_some())
    };
    reports.iter().any(hides)
}

fn steps_json(steps: &[LawfulStep]) -> Json {
    Json::List(steps.iter().map(|step| step.json()).collect())
}

/// Every row of law that says which papers an occasion needs, in the order a report tells them.
pub fn needs_by_law() -> impl Iterator<Item = &'static Row<Needs>> {
    table::ROWS.iter()
}

/// Every row of law that allows a step where a paper was not shown, in the order to try them.
pub fn steps_by_law() -> impl Iterator<Item = &'static Row<Allows>> {
    lawful::ROWS.iter()
}

/// The article behind a rule's id, as one cites it: of a rule on papers, of a need, or of a lawful step.
#[must_use]
pub fn citation(rule: &str) -> Option<&'static str> {
    laws().find(|(id, _)| *id == rule).map(|(_, law)| law.en)
}

/// The same citation in Vietnamese, as its law writes it: điểm, khoản, Điều, then the text they stand in. `None`:
/// nothing here cites it so.
///
/// ```
/// assert_eq!(doichieu::citation_vi("Law 36/2024/QH15 art. 59(1)(e)"), Some("điểm e khoản 1 Điều 59 Luật 36/2024/QH15"));
/// ```
#[must_use]
pub fn citation_vi(citation: &str) -> Option<&'static str> {
    laws().find(|(_, law)| law.en == citation).map(|(_, law)| law.vi)
}

/// The id and the article of every row of law.
fn laws() -> impl Iterator<Item = (&'static str, Text)> {
    let rules = rules::all().map(|row| (row.id, row.law));
    let needs = needs_by_law().map(|row| (row.id, row.law));
    rules.chain(needs).chain(steps_by_law().map(|row| (row.id, row.law)))
}

#[cfg(test)]
mod tests;
