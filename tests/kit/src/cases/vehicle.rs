//! V1 to V4: the papers of a vehicle. Inspection and insurance cover the day of the inspection, and every paper is of
//! the vehicle that stands there.

use doichieu::field::{Field, Kind};
use doichieu::time::UnixTime;

use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::paper::PaperSpec;
use crate::scene::{WHOLE_STOP, World};

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [whole(), inspection(), insurance(), plates(), chassis(), rare()].concat()
}

/// Everything that a vehicle needs, with some fields of one paper changed.
fn case(id: &str, says: &str, expect: Expect, changes: &[(Kind, Field, Option<Item>)]) -> Case {
    let world = World::demo();
    let mut papers = world.preset_papers("traffic_police", &WHOLE_STOP);
    for (kind, field, value) in changes {
        papers
            .iter_mut()
            .filter(|paper| paper.kind == kind.number())
            .for_each(|paper| set(paper, *field, value.clone()));
    }
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    Case::traffic(&format!("V{id}"), says, &world, Input::of(&scene), expect)
}

fn set(paper: &mut PaperSpec, field: Field, value: Option<Item>) {
    match value {
        Some(value) => drop(paper.fields.insert(field.number(), value)),
        None => drop(paper.fields.remove(&field.number())),
    }
}

/// So many days from the day of the inspection in Viet Nam.
fn days_from_now(days: i64) -> Option<Item> {
    let today = UnixTime::new(World::demo().now).map(|now| i64::from(now.day().number()));
    Some(Item::days(today.unwrap_or_default().saturating_add(days)))
}

fn seen(mut case: Case, plate: &str) -> Case {
    case.plate = Some(plate.to_owned());
    case
}

fn whole() -> Vec<Case> {
    let says = "Licence, registration, inspection and insurance of the vehicle that stands there.";
    vec![
        case("1/whole", says, Expect::accept(), &[]),
        seen(case("1/whole-seen", says, Expect::accept(), &[]), "30k 48217"),
    ]
}

fn inspection() -> Vec<Case> {
    let until = |id: &str, says: &str, expect: Expect, days: i64| {
        case(id, says, expect, &[(Kind::INSPECTION_CERTIFICATE, Field::VALID_UNTIL, days_from_now(days))])
    };
    let expired = Expect::standing("refuse", &["vehicle.inspection_expired"]);
    vec![
        until(
            "2/inspection-last-day",
            "The inspection certificate is in force to the end of today.",
            Expect::accept(),
            0,
        ),
        until("2/inspection-day-after", "The inspection certificate ended yesterday.", expired, -1),
    ]
}

fn insurance() -> Vec<Case> {
    let bound = |id: &str, says: &str, expect: Expect, field: Field, days: i64| {
        case(id, says, expect, &[(Kind::LIABILITY_INSURANCE, field, days_from_now(days))])
    };
    let not_in_force = || Expect::standing("refuse", &["vehicle.insurance_not_in_force"]);
    let (from, until) = (Field::VALID_FROM, Field::VALID_UNTIL);
    vec![
        bound("2/insurance-first-day", "The insurance begins today.", Expect::accept(), from, 0),
        bound("2/insurance-day-before", "The insurance begins tomorrow.", not_in_force(), from, 1),
        bound("2/insurance-last-day", "The insurance runs to the end of today.", Expect::accept(), until, 0),
        bound("2/insurance-day-after", "The insurance ended yesterday.", not_in_force(), until, -1),
    ]
}

fn plates() -> Vec<Case> {
    let plate = |id: &str, says: &str, expect: Expect, kind: Kind, plate: Option<&str>| {
        case(id, says, expect, &[(kind, Field::PLATE, plate.map(Item::from))])
    };
    let differs = || Expect::standing("refer", &["vehicle.plate_differs"]);
    let not_shown = || Expect::standing("refer", &["agreed.field_not_shown"]);
    let (inspected, insured) = (Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE);
    let whole = case("3/plate-seen", "The plate on the vehicle is another than on all papers.", differs(), &[]);
    let registered = Kind::VEHICLE_REGISTRATION;
    vec![
        seen(whole, "30K-482.18"),
        plate("3/plate-inspection", "The inspection is of another plate.", differs(), inspected, Some("30K-482.18")),
        plate("3/plate-insurance", "The insurance is of another plate.", differs(), insured, Some("30K-482.18")),
        plate(
            "3/plate-spelt",
            "The insurance spells the plate otherwise.",
            Expect::accept(),
            insured,
            Some("30k48217"),
        ),
        plate("3/plate-withheld", "The insurance names neither plate nor chassis.", not_shown(), insured, None),
        seen(
            plate("3/plate-unregistered", "The registration does not show its plate.", not_shown(), registered, None),
            "30K-482.17",
        ),
    ]
}

/// An insurance of a vehicle that had no plate yet names its chassis.
fn chassis() -> Vec<Case> {
    let by_chassis = |id: &str, says: &str, expect: Expect, registered: Option<&str>| {
        let changes = [
            (Kind::LIABILITY_INSURANCE, Field::PLATE, None),
            (Kind::LIABILITY_INSURANCE, Field::CHASSIS_NO, Some("RL4B29F36R5018264".into())),
            (Kind::VEHICLE_REGISTRATION, Field::CHASSIS_NO, registered.map(Item::from)),
        ];
        case(id, says, expect, &changes)
    };
    let differs = Expect::standing("refer", &["vehicle.chassis_differs"]);
    let not_shown = Expect::standing("refer", &["agreed.field_not_shown"]);
    vec![
        by_chassis("3/chassis", "The insurance names the chassis.", Expect::accept(), Some("rl4b29f36r5018264")),
        by_chassis("3/chassis-other", "The insurance is of another chassis.", differs, Some("RL4B29F36R5018265")),
        by_chassis("3/chassis-withheld", "The registration does not show its chassis.", not_shown, None),
    ]
}

/// Rare writing is a note; old numbers of provinces are not even that.
fn rare() -> Vec<Case> {
    let all = |id: &str, says: &str, expect: Expect, plate: &str| {
        let changes = WHOLE_STOP.map(|kind| (kind, Field::PLATE, Some(Item::from(plate))));
        case(id, says, expect, changes.get(1..).unwrap_or_default())
    };
    let chassis = Some(Item::from("RL4B29F36R501826"));
    vec![
        all("4/plate-old-province", "A plate of a province that was merged.", Expect::accept(), "61A-123.45"),
        all("4/plate-central", "A plate of the central unit.", Expect::accept(), "80A-123.45"),
        all(
            "4/plate-rare",
            "No province has this number.",
            Expect::accept().noting("vehicle.plate_unusual"),
            "42A-123.45",
        ),
        case(
            "4/chassis-rare",
            "A car's chassis number of sixteen characters.",
            Expect::accept().noting("vehicle.chassis_unusual"),
            &[(Kind::VEHICLE_REGISTRATION, Field::CHASSIS_NO, chassis)],
        ),
    ]
}
