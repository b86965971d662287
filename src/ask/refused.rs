//! Why the citizen's app does not show an ask as genuine, or does not answer it.

use crate::input::{Fault, Layer, Unreadable};
use crate::language::{Language, Text};
use crate::set_up::SetUp;

/// Why an ask is not shown to the citizen as genuine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AskRefused {
    /// Not an ask at all.
    Unreadable(Unreadable),
    /// The phone's clock is before the newest of its own lists: nothing can be told of times, the asker's or ours.
    ClockWrong,
    /// The citizen's own lists have ended, or their root has: they no longer vouch for anybody. Nothing is said of who
    /// asks.
    ListsTooOld,
    /// The mandate in it does not open against the citizen's bundle.
    Mandate(SetUp),
    /// The mandate is revoked in the citizen's bundle: a stolen handheld, say.
    MandateRevoked,
    /// The mandate is not in force.
    MandateNotInForce,
    /// The ask is not signed by the key that the mandate names.
    NotSigned,
    /// What was signed is not an ask of this profile.
    Malformed,
    /// It asks a question that this engine does not know, so nobody can be told what it is.
    QuestionUnknown,
    /// It asks for more than its mandate and role allow, or for more than its question is answered from.
    WiderThanMandate,
    /// It has ended, or lives longer than an ask may.
    NotInTime,
    /// The citizen picked other digits than the ask's: it may not be the ask of the screen in front of him.
    DigitsDiffer,
}

impl AskRefused {
    /// Every reason once; those that say more do so with an example.
    pub const ALL: &'static [Self] = &[
        Self::Unreadable(Unreadable::new(Layer::Text, 0, Fault::NotOurs)),
        Self::ClockWrong,
        Self::ListsTooOld,
        Self::Mandate(SetUp::MandateNotSigned),
        Self::MandateRevoked,
        Self::MandateNotInForce,
        Self::NotSigned,
        Self::Malformed,
        Self::QuestionUnknown,
        Self::WiderThanMandate,
        Self::NotInTime,
        Self::DigitsDiffer,
    ];

    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable(_) => "asked.unreadable",
            Self::ClockWrong => "asked.clock_wrong",
            Self::ListsTooOld => "asked.lists_too_old",
            Self::Mandate(_) => "asked.mandate_not_signed",
            Self::MandateRevoked => "asked.mandate_revoked",
            Self::MandateNotInForce => "asked.mandate_not_in_force",
            Self::NotSigned => "asked.not_signed",
            Self::Malformed => "asked.malformed",
            Self::QuestionUnknown => "asked.question_unknown",
            Self::WiderThanMandate => "asked.wider_than_mandate",
            Self::NotInTime => "asked.not_in_time",
            Self::DigitsDiffer => "asked.digits_differ",
        }
    }

    /// What the citizen reads: what is wrong, and that nothing need be shown.
    #[must_use]
    pub const fn text(self) -> Text {
        let (vi, en) = match self {
            Self::Unreadable(_) => {
                ("Chưa đọc được mã yêu cầu. Quét lại.", "The request code was not read. Scan it again.")
            }
            Self::ClockWrong => (
                "Giờ điện thoại này sai: sớm hơn danh sách trong máy. Chỉnh giờ rồi quét lại.",
                "This phone's time is wrong: it is before its own lists. Set it, then scan again.",
            ),
            Self::ListsTooOld => (
                "Ứng dụng cần cập nhật để biết ai hỏi; xem lại cả giờ điện thoại. Có thể dùng mã tạo sẵn.",
                "The app must update to know who asks; check the phone's time, too. A ready-made code can be used.",
            ),
            Self::Mandate(_) => (
                "Không rõ ai hỏi: danh sách trong điện thoại này chưa biết bên hỏi. Đừng cho xem.",
                "Not clear who asks: the lists on this phone do not know them. Do not show anything.",
            ),
            Self::MandateRevoked => (
                "Bên hỏi không còn quyền kiểm tra: đã bị thu hồi. Đừng cho xem.",
                "The one who asks no longer has a mandate: it was withdrawn. Do not show anything.",
            ),
            Self::MandateNotInForce => (
                "Bên hỏi chưa có hoặc không còn quyền kiểm tra. Đừng cho xem.",
                "The mandate of the one who asks has not begun or has ended. Do not show anything.",
            ),
            Self::NotSigned => ("Không rõ ai hỏi. Đừng cho xem.", "Not clear who asks. Do not show anything."),
            Self::Malformed => {
                ("Mã yêu cầu bị lỗi. Nhờ bên hỏi tạo mã mới.", "The request code is faulty. Ask for a new one.")
            }
            Self::QuestionUnknown => (
                "Ứng dụng chưa hiểu câu hỏi này. Cập nhật ứng dụng.",
                "The app does not know this question yet. Update it.",
            ),
            Self::WiderThanMandate => (
                "Bên hỏi muốn xem nhiều hơn mức được phép. Đừng cho xem.",
                "They ask for more than they may. Do not show anything.",
            ),
            Self::NotInTime => (
                "Mã yêu cầu đã hết hạn, hoặc giờ điện thoại sai. Xem giờ; nhờ bên hỏi tạo mã mới.",
                "The request code ended, or this phone's time is wrong. Check the time; ask for a new one.",
            ),
            Self::DigitsDiffer => (
                "Hai số không khớp: mã này có thể không phải của người trước mặt. Đừng trả lời; nhờ tạo mã mới.",
                "The two digits differ: the code may not be that of the person before you. Do not answer; ask for a new one.",
            ),
        };
        Text { vi, en }
    }
}

impl core::fmt::Display for AskRefused {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().of(Language::En), self.code())
    }
}

impl core::error::Error for AskRefused {}
