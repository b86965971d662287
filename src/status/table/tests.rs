//! The compact form against the packed one: every value, every width, every length.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::{Block, Table, Width};
use crate::input::Fault;
use alloc::vec;
use alloc::vec::Vec;
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

const WIDTHS: [(u64, Width); 4] = [(1, Width::One), (2, Width::Two), (4, Width::Four), (8, Width::Eight)];

/// The entry as the draft says it, in other words than the code's: bit by bit.
fn expected(packed: &[u8], bits: u64, index: u64) -> Option<u8> {
    let bit = |at: u64| packed.get(usize::try_from(at / 8).unwrap()).map(|byte| byte >> (at % 8) & 1);
    (0..bits).rev().try_fold(0, |value, nth| Some(value << 1 | bit(index * bits + nth)?))
}

fn table(packed: &[u8], width: Width) -> Table {
    Table::inflate(&compress_to_vec_zlib(packed, 1), width, 4 << 20).unwrap()
}

fn agree(packed: &[u8], bits: u64, width: Width) {
    let table = table(packed, width);
    let length = u64::try_from(packed.len()).unwrap() * 8 / bits;
    for index in 0..length + 9 {
        assert_eq!(table.entry(index), expected(packed, bits, index), "{bits} bits, entry {index} of {length}");
    }
    for index in [u64::MAX, u64::MAX / 2, 1 << 32, length + (1 << 16)] {
        assert_eq!(table.entry(index), None);
    }
    let heads = size_of::<Block>() * table.blocks.len();
    assert!(table.size() <= packed.len() + heads, "never larger than the list and a head a block");
}

/// `length` bytes of which about one in `rarity` is not 0.
fn scattered(length: usize, rarity: u64, mut state: u64) -> Vec<u8> {
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    (0..length).map(|_| if next().is_multiple_of(rarity) { u8::try_from(next() & 0xff).unwrap() } else { 0 }).collect()
}

#[test]
fn every_entry_is_what_was_packed_at_any_density_and_across_blocks() {
    for (bits, width) in WIDTHS {
        let block = usize::try_from(bits).unwrap() * 8192;
        for rarity in [1, 2, 7, 40, 1_000] {
            agree(&scattered(2 * block + 13, rarity, bits), bits, width);
        }
        agree(&vec![0; block + 1], bits, width);
        agree(&vec![0xff; block + 8], bits, width);
        // The last entry of a block, the first of the next, and the very last.
        let mut edges = vec![0; 2 * block];
        (edges[block - 1], edges[block], edges[2 * block - 1]) = (0x80, 0x01, 0x80);
        agree(&edges, bits, width);
    }
}

#[test]
fn every_value_of_every_width_comes_back() {
    for (bits, width) in WIDTHS {
        let every: Vec<u8> = (0..=255).collect();
        agree(&every, bits, width);
        for value in 0..=u8::MAX {
            let mut alone = vec![0; 100];
            alone[57] = value;
            agree(&alone, bits, width);
        }
    }
}

#[test]
fn one_in_a_hundred_takes_a_tenth_and_all_valid_almost_nothing() {
    let entries = 1_000_000_usize;
    let mut packed = vec![0_u8; entries / 4];
    for index in (0..entries).step_by(100) {
        packed[index / 4] |= 1 << (index % 4 * 2);
    }
    let size = table(&packed, Width::Two).size();
    assert!(size < packed.len() / 10, "{size}");
    let size = table(&vec![0; entries / 4], Width::Two).size();
    assert!(size < 1_024, "{size}");
}

#[test]
fn no_entry_is_an_empty_list() {
    for (_, width) in WIDTHS {
        let empty = table(&[], width);
        assert_eq!((empty.entry(0), empty.size()), (None, 0));
    }
}

#[test]
fn a_stream_that_is_not_whole_gives_no_table() {
    let stream = compress_to_vec_zlib(&scattered(300_000, 50, 3), 6);
    let refused = |stream: &[u8], cap, fault| assert_eq!(Table::inflate(stream, Width::Two, cap).err(), Some(fault));
    refused(&stream, 299_999, Fault::TooLarge);
    refused(&stream[..stream.len() - 1], 300_000, Fault::Truncated);
    refused(&[&stream[..], &[0]].concat(), 300_000, Fault::Trailing);
    let mut wrong = stream.clone();
    *wrong.last_mut().unwrap() ^= 1;
    refused(&wrong, 300_000, Fault::Stream);
    assert!(Table::inflate(&stream, Width::Two, 300_000).is_ok());
}

#[test]
fn other_widths_are_none() {
    for bits in [0, 3, 5, 6, 7, 9, 16, u64::MAX] {
        assert_eq!(Width::new(bits), None);
    }
    for (bits, width) in WIDTHS {
        assert_eq!(Width::new(bits), Some(width));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_come_back(packed in proptest::collection::vec(prop_oneof![6 => Just(0_u8), 1 => any::<u8>()], 0..3_000)) {
        for (bits, width) in WIDTHS {
            agree(&packed, bits, width);
        }
    }
}
