//! Several signatures on one payload: who signed, and whether they stand in the one form that a file may have.

use crate::key::PublicKey;
use crate::seal::{Signed, Verified};
use alloc::vec::Vec;

/// What some of these keys signed together.
pub(super) struct Together<'k, 'a> {
    /// The payload, if any of them did.
    pub(super) opened: Option<Verified<'a>>,
    /// Who signed, each once, however many envelopes name it.
    pub(super) keys: Vec<&'k PublicKey>,
    /// Every envelope is of another of the keys, and they stand in the keys' order. So nobody can make another file of
    /// this one that opens as well: not by a stranger's signature, by one twice, or by another order. (Either form of a
    /// P-256 signature holds, docs/dc1.md §1.)
    pub(super) in_form: bool,
}

impl<'k, 'a> Together<'k, 'a> {
    /// Looks for the key of each envelope. `None`: they do not all carry the same payload bytes, so nothing was signed
    /// together.
    pub(super) fn by(keys: &[&'k PublicKey], signed: &[Signed<'a>]) -> Option<Self> {
        let payload = signed.first()?.unverified_payload();
        if signed.iter().any(|sealed| sealed.unverified_payload() != payload) {
            return None;
        }
        let kids: Vec<_> = keys.iter().map(|key| key.kid()).collect();
        let mut found = Self { opened: None, keys: Vec::new(), in_form: true };
        let mut next = 0;
        for sealed in signed {
            let named = keys.iter().zip(&kids).enumerate().filter(|(_, (_, kid))| *kid == sealed.kid());
            let mut opened = named.filter_map(|(place, (key, _))| Some((place, *key, open_with(key, sealed)?)));
            let Some((place, key, opened)) = opened.next() else {
                found.in_form = false;
                continue;
            };
            found.in_form &= place >= next;
            next = place.saturating_add(1);
            found.opened = Some(opened);
            if !found.keys.contains(&key) {
                found.keys.push(key);
            }
        }
        Some(found)
    }
}

/// What a key signed, if it signed this.
pub(super) fn open_with<'a>(key: &PublicKey, sealed: &Signed<'a>) -> Option<Verified<'a>> {
    if sealed.alg() == key.alg() { sealed.verify(key).ok() } else { None }
}
