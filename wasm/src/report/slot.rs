//! Where a report is: by itself, or moved into an encounter. Everything that JavaScript holds of it follows it there.

use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::RefCell;
use doichieu::EncounterRefused;

/// A report that several JavaScript objects look at.
#[derive(Clone, Debug)]
pub(crate) struct Slot(Rc<RefCell<Place>>);

/// An encounter whose reports several JavaScript objects look at.
pub(crate) type SharedEncounter = Rc<RefCell<doichieu::Encounter>>;

#[derive(Debug)]
enum Place {
    Alone(Box<doichieu::Report>),
    InStop(SharedEncounter, usize),
    /// Between the two.
    Moving,
}

impl Slot {
    pub(crate) fn alone(report: doichieu::Report) -> Self {
        Self(Rc::new(RefCell::new(Place::Alone(Box::new(report)))))
    }

    /// Asks the report something. The default where there is none, which no call from JavaScript can come upon.
    pub(crate) fn with<T: Default>(&self, ask: impl FnOnce(&doichieu::Report) -> T) -> T {
        match &*self.0.borrow() {
            Place::Alone(report) => ask(report),
            Place::InStop(encounter, place) => encounter.borrow().reports().get(*place).map(ask).unwrap_or_default(),
            Place::Moving => T::default(),
        }
    }

    /// Asks something of one of its papers that may end it.
    pub(crate) fn with_paper<T>(&self, paper: usize, ask: impl FnOnce(&mut doichieu::PaperReport) -> T) -> Option<T> {
        match &mut *self.0.borrow_mut() {
            Place::Alone(report) => report.papers_mut().get_mut(paper).map(ask),
            Place::InStop(encounter, place) => encounter
                .borrow_mut()
                .reports_mut()
                .get_mut(*place)
                .and_then(|report| report.papers_mut().get_mut(paper))
                .map(ask),
            Place::Moving => None,
        }
    }

    /// Moves the report into the place of one that has ended there, which is by itself from then on. Refused, or in an
    /// encounter already, it stays where it was.
    pub(crate) fn take_place(
        &self,
        encounter: &SharedEncounter,
        at: (usize, doichieu::time::UnixTime),
        before: Option<&Self>,
    ) -> Result<(), Option<EncounterRefused>> {
        let mut place = self.0.borrow_mut();
        match core::mem::replace(&mut *place, Place::Moving) {
            Place::Alone(report) => {
                let added = encounter.borrow_mut().add_again(at.0, *report, at.1);
                let (settled, told) = match added {
                    Ok(replaced) => {
                        if let Some((before, replaced)) = before.zip(replaced) {
                            *before.0.borrow_mut() = Place::Alone(Box::new(replaced));
                        }
                        (Place::InStop(Rc::clone(encounter), at.0), Ok(()))
                    }
                    Err(refused) => {
                        let why = refused.why();
                        (Place::Alone(Box::new(refused.into_report())), Err(Some(why)))
                    }
                };
                *place = settled;
                told
            }
            elsewhere => {
                *place = elsewhere;
                Err(None)
            }
        }
    }

    /// Moves the report into an encounter. Refused, or in one already, it stays where it was.
    pub(crate) fn move_into(&self, encounter: &SharedEncounter) -> Result<(), Option<EncounterRefused>> {
        let mut place = self.0.borrow_mut();
        match core::mem::replace(&mut *place, Place::Moving) {
            Place::Alone(report) => {
                let next = encounter.borrow().reports().len();
                let added = encounter.borrow_mut().add(*report);
                let (settled, told) = match added {
                    Ok(()) => (Place::InStop(Rc::clone(encounter), next), Ok(())),
                    Err(refused) => {
                        let why = refused.why();
                        (Place::Alone(Box::new(refused.into_report())), Err(Some(why)))
                    }
                };
                *place = settled;
                told
            }
            elsewhere => {
                *place = elsewhere;
                Err(None)
            }
        }
    }
}
