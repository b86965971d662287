//! N174: a memory that is full, minted as bytes of the form that `Memory::to_bytes` writes, and what surrounds that
//! edge.

#![expect(clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

use std::sync::Arc;

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Proof, Report, Roots, Scan, SetUp, Verdict};
use doichieu_kit::Item;
use doichieu_kit::cbor::sha256;
use doichieu_kit::scene::World;
use doichieu_kit::{encounter_seed, late};

/// As many showings as a memory holds.
const ROOM: u64 = 10_000;

/// The bytes of a memory of so many showings, seen a minute ago by some post, each until `until`.
fn bytes_of(showings: u64, now: u64, until: u64) -> Vec<u8> {
    let post = sha256(b"some post");
    // Each in an encounter and of a phone of its own.
    let showing = |n: u64| {
        let (key, seed) = (sha256(&n.to_be_bytes()), sha256(&(n + 1).to_be_bytes()));
        let phone = n.to_be_bytes().to_vec();
        let no_ask = Vec::<u8>::new();
        Item::Array(vec![
            key.into(),
            no_ask.into(),
            post.into(),
            seed.into(),
            phone.into(),
            (now - 60).into(),
            until.into(),
        ])
    };
    let mut keys: Vec<_> = (0..showings).map(|n| (sha256(&n.to_be_bytes()), n)).collect();
    keys.sort_unstable();
    let none = || Item::Array(Vec::new());
    let showings = Item::Array(keys.into_iter().map(|(_, n)| showing(n)).collect());
    let no_vouchers = Item::Array(vec![0.into(), 0.into(), none()]);
    let marks = Item::Array(vec![none(), none(), none(), none(), no_vouchers, none()]);
    Item::Array(vec![2.into(), marks, showings, 0.into()]).encode()
}

fn memory_of(showings: u64, now: u64, until: u64) -> Memory {
    Memory::from_bytes(&bytes_of(showings, now, until)).unwrap()
}

/// A traffic stop at the demo world's post, with this memory.
fn encounter(world: &World, at: u64, memory: &mut Memory) -> Report {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), memory).unwrap());
    let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = world.traffic_stop().text();
    inspector.inspect(Scan::qr(&text), &ask, UnixTime::new(at).unwrap(), memory).unwrap()
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(doichieu::Finding::code).collect()
}

fn shows_values(report: &mut Report) -> bool {
    let at = report.at();
    let shows = |paper: &mut doichieu::PaperReport| match paper.proof() {
        Proof::Proven(release) => release.at(at).unwrap().fields().next().is_some(),
        _ => false,
    };
    report.papers_mut().iter_mut().any(shows)
}

#[test]
fn n174_a_full_memory_refers_and_never_accepts() {
    let world = World::demo();
    let mut memory = memory_of(ROOM, world.now, world.now);
    assert_eq!(memory.showings(), 10_000);
    for _ in 0..2 {
        let mut report = encounter(&world, world.now, &mut memory);
        assert_eq!(report.verdict(), Verdict::Refer);
        assert!(codes(&report).contains(&"post.memory_full"), "{:?}", codes(&report));
        assert!(shows_values(&mut report), "a matter of our own device withholds nothing");
        assert_eq!(memory.showings(), 10_000, "nothing living was dropped for it");
    }
}

#[test]
fn n174_the_last_place_is_taken_and_known_again() {
    let world = World::demo();
    let mut memory = memory_of(ROOM - 1, world.now, world.now + 60);
    let first = encounter(&world, world.now, &mut memory);
    assert_eq!((first.verdict(), memory.showings()), (Verdict::Accept, 10_000));
    let again = encounter(&world, world.now + 1, &mut memory);
    assert_eq!(again.verdict(), Verdict::Accept);
    assert!(codes(&again).contains(&"held.shown_again"), "a showing it remembers needs no new place");
}

#[test]
fn n174_showings_that_have_ended_make_room() {
    let world = World::demo();
    let mut memory = memory_of(ROOM, world.now, world.now - 1);
    assert_eq!(encounter(&world, world.now, &mut memory).verdict(), Verdict::Accept);
    assert_eq!(memory.showings(), 1);
}

