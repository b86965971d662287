//! Several pictures as one scan.

use crate::support::{Files, demo, folder, run};
use std::fs;
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

#[test]
fn pictures_of_a_film_make_one_scan_whatever_comes_between() {
    let still = demo("film-still", "traffic-stop");
    let out = folder("film");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let made = run(&["demo", "traffic-stop", "--animated", "--out", &word("")]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    assert_eq!(report, fs::read_to_string(still.join("report.json")).unwrap(), "the same frame, shown otherwise");
    let frames = out.join("frames");
    let of = fs::read_dir(&frames).unwrap().count();
    assert!(of >= 2);
    let files = Files::of_demo(&out);

    // The pictures named one by one, from the last to the first.
    let names: Vec<_> = (1..=of).rev().map(|number| word(&format!("frames/{number:02}.png"))).collect();
    let mut words = vec!["--json"];
    words.extend(names.iter().map(String::as_str));
    assert_eq!(files.inspect(&words).stdout, report);

    // Blurred pictures and other codes between: a film has them.
    fs::write(frames.join("00.png"), b"\x89PNG\r\n\x1a\nblurred").unwrap();
    fs::write(frames.join("01a.txt"), "https://thucdon.example/").unwrap();
    let film = files.inspect(&["--json", frames.to_str().unwrap()]);
    assert_eq!(film.stdout, report);
    assert!(film.stderr.contains(&format!("1/{of}")), "{}", film.stderr);

    // One part by itself, as a picture or as a text: ours, and not enough; an odd one is no other kind of code either.
    let part = files.inspect(&["--json", &word("frames/01.png")]);
    assert_eq!(part.code, 3);
    assert!(part.stdout.contains(&format!(r#""have":1,"layer":"frames","of":{of}"#)), "{}", part.stdout);
    let odd = files.inspect(&["--json", "DC1F:ABC"]);
    assert!(odd.code == 3 && odd.stdout.contains("scan.unreadable"), "{}", odd.stdout);

    // A part short: nothing is said of anybody.
    fs::remove_file(frames.join(format!("{of:02}.png"))).unwrap();
    let short = files.inspect(&["--json", frames.to_str().unwrap()]);
    assert_eq!(short.code, 3);
    assert!(short.stdout.contains(&format!(r#""have":{},"layer":"frames","of":{of}"#, of - 1)), "{}", short.stdout);
    assert_eq!(files.inspect(&["--verbose", frames.to_str().unwrap()]).code, 3);

    // A code that stands still wins at once.
    copy(&still.join("scan.png"), &frames.join("02.png"));
    assert_eq!(files.inspect(&["--json", frames.to_str().unwrap()]).stdout, report);
}

#[test]
fn of_several_photographs_the_first_that_can_be_read_counts() {
    let out = demo("photographs", "traffic-stop");
    fs::write(out.join("dark.png"), b"\x89PNG\r\n\x1a\ndark").unwrap();
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let files = Files::of_demo(&out);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    assert_eq!(files.inspect(&["--json", &word("dark.png"), &word("scan.png")]).stdout, report);
    let none = files.inspect(&["--json", &word("dark.png"), &word("dark.png")]);
    assert_eq!(
        (none.code, none.stdout.as_str()),
        (3, r#"{"unreadable":{"code":"scan.unreadable","layer":"picture","trouble":"picture.broken"}}"#)
    );
}

#[test]
fn a_bundle_shown_beside_a_showing_is_left_aside_and_the_other_way_round() {
    let out = folder("film-both");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    assert_eq!(run(&["demo", "traffic-stop", "--animated", "--out", &word("")]).code, 0);
    let files = Files::of_demo(&out);
    let (bundle, showing, lists, made) = (word("bundle.dcb"), word("frames"), word("lists"), word("made.dcb"));
    let roots = ["--roots", &word("roots.dcr"), "--allow-test-root"];
    assert_eq!(run(&[&["bundle", "show", &bundle, "--animate", &lists][..], &roots].concat()).code, 0);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    assert_eq!(files.inspect(&["--json", &lists, &showing]).stdout, report);
    let alone = files.inspect(&["--json", &lists]);
    assert_eq!((alone.code, alone.stdout.as_str()), (3, r#"{"unreadable":{"code":"scan.not_ours","layer":"frames"}}"#));
    let receive = ["bundle", "receive", "--out", &made, &showing, &word("scan.txt"), &lists];
    fs::write(word("scan.txt"), "DC1:ZZZ").unwrap();
    assert_eq!(run(&[&receive[..], &roots].concat()).code, 0);
    assert_eq!(fs::read(&made).unwrap(), fs::read(&bundle).unwrap());
}
