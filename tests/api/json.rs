//! The JSON of a report and of an encounter: its documented shape, its one spelling, its golden bytes.

use std::collections::BTreeSet;
use std::{env, fs};

use doichieu::field::FIELDS;
use doichieu::reason::Reason;
use doichieu::time::UnixTime;
use doichieu::{Encounter, Report, Seen, Vehicle, VehicleKind};
use doichieu_kit::borrowed;
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;
use serde_json::Value as Json;

use super::{Desk, POLICE, encounter, root};

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
        let top = "assurance at bundle engine findings format judgement memory papers profile purpose relations request role scan test verdict";
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
            let must: BTreeSet<_> = common.iter().chain(more).copied().collect();
            let may = BTreeSet::from(["covers"]);
            assert_eq!(members(paper).difference(&may).copied().collect::<BTreeSet<_>>(), must);
        }
        let of_papers =
            json["papers"].as_array().unwrap().iter().flat_map(|paper| paper["findings"].as_array().unwrap());
        for finding in json["findings"].as_array().unwrap().iter().chain(of_papers) {
            has_the_shape_of_a_finding(finding);
        }
    }
}

fn has_the_shape_of_a_finding(finding: &Json) {
    finding_in(finding, "token");
}

/// A finding whose place is named so.
fn finding_in(finding: &Json, place: &str) {
    let always = BTreeSet::from(["axis", "code", "gravity", "side"]);
    let may = ["about", "age", "kind", "part", "rule", "turn", place];
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
    let known = |name: &str, all: &[&str]| finding[name].as_str().is_none_or(|of| all.contains(&of));
    assert!(known("turn", &["ahead", "past", "late_answer"]) && known("part", &["counts", "other", "not_picked"]));
    if let Some(rule) = finding["rule"].as_str() {
        assert!(doichieu::citation(rule).is_some());
    }
}

/// RFC 8785 for what a report holds: members sorted, whole numbers that a double holds exactly, no spaces, one way to
/// write each text.
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

/// The JSON of an encounter, judged for a plate that differs, with a code that could not be read.
fn encounters() -> String {
    let world = World::demo();
    let mut desk = Desk::of(&world, POLICE);
    let mut encounter = Encounter::new(&desk.inspector, desk.ask().purpose(), &encounter_seed());
    for scene in borrowed::motorbike(&world) {
        let report = desk.inspect(&scene.text());
        encounter.add(report).unwrap();
    }
    encounter.add_unread();
    let mut car = Vehicle::new(VehicleKind::Car);
    car.seats = Some(5.into());
    let seen = Seen::default().for_vehicle(car).for_plate("29B1-000.01".to_owned());
    encounter.judge(&seen, desk.at).to_json()
}

#[test]
fn the_encounter_has_its_documented_shape() {
    let json: Json = serde_json::from_str(&encounters()).unwrap();
    let top = "at bundle engine findings format judgement needs papers purpose reports role scene test unread verdict verdicts";
    assert_eq!(members(&json), top.split(' ').collect());
    assert_eq!(members(&json["bundle"]), BTreeSet::from(["hash", "number"]));
    for digest in json["reports"].as_array().unwrap().iter().chain([&json["scene"], &json["bundle"]["hash"]]) {
        assert_eq!(digest.as_str().map(str::len), Some(64));
    }
    assert_eq!((&json["format"], &json["test"], &json["unread"]), (&1.into(), &true.into(), &1.into()));
    for finding in json["findings"].as_array().unwrap() {
        finding_in(finding, "showing");
        // What nobody showed is in no showing.
        let of_needs = finding["code"].as_str().unwrap().starts_with("papers.");
        assert_eq!(finding.get("showing").is_none(), of_needs);
    }
    let papers = json["papers"].as_array().unwrap();
    assert_eq!(papers.len(), 4);
    for need in json["needs"].as_array().unwrap() {
        assert_eq!(members(need), BTreeSet::from(["kind", "rule", "state", "steps"]));
    }
    for paper in papers {
        let must = BTreeSet::from(["findings", "kind", "paper", "showing", "verdict"]);
        assert_eq!(members(paper).difference(&BTreeSet::from(["covers"])).copied().collect::<BTreeSet<_>>(), must);
        paper["findings"].as_array().unwrap().iter().for_each(has_the_shape_of_a_finding);
    }
}

#[test]
fn the_report_is_canonical_json() {
    for text in reports().into_iter().chain([encounters()]) {
        assert_eq!(canonical(&serde_json::from_str(&text).unwrap()), text);
    }
}

/// What reports of 0.1.0 called otherwise, as far as these name it.
const RENAMED: [(&str, &str); 1] = [("held_until", "seized_until")];

/// A report of 0.1.0 as this engine writes it: what it calls otherwise, with names in order again, the version, and the
/// judgement.
fn as_written_now(report: &str) -> String {
    let renamed = RENAMED.iter().fold(report.to_owned(), |text, (old, new)| text.replace(old, new));
    let mut json: Json = serde_json::from_str(&renamed).unwrap();
    json["engine"] = env!("CARGO_PKG_VERSION").into();
    json["judgement"] = doichieu::JUDGEMENT.into();
    for paper in json["papers"].as_array_mut().unwrap() {
        paper["fields"].as_array_mut().unwrap().sort_by_key(|name| name.as_str().unwrap().to_owned());
    }
    canonical(&json)
}

/// The traffic stop of the demo world as 0.1.0 reported it: nothing but names has changed since.
/// `DOICHIEU_BLESS=1 cargo test --test api` takes today's for it, where the demo's lists changed; read the difference.
#[test]
fn the_golden_report_is_unchanged() {
    let path = root().join("tests/golden/report.json");
    if env::var_os("DOICHIEU_BLESS").is_some() {
        fs::write(&path, encounter().to_json() + "\n").unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap();
    assert_eq!(encounter().to_json(), as_written_now(&golden));
}
