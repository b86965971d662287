#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

mod foreign;
mod table;
mod vietnamese;

use super::{Match, compare, is_usual};
use std::collections::BTreeSet;
use std::string::{String, ToString};
use std::vec::Vec;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const NAMES: [&str; 8] = [
    "Nguyễn Thị Hòa",
    "Đỗ Đình Thủy",
    "Phạm Quốc Bảo",
    "Y Wơ̆ Niê Kdăm",
    "H'Liê̆ Ñuôl",
    "Lưỡng Ẵm Ở Ỵ",
    "Trương Ngọc Ánh",
    "Rơ Châm Ŏ",
];

#[test]
fn levels_come_in_order() {
    for (a, b, level) in [
        ("Nguyễn Thị Hòa", "NGUYỄN  THỊ\u{a0}HÒA ", Match::Exact),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hoà", Match::TonePlacement),
        ("Lê Thúy Quý", "Lê Thuý Qúy", Match::TonePlacement),
        ("Đảm", "Ðảm", Match::LookAlike),
        ("Đảm", "Ɖảm", Match::LookAlike),
        ("H'Mai Kbuôr", "H’Mai Kbuôr", Match::LookAlike),
        ("Trần Văn An", "Trần Văn\u{200b} An", Match::LookAlike),
        ("Đỗ Đình Thủy", "DO DINH THUY", Match::NoDiacritics),
        ("H'Mai Kbuôr", "HMAI KBUOR", Match::NoDiacritics),
        ("Y-Ngông", "Y NGONG", Match::NoDiacritics),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hóa", Match::NoDiacritics),
        ("H'Nhi Êban", "H NHI EBAN", Match::NoDiacritics),
        ("H' Nhi Êban", "HNHI EBAN", Match::Different),
        ("Vàng A Páo", "VANG A PAO", Match::NoDiacritics),
        ("Y Ƀhem Ƀkrông", "Y BHEM BKRONG", Match::NoDiacritics),
        ("Hiển", "HIEN", Match::NoDiacritics),
        ("Suharti", "SUHARTI", Match::Exact),
        ("Lê Kì", "Lê Kỳ", Match::NoDiacritics),
        ("Phạm Quí Mĩ", "Phạm Quý Mỹ", Match::NoDiacritics),
        ("Lê Thúy", "Lê Thúi", Match::Different),
        ("Y Thi", "I Thi", Match::Different),
        ("Gìa Thị Lan", "Già Thị Lan", Match::TonePlacement),
        ("Qùy", "Quỳ", Match::TonePlacement),
        ("Trần Thị Mai", "Mai Thị Trần", Match::Reordered),
        ("Anna Maria Müller", "MULLER ANNA MARIA", Match::Reordered),
        ("Søren Łukasz Groß", "SOEREN LUKASZ GROSS", Match::NoDiacritics),
        ("Anna Anna Maria", "Anna Maria Maria", Match::Different),
        ("Hiển", "Hiển Hiển", Match::Different),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hoa Mai", Match::Different),
        ("Nguyễn Thị Hòa", "Phạm Thị Hòa", Match::Different),
        ("'", "-", Match::Different),
    ] {
        assert_eq!(compare(a, b), level, "{a} / {b}");
        assert_eq!(compare(b, a), level, "{b} / {a}");
    }
}

#[test]
fn a_name_cut_by_a_machine_readable_zone_is_a_level_of_its_own() {
    let whole = "Nguyễn Phúc Thị Hoàng Diệu Hương Giang";
    // NGUYEN<<PHUC<THI<HOANG<DIEU<HU: thirty characters, cut in a word; the same as read, with one space for two
    // fillers.
    for cut in ["NGUYEN<<PHUC<THI<HOANG<DIEU<HU", "NGUYEN PHUC THI HOANG DIEU HU"] {
        assert_eq!(compare(whole, cut), Match::Truncated, "{cut}");
        assert_eq!(compare(cut, whole), Match::Truncated, "{cut}");
    }
    // One character less is no zone's end, and one more would not fit.
    assert_eq!(compare(whole, "NGUYEN PHUC THI HOANG DIEU H"), Match::Different);
    assert_eq!(compare(whole, "NGUYEN PHUC THI HOANG DIEU HUON"), Match::Different);
    assert_eq!(compare(whole, "NGUYEN PHUC THI HOANG DIEM HU"), Match::Different);
    // TRAN<<NGOC<THI<HOANG<DIEU<ANH<: cut between two words.
    assert_eq!(compare("Trần Ngọc Thị Hoàng Diệu Anh Thư", "TRAN NGOC THI HOANG DIEU ANH"), Match::Truncated);
    assert_eq!(compare("Trần Ngọc Thị Hoàng Diệu Anhthư", "TRAN NGOC THI HOANG DIEU ANH"), Match::Different);
    // A name of one part has no second filler.
    assert_eq!(compare("Venkatanarasimharajuvaripetasrinivas", "VENKATANARASIMHARAJUVARIPETASR"), Match::Truncated);
    assert_eq!(compare(whole, "NGUYEN<<PHUC<THI<HOANG<DIEU<HUONG<GIANG"), Match::NoDiacritics);
}

