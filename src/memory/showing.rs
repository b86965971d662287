//! One showing, as a memory of this device or a store of several keeps it, and what is said of it when something comes
//! in its place again.

use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader, Rules};
use crate::digest::Digest32;
use crate::input::{Budget, Fault};
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Form of the bytes below.
const FORM: u64 = 1;

/// Which showing it was, at which post, in which encounter, and until when it can pass.
///
/// It is what a store that several devices or processes share keeps
/// ([`Inspector::inspect_shared`](crate::Inspector::inspect_shared), docs/server.md). It proves nothing and holds no
/// value; with its time it is pseudonymous: whoever has the code can find it again.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Showing {
    /// The place it takes, and what a store keeps it under: its own for what is shown unprompted, the ask's for an
    /// answer, because an ask is answered once.
    pub key: [u8; 32],
    /// SHA-256 over what the phone signed (docs/dc1.md §4): not over signature, stream or order of a set, which have
    /// twins.
    pub showing: [u8; 32],
    /// The post it was shown to: SHA-256 of its name.
    pub post: [u8; 32],
    /// A digest of the encounter's id; `None`: not known, and then it was no encounter that can be told from another.
    pub encounter: Option<[u8; 32]>,
    /// When it was inspected, on the clock of whoever did.
    pub at: UnixTime,
    /// Until when it can pass anywhere, 30 s of skew included: so long it must be kept, by the slowest clock.
    pub until: UnixTime,
}

impl Showing {
    /// The place of the ask it answers; `None`: shown unprompted.
    #[must_use]
    pub fn ask(&self) -> Option<&[u8; 32]> {
        (self.key != self.showing).then_some(&self.key)
    }

    /// One encoding, for a store that keeps bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(7).uint(FORM).bytes(&self.key).bytes(&self.showing).bytes(&self.post);
        write_digest(&mut writer, self.encounter.as_ref());
        writer.uint(self.at.seconds()).uint(self.until.seconds());
        writer.into_bytes()
    }

    /// A showing from bytes that [`Showing::to_bytes`] wrote; `None` for anything else, which a host answers with
    /// [`StoreAnswer::Failed`].
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let budget = Budget::items(8);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        let showing = Self::read(&mut reader).ok()?;
        reader.finish().ok()?;
        Some(showing)
    }

    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(7)?;
        if reader.uint()? != FORM {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self {
            key: *reader.fixed()?,
            showing: *reader.fixed()?,
            post: *reader.fixed()?,
            encounter: read_digest(reader)?,
            at: read_time(reader)?,
            until: read_time(reader)?,
        })
    }
}

impl core::fmt::Debug for Showing {
    /// Without the digests: they are pseudonyms, and a log is no place for them.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Showing").field("at", &self.at).field("until", &self.until).finish_non_exhaustive()
    }
}

/// A digest, or no bytes where there is none.
pub(super) fn write_digest(writer: &mut Writer, digest: Option<&Digest32>) {
    writer.bytes(digest.map_or(&[][..], |digest| digest));
}

pub(super) fn read_digest(reader: &mut Reader<'_, '_>) -> Result<Option<Digest32>, Error> {
    match reader.bytes()? {
        [] => Ok(None),
        digest => digest.try_into().map(Some).map_err(|_| reader.fault(Fault::Value)),
    }
}

pub(super) fn read_time(reader: &mut Reader<'_, '_>) -> Result<UnixTime, Error> {
    let seconds = reader.uint()?;
    UnixTime::new(seconds).ok_or_else(|| reader.fault(Fault::Value))
}

/// What a store answered that was to keep a [`Showing`] under its key, if nothing stood there yet (docs/server.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreAnswer {
    /// Nothing stood there; the showing stands there now.
    Fresh,
    /// This stood there, and still does.
    Seen(Showing),
    /// No answer, or none that can be relied on: an error, a time-out, a store that drops what it should keep.
    Failed,
}

impl StoreAnswer {
    /// What follows for a showing: the same as from a memory's word.
    pub(crate) fn on(&self, showing: &Showing) -> Recollection {
        match self {
            Self::Fresh => Recollection::New,
            // What stands in another place was not asked for.
            Self::Seen(seen) if seen.key != showing.key || seen.ask().is_some() != showing.ask().is_some() => {
                Recollection::StoreFailed
            }
            Self::Seen(seen) => Recollection::beside(seen, showing),
            Self::Failed => Recollection::StoreFailed,
        }
    }
}

/// What a memory or a store says of a showing, before it is kept there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recollection {
    /// Not seen.
    New,
    /// Shown to this very post before, in this very encounter.
    SameEncounter,
    /// Shown to another post, this many seconds ago.
    OtherPost { ago: u64 },
    /// Not seen, but showings of this age have been forgotten since: the clock was ahead for a while.
    Unsure,
    /// Not seen, and there is no room to remember it.
    Full,
    /// Shown to this very post before, in another encounter or in one that is not known.
    OtherEncounter { ago: u64 },
    /// The same, and a person at the post said that it is still the same person.
    StillThisPerson { ago: u64 },
    /// Not seen, and the ask it answers was answered by another showing.
    AskAnswered,
    /// Not seen, and of its phone as many showings are held as may be at once.
    TooOften,
    /// The store that was to say gave no answer.
    StoreFailed,
}

impl Recollection {
    /// What follows where something stands in a showing's place.
    pub(super) fn beside(seen: &Showing, now: &Showing) -> Self {
        let ago = now.at.since(seen.at);
        if seen.showing != now.showing {
            Self::AskAnswered
        } else if seen.post != now.post {
            Self::OtherPost { ago }
        } else if seen.encounter.is_some() && seen.encounter == now.encounter {
            Self::SameEncounter
        } else {
            Self::OtherEncounter { ago }
        }
    }

    /// The same, where a person at the post said that it is still the same person.
    pub(crate) const fn of_the_same_person(self) -> Self {
        if let Self::OtherEncounter { ago } = self { Self::StillThisPerson { ago } } else { self }
    }

    /// Whether this use of the showing is the first, or the first one tried again.
    pub(crate) const fn is_first_use(self) -> bool {
        matches!(self, Self::New | Self::SameEncounter)
    }

    /// Its number and age in the memory extract that a report's digest covers.
    pub(crate) const fn extract(self) -> (u64, u64) {
        match self {
            Self::New => (0, 0),
            Self::SameEncounter => (1, 0),
            Self::OtherPost { ago } => (2, ago),
            Self::Unsure => (3, 0),
            Self::Full => (4, 0),
            Self::OtherEncounter { ago } => (5, ago),
            Self::StillThisPerson { ago } => (6, ago),
            Self::AskAnswered => (7, 0),
            Self::TooOften => (8, 0),
            Self::StoreFailed => (9, 0),
        }
    }

    /// The recollection of an extract.
    pub(crate) const fn of_extract(number: u64, age: u64) -> Option<Self> {
        match (number, age) {
            (0, 0) => Some(Self::New),
            (1, 0) => Some(Self::SameEncounter),
            (2, ago) => Some(Self::OtherPost { ago }),
            (3, 0) => Some(Self::Unsure),
            (4, 0) => Some(Self::Full),
            (5, ago) => Some(Self::OtherEncounter { ago }),
            (6, ago) => Some(Self::StillThisPerson { ago }),
            (7, 0) => Some(Self::AskAnswered),
            (8, 0) => Some(Self::TooOften),
            (9, 0) => Some(Self::StoreFailed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
