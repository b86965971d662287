//! DC1: from the bytes of a frame to papers that an issuer signed and a holder disclosed (docs/dc1.md).

use crate::cbor::{Error, Reader, Rules, Type};
use crate::input::{Budget, Fault, MAX_TOKENS, Unreadable};
use crate::seal::Envelope;
use alloc::vec::Vec;

mod claims;
mod papers;
mod reveal;

pub(crate) use claims::Document;
pub(crate) use reveal::{Chosen, Revealed};

/// The `vct` of the profile, and its name in an issuer's formats.
pub(crate) const FORMAT: &str = "dc1";

/// Check 2 and 3: the envelopes of one presentation, with every payload and disclosure still closed.
pub(crate) fn envelopes<'a>(frame: &'a [u8], budget: &Budget) -> Result<Vec<Envelope<'a>>, Unreadable> {
    read(frame, budget).map_err(|_| budget.halt().into())
}

fn read<'a>(frame: &'a [u8], budget: &Budget) -> Result<Vec<Envelope<'a>>, Error> {
    let mut reader = Reader::new(frame, Rules::DC1, budget);
    let mut tokens = Vec::new();
    if reader.peek()? == Type::Array {
        let count = reader.array()?;
        if !(2..=MAX_TOKENS).contains(&count) {
            return Err(reader.fault(Fault::Value));
        }
        for index in 0..count {
            budget.turn_to(index);
            tokens.push(Envelope::read(&mut reader)?);
        }
    } else {
        tokens.push(Envelope::read(&mut reader)?);
    }
    reader.end()?;
    Ok(tokens)
}
