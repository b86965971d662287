#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Case, Confidence, Rule, all};
use crate::document::sample::{
    NONE, day, health_card, identity, inspection, insurance, licence, noon, paper, part, points, registration,
    suspension, text,
};
use crate::document::{Current, Paper, StatusAnswer};
use crate::field::{Field, Kind, Purpose};
use crate::finding::Finding;
use crate::question::{Covers, Drive};
use crate::reason::Gravity::{Note, Refer, Refuse};
use crate::reason::{Gravity, Reason};
use crate::scene::{Scene, Seen, Vehicle, VehicleKind};
use crate::time::UnixTime;
use crate::value::Value;
use std::vec::Vec;

mod dated;
pub(super) mod frame;
pub(super) mod rows;

const DAY: u64 = 86_400;

/// What [`super::apply`] finds, held to what the rows name, without the row that a test of `rows` leaves out.
pub(super) fn apply(
    paper: &Paper,
    parts: &[(Field, StatusAnswer)],
    scene: &Scene<'_>,
    drive: Option<Drive<'_>>,
) -> (Vec<Finding>, Option<Covers>) {
    let case = Case::new(paper, parts, scene, drive);
    (ask(all(), &case), case.covers())
}

fn ask<'r>(rules: impl Iterator<Item = &'r Rule>, case: &Case<'_>) -> Vec<Finding> {
    let found = super::ask(rules.filter(|rule| !rows::is_left_out(rule)), case);
    frame::finds_what_its_rows_name(case.paper.kind, &found);
    found
}

