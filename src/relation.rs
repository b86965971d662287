//! How the people of two papers of one showing stand to each other, as far as it was established: codes, no values.

use crate::field::Kind;
use crate::json::Json;

/// A relation between two papers, in the sense of docs/decisions.md §14. It is never inferred from the same phone key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// Both papers are of one person.
    SamePerson,
    /// The person of the first paper shows the second for its person: a child, a parent, a spouse, a ward.
    Guardian,
    /// The person of the first paper owns the vehicle of the second.
    Owner,
}

impl Relation {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SamePerson => "same_person",
            Self::Guardian => "guardian",
            Self::Owner => "owner",
        }
    }
}

/// What established a relation, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Ground {
    /// One number on both papers, or an earlier number of the same person.
    Number,
    /// A dependant's paper in force, made out under the key of the one who shows it.
    DependantPaper,
    /// Name and date of birth, as far as both are known.
    NameAndBirth,
    /// The second paper names the first one's person as a parent.
    ParentName,
    /// The name alone, where a date of birth was not shown on both.
    Name,
}

impl Ground {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::DependantPaper => "dependant_paper",
            Self::NameAndBirth => "name_and_birth",
            Self::ParentName => "parent_name",
            Self::Name => "name",
        }
    }
}

/// A relation that was established between two papers of one showing. Kinds name the papers: a showing has at most one
/// of each.
///
/// It does not prove that anybody in front of the verifier is one of those people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Related {
    /// The relation.
    pub relation: Relation,
    /// What established it.
    pub ground: Ground,
    /// The first paper: the guardian's, the owner's, or the one shown earlier.
    pub first: Kind,
    /// The second paper.
    pub second: Kind,
}

impl Related {
    pub(crate) const fn new(relation: Relation, ground: Ground, first: Kind, second: Kind) -> Self {
        Self { relation, ground, first, second }
    }

    /// Codes and kinds.
    pub(crate) fn json(self) -> Json {
        let kind = |kind: Kind| kind.row().map_or_else(|| Json::Number(kind.number()), |row| Json::text(row.name));
        Json::object([
            ("by", Json::text(self.ground.name())),
            ("first", kind(self.first)),
            ("relation", Json::text(self.relation.name())),
            ("second", kind(self.second)),
        ])
    }
}
