//! A renewed mandate beside the one in use: what it changes, so that a person is asked before a wider one is taken.

use super::Post;
use crate::field::{FieldKey, Kind, Purpose};
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Fields of one kind of paper for one purpose, as a mandate allows them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MandateFields {
    /// The purpose.
    pub purpose: Purpose,
    /// The kind of paper.
    pub kind: Kind,
    /// The fields, in their order.
    pub fields: Vec<FieldKey>,
}

/// What a renewed mandate changes beside the one in use. Both were opened against a bundle, so both are signed; nothing
/// here says which is right. A page shows it as a table, and asks before one that [is wider](MandateChange::is_wider)
/// is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MandateChange {
    /// It is of the post of the one in use, by name.
    pub same_post: bool,
    /// It is of the same role.
    pub same_role: bool,
    /// It is for the same key. Another key has to be kept with it.
    pub same_key: bool,
    /// When the one in use and the renewed one end.
    pub until: (UnixTime, UnixTime),
    /// How long values may be kept by either, in seconds.
    pub longest_retention: (u64, u64),
    /// What may be asked that could not be before.
    pub added: Vec<MandateFields>,
    /// What may not be asked any more.
    pub dropped: Vec<MandateFields>,
}

impl MandateChange {
    /// Whether it allows anything that the one in use does not: another post or role, a purpose, a field, or a longer
    /// retention. A later end alone is a renewal.
    #[must_use]
    pub fn is_wider(&self) -> bool {
        let (now, renewed) = self.longest_retention;
        !self.same_post || !self.same_role || !self.added.is_empty() || renewed > now
    }
}

impl Post {
    /// What a renewed mandate changes beside this one, by what the mandates name, before profiles narrow it.
    ///
    /// ```
    /// # use doichieu::{Bundle, Memory, Post, Roots, SetUp};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new())?;
    /// let in_use = Post::open(&world.mandate("clinic"), &bundle)?;
    /// let change = in_use.compare(&Post::open(&world.mandate("clinic"), &bundle)?);
    /// assert!(change.same_post && !change.is_wider());
    /// let other = in_use.compare(&Post::open(&world.mandate("traffic_police"), &bundle)?);
    /// assert!(other.is_wider());
    /// # Ok::<(), SetUp>(())
    /// ```
    #[must_use]
    pub fn compare(&self, renewed: &Self) -> MandateChange {
        MandateChange {
            same_post: self.digest == renewed.digest,
            same_role: self.profile.role() == renewed.profile.role(),
            same_key: self.key == renewed.key,
            until: (self.until, renewed.until),
            longest_retention: (self.longest_retention, renewed.longest_retention),
            added: beyond(renewed, self),
            dropped: beyond(self, renewed),
        }
    }
}

/// What one mandate names and the other does not.
fn beyond(one: &Post, other: &Post) -> Vec<MandateFields> {
    let of_purpose = |purpose| {
        let named = one.allowance.fields(purpose).into_iter().flat_map(|scope| scope.iter());
        named.filter_map(move |(kind, fields)| {
            let known = other.allowance.fields(purpose).and_then(|scope| scope.get(kind));
            let new = |key: &FieldKey| !known.is_some_and(|known| known.contains(*key));
            let fields: Vec<_> = fields.iter().filter(new).collect();
            (!fields.is_empty()).then_some(MandateFields { purpose, kind, fields })
        })
    };
    one.allowance.purposes().flat_map(of_purpose).collect()
}
