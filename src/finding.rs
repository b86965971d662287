//! What a check found: a reason, how grave, about which field. Never a value.

use crate::field::{FIELDS, FieldRow, Kind};
use crate::reason::{Axis, Filling, Gravity, PartUse, Reason, Side, Step, Turn};

/// One finding of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    reason: Reason,
    gravity: Gravity,
    axis: Axis,
    about: Option<&'static str>,
    kind: Option<Kind>,
    age: Option<u64>,
    /// The age is of something that this paper or copy alone says: to the second it would be its number.
    own: bool,
    rule: Option<&'static str>,
    token: Option<u8>,
    turn: Option<Turn>,
    part: Option<PartUse>,
}

/// To what an age of a paper's own is rounded in a report, in seconds.
const HOUR: u64 = 3600;

impl Finding {
    /// A finding as grave as its row allows, on its row's axis.
    pub(crate) fn new(reason: Reason) -> Self {
        let row = reason.row();
        let (about, kind, age, rule, token) = (None, None, None, None, None);
        let (turn, part) = (None, None);
        Self { reason, gravity: row.gravity, axis: row.axis, about, kind, age, own: false, rule, token, turn, part }
    }

    /// About a field: its name, not its value.
    pub(crate) const fn about(mut self, row: &'static FieldRow) -> Self {
        self.about = Some(row.name);
        self
    }

    /// About a kind of paper, where it does not stand on the paper itself.
    pub(crate) const fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// About no named field: for a reader who may not know of it.
    pub(crate) const fn unnamed(mut self) -> Self {
        self.about = None;
        self.turn = None;
        self.part = None;
        self
    }

    /// How old the data was that decided, in seconds: `at` minus its as-of. Of data that many share, such as a list.
    pub(crate) const fn aged(mut self, seconds: u64) -> Self {
        self.age = Some(seconds);
        self
    }

    /// The same of what this paper or copy alone says.
    pub(crate) const fn aged_by_paper(mut self, seconds: u64) -> Self {
        self.own = true;
        self.aged(seconds)
    }

    /// By which rule of law: the rule's id.
    pub(crate) const fn by(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// In which token of a set, from 0.
    pub(crate) const fn in_token(mut self, index: u8) -> Self {
        self.token = Some(index);
        self
    }

    /// With the turn that the matter has taken.
    pub(crate) const fn turned(mut self, turn: Turn) -> Self {
        self.turn = Some(turn);
        self
    }

    /// Of a part that is this to what is driven.
    pub(crate) const fn of_part(mut self, part: PartUse) -> Self {
        self.part = Some(part);
        self
    }

    /// No graver than `gravity`. A finding can be softened below its row, never sharpened above it.
    pub(crate) fn at_most(mut self, gravity: Gravity) -> Self {
        self.gravity = self.gravity.min(gravity);
        self
    }

    /// Bad news that may have been undone since it was news: older than this many seconds it refers, and without an
    /// age it cannot be fresh.
    pub(crate) fn reversible(self, tolerance: u64) -> Self {
        let fresh = self.age.is_some_and(|age| age <= tolerance);
        if fresh { self } else { self.at_most(Gravity::Refer) }
    }

    /// On the proof axis: it withholds all values.
    pub(crate) const fn on_proof(mut self) -> Self {
        self.axis = Axis::Proof;
        self
    }

    /// The gravest of these; of those alike the one found last, as the checks are asked in order.
    pub(crate) fn gravest<'a>(findings: impl Iterator<Item = &'a Self>) -> Option<&'a Self> {
        findings.reduce(|gravest, other| if other.gravity >= gravest.gravity { other } else { gravest })
    }

    /// Whether it withholds all values: on the proof axis, and more than a note.
    #[must_use]
    pub fn is_failed_proof(&self) -> bool {
        self.axis == Axis::Proof && self.gravity > Gravity::Note
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// Its stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// How grave it is here.
    #[must_use]
    pub const fn gravity(&self) -> Gravity {
        self.gravity
    }

    /// Which question it answers here.
    #[must_use]
    pub const fn axis(&self) -> Axis {
        self.axis
    }

    /// Whose matter it is.
    #[must_use]
    pub fn side(&self) -> Side {
        self.reason.row().side
    }

    /// The field it is about, by registry name.
    #[must_use]
    pub const fn field_name(&self) -> Option<&'static str> {
        self.about
    }

    /// The kind of paper it is about, where it stands beside the papers: one that was not shown, one that differs from
    /// another.
    #[must_use]
    pub const fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// Age of the data that decided, in seconds. It is exact, as every judgement is; in report JSON an age of what one
    /// paper or copy alone says stands in whole hours.
    #[must_use]
    pub const fn age(&self) -> Option<u64> {
        self.age
    }

    /// The age as a report tells it: no report gives a paper's as-of back, by which two reports would be seen to be of
    /// one person. Towards older, so that nothing looks fresher than it is.
    pub(crate) fn age_told(&self) -> Option<u64> {
        let hours = |age: u64| age.div_ceil(HOUR).saturating_mul(HOUR);
        self.age.map(|age| if self.own { hours(age) } else { age })
    }

    /// What its text may be filled with, whatever became of the paper: the age of the data that decided, the kind and
    /// the part it is about by their names. For a paper's finding the kind is the caller's to add
    /// ([`Filling::for_kind`]).
    #[must_use]
    pub fn filling(&self) -> Filling {
        // Of whatever kind: the kind's own name is found where it is said.
        let named = |row: &&FieldRow| Some(row.name) == self.about;
        let filling = Filling::of(self.age, self.turn).for_kind(self.kind).about(FIELDS.iter().find(named));
        filling.as_grave_as(Some(self.gravity)).of_part(self.part)
    }

    /// The turn that the matter has taken, where its reason covers several.
    #[must_use]
    pub const fn turn(&self) -> Option<Turn> {
        self.turn
    }

    /// What the part of a licence that it is about is to what is driven.
    #[must_use]
    pub const fn part(&self) -> Option<PartUse> {
        self.part
    }

    /// The step after it, of the one that a role has for its reason: one branch where it is known which.
    #[must_use]
    pub fn turn_step(&self, of_role: Step) -> Step {
        of_role.turned(self.gravity, self.turn, self.part, self.about)
    }

    /// The rule of law that decided, by its id.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static str> {
        self.rule
    }

    /// The token of a set it was found in, from 0.
    #[must_use]
    pub const fn token(&self) -> Option<u8> {
        self.token
    }
}

#[cfg(test)]
mod tests;
