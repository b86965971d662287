//! The consent once more, signed by the bound key without the papers: what may be kept where the papers may not
//! (docs/dc1.md §10).

use crate::key::PublicKey;
use alloc::string::String;
use alloc::vec::Vec;

/// What one token leaves behind of what was agreed to. Its signature was not checked: whoever keeps it does that
/// ([`ConsentProof`](crate::ConsentProof)).
///
/// It names a phone's key and what was to be shown to whom, so it is pseudonymous: no `Debug` of it.
pub(crate) struct Statement {
    /// The bound key.
    pub(crate) holder: PublicKey,
    /// Who bound it, as the token's signature proved.
    pub(crate) issuer: String,
    /// `signed-consent` of docs/dc1.md §10.
    pub(crate) signed: Vec<u8>,
}

/// The statements of a showing that was proven and agreed to, one for each of its tokens, and by whose word they are
/// kept.
pub(crate) struct Statements {
    pub(crate) of_tokens: Vec<Statement>,
    /// The post's name.
    pub(crate) post: String,
    /// How long the role's profile keeps them, in seconds.
    pub(crate) kept: u64,
}

impl core::fmt::Debug for Statements {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Statements").finish_non_exhaustive()
    }
}

impl core::fmt::Debug for Statement {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Statement").finish_non_exhaustive()
    }
}