#[test]
fn n174_more_than_it_holds_is_not_read_as_room() {
    let world = World::demo();
    match Memory::from_bytes(&bytes_of(ROOM + 1, world.now, world.now + 60)) {
        Err(error) => assert_eq!(error, SetUp::MemoryMalformed),
        Ok(mut memory) => assert_eq!(encounter(&world, world.now, &mut memory).verdict(), Verdict::Refer),
    }
    let far_more = Memory::from_bytes(&bytes_of(2 * ROOM, world.now, world.now + 60));
    assert_eq!(far_more.err(), Some(SetUp::MemoryMalformed));
}

#[test]
fn a_memory_is_written_as_it_was_read() {
    let now = World::demo().now;
    let bytes = bytes_of(50, now, now + 60);
    assert_eq!(Memory::from_bytes(&bytes).unwrap().to_bytes(), bytes);
    for cut in 0..bytes.len() {
        let Some(head) = bytes.get(..cut) else { panic!("no head of {cut}") };
        assert_eq!(Memory::from_bytes(head).err(), Some(SetUp::MemoryTorn), "cut at {cut}");
    }
    let trailing = [bytes, vec![0]].concat();
    assert_eq!(Memory::from_bytes(&trailing).err(), Some(SetUp::MemoryMalformed));
}

/// What engine 0.1 wrote says neither encounter nor phone: its showings are a gap, and no code passes for a first one
/// that may be none.
#[test]
fn a_memory_of_the_first_form_is_a_gap() {
    let world = World::demo();
    let (floor, ends) = (world.now - world.bundle_age, world.now - world.showing_age + 90);
    for (until, verdict) in [(ends, Verdict::Refer), (ends - 1, Verdict::Accept)] {
        let none = || Item::Array(Vec::new());
        let key = sha256(b"some showing");
        let showing = Item::Array(vec![key.into(), sha256(b"some post").into(), world.now.into(), until.into()]);
        let showings = Item::Array(vec![showing]);
        let bytes = Item::Array(vec![1.into(), floor.into(), none(), none(), none(), showings, 0.into()]).encode();
        let mut memory = Memory::from_bytes(&bytes).unwrap();
        assert_eq!((memory.floor().unwrap().seconds(), memory.showings()), (floor, 0));
        let report = encounter(&world, world.now + 1, &mut memory);
        assert_eq!(report.verdict(), verdict, "{:?}", codes(&report));
        assert_eq!(codes(&report).contains(&"post.memory_gap"), verdict == Verdict::Refer);
    }
}

#[test]
fn a_memory_kept_as_bytes_still_knows_the_showing_the_bundle_and_the_time() {
    let world = World::demo();
    let mut memory = Memory::new();
    encounter(&world, world.now, &mut memory);
    let mut restored = Memory::from_bytes(&memory.to_bytes()).unwrap();
    assert_eq!(restored, memory);
    assert_eq!(restored.floor().unwrap().seconds(), world.now - world.bundle_age);
    let again = encounter(&world, world.now + 1, &mut restored);
    assert!(codes(&again).contains(&"held.shown_again"));
    let mut older = world.clone();
    older.number -= 1;
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    assert_eq!(Bundle::open(&older.bundle(), &roots, late(), &mut restored).err(), Some(SetUp::BundleRolledBack));
}

#[test]
fn a_memory_that_never_saw_the_bundle_does_not_lower_its_floor() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = world.traffic_stop().text();
    let before = UnixTime::new(world.now - world.bundle_age - 1).unwrap();
    // One that saw nothing, and one that knows only an earlier hour.
    let mut earlier = Memory::new();
    let mut old = world.clone();
    old.number -= 1;
    old.bundle_age += 3600;
    Bundle::open(&old.bundle(), &roots, late(), &mut earlier).unwrap();
    for mut memory in [Memory::new(), earlier] {
        let report = inspector.inspect(Scan::qr(&text), &ask, before, &mut memory).unwrap();
        assert_eq!((report.verdict(), codes(&report)), (Verdict::Refer, vec!["post.clock_wrong"]));
    }
}

