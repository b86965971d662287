//! Third-party CBOR vectors. Whether DC1 must accept one follows from the vector itself (see `oracle`), never from the
//! reader.

use super::oracle::dc1_allows;
use super::pass_over;
use crate::third_party::{folder, hex, json, text};
use alloc::vec::Vec;

/// Judges each and answers how many were accepted.
fn accepted(vectors: &[Vec<u8>]) -> usize {
    vectors
        .iter()
        .filter(|bytes| {
            let read = pass_over(bytes);
            assert_eq!(read.is_ok(), dc1_allows(bytes), "{bytes:02x?} {read:?}");
            read.is_ok()
        })
        .count()
}

/// The byte strings of `"encoded": h'…'` lines, in diagnostic notation.
fn encoded(notation: &str) -> Vec<Vec<u8>> {
    let lines = notation.lines().filter_map(|line| line.split_once("\"encoded\":"));
    lines.map(|(_, value)| hex(value.split('\'').nth(1).unwrap())).collect()
}

#[test]
fn appendix_a_of_rfc_7049() {
    let Some(folder) = folder("cbor-appendix-a") else { return };
    let vectors = json(&folder, "appendix_a.json");
    let vectors: Vec<_> =
        vectors.as_array().unwrap().iter().map(|vector| hex(vector["hex"].as_str().unwrap())).collect();
    // By hand: 15 integers, 2 booleans, 2 byte strings, 7 texts, 4 arrays, 5 maps. The rest are an integer of −2^64,
    // floats, other simple values, other tags and indefinite lengths.
    assert_eq!((vectors.len(), accepted(&vectors)), (82, 35));
}

#[test]
fn items_of_the_working_group() {
    let Some(folder) = folder("cbor-wg-vectors/tests") else { return };
    for (file, count, allowed) in [
        ("rfc8949-appendixA/mt0.edn", 11, 11),
        ("rfc8949-appendixA/mt1.edn", 5, 4),
        ("rfc8949-appendixA/mt2.edn", 2, 2),
        ("rfc8949-appendixA/mt3.edn", 7, 7),
        ("rfc8949-appendixA/mt4.edn", 4, 4),
        ("rfc8949-appendixA/mt5.edn", 5, 5),
        ("rfc8949-appendixA/mt6.edn", 8, 0),
        ("rfc8949-appendixA/mt7-float.edn", 22, 0),
        ("rfc8949-appendixA/mt7-simple.edn", 6, 2),
        ("rfc8949-appendixA/streaming.edn", 11, 0),
        ("rfc8949/good.edn", 88, 13),
        ("rfc8949/bad.edn", 47, 0),
        ("spike/spike.edn", 1_165, 247),
    ] {
        let vectors = encoded(&text(&folder, file));
        assert_eq!((vectors.len(), accepted(&vectors)), (count, allowed), "{file}");
    }
}
