//! Papers as an issuer puts them into a token: clear, redacted by field, or redacted as a whole.

use std::collections::{BTreeMap, BTreeSet};

use doichieu::field::{self, Kind, Place};

use crate::cbor::{Item, Map, REDACTED, sha256};
use crate::key::Seed;

/// `[list number, index]`.
pub type StatusRef = (u64, u64);

/// A status reference as CBOR.
#[must_use]
pub fn status_item(status: StatusRef) -> Item {
    Item::array([status.0, status.1])
}

/// Key 0 of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Origin authority, as in the issuer's entry.
    pub authority: String,
    /// When the authority's register said so.
    pub as_of: u64,
    /// What it said: 0 in force, 1 suspended, 2 withdrawn.
    pub standing: Option<u64>,
    /// Where its status is listed.
    pub status: Option<StatusRef>,
    /// How it was vetted: 1 original seen, 2 matched with a database.
    pub evidence: Option<u64>,
}

impl Source {
    /// In force, without a status.
    #[must_use]
    pub fn new(authority: &str, as_of: u64) -> Self {
        Self { authority: authority.to_owned(), as_of, standing: Some(0), status: None, evidence: None }
    }

    /// As CBOR.
    #[must_use]
    pub fn map(&self) -> Map {
        let map = Map::new().with(1, self.authority.as_str()).with(2, self.as_of);
        map.with_some(3, self.standing).with_some(4, self.status.map(status_item)).with_some(5, self.evidence)
    }
}

/// One paper to be issued.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaperSpec {
    /// Kind of paper.
    pub kind: u64,
    /// Key 0.
    pub source: Source,
    /// Its fields.
    pub fields: BTreeMap<u64, Item>,
    /// Fields that become digests of their own.
    pub redacted: BTreeSet<u64>,
    /// The whole paper becomes one digest.
    pub grouped: bool,
    /// Digests with nothing behind them, in the paper.
    pub decoys: usize,
    /// Whether key 0 is written at all.
    pub without_source: bool,
}

impl PaperSpec {
    /// A paper with all its fields clear.
    #[must_use]
    pub fn new(kind: Kind, source: Source, fields: BTreeMap<u64, Item>) -> Self {
        let redacted = BTreeSet::new();
        Self { kind: kind.number(), source, fields, redacted, grouped: false, decoys: 0, without_source: false }
    }

    /// Only these fields, and those that bear: how a preset token is cut.
    #[must_use]
    pub fn keep(mut self, wanted: &BTreeSet<u64>) -> Self {
        let bearing = self.bearing();
        self.fields.retain(|field, _| wanted.contains(field) || bearing.contains(field));
        self
    }

    /// Every field that does not bear becomes a digest of its own.
    #[must_use]
    pub fn redacted_fields(mut self) -> Self {
        let bearing = self.bearing();
        self.redacted = self.fields.keys().copied().filter(|field| !bearing.contains(field)).collect();
        self
    }

    /// The whole paper becomes one digest.
    #[must_use]
    pub const fn grouped(mut self) -> Self {
        self.grouped = true;
        self
    }

    /// The paper's keys that bear, by the registry.
    #[must_use]
    pub fn bearing(&self) -> BTreeSet<u64> {
        let rows = Kind::new(self.kind).into_iter().flat_map(|kind| field::bearing(kind, Place::Paper));
        rows.map(|row| row.field.number()).collect()
    }

    /// The paper's map, and the disclosures that belong to it. A grouped paper's map still has to be put behind a
    /// digest: see [`papers`].
    #[must_use]
    pub fn build(&self, seed: Seed) -> (Map, Vec<Disclosure>) {
        let mut map = Map::new();
        if !self.without_source {
            map.set(0, self.source.map());
        }
        let mut disclosures = Vec::new();
        for (field, value) in &self.fields {
            if self.redacted.contains(field) {
                let salt = seed.bytes16(&format!("salt {}.{field}", self.kind));
                disclosures.push(Disclosure::of_field(self.kind, *field, salt, value.clone()));
            } else {
                map.set(*field, value.clone());
            }
        }
        let digests = disclosures.iter().map(Disclosure::digest).chain(decoys(seed, self.kind, self.decoys));
        put_digests(&mut map, digests.collect());
        (map, disclosures)
    }
}

/// A digest's other side.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disclosure {
    /// The paper it belongs to.
    pub kind: u64,
    /// The field it reveals, or `None` for a whole paper.
    pub field: Option<u64>,
    /// `[salt, value, key]`, encoded.
    pub salted: Vec<u8>,
    /// The leaf keys that become readable with it.
    pub reveals: Vec<u64>,
}

impl Disclosure {
    /// Of one field.
    #[must_use]
    pub fn of_field(kind: u64, field: u64, salt: [u8; 16], value: Item) -> Self {
        Self { kind, field: Some(field), salted: salted(salt.into(), value, field.into()), reveals: vec![field] }
    }

    /// Of a whole paper.
    #[must_use]
    pub fn of_paper(kind: u64, salt: [u8; 16], paper: Map) -> Self {
        let reveals = leaf_keys(&paper);
        Self { kind, field: None, salted: salted(salt.into(), paper.into(), kind.into()), reveals }
    }

    /// Of bytes, whatever they are.
    #[must_use]
    pub fn of_bytes(kind: u64, field: Option<u64>, salted: Vec<u8>) -> Self {
        Self { kind, field, salted, reveals: field.into_iter().collect() }
    }

    /// SHA-256 over the byte string of the entry, head included.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        sha256(&Item::Bytes(self.salted.clone()).encode())
    }

    /// As a member of header 17.
    #[must_use]
    pub fn item(&self) -> Item {
        Item::Bytes(self.salted.clone())
    }
}

/// The keys of a paper that a scope can name: numbers other than 0.
#[must_use]
pub fn leaf_keys(paper: &Map) -> Vec<u64> {
    let number = |key: &Item| match key {
        Item::Uint(field) if *field != 0 => Some(*field),
        _ => None,
    };
    paper.entries().iter().filter_map(|(key, _)| number(key)).collect()
}

/// `[salt, value, key]`, encoded, of anything.
#[must_use]
pub fn salted(salt: Item, value: Item, key: Item) -> Vec<u8> {
    Item::Array(vec![salt, value, key]).encode()
}

/// Claim −65600 of a token, and every disclosure of it.
#[must_use]
pub fn papers(specs: &[PaperSpec], decoy_papers: usize, seed: Seed) -> (Map, Vec<Disclosure>) {
    let mut map = Map::new();
    let mut all = Vec::new();
    let mut digests: Vec<_> = decoys(seed, 0, decoy_papers).collect();
    for spec in specs {
        let (paper, within) = spec.build(seed);
        if spec.grouped {
            let whole = Disclosure::of_paper(spec.kind, seed.bytes16(&format!("salt {}", spec.kind)), paper);
            digests.push(whole.digest());
            all.push(whole);
        } else {
            map.push(spec.kind, paper);
        }
        all.extend(within);
    }
    put_digests(&mut map, digests);
    (map, all)
}

/// Digests under `simple(59)`, sorted so that their order says nothing; no entry for none.
fn put_digests(map: &mut Map, mut digests: Vec<[u8; 32]>) {
    digests.sort_unstable();
    if !digests.is_empty() {
        map.set(REDACTED, Item::array(digests));
    }
}

fn decoys(seed: Seed, kind: u64, count: usize) -> impl Iterator<Item = [u8; 32]> {
    (0..count).map(move |n| seed.bytes(&format!("decoy {kind}.{n}")))
}
