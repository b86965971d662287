//! The feature `serde`: what carries no value is written as everywhere else. Reports of every vector are held in
//! tests/vectors.rs; that values are not `Serialize`, in tests/forge.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use doichieu::field::{Kind, Purpose};
use doichieu::reason::{Gravity, Reason, Step};
use doichieu::{Bundle, Encounter, Inspector, Memory, Post, Roots, Scan, SetUp};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::Arc;

fn written(of: impl Serialize) -> Value {
    serde_json::to_value(of).unwrap()
}

fn inspector(world: &World, memory: &mut Memory) -> Inspector {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), memory).unwrap());
    let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
    Inspector::new(bundle, post).unwrap()
}

#[test]
fn parts_of_a_report_are_written_as_within_it() {
    let (world, mut memory) = (World::demo(), Memory::new());
    let inspector = inspector(&world, &mut memory);
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = world.traffic_stop().text();
    let report = inspector.inspect(Scan::qr(&text), &ask, world.at(), &mut memory).unwrap();
    let whole: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert!(!report.papers().is_empty() && !report.findings().is_empty());
    assert_eq!(written(&report), whole);
    assert_eq!(written(report.papers()), whole["papers"]);
    assert_eq!(written(report.findings()), whole["findings"]);
    assert_eq!(written(report.relations()), whole["relations"]);
    assert_eq!(written(report.verdict()), whole["verdict"]);
    let mut encounter = Encounter::new(&inspector, Purpose::TRAFFIC_CONTROL, &encounter_seed());
    encounter.add(report).unwrap();
    let judged = encounter.judge(&doichieu::Seen::default(), world.at());
    let whole: Value = serde_json::from_str(&judged.to_json()).unwrap();
    assert_eq!(written(judged.papers()), whole["papers"]);
    assert_eq!(written(judged.needs()), whole["needs"]);
}

#[test]
fn what_was_not_read_or_not_shown_is_written_too() {
    let (world, mut memory) = (World::demo(), Memory::new());
    let inspector = inspector(&world, &mut memory);
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let unreadable = inspector.inspect(Scan::qr("DC1:A"), &ask, world.at(), &mut memory).unwrap_err();
    let at = unreadable.at;
    assert_eq!(
        written(unreadable),
        json!({ "at": at, "code": unreadable.reason().code(), "layer": unreadable.layer.name() })
    );
    let of = (Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE);
    let nothing = inspector.nothing_shown(of.0, of.1, world.at()).unwrap();
    assert_eq!(serde_json::to_string(&nothing).unwrap(), nothing.to_json());
    let number = inspector.number_only(of.0, of.1, "790123456789", world.at()).unwrap();
    assert_eq!(serde_json::to_string(&number).unwrap(), number.to_json());
    assert!(!number.to_json().contains("790123456789"), "the number stays out of it");
}

#[test]
fn a_device_s_readiness_is_written_by_the_names_that_javascript_has() {
    let (world, mut memory) = (World::demo(), Memory::new());
    let inspector = inspector(&world, &mut memory);
    let readiness = inspector.bundle().readiness(world.at(), &memory);
    let written = written(&readiness);
    assert_eq!(written["number"], json!(readiness.number));
    assert_eq!(written["notAfter"], json!(readiness.not_after.seconds()));
    let (list, of) = (&written["lists"][0], &readiness.lists[0]);
    assert_eq!(list["uri"], json!(of.uri));
    assert_eq!(list["goodUntil"][&of.good_until[0].0], json!(of.good_until[0].1.seconds()));
}

#[test]
fn names_are_texts_and_troubles_are_in_both_languages() {
    assert_eq!(written(Kind::DRIVING_LICENCE), json!("driving_licence"));
    assert_eq!(written(Purpose::TRAFFIC_CONTROL), json!("traffic_control"));
    assert_eq!(written(Purpose::new(99)), json!(99), "one of a later registry by its number");
    assert_eq!(written(Reason::HeldShownAgain), json!("held.shown_again"));
    assert_eq!(written(Gravity::Refer), json!("refer"));
    assert_eq!(written(Step::Nothing), json!(Step::Nothing.code()));
    let told = SetUp::RootsMalformed;
    let text = told.text();
    assert_eq!(written(told), json!({ "code": told.code(), "en": text.en, "vi": text.vi }));
}
