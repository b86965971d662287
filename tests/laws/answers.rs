//! An answer that a citizen offers in the place of fields never makes a verdict better than the fields would have,
//! whatever the question, the vehicle and the licence; alone, in an encounter beside the papers of another phone, and
//! when its time is over.
//!
//! What the sentence leaves out: an answer that says nothing of the vehicle that stands there refers, even where the
//! fields would have refused. It counts for nothing then, and a paper that is not shown at all refers too.

use doichieu::field::Kind;
use doichieu::time::UnixTime;
use doichieu::{
    Ask, Encounter, EncounterReport, Gear, Question, Report, Scan, Seen, Towed, Vehicle, VehicleKind, Verdict,
};
use doichieu_kit::borrowed::phone_of;
use doichieu_kit::people::{self, Part, Person, day};
use doichieu_kit::scene::{CAR_INDEX, MOTORCYCLE_INDEX, World, index_of};
use doichieu_kit::{Alg, encounter_seed};

use crate::stage::{DAY, POLICE, Stage, purpose};

const THIS: Question = Question::MayDriveThisVehicle;
/// Why an answer does not count in an encounter.
const LACKS: [&str; 4] =
    ["question.other_vehicle", "question.not_about_vehicle", "licence.vehicle_not_picked", "ended.vehicle_changed"];

/// A licence by its regime and classes; one part for each sort that it has.
fn with_licence(regime: &str, classes: &[&str]) -> Person {
    let mut person = people::giang();
    let licence = person.licence.as_mut().unwrap();
    licence.regime = regime.to_owned();
    licence.classes = classes.iter().map(|class| ((*class).to_owned(), day(2025, 6, 14))).collect();
    let of_two_wheels = |class: &&str| class.starts_with('A') || (regime == "vn-2024" && *class == "B1");
    if !classes.iter().any(of_two_wheels) {
        licence.motorcycle = None;
    }
    if classes.iter().all(of_two_wheels) {
        licence.car = None;
    }
    person
}

fn licences() -> Vec<Person> {
    let since = |classes: &[&str]| with_licence("vn-2024", classes);
    let before = |classes: &[&str]| with_licence("vn-2008", classes);
    let mut automatic = since(&["A1", "B"]);
    automatic.licence.as_mut().unwrap().restrictions = vec!["B.01".to_owned()];
    vec![
        since(&["A1", "B"]),
        before(&["A1", "B2"]),
        since(&["A1"]),
        since(&["B1", "D"]),
        since(&["C1", "BE"]),
        before(&["A3", "FC"]),
        automatic,
    ]
}

/// What may count against a licence or one of its parts; the last: nothing.
fn conditions() -> Vec<fn(&mut World)> {
    fn parts(world: &mut World) -> [Option<&mut Part>; 2] {
        let licence = world.person.licence.as_mut().unwrap();
        [licence.motorcycle.as_mut(), licence.car.as_mut()]
    }
    vec![
        |world| parts(world)[0].iter_mut().for_each(|part| part.valid_until = day(2026, 11, 1)),
        |world| parts(world)[1].iter_mut().for_each(|part| part.valid_until = day(2026, 11, 1)),
        |world| parts(world)[1].iter_mut().for_each(|part| part.suspension = Some((day(2026, 11, 1), None))),
        |world| {
            for part in parts(world).into_iter().flatten() {
                part.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31))));
            }
        },
        |world| parts(world)[0].iter_mut().for_each(|part| part.points = Some(0)),
        |world| world.set_status(index_of(Kind::DRIVING_LICENCE), 1),
        |world| world.set_status(CAR_INDEX, 1),
        |world| world.set_status(MOTORCYCLE_INDEX, 2),
        |world| world.eid_list.iat = world.now - 3 * DAY,
        |_| {},
    ]
}

/// Every kind of vehicle, without measures, small, large, and drawing something; and none.
fn vehicles() -> Vec<Option<Vehicle>> {
    let mut all = vec![None];
    for kind in VehicleKind::ALL {
        let bare = Vehicle::new(*kind);
        let (mut small, mut large) = (bare, bare);
        (small.displacement_cc, small.seats, small.gross_mass_kg) =
            (Some(49.into()), Some(5.into()), Some(3_000.into()));
        (large.displacement_cc, large.seats, large.gross_mass_kg) =
            (Some(700.into()), Some(45.into()), Some(20_000.into()));
        let drawing = small.towing(Towed::Trailer { gross_mass_kg: Some(900.into()) });
        all.extend([bare, small, large, drawing].map(Some));
    }
    let mut by_hand = Vehicle::new(VehicleKind::Car);
    (by_hand.seats, by_hand.gear) = (Some(5.into()), Some(Gear::Manual));
    let mut electric = Vehicle::new(VehicleKind::Motorcycle);
    electric.power_w = Some(9_000.into());
    all.extend([by_hand, electric].map(Some));
    all
}

