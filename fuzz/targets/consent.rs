//! A kept consent: another program may have had the file in between.
#![no_main]

use doichieu_fuzz::consents::{KEPT, opens};
use doichieu_fuzz::seeds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::consents), |kept: &[u8]| {
    // Whoever can make a SHA-256 can change the post's own words; a fuzzer cannot.
    if opens(kept) {
        assert_eq!(kept, KEPT.as_slice(), "opened, and never kept");
    }
});
