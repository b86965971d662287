//! What of the memory decides an inspection: the floor of time, and what it recalls of this showing.

use crate::ask::Ask;
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::memory::{Digest32, Extract, Memory, Recollection, sha256};
use crate::reason::Reason;
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Where recollections come from: the memory of this device now, or an extract of what one said then.
#[derive(Debug)]
pub(super) enum Recall<'m> {
    Live(&'m mut Memory),
    Kept(Extract),
}

impl Recall<'_> {
    /// The floor before this inspection.
    pub(super) fn before(&self, bundle_floor: UnixTime) -> Extract {
        match self {
            Self::Live(memory) => {
                let floor = memory.floor().map_or(bundle_floor, |floor| floor.max(bundle_floor));
                Extract::of(floor)
            }
            Self::Kept(extract) => extract.recalling(None),
        }
    }

    /// Asks for a showing and writes it down.
    pub(super) fn remember(
        &mut self,
        showing: Digest32,
        post: Digest32,
        ask: &Ask,
        ends: UnixTime,
        at: UnixTime,
    ) -> Option<Recollection> {
        match self {
            Self::Live(memory) => Some(remember(memory, showing, post, ask, ends, at)),
            Self::Kept(extract) => extract.recalled(),
        }
    }
}

fn remember(
    memory: &mut Memory,
    showing: Digest32,
    post: Digest32,
    ask: &Ask,
    ends: UnixTime,
    at: UnixTime,
) -> Recollection {
    // An ask is answered once: its nonce is remembered for the showing that answered it.
    let answered = ask.terms().pending().map(|pending| sha256(&pending.nonce));
    let by_ask = answered.map(|nonce| memory.recall(&nonce, &showing, ends, at));
    let recalled = match by_ask {
        Some(other @ Recollection::OtherPost { .. }) => other,
        _ => memory.recall(&showing, &post, ends, at),
    };
    if matches!(recalled, Recollection::New | Recollection::Unsure) {
        // The nonce first: where there is room for one more only, an ask must not be answered by a second showing.
        if let Some(nonce) = answered {
            memory.remember(nonce, showing, ends, at);
        }
        memory.remember(showing, post, ends, at);
    }
    recalled
}

/// What follows from a recollection.
pub(super) fn outcome(recalled: Option<Recollection>) -> Outcome {
    let finding = match recalled {
        None => return Outcome::Moot,
        Some(Recollection::New) => return Outcome::Pass,
        Some(Recollection::SamePost) => Finding::new(Reason::HeldShownAgain),
        Some(Recollection::OtherPost { ago }) => Finding::new(Reason::HeldUsedElsewhere).aged(ago),
        Some(Recollection::Unsure) => Finding::new(Reason::PostMemoryGap),
        Some(Recollection::Full) => Finding::new(Reason::PostMemoryFull),
    };
    Outcome::Found(Vec::from([finding]))
}
