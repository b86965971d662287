//! Does the licence cover what is to be driven? Law 36/2024/QH15 art. 57, and for the classes from before 2025 art.
//! 89(2), whose rights stay as they were. What is not plain is *undetermined*, never *not covered*. Whether the licence
//! is in force is for other rules.

use super::classes::{
    BELOW_175, Class, Reach, Regime, borders, in_law, is_car_on_three_wheels, is_moped, largest,
    may_be_car_on_three_wheels, may_be_moped,
};
use super::{Case, Finding};
use crate::document::Paper;
use crate::document::driving_licence::{HeldClass, PartState, classes, part, regime, restrictions};
use crate::field::Field;
use crate::law::{self, articles};
use crate::question::{Cover, Covers, Drive, LicenceClass};
use crate::reason::{Gravity, Reason};
use crate::scene::{Gear, Vehicle, VehicleKind, VehicleMeasure};
use alloc::vec::Vec;
use core::cmp::Reverse;

/// No licence for a moped.
pub(super) const NOT_NEEDED: &str = "law-36-2024-art-56-1";
/// The classes since 2025.
pub(super) const CLASSES: &str = "law-36-2024-art-57";
/// The rights of older licences.
pub(super) const OLD_RIGHTS: &str = "law-36-2024-art-89";
/// Restriction codes.
pub(super) const CODES: &str = "circular-108-2026-annex-9";
/// The same from 1 March 2025 to 30 June 2026.
pub(super) const CODES_OF_2025: &str = "circular-12-2025-art-18";
/// The same before, by a circular that was not seen.
pub(super) const CODES_BEFORE: &str = "circular-35-2024";

/// What the classes since 2025 may give cause to find.
pub(super) const OF_CLASSES: &[Reason] = &[
    Reason::LicenceClassNotCovering,
    Reason::LicenceClassAskedNotCovered,
    Reason::LicenceCoverUndetermined,
    Reason::LicenceClassAskedUndetermined,
    Reason::AgreedFieldNotShown,
];
/// The same of older ones: one of them is for automatic cars by its name.
pub(super) const OF_OLD_RIGHTS: &[Reason] = &[
    Reason::LicenceClassNotCovering,
    Reason::LicenceClassAskedNotCovered,
    Reason::LicenceCoverUndetermined,
    Reason::LicenceClassAskedUndetermined,
    Reason::LicenceAutomaticOnly,
    Reason::AgreedFieldNotShown,
];
/// The same of restriction codes: where they are not shown, nothing is found by them.
pub(super) const OF_CODES: &[Reason] = &[
    Reason::LicenceClassNotCovering,
    Reason::LicenceClassAskedNotCovered,
    Reason::LicenceCoverUndetermined,
    Reason::LicenceClassAskedUndetermined,
    Reason::LicenceAdaptedControls,
    Reason::LicenceAutomaticOnly,
];

/// The same of a circular that was not seen: nothing is *not covered* by it.
pub(super) const OF_CODES_BEFORE: &[Reason] = &[
    Reason::LicenceCoverUndetermined,
    Reason::LicenceClassAskedUndetermined,
    Reason::LicenceAdaptedControls,
    Reason::LicenceAutomaticOnly,
];

/// The row on restriction codes that counts on the day.
fn codes_of(case: &Case<'_>) -> &'static str {
    let today = case.today().civil();
    if today < articles::SINCE_CIRCULAR_12_2025 {
        CODES_BEFORE
    } else if today < articles::SINCE_LAW_118_2025 {
        CODES_OF_2025
    } else {
        CODES
    }
}

/// The part that is in use.
pub(super) fn part_for(drive: Drive<'_>) -> Field {
    match drive {
        Drive::Vehicle(vehicle) if is_car_on_three_wheels(vehicle) => Field::CAR_PART,
        Drive::Vehicle(vehicle) => match vehicle.kind {
            VehicleKind::Moped | VehicleKind::Motorcycle | VehicleKind::Tricycle | VehicleKind::DisabledTricycle => {
                Field::MOTORCYCLE_PART
            }
            VehicleKind::Car
            | VehicleKind::SleeperCoach
            | VehicleKind::Truck
            | VehicleKind::FourWheeledPassenger
            | VehicleKind::FourWheeledGoods
            | VehicleKind::SpecialPurpose => Field::CAR_PART,
        },
        Drive::Class(LicenceClass::A1 | LicenceClass::A | LicenceClass::B1) => Field::MOTORCYCLE_PART,
        Drive::Class(_) => Field::CAR_PART,
    }
}

/// What was decided, and what is found because of it.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) covers: Covers,
    pub(super) finding: Option<Finding>,
}

