//! What was scanned, wherever it comes from: an argument, standard input, a text file, a photograph.

use crate::failure::Failure;
use crate::files;
use crate::film::{self, Wanted};
use crate::page::{self, say};
use crate::photo;
use doichieu::input::{Fault, Unreadable};
use doichieu::reason::{Language, Reason};
use doichieu::{Frames, Progress, Scan, What};
use std::io::Read;
use std::path::{Path, PathBuf};

/// With what the text of a code begins when it is given as the argument itself.
const PREFIXES: [&str; 3] = ["DC1:", "DC1S:", "DC1F:"];
/// Endings of file names, by which a missing file is told from the text of another kind of code.
const ENDINGS: [&str; 5] = ["txt", "png", "jpg", "jpeg", "dcp"];

/// What arrived.
#[derive(Debug)]
pub(crate) enum Arrived {
    /// The text of a code, as it was read.
    Text(String),
    /// What the parts of an animated code put together.
    Whole(What, Vec<u8>),
    /// Some parts of an animated code.
    NotWhole { have: usize, of: usize },
    /// A part of an animated code that cannot be read.
    OddPart(Unreadable),
    /// Pictures in which no code could be read.
    NoCode,
}

/// Why a scan is no document.
#[derive(Debug)]
pub(crate) enum NoDocument {
    /// The core could not read it.
    Unreadable(Unreadable),
    /// No code was found in the picture.
    NoCode,
    /// Some parts of an animated code.
    NotWhole { have: usize, of: usize },
    /// A bundle that another device handed over: nothing of a citizen's.
    Bundle,
}

impl Arrived {
    /// The same where nothing else is coming: one part of an animated code is ours, and not enough.
    pub(crate) fn alone(self) -> Self {
        let Self::Text(text) = &self else { return self };
        match Frames::new().push(text) {
            Progress::Collected { have, of } => Self::NotWhole { have, of },
            Progress::Ignored(unreadable) if unreadable.fault != Fault::NotOurs => Self::OddPart(unreadable),
            _ => self,
        }
    }

    /// What the core is to inspect.
    pub(crate) fn scan(&self) -> Result<Scan<'_>, NoDocument> {
        match self {
            Self::Text(text) => Ok(Scan::qr(text)),
            Self::Whole(What::Presentation, bytes) => Ok(Scan::frame(bytes)),
            Self::Whole(What::SealedAnswer, bytes) => Ok(Scan::sealed(bytes)),
            Self::Whole(..) => Err(NoDocument::Bundle),
            Self::NotWhole { have, of } => Err(NoDocument::NotWhole { have: *have, of: *of }),
            Self::OddPart(unreadable) => Err(NoDocument::Unreadable(*unreadable)),
            Self::NoCode => Err(NoDocument::NoCode),
        }
    }
}

impl NoDocument {
    /// What to tell the officer.
    pub(crate) const fn reason(&self) -> Reason {
        match self {
            Self::Unreadable(unreadable) => unreadable.reason(),
            Self::NoCode | Self::NotWhole { .. } => Reason::ScanUnreadable,
            Self::Bundle => Reason::ScanNotOurs,
        }
    }

    /// For `--json`: where reading stopped, and nothing that was read.
    pub(crate) fn to_json(&self) -> String {
        format!("{{{}}}", self.member())
    }

    /// The same as a member of an object.
    pub(crate) fn member(&self) -> String {
        let code = self.reason().code();
        match self {
            Self::Unreadable(Unreadable { layer, at, .. }) => {
                format!(r#""unreadable":{{"at":{at},"code":"{code}","layer":"{}"}}"#, layer.name())
            }
            Self::NotWhole { have, of } => {
                format!(r#""unreadable":{{"code":"{code}","have":{have},"layer":"frames","of":{of}}}"#)
            }
            Self::NoCode => format!(r#""unreadable":{{"code":"{code}","layer":"picture"}}"#),
            Self::Bundle => format!(r#""unreadable":{{"code":"{code}","layer":"frames"}}"#),
        }
    }
}

/// Loads what the arguments name: one scan, or the pictures of one film.
pub(crate) fn load_all(arguments: &[PathBuf], language: Language) -> Result<Arrived, Failure> {
    match arguments {
        [one] => load_phone(one, language),
        several => film::load(several, Wanted::Showing, Some(language)),
    }
}

/// Loads what one argument names: one scan, or a folder of the pictures of one film.
pub(crate) fn load_phone(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    if argument.is_dir() {
        return film::load(&[argument.to_owned()], Wanted::Showing, Some(language));
    }
    load(argument, language)
}

/// Loads what the argument names. Untrusted: nothing but its form as a file is looked at, and whether it is a part of more.
fn load(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    read(argument, language).map(Arrived::alone)
}

fn read(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    if argument.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| files::unreadable(argument, &error))?;
        return Ok(from_bytes(&bytes));
    }
    let text = argument.to_string_lossy();
    if PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
        return Ok(Arrived::Text(text.into_owned()));
    }
    match files::read_if_there(argument) {
        Ok(Some(bytes)) => Ok(from_bytes(&bytes)),
        Ok(None) if !names_a_file(argument) => {
            let (vi, en) = (
                "Không có tệp tên này: coi đó là nội dung của mã.",
                "No file of this name: taken as the text of a code.",
            );
            page::remark(say(language, vi, en));
            Ok(Arrived::Text(text.into_owned()))
        }
        Ok(None) => Err(missing(argument)),
        // Too long for a file's name: the text of a code that is not ours.
        Err(_) if text.len() > 255 => Ok(Arrived::Text(text.into_owned())),
        Err(failure) => Err(failure),
    }
}

/// Whether a name ends as those of codes do.
pub(crate) fn names_a_file(argument: &Path) -> bool {
    let ending = argument.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The form of a file.
pub(crate) fn from_bytes(bytes: &[u8]) -> Arrived {
    if photo::is_picture(bytes) {
        return photo::read(bytes).map_or(Arrived::NoCode, Arrived::Text);
    }
    Arrived::Text(String::from_utf8_lossy(without_line_end(bytes)).into_owned())
}

/// An editor or `echo` ends a file with one line end; anything more is part of what was scanned.
fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

fn missing(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::usage(
        format!("Không có tệp {path}. Cho biết tệp ảnh, tệp văn bản, chính nội dung mã, hoặc - để đọc từ đầu vào."),
        format!(
            "There is no file {path}. Name a picture, a text file, the text of a code itself, or - for standard input."
        ),
    )
}
