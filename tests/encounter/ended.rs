//! What a showing leaves when its values have ended: its verdict, beside the same vehicle and plate, for half an hour;
//! and nothing of its values.

use doichieu::field::{Field, Kind};
use doichieu::{
    Answer, Encounter, EncounterRefused, EncounterReport, EncounterShowing, KEPT_FOR, NeedState, Proof, Report, Seen,
    Vehicle, VehicleKind, Verdict,
};
use doichieu_kit::borrowed::{driver, owner};
use doichieu_kit::people::{self, day};
use doichieu_kit::scene::{Scene, World, index_of};

use super::{DISPLAY, Desk, OF_BIKE, OF_CAR, ROLE, car, codes, desk, graver, phone_of, time};

const PLATE: &str = "43F1-618.05";

fn bike() -> Seen {
    let mut bike = Vehicle::new(VehicleKind::Motorcycle);
    bike.displacement_cc = Some(110.into());
    Seen::default().for_vehicle(bike)
}

fn plated() -> Seen {
    bike().for_plate(PLATE.to_owned())
}

/// The same phone, so much later.
fn late(mut scene: Scene, at: u64) -> String {
    (scene.showing.iat, scene.showing.exp) = (at, at + 60);
    scene.showing.cti = [u8::try_from(at % 251).unwrap(); 16];
    scene.text()
}

/// A stop at which the first phone shows, is judged beside what was seen, and the second comes so much later.
fn stop(world: &World, seen: &Seen, first: &str, second: &Scene, after: u64) -> (Desk, Encounter) {
    let mut desk = desk(world);
    desk.ask = seen.vehicle.into_iter().fold(desk.ask, doichieu::Ask::for_vehicle);
    desk.seen = seen.clone();
    let mut encounter = desk.begin();
    encounter.add(desk.inspect(first)).unwrap();
    encounter.judge(seen, time(desk.now));
    desk.now += after;
    let second = late(second.clone(), desk.now);
    encounter.add(desk.inspect(&second)).unwrap();
    (desk, encounter)
}

fn verdicts(report: &EncounterReport) -> Vec<Verdict> {
    report.showings().iter().map(EncounterShowing::verdict).collect()
}

fn ended(report: &EncounterReport) -> Vec<bool> {
    report.showings().iter().map(EncounterShowing::has_ended).collect()
}

/// Every text and number that a report releases now.
fn values(report: &mut Report, at: u64) -> Vec<String> {
    let mut values = Vec::new();
    for paper in report.papers_mut() {
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(shown) = release.at(time(at)) else { continue };
        let names = [Field::FULL_NAME, Field::PERSONAL_NO, Field::LICENCE_NO, Field::PLATE, Field::CHASSIS_NO];
        let texts = names.into_iter().chain([Field::OWNER_NAME, Field::OWNER_PERSONAL_NO, Field::ENGINE_NO]);
        values.extend(texts.filter_map(|field| match shown.answer(field) {
            Answer::Shown(value) => value.as_text().map(str::to_owned),
            _ => None,
        }));
    }
    values
}

/// Row 10 of the acceptance: 33 s, 2 min, 10 min after the first phone.
#[test]
fn the_first_phones_verdict_stands_when_the_second_comes_late() {
    let world = World::demo();
    for after in [33, 121, 600] {
        for seen in [bike(), plated()] {
            let (desk, mut encounter) = stop(&world, &seen, &driver(&world).text(), &owner(&world), after);
            let report = encounter.judge(&seen, time(desk.now));
            let over = after >= DISPLAY;
            assert_eq!(verdicts(&report), [Verdict::Accept, Verdict::Accept], "{after}: {report:#?}");
            assert_eq!((report.verdict(), ended(&report)), (Verdict::Accept, vec![over, false]));
            // Whose the motorbike is was not asked while both lived: a note, for it is lawful either way.
            let told = if over { "ended.not_compared" } else { "vehicle.owner_differs" };
            assert_eq!((codes(report.findings()), graver(report.findings()).len()), (vec![told], 0), "{after}");
            assert!(report.needs().iter().all(|need| need.state() != NeedState::NotShown));
            let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
            assert_eq!(json.get("ended"), over.then(|| serde_json::json!([0])).as_ref());
            let licence = &json["papers"][1];
            assert_eq!((&licence["covers"]["answer"], licence.get("ended").is_some()), (&"yes".into(), over));
        }
    }
}

