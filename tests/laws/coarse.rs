//! Nothing in a report gives back to the second what one paper alone says of time: papers whose registers answered, or
//! whose copies ended, within the same hour of the same day have the same report. What was judged is exact all the
//! same.

use doichieu::field::Kind;
use doichieu::time::UnixTime;
use doichieu::{Encounter, LegalBasis, Memory, Scan, Seen};
use doichieu_kit::claim169::{self, BASIS, CodeDraft};
use doichieu_kit::people::{self, day};
use doichieu_kit::scene::{WHOLE_STOP, World};
use doichieu_kit::{Alg, encounter_seed};
use serde_json::Value as Json;

use crate::stage::{DAY, POLICE, Stage, purpose};

const HOUR: u64 = 3600;

/// A report, or an encounter of one, without the digests of the scan: its bytes are others each time.
fn told(json: &str) -> Json {
    let mut json: Json = serde_json::from_str(json).unwrap();
    json.as_object_mut().unwrap().retain(|name, _| name != "scan" && name != "reports");
    json
}

fn both(world: &World) -> [Json; 2] {
    both_as_it_stood(world, None)
}

/// The same of papers that their register called so (docs/dc1.md §2, `standing`).
fn both_as_it_stood(world: &World, standing: Option<u64>) -> [Json; 2] {
    let stage = Stage::of(world, POLICE);
    let at = UnixTime::new(world.now).unwrap();
    let mut papers = world.preset_papers(POLICE, &WHOLE_STOP);
    papers.iter_mut().for_each(|paper| paper.source.standing = standing);
    let report = stage.show(&world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))])).report;
    let alone = told(&report.to_json());
    let mut encounter = Encounter::new(&stage.inspector, stage.ask.purpose(), &encounter_seed());
    encounter.add(report).unwrap();
    [alone, told(&encounter.judge(&Seen::default(), at).to_json())]
}

/// Every finding that rests on a paper's as-of, on the as-of of points, or on the end of a copy.
fn worlds() -> Vec<(&'static str, World)> {
    let of = |change: fn(&mut people::Part)| {
        let mut giang = people::giang();
        change(giang.licence.as_mut().unwrap().car.as_mut().unwrap());
        World::demo().with_person(giang)
    };
    let mut over = people::giang();
    let vehicle = over.vehicle.as_mut().unwrap();
    vehicle.valid_until = day(2026, 11, 1);
    vehicle.inspection.as_mut().unwrap().valid_until = day(2026, 11, 1);
    vec![
        ("nothing", World::demo()),
        ("licence.points_zero", of(|part| part.points = Some(0))),
        ("licence.part_suspended", of(|part| part.suspension = Some((day(2026, 11, 1), None)))),
        ("licence.seized_until", of(|part| part.seized_until = day(2026, 11, 1))),
        ("licence.expired", of(|part| part.valid_until = day(2026, 11, 1))),
        ("vehicle.inspection_expired", World::demo().with_person(over)),
    ]
}

#[test]
fn papers_of_one_hour_have_one_report() {
    for (code, mut world) in worlds() {
        let mut of = |age: u64| {
            world.register_age = age;
            both(&world)
        };
        let six = of(6 * HOUR);
        assert!(code == "nothing" || six.iter().all(|json| json.to_string().contains(code)), "{code}");
        for age in [6 * HOUR - 1, 6 * HOUR - 700, 5 * HOUR + 1] {
            assert_eq!(of(age), six, "{code}: {age} s");
        }
        // Another hour is another age, where a finding has one; another day another as-of.
        assert_eq!(of(5 * HOUR) == six, code == "nothing", "{code}");
        assert_ne!(of(6 * HOUR + DAY), six);
    }
}

#[test]
fn what_a_register_withdrew_is_told_by_the_hour() {
    for (standing, code) in [(1, "current.suspended"), (2, "current.revoked")] {
        let mut world = World::demo();
        let mut of = |age: u64| {
            world.register_age = age;
            both_as_it_stood(&world, Some(standing))
        };
        let six = of(6 * HOUR);
        assert!(six.iter().all(|json| json.to_string().contains(code)), "{code}");
        assert_eq!(of(6 * HOUR - 700), six, "{code}");
        assert_ne!(of(5 * HOUR), six, "{code}");
    }
}

#[test]
fn what_is_told_looks_no_fresher_than_it_is() {
    let mut world = World::demo();
    for age in [1, HOUR, HOUR + 1, 40_000, DAY, 3 * DAY + 5] {
        world.register_age = age;
        world.person.licence.as_mut().unwrap().car.as_mut().unwrap().points = Some(0);
        let [report, _] = both(&world);
        let papers = report["papers"].as_array().unwrap();
        let licence = papers.iter().find(|paper| paper["kind"] == "driving_licence").unwrap();
        let findings = licence["findings"].as_array().unwrap();
        let points = findings.iter().find(|finding| finding["code"] == "licence.points_zero").unwrap();
        let told = points["age"].as_u64().unwrap();
        assert!(told.is_multiple_of(HOUR) && (age..age + HOUR).contains(&told), "{age} {told}");
        let as_of = licence["source"]["asOf"].as_u64().unwrap();
        assert!(as_of.is_multiple_of(DAY) && as_of <= world.now - age && world.now - age < as_of + DAY);
        // The list is everybody's: its age is exact, as judged.
        assert_eq!(licence["status"]["age"], 7200);
    }
}

#[test]
fn copies_that_ended_in_one_hour_have_one_report() {
    let mut world = World::demo();
    let mut past = |age: u64| {
        world.token_age = DAY + age;
        world.register_age = 2 * DAY;
        let scene = world.preset(POLICE, &[Kind::IDENTITY]);
        told(&Stage::of(&world, POLICE).show(&scene).json)
    };
    let two = past(2 * HOUR);
    assert!(two.to_string().contains("held.copy_outdated"), "{two}");
    assert_eq!([past(2 * HOUR - 1), past(HOUR + 1)], [two.clone(), two.clone()]);
    assert_ne!(past(HOUR), two);
}

/// What is printed on a card stands there for years: neither when it was made nor when it ends is told to the second.
#[test]
fn printed_codes_of_one_hour_have_one_report() {
    let world = claim169::world(Alg::Ed25519);
    let stage = Stage::of(&world, POLICE);
    let basis = LegalBasis::new(BASIS).unwrap();
    let ask = stage.inspector.on_basis(purpose(&world, POLICE), &basis, &encounter_seed()).unwrap();
    let inspect = |made: u64, past: u64| {
        let mut draft = CodeDraft::new(&world, &claim169::issuer(&world, Alg::Ed25519));
        draft.claims.set(6, world.now - made);
        draft.claims.set(4, world.now - past);
        let (text, at) = (draft.text(), UnixTime::new(world.now).unwrap());
        told(&stage.inspector.inspect(Scan::qr(&text), &ask, at, &mut Memory::new()).unwrap().to_json())
    };
    let one = inspect(90 * DAY, 5 * HOUR);
    assert!(one.to_string().contains("authentic.term_passed"), "{one}");
    assert_eq!(inspect(90 * DAY - 300, 5 * HOUR - 300), one);
    assert_ne!(inspect(90 * DAY, 4 * HOUR), one);
}
