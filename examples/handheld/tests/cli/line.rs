//! The command line in both languages: help, what is wrong with a line, names that are near, and what shells complete.

use crate::support::{Answer, Files, folder, run, start};
use doichieu_kit::scene::World;
use std::process::{Command, Stdio};

/// One line each, for each language: a wrong line, and what is to be said of it.
fn told(line: &[&str], vi: &str, en: &str) {
    for (language, wanted) in [("vi", vi), ("en", en)] {
        let answer = run(&[line, &["--lang", language]].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (64, ""), "{line:?}: {}", answer.stderr);
        assert!(answer.stderr.contains(wanted), "{line:?}: {}", answer.stderr);
        let (word, other) = if language == "vi" { ("Lỗi [usage]", "Error") } else { ("Error [usage]", "Lỗi") };
        assert!(answer.stderr.starts_with(word) && !answer.stderr.contains(other), "{}", answer.stderr);
        assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
    }
}

#[test]
fn help_is_vietnamese_unless_english_is_asked_for_wherever_on_the_line() {
    for line in [&["--help"][..], &["-h"], &["help"], &["inspect", "--help"], &["help", "bundle", "show"]] {
        let vi = run(line);
        assert!(vi.code == 0 && vi.stdout.contains("Cách dùng: doichieu"), "{line:?}: {}", vi.stdout);
        assert_eq!(run(&[line, &["--lang", "vi"]].concat()).stdout, vi.stdout);
        let ways = [[&["--lang", "en"], line].concat(), [&["--lang=en"], line].concat()];
        for english in ways {
            let en = run(&english);
            assert!(en.code == 0 && en.stdout.contains("Usage: doichieu"), "{english:?}: {}", en.stdout);
            assert!(!en.stdout.contains("Tùy chọn"), "{}", en.stdout);
        }
    }
    let behind = run(&["inspect", "--help", "--lang", "en"]);
    assert!(behind.stdout.contains("Usage: doichieu inspect [OPTIONS] --roots <FILE>"), "{}", behind.stdout);
    let (short, long) = (run(&["inspect", "-h"]).stdout, run(&["inspect", "--help"]).stdout);
    assert!(long.contains("unladen=") && !short.contains("unladen="), "-h tells what is needed most");
    let none = run(&[""; 0]);
    assert!(none.code == 64 && none.stdout.is_empty() && none.stderr.contains("Lệnh:"), "{}", none.stderr);
    assert!(!run(&["--help"]).stdout.contains("  rates "), "what is hidden stays hidden");
    assert!(run(&["--version"]).stdout.starts_with("doichieu "));
}

