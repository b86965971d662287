//! Letters taken apart: each Latin letter as base and marks in lower case, by the table, and what stands for it where
//! there are only A to Z.

use super::table::{BASES, LETTERS, MARKS, SPELT, WAYS};
use crate::value::is_unsafe;
use alloc::vec::Vec;
use zeroize::{Zeroize, Zeroizing};

/// A letter taken apart, in lower case; a character outside the table is its own base.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Letter {
    pub(super) base: char,
    /// Bit n for the mark of number n, in whatever order they were written.
    pub(super) marks: u32,
}

/// Grave, acute, hook above, tilde, dot below: the first five of the marks.
const TONES: u32 = 0b11_1110;

impl Letter {
    pub(super) const fn plain(base: char) -> Self {
        Self { base, marks: 0 }
    }

    pub(super) const fn tones(self) -> u32 {
        self.marks & TONES
    }

    pub(super) const fn without_tones(self) -> Self {
        Self { base: self.base, marks: self.marks & !TONES }
    }

    pub(super) const fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    pub(super) const fn ends_syllable(self) -> bool {
        matches!(self.base, ' ' | '-' | '\'' | '.' | ',')
    }

    /// The ways to write it otherwise than by its base, one bit each: Ü as UE, as UXX.
    pub(super) fn ways(self) -> u8 {
        self.each_way().fold(0, |ways, (way, _)| ways | way)
    }

    /// What stands for its base by the first of these ways, or where the base is no letter of A to Z; else `None`.
    pub(super) fn spelt(self, ways: u8) -> Option<&'static str> {
        let chosen = self.each_way().find(|(way, _)| ways & way != 0).map(|(_, form)| form);
        chosen.or_else(|| {
            let mut beyond = SPELT.iter().filter(|_| !self.base.is_ascii());
            beyond.find(|(base, _)| *base == self.base).map(|(_, form)| *form)
        })
    }

    fn each_way(self) -> impl Iterator<Item = (u8, &'static str)> {
        // Most letters come no farther: they have no mark.
        let has_any = self.marks != 0 || !self.base.is_ascii();
        let of_letter = WAYS.iter().zip(0_u32..).filter(move |((base, mark, _), _)| has_any && self.is(*base, *mark));
        of_letter.map(|((.., form), number)| (1_u8.wrapping_shl(number), *form))
    }

    fn is(self, base: char, mark: u16) -> bool {
        self.base == base && self.marks & bit(mark) == bit(mark)
    }
}

impl Zeroize for Letter {
    fn zeroize(&mut self) {
        self.base.zeroize();
        self.marks.zeroize();
    }
}

/// Takes a text apart: composed and decomposed writing give the same letters, any run of spaces is one, none at the
/// ends.
pub(super) fn read(text: &str) -> Zeroizing<Vec<Letter>> {
    // As many letters as bytes at most, so that no name is left behind in a buffer outgrown.
    let mut letters: Zeroizing<Vec<Letter>> = Zeroizing::new(Vec::with_capacity(text.len()));
    for c in text.chars() {
        let marked = letters.last_mut().is_some_and(|last| put_mark(last, c));
        if marked {
            continue;
        }
        let letter = take_apart(c);
        let needless = letter.base == ' ' && letters.last().is_none_or(|last| last.base == ' ');
        if !needless {
            letters.push(letter);
        }
    }
    if letters.last().is_some_and(|last| last.base == ' ') {
        letters.pop();
    }
    letters
}

pub(super) fn take_apart(c: char) -> Letter {
    if c.is_whitespace() {
        return Letter::plain(' ');
    }
    if c.is_ascii() {
        return Letter::plain(c.to_ascii_lowercase());
    }
    match c {
        // Signs that are canonically letters: kelvin, ångström.
        '\u{212a}' => Letter::plain('k'),
        '\u{212b}' => take_apart('å'),
        c => of_row(row(c)).unwrap_or(Letter::plain(c)),
    }
}

/// A row of the table: 0 for a letter that stands as it is, its lower case below this bit, or base and two marks of
/// five bits each.
const LOWER_CASE: u16 = 0x8000;

/// The row of a character; 0 too for one outside the table.
fn row(c: char) -> u16 {
    let code = u32::from(c);
    let place = match code {
        0xc0..=0x24f => code.saturating_sub(0xc0),
        0x1e00..=0x1eff => code.saturating_sub(0x1e00 - 0x190),
        _ => return 0,
    };
    usize::try_from(place).ok().and_then(|place| LETTERS.get(place)).copied().unwrap_or_default()
}

fn of_row(row: u16) -> Option<Letter> {
    if row & LOWER_CASE != 0 {
        return char::from_u32(u32::from(row & !LOWER_CASE)).map(Letter::plain);
    }
    let base = BASES.chars().nth(usize::from(row >> 10)).filter(|_| row != 0)?;
    Some(Letter { base, marks: marks_of(row) })
}

const fn marks_of(row: u16) -> u32 {
    bit(row >> 5) | bit(row)
}

/// The bit of the mark whose number stands in the last five bits; none for 0.
const fn bit(number: u16) -> u32 {
    // Widening only; `u32::from` is not yet constant.
    1_u32.wrapping_shl(widened(number & 0x1f)) & !1
}

#[expect(clippy::as_conversions, reason = "to a wider number: `u32::from` is not constant")]
const fn widened(number: u16) -> u32 {
    number as u32
}

/// The bit of a combining mark; 0 for a character that is no mark of Latin letters.
fn mark(c: char) -> u32 {
    // All of them lie here: no other character is searched for.
    if !matches!(c, '\u{300}'..='\u{331}') {
        return 0;
    }
    MARKS.chars().zip(1_u16..).find(|(mark, _)| *mark == c).map_or(0, |(_, number)| bit(number))
}

/// Adds a combining mark to a letter; `false` if `c` is none of ours or the letter has it already.
fn put_mark(letter: &mut Letter, c: char) -> bool {
    let marks = match c {
        '\u{340}' => bit(1),
        '\u{341}' => bit(2),
        '\u{344}' => mark('\u{308}') | bit(2),
        c => mark(c),
    };
    let is_new = marks != 0 && letter.marks & marks == 0;
    if is_new {
        letter.marks |= marks;
    }
    is_new
}

/// Whether a mark stands as it is behind a letter because no composed letter has both: Wơ̆, ẹ́. `false` may also answer
/// a rare one that does.
pub(super) fn stands_behind(letter: char, c: char) -> bool {
    let (letter, mark) = (take_apart(letter), mark(c));
    // Below a letter that has a mark already it would have to stand before that.
    let in_order = letter.marks == 0 || c < '\u{31b}';
    let both = Letter { marks: letter.marks | mark, ..letter };
    let composed = |row: &u16| marks_of(*row) == both.marks && of_row(*row) == Some(both);
    mark != 0 && in_order && letter.marks & mark == 0 && !LETTERS.iter().any(composed)
}

/// The letters with look-alikes as the letter they pose as, and without what nobody sees.
pub(super) fn fold(letters: &Zeroizing<Vec<Letter>>) -> Zeroizing<Vec<Letter>> {
    let mut folded = Zeroizing::new(Vec::with_capacity(letters.len()));
    folded.extend(letters.iter().filter(|letter| !is_unsafe(letter.base)).map(|letter| {
        let base = match letter.base {
            'ð' | 'ɖ' => 'đ',
            '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' | '\u{2b9}' | '`' | '\u{b4}' | '\u{ff07}' => '\'',
            '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
            base => base,
        };
        Letter { base, ..*letter }
    }));
    folded
}
