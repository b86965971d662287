//! S3, S23: which papers this vehicle needs. Each is shown, not proven, not shown, not applicable or undetermined, and
//! nothing green hides one.

use std::collections::BTreeMap;

use doichieu::field::Kind;
use doichieu::reason::{Gravity, Step};
use doichieu::{EncounterReport, Headline, NeedState, Seen, Vehicle, VehicleKind, Verdict, citation};
use doichieu_kit::key::Alg;
use doichieu_kit::people::{self, Person};
use doichieu_kit::scene::{WHOLE_STOP, World};

use super::{OF_BIKE, ROLE, codes, desk, driver, forged, graver, owner, phone_of};

const ROAD: [Kind; 4] = WHOLE_STOP;

fn states(report: &EncounterReport) -> BTreeMap<Kind, NeedState> {
    report.needs().iter().map(|need| (need.kind(), need.state())).collect()
}

fn state(report: &EncounterReport, kind: Kind) -> NeedState {
    *states(report).get(&kind).unwrap()
}

/// Kinds that are found not shown.
fn not_shown(report: &EncounterReport) -> Vec<Kind> {
    let found = report.findings().iter().filter(|finding| finding.code() == "papers.not_shown");
    found.map(|finding| finding.kind().unwrap()).collect()
}

/// What one phone shows of these kinds, before a vehicle that the officer picked.
fn shown(world: &World, kinds: &[Kind], picked: Option<VehicleKind>) -> EncounterReport {
    let mut desk = desk(world);
    if let Some(kind) = picked {
        desk.seen = Seen::default().for_vehicle(Vehicle::new(kind));
    }
    desk.encounter(&[&world.preset(ROLE, kinds).text()], 0).0
}

#[test]
fn s03_everything_a_car_needs_is_shown() {
    let world = World::demo();
    for picked in [None, Some(VehicleKind::Car)] {
        let report = shown(&world, &ROAD, picked);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
        assert_eq!(report.needs().len(), 4);
        assert!(report.needs().iter().all(|need| need.state() == NeedState::Shown && need.steps().is_empty()));
        assert_eq!(codes(report.findings()), Vec::<&str>::new());
    }
}

#[test]
fn s03_green_never_hides_a_paper_that_was_not_shown() {
    let world = World::demo();
    for missing in ROAD {
        let rest: Vec<_> = ROAD.into_iter().filter(|kind| *kind != missing).collect();
        let (mut desk, mut car) = (desk(&world), Vehicle::new(VehicleKind::Car));
        car.seats = Some(5.into());
        desk.seen = Seen::default().for_vehicle(car);
        let text = world.preset(ROLE, &rest).text();
        let (report, encounter) = desk.encounter(&[&text], 0);
        assert_eq!(
            encounter.reports().first().unwrap().verdict(),
            Verdict::Accept,
            "nothing is wrong with what was shown"
        );
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp), "{missing:?}");
        assert_eq!(not_shown(&report), [missing]);
        assert_eq!(state(&report, missing), NeedState::NotShown);
        let need = report.needs().iter().find(|need| need.kind() == missing).unwrap();
        assert!(need.law().starts_with("Law 36/2024/QH15 art. 56"), "{}", need.law());
        assert!(citation(need.rule()).is_some() && !need.steps().is_empty());
        let appoints = need.steps().iter().any(|step| step.law.is_some_and(|law| law.contains("art. 48(3)")));
        assert_eq!(appoints, missing != Kind::LIABILITY_INSURANCE, "art. 48(3) names no insurance");
    }
}

/// Law 26/2023/QH15 art. 33(3): an e-ID that was proven, in the same code or on another phone.
#[test]
fn s03_beside_an_e_id_what_is_integrated_is_looked_up_first() {
    let world = World::demo();
    let first = |kinds: &[Kind]| {
        let report = shown(&world, kinds, Some(VehicleKind::Car));
        let need = report.needs().iter().find(|need| need.kind() == Kind::VEHICLE_REGISTRATION).unwrap();
        let steps: Vec<_> = need.steps().iter().map(|step| (step.step, step.rule.unwrap())).collect();
        (steps.first().copied().unwrap(), steps.iter().any(|(step, _)| *step == Step::LookUpOrOfferedPaper))
    };
    let look_up = (Step::LookUpPlate, "circular-73-2024-art-8");
    assert_eq!(first(&[Kind::DRIVING_LICENCE]), (look_up, true));
    let integrated = (Step::LookUpIntegrated, "law-26-2023-art-33-3");
    assert_eq!(first(&[Kind::IDENTITY, Kind::DRIVING_LICENCE]), (integrated, false), "no step speaks of paper");
    assert_eq!(first(&[Kind::IDENTITY]), (integrated, false));
}

