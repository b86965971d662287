//! What a bundle is held against before it is taken: the memory of this device, and the bundle that it follows. Each by
//! itself, so that the device may follow with a memory that has never seen that bundle.

use super::Bundle;
use super::root::Followed;
use crate::memory::{Mark, Marks, Memory, Taken};
use crate::set_up::SetUp;

/// Both of them, as the chain of the new bundle leaves them.
pub(super) struct Known {
    memory: Marks,
    before: Option<Marks>,
}

impl Known {
    /// What both knew, without what newer roots leave too few keys of. The memory itself is not changed: nothing is
    /// taken yet.
    pub(super) fn under(chain: &Followed, memory: &Memory, before: Option<&Bundle>) -> Result<Self, SetUp> {
        let under = |mut marks: Marks| marks.follow(&chain.known).map(|()| marks);
        Ok(Self { memory: under(memory.marks().clone())?, before: before.map(Bundle::marks).map(under).transpose()? })
    }

    fn both(&self) -> impl Iterator<Item = &Marks> {
        self.before.iter().chain([&self.memory])
    }

    /// Neither older than one of them nor another of the same number.
    pub(super) fn admit(&self, mark: Mark) -> Result<(), SetUp> {
        self.both().try_for_each(|known| known.admit(mark))
    }

    /// Whether this very bundle was taken before: then its date is no news.
    pub(super) fn hold(&self, mark: Mark) -> bool {
        self.both().any(|known| known.hold(mark))
    }

    /// The memory after this bundle, unless one of its lists is older than what is known of it.
    pub(super) fn taking(mut self, taken: &Taken) -> Result<Marks, SetUp> {
        self.both().try_for_each(|known| known.admit_lists(taken))?;
        self.memory.learn(taken);
        Ok(self.memory)
    }
}
