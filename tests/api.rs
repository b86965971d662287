//! What an app can rely on: nothing personal in what gets printed or logged, results that cross threads, one documented JSON, no clock.
//!
//! That a verdict cannot be had without its status is a matter of types: `tests/forge.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the golden report is a file, blessing it is asked for by a variable, and cargo builds for WebAssembly"
)]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::{env, fs};

use doichieu::field::{FIELDS, Purpose};
use doichieu::reason::Reason;
use doichieu::time::UnixTime;
use doichieu::{
    Answer, Ask, AskError, Bundle, Disclosure, Finding, Inspector, Memory, PaperReport, Post, Proof, Report, Roots,
    Scan, SetUp, Value, Vehicle, VehicleKind, Verdict,
};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Item, people};
use serde_json::Value as Json;

const POLICE: &str = "traffic_police";

/// A post on the world's day.
struct Desk {
    inspector: Inspector,
    memory: Memory,
    at: UnixTime,
}

impl Desk {
    fn of(world: &World, role: &str) -> Self {
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, &mut memory).unwrap());
        let post = Post::open(&world.licence(role), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        Self { inspector, memory, at: UnixTime::new(world.now).unwrap() }
    }

    fn ask(&self) -> Ask {
        let purpose = self.inspector.post().allowance().purposes().next().unwrap();
        self.inspector.unprompted(purpose).unwrap()
    }

    fn inspect(&mut self, text: &str) -> Report {
        self.inspector.inspect(Scan::qr(text), &self.ask(), self.at, &mut self.memory).unwrap()
    }
}

fn stop() -> Report {
    let world = World::demo();
    Desk::of(&world, POLICE).inspect(&world.traffic_stop().text())
}

/// Text of four characters and numbers of four digits at least: shorter ones say nothing, and stand wherever a digest is printed.
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
    let mut told = BTreeSet::new();
    for kind in doichieu::field::KINDS {
        for (_, item) in world.paper(kind.kind).into_iter().flat_map(|paper| paper.fields) {
            tell(&item, &mut told);
        }
    }
    // The as-of of points is the register's time, which the report states as `source.asOf`; the kind of vehicle is a word of the registry.
    let register = (world.now - world.register_age).to_string();
    told.retain(|told| *told != register && VehicleKind::from_name(told).is_none());
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
        let Proof::Proven(disclosure) = paper.proof() else { continue };
        all.push_str(&printed(disclosure));
        let shown = disclosure.at(at).unwrap();
        all.push_str(&printed(&shown));
        for (row, value) in shown.fields() {
            all.push_str(&printed(&shown.answer(row.field)));
            all.push_str(&printed(value));
            all.push_str(&printed(&value.as_date()));
        }
        disclosure.end();
        all.push_str(&printed(&disclosure.at(at)));
        all.push_str(&disclosure.at(at).unwrap_err().to_string());
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
        let Proof::Proven(disclosure) = paper.proof() else { panic!("proven") };
        let shown = disclosure.at(at).unwrap();
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
    for error in [AskError::PurposeNotAllowed, AskError::OnlyByChallenge] {
        assert!(!error.to_string().is_empty());
    }
}

const fn crosses_threads<T: Send + Sync + 'static>() {}

/// Results go to another thread than the camera's: owned, without lifetimes.
#[test]
fn results_cross_threads() {
    crosses_threads::<Inspector>();
    crosses_threads::<Bundle>();
    crosses_threads::<Roots>();
    crosses_threads::<Post>();
    crosses_threads::<Ask>();
    crosses_threads::<Memory>();
    crosses_threads::<Report>();
    crosses_threads::<PaperReport>();
    crosses_threads::<Disclosure>();
    crosses_threads::<Finding>();
    crosses_threads::<Value>();
    crosses_threads::<Answer<'static>>();
    crosses_threads::<Proof<'static>>();
    crosses_threads::<SetUp>();
    crosses_threads::<doichieu::input::Unreadable>();
    crosses_threads::<doichieu::Shown<'static>>();
}

