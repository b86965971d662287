//! The citizen's side of a challenge: who asks, why, for what, verified by the same code before anything is shown.

use super::challenge::within;
use super::terms::{ASK_LIFE, allowed, longest_retention, needs};
use super::wire::{self, AskClaims};
use crate::bundle::Bundle;
use crate::field::{Field, Kind, Purpose};
use crate::input::{Fault, Layer, Unreadable};
use crate::memory::sha256;
use crate::post::Post;
use crate::question::Question;
use crate::reason::Language;
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::string::String;

/// How wrong a citizen's clock may be without an ask being refused for it, in seconds: a phone six minutes slow must still answer
/// (the verifier judges freshness by its own clock and the nonce, never by the phone's).
const PHONE_CLOCK_SLACK: u64 = 900;

/// Why an ask is not shown to the citizen as genuine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AskRefused {
    /// Not an ask at all.
    Unreadable(Unreadable),
    /// The licence in it does not open against the citizen's bundle.
    Licence(SetUp),
    /// The licence is revoked in the citizen's bundle: a stolen handheld, say.
    LicenceRevoked,
    /// The licence is not in force.
    LicenceNotInForce,
    /// The ask is not signed by the key that the licence names.
    NotSigned,
    /// What was signed is not an ask of this profile.
    Malformed,
    /// It asks a question that this engine does not know, so nobody can be told what it is.
    QuestionUnknown,
    /// It asks for more than its licence and role allow, or for more than its question is answered from.
    WiderThanLicence,
    /// It has ended, or lives longer than an ask may.
    NotInTime,
}

impl AskRefused {
    /// Every reason once; those that say more do so with an example.
    pub const ALL: &'static [Self] = &[
        Self::Unreadable(Unreadable::new(Layer::Text, 0, Fault::NotOurs)),
        Self::Licence(SetUp::LicenceNotSigned),
        Self::LicenceRevoked,
        Self::LicenceNotInForce,
        Self::NotSigned,
        Self::Malformed,
        Self::QuestionUnknown,
        Self::WiderThanLicence,
        Self::NotInTime,
    ];

    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable(_) => "asked.unreadable",
            Self::Licence(_) => "asked.licence_not_signed",
            Self::LicenceRevoked => "asked.licence_revoked",
            Self::LicenceNotInForce => "asked.licence_not_in_force",
            Self::NotSigned => "asked.not_signed",
            Self::Malformed => "asked.malformed",
            Self::QuestionUnknown => "asked.question_unknown",
            Self::WiderThanLicence => "asked.wider_than_licence",
            Self::NotInTime => "asked.not_in_time",
        }
    }

    /// What the citizen reads: what is wrong, and that nothing need be shown.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Self::Unreadable(_) => {
                ("Đây không phải mã yêu cầu đọc được. Quét lại.", "This is not an ask that can be read. Scan it again.")
            }
            Self::Licence(_) => (
                "Danh sách trong điện thoại không xác nhận người hỏi. Cập nhật danh sách; chưa xác nhận được thì đừng xuất trình.",
                "The lists on this phone do not know who asks. Update them; show nothing before they do.",
            ),
            Self::LicenceRevoked => (
                "Quyền hỏi của máy này đã bị thu hồi. Đừng xuất trình.",
                "This device's licence to ask was withdrawn. Show nothing to it.",
            ),
            Self::LicenceNotInForce => (
                "Giấy phép hỏi của máy này chưa có hoặc hết hiệu lực. Đừng xuất trình; hỏi máy khác.",
                "This device's licence to ask is not in force. Show nothing to it; ask for another.",
            ),
            Self::NotSigned => (
                "Yêu cầu không do điểm ghi trong giấy phép ký. Đừng xuất trình.",
                "The ask is not signed by the post that its licence names. Show nothing to it.",
            ),
            Self::Malformed => (
                "Nội dung yêu cầu không đúng quy cách. Đừng xuất trình; đề nghị lập lại yêu cầu.",
                "What was signed is not an ask of this profile. Show nothing; have the ask made again.",
            ),
            Self::QuestionUnknown => (
                "Điện thoại chưa hiểu câu hỏi này. Đừng xuất trình; cập nhật ứng dụng hoặc đề nghị hỏi cách khác.",
                "This phone does not know the question yet. Show nothing; update the app or have it asked another way.",
            ),
            Self::WiderThanLicence => (
                "Yêu cầu hỏi nhiều hơn giấy phép cho phép. Đừng xuất trình; đề nghị hỏi ít hơn.",
                "It asks for more than its licence allows. Show nothing; have it ask for less.",
            ),
            Self::NotInTime => (
                "Yêu cầu đã hết hạn, hoặc đồng hồ điện thoại sai. Xem lại giờ; đề nghị lập yêu cầu mới.",
                "The ask has ended, or this phone's clock is wrong. Check the time; have a new one made.",
            ),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }
}