#[test]
fn every_kind_of_mistake_is_told_in_both_languages() {
    told(&["inspekt"], "Không có lệnh này. Gần giống: inspect.", "There is no such command. Nearest: inspect.");
    told(&["bundle", "shwo"], "Gần giống: show.", "Nearest: show.");
    told(&["bundle"], "Thiếu lệnh. Các lệnh: show, check,", "A command is missing. The commands: show, check,");
    let missing = "--bundle, --post, --purpose";
    told(
        &["nothing"],
        &format!("Thiếu: --roots, {missing}. Xem doichieu nothing --help."),
        &format!("Missing: --roots, {missing}. See"),
    );
    told(&["consent"], "Thiếu: <TỆP>.", "Missing: <FILE>.");
    told(&["explain", "--al"], "doichieu explain không có tùy chọn --al.", "doichieu explain has no option --al.");
    told(&["demo", "clinic", "--anmated"], "Gần giống: --animated.", "Nearest: --animated.");
    told(&["explain", "usage", "more"], "Thừa một giá trị: từ thứ 3 sau doichieu.", "One value too many: word 3");
    told(
        &["completion", "bsh"],
        "<SHELL>: không có tên này. Gần giống: bash",
        "<SHELL>: there is no such name. Nearest: bash",
    );
    told(&["demo", "--list", "clinic"], "không dùng cùng", "does not go with");
    told(&["demo", "clinic", "--out"], "--out: cần một giá trị.", "--out: takes a value.");
    told(&["demo", "clinic", "--at", "now"], "--at: viết giờ như 2026-", "--at: write the time as 2026-");
    told(&["demo", "clinic", "--out", "x", "--out", "y"], "--out chỉ dùng một lần.", "--out is given once only.");
    let files = Files::of_world("line", &World::demo());
    let line = |more: &[&str]| files.arguments(more);
    let (words, jobs) =
        (line(&["--memory-wait", "601", "--memory", "m", "DC1:X"]), files.arguments_of("batch", &["--jobs", "0", "."]));
    let nine = files.arguments_of("encounter", &["DC1:X"; 9]);
    for (words, vi, en) in [
        (words, "--memory-wait: cần số giây từ 0 đến 600.", "takes a number of seconds, from 0 to 600."),
        (jobs, "--jobs: cần một số nguyên, từ 1.", "--jobs: takes a whole number, from 1 on."),
        (nine, "quá nhiều giá trị", "too many values"),
        (
            line(&["--vehicle", "car:seats=five", "DC1:X"]),
            "--vehicle: seats= cần một số nguyên; không rõ thì max125 (không quá 125) hoặc over125 (trên 125).",
            "seats= takes a whole number; if it is not known, max125 (at most) or over125 (more).",
        ),
        (line(&["--vehicle", "car:sets=5", "DC1:X"]), "Gần giống: seats.", "Nearest: seats."),
        (line(&["--vehicle", "motorcicle", "DC1:X"]), "Gần giống: motorcycle.", "Nearest: motorcycle."),
    ] {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let batch = words[0] == "batch";
        for (language, wanted) in [("vi", vi), ("en", en)] {
            let answer = run(&[&words[..], &["--lang", language]].concat());
            assert!(answer.code == 64 && answer.stderr.contains(wanted), "{}", answer.stderr);
            assert_eq!(answer.stdout.is_empty(), !batch, "what `batch` prints is for programs");
        }
    }
}

#[test]
fn names_of_known_sets_are_suggested() {
    told(&["explain", "held.shwn_again"], "Gần giống: held.shown_again.", "Nearest: held.shown_again.");
    told(&["explain", "may-drive-this-vehicl"], "Gần giống: may_drive_this_vehicle.", "Nearest: may_drive");
    told(&["explain", "law-36-2024-art-75"], "law-36-2024-art-57", "law-36-2024-art-57");
    told(&["explain", "identity.ful_name"], "Gần giống: identity.full_name.", "Nearest: identity.full_name.");
    told(&["explain", "look_up_plat"], "look_up_plate", "look_up_plate");
    told(&["demo", "trafic"], "Gần giống: traffic-stop.", "Nearest: traffic-stop.");
    told(&["demo", "trafic-stop"], "Gần giống: traffic-stop.", "Nearest: traffic-stop.");
    let files = Files::of_world("line-near", &World::demo());
    for (command, more, wanted) in [
        ("inspect", &["--purpose", "trafic_control", "DC1:X"][..], "traffic_control"),
        ("nothing", &["--kind", "drivng_licence"], "driving_licence"),
        ("ask", &["--field", "identity.fulname", "--seed", "x", "--out", "o"], "identity.full_name"),
        ("ask", &["--question", "may-drive-this-vehicel", "--seed", "x", "--out", "o"], "may-drive-this-vehicle"),
    ] {
        let mut words = files.arguments_of("nothing", more);
        command.clone_into(&mut words[0]);
        let answer = run(&words);
        let near = format!("Gần giống: {wanted}");
        assert!(answer.code == 64 && answer.stderr.contains(&near), "{command}: {}", answer.stderr);
    }
    let field = run(&["explain", "identity.full_name"]);
    assert!(field.code == 0 && field.stdout.contains("Full name") && field.stdout.contains("Họ"), "{}", field.stdout);
    assert!(run(&["explain", "driving_licence", "--lang", "en"]).stdout.contains("classes"));
}

