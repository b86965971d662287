//! Papers of one showing against each other: same person? whose vehicle, and is it the one standing there?
//!
//! "Same person" is a relation between papers, not a property of the key they hang on: two papers agree in number, or
//! in name and date of birth. A guardian and a dependant are two people and no contradiction: a dependant's paper says
//! so, or a parent's name on a child's. It compares what was shown; it does not prove who holds the phone.

mod people;
mod plates;

use crate::document::Paper;
use crate::document::person::Person;
use crate::document::vehicle_registration as registration;
use crate::field::{Field, Kind, Purpose, row};
use crate::finding::Finding;
use crate::reason::Reason;
use crate::relation::{Ground, Related, Relation};
use crate::scene::{Measure, Scene, Vehicle};
use crate::text::same_number;
use alloc::vec::Vec;
use people::{Standing, same_name, stand};

/// A paper beside the others of its showing.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'a> {
    pub(crate) paper: &'a Paper,
    /// The token it came in.
    pub(crate) token: u8,
    /// A dependant's paper whose word on two people still counts: in force, and neither withdrawn nor suspended.
    pub(crate) vouches: bool,
}

/// What was established between the papers of one showing, and what was not.
#[derive(Debug, Default)]
pub(crate) struct Across {
    pub(crate) relations: Vec<Related>,
    pub(crate) findings: Vec<Finding>,
}

/// What the papers say against each other and against the plate seen.
pub(crate) fn across(papers: &[Beside<'_>], scene: &Scene<'_>) -> Across {
    let mut across = Across::default();
    for (place, later) in papers.iter().enumerate() {
        for earlier in papers.iter().take(place) {
            match stand(earlier, later, papers, scene) {
                Standing::Related(related) => across.relations.push(related),
                Standing::Found(finding) => across.find(finding),
                Standing::Silent => {}
            }
        }
    }
    let origins: Vec<_> = papers.iter().map(|beside| (beside.paper, beside.token)).collect();
    across.relations.extend(owners(&origins));
    across.findings.extend(of_vehicles(&origins, scene));
    across
}

impl Across {
    /// That a child needs nobody beside it is said once.
    fn find(&mut self, finding: Finding) {
        let said = |of: &Finding| of.reason() == Reason::ConsistencyGuardianNotShown && of.reason() == finding.reason();
        if !self.findings.iter().any(said) {
            self.findings.push(finding);
        }
    }
}

/// Whether a paper is the health insurance card of a child under six at a clinic: whatever account it hangs on, it is
/// enough.
pub(crate) fn needs_no_account(paper: &Paper, scene: &Scene<'_>) -> bool {
    scene.purpose == Purpose::CLINIC_ADMISSION && people::is_patient_under_six(paper, scene)
}

/// Papers of vehicles against each other, against the plate seen, and against whoever drives. Asked of a whole
/// encounter too, where each phone is another person's.
pub(crate) fn of_vehicles(papers: &[(&Paper, u8)], scene: &Scene<'_>) -> Vec<Finding> {
    let registrations = papers.iter().filter(|(paper, _)| paper.kind == Kind::VEHICLE_REGISTRATION);
    let owners = registrations.filter_map(|(paper, token)| Some(owner_differs(paper, papers)?.in_token(*token)));
    owners.chain(plates::of_vehicles(papers, scene.seen.plate.as_deref())).collect()
}

/// Every reason that [`of_vehicles`] finds. Beside the papers nothing else finds that a field was not shown.
const OF_VEHICLES: [Reason; 4] = [
    Reason::VehicleOwnerDiffers,
    Reason::VehiclePlateDiffers,
    Reason::VehicleChassisDiffers,
    Reason::AgreedFieldNotShown,
];

/// Whether a finding beside the papers is one of [`of_vehicles`]: an encounter asks them anew of all its papers
/// together.
pub(crate) fn is_of_vehicles(finding: &Finding) -> bool {
    OF_VEHICLES.contains(&finding.reason())
}

/// Whether a registration is of one who shows a driver's paper, and what is found if nobody is established to be its
/// owner.
pub(crate) fn owner_of(registration: &Paper, people: &[(&Paper, u8)]) -> (bool, Option<Finding>) {
    let established = of_drivers(registration, people).any(|(ground, ..)| ground.is_some());
    (established, owner_differs(registration, people))
}

/// What the plates and chassis numbers say of papers of vehicles, each by the number beside it: against the plate seen,
/// and against each other.
pub(crate) fn of_plates(papers: &[(&Paper, u8)], seen: Option<&str>) -> Vec<Finding> {
    plates::of_vehicles(papers, seen)
}

/// A borrowed vehicle is legal (Law 36/2024/QH15 art. 56 asks for the papers, not for ownership): a note, once a
/// registration.
fn owner_differs(paper: &Paper, papers: &[(&Paper, u8)]) -> Option<Finding> {
    let mut differing = None;
    for (ground, _, field) in of_drivers(paper, papers) {
        if ground.is_some() {
            return None;
        }
        differing = differing.or(Some(field));
    }
    differing.map(|field| found(Reason::VehicleOwnerDiffers, paper, field))
}

/// Who of those who show their papers owns a vehicle of this showing or encounter.
pub(crate) fn owners(papers: &[(&Paper, u8)]) -> impl Iterator<Item = Related> {
    let registrations = papers.iter().filter(|(paper, _)| paper.kind == Kind::VEHICLE_REGISTRATION);
    registrations.flat_map(|(paper, _)| {
        let owners = of_drivers(paper, papers).filter_map(|(ground, kind, _)| Some((ground?, kind)));
        owners.map(|(ground, kind)| Related::new(Relation::Owner, ground, kind, paper.kind))
    })
}

/// Whether a paper of this kind says who drives.
pub(crate) fn is_of_driver(kind: Kind) -> bool {
    let kinds = [Kind::IDENTITY, Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE, Kind::FOREIGN_DRIVING_LICENCE];
    kinds.contains(&kind)
}

/// Each driver's paper that can be compared with a registration's owner: what makes them one, whose paper, the field
/// that decided.
fn of_drivers<'a>(
    registration: &'a Paper,
    papers: &'a [(&Paper, u8)],
) -> impl Iterator<Item = (Option<Ground>, Kind, Field)> {
    let drivers = papers.iter().filter(|(of, _)| is_of_driver(of.kind));
    drivers.filter_map(|(of, _)| {
        let (ground, field) = owner(registration, Person::of(of)?)?;
        Some((ground, of.kind, field))
    })
}

