//! `src/text/table.rs`, printed from Unicode's decompositions and from ICAO's table; and the table it is printed from,
//! held letter by letter.
//!
//! After a change: `DOICHIEU_BLESS=1 cargo test -p doichieu --lib text`, and read the difference before committing it.

#![expect(clippy::disallowed_methods, reason = "the table is a file, and blessing it is asked for by a variable")]

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::path::PathBuf;
use std::string::{String, ToString};
use std::vec::Vec;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// ICAO Doc 9303-3, eighth edition, §6.A: what is recommended for each capital letter, all ways of one letter in the
/// order given there.
const ICAO: [(&str, &str); 28] = [
    ("AE", "ÄÆ"),
    ("AA", "Å"),
    ("A", "ÀÁÂÃÄÅĀĂĄ"),
    ("C", "ÇĆĈĊČ"),
    ("D", "ÐĎĐ"),
    ("E", "ÈÉÊËĒĔĖĘĚ"),
    ("G", "ĜĞĠĢ"),
    ("H", "ĤĦ"),
    ("I", "ÌÍÎÏĨĪĬĮİı"),
    ("IJ", "Ĳ"),
    ("J", "Ĵ"),
    ("K", "Ķ"),
    ("L", "ĹĻĽĿŁ"),
    ("N", "ÑŃŅŇŊ"),
    ("NXX", "Ñ"),
    ("OE", "ÖØŒ"),
    ("O", "ÒÓÔÕÖŌŎŐ"),
    ("R", "ŔŖŘ"),
    ("SS", "ẞ"),
    ("S", "ŚŜŞŠ"),
    ("T", "ŢŤŦ"),
    ("TH", "Þ"),
    ("UE", "Ü"),
    ("UXX", "Ü"),
    ("U", "ÙÚÛÜŨŪŬŮŰŲ"),
    ("W", "Ŵ"),
    ("Y", "ÝŶŸ"),
    ("Z", "ŹŻŽ"),
];

/// Not in ICAO's table: a letter of Ê-đê; Ø without its stroke, as Đ, Ħ, Ł and Ŧ are written; kra of Greenland, for
/// which q stands today.
const BEYOND: [(&str, &str); 4] = [("B", "Ƀ"), ("O", "Ø"), ("Q", "ĸ"), ("K", "ĸ")];

/// Each recommended form with each of its letters.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, char)> {
    ICAO.iter().chain(&BEYOND).flat_map(|(form, letters)| letters.chars().map(move |c| (*form, c)))
}

/// The blocks of the table. All Latin letters with a canonical decomposition lie here, but for two signs.
pub(super) fn letters() -> impl Iterator<Item = char> {
    ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}')
}

/// The tones of Vietnamese come first: grave, acute, hook above, tilde, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Its base and marks, where it has any, in lower case.
fn taken_apart(c: char) -> Option<(char, Vec<char>)> {
    let apart: Vec<char> = c.nfd().collect();
    let (base, marks) = apart.split_first()?;
    (!marks.is_empty()).then(|| (lower(*base), marks.to_vec()))
}

fn lower(c: char) -> char {
    let lower: Vec<char> = c.to_lowercase().collect();
    if let [lower] = lower.as_slice() { *lower } else { c }
}

/// What the file holds, before it is written in numbers.
struct Table {
    marks: Vec<char>,
    bases: Vec<char>,
    rows: Vec<u16>,
    spelt: Vec<(char, String)>,
    ways: Vec<(char, usize, String)>,
}

impl Table {
    fn generated() -> Self {
        let apart: Vec<(char, Vec<char>)> = letters().filter_map(taken_apart).collect();
        let rest: BTreeSet<char> =
            apart.iter().flat_map(|(_, marks)| marks).copied().filter(|c| !TONES.contains(c)).collect();
        let marks: Vec<char> = TONES.into_iter().chain(rest).collect();
        let bases: BTreeSet<char> = ('a'..='z').chain(apart.iter().map(|(base, _)| *base)).collect();
        let mut table =
            Self { marks, bases: bases.into_iter().collect(), rows: Vec::new(), spelt: Vec::new(), ways: Vec::new() };
        table.rows = letters().map(|c| table.row(c)).collect();
        table.spell();
        table
    }

    fn number(&self, mark: char) -> usize {
        self.marks.iter().position(|of| *of == mark).unwrap().checked_add(1).unwrap()
    }

    fn row(&self, c: char) -> u16 {
        let Some((base, marks)) = taken_apart(c) else {
            let lower = u16::try_from(u32::from(lower(c))).unwrap();
            assert!(lower < 0x8000);
            return if char::from_u32(u32::from(lower)) == Some(c) { 0 } else { 0x8000 | lower };
        };
        let base = self.bases.iter().position(|of| *of == base).unwrap();
        let number = |place: usize| marks.get(place).map_or(0, |mark| self.number(*mark));
        assert!(marks.len() <= 2 && base < 32 && self.marks.len() < 32);
        u16::try_from((base << 10) | (number(0) << 5) | number(1)).unwrap()
    }

