//! What scanner, keyboard and code page do to a code on its way into a program, told by what a genuine code cannot
//! hold.
//!
//! It is a hint for the desk ("switch it off and scan again"), never a repair: what was swallowed or replaced cannot be
//! had back, and a text that was altered is not read as another name.

use super::around::bare;
use crate::input::{Altered, MAX_TEXT};

/// With what the codes of this profile begin, in capitals.
const PREFIXES: [&str; 4] = ["DC1:", "DC1S:", "DC1F:", "DCQ1:"];
/// A zlib stream (0x78 and the usual flags) in base45: a compressed identity code has no prefix.
const ZLIB: [&str; 4] = ["6BF", "NCF", "V7F", "Y9F"];
/// The signature alone of such a code takes so many signs, and nothing compresses it: 64 bytes in base45. What is
/// shorter and begins so by chance, a token or a hash in hexadecimal, is another's.
const SHORTEST_ZLIB: usize = 96;

/// The digits 1 to 9 and 0, and the colon, as a scanner set to an American keyboard types them where another layout is
/// switched on.
struct Keys {
    digits: [char; 10],
    colon: char,
}

/// Windows' Vietnamese layout: letters and tones on the row of digits, capitals with Shift.
const VIETNAMESE: Keys =
    Keys { digits: ['ă', 'â', 'ê', 'ô', '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}', 'đ'], colon: ':' };
const AZERTY: Keys = Keys { digits: ['&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç', 'à'], colon: 'M' };
const QWERTZ: Keys = Keys { digits: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'], colon: 'Ö' };

impl Keys {
    /// The digit or colon that was scanned, where this is what the layout made of it.
    fn scanned(&self, typed: char) -> Option<char> {
        let small = small(typed);
        let place = self.digits.iter().position(|of| *of == small);
        let digit = place.and_then(|place| "1234567890".chars().nth(place));
        digit.or_else(|| (small == self.colon || typed == self.colon || small == small_of(self.colon)).then_some(':'))
    }
}

/// Whether a text looks like one of the profile's codes or a compressed identity code, altered on its way; `None`: it
/// does not, whatever else it is.
pub(crate) fn of_profile(text: &str) -> Option<Altered> {
    let text = bare(text);
    let is_long = text.len() >= SHORTEST_ZLIB;
    let unprefixed = ZLIB.iter().filter(|_| is_long);
    if PREFIXES.iter().chain(unprefixed).any(|prefix| begins(text, prefix)) {
        return of_capitals(text.chars().take(MAX_TEXT));
    }
    let typed_by = |keys: &Keys| PREFIXES.iter().any(|prefix| begins_typed(text, prefix, keys));
    [VIETNAMESE, AZERTY, QWERTZ].iter().any(typed_by).then_some(Altered::Layout)
}

/// Whether a text begins with these capitals, in whatever case.
pub(crate) fn begins(text: &str, capitals: &str) -> bool {
    let mut text = text.chars();
    capitals.chars().all(|capital| text.next().is_some_and(|c| plain(c) == capital))
}

/// Whether a text begins with what a layout makes of these capitals, and not with the capitals themselves.
fn begins_typed(text: &str, capitals: &str, keys: &Keys) -> bool {
    let mut text = text.chars();
    let mut other = false;
    let begins = capitals.chars().all(|capital| {
        text.next().is_some_and(|c| {
            let same = plain(c) == capital;
            other |= !same;
            same || keys.scanned(c) == Some(capital)
        })
    });
    begins && other
}

/// How many digits a part was, where a layout made letters of them; `None`: something else is in it, or only digits.
pub(crate) fn digits_typed(part: &str) -> Option<usize> {
    let by = |keys: &Keys| {
        let all = part.chars().all(|c| keys.scanned(c).is_some_and(|digit| digit != ':'));
        (all && !part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.chars().count())
    };
    [VIETNAMESE, AZERTY].iter().find_map(by)
}

/// The capital that a key makes; Đ as D.
const fn plain(c: char) -> char {
    match c {
        'đ' | 'Đ' => 'D',
        c => c.to_ascii_uppercase(),
    }
}

/// Of the letters that stand on the row of digits.
const fn small(c: char) -> char {
    match c {
        'Ă' => 'ă',
        'Â' => 'â',
        'Ê' => 'ê',
        'Ô' => 'ô',
        'Đ' => 'đ',
        c => c,
    }
}

const fn small_of(colon: char) -> char {
    match colon {
        'Ö' => 'ö',
        colon => colon.to_ascii_lowercase(),
    }
}

/// Of a text that has only capitals of ASCII: what altered it, if it has others.
pub(crate) fn of_capitals(text: impl Iterator<Item = char>) -> Option<Altered> {
    let (mut lower, mut upper, mut foreign) = (false, false, false);
    for c in text {
        lower |= c.is_ascii_lowercase();
        upper |= c.is_ascii_uppercase();
        foreign |= !c.is_ascii();
    }
    match (foreign, lower, upper) {
        (true, ..) | (false, true, true) => Some(Altered::InputMethod),
        (false, true, false) => Some(Altered::CapsLock),
        (false, false, _) => None,
    }
}

/// Of the words of a card in Vietnamese, a name or a place: signs that no card prints, or words that have lost their
/// vowels.
pub(crate) fn of_words(words: &str) -> Option<Altered> {
    if !words.chars().all(is_printed) {
        return Some(Altered::CodePage);
    }
    words.split([' ', ',', '.', '-', '/']).any(has_lost_its_vowel).then_some(Altered::LettersLost)
}

/// Of the same where no letter of a whole card is one of Vietnamese alone: letters as TCVN3 and VNI put them. Elsewhere
/// they are a foreigner's: Noël, Raphaël.
pub(crate) fn of_letters(words: &str) -> Option<Altered> {
    let (mut before, mut letters) = (' ', words.chars().peekable());
    while let Some(c) = letters.next() {
        // A small letter on either side within the word: no word is written so.
        let within = is_small(before) || (before.is_ascii_uppercase() && letters.peek().copied().is_some_and(is_small));
        if stands_for_another(c) || (is_capital_of_tcvn3(c) && within) || is_vni(before, c) {
            return Some(Altered::CodePage);
        }
        before = c;
    }
    None
}

/// Whether a letter of it is one that only Vietnamese has, so that letters beyond ASCII came through whole.
pub(crate) fn has_vietnamese(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{300}'..='\u{323}')
    })
}

