//! The text of a plain code: anybody can print one. Whatever is read comes from the text, within the bounds of its
//! field, and is never proven.
#![no_main]

use doichieu::plain::{self, MAX_PLAIN};
use doichieu::reason::Reason;
use doichieu::{Memory, Scan, Value};
use doichieu_fuzz::{WORLD, proves, seeds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: seeds::write(seeds::printed), |text: &str| {
    let altered = plain::what_altered(text);
    match plain::read(text) {
        Ok(reading) => {
            assert!(text.len() <= MAX_PLAIN && altered.is_none() && plain::recognise(text) == Some(reading.code()));
            assert!(reading.fields().count() > 1, "a number and a name at least");
            for (_, value) in reading.fields() {
                assert!(value.as_text().is_none_or(|text| (1..=200).contains(&text.chars().count())));
                assert!(!matches!(value, Value::Bytes(_) | Value::Map(_)));
            }
            assert_eq!(reading.reason(), Reason::PlainUnsigned);
        }
        Err(unread) => assert!(unread.part <= 32 && unread.to_string().is_ascii()),
    }
    if let Ok(mut report) = WORLD.inspect(Scan::qr(text), &mut Memory::new()) {
        assert!(!(proves(&mut report) && plain::recognise(text).is_some()), "print was proven");
    }
});
