//! What of the memory decides an inspection: the floor of time, and what it recalls of this showing.

use crate::cbor::write::Writer;
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::memory::{Digest32, Memory, Recollection, sha256};
use crate::reason::Reason;
use crate::time::UnixTime;
use alloc::vec::Vec;

/// The floor before this inspection. With the recollection it is all that an inspection takes from the memory, so that an auditor can
/// be given these two and nothing of anybody else's showings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extract {
    floor: UnixTime,
}

impl Extract {
    pub(super) fn of(memory: &Memory, bundle_floor: UnixTime) -> Self {
        Self { floor: memory.floor().map_or(bundle_floor, |floor| floor.max(bundle_floor)) }
    }

    pub(super) const fn floor(self) -> UnixTime {
        self.floor
    }

    /// The report's memory digest; no recollection where the memory was not asked.
    pub(super) fn digest(self, recollection: Option<Recollection>) -> Digest32 {
        let mut writer = Writer::new();
        writer.array(2).uint(self.floor.seconds());
        match recollection.map(Recollection::extract) {
            None => writer.array(0),
            Some((number, age)) => writer.array(2).uint(number).uint(age),
        };
        sha256(&writer.into_bytes())
    }
}

/// What follows from a recollection.
pub(super) fn outcome(recollection: Recollection) -> Outcome {
    let finding = match recollection {
        Recollection::New => return Outcome::Pass,
        Recollection::SamePost => Finding::new(Reason::HeldShownAgain),
        Recollection::OtherPost { ago } => Finding::new(Reason::HeldUsedElsewhere).aged(ago),
        Recollection::Unsure => Finding::new(Reason::PostMemoryGap),
        Recollection::Full => Finding::new(Reason::PostMemoryFull),
    };
    Outcome::Found(Vec::from([finding]))
}
