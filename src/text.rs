//! Vietnamese text: is it written the usual way, and do two spellings name the same person?
//!
//! Works on copies for comparison only: signed bytes are never normalised. No Unicode normaliser stands here; a small
//! table of Latin letters does, printed from one by the tests, with what ICAO Doc 9303-3 recommends for those letters
//! where there are only A to Z.

mod letters;
mod table;

use crate::value::is_unsafe;
use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use letters::{Letter, fold, read, stands_behind};
use zeroize::Zeroizing;

/// How near two spellings of a name are, nearest first. It says nothing about persons: many share a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Match {
    /// Same letters, marks and tones; case, composed or decomposed writing and the kind of space do not count.
    Exact,
    /// As that, but a tone stands on another vowel of its syllable: hòa, hoà.
    TonePlacement,
    /// As that, but for letters that look the same and unseen characters: Đ, Ð; ' and ’.
    LookAlike,
    /// The same only without marks, as in a machine-readable zone: hyphens and apostrophes do not count there, nor
    /// whether a syllable ends in i or y (Kì, Kỳ). A letter that ICAO Doc 9303-3 §6.A has two ways for is like both:
    /// Müller, MUELLER, MULLER; but of two spellings without that letter, as the last two, nothing is known.
    NoDiacritics,
    /// As that, but one is the other's beginning, cut where a machine-readable zone ends.
    Truncated,
    /// The same words without marks in another order, as foreign papers write family and given names.
    Reordered,
    /// Another name.
    Different,
}

impl Match {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::TonePlacement => "tone_placement",
            Self::LookAlike => "look_alike",
            Self::NoDiacritics => "no_diacritics",
            Self::Truncated => "truncated",
            Self::Reordered => "reordered",
            Self::Different => "different",
        }
    }

    /// Whether the spellings may name one person, the words in the same order.
    pub(crate) const fn may_be_one(self) -> bool {
        !matches!(self, Self::Reordered | Self::Different)
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
    compare_bare(&a, &b)
}

/// By the way of writing A to Z for other letters that brings them nearest: a State has one, and which is not known.
fn compare_bare(a: &Letters, b: &Letters) -> Match {
    let all = a.iter().chain(b.iter()).fold(0, |ways, letter| ways | letter.ways());
    let (mut ways, mut nearest) = (all, Match::Different);
    loop {
        nearest = nearest.min(compare_spelt(a, b, ways));
        if ways == 0 || nearest == Match::NoDiacritics {
            return nearest;
        }
        // The next of the sets within `all`, down to the empty one.
        ways = ways.wrapping_sub(1) & all;
    }
}

fn compare_spelt(a: &Letters, b: &Letters, ways: u8) -> Match {
    let (one, other) = (bare(a, Apostrophe::Dropped, ways), bare(b, Apostrophe::Dropped, ways));
    if one.is_empty() || other.is_empty() {
        return Match::Different;
    }
    if one == other || bare(a, Apostrophe::AsSpace, ways) == bare(b, Apostrophe::AsSpace, ways) {
        return Match::NoDiacritics;
    }
    if is_cut(&one, &other) || is_cut(&other, &one) {
        return Match::Truncated;
    }
    if words(&one) == words(&other) { Match::Reordered } else { Match::Different }
}

/// Length of the name line of a TD1 card (ICAO Doc 9303-5).
const MRZ_NAME: usize = 30;

/// Whether the first is the second cut by a machine-readable zone. Two fillers stand between family and given names
/// there, one space here; and a line may be cut between two words.
fn is_cut(short: &Letters, long: &Letters) -> bool {
    let Some(rest) = long.strip_prefix(short.as_slice()).filter(|rest| !rest.is_empty()) else { return false };
    let between_words = rest.first().is_some_and(|next| next.base == ' ');
    let fits = |cut: usize| short.len().saturating_add(cut) == MRZ_NAME;
    fits(0) || fits(1) || (between_words && fits(2))
}

/// The words of a bare name, sorted.
fn words(bare: &Letters) -> Vec<&[Letter]> {
    // By a heap, of all ways to sort the one with the least code.
    bare.split(|letter| letter.base == ' ').collect::<BinaryHeap<_>>().into_sorted_vec()
}

