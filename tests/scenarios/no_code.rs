//! S11, S19: no code is shown. What may be done, by role and by law of the day; a number that is told instead; and what
//! a visit needs.

use doichieu::Language;
use doichieu::field::{Kind, Purpose};
use doichieu::reason::{Gravity, Step};
use doichieu::time::UnixTime;
use doichieu::{
    AskError, Encounter, EncounterReport, Headline, LawfulStep, NeedState, NothingShown, NumberForm, NumberOnly, Scan,
    Seen, Series, Verdict, citation,
};
use doichieu_kit::encounter_seed;
use doichieu_kit::people::{self, Person};
use doichieu_kit::scene::World;

use super::shift::Shift;

const ROAD: Purpose = Purpose::TRAFFIC_CONTROL;
const VISIT: Purpose = Purpose::CLINIC_ADMISSION;
const CARD: Kind = Kind::HEALTH_INSURANCE_CARD;

fn at(world: &World) -> UnixTime {
    UnixTime::new(world.now).unwrap()
}

fn clinic(world: &World) -> Shift {
    Shift::new(world, "clinic", VISIT)
}

/// An encounter of one showing.
fn encounter_of(shift: &mut Shift, text: &str, world: &World) -> EncounterReport {
    let report = shift.inspect(text, world.now);
    let mut encounter = Encounter::new(&shift.inspector, shift.ask.purpose(), &encounter_seed());
    encounter.add(report).unwrap();
    encounter.judge(&Seen::default(), at(world))
}

fn number(shift: &Shift, purpose: Purpose, kind: Kind, text: &str) -> NumberOnly {
    shift.inspector.number_only(purpose, kind, text, at(&World::demo())).unwrap()
}

fn steps(steps: &[LawfulStep]) -> Vec<Step> {
    for step in steps {
        assert_eq!(step.rule.is_some(), step.law.is_some());
        assert!(step.rule.is_none_or(|rule| citation(rule).is_some()), "{step:?}");
    }
    steps.iter().map(|step| step.step).collect()
}

#[test]
fn s19_a_code_of_another_app_is_not_read_and_the_post_knows_what_to_do() {
    let world = World::demo();
    let mut shift = Shift::traffic(&world);
    let foreign = "001191034826|191034826|Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|15082024";
    let unreadable = shift.inspector.inspect(Scan::qr(foreign), &shift.ask, at(&world), &mut shift.memory).unwrap_err();
    assert_eq!(unreadable.reason().code(), "scan.not_ours");
    let altered = foreign.replace(['ễ', 'ị'], "?");
    let unreadable =
        shift.inspector.inspect(Scan::qr(&altered), &shift.ask, at(&world), &mut shift.memory).unwrap_err();
    assert_eq!(unreadable.reason().code(), "scan.keyboard_altered");

    let nothing = |kind| shift.inspector.nothing_shown(ROAD, kind, at(&world)).unwrap();
    let licence = nothing(Kind::DRIVING_LICENCE);
    assert_eq!((licence.kind(), licence.headline()), (Kind::DRIVING_LICENCE, Headline::NotChecked));
    assert_eq!(
        steps(licence.steps()),
        [Step::LookUp, Step::LookUpOrOfferedPaper, Step::AppointmentNotShown],
        "the appointment comes last"
    );
    let laws: Vec<_> = licence.steps().iter().filter_map(|step| step.law).collect();
    assert_eq!(
        laws,
        [
            "Circular 73/2024/TT-BCA art. 8(1)(b), 14(3)",
            "Circular 73/2024/TT-BCA art. 14(3)(b)",
            "Decree 168/2024/ND-CP art. 48(3)"
        ]
    );
    let insurance = nothing(Kind::LIABILITY_INSURANCE);
    assert_eq!(steps(insurance.steps()), [Step::LookUpPlate, Step::LookUpOrOfferedPaper]);
    for nothing in [licence, insurance] {
        let [finding] = nothing.findings() else { panic!("one") };
        assert_eq!((finding.code(), finding.gravity()), ("papers.nothing_shown", Gravity::Refer));
        assert!(!nothing.to_json().contains("verdict"), "no verdict: {}", nothing.to_json());
    }
}

#[test]
fn s19_the_law_is_that_of_the_day() {
    let shift = clinic(&World::demo());
    let on = |seconds| {
        let nothing = shift.inspector.nothing_shown(VISIT, CARD, UnixTime::new(seconds).unwrap()).unwrap();
        steps(nothing.steps())
    };
    // Decree 188/2025 came into force on 15 August 2025, at midnight in Viet Nam.
    let in_force = 1_755_190_800;
    assert_eq!(on(in_force - 1), [Step::CheckAsUsual]);
    assert_eq!(on(in_force), [Step::LookUpHealthGateway, Step::NumberSufficesUnderSix, Step::AdmitInEmergency]);
}

