//! N131: whatever is logged, nobody's data is in it.

use std::collections::BTreeSet;
use std::fmt::Debug;

use doichieu::{
    AskError, AskRefused, Encounter, EncounterRefused, Hold, Proof, RecomputeError, Scan, Seen, SetUp, Vehicle,
    VehicleKind,
};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Item, borrowed, people};
use doichieu_kit::{another_encounter_seed, encounter_seed};

use super::{Desk, POLICE};

/// Text of four characters and numbers of four digits at least: shorter ones say nothing, and stand wherever a digest
/// is printed.
fn tell(item: &Item, told: &mut BTreeSet<String>) {
    match item {
        Item::Text(text) if text.chars().count() >= 4 => drop(told.insert(text.clone())),
        Item::Uint(number) if *number > 999 => drop(told.insert(number.to_string())),
        Item::Array(items) => items.iter().for_each(|item| tell(item, told)),
        Item::Map(map) => map.entries().iter().for_each(|(_, value)| tell(value, told)),
        Item::Tag(_, inner) => tell(inner, told),
        _ => {}
    }
}

/// Everything that the papers of a person say, shown or not, except words of the registry.
fn secrets(world: &World) -> BTreeSet<String> {
    let (mut told, mut registers) = (BTreeSet::new(), BTreeSet::new());
    for paper in doichieu::field::KINDS.iter().filter_map(|row| world.paper(row.kind)) {
        registers.insert(paper.source.as_of.to_string());
        paper.fields.values().for_each(|item| tell(item, &mut told));
    }
    // The as-of of points is the register's time, which the report states as `source.asOf`; the kind of vehicle is a
    // word of the registry.
    told.retain(|told| !registers.contains(told) && VehicleKind::from_name(told).is_none());
    assert!(told.len() > 8);
    told
}

/// Whether a text holds a secret, as a word or a number of its own.
fn holds<'s>(text: &str, secrets: &'s BTreeSet<String>) -> Option<&'s String> {
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    secrets.iter().find(|secret| {
        if secret.chars().all(|c| c.is_ascii_digit()) {
            words.contains(secret.as_str())
        } else {
            text.contains(secret.as_str())
        }
    })
}

fn printed(thing: &dyn Debug) -> String {
    format!("{thing:?}\n{thing:#?}\n")
}

/// Everything public that an inspection leaves behind, printed.
fn everything_printed(desk: &mut Desk, scene: &Scene) -> String {
    let text = scene.text();
    let ask = desk.ask().for_vehicle(Vehicle::new(VehicleKind::Car)).for_plate("30K-482.17".to_owned());
    let scan = Scan::qr(&text);
    let mut report = desk.inspector.inspect(scan, &ask, desk.at, &mut desk.memory).unwrap();
    let mut all = [
        printed(&scan),
        printed(&ask),
        printed(&report),
        printed(&desk.memory),
        printed(&desk.inspector),
        printed(desk.inspector.bundle()),
        printed(desk.inspector.post()),
        printed(report.assurance()),
        printed(&report.findings()),
        printed(&(report.verdict(), report.headline(), report.at())),
        report.to_json(),
    ]
    .concat();
    let at = report.at();
    for paper in report.papers_mut() {
        all.push_str(&printed(paper));
        all.push_str(&printed(&paper.proof()));
        let Proof::Proven(release) = paper.proof() else { continue };
        all.push_str(&printed(release));
        let shown = release.at(at).unwrap();
        all.push_str(&printed(&shown));
        for (row, value) in shown.fields() {
            all.push_str(&printed(&shown.answer(row.field)));
            all.push_str(&printed(value));
            all.push_str(&printed(&value.as_date()));
        }
        release.end();
        all.push_str(&printed(&release.at(at)));
        all.push_str(&release.at(at).unwrap_err().to_string());
    }
    all
}

