//! What a host stored and hands back: another app or a failing disk may have had it in between.
#![no_main]

use doichieu::{Memory, Scan};
use doichieu_fuzz::{WORLD, proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::memories), |stored: &[u8]| {
    let Ok(mut memory) = Memory::from_bytes(stored) else { return };
    // What the first form spelt is written in this one.
    let first_form = stored.get(1) == Some(&1);
    assert!(first_form || memory.to_bytes() == stored, "one memory, two spellings");
    for frame in &WORLD.minted.frames {
        let mut report = WORLD.inspect(Scan::frame(frame), &mut memory).expect("readable whatever is remembered");
        // Proven or not: a memory may hold this very showing. It must come to an answer, and go on being storable.
        let _ = proves(&mut report);
        assert!(Memory::from_bytes(&memory.to_bytes()).is_ok(), "stored, and not readable again");
    }
});
