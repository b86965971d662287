//! Depth, lengths and budgets, also through embedded byte strings.

use super::{pass_over, refused, told};
use crate::cbor::{Error, Reader, Rules};
use crate::input::{Budget, Fault, Halt, MAX_DEPTH, MAX_SCAN_ITEMS, MAX_TOKEN_ITEMS, MAX_TOKENS};
use crate::third_party::hex;
use alloc::vec;

#[test]
fn n14_depth_counts_arrays_maps_and_tags_alike() {
    for level in [&[0x81][..], &[0xa1, 0], &[0xd2], &[0xd8, 100]] {
        let nested = |depth: usize| [level.repeat(depth), vec![0]].concat();
        assert_eq!(pass_over(&nested(MAX_DEPTH)), Ok(()));
        for depth in [MAX_DEPTH + 1, 300, 100_000] {
            let at = MAX_DEPTH * level.len();
            let stop = pass_over(&nested(depth)).unwrap_err();
            assert_eq!((stop.fault, stop.at.div_ceil(at)), (Fault::TooDeep, 2), "{level:02x?} {depth}");
        }
    }
    let mixed = |depth: usize| [[0x81, 0xa1, 0, 0xd2].repeat(depth / 3), vec![0x80]].concat();
    assert_eq!(pass_over(&mixed(15)), Ok(()));
    assert_eq!(pass_over(&mixed(18)).unwrap_err().fault, Fault::TooDeep);
    // An empty container is a level too.
    assert_eq!(pass_over(&[vec![0x81; MAX_DEPTH], vec![0x80]].concat()).unwrap_err().fault, Fault::TooDeep);
}

#[test]
fn n14_depth_counts_on_inside_byte_strings_even_the_last_of_its_parent() {
    let budget = Budget::scan();
    // The string is the last item of the innermost array, so that reading it completes every array.
    let bytes = [vec![0x81; 10], hex("46 8181818181 80")].concat();
    let mut outer = Reader::new(&bytes, Rules::DC1, &budget);
    for _ in 0..10 {
        outer.array_of(1).unwrap();
    }
    assert_eq!(outer.depth(), 10);
    let content = outer.bytes().unwrap();
    let mut inner = outer.inside(content);
    assert_eq!((inner.depth(), inner.position()), (10, 11));
    assert!(inner.skip().is_ok());
    assert!(inner.finish().is_ok());
    assert!(outer.finish().is_ok());

    let bytes = [vec![0x81; 10], hex("47 818181818181 80")].concat();
    let mut outer = Reader::new(&bytes, Rules::DC1, &budget);
    for _ in 0..10 {
        outer.array_of(1).unwrap();
    }
    let content = outer.bytes().unwrap();
    let passed_over = outer.inside(content).skip();
    assert_eq!(told(&budget, passed_over), Err(Halt { fault: Fault::TooDeep, at: 18 }));
}

#[test]
fn a_fault_inside_has_its_offset_in_the_whole() {
    let (bytes, budget) = (hex("82 01 82 42 01ff 00"), Budget::scan());
    let mut outer = Reader::new(&bytes, Rules::DC1, &budget);
    outer.array_of(2).unwrap();
    outer.uint().unwrap();
    outer.array_of(2).unwrap();
    let content = outer.bytes().unwrap();
    let mut inner = outer.inside(content);
    assert_eq!(inner.uint(), Ok(1));
    assert_eq!(told(&budget, inner.finish()), Err(Halt { fault: Fault::Trailing, at: 5 }));
    assert_eq!(outer.uint(), Ok(0));
}

#[test]
fn n15_lengths_beyond_the_input_are_refused_without_allocating() {
    let huge = [
        "5b8000000000000000",
        "7b8000000000000000",
        "9b8000000000000000",
        "bb8000000000000000",
        "9b0000010000000000",
        "bb0000010000000000",
        "5bffffffffffffffff",
        "7bffffffffffffffff",
        "9bffffffffffffffff",
        "bbffffffffffffffff",
        "bb7fffffffffffffff",
        "9a0001000000",
    ];
    refused(&huge, Fault::Truncated);
    refused(
        &["42ff", "6261", "8201", "a101", "a20100", "d2", "81", "18", "1900", "1a000000", "1b00000000000000", ""],
        Fault::Truncated,
    );
}

