//! The citizen's answer to a challenge: who asks and why is verified by the same code that verifies papers, then what
//! was asked is shown and sealed to that very ask.

use core::convert::Infallible;

use doichieu::{Asked, Question};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeS, Serializable};

use crate::Scope;
use crate::frame::{Deflate, frame as deflated};
use crate::key::Seed;
use crate::scene::Scene;
use crate::wallet::{Presentation, Showing};

/// Answers are padded to a multiple of this.
const PADDING: usize = 256;

/// The showing that answers an ask, on a phone whose clock may be wrong: `iat` is the phone's, `exp` the ask's.
#[must_use]
pub fn showing(asked: &Asked, phone_clock: u64, cti: [u8; 16]) -> Showing {
    let mut showing = Showing::new(asked.role(), asked.purpose().number(), phone_clock, cti);
    showing.audience = asked.audience();
    showing.exp = asked.until().seconds();
    showing.cnonce = Some(*asked.nonce());
    showing.ask = Some(*asked.digest());
    showing.wanted = Some(wanted(asked));
    showing.retention = asked.retention();
    showing.question = asked.question().map(Question::number);
    showing
}

/// What an ask asks for, as a scope.
#[must_use]
pub fn wanted(asked: &Asked) -> Scope {
    asked.fields().map(|(kind, fields)| (kind.number(), fields.map(|field| field.number()).collect())).collect()
}

/// A scene's papers shown in answer to an ask.
#[must_use]
pub fn answer(scene: &Scene, asked: &Asked, phone_clock: u64) -> Presentation {
    let mut showing = showing(asked, phone_clock, scene.showing.cti);
    showing.signs_consent = scene.showing.signs_consent;
    scene.wallet.present(&scene.tokens, &showing)
}

/// A presentation compressed, padded and sealed to an ask's key: `enc ‖ ciphertext`. `None` if the key is no key.
#[must_use]
pub fn seal(presentation: &Presentation, key: &[u8; 32], ask: &[u8; 32], seed: Seed) -> Option<Vec<u8>> {
    seal_padded(&pad(&deflated(&presentation.encode(), Deflate::WhenItPays)), key, ask, seed)
}

/// The same of bytes that are padded already, or wrongly.
#[must_use]
pub fn seal_padded(padded: &[u8], key: &[u8; 32], ask: &[u8; 32], seed: Seed) -> Option<Vec<u8>> {
    let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(key).ok()?;
    let mut random = Draw { seed, drawn: 0 };
    let mode = OpModeS::Base;
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &mode,
        &key,
        ask,
        padded,
        &[],
        &mut random,
    )
    .ok()?;
    let mut sealed = encapsulated.to_bytes().to_vec();
    sealed.extend_from_slice(&ciphertext);
    Some(sealed)
}

/// `length ‖ frame ‖ zeros`.
#[must_use]
pub fn pad(frame: &[u8]) -> Vec<u8> {
    let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
    let mut padded = length.to_be_bytes().to_vec();
    padded.extend_from_slice(frame);
    padded.resize(padded.len().next_multiple_of(PADDING), 0);
    padded
}

/// The text of a sealed answer.
#[must_use]
pub fn text(sealed: &[u8]) -> String {
    format!("DC1S:{}", base45::encode(sealed))
}

/// Randomness drawn from a seed, so that a test is the same every time. Never for a real wallet.
#[derive(Debug)]
struct Draw {
    seed: Seed,
    drawn: u64,
}

impl TryRng for Draw {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        for chunk in to.chunks_mut(32) {
            self.drawn = self.drawn.wrapping_add(1);
            let block = self.seed.bytes(&format!("draw {}", self.drawn));
            chunk.iter_mut().zip(block).for_each(|(to, from)| *to = from);
        }
        Ok(())
    }
}

impl TryCryptoRng for Draw {}
