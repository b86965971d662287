//! Papers inside a signed payload or a revealed entry.

use crate::cbor::claims::{member, read_list, read_time};
use crate::cbor::{Error, Key, Reader};
use crate::digest::Digest32;
use crate::document::{Paper, Source, Standing, StatusRef, Vetting};
use crate::field::{FieldKey, Kind};
use crate::input::Fault;
use crate::value::Value;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Digests in one place (docs/dc1.md §2).
const MAX_DIGESTS: usize = 64;
/// Fields that room is made for at once: about as many as a paper has.
const MOST_FIELDS: usize = 16;
/// Papers of one token (docs/dc1.md §2).
pub(super) const MAX_PAPERS: usize = 4;

/// A paper as far as it is clear, and the digests of what may be revealed in it.
#[derive(Debug)]
pub(super) struct Readable {
    pub(super) source: Source,
    pub(super) fields: Vec<(FieldKey, Value)>,
    pub(super) digests: Vec<Digest32>,
}

impl Readable {
    /// `paper` of docs/dc1.md §2.
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let members = reader.map()?;
        if members == 0 {
            return Err(reader.fault(Fault::Missing));
        }
        member(reader, 0)?;
        let source = read_source(reader)?;
        let (mut fields, mut digests) = (Vec::with_capacity(members.min(MOST_FIELDS)), Vec::new());
        for _ in 1..members {
            match reader.key()? {
                Key::Int(number) => {
                    let key = u64::try_from(number).ok().and_then(FieldKey::new);
                    let key = key.ok_or_else(|| reader.fault(Fault::Value))?;
                    Value::read_with(key, &mut fields, reader)?;
                }
                Key::Redacted => digests = read_digests(reader)?,
                _ => return Err(reader.fault(Fault::Type)),
            }
        }
        Ok(Self { source, fields, digests })
    }

    /// The finished paper: whatever digests are left belong to withheld fields or decoys.
    pub(super) fn into_paper(self, kind: Kind, withheld: usize) -> Paper {
        Paper { kind, source: self.source, fields: self.fields, withheld }
    }
}

/// Papers that are clear, and the digests of those that may be revealed.
pub(super) type Papers = (Vec<(Kind, Readable)>, Vec<Digest32>);

/// `papers` of docs/dc1.md §2.
pub(super) fn read_all(reader: &mut Reader<'_, '_>) -> Result<Papers, Error> {
    let members = reader.map()?;
    let (mut papers, mut digests) = (Vec::with_capacity(members.min(MAX_PAPERS)), Vec::new());
    for _ in 0..members {
        match reader.key()? {
            Key::Int(number) => {
                let kind = u64::try_from(number).ok().and_then(Kind::new);
                papers.push((kind.ok_or_else(|| reader.fault(Fault::Value))?, Readable::read(reader)?));
            }
            Key::Redacted => digests = read_digests(reader)?,
            _ => return Err(reader.fault(Fault::Type)),
        }
    }
    if papers.len() <= MAX_PAPERS { Ok((papers, digests)) } else { Err(reader.fault(Fault::TooLarge)) }
}

/// `[list, index]`.
pub(super) fn read_status(reader: &mut Reader<'_, '_>) -> Result<StatusRef, Error> {
    reader.array_of(2)?;
    Ok(StatusRef { list: reader.uint()?, index: reader.uint()? })
}

fn read_digests(reader: &mut Reader<'_, '_>) -> Result<Vec<Digest32>, Error> {
    read_list(reader, 1, MAX_DIGESTS, |reader| reader.fixed::<32>().copied())
}

/// `source` of docs/dc1.md §2.
fn read_source(reader: &mut Reader<'_, '_>) -> Result<Source, Error> {
    let members = reader.map()?;
    // Fewer would let the next keys be read as its own.
    if !(2..=5).contains(&members) {
        return Err(reader.fault(Fault::Unexpected));
    }
    member(reader, 1)?;
    let authority = reader.text()?.to_string();
    member(reader, 2)?;
    let as_of = read_time(reader)?;
    let (mut standing, mut status, mut evidence) = (Standing::InForce, None, None);
    for _ in 2..members {
        match reader.key()? {
            Key::Int(3) => standing = read_standing(reader)?,
            Key::Int(4) => status = Some(read_status(reader)?),
            Key::Int(5) => evidence = Some(Vetting::of(reader.uint()?)),
            _ => return Err(reader.fault(Fault::Unexpected)),
        }
    }
    Ok(Source { authority, as_of, standing, status, evidence })
}

fn read_standing(reader: &mut Reader<'_, '_>) -> Result<Standing, Error> {
    match reader.uint()? {
        0 => Ok(Standing::InForce),
        1 => Ok(Standing::Suspended),
        2 => Ok(Standing::Withdrawn),
        _ => Err(reader.fault(Fault::Value)),
    }
}
