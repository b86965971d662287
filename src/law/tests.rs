//! The frame by itself: on which days a row counts, how grave a finding it signs, and that citations agree.

use super::{Civil, Confidence, Row, articles, day};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};

const CONFIDENCES: [Confidence; 4] = [Confidence::InPaper, Confidence::High, Confidence::Medium, Confidence::Low];

const PROBE: Row<()> = Row {
    id: "probe",
    law: articles::LAW_36_2024_56,
    from: (2025, 1, 1),
    to: Some((2027, 1, 1)),
    confidence: Confidence::High,
    what: (),
};

#[test]
fn a_row_counts_from_its_day_until_its_end_and_what_a_paper_says_always() {
    for confidence in CONFIDENCES {
        let row = Row { confidence, ..PROBE };
        let always = confidence == Confidence::InPaper;
        assert_eq!(row.counts_on((2024, 12, 31)), always);
        assert!(row.counts_on((2025, 1, 1)));
        assert!(row.counts_on((2026, 12, 31)));
        assert_eq!(row.counts_on((2027, 1, 1)), always);
        assert!(Row { to: None, ..row }.counts_on((2099, 1, 1)));
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
    let all: [Civil; 4] = [
        articles::SINCE_LAW_26_2023,
        articles::SINCE_LAW_36_2024,
        articles::SINCE_DECREE_137_2015,
        articles::SINCE_DECREE_188_2025,
    ];
    assert!(all.into_iter().all(|of| day(of).is_some_and(|day| day.civil() == of)));
}
