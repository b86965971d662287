//! The bundle authority: roots, their rotation, and who signs on their word.

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, protected};
use crate::key::{Alg, Seed, SignKey};

/// `typ` of a root.
pub const ROOT_TYP: &str = "application/dc1-root+cbor";

/// A threshold of distinct keys.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Delegation {
    /// How many must sign.
    pub threshold: u64,
    /// Of which keys.
    pub keys: Vec<SignKey>,
}

impl Delegation {
    /// A delegation.
    #[must_use]
    pub const fn new(threshold: u64, keys: Vec<SignKey>) -> Self {
        Self { threshold, keys }
    }

    /// `[threshold, [cose-key]]`.
    #[must_use]
    pub fn item(&self) -> Item {
        let keys = Item::array(self.keys.iter().map(SignKey::cose_key));
        Item::Array(vec![self.threshold.into(), keys])
    }

    /// As many of its keys as the threshold asks for.
    #[must_use]
    pub fn signers(&self) -> Vec<SignKey> {
        self.keys.iter().take(usize::try_from(self.threshold).unwrap_or(usize::MAX)).cloned().collect()
    }
}

/// A root document and its private keys.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Root {
    /// From 1, each next exactly one up.
    pub version: u64,
    /// Expires at.
    pub exp: u64,
    /// Scope 1.
    pub root: Delegation,
    /// Scope 2.
    pub lists: Delegation,
    /// Scope 3.
    pub mandates: Delegation,
    /// A test root.
    pub test: bool,
}

impl Root {
    /// Version 1, a test root: two of three root keys, two list keys, one of two mandate keys.
    #[must_use]
    pub fn new(seed: Seed, exp: u64) -> Self {
        let keys = |label: &str, algs: &[Alg]| {
            let keys = algs.iter().zip(1..).map(|(alg, n): (_, u32)| seed.key(*alg, &format!("{label} {n}")));
            keys.collect::<Vec<_>>()
        };
        Self {
            version: 1,
            exp,
            root: Delegation::new(2, keys("root", &[Alg::Ed25519, Alg::P256, Alg::Ed25519])),
            lists: Delegation::new(2, keys("lists", &[Alg::Ed25519, Alg::P256])),
            mandates: Delegation::new(1, keys("licences", &[Alg::Ed25519, Alg::P256])),
            test: true,
        }
    }

    /// The next version, with root keys of another seed and the same delegations.
    #[must_use]
    pub fn next(&self, seed: Seed) -> Self {
        let mut next = self.clone();
        next.version = self.version.saturating_add(1);
        next.root = Self::new(seed, self.exp).root;
        next
    }

    /// As CBOR.
    #[must_use]
    pub fn map(&self) -> Map {
        let scopes = Map::new().with(1, self.root.item()).with(2, self.lists.item()).with(3, self.mandates.item());
        Map::new().with(1, self.version).with(2, self.exp).with(3, scopes).with(4, self.test)
    }
}

/// One payload under several signatures: `[1*8 signature]`, for roots and manifests.
#[must_use]
pub fn sign_by(signers: &[SignKey], typ: &str, payload: &Map) -> Item {
    Item::array(signers.iter().map(|key| Sign1::new(&protected(key, typ), payload).sign(key).item()))
}

/// The authority with its whole chain of roots.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Authority {
    /// The first root.
    pub first: Root,
    /// Later roots, in order.
    pub later: Vec<Root>,
}

impl Authority {
    /// An authority with one root, marked test, good for five years from `now`.
    #[must_use]
    pub fn new(seed: Seed, now: u64) -> Self {
        Self { first: Root::new(seed, now.saturating_add(5 * 365 * 86_400)), later: Vec::new() }
    }

    /// The root in force.
    #[must_use]
    pub fn root(&self) -> &Root {
        self.later.last().unwrap_or(&self.first)
    }

    /// Puts a next root in force.
    pub fn rotate(&mut self, next: Root) {
        self.later.push(next);
    }

    /// All roots, oldest first.
    pub fn roots(&self) -> impl Iterator<Item = &Root> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// Every root signed as it must be: the first by its own threshold, each next by the one before it and by its own.
    #[must_use]
    pub fn signed_roots(&self) -> Vec<Item> {
        let before = std::iter::once(None).chain(self.roots().map(Some));
        let signed = self.roots().zip(before).map(|(root, before)| {
            let mut signers = before.map(|root| root.root.signers()).unwrap_or_default();
            let known: Vec<_> = signers.iter().map(SignKey::kid).collect();
            signers.extend(root.root.signers().into_iter().filter(|key| !known.contains(&key.kid())));
            sign_by(&signers, ROOT_TYP, &root.map())
        });
        signed.collect()
    }

    /// The anchor file: the whole chain.
    #[must_use]
    pub fn anchor(&self) -> Vec<u8> {
        Item::Array(self.signed_roots()).encode()
    }

    /// The anchor file of a device set up at the beginning: the first root alone.
    #[must_use]
    pub fn first_anchor(&self) -> Vec<u8> {
        Item::Array(self.signed_roots().into_iter().take(1).collect()).encode()
    }

    /// A key of the scope of mandates.
    #[must_use]
    pub fn mandate_key(&self) -> Option<&SignKey> {
        self.root().mandates.keys.first()
    }
}
