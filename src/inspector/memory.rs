//! What of the memory decides an inspection: the floor of time, and what it recalls of this showing.

use crate::ask::Ask;
use crate::digest::{Digest32, sha256};
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::key::PublicKey;
use crate::memory::{Extract, Memory, Phone, Recollection, Showing};
use crate::post::Post;
use crate::reason::Reason;
use crate::time::UnixTime;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

/// Where recollections come from: the memory of this device now, a store that is asked afterwards, or an extract of
/// what was said then.
#[derive(Debug)]
pub(super) enum Recall<'m> {
    Live(&'m mut Memory),
    /// The memory gives the floor, and nothing is known of any showing: as it is if the store does not know it either.
    Shared(&'m Memory),
    Kept(Extract),
}

impl Recall<'_> {
    /// The floor before this inspection.
    pub(super) fn before(&self, bundle_floor: UnixTime) -> Extract {
        let floor = match self {
            Self::Live(memory) => memory.floor(),
            Self::Shared(memory) => memory.floor(),
            Self::Kept(extract) => return extract.recalling(None),
        };
        Extract::of(floor.map_or(bundle_floor, |floor| floor.max(bundle_floor)))
    }

    /// Asks for a showing of a phone and writes it down.
    pub(super) fn remember(&mut self, showing: &Showing, phone: Option<&PublicKey>, ask: &Ask) -> Option<Recollection> {
        match self {
            Self::Live(memory) => {
                let phone = phone_at(&showing.post, phone);
                let recalled = memory.recall(showing, &phone);
                if matches!(recalled, Recollection::New | Recollection::Unsure) {
                    memory.remember(showing, phone);
                }
                Some(told(recalled, showing, ask))
            }
            Self::Shared(_) => Some(Recollection::New),
            Self::Kept(extract) => extract.recalled(),
        }
    }

    /// Whether what somebody declares may be compared with the values: in the first report of a showing only, or trying
    /// out would begin anew with each scan. Who computes a report again has the values, and compares nothing.
    pub(super) fn may_compare(&self, recalled: Option<Recollection>) -> bool {
        let first = recalled.is_none_or(|recalled| recalled == Recollection::New);
        first && !matches!(self, Self::Kept(_))
    }
}

/// A recollection, where a person may have said that it is still the same person who shows this.
pub(super) fn told(recalled: Recollection, showing: &Showing, ask: &Ask) -> Recollection {
    if ask.is_still_this_person(showing) { recalled.of_the_same_person() } else { recalled }
}

/// The showing of a replay key: where an ask was answered it takes the ask's place, for an ask is answered once.
pub(super) fn showing(replay_key: Digest32, post: &Post, ask: &Ask, ends: UnixTime, at: UnixTime) -> Showing {
    Showing {
        key: ask.terms().pending().map_or(replay_key, |pending| sha256(&pending.nonce)),
        showing: replay_key,
        post: *post.digest(),
        encounter: ask.encounter().digest(),
        at,
        until: ends,
    }
}

/// What a memory counts the showings of a phone by: one block of SHA-256, over half of the post's digest and the bound
/// key.
fn phone_at(post: &Digest32, key: Option<&PublicKey>) -> Phone {
    let half = post.first_chunk::<16>().map_or(&[][..], |half| half);
    let bound = key.map(PublicKey::told_by).unwrap_or_default();
    let digest = Sha256::new_with_prefix(b"phone").chain_update(half).chain_update(bound).finalize();
    let mut phone = Phone::default();
    phone.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    phone
}

/// What follows from a recollection.
pub(super) fn outcome(recalled: Option<Recollection>) -> Outcome {
    let finding = match recalled {
        None => return Outcome::Moot,
        Some(Recollection::New) => return Outcome::Pass,
        Some(Recollection::SameEncounter) => Finding::new(Reason::HeldShownAgain),
        Some(Recollection::StillThisPerson { ago }) => Finding::new(Reason::HeldShownAgain).aged(ago),
        Some(Recollection::OtherEncounter { ago }) => Finding::new(Reason::HeldShownInAnotherEncounter).aged(ago),
        Some(Recollection::OtherPost { ago }) => Finding::new(Reason::HeldUsedElsewhere).aged(ago),
        Some(Recollection::TooOften) => Finding::new(Reason::HeldShownTooOften),
        Some(Recollection::AskAnswered) => Finding::new(Reason::PostAskAnswered),
        Some(Recollection::Unsure) => Finding::new(Reason::PostMemoryGap),
        Some(Recollection::Full) => Finding::new(Reason::PostMemoryFull),
        Some(Recollection::StoreFailed) => Finding::new(Reason::PostStoreFailed),
    };
    Outcome::Found(Vec::from([finding]))
}
