//! A question instead of fields, by challenge: what the citizen is told, what the post gets, and what neither takes.

use super::{Desk, codes, desk, gives_values, time};
use doichieu::Language;
use doichieu::field::{Field, Kind, Purpose};
use doichieu::{AskError, AskRefused, Asked, Challenge, Cover, Inspector, LicenceClass, Proof, Question, Report, Scan};
use doichieu::{Vehicle, VehicleKind, Verdict, Wants};
use doichieu_kit::answer;
use doichieu_kit::ask::{self, AskSpec};
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::people;
use doichieu_kit::scene::World;
use doichieu_kit::wallet::Showing;

const ROLE: &str = "traffic_police";
const C1: Question = Question::MayDriveClass(LicenceClass::C1);
const B: Question = Question::MayDriveClass(LicenceClass::B);

fn asking(desk: &Desk, question: Question) -> Challenge {
    desk.challenge(&Wants::answer(Purpose::TRAFFIC_CONTROL, question), 21, ROLE)
}

/// The answer of a wallet that agrees, after a change of its showing.
fn answered(desk: &mut Desk, challenge: &Challenge, change: impl FnOnce(&mut Showing)) -> Report {
    let scene = desk.world.open_choice(ROLE, &[Kind::DRIVING_LICENCE]);
    let asked = desk.asked(challenge);
    let mut showing = answer::showing(&asked, desk.at.seconds(), [5; 16]);
    change(&mut showing);
    let presentation = scene.wallet.present(&scene.tokens, &showing);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    desk.inspect(&answer::text(&sealed), challenge.ask(), 0)
}

#[test]
fn may_drive_c1_today_is_answered_and_nothing_else() {
    for (question, verdict, expected, rule) in
        [(B, Verdict::Accept, Cover::Yes, "law-36-2024-art-57"), (C1, Verdict::Refuse, Cover::No, "law-36-2024-art-57")]
    {
        let mut desk = desk(World::demo(), ROLE);
        let challenge = asking(&desk, question);
        let mut report = answered(&mut desk, &challenge, |_| {});
        assert_eq!(report.verdict(), verdict);
        let paper = report.papers_mut().first_mut().unwrap();
        let told = paper.answered().unwrap();
        assert_eq!((told.question, told.answer, told.rule), (question, expected, Some(rule)));
        assert!(matches!(paper.proof(), Proof::Answered(answered) if answered == told));
        assert_eq!((paper.covers(), paper.withheld()), (None, None));
        let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
        let paper = json["papers"][0].as_object().unwrap();
        let members: Vec<_> = paper.keys().map(String::as_str).collect();
        assert_eq!(
            members,
            ["answer", "findings", "kind", "proof", "question", "verdict"],
            "no field, source or status"
        );
        assert_eq!(paper["answer"], serde_json::json!({ "answer": expected.name(), "rule": rule }));
        assert_eq!((&paper["proof"], &paper["question"]), (&"answered".into(), &question.number().into()));
        assert_eq!(json["assurance"]["agreed"], "signed-grant");
        assert!(!gives_values(&mut report));
    }
}

#[test]
fn the_citizen_hears_what_is_asked_and_what_travels() {
    let desk = desk(World::demo(), ROLE);
    let asked = desk.asked(&asking(&desk, C1));
    assert_eq!(asked.question(), Some(C1));
    assert_eq!(C1.text().of(Language::Vi), "Hôm nay có được lái xe hạng C1 hay không?");
    assert_eq!(C1.text().of(Language::En), "May the holder drive vehicles of class C1 today?");
    let travels: Vec<_> = asked.fields().map(|(kind, fields)| (kind, fields.collect::<Vec<_>>())).collect();
    let (kind, fields) = C1.needs();
    let fields: Vec<_> = fields.iter().filter_map(|field| field.in_kind(kind)).collect();
    assert_eq!(travels, [(kind, fields)], "and no name, number or date of birth");
    assert_eq!(desk.asked(&desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 22, ROLE)).question(), None);
}

