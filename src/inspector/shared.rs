//! An inspection beside others: several devices or processes share a store of showings, and nothing is told before it
//! answered.

use super::memory::{self, Recall};
use super::{Inspector, opened, papers, unseal};
use crate::ask::Ask;
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::format::DC1;
use crate::input::Unreadable;
use crate::memory::{Extract, Memory, Recollection, Showing, StoreAnswer};
use crate::reason::Reason;
use crate::report::Report;
use crate::scan::{Frame, Scan};
use crate::time::UnixTime;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// An inspection that waits for a store's word. It has no verdict and no values, by type: [`Unsettled::settle`] makes
/// the report.
///
/// Holding it proves nothing. Dropping it settles nothing either: what the store was asked to keep stays kept.
pub struct Unsettled {
    /// As it is if the store never saw the showing.
    fresh: Report,
    /// What it is judged from again if the store says anything else.
    inputs: Option<Box<Inputs>>,
}

struct Inputs {
    inspector: Inspector,
    frame: Frame,
    ask: Ask,
}

impl Inspector {
    /// Inspects one showing where several devices or processes share a store, for a host that asks it between this call
    /// and [`Unsettled::settle`]. The memory gives the floor of time and is not written: it takes no part in what was
    /// shown before.
    ///
    /// What the store must do stands in docs/server.md: keep a showing under its key if nothing stands there yet, in
    /// one step, and give back what stood there.
    ///
    /// ```
    /// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let mut memory = Memory::new();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    /// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    /// # let inspector = Inspector::new(bundle, post)?;
    /// # let (text, at) = (world.traffic_stop().text(), UnixTime::new(world.now).ok_or("in seconds")?);
    /// # let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?;
    /// use doichieu::{Scan, StoreAnswer};
    /// use std::collections::{BTreeMap, btree_map::Entry};
    ///
    /// let mut store = BTreeMap::new(); // in earnest: one that all processes share
    /// let unsettled = inspector.inspect_shared(Scan::qr(&text), &ask, at, &memory)?;
    /// let answer = match unsettled.showing() {
    ///     None => StoreAnswer::Fresh, // nothing to keep: not proven, or a printed code
    ///     Some(showing) => match store.entry(showing.key) {
    ///         Entry::Vacant(place) => { place.insert(*showing); StoreAnswer::Fresh }
    ///         Entry::Occupied(kept) => StoreAnswer::Seen(*kept.get()),
    ///     },
    /// };
    /// let report = unsettled.settle(answer);
    /// assert!(report.consumed());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Unreadable`] as for [`Inspector::inspect`].
    pub fn inspect_shared(
        &self,
        scan: Scan<'_>,
        ask: &Ask,
        at: UnixTime,
        memory: &Memory,
    ) -> Result<Unsettled, Unreadable> {
        let mut recall = Recall::Shared(memory);
        match unseal(opened(&scan)?, ask)? {
            Ok(frame) => {
                let fresh = self.judge(&frame, ask, at, &mut recall)?;
                // A store is asked only about a proven showing; any other report stands whatever it says.
                let shown = fresh.showing().is_some();
                let inputs = shown.then(|| Box::new(Inputs { inspector: self.clone(), frame, ask: ask.clone() }));
                Ok(Unsettled { fresh, inputs })
            }
            Err(stray) => Ok(Unsettled { fresh: self.report_on_stray(&stray, ask, at, &recall), inputs: None }),
        }
    }
}

impl Unsettled {
    /// What the store is to keep; `None`: nothing was proven, or the code is bound to no key, and whatever the store
    /// would say counts for nothing.
    #[must_use]
    pub const fn showing(&self) -> Option<&Showing> {
        self.fresh.showing()
    }

    /// The report, with what the store answered: by the same rules as a memory's word, and with it an input of the
    /// report ([`Report::memory_extract`]).
    #[must_use]
    pub fn settle(self, answer: StoreAnswer) -> Report {
        let (Some(showing), Some(inputs)) = (self.fresh.showing(), &self.inputs) else { return self.fresh };
        let recalled = memory::told(answer.on(showing), showing, &inputs.ask);
        if recalled == Recollection::New {
            return self.fresh;
        }
        let extract = Extract::of(self.fresh.inputs.memory.floor()).recalling(Some(recalled));
        inputs.judge(self.fresh.at(), extract)
    }
}

impl Inputs {
    /// As [`Inspector::recompute`] does: a report of an answer is a report of its inputs.
    fn judge(&self, at: UnixTime, extract: Extract) -> Report {
        let Self { inspector, frame, ask } = self;
        let judged = inspector.judge(frame, ask, at, &mut Recall::Kept(extract));
        // This frame was read once already, so it is read again. If it could not be, the report would be one of a
        // failed store, without values.
        judged.unwrap_or_else(|_| {
            let failed = Outcome::Found(Vec::from([Finding::new(Reason::PostStoreFailed)]));
            let inputs = inspector.inputs(&DC1, ask, at, super::stray_digest(frame, ask), extract);
            papers::unjudged(failed, inputs, &inspector.bundle)
        })
    }
}

impl core::fmt::Debug for Unsettled {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Unsettled").field("showing", &self.showing()).finish_non_exhaustive()
    }
}