/// Whatever was typed in whatever place, as a value of a paper or a secret might be: it is not said back.
#[test]
fn what_was_typed_is_never_said_back() {
    const TYPED: &str = "TE1-0101-SECRET";
    let files = Files::of_world("line-secret", &World::demo());
    let lines = [
        vec![TYPED],
        vec!["explain", TYPED],
        vec!["demo", TYPED],
        vec!["demo", "clinic", "--at", TYPED],
        vec!["bundle", TYPED],
        vec!["explain", "usage", TYPED],
        vec!["explain", "--TE1-0101-SECRET"],
        vec!["explain", "-TE1-0101-SECRET"],
        vec!["demo", "clinic", "--sed=TE1-0101-SECRET"],
        vec!["completion", TYPED],
        vec!["demo", "clinic", "--lang", TYPED],
    ];
    let mut lines: Vec<Vec<String>> =
        lines.iter().map(|line| line.iter().map(|of| (*of).to_owned()).collect()).collect();
    for option in ["--purpose", "--vehicle", "--basis", "--memory-wait", "--plat"] {
        lines.push(files.arguments(&[option, TYPED, "DC1:X"]));
    }
    for option in ["--field", "--question", "--retention"] {
        let mut words = files.arguments_of("nothing", &[option, TYPED, "--seed", "x", "--out", "o"]);
        "ask".clone_into(&mut words[0]);
        lines.push(words);
    }
    lines.push(files.arguments_of("number", &["--kind", TYPED, TYPED]));
    for line in lines {
        for more in [&[][..], &["--json"]] {
            let words: Vec<_> = line.iter().map(String::as_str).chain(more.iter().copied()).collect();
            let answer = run(&words);
            let said = format!("{}{}", answer.stdout, answer.stderr);
            assert!(answer.code == 64 && said.contains("usage"), "{words:?}: {said}");
            assert!(!said.contains("SECRET") && !said.contains("0101"), "{words:?}: {said}");
        }
    }
}

#[test]
fn programs_get_both_languages_of_a_wrong_line() {
    let answer = run(&["inspect", "--json", "--rots", "x"]);
    let json: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((answer.code, &json["error"]["code"]), (64, &"usage".into()));
    assert!(json["error"]["vi"].as_str().unwrap().contains("Gần giống: --roots."), "{json}");
    assert!(json["error"]["en"].as_str().unwrap().contains("Nearest: --roots."), "{json}");
}

#[test]
fn every_shell_gets_its_script_in_the_language_asked_for() {
    for (shell, sign) in [
        ("bash", "complete -F _doichieu"),
        ("zsh", "#compdef doichieu"),
        ("fish", "complete -c doichieu"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[doichieu]"),
    ] {
        for language in ["vi", "en"] {
            let script = run(&["completion", shell, "--lang", language]);
            assert!(script.code == 0 && script.stdout.contains(sign), "{shell}: {}", script.stderr);
            assert!(script.stdout.contains("consent-out"), "{shell}");
            let scenes = script.stdout.contains("traffic-stop");
            assert!(scenes || !["bash", "zsh"].contains(&shell), "{shell} completes names of situations");
            if shell == "zsh" {
                assert_eq!(script.stdout.contains("Tệp khóa gốc"), language == "vi");
                assert_eq!(script.stdout.contains("Root key file"), language == "en");
            }
        }
    }
}

#[test]
fn the_script_for_bash_is_one() {
    let script = folder("completion").join("doichieu.bash");
    std::fs::write(&script, run(&["completion", "bash"]).stdout).unwrap();
    let checked: Answer =
        crate::support::finish(start(Command::new("bash").arg("-n").arg(&script).stdin(Stdio::null())));
    assert_eq!((checked.code, checked.stderr.as_str()), (0, ""));
    // It completes: a scene of a demo by its first letters.
    let try_it = format!(
        "source {}; COMP_WORDS=(doichieu demo traf); COMP_CWORD=2; _doichieu doichieu traf demo; echo \"${{COMPREPLY[@]}}\"",
        script.display()
    );
    let completed = crate::support::finish(start(Command::new("bash").args(["-c", &try_it])));
    assert_eq!(completed.stdout.trim(), "traffic-stop", "{}", completed.stderr);
}