/// The letters with each syllable's tones behind it instead of on its vowels: a Vietnamese syllable has one tone, so
/// its place says nothing.
fn tones_apart(letters: &Letters) -> Letters {
    let mut apart = Zeroizing::new(Vec::with_capacity(letters.len().saturating_mul(2)));
    let mut tones: Letters = Zeroizing::new(Vec::with_capacity(letters.len()));
    for letter in letters.iter() {
        if letter.ends_syllable() {
            apart.append(&mut tones);
        }
        if letter.is_vowel() && letter.tones() != 0 {
            tones.push(Letter { base: '\u{0}', marks: letter.tones() });
            apart.push(letter.without_tones());
        } else {
            apart.push(*letter);
        }
    }
    apart.append(&mut tones);
    apart
}

/// What an apostrophe becomes where there are none: H'Nhi is written HNHI and H NHI.
#[derive(Clone, Copy)]
enum Apostrophe {
    Dropped,
    AsSpace,
}

/// The bare Latin letters: marks and tones dropped, Đ as D, hyphens and fillers as spaces (ICAO Doc 9303-3, names in
/// the MRZ), and of the ways to write other letters these.
fn bare(letters: &Letters, apostrophe: Apostrophe, ways: u8) -> Letters {
    // Some letters become two or three.
    let mut bare: Letters = Zeroizing::new(Vec::with_capacity(letters.len().saturating_mul(3)));
    for letter in letters.iter() {
        match (letter.base, apostrophe) {
            ('\'', Apostrophe::Dropped) => {}
            (' ' | '-' | '<' | '\'', _) => end_word(&mut bare),
            (mark, _) if is_mark(mark) => {}
            (base, _) => match letter.spelt(ways) {
                Some(plain) => bare.extend(plain.chars().map(Letter::plain)),
                None => bare.push(Letter::plain(base)),
            },
        }
    }
    end_word(&mut bare);
    if bare.last().is_some_and(|last| last.base == ' ') {
        bare.pop();
    }
    bare
}

/// Ends a word with one space. A final y after a consonant or qu reads as i: Kỳ and Kì, Quý and Quí are one name spelt
/// by two rules; Thúy and Thúi are not, nor is the name Y.
fn end_word(bare: &mut Letters) {
    let mut back = bare.iter().rev().map(|letter| letter.base);
    let end = (back.next(), back.next(), back.next());
    match end {
        (None | Some(' '), ..) => return,
        (Some('y'), Some('u'), Some('q')) => replace_last(bare, 'i'),
        (Some('y'), Some(before), _) if before.is_ascii_alphabetic() && !Letter::plain(before).is_vowel() => {
            replace_last(bare, 'i');
        }
        _ => {}
    }
    bare.push(Letter::plain(' '));
}

fn replace_last(bare: &mut Letters, base: char) {
    bare.last_mut().into_iter().for_each(|last| last.base = base);
}

/// Whether two numbers are one, sign by sign; `None` if one is not there or has no digit. Spaces, dots and dashes do
/// not count.
///
/// It answers same or not, never how near: what is nearly a number is another number.
pub(crate) fn same_number(a: Option<&str>, b: Option<&str>) -> Option<bool> {
    let (a, b) = (a?, b?);
    let signs = |text| str::bytes(text).filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase());
    let comparable = [a, b].into_iter().all(|text| text.bytes().any(|byte| byte.is_ascii_digit()));
    comparable.then(|| signs(a).eq(signs(b)))
}

/// Whether a signed text is written the usual way: composed (NFC), nothing unseen, no letter that poses as Đ.
///
/// `true` proves NFC for Latin text. `false` may also answer a rare mark that NFC allows: it is a note against the
/// issuer, no more.
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
        let behind_letter = before.is_ascii_alphabetic() || is_letter(before);
        let stands = match c {
            // Eth of Icelandic and Faroese begins no word; Đ begins every syllable it is in.
            '\u{d0}' => behind_letter,
            '\u{189}' => false,
            c => !is_mark(c) || (behind_letter && stands_behind(before, c)),
        };
        before = c;
        stands && !is_unsafe(c) && !is_singleton(c)
    })
}

/// Letters that stand as they are: all of Vietnamese among them, none that poses as another.
const fn is_letter(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{cf}' | '\u{d1}'..='\u{188}' | '\u{18a}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
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
