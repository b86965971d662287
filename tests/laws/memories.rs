//! The memory: what it writes it reads, and what it does not read it refuses.

use doichieu::time::UnixTime;
use doichieu::{Ask, Memory, Scan, Verdict};
use doichieu_kit::scene::World;
use doichieu_kit::{Item, Map, another_encounter_seed};
use proptest::prelude::*;

use crate::changed::edits;
use crate::stage::{POLICE, Seen, Stage, cases, purpose};

/// A memory after some showings of one phone, each of another cti: four at most, for more are not held.
fn used(world: &World, stage: &Stage, showings: usize) -> Memory {
    let mut memory = stage.memory.clone();
    let at = UnixTime::new(world.now).unwrap();
    for number in 0..showings {
        let mut world = world.clone();
        world.showing = format!("showing {number}");
        let text = world.traffic_stop().text();
        stage.inspector.inspect(Scan::qr(&text), &stage.ask, at, &mut memory).unwrap();
    }
    memory
}

#[test]
fn a_memory_round_trips() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    for showings in [0, 1, 4] {
        let memory = used(&world, &stage, showings);
        assert_eq!(memory.showings(), showings);
        let bytes = memory.to_bytes();
        let again = Memory::from_bytes(&bytes).unwrap();
        assert_eq!(again, memory);
        assert_eq!(again.to_bytes(), bytes);
    }
    assert_eq!(Memory::from_bytes(&Memory::new().to_bytes()), Ok(Memory::new()));
}

/// What a stored memory remembers, it still remembers after it was stored.
#[test]
fn a_showing_is_known_again_after_a_round_trip() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let mut memory = Memory::from_bytes(&used(&world, &stage, 1).to_bytes()).unwrap();
    let mut same = world.clone();
    same.showing = "showing 0".to_owned();
    let text = same.traffic_stop().text();
    let at = UnixTime::new(world.now).unwrap();
    let seen = Seen::of(stage.inspector.inspect(Scan::qr(&text), &stage.ask, at, &mut memory).unwrap());
    assert!(seen.codes().contains("held.shown_again"), "{}", seen.json);
    assert_eq!(memory.showings(), 1);
}

/// A memory of anything: the forms it may have, with contents that no device wrote.
fn item() -> impl Strategy<Value = Item> {
    prop_oneof![of_first_form(), of_this_form()]
}

fn number() -> impl Strategy<Value = Item> {
    prop_oneof![0..10_u64, any::<u64>()].prop_map(Item::Uint)
}

fn digest() -> impl Strategy<Value = Item> {
    let bytes =
        prop_oneof![7 => (0..4_u8).prop_map(|byte| vec![byte; 32]), 1 => prop::collection::vec(any::<u8>(), 31..34)];
    bytes.prop_map(Item::Bytes)
}

fn list<T: Strategy<Value = Item>>(item: T) -> impl Strategy<Value = Item> {
    prop::collection::vec(item, 0..4).prop_map(Item::Array)
}

fn first_showings() -> impl Strategy<Value = [Item; 2]> {
    let showing = (digest(), digest(), number(), number()).prop_map(|(k, p, a, u)| Item::Array(vec![k, p, a, u]));
    (list(showing), number()).prop_map(|(showings, until)| [showings, until])
}

fn showings() -> impl Strategy<Value = [Item; 2]> {
    let maybe = || prop_oneof![Just(Item::Bytes(Vec::new())), digest()];
    let phone = prop::collection::vec(any::<u8>(), 7..10).prop_map(Item::Bytes);
    let showing = (digest(), maybe(), digest(), maybe(), phone, number(), number()).prop_map(
        |(key, apart, post, encounter, phone, at, until)| {
            Item::Array(vec![key, apart, post, encounter, phone, at, until])
        },
    );
    (list(showing), number()).prop_map(|(showings, until)| [showings, until])
}

fn of_first_form() -> impl Strategy<Value = Item> {
    let mark =
        || prop_oneof![Just(Item::Array(Vec::new())), (number(), digest()).prop_map(|(n, d)| Item::Array(vec![n, d]))];
    let lists = list((digest(), number()).prop_map(|(d, n)| Item::Array(vec![d, n])));
    (number(), mark(), mark(), lists, first_showings()).prop_map(|(floor, root, bundle, lists, [showings, until])| {
        Item::Array(vec![1.into(), floor, root, bundle, lists, showings, until])
    })
}