#[test]
fn no_value_is_anywhere_in_what_the_encounter_holds() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.seen = plated();
    let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    let shown: Vec<_> = encounter.reports_mut().iter_mut().flat_map(|report| values(report, world.now)).collect();
    assert!(shown.len() >= 7, "{}", shown.len());
    let report = encounter.judge(&plated(), time(world.now + 600));
    assert_eq!((report.verdict(), ended(&report)), (Verdict::Accept, vec![true, true]));
    let held = format!("{encounter:#?}{report:#?}{}", report.to_json());
    for value in &shown {
        assert!(!held.contains(value.as_str()), "{value} is held");
    }
    let left = encounter.reports_mut().iter_mut().flat_map(|report| values(report, world.now)).count();
    assert_eq!(left, 0);
    // What a registration told of the vehicle is a value like any other: only the measure that was picked is held.
    let [driver, mut owner] = [driver(&world), owner(&world)];
    owner.showing.cti = [0x77; 16];
    let (_, mut encounter) = super::desk(&world).encounter(&[&driver.text(), &owner.text()], 0);
    let before = encounter.judge(&Seen::default(), time(world.now));
    let after = encounter.judge(&Seen::default(), time(world.now + 600));
    assert_eq!((before.verdict(), after.verdict()), (Verdict::Accept, Verdict::Accept));
    let held = format!("{encounter:#?}");
    assert!(!held.contains("Motorcycle") && !held.contains("displacement_cc: Some"), "{held}");
}

/// Papers that were together stand together: all of it as it was judged, whoever ends first.
#[test]
fn what_was_found_of_all_together_stands() {
    let world = World::demo();
    for (second, seen) in [
        (owner(&world), Seen::default()),
        (car(&world), Seen::default()),
        (owner(&world), plated().for_plate("43F1-618.06".into())),
    ] {
        let mut desk = desk(&world);
        desk.seen = seen;
        let (before, mut encounter) = desk.encounter(&[&driver(&world).text(), &second.text()], 0);
        for after in [DISPLAY, 600, KEPT_FOR - 1] {
            let report = encounter.judge(&desk.seen, time(world.now + after));
            assert_eq!((report.verdict(), verdicts(&report)), (before.verdict(), verdicts(&before)), "{after}");
            assert_eq!(codes(report.findings()), codes(before.findings()));
            assert_eq!(super::papers(&report), super::papers(&before));
            let states = |of: &EncounterReport| of.needs().iter().map(doichieu::Need::state).collect::<Vec<_>>();
            assert_eq!(states(&report), states(&before));
        }
    }
}

/// Half an hour after its inspection nothing of it counts any more but what is bad of it beside any vehicle.
#[test]
fn it_counts_for_a_named_time_and_never_again() {
    let world = World::demo();
    let mut withdrawn = World::demo();
    withdrawn.set_status(index_of(Kind::DRIVING_LICENCE), 1);
    for (world, then) in [(&world, Verdict::Refer), (&withdrawn, Verdict::Refuse)] {
        let mut desk = desk(world);
        desk.seen = plated();
        let (before, mut encounter) = desk.encounter(&[&driver(world).text(), &owner(world).text()], 0);
        let last = encounter.judge(&desk.seen, time(world.now + KEPT_FOR - 1));
        assert_eq!(last.verdict(), before.verdict());
        // Once over it stays over, whatever the clock says.
        for at in [world.now + KEPT_FOR, world.now + 60] {
            let report = encounter.judge(&desk.seen, time(at));
            assert_eq!(report.verdict(), then, "{report:#?}");
            assert!(report.papers().iter().all(|paper| codes(paper.findings()).contains(&"ended.too_long_ago")));
        }
    }
    // A clock set back before the inspection ends it too.
    let mut desk = desk(&world);
    desk.seen = plated();
    let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    assert_eq!(encounter.judge(&desk.seen, time(world.now - 31)).verdict(), Verdict::Refer);
    assert_eq!(encounter.judge(&desk.seen, time(world.now)).verdict(), Verdict::Refer);
}

