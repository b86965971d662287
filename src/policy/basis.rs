//! Legal bases.

use crate::cbor::{Error, Reader};
use crate::input::Fault;
use alloc::string::{String, ToString};

/// A legal basis to read what comes without consent, by its code: `law-91-2025-art-19`. Which ones a role has is data
/// of its profile.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegalBasis(String);

/// Longest code of a legal basis, in characters: those of rules of law here are half as long.
const LONGEST_BASIS: usize = 64;

impl LegalBasis {
    /// A basis by its code: 1 to 64 small letters, digits and hyphens; `None` otherwise. It says nothing about who may
    /// rely on it.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_code = (1..=LONGEST_BASIS).contains(&code.len()) && code.bytes().all(known);
        is_code.then(|| Self(code.to_string()))
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

pub(super) fn read_basis(reader: &mut Reader<'_, '_>) -> Result<LegalBasis, Error> {
    LegalBasis::new(reader.text()?).ok_or_else(|| reader.fault(Fault::Value))
}
