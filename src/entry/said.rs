//! What is said of a value: a text that is wiped.

use super::Entry;
use super::json::write_object;
use alloc::string::String;
use core::fmt::{self, Write};
use zeroize::Zeroizing;

/// A value in words or in JSON. **Personal data**, and the caller's copy: to be dropped with the release that gave it.
///
/// No `Clone`, no `Debug` of the text; overwritten when dropped. It is written in one buffer of its own length, so no
/// shorter one is left behind. What `Display` writes elsewhere, into a line or on a screen, is out of its reach.
pub struct SaidValue(Zeroizing<String>);

/// Writes a text; the same one each time.
type Writes<'w> = &'w dyn Fn(&mut dyn Write) -> fmt::Result;

impl SaidValue {
    /// What this writes: once to learn how long it is, once to keep it.
    pub(super) fn of(write: Writes<'_>) -> Self {
        let mut length = Length(0);
        // Neither a count nor a String refuses anything.
        let _ = write(&mut length);
        let mut text = Zeroizing::new(String::with_capacity(length.0));
        let _ = write(&mut *text);
        Self(text)
    }

    /// Fields as a JSON object by their names.
    pub(crate) fn of_all(entries: &[Entry<'_>]) -> Self {
        Self::of(&|to| write_object(entries, to))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SaidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SaidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SaidValue(..)")
    }
}

/// Bytes, counted and not kept.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::SaidValue;
    use alloc::format;

    #[test]
    fn a_text_never_grows_and_is_not_in_its_debug() {
        let said =
            SaidValue::of(&|to| ["Nguyễn", " ", "Văn ", "A"].into_iter().try_for_each(|part| to.write_str(part)));
        assert_eq!(said.as_str(), "Nguyễn Văn A");
        assert_eq!(
            said.0.capacity(),
            said.0.len(),
            "room for all of it at once: a text that grows leaves copies behind"
        );
        assert_eq!((format!("{said}"), format!("{said:?}")), ("Nguyễn Văn A".into(), "SaidValue(..)".into()));
    }
}
