//! A bundle file, as it comes from a server, a stick or another handheld.
#![no_main]

use doichieu::{Bundle, Memory};
use doichieu_fuzz::{WORLD, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::bundles), |file: &[u8]| {
    let mut memory = Memory::new();
    match Bundle::open(file, &WORLD.roots, &mut memory) {
        // The envelope may leave out a root or a part of no use here; what counts is what the lists' keys signed.
        Ok(bundle) => {
            assert_eq!(bundle.number(), WORLD.bundle.number(), "opened, and never minted");
            assert_eq!(bundle.hash(), WORLD.bundle.hash(), "opened, and never minted");
        }
        // A file that does not open moves no floor: else a thrown-in file could lock a device out of its good one.
        Err(_) => assert_eq!(memory.to_bytes(), Memory::new().to_bytes(), "a refused file was remembered"),
    }
});
