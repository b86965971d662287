//! The status list draft's own lists and tokens. Its tokens are not DC1 (another `alg`, keys in another order), so the
//! door must refuse them; their lists are read by the same code as ours.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use crate::cbor::{Key, Reader, Rules};
use crate::input::Budget;
use crate::seal::{Signed, Typ};
use crate::status::read_table;
use crate::status::table::Table;
use crate::third_party::{folder, hex, json, text};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The list in a claim, by the code that reads ours.
fn list(claim: &[u8]) -> Table {
    let budget = Budget::items(64);
    let mut reader = Reader::new(claim, Rules::DRAFT, &budget);
    let table = read_table(&mut reader).unwrap();
    reader.finish().unwrap();
    table
}

/// The hexadecimal digits of an example, after its last heading.
fn example(folder: &std::path::Path, name: &str) -> Vec<u8> {
    let page = text(folder, &std::format!("examples/{name}.md"));
    let lines = page.lines().filter(|line| line.chars().all(|c| c.is_ascii_hexdigit()));
    lines.flat_map(hex).collect()
}

#[test]
fn every_entry_of_the_drafts_lists_is_what_it_says() {
    let Some(folder) = folder("token-status-list") else { return };
    let vectors = json(&folder, "extracted_encoding_vectors.json");
    let mut named = Vec::new();
    for vector in vectors.as_array().unwrap() {
        let list = list(&hex(vector["cbor_hex"].as_str().unwrap()));
        assert_eq!(u64::from(list.bits()), vector["bits"]);
        let size = vector["size"].as_u64().unwrap();
        let entries = vector["entries"].as_array().unwrap().iter();
        let entries: BTreeMap<_, _> = entries.map(|entry| (entry[0].as_u64().unwrap(), entry[1].as_u64())).collect();
        for index in 0..size {
            let expected = entries.get(&index).copied().unwrap_or(Some(0));
            assert_eq!(list.entry(index).map(u64::from), expected, "{} bits, entry {index}", list.bits());
        }
        assert_eq!(list.entry(size), None, "the list ends");
        assert_eq!(list.entry(u64::MAX), None);
        named.push(entries.len());
    }
    assert_eq!(named, [11, 11, 15, 256]);
}

#[test]
fn the_short_lists_of_the_draft() {
    let Some(folder) = folder("token-status-list") else { return };
    let one = list(&example(&folder, "status_list_encoding_cbor"));
    let bits: Vec<_> = (0..17).map(|index| one.entry(index)).collect();
    // h'b9a3', least significant bit first.
    let expected = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1].map(Some);
    assert_eq!((&bits[..16], bits[16]), (&expected[..], None));
    let two = list(&example(&folder, "status_list_encoding2_cbor"));
    let pairs: Vec<_> = (0..13).map(|index| two.entry(index)).collect();
    let expected = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3].map(Some);
    assert_eq!((&pairs[..12], pairs[12]), (&expected[..], None));
}

#[test]
fn the_drafts_token_is_refused_by_shape_and_its_list_can_be_read() {
    let Some(folder) = folder("token-status-list") else { return };
    let token = example(&folder, "status_list_cwt");
    let budget = Budget::items(64);
    assert!(Signed::read(&mut Reader::new(&token, Rules::DC1, &budget), Typ::STATUS_LIST).is_err());

    let mut reader = Reader::new(&token, Rules::DRAFT, &budget);
    reader.tag(18).unwrap();
    reader.array_of(4).unwrap();
    let protected = reader.bytes().unwrap();
    reader.skip().unwrap();
    let payload = reader.bytes().unwrap();
    assert_eq!(reader.bytes().unwrap().len(), 64);
    reader.finish().unwrap();
    assert_eq!(member(protected, 16), b"\x78\x1aapplication/statuslist+cwt");
    assert_eq!(member(payload, 2), b"\x78\x21https://example.com/statuslists/1");
    assert_eq!(member(payload, 65_533), example(&folder, "status_list_encoding_cbor"));
    assert_eq!(list(member(payload, 65_533)).bits(), 1);
}

fn member(map: &[u8], label: i64) -> &[u8] {
    let budget = Budget::items(64);
    let mut reader = Reader::new(map, Rules::DRAFT, &budget);
    for _ in 0..reader.map().unwrap() {
        let (key, value) = (reader.key().unwrap(), reader.skip().unwrap());
        if key == Key::Int(label) {
            return value;
        }
    }
    panic!("no member {label}")
}
