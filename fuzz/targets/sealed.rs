//! A sealed answer to a challenge: key and ciphertext, and the text of a code.
#![no_main]

use doichieu::Scan;
use doichieu_fuzz::around::prefixed;
use doichieu_fuzz::challenged::{CHALLENGED, answer_text};
use doichieu_fuzz::{proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::answers), |bytes: &[u8]| {
    let proven = |text: &str| CHALLENGED.inspect(Scan::qr(text)).is_ok_and(|mut report| proves(&mut report));
    let text = answer_text(bytes);
    if proven(&text) {
        assert_eq!(bytes, CHALLENGED.sealed, "proven, and never sealed");
    }
    // base45 has one spelling for each sequence of bytes.
    if let Ok(text) = core::str::from_utf8(bytes)
        && proven(text)
    {
        assert_eq!(prefixed(text, "DC1S:"), answer_text(&CHALLENGED.sealed), "proven, and never sealed");
    }
});