/// Asked with three days' tolerance for reversible news.
fn judged(paper: &Paper, parts: &[(Field, StatusAnswer)], at: UnixTime, kind: Option<VehicleKind>) -> Vec<Finding> {
    let seen = Seen::default();
    let scene = Scene {
        at,
        reversible_tolerance: 3 * DAY,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let displacement_cc = Some(if kind == Some(VehicleKind::Moped) { 49 } else { 110 }.into());
    let vehicle = kind.map(|kind| Vehicle { displacement_cc, seats: Some(5.into()), ..Vehicle::new(kind) });
    apply(paper, parts, &scene, vehicle.as_ref().map(Drive::Vehicle)).0
}

fn brief(found: &[Finding]) -> Vec<(Reason, Gravity, &'static str)> {
    found.iter().map(|finding| (finding.reason(), finding.gravity(), finding.field_name().unwrap())).collect()
}

fn on(paper: &Paper, at: UnixTime) -> Vec<(Reason, Gravity, &'static str)> {
    brief(&judged(paper, &[], at, None))
}

const BIKE: Option<VehicleKind> = Some(VehicleKind::Motorcycle);
const CAR: Option<VehicleKind> = Some(VehicleKind::Car);

/// The licence with one entry of its car part replaced.
fn car_part(field: Field, value: Value) -> Paper {
    licence().with(Field::CAR_PART, part(Vec::from([(field, value)])))
}

fn by_list(part: Field, current: Current, age: Option<u64>) -> [(Field, StatusAnswer); 1] {
    [(part, StatusAnswer { current, age, stale: false })]
}

#[test]
fn the_day_ends_at_midnight_in_viet_nam() {
    let paper = identity().with(Field::VALID_UNTIL, day(2026, 11, 21));
    let last_second = UnixTime::new(noon(2026, 11, 21).seconds() + DAY / 2 - 1).unwrap();
    assert_eq!(on(&paper, last_second), []);
    assert_eq!(on(&paper, last_second.plus(1)), [(Reason::IdentityExpired, Refuse, "valid_until")]);
}

#[test]
fn an_identity_expires_after_its_last_day() {
    let paper = identity_until(day(2026, 11, 21));
    assert_eq!(on(&paper, noon(2026, 11, 21)), []);
    let found = judged(&paper, &[], noon(2026, 11, 22), None);
    assert_eq!(brief(&found), [(Reason::IdentityExpired, Refuse, "valid_until")]);
    assert_eq!(found.first().unwrap().rule(), Some("law-26-2023-art-21"));
    assert_eq!(found.first().unwrap().age(), Some(2 * DAY));
    assert_eq!(on(&identity_until(NONE), noon(2099, 1, 1)), []);
    assert_eq!(on(&identity_until(NONE).without(Field::VALID_UNTIL), noon(2099, 1, 1)), []);
}

fn identity_until(last: Value) -> Paper {
    identity().with(Field::VALID_UNTIL, last)
}

#[test]
fn a_registration_expires_after_its_last_day() {
    let paper = registration().with(Field::VALID_UNTIL, day(2026, 11, 21));
    assert_eq!(on(&paper, noon(2026, 11, 21)), []);
    assert_eq!(on(&paper, noon(2026, 11, 22)), [(Reason::VehicleExpired, Refuse, "valid_until")]);
}

#[test]
fn an_inspection_counts_to_the_end_of_its_last_day() {
    let paper = inspection().with(Field::VALID_UNTIL, day(2026, 11, 21));
    let last_second = UnixTime::new(noon(2026, 11, 21).seconds() + DAY / 2 - 1).unwrap();
    assert_eq!(on(&paper, last_second), []);
    assert_eq!(on(&paper, last_second.plus(1)), [(Reason::VehicleInspectionExpired, Refuse, "valid_until")]);
    assert_eq!(judged(&paper, &[], noon(2026, 11, 22), None).first().unwrap().rule(), Some("circular-30-2026"));
    let old = inspection().with(Field::VALID_UNTIL, day(2023, 5, 1));
    assert_eq!(
        on(&old, noon(2023, 5, 2)),
        [(Reason::VehicleInspectionExpired, Refuse, "valid_until")],
        "dates always count"
    );
}

#[test]
fn an_insurance_covers_from_its_first_day_to_its_last() {
    let period = |first, last| insurance().with(Field::VALID_FROM, first).with(Field::VALID_UNTIL, last);
    let paper = period(day(2026, 11, 21), day(2026, 11, 23));
    let midnight = UnixTime::new(noon(2026, 11, 21).seconds() - DAY / 2).unwrap();
    let before = UnixTime::new(midnight.seconds() - 1).unwrap();
    assert_eq!(on(&paper, before), [(Reason::VehicleInsuranceNotInForce, Refuse, "valid_from")]);
    assert_eq!(on(&paper, midnight), []);
    assert_eq!(on(&paper, midnight.plus(3 * DAY - 1)), []);
    assert_eq!(on(&paper, midnight.plus(3 * DAY)), [(Reason::VehicleInsuranceNotInForce, Refuse, "valid_until")]);
    assert_eq!(on(&period(NONE, NONE), noon(2050, 1, 1)), []);
}

#[test]
fn a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing() {
    let plate = |text_: &str| on(&registration().with(Field::PLATE, text(text_)), noon(2026, 11, 21));
    assert_eq!(plate("42A-123.45"), [(Reason::VehiclePlateUnusual, Note, "plate")]);
    for known in ["61A-123.45", "13A-1234", "80A-123.45", "TM-12-34"] {
        assert_eq!(plate(known), [], "{known}");
    }
    for paper in [inspection(), insurance()] {
        assert_eq!(on(&paper, noon(2026, 11, 21)), []);
        let found = on(&paper.with(Field::PLATE, text("X")), noon(2026, 11, 21));
        assert_eq!(found, [(Reason::VehiclePlateUnusual, Note, "plate")]);
    }
    let chassis = |kind: &str, number: &str| {
        let paper = registration().with(Field::VEHICLE_KIND, text(kind)).with(Field::CHASSIS_NO, text(number));
        on(&paper, noon(2026, 11, 21))
    };
    assert_eq!(chassis("car", "RL4B29F36R5018264"), []);
    assert_eq!(chassis("motorcycle", "C50-123456"), [], "old motorcycles have short ones");
    for number in ["RL4B29F36R501826", "RL4B29F36R50182644", "RL4B29F36R501826O"] {
        assert_eq!(chassis("truck", number), [(Reason::VehicleChassisUnusual, Note, "chassis_no")], "{number}");
    }
}

/// What one decent source says is a note, even where its reason could refer.
#[test]
fn a_registration_held_is_a_note_to_its_appointment() {
    let paper = registration().with(Field::REGISTRATION_SEIZED_UNTIL, day(2026, 11, 21));
    assert_eq!(on(&paper, noon(2026, 11, 20)), [(Reason::VehicleSeizedUntil, Note, "seized_until")]);
    assert_eq!(on(&paper, noon(2026, 11, 21)), [(Reason::VehicleSeizedUntil, Note, "seized_until")]);
    assert_eq!(on(&paper, noon(2026, 11, 22)), [(Reason::VehicleSeizedUntil, Refuse, "seized_until")]);
    assert_eq!(
        on(&paper, noon(2026, 11, 24)),
        [(Reason::VehicleSeizedUntil, Refer, "seized_until")],
        "register asked 4 days ago"
    );
    assert_eq!(on(&registration(), noon(2026, 11, 24)), []);
}

#[test]
fn a_health_card_runs_from_its_first_day_to_its_last() {
    assert_eq!(on(&health_card(), noon(2025, 12, 31)), [(Reason::HealthNotInForce, Refuse, "valid_from")]);
    assert_eq!(on(&health_card(), noon(2026, 1, 1)), []);
    assert_eq!(on(&health_card(), noon(2026, 12, 31)), []);
    assert_eq!(on(&health_card(), noon(2027, 1, 1)), [(Reason::HealthNotInForce, Refuse, "valid_until")]);
    assert_eq!(on(&health_card().with(Field::VALID_UNTIL, NONE), noon(2050, 1, 1)), []);
}

#[test]
fn a_part_expires_after_its_last_day() {
    let paper = car_part(Field::VALID_UNTIL, day(2026, 11, 21));
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 21), CAR)), []);
    let found = judged(&paper, &[], noon(2026, 11, 22), CAR);
    assert_eq!(brief(&found), [(Reason::LicenceExpired, Refuse, "car_part")]);
    assert_eq!(found.first().unwrap().rule(), Some("law-36-2024-art-62-2026"));
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 22), BIKE)), [(Reason::LicenceExpired, Note, "car_part")]);
    assert_eq!(on(&paper, noon(2026, 11, 22)), [(Reason::LicenceExpired, Refer, "car_part")], "no vehicle known");
    let alone = paper.with(Field::MOTORCYCLE_PART, NONE);
    assert_eq!(on(&alone, noon(2026, 11, 22)), [(Reason::LicenceExpired, Refuse, "car_part")]);
    assert_eq!(
        on(&alone.without(Field::MOTORCYCLE_PART), noon(2026, 11, 22)),
        [(Reason::LicenceExpired, Refer, "car_part")]
    );
}