#[test]
fn codes_are_stable_and_the_order_is_nearest_first() {
    let all = [
        Match::Exact,
        Match::TonePlacement,
        Match::LookAlike,
        Match::NoDiacritics,
        Match::Truncated,
        Match::Reordered,
        Match::Different,
    ];
    assert!(all.is_sorted());
    let codes = all.map(Match::code);
    assert_eq!(
        codes,
        ["exact", "tone_placement", "look_alike", "no_diacritics", "truncated", "reordered", "different"]
    );
    assert_eq!(all.map(Match::may_be_one), [true, true, true, true, true, false, false]);
}

#[test]
fn a_tone_does_not_wander_to_the_next_syllable() {
    assert_eq!(compare("Hòa An", "Hoa Àn"), Match::NoDiacritics);
    assert_eq!(compare("Ñan", "Nãn"), Match::NoDiacritics);
}

#[test]
fn decomposed_writing_is_the_same_name_and_not_usual() {
    for name in NAMES {
        let apart: String = name.nfd().collect();
        assert_eq!(compare(name, &apart), Match::Exact, "{name}");
        assert_eq!(compare(name, &name.to_uppercase()), Match::Exact, "{name}");
        assert!(is_usual(name), "{name}");
        assert!(!is_usual(&apart), "{name}");
    }
}

/// Every base, up to two marks in every order: what we call usual is NFC, and composing gives what compares as exact.
#[test]
fn usual_means_nfc() {
    let marks = || ["".to_string()].into_iter().chain(('\u{300}'..='\u{345}').map(|c| c.to_string()));
    let known: BTreeSet<char> = table::letters().flat_map(|c| c.nfd().skip(1).collect::<Vec<_>>()).collect();
    let (mut seen_usual, mut compared) = (0_u32, 0_u32);
    for base in "aceinouyzAĂÂCEÊINOÔƠUƯYđĐøÜśẹʒ".chars() {
        for first in marks() {
            for second in marks() {
                let text = [base.to_string().as_str(), &first, &second].concat();
                let composed: String = text.nfc().collect();
                if is_usual(&text) {
                    assert!(is_nfc(&text), "{}", text.escape_unicode());
                    seen_usual = seen_usual.checked_add(1).unwrap();
                }
                if has_marks_once(&text, &known) {
                    assert_eq!(compare(&text, &composed), Match::Exact, "{}", text.escape_unicode());
                    compared = compared.checked_add(1).unwrap();
                }
            }
        }
    }
    assert!(seen_usual > 600, "{seen_usual}");
    assert!(compared > 10_000, "{compared}");
}

/// No mark twice, and only marks of Latin letters: another one between two of these is not looked behind.
fn has_marks_once(text: &str, known: &BTreeSet<char>) -> bool {
    let marks: Vec<char> = text.nfd().skip(1).collect();
    let once = |mark: &char| marks.iter().filter(|other| *other == mark).count() == 1;
    marks.iter().all(|mark| known.contains(mark) && once(mark))
}

#[test]
fn single_characters_agree_with_the_normaliser() {
    let latin = (0x20..0x250).chain(0x1e00..0x1f00).chain(0x2000..0x2c00).filter_map(char::from_u32);
    for c in latin {
        let text = c.to_string();
        if is_usual(&text) {
            assert!(is_nfc(&text), "{}", text.escape_unicode());
        }
    }
    for c in ('À'..='ỹ').filter(|c| c.is_lowercase() || c.is_uppercase()).filter(|c| !matches!(c, 'Ð' | 'Ɖ')) {
        let text = c.to_string();
        let latin = (u32::from(c) < 0x250) || (0x1e00..0x1f00).contains(&u32::from(c));
        assert!(!latin || is_usual(&text), "{}", text.escape_unicode());
    }
}

#[test]
fn unseen_and_posing_characters_are_unusual() {
    for text in [
        "An\u{202e}",
        "An\u{200b}",
        "An\u{3164}",
        "An\u{180b}",
        "An\u{9b}",
        "An\n",
        "Ðảm",
        "Ɖảm",
        "A\u{301}",
        "\u{212b}",
    ] {
        assert!(!is_usual(text), "{}", text.escape_unicode());
    }
    assert!(is_usual("Số 12, ngõ 3, phường Tân An; tổ 4 – ấp Đông"));
    // Eth of Icelandic stands in a word; where it begins one it poses as Đ. And a mark that no letter is composed with
    // stays behind its own.
    for text in ["GUÐRÚN SIGURÐARDÓTTIR", "Adé Ọlá Bẹ\u{301}lò", "Ran\u{304}i"] {
        assert!(is_usual(text), "{text}");
    }
    for text in ["GUÐRÚN ÐAN", "Ðỗ Thị Ðào", "Bẹ\u{302}", "Ś\u{323}", "Wơ\u{306}\u{301}"] {
        assert!(!is_usual(text), "{text}");
    }
}
