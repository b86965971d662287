//! The reader against two others: a recursive one written from docs/dc1.md §1 alone, and ciborium.

use super::{pass_over, told};
use crate::cbor::{Error, Reader, Rules, Type};
use crate::input::{Budget, Fault};
use crate::third_party::hex;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;

/// Does docs/dc1.md §1 allow these bytes as one item? Nothing of the reader under test is used here.
pub(super) fn dc1_allows(bytes: &[u8]) -> bool {
    let mut items = 512;
    rest_after(bytes, 0, &mut items, false).is_some_and(<[u8]>::is_empty)
}

/// Splits off a head: major type, additional information, argument; only in its shortest form.
fn split_head(bytes: &[u8]) -> Option<(u8, u8, u64, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (major, short) = (first / 32, first % 32);
    let width = match short {
        0..24 => return Some((major, short, u64::from(short), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (argument, rest) = rest.split_at_checked(width)?;
    let mut wide = [0; 8];
    wide[8 - width..].copy_from_slice(argument);
    let value = u64::from_be_bytes(wide);
    let needed = match value {
        0..24 => 0,
        24..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x1_0000_0000 => 4,
        _ => 8,
    };
    (major == 7 || needed == width).then_some((major, short, value, rest))
}

/// What follows one allowed item that lies `depth` levels deep.
fn rest_after<'a>(bytes: &'a [u8], depth: usize, items: &mut usize, key: bool) -> Option<&'a [u8]> {
    *items = items.checked_sub(1)?;
    let (major, short, value, rest) = split_head(bytes)?;
    let length = usize::try_from(value).ok();
    match major {
        // Of either sign they fit 64 bits signed, unsigned ones 64 bits; a key may have either sign.
        0 => (!key || value >> 63 == 0).then_some(rest),
        1 => (value >> 63 == 0).then_some(rest),
        2 if key => None,
        2 => Some(rest.split_at_checked(length?)?.1),
        3 => {
            let (text, rest) = rest.split_at_checked(length?)?;
            String::from_utf8(text.to_vec()).ok().map(|_| rest)
        }
        4..=6 if key || depth == 16 => None,
        4 => (0..value).try_fold(rest, |rest, _| rest_after(rest, depth + 1, items, false)),
        5 => rest_after_entries(rest, value, depth + 1, items),
        6 if value == 18 || value == 100 => rest_after(rest, depth + 1, items, false),
        7 if key => (short == 24 && value == 59).then_some(rest),
        7 => (short == 20 || short == 21).then_some(rest),
        _ => None,
    }
}

fn rest_after_entries<'a>(mut rest: &'a [u8], pairs: u64, depth: usize, items: &mut usize) -> Option<&'a [u8]> {
    let mut before: Option<&[u8]> = None;
    for _ in 0..pairs {
        let after = rest_after(rest, depth, items, true)?;
        let key = &rest[..rest.len() - after.len()];
        if before.is_some_and(|before| before >= key) {
            return None;
        }
        before = Some(key);
        rest = rest_after(after, depth, items, false)?;
    }
    Some(rest)
}

/// Something DC1 can carry, and how it is written.
#[derive(Clone, Debug)]
enum Item {
    Uint(u64),
    Negative(u64),
    Bytes(Vec<u8>),
    Text(String),
    Bool(bool),
    Redacted,
    Array(Vec<Item>),
    Map(Vec<(Item, Item)>),
    Tag(u64, Box<Item>),
}

impl Item {
    fn encode(&self) -> Vec<u8> {
        match self {
            Self::Uint(value) => head(0, *value),
            Self::Negative(value) => head(1, *value),
            Self::Bytes(bytes) => [counting_head(2, bytes.len()), bytes.clone()].concat(),
            Self::Text(text) => [counting_head(3, text.len()), text.clone().into_bytes()].concat(),
            Self::Bool(flag) => vec![0xf4 + u8::from(*flag)],
            Self::Redacted => vec![0xf8, 59],
            Self::Array(items) => {
                items.iter().fold(counting_head(4, items.len()), |all, item| [all, item.encode()].concat())
            }
            Self::Map(entries) => {
                let mut entries: Vec<_> = entries.iter().map(|(key, value)| (key.encode(), value.encode())).collect();
                entries.sort();
                entries.dedup_by(|one, other| one.0 == other.0);
                let head = counting_head(5, entries.len());
                entries.iter().fold(head, |all, (key, value)| [&all, &key[..], value].concat())
            }
            Self::Tag(tag, item) => [head(6, *tag), item.encode()].concat(),
        }
    }