/// Beside another vehicle or plate than it was computed for, cover and plate are not known; the vehicle of then makes
/// them known again.
#[test]
fn another_vehicle_or_plate_is_not_known() {
    let world = World::demo();
    let mut other = bike();
    other.vehicle.as_mut().unwrap().displacement_cc = Some(150.into());
    let mut moped = bike();
    (moped.vehicle.as_mut().unwrap().kind, moped.vehicle.as_mut().unwrap().displacement_cc) =
        (VehicleKind::Moped, Some(49.into()));
    let mut desk = desk(&world);
    desk.seen = plated();
    let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    let at = time(world.now + 600);
    assert_eq!(encounter.judge(&plated(), at).verdict(), Verdict::Accept);
    let plate = |seen: Seen| seen.for_plate(PLATE.to_owned());
    let another = bike().for_plate("43F1-618.06".to_owned());
    // The plate is not held against a typed one any more, whatever it is, nor dropped.
    for seen in [plate(other), plate(moped), Seen::default().for_plate(PLATE.to_owned()), another, bike()] {
        let report = encounter.judge(&seen, at);
        assert_eq!(report.verdict(), Verdict::Refer, "{seen:?} {report:#?}");
        let told: Vec<_> = report.papers().iter().flat_map(|paper| codes(paper.findings())).collect();
        let told = [told, codes(report.findings())].concat();
        assert!(told.iter().any(|code| ["ended.vehicle_changed", "ended.not_compared"].contains(code)), "{told:?}");
        let licence = report.papers().iter().find(|paper| paper.kind() == Kind::DRIVING_LICENCE).unwrap();
        let changed = codes(licence.findings()).contains(&"ended.vehicle_changed");
        assert_eq!(licence.covers().is_none(), changed);
    }
    let back = encounter.judge(&plated(), at);
    assert_eq!(back.verdict(), Verdict::Accept, "{back:#?}");
    // A plate that was read stays read: leaving it out in between makes another one no better.
    let mut encounter = desk.begin();
    desk.now += 1;
    encounter.add(desk.inspect(&late(driver(&world), desk.now))).unwrap();
    encounter.judge(&plated(), time(desk.now));
    let mut at = |plate: Option<&str>| {
        let seen = plate.map(str::to_owned).into_iter().fold(bike(), Seen::for_plate);
        encounter.judge(&seen, time(desk.now + 600)).showings()[0].verdict()
    };
    assert_eq!(
        [at(Some(PLATE)), at(None), at(Some("29A1-100.01"))],
        [Verdict::Accept, Verdict::Accept, Verdict::Refer]
    );
}

/// A bad licence becomes no better by waiting, nor by a second phone.
#[test]
fn waiting_makes_nothing_better() {
    let mut expired = people::khoi();
    expired.licence.as_mut().unwrap().motorcycle.as_mut().unwrap().valid_until = day(2026, 11, 1);
    let expired = World::demo().with_person(expired);
    let mut withdrawn = World::demo().with_person(people::khoi());
    withdrawn.set_status(index_of(Kind::DRIVING_LICENCE), 1);
    for world in [expired, withdrawn] {
        let first = world.preset(ROLE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE]).text();
        let (desk, mut encounter) = stop(&world, &plated(), &first, &owner(&world), 600);
        let report = encounter.judge(&plated(), time(desk.now));
        assert_eq!((report.verdict(), verdicts(&report)[0]), (Verdict::Refuse, Verdict::Refuse), "{report:#?}");
        // Another vehicle makes what rests on the vehicle open, never good.
        let report = encounter.judge(&Seen::default(), time(desk.now));
        assert_ne!(report.verdict(), Verdict::Accept);
    }
}

/// A plate or a vehicle that only the other phone could tell is not known, and no note.
#[test]
fn what_rests_on_an_ended_registration_refers() {
    let world = World::demo();
    let [bikes, licence] = [owner(&world), driver(&world)];
    // The licence comes when the registration is gone, and no vehicle was picked.
    let (desk, mut encounter) = stop(&world, &Seen::default(), &bikes.text(), &licence, 600);
    let report = encounter.judge(&Seen::default(), time(desk.now));
    assert_eq!(report.verdict(), Verdict::Refer, "{report:#?}");
    assert!(graver(report.findings()).contains("ended.not_compared"), "{report:#?}");
    let finding = report.findings().iter().find(|of| of.code() == "ended.not_compared").unwrap();
    assert_eq!(finding.token(), Some(0), "whose code is to be shown again");
    // Nor once the licence has ended as well.
    let later = encounter.judge(&Seen::default(), time(desk.now + 300));
    assert_eq!(later.verdict(), Verdict::Refer);
    // The same where the vehicle was picked: then only the owner could not be asked.
    let (desk, mut encounter) = stop(&world, &bike(), &bikes.text(), &licence, 600);
    let report = encounter.judge(&bike(), time(desk.now));
    assert_eq!((report.verdict(), graver(report.findings()).len()), (Verdict::Accept, 0), "{report:#?}");

    // Certificates of one car beside the ended registration of another: not compared, unless the plate was typed.
    let of = |kinds: &[Kind]| phone_of(&world, people::giang(), doichieu_kit::key::Alg::Ed25519).preset(ROLE, kinds);
    let (registration, rest) = (of(&OF_CAR[..1]), of(&OF_CAR[1..]));
    let other = phone_of(&world, people::khoi(), doichieu_kit::key::Alg::Ed25519).preset(ROLE, &OF_BIKE[1..]);
    let seen = Seen::default().for_vehicle(Vehicle::new(VehicleKind::Car));
    for (second, plate, told) in [
        (&rest, None, "ended.not_compared"),
        (&other, None, "ended.not_compared"),
        (&other, Some("30K-482.17"), "vehicle.plate_differs"),
    ] {
        let seen = plate.map(str::to_owned).into_iter().fold(seen.clone(), Seen::for_plate);
        let (desk, mut encounter) = stop(&world, &seen, &registration.text(), second, 600);
        let report = encounter.judge(&seen, time(desk.now));
        assert!(graver(report.findings()).contains(told), "{told}: {report:#?}");
        assert_eq!(report.verdict(), Verdict::Refer);
    }
}