/// What one rule finds: the finding of the decision, if this rule made it.
pub(super) fn found_by(case: &Case<'_>, rule: &'static str) -> Vec<Finding> {
    let decided = case.cover.filter(|decision| decision.covers.rule == rule);
    decided.and_then(|decision| decision.finding).into_iter().collect()
}

/// Whether the licence covers what is to be driven. Nothing to be driven, no question.
pub(super) fn decide(case: &Case<'_>) -> Option<Decision> {
    let drive = case.drive?;
    let decision = decide_on(case, drive);
    let Drive::Vehicle(vehicle) = drive else { return Some(decision) };
    let open = |of: &Decision| of.covers.answer == Cover::Undetermined;
    let measure =
        || VehicleMeasure::asked_for(vehicle, borders, |vehicle| !open(&decide_on(case, Drive::Vehicle(vehicle))));
    let measure = if open(&decision) { measure() } else { None };
    Some(Decision { covers: Covers { measure, ..decision.covers }, ..decision })
}

fn decide_on(case: &Case<'_>, drive: Drive<'_>) -> Decision {
    let step = match drive {
        Drive::Vehicle(vehicle) if is_moped(vehicle) => Step::not_needed(),
        Drive::Vehicle(vehicle) if may_be_car_on_three_wheels(vehicle) => undetermined(CLASSES, Field::CLASSES),
        // It may be a moped still: then no licence is lacking.
        Drive::Vehicle(vehicle) if vehicle.kind == VehicleKind::Moped && may_be_moped(&in_law(vehicle)) => {
            by_licence(case, drive, &[in_law(vehicle)]).never_no()
        }
        Drive::Vehicle(vehicle) => by_licence(case, drive, &[in_law(vehicle)]),
        Drive::Class(class) => by_licence(case, drive, &largest(class)),
    };
    let step = if may_deny(case, step.rule) { step } else { step.never_no() };
    let finding = step.because.map(|(reason, field)| case.found(worded(reason, drive), field));
    let answer = match step.reach {
        _ if step.rule == NOT_NEEDED && step.reach == Reach::Yes => Cover::NotNeeded,
        Reach::Yes => Cover::Yes,
        Reach::Unknown => Cover::Undetermined,
        Reach::No => Cover::No,
    };
    Decision { covers: Covers { answer, rule: step.rule, measure: None }, finding }
}

/// Whether a rule's *no* counts: not by a circular that was not seen, nor by law that nobody has looked at for a year.
fn may_deny(case: &Case<'_>, rule: &'static str) -> bool {
    rule != CODES_BEFORE && !case.scene.law_unchecked
}

/// The texts of a vehicle speak of this vehicle, those of a class of the class asked about.
const fn worded(reason: Reason, drive: Drive<'_>) -> Reason {
    match (reason, drive) {
        (Reason::LicenceClassNotCovering, Drive::Class(_)) => Reason::LicenceClassAskedNotCovered,
        (Reason::LicenceCoverUndetermined, Drive::Class(_)) => Reason::LicenceClassAskedUndetermined,
        _ => reason,
    }
}

/// How far the licence reaches, by which rule, and what is to be found.
#[derive(Clone, Copy)]
struct Step {
    reach: Reach,
    rule: &'static str,
    because: Option<(Reason, Field)>,
}

impl Step {
    const fn not_needed() -> Self {
        Self { reach: Reach::Yes, rule: NOT_NEEDED, because: Some((Reason::LicenceNotNeeded, Field::CLASSES)) }
    }

    const fn yes(rule: &'static str) -> Self {
        Self { reach: Reach::Yes, rule, because: None }
    }

    const fn no(rule: &'static str, field: Field) -> Self {
        Self { reach: Reach::No, rule, because: Some((Reason::LicenceClassNotCovering, field)) }
    }

    const fn unknown(rule: &'static str, reason: Reason, field: Field) -> Self {
        Self { reach: Reach::Unknown, rule, because: Some((reason, field)) }
    }

    /// Something that every paper must say and this one does not: `document::schema` found that.
    const fn unsaid(rule: &'static str) -> Self {
        Self { reach: Reach::Unknown, rule, because: None }
    }

    /// A restriction of class B decides only where no other class covers the vehicle; otherwise it is not plain.
    const fn if_so(self, of_class_b_alone: bool) -> Self {
        if of_class_b_alone || matches!(self.reach, Reach::Unknown) {
            self
        } else {
            undetermined(self.rule, Field::RESTRICTIONS)
        }
    }

    /// The same, but that a *no* is not plain.
    fn never_no(self) -> Self {
        match (self.reach, self.because) {
            (Reach::No, Some((_, field))) => undetermined(self.rule, field),
            _ => self,
        }
    }

