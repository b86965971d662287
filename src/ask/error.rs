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
                "Điểm kiểm tra này không được hỏi cho mục đích này. Chọn đúng mục đích hoặc xin quyền kiểm tra phù hợp.",
                "This post may not ask for this purpose. Choose another purpose, or get a mandate for it.",
            ),
            Self::OnlyByChallenge => (
                "Vai trò này chỉ nhận giấy tờ khi người dân quét mã yêu cầu trước.",
                "This role is shown papers only in answer to a challenge.",
            ),
            Self::WiderThanMandate => (
                "Quyền kiểm tra của điểm này không cho hỏi hết những mục đó. Bớt mục được hỏi.",
                "The post's mandate does not allow all of these fields. Ask for fewer.",
            ),
            Self::NotSigned => (
                "Chữ ký không phải của khóa ghi trong quyền kiểm tra, hoặc không ký đúng nội dung này. Ký lại bằng đúng khóa.",
                "The ask is not signed by the post's key over these bytes. Sign it again with that key.",
            ),
            Self::NotOurs => (
                "Yêu cầu này không do điểm này lập từ bí mật này. Dùng đúng cặp yêu cầu và bí mật.",
                "This challenge was not made by this post from this secret. Use the two that belong together.",
            ),
            Self::BasisNotAllowed => (
                "Hồ sơ vai trò của điểm này không có căn cứ pháp luật đó. Chọn đúng căn cứ hoặc bỏ đi.",
                "The role's profile does not name this legal basis. Name another, or none.",
            ),
            Self::TooLong => (
                "Yêu cầu dài hơn sức chứa của một mã QR vì quyền kiểm tra của điểm này ghi quá nhiều mục. Xin quyền hẹp hơn.",
                "The ask is longer than a QR holds, because the post's mandate names too many fields. Get a narrower mandate.",
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