fn members(json: &Json) -> BTreeSet<&str> {
    json.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The JSON of every kind of report there is here: accepted, referred, refused, without papers.
fn reports() -> Vec<String> {
    let world = World::demo();
    let mut revoked = world.clone();
    revoked.set_status(42, 1);
    let mut locked = world.clone();
    locked.set_status(40, 1);
    let mut stale = world.clone();
    stale.eid_list.iat = world.now - 10 * 86_400;
    let scene = world.traffic_stop();
    let mut all = vec![
        Desk::of(&world, POLICE).inspect(&world.open_choice(POLICE, &[doichieu::field::Kind::IDENTITY]).text()),
        Desk::of(&world, "clinic").inspect(&world.clinic_set().text()),
        Desk::of(&world, POLICE).inspect(&scene.text_with(|member| member.claims.set(3, "role:clinic"))),
    ];
    all.extend([&world, &revoked, &locked, &stale].map(|world| Desk::of(world, POLICE).inspect(&scene.text())));
    let mut early = Desk::of(&world, POLICE);
    early.at = UnixTime::new(1).unwrap();
    all.push(early.inspect(&scene.text()));
    all.iter().map(Report::to_json).collect()
}

/// docs/decisions.md, the example: members by name and type, wherever a report comes from.
#[test]
fn the_report_has_its_documented_shape() {
    for text in reports() {
        let json: Json = serde_json::from_str(&text).unwrap();
        let top = "assurance at bundle engine findings format memory papers profile purpose relations request role scan test verdict";
        assert_eq!(members(&json), top.split(' ').collect());
        let assurance = "agreed bundleAge challengeBound held statusAge";
        assert_eq!(members(&json["assurance"]), assurance.split(' ').collect());
        assert_eq!(members(&json["bundle"]), BTreeSet::from(["hash", "number"]));
        for digest in [&json["bundle"]["hash"], &json["memory"], &json["request"], &json["scan"]] {
            let digest = digest.as_str().unwrap();
            assert!(digest.len() == 64 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        }
        assert_eq!((&json["format"], &json["profile"], &json["test"]), (&1.into(), &"dc1".into(), &true.into()));
        for paper in json["papers"].as_array().unwrap() {
            let common = ["findings", "kind", "proof", "verdict"];
            let more: &[&str] = match paper["proof"].as_str().unwrap() {
                "proven" => &["dropped", "fields", "source", "status", "until", "withheld"],
                "unproven" => &["reason"],
                other => panic!("{other}"),
            };
            assert_eq!(members(paper), common.iter().chain(more).copied().collect());
        }
        let of_papers =
            json["papers"].as_array().unwrap().iter().flat_map(|paper| paper["findings"].as_array().unwrap());
        for finding in json["findings"].as_array().unwrap().iter().chain(of_papers) {
            has_the_shape_of_a_finding(finding);
        }
        for related in json["relations"].as_array().unwrap() {
            assert_eq!(members(related), ["by", "first", "relation", "second"].into());
        }
    }
}

fn has_the_shape_of_a_finding(finding: &Json) {
    let (always, may) = (BTreeSet::from(["axis", "code", "gravity", "side"]), ["about", "age", "rule", "token"]);
    let members = members(finding);
    assert!(
        members.is_superset(&always) && members.difference(&always).all(|member| may.contains(member)),
        "{finding}"
    );
    let reason = Reason::from_code(finding["code"].as_str().unwrap()).unwrap();
    assert_eq!(finding["side"], reason.row().side.name());
    if let Some(about) = finding["about"].as_str() {
        assert!(FIELDS.iter().any(|row| row.name == about));
    }
    if let Some(rule) = finding["rule"].as_str() {
        assert!(doichieu::citation(rule).is_some());
    }
}

/// RFC 8785 for what a report holds: members sorted, whole numbers that a double holds exactly, no spaces, one way to write each text.
fn canonical(json: &Json) -> String {
    match json {
        Json::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
            let told: Vec<_> = sorted
                .iter()
                .map(|(name, value)| format!("{}:{}", Json::from(name.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", told.join(","))
        }
        Json::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Json::Number(number) => {
            let number = number.as_u64().expect("a whole number");
            assert!(number <= 9_007_199_254_740_991, "{number}: JavaScript reads another number");
            number.to_string()
        }
        other => other.to_string(),
    }
}

#[test]
fn the_report_is_canonical_json() {
    for text in reports() {
        assert_eq!(canonical(&serde_json::from_str(&text).unwrap()), text);
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The traffic stop of the demo world, byte for byte. `DOICHIEU_BLESS=1 cargo test --test api` writes it anew; read the difference.
#[test]
fn the_golden_report_is_unchanged() {
    let path = root().join("tests/golden/report.json");
    let text = stop().to_json() + "\n";
    if env::var_os("DOICHIEU_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, golden, "differs from tests/golden/report.json; DOICHIEU_BLESS=1 writes it anew");
}

/// N133: the host's clock is an argument. The lint that names the system's is there, and the core builds where there is none.
#[test]
fn time_comes_from_the_caller() {
    let lint = fs::read_to_string(root().join("clippy.toml")).unwrap();
    for name in ["std::time::SystemTime::now", "std::time::Instant::now", "chrono::Utc::now", "chrono::Local::now"] {
        assert!(lint.contains(&format!("path = \"{name}\"")), "{name}");
    }
    let mut desk = Desk::of(&World::demo(), POLICE);
    let text = World::demo().traffic_stop().text();
    assert_eq!(desk.inspect(&text).verdict(), Verdict::Accept);
    desk.at = desk.at.plus(61);
    assert_ne!(desk.inspect(&text).verdict(), Verdict::Accept);
}

/// `wasm32v1-none` has no `std` at all: no clock, disk, randomness or thread to reach for.
#[test]
fn the_core_builds_where_there_is_no_system() {
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    let sysroot = String::from_utf8(sysroot.stdout).unwrap();
    if !Path::new(sysroot.trim()).join("lib/rustlib/wasm32v1-none").exists() {
        assert!(env::var_os("CI").is_none(), "install the target wasm32v1-none");
        return;
    }
    let built = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--package", "doichieu", "--lib", "--target", "wasm32v1-none", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("none"))
        .current_dir(root())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

/// N134: lists unsigned, past their end, or older than those this device has used.
#[test]
fn lists_count_only_signed_in_time_and_not_older() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let mut unsigned = world.bundle_spec().draft(&world.authority);
    unsigned.signers.truncate(1);
    let opened = Bundle::open(&unsigned.encode(), &roots, &mut Memory::new()).map(|_| ());
    assert_eq!(opened, Err(SetUp::ManifestBelowThreshold));

    let mut memory = Memory::new();
    Bundle::open(&world.bundle(), &roots, &mut memory).unwrap();
    let mut older = world.clone();
    older.number -= 1;
    assert_eq!(Bundle::open(&older.bundle(), &roots, &mut memory).map(|_| ()), Err(SetUp::BundleRolledBack));

    let mut late = Desk::of(&world, POLICE);
    late.at = late.at.plus(31 * 86_400);
    let ask = late.inspector.unprompted(Purpose::TRAFFIC_CONTROL).unwrap();
    let mut then = world.clone();
    then.now += 31 * 86_400;
    let report =
        late.inspector.inspect(Scan::qr(&then.traffic_stop().text()), &ask, late.at, &mut late.memory).unwrap();
    assert_ne!(report.verdict(), Verdict::Accept);
}
