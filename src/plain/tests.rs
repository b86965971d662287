//! Plain codes read one by one: every form, every fault, every keyboard. All people are invented.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::*;
use crate::field::Field;
use crate::value::Value;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const CHIP: &str =
    "001191034826|012345678|Nguyễn Thị Hương Giang|12041991|Nữ|Số 12 ngõ 45, phường Yên Hòa, Hà Nội|01072021";
const MRZ: &str = "IDVNM1910348266001191034826<<79104129F3104127VNM<<<<<<<<<<<8NGUYEN<<THI<HUONG<GIANG<<<<<<<";

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn card(number: &str) -> String {
    let (name, address) = (hex("Nguyễn Bảo An"), hex("Hà Nội"));
    let parent = hex("Nguyễn Thị Hương Giang");
    format!("{number}|{name}|19/09/2022|2|{address}|01 - 025|19/09/2022|-|1/3/2023|01|{parent}|4|01/09/2027|x|y$")
}

fn text(reading: &UnsignedReading, of: Field) -> Option<&str> {
    reading.value(of)?.as_text()
}

/// Year, month and day of a full date.
fn day(reading: &UnsignedReading, of: Field) -> (i32, u32, u32) {
    reading.value(of).unwrap().as_date().unwrap().full().unwrap().civil()
}

fn fault(code: &str) -> (usize, Fault) {
    match read(code) {
        Err(unread) => (unread.part, unread.fault),
        Ok(reading) => panic!("read: {:?}", reading.fields().map(|(row, _)| row.name).collect::<Vec<_>>()),
    }
}

/// CHIP with one part put in the place of another.
fn chip_with(part: usize, written: &str) -> String {
    let mut parts: Vec<_> = CHIP.split('|').collect();
    parts[part] = written;
    parts.join("|")
}

#[test]
fn a_chip_card_of_2021_is_read_whole() {
    let reading = read(CHIP).unwrap();
    assert_eq!((reading.code(), recognise(CHIP)), (PlainKind::ChipCard, Some(PlainKind::ChipCard)));
    assert_eq!(text(&reading, Field::PERSONAL_NO), Some("001191034826"));
    assert_eq!(text(&reading, Field::FULL_NAME), Some("Nguyễn Thị Hương Giang"));
    assert_eq!(text(&reading, Field::GENDER), Some("Nữ"));
    assert_eq!(text(&reading, Field::RESIDENCE), Some("Số 12 ngõ 45, phường Yên Hòa, Hà Nội"));
    assert_eq!(day(&reading, Field::DATE_OF_BIRTH), (1991, 4, 12));
    assert_eq!(day(&reading, Field::ISSUED_ON), (2021, 7, 1));
    let earlier = reading.value(Field::PREVIOUS_NUMBERS).and_then(Value::as_list).unwrap();
    assert_eq!(earlier.iter().map(Value::as_text).collect::<Vec<_>>(), [Some("012345678")]);
    assert!(reading.remarks().is_empty());
}

#[test]
fn what_surrounds_a_code_is_passed_over_and_nothing_else() {
    let around = format!("\u{feff} {} \r\n", CHIP.replace('|', " | "));
    let reading = read(&around).unwrap();
    assert_eq!(text(&reading, Field::PERSONAL_NO), Some("001191034826"));
    assert_eq!(text(&reading, Field::FULL_NAME), Some("Nguyễn Thị Hương Giang"));
    assert_eq!(fault(&format!("x{CHIP}")).1, Fault::NotPlain);
    // A scanner says once what it read. What is recognised and what is read are one.
    assert!(read(&format!("]Q1{CHIP}")).is_ok());
    let twice = format!("]Q1]Q1{CHIP}");
    assert_eq!((recognise(&twice), fault(&twice).1), (None, Fault::NotPlain));
}

#[test]
fn what_a_card_of_2024_adds_is_told_by_its_shape() {
    let more = format!("{CHIP}||001091000017|Nguyễn Văn Bình|Trần Thị Mai|?!9|");
    let reading = read(&more).unwrap();
    let earlier = reading.value(Field::PREVIOUS_NUMBERS).and_then(Value::as_list).unwrap();
    assert_eq!(earlier.iter().map(Value::as_text).collect::<Vec<_>>(), [Some("012345678"), Some("001091000017")]);
    assert!(reading.value(Field::CARD_NO).is_none(), "a health card's field of the same number");
    let parents =
        [Field::FATHER_NAME, Field::MOTHER_NAME].map(|parent| text(&reading, parent).map(ToString::to_string));
    assert_eq!(parents, [Some("Nguyễn Văn Bình".to_string()), Some("Trần Thị Mai".to_string())]);
    assert_eq!(reading.remarks(), [Remark::PartsLeftOut, Remark::ParentsByOrder]);
    let third = read(&format!("{CHIP}|Cha A|Mẹ B|Ai C")).unwrap();
    assert!(third.remarks().contains(&Remark::PartsLeftOut) && third.value(Field::SPOUSE_NAME).is_none());
}