#[test]
fn s03_a_borrowed_motorbike_and_a_licence_alone() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.seen = Seen::default().for_vehicle(Vehicle::new(VehicleKind::Motorcycle));
    let report = desk.encounter(&[&driver(&world).text()], 0).0;
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(not_shown(&report), OF_BIKE);
    assert_eq!(state(&report, Kind::DRIVING_LICENCE), NeedState::Shown);
    assert!(
        !states(&report).contains_key(&Kind::INSPECTION_CERTIFICATE),
        "not a word about what was not seen in the law"
    );
    // The owner shows them on her own phone.
    let report = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0).0;
    assert_eq!((report.verdict(), not_shown(&report)), (Verdict::Accept, Vec::new()));
    assert_eq!(codes(report.findings()), ["vehicle.owner_differs"]);
}

#[test]
fn s03_an_encounter_of_nobody_needs_everything() {
    let world = World::demo();
    let report = desk(&world).encounter(&[], 0).0;
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(not_shown(&report), [Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE]);
    assert_eq!(state(&report, Kind::DRIVING_LICENCE), NeedState::Undetermined, "it might be a moped");
}

#[test]
fn s03_shown_and_not_proven_is_not_called_not_shown() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.seen = Seen::default().for_vehicle(Vehicle::new(VehicleKind::Motorcycle));
    let report = desk.encounter(&[&driver(&world).text(), &forged(&owner(&world))], 0).0;
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refuse, Headline::NotProven));
    for kind in OF_BIKE {
        assert_eq!(state(&report, kind), NeedState::NotProven);
    }
    assert_eq!(not_shown(&report), []);
    // A code for somebody else: what was in it nobody can tell.
    let mut elsewhere = owner(&world);
    elsewhere.showing.audience = "role:clinic".to_owned();
    let report = desk.encounter(&[&driver(&world).text(), &elsewhere.text()], 0).0;
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::NotChecked));
    assert_eq!((not_shown(&report), state(&report, Kind::VEHICLE_REGISTRATION)), (Vec::new(), NeedState::NotProven));
    // An issuer nobody knows: no kind, no values, and no appointment for it either.
    let mut stranger = world.clone();
    stranger.eid.key.key = stranger.seed.key(Alg::Ed25519, "another issuer");
    let report = desk.encounter(&[&driver(&world).text(), &owner(&stranger).text()], 0).0;
    assert!(report.verdict() > Verdict::Accept);
    assert_eq!((not_shown(&report), state(&report, Kind::VEHICLE_REGISTRATION)), (Vec::new(), NeedState::NotProven));
    assert!(report.needs().iter().all(|need| need.steps().is_empty()));
}

/// A registration that is clear in the code and that nobody agreed to show: it was not shown.
#[test]
fn s03_what_the_consent_does_not_name_is_not_shown() {
    let world = World::demo();
    let text = world.preset(ROLE, &ROAD).text_with(|member| {
        member.consent_mut().unwrap().map_mut(2).unwrap().remove(3);
    });
    let mut desk = desk(&world);
    desk.seen = Seen::default().for_vehicle(Vehicle::new(VehicleKind::Car));
    let (report, encounter) = desk.encounter(&[&text], 0);
    assert_eq!(not_shown(&report), [Kind::VEHICLE_REGISTRATION]);
    assert_ne!(report.verdict(), Verdict::Accept);
    let alone = &encounter.reports()[0];
    assert!(alone.papers().iter().all(|paper| paper.kind() != Kind::VEHICLE_REGISTRATION));
    assert!(codes(alone.findings()).contains(&"agreed.beyond_scope"));
}

#[test]
fn s03_what_was_shown_stays_shown_when_it_has_ended() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.seen = Seen::default().for_vehicle(Vehicle::new(VehicleKind::Car));
    let (_, mut encounter) = desk.encounter(&[&world.preset(ROLE, &ROAD).text()], 0);
    let after = encounter.judge(&desk.seen, super::time(desk.now + super::DISPLAY));
    assert_eq!((after.verdict(), not_shown(&after)), (Verdict::Accept, Vec::new()));
    assert!(after.needs().iter().all(|need| need.state() == NeedState::Shown));
}

/// Sixteen, on a moped of 49 cm³.
fn on_a_moped() -> Person {
    let mut minor = people::khoi();
    minor.born = people::day(2010, 3, 4);
    minor.licence = None;
    let moped = minor.vehicle.as_mut().unwrap();
    let [_, _, kind, _] = &mut moped.what;
    "moped".clone_into(kind);
    moped.measures = [49, 2_100, 2, 180];
    minor
}

#[test]
fn s23_a_moped_needs_no_licence() {
    let world = phone_of(&World::demo(), on_a_moped(), Alg::Ed25519);
    for picked in [None, Some(VehicleKind::Moped)] {
        let report = shown(&world, &OF_BIKE, picked);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept), "{report:?}");
        let licence = report.needs().iter().find(|need| need.kind() == Kind::DRIVING_LICENCE).unwrap();
        assert_eq!((licence.state(), licence.law()), (NeedState::NotApplicable, "Law 36/2024/QH15 art. 56(1)"));
        assert_eq!(state(&report, Kind::INSPECTION_CERTIFICATE), NeedState::NotApplicable);
        assert_eq!(graver(report.findings()).len(), 0);
    }
    let registered = shown(&world, &[Kind::VEHICLE_REGISTRATION], None);
    assert_eq!(not_shown(&registered), [Kind::LIABILITY_INSURANCE], "the rest is needed all the same");
}

