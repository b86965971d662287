//! Why a file has no code to inspect: about the file, never about anybody.

use crate::page::say;
use crate::trouble::Trouble;
use doichieu::FileKind;
use doichieu::Language;
use doichieu::reason::Reason;

/// Why there is no code in what was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoCode {
    /// A picture, and no code that could be read in it.
    NoneSeen,
    /// One of several codes that belong together (ISO/IEC 18004 §8, structured append): a text in pieces, which is none
    /// of ours.
    OneOfSeveral,
    /// A picture of more pixels than are decoded.
    TooManyPixels,
    /// A kind of picture, or of document, that is not read here.
    KindNotRead(&'static str),
    /// It begins like a picture and cannot be decoded.
    Broken,
    /// A file without a byte.
    Empty,
    /// A file of another kind: of this device's own, say.
    Other(FileKind),
}

impl NoCode {
    /// What the core would say of it: the code in every answer for programs.
    pub(crate) const fn reason(self) -> Reason {
        match self {
            Self::OneOfSeveral | Self::Other(_) => Reason::ScanNotOurs,
            _ => Reason::ScanUnreadable,
        }
    }

    /// What it is exactly.
    pub(crate) const fn trouble(self) -> Trouble {
        match self {
            Self::NoneSeen => Trouble::PictureNoCode,
            Self::OneOfSeveral => Trouble::PictureOneOfSeveral,
            Self::TooManyPixels => Trouble::PictureTooLarge,
            Self::KindNotRead(_) => Trouble::PictureKindNotRead,
            Self::Broken => Trouble::PictureBroken,
            Self::Empty => Trouble::FileEmpty,
            Self::Other(_) => Trouble::FileOther,
        }
    }

    /// What to tell whoever named the file.
    pub(crate) fn text(self, language: Language) -> String {
        let text = self.trouble().text().of(language);
        if let Self::Other(kind) = self {
            return kind.in_place_of(FileKind::Showing, language).unwrap_or_else(|| text.to_owned());
        }
        let Self::KindNotRead(kind) = self else { return text.to_owned() };
        // The kind stands where the general text says "this kind".
        let (general, named) = match language {
            Language::En => ("This kind of picture is", format!("{kind} is")),
            _ => ("Loại ảnh này", format!("Loại tệp {kind}")),
        };
        text.replacen(general, &named, 1)
    }

    /// Where reading stopped, for programs.
    pub(crate) const fn layer(self) -> &'static str {
        match self {
            Self::Empty | Self::Other(_) => "file",
            _ => "picture",
        }
    }

    /// One remark about one picture of several.
    pub(crate) fn remark(self, language: Language) -> String {
        match self {
            Self::NoneSeen => say(language, "chưa đọc được mã nào", "no code could be read").to_owned(),
            other => other.text(language),
        }
    }
}
