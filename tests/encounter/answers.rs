//! An answer in an encounter: it counts for the vehicle that it was computed for, and for no other.

use doichieu::field::{Kind, Purpose};
use doichieu::{
    Ask, Cover, Encounter, EncounterReport, Headline, KEPT_FOR, LicenceClass, NeedState, Question, Report, Scan, Seen,
    Vehicle, VehicleKind, Verdict,
};
use doichieu_kit::encounter_seed;
use doichieu_kit::people::{self, Person, day};
use doichieu_kit::scene::{World, index_of};

use super::{DISPLAY, Desk, OF_CAR, ROLE, codes, desk, graver, time};

const THIS: Question = Question::MayDriveThisVehicle;
const A1: Question = Question::MayDriveClass(LicenceClass::A1);
const C1: Question = Question::MayDriveClass(LicenceClass::C1);
const PLATE: &str = "30K-482.17";

/// Somebody with class A1 alone, whose car stands there.
fn with_a1_in_a_car() -> Person {
    let mut person = people::khoi();
    person.vehicle = people::giang().vehicle;
    person
}

fn car(seats: u64) -> Vehicle {
    let mut car = Vehicle::new(VehicleKind::Car);
    car.seats = Some(seats.into());
    car
}

fn bike() -> Vehicle {
    let mut bike = Vehicle::new(VehicleKind::Motorcycle);
    bike.displacement_cc = Some(110.into());
    bike
}

fn beside(vehicle: Vehicle) -> Seen {
    Seen::default().for_vehicle(vehicle).for_plate(PLATE.to_owned())
}

/// The papers of the car in a code of their own.
fn of_car(world: &World) -> String {
    let mut papers = world.preset(ROLE, &OF_CAR);
    papers.showing.cti = [1; 16];
    papers.text()
}

/// The answer of this world's licence, inspected beside what was seen.
fn answered(desk: &mut Desk, world: &World, question: Question, seen: Option<Vehicle>, plate: Option<&str>) -> Report {
    let ask = seen.into_iter().fold(desk.ask.clone(), Ask::for_vehicle);
    let ask = plate.map(str::to_owned).into_iter().fold(ask, Ask::for_plate);
    let mut scene = world.answer(ROLE, question);
    scene.showing.cti = [u8::try_from(question.number()).unwrap(); 16];
    desk.inspector.inspect(Scan::qr(&scene.text()), &ask, time(desk.now), &mut desk.memory).unwrap()
}

/// An encounter of answers first and the car's papers last.
fn encounter_of(desk: &mut Desk, world: &World, answers: Vec<Report>) -> Encounter {
    let mut encounter = desk.begin();
    answers.into_iter().for_each(|report| encounter.add(report).unwrap());
    encounter.add(desk.inspect(&of_car(world))).unwrap();
    encounter
}

fn judged(encounter: &mut Encounter, seen: &Seen, world: &World) -> EncounterReport {
    encounter.judge(seen, time(world.now))
}

fn licence_needed(report: &EncounterReport) -> NeedState {
    report.needs().iter().find(|need| need.kind() == Kind::DRIVING_LICENCE).unwrap().state()
}