#[test]
fn dates_may_be_partial_and_parts_empty() {
    let born = |written: &str| {
        let reading = read(&chip_with(3, written)).unwrap();
        let date = reading.value(Field::DATE_OF_BIRTH).unwrap().as_date().unwrap();
        (date.earliest().civil(), date.latest().civil())
    };
    let year = ((1991, 1, 1), (1991, 12, 31));
    assert_eq!(born("1991"), year);
    assert_eq!(born("00001991"), year);
    assert_eq!(born("041991"), ((1991, 4, 1), (1991, 4, 30)));
    assert_eq!(born("00041991"), ((1991, 4, 1), (1991, 4, 30)));
    assert_eq!(born("2/4/1991"), ((1991, 4, 2), (1991, 4, 2)));
    let empty = read("001191034826||Nguyễn Thị Hương Giang||||").unwrap();
    assert_eq!(empty.fields().count(), 2);
}

#[test]
fn each_part_of_a_chip_card_has_its_fault() {
    for odd in ["12345", "12 345 678 9", "CMND 012345678", "không"] {
        let reading = read(&chip_with(1, odd)).unwrap();
        assert!(reading.value(Field::PREVIOUS_NUMBERS).is_none(), "{odd}");
        assert_eq!(reading.remarks(), [Remark::PartsLeftOut], "{odd}: costs that part, not the card");
    }
    assert_eq!(fault(&chip_with(2, "")), (2, Fault::Text));
    assert_eq!(fault(&chip_with(2, "Nguyễn 1")), (2, Fault::Text));
    assert_eq!(fault(&chip_with(2, &"a".repeat(201))), (2, Fault::TooLong));
    for odd in ["31021991", "12131991", "1204199", "120419910", "1/2/3/1991", "12/4/91", "+1/4/1991"] {
        assert_eq!(fault(&chip_with(3, odd)), (3, Fault::Date), "{odd}");
    }
    assert_eq!(fault(&chip_with(4, "Khác")), (4, Fault::Gender));
    assert_eq!(fault(&chip_with(6, "00000000")), (6, Fault::Date));
    assert_eq!(fault(&format!("{CHIP}{}", "|".repeat(10))), (16, Fault::Parts));
    assert_eq!(fault(&chip_with(5, &"a".repeat(1024))).1, Fault::TooLong);
    for other in ["", "001191034826", "001191034826|||||", "01191034826||a|1991|Nam||", "https://example.org/?a|b"] {
        assert_eq!((fault(other).1, recognise(other)), (Fault::NotPlain, None), "{other}");
    }
}

#[test]
fn genders_are_known_however_they_are_composed() {
    for written in ["Nữ", "NỮ", "Nu\u{31b}\u{303}", "nu"] {
        assert_eq!(text(&read(&chip_with(4, written)).unwrap(), Field::GENDER), Some("Nữ"), "{written}");
    }
}

#[test]
fn a_health_card_is_read_whole() {
    let code = card("TE1010199887766");
    let reading = read(&code).unwrap();
    assert_eq!((reading.code(), recognise(&code)), (PlainKind::HealthCard, Some(PlainKind::HealthCard)));
    assert_eq!(text(&reading, Field::CARD_NO), Some("TE1010199887766"));
    assert_eq!(text(&reading, Field::FULL_NAME), Some("Nguyễn Bảo An"));
    assert_eq!(text(&reading, Field::GENDER), Some("Nữ"));
    assert_eq!(text(&reading, Field::OBJECT_CODE), Some("TE"));
    assert_eq!(reading.value(Field::BENEFIT_LEVEL).unwrap().as_int(), Some(1));
    assert_eq!(text(&reading, Field::PARENT_NAME), Some("Nguyễn Thị Hương Giang"));
    assert_eq!(text(&reading, Field::LIVING_AREA), Some("4"));
    assert_eq!(text(&reading, Field::FACILITY_CODE), Some("01 - 025"));
    assert_eq!(day(&reading, Field::VALID_FROM), (2022, 9, 19));
    assert_eq!(day(&reading, Field::FIVE_YEARS_ON), (2027, 9, 1));
    assert!(reading.value(Field::VALID_UNTIL).unwrap().is_none(), "an open end is said");
    let residence = reading.fields().find(|(row, _)| row.field == Field::RESIDENCE).unwrap();
    assert_eq!((residence.0.kind, residence.1.as_text()), (Some(Kind::IDENTITY), Some("Hà Nội")));
    assert_eq!(reading.remarks(), [Remark::PartsLeftOut]);
}

