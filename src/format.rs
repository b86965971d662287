//! The wire formats that are read here: one list, one door. Each owns its bytes from first to last in a folder of its
//! own, and hands down what it proved in neutral terms ([`ProvenShowing`]).

use crate::base45;
use crate::input::{Budget, ENCAPSULATED, Fault, Layer, MAX_FRAME, Unreadable};
use crate::scan::{Arrived, Frame, Said, Scan, altered, bare, bounded, foreign, is_part, too_long};
use crate::showing::{Against, ProvenShowing};
use alloc::vec::Vec;
use claim169::CLAIM169;
use zeroize::Zeroizing;

mod claim169;
mod dc1;

pub(crate) use dc1::{DC1, statement};

#[cfg(test)]
mod draft_tests;

/// One format.
pub(crate) struct Format {
    /// Its name in an issuer's formats, and in reports.
    pub(crate) name: &'static str,
    begins: Begins,
    /// Whether the contents of a frame are of this format; `None`: they are too broken to tell. Nothing is judged by it
    /// but by which rules to read.
    recognise: fn(&[u8]) -> Option<bool>,
    /// Whether every showing of a code of it is the same, because it is printed or copied.
    pub(crate) is_copy: bool,
    /// Reads a frame and proves what can be proven of it. Without anything to hold it against, its shape is read and
    /// nothing else.
    ///
    /// An error says that it is no document; everything else, however bad, is told in the tokens.
    pub(crate) prove: for<'k> fn(&Frame, Option<Against<'k>>, &Budget) -> Result<ProvenShowing<'k>, Unreadable>,
}

/// With what the text of a code of a format begins.
enum Begins {
    /// A prefix of its own, and base45 behind it.
    With(&'static str),
    /// No prefix: base45 alone, whose first two bytes may be these.
    Without(fn([u8; 2]) -> bool),
}

/// Every format. The last takes every frame that no other recognises. To add one: a folder, and a line here
/// (CONTRIBUTING.md).
const FORMATS: [Format; 2] = [CLAIM169, DC1];

/// Prefix of a sealed answer.
const SEALED_PREFIX: &str = "DC1S:";

/// What a scan carried: a frame, or an answer that only its asker can open.
#[derive(Debug)]
pub(crate) enum Carried {
    Plain(Frame),
    Sealed(Zeroizing<Vec<u8>>),
}

impl Carried {
    fn seal(bytes: Zeroizing<Vec<u8>>) -> Result<Self, Unreadable> {
        if bytes.len() > ENCAPSULATED {
            Ok(Self::Sealed(bytes))
        } else {
            Err(Unreadable::new(Layer::Text, 0, Fault::Length))
        }
    }
}

/// Opens a scan as far as it can be opened without a key, within the limits of [`input`](crate::input).
pub(crate) fn open(scan: &Scan<'_>) -> Result<Carried, Unreadable> {
    match scan.arrived() {
        Arrived::Text(text) => match text.strip_prefix(SEALED_PREFIX) {
            Some(rest) => Carried::seal(base45::decode(bounded(text, rest)?)?),
            None => of_text(text).map(Carried::Plain),
        },
        Arrived::Claim169(text) => {
            Frame::open(base45::decode(bounded(text, text)?)?, Said::Format(CLAIM169.name)).map(Carried::Plain)
        }
        Arrived::Frame(bytes) | Arrived::Sealed(bytes) if bytes.len() > MAX_FRAME => Err(too_long(MAX_FRAME)),
        Arrived::Frame(bytes) => Frame::open(Zeroizing::new(bytes.to_vec()), Said::Nothing).map(Carried::Plain),
        Arrived::Sealed(bytes) => Carried::seal(Zeroizing::new(bytes.to_vec())),
    }
}

/// The format of a frame: as the text around it said, or as its contents tell.
///
/// # Errors
/// A text without prefix whose contents are of no format is none of ours.
pub(crate) fn of(frame: &Frame) -> Result<&'static Format, Unreadable> {
    let formats = || FORMATS.iter();
    let recognised = |format: &&Format| (format.recognise)(frame.contents());
    let found = match frame.said() {
        Said::Format(name) => formats().find(|format| format.name == name),
        Said::NoPrefix => {
            let mut without = formats().filter(|format| matches!(format.begins, Begins::Without(_)));
            without.find(|format| recognised(format) != Some(false))
        }
        Said::Nothing => formats().find(|format| recognised(format) == Some(true)),
    };
    found.ok_or(Unreadable::new(Layer::Text, 0, Fault::AnotherApp))
}

/// The frame within a text: behind the prefix of a format, or without one and yet of a form that is read here.
fn of_text(text: &str) -> Result<Frame, Unreadable> {
    for Format { name, begins, .. } in &FORMATS {
        if let Begins::With(prefix) = begins
            && let Some(rest) = text.strip_prefix(prefix)
        {
            return Frame::open(base45::decode(bounded(text, rest)?)?, Said::Format(name));
        }
    }
    match without_prefix(text) {
        Some(carried) => Frame::open(carried, Said::NoPrefix),
        None => Err(foreign(text)),
    }
}

/// The bytes of a text without prefix, if all of it is base45 and its first bytes are those of a format read here.
fn without_prefix(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let first: [u8; 2] = base45::decode(text.get(..3)?).ok()?.as_slice().try_into().ok()?;
    let is_one = |format: &Format| matches!(format.begins, Begins::Without(begins) if begins(first));
    FORMATS.iter().any(is_one).then(|| base45::decode(bounded(text, text).ok()?).ok())?
}

/// What a text is by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A code of ours that is whole by itself.
    Whole,
    /// A part of an animated one.
    Part,
    /// One of ours, altered on its way.
    Altered,
    /// Another.
    Other,
}

/// What a text is by its beginning. Whether it can be read is another question.
pub(crate) fn kind_of(text: &str) -> Kind {
    let text = bare(text);
    let prefixed = |format: &Format| matches!(format.begins, Begins::With(prefix) if text.starts_with(prefix));
    if text.starts_with(SEALED_PREFIX) || FORMATS.iter().any(prefixed) || without_prefix(text).is_some() {
        Kind::Whole
    } else if is_part(text) {
        Kind::Part
    } else if altered::of_profile(text).is_some() {
        Kind::Altered
    } else {
        Kind::Other
    }
}

#[cfg(test)]
impl Scan<'_> {
    /// The frame of a scan that is not sealed.
    pub(crate) fn plain(&self) -> Result<Frame, Unreadable> {
        match open(self)? {
            Carried::Plain(frame) => Ok(frame),
            Carried::Sealed(_) => Err(Unreadable::new(Layer::Text, 0, Fault::NotOurs)),
        }
    }
}

#[cfg(test)]
mod tests;
