//! N01 of the negative cases, with the offset of each fault.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use super::decode;
use crate::input::{Fault, Layer, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;
use proptest::prelude::*;

fn refused(text: &str, at: usize, fault: Fault) {
    assert_eq!(decode(text).err(), Some(Unreadable::new(Layer::Base45, at, fault)), "{text:?}");
}

#[test]
fn the_examples_of_rfc_9285_decode() {
    for (text, bytes) in [
        ("", &b""[..]),
        ("BB8", b"AB"),
        ("%69 VD92EX0", b"Hello!!"),
        ("UJCLQE7W581", b"base-45"),
        ("QED8WEX0", b"ietf!"),
        ("FGW", &[0xff, 0xff]),
        ("U5", &[0xff]),
        ("00", &[0]),
        ("000", &[0, 0]),
    ] {
        assert_eq!(&**decode(text).unwrap(), bytes, "{text:?}");
    }
}

#[test]
fn n01_a_group_above_its_highest_value_is_refused() {
    refused("GGW", 0, Fault::Overflow);
    refused(":::", 0, Fault::Overflow);
    refused("::", 0, Fault::Overflow);
    refused("V5", 0, Fault::Overflow);
    refused("BB8BB8GGW", 6, Fault::Overflow);
    refused("BB8::", 3, Fault::Overflow);
    refused("GGWxyz", 0, Fault::Overflow);
}

#[test]
fn n01_bb_is_a_pair_above_255() {
    // 11 + 45 · 11 = 506
    refused("BB", 0, Fault::Overflow);
    refused("UJCLQEBB", 6, Fault::Overflow);
}

#[test]
fn n01_a_length_of_one_modulo_three_is_refused() {
    refused("0", 0, Fault::Length);
    refused(":", 0, Fault::Length);
    refused("BB8B", 3, Fault::Length);
    refused("BB8BB8 ", 6, Fault::Length);
    refused("a", 0, Fault::Character);
    refused("BB8a", 3, Fault::Character);
}

#[test]
fn n01_a_character_outside_the_alphabet_is_refused_where_it_stands() {
    for foreign in [
        "a",
        "z",
        "\u{a0}",
        "\r",
        "\n",
        "\t",
        "\0",
        "\u{7f}",
        "_",
        "=",
        "!",
        "\"",
        "#",
        "&",
        "'",
        "(",
        ",",
        ";",
        "@",
        "[",
        "\u{ff21}",
        "\u{1f600}",
    ] {
        for (before, after) in
            [("", "B8"), ("B", "8"), ("BB", ""), ("BB8", ""), ("BB8B", ""), ("BB8", "B8BB8"), ("", "")]
        {
            let text = String::from_iter([before, foreign, after]);
            refused(&text, before.len(), Fault::Character);
        }
    }
    refused("BB8\r\n", 3, Fault::Character);
    refused("bb8", 0, Fault::Character);
    refused("BB8bb8", 3, Fault::Character);
}

#[test]
fn every_byte_outside_the_alphabet_is_foreign() {
    let accepted = (0..=u8::MAX).filter(|byte| byte.is_ascii()).filter(|byte| {
        let text = String::from_iter([char::from(*byte), '0']);
        decode(&text).is_ok()
    });
    assert_eq!(accepted.count(), 45);
}

proptest! {
    #[test]
    fn whatever_decodes_is_the_one_spelling_of_its_bytes(text in "[0-9A-Z $%*+./:-]{0,40}") {
        if let Ok(bytes) = decode(&text) {
            prop_assert_eq!(::base45::encode(bytes.as_slice()), text);
        }
    }

    #[test]
    fn every_encoding_decodes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let text = ::base45::encode(&bytes);
        prop_assert_eq!(decode(&text).map(|decoded| decoded.to_vec()), Ok(bytes));
    }

    #[test]
    fn the_base45_crate_agrees_except_on_tails_above_255(text in "[0-9A-Za-b $%*+./:,-]{0,40}") {
        let ours = decode(&text).map(|decoded| decoded.to_vec());
        match (::base45::decode(&text), ours) {
            (Ok(theirs), Ok(ours)) => prop_assert_eq!(theirs, ours),
            (Err(_), Err(_)) => {}
            (Ok(_), Err(fault)) => prop_assert!(tail_above_255(&text), "{text:?} {fault}"),
            (Err(error), Ok(_)) => prop_assert!(false, "{text:?} {error:?}"),
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<Vec<char>>()) {
        let text = String::from_iter(text);
        if let Err(fault) = decode(&text) {
            prop_assert!(fault.at < text.chars().count());
        }
    }
}

/// The one thing that the `base45` crate lets pass: it truncates a pair above 255.
fn tail_above_255(text: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let tail: Vec<usize> = text.chars().skip(text.len() / 3 * 3).filter_map(|c| ALPHABET.find(c)).collect();
    matches!(tail[..], [low, high] if low + 45 * high > 255)
}