impl core::fmt::Display for AskRefused {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text(Language::En), self.code())
    }
}

impl core::error::Error for AskRefused {}

/// An ask whose post the citizen's lists know. Holding it proves who asks, for what and why; not that the post will keep to it.
#[derive(Clone, Debug)]
pub struct Asked {
    post: Post,
    claims: AskClaims,
    question: Option<Question>,
    digest: [u8; 32],
}

impl Asked {
    /// Opens the text of an ask against the bundle that the citizen's app carries. `text` is untrusted; `at` is the phone's clock, which
    /// may be wrong by a quarter of an hour.
    ///
    /// # Errors
    /// [`AskRefused`]: nothing of it is to be shown as genuine.
    pub fn open(text: &str, bundle: &Bundle, at: UnixTime) -> Result<Self, AskRefused> {
        let bytes = wire::bytes_of(text).map_err(AskRefused::Unreadable)?;
        let (licence, sealed) = wire::read(&bytes).map_err(AskRefused::Unreadable)?;
        let post = Post::open(licence, bundle).map_err(AskRefused::Licence)?;
        if bundle.is_revoked(post.licence()) {
            return Err(AskRefused::LicenceRevoked);
        }
        if !post.is_in_force_around(at, PHONE_CLOCK_SLACK) {
            return Err(AskRefused::LicenceNotInForce);
        }
        let opened = sealed.verify(post.key()).map_err(|_| AskRefused::NotSigned)?;
        let claims = AskClaims::read(&opened).map_err(|_| AskRefused::Malformed)?;
        let question = claims.known_question().map_err(|_| AskRefused::QuestionUnknown)?;
        let allowed = allowed(&post, claims.purpose).map_err(|_| AskRefused::WiderThanLicence)?;
        within(&claims.fields, &allowed).map_err(|_| AskRefused::WiderThanLicence)?;
        if question.is_some_and(|question| claims.fields != needs(question)) {
            return Err(AskRefused::WiderThanLicence);
        }
        let in_time = claims.iat < claims.exp
            && claims.exp.since(claims.iat) <= ASK_LIFE
            && at < claims.exp.plus(PHONE_CLOCK_SLACK)
            && claims.iat <= at.plus(PHONE_CLOCK_SLACK);
        if in_time { Ok(Self { post, claims, question, digest: sha256(&bytes) }) } else { Err(AskRefused::NotInTime) }
    }

    /// Who asks: the post's name, as the authority licensed it.
    #[must_use]
    pub fn post(&self) -> &str {
        self.post.name()
    }

    /// In which role.
    #[must_use]
    pub fn role(&self) -> &str {
        self.post.role().role()
    }

    /// Why.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.claims.purpose
    }

    /// The question it asks instead of fields. A wallet shows [`Question::text`] with [`Question::promise`], and the fields as what travels.
    #[must_use]
    pub const fn question(&self) -> Option<Question> {
        self.question
    }

    /// For what: each kind of paper with the fields of it. With a question these travel, and only its answer is shown.
    pub fn fields(&self) -> impl Iterator<Item = (Kind, impl Iterator<Item = Field>)> {
        self.claims.fields.iter().map(|(kind, fields)| (kind, fields.iter()))
    }

    /// For how long, in seconds: what it asked, within its licence and role.
    #[must_use]
    pub fn retention(&self) -> u64 {
        self.claims.retention.min(longest_retention(&self.post))
    }

    /// The app or web origin that the answer goes to. A wallet compares it with who really called, and refuses if they differ.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.claims.origin.as_deref()
    }

    /// When it ends: the `exp` of the answer.
    #[must_use]
    pub const fn until(&self) -> UnixTime {
        self.claims.exp
    }

    /// The nonce of the answer.
    #[must_use]
    pub const fn nonce(&self) -> &[u8; 32] {
        &self.claims.nonce
    }

    /// SHA-256 of the inflated ask: what the answer's consent names, and the `info` it is sealed with.
    #[must_use]
    pub const fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// The X25519 key that the answer is sealed to.
    #[must_use]
    pub const fn answer_key(&self) -> &[u8; 32] {
        &self.claims.key
    }

    /// The audience of the answer.
    #[must_use]
    pub fn audience(&self) -> String {
        alloc::format!("post:{}", self.post.name())
    }
}