fn of_this_form() -> impl Strategy<Value = Item> {
    let keys = || list(digest());
    // A root, or a number or date with who signed it: of the same form.
    let marks = || list((number(), digest(), number(), keys()).prop_map(|(v, h, n, k)| Item::Array(vec![v, h, n, k])));
    let times = list((digest(), digest(), number()).prop_map(|(u, k, n)| Item::Array(vec![u, k, n])));
    let vouchers = (number(), number(), keys()).prop_map(|(r, n, k)| Item::Array(vec![r, n, k]));
    let marks =
        (marks(), marks(), marks(), marks(), vouchers, times).prop_map(|(r, n, d, b, v, t)| vec![r, n, d, b, v, t]);
    (marks, showings())
        .prop_map(|(marks, [showings, until])| Item::Array(vec![2.into(), Item::Array(marks), showings, until]))
}

#[test]
fn arbitrary_bytes_are_a_memory_that_round_trips_or_none() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let bytes = used(&world, &stage, 2).to_bytes();
    let text = world.traffic_stop().text();
    let at = UnixTime::new(world.now).unwrap();
    let fresh = stage.show(&world.traffic_stop());
    let round_trips = |bytes: &[u8]| {
        let Ok(mut memory) = Memory::from_bytes(bytes) else { return };
        assert_eq!(Memory::from_bytes(&memory.to_bytes()), Ok(memory.clone()));
        // And an inspection with it answers, and never better than one that remembers nothing.
        let seen = stage.inspector.inspect(Scan::qr(&text), &stage.ask, at, &mut memory).map(Seen::of).unwrap();
        assert!(seen.verdict == Verdict::Accept || !seen.codes().is_empty());
        assert!(seen.verdict >= fresh.verdict && seen.values.is_subset(&fresh.values), "{}", seen.json);
    };
    proptest!(cases(600), |(edits in edits(), noise in prop::collection::vec(any::<u8>(), 0..200), item in item())| {
        let mut changed = bytes.clone();
        edits.iter().for_each(|edit| edit.apply(&mut changed));
        round_trips(&changed);
        round_trips(&noise);
        round_trips(&item.encode());
        round_trips(&Map::new().with(1, item).encode());
    });
}

/// Whatever was shown before, where and in which encounter, and whatever a person says of it: no verdict is better and
/// no value more than where nothing is remembered.
#[test]
fn what_is_remembered_makes_no_verdict_better() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let texts: Vec<_> = (0..6_u8)
        .map(|cti| {
            let mut scene = world.traffic_stop();
            scene.showing.cti = [cti; 16];
            scene.text()
        })
        .collect();
    let mut mandate = world.mandate_spec(POLICE);
    mandate.post = "traffic_police-02".to_owned();
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let second = Stage::with(&world, POLICE, &world.bundle(), &mandate).unwrap();
    let posts = [&stage, &second];
    let step = || (0..6_usize, 0..2_usize, 0..3_u8, 0..90_u64);
    proptest!(cases(60), |(before in prop::collection::vec(step(), 0..9), (text, post, encounter, after) in step())| {
        let mut memory = stage.memory.clone();
        let ask = |post: usize, encounter: u8| {
            let inspector = &posts[post].inspector;
            inspector.unprompted(purpose(&world, POLICE), &another_encounter_seed(encounter)).unwrap()
        };
        let inspect = |text: usize, post: usize, ask: &Ask, after: u64, memory: &mut Memory| {
            let at = UnixTime::new(world.now + after).unwrap();
            posts[post].inspector.inspect(Scan::qr(&texts[text]), ask, at, memory).unwrap()
        };
        for (text, post, encounter, after) in before {
            inspect(text, post, &ask(post, encounter), after, &mut memory);
        }
        let asked = ask(post, encounter);
        let fresh = Seen::of(inspect(text, post, &asked, after, &mut stage.memory.clone()));
        let report = inspect(text, post, &asked, after, &mut memory);
        let still = report.showing().into_iter().fold(asked.clone(), Ask::still_this_person);
        let still = Seen::of(inspect(text, post, &still, after, &mut memory));
        for seen in [Seen::of(report), still] {
            prop_assert!(seen.verdict >= fresh.verdict, "{} {}", seen.json, fresh.json);
            prop_assert!(seen.values.is_subset(&fresh.values));
        }
    });
}
