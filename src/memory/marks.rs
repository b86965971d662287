//! What was seen of lists: the newest root and bundle, the newest time of each status list, and the floor of time under them.

use super::{Digest32, next_key};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::input::Fault;
use crate::sorted::Sorted;
use crate::time::UnixTime;

/// Lists remembered: as many as a bundle may have parts (docs/dc1.md §3).
pub(super) const MAX_LISTS: usize = 1_024;

/// A number and the content that goes with it, so that neither an older nor an equal-but-different one is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) number: u64,
    pub(crate) hash: Digest32,
}

/// Marks of everything signed that this device has taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) floor: u64,
    pub(super) root: Option<Mark>,
    pub(super) bundle: Option<Mark>,
    pub(super) lists: Sorted<Digest32, u64>,
}

impl Marks {
    /// Takes over what a bundle proved, after all of it did.
    pub(super) fn learn(&mut self, root: Mark, bundle: Mark, lists: &[(Digest32, u64)], floor: UnixTime) {
        self.root = Some(root);
        self.bundle = Some(bundle);
        self.floor = self.floor.max(floor.seconds());
        for (uri, iat) in lists {
            if self.lists.len() < MAX_LISTS || self.lists.get(uri).is_some() {
                self.lists.insert(*uri, *iat);
            }
        }
    }

    /// Its members in the bytes of a memory: four.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.uint(self.floor);
        for mark in [self.root, self.bundle] {
            match mark {
                None => writer.array(0),
                Some(mark) => writer.array(2).uint(mark.number).bytes(&mark.hash),
            };
        }
        writer.array(self.lists.len());
        for (uri, iat) in self.lists.iter() {
            writer.array(2).bytes(uri).uint(*iat);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let floor = reader.uint()?;
        // A floor above every time would be no floor.
        if UnixTime::new(floor).is_none() {
            return Err(reader.fault(Fault::Value));
        }
        let (root, bundle) = (read_mark(reader)?, read_mark(reader)?);
        let mut lists = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(2)?;
            let uri = next_key(reader, &lists)?;
            lists.insert(uri, reader.uint()?);
        }
        Ok(Self { floor, root, bundle, lists })
    }
}

fn read_mark(reader: &mut Reader<'_, '_>) -> Result<Option<Mark>, Error> {
    match reader.array()? {
        0 => Ok(None),
        2 => Ok(Some(Mark { number: reader.uint()?, hash: *reader.fixed()? })),
        _ => Err(reader.fault(Fault::Value)),
    }
}
