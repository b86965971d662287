//! Which turn a matter has taken, where one reason covers several: it picks words and the next step, never the code.

use super::{Gravity, Step};

/// Where the day or time stands that a matter turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Turn {
    /// It is to come: an appointment is not due, a term has not begun.
    Ahead,
    /// It is over.
    Past,
    /// An answer to this device's own ask came after its time: no clock of a phone is in question.
    LateAnswer,
}

impl Turn {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Ahead, Self::Past, Self::LateAnswer];

    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Past => "past",
            Self::LateAnswer => "late_answer",
        }
    }
}

/// What a part of a driving licence is to what is driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartUse {
    /// The vehicle belongs to it, or the licence has no part without such a matter.
    Counts,
    /// The vehicle belongs to the other part.
    Other,
    /// No vehicle was picked.
    NotPicked,
}

impl PartUse {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Counts, Self::Other, Self::NotPicked];

    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Other => "other",
            Self::NotPicked => "not_picked",
        }
    }
}

/// Whether a field is that of a licence's restriction codes.
pub(super) fn is_of_restrictions(name: &str) -> bool {
    name == "restrictions"
}

impl Step {
    /// This step where more is known than the reason: one branch, not both told. What may end in a measure does not
    /// follow from a part that is not driven, nor from an appointment that is to come. `about`: the name of the field
    /// that a finding is about.
    #[must_use]
    pub fn turned(self, gravity: Gravity, turn: Option<Turn>, part: Option<PartUse>, about: Option<&str>) -> Self {
        match (self, part, turn) {
            // What the vehicle has for gears decides, not how large it is.
            (Self::CheckVehicle, ..) if about.is_some_and(is_of_restrictions) => Self::LookAtControls,
            (_, Some(PartUse::Other), _) if self.may_end_in_a_measure() => Self::OtherPartInUse,
            (_, Some(PartUse::NotPicked), _) if self.may_end_in_a_measure() => Self::ChooseVehicle,
            (Self::MindAppointment, _, Some(Turn::Ahead)) => Self::WithinAppointment,
            (Self::MindAppointment, _, Some(Turn::Past)) => Self::AppointmentPast,
            (Self::ChooseVehicleThenAct | Self::CheckPartInUse, Some(PartUse::Counts), _) => Self::ConfirmBeforeRecord,
            (Self::Nothing, ..) if gravity > Gravity::Note => Self::LookUp,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PartUse, Turn};
    use crate::reason::{Gravity, Reason, Step};

    #[test]
    fn nothing_that_may_end_in_a_measure_follows_from_a_part_that_is_not_driven() {
        for step in Step::ALL.iter().filter(|step| step.may_end_in_a_measure()) {
            for turn in [None, Some(Turn::Ahead), Some(Turn::Past)] {
                let on = |part| step.turned(Gravity::Refuse, turn, Some(part), None);
                assert!(!on(PartUse::Other).costs_citizen() && !on(PartUse::NotPicked).costs_citizen());
                assert!(on(PartUse::Counts) != Step::OtherPartInUse);
            }
        }
        let driven = Step::ChooseVehicleThenAct.turned(Gravity::Refuse, None, Some(PartUse::Counts), None);
        assert_eq!(driven, Step::ConfirmBeforeRecord);
    }

    #[test]
    fn an_appointment_to_come_asks_for_nothing_and_one_that_is_past_for_a_look_up() {
        let step = Reason::VehicleSeizedUntil.row().step;
        assert_eq!(step.turned(Gravity::Note, Some(Turn::Ahead), None, None), Step::WithinAppointment);
        assert_eq!(step.turned(Gravity::Refuse, Some(Turn::Past), None, None), Step::AppointmentPast);
    }

    #[test]
    fn a_restriction_is_looked_at_on_the_gears_and_controls() {
        let step = Reason::LicenceClassNotCovering.row().step;
        let about = |name| step.turned(Gravity::Refuse, None, None, Some(name));
        assert_eq!((about("restrictions"), about("classes")), (Step::LookAtControls, step));
    }

    #[test]
    fn whatever_is_more_than_a_note_has_something_to_do_next() {
        for reason in Reason::ALL {
            let row = reason.row();
            assert_ne!(row.step.turned(Gravity::Refer, None, None, None), Step::Nothing);
        }
    }
}
