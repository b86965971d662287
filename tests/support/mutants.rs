//! One-step changes of CBOR items: another type, size, value or tag, a member missing, a member more.

#![expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "test support: mutants count")]

use doichieu_kit::{Item, Map};

/// Every one-step change of an item, down to a depth: what was changed, and how.
pub(crate) fn of(item: &Item, depth: usize) -> Vec<(String, Item)> {
    let mut mutants = vec![("type".to_owned(), Item::Float(1.5))];
    match item {
        Item::Bytes(bytes) => mutants.push(("size".to_owned(), Item::Bytes([bytes.as_slice(), &[0]].concat()))),
        Item::Uint(number) => mutants.push(("value".to_owned(), Item::Uint(number + (1 << 20)))),
        Item::Neg(number) => mutants.push(("value".to_owned(), Item::Neg(number + (1 << 20)))),
        Item::Text(text) => mutants.push(("value".to_owned(), Item::Text(format!("{text}x")))),
        Item::Simple(_) => mutants.push(("value".to_owned(), Item::Simple(58))),
        Item::Tag(tag, inner) => {
            mutants.push(("tag".to_owned(), inner.as_ref().clone().tagged(tag + 1)));
            mutants.extend(of(inner, depth).into_iter().map(|(says, inner)| (says, inner.tagged(*tag))));
        }
        Item::Array(members) => mutants.extend(array_mutants(members, depth)),
        Item::Map(map) => mutants.extend(map_mutants(map, depth)),
        _ => {}
    }
    mutants.retain(|(_, mutant)| mutant != item);
    mutants
}

fn array_mutants(members: &[Item], depth: usize) -> Vec<(String, Item)> {
    let mut mutants = vec![
        ("none".to_owned(), Item::Array(Vec::new())),
        ("extra".to_owned(), Item::array(members.iter().chain(members.last()).cloned())),
        ("missing".to_owned(), Item::array(members.iter().skip(1).cloned())),
    ];
    for (at, member) in members.iter().enumerate().filter(|_| depth > 0) {
        for (says, member) in of(member, depth - 1) {
            let mut members = members.to_vec();
            members[at] = member;
            mutants.push((format!("[{at}] {says}"), Item::Array(members)));
        }
    }
    mutants
}

fn map_mutants(map: &Map, depth: usize) -> Vec<(String, Item)> {
    let mut mutants = vec![("none".to_owned(), Map::new().into())];
    for extra in [Item::from(-70_000), "extra".into(), Item::from(u64::MAX), Item::days(1)] {
        mutants.push(("extra".to_owned(), map.clone().with(extra, 0).into()));
    }
    for (key, value) in map.entries().iter().filter(|_| depth > 0) {
        let name = match key {
            Item::Uint(number) => number.to_string(),
            Item::Neg(number) => (-1 - i128::from(*number)).to_string(),
            Item::Text(text) => text.split(':').next().unwrap().to_owned(),
            Item::Bytes(_) => "hash".to_owned(),
            _ => "redacted".to_owned(),
        };
        let mut without = map.clone();
        without.remove(key.clone());
        mutants.push((format!("{name} missing"), without.into()));
        let changed = of(value, depth - 1).into_iter();
        mutants.extend(
            changed.map(|(says, value)| (format!("{name} {says}"), map.clone().with(key.clone(), value).into())),
        );
    }
    mutants
}