/// A first phone that was only added stands too: it was judged as it came.
#[test]
fn adding_is_judging() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.ask = desk.ask.for_vehicle(bike().vehicle.unwrap());
    let mut encounter = desk.begin();
    encounter.add(desk.inspect(&driver(&world).text())).unwrap();
    let report = encounter.judge(&bike(), time(world.now + 600));
    assert_eq!(verdicts(&report), [Verdict::Accept], "{report:#?}");
}

/// Lists and mandate that end while a stop is open end what rests on them.
#[test]
fn what_ages_meanwhile_is_asked_anew() {
    let mut world = World::demo();
    let mut mandate = world.mandate_spec(ROLE);
    mandate.exp = world.now + 300;
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    world.retention = 0;
    let roots = doichieu::Roots::dangerous_test(&world.anchor()).unwrap();
    let mut memory = doichieu::Memory::new();
    let bundle = std::sync::Arc::new(doichieu::Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let post = doichieu::Post::open(&mandate, &bundle).unwrap();
    let inspector = doichieu::Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(doichieu::field::Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed()).unwrap();
    let mut desk = Desk { inspector, ask, seen: plated(), memory, now: world.now };
    let (before, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    assert_eq!(before.verdict(), Verdict::Accept);
    assert_eq!(encounter.judge(&plated(), time(world.now + 299)).verdict(), Verdict::Accept);
    let after = encounter.judge(&plated(), time(world.now + 300));
    assert_eq!(after.verdict(), Verdict::Refer);
    assert!(graver(after.findings()).contains("post.mandate_not_in_force"), "{after:#?}");
}

/// The phone shows its code again: the new showing takes the place of the ended one, and makes known what was not.
#[test]
fn a_code_shown_again_takes_the_place_of_the_ended_one() {
    let world = World::demo();
    let (mut desk, mut encounter) = stop(&world, &Seen::default(), &owner(&world).text(), &driver(&world), 600);
    let at = time(desk.now);
    assert_eq!(encounter.judge(&Seen::default(), at).verdict(), Verdict::Refer);
    let again = desk.inspect(&late(owner(&world), desk.now));
    encounter.add_again(0, again, at).unwrap();
    let report = encounter.judge(&Seen::default(), at);
    assert_eq!((report.verdict(), codes(report.findings())), (Verdict::Accept, vec!["vehicle.owner_differs"]));
    assert_eq!((ended(&report), encounter.reports().len()), (vec![false, false], 2));
    // It has not ended; there is no such place.
    for place in [0, 1, 2] {
        desk.now += 1;
        let report = desk.inspect(&late(owner(&world), desk.now));
        let refused = encounter.add_again(place, report, time(desk.now)).unwrap_err();
        assert_eq!(refused.why(), EncounterRefused::NotEnded);
    }
    // Not the papers of the first.
    desk.now += 600;
    let fewer = phone_of(&world, people::giang(), doichieu_kit::key::Alg::Ed25519).preset(ROLE, &OF_CAR[1..]);
    let fewer = desk.inspect(&late(fewer, desk.now));
    let refused = encounter.add_again(0, fewer, time(desk.now)).unwrap_err();
    assert_eq!(refused.why(), EncounterRefused::PapersMissing);
}

/// What is withdrawn stays, whatever is shown in its place.
#[test]
fn what_is_withdrawn_is_not_shown_away() {
    let mut world = World::demo();
    world.set_status(index_of(Kind::DRIVING_LICENCE), 1);
    let first = world.preset(ROLE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    let good = phone_of(&World::demo(), people::khoi(), doichieu_kit::key::Alg::Ed25519);
    let good = good.preset(ROLE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    let (mut desk, mut encounter) = stop(&world, &bike(), &first.text(), &owner(&world), 600);
    assert_eq!(encounter.judge(&bike(), time(desk.now)).verdict(), Verdict::Refuse);
    let again = desk.inspect(&late(good, desk.now));
    let refused = encounter.add_again(0, again, time(desk.now)).unwrap_err();
    assert_eq!(refused.why(), EncounterRefused::Stands);
    assert_eq!(encounter.judge(&bike(), time(desk.now)).verdict(), Verdict::Refuse);
}
