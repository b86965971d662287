//! The two languages, and the one form of every text in them.

/// The languages of every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
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
