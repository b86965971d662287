//! A post's licence to ask.
#![no_main]

use doichieu::Post;
use doichieu_fuzz::WORLD;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|licence: &[u8]| {
    if Post::open(licence, &WORLD.bundle).is_ok() {
        assert_eq!(licence, WORLD.minted.licence, "opened, and never minted");
    }
});
