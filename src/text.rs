//! Vietnamese text: is it written the usual way, and do two spellings name the same person?
//!
//! Works on copies for comparison only: signed bytes are never normalised. No Unicode normaliser stands here; a small table of the
//! letters of Vietnamese and of Ê-đê and its neighbours does, held against a full normaliser in the tests.

mod letters;

use crate::value::is_unsafe;
use alloc::vec::Vec;
use letters::{BREVE, Letter, fold, read};
use zeroize::Zeroizing;

/// How near two spellings of a name are, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Match {
    /// Same letters, marks and tones; case, composed or decomposed writing and the kind of space do not count.
    Exact,
    /// As that, but a tone stands on another vowel of its syllable: hòa, hoà.
    TonePlacement,
    /// As that, but for letters that look the same and unseen characters: Đ, Ð; ' and ’.
    LookAlike,
    /// The same only without marks, as in a machine-readable zone.
    NoDiacritics,
    /// Another name.
    Different,
}

impl Match {
    /// Whether the spellings may name one person. It does not prove that they do: many people share a name.
    pub(crate) const fn may_be_one(self) -> bool {
        !matches!(self, Self::Different)
    }
}

type Letters = Zeroizing<Vec<Letter>>;

/// Compares two spellings of a name.
pub(crate) fn compare(a: &str, b: &str) -> Match {
    // What reads the same is the same: most papers of one person spell one name one way, and taking it apart is dear.
    if a == b {
        return Match::Exact;
    }
    let (a, b) = (read(a), read(b));
    if a == b {
        return Match::Exact;
    }
    if tones_apart(&a) == tones_apart(&b) {
        return Match::TonePlacement;
    }
    let (a, b) = (fold(&a), fold(&b));
    if tones_apart(&a) == tones_apart(&b) {
        return Match::LookAlike;
    }
    let (a, b) = (bare(&a), bare(&b));
    if a == b && !a.is_empty() { Match::NoDiacritics } else { Match::Different }
}

/// The letters with each syllable's tones behind it instead of on its vowels: a Vietnamese syllable has one tone, so its place says nothing.
fn tones_apart(letters: &Letters) -> Letters {
    let mut apart = Zeroizing::new(Vec::with_capacity(letters.len().saturating_mul(2)));
    let mut tones: Letters = Zeroizing::new(Vec::with_capacity(letters.len()));
    for letter in letters.iter() {
        if letter.ends_syllable() {
            apart.append(&mut tones);
        }
        if letter.is_vowel() && letter.tone != 0 {
            tones.push(Letter { base: '\u{0}', marks: 0, tone: letter.tone });
            apart.push(Letter { tone: 0, ..*letter });
        } else {
            apart.push(*letter);
        }
    }
    apart.append(&mut tones);
    apart
}

/// The bare Latin letters: marks and tones dropped, Đ as D, hyphens as spaces, apostrophes dropped (ICAO 9303 part 3, names in the MRZ).
fn bare(letters: &Letters) -> Letters {
    let mut bare: Letters = Zeroizing::new(Vec::with_capacity(letters.len()));
    for letter in letters.iter() {
        let base = match letter.base {
            'đ' => 'd',
            '-' => ' ',
            '\'' => continue,
            mark if is_mark(mark) => continue,
            base => base,
        };
        let doubled = base == ' ' && bare.last().is_none_or(|last| last.base == ' ');
        if !doubled {
            bare.push(Letter { base, marks: 0, tone: 0 });
        }
    }
    if bare.last().is_some_and(|last| last.base == ' ') {
        bare.pop();
    }
    bare
}

/// Whether two plates are one: case, dots, dashes and spaces do not count. Đ and D are told apart unless one side has only D where
/// the other has Đ, as a keyboard without Đ writes MĐ and TĐ.
pub(crate) fn same_plate(a: &str, b: &str) -> bool {
    let plain = |c| if c == 'Đ' { 'D' } else { c };
    plate(a).eq(plate(b)) || (has_d_stroke(a) != has_d_stroke(b) && plate(a).map(plain).eq(plate(b).map(plain)))
}

fn has_d_stroke(text: &str) -> bool {
    plate(text).any(|c| c == 'Đ')
}

fn plate(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .map(|c| if matches!(c, 'đ' | 'Đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ') { 'Đ' } else { c.to_ascii_uppercase() })
        .filter(|c| c.is_ascii_alphanumeric() || *c == 'Đ')
}

/// Whether a signed text is written the usual way: composed (NFC), nothing unseen, no letter that poses as Đ.
///
/// `true` proves NFC for Latin text. `false` may also answer a rare mark that NFC allows: it is a note against the issuer, no more.
pub(crate) fn is_usual(text: &str) -> bool {
    let mut before = '\u{0}';
    text.chars().all(|c| {
        if c.is_ascii() {
            before = c;
            return !c.is_ascii_control();
        }
        if is_letter(c) {
            before = c;
            return true;
        }
        let stands = !is_mark(c) || (c == BREVE && takes_breve(before));
        before = c;
        stands && !is_unsafe(c) && !is_singleton(c) && !matches!(c, '\u{d0}' | '\u{189}')
    })
}

/// Letters that stand as they are: all of Vietnamese among them, none that poses as another.
const fn is_letter(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{cf}' | '\u{d1}'..='\u{188}' | '\u{18a}'..='\u{24f}' | '\u{1ea0}'..='\u{1eff}')
}

/// Letters of Ê-đê, Gia-rai and Ba-na that carry a breve and have no composed form.
const fn takes_breve(letter: char) -> bool {
    matches!(letter, 'â' | 'ê' | 'ô' | 'ơ' | 'ư' | 'Â' | 'Ê' | 'Ô' | 'Ơ' | 'Ư')
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that NFC writes otherwise, in and around Latin text (Unicode, CompositionExclusions and singletons).
const fn is_singleton(c: char) -> bool {
    matches!(c, '\u{374}' | '\u{37e}' | '\u{387}' | '\u{1fef}' | '\u{1ffd}' | '\u{2000}' | '\u{2001}' | '\u{2126}' | '\u{212a}' | '\u{212b}'
        | '\u{2329}' | '\u{232a}' | '\u{2adc}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests;
