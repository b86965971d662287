//! What stops a command before there is a report: what is wrong, and what to do.

use crate::page::{self, say};
use crate::trouble::Trouble;
use doichieu::Language;
use doichieu::{AskError, AskRefused, ConsentProofError, EncounterRefused, FileKind, RecomputeError, SetUp, recognise};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;

/// The command line is wrong (`EX_USAGE`).
pub(crate) const USAGE: u8 = 64;
/// Something is wrong with this device's own files (`EX_DATAERR`).
pub(crate) const SET_UP: u8 = 65;

/// Why a command stopped. Never about a citizen.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: u8,
    /// One of those that `explain` knows: a [`Trouble`], or one of the core's.
    code: &'static str,
    vi: String,
    en: String,
}

impl Failure {
    /// The command line asks for something that cannot be.
    pub(crate) const fn usage(vi: String, en: String) -> Self {
        Self { exit: USAGE, code: Trouble::Usage.code(), vi, en }
    }

    /// A trouble with its own words: the file it is about, say.
    pub(crate) const fn device(trouble: Trouble, vi: String, en: String) -> Self {
        Self { exit: SET_UP, code: trouble.code(), vi, en }
    }

    fn of(code: &'static str, text: impl Fn(Language) -> &'static str) -> Self {
        Self { exit: SET_UP, code, vi: text(Language::Vi).to_owned(), en: text(Language::En).to_owned() }
    }

    /// More to do about it on this command line.
    pub(crate) fn and(mut self, vi: &str, en: &str) -> Self {
        self.vi.push_str(vi);
        self.en.push_str(en);
        self
    }

    /// The same of a file that was to be of a kind: where it is of another, which that is, in place of what would be
    /// done about a broken one.
    pub(crate) fn of_file(mut self, path: &Path, bytes: &[u8], wanted: FileKind) -> Self {
        let found = recognise(bytes);
        let told = |language| {
            let told = found.in_place_of(wanted, language)?;
            Some(format!("{}: {}", page::path(path), within(&told)))
        };
        if let (Some(vi), Some(en)) = (told(Language::Vi), told(Language::En)) {
            (self.vi, self.en) = (vi, en);
            if found == FileKind::Delta {
                return self.and(" Ghép bằng bundle apply-delta.", " Join it with bundle apply-delta.");
            }
        }
        self
    }

    /// The same of a file of this program's own: what it is, where that is known.
    pub(crate) fn of_other(self, bytes: &[u8]) -> Self {
        match recognise(bytes) {
            FileKind::Text | FileKind::Json | FileKind::Unknown => self,
            found => {
                let text = found.text();
                self.and(&format!(" Tệp này là {}.", text.vi), &format!(" This file is {}.", text.en))
            }
        }
    }

    /// Its stable code.
    pub(crate) const fn code(&self) -> &'static str {
        self.code
    }

    /// Whether this is what stopped it.
    pub(crate) fn is(&self, set_up: SetUp) -> bool {
        self.code == set_up.code()
    }

    /// For `--json`: the code and both texts.
    pub(crate) fn to_json(&self) -> String {
        json!({ "error": { "code": self.code, "en": self.en, "vi": self.vi } }).to_string()
    }

    /// Says it on standard error; the exit code to end with.
    pub(crate) fn tell(&self, language: Language) -> ExitCode {
        let word = say(language, "Lỗi", "Error");
        // Nowhere to report to if standard error is gone.
        let _ = page::plainly(&format!("{word} [{}]: {}", self.code, say(language, &self.vi, &self.en)));
        ExitCode::from(self.exit)
    }
}

/// A sentence behind a name and a colon.
fn within(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::of(trouble.code(), |language| trouble.text().of(language))
    }
}

impl From<SetUp> for Failure {
    fn from(set_up: SetUp) -> Self {
        let failure = Self::of(set_up.code(), |language| set_up.text().of(language));
        match set_up {
            SetUp::RootIsTest => failure.and(" Thêm --allow-test-root.", " Add --allow-test-root."),
            _ => failure,
        }
    }
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        let failure = Self::of(error.code(), |language| error.text().of(language));
        match error {
            AskError::PurposeNotAllowed => failure.and(" Xem lại --purpose.", " See --purpose."),
            AskError::OnlyByChallenge => {
                failure.and(" Lệnh ask lập mã, --ask dùng mã đó.", " The command ask makes one, --ask takes it.")
            }
            AskError::WiderThanMandate => failure.and(" Xem lại --field, --origin.", " See --field and --origin."),
            AskError::Nothing => failure.and(" Xem lại --field, --all.", " See --field and --all."),
            AskError::NotSigned => {
                failure.and(" Hai bước ký cần cùng --at, ask.secret.", " Both steps need the same --at and ask.secret.")
            }
            _ => failure,
        }
    }
}

impl From<AskRefused> for Failure {
    fn from(refused: AskRefused) -> Self {
        Self::of(refused.code(), |language| refused.text().of(language))
    }
}

impl From<RecomputeError> for Failure {
    fn from(error: RecomputeError) -> Self {
        Self::of(error.code(), |language| error.text().of(language))
    }
}

impl From<ConsentProofError> for Failure {
    fn from(error: ConsentProofError) -> Self {
        Self::of(error.code(), |language| error.text().of(language))
    }
}

impl From<EncounterRefused> for Failure {
    fn from(why: EncounterRefused) -> Self {
        Self::of(why.code(), |language| why.text().of(language))
    }
}
