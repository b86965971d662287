//! The bytes within a code: zlib or the presentation itself.
#![no_main]

use doichieu::input::Layer;
use doichieu::{Memory, Scan};
use doichieu_fuzz::{WORLD, is_broken_stream, proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::frames), |frame: &[u8]| {
    match WORLD.inspect(Scan::frame(frame), &mut Memory::new()) {
        Ok(mut report) => assert!(!proves(&mut report) || WORLD.minted(frame), "proven, and never minted"),
        // The core's own inflater refuses what the other one does, and nothing else.
        Err(unreadable) => assert_eq!(unreadable.layer == Layer::Zlib, is_broken_stream(frame), "{unreadable}"),
    }
});
