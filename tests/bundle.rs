//! Bundles by delta: any chain of deltas comes to the full bundle; and what is refused, with the memory as it was.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::unreachable,
    reason = "a test fails by panicking"
)]

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots, Scan, SetUp};
use doichieu_kit::bundle::BundleSpec;
use doichieu_kit::scene::World;
use doichieu_kit::status::StatusList;
use doichieu_kit::{Item, Map, Seed};
use doichieu_kit::{encounter_seed, late};
use proptest::prelude::*;
use std::sync::Arc;

#[path = "bundle/checked.rs"]
mod checked;
#[path = "bundle/doubted.rs"]
mod doubted;
#[path = "bundle/history.rs"]
mod history;
#[path = "bundle/joined.rs"]
mod joined;
#[path = "bundle/mended.rs"]
mod mended;
#[path = "bundle/roots.rs"]
mod roots_and_thresholds;
#[path = "bundle/told.rs"]
mod told;

const ROLE: &str = "traffic_police";
const ISSUERS: [&str; 2] = ["eid.example", "bhxh.example"];
const EXTRA: &str = "https://eid.example/s/2";

fn roots(world: &World) -> Roots {
    Roots::dangerous_test(&world.anchor()).unwrap()
}

/// What may change from one bundle to the next.
#[derive(Clone, Copy, Debug)]
enum Change {
    Nothing,
    Status { index: usize, value: u8 },
    InsurersList,
    RevokeMandate,
    Rotate,
    DropProfile,
    Compromise,
    Restore,
    NameExtraList,
    CarryExtraList,
    Note(u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        1 => Just(Change::Nothing),
        4 => (0..40_usize, 0..4_u8).prop_map(|(index, value)| Change::Status { index, value }),
        2 => Just(Change::InsurersList),
        1 => Just(Change::RevokeMandate),
        1 => Just(Change::Rotate),
        1 => Just(Change::DropProfile),
        1 => Just(Change::Compromise),
        1 => Just(Change::Restore),
        1 => Just(Change::NameExtraList),
        1 => Just(Change::CarryExtraList),
        1 => any::<u8>().prop_map(Change::Note),
    ]
}

/// An authority that issues one bundle after another, a minute apart.
struct Days {
    world: World,
    extra: Option<StatusList>,
    note: Option<u8>,
    files: Vec<Vec<u8>>,
}

impl Days {
    fn new() -> Self {
        let mut days = Self { world: World::demo(), extra: None, note: None, files: Vec::new() };
        days.publish();
        days
    }

    fn issued(&self) -> u64 {
        self.world.now - self.world.bundle_age
    }

    fn publish(&mut self) {
        let mut spec = self.world.bundle_spec();
        if let Some(extra) = &self.extra {
            spec = spec.status(&extra.uri, &extra.sign(&self.world.eid.status_key.key));
        }
        if let Some(note) = self.note {
            spec = spec.part("note", vec![note]);
        }
        self.files.push(spec.file(&self.world.authority));
    }

    fn next(&mut self, change: Change) {
        self.world.number += 1;
        self.world.bundle_age -= 60;
        let issued = self.issued();
        let world = &mut self.world;
        match change {
            Change::Nothing => {}
            Change::Status { index, value } => {
                world.eid_list.set(index, value);
                world.eid_list.iat = issued;
            }
            Change::InsurersList => world.insurer_list.iat = issued,
            // A list names nothing twice.
            Change::RevokeMandate => world.revoked = vec![world.seed.bytes16(&format!("licence {ROLE}"))],
            Change::Rotate => {
                let seed = world.seed.child(&format!("root of {issued}"));
                let next = world.authority.root().next(seed);
                world.authority.rotate(next);
            }
            Change::DropProfile => drop(world.profiles.pop().filter(|_| world.profiles.len() > 1)),
            Change::Compromise => world.eid.status_key.state = 2,
            Change::Restore => world.eid.status_key.state = 0,
            Change::NameExtraList => drop(world.eid.lists.insert(2, EXTRA.to_owned())),
            Change::CarryExtraList => self.extra = Some(StatusList::new(EXTRA, 64, issued)),
            Change::Note(note) => self.note = Some(note),
        }
        if self.world.profiles.is_empty() {
            self.world.profiles = World::demo().profiles;
        }
        self.publish();
    }

