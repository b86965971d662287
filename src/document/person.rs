//! The person a paper is about: what identity, licence and health card say alike.

use super::Paper;
use crate::field::{Field, Kind};
use crate::value::Date;

/// The person named on a paper, as far as it was shown.
#[derive(Clone, Copy)]
pub(crate) struct Person<'a> {
    paper: &'a Paper,
}

impl<'a> Person<'a> {
    /// The person of a paper of persons; `None` for any other kind.
    pub(crate) fn of(paper: &'a Paper) -> Option<Self> {
        matches!(
            paper.kind,
            Kind::IDENTITY | Kind::DRIVING_LICENCE | Kind::HEALTH_INSURANCE_CARD | Kind::FOREIGN_DRIVING_LICENCE
        )
        .then_some(Self { paper })
    }

    /// The paper that says so.
    pub(crate) const fn paper(&self) -> &'a Paper {
        self.paper
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

    /// Names of father, mother or a parent, where the paper carries them.
    pub(crate) fn parent_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let fields: &[Field] = match self.paper.kind {
            Kind::IDENTITY => &[FATHER_NAME, MOTHER_NAME],
            Kind::HEALTH_INSURANCE_CARD => &[Field::PARENT_NAME],
            _ => &[],
        };
        let paper = self.paper;
        fields.iter().filter_map(move |field| paper.value(*field)?.as_text())
    }
}

const FATHER_NAME: Field = Field(40);
const MOTHER_NAME: Field = Field(41);
