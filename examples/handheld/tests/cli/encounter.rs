//! `encounter`: several phones at one check, and the demo of a borrowed motorbike.

use crate::support::{Answer, BINARY, Files, demo, folder, run};
use doichieu_kit::borrowed;
use doichieu_kit::scene::World;
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What neither driver nor owner would want in a report.
const VALUES: [&str; 5] = ["Khôi", "048207006134", "482250091746", "43F1-618.05", "Ngân"];

/// An officer's device, and the codes of both phones.
fn desk(name: &str, world: &World) -> (Files, String, String) {
    let [driver, owner] = borrowed::motorbike(world).map(|scene| scene.text());
    (Files::of_world(name, world), driver, owner)
}

fn encounter(files: &Files, more: &[&str]) -> Answer {
    let mut words = files.arguments(more);
    "encounter".clone_into(&mut words[0]);
    run(&words)
}

fn parsed(answer: &Answer) -> Json {
    serde_json::from_str(&answer.stdout).unwrap_or_else(|_| panic!("{}{}", answer.stdout, answer.stderr))
}

#[test]
fn the_owner_shows_the_registration_on_her_own_phone() {
    let (files, driver, owner) = desk("encounter", &World::demo());
    let page = encounter(&files, &["--lang", "en", &driver, &owner]);
    assert_eq!(page.code, 0, "{}{}", page.stdout, page.stderr);
    for words in ["2 phones", "vehicle.owner_differs", "Phone 1 ", "Phone 2 ", "Phone 2: The driver is not the owner"] {
        assert!(page.stdout.contains(words), "{words}: {}", page.stdout);
    }
    assert_eq!(page.stdout.matches("✔ IN ORDER").count(), 7, "the encounter, two phones, four papers: {}", page.stdout);
    assert!(page.stdout.lines().all(|line| line.is_empty() || line.starts_with("TEST ")), "{}", page.stdout);
    assert!(!page.stdout.contains('\u{1b}') && !page.stdout.contains("DC1:"), "no colour, no code in a pipe");
    let vietnamese = encounter(&files, &[&driver, &owner]).stdout;
    assert!(vietnamese.contains("Điện thoại 2") && vietnamese.contains("✔ ĐẠT"), "{vietnamese}");

    let json = encounter(&files, &["--json", &driver, &owner]);
    let (marked, plain) = (encounter(&files, &["--json", "--values", &driver, &owner]), parsed(&json));
    for value in VALUES {
        assert!(!json.stdout.contains(value), "{value}");
        assert!(marked.stdout.contains(value), "{value}");
    }
    let marked = parsed(&marked);
    assert_eq!((&marked["personalData"], &marked["encounter"]), (&Json::Bool(true), &plain));
    assert_eq!(marked["values"][1]["vehicle_registration"]["plate"], "43F1-618.05");
    assert_eq!(plain["encounter"]["verdicts"], serde_json::json!(["accept", "accept"]));
    assert_eq!(plain["reports"].as_array().map(Vec::len), Some(2));
}