    fn redacts(&self) -> bool {
        match self {
            Self::Redacted => true,
            Self::Array(items) => items.iter().any(Self::redacts),
            Self::Map(entries) => entries.iter().any(|(key, value)| key.redacts() || value.redacts()),
            Self::Tag(_, item) => item.redacts(),
            _ => false,
        }
    }
}

fn counting_head(major: u8, length: usize) -> Vec<u8> {
    head(major, u64::try_from(length).unwrap())
}

fn head(major: u8, value: u64) -> Vec<u8> {
    let wide = value.to_be_bytes();
    let (short, width) = match value {
        0..24 => return vec![major * 32 + wide[7]],
        24..0x100 => (24, 1),
        0x100..0x1_0000 => (25, 2),
        0x1_0000..0x1_0000_0000 => (26, 4),
        _ => (27, 8),
    };
    [&[major * 32 + short], &wide[8 - width..]].concat()
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![
        0..30_u64,
        any::<u8>().prop_map(u64::from),
        any::<u16>().prop_map(u64::from),
        any::<u32>().prop_map(u64::from),
        any::<u64>()
    ]
}

/// What a signed integer of 64 bits holds beside its sign.
fn magnitude() -> impl Strategy<Value = u64> {
    number().prop_map(|number| number & (u64::MAX >> 1))
}

fn items() -> impl Strategy<Value = Item> {
    let key = prop_oneof![
        magnitude().prop_map(Item::Uint),
        magnitude().prop_map(Item::Negative),
        any::<String>().prop_map(Item::Text),
        Just(Item::Redacted),
    ];
    let leaf = prop_oneof![
        number().prop_map(Item::Uint),
        magnitude().prop_map(Item::Negative),
        proptest::collection::vec(any::<u8>(), 0..40).prop_map(Item::Bytes),
        any::<String>().prop_map(Item::Text),
        any::<bool>().prop_map(Item::Bool),
    ];
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Item::Array),
            proptest::collection::vec((key.clone(), inner.clone()), 0..8).prop_map(Item::Map),
            (prop_oneof![Just(18), Just(100)], inner).prop_map(|(tag, item)| Item::Tag(tag, Box::new(item))),
        ]
    })
}

/// Small changes that keep most of an encoding: where readers differ, they differ near what is valid.
fn mutate(bytes: &mut Vec<u8>, changes: &[(proptest::sample::Index, u8, u8)]) {
    for (place, how, byte) in changes {
        let place = place.index(bytes.len().max(1)).min(bytes.len());
        match how % 4 {
            0 if place < bytes.len() => bytes[place] = *byte,
            1 if place < bytes.len() => bytes[place] ^= 1 << (byte % 8),
            2 if place < bytes.len() => drop(bytes.remove(place)),
            _ => bytes.insert(place, *byte),
        }
    }
}

fn ciborium_agrees(bytes: &[u8]) -> Result<(), TestCaseError> {
    let value: ciborium::Value =
        ciborium::from_reader(bytes).map_err(|error| TestCaseError::fail(alloc::format!("{error}")))?;
    let mut again = Vec::new();
    ciborium::into_writer(&value, &mut again).map_err(|error| TestCaseError::fail(alloc::format!("{error}")))?;
    prop_assert_eq!(&again[..], bytes);
    Ok(())
}

/// Reads one item with the method of its type, however deep; no more than what a caller could do. What only stands in
/// what is passed over (null and floats, where the rules have them) is passed over.
fn read_typed(reader: &mut Reader<'_, '_>) -> Result<(), Error> {
    match reader.peek()? {
        Type::Uint => reader.uint().map(|_| ()),
        Type::Negative => reader.int().map(|_| ()),
        Type::Bytes => reader.bytes().map(|_| ()),
        Type::Text => reader.text().map(|_| ()),
        Type::Simple if matches!(reader.bytes.get(reader.at), Some(0xf4 | 0xf5)) => reader.boolean().map(|_| ()),
        Type::Simple => reader.skip().map(|_| ()),
        Type::Array => {
            let count = reader.array()?;
            (0..count).try_for_each(|_| read_typed(reader))
        }
        Type::Map => {
            let count = reader.map()?;
            (0..count).try_for_each(|_| reader.key().and_then(|_| read_typed(reader)))
        }
        Type::Tag => reader.item().and_then(|_| read_typed(reader)),
    }
}

