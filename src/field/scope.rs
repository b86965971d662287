//! Fields by their keys, and by kind of paper: what may be asked for, is asked for, was agreed to, may be shown.

use super::{FieldKey, Kind};
use alloc::vec::Vec;

/// Numbers below this have a bit each; all rows of the table are among them.
const BITS: u64 = 128;

/// A set of fields. Looked into for each field of each paper, so that no search is made for what the table knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FieldSet {
    low: u128,
    /// Those of a newer registry, rising.
    high: Vec<FieldKey>,
}

impl FieldSet {
    pub(crate) const NONE: Self = Self { low: 0, high: Vec::new() };

    /// The bit of a field that has one.
    #[inline]
    fn bit(of: FieldKey) -> Option<u128> {
        (of.0 < BITS).then(|| 1_u128.wrapping_shl(u32::try_from(of.0).unwrap_or_default()))
    }

    #[inline]
    pub(crate) fn contains(&self, of: FieldKey) -> bool {
        match Self::bit(of) {
            Some(bit) => self.low & bit != 0,
            None => self.high.binary_search(&of).is_ok(),
        }
    }

    pub(crate) fn insert(&mut self, of: FieldKey) {
        match (Self::bit(of), self.high.binary_search(&of)) {
            (Some(bit), _) => self.low |= bit,
            (None, Err(place)) => self.high.insert(place, of),
            (None, Ok(_)) => {}
        }
    }

    pub(crate) fn remove(&mut self, of: FieldKey) {
        match (Self::bit(of), self.high.binary_search(&of)) {
            (Some(bit), _) => self.low &= !bit,
            (None, Ok(place)) => drop(self.high.remove(place)),
            (None, Err(_)) => {}
        }
    }

    pub(crate) fn len(&self) -> usize {
        usize::try_from(self.low.count_ones()).unwrap_or_default().saturating_add(self.high.len())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.low == 0 && self.high.is_empty()
    }

    /// Rising.
    pub(crate) fn iter(&self) -> impl Iterator<Item = FieldKey> + use<'_> {
        let low = (0..BITS).map(FieldKey).filter(|of| self.contains(*of));
        low.chain(self.high.iter().copied())
    }

    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.low & !other.low == 0 && self.high.iter().all(|of| other.contains(*of))
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        let high = self.high.iter().filter(|of| other.contains(**of)).copied().collect();
        Self { low: self.low & other.low, high }
    }
}

impl FromIterator<FieldKey> for FieldSet {
    fn from_iter<T: IntoIterator<Item = FieldKey>>(fields: T) -> Self {
        let mut set = Self::NONE;
        set.extend(fields);
        set
    }
}

impl Extend<FieldKey> for FieldSet {
    fn extend<T: IntoIterator<Item = FieldKey>>(&mut self, fields: T) {
        fields.into_iter().for_each(|of| self.insert(of));
    }
}

/// Fields by kind of paper, kinds rising. A handful of kinds each time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope(Vec<(Kind, FieldSet)>);

impl Scope {
    pub(crate) const NONE: Self = Self(Vec::new());

    pub(crate) fn with_capacity(kinds: usize) -> Self {
        Self(Vec::with_capacity(kinds))
    }

    /// The fields of a kind; `None` if there is no word of the kind.
    pub(crate) fn get(&self, kind: Kind) -> Option<&FieldSet> {
        self.0.iter().find(|(of, _)| *of == kind).map(|(_, fields)| fields)
    }

    /// Names more fields of a kind.
    pub(crate) fn add(&mut self, kind: Kind, fields: impl IntoIterator<Item = FieldKey>) {
        let place = self.0.binary_search_by_key(&kind, |(of, _)| *of);
        if let Err(place) = place {
            self.0.insert(place, (kind, FieldSet::NONE));
        }
        let (Ok(place) | Err(place)) = place;
        if let Some((_, all)) = self.0.get_mut(place) {
            all.extend(fields);
        }
    }

    /// Names a kind that rises above all before it.
    pub(crate) fn push(&mut self, kind: Kind, fields: FieldSet) {
        self.0.push((kind, fields));
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Kind, &FieldSet)> {
        self.0.iter().map(|(kind, fields)| (*kind, fields))
    }

    /// What both name.
    pub(crate) fn and(&self, other: &Self) -> Self {
        let both = self.iter().filter_map(|(kind, fields)| Some((kind, fields.and(other.get(kind)?))));
        Self(both.filter(|(_, fields)| !fields.is_empty()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::{BTreeMap, BTreeSet};
    use proptest::prelude::*;

    /// Numbers on both sides of where bits end.
    fn fields() -> impl Strategy<Value = BTreeSet<FieldKey>> {
        prop::collection::btree_set(prop_oneof![1..12_u64, 120..136_u64, 65_530..65_534_u64].prop_map(FieldKey), 0..12)
    }

    proptest! {
        #[test]
        fn it_is_the_set_that_an_ordered_set_is(one in fields(), other in fields(), of in 1..140_u64) {
            let (of, set, against) = (FieldKey(of), FieldSet::from_iter(one.clone()), FieldSet::from_iter(other.clone()));
            prop_assert!(set.iter().eq(one.iter().copied()));
            prop_assert_eq!((set.len(), set.is_empty(), set.contains(of)), (one.len(), one.is_empty(), one.contains(&of)));
            prop_assert_eq!(set.is_within(&against), one.is_subset(&other));
            prop_assert!(set.and(&against).iter().eq(one.intersection(&other).copied()));
            let without = |field: FieldKey| { let mut set = set.clone(); set.remove(field); set };
            prop_assert!(one.iter().all(|field| without(*field).iter().eq(one.iter().copied().filter(|of| of != field))));
        }

        #[test]
        fn kinds_rise_whatever_order_they_are_named_in(named in prop::collection::vec((1..5_u64, fields()), 0..8)) {
            let (mut scope, mut model) = (Scope::NONE, BTreeMap::<Kind, BTreeSet<FieldKey>>::new());
            for (kind, fields) in named {
                scope.add(Kind(kind), fields.iter().copied());
                model.entry(Kind(kind)).or_default().extend(fields);
            }
            let said: Vec<_> = scope.iter().map(|(kind, fields)| (kind, fields.iter().collect::<BTreeSet<_>>())).collect();
            prop_assert_eq!(said, model.into_iter().collect::<Vec<_>>());
        }
    }
}