    fn gravity(&self) -> Option<Gravity> {
        self.because.map(|(reason, _)| reason.row().gravity)
    }
}

/// What is read from a licence to answer.
struct Held<'a> {
    classes: Vec<HeldClass<'a>>,
    regime: Regime,
    codes: Option<Vec<&'a str>>,
    needed: Field,
}

fn by_licence(case: &Case<'_>, drive: Drive<'_>, vehicles: &[Vehicle]) -> Step {
    let paper = case.paper;
    let (needed, named) = (part_for(drive), regime(paper));
    let known = named.and_then(Regime::from_name);
    let rule = known.map_or(CLASSES, rule_of);
    if matches!(part(paper, needed), PartState::Absent) {
        let small = vehicles.iter().any(may_be_moped);
        return if small { undetermined(NOT_NEEDED, needed) } else { Step::no(rule, needed) };
    }
    if paper.value(Field::CLASSES).is_none() {
        return Step::unknown(rule, Reason::AgreedFieldNotShown, Field::CLASSES);
    }
    let (Some(classes), Some(_)) = (classes(paper), named) else { return Step::unsaid(rule) };
    let Some(regime) = known else { return Step::unknown(rule, Reason::LicenceCoverUndetermined, Field::REGIME) };
    let held = Held { classes: classes.collect(), regime, codes: restrictions(paper), needed };
    // All of them must be covered; the worst is told.
    let steps = vehicles.iter().map(|vehicle| by_classes(case, &held, vehicle));
    steps.min_by_key(|step| step.reach).unwrap_or_else(|| Step::unsaid(rule))
}

const fn rule_of(regime: Regime) -> &'static str {
    match regime {
        Regime::Of2008 => OLD_RIGHTS,
        Regime::Of2024 => CLASSES,
    }
}

fn by_classes(case: &Case<'_>, held: &Held<'_>, vehicle: &Vehicle) -> Step {
    let rule = rule_of(held.regime);
    let best = held.best(case, held.regime, vehicle, Codes::Heeded);
    match best {
        Reach::Yes => restricted(case, held, vehicle).unwrap_or(Step::yes(rule)),
        Reach::Unknown => undetermined(rule, Field::CLASSES),
        Reach::No if may_be_moped(vehicle) => undetermined(NOT_NEEDED, Field::CLASSES),
        // A name that the day of issue gives another meaning does not decide against its holder.
        Reach::No if regime_contradicts(case.paper, held.needed) && held.best_of_other(case, vehicle) == Reach::Yes => {
            undetermined(OLD_RIGHTS, Field::REGIME)
        }
        Reach::No if held.best(case, held.regime, vehicle, Codes::Ignored) != Reach::No => {
            Step::no(codes_of(case), Field::RESTRICTIONS)
        }
        Reach::No if held.draws_by_older_law() => undetermined(rule, Field::CLASSES),
        Reach::No => Step::no(rule, Field::CLASSES),
    }
}

/// Whether restriction codes that bear on a class's reach are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    Heeded,
    Ignored,
}

impl<'a> Held<'a> {
    /// A class of 2008 for trailers (FB2 to FE): how far it reached is known from recollection, so it decides for its
    /// holder and not against.
    fn draws_by_older_law(&self) -> bool {
        let of_trailers = |class: &HeldClass<'_>| class.name.starts_with('F');
        self.regime == Regime::Of2008 && self.needed == Field::CAR_PART && self.classes.iter().any(of_trailers)
    }

    fn has(&self, code: &str) -> bool {
        self.codes.as_ref().is_some_and(|codes| codes.contains(&code))
    }

    fn best(&self, case: &Case<'_>, regime: Regime, vehicle: &Vehicle, codes: Codes) -> Reach {
        let reach = |class: &HeldClass<'_>| self.reach(case, regime, class, vehicle, codes);
        self.classes.iter().map(reach).max().unwrap_or(Reach::No)
    }

    fn best_of_other(&self, case: &Case<'_>, vehicle: &Vehicle) -> Reach {
        self.best(case, self.regime.other(), vehicle, Codes::Heeded)
    }

    fn reach(&self, case: &Case<'_>, regime: Regime, of: &HeldClass<'_>, vehicle: &Vehicle, codes: Codes) -> Reach {
        let Some(class) = regime.class(of.name) else { return Reach::Unknown };
        let reach = class.reach(vehicle);
        let reach = if codes == Codes::Heeded { self.heeding(class, vehicle, reach) } else { reach };
        // Passed on a day to come: the paper contradicts itself.
        let ahead = of.passed_on.is_some_and(|passed| passed.earliest() > case.today());
        if ahead { reach.min(Reach::Unknown) } else { reach }
    }

