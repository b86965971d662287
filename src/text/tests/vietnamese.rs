//! Sixty thousand random Vietnamese names beside another spelling each: what comes of them is held by digest, whatever
//! letters of other languages the table knows.

use super::super::{Match, compare, is_usual};
use sha2::{Digest, Sha256};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const NAMES: usize = 60_000;

/// What each comparison came to, both ways round, and whether each text is usual. Written by the engine that knew no
/// other table than one of Vietnamese letters and a few more.
const DIGEST: &str = "0aa3f275d2a178da03e61fc26bcb8b2147f51a33f957ae4c2e87d2e694e17a9f";
/// How many of the pairs came to each level, nearest first.
const LEVELS: [usize; 7] = [20_118, 574, 4_200, 17_243, 542, 5_109, 12_214];

#[test]
fn sixty_thousand_names_compare_as_ever() {
    let (mut chance, mut digest, mut levels) = (Chance(0x1a2b_3c4d_5e6f_7788), Sha256::new(), [0_usize; 7]);
    for count in 0..NAMES {
        let name = name(&mut chance);
        let kind = count % KINDS;
        let (other, most) = respelt(&name, kind, &mut chance);
        let level = compare(&name, &other);
        assert!(most.is_none_or(|most| level <= most), "{name} / {other}: {level:?}");
        let told = [level, compare(&other, &name)].map(|level| ALL.iter().position(|of| *of == level).unwrap());
        let place = told.first().and_then(|place| levels.get_mut(*place)).unwrap();
        *place = place.checked_add(1).unwrap();
        digest.update(told.map(|place| u8::try_from(place).unwrap()));
        // Two tones on one vowel, a breve on a consonant are no Vietnamese.
        let is_odd = matches!(kind, TONE_MOVED | MARK_CHANGED | LETTER_CHANGED);
        digest.update([is_usual(&name), is_odd || is_usual(&other)].map(u8::from));
    }
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((digest.as_str(), levels), (DIGEST, LEVELS));
}

const ALL: [Match; 7] = [
    Match::Exact,
    Match::TonePlacement,
    Match::LookAlike,
    Match::NoDiacritics,
    Match::Truncated,
    Match::Reordered,
    Match::Different,
];

/// SplitMix64: the same names on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap().checked_rem(bound).unwrap()
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        *items.get(self.below(items.len())).unwrap()
    }
}

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x", "h'",
];
/// Rimes with their vowels' marks taken apart; the tone goes on the vowel before the stroke.
const RIMES: [&str; 40] = [
    "a|",
    "a|n",
    "a|ng",
    "a\u{306}|m",
    "a\u{306}|n",
    "a\u{302}|n",
    "a\u{302}|u",
    "a|i",
    "a|o",
    "e|",
    "e\u{302}|",
    "e\u{302}|n",
    "i|",
    "i|nh",
    "ie\u{302}|n",
    "ie\u{302}|t",
    "o|",
    "o|a",
    "oa|n",
    "o|e",
    "o\u{302}|ng",
    "o\u{302}|i",
    "o\u{31b}|",
    "o\u{31b}|n",
    "u|",
    "u|ng",
    "u|y",
    "uye\u{302}|n",
    "uye\u{302}|t",
    "u\u{31b}|",
    "u\u{31b}o\u{31b}|ng",
    "u\u{31b}o\u{31b}|c",
    "y|",
    "ye\u{302}|n",
    "y|nh",
    "u\u{31b}|u",
    "ia|",
    "u|a",
    "u\u{31b}|a",
    "oo|ng",
];
const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
/// Of Ê-đê, Gia-rai and Ba-na.
const OTHERS: [&str; 12] =
    ["H'Nhi", "Êban", "Niê", "Kdăm", "Wơ\u{306}", "Liê\u{306}", "Ñuôl", "Ƀkrông", "Y", "Rơ", "Čil", "Hrŭ"];

