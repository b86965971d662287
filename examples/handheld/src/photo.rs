//! A photograph of codes: all of them found and read, none judged. What a file is its bytes say, not its name.

use crate::no_code::NoCode;
use doichieu::ScannedText;
use kind::Kind;

mod decoded;
mod kind;
mod look;
#[cfg(test)]
mod tests;

/// A code in a picture.
#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) text: ScannedText,
    /// Whether it says of itself that it is one of several (ISO/IEC 18004 §8, structured append).
    pub(crate) one_of_several: bool,
}

/// Whether these bytes begin like a picture, or like a document that may hold one, read here or not.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    kind::of(bytes).is_some()
}

/// Every code of a picture, each once: at least one.
pub(crate) fn codes(bytes: &[u8]) -> Result<Vec<Code>, NoCode> {
    let format = match kind::of(bytes) {
        Some(Kind::Read(format)) => format,
        Some(Kind::Other(name)) => return Err(NoCode::KindNotRead(name)),
        None => return Err(NoCode::NoneSeen),
    };
    let found = look::codes(&decoded::of(bytes, format)?);
    if found.is_empty() { Err(NoCode::NoneSeen) } else { Ok(found) }
}

/// The texts of the codes that stand for themselves.
pub(crate) fn texts(bytes: &[u8]) -> Result<Vec<ScannedText>, NoCode> {
    let texts: Vec<_> = codes(bytes)?.into_iter().filter(|code| !code.one_of_several).map(|code| code.text).collect();
    if texts.is_empty() { Err(NoCode::OneOfSeveral) } else { Ok(texts) }
}
