//! An identity code bound to no key, read on a legal basis: as the text of a code, and as the bytes within one.
#![no_main]

use doichieu::{Memory, Scan, Verdict};
use doichieu_fuzz::codes::CODES;
use doichieu_fuzz::{proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::codes), |bytes: &[u8]| {
    let judge = |scan: Scan<'_>, what: &str| {
        if let Ok(mut report) = CODES.inspect(scan, &mut Memory::new()) {
            assert_ne!(report.verdict(), Verdict::Accept, "a copy was accepted");
            if proves(&mut report) {
                assert!(CODES.signed(what, bytes), "proven, and never signed");
            }
        }
    };
    judge(Scan::frame(bytes), "frame");
    if let Ok(text) = core::str::from_utf8(bytes) {
        judge(Scan::claim169(text), "text");
        judge(Scan::qr(text), "text");
    }
});
