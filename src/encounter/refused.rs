//! A report that is not of this encounter, given back with the reason.

use crate::language::{Language, Text};
use crate::report::Report;
use alloc::boxed::Box;

/// Why a report is not of an encounter: a mistake of the host, never about a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EncounterRefused {
    /// It was made under another bundle.
    OtherBundle,
    /// It was made by a post of another role.
    OtherRole,
    /// Its ask is another post's.
    OtherPost,
    /// It was made for another purpose.
    OtherPurpose,
    /// It was made in another encounter.
    OtherEncounter,
    /// The encounter already holds eight showings.
    Full,
    /// Nothing has ended at the place where it was to be shown again.
    NotEnded,
    /// A paper of the first showing is not among those that were shown again.
    PapersMissing,
    /// What the first showing proved is refused beside any vehicle, and stands.
    Stands,
}

impl EncounterRefused {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::OtherBundle,
        Self::OtherRole,
        Self::OtherPost,
        Self::OtherPurpose,
        Self::OtherEncounter,
        Self::Full,
        Self::NotEnded,
        Self::PapersMissing,
        Self::Stands,
    ];

    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherBundle => "encounter.other_bundle",
            Self::OtherRole => "encounter.other_role",
            Self::OtherPost => "encounter.other_post",
            Self::OtherPurpose => "encounter.other_purpose",
            Self::OtherEncounter => "encounter.other_encounter",
            Self::Full => "encounter.full",
            Self::NotEnded => "encounter.not_ended",
            Self::PapersMissing => "encounter.papers_missing",
            Self::Stands => "encounter.stands",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub const fn text(self) -> Text {
        let (vi, en) = match self {
            Self::OtherBundle => (
                "Kết quả này lập theo bộ danh sách khác. Quét lại mã theo bộ đang dùng.",
                "This result is by another list set. Scan the code again under the one in use.",
            ),
            Self::OtherRole => (
                "Kết quả này của điểm có vai trò khác, không gộp vào lượt này được. Xem riêng.",
                "This result is from a post of another role and cannot be added. Look at it by itself.",
            ),
            Self::OtherPost => (
                "Kết quả này của điểm khác, không gộp vào lượt này được. Xem riêng.",
                "This result is from another post and cannot be added. Look at it by itself.",
            ),
            Self::OtherPurpose => (
                "Kết quả này cho mục đích khác, không gộp vào lượt này được. Xem riêng.",
                "This result is for another purpose and cannot be added. Look at it by itself.",
            ),
            Self::OtherEncounter => (
                "Kết quả này của lượt kiểm tra khác, không gộp vào lượt này được. Xem riêng.",
                "This result is from another check and cannot be added. Look at it by itself.",
            ),
            Self::Full => (
                "Một lượt kiểm tra nhận tối đa 8 lượt xuất trình. Mở lượt kiểm tra khác.",
                "A check takes 8 showings at most. Open another check.",
            ),
            Self::NotEnded => (
                "Điện thoại này chưa hết giờ xem, chưa cần hiện lại mã. Thêm mã như một điện thoại khác.",
                "Nothing has ended for this phone, so no code takes its place. Add it as another phone.",
            ),
            Self::PapersMissing => (
                "Mã hiện lại thiếu giấy tờ so với lần trước. Mời chọn đủ như lần trước, hoặc thêm như điện thoại khác.",
                "The code lacks papers of the first one. Choose the same papers, or add it as another phone.",
            ),
            Self::Stands => (
                "Kết luận về điện thoại này vẫn đứng, không mã nào thay được. Thêm mã như một điện thoại khác.",
                "What was found of this phone stands, and no code takes its place. Add it as another phone.",
            ),
        };
        Text { vi, en }
    }
}

impl core::fmt::Display for EncounterRefused {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().of(Language::En), self.code())
    }
}

impl core::error::Error for EncounterRefused {}

/// The report that does not fit an encounter, with everything it releases, and why.
#[derive(Debug)]
pub struct NotAdded {
    why: EncounterRefused,
    report: Box<Report>,
}

impl NotAdded {
    pub(super) fn new(why: EncounterRefused, report: Report) -> Self {
        Self { why, report: Box::new(report) }
    }

    /// Why.
    #[must_use]
    pub const fn why(&self) -> EncounterRefused {
        self.why
    }

    /// The report itself, as it was given.
    #[must_use]
    pub fn into_report(self) -> Report {
        *self.report
    }
}

impl core::fmt::Display for NotAdded {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.why.fmt(f)
    }
}

impl core::error::Error for NotAdded {}
