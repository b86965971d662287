//! The SD-CWT draft's own example tokens, read by the strict reader with `Rules::DRAFT`: what DC1 shares with the draft
//! (Sig_structure, digests, nesting, key binding) is held against somebody else's bytes. None of them is DC1, so the
//! door of the profile must refuse each.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use super::DC1;
use crate::cbor::{Key, Reader, Rules, Type};
use crate::digest::{Digest32, sha256};
use crate::input::{Budget, Layer};
use crate::key::{Alg, PublicKey, verify};
use crate::scan::Scan;
use crate::seal::to_be_signed;
use crate::third_party::{bytes, folder, text};
use alloc::vec::Vec;
use p384::ecdsa::signature::Verifier;
use p384::pkcs8::DecodePublicKey;
use std::collections::BTreeSet;

/// File, whether a key-binding token is around it, disclosures, and digests left over. Counted in the draft's own
/// diagnostic notation.
const TOKENS: [(&str, bool, usize, usize); 6] = [
    ("issuer_cwt", false, 5, 0),
    ("kbt", true, 3, 2),
    ("decoy", false, 4, 0),
    ("nested_cwt", false, 7, 4),
    ("nested_issuer_cwt", false, 15, 0),
    ("nested_kbt", true, 7, 4),
];

/// Generous: these are not scans.
fn budget() -> Budget {
    Budget::items(10_000)
}

/// Reads one whole item.
fn read<'a, T>(item: &'a [u8], read: impl FnOnce(&mut Reader<'a, '_>) -> T) -> T {
    let budget = budget();
    let mut reader = Reader::new(item, Rules::DRAFT, &budget);
    let value = read(&mut reader);
    reader.finish().unwrap();
    value
}

/// The pairs of a map, each value still encoded.
fn pairs(map: &[u8]) -> Vec<(Key<'_>, &[u8])> {
    read(map, |reader| (0..reader.map().unwrap()).map(|_| (reader.key().unwrap(), reader.skip().unwrap())).collect())
}

fn entry(map: &[u8], label: i64) -> Option<&[u8]> {
    pairs(map).into_iter().find_map(|(key, value)| (key == Key::Int(label)).then_some(value))
}

/// The members of an array, each still encoded.
fn members(array: &[u8]) -> Vec<&[u8]> {
    read(array, |reader| (0..reader.array().unwrap()).map(|_| reader.skip().unwrap()).collect())
}

fn string(item: &[u8]) -> &[u8] {
    read(item, |reader| reader.bytes().unwrap())
}

struct Sign1<'a> {
    protected: &'a [u8],
    unprotected: &'a [u8],
    payload: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Sign1<'a> {
    fn of(token: &'a [u8]) -> Self {
        read(token, |reader| {
            reader.tag(18).unwrap();
            reader.array_of(4).unwrap();
            let protected = reader.bytes().unwrap();
            let unprotected = reader.skip().unwrap();
            Self { protected, unprotected, payload: reader.bytes().unwrap(), signature: reader.bytes().unwrap() }
        })
    }

    fn alg(&self) -> i64 {
        read(entry(self.protected, 1).unwrap(), |reader| reader.int().unwrap())
    }

    fn typ(&self) -> u64 {
        read(entry(self.protected, 16).unwrap(), |reader| reader.uint().unwrap())
    }

    fn signed(&self) -> Vec<u8> {
        to_be_signed(self.protected, self.payload)
    }

    /// ES384, under the key that the draft publishes.
    fn issuer_signed(&self, pem: &str, signed: &[u8]) -> bool {
        let key = p384::ecdsa::VerifyingKey::from_public_key_pem(pem).unwrap();
        key.verify(signed, &p384::ecdsa::Signature::from_slice(self.signature).unwrap()).is_ok()
    }

    /// ES256, under the key that the issuer bound.
    fn holder_signed(&self, issued: &Self, signed: &[u8]) -> bool {
        let key = entry(entry(issued.payload, 8).unwrap(), 1).unwrap();
        let key = read(key, |reader| PublicKey::read(reader).unwrap());
        verify(Alg::Esp256, &key, signed, self.signature.try_into().unwrap()).is_ok()
    }
}

