//! The letter table: each letter of Vietnamese, of Ê-đê and its neighbours, and of foreigners' papers as base, marks and tone.

use crate::value::is_unsafe;
use alloc::vec::Vec;
use zeroize::{Zeroize, Zeroizing};

/// A letter taken apart, in lower case; a character outside the table is its own base.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Letter {
    pub(super) base: char,
    pub(super) marks: u8,
    /// 1 grave, 2 acute, 3 hook above, 4 tilde, 5 dot below; 0 none.
    pub(super) tone: u8,
}

impl Letter {
    pub(super) const fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    pub(super) const fn ends_syllable(self) -> bool {
        matches!(self.base, ' ' | '-' | '\'' | '.' | ',')
    }
}

impl Zeroize for Letter {
    fn zeroize(&mut self) {
        self.base.zeroize();
        self.marks.zeroize();
        self.tone.zeroize();
    }
}

const BREVE_MARK: u8 = 1;
const CIRCUMFLEX: u8 = 2;
const HORN: u8 = 4;
const CARON: u8 = 8;
const DIAERESIS: u8 = 16;
const CEDILLA: u8 = 32;
const RING: u8 = 64;
const OGONEK: u8 = 128;

pub(super) const BREVE: char = '\u{306}';

/// Base, marks, and the letter without tone and with each of the five; `_` where there is no such letter.
const LETTERS: &[(char, u8, &str)] = &[
    ('a', 0, "aàáảãạ"),
    ('a', BREVE_MARK, "ăằắẳẵặ"),
    ('a', CIRCUMFLEX, "âầấẩẫậ"),
    ('c', CARON, "č_____"),
    ('e', 0, "eèéẻẽẹ"),
    ('e', BREVE_MARK, "ĕ_____"),
    ('e', CIRCUMFLEX, "êềếểễệ"),
    ('i', 0, "iìíỉĩị"),
    ('i', BREVE_MARK, "ĭ_____"),
    ('n', 0, "nǹń_ñṇ"),
    ('o', 0, "oòóỏõọ"),
    ('o', BREVE_MARK, "ŏ_____"),
    ('o', CIRCUMFLEX, "ôồốổỗộ"),
    ('o', HORN, "ơờớởỡợ"),
    ('u', 0, "uùúủũụ"),
    ('u', BREVE_MARK, "ŭ_____"),
    ('u', HORN, "ưừứửữự"),
    ('y', 0, "yỳýỷỹỵ"),
    // Of other Latin languages, as far as foreigners' papers bring them: without them a decomposed Müller would be no Müller.
    ('a', DIAERESIS, "ä_____"),
    ('a', RING, "å_____"),
    ('a', OGONEK, "ą_____"),
    ('c', 0, "c_ć___"),
    ('c', CEDILLA, "ç_____"),
    ('e', CARON, "ě_____"),
    ('e', DIAERESIS, "ë_____"),
    ('e', OGONEK, "ę_____"),
    ('g', BREVE_MARK, "ğ_____"),
    ('i', DIAERESIS, "ï_____"),
    ('o', DIAERESIS, "ö_____"),
    ('r', CARON, "ř_____"),
    ('s', 0, "s_ś___"),
    ('s', CARON, "š_____"),
    ('s', CEDILLA, "ş_____"),
    ('u', DIAERESIS, "ü_____"),
    ('u', RING, "ů_____"),
    ('y', DIAERESIS, "ÿ_____"),
    ('z', 0, "z_ź___"),
    ('z', CARON, "ž_____"),
];

/// Takes a text apart: composed and decomposed writing give the same letters, any run of spaces is one, none at the ends.
pub(super) fn read(text: &str) -> Zeroizing<Vec<Letter>> {
    // As many letters as bytes at most, so that no name is left behind in a buffer outgrown.
    let mut letters: Zeroizing<Vec<Letter>> = Zeroizing::new(Vec::with_capacity(text.len()));
    for c in text.chars() {
        let marked = letters.last_mut().is_some_and(|last| put_mark(last, c));
        if marked {
            continue;
        }
        let letter = take_apart(lower(c));
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
        return Letter { base: ' ', marks: 0, tone: 0 };
    }
    // No letter of ASCII carries a mark: each is its own base, in the table or not.
    if c.is_ascii() {
        return Letter { base: c, marks: 0, tone: 0 };
    }
    for (base, marks, row) in LETTERS {
        if let Some(tone) = row.chars().position(|of| of == c && of != '_') {
            return Letter { base: *base, marks: *marks, tone: u8::try_from(tone).unwrap_or_default() };
        }
    }
    Letter { base: c, marks: 0, tone: 0 }
}

/// Adds a combining mark to a letter; `false` if `c` is none of ours or the letter has its like already.
fn put_mark(letter: &mut Letter, c: char) -> bool {
    let (mark, tone) = match c {
        '\u{300}' | '\u{340}' => (0, 1),
        '\u{301}' | '\u{341}' => (0, 2),
        '\u{309}' => (0, 3),
        '\u{303}' => (0, 4),
        '\u{323}' => (0, 5),
        BREVE => (BREVE_MARK, 0),
        '\u{302}' => (CIRCUMFLEX, 0),
        '\u{31b}' => (HORN, 0),
        '\u{30c}' => (CARON, 0),
        '\u{308}' => (DIAERESIS, 0),
        '\u{327}' => (CEDILLA, 0),
        '\u{30a}' => (RING, 0),
        '\u{328}' => (OGONEK, 0),
        _ => return false,
    };
    if letter.marks & mark != 0 || (letter.tone != 0 && tone != 0) {
        return false;
    }
    letter.marks |= mark;
    letter.tone |= tone;
    true
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

/// Lower case for Latin-1, Latin Extended-A and Additional, Ơ, Ư, and Ɖ: every letter of a Vietnamese paper. Core's own full table is 10 kB.
pub(super) fn lower(c: char) -> char {
    let code = u32::from(c);
    let small = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => code | 0x20,
        'Ÿ' => 0xff,
        'Ɖ' => 0x256,
        'Ƀ' => 0x180,
        'Ư' => code.saturating_add(1),
        'Ĺ'..='ň' | 'Ź'..='ž' if code & 1 == 1 => code.saturating_add(1),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' if c != 'İ' && c != 'ı' => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}
