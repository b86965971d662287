//! An ask, as a citizen's app scans it: as the text of a code, and as the bytes within one.
#![no_main]

use doichieu_fuzz::around::prefixed;
use doichieu_fuzz::challenged::{CHALLENGED, Challenged, ask_bytes, ask_text};
use doichieu_fuzz::seeds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::asks), |bytes: &[u8]| {
    if Challenged::taken(&ask_text(bytes)) {
        assert_eq!(bytes, CHALLENGED.ask, "taken for an ask, and never made");
    }
    if let Ok(text) = core::str::from_utf8(bytes)
        && Challenged::taken(text)
    {
        // Nobody signs the compression: another stream of the same ask is the same ask.
        assert_eq!(ask_bytes(prefixed(text, "DCQ1:")).as_deref(), Some(CHALLENGED.ask.as_slice()), "taken for an ask, and never made");
    }
});
