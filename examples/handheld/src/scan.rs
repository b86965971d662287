//! What was scanned, wherever it comes from: an argument, standard input, a text file, a photograph.

use crate::failure::Failure;
use crate::files;
use crate::film::{self, Wanted};
use crate::no_code::NoCode;
use crate::page::{self, say};
use crate::photo;
use doichieu::Language;
use doichieu::input::Unreadable;
use doichieu::reason::Reason;
use doichieu::{FileKind, Found, Frames, Progress, Scan, ScannedText, What, pick, recognise};
use std::path::{Path, PathBuf};

/// With what the text of a code begins when it is given as the argument itself.
const PREFIXES: [&str; 3] = ["DC1:", "DC1S:", "DC1F:"];
/// Endings of file names, by which a missing file is told from the text of another kind of code.
const ENDINGS: [&str; 14] =
    ["txt", "png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "pdf", "dcp", "dc1"];

/// What one file or argument showed: the texts of all its codes, at least one.
pub(crate) type Texts = Vec<ScannedText>;

/// What arrived. Its `Debug` shows nothing of it.
pub(crate) enum Arrived {
    /// The text of a code, as it was read.
    Text(ScannedText),
    /// What the parts of an animated code put together.
    Whole(What, Vec<u8>),
    /// Some parts of an animated code.
    NotWhole { have: usize, of: usize },
    /// A part of an animated code that cannot be read.
    OddPart(Unreadable),
    /// Different codes of ours in one picture, of which none is taken.
    Several,
    /// Nothing in which a code could be read.
    NoCode(NoCode),
}

/// Why a scan is no document.
#[derive(Debug)]
pub(crate) enum NoDocument {
    /// The core could not read it.
    Unreadable(Unreadable),
    /// No code was found in the file.
    NoCode(NoCode),
    /// Some parts of an animated code.
    NotWhole { have: usize, of: usize },
    /// Different codes of ours in one picture.
    Several,
    /// A bundle that another device handed over: nothing of a citizen's.
    Bundle,
}

impl std::fmt::Debug for Arrived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Arrived(..)")
    }
}

impl Arrived {
    /// What is meant where nothing else is coming: one part of an animated code is ours, and not enough.
    fn alone(texts: Texts) -> Self {
        match pick(texts.iter().map(ScannedText::as_str)) {
            Found::Several => Self::Several,
            Found::Parts(_) => Self::parts(&texts),
            Found::Ours(text) | Found::Plain(text) | Found::Foreign(text) => {
                let meant = texts.iter().position(|of| of.as_str() == text);
                Self::of_text(texts, meant)
            }
            _ => Self::NoCode(NoCode::NoneSeen),
        }
    }

    fn of_text(mut texts: Texts, meant: Option<usize>) -> Self {
        let text = meant.filter(|meant| *meant < texts.len()).map(|meant| texts.swap_remove(meant));
        text.map_or(Self::NoCode(NoCode::NoneSeen), Self::Text)
    }

    /// All parts that one picture shows, put together.
    fn parts(texts: &[ScannedText]) -> Self {
        let (mut frames, mut arrived) = (Frames::new(), Self::NoCode(NoCode::NoneSeen));
        for text in texts.iter().filter(|text| is_part(text)) {
            arrived = match frames.push(text.as_str()) {
                Progress::Collected { have, of } => Self::NotWhole { have, of },
                Progress::Mismatched { of } => Self::NotWhole { have: of, of },
                Progress::Ignored(unreadable) if arrived.is_nothing() => Self::OddPart(unreadable),
                _ => arrived,
            };
        }
        frames.complete().map_or(arrived, |(what, bytes)| Self::Whole(what, bytes.to_vec()))
    }

    /// Whether no code was read at all.
    pub(crate) const fn is_nothing(&self) -> bool {
        matches!(self, Self::NoCode(_))
    }

