//! Cards as wrong code pages, layouts and input methods hand them over: each is told, none is read as another name, and
//! no honest one is told.

use doichieu::plain::{self, Altered, Fault, what_altered};

/// Family names, middle names and given names of which those of the cards are put together.
const FAMILY: [&str; 16] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý",
];
const MIDDLE: [&str; 12] =
    ["Văn", "Thị", "Hữu", "Đức", "Minh", "Thanh", "Ngọc", "Quốc", "Xuân", "Như", "Thị Hương", "Hoài"];
const GIVEN: [&str; 20] = [
    "Đạt",
    "Giang",
    "Bình",
    "Hùng",
    "Quý",
    "Thủy",
    "Hoà",
    "Kỳ",
    "Nghĩa",
    "Trinh",
    "Khuê",
    "Oanh",
    "Uyên",
    "Ánh",
    "Ước",
    "Yến",
    "Phượng",
    "Ân",
    "An",
    "Lam",
];
const PLACES: [&str; 8] = [
    "Phường Yên Hòa, Hà Nội",
    "Số 12/3 Đường 3/2, P. 12, Q. 10, TP. Hồ Chí Minh",
    "Xã Krông Búk, Đắk Lắk",
    "Thôn Đồng Kỵ (khu B), Từ Sơn, Bắc Ninh",
    "Ấp 4, Vĩnh Lộc B, TP HCM",
    "Buôn Ea Kňốp, Ea Kar",
    "TDP Nguyễn Trãi & Lê Lợi, Phường Nghĩa Lộ",
    "Tổ 5, KTX ĐHQG, Đông Hòa",
];

/// Cards of people in invented names: every combination.
fn cards() -> impl Iterator<Item = String> {
    let names = FAMILY.iter().flat_map(|family| {
        MIDDLE.iter().flat_map(move |middle| GIVEN.map(|given| format!("{family} {middle} {given}")))
    });
    names
        .zip(PLACES.iter().cycle().zip(["Nam", "Nữ"].iter().cycle()))
        .map(|(name, (place, gender))| format!("001091034826||{name}|12041991|{gender}|{place}|15082024"))
}

/// TCVN 5712:1993, VN3: where a font puts Vietnamese letters, as Windows-1252 shows them.
const TCVN3: &str = "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u{ad} ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Đ§ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Á¸ Ấ\u{ca} Ứø Ướ Ánh";

/// VNI for Windows: a vowel and its marks as a letter of their own.
const VNI: &str = "àaø ảaû ãaõ áaù ạaï ăaê ằaè ẳaú ẵaü ắaé ặaë âaâ ầaà ẩaå ẫaã ấaá ậaä đñ èeø ẻeû ẽeõ éeù ẹeï êeâ ềeà ểeå ễeã ếeá ệeä ỉæ ĩó ịò òoø ỏoû õoõ óoù ọoï ôoâ ồoà ổoå ỗoã ốoá ộoä ơô ờôø ởôû ỡôõ ớôù ợôï ùuø ủuû ũuõ úuù ụuï ưö ừöø ửöû ữöõ ứöù ựöï ỳyø ỷyû ỹyõ ýyù ỵî ĐÑ ÁAÙ ÂAÂ ẤAÁ ÊEÂ ÔOÂ ƯÖ ỨÖÙ";

fn by_table(text: &str, table: &str) -> String {
    let rows: Vec<(char, &str)> = table
        .split(' ')
        .filter_map(|row| {
            let mut rest = row.chars();
            rest.next().map(|first| (first, rest.as_str()))
        })
        .collect();
    text.chars()
        .map(|c| rows.iter().find(|(of, _)| *of == c).map_or_else(|| c.to_string(), |(_, to)| (*to).to_owned()))
        .collect()
}

/// UTF-8 read as Windows-1252, whose five empty places Windows shows as controls.
fn as_windows_1252(text: &str) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    text.bytes()
        .map(|byte| {
            let high = byte.checked_sub(0x80).and_then(|place| HIGH.get(usize::from(place)));
            high.copied().unwrap_or_else(|| char::from(byte))
        })
        .collect()
}