#[test]
fn the_three_forms_of_a_health_number() {
    let personal = read(&card("001322015908")).unwrap();
    assert_eq!(text(&personal, Field::PERSONAL_NO), Some("001322015908"));
    let short = read(&card("0199887766")).unwrap();
    assert!(short.value(Field::PERSONAL_NO).is_none() && short.value(Field::OBJECT_CODE).is_none());
    for odd in ["TE6010199887766", "TE101019988776", "T11010199887766", "12345678901"] {
        assert_eq!((fault(&card(odd)).1, recognise(&card(odd))), (Fault::NotPlain, None), "{odd}");
    }
}

#[test]
fn each_part_of_a_health_card_has_its_fault() {
    let with = |part: usize, written: &str| {
        let code = card("0199887766");
        let mut parts: Vec<_> = code.trim_end_matches('$').split('|').collect();
        parts[part] = written;
        fault(&format!("{}$", parts.join("|")))
    };
    assert_eq!(with(1, "4e6"), (1, Fault::Hex));
    assert_eq!(with(1, "4e6g"), (1, Fault::Hex));
    assert_eq!(with(1, "ff"), (1, Fault::Hex));
    assert_eq!(with(1, ""), (1, Fault::Text));
    assert_eq!(with(1, "+4"), (1, Fault::Hex));
    assert_eq!(with(2, "19/09/22"), (2, Fault::Date));
    assert_eq!(with(3, "3"), (3, Fault::Gender));
    assert_eq!(with(7, "never"), (7, Fault::Date));
    assert_eq!(fault(&format!("{}{}$", card("0199887766"), "|".repeat(32))), (32, Fault::Parts));
    assert_eq!(recognise("0199887766|4e|1991|1|||$"), None, "too few parts");
}

#[test]
fn a_machine_readable_zone_is_read_whole() {
    let lines: Vec<_> = (0..3).map(|line| &MRZ[line * 30..line * 30 + 30]).collect();
    for zone in [MRZ.to_string(), lines.join("\n"), lines.join("\r\n"), format!("{}\r", lines.join(" "))] {
        assert_eq!(recognise(&zone), Some(PlainKind::Mrz));
        let reading = read(&zone).unwrap();
        assert_eq!(text(&reading, Field::PERSONAL_NO), Some("001191034826"));
        assert_eq!(text(&reading, Field::FULL_NAME), Some("NGUYEN THI HUONG GIANG"));
        assert_eq!(text(&reading, Field::GENDER), Some("Nữ"));
        assert_eq!(text(&reading, Field::NATIONALITY), Some("VNM"));
        assert_eq!(day(&reading, Field::DATE_OF_BIRTH), (1991, 4, 12));
        assert_eq!(day(&reading, Field::VALID_UNTIL), (2031, 4, 12));
        assert!(reading.remarks().is_empty());
    }
}

/// The synthetic example that the layout was derived from.
#[test]
fn the_example_of_the_layout_checks() {
    let zone = "IDVNM3030000196001303000019<<7\n0305152F2805151VNM<<<<<<<<<<<4\nNGUYEN<<THI<THU<<<<<<<<<<<<<<<";
    let reading = read(zone).unwrap();
    assert_eq!(
        (text(&reading, Field::PERSONAL_NO), day(&reading, Field::DATE_OF_BIRTH)),
        (Some("001303000019"), (2003, 5, 15))
    );
}

fn digit(text: &str) -> String {
    let worth = |c: char| c.to_digit(36).filter(|_| c != '<').unwrap_or(0);
    let sum: u32 = text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| worth(c) * weight).sum();
    (sum % 10).to_string()
}

