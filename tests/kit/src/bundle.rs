//! The bundle file: roots, a signed manifest, and the parts it names by hash.

use std::collections::BTreeMap;

use crate::authority::{Authority, sign_by};
use crate::cbor::{Item, Map, sha256};
use crate::cose::Signed;
use crate::key::SignKey;

/// `typ` of a manifest.
pub const MANIFEST_TYP: &str = "application/dc1-manifest+cbor";

/// What a bundle is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BundleSpec {
    /// Never smaller than one before.
    pub number: u64,
    /// When it was issued.
    pub issued: u64,
    /// When a newer one is due.
    pub next: u64,
    /// From when nothing is accepted on its word.
    pub not_after: u64,
    /// Parts by name, as bytes.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// Least engine form that may read it.
    pub least_form: Option<u64>,
}

impl BundleSpec {
    /// No parts; due again after a day, good for 30.
    #[must_use]
    pub const fn new(number: u64, issued: u64) -> Self {
        let next = issued.saturating_add(86_400);
        let not_after = issued.saturating_add(30 * 86_400);
        Self { number, issued, next, not_after, parts: BTreeMap::new(), least_form: None }
    }

    /// With a part of any name and content.
    #[must_use]
    pub fn part(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.parts.insert(name.to_owned(), bytes);
        self
    }

    /// With the part `issuers`.
    #[must_use]
    pub fn issuers(self, entries: impl IntoIterator<Item = Map>) -> Self {
        self.part("issuers", Item::array(entries).encode())
    }

    /// With the part `profiles`.
    #[must_use]
    pub fn profiles(self, profiles: impl IntoIterator<Item = Map>) -> Self {
        self.part("profiles", Item::array(profiles).encode())
    }

    /// With the part `revoked`, sorted.
    #[must_use]
    pub fn revoked(self, cti: impl IntoIterator<Item = [u8; 16]>) -> Self {
        let mut cti: Vec<_> = cti.into_iter().collect();
        cti.sort_unstable();
        self.part("revoked", Item::array(cti).encode())
    }

    /// With the part `law`: until when the law behind the rules was checked.
    #[must_use]
    pub fn law_checked(self, until: u64) -> Self {
        self.part("law", Map::new().with(1, until).encode())
    }

    /// With a status list.
    #[must_use]
    pub fn status(self, uri: &str, token: &Signed) -> Self {
        self.part(&format!("status:{uri}"), token.encode())
    }

    /// Not yet signed: the authority's roots, the list keys its root delegates to, a manifest, all parts.
    #[must_use]
    pub fn draft(&self, authority: &Authority) -> BundleDraft {
        let entry = |bytes: &Vec<u8>| Item::Array(vec![sha256(bytes).into(), length(bytes)]);
        let parts = Map::of(self.parts.iter().map(|(name, bytes)| (name.as_str(), entry(bytes))));
        let manifest = Map::new()
            .with(1, self.number)
            .with(2, self.issued)
            .with(3, self.next)
            .with(4, self.not_after)
            .with(5, authority.root().version)
            .with(6, parts)
            .with_some(7, self.least_form);
        BundleDraft {
            roots: authority.signed_roots(),
            signers: authority.root().lists.signers(),
            manifest,
            // Two names may list the same bytes, which the file then carries once.
            parts: Map::of(self.parts.values().map(|bytes| (sha256(bytes), bytes.clone())).collect::<BTreeMap<_, _>>()),
        }
    }

    /// The bundle file.
    #[must_use]
    pub fn file(&self, authority: &Authority) -> Vec<u8> {
        self.draft(authority).encode()
    }
}

fn length(bytes: &[u8]) -> Item {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX).into()
}

/// A bundle before its manifest is signed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BundleDraft {
    /// Signed roots.
    pub roots: Vec<Item>,
    /// Who will sign the manifest.
    pub signers: Vec<SignKey>,
    /// The manifest.
    pub manifest: Map,
    /// Parts by SHA-256.
    pub parts: Map,
}

impl BundleDraft {
    /// The signed manifest.
    #[must_use]
    pub fn signed_manifest(&self) -> Item {
        sign_by(&self.signers, MANIFEST_TYP, &self.manifest)
    }

    /// The file, with any signed manifest.
    #[must_use]
    pub fn encode_with(&self, signed_manifest: Item) -> Vec<u8> {
        Item::Array(vec![Item::Array(self.roots.clone()), signed_manifest, self.parts.clone().into()]).encode()
    }

    /// The file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.encode_with(self.signed_manifest())
    }
}
