//! A post's mandate.

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed, protected};
use crate::key::SignKey;
use crate::{Allowance, allowance_item};

/// `typ` of a mandate.
pub const MANDATE_TYP: &str = "application/dc1-licence+cwt";
/// Claim: what the mandate allows.
pub const ALLOWS: i64 = -65_611;

/// What a mandate is to say.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MandateSpec {
    /// The post.
    pub post: String,
    /// Its role.
    pub role: String,
    /// Purposes → kinds → fields.
    pub allowance: Allowance,
    /// Longest retention, seconds.
    pub retention: u64,
    /// Issued at.
    pub iat: u64,
    /// Expires at.
    pub exp: u64,
    /// By which it is revoked.
    pub cti: [u8; 16],
    /// The post's COSE key.
    pub key: Item,
}

impl MandateSpec {
    /// A mandate for seven days.
    #[must_use]
    pub fn new(post: &str, role: &str, allowance: Allowance, iat: u64, key: &SignKey, cti: [u8; 16]) -> Self {
        Self {
            post: post.to_owned(),
            role: role.to_owned(),
            allowance,
            retention: 86_400,
            iat,
            exp: iat.saturating_add(7 * 86_400),
            cti,
            key: key.cose_key().into(),
        }
    }

    /// The claims.
    #[must_use]
    pub fn claims(&self) -> Map {
        let allows =
            Map::new().with(1, self.role.as_str()).with(2, allowance_item(&self.allowance)).with(3, self.retention);
        Map::new()
            .with(2, self.post.as_str())
            .with(4, self.exp)
            .with(6, self.iat)
            .with(7, self.cti)
            .with(8, Map::new().with(1, self.key.clone()))
            .with(ALLOWS, allows)
    }

    /// What will be signed.
    #[must_use]
    pub fn sign1(&self, key: &SignKey) -> Sign1 {
        Sign1::new(&protected(key, MANDATE_TYP), &self.claims())
    }

    /// Signed by a key of the scope of mandates.
    #[must_use]
    pub fn sign(&self, key: &SignKey) -> Signed {
        self.sign1(key).sign(key)
    }
}
