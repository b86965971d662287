//! Showings seen, until they can no longer pass, and what is said of one.

use super::showing::{read_digest, read_time, write_digest};
use super::{Recollection, Showing, next_key};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::digest::Digest32;
use crate::input::Fault;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::collections::BinaryHeap;

/// Showings remembered at once: a busy post sees a few a minute, and each is kept for minutes (docs/dc1.md §4).
pub(crate) const MAX_SHOWINGS: usize = 10_000;

/// Of one phone at one post: enough for a code made anew because it was late, and again, and for an answer besides.
const MAX_OF_PHONE: usize = 4;

/// A bound key as a memory counts it: a digest of it and of the post, so that no two posts have one name for it.
pub(crate) type Phone = [u8; 8];

/// Showings by their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Showings {
    seen: Sorted<Digest32, Kept>,
    forgotten_until: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    showing: Showing,
    phone: Phone,
}

impl Kept {
    /// Whether it can still pass, by a clock.
    fn lives(&self, at: UnixTime) -> bool {
        self.showing.until >= at
    }

    /// What two memories kept in one place: the one that was seen first, for as long as either.
    fn join(&self, other: &Self) -> Self {
        let order = |kept: &Self| {
            let Showing { post, encounter, showing, at, .. } = kept.showing;
            (at, post, encounter, showing, kept.phone)
        };
        let mut first = if order(other) < order(self) { *other } else { *self };
        first.showing.until = self.showing.until.max(other.showing.until);
        first
    }
}

impl Showings {
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// What it says of a showing of a phone.
    pub(super) fn recall(&self, now: &Showing, phone: &Phone) -> Recollection {
        let found = self.seen.get(&now.key).map(|kept| Recollection::beside(&kept.showing, now));
        match found {
            Some(found @ (Recollection::OtherPost { .. } | Recollection::AskAnswered)) => found,
            // Even if it was written down since: what it was before is still not known, however often it is scanned.
            _ if now.until.seconds() <= self.forgotten_until => Recollection::Unsure,
            Some(found) => found,
            None if self.living_of(phone, now.at) >= MAX_OF_PHONE => Recollection::TooOften,
            None if self.living(now.at) >= MAX_SHOWINGS => Recollection::Full,
            None => Recollection::New,
        }
    }

    /// Writes a showing down, if there is room for it, dropping those that have ended. What was dropped leaves a mark,
    /// so that a clock set back is noticed.
    pub(super) fn remember(&mut self, now: &Showing, phone: Phone) {
        let at = now.at;
        let ended = self.seen.values().filter(|kept| !kept.lives(at)).map(|kept| kept.showing.until.seconds()).max();
        self.forgotten_until = self.forgotten_until.max(ended.unwrap_or_default());
        self.seen.retain(|kept| kept.lives(at));
        let room = self.seen.len() < MAX_SHOWINGS && self.living_of(&phone, at) < MAX_OF_PHONE;
        if room && self.seen.get(&now.key).is_none() {
            self.seen.insert(now.key, Kept { showing: *now, phone });
        }
    }

    /// What ends by then may have been seen and forgotten.
    pub(super) fn forget_until(&mut self, until: UnixTime) {
        self.forgotten_until = self.forgotten_until.max(until.seconds());
    }

    /// Takes over what another memory of this device saw. In one place the earlier showing counts, for as long as
    /// either. Over the room there is, those that end first go, and leave their mark.
    pub(super) fn join(&mut self, other: &Self) {
        self.forgotten_until = self.forgotten_until.max(other.forgotten_until);
        self.seen = merged(&self.seen, &other.seen);
        self.shed();
    }

    fn shed(&mut self) {
        let Some(last) = self.seen.len().checked_sub(MAX_SHOWINGS).and_then(|over| over.checked_sub(1)) else { return };
        // By a heap, of all ways to sort the one with the least code.
        let ends = self.seen.values().map(|kept| kept.showing.until).collect::<BinaryHeap<_>>().into_sorted_vec();
        let Some(end) = ends.get(last).copied() else { return };
        // Those that end with the last one to go could not be told from it any more.
        self.seen.retain(|kept| kept.showing.until > end);
        self.forgotten_until = self.forgotten_until.max(end.seconds());
    }

    fn living(&self, at: UnixTime) -> usize {
        self.seen.values().filter(|kept| kept.lives(at)).count()
    }

    fn living_of(&self, phone: &Phone, at: UnixTime) -> usize {
        self.seen.values().filter(|kept| kept.phone == *phone && kept.lives(at)).count()
    }

    /// Its members in the bytes of a memory: two.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(self.seen.len());
        for (key, Kept { showing, phone }) in self.seen.iter() {
            // What was signed stands apart from its place only where an ask gave it the place.
            writer.array(7).bytes(key);
            write_digest(writer, showing.ask().map(|_| &showing.showing));
            writer.bytes(&showing.post);
            write_digest(writer, showing.encounter.as_ref());
            writer.bytes(phone).uint(showing.at.seconds()).uint(showing.until.seconds());
        }
        writer.uint(self.forgotten_until);
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut seen = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(7)?;
            let key = next_key(reader, &seen)?;
            // The place itself would be a second spelling.
            let apart = read_digest(reader)?;
            if apart == Some(key) {
                return Err(reader.fault(Fault::Value));
            }
            let (post, encounter, phone) = (*reader.fixed()?, read_digest(reader)?, *reader.fixed()?);
            let (at, until) = (read_time(reader)?, read_time(reader)?);
            let showing = Showing { key, showing: apart.unwrap_or(key), post, encounter, at, until };
            seen.insert(key, Kept { showing, phone });
        }
        Ok(Self { seen, forgotten_until: reader.uint()? })
    }

    /// Of the first form only until when its showings pass: in which encounter they were, and of which phone, it does
    /// not say, and so nothing can be told of them but that something was forgotten.
    pub(super) fn read_first_form(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut last = 0;
        for _ in 0..reader.array()? {
            reader.array_of(4)?;
            let (_, _): (&Digest32, &Digest32) = (reader.fixed()?, reader.fixed()?);
            let (_, until) = (read_time(reader)?, read_time(reader)?);
            last = until.seconds().max(last);
        }
        Ok(Self { seen: Sorted::new(), forgotten_until: reader.uint()?.max(last) })
    }
}

/// What stands in either, in the order of the keys, so that none is put between others.
fn merged(ours: &Sorted<Digest32, Kept>, theirs: &Sorted<Digest32, Kept>) -> Sorted<Digest32, Kept> {
    let mut merged = Sorted::new();
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    while let Some(key) = ours.peek().into_iter().chain(theirs.peek()).map(|(key, _)| **key).min() {
        let one = ours.next_if(|(held, _)| **held == key).map(|(_, kept)| *kept);
        let two = theirs.next_if(|(held, _)| **held == key).map(|(_, kept)| *kept);
        let both = one.zip(two).map(|(one, two)| one.join(&two));
        both.or(one).or(two).map(|kept| merged.insert(key, kept));
    }
    merged
}

#[cfg(test)]
mod tests;
