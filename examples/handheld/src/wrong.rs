//! What is wrong with a value on the command line, in both languages. It names names of known sets, and never what was
//! typed: that may be a value of a paper, or a secret.

use crate::near::near;
use std::error::Error;
use std::fmt;

/// Why a value cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) vi: String,
    pub(crate) en: String,
}

impl Wrong {
    /// A sentence in each language.
    pub(crate) fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// No name of a set: the nearest of them, and all.
    pub(crate) fn name<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: Vec<_> = names.into_iter().collect();
        let all = names.join(", ");
        Self::near(typed, names).and(&format!(" Chọn trong: {all}."), &format!(" One of: {all}."))
    }

    /// No name of a set: the nearest of them.
    pub(crate) fn near<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        Self::new("không có tên này.", "there is no such name.").nearest(typed, names)
    }

    /// More about it.
    pub(crate) fn and(mut self, vi: &str, en: &str) -> Self {
        self.vi.push_str(vi);
        self.en.push_str(en);
        self
    }

    /// The names that may have been meant, if there are any.
    pub(crate) fn nearest<'n>(self, typed: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        let near = near(typed, names).join(", ");
        if near.is_empty() {
            return self;
        }
        self.and(&format!(" Gần giống: {near}."), &format!(" Nearest: {near}."))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl Error for Wrong {}
