//! Why an ask cannot be built: a mistake of the host, never about a citizen.

use crate::language::{Language, Text};

/// Why an ask cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AskError {
    /// The post's mandate or its role's profile does not name this purpose.
    PurposeNotAllowed,
    /// This role may be shown papers only in answer to a challenge.
    OnlyByChallenge,
    /// A wanted field is not in the post's mandate or its role's profile for this purpose.
    WiderThanMandate,
    /// A kind of paper is named, and no field of it: asking for nothing is never asking for everything.
    Nothing,
    /// The signature is not the post's key's over these bytes.
    NotSigned,
    /// The challenge to take up again is not one that this post made from this seed.
    NotOurs,
    /// The role's profile does not name this legal basis.
    BasisNotAllowed,
    /// The ask is longer than a QR holds: the mandate in it names too many fields.
    TooLong,
}

impl AskError {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::PurposeNotAllowed,
        Self::OnlyByChallenge,
        Self::WiderThanMandate,
        Self::Nothing,
        Self::NotSigned,
        Self::NotOurs,
        Self::BasisNotAllowed,
        Self::TooLong,
    ];

    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PurposeNotAllowed => "ask.purpose_not_allowed",
            Self::OnlyByChallenge => "ask.only_by_challenge",
            Self::WiderThanMandate => "ask.wider_than_mandate",
            Self::Nothing => "ask.nothing",
            Self::NotSigned => "ask.not_signed",
            Self::NotOurs => "ask.not_ours",
            Self::BasisNotAllowed => "ask.basis_not_allowed",
            Self::TooLong => "ask.too_long",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub const fn text(self) -> Text {
        let (vi, en) = match self {
            Self::PurposeNotAllowed => (
                "Điểm này không được hỏi cho mục đích này. Chọn mục đích khác hoặc xin quyền kiểm tra phù hợp.",
                "This post may not ask for this purpose. Choose another, or get a mandate for it.",
            ),
            Self::OnlyByChallenge => (
                "Vai trò này cần mã yêu cầu. Hiện mã yêu cầu để người dân quét trước.",
                "This role needs a request code. Show one for the person to scan first.",
            ),
            Self::WiderThanMandate => (
                "Quyền kiểm tra của điểm này không cho hỏi hết các mục đó. Bớt mục được hỏi.",
                "The mandate does not allow all of these fields. Ask for fewer.",
            ),
            Self::Nothing => (
                "Chưa chọn mục nào để hỏi. Chọn các mục cần hỏi, hoặc chọn hỏi tất cả.",
                "No field is named to ask for. Name the fields, or say that you ask for all.",
            ),
            Self::NotSigned => (
                "Mã yêu cầu chưa được ký bằng khóa của điểm này. Ký lại bằng đúng khóa.",
                "The request code is not signed with this post's key. Sign it again.",
            ),
            Self::NotOurs => (
                "Mã yêu cầu và tệp bí mật không đi cùng nhau. Dùng đúng cặp, hoặc tạo mã yêu cầu mới.",
                "The request code and its secret do not belong together. Use the right pair or make a new one.",
            ),
            Self::BasisNotAllowed => (
                "Vai trò của điểm này không có căn cứ pháp luật đó. Chọn căn cứ khác, hoặc bỏ đi.",
                "This role does not have that legal basis. Choose another, or none.",
            ),
            Self::TooLong => (
                "Mã yêu cầu quá dài cho một mã QR: quyền kiểm tra ghi quá nhiều mục. Xin quyền hẹp hơn.",
                "The request code is too long for a QR: the mandate names too many fields. Get a narrower one.",
            ),
        };
        Text { vi, en }
    }
}

impl core::fmt::Display for AskError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().of(Language::En), self.code())
    }
}

impl core::error::Error for AskError {}
