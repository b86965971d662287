//! Shapes that no kit mints; what it mints is in `tests/recognise.rs`.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{FileKind, recognise};
use crate::cbor::write::Writer;
use crate::language::Language;
use alloc::vec::Vec;

#[test]
fn files_of_other_people_are_told_by_how_they_begin() {
    for (bytes, kind) in [
        (&b""[..], FileKind::Empty),
        (b"\x89PNG\r\n\x1a\n\0\0", FileKind::Picture),
        (b"\xff\xd8\xff\xe0", FileKind::Picture),
        (b"\0\0\0\x18ftypheic", FileKind::Picture),
        (b"%PDF-1.7\n", FileKind::Pdf),
        (b"PK\x03\x04\x14\0", FileKind::Archive),
        (b"\x1f\x8b\x08\0", FileKind::Archive),
        (b"<!DOCTYPE html><p>", FileKind::WebPage),
        (b"\xef\xbb\xbf\r\n <HTML lang=vi>", FileKind::WebPage),
        (b"\xff\xfe<\0h\0t\0m\0l\0>\0", FileKind::WebPage),
        (b"<?xml version='1.0'?><html>", FileKind::WebPage),
        (b"<?xml version='1.0'?><Error/>", FileKind::Text),
        (b"-----BEGIN PRIVATE KEY-----\nAA", FileKind::PrivateKey),
        (b"-----BEGIN EC PRIVATE KEY-----\nAA", FileKind::PrivateKey),
        (b"-----BEGIN CERTIFICATE-----\nAA", FileKind::Text),
        (b"{\"error\":\"not found\"}", FileKind::Json),
        (b"[1, 2]", FileKind::Json),
        (b"001191034826||Nguy\xe1\xbb\x85n", FileKind::Text),
        (b"dc1:6bf", FileKind::Showing),
        (b"]Q1DC1:6BF\r\n", FileKind::Showing),
        (b"DC1F:AB", FileKind::AnimatedPart),
        (b"DCQ1:AB", FileKind::Ask),
        (b"\0\x01\x02\x03", FileKind::Unknown),
        (b"\xd2\x84\x43\xa1", FileKind::Unknown),
        (b"   \n", FileKind::Unknown),
    ] {
        assert_eq!(recognise(bytes), kind, "{}", bytes.escape_ascii());
    }
}

/// A page is cut where it may be in the middle of a sign.
#[test]
fn a_long_text_is_a_text_wherever_it_is_cut() {
    for before in 0..4 {
        let mut text = "x".repeat(before);
        text.push_str(&"Đối chiếu ".repeat(2_000));
        assert_eq!(recognise(text.as_bytes()), FileKind::Text);
        text.replace_range(..0, "<!doctype html>");
        assert_eq!(recognise(text.as_bytes()), FileKind::WebPage);
    }
}

/// The forms of numbered files, and those beside them.
#[test]
fn what_begins_with_a_number_is_told_by_what_follows() {
    let begun = |write: &dyn Fn(&mut Writer)| {
        let mut writer = Writer::new();
        write(&mut writer);
        // What an array says it holds must fit.
        recognise(&[writer.into_bytes(), [0; 16].to_vec()].concat())
    };
    assert_eq!(begun(&|of| _ = of.array(4).uint(2).array(6)), FileKind::Memory);
    assert_eq!(begun(&|of| _ = of.array(7).uint(1).uint(9)), FileKind::Memory);
    assert_eq!(begun(&|of| _ = of.array(4).uint(1).array(4).text("clinic")), FileKind::KeptConsent);
    // A showing as a store keeps it.
    assert_eq!(begun(&|of| _ = of.array(7).uint(1).bytes(&[1; 32])), FileKind::Unknown);
    assert_eq!(begun(&|of| _ = of.array(4).uint(3).array(6)), FileKind::Unknown);
    assert_eq!(begun(&|of| _ = of.array(4).uint(1).array(4).uint(1)), FileKind::Unknown);
}

#[test]
fn keys_are_told_in_every_length_of_der() {
    let algorithm = [2, 1, 0, 0x30, 0x13, 6, 7];
    for head in [&[0x30, 0x41][..], &[0x30, 0x81, 0x87], &[0x30, 0x82, 1, 0]] {
        assert_eq!(recognise(&[head, &algorithm].concat()), FileKind::PrivateKey);
        assert_eq!(recognise(&[head, &[2, 1, 1, 4, 32, 7]].concat()), FileKind::PrivateKey);
        // A certificate begins with another sequence.
        assert_ne!(recognise(&[head, &[0x30, 0x82, 1, 0, 0xa0]].concat()), FileKind::PrivateKey);
    }
}

/// A deep or long file is left after a bounded look.
#[test]
fn nothing_that_nests_or_claims_much_costs_much() {
    let nested: Vec<u8> = core::iter::repeat_n(0x81, 100_000).collect();
    assert_eq!(recognise(&nested), FileKind::Unknown);
    for claims in
        [&[0x9b, 255, 255, 255, 255, 255, 255, 255, 255][..], &[0xd2, 0x84, 0x5b, 127, 255, 255, 255, 0, 0, 0, 0]]
    {
        assert_eq!(recognise(claims), FileKind::Unknown);
    }
}

#[test]
fn every_pair_has_its_own_sentence_and_none_needs_none() {
    let mut told = Vec::new();
    for found in FileKind::ALL {
        for wanted in FileKind::ALL {
            for language in [Language::Vi, Language::En] {
                let sentence = found.in_place_of(*wanted, language);
                let silent = found == wanted
                    || *found == FileKind::Unknown
                    || (*found, *wanted) == (FileKind::Lists, FileKind::Delta);
                assert_eq!(sentence.is_none(), silent, "{found:?} for {wanted:?}");
                told.extend(sentence);
            }
        }
    }
    let all = told.len();
    told.sort();
    told.dedup();
    assert_eq!(told.len(), all);
    assert!(told[0].ends_with('.'));
}
