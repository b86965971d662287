//! Seeds and signing keys.

use core::ops::Neg;

use ed25519_dalek::Signer;

use crate::cbor::{Item, Map, sha256};

/// Where every key, salt and identifier comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// 32 bytes for a label: SHA-256 of the seed and the label.
    #[must_use]
    pub fn bytes(self, label: &str) -> [u8; 32] {
        sha256(&[&self.0, label.as_bytes()].concat())
    }

    /// The first 16 bytes for a label: salts, cti.
    #[must_use]
    pub fn bytes16(self, label: &str) -> [u8; 16] {
        let mut out = [0; 16];
        out.iter_mut().zip(self.bytes(label)).for_each(|(to, from)| *to = from);
        out
    }

    /// A seed of its own for a part of the world.
    #[must_use]
    pub fn child(self, label: &str) -> Self {
        Self(self.bytes(label))
    }

    /// A signing key for a label.
    #[must_use]
    pub fn key(self, alg: Alg, label: &str) -> SignKey {
        match alg {
            Alg::Ed25519 => SignKey::ed25519(self.bytes(label)),
            Alg::P256 => SignKey::p256(self.bytes(label)),
        }
    }
}

/// The two algorithms of the profile (RFC 9864).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Alg {
    /// −19.
    Ed25519,
    /// ESP256, −9.
    P256,
}

impl Alg {
    /// Its number in COSE.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Ed25519 => -19,
            Self::P256 => -9,
        }
    }
}

/// A private key. Signatures are deterministic (RFC 8032; RFC 6979).
#[derive(Clone)]
#[non_exhaustive]
pub enum SignKey {
    /// Ed25519.
    Ed25519(ed25519_dalek::SigningKey),
    /// ECDSA with P-256 and SHA-256.
    P256(p256::ecdsa::SigningKey),
}

impl SignKey {
    /// An Ed25519 key of 32 secret bytes.
    #[must_use]
    pub fn ed25519(secret: [u8; 32]) -> Self {
        Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(&secret))
    }

    /// A P-256 key: the secret bytes if they are a scalar, otherwise the first hash of them that is.
    #[must_use]
    pub fn p256(secret: [u8; 32]) -> Self {
        let mut scalar = secret;
        loop {
            if let Ok(key) = p256::ecdsa::SigningKey::from_slice(&scalar) {
                return Self::P256(key);
            }
            scalar = sha256(&scalar);
        }
    }

    /// Its algorithm.
    #[must_use]
    pub const fn kind(&self) -> Alg {
        match self {
            Self::Ed25519(_) => Alg::Ed25519,
            Self::P256(_) => Alg::P256,
        }
    }

    /// The number of its algorithm, −19 or −9.
    #[must_use]
    pub const fn alg(&self) -> i64 {
        self.kind().number()
    }

    /// Its public half as a COSE key.
    #[must_use]
    pub fn cose_key(&self) -> Map {
        match self {
            Self::Ed25519(key) => {
                Map::of([(1, Item::from(1)), (-1, Item::from(6))]).with(-2, key.verifying_key().to_bytes())
            }
            Self::P256(key) => {
                let point = key.verifying_key().to_sec1_point(false);
                let coordinate = |from| point.as_bytes().iter().skip(from).take(32).copied().collect::<Vec<u8>>();
                Map::of([(1, Item::from(2)), (-1, Item::from(1))]).with(-2, coordinate(1)).with(-3, coordinate(33))
            }
        }
    }

    /// First 8 bytes of SHA-256 of the encoded COSE key.
    #[must_use]
    pub fn kid(&self) -> Vec<u8> {
        kid_of(&self.cose_key())
    }

    /// 64 bytes over a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.sign(message).to_bytes().to_vec(),
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
        }
    }
}

impl core::fmt::Debug for SignKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SignKey").field("alg", &self.kind()).finish_non_exhaustive()
    }
}

/// The kid of any COSE key.
#[must_use]
pub fn kid_of(cose_key: &Map) -> Vec<u8> {
    sha256(&cose_key.encode()).iter().take(8).copied().collect()
}

/// The other valid form of an ECDSA P-256 signature: (r, n − s). `None` if these 64 bytes are no signature.
#[must_use]
pub fn twin_signature(signature: &[u8]) -> Option<Vec<u8>> {
    let signature = p256::ecdsa::Signature::from_slice(signature).ok()?;
    let negated = Neg::neg(*signature.s());
    let twin = p256::ecdsa::Signature::from_scalars(signature.r(), negated).ok()?;
    Some(twin.to_bytes().to_vec())
}