/// The vehicle is picked at the post; asked of another one the answer is another.
#[test]
fn this_vehicle_is_the_one_that_was_picked() {
    let vehicle = |kind, seats: u64| {
        let mut vehicle = Vehicle::new(kind);
        vehicle.seats = Some(seats.into());
        vehicle
    };
    for (picked, verdict, expected) in [
        (Some(vehicle(VehicleKind::Car, 5)), Verdict::Accept, Cover::Yes),
        (Some(vehicle(VehicleKind::Car, 20)), Verdict::Refuse, Cover::No),
        (Some(Vehicle::new(VehicleKind::Moped)), Verdict::Accept, Cover::NotNeeded),
        (None, Verdict::Refer, Cover::Undetermined),
    ] {
        let mut desk = desk(World::demo(), ROLE);
        let challenge = asking(&desk, Question::MayDriveThisVehicle);
        let scene = desk.world.open_choice(ROLE, &[Kind::DRIVING_LICENCE]);
        let text = desk.answer(&scene, &desk.asked(&challenge), 0);
        let ask = picked.into_iter().fold(challenge.ask().clone(), doichieu::Ask::for_vehicle);
        let report = desk.inspect(&text, &ask, 0);
        assert_eq!(
            (report.verdict(), report.papers().first().unwrap().answered().unwrap().answer),
            (verdict, expected)
        );
    }
}

#[test]
fn the_grant_names_the_question_of_the_ask_or_nothing_is_told() {
    for (question, code) in
        [(None, "agreed.question_differs"), (Some(14), "agreed.question_differs"), (Some(999), "agreed.newer_form")]
    {
        let mut desk = desk(World::demo(), ROLE);
        let challenge = asking(&desk, C1);
        let mut report = answered(&mut desk, &challenge, |showing| showing.question = question);
        assert!(codes(&report).contains(&code), "{question:?}: {:?}", codes(&report));
        assert!(!gives_values(&mut report) && report.papers().iter().all(|paper| paper.answered().is_none()));
    }
    // An answer where fields were asked for: unprompted it may be offered, to a challenge it was not agreed.
    let mut desk = desk(World::demo(), ROLE);
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 23, ROLE);
    let mut report = answered(&mut desk, &challenge, |showing| showing.question = Some(14));
    assert!(codes(&report).contains(&"agreed.question_differs"));
    assert!(!gives_values(&mut report));
}

/// Nothing of the answer's paper can be had later: not by an encounter, not after waiting, not beside another vehicle.
#[test]
fn an_encounter_finds_no_paper_behind_an_answer() {
    let mut desk = desk(World::demo(), ROLE);
    let challenge = asking(&desk, B);
    let report = answered(&mut desk, &challenge, |_| {});
    let mut encounter = doichieu::Encounter::new(&desk.inspector, challenge.ask().purpose(), &encounter_seed());
    encounter.add(report).unwrap();
    let judged = encounter.judge(&doichieu::Seen::default(), desk.at);
    assert_eq!(judged.papers().len(), 0);
    // The report answers what was asked; of a vehicle it says nothing, and an encounter of traffic control is about
    // one.
    assert_eq!(encounter.reports().first().unwrap().verdict(), Verdict::Accept);
    assert_eq!((judged.verdict(), judged.showings().first().unwrap().verdict()), (Verdict::Refer, Verdict::Refer));
    let of_licence = judged.findings().iter().filter(|finding| finding.kind() == Some(Kind::DRIVING_LICENCE));
    assert_eq!(of_licence.map(doichieu::Finding::code).collect::<Vec<_>>(), ["question.not_about_vehicle"]);
    let mut refusing = super::desk(World::demo(), ROLE);
    let challenge = asking(&refusing, C1);
    let report = answered(&mut refusing, &challenge, |_| {});
    let mut encounter = doichieu::Encounter::new(&refusing.inspector, challenge.ask().purpose(), &encounter_seed());
    encounter.add(report).unwrap();
    assert_eq!(encounter.judge(&doichieu::Seen::default(), refusing.at).verdict(), Verdict::Refuse);
}

#[test]
fn an_answer_is_computed_again() {
    let mut desk = desk(World::demo().with_person(people::duc()), ROLE);
    let challenge = asking(&desk, C1);
    let scene = desk.world.open_choice(ROLE, &[Kind::DRIVING_LICENCE]);
    let text = desk.answer(&scene, &desk.asked(&challenge), 0);
    let frame = desk.inspector.unsealed(Scan::qr(&text), challenge.ask()).unwrap().unwrap();
    let report = desk.inspect(&text, challenge.ask(), 0);
    let ask = desk.inspector.kept_ask(challenge.text(), encounter_seed().salt()).unwrap();
    assert_eq!(ask.question(), Some(C1));
    let again = desk.inspector.recompute(&frame, &ask, desk.at, &report.memory_extract()).unwrap();
    assert_eq!(again.to_json(), report.to_json());
    let resumed = desk.inspector.resume(challenge.text(), &doichieu::Seed::new([21; 32]), &encounter_seed()).unwrap();
    assert_eq!(resumed.question(), Some(C1));
}