    /// What the core is to inspect.
    pub(crate) fn scan(&self) -> Result<Scan<'_>, NoDocument> {
        match self {
            Self::Text(text) => Ok(Scan::qr(text.as_str())),
            Self::Whole(What::Showing, bytes) => Ok(Scan::frame(bytes)),
            Self::Whole(What::SealedAnswer, bytes) => Ok(Scan::sealed(bytes)),
            Self::Whole(..) => Err(NoDocument::Bundle),
            Self::NotWhole { have, of } => Err(NoDocument::NotWhole { have: *have, of: *of }),
            Self::OddPart(unreadable) => Err(NoDocument::Unreadable(*unreadable)),
            Self::Several => Err(NoDocument::Several),
            Self::NoCode(why) => Err(NoDocument::NoCode(*why)),
        }
    }
}

impl NoDocument {
    /// What to tell the officer.
    pub(crate) const fn reason(&self) -> Reason {
        match self {
            Self::Unreadable(unreadable) => unreadable.reason(),
            Self::NoCode(why) => why.reason(),
            Self::NotWhole { .. } => Reason::ScanUnreadable,
            Self::Several => Reason::ScanSeveralCodes,
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
            Self::NoCode(why) => {
                let (layer, trouble) = (why.layer(), why.trouble().code());
                format!(r#""unreadable":{{"code":"{code}","layer":"{layer}","trouble":"{trouble}"}}"#)
            }
            Self::Several => format!(r#""unreadable":{{"code":"{code}","layer":"picture"}}"#),
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

/// Loads what the argument names. Untrusted: nothing but its form as a file is looked at, and which of its codes is
/// meant.
fn load(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    Ok(alone(read(argument, language)?))
}

/// Loads a code that is printed on a card: beside a phone's code it is the one that is meant.
pub(crate) fn load_print(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    if argument.is_dir() {
        return load_phone(argument, language);
    }
    let mut seen = read(argument, language)?;
    if let Ok(texts) = &mut seen
        && texts.iter().any(is_print)
    {
        texts.retain(is_print);
    }
    Ok(alone(seen))
}

/// Whether a text is a part of an animated code.
pub(crate) fn is_part(text: &ScannedText) -> bool {
    matches!(pick([text.as_str()]), Found::Parts(_))
}

fn is_print(text: &ScannedText) -> bool {
    matches!(pick([text.as_str()]), Found::Plain(_))
}

/// What is meant by what one file showed.
pub(crate) fn alone(seen: Result<Texts, NoCode>) -> Arrived {
    seen.map_or_else(Arrived::NoCode, Arrived::alone)
}

fn read(argument: &Path, language: Language) -> Result<Result<Texts, NoCode>, Failure> {
    if argument.as_os_str() == "-" {
        return Ok(from_bytes(&files::standard_input()?));
    }
    let text = argument.to_string_lossy();
    let as_text = || Ok(Ok(vec![ScannedText::of(text.as_bytes())]));
    if PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
        return as_text();
    }
    match files::read_if_there(argument) {
        Ok(Some(bytes)) => Ok(from_bytes(&bytes)),
        Ok(None) if !names_a_file(argument) => {
            let (vi, en) = (
                "Không có tệp tên này: coi đó là nội dung của mã.",
                "No file of this name: taken as the text of a code.",
            );
            page::remark(say(language, vi, en));
            as_text()
        }
        Ok(None) => Err(missing(argument)),
        // Too long for a file's name: the text of a code that is not ours.
        Err(_) if text.len() > 255 => as_text(),
        Err(failure) => Err(failure),
    }
}

/// Whether a name ends as those of codes do.
pub(crate) fn names_a_file(argument: &Path) -> bool {
    let ending = argument.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The texts of the codes in a file: all that a picture shows, or the file's own text.
pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Texts, NoCode> {
    if bytes.is_empty() {
        return Err(NoCode::Empty);
    }
    if photo::is_picture(bytes) {
        return photo::texts(bytes);
    }
    match recognise(bytes) {
        // Texts of whatever kind, and what nobody knows, are the core's to read or refuse.
        FileKind::Showing
        | FileKind::AnimatedPart
        | FileKind::Ask
        | FileKind::Text
        | FileKind::Json
        | FileKind::Unknown => Ok(vec![ScannedText::of(bytes)]),
        other => Err(NoCode::Other(other)),
    }
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