fn seen(vehicle: Option<Vehicle>) -> Seen {
    vehicle.into_iter().fold(Seen::default(), Seen::for_vehicle)
}

/// One citizen before one post: the licence as fields, or as the answer to a question in their place.
struct Driver {
    stage: Stage,
    fields: String,
    answers: Vec<(Question, String)>,
}

impl Driver {
    fn of(person: Person, condition: fn(&mut World)) -> Self {
        let mut world = World::demo().with_person(person);
        condition(&mut world);
        let mut fields = world.answer(POLICE, THIS);
        fields.showing.question = None;
        let answers = Question::all().map(|question| (question, world.answer(POLICE, question).text())).collect();
        Self { stage: Stage::of(&world, POLICE), fields: fields.text(), answers }
    }

    fn answer(&self, question: Question) -> &str {
        &self.answers.iter().find(|(of, _)| *of == question).unwrap().1
    }

    fn inspect(&self, text: &str, beside: Option<Vehicle>) -> Report {
        let ask = beside.into_iter().fold(self.stage.ask.clone(), Ask::for_vehicle);
        let at = UnixTime::new(self.stage.now).unwrap();
        self.stage.inspector.inspect(Scan::qr(text), &ask, at, &mut self.stage.memory.clone()).unwrap()
    }

    /// An encounter with the licence first and what another phone shows of a vehicle.
    fn encounter(&self, licence: Report, other: Option<&str>) -> Encounter {
        let mut encounter = Encounter::new(&self.stage.inspector, self.stage.ask.purpose(), &encounter_seed());
        encounter.add(licence).unwrap();
        other.into_iter().for_each(|text| encounter.add(self.inspect(text, None)).unwrap());
        encounter
    }

    fn judge(&self, encounter: &mut Encounter, vehicle: Option<Vehicle>, after: u64) -> EncounterReport {
        encounter.judge(&seen(vehicle), UnixTime::new(self.stage.now + after).unwrap())
    }
}

/// Everything bad on two licences with both parts, and nothing on all of them.
fn drivers() -> Vec<Driver> {
    let mut all = Vec::new();
    for (place, person) in licences().into_iter().enumerate() {
        let conditions = conditions();
        let from = if place < 2 { 0 } else { conditions.len() - 1 };
        all.extend(conditions[from..].iter().map(|condition| Driver::of(person.clone(), *condition)));
    }
    all
}

#[test]
fn an_offered_answer_is_no_better_than_its_fields() {
    let mut accepted = 0;
    for driver in drivers() {
        for vehicle in vehicles() {
            let fields = driver.inspect(&driver.fields, vehicle).verdict();
            let answer = driver.inspect(driver.answer(THIS), vehicle);
            assert!(answer.verdict() >= fields, "{vehicle:?}: {fields:?} {}", answer.to_json());
            accepted += usize::from(answer.verdict() == Verdict::Accept);
            let computed = answer.papers()[0].answered().unwrap();
            assert_eq!((computed.question, computed.vehicle), (THIS, vehicle));
        }
        // A class is no vehicle, whichever stands there, and if none does.
        for (question, text) in driver.answers.iter().filter(|(question, _)| *question != THIS) {
            for vehicle in vehicles().into_iter().step_by(8) {
                let answer = driver.inspect(text, vehicle);
                assert_ne!(answer.verdict(), Verdict::Accept, "{question:?} {vehicle:?}: {}", answer.to_json());
                assert_eq!(answer.papers()[0].answered().unwrap().vehicle, None);
            }
        }
    }
    assert!(accepted > 100, "an answer that is good counts");
}

/// Beside what an answer is computed, in the encounters below.
fn computed_beside() -> Vec<Option<Vehicle>> {
    let car = |seats: u64| {
        let mut car = Vehicle::new(VehicleKind::Car);
        car.seats = Some(seats.into());
        Some(car)
    };
    let small = |kind| {
        let mut small = Vehicle::new(kind);
        small.displacement_cc = Some(49.into());
        Some(small)
    };
    vec![
        None,
        car(5),
        car(45),
        small(VehicleKind::Motorcycle),
        small(VehicleKind::Moped),
        Some(Vehicle::new(VehicleKind::Truck)),
    ]
}

/// What is shown of a vehicle on another phone: a car, a motorcycle; or nothing.
fn others(world: &World) -> Vec<Option<String>> {
    let kinds = [Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];
    let of = |person| Some(phone_of(world, person, Alg::P256).preset(POLICE, &kinds).text());
    vec![None, of(people::giang()), of(people::ngan())]
}