/// N131: whatever is logged, nobody's data is in it: not what was shown, not what was not.
#[test]
fn nothing_personal_is_printed() {
    for person in people::all() {
        let world = World::demo().with_person(person);
        let secrets = secrets(&world);
        for (role, scene) in [
            (POLICE, world.traffic_stop()),
            (
                POLICE,
                world.open_choice(POLICE, &doichieu::field::KINDS.iter().map(|row| row.kind).collect::<Vec<_>>()[..2]),
            ),
            ("clinic", world.clinic_set()),
        ] {
            let all = everything_printed(&mut Desk::of(&world, role), &scene);
            assert!(all.len() > 1000);
            assert_eq!(holds(&all, &secrets), None, "{}", world.person.name);
        }
    }
}

/// The eyes of the test above: they do find a value where one is told.
#[test]
fn a_told_value_would_be_found() {
    let world = World::demo();
    let secrets = secrets(&world);
    let mut report = Desk::of(&world, POLICE).inspect(&world.traffic_stop().text());
    let at = report.at();
    let mut found = 0;
    for paper in report.papers_mut() {
        let Proof::Proven(release) = paper.proof() else { panic!("proven") };
        let shown = release.at(at).unwrap();
        let texts = shown.fields().filter_map(|(_, value)| value.as_text().filter(|text| text.chars().count() > 5));
        for text in texts {
            assert!(holds(&format!("log: {text}!"), &secrets).is_some(), "{text}");
            found += 1;
        }
    }
    assert!(found >= 6, "{found}");
    assert!(holds("{\"n\":1496}", &secrets).is_some() && holds("14961", &secrets).is_none());
}

/// N131: errors are words of tables and positions. No byte of what was read is in them.
#[test]
fn errors_say_where_and_why_and_nothing_else() {
    let world = World::demo();
    let desk = Desk::of(&world, POLICE);
    let secrets = secrets(&world);
    let text = world.traffic_stop().text();
    for end in (0..text.len()).step_by(7) {
        let scan = Scan::qr(text.get(..end).unwrap());
        let error = desk.inspector.inspect(scan, &desk.ask(), desk.at, &mut desk.memory.clone()).unwrap_err();
        let told = format!("{error} {error:?} {:?}", error.reason());
        assert_eq!(holds(&told, &secrets), None);
        assert!(told.is_ascii() && told.len() < 200, "{told}");
    }
    for error in SetUp::ALL {
        assert!(error.to_string().ends_with(&format!("({})", error.code())));
    }
    let ask = AskError::ALL.iter().map(|error| (error.code(), error.to_string()));
    let asked = AskRefused::ALL.iter().map(|error| (error.code(), error.to_string()));
    let again = RecomputeError::ALL.iter().map(|error| (error.code(), error.to_string()));
    let encounter = EncounterRefused::ALL.iter().map(|error| (error.code(), error.to_string()));
    let mut codes = BTreeSet::new();
    for (code, told) in ask.chain(asked).chain(again).chain(encounter) {
        assert!(told.ends_with(&format!("({code})")) && codes.insert(code), "{told}");
    }
    assert!(Hold::ALL.iter().all(|hold| codes.insert(hold.code())));
}

/// N131: neither do several phones of one encounter tell anything of anybody, together or taken back.
#[test]
fn nothing_personal_is_printed_of_an_encounter() {
    let world = World::demo();
    let mut desk = Desk::of(&world, POLICE);
    let phones = [people::khoi(), people::ngan()].map(|person| world.clone().with_person(person));
    let secrets: BTreeSet<_> = phones.iter().flat_map(secrets).collect();
    let mut encounter = Encounter::new(&desk.inspector, desk.ask().purpose(), &encounter_seed());
    for scene in borrowed::motorbike(&world) {
        let report = desk.inspect(&scene.text());
        encounter.add(report).unwrap();
    }
    let mut elsewhere = Encounter::new(&desk.inspector, desk.ask().purpose(), &another_encounter_seed(1));
    let not_added = elsewhere.add(desk.inspect(&borrowed::driver(&world).text())).unwrap_err();
    let seen = Seen::default().for_plate("43F1-618.05".to_owned());
    let report = encounter.judge(&seen, desk.at);
    let all = [
        printed(&encounter),
        printed(&seen),
        printed(&report),
        report.to_json(),
        printed(&not_added),
        not_added.to_string(),
    ];
    assert_eq!(report.papers().len(), 4);
    assert_eq!(holds(&all.concat(), &secrets), None);
}
