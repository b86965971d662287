//! The bytes within a code: zlib or the presentation itself.
#![no_main]

use doichieu::{Memory, Scan};
use doichieu_fuzz::{WORLD, proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::frames), |frame: &[u8]| {
    if let Ok(mut report) = WORLD.inspect(Scan::frame(frame), &mut Memory::new())
        && proves(&mut report)
    {
        assert!(WORLD.minted(frame), "proven, and never minted");
    }
});