/// A role that may not see what an answer rests on may not have the answer.
#[test]
fn only_who_may_see_classes_may_ask() {
    let mut world = World::demo();
    for profile in &mut world.profiles {
        for fields in profile.allowance.values_mut().filter_map(|scope| scope.get_mut(&2)) {
            fields.remove(&Field::CLASSES.number());
        }
    }
    let unprompted = |inspector: &Inspector| {
        inspector.unprompted_question(Purpose::TRAFFIC_CONTROL, C1, &encounter_seed()).map(|_| ())
    };
    let desk_of = |world: World| desk(world, ROLE);
    let without = desk_of(world.clone());
    assert_eq!(unprompted(&without.inspector), Err(AskError::WiderThanMandate));
    let wants = Wants::answer(Purpose::TRAFFIC_CONTROL, C1);
    let seed = doichieu::Seed::new([1; 32]);
    assert_eq!(
        without.inspector.ask(&wants, &seed, &encounter_seed(), without.at).map(|_| ()).unwrap_err(),
        AskError::WiderThanMandate
    );
    assert_eq!(unprompted(&desk_of(World::demo()).inspector), Ok(()));
    // Nor has it an answer that is offered to it, nor the answer beside the fields.
    let mut offered = world.clone().answer(ROLE, B);
    offered.showing.exp = offered.showing.iat + 60;
    let mut without = without;
    let ask = without.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let report = without.inspect(&offered.text(), &ask, 0);
    assert!(report.papers().is_empty() && codes(&report).contains(&"agreed.paper_not_asked"));
    let car = Vehicle::new(VehicleKind::Car);
    let full = world.traffic_stop();
    let report = without.inspect(&full.text(), &ask.for_vehicle(car), 0);
    assert!(report.papers().iter().all(|paper| paper.covers().is_none()));
    assert!(!report.to_json().contains("covers"));
}

#[test]
fn a_question_takes_exactly_its_fields() {
    let desk = desk(World::demo(), ROLE);
    let seed = doichieu::Seed::new([1; 32]);
    let more = Wants::answer(Purpose::TRAFFIC_CONTROL, C1).and(Kind::DRIVING_LICENCE, [Field::FULL_NAME]);
    assert_eq!(
        desk.inspector.ask(&more, &seed, &encounter_seed(), desk.at).map(|_| ()).unwrap_err(),
        AskError::WiderThanMandate
    );
    let more = Wants::answer(Purpose::TRAFFIC_CONTROL, C1).and(Kind::IDENTITY, [Field::FULL_NAME]);
    assert_eq!(
        desk.inspector.ask(&more, &seed, &encounter_seed(), desk.at).map(|_| ()).unwrap_err(),
        AskError::WiderThanMandate
    );
}

/// What a post writes by hand and a citizen's app does not show as genuine.
#[test]
fn a_question_nobody_knows_or_with_more_fields_is_not_shown() {
    let world = World::demo();
    let open = |change: &dyn Fn(&mut AskSpec)| {
        let mandate = world.mandate_spec(ROLE).sign(world.authority.mandate_key().unwrap()).item();
        let (kind, fields) = C1.needs();
        let wanted = [(kind.number(), fields.iter().map(|field| field.number()).collect())].into();
        let mut spec = AskSpec::new(mandate, world.now, Purpose::TRAFFIC_CONTROL.number(), wanted, [1; 32], [9; 32]);
        spec.question = Some(C1.number());
        change(&mut spec);
        let text = ask::text(&spec.sign(&world.post_key(ROLE)).encode());
        let desk = desk(world.clone(), ROLE);
        let kept = desk.inspector.kept_ask(&text, encounter_seed().salt()).map(|_| ());
        (Asked::open(&text, desk.inspector.bundle(), time(world.now)).map(|asked| asked.question()), kept)
    };
    assert_eq!(open(&|_| {}), (Ok(Some(C1)), Ok(())));
    let unknown = open(&|spec| spec.question = Some(999));
    assert_eq!(unknown, (Err(AskRefused::QuestionUnknown), Err(AskError::NotOurs)));
    let wider = open(&|spec| spec.wanted = world.scope(ROLE));
    assert_eq!(wider.0, Err(AskRefused::WiderThanMandate));
    let narrower = open(&|spec| spec.wanted.get_mut(&2).unwrap().retain(|field| *field != 21));
    assert_eq!(narrower.0, Err(AskRefused::WiderThanMandate));
    assert_eq!(AskRefused::QuestionUnknown.code(), "asked.question_unknown");
}
