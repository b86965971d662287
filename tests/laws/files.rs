//! A changed bundle never opens and a changed mandate never opens.

use doichieu::{Bundle, Memory, Post, Roots};
use doichieu_kit::late;
use doichieu_kit::scene::World;
use proptest::prelude::*;

use crate::changed::edits;
use crate::stage::{POLICE, Stage, cases};

/// Every bit of a mandate counts: closed headers, a signature over the rest, one key that made it.
#[test]
fn a_changed_mandate_never_opens() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let (bundle, mandate) = (stage.inspector.bundle(), world.mandate(POLICE));
    let mut changed = mandate.clone();
    for at in 0..mandate.len() {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            assert!(Post::open(&changed, bundle).is_err(), "byte {at}, bit {bit}");
            changed[at] ^= 1 << bit;
        }
    }
    assert!(Post::open(&mandate, bundle).is_ok());
    proptest!(cases(400), |(edits in edits())| {
        let mut changed = mandate.clone();
        edits.iter().for_each(|edit| edit.apply(&mut changed));
        prop_assert!(changed == mandate || Post::open(&changed, bundle).is_err());
    });
}

/// A bundle repeats the roots that the anchor holds. They are checked again, to the last signature, and everything else
/// in the file is under the manifest's signatures.
#[test]
fn a_changed_bundle_never_opens() {
    let world = World::demo();
    let (file, anchor) = (world.bundle(), world.anchor());
    let roots = Roots::dangerous_test(&anchor).unwrap();
    let repeated = place_of(&anchor, &file);
    let mut changed = file.clone();
    for at in 0..file.len() {
        // One bit of each byte; two of the roots.
        let second = repeated.contains(&at).then_some((at + 4) % 8);
        for bit in std::iter::once(at % 8).chain(second) {
            changed[at] ^= 1 << bit;
            let mut memory = Memory::new();
            assert!(Bundle::open(&changed, &roots, late(), &mut memory).is_err(), "byte {at}, bit {bit}");
            assert_eq!(memory, Memory::new());
            changed[at] ^= 1 << bit;
        }
    }
    assert!(Bundle::open(&changed, &roots, late(), &mut Memory::new()).is_ok());
}

/// Where in a file some bytes stand.
fn place_of(part: &[u8], file: &[u8]) -> std::ops::Range<usize> {
    let at = file.windows(part.len()).position(|window| window == part).unwrap();
    at..at + part.len()
}

#[test]
fn an_edited_bundle_never_opens_as_another() {
    let world = World::demo();
    let file = world.bundle();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let genuine = Bundle::open(&file, &roots, late(), &mut Memory::new()).unwrap().hash();
    proptest!(cases(800), |(edits in edits())| {
        let mut changed = file.clone();
        edits.iter().for_each(|edit| edit.apply(&mut changed));
        let opened = Bundle::open(&changed, &roots, late(), &mut Memory::new());
        match opened {
            Ok(bundle) => {
                prop_assert_eq!(bundle.hash(), genuine);
                prop_assert!(changed == file);
            }
            Err(_) => prop_assert!(changed != file),
        }
    });
}

/// A bundle that fails leaves the memory as it was.
#[test]
fn a_bundle_that_fails_teaches_nothing() {
    let world = World::demo();
    let mut file = world.bundle();
    let last = file.len() - 1;
    file[last] ^= 1;
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let mut memory = Memory::new();
    assert!(Bundle::open(&file, &roots, late(), &mut memory).is_err());
    assert_eq!(memory, Memory::new());
}

#[test]
fn arbitrary_files_never_panic() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    proptest!(cases(1000), |(bytes in prop::collection::vec(any::<u8>(), 0..300))| {
        prop_assert!(Roots::dangerous_test(&bytes).is_err());
        prop_assert!(Bundle::open(&bytes, &roots, late(), &mut Memory::new()).is_err());
        prop_assert!(Post::open(&bytes, stage.inspector.bundle()).is_err());
    });
}
