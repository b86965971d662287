//! Dates of a driving licence against its classes: ages, terms, and which law's classes were issued when.
//!
//! Everything here is a note: a licence that contradicts the tables may follow a provision that was not seen, and is
//! the issuer's matter.

use super::classes::{Class, Regime, in_law};
use super::cover::regime_contradicts;
use super::{Case, Finding};
use crate::document::driving_licence::{HeldClass, Part, classes, regime};
use crate::field::Field;
use crate::law::{self, articles::SINCE_LAW_36_2024};
use crate::question::Drive;
use crate::reason::Reason;
use crate::scene::VehicleKind;
use crate::time::Day;
use crate::value::{Date, Value};
use alloc::vec::Vec;

/// Classes of the law of 2008 are issued to the end of 2024, those of 2024 since (art. 88, 89).
pub(super) fn regime_and_issue(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let odd = regime_contradicts(case.paper, part.field);
    odd.then(|| case.found(Reason::LicenceRegimeUnusual, Field::REGIME)).into_iter().collect()
}

/// Nobody is issued a class before its age (Law 36/2024/QH15 art. 59(1); Law 23/2008/QH12 art. 60(1)).
pub(super) fn least_ages(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let Some((regime, mut held)) = classes_of(case, part) else { return Vec::new() };
    let (Some(born), Some(issued)) = (born(case), part.issued_on()) else { return Vec::new() };
    // A class got by exchange of an older one was earned under the older law's ages.
    let since = law::day(SINCE_LAW_36_2024);
    let exchanged = |class: &HeldClass<'_>| {
        regime == Regime::Of2024 && class.passed_on.is_some_and(|passed| Some(passed.earliest()) < since)
    };
    let too_young = |(class, row): (HeldClass<'_>, &Class)| {
        let reached = least_age(regime, row.name).and_then(|age| birthday(born.earliest(), age));
        !exchanged(&class) && reached.is_some_and(|reached| issued.latest() < reached)
    };
    let odd = held.any(too_young);
    odd.then(|| case.found(Reason::LicenceAgeUnusual, Field::CLASSES)).into_iter().collect()
}

/// A part ends when the term of one of its classes does, give or take a day (art. 57(5); before 2025 Circular
/// 12/2017/TT-BGTVT art. 17). Class D may end sooner, at its age limit (Circular 108/2026 art. 18(9)), and so may a
/// foreigner's licence, with visa, residence card or home licence (art. 24(5)(a)): of these only a longer term is odd,
/// and of a holder whose nationality is not shown.
pub(super) fn terms(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let Some((regime, held)) = classes_of(case, part) else { return Vec::new() };
    let Some(issued) = part.issued_on().and_then(Date::full) else { return Vec::new() };
    let Some(last) = part.end() else { return Vec::new() };
    let vietnamese = case.paper.value(Field::NATIONALITY).and_then(Value::as_text) == Some("VNM");
    let fits = |row: &Class| {
        let term = term(regime, row.name);
        let may_be_cut = !vietnamese || (regime, row.name) == (Regime::Of2024, "D");
        term.fits(issued, last, born(case)) || (may_be_cut && term.outlasts(issued, last))
    };
    let mut fit = held.map(|(_, row)| fits(row)).peekable();
    let odd = fit.peek().is_some() && !fit.any(|fits| fits);
    odd.then(|| case.found(Reason::LicenceTermUnusual, part.field)).into_iter().collect()
}

/// Drivers of coaches of more than 29 passengers, or with berths, are at most 57 (art. 59(1)(e); 55 for women, which no
/// licence tells).
pub(super) fn greatest_age(case: &Case<'_>) -> Vec<Finding> {
    let Some(Drive::Vehicle(vehicle)) = case.drive else { return Vec::new() };
    let vehicle = in_law(vehicle);
    let large = match vehicle.kind {
        VehicleKind::SleeperCoach => true,
        VehicleKind::Car => vehicle.seats.is_some_and(|seats| seats.is_at_most(MOST_SEATS) == Some(false)),
        _ => false,
    };
    let reached = born(case).and_then(|born| birthday(born.latest(), GREATEST_AGE));
    let over = large && reached.is_some_and(|reached| reached < case.today());
    over.then(|| case.found(Reason::LicenceAgeLimit, Field::CLASSES)).into_iter().collect()
}

