//! Check 9: every disclosure matches one signed digest, each is used once, and none is left over.

use super::claims::Document;
use super::envelope::Disclosed;
use super::papers::{MAX_PAPERS, Readable};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::consent::Chosen;
use crate::digest::{Digest32, sha256};
use crate::document::Paper;
use crate::field::{FieldKey, Kind};
use crate::input::Budget;
use crate::reason::Reason;
use crate::sorted::Sorted;
use crate::value::Value;
use alloc::vec::Vec;

/// The papers of a token as far as their holder disclosed them. Only [`Revealed::open`] makes it.
///
/// It proves that the issuer signed every field in it. What was withheld, and whether it was a field or a decoy, nobody
/// can tell.
#[derive(Debug)]
pub(super) struct Revealed {
    papers: Vec<Paper>,
    chosen: Vec<Chosen>,
}

/// Where a digest stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Beside the papers: it hides a whole paper.
    Papers,
    /// In a paper, by its position: it hides a field.
    Paper(usize),
}

/// Work in progress: papers, and every digest with its place and whether a disclosure matched it.
struct Opening {
    papers: Vec<(Kind, Readable)>,
    places: Sorted<Digest32, (Place, bool)>,
    salts: Vec<[u8; 16]>,
    chosen: Vec<Chosen>,
}

impl Revealed {
    /// Opens the disclosures that the holder's signature covers against the digests that the issuer's covers.
    pub(super) fn open(
        document: Document<'_, '_>,
        disclosures: &[Disclosed<'_>],
        budget: &Budget,
    ) -> Result<Self, Reason> {
        let mut opening = Opening::new(document)?;
        let mut waiting: Vec<_> = disclosures.iter().map(|disclosed| (digest_of(disclosed), disclosed)).collect();
        // A revealed paper may bring digests that others match: go round while something was opened.
        loop {
            let before = waiting.len();
            let mut still = Vec::new();
            for (digest, disclosed) in waiting {
                match opening.places.get(&digest).copied() {
                    None => still.push((digest, disclosed)),
                    Some((_, true)) => return Err(Reason::UnalteredRepeated),
                    Some((place, false)) => opening.reveal(digest, place, disclosed, budget)?,
                }
            }
            if still.is_empty() {
                return Ok(opening.finish());
            }
            if still.len() == before {
                return Err(Reason::UnalteredNotSigned);
            }
            waiting = still;
        }
    }

    /// The papers, and what was behind a digest and is readable now. A bearing field must not be among it: its issuer
    /// may not hide one.
    pub(super) fn into_parts(self) -> (Vec<Paper>, Vec<Chosen>) {
        (self.papers, self.chosen)
    }
}

impl Opening {
    fn new(document: Document<'_, '_>) -> Result<Self, Reason> {
        let (papers, digests) = document.into_papers();
        let room = Vec::with_capacity(papers.len());
        let mut opening = Self { papers: room, places: Sorted::new(), salts: Vec::new(), chosen: Vec::new() };
        opening.place(&digests, Place::Papers)?;
        for (kind, readable) in papers {
            opening.add(kind, readable)?;
        }
        Ok(opening)
    }

    /// All digests of a token are distinct, across the payload and revealed values (N41).
    fn place(&mut self, digests: &[Digest32], place: Place) -> Result<(), Reason> {
        for digest in digests {
            if !self.places.insert(*digest, (place, false)) {
                return Err(Reason::UnalteredRepeated);
            }
        }
        Ok(())
    }

    fn add(&mut self, kind: Kind, readable: Readable) -> Result<(), Reason> {
        if self.papers.iter().any(|(of, _)| *of == kind) {
            return Err(Reason::UnalteredRepeated);
        }
        if self.papers.len() >= MAX_PAPERS {
            return Err(Reason::UnalteredMalformed);
        }
        self.place(&readable.digests, Place::Paper(self.papers.len()))?;
        self.papers.push((kind, readable));
        Ok(())
    }

    fn reveal(
        &mut self,
        digest: Digest32,
        place: Place,
        disclosed: &Disclosed<'_>,
        budget: &Budget,
    ) -> Result<(), Reason> {
        self.places.insert(digest, (place, true));
        let mut reader = disclosed.reader(budget);
        match place {
            Place::Papers => {
                let (salt, readable, key) =
                    salted(&mut reader, Readable::read).map_err(|_| Reason::UnalteredMalformed)?;
                self.take_salt(salt)?;
                let kind = Kind::new(key).ok_or(Reason::UnalteredMalformed)?;
                self.chosen.push(Chosen { kind, field: None });
                self.add(kind, readable)
            }
            Place::Paper(index) => {
                let (salt, value, key) = salted(&mut reader, Value::read).map_err(|_| Reason::UnalteredMalformed)?;
                self.take_salt(salt)?;
                self.add_field(index, FieldKey::new(key).ok_or(Reason::UnalteredMalformed)?, value)
            }
        }
    }

    fn add_field(&mut self, index: usize, of: FieldKey, value: Value) -> Result<(), Reason> {
        let (kind, readable) = self.papers.get_mut(index).ok_or(Reason::UnalteredMalformed)?;
        if readable.fields.iter().any(|(known, _)| *known == of) {
            return Err(Reason::UnalteredRepeated);
        }
        self.chosen.push(Chosen { kind: *kind, field: Some(of) });
        readable.fields.push((of, value));
        Ok(())
    }

    /// A salt used twice would let a digest be guessed from another (N47).
    fn take_salt(&mut self, salt: [u8; 16]) -> Result<(), Reason> {
        if self.salts.contains(&salt) {
            return Err(Reason::UnalteredMalformed);
        }
        self.salts.push(salt);
        Ok(())
    }

    fn finish(self) -> Revealed {
        let places = self.places;
        let left = |index| places.values().filter(|(place, matched)| *place == Place::Paper(index) && !matched).count();
        let papers =
            self.papers.into_iter().enumerate().map(|(index, (kind, readable))| readable.into_paper(kind, left(index)));
        Revealed { papers: papers.collect(), chosen: self.chosen }
    }
}

/// `[salt, value, key]`, in this order.
fn salted<'a, 'b, T>(
    reader: &mut Reader<'a, 'b>,
    read: impl FnOnce(&mut Reader<'a, 'b>) -> Result<T, Error>,
) -> Result<([u8; 16], T, u64), Error> {
    reader.array_of(3)?;
    let salt = *reader.fixed::<16>()?;
    let value = read(reader)?;
    let key = reader.uint()?;
    reader.end()?;
    Ok((salt, value, key))
}

/// SHA-256 over the byte string of the salted entry, its head included (docs/dc1.md §2).
fn digest_of(disclosed: &Disclosed<'_>) -> Digest32 {
    let mut writer = Writer::with_capacity(disclosed.bytes().len().saturating_add(9));
    writer.bytes(disclosed.bytes());
    sha256(&writer.into_bytes())
}
