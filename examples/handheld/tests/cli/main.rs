//! The command line as its users meet it: exit codes, bytes, and what is printed where.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod basis;
mod batch;
mod challenge;
mod chosen;
mod consent;
mod cover;
mod encounter;
mod exchange;
mod explain;
mod film;
mod folders;
mod json;
mod kept;
mod limits;
mod line;
mod needs;
mod one_of_several;
mod pictures;
mod plain;
mod printed;
#[cfg(unix)]
mod private;
#[cfg(unix)]
mod progress;
mod rates;
mod reveal;
mod scenes;
#[path = "../../../../tests/support/schema.rs"]
mod schema;
mod support;
mod widths;
#[cfg(unix)]
mod writers;

use doichieu_kit::scene::{ACCOUNT_INDEX, World};
use doichieu_kit::status::INVALID;
use std::fs;
use std::process::Command;
use support::{BINARY, Files, demo, folder, run, run_with_input};

const FILES: [&str; 9] = [
    "roots.dcr",
    "bundle.dcb",
    "post.dcl",
    "scan.txt",
    "scan.png",
    "at.txt",
    "encounter.txt",
    "report.json",
    "command.txt",
];
/// What the demo's driver would not want in a report.
const VALUES: [&str; 5] = ["Giang", "KD-8841206", "011250048213", "30K-482.17", "1991"];

#[test]
fn a_demo_gives_the_same_bytes_every_time_and_other_bytes_for_another_seed() {
    for scene in ["traffic-stop", "clinic"] {
        let (one, two, other) =
            (folder(&format!("{scene}-1")), folder(&format!("{scene}-2")), folder(&format!("{scene}-3")));
        for out in [&one, &two] {
            assert_eq!(run(&["demo", scene, "--out", out.to_str().unwrap()]).code, 0);
        }
        assert_eq!(run(&["demo", scene, "--seed", "mưa đêm", "--out", other.to_str().unwrap()]).code, 0);
        for file in FILES {
            let read = |folder: &std::path::Path| fs::read(folder.join(file)).unwrap();
            assert_eq!(read(&one), read(&two), "{scene}/{file}");
            let differs = !["at.txt", "command.txt"].contains(&file);
            assert_eq!(read(&one) != read(&other), differs, "{scene}/{file}");
        }
        assert_eq!(fs::read_dir(&one).unwrap().count(), FILES.len(), "nothing temporary is left");
    }
}

#[test]
fn the_command_of_a_demo_gives_its_report_byte_for_byte() {
    let out = demo("command", "traffic-stop");
    let beside = std::path::Path::new(BINARY).parent().unwrap();
    let path = format!("{}:{}", beside.display(), std::env::var("PATH").unwrap());
    let line = fs::read_to_string(out.join("command.txt")).unwrap();
    assert_eq!(line.lines().count(), 1);
    let again = Command::new("sh").args(["-c", &line]).current_dir(&out).env("PATH", path).output().unwrap();
    assert_eq!(again.stdout, fs::read(out.join("report.json")).unwrap());
    assert_eq!(again.status.code(), Some(0));
}

#[test]
fn picture_photograph_text_and_standard_input_give_one_report() {
    let out = demo("sources", "traffic-stop");
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    let text = fs::read_to_string(out.join("scan.txt")).unwrap();
    let code = text.trim_end().to_owned();
    fs::write(out.join("crlf.txt"), format!("{code}\r\n")).unwrap();
    fs::write(out.join("photo.jpg"), support::photograph(&out.join("scan.png"))).unwrap();
    let files = Files::of_demo(&out);
    for scan in ["scan.png", "photo.jpg", "scan.txt", "crlf.txt"] {
        let answer = files.inspect(&["--json", out.join(scan).to_str().unwrap()]);
        assert_eq!((answer.code, &answer.stdout), (0, &report), "{scan}: {}", answer.stderr);
    }
    assert_eq!(files.inspect(&["--json", &code]).stdout, report);
    for input in [text.as_bytes(), &fs::read(out.join("scan.png")).unwrap()] {
        assert_eq!(run_with_input(&files.arguments(&["--json", "-"]), input).stdout, report);
    }
}

