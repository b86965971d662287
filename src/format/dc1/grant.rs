//! The consent inside a key-binding token (docs/dc1.md §2).

use crate::ask::Digits;
use crate::cbor::{Error, Key, Reader};
use crate::consent::Consent;
use crate::field::Purpose;
use crate::input::Fault;
use crate::policy::read_scope;

/// Kinds of one scope (docs/dc1.md §2): one to four papers.
const MAX_KINDS: usize = 4;

/// `consent` of docs/dc1.md §2. An empty scope is refused by form: there is no default consent (Law 91/2025 art. 9).
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Consent, Error> {
    let (mut purpose, mut scope, mut retention) = (None, None, None);
    let (mut request, mut member, mut question, mut post, mut display) = (None, None, None, None, None);
    for _ in 0..reader.map()? {
        match reader.key()? {
            Key::Int(1) => purpose = Some(Purpose::new(reader.uint()?)),
            Key::Int(2) => scope = Some(read_scope(reader, MAX_KINDS)?),
            Key::Int(3) => retention = Some(reader.uint()?),
            Key::Int(4) => request = Some(*reader.fixed()?),
            Key::Int(5) => member = Some(read_member(reader)?),
            Key::Int(6) => question = Some(reader.uint()?),
            Key::Int(8) => post = Some(read_digits(reader)?),
            Key::Int(9) => display = Some(read_display(reader)?),
            _ => return Err(reader.fault(Fault::Unexpected)),
        }
    }
    let (Some(purpose), Some(scope), Some(retention)) = (purpose, scope, retention) else {
        return Err(reader.fault(Fault::Missing));
    };
    if post.is_some() && request.is_some() {
        // An answer names its post whole.
        return Err(reader.fault(Fault::Unexpected));
    }
    Ok(Consent { purpose, scope, retention, display, request, member, question, post })
}

/// From 1: nobody agrees to a showing that is over at once.
fn read_display(reader: &mut Reader<'_, '_>) -> Result<u64, Error> {
    let seconds = reader.uint()?;
    if seconds > 0 { Ok(seconds) } else { Err(reader.fault(Fault::Value)) }
}

/// `0..99`.
fn read_digits(reader: &mut Reader<'_, '_>) -> Result<Digits, Error> {
    let digits = u8::try_from(reader.uint()?).ok().and_then(Digits::new);
    digits.ok_or_else(|| reader.fault(Fault::Value))
}

/// `[i, n]` with 1 ≤ i ≤ n, 2 ≤ n ≤ 4.
fn read_member(reader: &mut Reader<'_, '_>) -> Result<(u64, u64), Error> {
    reader.array_of(2)?;
    let (index, count) = (reader.uint()?, reader.uint()?);
    if (2..=4).contains(&count) && (1..=count).contains(&index) {
        Ok((index, count))
    } else {
        Err(reader.fault(Fault::Value))
    }
}