    /// The forms of letters without a decomposition, and the ways besides the first form or the base.
    fn spell(&mut self) {
        let mut spelt = BTreeMap::new();
        for c in letters().filter(|c| lower(*c) == *c && taken_apart(*c).is_none() && c.nfkd().ne([*c])) {
            spelt.insert(c, c.nfkd().filter(char::is_ascii_alphabetic).collect::<String>());
        }
        for (form, capital) in forms().map(|(form, capital)| (form.to_lowercase(), capital)) {
            match taken_apart(capital) {
                Some((base, _)) if form == base.to_string() => {}
                Some((base, marks)) => {
                    let [mark] = marks.as_slice() else { continue };
                    self.ways.push((base, self.number(*mark), form));
                }
                None => {
                    let first = spelt.entry(lower(capital)).or_insert_with(|| form.clone());
                    if *first != form {
                        self.ways.push((lower(capital), 0, form));
                    }
                }
            }
        }
        self.spelt = spelt.into_iter().collect();
        assert!(self.ways.len() <= 8, "one bit each");
    }

    fn print(&self) -> String {
        let numbers = self.rows.chunks(14).map(|rows| {
            let rows: Vec<String> = rows.iter().map(|row| format!("0x{row:04x},")).collect();
            format!("    {}\n", rows.join(" "))
        });
        let spelt = self.spelt.iter().map(|(c, form)| format!("    ('{c}', \"{form}\"),\n"));
        let ways = self.ways.iter().map(|(c, mark, form)| format!("    ('{c}', {mark}, \"{form}\"),\n"));
        let marks =
            self.marks.chunks(14).map(|marks| marks.iter().map(|c| c.escape_unicode().to_string()).collect::<String>());
        let bases: String = self.bases.iter().collect();
        let filled = [
            ("MARKS", marks.collect::<Vec<_>>().join("\\\n    ")),
            ("BASES", format!("{bases:?}")),
            ("COUNT", self.rows.len().to_string()),
            ("LETTERS", numbers.collect()),
            ("SPELT_COUNT", self.spelt.len().to_string()),
            ("SPELT", spelt.collect()),
            ("WAYS_COUNT", self.ways.len().to_string()),
            ("WAYS", ways.collect()),
        ];
        filled.iter().fold(PAGE.to_string(), |page, (name, text)| page.replace(&format!("<{name}>"), text))
    }
}

const PAGE: &str = "\
//! Printed from Unicode's canonical decompositions and from ICAO Doc 9303-3 §6.A by `src/text/tests/table.rs`; do not
//! edit by hand.

/// The combining marks of Latin letters, the tones of Vietnamese first. The first has the number 1.
pub(super) static MARKS: &str = \"\\
    <MARKS>\";

/// What marks stand on, in lower case.
pub(super) static BASES: &str = <BASES>;

/// U+00C0 to U+024F, then U+1E00 to U+1EFF: 0 for what stands as it is; the lower case with the highest bit set; or, of
/// five bits each, the place of the base and the numbers of two marks, 0 for none.
#[rustfmt::skip]
pub(super) static LETTERS: [u16; <COUNT>] = [
<LETTERS>];

/// Letters that are no marked ones of A to Z, and what is written for them there.
pub(super) static SPELT: [(char, &str); <SPELT_COUNT>] = [
<SPELT>];

/// What else may be written for a letter with this mark among its own, 0 for any.
pub(super) static WAYS: [(char, u16, &str); <WAYS_COUNT>] = [
<WAYS>];
";

#[test]
fn the_table_is_what_unicode_and_icao_say() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/text/table.rs");
    let printed = Table::generated().print();
    if std::env::var_os("DOICHIEU_BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &printed).unwrap();
    }
    let held = std::fs::read_to_string(&path).unwrap();
    let differing = printed.lines().zip(held.lines()).position(|(a, b)| a != b);
    assert!(held == printed, "line {differing:?} differs. DOICHIEU_BLESS=1 cargo test -p doichieu --lib text");
}

/// All that Unicode composes of a Latin letter and marks lies in the blocks of the table, but for the signs of kelvin
/// and ångström.
#[test]
fn no_latin_letter_is_composed_outside_the_blocks() {
    let latin = |c: char| c.is_ascii_alphabetic() || letters().any(|of| of == c) || matches!(c, '\u{250}'..='\u{2af}');
    let composed = ('\u{80}'..=char::MAX).filter(|c| c.nfd().ne([*c]) && c.nfd().next().is_some_and(latin));
    let outside: Vec<char> = composed.filter(|c| !letters().any(|of| of == *c)).collect();
    assert_eq!(outside, ['\u{212a}', '\u{212b}']);
    assert!(letters().all(|c| c.nfd().skip(1).all(is_combining_mark)));
    assert_eq!(ICAO.iter().flat_map(|(_, letters)| letters.chars()).collect::<BTreeSet<_>>().len(), 95);
}
