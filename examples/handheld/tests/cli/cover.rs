//! Does the licence cover this vehicle; and a question instead of fields.

use crate::support::{Files, run};
use doichieu::time::UnixTime;
use doichieu::{Asked, Bundle, Memory, Roots};
use doichieu_kit::scene::{NOW, World};
use doichieu_kit::{answer, key};
use std::fs;

const AT: &str = "2026-11-18T18:06:40+07:00";

fn words(files: &Files, command: &str) -> Vec<String> {
    let path = |name: &str| files.folder.join(name).to_str().unwrap().to_owned();
    let own = ["--roots", &path("roots.dcr"), "--bundle", &path("bundle.dcb"), "--post", &path("post.dcl")];
    [command, "--allow-test-root", "--at", AT, "--lang", "en"]
        .iter()
        .chain(&own)
        .map(|word| (*word).to_owned())
        .collect()
}

#[test]
fn the_card_says_whether_the_licence_covers_the_vehicle_and_by_which_article() {
    let world = World::demo();
    let files = Files::of_world("cover", &world);
    let text = world.whole_stop().text();
    for (vehicle, code, answer, law) in [
        ("car:seats=5", 0, "yes", "art. 57(1)"),
        ("car:seats=5,trailer=900", 2, "no", "art. 57(1)"),
        ("truck", 1, "not known", "art. 57(1)"),
        ("moped:cc=49", 0, "no licence needed for it", "art. 56(1)"),
    ] {
        let mut words = words(&files, "inspect");
        words.extend(["--purpose", "traffic_control", "--vehicle", vehicle, &text].map(str::to_owned));
        let card = run(&words);
        let line = card.stdout.lines().find(|line| line.contains("Covers this vehicle")).unwrap();
        assert!(line.contains(&format!("{answer}  [")) && card.stdout.contains(law), "{vehicle}: {}", card.stdout);
        assert_eq!(card.code, code, "{vehicle}");
    }
}

#[test]
fn a_question_is_asked_and_only_its_answer_is_on_the_card() {
    let world = World::demo();
    let files = Files::of_world("question", &world);
    let path = |name: &str| files.folder.join(name).to_str().unwrap().to_owned();
    let secret: String = world.seed.bytes("post traffic_police").iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(files.folder.join("post.p8"), format!("TEST-P256 {secret}\n")).unwrap();
    let ask = |question: &str| {
        let mut words = words(&files, "ask");
        let more =
            ["--purpose", "traffic_control", "--key", &path("post.p8"), "--out", &path("out"), "--question", question];
        words.extend(more.map(str::to_owned));
        run(&words)
    };
    assert_eq!(ask("may-drive-a-boat").code, 64);
    for (question, code, answer) in [("may-drive-b", 0, "yes"), ("may_drive_c1", 2, "no")] {
        let made = ask(question);
        assert_eq!(made.code, 0, "{}", made.stderr);
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap();
        let challenge = fs::read_to_string(files.folder.join("out/ask.txt")).unwrap();
        let asked = Asked::open(challenge.trim_end(), &bundle, UnixTime::new(NOW).unwrap()).unwrap();
        let scene = world.open_choice("traffic_police", &[doichieu::field::Kind::DRIVING_LICENCE]);
        let shown = answer::answer(&scene, &asked, NOW);
        let sealed = answer::seal(&shown, asked.answer_key(), asked.digest(), key::Seed::new([9; 32])).unwrap();
        let mut words = words(&files, "inspect");
        let challenged = ["--ask", &path("out/ask.txt"), "--secret", &path("out/ask.secret"), &answer::text(&sealed)];
        words.extend(challenged.map(str::to_owned));
        let card = run(&words);
        assert_eq!(card.code, code, "{}{}", card.stdout, card.stderr);
        assert!(
            card.stdout.contains("May the holder drive") && card.stdout.contains(&format!("{answer}  [")),
            "{}",
            card.stdout
        );
        for told in ["NGUYỄN", "Nguyễn", "Licence number", "Car part", "A1"] {
            assert!(!card.stdout.contains(told), "{told}: {}", card.stdout);
        }
    }
}