    fn after(changes: &[Change]) -> Self {
        let mut days = Self::new();
        changes.iter().for_each(|change| days.next(*change));
        days
    }
}

/// All that can be seen of a bundle: number, hash, readiness at several times, status entries, and the report on a
/// traffic stop.
fn seen(world: &World, bundle: Bundle) -> String {
    let at = UnixTime::new(world.now).unwrap();
    let times = [0, world.now - 90_000, world.now, world.now + 200_000, world.now + 40 * 86_400];
    let memory = Memory::new();
    let readiness: Vec<_> = times.iter().map(|at| bundle.readiness(UnixTime::new(*at).unwrap(), &memory)).collect();
    let uris = [EXTRA, &world.eid_list.uri, &world.insurer_list.uri];
    let entries: Vec<_> = ISSUERS
        .iter()
        .flat_map(|issuer| {
            uris.map(|uri| (0..300).map(|nth| bundle.status_entry(issuer, uri, nth)).collect::<Vec<_>>())
        })
        .collect();
    let (number, hash) = (bundle.number(), bundle.hash());
    let report = report(world, bundle, at);
    format!("{number} {hash:?} {readiness:?} {entries:?} {report:?}")
}

fn report(world: &World, bundle: Bundle, at: UnixTime) -> Result<String, SetUp> {
    let bundle = Arc::new(bundle);
    let post = Post::open(&world.mandate(ROLE), &bundle)?;
    let inspector = Inspector::new(bundle, post)?;
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = world.traffic_stop().text();
    Ok(inspector.inspect(Scan::qr(&text), &ask, at, &mut Memory::new()).unwrap().to_json())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_chain_of_deltas_is_the_full_bundle(changes in proptest::collection::vec(change(), 1..7)) {
        let days = Days::after(&changes);
        let roots = roots(&days.world);
        let mut memory = Memory::new();
        let mut bundle = Bundle::open(&days.files[0], &roots, late(), &mut memory).unwrap();
        let mut stored = days.files[0].clone();
        for file in &days.files[1..] {
            let delta = Bundle::delta_between(&stored, file).unwrap();
            prop_assert!(delta.len() <= file.len());
            bundle = bundle.apply(&delta, &roots, late(), &mut memory).unwrap();
            stored = Bundle::merge_files(&stored, &delta).unwrap();
            prop_assert_eq!(&stored, file, "byte for byte");
        }
        let full = Bundle::open(&stored, &roots, late(), &mut Memory::new()).unwrap();
        // In one leap, and by the full file, as well.
        let first = Bundle::open(&days.files[0], &roots, late(), &mut Memory::new()).unwrap();
        let leap = Bundle::delta_between(&days.files[0], &stored).unwrap();
        let leapt = first.apply(&leap, &roots, late(), &mut Memory::new()).unwrap();
        let whole = first.apply(&stored, &roots, late(), &mut Memory::new()).unwrap();
        let expected = seen(&days.world, full);
        for bundle in [bundle, leapt, whole] {
            prop_assert_eq!(&seen(&days.world, bundle), &expected);
        }
    }

    #[test]
    fn a_damaged_delta_is_refused(
        changes in proptest::collection::vec(change(), 1..3), at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let days = Days::after(&changes);
        let roots = roots(&days.world);
        let (first, last) = (&days.files[0], days.files.last().unwrap());
        let held = Bundle::open(first, &roots, late(), &mut Memory::new()).unwrap();
        let mut delta = Bundle::delta_between(first, last).unwrap();
        let index = at.index(delta.len());
        delta[index] ^= 1 << bit;
        let mut memory = Memory::new();
        prop_assert!(held.apply(&delta, &roots, late(), &mut memory).is_err());
        prop_assert_eq!(memory, Memory::new());
    }
}

/// Refused, with that reason and with a memory that learnt nothing.
fn refuses(held: &Bundle, delta: &[u8], world: &World, reason: SetUp) {
    let mut memory = Memory::new();
    assert_eq!(held.apply(delta, &roots(world), world.at(), &mut memory).err(), Some(reason));
    assert_eq!(memory, Memory::new(), "{}", reason.code());
}

