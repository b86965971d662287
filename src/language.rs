//! The two languages, the one form of every text in them, and how a day is written in them.

use core::fmt::{self, Write};

/// The languages of every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
}

/// Year, month and day of month.
pub(crate) type Civil = (i32, u32, u32);

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Language {
    /// Writes a day as people write it: 18/11/2026; in English 18 Nov 2026, which nobody reads the other way round.
    pub(crate) fn write_day(self, (year, month, day): Civil, to: &mut dyn Write) -> fmt::Result {
        match self.month(month) {
            Some(name) => write!(to, "{day} {name} {year:04}"),
            None => write!(to, "{day:02}/{month:02}/{year:04}"),
        }
    }

    /// The same of a month: 11/2026, Nov 2026.
    pub(crate) fn write_month(self, year: i32, month: u32, to: &mut dyn Write) -> fmt::Result {
        match self.month(month) {
            Some(name) => write!(to, "{name} {year:04}"),
            None => write!(to, "{month:02}/{year:04}"),
        }
    }

    /// A month's name, in the language that writes it out.
    fn month(self, month: u32) -> Option<&'static str> {
        let place = usize::try_from(month.checked_sub(1)?).ok()?;
        MONTHS.get(place).copied().filter(|_| self == Self::En)
    }
}

/// A text in both languages, as it stands in a table: never with a value of a paper in it.
///
/// ```
/// use doichieu::{Headline, Language};
///
/// let text = Headline::Accept.text();
/// assert_eq!((text.of(Language::Vi), text.en), ("ĐẠT", "IN ORDER"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Text {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// From a table.
    #[must_use]
    pub const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    /// It in one language.
    #[must_use]
    pub const fn of(self, language: Language) -> &'static str {
        match language {
            Language::Vi => self.vi,
            Language::En => self.en,
        }
    }
}