#[test]
fn s23_what_is_registered_as_more_than_a_moped_is_none() {
    let world = phone_of(&World::demo(), people::khoi(), Alg::Ed25519);
    let report = shown(&world, &OF_BIKE, Some(VehicleKind::Moped));
    assert_eq!(report.verdict(), Verdict::Refer, "picked as a moped, registered as a motorcycle");
    assert_eq!(state(&report, Kind::DRIVING_LICENCE), NeedState::Undetermined);
    let finding = report.findings().iter().find(|one| one.kind() == Some(Kind::DRIVING_LICENCE)).unwrap();
    assert_eq!((finding.code(), finding.gravity()), ("papers.need_undetermined", Gravity::Refer));
    assert_eq!(not_shown(&report), []);
}

#[test]
fn an_expired_inspection_refuses_and_one_of_another_vehicle_refers() {
    let mut expired = people::giang();
    expired.vehicle.as_mut().unwrap().inspection.as_mut().unwrap().valid_until = people::day(2026, 11, 1);
    let report = shown(&phone_of(&World::demo(), expired, Alg::Ed25519), &ROAD, None);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refuse, Headline::NotInForce));
    assert_eq!(
        state(&report, Kind::INSPECTION_CERTIFICATE),
        NeedState::Shown,
        "shown, and its own report says the rest"
    );
    // Two phones: the insurance of the passenger's car with the registration of the motorbike.
    let world = World::demo();
    let of_car = phone_of(&world, people::giang(), Alg::Ed25519).preset(ROLE, &[Kind::LIABILITY_INSURANCE]);
    let mut father = phone_of(&world, people::khoi(), Alg::P256);
    father.showing = "father".to_owned();
    let registration = father.preset(ROLE, &[Kind::VEHICLE_REGISTRATION]);
    let report = desk(&world).encounter(&[&driver(&world).text(), &registration.text(), &of_car.text()], 0).0;
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    let differs = report.findings().iter().find(|one| one.code() == "vehicle.plate_differs").unwrap();
    assert_eq!((differs.kind(), differs.token()), (Some(Kind::LIABILITY_INSURANCE), Some(2)));
}

/// What one phone alone leaves open the other answers: the insurance names the chassis, the registration has it.
#[test]
fn an_insurance_by_chassis_answers_to_the_registration_of_the_other_phone() {
    let mut giang = people::giang();
    giang.vehicle.as_mut().unwrap().insurance.as_mut().unwrap().by_chassis = true;
    let world = World::demo().with_person(giang);
    let [licence, registration, inspection, insurance] = ROAD;
    let papers = world.open_choice(ROLE, &[licence, registration, inspection]);
    let mut other = world.clone();
    other.showing = "the other phone".to_owned();
    let insured = other.preset(ROLE, &[insurance]);
    let mut desk = desk(&world);
    desk.ask = desk.ask.for_plate("30K-482.17".to_owned());
    let (report, encounter) = desk.encounter(&[&papers.text(), &insured.text()], 0);
    let alone = encounter.reports().last().unwrap();
    assert_eq!((alone.verdict(), graver(alone.findings()).len()), (Verdict::Refer, 1), "no plate to hold it against");
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept), "{report:?}");
    assert!(report.needs().iter().all(|need| need.state() == NeedState::Shown));
}

#[test]
fn the_json_of_an_encounter_is_canonical_and_holds_no_value() {
    let world = World::demo();
    let report = shown(&world, &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION], None);
    let text = report.to_json();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json.to_string(), text, "canonical");
    let needs: Vec<_> = json.get("needs").unwrap().as_array().unwrap().iter().collect();
    let told = |need: &serde_json::Value, member: &str| need.get(member).unwrap().as_str().unwrap().to_owned();
    let pairs: Vec<_> = needs.iter().map(|need| (told(need, "kind"), told(need, "state"))).collect();
    let expected = [
        ("vehicle_registration", "shown"),
        ("driving_licence", "shown"),
        ("inspection_certificate", "not_shown"),
        ("liability_insurance", "not_shown"),
    ];
    assert_eq!(pairs, expected.map(|(kind, state)| (kind.to_owned(), state.to_owned())));
    assert!(text.contains(r#""code":"papers.not_shown","gravity":"refer","kind":"inspection_certificate""#), "{text}");
    assert!(text.contains(r#"{"rule":"decree-168-2024-art-48-3","step":"appointment_for_paper_not_shown"}"#), "{text}");
    for value in ["30K", "482", "Giang", "011250048213", "1991"] {
        assert!(!text.contains(value), "{value}");
    }
}
