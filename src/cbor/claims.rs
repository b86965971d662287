//! What signed claims are made of: times, members in their one order, lists and maps within bounds, kinds.

use super::{Error, Key, Reader};
use crate::field::Kind;
use crate::input::Fault;
use crate::time::UnixTime;
use alloc::vec::Vec;

/// A time of docs/dc1.md §2: whole seconds, above 0 and below 2^33.
pub(crate) fn read_time(reader: &mut Reader<'_, '_>) -> Result<UnixTime, Error> {
    let seconds = reader.uint()?;
    UnixTime::new(seconds).filter(|_| seconds > 0).ok_or_else(|| reader.fault(Fault::Value))
}

/// The next key of a closed map.
pub(crate) fn member(reader: &mut Reader<'_, '_>, label: i64) -> Result<(), Error> {
    match reader.key()? {
        Key::Int(found) if found == label => Ok(()),
        Key::Int(_) => Err(reader.fault(Fault::Missing)),
        _ => Err(reader.fault(Fault::Unexpected)),
    }
}

/// A list of `least` to `most` items, for which room is made at once.
pub(crate) fn read_list<'a, 'b, T>(
    reader: &mut Reader<'a, 'b>,
    least: usize,
    most: usize,
    read: impl Fn(&mut Reader<'a, 'b>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let count = reader.array()?;
    if !(least..=most).contains(&count) {
        return Err(reader.fault(Fault::Value));
    }
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        list.push(read(reader)?);
    }
    Ok(list)
}

/// Opens a map of `least` to `most` pairs.
pub(crate) fn read_map(reader: &mut Reader<'_, '_>, least: usize, most: usize) -> Result<usize, Error> {
    let count = reader.map()?;
    if (least..=most).contains(&count) { Ok(count) } else { Err(reader.fault(Fault::Value)) }
}

/// A kind as a map key.
pub(crate) fn read_kind(reader: &mut Reader<'_, '_>) -> Result<Kind, Error> {
    let kind = match reader.key()? {
        Key::Int(number) => u64::try_from(number).ok().and_then(Kind::new),
        _ => None,
    };
    kind.ok_or_else(|| reader.fault(Fault::Value))
}
