//! What was scanned, wherever it comes from: an argument, standard input, a text file, a photograph.

use crate::failure::Failure;
use crate::files;
use crate::page::{self, say};
use crate::photo;
use doichieu::reason::Language;
use std::io::Read;
use std::path::Path;

/// With what the text of a code begins when it is given as the argument itself.
const PREFIX: &str = "DC1:";
/// Endings of file names, by which a missing file is told from the text of another kind of code.
const ENDINGS: [&str; 5] = ["txt", "png", "jpg", "jpeg", "dcp"];

/// What arrived.
#[derive(Debug)]
pub(crate) enum Arrived {
    /// The text of a code, as it was read.
    Text(String),
    /// A picture in which no code could be read.
    NoCode,
}

/// Loads what the argument names. Untrusted: nothing but its form as a file is looked at.
pub(crate) fn load(argument: &Path, language: Language) -> Result<Arrived, Failure> {
    if argument.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| files::unreadable(argument, &error))?;
        return Ok(from_bytes(&bytes));
    }
    let text = argument.to_string_lossy();
    if text.starts_with(PREFIX) {
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

fn names_a_file(argument: &Path) -> bool {
    let ending = argument.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn from_bytes(bytes: &[u8]) -> Arrived {
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
    let path = path.display();
    Failure::usage(
        format!("Không có tệp {path}. Cho biết tệp ảnh, tệp văn bản, chính nội dung mã, hoặc - để đọc từ đầu vào."),
        format!(
            "There is no file {path}. Name a picture, a text file, the text of a code itself, or - for standard input."
        ),
    )
}