/// What Vietnamese cards print in a name or a place, letters of foreigners' names among it; not symbols and controls.
const fn is_printed(c: char) -> bool {
    match c {
        '?' | '_' | '\\' | '^' | '~' | '{' | '}' | '<' | '>' | '=' | '@' | '|' => false,
        ' '..='~' => true,
        // Marks, when letters come taken apart.
        '\u{300}'..='\u{303}'
        | '\u{306}'
        | '\u{308}'
        | '\u{309}'
        | '\u{30a}'
        | '\u{30c}'
        | '\u{31b}'
        | '\u{323}'
        | '\u{327}' => true,
        '×' | '÷' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2010}'..='\u{2014}' => true,
        _ => false,
    }
}

/// Letters that stand for Vietnamese ones in TCVN3 and VNI.
const fn stands_for_another(c: char) -> bool {
    matches!(c, 'Þ' | 'þ' | 'ß' | 'ð' | 'Ø' | 'ø' | 'Ï' | 'ï' | 'Û' | 'û' | 'Å' | 'å')
}

/// Capitals that TCVN3 puts where Vietnamese has small letters: in the middle of a word.
const fn is_capital_of_tcvn3(c: char) -> bool {
    matches!(c, 'Æ' | 'Ç' | 'È'..='Î' | 'Ñ'..='Ö' | 'Ü' | 'Ý')
}

const fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, 'à'..='ý' | 'ă' | 'đ' | 'ơ' | 'ư')
}

/// What VNI writes behind a vowel for its marks: a syllable of Vietnamese has an accented vowel there only as in hoà,
/// hoè.
const fn is_vni(before: char, c: char) -> bool {
    let mark =
        matches!(c, 'ù' | 'õ' | 'â' | 'ê' | 'ä' | 'ú' | 'ü' | 'ë' | 'Ù' | 'Õ' | 'Â' | 'Ê' | 'Ä' | 'Ú' | 'Ü' | 'Ë');
    let tone = matches!(c, 'á' | 'à' | 'ã' | 'é' | 'è' | 'Á' | 'À' | 'Ã' | 'É' | 'È');
    match before {
        'a' | 'e' | 'A' | 'E' | 'ö' | 'Ö' | 'ô' | 'Ô' => mark || tone,
        'o' | 'O' => mark,
        _ => false,
    }
}

/// A word of two letters or more in small letters, or with one capital first, and no vowel: Trn, Vn. Abbreviations are
/// capitals (TP, KTX).
fn has_lost_its_vowel(word: &str) -> bool {
    let letters = word.chars().count();
    let small = word.chars().skip(1).all(|c| c.is_ascii_lowercase());
    let vowel = word
        .chars()
        .any(|c| !c.is_ascii_alphabetic() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    letters >= 2 && small && !vowel
}