#[test]
fn every_exit_code_of_an_encounter_has_its_case() {
    let world = World::demo();
    let (files, driver, owner) = desk("encounter-exit", &world);
    let code = |more: &[&str]| encounter(&files, &[&["--json"], more].concat()).code;
    assert_eq!(code(&["--plate", "43f1 61805", &driver, &owner]), 0);
    assert_eq!(code(&["--plate", "43F1-618.06", &driver, &owner]), 1);
    assert_eq!(code(&["--vehicle", "car:seats=5", &driver, &owner]), 2);
    assert_eq!(code(&[&driver, &owner, "DC1:ZZZ"]), 3, "green hides no code that was not read");
    assert_eq!(code(&["--vehicle", "car:seats=5", &driver, "DC1:ZZZ"]), 2, "what is refused stays refused");
    let mut late = world.clone();
    late.showing_age = 300;
    assert_eq!(code(&[&driver, &borrowed::owner(&late).text()]), 3);
    let unread = parsed(&encounter(&files, &["--json", "DC1:ZZZ", &driver, "nothing of ours"]));
    let places: Vec<_> =
        unread["unread"].as_array().unwrap().iter().map(|of| (&of["phone"], &of["unreadable"]["code"])).collect();
    assert_eq!(places, [(&0.into(), &"scan.unreadable".into()), (&2.into(), &"scan.not_ours".into())]);
    assert_eq!((unread["reports"].as_array().map(Vec::len), &unread["encounter"]["unread"]), (Some(1), &2.into()));

    let nine = [driver.as_str(); 9];
    for wrong in [&[][..], &nine, &["--vehicle", "boat", &driver], &["no-such-file.png"]] {
        assert_eq!(encounter(&files, wrong).code, 64, "{wrong:?}");
    }
    let elsewhere = encounter(&files, &["--purpose", "bank_onboarding", &driver]);
    assert!(elsewhere.code == 65 && elsewhere.stderr.contains("ask.purpose_not_allowed"), "{}", elsewhere.stderr);
}

#[test]
fn one_memory_serves_all_phones_and_is_written_before_anything_is_shown() {
    let (files, driver, owner) = desk("encounter-memory", &World::demo());
    let memory = files.folder.join("memory.dcm");
    let kept = ["--memory", memory.to_str().unwrap(), "--json", &driver, &owner];
    assert!(!encounter(&files, &kept).stdout.contains("held.shown_again"));
    let again = encounter(&files, &kept);
    assert_eq!((again.code, again.stdout.matches("held.shown_again").count()), (0, 2), "{}", again.stdout);
    // The same code twice at one encounter is the same phone.
    let twice = encounter(&files, &["--json", &driver, &driver]);
    assert_eq!(twice.stdout.matches("held.shown_again").count(), 1, "{}", twice.stdout);
    fs::write(&memory, b"torn").unwrap();
    let torn = encounter(&files, &kept);
    assert!((torn.code, torn.beside_error()) == (65, "") && torn.stderr.contains("setup.memory_malformed"));
}

#[test]
fn a_borrowed_motorbike_from_end_to_end() {
    let beside = Path::new(BINARY).parent().unwrap();
    let path = format!("{}:{}", beside.display(), std::env::var("PATH").unwrap());
    let still = demo("borrowed", "borrowed-motorbike");
    let report = fs::read(still.join("report.json")).unwrap();
    let animated = folder("borrowed-animated");
    let words = ["demo", "borrowed-motorbike", "--animated", "--lang", "en", "--out", animated.to_str().unwrap()];
    let shown = run(&words);
    assert!(shown.code == 0 && shown.stdout.contains("vehicle.owner_differs"), "{}", shown.stdout);
    for (out, phones) in [(&still, ["driver.png", "owner.png"]), (&animated, ["driver/01.png", "owner/01.png"])] {
        assert!(phones.iter().all(|phone| out.join(phone).exists()));
        assert_eq!(fs::read(out.join("report.json")).unwrap(), report, "shown otherwise, the same");
        let line = fs::read_to_string(out.join("command.txt")).unwrap();
        let again =
            |line: &str| Command::new("sh").args(["-c", line]).current_dir(out).env("PATH", &path).output().unwrap();
        let same = again(&line);
        assert_eq!((same.status.code(), &same.stdout), (Some(0), &report), "{}", String::from_utf8_lossy(&same.stderr));
        let late = again(&line.replace("18:06:40", "18:11:40"));
        assert_eq!(late.status.code(), Some(3));
        let plate = again(&line.replace("--json", "--json --plate 43F1-618.06"));
        assert_eq!(plate.status.code(), Some(1));
    }
    for value in VALUES {
        assert!(!String::from_utf8(report.clone()).unwrap().contains(value), "{value}");
    }
}
