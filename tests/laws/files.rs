//! A changed bundle never opens and a changed licence never opens; the one exception is named bit by bit.

use doichieu::{Bundle, Memory, Post, Roots, Scan};
use doichieu_kit::Map;
use doichieu_kit::late;
use doichieu_kit::scene::World;
use proptest::prelude::*;

use crate::changed::edits;
use crate::stage::{POLICE, Stage, cases};

/// Every bit of a licence counts: closed headers, a signature over the rest, one key that made it.
#[test]
fn a_changed_licence_never_opens() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let (bundle, licence) = (stage.inspector.bundle(), world.licence(POLICE));
    let mut changed = licence.clone();
    for at in 0..licence.len() {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            assert!(Post::open(&changed, bundle).is_err(), "byte {at}, bit {bit}");
            changed[at] ^= 1 << bit;
        }
    }
    assert!(Post::open(&licence, bundle).is_ok());
    proptest!(cases(400), |(edits in edits())| {
        let mut changed = licence.clone();
        edits.iter().for_each(|edit| edit.apply(&mut changed));
        prop_assert!(changed == licence || Post::open(&changed, bundle).is_err());
    });
}

/// Where in a file some bytes stand.
fn place_of(part: &[u8], file: &[u8]) -> std::ops::Range<usize> {
    let at = file.windows(part.len()).position(|window| window == part).unwrap();
    at..at + part.len()
}

/// A bundle repeats the roots that the anchor already holds. The anchor's own copy is the one believed, so in the bundle's copy of a
/// root no newer than the anchor's the *signers'* part may vary: key ids, signatures, and the second envelope's copy of the document.
/// The first copy may not, for its digest must equal the anchor's. Everything else in the file is under the manifest's signatures, which
/// are exactly as many as the threshold. What such a file opens to is the same bundle.
#[test]
fn a_changed_bundle_never_opens_or_is_the_same_bundle() {
    let world = World::demo();
    let (file, anchor) = (world.bundle(), world.anchor());
    let roots = Roots::dangerous_test(&anchor).unwrap();
    let repeated = place_of(&anchor, &file);
    let believed = place_of(&Map::encode(&world.authority.first.map()), &file);
    let genuine = Bundle::open(&file, &roots, late(), &mut Memory::new()).unwrap();
    let scene = world.traffic_stop().text();
    let said = Stage::of(&world, POLICE).inspect(Scan::qr(&scene)).unwrap().json;
    let mut same = 0;
    let mut changed = file.clone();
    for at in 0..file.len() {
        // One bit of each byte; two of the roots, where some may vary.
        let second = repeated.contains(&at).then_some((at + 4) % 8);
        for bit in std::iter::once(at % 8).chain(second) {
            changed[at] ^= 1 << bit;
            if let Ok(opened) = Bundle::open(&changed, &roots, late(), &mut Memory::new()) {
                assert!(repeated.contains(&at) && !believed.contains(&at), "byte {at}, bit {bit}");
                assert_eq!((opened.hash(), opened.number()), (genuine.hash(), genuine.number()));
                same += 1;
                if bit == 0 {
                    let stage = Stage::with(&world, POLICE, &changed, &world.licence(POLICE)).unwrap();
                    assert_eq!(stage.inspect(Scan::qr(&scene)).unwrap().json, said);
                }
            }
            changed[at] ^= 1 << bit;
        }
    }
    assert!(same > 0, "the exception above no longer exists: say so");
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
            Ok(bundle) => prop_assert_eq!(bundle.hash(), genuine),
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