#[test]
fn with_no_vehicle_known_both_parts_out_refuse() {
    let out = || part(Vec::from([(Field::VALID_UNTIL, day(2026, 1, 1))]));
    let paper = licence().with(Field::CAR_PART, out()).with(Field::MOTORCYCLE_PART, out());
    let both = [(Reason::LicenceExpired, Refuse, "motorcycle_part"), (Reason::LicenceExpired, Refuse, "car_part")];
    assert_eq!(on(&paper, noon(2026, 11, 21)), both);
    let revoked = by_list(Field::MOTORCYCLE_PART, Current::Revoked, Some(60));
    let paper = licence().with(Field::CAR_PART, out());
    let found = brief(&judged(&paper, &revoked, noon(2026, 11, 21), None));
    assert_eq!(
        found,
        [(Reason::CurrentRevoked, Refuse, "motorcycle_part"), (Reason::LicenceExpired, Refuse, "car_part")]
    );
}

#[test]
fn a_suspension_runs_from_its_first_day_to_its_last() {
    let paper = car_part(Field::SUSPENSION, suspension(day(2026, 11, 20), Some(day(2026, 11, 22))));
    let ahead = (Reason::LicenceSuspensionAhead, Note, "car_part");
    let running = (Reason::LicencePartSuspended, Refuse, "car_part");
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 19), CAR)), [ahead]);
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 20), CAR)), [running]);
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 22), CAR)), [running]);
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 23), CAR)), []);
    let open = car_part(Field::SUSPENSION, suspension(day(2026, 11, 20), None));
    assert_eq!(brief(&judged(&open, &[], noon(2026, 11, 23), CAR)), [running]);
}

