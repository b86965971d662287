//! One code of an animation: read strictly, its numbers checked against each other before anything is allocated by
//! them.

use super::What;
use crate::base45;
use crate::cbor::{Error, Reader, Rules};
use crate::input::{Budget, Fault, Halt, Layer, MAX_ANIMATED, MAX_PARTS, MAX_TEXT, Unreadable};
use crate::scan::{PART_PREFIX, bare, foreign};
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// With what the text of an animated code begins (docs/dc1.md §7).
const PREFIX: &str = PART_PREFIX;
/// With what the codes that are whole by themselves begin: a showing, a sealed answer.
const STILL: [&str; 2] = ["DC1:", "DC1S:"];
/// The array and its six members.
const ITEMS: usize = 7;

/// What every part of one animation says alike. Parts that differ in it are of different animations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) id: [u8; 4],
    pub(super) of: usize,
    pub(super) total: usize,
    pub(super) what: What,
    /// Length of each chunk.
    pub(super) chunk: usize,
}

/// One part, with consistent numbers. Proves nothing about the others.
pub(super) struct Part<'a> {
    pub(super) title: Title,
    pub(super) index: usize,
    pub(super) chunk: &'a [u8],
}

/// Whether a text is a code of DC1 that is not animated.
pub(super) fn is_still(text: &str) -> bool {
    STILL.iter().any(|prefix| text.starts_with(prefix))
}

/// Whether two parts are of different animations. One that cannot be read is of none.
pub(crate) fn differ(one: &str, two: &str) -> bool {
    let title = |text: &str| Part::read(&decode(bare(text)).ok()?).ok().map(|part| part.title);
    matches!((title(one), title(two)), (Some(one), Some(two)) if one != two)
}

/// The bytes of an animated code.
pub(super) fn decode(text: &str) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        return Err(foreign(text));
    };
    if text.chars().nth(MAX_TEXT).is_some() {
        return Err(Unreadable::new(Layer::Text, MAX_TEXT, Fault::TooLarge));
    }
    base45::decode(rest)
}

impl<'a> Part<'a> {
    /// `animated-frame` of docs/dc1.md §7.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let budget = Budget::items(ITEMS);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        Self::members(&mut reader).map_err(|_| in_frames(budget.halt()))
    }

    fn members(reader: &mut Reader<'a, '_>) -> Result<Self, Error> {
        reader.array_of(6)?;
        let id = *reader.fixed()?;
        let index = number(reader)?;
        let of = number(reader)?;
        if !(2..=MAX_PARTS).contains(&of) || index >= of {
            return Err(reader.fault(Fault::Value));
        }
        let total = number(reader)?;
        if total > MAX_ANIMATED {
            return Err(reader.fault(Fault::TooLarge));
        }
        let what = match reader.uint()? {
            0 => What::Showing,
            1 => What::SealedAnswer,
            2 => What::Bundle,
            _ => return Err(reader.fault(Fault::Value)),
        };
        let chunk = reader.bytes()?;
        reader.end()?;
        let part = Self { title: Title { id, of, total, what, chunk: chunk.len() }, index, chunk };
        if part.is_consistent() { Ok(part) } else { Err(reader.fault(Fault::Value)) }
    }

    /// The last chunk begins within the frame and ends behind it, with zeros.
    fn is_consistent(&self) -> bool {
        let Title { of, total, chunk, .. } = self.title;
        let last_begins = chunk.saturating_mul(of.saturating_sub(1));
        let begins = chunk.saturating_mul(self.index);
        let padding = self.chunk.iter().skip(total.saturating_sub(begins));
        last_begins < total && total <= last_begins.saturating_add(chunk) && padding.into_iter().all(|byte| *byte == 0)
    }

    pub(super) const fn what(&self) -> What {
        self.title.what
    }

    /// How many parts its animation has.
    pub(super) const fn of(&self) -> usize {
        self.title.of
    }
}

/// A number that may be larger than any length of this machine.
fn number(reader: &mut Reader<'_, '_>) -> Result<usize, Error> {
    usize::try_from(reader.uint()?).map_err(|_| reader.fault(Fault::Value))
}

/// What is no COSE envelope is told as what it is.
fn in_frames(halt: Halt) -> Unreadable {
    let Unreadable { layer, at, fault } = Unreadable::from(halt);
    Unreadable::new(if layer == Layer::Cose { Layer::Frames } else { layer }, at, fault)
}
