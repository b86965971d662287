//! Papers of one presentation against each other: same person? whose vehicle, and is it the one standing there?
//!
//! "Same person" is a relation between papers, not a property of the key they hang on: two papers agree in number, or in name and date
//! of birth, or are of a child and its parent. It compares what was shown; it does not prove who holds the phone.

mod plates;

use crate::document::Paper;
use crate::document::person::Person;
use crate::document::vehicle_registration as registration;
use crate::field::{Field, Kind, row};
use crate::finding::Finding;
use crate::reason::Reason;
use crate::scene::{Scene, Vehicle};
use crate::text::compare;
use alloc::vec::Vec;

/// What the papers say against each other and against the plate seen. `tokens`: the token that each paper came from, in the same order.
pub(crate) fn across(papers: &[&Paper], tokens: &[u8], scene: &Scene<'_>) -> Vec<Finding> {
    let papers: Vec<(&Paper, u8)> = papers.iter().copied().zip(tokens.iter().copied()).collect();
    let mut found = Vec::new();
    for (place, (paper, token)) in papers.iter().enumerate() {
        let earlier = papers.iter().take(place);
        found.extend(earlier.filter_map(|(before, from)| linked((before, *from), (paper, *token))));
    }
    found.extend(of_vehicles(&papers, scene));
    found
}

/// Papers of vehicles against each other, against the plate seen, and against whoever drives. Asked of a whole stop too, where each phone
/// is another person's.
pub(crate) fn of_vehicles(papers: &[(&Paper, u8)], scene: &Scene<'_>) -> Vec<Finding> {
    let registrations = papers.iter().filter(|(paper, _)| paper.kind == Kind::VEHICLE_REGISTRATION);
    let owners = registrations.filter_map(|(paper, token)| Some(owner_differs(paper, papers)?.in_token(*token)));
    owners.chain(plates::of_vehicles(papers, scene.seen.plate.as_deref())).collect()
}

/// Whether a finding is one of [`of_vehicles`]: a stop asks them anew of all its papers together.
pub(crate) fn is_of_vehicles(finding: &Finding) -> bool {
    finding.reason() == Reason::VehicleOwnerDiffers || finding.kind().is_some()
}

/// How two statements about a person stand to each other; the field that decided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Differs(Field),
    NothingInCommon,
}

fn linked((a, from_a): (&Paper, u8), (b, from_b): (&Paper, u8)) -> Option<Finding> {
    let (a, b) = (Person::of(a)?, Person::of(b)?);
    match relation(a, b) {
        Relation::Differs(_) if is_child_of(a, b) || is_child_of(b, a) => None,
        Relation::Differs(field) => Some(found(Reason::ConsistencyPersonDiffers, b.paper(), field).in_token(from_b)),
        // Papers in one token were put there together by one issuer.
        Relation::NothingInCommon if from_a != from_b => {
            Some(Finding::new(Reason::ConsistencyLinkedByKeyOnly).in_token(from_b))
        }
        Relation::NothingInCommon | Relation::Same => None,
    }
}

/// By number where both show one, else by name and date of birth. A date of birth alone can contradict, not link: many share it.
fn relation(a: Person<'_>, b: Person<'_>) -> Relation {
    if let Some(same) = same_number(a.personal_no(), b.personal_no()) {
        return if same { Relation::Same } else { Relation::Differs(Field::PERSONAL_NO) };
    }
    if let (Some(one), Some(other)) = (a.date_of_birth(), b.date_of_birth())
        && (one.latest() < other.earliest() || other.latest() < one.earliest())
    {
        return Relation::Differs(Field::DATE_OF_BIRTH);
    }
    match (a.full_name(), b.full_name()) {
        (Some(one), Some(other)) if compare(one, other).may_be_one() => Relation::Same,
        (Some(_), Some(_)) => Relation::Differs(Field::FULL_NAME),
        _ => Relation::NothingInCommon,
    }
}

/// Whether the first paper names the second's person as a parent: mother and child are two people and no contradiction, at any age.
fn is_child_of(child: Person<'_>, parent: Person<'_>) -> bool {
    let Some(name) = parent.full_name() else { return false };
    child.parent_names().any(|parent| compare(parent, name).may_be_one())
}

/// Numbers compared digit by digit; `None` if one is not there or has no digits.
fn same_number(a: Option<&str>, b: Option<&str>) -> Option<bool> {
    let (a, b) = (a?, b?);
    let comparable = digits(a).next().is_some() && digits(b).next().is_some();
    comparable.then(|| digits(a).eq(digits(b)))
}

fn digits(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes().filter(u8::is_ascii_digit)
}

/// A borrowed vehicle is legal (Law 36/2024/QH15 art. 56 asks for the papers, not for ownership): a note, once a registration.
fn owner_differs(paper: &Paper, papers: &[(&Paper, u8)]) -> Option<Finding> {
    let drivers = papers.iter().filter(|(of, _)| matches!(of.kind, Kind::IDENTITY | Kind::DRIVING_LICENCE));
    let compared: Vec<(bool, Field)> =
        drivers.filter_map(|(of, _)| Person::of(of)).filter_map(|person| is_owner(paper, person)).collect();
    let (_, field) = compared.iter().find(|(same, _)| !same)?;
    (!compared.iter().any(|(same, _)| *same)).then(|| found(Reason::VehicleOwnerDiffers, paper, *field))
}

fn is_owner(paper: &Paper, person: Person<'_>) -> Option<(bool, Field)> {
    if let Some(same) = same_number(registration::owner_personal_no(paper), person.personal_no()) {
        return Some((same, Field::OWNER_PERSONAL_NO));
    }
    let same = compare(registration::owner_name(paper)?, person.full_name()?).may_be_one();
    Some((same, Field::OWNER_NAME))
}

fn found(reason: Reason, paper: &Paper, field: Field) -> Finding {
    let finding = Finding::new(reason);
    row(paper.kind, field).map_or(finding, |row| finding.about(row))
}

/// The vehicle that a shown registration describes, where the officer picked none.
pub(crate) fn vehicle_of(papers: &[&Paper]) -> Option<Vehicle> {
    let registrations = papers.iter().filter(|paper| paper.kind == Kind::VEHICLE_REGISTRATION);
    registrations.filter_map(|paper| registration::vehicle(paper)).next()
}

/// The vehicle in question: the one picked, with measures that were not picked taken from a registration of the same kind; where none
/// was picked, the registration's.
pub(crate) fn vehicle_in_question(papers: &[&Paper], picked: Option<&Vehicle>) -> Option<Vehicle> {
    let shown = vehicle_of(papers);
    let Some(picked) = picked else { return shown };
    let Some(shown) = shown.filter(|shown| shown.kind == picked.kind) else { return Some(*picked) };
    Some(Vehicle {
        displacement_cc: picked.displacement_cc.or(shown.displacement_cc),
        power_w: picked.power_w.or(shown.power_w),
        seats: picked.seats.or(shown.seats),
        gross_mass_kg: picked.gross_mass_kg.or(shown.gross_mass_kg),
        payload_kg: picked.payload_kg.or(shown.payload_kg),
        ..*picked
    })
}

#[cfg(test)]
mod tests;