#[test]
fn scenario_1_a_suspended_car_part_is_a_note_on_a_motorcycle() {
    let paper = car_part(Field::SUSPENSION, suspension(day(2026, 11, 20), None));
    assert_eq!(
        brief(&judged(&paper, &[], noon(2026, 11, 21), BIKE)),
        [(Reason::LicencePartSuspended, Note, "car_part")]
    );
}

#[test]
fn an_old_suspension_refers_with_its_age() {
    let paper = car_part(Field::SUSPENSION, suspension(day(2026, 11, 20), None));
    let at_limit = judged(&paper, &[], noon(2026, 11, 23), CAR);
    assert_eq!(brief(&at_limit), [(Reason::LicencePartSuspended, Refuse, "car_part")]);
    let past = judged(&paper, &[], noon(2026, 11, 23).plus(1), CAR);
    assert_eq!(brief(&past), [(Reason::LicencePartSuspended, Refer, "car_part")]);
    assert_eq!(past.first().unwrap().age(), Some(3 * DAY + 1));
    let fresh_list = by_list(Field::CAR_PART, Current::Suspended, Some(60));
    let found = judged(&paper, &fresh_list, noon(2026, 11, 24), CAR);
    assert_eq!(brief(&found), [(Reason::LicencePartSuspended, Refuse, "car_part")], "told once, by the fresher word");
    assert_eq!(found.first().unwrap().age(), Some(60));
    let found = judged(&paper, &fresh_list, noon(2026, 11, 21), CAR);
    assert_eq!(found.len(), 1);
    assert_eq!(found.first().unwrap().age(), Some(60), "of two equal words the list's is told");
}

#[test]
fn the_lists_word_on_a_part() {
    let at = noon(2026, 11, 21);
    let cases = [
        (Current::Valid, Some(60), None),
        (Current::Suspended, Some(3 * DAY), Some((Reason::LicencePartSuspended, Refuse))),
        (Current::Suspended, Some(3 * DAY + 1), Some((Reason::LicencePartSuspended, Refer))),
        (Current::Suspended, None, Some((Reason::LicencePartSuspended, Refer))),
        (Current::Revoked, Some(30 * DAY), Some((Reason::CurrentRevoked, Refuse))),
        (Current::Unknown, None, Some((Reason::CurrentStatusUnknown, Refer))),
    ];
    for (current, age, expected) in cases {
        let found = judged(&licence(), &by_list(Field::CAR_PART, current, age), at, CAR);
        let expected: Vec<_> = expected.into_iter().map(|(reason, gravity)| (reason, gravity, "car_part")).collect();
        assert_eq!(brief(&found), expected);
        let other = brief(&judged(&licence(), &by_list(Field::CAR_PART, current, age), at, BIKE));
        assert!(other.iter().all(|(_, gravity, _)| *gravity == Note), "{current:?}");
        assert_eq!(other.len(), expected.len());
    }
}

#[test]
fn a_stale_list_never_accepts_and_no_longer_suspends() {
    let stale = |current| [(Field::CAR_PART, StatusAnswer { current, age: Some(60), stale: true })];
    for (current, reason, gravity) in [
        (Current::Valid, Reason::CurrentStatusStale, Refer),
        (Current::Suspended, Reason::LicencePartSuspended, Refer),
        (Current::Revoked, Reason::CurrentRevoked, Refuse),
    ] {
        let found = judged(&licence(), &stale(current), noon(2026, 11, 21), CAR);
        assert_eq!(brief(&found), [(reason, gravity, "car_part")]);
        assert_eq!(found.first().unwrap().age(), Some(60));
    }
}

