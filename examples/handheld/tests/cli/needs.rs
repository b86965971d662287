//! What a vehicle or a visit needs beside one showing; no code at all; a number that was typed.

use crate::support::{Answer, Files, run, run_with_input};
use doichieu::field::Kind;
use doichieu_kit::scene::{Scene, WHOLE_STOP, World};
use serde_json::Value as Json;

/// A driver's papers without one kind.
fn without(world: &World, missing: Kind) -> Scene {
    let rest: Vec<_> = WHOLE_STOP.into_iter().filter(|kind| *kind != missing).collect();
    world.preset("traffic_police", &rest)
}

fn parsed(answer: &Answer) -> Json {
    serde_json::from_str(&answer.stdout).unwrap_or_else(|_| panic!("{}{}", answer.stdout, answer.stderr))
}

/// The words after another command's name, for the same device.
fn command(files: &Files, command: &str, more: &[&str]) -> Vec<String> {
    files.arguments_of(command, more)
}

#[test]
fn green_hides_no_paper_that_was_not_shown() {
    let world = World::demo();
    let files = Files::of_world("needs", &world);
    for (missing, name) in [
        (Kind::VEHICLE_REGISTRATION, "Vehicle registration"),
        (Kind::INSPECTION_CERTIFICATE, "Vehicle inspection certificate"),
        (Kind::LIABILITY_INSURANCE, "Compulsory liability insurance"),
    ] {
        let text = without(&world, missing).text();
        let card = files.inspect(&["--lang", "en", "--vehicle", "car:seats=5", &text]);
        assert_eq!(card.code, 1, "{}", card.stdout);
        assert!(card.stdout.contains("▲ LOOK IT UP"), "{}", card.stdout);
        let mut rows = card.stdout.lines().skip_while(|line| !line.contains(&format!("▲ {name}")));
        let (row, below) = (rows.next().unwrap(), rows.next().unwrap());
        assert!(row.contains("not shown"), "{row}");
        assert!(below.contains("papers.not_shown · Law 36/2024/QH15 art. 56"), "{below}");
        assert_eq!(card.stdout.matches("papers.not_shown").count(), 1, "{}", card.stdout);
        let appoints = card.stdout.contains("art. 48(3)");
        assert_eq!(appoints, missing != Kind::LIABILITY_INSURANCE, "{}", card.stdout);
        // The report itself stays what it is; the exit code is that of the card.
        let json = files.inspect(&["--json", "--vehicle", "car:seats=5", &text]);
        assert_eq!((json.code, &parsed(&json)["verdict"]), (1, &"accept".into()));
        let encounter = files.inspect(&["--json", "--as-encounter", "--vehicle", "car:seats=5", &text]);
        let (encounter, code) = (parsed(&encounter), encounter.code);
        assert_eq!(
            (code, &encounter["encounter"]["verdict"], &encounter["reports"][0]),
            (1, &"refer".into(), &parsed(&json))
        );
    }
    let whole = files.inspect(&["--lang", "en", &world.whole_stop().text()]);
    assert_eq!(
        (whole.code, whole.stdout.lines().filter(|line| line.ends_with(" shown")).count()),
        (0, 4),
        "{}",
        whole.stdout
    );
    let vietnamese = files.inspect(&[&world.preset("traffic_police", &[Kind::DRIVING_LICENCE]).text()]).stdout;
    for words in ["Xe này cần", "chưa xuất trình", "chưa rõ có cần không", "khoản 1 Điều 56 Luật 36/2024/QH15"]
    {
        assert!(vietnamese.contains(words), "{words}: {vietnamese}");
    }
    assert_eq!(files.inspect(&["--as-encounter", &world.whole_stop().text()]).code, 64, "--stop is for --json");
}

#[test]
fn an_encounter_says_what_its_vehicle_needs_once_for_all_phones() {
    let world = World::demo();
    let files = Files::of_world("needs-encounter", &world);
    let [driver, owner] = doichieu_kit::borrowed::motorbike(&world).map(|scene| scene.text());
    let encounter = |phones: &[&str]| run(&command(&files, "encounter", &[&["--lang", "en"], phones].concat()));
    let both = encounter(&[&driver, &owner]);
    assert_eq!(both.stdout.matches("This vehicle needs").count(), 1, "{}", both.stdout);
    assert!(both.code == 0 && !both.stdout.contains("papers.not_shown"), "{}", both.stdout);
    let alone = encounter(&[&driver]);
    assert!(alone.code == 1 && alone.stdout.contains("papers.not_shown"), "{}", alone.stdout);
}

