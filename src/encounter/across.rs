//! Papers of several phones against each other: asked while both live, and kept. What could not be asked any more is
//! told, and the phone that ended may show its code again.

use super::kept::{KeptOwner, KeptPaper, KeptPlate, KeptShowing, PaperId};
use super::member::{Ground, Judged, Member};
use crate::consistency::{is_of_driver, of_plates, owner_of};
use crate::document::Paper;
use crate::field::{Field, KINDS, Kind};
use crate::finding::Finding;
use crate::plate::same_plate;
use crate::reason::{Gravity, Reason};
use crate::scene::Seen;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Owner, plates, and registrations that a licence should have been held against.
pub(super) fn between(members: &[Member<'_>], kept: &mut [KeptShowing], on: &Ground<'_>) -> Vec<Finding> {
    let mut found = owners(members, kept);
    found.extend(plates(members, kept, on));
    found
}

/// What licences lack where a registration has ended before it told them the vehicle: once a phone.
pub(super) fn vehicles(members: &[Member<'_>], judged: &[Judged], found: &mut Vec<Finding>) {
    if !judged.iter().any(|judged| judged.lacks_vehicle) {
        return;
    }
    let registrations = members.iter().filter(|member| member.kind == Kind::VEHICLE_REGISTRATION);
    registrations.filter(|member| member.living.is_none()).for_each(|member| told_once(found, not_compared(member)));
}

/// A borrowed vehicle is legal, so that it could not be asked is a note.
fn owners(members: &[Member<'_>], kept: &mut [KeptShowing]) -> Vec<Finding> {
    let people: Vec<_> = members.iter().filter(|member| is_of_driver(member.kind)).collect();
    let ids: Vec<_> = people.iter().map(|member| member.id).collect();
    let living: Vec<_> = people.iter().filter_map(|member| Some((member.living?, member.showing()))).collect();
    let mut found = Vec::new();
    for member in members.iter().filter(|member| member.kind == Kind::VEHICLE_REGISTRATION) {
        let Some(kept) = kept_of(kept, member) else { continue };
        let now = member.living.map(|paper| owner_of(paper, &living));
        if let Some((established, of)) = now.filter(|_| living.len() == people.len()) {
            let of = of.map(|finding| finding.in_token(member.showing()));
            kept.owner = Some(KeptOwner { people: ids.clone(), established, found: of });
            found.extend(of);
            continue;
        }
        let established = now.is_some_and(|(established, _)| established);
        match kept.owner.as_ref().filter(|_| member.stands()) {
            _ if established => {}
            Some(kept) if kept.established => {}
            Some(kept) if are_among(&ids, &kept.people) => found.extend(kept.found),
            _ if people.is_empty() => {}
            kept => {
                let known = kept.map_or(&[][..], |kept| &kept.people);
                let again = again(member, &people, known);
                told_once(&mut found, not_compared(again).at_most(Gravity::Note));
            }
        }
    }
    found
}

/// Papers of vehicles against the plate that was typed, and against each other.
fn plates(members: &[Member<'_>], kept: &mut [KeptShowing], on: &Ground<'_>) -> Vec<Finding> {
    let of_kind = |kind: Kind| members.iter().filter(move |member| member.kind == kind);
    let certificates = KINDS.iter().map(|row| row.kind).filter(|kind| *kind != Kind::VEHICLE_REGISTRATION);
    let certificates = certificates.filter(|kind| Field::PLATE.in_kind(*kind).is_some()).flat_map(of_kind);
    let papers: Vec<_> = of_kind(Kind::VEHICLE_REGISTRATION).chain(certificates).collect();
    let ids: Vec<_> = papers.iter().map(|member| member.id).collect();
    let numbered = (0_u8..).zip(&papers);
    let living: Vec<_> = numbered.filter_map(|(number, member)| Some((member.living?, number))).collect();
    let typed = on.beside.seen.plate.as_deref();
    let fresh = of_plates(&living, typed);
    let whole = living.len() == papers.len();
    let mut found = Vec::new();
    for (number, member) in (0_u8..).zip(&papers) {
        let Some(kept) = kept_of(kept, member) else { continue };
        let by_plate = member.living.map_or_else(|| kept.is_by_plate(), answers_to_plate);
        let alone = member.kind == Kind::VEHICLE_REGISTRATION || (typed.is_some() && by_plate);
        if member.living.is_some() && (whole || alone) {
            let of = fresh.iter().find(|finding| finding.token() == Some(number));
            let of = of.map(|finding| finding.in_token(member.showing()));
            let seen = Arc::clone(&on.beside.seen);
            kept.plate = Some(KeptPlate { seen, papers: ids.clone(), by_plate, found: of });
            found.extend(of);
            continue;
        }
        let before = kept.plate.as_ref().filter(|kept| member.stands() && same_typed(&kept.seen, typed));
        match before {
            Some(kept) if alone || are_among(&ids, &kept.papers) => found.extend(kept.found),
            // What ended too long ago says so itself; of a registration nothing is asked where no plate was typed.
            _ if !member.stands() => {}
            None if member.kind == Kind::VEHICLE_REGISTRATION && typed.is_none() && kept.plate.is_none() => {}
            before => {
                let known = before.map_or(&[][..], |kept| &kept.papers);
                told_once(&mut found, not_compared(again(member, &papers, known)));
            }
        }
    }
    found
}

fn kept_of<'k>(kept: &'k mut [KeptShowing], member: &Member<'_>) -> Option<&'k mut KeptPaper> {
    kept.get_mut(member.place.0)?.paper_mut(member.place.1)
}

/// A registration answers to the plate alone, and so does whatever names one.
fn answers_to_plate(paper: &Paper) -> bool {
    paper.kind == Kind::VEHICLE_REGISTRATION || paper.value(Field::PLATE).is_some_and(|value| value.as_text().is_some())
}

fn same_typed(then: &Seen, now: Option<&str>) -> bool {
    match (then.plate.as_deref(), now) {
        (None, None) => true,
        (Some(then), Some(now)) => same_plate(then, now),
        _ => false,
    }
}

fn are_among(ids: &[PaperId], known: &[PaperId]) -> bool {
    ids.iter().all(|id| known.contains(id))
}

/// Whose code would have to be shown again: this paper's if it has ended, else that of one which ended unasked.
fn again<'m, 'a>(member: &'m Member<'a>, others: &[&'m Member<'a>], known: &[PaperId]) -> &'m Member<'a> {
    let ended = others.iter().filter(|other| other.living.is_none());
    let unasked = ended.copied().find(|other| !known.contains(&other.id));
    if member.living.is_none() { member } else { unasked.unwrap_or(member) }
}

fn not_compared(again: &Member<'_>) -> Finding {
    Finding::new(Reason::EndedNotCompared).in_token(again.showing())
}

/// Once a phone, as grave as the gravest.
fn told_once(found: &mut Vec<Finding>, finding: Finding) {
    let alike = |of: &&mut Finding| of.reason() == finding.reason() && of.token() == finding.token();
    match found.iter_mut().find(alike) {
        Some(told) if told.gravity() < finding.gravity() => *told = finding,
        Some(_) => {}
        None => found.push(finding),
    }
}
