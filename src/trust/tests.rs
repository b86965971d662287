//! What is said of a token that no listed key holds for: by what the nearest candidate lacked, whatever the order of
//! the candidates.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Issuer, Issuers, KeyState, ListedKey};
use crate::cbor::{Reader, Rules};
use crate::input::Budget;
use crate::key::{Alg, KID, PublicKey, SignatureFailed};
use crate::reason::Reason;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use doichieu_kit::key::SignKey;
use std::string::String;
use std::vec::Vec;

fn listed(key: &SignKey) -> ListedKey {
    let (bytes, budget) = (key.cose_key().encode(), Budget::scan());
    let key = PublicKey::read(&mut Reader::new(&bytes, Rules::DC1, &budget)).ok().unwrap();
    let [from, until] = [1, 2].map(|time| UnixTime::new(time).unwrap());
    ListedKey { kid: [0; KID], key, from, until, state: KeyState::Active }
}

#[test]
fn of_several_candidates_the_nearest_is_told() {
    let issuer = Issuer {
        name: String::new(),
        keys: Vec::new(),
        kinds: Sorted::new(),
        formats: Vec::new(),
        lists: Sorted::new(),
        longest_life: 0,
        status_keys: Vec::new(),
    };
    let (tried, other) = (listed(&SignKey::ed25519([1; 32])), listed(&SignKey::p256([1; 32])));
    let issuers = Issuers(Vec::new());
    let told = |keys: &[&ListedKey]| {
        let candidates = keys.iter().map(|key| (&issuer, *key));
        issuers.first_that_holds(candidates, Alg::Ed25519, |_| Err(SignatureFailed)).err().unwrap()
    };
    assert_eq!(told(&[]), Reason::AuthenticIssuerNotListed);
    assert_eq!(told(&[&other]), Reason::AuthenticAlgorithmDiffers);
    for both in [[&tried, &other], [&other, &tried]] {
        assert_eq!(told(&both), Reason::AuthenticSignatureFailed, "one was tried");
    }
}