fn opened(file: &[u8], world: &World) -> Bundle {
    Bundle::open(file, &roots(world), world.at(), &mut Memory::new()).unwrap()
}

#[test]
fn a_delta_for_another_base_lacks_a_part() {
    let days = Days::after(&[Change::InsurersList, Change::Status { index: 3, value: 1 }]);
    let [first, second, third] = &days.files[..] else { unreachable!() };
    let delta = Bundle::delta_between(second, third).unwrap();
    refuses(&opened(first, &days.world), &delta, &days.world, SetUp::PartMissing);
    assert_eq!(Bundle::merge_files(first, &delta), Err(SetUp::PartMissing));
    // A delta is not a bundle.
    assert_eq!(Bundle::open(&delta, &roots(&days.world), late(), &mut Memory::new()).err(), Some(SetUp::PartMissing));
    assert_eq!(Bundle::delta_between(first, &delta), Err(SetUp::PartMissing));
    assert!(opened(second, &days.world).apply(&delta, &roots(&days.world), late(), &mut Memory::new()).is_ok());
}

#[test]
fn the_delta_to_itself_carries_no_part_and_leads_to_itself() {
    let days = Days::new();
    let file = &days.files[0];
    let delta = Bundle::delta_between(file, file).unwrap();
    assert_eq!(delta.last(), Some(&0xa0), "an empty map of parts");
    assert_eq!(Bundle::merge_files(file, &delta).as_ref(), Ok(file));
    let again = opened(file, &days.world).apply(&delta, &roots(&days.world), late(), &mut Memory::new()).unwrap();
    assert_eq!(again.hash(), opened(file, &days.world).hash());
}

/// A file of a specification with other parts than its own.
fn with_parts(world: &World, spec: &BundleSpec, parts: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut draft = spec.draft(&world.authority);
    draft.parts = Map::of(parts.iter().map(|(hash, content)| (hash.to_vec(), content.to_vec())));
    draft.encode()
}

fn next(world: &World) -> BundleSpec {
    let mut spec = world.bundle_spec();
    (spec.number, spec.issued) = (spec.number + 1, spec.issued + 60);
    spec
}

#[test]
fn parts_that_are_missing_unlisted_or_other_than_listed() {
    let world = World::demo();
    let held = opened(&world.bundle(), &world);
    let spec = next(&world).part("note", vec![1, 2, 3]);
    let hash = doichieu_kit::cbor::sha256;
    let refused = |parts: &[(&[u8], &[u8])], reason| {
        let delta = with_parts(&world, &spec, parts);
        refuses(&held, &delta, &world, reason);
        assert_eq!(Bundle::merge_files(&world.bundle(), &delta), Err(reason));
    };
    let (note, other) = (hash(&[1, 2, 3]), hash(&[4]));
    refused(&[], SetUp::PartMissing);
    refused(&[(&note, &[1, 2, 3]), (&other, &[4])], SetUp::PartUnlisted);
    refused(&[(&note, &[1, 2, 4])], SetUp::PartDiffers);
    refused(&[(&note[..31], &[1, 2, 3])], SetUp::BundleMalformed);
    assert!(
        held.apply(&with_parts(&world, &spec, &[(&note, &[1, 2, 3])]), &roots(&world), world.at(), &mut Memory::new())
            .is_ok()
    );

    // The right hash with another length; the same hash under another name, which nobody has read as that.
    let relisted = |name: &str, listed: Item| {
        let mut draft = next(&world).draft(&world.authority);
        draft.manifest.map_mut(6).unwrap().set(name, listed);
        draft.parts = Map::new();
        draft.encode()
    };
    let issuers = &world.bundle_spec().parts["issuers"];
    let length = u64::try_from(issuers.len()).unwrap();
    let longer = Item::Array(vec![hash(issuers).into(), (length + 1).into()]);
    refuses(&held, &relisted("issuers", longer), &world, SetUp::PartMissing);
    let same = Item::Array(vec![hash(issuers).into(), length.into()]);
    let moved = relisted("profiles", same);
    refuses(&held, &moved, &world, SetUp::PartMissing);
    assert_eq!(Bundle::merge_files(&world.bundle(), &moved), Err(SetUp::PartMissing));
}

