//! A dependant's paper read typed: whom it names as the one who shows it. The dependant is its person
//! (`document::person`).

use super::Paper;
use crate::field::{Field, Kind};

/// The paper as one of a dependant.
pub(crate) fn is_one(paper: &Paper) -> bool {
    paper.kind == Kind::DEPENDANT
}

/// Name of the one under whose key it was made out.
pub(crate) fn guardian_name(paper: &Paper) -> Option<&str> {
    paper.value(Field::GUARDIAN_NAME)?.as_text()
}

/// That person's personal identification number.
pub(crate) fn guardian_personal_no(paper: &Paper) -> Option<&str> {
    paper.value(Field::GUARDIAN_PERSONAL_NO)?.as_text()
}

/// Whether the dependant is said to be a child or a ward.
pub(crate) fn is_child_or_ward(paper: &Paper) -> bool {
    let relation = paper.value(Field::RELATION).and_then(|relation| relation.as_text());
    matches!(relation, Some("con" | "duoc_giam_ho"))
}
