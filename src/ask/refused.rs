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
                ("Đây không phải mã yêu cầu đọc được. Quét lại.", "This is not an ask that can be read. Scan it again.")
            }
            Self::ClockWrong => (
                "Giờ điện thoại sai: sớm hơn cả danh sách trong điện thoại. Chỉnh lại giờ rồi quét lại.",
                "This phone's clock is wrong: it is before the lists on the phone. Set it, then scan again.",
            ),
            Self::ListsTooOld => (
                "Ứng dụng cần cập nhật để biết ai hỏi; xem lại cả giờ điện thoại. Có thể dùng mã tạo sẵn.",
                "The app must update to know who asks; check the phone's time, too. A ready-made code can be used.",
            ),
            Self::Mandate(_) => (
                "Danh sách trong điện thoại không xác nhận người hỏi. Cập nhật danh sách; chưa xác nhận được thì đừng xuất trình.",
                "The lists on this phone do not know who asks. Update them; show nothing before they do.",
            ),
            Self::MandateRevoked => (
                "Quyền hỏi của máy này đã bị thu hồi. Đừng xuất trình.",
                "This device's mandate was withdrawn. Show nothing to it.",
            ),
            Self::MandateNotInForce => (
                "Quyền kiểm tra của máy này chưa có hoặc hết hiệu lực. Đừng xuất trình; hỏi máy khác.",
                "This device's mandate is not in force. Show nothing to it; ask for another.",
            ),
            Self::NotSigned => (
                "Yêu cầu không do điểm ghi trong quyền kiểm tra ký. Đừng xuất trình.",
                "The ask is not signed by the post that its mandate names. Show nothing to it.",
            ),
            Self::Malformed => (
                "Nội dung yêu cầu không đúng quy cách. Đừng xuất trình; đề nghị lập lại yêu cầu.",
                "What was signed is not an ask of this profile. Show nothing; have the ask made again.",
            ),
            Self::QuestionUnknown => (
                "Điện thoại chưa hiểu câu hỏi này. Đừng xuất trình; cập nhật ứng dụng hoặc đề nghị hỏi cách khác.",
                "This phone does not know the question yet. Show nothing; update the app or have it asked another way.",
            ),
            Self::WiderThanMandate => (
                "Yêu cầu hỏi nhiều hơn quyền kiểm tra cho phép. Đừng xuất trình; đề nghị hỏi ít hơn.",
                "It asks for more than its mandate allows. Show nothing; have it ask for less.",
            ),
            Self::NotInTime => (
                "Yêu cầu đã hết hạn, hoặc đồng hồ điện thoại sai. Xem lại giờ; đề nghị lập yêu cầu mới.",
                "The ask has ended, or this phone's clock is wrong. Check the time; have a new one made.",
            ),
            Self::DigitsDiffer => (
                "Hai số không khớp: có thể đây không phải yêu cầu của người đang ở trước mặt bạn. Đừng trả lời; đề nghị tạo mã yêu cầu mới.",
                "The numbers differ: perhaps this is not the request of the one in front of you. Do not answer; ask for a new code.",
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
