//! A bundle file or a delta, as it comes from a server, a stick or another handheld.
#![no_main]

use doichieu::{Bundle, Memory};
use doichieu_fuzz::{WORLD, seeds};
use doichieu_kit::late;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::bundles), |file: &[u8]| {
    let mut memory = Memory::new();
    match Bundle::open(file, &WORLD.roots, late(), &mut memory) {
        // The envelope may leave out a root or a part of no use here; what counts is what the lists' keys signed.
        Ok(bundle) => {
            let minted = [&*WORLD.bundle, &WORLD.next].map(|minted| (minted.number(), minted.hash()));
            assert!(minted.contains(&(bundle.number(), bundle.hash())), "opened, and never minted");
        }
        // A file that does not open moves no floor: else a thrown-in file could lock a device out of its good one.
        Err(_) => assert_eq!(memory.to_bytes(), Memory::new().to_bytes(), "a refused file was remembered"),
    }
    follows(file);
    handed_on(file);
});

/// As what follows the bundle held: the minted next one, or the one held once more.
fn follows(file: &[u8]) {
    let mut memory = Memory::new();
    match WORLD.bundle.apply(file, &WORLD.roots, late(), &mut memory) {
        Ok(bundle) => {
            let minted = [WORLD.bundle.hash(), WORLD.next.hash()];
            assert!(minted.contains(&bundle.hash()), "applied, and never minted");
        }
        Err(_) => assert_eq!(memory.to_bytes(), Memory::new().to_bytes(), "a refused delta was remembered"),
    }
}

/// As a file to cut deltas from and put together: nothing here checks a signature, so what comes out is only held to be
/// one whole.
fn handed_on(file: &[u8]) {
    let held = &WORLD.minted.bundle;
    if let Ok(whole) = Bundle::merge_files(held, file) {
        assert_eq!(Bundle::merge_files(held, &whole).as_ref(), Ok(&whole), "a whole file is a delta too");
        let delta = Bundle::delta_between(held, &whole).expect("both are whole files");
        assert_eq!(Bundle::merge_files(held, &delta), Ok(whole), "cut and put together");
    }
    if let Ok(delta) = Bundle::delta_between(file, held) {
        assert_eq!(Bundle::merge_files(file, &delta).as_ref(), Ok(held));
    }
}