fn syllable(chance: &mut Chance) -> String {
    if chance.below(25) == 0 {
        return chance.of(&OTHERS).to_string();
    }
    let (onset, rime, tone) = (chance.of(&ONSETS), chance.of(&RIMES), chance.of(&TONES));
    capital(&[onset, &rime.replace('|', tone)].concat().nfc().collect::<String>())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn name(chance: &mut Chance) -> String {
    let many = chance.below(6) == 0;
    let words = if many { 8 } else { chance.of(&[2, 3, 3, 4]) };
    (0..words).map(|_| syllable(chance)).collect::<Vec<_>>().join(" ")
}

/// The name without marks, in capitals.
fn bare(name: &str) -> String {
    let marks_off = name.nfd().filter(|c| !is_combining_mark(*c));
    marks_off.map(|c| if matches!(c, 'đ' | 'Đ') { 'D' } else { c }).flat_map(char::to_uppercase).collect()
}

fn words(name: &str) -> Vec<&str> {
    name.split(' ').collect()
}

const KINDS: usize = 16;
const TONE_MOVED: usize = 3;
const MARK_CHANGED: usize = 12;
const LETTER_CHANGED: usize = 13;

/// Another spelling, of a kind; the farthest level it may come to, where the kind tells.
fn respelt(name: &str, kind: usize, chance: &mut Chance) -> (String, Option<Match>) {
    match kind {
        0 => (name.nfd().collect(), Some(Match::Exact)),
        1 => (name.to_uppercase(), Some(Match::Exact)),
        2 => (format!(" {}\u{a0} ", name.replace(' ', "\u{a0} ")), Some(Match::Exact)),
        TONE_MOVED => (tone_moved(name, chance), None),
        4 => (name.replace('Đ', "Ð").replace('đ', "ɖ"), Some(Match::LookAlike)),
        5 => (name.replace('\'', "\u{2019}").replacen(' ', "\u{200b} ", 1), Some(Match::LookAlike)),
        6 => (bare(name), Some(Match::NoDiacritics)),
        7 => (bare(name).replace('\'', "").replacen(' ', "<<", 1).replace(' ', "<"), Some(Match::NoDiacritics)),
        8 => (cut(name, chance), None),
        9 => (turned(name, chance), Some(Match::Reordered)),
        10 => (bare(&turned(name, chance)), Some(Match::Reordered)),
        11 => (name.replace('y', "i").replace('ý', "í").replace("uì", "uỳ"), None),
        MARK_CHANGED => (mark_changed(name, chance), Some(Match::NoDiacritics)),
        LETTER_CHANGED => (letter_changed(name, chance), None),
        14 => (words(name).split_last().map(|(_, rest)| rest.join(" ")).unwrap_or_default(), None),
        _ => (super::vietnamese::name(chance), None),
    }
}

/// One tone on another vowel that has none: of its syllable or of another one.
fn tone_moved(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.nfd().collect();
    let tones: Vec<usize> = (0..letters.len()).filter(|at| letters.get(*at).is_some_and(is_tone)).collect();
    if !tones.is_empty() {
        let tone = letters.remove(chance.of(&tones));
        let marks = |at: usize| letters.iter().skip(at).skip(1).take_while(|c| is_combining_mark(**c));
        let vowels = (0..letters.len()).filter(|at| letters.get(*at).is_some_and(is_vowel) && !marks(*at).any(is_tone));
        let vowels: Vec<usize> = vowels.collect();
        letters.insert(chance.of(&vowels).saturating_add(1), tone);
    }
    letters.into_iter().nfc().collect()
}

fn is_tone(c: &char) -> bool {
    TONES.iter().any(|tone| tone.starts_with(*c))
}

fn is_vowel(c: &char) -> bool {
    "aeiouyAEIOUY".contains(*c)
}

/// Bare, cut about where a machine-readable zone ends.
fn cut(name: &str, chance: &mut Chance) -> String {
    let whole = bare(name);
    let length = chance.of(&[28, 29, 30, 30, 31]);
    let line = if chance.below(2) == 0 { whole.replacen(' ', "<<", 1).replace(' ', "<") } else { whole };
    line.chars().take(length).collect()
}

/// The words from another one on.
fn turned(name: &str, chance: &mut Chance) -> String {
    let mut words = words(name);
    let at = chance.below(words.len());
    words.rotate_left(at);
    words.join(" ")
}

/// Another tone in place of one, or another mark gone: nothing that Vietnamese has no letter for.
fn mark_changed(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.nfd().collect();
    let is_mark = |at: &usize| letters.get(*at).copied().is_some_and(is_combining_mark);
    let marks: Vec<usize> = (0..letters.len()).filter(is_mark).collect();
    if !marks.is_empty() {
        let at = chance.of(&marks);
        let on_vowel = letters.iter().take(at).rfind(|c| !is_combining_mark(**c)).is_some_and(is_vowel);
        if is_tone(&letters.remove(at)) && on_vowel {
            letters.insert(at, chance.of(&['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}']));
        }
    }
    letters.into_iter().nfc().collect()
}

/// One letter gone or another one.
fn letter_changed(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = chance.below(letters.len());
    letters.remove(at);
    letters.insert(at, chance.of(&['a', 'e', 'i', 'o', 'u', 'y', 'n', 'h', 't', 'g', 'Đ', 'ê', 'ơ', ' ']));
    letters.into_iter().collect()
}
