//! How a wire format yields authentic claims. One format so far: DC1.

pub(crate) mod dc1;

#[cfg(test)]
mod draft_tests;