/// Whatever the rules: what is read is passed over, what is passed over is read, at the same cost, or with the same
/// fault in the same place.
fn reading_and_skipping_agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    for rules in [Rules::DC1, Rules::BUNDLE, Rules::CLAIM169, Rules::DRAFT] {
        let (one, other) = (Budget::scan(), Budget::scan());
        let mut reading = Reader::new(bytes, rules, &one);
        let mut skipping = Reader::new(bytes, rules, &other);
        let read = told(&one, read_typed(&mut reading).and_then(|()| reading.finish()));
        let skipped = told(&other, skipping.skip().and_then(|_| skipping.finish()));
        prop_assert_eq!(read, skipped, "{:?} {:02x?}", rules, bytes);
        prop_assert!(skipped.is_err() || one.left() == other.left(), "{:02x?}", bytes);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_dc1_can_carry_is_accepted_and_ciborium_writes_it_the_same(item in items()) {
        let bytes = item.encode();
        prop_assert!(dc1_allows(&bytes));
        prop_assert_eq!(pass_over(&bytes), Ok(()));
        reading_and_skipping_agree(&bytes)?;
        if !item.redacts() {
            ciborium_agrees(&bytes)?;
        }
    }

    #[test]
    fn near_what_is_valid_both_readers_agree(
        item in items(),
        changes in proptest::collection::vec(any::<(proptest::sample::Index, u8, u8)>(), 1..4),
    ) {
        let mut bytes = item.encode();
        mutate(&mut bytes, &changes);
        prop_assert_eq!(pass_over(&bytes).is_ok(), dc1_allows(&bytes), "{:02x?}", bytes);
        reading_and_skipping_agree(&bytes)?;
        if dc1_allows(&bytes) && !bytes.windows(2).any(|pair| pair == [0xf8, 59]) {
            ciborium_agrees(&bytes)?;
        }
    }

    #[test]
    fn on_random_bytes_both_readers_agree(bytes in proptest::collection::vec(any::<u8>(), 0..24)) {
        prop_assert_eq!(pass_over(&bytes).is_ok(), dc1_allows(&bytes), "{:02x?}", bytes);
        reading_and_skipping_agree(&bytes)?;
    }

    /// Heads of every type, argument and place, beyond what DC1 carries: byte strings and large numbers as keys, null,
    /// floats, foreign tags.
    #[test]
    fn what_no_reading_takes_is_not_passed_over(
        heads in proptest::collection::vec((0..8_u8, prop_oneof![3 => 0..4_u64, 1 => number()]), 1..24),
        around in prop_oneof![Just(&[][..]), Just(&[0x82, 0][..]), Just(&[0xa1, 0][..]), Just(&[0xa1][..])],
    ) {
        let bytes = heads.iter().fold(around.to_vec(), |all, (major, value)| [all, head(*major, *value)].concat());
        reading_and_skipping_agree(&bytes)?;
    }

    #[test]
    fn an_item_cut_anywhere_is_refused(item in items(), place in any::<proptest::sample::Index>()) {
        let bytes = item.encode();
        prop_assert!(pass_over(&bytes[..place.index(bytes.len())]).is_err());
    }
}

#[test]
fn no_number_is_passed_over_that_no_reading_takes() {
    let keys = ["a1 1b7fffffffffffffff 00", "a1 3b7fffffffffffffff 00", "1bffffffffffffffff", "3b7fffffffffffffff"];
    let beyond = [
        "a1 1b8000000000000000 00",
        "a1 3b8000000000000000 00",
        "3b8000000000000000",
        "81 3bffffffffffffffff",
        "d864 3bffffffffffffffff",
        "a1 00 3b8000000000000000",
    ];
    for (digits, expected) in
        keys.map(|digits| (digits, None)).into_iter().chain(beyond.map(|d| (d, Some(Fault::Type))))
    {
        let bytes = hex(digits);
        assert_eq!(pass_over(&bytes).err().map(|halt| halt.fault), expected, "{digits}");
        reading_and_skipping_agree(&bytes).unwrap();
    }
}

#[test]
fn both_readers_agree_on_every_item_of_up_to_two_bytes_and_on_every_head() {
    for first in 0..=u8::MAX {
        assert_eq!(pass_over(&[first]).is_ok(), dc1_allows(&[first]), "{first:02x}");
        for second in 0..=u8::MAX {
            for rest in [&[][..], &[0], &[0, 0], &[0xff, 0x3b, 0, 0], &[0; 9], &[0xff; 8]] {
                let bytes = [&[first, second], rest].concat();
                assert_eq!(pass_over(&bytes).is_ok(), dc1_allows(&bytes), "{bytes:02x?}");
            }
        }
    }
}
