//! Public keys and the one place where signatures are checked.
//!
//! Ed25519 is checked strictly (RFC 8032 with weak and non-canonical keys refused); P-256 with fixed 64-byte signatures
//! (RFC 9053 §2.1). A mixed-order Ed25519 key is accepted: the equation is the cofactorless one, so every strict
//! verifier gives the same answer for it.

use crate::cbor::write::Writer;
use crate::cbor::{Error, Key, Reader};
use crate::input::Fault;
use alloc::vec::Vec;
use ed25519_dalek::{Verifier, VerifyingKey as Ed25519Key};
use p256::AffinePoint;
use p256::ecdsa::VerifyingKey as P256Key;
use p256::elliptic_curve::point::AffineCoordinates;
use sha2::{Digest, Sha256};

mod esp256;

/// Length of every signature of the profile, in bytes.
pub(crate) const SIGNATURE: usize = 64;
/// Length of a key id.
pub(crate) const KID: usize = 8;

/// The two algorithms of the profile, fully specified (RFC 9864).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alg {
    /// −19.
    Ed25519,
    /// −9, ECDSA on P-256 with SHA-256.
    Esp256,
}

impl Alg {
    /// The algorithm of a COSE number, if the profile has it.
    pub(crate) const fn from_number(number: i64) -> Option<Self> {
        match number {
            -19 => Some(Self::Ed25519),
            -9 => Some(Self::Esp256),
            _ => None,
        }
    }

    /// Its COSE number.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Ed25519 => -19,
            Self::Esp256 => -9,
        }
    }
}

/// A public key that passed every check a key can pass alone. Proves nothing about who holds the private one.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum PublicKey {
    Ed25519(Ed25519Key),
    P256(P256Key),
}

/// Why a key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyFault {
    /// Not a cose-key of docs/dc1.md §2.
    Malformed(Error),
    /// Off the curve, not canonical, or of small order: anyone can sign for it.
    Weak,
}

impl From<Error> for KeyFault {
    fn from(error: Error) -> Self {
        Self::Malformed(error)
    }
}

/// A signature did not verify. There is deliberately nothing more to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SignatureFailed;

/// Checks one signature. The only place in the crate that does.
pub(crate) fn verify(
    alg: Alg,
    key: &PublicKey,
    message: &[u8],
    signature: &[u8; SIGNATURE],
) -> Result<(), SignatureFailed> {
    match (alg, key) {
        (Alg::Ed25519, PublicKey::Ed25519(key)) => verify_ed25519(key, message, signature),
        (Alg::Esp256, PublicKey::P256(key)) => esp256::verify(key, message, signature),
        _ => Err(SignatureFailed),
    }
}

/// RFC 8032 §5.1.7 without cofactor, R and key not of small order: the answers of the library's `verify_strict`, which
/// decompresses R only to ask that, an eighth of the whole check.
///
/// Here R's bytes tell. The equation gives a point in its one encoding, so that an R that is equal to it has that
/// encoding, in which y alone decides; and any other R fails anyway. The key was asked when it was read:
/// [`PublicKey::ed25519`] makes no other.
fn verify_ed25519(key: &Ed25519Key, message: &[u8], signature: &[u8; SIGNATURE]) -> Result<(), SignatureFailed> {
    let signature = ed25519_dalek::Signature::from_bytes(signature);
    if is_small_order(signature.r_bytes()) {
        return Err(SignatureFailed);
    }
    key.verify(message, &signature).map_err(|_| SignatureFailed)
}

impl PublicKey {
    /// Reads a cose-key with exactly the members of docs/dc1.md §2: no private part, no kid, no alg.
    pub(crate) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, KeyFault> {
        let members = reader.map()?;
        expect_key(reader, 1)?;
        let key_type = reader.uint()?;
        expect_key(reader, -1)?;
        let curve = reader.uint()?;
        expect_key(reader, -2)?;
        let x: &[u8; 32] = reader.fixed()?;
        match (members, key_type, curve) {
            (3, 1, 6) => Self::ed25519(x).ok_or(KeyFault::Weak),
            (4, 2, 1) => {
                expect_key(reader, -3)?;
                let y: &[u8; 32] = reader.fixed()?;
                Self::p256(x, y).ok_or(KeyFault::Weak)
            }
            _ => Err(reader.fault(Fault::Value).into()),
        }
    }