#[test]
fn every_exit_code_has_its_case() {
    let world = World::demo();
    let good = Files::of_world("exit-0", &world);
    assert_eq!(good.inspect(&[&world.whole_stop().text()]).code, 0);

    let mut stale = World::demo();
    stale.bundle_age = 5 * 86_400;
    let answer = Files::of_world("exit-1", &stale).inspect(&[&stale.whole_stop().text()]);
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    assert!(answer.stdout.contains("post.lists_too_old") && answer.stdout.contains("▲ CẦN TRA CỨU"));

    let mut revoked = World::demo();
    revoked.set_status(ACCOUNT_INDEX + 2, INVALID);
    let answer = Files::of_world("exit-2", &revoked).inspect(&["--lang", "en", &revoked.whole_stop().text()]);
    assert_eq!(answer.code, 2, "{}", answer.stdout);
    assert!(answer.stdout.contains("current.revoked") && answer.stdout.contains("✖ NOT IN ORDER"));

    let unread =
        [("DC1:ZZZ", "scan.unreadable", "↻ QUÉT LẠI"), ("001191034826|x|y", "scan.not_ours", "○ CHƯA KIỂM TRA ĐƯỢC")];
    for (scan, code, headline) in unread {
        let answer = good.inspect(&[scan]);
        assert_eq!(answer.code, 3);
        assert!(answer.stdout.contains(code) && answer.stdout.contains(headline), "{}", answer.stdout);
    }
    let mut old = World::demo();
    old.showing_age = 300;
    let answer = good.inspect(&["--json", &old.whole_stop().text()]);
    assert_eq!(answer.code, 3);
    assert!(answer.stdout.contains("held.window_passed"));

    for wrong in [&["no-such-command"][..], &[], &["explain", "no.such_code"], &["demo", "rain"]] {
        assert_eq!(run(wrong).code, 64, "{wrong:?}");
    }
    for wrong in [&["--values"][..], &["--at", "today"], &["--vehicle", "boat"], &["--vehicle", "car:x=1"]] {
        assert_eq!(good.inspect(&[wrong, &["DC1:X"]].concat()).code, 64, "{wrong:?}");
    }
    assert_eq!(good.inspect(&["no-such-file.png"]).code, 64);
    for fine in [
        &["--help"][..],
        &["--version"],
        &["explain"],
        &["explain", "setup.root_is_test"],
        &["explain", "held.window_passed"],
    ] {
        assert_eq!(run(fine).code, 0, "{fine:?}");
    }
}

#[test]
fn a_device_with_bad_files_stops_before_anything_is_said() {
    let files = Files::of_world("set-up", &World::demo());
    let without: Vec<_> = files.arguments(&["DC1:X"]).into_iter().filter(|word| word != "--allow-test-root").collect();
    let answer = run(&without);
    assert_eq!((answer.code, answer.stdout.as_str()), (65, ""));
    assert!(answer.stderr.contains("setup.root_is_test") && answer.stderr.contains("--allow-test-root"));

    for (file, code) in [
        ("roots.dcr", "setup.roots_malformed"),
        ("bundle.dcb", "setup.bundle_malformed"),
        ("post.dcl", "setup.mandate_malformed"),
    ] {
        let files = Files::of_world(&format!("set-up-{file}"), &World::demo());
        fs::write(files.folder.join(file), b"not that").unwrap();
        let answer = files.inspect(&["--lang", "en", "DC1:X"]);
        assert_eq!((answer.code, answer.stdout.as_str()), (65, ""));
        assert!(answer.stderr.contains(code), "{}", answer.stderr);
        fs::remove_file(files.folder.join(file)).unwrap();
        assert_eq!(files.inspect(&["DC1:X"]).code, 65);
    }
    let answer = files.inspect(&["--purpose", "e_wallet", "DC1:X"]);
    assert!(answer.code == 65 && answer.stderr.contains("ask.purpose_not_allowed"), "{}", answer.stderr);
}

