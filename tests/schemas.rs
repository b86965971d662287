//! docs/schema and the tables of docs/report.md are printed from here and from the core's own tables, and what the
//! engine prints is held against them: reports and encounters here and, of every vector, in `tests/vectors.rs`; what
//! the command line prints in its own tests.
//!
//! After a change of a report: `DOICHIEU_BLESS=1 cargo test --test schemas`, and read the difference before committing
//! it.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "pages are files, and blessing them is asked for by a variable")]

use doichieu::{
    Ask, Bundle, Encounter, Inspector, Memory, Post, Question, Report, Roots, Scan, Seen, Vehicle, VehicleKind,
};
use doichieu_kit::scene::World;
use doichieu_kit::{borrowed, encounter_seed};
use schema::Schema;
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use write::File;

#[path = "schemas/lines.rs"]
mod lines;
#[path = "schemas/page.rs"]
mod page;
#[path = "schemas/report.rs"]
mod report;
#[path = "support/schema.rs"]
mod schema;
#[path = "schemas/write.rs"]
mod write;

const POLICE: &str = "traffic_police";

fn files() -> [File; 6] {
    [report::report(), report::encounter(), lines::phones(), lines::values(), lines::unreadable(), lines::error()]
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A post of the demo country, at its time.
struct Desk {
    inspector: Inspector,
    memory: Memory,
    world: World,
}

impl Desk {
    fn new() -> Self {
        let (world, mut memory) = (World::demo(), Memory::new());
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
        let post = Post::open(&world.mandate(POLICE), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), memory, world }
    }

    fn ask(&self) -> Ask {
        let purpose = self.inspector.post().allowance().purposes().next().unwrap();
        self.inspector.unprompted(purpose, &encounter_seed()).unwrap()
    }

    fn inspect(&mut self, text: &str, ask: &Ask) -> Report {
        self.inspector.inspect(Scan::qr(text), ask, self.world.at(), &mut self.memory).unwrap()
    }
}

/// The report of the page's example: a stop where all is in order.
fn a_report() -> String {
    let mut desk = Desk::new();
    let (text, ask) = (desk.world.traffic_stop().text(), desk.ask());
    desk.inspect(&text, &ask).to_json()
}

/// The encounter of the page's example: a lent motorbike, two phones, and another plate than the papers say.
fn an_encounter() -> String {
    let mut desk = Desk::new();
    let ask = desk.ask();
    let mut encounter = Encounter::new(&desk.inspector, ask.purpose(), &encounter_seed());
    for scene in borrowed::motorbike(&desk.world.clone()) {
        encounter.add(desk.inspect(&scene.text(), &ask)).unwrap();
    }
    encounter.add_unread();
    let seen = Seen::default().for_vehicle(car()).for_plate("29B1-000.01".to_owned());
    encounter.judge(&seen, desk.world.at()).to_json()
}

fn car() -> Vehicle {
    let mut car = Vehicle::new(VehicleKind::Car);
    car.seats = Some(5.into());
    car
}

#[test]
fn the_schemas_are_printed_from_the_tables() {
    for file in files() {
        agrees(&format!("docs/schema/{}.schema.json", file.name), &file.text());
        Schema::of(&file.schema());
    }
}

#[test]
fn the_page_is_printed_from_the_schemas() {
    let name = "docs/report.md";
    let held = fs::read_to_string(root().join(name)).unwrap().replace("\r\n", "\n");
    agrees(name, &page::printed(&held, &files(), &[("report", a_report()), ("encounter", an_encounter())]));
}

/// A report with every member that any has: no branch of the schema is without an instance.
fn samples() -> Vec<(&'static str, Json)> {
    let parse = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    let (report, encounter) = (parse(&a_report()), parse(&an_encounter()));
    let unreadable = json!({ "code": "scan.unreadable", "layer": "cbor", "at": 7 });
    let phones =
        json!({ "reports": [report], "encounter": encounter, "unread": [{ "phone": 1, "unreadable": unreadable }] });
    let day = json!({ "earliest": "2025-03-22", "latest": "2025-03-22" });
    let values = json!({ "personalData": true, "report": report, "values": { "driving_licence": {
        "full_name": "An", "classes": [{ "class": "A1", "passed": day }],
        "car_part": { "points": { "points": 12, "asOf": 1 }, "valid_until": null },
    } } });
    vec![
        ("report", report),
        ("encounter", encounter),
        ("phones", phones),
        ("values", values),
        ("unreadable", json!({ "unreadable": unreadable })),
        ("error", json!({ "error": { "code": "setup.root_is_test", "vi": "…", "en": "…" } })),
    ]
}

fn schema_of(name: &str) -> Schema {
    Schema::of(&files().iter().find(|file| file.name == name).unwrap().schema())
}

#[test]
fn what_the_engine_prints_is_as_its_schema_says() {
    for (name, sample) in samples() {
        assert_eq!(schema_of(name).refuses(&sample.to_string()), None, "{name}");
    }
}

