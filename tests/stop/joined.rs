//! What a stop takes in: reports of its own post, under its own bundle, for its own purpose, each with the ask it was
//! made with.

use std::sync::Arc;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::{
    Ask, Asked, Bundle, Inspector, Memory, Post, Report, Roots, Scan, Seed, Seen, Stop, StopRefused, Vehicle,
    VehicleKind, Verdict, Wants,
};
use doichieu_kit::answer;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{another_encounter, encounter};

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

/// The stop refuses the report for this reason, gives it back whole and stays as it was.
fn refuses(stop: &mut Stop, report: Report, why: StopRefused) {
    let (json, before) = (report.to_json(), stop.reports().len());
    let refused = stop.add(report).unwrap_err();
    assert_eq!(refused.why(), why);
    assert!(refused.to_string().contains(why.code()));
    assert_eq!(refused.into_report().to_json(), json, "given back, whole");
    assert_eq!(stop.reports().len(), before);
}

#[test]
fn a_report_of_another_post_bundle_role_purpose_or_encounter_is_given_back() {
    let world = World::demo();
    let desk = desk(&world);
    let (ours, ask) = (&desk.inspector, &desk.ask);
    let (text, now) = (driver(&world).text(), world.now);
    let mut stop = Stop::new(ours, ask.purpose(), &encounter());

    let colleague = inspector(&world, &other_post(&world));
    let his = colleague.unprompted(Purpose::TRAFFIC_CONTROL, &encounter()).unwrap();
    refuses(&mut stop, report(&colleague, &his, &text, now), StopRefused::OtherPost);
    // Our ask in his hands proves nothing, and his report is not ours for it.
    refuses(&mut stop, report(&colleague, ask, &text, now), StopRefused::OtherPost);

    let mut newer = world.clone();
    newer.number += 1;
    let newer = inspector(&newer, &world.mandate(ROLE));
    let of_newer = newer.unprompted(Purpose::TRAFFIC_CONTROL, &encounter()).unwrap();
    refuses(&mut stop, report(&newer, &of_newer, &text, now), StopRefused::OtherBundle);

    let clinic = inspector(&world, &world.mandate("clinic"));
    let admission = clinic.unprompted(Purpose::CLINIC_ADMISSION, &encounter()).unwrap();
    refuses(&mut stop, report(&clinic, &admission, &world.clinic().text(), now), StopRefused::OtherRole);

    let beside = ask.clone().for_vehicle(Vehicle::new(VehicleKind::Moped));
    let earlier = ours.unprompted(Purpose::TRAFFIC_CONTROL, &another_encounter(1)).unwrap();
    refuses(&mut stop, report(ours, &earlier, &text, now), StopRefused::OtherEncounter);
    let mut elsewhere = Stop::new(ours, Purpose::INSURANCE_CLAIM, &encounter());
    refuses(&mut elsewhere, report(ours, ask, &text, now), StopRefused::OtherPurpose);

    stop.add(report(ours, ask, &text, now)).unwrap();
    stop.add(report(ours, &beside, &owner(&world).text(), now)).unwrap();
    assert_eq!(stop.judge(&Seen::default(), time(now)).verdict(), Verdict::Accept);
}

#[test]
fn every_reason_has_its_own_code_and_words() {
    let all: std::collections::BTreeSet<_> = StopRefused::ALL.iter().map(|why| why.code()).collect();
    assert!(all.len() == StopRefused::ALL.len() && all.iter().all(|code| code.starts_with("stop.")));
}

#[test]
fn a_ninth_showing_is_another_stop() {
    let world = World::demo();
    let mut desk = desk(&world);
    let mut stop = desk.begin();
    for nth in 0..8 {
        let mut scene = owner(&world);
        scene.showing.cti = [nth; 16];
        stop.add(desk.inspect(&scene.text())).unwrap();
    }
    let ninth = desk.inspect(&driver(&world).text());
    refuses(&mut stop, ninth, StopRefused::Full);
}

/// A challenge of our post and its answer, inspected.
fn challenged(inspector: &Inspector, scene: &Scene, wants: &Wants, seed: u8, world: &World) -> Report {
    let at = time(world.now);
    let draft = inspector.ask(wants, &Seed::new([seed; 32]), &encounter(), at).unwrap();
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
    let all = Wants::new(Purpose::TRAFFIC_CONTROL);
    let narrow = Wants::new(Purpose::TRAFFIC_CONTROL)
        .only(Kind::DRIVING_LICENCE, [Field::FULL_NAME, Field::LICENCE_NO])
        .only(Kind::IDENTITY, [Field::FULL_NAME]);
    for (wants, told) in [(&all, true), (&narrow, false)] {
        let mut stop = Stop::new(&ours, Purpose::TRAFFIC_CONTROL, &encounter());
        let licence = challenged(&ours, &driver(&world), wants, 1, &world);
        let registration = challenged(&ours, &car(&world), &all, 2, &world);
        stop.add(licence).unwrap();
        stop.add(registration).unwrap();
        let report = stop.judge(&Seen::default(), time(world.now));
        assert_eq!(verdict_of(&report, Kind::DRIVING_LICENCE), Verdict::Refuse, "a motorcycle licence, and a car");
        let licence = report.papers().iter().find(|paper| paper.kind() == Kind::DRIVING_LICENCE).unwrap();
        assert_eq!(codes(licence.findings()).contains(&"licence.class_not_covering"), told, "{licence:?}");
    }
}