#[test]
fn bytes_that_change_their_name_are_in_the_delta() {
    // An empty list under a name that nobody reads, and then as the revoked mandates.
    let mut world = World::demo();
    world.revoked.push([1; 16]);
    let first = world.bundle_spec().part("note", vec![0x80]).file(&world.authority);
    world.revoked.clear();
    let second = next(&world).part("note", vec![0x80]).file(&world.authority);
    let delta = Bundle::delta_between(&first, &second).unwrap();
    let bundle = opened(&first, &world).apply(&delta, &roots(&world), world.at(), &mut Memory::new()).unwrap();
    assert_eq!(seen(&world, bundle), seen(&world, opened(&second, &world)));
    assert_eq!(Bundle::merge_files(&first, &delta), Ok(second));
}

#[test]
fn nothing_older_than_the_bundle_held_whatever_the_memory_knows() {
    let days = Days::after(&[Change::Status { index: 3, value: 1 }]);
    let [first, second] = &days.files[..] else { unreachable!() };
    let newer = opened(second, &days.world);
    refuses(&newer, first, &days.world, SetUp::BundleRolledBack);
    refuses(&newer, &Bundle::delta_between(second, first).unwrap(), &days.world, SetUp::BundleRolledBack);
    let mut other = days.world.bundle_spec();
    other.next += 1;
    refuses(&newer, &other.file(&days.world.authority), &days.world, SetUp::BundleDiffers);
}

#[test]
fn the_memory_keeps_its_floors_over_a_restart_and_learns_only_from_what_held() {
    let days = Days::after(&[Change::Status { index: 3, value: 1 }, Change::Rotate]);
    let roots = roots(&days.world);
    let mut memory = Memory::new();
    Bundle::open(&days.files[1], &roots, late(), &mut memory).unwrap();
    let mut memory = Memory::from_bytes(&memory.to_bytes()).unwrap();
    let known = memory.clone();
    assert_eq!(memory.floor().map(UnixTime::seconds), Some(days.issued() - 60));
    assert_eq!(Bundle::open(&days.files[0], &roots, late(), &mut memory).err(), Some(SetUp::BundleRolledBack));
    assert_eq!(memory, known);
    Bundle::open(&days.files[2], &roots, late(), &mut memory).unwrap();
    assert_eq!(memory.floor().map(UnixTime::seconds), Some(days.issued()));
    // Now the root has a floor as well: the same number again, under the root before.
    let mut world = days.world.clone();
    world.authority.later.clear();
    world.number += 1;
    assert_eq!(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).err(), Some(SetUp::RootRolledBack));
    refuses(&opened(&days.files[2], &days.world), &world.bundle(), &world, SetUp::RootRolledBack);
}

#[test]
fn another_anchor_takes_nothing_over() {
    let world = World::demo();
    let stranger = World::new(Seed::new([8; 32]), world.now);
    let held = opened(&world.bundle(), &world);
    let delta = Bundle::delta_between(&world.bundle(), &next(&world).file(&world.authority)).unwrap();
    refuses(&held, &delta, &stranger, SetUp::RootDiffers);
}

#[test]
fn files_that_are_none() {
    let days = Days::after(&[Change::Nothing]);
    let [first, second] = &days.files[..] else { unreachable!() };
    let delta = Bundle::delta_between(first, second).unwrap();
    let held = opened(first, &days.world);
    for end in [0, 1, 2, delta.len() / 2, delta.len() - 1] {
        refuses(&held, &delta[..end], &days.world, SetUp::BundleMalformed);
        assert_eq!(Bundle::merge_files(first, &delta[..end]), Err(SetUp::BundleMalformed));
    }
    let trailing = [&delta[..], &[0]].concat();
    refuses(&held, &trailing, &days.world, SetUp::BundleMalformed);
    assert_eq!(Bundle::merge_files(&trailing, &delta), Err(SetUp::BundleMalformed));
    // A form of bundle that this engine does not know: it must not cut what it cannot read.
    let mut newer = next(&days.world);
    newer.least_form = Some(2);
    let newer = newer.file(&days.world.authority);
    refuses(&held, &newer, &days.world, SetUp::NewerEngineNeeded);
    assert_eq!(Bundle::delta_between(first, &newer), Err(SetUp::NewerEngineNeeded));
}