fn owner(paper: &Paper, person: Person<'_>) -> Option<(Option<Ground>, Field)> {
    if let Some(same) = same_number(registration::owner_personal_no(paper), person.personal_no()) {
        return Some((same.then_some(Ground::Number), Field::OWNER_PERSONAL_NO));
    }
    let same = same_name(registration::owner_name(paper)?, person.full_name()?, person.is_foreign());
    Some((same.then_some(Ground::Name), Field::OWNER_NAME))
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

/// What was picked, unless the registration says more of it than a bound.
fn more(picked: Option<Measure>, shown: Option<Measure>) -> Option<Measure> {
    let Some(bound) = picked else { return shown };
    shown.filter(|shown| shown.is_within(bound)).or(picked)
}

/// The vehicle in question: the one picked, with measures that were not picked taken from a registration of the same
/// kind; where none was picked, the registration's.
pub(crate) fn vehicle_in_question(papers: &[&Paper], picked: Option<&Vehicle>) -> Option<Vehicle> {
    let shown = vehicle_of(papers);
    let Some(picked) = picked else { return shown };
    let Some(shown) = shown.filter(|shown| shown.kind == picked.kind) else { return Some(*picked) };
    Some(Vehicle {
        displacement_cc: more(picked.displacement_cc, shown.displacement_cc),
        power_w: more(picked.power_w, shown.power_w),
        seats: more(picked.seats, shown.seats),
        gross_mass_kg: more(picked.gross_mass_kg, shown.gross_mass_kg),
        payload_kg: more(picked.payload_kg, shown.payload_kg),
        unladen_mass_kg: more(picked.unladen_mass_kg, shown.unladen_mass_kg),
        seats_of_like: more(picked.seats_of_like, shown.seats_of_like),
        ..*picked
    })
}

#[cfg(test)]
mod tests;
