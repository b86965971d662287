//! No line is wider than the terminal, from 40 to 160 columns: every demo, and a run of every command that people read.

use crate::support::{Answer, BINARY, Files, finish, folder, start};
use doichieu_kit::scene::World;
use doichieu_kit::status::INVALID;
use std::process::Command;

const WIDTHS: [&str; 5] = ["40", "60", "80", "120", "160"];

/// Columns of a terminal, by ranges of Unicode written down here once more: marks above and below letters have none.
fn columns(line: &str) -> usize {
    let of = |c: char| match u32::from(c) {
        0x300..=0x36f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 => 2,
        0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    };
    line.chars().map(of).sum()
}

/// What is copied whole, and may be wider than the line it has for itself: a path or an address, a hash, the text of a
/// code, a name of a reason, a step, a rule or a file. Before it may stand TEST, and what a shell does with a folder.
fn is_copied_whole(line: &str) -> bool {
    let line = line.trim_start_matches("TEST").trim();
    let word =
        ["cd ", "export ", "sh ", "→ ", "• "].iter().find_map(|before| line.strip_prefix(before)).unwrap_or(line);
    let word = word.trim_end_matches(" \\");
    let hash = word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-,".contains(&byte);
    !word.contains(' ') && (word.contains('/') || hash || word.starts_with("DC1") || word.bytes().all(name))
}

fn at(width: &str, words: &[impl AsRef<str>]) -> Answer {
    finish(start(Command::new(BINARY).args(words.iter().map(AsRef::as_ref)).env("COLUMNS", width)))
}

/// Runs it at every width in both languages; the longest line that was printed at each width.
fn fits(words: &[impl AsRef<str>]) -> Vec<usize> {
    fits_in(words, &["vi", "en"])
}

fn fits_in(words: &[impl AsRef<str>], languages: &[&str]) -> Vec<usize> {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    let mut longest = Vec::new();
    for width in WIDTHS {
        let mut most = 0;
        for language in languages {
            let answer = at(width, &[&words[..], &["--lang", language]].concat());
            most = most.max(hold(&answer, width, &words));
        }
        longest.push(most);
    }
    longest
}

/// No line is wider than that, but for what is copied whole; how long the longest is.
fn hold(answer: &Answer, width: &str, words: &[&str]) -> usize {
    let (wide, mut most): (usize, _) = (width.parse().unwrap(), 0);
    let said = format!("{}{}", answer.stdout, answer.stderr);
    assert!(!said.trim().is_empty(), "{words:?} printed nothing");
    for line in said.lines() {
        most = most.max(columns(line));
        let fits = columns(line) <= wide || is_copied_whole(line);
        assert!(fits, "{words:?} at {width}: {} columns\n{line}\nin\n{said}", columns(line));
    }
    most
}

/// The names of all situations.
fn scenes() -> Vec<String> {
    let list = at("160", &["demo", "--list"]).stdout;
    let name = |line: &str| line.split_whitespace().find(|word| word.contains(char::is_lowercase)).map(str::to_owned);
    list.lines()
        .filter_map(name)
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .collect()
}

#[test]
fn every_demo_fits_every_terminal() {
    let scenes = scenes();
    assert!(scenes.len() >= 39, "{}: {scenes:?}", scenes.len());
    let out = folder("widths-demos");
    // In turns: what one situation prints in a language others print too.
    for (scene, language) in scenes.iter().zip(["vi", "en"].iter().cycle()) {
        fits_in(&["demo", scene, "--out", out.to_str().unwrap()], &[language]);
        if *language != "vi" {
            hold(&at("40", &["demo", scene, "--out", out.to_str().unwrap()]), "40", &[scene]);
        }
    }
    let revealed = fits(&["demo", "clinic", "--reveal", "--animated", "--out", out.to_str().unwrap()]);
    assert!(revealed[4] > 80 && revealed[4] <= 100, "wide terminals are used, and lines stay readable: {revealed:?}");
}

#[test]
fn lists_help_and_explanations_fit_every_terminal() {
    fits(&["demo", "--list"]);
    fits(&["explain"]);
    for name in [
        "held.shown_again",
        "usage",
        "identity.full_name",
        "driving_licence",
        "may_drive_this_vehicle",
        "law-36-2024-art-57",
    ] {
        fits(&["explain", name]);
    }
    let commands =
        "demo ask inspect nothing number encounter recompute consent batch plain readiness rates explain completion";
    for command in commands.split(' ') {
        fits(&[command, "--help"]);
        fits(&[command, "-h"]);
    }
    for command in "show check diff apply-delta publish-dir receive build sign".split(' ') {
        fits(&["bundle", command, "--help"]);
    }
    fits(&["--help"]);
    fits(&["bundle", "--help"]);
}

