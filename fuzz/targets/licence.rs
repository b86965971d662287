//! A post's licence to ask.
#![no_main]

use doichieu::Post;
use doichieu_fuzz::{WORLD, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::licences), |licence: &[u8]| {
    if Post::open(licence, &WORLD.bundle).is_ok() {
        assert_eq!(licence, WORLD.minted.licence, "opened, and never minted");
    }
});
