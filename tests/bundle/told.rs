//! A memory of the first form, which kept no keys, loses nothing and is mended once the bundle that set its marks is
//! opened again.

use super::roots;
use doichieu::{Bundle, Memory, SetUp};
use doichieu_kit::cbor::{Item, sha256};
use doichieu_kit::late;
use doichieu_kit::scene::World;

/// What the first form kept of a world whose bundle was opened.
fn first_form(world: &World) -> Memory {
    first_form_above(world, world.now - world.bundle_age)
}

/// The same with a floor from elsewhere.
fn first_form_above(world: &World, floor: u64) -> Memory {
    let spec = world.bundle_spec();
    let payload = spec.draft(&world.authority).manifest.encode();
    let root = world.authority.root();
    let mark = |number: u64, bytes: &[u8]| Item::Array(vec![number.into(), sha256(bytes).into()]);
    let mut lists = [&world.eid_list, &world.insurer_list].map(|list| (sha256(list.uri.as_bytes()), list.iat));
    lists.sort_unstable();
    let lists = lists.map(|(uri, iat)| Item::Array(vec![uri.into(), iat.into()])).to_vec();
    let none = Item::Array(Vec::new());
    let members = vec![
        1.into(),
        floor.into(),
        mark(root.version, &root.map().encode()),
        mark(spec.number, &payload),
        Item::Array(lists),
        none,
        0.into(),
    ];
    Memory::from_bytes(&Item::Array(members).encode()).unwrap()
}

fn open(world: &World, memory: &mut Memory) -> Result<Bundle, SetUp> {
    Bundle::open(&world.bundle(), &roots(&World::demo()), late(), memory)
}

/// The next root has other keys for lists.
fn mended(number: u64) -> World {
    let mut world = World::demo();
    let mut next = world.authority.root().next(world.seed.child("mended"));
    next.lists.keys = ["one", "other"].map(|label| world.seed.key(doichieu_kit::Alg::Ed25519, label)).to_vec();
    world.authority.rotate(next);
    world.number = number;
    world
}

#[test]
fn a_memory_of_the_first_form_keeps_its_floors() {
    let world = World::demo();
    let memory = first_form(&world);
    assert_eq!(memory.floor().unwrap().seconds(), world.now - world.bundle_age);
    let memory = Memory::from_bytes(&memory.to_bytes()).unwrap();
    let mut older = world.clone();
    older.number -= 1;
    assert_eq!(open(&older, &mut memory.clone()).err(), Some(SetUp::BundleRolledBack));
    let mut list = world.clone();
    (list.number, list.eid_list.iat) = (58, list.eid_list.iat - 1);
    assert_eq!(open(&list, &mut memory.clone()).err(), Some(SetUp::ListRolledBack));
    let mut root = world.clone();
    root.authority.first.exp += 1;
    assert_eq!(
        Bundle::open(&root.bundle(), &roots(&root), late(), &mut memory.clone()).err(),
        Some(SetUp::RootDiffers)
    );
    // Whoever signed it: a newer root does not make it forgotten.
    assert_eq!(open(&mended(56), &mut memory.clone()).err(), Some(SetUp::BundleRolledBack));
    assert!(open(&mended(58), &mut memory.clone()).is_ok());
}

#[test]
fn opened_again_its_marks_have_keys() {
    let world = World::demo();
    let (mut memory, mut fresh) = (first_form(&world), Memory::new());
    open(&world, &mut memory).unwrap();
    open(&world, &mut fresh).unwrap();
    assert_eq!(memory, fresh);
    assert!(open(&mended(56), &mut memory).is_ok(), "and can be forgotten");
}

/// A floor above all that the bundle says was set by something else, which nobody can name any more.
#[test]
fn a_floor_of_elsewhere_stays() {
    let world = World::demo();
    let floor = world.now - world.bundle_age + 1;
    let mut memory = first_form_above(&world, floor);
    let mut next = world.clone();
    next.number = 58;
    for world in [&world, &next, &mended(59)] {
        open(world, &mut memory).unwrap();
        assert_eq!(memory.floor().unwrap().seconds(), floor);
    }
}
