//! DC1: from the bytes of a frame to papers that an issuer signed and a holder disclosed (docs/dc1.md).

use super::{Begins, Format};

mod binding;
mod claims;
pub(crate) mod envelope;
mod grant;
mod papers;
mod prove;
mod reveal;
pub(crate) mod statement;

/// The `vct` of the profile, and its name in an issuer's formats.
const NAME: &str = "dc1";

/// Codes of the profile, and every frame that no other format recognises.
pub(crate) const DC1: Format =
    Format { name: NAME, begins: Begins::With("DC1:"), recognise: |_| Some(true), is_copy: false, prove: prove::prove };
