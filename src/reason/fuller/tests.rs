//! A text is filled whole or said without values.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Filling, Reason, for_so_long, fuller};
use crate::language::{Language, Text};
use std::collections::BTreeSet;
use std::string::String;

/// The places of a text.
const SLOTS: [&str; 6] = ["{age}", "{part}", "{day}", "{first}", "{last}", "{classes}"];

fn slots(text: &str) -> BTreeSet<&'static str> {
    SLOTS.into_iter().filter(|slot| text.contains(slot)).collect()
}

fn full() -> Filling {
    Filling {
        age: Some(3 * 86_400),
        part: Some(Text::new("Phần ô tô", "Car part")),
        day: Some((2026, 11, 2)),
        first: Some((2026, 1, 1)),
        last: Some((2026, 12, 31)),
        classes: Some(String::from("A1, B")),
    }
}

#[test]
fn both_languages_have_the_same_places_and_only_places_that_can_be_filled() {
    let rows = Reason::ALL.iter().filter_map(|reason| fuller(*reason).map(|texts| (reason.code(), texts)));
    let mut count = 0;
    for (code, Text { vi, en }) in rows {
        count += 1;
        assert_eq!(slots(vi), slots(en), "{code}");
        assert!(!slots(vi).is_empty(), "{code} has nothing to fill in");
        assert_eq!(vi.matches('{').count(), slots(vi).len(), "{code}: a place nobody fills, or one twice");
        assert_eq!(en.matches('{').count(), slots(en).len(), "{code}");
    }
    assert!(count >= 16);
}

#[test]
fn a_text_is_filled_whole_or_said_without_values() {
    for reason in Reason::ALL.iter().filter(|reason| fuller(**reason).is_some()) {
        let row = reason.row();
        for language in [Language::Vi, Language::En] {
            let whole = row.about_filled(language, None, &full());
            assert!(!whole.contains(['{', '}']), "{}: {}", row.code, *whole);
            assert_ne!(*whole, row.about(language, None), "{}", row.code);
            assert_eq!(*row.about_filled(language, None, &Filling::default()), row.about(language, None));
        }
    }
    let mut half = full();
    half.day = None;
    let row = Reason::LicenceExpired.row();
    assert_eq!(*row.about_filled(Language::Vi, None, &half), row.text.vi);
    let row = Reason::HealthNotInForce.row();
    let mut open = full();
    open.last = None;
    assert_eq!(*row.about_filled(Language::En, None, &open), row.text.en);
}

#[test]
fn an_officer_reads_a_date_as_it_is_written_at_home() {
    let said = |reason: Reason, language| reason.row().about_filled(language, None, &full());
    assert_eq!(
        *said(Reason::LicenceExpired, Language::Vi),
        "Phần ô tô của giấy phép lái xe đã hết hạn ngày 02/11/2026"
    );
    assert_eq!(*said(Reason::LicenceExpired, Language::En), "Car part of the driving licence: expired on 2026-11-02");
    assert_eq!(*said(Reason::LicenceClassNotCovering, Language::Vi), "Hạng A1, B không phù hợp với xe này");
    assert_eq!(
        *said(Reason::PostListsTooOld, Language::Vi),
        "Chưa rõ tình trạng hiện tại: danh sách trong máy này đã cũ 3 ngày"
    );
}

#[test]
fn a_length_of_time_is_told_in_its_largest_unit() {
    let cases = [
        (0, "0 giây"),
        (119, "119 giây"),
        (120, "2 phút"),
        (7199, "119 phút"),
        (7200, "2 giờ"),
        (172_799, "47 giờ"),
        (172_800, "2 ngày"),
        (u64::MAX, "213503982334601 ngày"),
    ];
    for (seconds, told) in cases {
        assert_eq!(for_so_long(seconds, Language::Vi), told);
    }
    assert_eq!(for_so_long(172_800, Language::En), "2 days");
}

#[test]
fn what_a_paper_says_is_not_printed() {
    let printed = std::format!("{:?}", full());
    assert!(!printed.contains("A1") && !printed.contains("2026"), "{printed}");
    let row = Reason::LicenceExpired.row();
    assert!(row.about_filled(Language::En, None, &full()).strip_prefix("Car part").is_some());
    assert_eq!(full().classes.as_deref().unwrap(), "A1, B");
}
