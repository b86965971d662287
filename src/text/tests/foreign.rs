//! Letters of foreigners: composed or not, in either case, with and without their marks, and as ICAO Doc 9303-3 §6.A
//! writes them.

use super::super::{Match, compare};
use super::table::{forms, letters};
use proptest::prelude::*;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;
use unicode_normalization::UnicodeNormalization;

/// Within words, for a letter alone has no neighbours to be taken for.
const WITHIN: [(&str, &str); 4] = [("", ""), ("Ba", "ker"), ("Anna ", ""), ("Lee ", "e Mu")];

fn around(letter: &str) -> impl Iterator<Item = String> {
    WITHIN.into_iter().map(move |(before, behind)| [before, letter, behind].concat())
}

#[test]
fn every_letter_is_the_same_composed_and_decomposed_and_in_either_case() {
    let signs = ['\u{212a}', '\u{212b}'];
    for c in letters().chain(signs) {
        let (apart, small): (String, String) = (c.nfd().collect(), c.to_lowercase().collect());
        for other in [apart, small] {
            for (one, other) in around(&c.to_string()).zip(around(&other)) {
                assert_eq!(compare(&one, &other), Match::Exact, "{one} / {other}");
            }
        }
    }
}

#[test]
fn every_letter_is_like_its_base() {
    for c in letters().filter(|c| c.nfd().ne([*c])) {
        let base: String = c.nfd().take(1).collect();
        for (one, other) in around(&c.to_string()).zip(around(&base)) {
            assert_eq!(compare(&one, &other), Match::NoDiacritics, "{one} / {other}");
        }
    }
}

#[test]
fn every_letter_is_like_what_icao_recommends_for_it() {
    for (form, c) in forms() {
        let (small, apart): (String, String) = (c.to_lowercase().collect(), c.nfd().collect());
        for letter in [c.to_string(), small, apart] {
            for (one, other) in around(&letter).zip(around(form)) {
                assert_eq!(compare(&one, &other), Match::NoDiacritics, "{one} / {other}");
                assert_eq!(compare(&other, &one), Match::NoDiacritics, "{other} / {one}");
            }
        }
    }
}

#[test]
fn names_of_foreigners_by_level() {
    for (a, b, level) in [
        ("Benoît Lefèvre", "BENOIT LEFEVRE", Match::NoDiacritics),
        ("Jürgen Müller", "JUERGEN MUELLER", Match::NoDiacritics),
        ("Jürgen Müller", "JURGEN MULLER", Match::NoDiacritics),
        ("Jürgen Müller", "JUXXRGEN MUXXLLER", Match::NoDiacritics),
        ("Jürgen Mueller", "Juergen Müller", Match::NoDiacritics),
        ("Mu\u{308}ller", "MUELLER", Match::NoDiacritics),
        // Two spellings without the letter: whether there is one in the name is not known.
        ("MUELLER", "MULLER", Match::Different),
        ("Mueller", "Mullér", Match::Different),
        ("MUXXLLER", "MUELLER", Match::Different),
        ("Müller", "Miller", Match::Different),
        ("Müller", "MUEELLER", Match::Different),
        ("MÜELLER", "MÜLLER", Match::Different),
        // One State writes one letter in one way.
        ("Jürgen Müller", "JUERGEN MULLER", Match::Different),
        // And has a way for each letter.
        ("Åsa Ångström", "AASA AANGSTROEM", Match::NoDiacritics),
        ("Åsa Ångström", "ASA ANGSTROEM", Match::NoDiacritics),
        ("Åsa Ångström", "ASA ANGSTROM", Match::NoDiacritics),
        ("Agüero Núñez", "AGUERO NUNEZ", Match::NoDiacritics),
        ("Agüero Núñez", "AGUERO NUNXXEZ", Match::NoDiacritics),
        ("Agüero Núñez", "AGUEERO NUNEZ", Match::NoDiacritics),
        ("Søren Łukasz Groß", "SOREN LUKASZ GROSS", Match::NoDiacritics),
        ("Ægir Þórðarson", "AEGIR THORDARSON", Match::NoDiacritics),
        ("Œuvrard", "OEUVRARD", Match::NoDiacritics),
        ("IŞIK İnci", "ışık inci", Match::NoDiacritics),
        ("Ǆemal Ĳsbrand", "DZEMAL IJSBRAND", Match::NoDiacritics),
        ("Anna Maria Müller", "MUELLER ANNA MARIA", Match::Reordered),
        ("Jürgen Friedrich Wilhelm Müller", "JUERGEN FRIEDRICH WILHELM MUEL", Match::Truncated),
        ("Jürgen Friedrich Wilhelm Müllers", "JURGEN FRIEDRICH WILHELM MULLE", Match::Truncated),
        // A Vietnamese name has no such letter.
        ("Huế", "HU", Match::Different),
        ("Huê", "Hư", Match::Different),
        ("Hoè", "HO", Match::Different),
        ("Thoa", "Tho", Match::Different),
        ("Xoan", "Xon", Match::Different),
    ] {
        assert_eq!(compare(a, b), level, "{a} / {b}");
        assert_eq!(compare(b, a), level, "{b} / {a}");
    }
}

/// Words of letters of the table, of ASCII, and of marks behind them.
fn name() -> impl Strategy<Value = String> {
    let letters: Vec<char> = letters().chain('A'..='Z').chain('a'..='z').collect();
    let letter = proptest::sample::select(letters);
    let word = proptest::collection::vec(letter, 1..8).prop_map(|word| word.into_iter().collect::<String>());
    proptest::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

/// A name, and how another paper may write it: each letter that has recommended forms by the form that one choice
/// makes.
fn respelt(name: &str, choice: usize) -> String {
    let form = |c: char| {
        let capital: String = c.nfc().flat_map(char::to_uppercase).collect();
        let known: Vec<&str> =
            forms().filter(|(_, of)| *of == c || capital == of.to_string()).map(|(form, _)| form).collect();
        let at = choice.checked_rem(known.len()).unwrap_or_default();
        known.get(at).map_or_else(|| c.to_string(), ToString::to_string)
    };
    name.chars().map(form).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn composing_and_case_do_not_count(name in name()) {
        let (apart, composed): (String, String) = (name.nfd().collect(), name.nfc().collect());
        prop_assert_eq!(compare(&apart, &composed), Match::Exact);
        prop_assert_eq!(compare(&name, &apart.to_lowercase()), Match::Exact);
    }

    #[test]
    fn a_name_is_like_what_a_state_writes_for_it(name in name(), choice in 0..6_usize) {
        let level = compare(&name, &respelt(&name, choice));
        prop_assert!(level.may_be_one(), "{} / {}: {:?}", name, respelt(&name, choice), level);
    }

    #[test]
    fn either_name_may_come_first(a in name(), b in name(), choice in 0..6_usize) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
        let other = respelt(&a, choice);
        prop_assert_eq!(compare(&a, &other), compare(&other, &a));
        let shorter: String = other.chars().take(30).collect();
        prop_assert_eq!(compare(&a, &shorter), compare(&shorter, &a), "{}", format!("{a} / {shorter}"));
    }
}
