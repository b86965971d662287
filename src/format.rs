//! How a wire format yields authentic claims: the profile DC1, and Claim 169.

pub(crate) mod claim169;
pub(crate) mod dc1;

#[cfg(test)]
mod draft_tests;