/// Letters beyond ASCII as this makes of them; the rest as it is.
fn each_letter(text: &str, to: impl Fn(char) -> String) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { to(c) }).collect()
}

/// What the keys of the digits type where Windows' Vietnamese layout is switched on, and on a French keyboard.
fn typed(text: &str, digits: [&str; 10], bar: &str) -> String {
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => {
                digits.iter().zip(0..).find(|(_, of)| *of == digit).map_or("", |(typed, _)| *typed).to_owned()
            }
            None if c == '|' => bar.to_owned(),
            None => c.to_string(),
        })
        .collect()
}

const VIETNAMESE: [&str; 10] = ["đ", "ă", "â", "ê", "ô", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
const AZERTY: [&str; 10] = ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"];
const SAME: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

#[test]
fn no_honest_card_is_told_to_be_altered() {
    for card in cards() {
        assert_eq!(what_altered(&card), None, "{card}");
        let apart: String = unicode_normalization::UnicodeNormalization::nfd(card.as_str()).collect();
        assert_eq!(what_altered(&apart), None, "{card}, taken apart");
        assert!(plain::read(&card).is_ok(), "{card}");
    }
    for name in [
        "H'Nhi Niê Kđăm",
        "Y Bhĭm Êban",
        "Jean-François Müller",
        "K'Brŏi",
        "O’Brien Ngô",
        "Lò Thị Piệu",
        "Noël Raphaël Đinh",
    ] {
        assert_eq!(what_altered(&format!("001091034826||{name}|1991|Nam|Hà Nội|2024")), None, "{name}");
    }
}

#[test]
fn every_card_through_a_wrong_code_page_or_layout_is_told() {
    type Way = (&'static str, Altered, fn(&str) -> String);
    let ways: [Way; 9] = [
        ("UTF-8 as Windows-1252", Altered::CodePage, as_windows_1252),
        ("UTF-8 as Latin-1", Altered::CodePage, |card| card.bytes().map(char::from).collect()),
        ("question marks", Altered::CodePage, |card| each_letter(card, |_| "?".to_owned())),
        ("replacement characters", Altered::CodePage, |card| each_letter(card, |_| "\u{fffd}".to_owned())),
        ("TCVN3", Altered::CodePage, |card| by_table(card, TCVN3)),
        ("VNI", Altered::CodePage, |card| by_table(card, VNI)),
        ("Windows' Vietnamese layout", Altered::Layout, |card| typed(card, VIETNAMESE, "|")),
        ("AZERTY", Altered::Layout, |card| typed(card, AZERTY, "µ")),
        ("QWERTZ", Altered::Layout, |card| typed(card, SAME, "'")),
    ];
    for (way, altered, alter) in ways {
        let (mut all, mut missed) = (0_usize, Vec::new());
        for card in cards() {
            let arrived = alter(&card);
            all = all.saturating_add(1);
            if what_altered(&arrived) != Some(altered) {
                missed.push(arrived);
            } else {
                assert_eq!(
                    plain::read(&arrived).err().map(|unread| unread.fault),
                    Some(Fault::Altered(altered)),
                    "{way}"
                );
            }
        }
        assert!(missed.is_empty(), "{way}: {} of {all}, {:?}", missed.len(), missed.iter().take(5).collect::<Vec<_>>());
    }
}

/// Letters that Alt and the number pad could not type are gone. Where no word lost its only vowel nothing tells; those
/// are counted.
#[test]
fn a_card_that_lost_its_letters_is_told_wherever_a_word_shows_it() {
    let (mut all, mut missed) = (0_usize, 0_usize);
    for card in cards().filter(|card| !card.is_ascii()) {
        let arrived = each_letter(&card, |_| String::new());
        all = all.saturating_add(1);
        missed = missed.saturating_add(usize::from(what_altered(&arrived) != Some(Altered::LettersLost)));
    }
    assert!(missed.saturating_mul(100) <= all, "{missed} of {all}");
}