/// A zone with its check digits computed here, by the letter of ICAO 9303 part 3 §4.9.
fn zone(number: &str, personal: &str, birth: &str, expiry: &str, name: &str) -> String {
    let optional = format!("{personal}<<");
    let first = format!("{number}{}{optional}{}", digit(number), digit(&optional));
    let (birth, expiry) = (format!("{birth}{}", digit(birth)), format!("{expiry}{}", digit(expiry)));
    let composite = digit(&format!("{first}{birth}{expiry}{}", "<".repeat(11)));
    format!("IDVNM{first}{birth}F{expiry}VNM{}{composite}{name:<<30}", "<".repeat(11))
}

fn usual(birth: &str, expiry: &str, name: &str) -> String {
    zone("191034826", "001191034826", birth, expiry, name)
}

#[test]
fn the_zone_of_the_tests_is_the_one_above() {
    assert_eq!(usual("910412", "310412", "NGUYEN<<THI<HUONG<GIANG"), MRZ);
}

/// Every single character of the two first lines is covered by a check digit or a rule.
#[test]
fn one_misread_character_is_found() {
    for at in 5..60 {
        let before = MRZ.as_bytes()[at];
        for other in [b'0', b'7', b'A', b'<'] {
            // Their weights are equal modulo 10 for some pairs (0 and A and <): those a check digit cannot tell apart.
            let same = |byte: u8| char::from(byte).to_digit(36).unwrap_or(0) % 10;
            if other == before || same(other) == same(before) {
                continue;
            }
            let mut zone = MRZ.as_bytes().to_vec();
            zone[at] = other;
            let code = String::from_utf8(zone).unwrap();
            // The place of sex and of nationality are under no check digit.
            if at != 37 && !(45..48).contains(&at) {
                assert_eq!(fault(&code).1, Fault::CheckDigit, "{at}: {}", char::from(other));
            }
        }
    }
}

/// Each digit is asked on its own: another one is found though the last digit, which is computed over all of them, is
/// made to fit.
#[test]
fn each_check_digit_counts_by_itself() {
    for (at, line) in [(14, 0), (29, 0), (36, 1), (44, 1)] {
        let mut zone = MRZ.as_bytes().to_vec();
        zone[at] = b'0' + (zone[at] - b'0' + 1) % 10;
        let over: String = [5..30, 30..37, 38..45, 48..59]
            .into_iter()
            .flat_map(|places| zone[places].to_vec())
            .map(char::from)
            .collect();
        zone[59] = digit(&over).as_bytes()[0];
        assert_eq!(fault(&String::from_utf8(zone).unwrap()), (line, Fault::CheckDigit), "{at}");
    }
}

#[test]
fn the_two_copies_of_the_number_are_held_against_each_other() {
    let other = zone("191034827", "001191034826", "910412", "310412", "NGUYEN<<AN");
    assert_eq!(fault(&other), (0, Fault::NumbersDiffer));
    assert_eq!(fault(&zone("191034826", "00119103482A", "910412", "310412", "NGUYEN<<AN")), (0, Fault::Number));
    assert_eq!(fault(&usual("911312", "310412", "NGUYEN<<AN")), (1, Fault::Date));
    assert_eq!(fault(&usual("910412", "319999", "NGUYEN<<AN")), (1, Fault::Date));
    assert_eq!(fault(&usual("910412", "310412", "NGUYEN<<AN2")), (2, Fault::Text));
    assert_eq!(fault(&usual("910412", "310412", "")), (2, Fault::Text));
}

#[test]
fn what_a_zone_cannot_say_is_remarked() {
    let cut = read(&usual("910412", "310412", "NGUYENTHIEN<<HOANG<HUONG<GIANG")).unwrap();
    assert_eq!(cut.remarks(), [Remark::NameCut]);
    let forever = read(&usual("910412", "991231", "NGUYEN<<AN")).unwrap();
    assert!(forever.value(Field::VALID_UNTIL).unwrap().is_none());
    assert_eq!(forever.remarks(), [Remark::NoEndAssumed]);
    // A year that the number does not repeat: new numbers need not have the old structure.
    let odd = read(&usual("880412", "310412", "NGUYEN<<AN")).unwrap();
    assert!(odd.value(Field::DATE_OF_BIRTH).is_none());
    assert_eq!(odd.remarks(), [Remark::CenturyUnknown]);
    let partial = read(&usual("91<<<<", "310412", "NGUYEN<<AN")).unwrap();
    assert_eq!(partial.value(Field::DATE_OF_BIRTH).unwrap().as_date().unwrap().full(), None);
    assert_eq!(recognise(&MRZ.replace("IDVNM", "IDUTO")), None);
    // The last filler behind the name is lost: the rest stands, and that the name is whole is not known.
    let short = read(&MRZ[..89]).unwrap();
    assert_eq!((recognise(&MRZ[..89]), short.remarks()), (Some(PlainKind::Mrz), &[Remark::NameCut][..]));
}