#[test]
fn every_head_spends_one_item_and_nesting_buys_no_more() {
    let item = hex("83 a1 01 d2 00 42 8100 f4");
    for (items, enough) in [(7, true), (6, false), (0, false)] {
        let budget = Budget::items(items);
        let result = Reader::new(&item, Rules::DC1, &budget).skip();
        assert_eq!(
            told(&budget, result).map_err(|stop| stop.fault).err(),
            (!enough).then_some(Fault::TooLarge),
            "{items}"
        );
    }
    let budget = Budget::items(3);
    let mut outer = Reader::new(&[0x42, 0x81, 0x00], Rules::DC1, &budget);
    let content = outer.bytes().unwrap();
    assert!(outer.inside(content).skip().is_ok());
    let one = Reader::new(&[0], Rules::DC1, &budget).uint();
    assert_eq!(told(&budget, one).map_err(|stop| stop.fault), Err(Fault::TooLarge));
}

#[test]
fn a_token_may_not_spend_what_belongs_to_another_nor_all_more_than_the_scan() {
    let zeros = |items: usize| {
        let mut bytes = hex("99 0000");
        bytes[1..].copy_from_slice(&u16::try_from(items - 1).unwrap().to_be_bytes());
        bytes.resize(items + 2, 0);
        bytes
    };
    let spend = |budget: &Budget, items: usize| Reader::new(&zeros(items), Rules::DC1, budget).skip().is_ok();
    let budget = Budget::scan();
    for token in 0..MAX_TOKENS {
        budget.turn_to(token);
        assert!(spend(&budget, MAX_TOKEN_ITEMS), "{token}");
        assert!(!spend(&budget, 300), "{token}");
    }
    assert_eq!(MAX_SCAN_ITEMS, MAX_TOKENS * MAX_TOKEN_ITEMS);
    budget.turn_to(MAX_TOKENS);
    assert!(!spend(&budget, 300));
}

/// An item that may fail is spent as if it were passed over first and then read, whether it can be read or not,
/// whatever is left.
#[test]
fn an_attempt_costs_what_passing_over_and_reading_cost() {
    fn pair(reader: &mut Reader<'_, '_>) -> Result<u64, Error> {
        reader.array_of(2)?;
        reader.uint()?;
        reader.uint()
    }
    fn greedy(reader: &mut Reader<'_, '_>) -> Result<u64, Error> {
        reader.skip()?;
        reader.uint()
    }
    type Read = fn(&mut Reader<'_, '_>) -> Result<u64, Error>;
    let slowly = |reader: &mut Reader<'_, '_>, read: Read| {
        let item = reader.skip()?;
        let mut inner = reader.inside(item);
        Ok(read(&mut inner).and_then(|value| inner.end().map(|()| value)).ok())
    };
    for digits in [
        "82 8201 02 03",
        "82 8201 20 03",
        "82 03 03",
        "82 820102 820102",
        "81 820102",
        "82 83010203 03",
        "82 82 01",
        "820103",
    ] {
        let bytes = hex(digits);
        let reads: [Read; 2] = [pair, greedy];
        for (items, read) in (0..16).flat_map(|items| reads.map(|read| (items, read))) {
            let run = |attempt: &dyn Fn(&mut Reader<'_, '_>) -> Result<Option<u64>, Error>| {
                let budget = Budget::items(items);
                let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
                let seen = reader.array().and_then(|_| attempt(&mut reader));
                let seen = told(&budget, seen);
                let ended = told(&budget, reader.end());
                (seen, ended, told(&budget, reader.uint()), told(&budget, reader.end()), budget.left())
            };
            let (one, other) = (run(&|reader| reader.attempt(read)), run(&|reader| slowly(reader, read)));
            assert_eq!(one, other, "{digits} with {items} items");
        }
    }
}
