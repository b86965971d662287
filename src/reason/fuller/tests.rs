//! A text is filled whole or said without values.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::super::{Turn, for_so_long};
use super::{Filling, Reason, fuller};
use crate::field::{Field, Kind, row};
use crate::language::{Language, Text};
use std::collections::BTreeSet;
use std::string::{String, ToString};

/// The places of a text.
const SLOTS: [&str; 8] = ["{age}", "{part}", "{paper}", "{day}", "{n}", "{first}", "{last}", "{classes}"];

fn slots(text: &str) -> BTreeSet<&'static str> {
    SLOTS.into_iter().filter(|slot| text.contains(slot)).collect()
}

pub(in super::super) fn full() -> Filling {
    let part = row(Kind::DRIVING_LICENCE, Field::CAR_PART);
    let mut full = Filling::of(Some(3 * 86_400), None).for_kind(Some(Kind::DRIVING_LICENCE)).about(part);
    full.day = Some((2026, 11, 2));
    full.days_since = Some(28);
    full.first = Some((2026, 1, 1));
    full.last = Some((2026, 12, 31));
    full.classes = Some(String::from("A1, B"));
    full
}

fn turned(turn: Option<Turn>) -> Filling {
    let mut filling = full();
    filling.turn = turn;
    filling
}

#[test]
fn both_languages_have_the_same_places_and_only_places_that_can_be_filled() {
    let rows = Reason::ALL.iter().flat_map(|reason| fuller(*reason).iter().map(|(_, text)| (reason.code(), text)));
    let mut count = 0;
    for (code, Text { vi, en }) in rows {
        count += 1;
        assert_eq!(slots(vi), slots(en), "{code}");
        assert_eq!(vi.matches('{').count(), slots(vi).len(), "{code}: a place nobody fills, or one twice");
        assert_eq!(en.matches('{').count(), slots(en).len(), "{code}");
    }
    assert!(count >= 16);
}

#[test]
fn a_text_is_filled_whole_or_said_without_values() {
    for reason in Reason::ALL.iter().filter(|reason| !fuller(**reason).is_empty()) {
        let row = reason.row();
        for language in [Language::Vi, Language::En] {
            let turns = [None, Some(Turn::Ahead), Some(Turn::Past), Some(Turn::LateAnswer)];
            let said = turns.map(|turn| row.about_filled(language, None, &turned(turn)));
            assert!(said.iter().all(|whole| !whole.contains(['{', '}'])), "{}", row.code);
            assert!(said.iter().any(|whole| **whole != row.about(language, None)), "{}", row.code);
            assert_eq!(*row.about_filled(language, None, &Filling::default()), row.about(language, None));
        }
    }
    let mut half = full();
    half.day = None;
    let row = Reason::IdentityExpired.row();
    assert_eq!(*row.about_filled(Language::Vi, None, &half), row.text.vi);
    let mut open = turned(Some(Turn::Past));
    open.last = None;
    let row = Reason::HealthNotInForce.row();
    assert_eq!(*row.about_filled(Language::En, None, &open), "The health insurance card has ended");
}

#[test]
fn an_officer_reads_a_date_as_it_is_written_at_home() {
    let said = |reason: Reason, language| reason.row().about_filled(language, None, &full());
    assert_eq!(
        *said(Reason::LicenceExpired, Language::Vi),
        "Phần ô tô của GPLX đã hết hạn ngày 02/11/2026, quá 28 ngày"
    );
    assert_eq!(
        *said(Reason::LicenceExpired, Language::En),
        "Car part of the licence: expired on 2 Nov 2026, 28 days ago"
    );
    assert_eq!(*said(Reason::LicenceClassNotCovering, Language::Vi), "Hạng A1, B không phù hợp với xe này");
    assert_eq!(
        *said(Reason::PostListsTooOld, Language::Vi),
        "Danh sách trong máy này đã cũ 3 ngày: chưa rõ tình trạng hiện tại"
    );
}

#[test]
fn a_name_within_a_sentence_begins_small() {
    let said = |reason: Reason, language| reason.row().about_filled(language, None, &full());
    assert_eq!(
        *said(Reason::CurrentStatusStale, Language::Vi),
        "Dữ liệu trong máy này đã cũ 3 ngày: chưa rõ tình trạng phần ô tô của GPLX"
    );
    assert_eq!(*said(Reason::CurrentSuspended, Language::En), "As of 3 days ago, suspended: driving licence");
}

/// One branch where it is known which, not both told.
#[test]
fn an_appointment_is_told_as_kept_or_as_past() {
    let said = |turn, age| {
        let mut filling = turned(turn);
        filling.age = age;
        Reason::LicenceSeizedUntil.row().about_filled(Language::Vi, None, &filling).to_string()
    };
    assert_eq!(said(Some(Turn::Ahead), None), "Phần ô tô của GPLX đang bị tạm giữ, hẹn ngày 02/11/2026: chưa quá hẹn");
    assert_eq!(said(Some(Turn::Past), None), "Phần ô tô của GPLX đang bị tạm giữ, hẹn ngày 02/11/2026: đã quá 28 ngày");
    let bare = Filling::of(None, Some(Turn::Past));
    assert_eq!(
        *Reason::LicenceSeizedUntil.row().about_filled(Language::Vi, None, &bare),
        "Phần này của GPLX đang bị tạm giữ, có ngày hẹn giải quyết"
    );
    let late = |turn, age| {
        let filling = Filling::of(Some(age), turn);
        Reason::HeldWindowPassed.row().about_filled(Language::Vi, None, &filling).to_string()
    };
    assert_eq!(late(None, 299), "Mã đã tạo 4 phút trước, quá thời gian cho phép");
    assert_eq!(late(None, 300), "Mã lệch 5 phút: mã tạo từ trước, hoặc giờ điện thoại hay giờ máy này sai");
    assert_eq!(late(Some(Turn::LateAnswer), 90), "Mã trả lời đến muộn 90 giây");
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