#[test]
fn mistakes_fit_every_terminal() {
    let files = Files::of_world("widths-mistakes", &World::demo());
    for line in [
        &["no-such-command"][..],
        &["ask"],
        &["explain", "held.shwn_again"],
        &["demo", "x"],
        &["demo", "clinic", "--sed"],
    ] {
        fits(line);
    }
    fits(&files.arguments(&["--purpose", "x", "DC1:X"]));
    fits(&files.arguments_of("number", &["--kind", "x", "1"]));
    let mut words = files.arguments_of("nothing", &["--field", "identity.x", "--seed", "s", "--out", "o"]);
    "ask".clone_into(&mut words[0]);
    fits(&words);
    std::fs::write(files.folder.join("post.dcl"), b"not that").unwrap();
    fits(&files.arguments(&["DC1:X"]));
}

/// A name is of wide letters, another of marks that have no width, and a number has no space to break at.
#[test]
fn what_is_inspected_fits_every_terminal() {
    let mut person = doichieu_kit::people::giang();
    "李明李明李明李明李明李明李明李明李明李明李明李明".clone_into(&mut person.name);
    let mut world = World::demo().with_person(person);
    world.set_status(doichieu_kit::scene::ACCOUNT_INDEX + 2, INVALID);
    let files = Files::of_world("widths", &world);
    let scan = world.whole_stop().text();
    fits(&files.arguments(&["--vehicle", "truck:kg=9000", "--plate", "29A-111.11", &scan]));
    fits(&files.arguments(&["--verbose", "DC1:ZZZ"]));
    fits(&files.arguments_of("encounter", &[&scan, "DC1:ZZZ"]));
    fits(&files.arguments_of("nothing", &[]));
    fits(
        &files.arguments_of(
            "number",
            &["--kind", "driving_licence", "012345678901234567890123456789012345678901234567890"],
        ),
    );
    fits(&["plain", &doichieu_kit::printed::mrz(&doichieu_kit::people::giang())]);
    fits(&["plain", "HTTP"]);
    let printed = doichieu_kit::printed::chip_card(&doichieu_kit::people::giang());
    let words = files.arguments_of("plain", &["--against", &scan, &printed]);
    fits(&words);
}

#[test]
fn list_sets_fit_every_terminal() {
    let out = folder("widths-bundles");
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let day = "2026-11-18T18:06:40+07:00";
    for number in ["9", "10"] {
        fits(&["bundle", "build", "--seed", "s", "--at", day, "--number", number, "--out", &word(number)]);
    }
    let (old, new, roots) = (word("9/bundle.dcb"), word("10/bundle.dcb"), word("9/roots.dcr"));
    let lists = ["--roots", &roots, "--allow-test-root"];
    for command in ["show", "check"] {
        fits(&[&["bundle", command, &new, "--at", day][..], &lists].concat());
    }
    fits(&["bundle", "diff", &old, &new, "--out", &word("d.dcd")]);
    fits(&[&["bundle", "publish-dir", &word("published"), &old, &new][..], &lists].concat());
    fits(&[&["readiness", "--bundle", &new, "--at", "2027-11-20T18:00:00+07:00"][..], &lists].concat());
    let post = word("10/post-clinic.dcl");
    fits(&[&["readiness", "--bundle", &new, "--post", &post, "--at", day][..], &lists].concat());
    let renewed = ["--renewed", &word("10/post-bank.dcl")];
    fits(&[&["readiness", "--bundle", &new, "--post", &post, "--at", day][..], &renewed, &lists].concat());
    let long = out.join("thư mục có tên dài").join("và-một-tên-nữa-dài-hơn-bốn-mươi-cột-của-màn-hình");
    fits(&["bundle", "diff", &old, &new, "--out", long.to_str().unwrap()]);
}

#[test]
fn what_is_kept_and_measured_fits_every_terminal() {
    let out = folder("widths-kept");
    let path = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let made = at("80", &["demo", "clinic", "--out", out.to_str().unwrap()]);
    assert_eq!(made.code, 0);
    let files = Files::of_demo(&out);
    let kept = path("consent.dcc");
    fits(&files.arguments(&["--purpose", "clinic_admission", "--consent-out", &kept, &path("scan.png")]));
    fits(&["consent", &kept, "--at", "2026-11-19T18:06:40+07:00"]);
    fits(&["rates", out.to_str().unwrap()]);
}

/// Piped and told nothing, it is always the same, whatever the terminal behind; and has no colour.
#[test]
fn what_is_piped_is_always_as_wide() {
    let plain = finish(start(Command::new(BINARY).args(["explain"])));
    let most = plain.stdout.lines().map(columns).max().unwrap();
    assert!((85..=92).contains(&most), "{most}");
    for odd in ["", "0", "x", "-1"] {
        let answer = at(odd, &["explain"]);
        let most = answer.stdout.lines().map(columns).filter(|wide| *wide > 40).count();
        assert!(answer.code == 0 && (odd == "0" || most > 0) && !answer.stdout.contains('\u{1b}'), "{odd}");
    }
}
