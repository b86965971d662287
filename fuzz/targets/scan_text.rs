//! The text of a code, as a scanner or a keyboard wedge hands it over.
#![no_main]

use doichieu::{Memory, Scan};
use doichieu_fuzz::around::{ALPHABET, prefixed};
use doichieu_fuzz::{WORLD, proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::texts), |text: &str| {
    if let Ok(mut report) = WORLD.inspect(Scan::qr(text), &mut Memory::new())
        && proves(&mut report)
    {
        // base45 has one spelling for each sequence of bytes, so what proves is what was minted, or its frame in
        // another stream.
        let text = prefixed(text, "DC1:");
        let minted = WORLD.minted.texts().any(|genuine| genuine == text);
        assert!(minted || WORLD.minted(&unwrapped(text)), "proven, and never minted: {text:?}");
    }
});

/// The frame within a code's text, decoded here and not by the core. Only reached for text the core has accepted.
fn unwrapped(text: &str) -> Vec<u8> {
    let digit = |byte: u8| ALPHABET.iter().position(|known| *known == byte).expect("accepted text is base45");
    let encoded = text.strip_prefix("DC1:").expect("accepted text has the prefix").as_bytes();
    let mut frame = Vec::new();
    for group in encoded.chunks(3) {
        let value = group.iter().rev().fold(0, |value, byte| value * 45 + digit(*byte));
        if group.len() == 3 {
            frame.push(u8::try_from(value / 256).expect("accepted triples stay below 65,536"));
        }
        frame.push((value % 256) as u8);
    }
    frame
}
