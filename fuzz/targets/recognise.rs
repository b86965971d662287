//! What a file looks like: any bytes that anybody may choose in place of the right ones.
#![no_main]

use doichieu::{ConsentProof, FileKind, Language, Memory, recognise};
use doichieu_fuzz::{WORLD, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::files), |file: &[u8]| {
    let found = recognise(file);
    // What opens is never told to be something else.
    for (wanted, opens) in [
        (FileKind::Memory, Memory::from_bytes(file).is_ok()),
        (FileKind::KeptConsent, ConsentProof::open(file, WORLD.at).is_ok()),
    ] {
        let told = found.in_place_of(wanted, Language::En);
        assert!(!opens || told.is_none(), "opened, and told to be another kind");
    }
});