#[test]
fn colours_are_for_terminals() {
    let out = demo("colours", "clinic");
    let piped = run(&["demo", "clinic", "--out", out.to_str().unwrap()]);
    assert!(piped.stdout.contains("✔ ĐẠT") && !piped.stdout.contains('\u{1b}'));
    let forced = Command::new(BINARY).args(["explain"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(forced.stdout.contains(&0x1b), "there are colours to leave out");
    let world = World::demo();
    let card = Files::of_world("width", &world).inspect(&["--vehicle", "truck:kg=9000", &world.whole_stop().text()]);
    for printed in [card.stdout, run(&["explain"]).stdout, run(&["explain", "--lang", "en"]).stdout] {
        assert!(printed.lines().count() > 20 && printed.lines().all(|line| line.chars().count() <= 100), "{printed}");
    }
}

#[test]
fn json_holds_no_value_and_values_come_only_when_asked_and_marked() {
    let out = demo("values", "traffic-stop");
    let (files, scan) = (Files::of_demo(&out), out.join("scan.png"));
    let scan = scan.to_str().unwrap();
    let plain = files.inspect(&["--json", scan]).stdout;
    let marked = files.inspect(&["--json", "--values", scan]).stdout;
    for value in VALUES {
        assert!(!plain.contains(value), "{value}");
        assert!(marked.contains(value), "{value}");
    }
    let marked: serde_json::Value = serde_json::from_str(&marked).unwrap();
    assert_eq!(marked["personalData"], true);
    assert_eq!(marked["report"], serde_json::from_str::<serde_json::Value>(&plain).unwrap());
    let licence = &marked["values"]["driving_licence"];
    let day = |day: &str| serde_json::json!({ "earliest": day, "latest": day });
    assert_eq!(licence["date_of_birth"], day("1991-04-12"));
    assert_eq!(licence["classes"][0], serde_json::json!({ "class": "A1", "passed": day("2025-03-22") }));
    assert_eq!(licence["car_part"]["points"]["points"], 12);
    assert_eq!(licence["motorcycle_part"].as_object().unwrap()["valid_until"], serde_json::Value::Null);
}

#[test]
fn an_unproven_paper_shows_nothing() {
    let world = World::demo();
    let files = Files::of_world("unproven", &world);
    let forged =
        world.whole_stop().text_with_signed(|signed| signed.signature = doichieu_kit::Item::Bytes(vec![7; 64]));
    for arguments in [&[forged.as_str()][..], &["--json", "--values", &forged]] {
        let answer = files.inspect(arguments);
        assert_eq!(answer.code, 2);
        for value in VALUES {
            assert!(!answer.stdout.contains(value), "{value}");
        }
    }
    assert!(files.inspect(&[&forged]).stdout.contains("■ XÁC THỰC KHÔNG ĐẠT"));
}

#[test]
fn a_memory_knows_a_code_it_has_seen_and_is_written_whatever_came_of_it() {
    let world = World::demo();
    let files = Files::of_world("memory", &world);
    let memory = files.folder.join("memory.dcm");
    let kept = ["--memory", memory.to_str().unwrap(), "--json"];
    let text = world.whole_stop().text();
    let inspect = || files.inspect(&[&kept[..], &[&text]].concat());

    assert_eq!(files.inspect(&[&kept[..], &["DC1:ZZZ"]].concat()).code, 3);
    let after_nothing = fs::read(&memory).unwrap();
    let first = inspect();
    assert!(first.code == 0 && !first.stdout.contains("held.shown_again"), "{}", first.stdout);
    assert_ne!(fs::read(&memory).unwrap(), after_nothing);
    let second = inspect();
    assert!(second.code == 0 && second.stdout.contains("held.shown_again"), "{}", second.stdout);
    assert!(!files.inspect(&["--json", &text]).stdout.contains("held.shown_again"));
    assert!(files.inspect(&["--json", &text]).stderr.contains("--memory"), "it says that it forgets");

    fs::write(&memory, b"torn").unwrap();
    let torn = inspect();
    assert_eq!((torn.code, torn.beside_error()), (65, ""));
    assert!(torn.stderr.contains("setup.memory_malformed"));
    assert_eq!(fs::read(&memory).unwrap(), b"torn", "what cannot be read is not overwritten");
}

#[test]
fn an_officer_sees_no_offsets_unless_a_log_is_wanted() {
    let files = Files::of_world("verbose", &World::demo());
    assert!(!files.inspect(&["DC1:ZZZ"]).stdout.contains("base45"));
    assert!(files.inspect(&["--verbose", "DC1:ZZZ"]).stdout.contains("base45"));
    assert_eq!(
        files.inspect(&["--json", "nothing"]).stdout,
        r#"{"unreadable":{"at":0,"code":"scan.not_ours","layer":"text"}}"#
    );
}

#[test]
fn a_signed_text_cannot_paint_the_terminal() {
    let mut person = doichieu_kit::people::giang();
    person.name = "Giang \u{1b}[31m\u{202e}gnaiG".to_owned();
    let world = World::demo().with_person(person);
    let answer = Files::of_world("painted", &world).inspect(&[&world.whole_stop().text()]);
    assert!(answer.stdout.contains("Giang \u{fffd}[31m\u{fffd}gnaiG"), "{}", answer.stdout);
    assert!(!answer.stdout.contains('\u{1b}') && !answer.stdout.contains('\u{202e}'));
}

#[test]
fn the_scene_reaches_the_rules() {
    let world = World::demo();
    let files = Files::of_world("scene", &world);
    let text = world.whole_stop().text();
    assert_eq!(files.inspect(&["--vehicle", "car:cc=1496,seats=5", "--plate", "30k48217", &text]).code, 0);
    assert_eq!(files.inspect(&["--vehicle", "truck:kg=9000", &text]).code, 2);
    assert_eq!(files.inspect(&["--plate", "29A-111.11", &text]).code, 1);
}

#[test]
fn bundles_are_built_signed_shown_and_checked() {
    let out = folder("bundles");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let at = "2026-11-18T18:06:40+07:00";
    assert_eq!(run(&["bundle", "build", "--seed", "thử", "--at", at, "--number", "9", "--out", &word("")]).code, 0);
    let signed = ["bundle", "sign", "--seed", "thử", "--number", "9", "--issued", "2026-11-18T16:36:40+07:00"];
    let (parts, again) = (word("parts"), word("again.dcb"));
    let signed = [&signed[..], &["--parts", &parts, "--out", &again]].concat();
    assert_eq!(run(&signed).code, 0);
    assert_eq!(fs::read(word("again.dcb")).unwrap(), fs::read(word("bundle.dcb")).unwrap());

    let lists = ["--roots", &word("roots.dcr"), "--at", at];
    let open =
        |command: &str, file: &str| run(&[&["bundle", command, &word(file), "--allow-test-root"][..], &lists].concat());
    let shown = open("show", "bundle.dcb");
    assert!(shown.code == 0 && shown.stdout.contains("TEST") && shown.stdout.contains("số 9"), "{}", shown.stdout);
    assert!(shown.stdout.contains("traffic_police, clinic, bank"));
    assert_eq!(open("check", "again.dcb").code, 0);
    assert_eq!(open("check", "roots.dcr").code, 65);
    assert_eq!(run(&[&["bundle", "check", &word("bundle.dcb")][..], &lists].concat()).code, 65);

    let readiness = |at: &str| {
        let (roots, bundle, post) = (word("roots.dcr"), word("bundle.dcb"), word("post-clinic.dcl"));
        run(&["readiness", "--roots", &roots, "--allow-test-root", "--bundle", &bundle, "--post", &post, "--at", at])
    };
    let ready = readiness(at);
    assert!(ready.code == 0 && ready.stdout.contains("TEST") && ready.stdout.contains("SẴN SÀNG"), "{}", ready.stdout);
    assert!(!ready.stdout.contains("traffic_police"), "only the post's own role");
    assert!(ready.stdout.contains("Pháp luật xem đến") && ready.stdout.contains("10/10/2026"), "{}", ready.stdout);
    for (when, why) in [
        ("2026-11-20T18:00:00+07:00", "đã đến hạn bộ danh sách mới"),
        ("1970-01-02T00:00:00Z", "giờ máy này là"),
        ("2027-10-11T00:00:00+07:00", "một năm chưa được rà soát"),
    ] {
        let answer = readiness(when);
        assert!(answer.code == 1 && answer.stdout.contains(why), "{}", answer.stdout);
    }

    let renewed = |name: &str, language: &str| {
        let (roots, bundle, post) = (word("roots.dcr"), word("bundle.dcb"), word("post-clinic.dcl"));
        let device = ["readiness", "--roots", &roots, "--allow-test-root", "--bundle", &bundle, "--post", &post];
        run(&[&device[..], &["--at", at, "--lang", language, "--renewed", &word(name)]].concat())
    };
    let same = renewed("post-clinic.dcl", "vi");
    assert!(same.code == 0 && same.stdout.contains("Không rộng hơn quyền đang dùng."), "{}", same.stdout);
    let other = renewed("post-bank.dcl", "en");
    for words in ["of another post, another role, another key", "Wider than the one in use", "Added", "Dropped"] {
        assert!(other.stdout.contains(words), "{words}: {}", other.stdout);
    }
    assert_eq!(renewed("roots.dcr", "vi").code, 65);
}