/// Scanners and people lose fillers; each line has one run of them that says nothing else.
#[test]
fn lost_fillers_are_put_back_where_the_check_digits_hold_and_a_shorter_line_is_told() {
    let whole = read(MRZ).unwrap();
    let [first, second, third] = [&MRZ[..30], &MRZ[30..60], &MRZ[60..]];
    for (first, second, third) in [
        (first.replace("<<", "<"), second.to_owned(), third.to_owned()),
        (first.replace("<<", ""), second.replace("<<<<<<<<<<<", ""), third.trim_end_matches('<').to_owned()),
        (first.to_owned(), second.replace("<<<<<<<<<<<", "<<<"), third.to_owned()),
    ] {
        let read = read(&format!("{first}\r\n{second}\r\n{third}\r\n")).unwrap();
        let same = read.fields().zip(whole.fields()).all(|((a, x), (b, y))| a.name == b.name && x == y);
        assert!(same && read.fields().count() == whole.fields().count(), "{first} {second} {third}");
    }
    assert_eq!(fault(&format!("{}\n{second}\n{third}", &first[..27])), (0, Fault::LineShort));
    assert_eq!(fault(&format!("{first}\n{}\n{third}", &second[..18])), (1, Fault::LineShort));
    // A digit is lost, and the fillers that make up for it move the rest: a check digit does not hold.
    assert_eq!(fault(&format!("{}\n{second}\n{third}", first.replacen("19", "1", 1))), (0, Fault::CheckDigit));
    let long = format!("{first}<\n{second}\n{third}");
    assert_eq!(fault(&long), (0, Fault::NotPlain));
}

#[test]
fn a_keyboard_that_altered_a_code_is_told() {
    let frame = "DC1:RRQGBB5Y4 60SX1XWGERKOE6B59ADU/54F/BB1OB732Y4FBB2XO380- C-TCB$CBECP9EUYC";
    let card = card("TE1010199887766");
    for honest in [CHIP, MRZ, frame, &card, "6BF590B20FFWJWG.FKJ05", "https://example.org", "", "Xin chào"] {
        assert_eq!(what_altered(honest), None, "{honest}");
    }
    let swap = |text: &str| -> String {
        text.chars()
            .map(|c| if c.is_lowercase() { c.to_uppercase().next() } else { c.to_lowercase().next() }.unwrap())
            .collect()
    };
    // Shorter than a signature alone is it no such code: a hash in hexadecimal may begin so by chance.
    let hash = "6bf0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e";
    assert_eq!((what_altered(hash), what_altered("V7fXq0wPzKk")), (None, None));
    let unprefixed = "6BF590B20FFWJWG.".repeat(6);
    for (code, what) in [(CHIP, "chip"), (MRZ, "mrz"), (frame, "frame"), (&*card, "card"), (&*unprefixed, "169")] {
        assert_eq!(what_altered(&swap(code)), Some(Altered::CapsLock), "{what}");
    }
    let telex = |text: &str| text.replace("EE", "Ê").replace("AN", "ÂN").replace("RQ", "ẢQ");
    assert_eq!(what_altered(&telex(frame)), Some(Altered::InputMethod));
    assert_eq!(what_altered(&frame.replace("SX1X", "sX1x")), Some(Altered::InputMethod));
    assert_eq!(what_altered(&MRZ.replace("GIANG", "GIÂNG")), Some(Altered::InputMethod));
    assert_eq!(what_altered(&card.replacen("e1", "é", 1)), Some(Altered::InputMethod));
    assert_eq!(what_altered(&CHIP.replace("12041991", "120419o1")), Some(Altered::InputMethod));
    let unread = read(&swap(CHIP)).unwrap_err();
    assert_eq!((unread.fault, unread.reason()), (Fault::Altered(Altered::CapsLock), Reason::ScanKeyboardAltered));
}

#[test]
fn no_character_of_a_code_is_printed() {
    let reading = read(CHIP).unwrap();
    assert_eq!(format!("{reading:?}"), "UnsignedReading { code: ChipCard, .. }");
    assert_eq!(reading.reason().code(), "plain.unsigned");
    let unread = read(&chip_with(3, "Giang")).unwrap_err();
    assert!(!format!("{unread:?} {unread}").contains("Giang"));
}