#[test]
fn a_post_hears_only_of_what_it_may_ask() {
    let world = World::demo();
    let (police, clinic) = (Shift::traffic(&world), clinic(&world));
    let nothing = |shift: &Shift, purpose, kind| shift.inspector.nothing_shown(purpose, kind, at(&world)).map(|_| ());
    let typed = |shift: &Shift, purpose, kind| shift.inspector.number_only(purpose, kind, "1", at(&world)).map(|_| ());
    for (shift, purpose, kind, error) in [
        (&police, VISIT, CARD, AskError::PurposeNotAllowed),
        (&police, ROAD, CARD, AskError::WiderThanMandate),
        (&clinic, VISIT, Kind::DRIVING_LICENCE, AskError::WiderThanMandate),
    ] {
        assert_eq!(nothing(shift, purpose, kind), Err(error));
        assert_eq!(typed(shift, purpose, kind), Err(error));
    }
}

#[test]
fn s11_a_mother_with_the_number_of_her_childs_card() {
    let world = World::demo().with_person(people::an());
    let shift = clinic(&world);
    let only = number(&shift, VISIT, CARD, "TE 1 01 01 998 87766");
    assert_eq!((only.headline(), only.form()), (Headline::NotChecked, NumberForm::HealthCard15));
    assert_eq!(only.number(), "TE1010199887766");
    let [finding] = only.findings() else { panic!("one") };
    assert_eq!(finding.code(), "health.number_only");
    assert!(finding.reason().row().about(Language::Vi, None).contains("vẫn tiếp nhận"));
    assert_eq!(
        steps(only.steps()),
        [Step::LookUpHealthGateway, Step::NumberSufficesUnderSix, Step::AdmitInEmergency],
        "admission is possible, and under six the number suffices"
    );
    assert_eq!(number(&shift, VISIT, CARD, "001322015908").form(), NumberForm::PersonalNo);
    assert_eq!(number(&shift, VISIT, CARD, "0123456789").form(), NumberForm::HealthCard10);
}

#[test]
fn s11_the_childs_card_in_her_phone_is_enough() {
    let world = World::demo().with_person(people::an());
    let report = encounter_of(&mut clinic(&world), &world.preset("clinic", &[CARD]).text(), &world);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    let states: Vec<_> = report.needs().iter().map(|need| (need.kind(), need.state())).collect();
    assert_eq!(states, [(CARD, NeedState::Shown), (Kind::IDENTITY, NeedState::NotApplicable)]);
}