#[test]
fn scenario_2_no_points_left() {
    let fresh = noon(2026, 11, 18);
    let paper = |left, as_of| car_part(Field::POINTS, points(left, as_of));
    let found = judged(&paper(0, fresh), &[], noon(2026, 11, 21), CAR);
    assert_eq!(brief(&found), [(Reason::LicencePointsZero, Refuse, "car_part")]);
    assert_eq!(found.first().unwrap().age(), Some(3 * DAY));
    let found = judged(&paper(0, fresh), &[], noon(2026, 11, 21).plus(1), CAR);
    assert_eq!(brief(&found), [(Reason::LicencePointsZero, Refer, "car_part")]);
    assert_eq!(brief(&judged(&paper(1, fresh), &[], noon(2026, 11, 21), CAR)), []);
    assert_eq!(brief(&judged(&car_part(Field::POINTS, NONE), &[], noon(2026, 11, 21), CAR)), []);
}

#[test]
fn scenario_22_seized_until_an_appointment() {
    let paper = car_part(Field::SEIZED_UNTIL, day(2026, 11, 21));
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 20), CAR)), [(Reason::LicenceSeizedUntil, Note, "car_part")]);
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 21), CAR)), [(Reason::LicenceSeizedUntil, Note, "car_part")]);
    assert_eq!(
        brief(&judged(&paper, &[], noon(2026, 11, 22), CAR)),
        [(Reason::LicenceSeizedUntil, Refuse, "car_part")]
    );
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 22), BIKE)), [(Reason::LicenceSeizedUntil, Note, "car_part")]);
}

#[test]
fn scenario_23_a_moped_needs_no_licence() {
    let moped = Some(VehicleKind::Moped);
    let paper = licence().with(Field::MOTORCYCLE_PART, NONE).without(Field::CLASSES);
    let not_needed = (Reason::LicenceNotNeeded, Note, "classes");
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 21), moped)), [not_needed]);
    let revoked = by_list(Field::CAR_PART, Current::Revoked, Some(60));
    let found = brief(&judged(&paper, &revoked, noon(2026, 11, 21), moped));
    let out = (Reason::CurrentRevoked, Refuse, "car_part");
    assert_eq!(found, [not_needed, out], "no part of this licence is in force");
}

#[test]
fn what_is_missing_or_malformed_fires_nothing_here() {
    let empty = paper(Kind::DRIVING_LICENCE, noon(2026, 11, 20)).with(Field::CAR_PART, Value::Map(Vec::new()));
    assert_eq!(on(&empty, noon(2026, 11, 21)), []);
    let odd =
        [Field::VALID_UNTIL, Field::POINTS, Field::SUSPENSION, Field::SEIZED_UNTIL].map(|field| (field, Value::Int(0)));
    let paper = licence().with(Field::CAR_PART, part(odd.into_iter().collect()));
    assert_eq!(brief(&judged(&paper, &[], noon(2026, 11, 21), CAR)), []);
}

/// S12: authentic, and that alone gives no right to drive here; a moped takes none.
#[test]
fn scenario_12_a_foreign_licence_alone_refers() {
    let foreign = || {
        paper(Kind::FOREIGN_DRIVING_LICENCE, noon(2026, 11, 20))
            .with(Field::VALID_UNTIL, day(2026, 11, 21))
            .with(Field::CONVENTION, text("vienna-1968"))
    };
    let alone = |gravity| (Reason::ForeignLicenceAlone, gravity, "convention");
    let on = |day, kind| brief(&judged(&foreign(), &[], noon(2026, 11, day), kind));
    for kind in [None, CAR, BIKE] {
        assert_eq!(on(21, kind), [alone(Refer)]);
        assert_eq!(on(22, kind), [(Reason::ForeignExpired, Refuse, "valid_until"), alone(Refer)]);
    }
    let moped = Some(VehicleKind::Moped);
    assert_eq!(on(22, moped), [(Reason::ForeignExpired, Note, "valid_until"), alone(Note)]);
    let permit = foreign().with(Field::CONVENTION, text("idp")).with(Field::VALID_UNTIL, NONE);
    assert_eq!(brief(&judged(&permit, &[], noon(2026, 11, 21), CAR)), [alone(Refer)]);
    assert_eq!(brief(&judged(&foreign().without(Field::CONVENTION), &[], noon(2026, 11, 21), CAR)), [alone(Refer)]);
}