/// One encounter with the licence's fields and one with an answer in their place, judged alike at every vehicle and at
/// every time.
fn compare(driver: &Driver, other: Option<&str>, question: Question, beside: Option<Vehicle>) -> usize {
    let mut fields = driver.encounter(driver.inspect(&driver.fields, beside), other);
    let mut answer = driver.encounter(driver.inspect(driver.answer(question), beside), other);
    let (mut accepted, mut before) = (0, Vec::new());
    for after in [0, 119, 121] {
        // Beside every vehicle at once, beside some of them later.
        for (place, vehicle) in vehicles().into_iter().enumerate().filter(|(place, _)| after == 0 || place % 3 == 0) {
            let by_fields = driver.judge(&mut fields, vehicle, after);
            let by_answer = driver.judge(&mut answer, vehicle, after);
            let says = || format!("{question:?} beside {beside:?}, judged {after} s later beside {vehicle:?}");
            let counts = !by_answer.findings().iter().any(|finding| LACKS.contains(&finding.code()));
            let licence = |report: &EncounterReport| report.showings()[0].verdict();
            for (by_fields, by_answer) in
                [(by_fields.verdict(), by_answer.verdict()), (licence(&by_fields), licence(&by_answer))]
            {
                let least = if counts { by_fields } else { by_fields.min(Verdict::Refer) };
                assert!(by_answer >= least, "{}: {by_fields:?} {by_answer:?}", says());
                assert!(counts || by_answer > Verdict::Accept, "{}: {by_answer:?}", says());
            }
            assert!(question == THIS || !counts, "{}", says());
            assert!(
                counts || after > 120 || other.is_some() || question != THIS || vehicle != beside || vehicle.is_none(),
                "{}",
                says()
            );
            // Waiting never makes an answer better. What another phone said of the vehicle ends too: then it is not
            // known any more.
            match before.get(place) {
                Some(before) if after > 0 => {
                    let least = if other.is_none() { *before } else { Verdict::Refer.min(*before) };
                    assert!(by_answer.verdict() >= least, "{}", says());
                }
                _ => before.push(by_answer.verdict()),
            }
            accepted += usize::from(by_answer.verdict() == Verdict::Accept);
        }
    }
    accepted
}

#[test]
fn in_an_encounter_an_answer_is_no_better_than_its_fields() {
    let mut accepted = 0;
    let others = others(&World::demo());
    for driver in drivers() {
        for other in &others {
            for beside in computed_beside() {
                accepted += compare(&driver, other.as_deref(), THIS, beside);
            }
        }
        for (place, (question, _)) in driver.answers.iter().enumerate().skip(1) {
            let other = &others[place % others.len()];
            let beside = computed_beside()[place % computed_beside().len()];
            assert_eq!(compare(&driver, other.as_deref(), *question, beside), 0, "a class is no vehicle");
        }
    }
    assert!(accepted > 10, "an answer about this vehicle counts: {accepted}");
}

/// What the post itself asks is answered as it was asked, and counts for a vehicle only if it was asked of this one.
#[test]
fn what_was_asked_counts_in_its_report_and_not_for_a_vehicle() {
    let world = World::demo();
    let driver = Driver::of(people::giang(), |_| {});
    let other = others(&world)[1].clone();
    for (question, text) in driver.answers.iter().filter(|(question, _)| *question != THIS) {
        let asked = |vehicle: Option<Vehicle>| {
            let of = purpose(&world, POLICE);
            let ask = driver.stage.inspector.unprompted_question(of, *question, &encounter_seed()).unwrap();
            let ask = vehicle.into_iter().fold(ask, Ask::for_vehicle);
            let at = UnixTime::new(driver.stage.now).unwrap();
            driver.stage.inspector.inspect(Scan::qr(text), &ask, at, &mut driver.stage.memory.clone()).unwrap()
        };
        let alone = asked(None).verdict();
        assert_eq!(alone == Verdict::Accept, ["A1", "B"].contains(&class(*question)), "{question:?}");
        for vehicle in vehicles() {
            assert_eq!(asked(vehicle).verdict(), alone);
        }
        for other in [None, other.as_deref()] {
            let mut encounter = driver.encounter(asked(None), other);
            for vehicle in vehicles() {
                let judged = driver.judge(&mut encounter, vehicle, 0);
                assert!(judged.verdict() > Verdict::Accept && judged.showings()[0].verdict() > Verdict::Accept);
                assert!(judged.findings().iter().any(|finding| finding.code() == "question.not_about_vehicle"));
            }
        }
    }
}

fn class(question: Question) -> &'static str {
    match question {
        Question::MayDriveClass(class) => class.name(),
        _ => "",
    }
}