fn identity_after(born: doichieu_kit::Item) -> (Verdict, NeedState, Vec<(&'static str, Gravity)>) {
    let mut child: Person = people::an();
    child.born = born;
    let world = World::demo().with_person(child);
    let report = encounter_of(&mut clinic(&world), &world.preset("clinic", &[CARD]).text(), &world);
    let identity = report.needs().iter().find(|need| need.kind() == Kind::IDENTITY).unwrap();
    let found = report.findings().iter().map(|one| (one.code(), one.gravity())).collect();
    (report.verdict(), identity.state(), found)
}

#[test]
fn a_visit_needs_a_photo_identity_from_six_on() {
    // The visit is on 18 November 2026.
    let day = people::day;
    let refer = (Verdict::Refer, NeedState::NotShown, vec![("papers.not_shown", Gravity::Refer)]);
    assert_eq!(identity_after(day(2020, 11, 18)), refer, "six today");
    assert_eq!(identity_after(day(2020, 11, 19)), (Verdict::Accept, NeedState::NotApplicable, Vec::new()));
    let note = (Verdict::Accept, NeedState::NotShown, vec![("papers.not_shown", Gravity::Note)]);
    assert_eq!(identity_after("2020".into()), note, "perhaps under six: told, and nobody is sent away");
    let world = World::demo();
    let both = encounter_of(&mut clinic(&world), &world.clinic().text(), &world);
    assert_eq!((both.verdict(), both.findings().len()), (Verdict::Accept, 0));
}

/// Decree 188/2025/ND-CP art. 37(1)(a): the identity suffices, and the card is looked up.
#[test]
fn a_visit_with_an_identity_alone_misses_no_card() {
    let world = World::demo();
    let of = |kind| encounter_of(&mut clinic(&world), &world.preset("clinic", &[kind]).text(), &world);
    let report = of(Kind::IDENTITY);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    let found: Vec<_> = report.findings().iter().map(|finding| (finding.code(), finding.gravity())).collect();
    assert_eq!(found, [("health.looked_up_by_identity", Gravity::Note)]);
    let card = report.needs().iter().find(|need| need.kind() == CARD).unwrap();
    assert_eq!((card.state(), card.rule()), (NeedState::NotApplicable, "decree-188-2025-art-37"));
    assert_eq!(card.steps().first().map(|step| step.step), Some(Step::LookUpHealthGateway));
    // The card alone still wants an identity: whether it has a photo is for the desk to see.
    assert_eq!(of(CARD).verdict(), Verdict::Refer);
}

#[test]
fn a_number_at_the_roadside_is_looked_up_and_nothing_more() {
    let shift = Shift::traffic(&World::demo());
    let licence = number(&shift, ROAD, Kind::DRIVING_LICENCE, "011250048213");
    assert_eq!(licence.findings().first().map(doichieu::Finding::code), Some("papers.number_only"));
    assert_eq!((licence.form(), licence.headline()), (NumberForm::LicenceNo, Headline::NotChecked));
    assert_eq!(steps(licence.steps()), [Step::LookUp], "a number can be looked up: no appointment");
    let plate = number(&shift, ROAD, Kind::VEHICLE_REGISTRATION, "30k-482.17");
    assert!(matches!(plate.form(), NumberForm::Plate(plate) if plate.series() == Series::Car));
    assert_eq!((plate.number(), steps(plate.steps())), ("30K48217", vec![Step::LookUpPlate]));
    let identity = number(&shift, ROAD, Kind::IDENTITY, "001191034826");
    assert_eq!((identity.form(), steps(identity.steps())), (NumberForm::PersonalNo, vec![Step::LookUp]));
    let other = number(&shift, ROAD, Kind::IDENTITY, "12");
    assert_eq!((other.form(), steps(other.steps())), (NumberForm::Other, vec![Step::CheckNumber, Step::LookUp]));
}

fn printed(nothing: &NothingShown, only: &NumberOnly) -> String {
    format!("{nothing:?}{only:?}{only:#?}{}{}", nothing.to_json(), only.to_json())
}

#[test]
fn a_number_is_nowhere_but_where_it_is_asked_for() {
    let shift = Shift::traffic(&World::demo());
    let nothing = shift.inspector.nothing_shown(ROAD, Kind::DRIVING_LICENCE, at(&World::demo())).unwrap();
    for (kind, text, hidden) in [
        (Kind::DRIVING_LICENCE, "011250048213", "0112"),
        (Kind::VEHICLE_REGISTRATION, "30K-482.17", "482"),
        (Kind::IDENTITY, "nonsense 4711", "4711"),
    ] {
        let only = number(&shift, ROAD, kind, text);
        let told = printed(&nothing, &only);
        assert!(!told.contains(hidden) && !told.to_lowercase().contains("nonsense"), "{told}");
        assert!(["valid", "accept", "refuse"].iter().all(|word| !told.contains(word)), "{told}");
        let json: serde_json::Value = serde_json::from_str(&only.to_json()).unwrap();
        assert_eq!(json.to_string(), only.to_json(), "canonical");
    }
}

/// The kind is found by the number itself, among those that this post may ask for.
#[test]
fn n_the_number_tells_which_kinds_it_may_be_of() {
    let shift = Shift::new(&World::demo(), "traffic_police", ROAD);
    let found = |text: &str| {
        let only = shift.inspector.number_only(ROAD, None, text, at(&World::demo())).unwrap();
        (only.kinds().to_vec(), only.form().name(), only.grouped().to_string())
    };
    let plates = [Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];
    let twelve = vec![Kind::IDENTITY, Kind::DRIVING_LICENCE];
    assert_eq!(found("079 085 001234"), (twelve, "personal_no", "079 085 001 234".to_owned()));
    let (kinds, form, grouped) = found("43F1-618.05");
    assert_eq!((kinds.get(..3), form, grouped.as_str()), (Some(&plates[..]), "plate_motorcycle", "43F1 618 05"));
    assert_eq!(kinds.get(3), Some(&Kind::DRIVING_LICENCE), "a licence of an older form perhaps");
    assert_eq!(found("AB123456").0, [Kind::DRIVING_LICENCE]);
    // A form that tells nothing leaves all of them.
    let (kinds, form, _) = found("1");
    assert!(kinds.len() > 4 && form == "other");
    for (text, grouped) in
        [("1234567", "123 4567"), ("12345678", "1234 5678"), ("1234567890", "123 456 7890"), ("1", "1")]
    {
        assert_eq!(found(text).2, grouped);
    }
    // A plate as it is painted.
    for (text, grouped) in [
        ("30K-482.17", "30K 482 17"),
        ("30K-4821", "30K 4821"),
        ("29-F1 1234", "29F1 1234"),
        ("29AB-123.45", "29AB 123 45"),
        ("51LD-123.45", "51LD 123 45"),
        ("80-123-NG-45", "80123NG 45"),
        ("T30-123.45", "T30 123 45"),
        ("TM 12-34", "TM 1234"),
    ] {
        let (_, form, found) = found(text);
        assert!(form.starts_with("plate_") && found == grouped, "{text}: {form}, {found}");
    }
    let json = shift.inspector.number_only(ROAD, None, "079085001234", at(&World::demo())).unwrap().to_json();
    assert!(json.contains(r#""kinds":["identity","driving_licence"]"#), "{json}");
    let visit = clinic(&World::demo());
    let only = visit.inspector.number_only(VISIT, None, "GD4 7979 3123 4567", at(&World::demo())).unwrap();
    assert_eq!((only.kinds(), only.kind()), (&[CARD][..], CARD));
    // Named, it is of that kind alone, as ever.
    assert_eq!(number(&visit, VISIT, CARD, "001322015908").kinds(), [CARD]);
}
