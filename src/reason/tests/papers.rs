//! Texts about a kind of paper, and the step that no profile may pick.

use super::super::{Reason, Step};
use crate::field::Kind;
use crate::language::Language;

#[test]
fn a_text_reads_well_with_and_without_the_papers_name() {
    let row = Reason::PapersNotShown.row();
    assert_eq!(
        row.about_paper(Language::Vi, Some(Kind::VEHICLE_REGISTRATION)),
        "Chưa xuất trình: chứng nhận đăng ký xe"
    );
    assert_eq!(row.about_paper(Language::En, Some(Kind::VEHICLE_REGISTRATION)), "Not shown: vehicle registration");
    assert_eq!(row.about_paper(Language::Vi, None), "Chưa xuất trình: một giấy tờ");
    assert_eq!(row.about_paper(Language::En, Kind::new(60_000)), "Not shown: a paper");
    assert_eq!(row.about(Language::Vi, None), "Chưa xuất trình: một giấy tờ");
}

/// Decree 168/2024 art. 48(3) is about licence, registration and inspection not shown: no profile may hang it on any
/// reason.
#[test]
fn an_appointment_follows_no_reason() {
    assert!(Reason::ALL.iter().all(|reason| !Step::AppointmentNotShown.fits(*reason)));
    assert!(Step::AppointmentNotShown.costs_citizen());
}
