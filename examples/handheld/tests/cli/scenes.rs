//! Every situation of `demo`, each to the headline it is there to show; and every command it leaves, to the same bytes
//! again.

use crate::support::{BINARY, folder, run};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const IN_ORDER: (&str, i32) = ("✔ IN ORDER", 0);
const LOOK_UP: (&str, i32) = ("▲ LOOK IT UP", 1);
const NOT_IN_ORDER: (&str, i32) = ("✖ NOT IN ORDER", 2);
const NOT_CHECKED: (&str, i32) = ("○ NOT CHECKED YET", 1);
const SCAN_AGAIN: (&str, i32) = ("↻ SCAN AGAIN", 3);
/// The foreign code asks for another scan; what may be done without one stands below it.
const NOT_OURS: (&str, i32) = ("○ NOT CHECKED YET", 1);

/// Name, number, headline and exit code, and what the card must say.
type Situation = (&'static str, &'static str, (&'static str, i32), &'static [&'static str]);

const SCENES: [Situation; 34] = [
    ("traffic-stop", "", IN_ORDER, &["This vehicle needs", "Covers this vehicle"]),
    ("clinic", "", IN_ORDER, &["This visit needs", "one person, by number"]),
    ("bank", "", IN_ORDER, &["Who asks"]),
    (
        "clinic-identity-alone",
        "",
        IN_ORDER,
        &["Health insurance card not needed", "health.looked_up_by_identity · Decree 188/2025/ND-CP art. 37"],
    ),
    ("card-ended-lately", "", LOOK_UP, &["health.may_still_count · Decree 188/2025/ND-CP art. 50(4)"]),
    (
        "licence-code-in-june",
        "",
        NOT_IN_ORDER,
        &["Restriction codes B.01", "licence.class_not_covering · Circular 12/2025/TT-BCA art. 18"],
    ),
    (
        "licence-code-in-july",
        "",
        NOT_IN_ORDER,
        &["Restriction codes B.01", "licence.class_not_covering · Circular 108/2026/TT-BCA annex IX(5), art. 18(6)"],
    ),
    (
        "suspended-on-motorcycle",
        "S1",
        IN_ORDER,
        &["• Car part of the licence: suspended from 1 Nov 2026 to the end of 31 Jan 2027"],
    ),
    (
        "suspended-in-car",
        "S1",
        NOT_IN_ORDER,
        &["✖ Car part of the licence: suspended from 1 Nov 2026 to the end of 31 Jan 2027"],
    ),
    ("suspension-ahead", "S1", IN_ORDER, &["not suspended yet; to be from 1 Dec 2026"]),
    ("no-points", "S2", NOT_IN_ORDER, &["licence.points_zero"]),
    ("no-points-long-ago", "S2", LOOK_UP, &["As of 240 days ago, car part of the licence: 0/12 points left"]),
    ("borrowed-motorbike", "S3", IN_ORDER, &["2 phones", "vehicle.owner_differs"]),
    (
        "licence-alone",
        "S3",
        LOOK_UP,
        &["papers.not_shown", "Law 26/2023/QH15 art. 33(3)", "Decree 168/2024/ND-CP art. 48(3)"],
    ),
    ("old-lists", "S4", LOOK_UP, &["This device's lists are 3 days old and due for an update"]),
    ("lists-past-end", "S4", LOOK_UP, &["post.lists_too_old", "Full name"]),
    ("classes-not-shared", "S7", LOOK_UP, &["agreed.field_not_shown", "not known  [Law 36/2024/QH15 art. 57"]),
    ("screenshot", "S10", SCAN_AGAIN, &["held.window_passed"]),
    ("live-relay", "S10", IN_ORDER, &["Compare the face: the device can prove only the phone"]),
    (
        "child-on-mothers-phone",
        "S11",
        IN_ORDER,
        &[
            "shown for a family member, by the dependant's paper",
            "Child under 6: the health insurance number is enough",
        ],
    ),
    (
        "card-number-only",
        "S11",
        NOT_CHECKED,
        &["health insurance card, 15 characters", "Decree 188/2025/ND-CP art. 37"],
    ),
    ("foreign-resident", "S12", IN_ORDER, &["Passport"]),
    ("foreign-licence", "S12", LOOK_UP, &["foreign.licence_alone"]),
    ("unusual-letters", "S16", IN_ORDER, &["paper.text_unusual"]),
    ("old-issuer", "S17", IN_ORDER, &["Law of 2008"]),
    ("made-for-clinic", "S18", NOT_CHECKED, &["held.other_audience"]),
    ("app-down", "S19", NOT_OURS, &["scan.not_ours", "○ NOT CHECKED YET", "What may be done, in this order"]),
    ("seized-until-ahead", "S22", IN_ORDER, &["held, appointment on 25 Nov 2026, not passed yet"]),
    ("seized-until-past", "S22", NOT_IN_ORDER, &["held, appointment on 10 Nov 2026, 8 days past"]),
    ("moped", "S23", IN_ORDER, &["not needed"]),
    ("account-locked", "S24", NOT_CHECKED, &["current.account_locked"]),
    ("offline-week", "S25", LOOK_UP, &["held.copy_outdated", "Full name"]),
    ("claim169", "", LOOK_UP, &["held.not_bound", "Law 91/2025/QH15 art. 19", "Nguyễn Thị Hương Giang"]),
    ("claim169-no-basis", "", NOT_CHECKED, &["agreed.no_basis", "Nothing is shown"]),
];

/// Situations of print, what must stand there, and what must not: a word of a verdict where there is none.
const PRINTS: [(&str, &[&str], &[&str]); 5] = [
    ("chip-card", &["QR of an identity card", "001191034826"], VERDICTS),
    ("chip-card-of-2024", &["Nguyễn Văn Bình", "001221000017", "told apart by their order"], VERDICTS),
    ("health-card-print", &["QR of a health insurance card", "•••••"], VERDICTS),
    ("mrz", &["Machine-readable zone", "NGUYEN THI HUONG GIANG"], VERDICTS),
    (
        "print-differs",
        &[
            "✔ IN ORDER",
            "≠ differs: the e-ID counts",
            "print 12 Apr 1990 e-ID 12 Apr 1991",
            "plain.differs",
            "This visit needs",
        ],
        &["▲", "✖"],
    ),
];
const VERDICTS: &[&str] = &["✔", "▲", "✖", "■", "○", "IN ORDER", "LOOK IT UP"];

/// Runs the command that a demo left, in its folder.
fn again(out: &Path) -> (Option<i32>, Vec<u8>) {
    let path = format!("{}:{}", Path::new(BINARY).parent().unwrap().display(), std::env::var("PATH").unwrap());
    let line = fs::read_to_string(out.join("command.txt")).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    let done = Command::new("sh").args(["-c", &line]).current_dir(out).env("PATH", path).output().unwrap();
    (done.status.code(), done.stdout)
}

#[test]
fn every_situation_comes_to_its_headline_and_its_command_to_the_same_bytes() {
    for (name, _, (headline, exit), words) in SCENES {
        let out = folder(&format!("scene-{name}"));
        let demo = run(&["demo", name, "--lang", "en", "--out", out.to_str().unwrap()]);
        assert_eq!(demo.code, exit, "{name}: {}{}", demo.stdout, demo.stderr);
        let shapes = ['✔', '▲', '✖', '■', '↻', '○'];
        let first = demo.stdout.lines().find(|line| line.starts_with("TEST  ") && line.contains(shapes)).unwrap();
        assert_eq!(first.trim_start_matches("TEST").trim(), headline, "{name}: {}", demo.stdout);
        let read = as_read(&demo.stdout);
        for word in words {
            let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(read.contains(&word), "{name}: {word}: {}", demo.stdout);
        }
        assert_eq!(again(&out), (Some(exit), fs::read(out.join("report.json")).unwrap()), "{name}");
    }
}

/// As one reads it, over the ends of lines.
fn as_read(page: &str) -> String {
    page.split_whitespace().filter(|word| *word != "TEST").collect::<Vec<_>>().join(" ")
}

#[test]
fn print_is_read_and_compared_as_plain_does_it_and_never_verified() {
    for (name, words, never) in PRINTS {
        let out = folder(&format!("scene-{name}"));
        let demo = run(&["demo", name, "--lang", "en", "--out", out.to_str().unwrap()]);
        assert_eq!(demo.code, 0, "{name}: {}{}", demo.stdout, demo.stderr);
        let read = as_read(&demo.stdout);
        for word in ["UNSIGNED, NOT VERIFIED", "plain.unsigned"].iter().chain(words) {
            assert!(read.contains(word), "{name}: {word}: {}", demo.stdout);
        }
        assert!(never.iter().all(|word| !read.contains(word)), "{name}: {}", demo.stdout);
        let report = fs::read(out.join("report.json")).unwrap();
        assert_eq!(again(&out), (Some(0), report.clone()), "{name}");
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        assert_eq!((&report["plain"]["signed"], &report["personalData"]), (&false.into(), &false.into()), "{name}");
    }
}

#[test]
fn the_list_names_every_situation_and_says_what_happens() {
    for (language, starts) in [("vi", "Người lái"), ("en", "A driver")] {
        let list = run(&["demo", "--list", "--lang", language]);
        assert_eq!(list.code, 0, "{}", list.stderr);
        let listed: BTreeSet<_> = list
            .stdout
            .lines()
            .filter(|line| !line.starts_with("      "))
            .map(|line| {
                let mut words = line.split_whitespace();
                let first = words.next().unwrap();
                if first.starts_with('S') { (words.next().unwrap(), first) } else { (first, "") }
            })
            .collect();
        let prints = PRINTS.iter().map(|(name, ..)| (*name, ""));
        let all = SCENES.iter().map(|(name, number, ..)| (*name, *number)).chain(prints).collect();
        assert_eq!(listed, all, "{}", list.stdout);
        assert!(list.stdout.contains(starts), "{}", list.stdout);
    }
    assert_eq!(run(&["demo"]).code, 64);
    assert_eq!(run(&["demo", "--list", "clinic"]).code, 64);
}
