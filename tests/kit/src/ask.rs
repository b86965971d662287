//! A post's challenge, written by hand: also one that no honest post would sign.

use hpke::kem::X25519HkdfSha256;
use hpke::{Kem, Serializable};

use crate::cbor::{Item, Map, sha256};
use crate::cose::{Sign1, Signed};
use crate::frame::zlib;
use crate::key::SignKey;
use crate::{Scope, scope_item};

/// `typ` of an ask.
pub const ASK_TYP: &str = "application/dc1-ask+cwt";
/// Claim: what is asked.
pub const ASKS: i64 = -65_610;

/// What an ask is to say.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a draft for tests to change")]
pub struct AskSpec {
    /// The post's mandate, whole.
    pub mandate: Item,
    /// Asked at.
    pub iat: u64,
    /// To be answered before.
    pub exp: u64,
    /// Nonce.
    pub nonce: [u8; 32],
    /// Purpose.
    pub purpose: u64,
    /// What is wanted.
    pub wanted: Scope,
    /// Retention, seconds.
    pub retention: u64,
    /// The X25519 key to seal the answer to.
    pub key: [u8; 32],
    /// App or web origin.
    pub origin: Option<String>,
    /// A question instead of fields.
    pub question: Option<u64>,
}

impl AskSpec {
    /// For as long as an ask may live, with no origin and no retention.
    #[must_use]
    pub const fn new(mandate: Item, iat: u64, purpose: u64, wanted: Scope, nonce: [u8; 32], key: [u8; 32]) -> Self {
        let exp = iat.saturating_add(240);
        Self { mandate, iat, exp, nonce, purpose, wanted, retention: 0, key, origin: None, question: None }
    }

    /// The claims.
    #[must_use]
    pub fn claims(&self) -> Map {
        let key = Map::new().with(1, 1).with(-1, 4).with(-2, self.key);
        let asks = Map::new()
            .with(1, self.purpose)
            .with(2, scope_item(&self.wanted))
            .with(3, self.retention)
            .with(4, key)
            .with_some(5, self.origin.as_deref())
            .with_some(6, self.question);
        Map::new().with(4, self.exp).with(6, self.iat).with(39, self.nonce).with(ASKS, asks)
    }

    /// What a post with this key will sign.
    #[must_use]
    pub fn sign1(&self, key: &SignKey) -> Sign1 {
        let protected = Map::new().with(1, key.alg()).with(13, self.mandate.clone()).with(16, ASK_TYP);
        Sign1::new(&protected, &self.claims())
    }

    /// Signed.
    #[must_use]
    pub fn sign(&self, key: &SignKey) -> Signed {
        self.sign1(key).sign(key)
    }
}

/// The nonce of a post that keeps one secret for each ask, as this engine does: `SHA-256("dc1 ask nonce" ‖ secret)`.
#[must_use]
pub fn nonce(secret: &[u8; 32]) -> [u8; 32] {
    sha256(&[b"dc1 ask nonce", &secret[..]].concat())
}

/// The public key of that post's ask: DeriveKeyPair (RFC 9180 §7.1.3) of `SHA-256("dc1 ask key" ‖ secret)`.
#[must_use]
pub fn answer_key(secret: &[u8; 32]) -> [u8; 32] {
    let material = sha256(&[b"dc1 ask key", &secret[..]].concat());
    let (_, public) = <X25519HkdfSha256 as Kem>::derive_keypair(&material);
    public.to_bytes().into()
}

/// The text of an ask's bytes: `"DCQ1:" base45(zlib(ask))`.
#[must_use]
pub fn text(ask: &[u8]) -> String {
    format!("DCQ1:{}", base45::encode(zlib(ask, 9)))
}

/// The bytes of an ask's text. `None` if it is no ask's.
#[must_use]
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    let stream = base45::decode(text.strip_prefix("DCQ1:")?).ok()?;
    miniz_oxide::inflate::decompress_to_vec_zlib(&stream).ok()
}

/// The two digits of an ask's bytes, as they stand on its post's screen: SHA-256("dc1 ask digits" ‖ SHA-256(ask))
/// modulo 100.
#[must_use]
pub fn digits(ask: &[u8]) -> String {
    let hash = sha256(&[b"dc1 ask digits", &sha256(ask)[..]].concat());
    format!("{:02}", modulo_100(&hash))
}

/// The two digits of a post: SHA-256("dc1 post digits" ‖ its name) modulo 100.
#[must_use]
pub fn post_digits(post: &str) -> u64 {
    modulo_100(&sha256(&[b"dc1 post digits", post.as_bytes()].concat())).into()
}

/// A big-endian number modulo 100: 256 is 56 there, so the powers of it repeat after five bytes.
fn modulo_100(number: &[u8]) -> u32 {
    let powers = [1_u32, 56, 36, 16, 96, 76].into_iter();
    let powers = powers.clone().take(1).chain(powers.skip(1).cycle());
    let terms = number.iter().rev().zip(powers).map(|(byte, power)| u32::from(*byte).saturating_mul(power));
    terms.fold(0, u32::saturating_add).checked_rem(100).unwrap_or_default()
}