    /// An Ed25519 key: canonical, on the curve, not of small order.
    pub(crate) fn ed25519(bytes: &[u8; 32]) -> Option<Self> {
        let key = Ed25519Key::from_bytes(bytes).ok()?;
        (is_canonical(bytes) && !is_small_order(bytes)).then_some(Self::Ed25519(key))
    }

    /// A P-256 key from its coordinates: on the curve, not the neutral element.
    pub(crate) fn p256(x: &[u8; 32], y: &[u8; 32]) -> Option<Self> {
        // By its coordinates, so that no code to find one from the other is linked.
        let point = AffinePoint::from_coordinates(&(*x).into(), &(*y).into()).into_option()?;
        P256Key::from_affine(point).ok().map(Self::P256)
    }

    /// The algorithm a key of this type may be used with: one, always.
    pub(crate) const fn alg(&self) -> Alg {
        match self {
            Self::Ed25519(_) => Alg::Ed25519,
            Self::P256(_) => Alg::Esp256,
        }
    }

    /// Its one encoding as a cose-key.
    pub(crate) fn encoded(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        match self {
            Self::Ed25519(key) => {
                writer.map(3).int(1).int(1).int(-1).int(6).int(-2).bytes(key.as_bytes());
            }
            Self::P256(key) => {
                let (x, y) = (key.as_affine().x(), key.as_affine().y());
                writer.map(4).int(1).int(2).int(-1).int(1).int(-2).bytes(&x).int(-3).bytes(&y);
            }
        }
        writer.into_bytes()
    }

    /// SHA-256 of its encoding: the key itself, for those who need not verify with it.
    pub(crate) fn id(&self) -> [u8; 32] {
        Sha256::digest(self.encoded()).into()
    }

    /// 32 bytes that tell it from any other: an Ed25519 key as it is, the x of a P-256 point, which it shares only with
    /// its negative.
    pub(crate) fn told_by(&self) -> [u8; 32] {
        match self {
            Self::Ed25519(key) => *key.as_bytes(),
            Self::P256(key) => key.as_affine().x().into(),
        }
    }

    /// First 8 bytes of its id (docs/dc1.md §2). A hint, never an identity.
    pub(crate) fn kid(&self) -> [u8; KID] {
        let mut kid = [0; KID];
        kid.iter_mut().zip(self.id()).for_each(|(to, from)| *to = from);
        kid
    }
}

/// RFC 8032 §5.1.3: the y coordinate is below 2^255 − 19.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [first, middle @ .., last] = bytes;
    !(last & 0x7f == 0x7f && middle.iter().all(|byte| *byte == 0xff) && *first >= 0xed)
}

/// Whether the y coordinate is one of a point of small order: y alone decides it, for x is then one of two that are
/// each other's negative. The library asks the same of the point, by three doublings of it.
fn is_small_order(bytes: &[u8; 32]) -> bool {
    let mut y = *bytes;
    if let Some(last) = y.last_mut() {
        *last &= 0x7f;
    }
    SMALL_ORDER.contains(&y)
}

/// The y coordinates of the eight points of small order, little-endian (RFC 8032 §5.1): 1 and −1 belong to one point
/// each, 0 and the two of order 8 to two. `strict.rs` holds them against the library's points.
const SMALL_ORDER: [[u8; 32]; 5] = [
    [
        0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ],
    [
        0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f,
    ],
    [
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20,
        0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ],
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf,
        0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ],
];

fn expect_key(reader: &mut Reader<'_, '_>, label: i64) -> Result<(), Error> {
    if reader.key()? == Key::Int(label) { Ok(()) } else { Err(reader.fault(Fault::Unexpected)) }
}

impl core::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // A device key is a name for a person: it stays out of logs.
        f.debug_tuple("PublicKey").field(&self.alg()).finish()
    }
}

#[cfg(test)]
mod tests;
