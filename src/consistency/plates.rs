//! Papers of one vehicle against each other and against the plate that the officer reads.
//!
//! What differs is looked up: a plate may have been changed, read wrongly or typed wrongly, and nobody is accused of
//! anything.

use crate::document::Paper;
use crate::field::{Field, KINDS, Kind, row};
use crate::finding::Finding;
use crate::plate::{same_plate, signs};
use crate::reason::Reason;
use alloc::vec::Vec;

/// What the plates and chassis numbers say. A registration answers to the plate seen alone; a certificate to the plate
/// seen, else to any registration, else to the certificate before it. One that names no plate (new vehicles have none)
/// is held by its chassis number.
pub(super) fn of_vehicles(papers: &[(&Paper, u8)], seen: Option<&str>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (paper, token) in of_kind(papers, Kind::VEHICLE_REGISTRATION) {
        found.extend(judge(paper, seen.as_slice(), &[]).map(|finding| finding.in_token(token)));
    }
    if !papers.iter().any(|(paper, _)| is_certificate(paper.kind)) {
        return found;
    }
    let registrations: Vec<&Paper> = of_kind(papers, Kind::VEHICLE_REGISTRATION).map(|(paper, _)| paper).collect();
    let mut plates: Vec<&str> = match seen {
        Some(seen) => Vec::from([seen]),
        None => registrations.iter().filter_map(|paper| text(paper, Field::PLATE)).collect(),
    };
    let alone = plates.is_empty();
    for kind in KINDS.iter().map(|row| row.kind).filter(|kind| is_certificate(*kind)) {
        for (paper, token) in of_kind(papers, kind) {
            found.extend(judge(paper, &plates, &registrations).map(|finding| finding.in_token(token)));
            plates.extend(text(paper, Field::PLATE).filter(|_| alone));
        }
    }
    found
}

/// Whether a paper is of a vehicle and not its registration.
fn is_certificate(kind: Kind) -> bool {
    kind != Kind::VEHICLE_REGISTRATION && Field::PLATE.in_kind(kind).is_some()
}

fn of_kind<'a>(papers: &[(&'a Paper, u8)], kind: Kind) -> impl Iterator<Item = (&'a Paper, u8)> {
    papers.iter().copied().filter(move |(paper, _)| paper.kind == kind)
}

/// One paper against the plates it may have, or the registrations of its chassis. Where there is nothing to hold it
/// against, nothing is found.
fn judge(paper: &Paper, plates: &[&str], registrations: &[&Paper]) -> Option<Finding> {
    if let Some(plate) = text(paper, Field::PLATE) {
        let differs = !plates.is_empty() && !plates.iter().any(|one| same_plate(one, plate));
        return differs.then(|| found(Reason::VehiclePlateDiffers, paper, Field::PLATE));
    }
    let (Some(chassis), Some(registration)) = (text(paper, Field::CHASSIS_NO), registrations.first()) else {
        return (!plates.is_empty()).then(|| found(Reason::AgreedFieldNotShown, paper, Field::PLATE));
    };
    let mut known = registrations.iter().filter_map(|paper| text(paper, Field::CHASSIS_NO)).peekable();
    if known.peek().is_none() {
        return Some(found(Reason::AgreedFieldNotShown, registration, Field::CHASSIS_NO));
    }
    let differs = !known.any(|one| signs(one).eq(signs(chassis)));
    differs.then(|| found(Reason::VehicleChassisDiffers, paper, Field::CHASSIS_NO))
}

fn text(paper: &Paper, field: Field) -> Option<&str> {
    paper.value(field)?.as_text()
}

fn found(reason: Reason, paper: &Paper, field: Field) -> Finding {
    let finding = Finding::new(reason).of_kind(paper.kind);
    row(paper.kind, field).map_or(finding, |row| finding.about(row))
}

#[cfg(test)]
mod tests;