/// The answer to a question has no release and another shape.
#[test]
fn an_answer_and_a_failed_proof_are_as_the_schema_says() {
    let (mut desk, schema) = (Desk::new(), schema_of("report"));
    let asked =
        desk.inspector.unprompted_question(desk.ask().purpose(), Question::MayDriveThisVehicle, &encounter_seed());
    let asked = asked.unwrap().for_vehicle(car());
    let text = desk.world.answer(POLICE, Question::MayDriveThisVehicle).text();
    let answered = desk.inspect(&text, &asked).to_json();
    assert!(answered.contains(r#""proof":"answered""#), "{answered}");
    assert_eq!(schema.refuses(&answered), None);
    let (forged, ask) = (
        desk.world.traffic_stop().text_with_signed(|of| of.signature = doichieu_kit::Item::Bytes(vec![7; 64])),
        desk.ask(),
    );
    let forged = desk.inspect(&forged, &ask).to_json();
    assert!(forged.contains(r#""verdict":"refuse""#), "{forged}");
    assert_eq!(schema.refuses(&forged), None);
}

/// Places of objects in some JSON, as pointers.
fn objects(json: &Json, at: &str, into: &mut Vec<String>) {
    match json {
        Json::Object(members) => {
            into.push(at.to_owned());
            members.iter().for_each(|(name, value)| objects(value, &format!("{at}/{name}"), into));
        }
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| objects(item, &format!("{at}/{place}"), into));
        }
        _ => {}
    }
}

fn each_object(of: &Json) -> Vec<String> {
    let mut places = Vec::new();
    objects(of, "", &mut places);
    places
}

#[test]
fn a_member_too_many_is_refused_wherever_it_stands() {
    for (name, sample) in samples() {
        let (schema, mut tried) = (schema_of(name), 0);
        for place in each_object(&sample) {
            let mut more = sample.clone();
            more.pointer_mut(&place).unwrap()["surplus"] = json!(1);
            assert!(schema.refuses(&more.to_string()).is_some(), "{name}: {place}/surplus");
            tried += 1;
        }
        assert!(tried >= 2, "{name}");
    }
}

/// Whether an object with these members must have this one: by each description that it could be of.
fn must(members: &[String], member: &str) -> bool {
    let files = files();
    let described = files.iter().flat_map(|file| file.parts.iter().chain([&file.root]));
    let mut could_be = described.filter(|of| {
        let has = |name: &str| members.iter().any(|member| member == name);
        members.iter().all(|member| of.members.iter().any(|known| known.name == member))
            && of.members.iter().all(|known| known.when.is_some() || has(known.name))
    });
    could_be.all(|of| of.members.iter().all(|known| known.name != member || known.when.is_none()))
}

#[test]
fn a_missing_member_is_refused_unless_it_may_be_missing() {
    // Of values nothing need be there.
    for (name, sample) in samples().into_iter().filter(|(name, _)| *name != "values") {
        let (schema, mut tried) = (schema_of(name), 0);
        for place in each_object(&sample) {
            let members: Vec<_> = sample.pointer(&place).unwrap().as_object().unwrap().keys().cloned().collect();
            for member in members.iter().filter(|member| must(&members, member)) {
                let mut less = sample.clone();
                less.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(member);
                assert!(schema.refuses(&less.to_string()).is_some(), "{name}: without {place}/{member}");
                tried += 1;
            }
        }
        assert!(tried >= 2, "{name}");
    }
    let (_, values) = samples().into_iter().find(|(name, _)| *name == "values").unwrap();
    for member in ["personalData", "values"] {
        let mut less = values.clone();
        less.as_object_mut().unwrap().remove(member);
        assert!(schema_of("values").refuses(&less.to_string()).is_some(), "values: without {member}");
    }
}

#[test]
fn another_word_than_those_of_a_closed_union_is_refused() {
    const CLOSED: [&str; 12] =
        ["verdict", "axis", "gravity", "side", "proof", "agreed", "held", "value", "by", "relation", "state", "layer"];
    let mut tried = std::collections::BTreeSet::new();
    for (name, sample) in samples() {
        let schema = schema_of(name);
        for place in each_object(&sample) {
            for member in CLOSED.iter().chain(&["part", "turn", "code", "answer"]) {
                let mut other = sample.clone();
                let object = other.pointer_mut(&place).unwrap();
                if object.get(member).is_some_and(Json::is_string) {
                    object[*member] = json!("No such word");
                    assert!(schema.refuses(&other.to_string()).is_some(), "{name}: {place}/{member}");
                    tried.insert(*member);
                }
            }
        }
    }
    assert!(CLOSED.iter().all(|member| tried.contains(member)), "{tried:?}");
}

/// A code, a rule, a step, a role or a kind of a later version is no fault of a report's.
#[test]
fn what_grows_is_left_open() {
    let (schema, report) = (schema_of("report"), a_report());
    for (known, later) in [
        (r#""code":"held.face_not_compared""#, r#""code":"held.quite_new""#),
        (r#""kind":"identity""#, r#""kind":"quite_new""#),
        (r#""kind":"identity""#, r#""kind":77"#),
        (r#""rule":"law-36-2024-art-57""#, r#""rule":"law-99-2030-art-1""#),
        (r#""role":"traffic_police""#, r#""role":"quite_new""#),
    ] {
        assert!(report.contains(known), "{known}");
        assert_eq!(schema.refuses(&report.replace(known, later)), None, "{later}");
    }
}

/// Holds a committed file against its printing, or writes it when blessing was asked for.
fn agrees(name: &str, printed: &str) {
    let path = root().join(name);
    if std::env::var_os("DOICHIEU_BLESS").is_some_and(|value| value == "1") {
        return fs::write(&path, printed).unwrap_or_else(|error| panic!("{name} cannot be written: {error}"));
    }
    let held = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(held == printed, "{name} is not what the tables print. DOICHIEU_BLESS=1 cargo test --test schemas");
}
