//! A bundle for a nation: two issuers or more with many long status lists.

use crate::bundle::BundleSpec;
use crate::issuer::Issuer;
use crate::key::{Alg, Seed};
use crate::scene::{NOW, World, issuer};
use crate::status::StatusList;
use doichieu::field::Kind;

/// How many lists there are, and what they are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Size {
    /// Lists, shared out between two issuers, or as many as it takes (docs/dc1.md §3: 64 lists each).
    pub lists: usize,
    /// Entries of each.
    pub entries: usize,
    /// Bits of an entry.
    pub bits: u8,
    /// Entries in a million that are not valid.
    pub per_million: u64,
}

impl Size {
    /// A hundred lists of a million entries of two bits, one in a hundred not valid.
    #[must_use]
    pub const fn nation() -> Self {
        Self { lists: 100, entries: 1_000_000, bits: 2, per_million: 10_000 }
    }

    /// With entries of another width.
    #[must_use]
    pub const fn bits(mut self, bits: u8) -> Self {
        self.bits = bits;
        self
    }

    /// With another share that is not valid.
    #[must_use]
    pub const fn per_million(mut self, per_million: u64) -> Self {
        self.per_million = per_million;
        self
    }

    /// With other numbers of lists and of entries.
    #[must_use]
    pub const fn of(mut self, lists: usize, entries: usize) -> Self {
        self.lists = lists;
        self.entries = entries;
        self
    }
}

/// A nation's bundle, made once.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Nation {
    /// The authority, and the two issuers of the ready-made world besides.
    pub world: World,
    /// Whose lists they are: Ed25519 and P-256 in turn.
    pub issuers: Vec<Issuer>,
    /// The bundle, lists signed.
    pub spec: BundleSpec,
    size: Size,
}

impl Nation {
    /// A nation of some size; the same every time.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let world = World::demo();
        let algs = [Alg::Ed25519, Alg::P256].into_iter().cycle();
        let count = size.lists.div_ceil(LISTS_OF_ONE).max(2);
        let mut issuers: Vec<_> =
            REGIONS.iter().zip(algs).take(count).map(|(of, alg)| nation_issuer(of, alg)).collect();
        for number in 0..size.lists {
            if let Some(issuer) = turn(number, count).and_then(|at| issuers.get_mut(at)) {
                issuer.lists.insert(wide(number), uri(number));
            }
        }
        let entries = [&world.eid, &world.insurer].into_iter().chain(issuers.iter()).map(Issuer::entry);
        let spec = world.bundle_spec().issuers(entries);
        let nation = Self { world, issuers, spec, size };
        let lists = (0..size.lists).map(|number| nation.list_part(number, NOW.saturating_sub(7_200)));
        let spec = lists.fold(nation.spec.clone(), |spec, (name, part)| spec.part(&name, part));
        Self { spec, ..nation }
    }

    /// The anchor of a device set up at the beginning.
    #[must_use]
    pub fn anchor(&self) -> Vec<u8> {
        self.world.anchor()
    }

    /// Its bundle file.
    #[must_use]
    pub fn file(&self) -> Vec<u8> {
        self.spec.file(&self.world.authority)
    }

    /// The bundle after it, issued a minute later, in which one list has changed.
    #[must_use]
    pub fn after_one_change(&self) -> Self {
        self.after_changes(1)
    }

    /// The same with several changed lists: a paper with entries in each of them.
    #[must_use]
    pub fn after_changes(&self, lists: usize) -> Self {
        let mut next = self.clone();
        next.spec.number = next.spec.number.saturating_add(1);
        next.spec.issued = next.spec.issued.saturating_add(60);
        for number in 0..lists.min(self.size.lists) {
            let (name, part) = self.list_part(number, next.spec.issued);
            next.spec = next.spec.part(&name, part);
        }
        next
    }

    fn list_part(&self, number: usize, iat: u64) -> (String, Vec<u8>) {
        let uri = uri(number);
        let Size { entries, bits, per_million, .. } = self.size;
        // The entries follow from the time too, so that a later list is another.
        let seed = Seed::new([7; 32]).child(&format!("list of {iat}"));
        let list = StatusList::scattered(&uri, entries, bits, per_million, iat, seed);
        let issuer = turn(number, self.issuers.len()).and_then(|at| self.issuers.get(at));
        let token = issuer.map(|issuer| list.sign(&issuer.status_key.key).encode());
        (format!("status:{uri}"), token.unwrap_or_default())
    }
}

/// Lists that one issuer's entry names at most.
const LISTS_OF_ONE: usize = 64;
/// Names of issuers.
const REGIONS: [&str; 8] = ["north", "south", "east", "west", "coast", "delta", "highland", "islands"];

/// Whose turn it is.
fn turn(number: usize, count: usize) -> Option<usize> {
    number.checked_rem(count)
}

fn nation_issuer(name: &str, alg: Alg) -> Issuer {
    let kinds = [(Kind::DRIVING_LICENCE, vec!["C08"])];
    let seed = Seed::new([7; 32]).child(name);
    let mut issuer = issuer(&format!("{name}.example"), "", alg, &kinds, seed, NOW);
    issuer.lists.clear();
    issuer
}

fn uri(number: usize) -> String {
    format!("https://lists.example/s/{number}")
}

fn wide(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
