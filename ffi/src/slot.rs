//! Where a report is: by itself, or moved into an encounter. What the host holds of it follows it there.

use crate::error::DoichieuError;
use doichieu::time::UnixTime;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A report that several objects of the host look at.
#[derive(Debug, Clone)]
pub(crate) struct Slot(Arc<Mutex<Place>>);

/// An encounter whose reports several objects look at. Locked after a slot, never before one.
pub(crate) type SharedEncounter = Arc<Mutex<doichieu::Encounter>>;

#[derive(Debug)]
enum Place {
    Alone(Box<doichieu::Report>),
    Within(SharedEncounter, usize),
    /// Between the two: nobody comes upon it while the lock is held.
    Moving,
}

/// Nothing of ours panics while a lock is held; if something did, what it left is still well formed.
pub(crate) fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Slot {
    pub(crate) fn alone(report: doichieu::Report) -> Self {
        Self(Arc::new(Mutex::new(Place::Alone(Box::new(report)))))
    }

    /// Asks the report something.
    pub(crate) fn with<T: Default>(&self, ask: impl FnOnce(&mut doichieu::Report) -> T) -> T {
        match &mut *lock(&self.0) {
            Place::Alone(report) => ask(report),
            Place::Within(encounter, place) => {
                lock(encounter).reports_mut().get_mut(*place).map(ask).unwrap_or_default()
            }
            Place::Moving => T::default(),
        }
    }

    /// Moves the report into an encounter; where `again`, into the place of one whose values have ended, which is by
    /// itself from then on. Refused, or in an encounter already, it stays where it was.
    pub(crate) fn move_into(
        &self,
        encounter: &SharedEncounter,
        again: Option<(usize, UnixTime, Option<&Self>)>,
    ) -> Result<(), DoichieuError> {
        let mut place = lock(&self.0);
        let report = match core::mem::replace(&mut *place, Place::Moving) {
            Place::Alone(report) => *report,
            elsewhere => {
                *place = elsewhere;
                return Err(DoichieuError::argument("argument.report", "this report is in an encounter already"));
            }
        };
        let mut guard = lock(encounter);
        let next = guard.reports().len();
        let added = match again {
            None => guard.add(report).map(|()| (next, None)),
            Some((at, now, _)) => guard.add_again(at, report, now).map(|before| (at, before)),
        };
        drop(guard);
        match added {
            Ok((at, replaced)) => {
                *place = Place::Within(Arc::clone(encounter), at);
                drop(place);
                if let Some((before, replaced)) = again.and_then(|(_, _, before)| before).zip(replaced) {
                    *lock(&before.0) = Place::Alone(Box::new(replaced));
                }
                Ok(())
            }
            Err(refused) => {
                let why = refused.why();
                *place = Place::Alone(Box::new(refused.into_report()));
                Err(why.into())
            }
        }
    }
}