#[test]
fn no_code_at_all_has_lawful_steps_and_no_verdict() {
    let files = Files::of_world("nothing", &World::demo());
    let nothing = |more: &[&str]| run(&command(&files, "nothing", more));
    let card = nothing(&["--lang", "en"]);
    assert_eq!(card.code, 1, "{}", card.stderr);
    assert!(
        card.stdout.contains("○ NOT CHECKED YET") && card.stdout.contains("papers.nothing_shown"),
        "{}",
        card.stdout
    );
    let place = |words: &str| card.stdout.find(words).unwrap_or_else(|| panic!("{words}: {}", card.stdout));
    assert!(place("Look it up by ") < place("offers a copy on paper"));
    assert!(place("offers a copy on paper") < place("note an appointment"), "the appointment comes last");
    assert!(card.stdout.lines().all(|line| line.is_empty() || line.starts_with("TEST ")), "{}", card.stdout);
    assert!(nothing(&[]).stdout.contains("điểm b khoản 1 Điều 8"));

    let one = parsed(&nothing(&["--json", "--kind", "driving_licence"]));
    assert_eq!((&one["kind"], &one["verdict"]), (&"driving_licence".into(), &Json::Null));
    let all = parsed(&nothing(&["--json"]));
    let kinds: Vec<_> = all.as_array().unwrap().iter().map(|of| of["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["vehicle_registration", "driving_licence", "inspection_certificate", "liability_insurance"]);
    let other = nothing(&["--kind", "health_insurance_card"]);
    assert!(other.code == 65 && other.stderr.contains("ask.wider_than_mandate"), "{}", other.stderr);
    assert_eq!(nothing(&["--kind", "library_card"]).code, 64);
    let elsewhere = nothing(&["--purpose", "clinic_admission"]);
    assert!(elsewhere.code == 65 && elsewhere.stderr.contains("ask.purpose_not_allowed"), "{}", elsewhere.stderr);
}

#[test]
fn a_number_is_on_the_card_and_never_in_the_json() {
    let files = Files::of_world("number", &World::demo());
    let number = |more: &[&str], input: &str| run_with_input(&command(&files, "number", more), input.as_bytes());
    let plate = ["--kind", "vehicle_registration", "30k-482.17"];
    let card = number(&[&plate[..], &["--lang", "en"]].concat(), "");
    assert_eq!(card.code, 1, "{}", card.stderr);
    for words in ["○ NOT CHECKED YET", "30K 482 17", "plate of a car", "Read the plate on the vehicle once more"] {
        assert!(card.stdout.contains(words), "{words}: {}", card.stdout);
    }
    assert!(number(&plate, "").stdout.contains("biển số ô tô"));
    let json = number(&[&plate[..], &["--json"]].concat(), "");
    assert_eq!(parsed(&json)["form"], "plate_car");
    assert!(!json.stdout.contains("482"), "{}", json.stdout);
    // Of no kind that was named: the form tells, and all that it may be of are said.
    let unnamed = number(&["--lang", "en", "011250048213"], "");
    assert!(unnamed.stdout.contains("May be of") && unnamed.stdout.contains("011 250 048 213"), "{}", unnamed.stdout);
    assert!(number(&["011250048213"], "").stdout.contains("Có thể của"));
    let kinds = parsed(&number(&["--json", "011250048213"], ""));
    assert_eq!(kinds["kinds"], serde_json::json!(["identity", "driving_licence"]));
    // Where nobody reads it in a list of processes.
    let typed = number(&["--kind", "driving_licence", "--json", "-"], "011250048213\n");
    assert!(parsed(&typed)["form"] == "licence_no" && !typed.stdout.contains("0112"), "{}", typed.stdout);
    let long = number(&["--kind", "identity", "--lang", "en", "0123456789012345678901234567"], "");
    assert!(long.stdout.contains("too long, not kept") && !long.stdout.contains("01234"), "{}", long.stdout);
}
