//! Held against the tree of the standard library.

use super::Sorted;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn it_answers_as_a_tree_does(pairs in prop::collection::vec((0..40_u8, any::<u16>()), 0..60), least in any::<u16>()) {
        let (mut sorted, mut tree) = (Sorted::new(), BTreeMap::new());
        for (key, value) in pairs.iter().copied() {
            prop_assert_eq!(sorted.insert(key, value), tree.insert(key, value).is_none());
            prop_assert_eq!(sorted.last(), tree.last_key_value().map(|(key, _)| key));
        }
        prop_assert_eq!(sorted.len(), tree.len());
        for key in 0..41 {
            prop_assert_eq!(sorted.get(&key), tree.get(&key));
            prop_assert_eq!(sorted.get_mut(&key), tree.get_mut(&key));
        }
        prop_assert_eq!(&pairs.into_iter().collect::<Sorted<_, _>>(), &sorted);
        sorted.retain(|value| *value >= least);
        tree.retain(|_, value| *value >= least);
        prop_assert!(sorted.iter().eq(&tree) && sorted.values().eq(tree.values()));
    }
}

#[test]
fn texts_are_found_by_borrowed_ones() {
    let sorted: Sorted<alloc::string::String, u8> = ["b", "", "a"].map(|text| (text.into(), 1)).into_iter().collect();
    assert_eq!(sorted.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["", "a", "b"]);
    assert_eq!((sorted.get("a"), sorted.get("c")), (Some(&1), None));
}
