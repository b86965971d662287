//! Random histories of an authority whose keys for lists come and go, and a model of what a device may remember of
//! them: every mark with who signed it, for ever; it counts while every later root that the device has gone by leaves
//! enough of its keys.

use doichieu::time::UnixTime;
use doichieu::{Bundle, Memory, Roots, SetUp};
use doichieu_kit::authority::Delegation;
use doichieu_kit::scene::World;
use doichieu_kit::{Alg, SignKey};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Keys for lists that there are.
const POOL: usize = 4;
/// Seconds between the dates of manifests.
const APART: u64 = 100;

/// A root: which keys of the pool may sign lists, and how many must.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    keys: BTreeSet<usize>,
    threshold: usize,
}

/// A manifest that somebody offers.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    /// The version of the root it goes by.
    root: usize,
    signers: BTreeSet<usize>,
    number: u64,
    date: u64,
    /// What the device's clock says.
    clock: u64,
}

/// Everything that an authority ever signs in a case.
#[derive(Clone, Debug)]
pub(super) struct History {
    roots: Vec<Scope>,
    offers: Vec<Offered>,
}

fn keys(least: usize) -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0..POOL, least..=POOL)
}

fn scope() -> impl Strategy<Value = Scope> {
    (keys(1), any::<prop::sample::Index>())
        .prop_map(|(keys, threshold)| Scope { threshold: threshold.index(keys.len()) + 1, keys })
}

fn offered(roots: Vec<Scope>) -> impl Strategy<Value = Offered> {
    // Mostly in time; some numbers and dates far ahead of what follows.
    let clock = prop_oneof![3 => Just(20_u64), 1 => 0..9_u64];
    (0..roots.len(), keys(0), 1..6_u64, 1..9_u64, clock).prop_map(move |(root, signers, number, date, clock)| {
        let Scope { keys, threshold } = &roots[root];
        let mut signers: BTreeSet<_> = signers.intersection(keys).copied().collect();
        let lacking = threshold.saturating_sub(signers.len());
        let others: Vec<_> = keys.difference(&signers).copied().take(lacking).collect();
        signers.extend(others);
        Offered { root: root + 1, signers, number, date, clock }
    })
}

/// Up to four roots, and so many manifests in any order.
pub(super) fn history(offers: usize) -> impl Strategy<Value = History> {
    prop::collection::vec(scope(), 1..=4).prop_flat_map(move |roots| {
        let of_roots = roots.clone();
        prop::collection::vec(offered(roots), 1..=offers)
            .prop_map(move |offers| History { roots: of_roots.clone(), offers })
    })
}

/// A device: its memory, and the model beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Device {
    pub(super) memory: Memory,
    model: Model,
}

/// What a device has gone by, and everything it has seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    roots: BTreeMap<usize, Scope>,
    taken: Vec<Offered>,
    doubted: Vec<Offered>,
}

impl Model {
    fn stands(&self, mark: &Offered) -> bool {
        let later = self.roots.range(mark.root + 1..);
        later.into_iter().all(|(_, root)| root.keys.intersection(&mark.signers).count() >= root.threshold)
    }

    fn standing<'m>(&'m self, marks: &'m [Offered]) -> impl Iterator<Item = &'m Offered> {
        marks.iter().filter(|mark| self.stands(mark))
    }

    /// The highest number, with what bears it.
    fn top(&self) -> Option<&Offered> {
        self.standing(&self.taken).max_by_key(|mark| (mark.number, mark.root))
    }

    pub(super) fn floor(&self) -> u64 {
        let marks = self.standing(&self.taken).chain(self.standing(&self.doubted));
        marks.map(|mark| mark.date).max().unwrap_or_default()
    }

    fn offer(&mut self, history: &History, offered: &Offered) -> Result<(), SetUp> {
        let mut after = self.clone();
        after.roots.extend((1..=offered.root).map(|version| (version, history.roots[version - 1].clone())));
        if after.roots.len() > offered.root {
            return Err(SetUp::RootRolledBack);
        }
        let same = |mark: &Offered| (mark.root, mark.number, mark.date) == (offered.root, offered.number, offered.date);
        match after.top() {
            Some(top) if offered.number < top.number => return Err(SetUp::BundleRolledBack),
            Some(top) if offered.number == top.number && !same(top) => return Err(SetUp::BundleDiffers),
            top if offered.date > offered.clock && !top.is_some_and(same) => {
                self.doubted.push(offered.clone());
                return Err(SetUp::FromTheFuture);
            }
            _ => {}
        }
        after.taken.push(offered.clone());
        *self = after;
        Ok(())
    }