/// Each why has a code of its own, so that a device can say what mends it.
#[test]
fn why_a_memory_cannot_be_read_is_told_apart() {
    let stored = memory_of(3, 1_795_000_000, 1_795_000_120).to_bytes();
    let why = |bytes: &[u8]| Memory::from_bytes(bytes).err();
    for cut in [0, 1, 2, 3, stored.len() / 2, stored.len() - 1] {
        assert_eq!(why(stored.get(..cut).unwrap()), Some(SetUp::MemoryTorn), "cut at {cut}");
    }
    let newer = Item::Array(vec![3.into(), Item::Array(Vec::new()), Item::Array(Vec::new()), 0.into(), 0.into()]);
    assert_eq!(why(&newer.encode()), Some(SetUp::MemoryNewer));
    let mut damaged = stored.clone();
    *damaged.get_mut(1).unwrap() = 0;
    assert_eq!(why(&damaged), Some(SetUp::MemoryMalformed));
    for none in [&b"no memory"[..], b"{}", &[stored.as_slice(), b"\0"].concat()] {
        assert_eq!(why(none), Some(SetUp::MemoryMalformed));
    }
    // Of another device: other root keys under the same version.
    let world = World::demo();
    let mut other = World::demo();
    other.authority = doichieu_kit::authority::Authority::new(doichieu_kit::key::Seed::new([9; 32]), other.now);
    let roots = |world: &World| Roots::dangerous_test(&world.anchor()).unwrap();
    let mut memory = Memory::new();
    assert_eq!(roots(&world).remembered_by(&memory), Ok(()));
    Bundle::open(&world.bundle(), &roots(&world), world.at(), &mut memory).unwrap();
    assert_eq!(roots(&world).remembered_by(&memory), Ok(()));
    assert_eq!(roots(&other).remembered_by(&memory), Err(SetUp::MemoryOfAnotherAnchor));
}

/// A gap refers what may have been shown before it, for as long as such a code may live, and no longer.
#[test]
fn a_memory_may_begin_with_a_gap() {
    let world = World::demo();
    let begun = |before: u64| {
        let gap = UnixTime::new(world.now - before).unwrap();
        let mut memory = Memory::new().with_gap(gap);
        let kept = Memory::from_bytes(&memory.to_bytes()).unwrap();
        assert_eq!(kept, memory, "the gap is kept");
        let mut report = encounter(&world, world.now, &mut memory);
        assert!(shows_values(&mut report));
        (report.verdict(), codes(&report).contains(&"post.memory_gap"))
    };
    assert_eq!(begun(0), (Verdict::Refer, true));
    let ends = 60 + 30;
    assert_eq!(begun(doichieu::MEMORY_GAP - ends), (Verdict::Refer, true));
    assert_eq!(begun(doichieu::MEMORY_GAP - ends + 60), (Verdict::Accept, false));
    // Joined with the other slot the gap stays: nobody knows what only the lost one had seen.
    let mut joined = Memory::new();
    joined.join(&Memory::new().with_gap(world.at())).unwrap();
    assert_eq!(encounter(&world, world.now, &mut joined).verdict(), Verdict::Refer);
}

/// What is known of lists outlives torn showings, and lets no older list in.
#[test]
fn floors_stand_apart_from_showings() {
    let world = World::demo();
    let mut memory = Memory::new();
    assert_eq!(encounter(&world, world.now, &mut memory).verdict(), Verdict::Accept);
    let floors = memory.floors();
    assert_eq!((floors.floor(), floors.showings(), memory.showings()), (memory.floor(), 0, 1));
    let mut joined = Memory::from_bytes(&floors.to_bytes()).unwrap();
    joined.join(&memory).unwrap();
    assert_eq!(joined, memory, "joined it takes nothing away");
    // Torn behind what is known of lists.
    let stored = memory.to_bytes();
    let torn = stored.get(..stored.len() - 40).unwrap();
    assert_eq!(Memory::from_bytes(torn), Err(SetUp::MemoryTorn));
    let mut salvaged = Memory::salvaged(torn, world.at()).unwrap();
    assert_eq!((salvaged.floor(), salvaged.showings()), (memory.floor(), 0));
    let report = encounter(&world, world.now, &mut salvaged);
    assert!(codes(&report).contains(&"post.memory_gap"));
    // Torn within it nothing can be believed.
    assert_eq!(Memory::salvaged(stored.get(..20).unwrap(), world.at()), Err(SetUp::MemoryTorn));
}