/// 29 passengers and the driver.
const MOST_SEATS: u64 = 30;
const GREATEST_AGE: i32 = 57;

fn born(case: &Case<'_>) -> Option<Date> {
    case.paper.value(Field::DATE_OF_BIRTH)?.as_date()
}

/// The known classes that belong to a part.
fn classes_of<'a>(
    case: &Case<'a>,
    part: &Part<'_>,
) -> Option<(Regime, impl Iterator<Item = (HeldClass<'a>, &'static Class)> + use<'a>)> {
    let regime = regime(case.paper).and_then(Regime::from_name)?;
    let motorcycle = part.field == Field::MOTORCYCLE_PART;
    let known = classes(case.paper)?.filter_map(move |class| Some((class, regime.class(class.name)?)));
    Some((regime, known.filter(move |(_, row)| row.is_of_motorcycles() == motorcycle)))
}

fn least_age(regime: Regime, class: &str) -> Option<i32> {
    Some(match (regime, class) {
        (Regime::Of2024, "A1" | "A" | "B1" | "B" | "C1") => 18,
        (Regime::Of2024, "C" | "BE") => 21,
        (Regime::Of2024, "D1" | "D2" | "C1E" | "CE") => 24,
        (Regime::Of2024, "D" | "D1E" | "D2E" | "DE") => 27,
        (Regime::Of2008, "A1" | "A2" | "A3" | "A4" | "B1.1" | "B11" | "B1" | "B2") => 18,
        (Regime::Of2008, "C" | "FB2") => 21,
        (Regime::Of2008, "D" | "FC") => 24,
        (Regime::Of2008, "E" | "FD" | "FE") => 27,
        _ => return None,
    })
}

/// How long a class is issued for.
#[derive(Clone, Copy)]
enum Term {
    NoEnd,
    Years(i32),
    /// To 55 or 60 years of age, or 10 years for who is older than 45 or 50 at issue.
    ToAge,
    NotKnown,
}

fn term(regime: Regime, class: &str) -> Term {
    match (regime, class) {
        (Regime::Of2024, "A1" | "A" | "B1") | (Regime::Of2008, "A1" | "A2" | "A3") => Term::NoEnd,
        (Regime::Of2024, "B" | "C1") | (Regime::Of2008, "B2") => Term::Years(10),
        (Regime::Of2024, _) | (Regime::Of2008, "C" | "D" | "E" | "FB2" | "FC" | "FD" | "FE") => Term::Years(5),
        (Regime::Of2008, "B1" | "B1.1" | "B11") => Term::ToAge,
        (Regime::Of2008, _) => Term::NotKnown,
    }
}

impl Term {
    /// `last`: the last day, or none.
    fn fits(self, issued: Day, last: Option<Day>, born: Option<Date>) -> bool {
        let within = |last: Day, from: Day, years: i32, to: Day| {
            let (first, end) = (birthday(from, years), birthday(to, years));
            first.is_some_and(|first| last.days_since(first) >= -1) && end.is_some_and(|end| last.days_since(end) <= 1)
        };
        match (self, last) {
            (Self::NotKnown, _) | (Self::NoEnd, None) => true,
            (Self::NoEnd, Some(_)) | (Self::Years(_) | Self::ToAge, None) => false,
            (Self::Years(years), Some(last)) => within(last, issued, years, issued),
            (Self::ToAge, Some(last)) => {
                let to = |age| born.is_none_or(|born| within(last, born.earliest(), age, born.latest()));
                to(55) || to(60) || within(last, issued, 10, issued)
            }
        }
    }
}

impl Term {
    /// Whether a part that ends sooner ends within it.
    fn outlasts(self, issued: Day, last: Option<Day>) -> bool {
        match (self, last) {
            (Self::Years(years), Some(last)) => birthday(issued, years).is_some_and(|end| last <= end),
            // An end that B1 of 2008 runs to by age may be decades away: any end before that is within it.
            (Self::NoEnd | Self::ToAge | Self::NotKnown, last) => last.is_some(),
            (Self::Years(_), None) => false,
        }
    }
}

/// The same day so many years later; the 28th for a 29th of February that is not there.
fn birthday(of: Day, years: i32) -> Option<Day> {
    let (year, month, day) = of.civil();
    let year = year.checked_add(years)?;
    Day::from_civil(year, month, day).or_else(|| Day::from_civil(year, month, 28))
}

#[cfg(test)]
pub(super) mod tests;
