#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Plate, Series, places, same_plate};
use std::format;

fn series(text: &str) -> Option<Series> {
    Plate::read(text).map(Plate::series)
}

#[test]
fn every_series_is_read_with_four_figures_and_with_five() {
    for (text, of) in [
        ("30K-482.17", Series::Car),
        ("51F-1234", Series::Car),
        ("80A 123.45", Series::Car),
        ("59-X1 123.45", Series::Motorcycle),
        ("59X1-1234", Series::Motorcycle),
        ("43E1-275.60", Series::Motorcycle),
        ("29-AA 123.45", Series::TwoLetters),
        ("29AA-1234", Series::TwoLetters),
        ("29LD-123.45", Series::Special),
        ("51DA-1234", Series::Special),
        ("29KT 123.45", Series::Special),
        ("60MK-123.45", Series::Special),
        ("61HC-000.12", Series::Special),
        ("51R-123.45", Series::Special),
        ("29-MĐ1 123.45", Series::Special),
        ("29-TĐ 123.45", Series::Special),
        ("80-123-NG-45", Series::Diplomatic),
        ("29-511-QT-01", Series::Diplomatic),
        ("41-222-CV-33", Series::Diplomatic),
        ("29-888-NN-09", Series::Diplomatic),
        ("TM-12-34", Series::Military),
        ("T29-123.45", Series::Temporary),
    ] {
        assert_eq!(series(text), Some(of), "{text}");
        assert_eq!(series(&text.to_lowercase()), Some(of), "{text}");
    }
}

#[test]
fn without_separators_a_letter_and_five_figures_are_a_car() {
    assert_eq!(series("30K48217"), Some(Series::Car));
    assert_eq!(series("30K4 8217"), Some(Series::Motorcycle), "K4, then four");
    assert_eq!(series("30-K4-8217"), Some(Series::Motorcycle));
    assert_eq!(series("30K0-8217"), Some(Series::Car), "there is no series K0");
    assert_eq!(series("59X112345"), Some(Series::Motorcycle), "six figures");
    assert_eq!(series("59X012345"), None);
}

#[test]
fn d_stroke_is_kept_and_d_stands_in_for_it() {
    for text in ["29-MĐ1 123.45", "29-MÐ1 123.45", "29-mđ1 123.45", "29-MD1 123.45"] {
        assert_eq!(series(text), Some(Series::Special), "{text}");
    }
    assert_eq!(series("29-Đ1 123.45"), None, "Đ alone is no series");
}

#[test]
fn what_the_grammar_does_not_know() {
    for text in [
        "",
        "-",
        "30",
        "30K",
        "30K-123",
        "30K-123.456.7",
        "O0K-482.17",
        "30I-482.17",
        "30Q-482.17",
        "42A-123.45",
        "96A-123.45",
        "00A-123.45",
        "30ABC-123.45",
        "80-123-XX-45",
        "80-12-NG-45",
        "TMA-1234",
        "T29-123",
        "ba mươi ca",
        "30K-482.17 30K-482.17",
    ] {
        assert_eq!(series(text), None, "{text}");
    }
}

#[test]
fn old_numbers_and_new_ones_are_as_good() {
    let unit = |text| Plate::read(text).unwrap().unit();
    assert_eq!(unit("61A-123.45"), Some("TP Hồ Chí Minh"), "Bình Dương before the merger");
    assert_eq!(unit("72A-123.45"), Some("TP Hồ Chí Minh"));
    assert_eq!(unit("51A-123.45"), Some("TP Hồ Chí Minh"));
    assert_eq!(unit("98A-123.45"), Some("Bắc Ninh"), "Bắc Giang");
    assert_eq!(unit("13A-1234"), None, "Hà Bắc is in no table any more, and its plates still drive");
    assert_eq!(unit("80A-123.45"), Some("Cục Cảnh sát giao thông"));
    assert_eq!(unit("TM-12-34"), None);
}

#[test]
fn no_number_belongs_to_two_units() {
    let known = (0..=99).filter(|number| places::unit(*number).is_some()).count();
    assert_eq!(known, 81);
    for number in [42, 44, 45, 46, 87, 91, 96] {
        assert!(!places::is_known(number), "{number}");
    }
}

#[test]
fn nothing_of_a_plate_is_printed() {
    let printed = format!("{:?}", Plate::read("30K-482.17").unwrap());
    assert_eq!(printed, "Plate { series: Car, .. }");
}

#[test]
fn one_plate_in_two_spellings() {
    assert!(same_plate("51F-123.45", "51f 12345"));
    assert!(same_plate("29-MĐ1 123.45", "29MĐ112345"));
    assert!(same_plate("29-MĐ1 123.45", "29MD112345"));
    assert!(same_plate("29-MÐ1 123.45", "29-MĐ1 123.45"));
    assert!(!same_plate("51F-123.45", "51F-123.46"));
    assert!(!same_plate("51F-123.45", "51F-1234"));
    assert!(!same_plate("29-DĐ1 123.45", "29-ĐD1 123.45"));
}
