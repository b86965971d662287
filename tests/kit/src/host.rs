//! What a host passes in besides files: a clock and the randomness of an encounter, the same in every run.

use doichieu::EncounterSeed;
use doichieu::time::UnixTime;

/// The encounter of tests that have one only.
#[must_use]
pub fn encounter_seed() -> EncounterSeed {
    another_encounter_seed(0)
}

/// An encounter of its own for each number.
#[must_use]
pub fn another_encounter_seed(number: u8) -> EncounterSeed {
    EncounterSeed::new([number; 32])
}

/// A clock that no list is ahead of, for tests in which set-up does not turn on the time.
#[must_use]
pub const fn late() -> UnixTime {
    UnixTime::LATEST
}