    /// What both know, or why they cannot both be right.
    pub(super) fn joined(&self, other: &Self) -> Result<Self, SetUp> {
        let mut joined = self.clone();
        joined.roots.extend(other.roots.clone());
        joined.taken.extend(other.taken.iter().cloned());
        joined.doubted.extend(other.doubted.iter().cloned());
        let top = joined.top().map(|top| (top.number, top.root));
        let dates: BTreeSet<_> = joined
            .standing(&joined.taken)
            .filter(|mark| Some((mark.number, mark.root)) == top)
            .map(|mark| mark.date)
            .collect();
        if dates.len() > 1 { Err(SetUp::BundleDiffers) } else { Ok(joined) }
    }

    pub(super) fn newest_root(&self) -> usize {
        self.roots.len()
    }
}

/// The authority of a history, which signs what it says.
pub(super) struct Press {
    world: World,
    pool: Vec<SignKey>,
    history: History,
}

impl Press {
    pub(super) fn of(history: History) -> Self {
        let mut world = World::demo();
        let pool: Vec<_> = (0..POOL).map(|nth| world.seed.key(Alg::Ed25519, &format!("list key {nth}"))).collect();
        let lists = |scope: &Scope| {
            let keys = scope.keys.iter().map(|key| pool[*key].clone()).collect();
            Delegation::new(u64::try_from(scope.threshold).unwrap(), keys)
        };
        world.authority.first.root.threshold = 1;
        for (nth, scope) in history.roots.iter().enumerate() {
            if nth > 0 {
                let mut next = world.authority.root().clone();
                next.version += 1;
                world.authority.rotate(next);
            }
            world.authority.later.last_mut().unwrap_or(&mut world.authority.first).lists = lists(scope);
        }
        Self { world, pool, history }
    }

    fn roots(&self) -> Roots {
        Roots::dangerous_test(&self.world.anchor()).unwrap()
    }

    fn time(&self, date: u64) -> UnixTime {
        UnixTime::new(self.world.now - 5_000 + date * APART).unwrap()
    }

    fn file(&self, offered: &Offered) -> Vec<u8> {
        let mut authority = self.world.authority.clone();
        authority.later.truncate(offered.root - 1);
        let mut spec = self.world.bundle_spec();
        spec.parts.retain(|name, _| !name.starts_with("status:"));
        (spec.number, spec.issued) = (offered.number, self.time(offered.date).seconds());
        let mut draft = spec.draft(&authority);
        draft.signers = offered.signers.iter().map(|key| self.pool[*key].clone()).collect();
        draft.encode()
    }

    /// Offers a device everything, some of it or all, in order, and holds it to the model.
    pub(super) fn offer(&self, device: &mut Device, which: impl Fn(usize) -> bool) -> Result<(), TestCaseError> {
        let roots = self.roots();
        for (_, offered) in self.history.offers.iter().enumerate().filter(|(nth, _)| which(*nth)) {
            let expected = device.model.offer(&self.history, offered);
            let opened = Bundle::open(&self.file(offered), &roots, self.time(offered.clock), &mut device.memory);
            prop_assert_eq!(opened.map(|_| ()), expected, "{:?} {:?}", offered, device.model);
            self.holds(&device.memory, &device.model)?;
        }
        Ok(())
    }

    /// Whether a memory has the floor of a model, now and after it was stored.
    pub(super) fn holds(&self, memory: &Memory, model: &Model) -> Result<(), TestCaseError> {
        let expected = Some(model.floor()).filter(|date| *date > 0).map(|date| self.time(date));
        prop_assert_eq!(memory.floor(), expected, "{:?}", model);
        prop_assert_eq!(Memory::from_bytes(&memory.to_bytes()), Ok(memory.clone()));
        Ok(())
    }
}

impl Device {
    pub(super) const fn model(&self) -> &Model {
        &self.model
    }
}
