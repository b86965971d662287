//! The person a paper is about: what papers of persons say alike.

use super::Paper;
use crate::field::{Field, Kind};
use crate::value::{Date, Value};

/// The person named on a paper, as far as it was shown.
#[derive(Clone, Copy)]
pub(crate) struct Person<'a> {
    paper: &'a Paper,
}

impl<'a> Person<'a> {
    /// The person of a kind that has somebody's full name, of a dependant's paper the dependant; `None` for any other
    /// kind. An owner is not the person of a registration.
    pub(crate) fn of(paper: &'a Paper) -> Option<Self> {
        Field::FULL_NAME.in_kind(paper.kind).map(|_| Self { paper })
    }

    /// Personal identification number.
    pub(crate) fn personal_no(&self) -> Option<&'a str> {
        self.paper.value(Field::PERSONAL_NO)?.as_text()
    }

    /// Full name.
    pub(crate) fn full_name(&self) -> Option<&'a str> {
        self.paper.value(Field::FULL_NAME)?.as_text()
    }

    /// Date of birth, possibly partial.
    pub(crate) fn date_of_birth(&self) -> Option<Date> {
        self.paper.value(Field::DATE_OF_BIRTH)?.as_date()
    }

    /// Numbers the person had before, where an identity shows them: nine or twelve digits (Decree 70/2024/ND-CP).
    pub(crate) fn previous_numbers(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let shown = self.paper.value(Field::PREVIOUS_NUMBERS);
        shown.and_then(Value::as_list).unwrap_or_default().iter().filter_map(Value::as_text)
    }

    /// Whether the paper says that the person is no citizen of Viet Nam: family and given names may then stand in
    /// either order.
    pub(crate) fn is_foreign(&self) -> bool {
        let nationality = self.paper.value(Field::NATIONALITY);
        self.paper.kind == Kind::FOREIGNER_IDENTITY
            || nationality.and_then(Value::as_text).is_some_and(|nationality| nationality != "VNM")
    }

    /// Names of father, mother or a parent, where the paper carries them.
    pub(crate) fn parent_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let paper = self.paper;
        let parents = [Field::FATHER_NAME, Field::MOTHER_NAME, Field::PARENT_NAME];
        parents.into_iter().filter_map(move |field| paper.value(field)?.as_text())
    }
}