/// What he shows openly refuses; what he offers instead says nothing of this car and refers.
#[test]
fn the_answer_about_a_class_does_not_count_beside_a_car() {
    let world = World::demo().with_person(with_a1_in_a_car());
    let mut open = desk(&world);
    open.seen = beside(car(5));
    let shown = world.preset(ROLE, &[Kind::DRIVING_LICENCE]);
    let fields = open.encounter(&[&shown.text(), &of_car(&world)], 0).0;
    assert_eq!((fields.verdict(), fields.headline()), (Verdict::Refuse, Headline::NotInForce));

    let mut desk = desk(&world);
    let answer = answered(&mut desk, &world, A1, None, None);
    assert_eq!((answer.verdict(), answer.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(codes(answer.papers()[0].findings()), ["question.not_about_vehicle"]);
    assert_eq!(answer.papers()[0].answered().map(|of| (of.answer, of.vehicle)), Some((Cover::Yes, None)));
    let mut encounter = encounter_of(&mut desk, &world, vec![answer]);
    for seen in [beside(car(5)), Seen::default()] {
        let report = judged(&mut encounter, &seen, &world);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
        assert_eq!(codes(report.findings()), ["question.not_about_vehicle"]);
        let finding = report.findings()[0];
        assert_eq!((finding.kind(), finding.token()), (Some(Kind::DRIVING_LICENCE), Some(0)));
        assert_eq!(licence_needed(&report), NeedState::Answered);
        assert_eq!(report.showings()[0].headline(), Headline::LookUp);
        let json = report.to_json();
        assert!(
            json.contains(r#""code":"question.not_about_vehicle""#) && json.contains(r#""state":"answered""#),
            "{json}"
        );
    }
}

#[test]
fn the_answer_about_a_motorcycle_does_not_count_beside_a_car() {
    let world = World::demo().with_person(with_a1_in_a_car());
    let mut desk = desk(&world);
    let answer = answered(&mut desk, &world, THIS, Some(bike()), None);
    assert_eq!(answer.verdict(), Verdict::Accept, "about the motorcycle");
    assert_eq!(answer.papers()[0].answered().unwrap().vehicle, Some(bike()));
    let json = answer.to_json();
    assert!(!json.contains("motorcycle") && !json.contains("110"), "{json}");
    let mut encounter = encounter_of(&mut desk, &world, vec![answer]);
    // Picked, or described by the registration on the other phone.
    for seen in [beside(car(5)), Seen::default()] {
        let report = judged(&mut encounter, &seen, &world);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
        assert_eq!(graver(report.findings()).into_iter().collect::<Vec<_>>(), ["question.other_vehicle"]);
        assert_eq!(licence_needed(&report), NeedState::Answered);
    }
}

#[test]
fn the_answer_about_this_car_counts() {
    let world = World::demo();
    let mut desk = desk(&world);
    let answer = answered(&mut desk, &world, THIS, Some(car(5)), Some("30k48217"));
    let mut encounter = encounter_of(&mut desk, &world, vec![answer]);
    // Picked as then, by the registration alone, or both; whichever way the plate is written.
    for seen in [beside(car(5)), Seen::default(), Seen::default().for_vehicle(Vehicle::new(VehicleKind::Car))] {
        let report = judged(&mut encounter, &seen, &world);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept), "{report:?}");
        assert_eq!((licence_needed(&report), codes(report.findings())), (NeedState::Shown, Vec::new()));
    }
    // Another plate is another vehicle, and so are other seats.
    for seen in [beside(car(5)).for_plate("30K-482.18".to_owned()), beside(car(9))] {
        let report = judged(&mut encounter, &seen, &world);
        assert!(graver(report.findings()).contains("question.other_vehicle"), "{report:?}");
        assert_eq!(report.verdict(), Verdict::Refer);
    }
}

#[test]
fn where_no_vehicle_is_known_no_answer_counts() {
    let world = World::demo();
    let mut desk = desk(&world);
    for computed in [None, Some(car(5))] {
        let answer = answered(&mut desk, &world, THIS, computed, None);
        let mut encounter = desk.begin();
        encounter.add(answer).unwrap();
        let report = judged(&mut encounter, &Seen::default(), &world);
        assert!(graver(report.findings()).contains("licence.vehicle_not_picked"), "{report:?}");
        assert_eq!((report.showings()[0].verdict(), licence_needed(&report)), (Verdict::Refer, NeedState::Answered));
    }
    // Computed for none, and picked since: it is still an answer about none.
    let answer = answered(&mut desk, &world, THIS, None, None);
    let mut encounter = encounter_of(&mut desk, &world, vec![answer]);
    let report = judged(&mut encounter, &beside(car(5)), &world);
    assert_eq!((report.verdict(), codes(report.findings())), (Verdict::Refer, vec!["licence.vehicle_not_picked"]));
}

/// Beside an answer that counts, one that does not still leaves the encounter open: whose it is nobody can tell.
#[test]
fn several_answers_each_have_to_be_about_this_vehicle() {
    let world = World::demo();
    let mut desk = desk(&world);
    let this = answered(&mut desk, &world, THIS, Some(car(5)), None);
    let class = answered(&mut desk, &world, A1, Some(car(5)), None);
    let mut encounter = encounter_of(&mut desk, &world, vec![this, class]);
    let report = judged(&mut encounter, &beside(car(5)), &world);
    assert_eq!((report.verdict(), licence_needed(&report)), (Verdict::Refer, NeedState::Shown));
    let verdicts: Vec<_> = report.showings().iter().map(doichieu::EncounterShowing::verdict).collect();
    assert_eq!(verdicts, [Verdict::Accept, Verdict::Refer, Verdict::Accept]);
}

/// A *no* about another vehicle accuses nobody here, unless it rests on what no vehicle changes; one about a class is
/// as true here.
#[test]
fn a_no_counts_as_far_as_it_is_true_of_this_vehicle() {
    let withdrawn = {
        let mut world = World::demo();
        world.set_status(index_of(Kind::DRIVING_LICENCE), 1);
        world
    };
    let expired = {
        let mut giang = people::giang();
        giang.licence.as_mut().unwrap().motorcycle.as_mut().unwrap().valid_until = day(2026, 11, 1);
        World::demo().with_person(giang)
    };
    for (world, question, computed, verdict) in [
        (&expired, THIS, bike(), Verdict::Refer),
        (&World::demo(), THIS, car(45), Verdict::Refer),
        (&withdrawn, THIS, bike(), Verdict::Refuse),
        (&World::demo(), C1, car(5), Verdict::Refuse),
    ] {
        let mut desk = desk(world);
        let answer = answered(&mut desk, world, question, Some(computed), None);
        assert_eq!(answer.verdict(), Verdict::Refuse);
        let mut encounter = encounter_of(&mut desk, world, vec![answer]);
        let report = judged(&mut encounter, &beside(car(5)), world);
        assert_eq!((report.verdict(), report.showings()[0].verdict()), (verdict, verdict), "{question:?} {report:?}");
    }
}

/// It ends when its fields would have, and leaves what they would have left, as long.
#[test]
fn an_answer_that_ended_counts_as_long_as_what_fields_leave() {
    let world = World::demo();
    for (vehicle, before) in [(car(5), Verdict::Accept), (car(45), Verdict::Refuse)] {
        let mut desk = desk(&world);
        let answer = answered(&mut desk, &world, THIS, Some(vehicle), None);
        let mut encounter = desk.begin();
        encounter.add(answer).unwrap();
        let mut at = |seconds: u64| {
            let report = encounter.judge(&beside(vehicle), time(seconds));
            (report.showings()[0].verdict(), report.showings()[0].has_ended())
        };
        assert_eq!(at(world.now + DISPLAY - 1), (before, false));
        assert_eq!(at(world.now + DISPLAY), (before, true), "the display time is over, and nobody agreed to more");
        assert_eq!(at(world.now), (before, true), "and it stays over, whatever the clock says");
        assert_eq!(at(world.now + KEPT_FOR - 1), (before, true));
        let after = before.max(Verdict::Refer);
        assert_eq!(at(world.now + KEPT_FOR), (after, true));
        assert_eq!(at(world.now), (after, true));
    }
    // Beside another vehicle it counts as little as before its end.
    let mut desk = desk(&world);
    let answer = answered(&mut desk, &world, THIS, Some(car(5)), None);
    let mut encounter = encounter_of(&mut desk, &world, vec![answer]);
    assert_eq!(judged(&mut encounter, &beside(car(5)), &world).verdict(), Verdict::Accept);
    let mut after = |seen| encounter.judge(&seen, time(world.now + 600)).verdict();
    assert_eq!([after(beside(car(5))), after(beside(car(9)))], [Verdict::Accept, Verdict::Refer]);
}

/// Of fields too: what was found does not become better by waiting, and apart from the vehicle it stands beside any.
#[test]
fn what_no_vehicle_changes_stands_when_a_release_has_ended() {
    let mut over = people::giang();
    over.vehicle.as_mut().unwrap().valid_until = day(2026, 11, 1);
    let over = World::demo().with_person(over);
    let mut withdrawn = World::demo();
    withdrawn.set_status(index_of(Kind::DRIVING_LICENCE), 1);
    let mut expired = people::giang();
    expired.licence.as_mut().unwrap().car.as_mut().unwrap().valid_until = day(2026, 11, 1);
    let expired = World::demo().with_person(expired);
    let whole = |world: &World| world.whole_stop().text();
    for (world, another) in [(over, Verdict::Refuse), (withdrawn, Verdict::Refuse), (expired, Verdict::Refer)] {
        let mut desk = desk(&world);
        desk.seen = beside(car(5));
        let (report, mut encounter) = desk.encounter(&[&whole(&world)], 0);
        assert_eq!(report.verdict(), Verdict::Refuse);
        let at = time(world.now + DISPLAY);
        assert_eq!(encounter.judge(&desk.seen, at).verdict(), Verdict::Refuse);
        assert_eq!(encounter.judge(&beside(car(9)), at).verdict(), another);
    }
}

/// Where nothing stands there and no law has a licence brought, the class asked about is all that the post wants to
/// know.
#[test]
fn a_class_that_was_asked_about_counts_where_nothing_is_to_be_driven() {
    let mut world = World::demo();
    let profile = world.profiles.iter_mut().find(|profile| profile.role == ROLE).unwrap();
    let scope = profile.allowance.get(&Purpose::TRAFFIC_CONTROL.number()).unwrap().clone();
    profile.allowance.insert(Purpose::PUBLIC_SERVICE.number(), scope);
    let desk = desk(&world);
    let mut scene = world.answer(ROLE, A1);
    scene.showing.purpose = Purpose::PUBLIC_SERVICE.number();
    let inspect = |ask: &Ask| {
        desk.inspector.inspect(Scan::qr(&scene.text()), ask, time(world.now), &mut desk.memory.clone()).unwrap()
    };
    let asked = desk.inspector.unprompted_question(Purpose::PUBLIC_SERVICE, A1, &encounter_seed()).unwrap();
    let offered = desk.inspector.unprompted(Purpose::PUBLIC_SERVICE, &encounter_seed()).unwrap();
    for (ask, seen, verdict) in [
        (&asked, Seen::default(), Verdict::Accept),
        (&asked, beside(car(5)), Verdict::Refer),
        (&offered, Seen::default(), Verdict::Refer),
    ] {
        let mut encounter = Encounter::new(&desk.inspector, Purpose::PUBLIC_SERVICE, &encounter_seed());
        encounter.add(inspect(ask)).unwrap();
        let report = judged(&mut encounter, &seen, &world);
        let told = codes(report.findings()).contains(&"question.not_about_vehicle");
        assert_eq!((report.verdict(), told), (verdict, verdict == Verdict::Refer));
    }
}