/// Every digest in an item: under `simple(59)` of a map, or in place of an array's member as `60(digest)`.
fn digests(item: &[u8]) -> Vec<Digest32> {
    let digest = |item| Digest32::try_from(string(item)).unwrap();
    match read(item, |reader| (reader.peek().unwrap(), reader.skip().unwrap()).0) {
        Type::Array => members(item).into_iter().flat_map(digests).collect(),
        Type::Map => {
            let of = |(key, value)| match key {
                Key::Redacted => members(value).into_iter().map(digest).collect(),
                _ => digests(value),
            };
            pairs(item).into_iter().flat_map(of).collect()
        }
        Type::Tag => {
            read(item, |reader| (reader.tag(60).unwrap(), reader.skip().unwrap()));
            std::vec![digest(item.strip_prefix(&[0xd8, 60]).unwrap())]
        }
        _ => Vec::new(),
    }
}

/// Matches every disclosure to a digest of the payload or of another's value. Answers how many there were and which
/// digests are left.
fn reveal(token: &Sign1<'_>) -> (usize, BTreeSet<Digest32>) {
    let mut waiting = members(entry(token.unprotected, 17).unwrap());
    let count = waiting.len();
    let mut open = BTreeSet::new();
    let add = |open: &mut BTreeSet<Digest32>, item| {
        digests(item).into_iter().for_each(|digest| assert!(open.insert(digest), "a digest twice"));
    };
    add(&mut open, token.payload);
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|disclosure| {
            assert!(!open.contains(&sha256(string(disclosure))), "matched without the head of its byte string");
            if !open.remove(&sha256(disclosure)) {
                return true;
            }
            // [salt, value, key], [salt, value] in an array, [salt] for a decoy.
            let salted = members(string(disclosure));
            assert!((1..=3).contains(&salted.len()));
            salted.get(1).into_iter().for_each(|value| add(&mut open, value));
            false
        });
        assert!(waiting.len() < before, "matches nothing: {waiting:02x?}");
    }
    (count, open)
}

#[test]
fn signatures_and_digests_of_the_draft_hold() {
    let Some(folder) = folder("sd-cwt") else { return };
    let pem = text(&folder, "issuer_pubkey.pem");
    let (mut issuers, mut holders, mut disclosures) = (0, 0, 0);
    for (name, bound, expected, withheld) in TOKENS {
        let token = bytes(&folder, &std::format!("examples/{name}.cbor"));
        let outer = Sign1::of(&token);
        let issued = if bound { Sign1::of(entry(outer.protected, 13).unwrap()) } else { Sign1::of(&token) };
        assert_eq!((issued.alg(), issued.typ()), (-35, 293), "{name}");
        assert!(issued.issuer_signed(&pem, &issued.signed()), "{name}");
        assert!(!issued.issuer_signed(&pem, &to_be_signed(issued.payload, issued.protected)), "{name}");
        issuers += 1;
        if bound {
            assert_eq!((outer.alg(), outer.typ()), (-7, 294), "{name}");
            assert!(outer.holder_signed(&issued, &outer.signed()), "{name}");
            assert!(!outer.holder_signed(&issued, &issued.signed()), "{name}");
            holders += 1;
        }
        let (count, left) = reveal(&issued);
        assert_eq!((count, left.len()), (expected, withheld), "{name}");
        disclosures += count;
    }
    assert_eq!((issuers, holders, disclosures), (6, 2, 41));
}

#[test]
fn the_door_of_the_profile_refuses_every_token_of_the_draft() {
    let Some(folder) = folder("sd-cwt") else { return };
    for (name, ..) in TOKENS {
        let token = bytes(&folder, &std::format!("examples/{name}.cbor"));
        let frame = Scan::frame(&token).plain().unwrap();
        match (DC1.prove)(&frame, None, &Budget::scan()) {
            Ok(_) => panic!("{name} was taken for a showing"),
            Err(unreadable) => assert!(matches!(unreadable.layer, Layer::Cose | Layer::Cbor), "{name}: {unreadable}"),
        }
    }
}

#[test]
fn one_bit_of_a_draft_token_breaks_its_digest_or_its_signature() {
    let Some(folder) = folder("sd-cwt") else { return };
    let pem = text(&folder, "issuer_pubkey.pem");
    let token = bytes(&folder, "examples/issuer_cwt.cbor");
    let issued = Sign1::of(&token);
    for at in [0, issued.payload.len() / 2, issued.payload.len() - 1] {
        let mut payload = issued.payload.to_vec();
        *payload.get_mut(at).unwrap() ^= 1;
        assert!(!issued.issuer_signed(&pem, &to_be_signed(issued.protected, &payload)), "{at}");
    }
    let open: BTreeSet<_> = digests(issued.payload).into_iter().collect();
    for disclosure in members(entry(issued.unprotected, 17).unwrap()) {
        let mut changed = disclosure.to_vec();
        *changed.last_mut().unwrap() ^= 1;
        assert!(open.contains(&sha256(disclosure)) && !open.contains(&sha256(&changed)));
    }
}
