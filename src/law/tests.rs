//! The frame by itself: on which days a row counts, how grave a finding it signs, and that citations agree.

use super::{Civil, Confidence, Row, articles, day, is_unchecked};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};

const CONFIDENCES: [Confidence; 4] = [Confidence::InPaper, Confidence::High, Confidence::Medium, Confidence::Low];

const PROBE: Row<()> = Row {
    id: "probe",
    law: articles::LAW_36_2024_56,
    from: (2025, 1, 1),
    to: Some((2027, 1, 1)),
    follows: None,
    confidence: Confidence::High,
    seen: None,
    what: (),
};

#[test]
fn a_row_counts_from_its_day_until_its_end_and_what_a_paper_says_always() {
    for confidence in CONFIDENCES {
        let row = Row { confidence, ..PROBE };
        assert_eq!(row.counts_on((2024, 12, 31)), confidence == Confidence::InPaper);
        assert!(row.counts_on((2025, 1, 1)));
        assert!(row.counts_on((2026, 12, 31)));
        assert!(!row.counts_on((2027, 1, 1)), "another row stands in its place");
        assert!(Row { to: None, ..row }.counts_on((2099, 1, 1)));
        let next = Row { from: (2027, 1, 1), to: None, follows: Some(row.id), ..row };
        assert!(!next.counts_on((2026, 12, 31)) && next.counts_on((2027, 1, 1)));
    }
}

#[test]
fn law_is_unchecked_from_the_day_after_a_year() {
    let seen = articles::SEEN_UNTIL;
    assert!(!is_unchecked(seen, (2026, 11, 29)) && !is_unchecked(seen, (2027, 10, 10)));
    assert!(is_unchecked(seen, (2027, 10, 11)) && is_unchecked(seen, (2099, 1, 1)));
    assert!(!is_unchecked(seen, (2020, 1, 1)), "before it was seen is no year after it");
    assert!(!is_unchecked((2028, 2, 29), (2029, 2, 28)) && is_unchecked((2028, 2, 29), (2029, 3, 1)));
}

#[test]
fn what_was_amended_unseen_finds_notes_from_its_day() {
    for confidence in CONFIDENCES {
        let next = Row { confidence, ..PROBE }.unseen_from((2026, 9, 28));
        assert_eq!((next.from, next.to, next.seen, next.follows), ((2026, 9, 28), None, None, Some("probe")));
        assert_eq!(next.confidence.most(), Gravity::Note);
    }
}

#[test]
fn a_row_signs_no_more_than_its_law_is_known() {
    let most = [Gravity::Refuse, Gravity::Refuse, Gravity::Note, Gravity::Note];
    for (confidence, most) in CONFIDENCES.into_iter().zip(most) {
        let signed = Row { confidence, ..PROBE }.sign(Finding::new(Reason::CurrentRevoked));
        assert_eq!((signed.gravity(), signed.rule()), (most, Some("probe")), "{confidence:?}");
    }
    let note = Finding::new(Reason::CurrentRevoked).at_most(Gravity::Note);
    assert_eq!(PROBE.sign(note).gravity(), Gravity::Note, "never graver than it was found");
}

#[test]
fn every_law_began_on_a_day_of_the_calendar() {
    let all: [Civil; 13] = [
        articles::SINCE_LAW_26_2023,
        articles::SINCE_LAW_36_2024,
        articles::SINCE_DECREE_137_2015,
        articles::SINCE_DECREE_188_2025,
        articles::SINCE_CIRCULAR_12_2025,
        articles::SINCE_CIRCULAR_13_2025,
        articles::SINCE_CIRCULAR_51_2025,
        articles::SINCE_CIRCULAR_37_2026,
        articles::SINCE_LAW_118_2025,
        articles::SINCE_DECREE_320_2026,
        articles::EMISSION_TESTS_IN_DRAFT,
        articles::CHECKED_ON,
        articles::SEEN_UNTIL,
    ];
    assert!(all.into_iter().all(|of| day(of).is_some_and(|day| day.civil() == of)));
}
