//! `explain` knows every code that the program can print.

use crate::support::run;
use doichieu::reason::{Reason, Step};
use doichieu::rules;
use doichieu::{AskError, AskRefused, ConsentProofError, EncounterRefused, Hold, Question, RecomputeError, SetUp};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every code of the core, by its own tables.
fn of_the_core() -> BTreeSet<&'static str> {
    let reasons = Reason::ALL.iter().map(|of| of.code());
    let set_up = SetUp::ALL.iter().map(|of| of.code());
    let ask = AskError::ALL.iter().map(|of| of.code());
    let asked = AskRefused::ALL.iter().map(|of| of.code());
    let again = RecomputeError::ALL.iter().map(|of| of.code());
    let consent = ConsentProofError::ALL.iter().map(|of| of.code());
    let encounter = EncounterRefused::ALL.iter().map(|of| of.code());
    let hold = Hold::ALL.iter().map(|of| of.code());
    let steps = Step::ALL.iter().map(|of| of.code());
    reasons
        .chain(set_up)
        .chain(ask)
        .chain(asked)
        .chain(again)
        .chain(consent)
        .chain(encounter)
        .chain(hold)
        .chain(steps)
        .collect()
}

/// The sources in a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// Texts in the sources that look like a code: `"word.more_words"`. Names of files do too, and are known by their
/// endings.
fn in_the_sources() -> BTreeSet<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = [here.join("src"), here.join("../../src")];
    // What tests within the sources name is not printed.
    let is_test = |path: &PathBuf| path.to_string_lossy().contains("tests");
    let paths = all.iter().flat_map(|folder| sources(&folder.canonicalize().unwrap())).filter(|path| !is_test(path));
    let texts = paths.map(|path| fs::read_to_string(path).unwrap());
    let mut found = BTreeSet::new();
    for text in texts {
        let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
        for quoted in text.split('"') {
            let parts: Vec<_> = quoted.split('.').collect();
            let word =
                |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            let file = ["dcr", "dcb", "dcl", "dcd", "txt", "png", "secret", "json", "rs", "key", "md"];
            if parts.len() == 2 && parts.iter().all(word) && !file.contains(&parts[1]) {
                found.insert(quoted.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_code_of_the_core_is_explained_in_both_languages() {
    let all = of_the_core();
    assert!(all.len() > 120, "{}", all.len());
    for code in all {
        for language in ["vi", "en"] {
            let answer = run(&["explain", code, "--lang", language]);
            assert_eq!(answer.code, 0, "{code}: {}", answer.stderr);
            let lines: Vec<_> = answer.stdout.lines().map(str::trim).collect();
            assert_eq!(lines[0], code);
            for name in ["vi ", "en "] {
                let text = lines.iter().find_map(|line| line.strip_prefix(name));
                assert!(text.is_some_and(|text| text.trim().len() > 12), "{code}: {}", answer.stdout);
            }
        }
    }
}

/// Whatever stands in the sources as a code: one that is printed and not explained is found here.
#[test]
fn every_code_that_stands_in_the_sources_is_explained() {
    let found = in_the_sources();
    for code in ["usage", "file.unreadable", "demo.too_long", "ask.not_ours", "asked.not_in_time", "setup.part_missing"]
    {
        assert!(code == "usage" || found.contains(code), "this test no longer reads the sources: {code}");
    }
    let all = run(&["explain"]).stdout;
    let listed: BTreeSet<_> = all.lines().filter_map(|line| line.split(' ').next()).collect();
    for code in found.iter().map(String::as_str).chain(["usage"]) {
        assert_eq!(run(&["explain", code]).code, 0, "{code} is printed and not explained");
        assert!(listed.contains(code), "{code} is not in the list of all");
    }
    for code in of_the_core() {
        assert!(all.lines().any(|line| line == code || line.starts_with(&format!("{code} "))), "{code}");
    }
}

/// Codes that came with questions, plain codes, legal bases, encounters and needs: each is among those that the tests
/// above go through.
#[test]
fn the_newer_codes_are_among_them() {
    let all = of_the_core();
    for code in [
        "agreed.question_differs",
        "asked.question_unknown",
        "plain.unsigned",
        "plain.differs",
        "agreed.no_basis",
        "encounter.other_post",
        "papers.not_shown",
        "papers.not_asked",
        "papers.need_undetermined",
        "papers.nothing_shown",
        "papers.number_only",
        "health.number_only",
    ] {
        assert!(all.contains(code), "{code}");
    }
}

#[test]
fn a_question_is_explained_in_both_languages() {
    let listed = run(&["explain"]).stdout;
    for question in Question::all() {
        assert!(listed.lines().any(|line| line == question.name()), "{}", question.name());
    }
    let answer = run(&["explain", "may_drive_this_vehicle"]);
    assert!(
        answer.code == 0 && answer.stdout.contains("May the holder drive this vehicle today?"),
        "{}",
        answer.stdout
    );
    assert!(answer.stdout.contains("Hôm nay có được lái chiếc xe này hay không?"), "{}", answer.stdout);
}

#[test]
fn a_rule_of_law_is_explained_by_its_article_and_dates() {
    let answer = run(&["explain", "law-36-2024-art-57", "--lang", "en"]);
    assert!(answer.code == 0 && answer.stdout.contains("Law 36/2024/QH15"), "{}{}", answer.stdout, answer.stderr);
    assert!(answer.stdout.contains("from 1 Jan 2025") && answer.stdout.contains("licence.class_not_covering"));
    assert!(answer.stdout.contains("law seen up to 10 Oct 2026"), "{}", answer.stdout);
    let ended = run(&["explain", "circular-12-2025-art-18", "--lang", "en"]).stdout;
    assert!(ended.contains("from 1 Mar 2025 until before 1 Jul 2026"), "{ended}");
    let unseen = run(&["explain", "decree-69-2024-art-14", "--lang", "en"]).stdout;
    assert!(unseen.contains("law seen up to 27 Sep 2026") && unseen.contains("its text was not seen"), "{unseen}");
    let step = run(&["explain", "law-26-2023-art-33-3", "--lang", "en"]).stdout;
    assert!(step.contains("from 1 Jul 2026") && step.contains("law seen up to 10 Oct 2026"), "{step}");
    let all = run(&["explain", "--lang", "en"]).stdout;
    assert!(all.contains("Rules checked on 29 Nov 2026; law seen up to 10 Oct 2026"), "{all}");
    assert_eq!(run(&["explain", "law-36-2024-art-5"]).code, 64);
    for need in ["law-36-2024-art-56", "decree-188-2025-art-37", "decree-168-2024-art-48-3"] {
        assert_eq!(run(&["explain", need]).code, 0, "{need}");
    }
    for language in ["vi", "en"] {
        let all = run(&["explain", "--lang", language]).stdout;
        for rule in rules::all() {
            let line = all.lines().find(|line| line.split(' ').next() == Some(rule.id));
            let dated =
                line.is_some_and(|line| line.chars().any(|sign| sign.is_ascii_digit()) && line.len() > rule.id.len());
            assert!(dated, "{}", rule.id);
            assert_eq!(run(&["explain", rule.id, "--lang", language]).code, 0, "{}", rule.id);
        }
    }
}