    /// A.03 leaves the light motorcycles; A.01 says that its holder may drive a tricycle made for a disabled driver.
    fn heeding(&self, class: &Class, vehicle: &Vehicle, reach: Reach) -> Reach {
        let for_disabled = class.name == "A1" && self.has("A.01");
        match vehicle.kind {
            VehicleKind::Motorcycle if self.has("A.03") => reach.min(BELOW_175.reach(vehicle)),
            _ if is_car_on_three_wheels(vehicle) => reach,
            VehicleKind::DisabledTricycle if for_disabled => Reach::Yes,
            VehicleKind::Tricycle if for_disabled => reach.max(Reach::Unknown),
            _ => reach,
        }
    }

    /// The classes that cover the vehicle.
    fn covering(&self, case: &Case<'_>, vehicle: &Vehicle) -> impl Iterator<Item = &'static Class> {
        let covers =
            |class: &&HeldClass<'_>| self.reach(case, self.regime, class, vehicle, Codes::Heeded) == Reach::Yes;
        self.classes.iter().filter(covers).filter_map(|class| self.regime.class(class.name))
    }
}

/// What codes leave open of what a class covers (Circular 108/2026/TT-BCA, as Circular 12/2025/TT-BCA before it). Codes
/// `A.` are of the motorcycle part, `B.` of the car part.
fn restricted(case: &Case<'_>, held: &Held<'_>, vehicle: &Vehicle) -> Option<Step> {
    let Some(codes) = &held.codes else { return Some(Step::unsaid(rule_of(held.regime))) };
    let covering: Vec<_> = held.covering(case, vehicle).collect();
    let by_name = covering.iter().all(|class| class.automatic).then(|| automatic_only(vehicle, OLD_RIGHTS)).flatten();
    let rule = codes_of(case);
    let by_codes = codes.iter().filter_map(|code| by_code(rule, code, held.needed, vehicle, &covering));
    // The one that says least of what is covered; of those alike the gravest.
    by_codes.chain(by_name).min_by_key(|step| (step.reach, Reverse(step.gravity())))
}

fn by_code(rule: &'static str, code: &str, needed: Field, vehicle: &Vehicle, covering: &[&Class]) -> Option<Step> {
    let only = |name| covering.iter().all(|class| class.name == name);
    let of_other_part = if needed == Field::MOTORCYCLE_PART { "B." } else { "A." };
    match code {
        "A.03" => None,
        code if code.starts_with(of_other_part) => None,
        "A.01" if vehicle.kind != VehicleKind::Motorcycle => None,
        "A.01" if only("A1") => Some(Step::no(rule, Field::RESTRICTIONS)),
        "B.01" | "B.05" => automatic_only(vehicle, rule).map(|step| step.if_so(only("B"))),
        // Beside the gear, controls that suit a disabled driver: the officer sees them.
        "B.02" | "B.03" | "B.04" => {
            let adapted = Step::unknown(rule, Reason::LicenceAdaptedControls, Field::RESTRICTIONS);
            Some(automatic_only(vehicle, rule).map_or(adapted, |step| step.if_so(only("B"))))
        }
        _ => Some(undetermined(rule, Field::RESTRICTIONS)),
    }
}

/// For automatic cars only, electric ones included. The officer sees the gear lever: where nobody said what it is, a
/// note.
const fn automatic_only(vehicle: &Vehicle, rule: &'static str) -> Option<Step> {
    match vehicle.gear {
        Some(Gear::Automatic) => None,
        _ if vehicle.is_electric() => None,
        Some(Gear::Manual) => Some(Step::no(rule, Field::RESTRICTIONS)),
        None => Some(Step::unknown(rule, Reason::LicenceAutomaticOnly, Field::RESTRICTIONS)),
    }
}

const fn undetermined(rule: &'static str, field: Field) -> Step {
    Step::unknown(rule, Reason::LicenceCoverUndetermined, field)
}

/// Whether a part was issued on a day on which classes of the other law were issued (art. 88, 89: since 1 January
/// 2025).
pub(super) fn regime_contradicts(paper: &Paper, part_of: Field) -> bool {
    let PartState::Held(part) = part(paper, part_of) else { return false };
    let (Some(since), Some(issued)) = (law::day(articles::SINCE_LAW_36_2024), part.issued_on()) else { return false };
    match regime(paper).and_then(Regime::from_name) {
        Some(Regime::Of2008) => issued.earliest() >= since,
        Some(Regime::Of2024) => issued.latest() < since,
        None => false,
    }
}

#[cfg(test)]
pub(super) mod tests;
