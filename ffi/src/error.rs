//! What is thrown: faults of set-up and of the caller. Never a verdict, never a value of a paper.

use doichieu::{AskError, EncounterRefused, FileKind, Language, SetUp, recognise};

/// A fault of this device's files, of an ask, of an encounter, of an argument, or of the host's own callback. Codes are
/// stable; texts are for a screen, Vietnamese and English.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Error)]
#[non_exhaustive]
pub enum DoichieuError {
    /// Something is wrong with this device's own files: `setup.…`. Says nothing about a citizen.
    SetUp {
        /// Stable.
        code: String,
        /// What is wrong and what to do, in Vietnamese.
        vi: String,
        /// The same in English.
        en: String,
    },
    /// An ask cannot be built, sealed or taken up again: `ask.…`.
    Ask {
        /// Stable.
        code: String,
        /// In Vietnamese.
        vi: String,
        /// In English.
        en: String,
    },
    /// A report is not of this encounter: `encounter.…`. A mistake of the app; show the report by itself.
    Encounter {
        /// Stable.
        code: String,
        /// In Vietnamese.
        vi: String,
        /// In English.
        en: String,
    },
    /// Something was passed that the documentation does not allow: `argument.…`. Nothing was asked, read or remembered.
    Argument {
        /// Stable.
        code: String,
        /// What was expected; never what came.
        en: String,
    },
    /// A callback of the host failed: `host.memory`, `host.signer`. Nothing is shown.
    Host {
        /// Stable.
        code: String,
        /// What failed.
        en: String,
    },
}

impl core::fmt::Display for DoichieuError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (Self::SetUp { code, en, .. }
        | Self::Ask { code, en, .. }
        | Self::Encounter { code, en, .. }
        | Self::Argument { code, en }
        | Self::Host { code, en }) = self;
        write!(f, "{code}: {en}")
    }
}

impl core::error::Error for DoichieuError {}

/// What a callback of the host throws. Its message is not passed on: it could hold anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Error)]
#[non_exhaustive]
pub enum HostError {
    /// It did not work.
    Failed,
}

impl core::fmt::Display for HostError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the host's callback failed")
    }
}

impl core::error::Error for HostError {}

impl From<uniffi::UnexpectedUniFFICallbackError> for HostError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

impl DoichieuError {
    pub(crate) fn argument(code: &str, en: &str) -> Self {
        Self::Argument { code: code.to_owned(), en: en.to_owned() }
    }

    pub(crate) fn unknown(code: &str, what: &str) -> Self {
        Self::Argument { code: code.to_owned(), en: format!("no {what} of this name is known") }
    }

    pub(crate) fn host(code: &str, en: &str) -> Self {
        Self::Host { code: code.to_owned(), en: en.to_owned() }
    }
}

impl From<SetUp> for DoichieuError {
    fn from(fault: SetUp) -> Self {
        let text = fault.text();
        Self::SetUp { code: fault.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

impl From<AskError> for DoichieuError {
    fn from(fault: AskError) -> Self {
        let text = fault.text();
        Self::Ask { code: fault.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

impl From<EncounterRefused> for DoichieuError {
    fn from(why: EncounterRefused) -> Self {
        let text = why.text();
        Self::Encounter { code: why.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

/// A fault of set-up over files that were to be of these kinds: where one is of another, that is what is said.
pub(crate) fn set_up_of<'a>(
    files: impl IntoIterator<Item = (&'a [u8], FileKind)>,
) -> impl FnOnce(SetUp) -> DoichieuError {
    move |fault| {
        let other = files.into_iter().find_map(|(bytes, wanted)| {
            let found = recognise(bytes);
            Some((found.in_place_of(wanted, Language::Vi)?, found.in_place_of(wanted, Language::En)?))
        });
        match other {
            None => fault.into(),
            Some((vi, en)) => DoichieuError::SetUp { code: fault.code().to_owned(), vi, en },
        }
    }
}
