//! What a file is, by what is in it: so that whoever chose the wrong one is told which it is, and not that it is
//! broken.
//!
//! Heads and headers are looked at, no signature and no content. Nothing rests on it: every file is opened by whoever
//! takes its kind, and refused there.

use crate::language::{Language, Text};
use alloc::format;
use alloc::string::String;

mod binary;
mod written;

macro_rules! kinds {
    ($($name:ident $code:literal $vi:literal $en:literal $says:literal;)*) => {
        /// What a file looks like. It is a guess, for a sentence to whoever chose the file; it proves nothing of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FileKind {
            $(#[doc = $says] $name,)*
        }

        impl FileKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What people call it, within a sentence.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($vi, $en)),* }
            }
        }
    };
}

#[rustfmt::skip]
kinds! {
    Roots "roots" "tệp khóa gốc" "a root key file" "A chain of roots (`.dcr`).";
    Lists "lists" "bộ danh sách" "a list set" "A bundle of signed lists (`.dcb`). One that was cut short too.";
    Delta "delta" "phần thay đổi của bộ danh sách" "an update of a list set" "What changed from one bundle to another (`.dcd`).";
    Mandate "mandate" "tệp quyền kiểm tra" "a mandate" "A post's mandate (`.dcl`).";
    Memory "memory" "bộ nhớ các lượt xuất trình" "a memory of showings" "A device's memory (`.dcm`).";
    Ask "ask" "mã yêu cầu" "a request code" "A challenge, as text or bytes.";
    Showing "showing" "mã xuất trình" "a showing" "A showing or a sealed answer, as text; a showing as bytes (`.dc1`).";
    AnimatedPart "animated_part" "một phần của mã động" "a part of an animated code" "The text of one part of an animated code.";
    PrivateKey "private_key" "khóa bí mật" "a private key" "A private key: PKCS #8 or SEC 1, as DER or PEM (`.p8`).";
    KeptConsent "kept_consent" "bản lưu đồng ý" "a kept consent" "The signed consent, kept as proof.";
    Report "report" "báo cáo kiểm tra" "a report" "A report of an inspection or an encounter, as JSON.";
    WebPage "web_page" "trang web" "a web page" "A web page, such as a network's login page in place of a download.";
    Json "json" "tệp JSON" "a JSON file" "Some other JSON.";
    Picture "picture" "ảnh" "a picture" "A picture: PNG, JPEG, WebP, GIF, BMP, TIFF, HEIC or AVIF.";
    Pdf "pdf" "tệp PDF" "a PDF" "A PDF.";
    Archive "archive" "tệp nén" "an archive" "A ZIP or gzip archive.";
    Text "text" "tệp văn bản" "a text file" "Some other text.";
    Empty "empty" "tệp trống" "an empty file" "No bytes at all.";
    Unknown "unknown" "tệp chưa rõ loại" "a file of a kind not known" "None of these, or too broken to tell.";
}

impl FileKind {
    /// What to tell whoever chose this where another kind was wanted. `None`: it is of that kind, or will do for it, or
    /// is of no known kind; then only what refused it knows what is wrong.
    ///
    /// ```
    /// use doichieu::{FileKind, Language, recognise};
    ///
    /// let chosen = recognise(b"<!DOCTYPE html><title>Login</title>");
    /// let told = chosen.in_place_of(FileKind::Lists, Language::En);
    /// assert!(told.is_some_and(|told| told.starts_with("This is a web page, not a list set.")));
    /// ```
    #[must_use]
    pub fn in_place_of(self, wanted: Self, language: Language) -> Option<String> {
        // A whole list set does wherever its changes do.
        if self == wanted || self == Self::Unknown || (self, wanted) == (Self::Lists, Self::Delta) {
            return None;
        }
        let (is, not, step) = (self.text().of(language), wanted.text().of(language), self.step().of(language));
        Some(match language {
            Language::Vi => format!("Đây là {is}, không phải {not}. {step}"),
            Language::En => format!("This is {is}, not {not}. {step}"),
        })
    }

    const fn step(self) -> Text {
        match self {
            Self::WebPage => Text::new(
                "Mạng ở đây có thể đòi đăng nhập: đăng nhập rồi tải lại.",
                "The network here may want a login: log in, then download again.",
            ),
            Self::Empty => Text::new("Lấy lại tệp.", "Get the file again."),
            _ => Text::new("Chọn lại tệp.", "Choose the right file."),
        }
    }
}

/// What a file looks like, from its bytes alone: never from its name.
///
/// The bytes are untrusted. It looks at a bounded beginning, and of a bundle at its heads. A file may say it is
/// anything, so this is for telling a mistake, and for nothing else: no signature is checked, nothing of the content is
/// told, and what is recognised may still be refused by whoever opens it.
///
/// ```
/// # let world = doichieu_kit::scene::World::demo();
/// use doichieu::{FileKind, recognise};
///
/// assert_eq!(recognise(&world.bundle()), FileKind::Lists);
/// assert_eq!(recognise(&world.anchor()), FileKind::Roots);
/// assert_eq!(recognise(b""), FileKind::Empty);
/// ```
#[must_use]
pub fn recognise(bytes: &[u8]) -> FileKind {
    if bytes.is_empty() {
        return FileKind::Empty;
    }
    binary::kind(bytes).or_else(|| written::kind(bytes)).unwrap_or(FileKind::Unknown)
}

#[cfg(test)]
mod tests;
