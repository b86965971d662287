//! A post's mandate.
#![no_main]

use doichieu::Post;
use doichieu_fuzz::{WORLD, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::mandates), |mandate: &[u8]| {
    if Post::open(mandate, &WORLD.bundle).is_ok() {
        assert_eq!(mandate, WORLD.minted.mandate, "opened, and never minted");
    }
});
