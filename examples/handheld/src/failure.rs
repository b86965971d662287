//! What stops a command before there is a report: what is wrong, and what to do.

use crate::page::say;
use doichieu::reason::Language;
use doichieu::{AskError, SetUp};
use std::io::Write;
use std::process::ExitCode;

/// The command line is wrong (`EX_USAGE`).
pub(crate) const USAGE: u8 = 64;
/// Something is wrong with this device's own files (`EX_DATAERR`).
pub(crate) const SET_UP: u8 = 65;

/// Why a command stopped. Never about a citizen.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: u8,
    code: &'static str,
    vi: String,
    en: String,
}

impl Failure {
    /// The command line asks for something that cannot be.
    pub(crate) const fn usage(vi: String, en: String) -> Self {
        Self { exit: USAGE, code: "usage", vi, en }
    }

    /// A file of this device.
    pub(crate) const fn device(code: &'static str, vi: String, en: String) -> Self {
        Self { exit: SET_UP, code, vi, en }
    }

    /// Says it on standard error; the exit code to end with.
    pub(crate) fn tell(&self, language: Language) -> ExitCode {
        let word = say(language, "Lỗi", "Error");
        // Nowhere to report to if standard error is gone.
        let _ = writeln!(anstream::stderr(), "{word} [{}]: {}", self.code, say(language, &self.vi, &self.en));
        ExitCode::from(self.exit)
    }
}

impl From<SetUp> for Failure {
    fn from(set_up: SetUp) -> Self {
        let (mut vi, mut en) = (set_up.vi().to_owned(), set_up.en().to_owned());
        if set_up == SetUp::RootIsTest {
            vi.push_str(" Thêm --allow-test-root.");
            en.push_str(" Add --allow-test-root.");
        }
        Self::device(set_up.code(), vi, en)
    }
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        let (code, vi) = match error {
            AskError::PurposeNotAllowed => (
                "ask.purpose_not_allowed",
                "Điểm kiểm tra này không được hỏi cho mục đích này. Chọn đúng --purpose hoặc lấy giấy phép phù hợp.",
            ),
            AskError::OnlyByChallenge => (
                "ask.only_by_challenge",
                "Vai trò này chỉ nhận giấy tờ khi người dân quét mã yêu cầu trước; lệnh này chỉ đọc mã tự xuất trình.",
            ),
            AskError::WiderThanLicence => {
                ("ask.wider_than_licence", "Giấy phép của điểm này không cho hỏi hết những mục đó. Bớt --field.")
            }
            AskError::NotSigned => (
                "ask.not_signed",
                "Chữ ký không phải của khóa ghi trong giấy phép, hoặc không ký đúng nội dung này. Dùng đúng khóa, --at và ask.secret.",
            ),
            AskError::NotOurs => (
                "ask.not_ours",
                "Yêu cầu này không do điểm này lập từ ask.secret này. Dùng đúng cặp ask.txt và ask.secret.",
            ),
            AskError::BasisNotAllowed => (
                "ask.basis_not_allowed",
                "Hồ sơ vai trò của điểm này không có căn cứ pháp luật đó. Chọn đúng --basis hoặc bỏ đi.",
            ),
            _ => ("ask.refused", "Điểm kiểm tra này không được hỏi như vậy."),
        };
        Self::device(code, vi.to_owned(), format!("{error}."))
    }
}
