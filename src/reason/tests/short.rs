//! How long a text may be.

use super::super::Step;
use super::{fuller_texts, reason_texts, step_texts};

#[test]
fn texts_are_short() {
    for (code, _, text) in reason_texts().chain(fuller_texts()) {
        assert!(text.chars().count() <= 110, "{code} is too long: {text}");
    }
    for (code, _, text) in step_texts() {
        // What art. 48(3) does to a driver is told whole: half of it is another law.
        let most = if code == Step::AppointmentNotShown.code() { 240 } else { 125 };
        assert!(text.chars().count() <= most, "{code} is too long ({}): {text}", text.chars().count());
    }
}
