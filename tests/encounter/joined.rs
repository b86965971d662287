//! What an encounter takes in: reports of its own post, under its own bundle, for its own purpose, each with the ask it
//! was made with.

use std::sync::Arc;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::{
    Ask, Asked, Bundle, Encounter, EncounterRefused, Inspector, Memory, Post, Report, Roots, Scan, Seed, Seen, Vehicle,
    VehicleKind, Verdict, Wants,
};
use doichieu_kit::answer;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{another_encounter_seed, encounter_seed};

use super::{ROLE, car, codes, desk, driver, owner, time, verdict_of};

/// An inspector of this world with a mandate.
fn inspector(world: &World, mandate: &[u8]) -> Inspector {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(mandate, &bundle).unwrap();
    Inspector::new(bundle, post).unwrap()
}

fn report(inspector: &Inspector, ask: &Ask, text: &str, now: u64) -> Report {
    inspector.inspect(Scan::qr(text), ask, time(now), &mut Memory::new()).unwrap()
}

/// The colleague across the street: same role, same lists, a post of its own.
fn other_post(world: &World) -> Vec<u8> {
    let mut spec = world.mandate_spec(ROLE);
    (spec.post, spec.cti) = (format!("{ROLE}-02"), [0x42; 16]);
    spec.sign(world.authority.mandate_key().unwrap()).encode()
}

/// The encounter refuses the report for this reason, gives it back whole and stays as it was.
fn refuses(encounter: &mut Encounter, report: Report, why: EncounterRefused) {
    let (json, before) = (report.to_json(), encounter.reports().len());
    let refused = encounter.add(report).unwrap_err();
    assert_eq!(refused.why(), why);
    assert!(refused.to_string().contains(why.code()));
    assert_eq!(refused.into_report().to_json(), json, "given back, whole");
    assert_eq!(encounter.reports().len(), before);
}

#[test]
fn a_report_of_another_post_bundle_role_purpose_or_encounter_is_given_back() {
    let world = World::demo();
    let desk = desk(&world);
    let (ours, ask) = (&desk.inspector, &desk.ask);
    let (text, now) = (driver(&world).text(), world.now);
    let mut encounter = Encounter::new(ours, ask.purpose(), &encounter_seed());

    let colleague = inspector(&world, &other_post(&world));
    let his = colleague.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    refuses(&mut encounter, report(&colleague, &his, &text, now), EncounterRefused::OtherPost);
    // Our ask in his hands proves nothing, and his report is not ours for it.
    refuses(&mut encounter, report(&colleague, ask, &text, now), EncounterRefused::OtherPost);

    let mut newer = world.clone();
    newer.number += 1;
    let newer = inspector(&newer, &world.mandate(ROLE));
    let of_newer = newer.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    refuses(&mut encounter, report(&newer, &of_newer, &text, now), EncounterRefused::OtherBundle);

    let clinic = inspector(&world, &world.mandate("clinic"));
    let admission = clinic.unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
    refuses(&mut encounter, report(&clinic, &admission, &world.clinic().text(), now), EncounterRefused::OtherRole);

    let beside = ask.clone().for_vehicle(Vehicle::new(VehicleKind::Moped));
    let earlier = ours.unprompted(Purpose::TRAFFIC_CONTROL, &another_encounter_seed(1)).unwrap();
    refuses(&mut encounter, report(ours, &earlier, &text, now), EncounterRefused::OtherEncounter);
    let mut elsewhere = Encounter::new(ours, Purpose::INSURANCE_CLAIM, &encounter_seed());
    refuses(&mut elsewhere, report(ours, ask, &text, now), EncounterRefused::OtherPurpose);

    encounter.add(report(ours, ask, &text, now)).unwrap();
    encounter.add(report(ours, &beside, &owner(&world).text(), now)).unwrap();
    assert_eq!(encounter.judge(&Seen::default(), time(now)).verdict(), Verdict::Accept);
}

#[test]
fn every_reason_has_its_own_code_and_words() {
    let all: std::collections::BTreeSet<_> = EncounterRefused::ALL.iter().map(|why| why.code()).collect();
    assert!(all.len() == EncounterRefused::ALL.len() && all.iter().all(|code| code.starts_with("encounter.")));
}

#[test]
fn a_ninth_showing_is_another_encounter() {
    let world = World::demo();
    let mut desk = desk(&world);
    let mut encounter = desk.begin();
    for nth in 0..8 {
        let mut scene = owner(&world);
        scene.showing.cti = [nth; 16];
        encounter.add(desk.inspect(&scene.text())).unwrap();
    }
    let ninth = desk.inspect(&driver(&world).text());
    refuses(&mut encounter, ninth, EncounterRefused::Full);
}

/// A challenge of our post and its answer, inspected.
fn challenged(inspector: &Inspector, scene: &Scene, wants: &Wants, seed: u8, world: &World) -> Report {
    let at = time(world.now);
    let draft = inspector.ask(wants, &Seed::new([seed; 32]), &encounter_seed(), at).unwrap();
    let signature = world.post_key(ROLE).sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    let asked = Asked::open(challenge.text(), inspector.bundle(), at).unwrap();
    let presentation = answer::answer(scene, &asked, world.now);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    report(inspector, challenge.ask(), &answer::text(&sealed), world.now)
}

/// Each phone answers a challenge of its own, and what one ask left out is not told by way of another.
#[test]
fn each_phone_may_answer_its_own_challenge_and_is_told_of_no_wider() {
    let world = World::demo();
    let ours = desk(&world).inspector;
    let all = Wants::all(Purpose::TRAFFIC_CONTROL);
    let narrow = Wants::only(Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE, [Field::FULL_NAME, Field::LICENCE_NO])
        .and(Kind::IDENTITY, [Field::FULL_NAME]);
    for (wants, told) in [(&all, true), (&narrow, false)] {
        let mut encounter = Encounter::new(&ours, Purpose::TRAFFIC_CONTROL, &encounter_seed());
        let licence = challenged(&ours, &driver(&world), wants, 1, &world);
        let registration = challenged(&ours, &car(&world), &all, 2, &world);
        encounter.add(licence).unwrap();
        encounter.add(registration).unwrap();
        let report = encounter.judge(&Seen::default(), time(world.now));
        assert_eq!(verdict_of(&report, Kind::DRIVING_LICENCE), Verdict::Refuse, "a motorcycle licence, and a car");
        let licence = report.papers().iter().find(|paper| paper.kind() == Kind::DRIVING_LICENCE).unwrap();
        assert_eq!(codes(licence.findings()).contains(&"licence.class_not_covering"), told, "{licence:?}");
    }
}
