//! The challenge: what a post wants, signed in two steps by a key that never enters the core, shown as `DCQ1:`.

use super::terms::{ASK_LIFE, allowed, longest_retention, needs, within};
use super::wire::{self, AskClaims, MAX_ORIGIN};
use super::{ASK_DIGITS, Ask, AskError, Digits, Pending, Terms};
use crate::digest::sha256;
use crate::encounter_seed::EncounterSeed;
use crate::field::{Field, Kind, Purpose, Scope};
use crate::input::MAX_TEXT;
use crate::key;
use crate::post::Post;
use crate::question::Question;
use crate::seal;
use crate::sealed::{AnswerKey, Seed};
use crate::time::UnixTime;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a post wants to be shown: everything it may ask for, these fields, or the answer to a question. Each is a maker
/// of its own, so nothing that is left out can mean everything.
#[derive(Clone, Debug)]
pub struct Wants {
    purpose: Purpose,
    what: What,
    retention: Option<u64>,
    origin: Option<String>,
}

#[derive(Clone, Debug)]
enum What {
    All,
    Only(Scope),
    Answer(Question),
    /// A field was named of a kind of paper that it is no field of, or beside everything or a question.
    Stray,
    /// A kind of paper was named, and no field of it.
    Nothing,
}

impl Wants {
    /// Wants all that mandate and profile allow for the purpose.
    #[must_use]
    pub const fn all(purpose: Purpose) -> Self {
        Self::of(purpose, What::All)
    }

    /// Wants only these fields of this kind; of further kinds, [`Wants::and`]. What is no field of the kind is wider
    /// than anything, and no field at all is nothing to ask for: such an ask is refused as a whole
    /// ([`AskError::WiderThanMandate`], [`AskError::Nothing`]), never sent without them and never for everything.
    #[must_use]
    pub fn only(purpose: Purpose, kind: Kind, fields: impl IntoIterator<Item = Field>) -> Self {
        Self::of(purpose, What::Only(Scope::NONE)).and(kind, fields)
    }

    /// Wants only the answer to a question: the fields it is answered from travel, and none of them is shown.
    #[must_use]
    pub const fn answer(purpose: Purpose, question: Question) -> Self {
        Self::of(purpose, What::Answer(question))
    }

    /// These fields of this kind besides those of [`Wants::only`]. Beside everything, or beside a question, an ask with
    /// fields is refused as a whole ([`AskError::WiderThanMandate`]): it is not known which of the two is meant.
    #[must_use]
    pub fn and(mut self, kind: Kind, fields: impl IntoIterator<Item = Field>) -> Self {
        let keys: Option<Vec<_>> = fields.into_iter().map(|field| field.in_kind(kind)).collect();
        self.what = match (self.what, keys) {
            (What::Nothing, _) => What::Nothing,
            (What::Only(mut scope), Some(keys)) if !keys.is_empty() => {
                scope.add(kind, keys);
                What::Only(scope)
            }
            (What::Only(_), Some(_)) => What::Nothing,
            _ => What::Stray,
        };
        self
    }

    const fn of(purpose: Purpose, what: What) -> Self {
        Self { purpose, what, retention: None, origin: None }
    }

    /// Retention, in seconds; never longer than mandate and profile allow.
    #[must_use]
    pub const fn retention(mut self, seconds: u64) -> Self {
        self.retention = Some(seconds);
        self
    }

    /// The app or web origin that the answer goes back to on the same phone. The wallet compares it with who really
    /// called.
    #[must_use]
    pub fn origin(mut self, origin: String) -> Self {
        self.origin = Some(origin);
        self
    }
}

/// An ask that waits for the post's signature.
#[derive(Debug)]
pub struct AskDraft {
    post: Post,
    claims: AskClaims,
    key: AnswerKey,
    encounter: EncounterSeed,
    protected: Vec<u8>,
    payload: Vec<u8>,
    to_be_signed: Vec<u8>,
}

/// A signed challenge: the text for the citizen's app, and the ask that its answer is inspected with.
#[derive(Clone, Debug)]
pub struct Challenge {
    text: String,
    ask: Ask,
    digits: Digits,
}

impl Challenge {
    /// `DCQ1:…`, for a QR or an app link.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The ask to inspect the answer with.
    #[must_use]
    pub const fn ask(&self) -> &Ask {
        &self.ask
    }

    /// The two digits to show beside the code, large: see [`Ask::digits`].
    #[must_use]
    pub const fn digits(&self) -> Digits {
        self.digits
    }
}

impl AskDraft {
    /// Drafts an ask within mandate and profile. `seed` is the host's randomness, new for each ask.
    pub(crate) fn new(
        post: &Post,
        wants: &Wants,
        seed: &Seed,
        encounter: &EncounterSeed,
        at: UnixTime,
    ) -> Result<Self, AskError> {
        let allowed = allowed(post, wants.purpose)?;
        let (fields, question) = match &wants.what {
            What::All => (allowed, None),
            What::Only(fields) => (within(fields, &allowed)?, None),
            What::Answer(question) => (within(&needs(*question), &allowed)?, Some(question.number())),
            What::Stray => return Err(AskError::WiderThanMandate),
            What::Nothing => return Err(AskError::Nothing),
        };
        if wants.origin.as_ref().is_some_and(|origin| !(1..=MAX_ORIGIN).contains(&origin.len())) {
            return Err(AskError::WiderThanMandate);
        }
        let longest = longest_retention(post);
        let key = seed.answer_key();
        let claims = AskClaims {
            exp: at.plus(ASK_LIFE),
            iat: at,
            nonce: seed.nonce(),
            purpose: wants.purpose,
            fields,
            retention: wants.retention.map_or(longest, |seconds| seconds.min(longest)),
            key: *key.public(),
            origin: wants.origin.clone(),
            question,
        };
        let protected = wire::protected(post.key().alg(), post.mandate_bytes());
        let payload = claims.encode();
        // Before anything is signed in vain: every signature is as long.
        if wire::text_of(&wire::encode(&protected, &payload, &[0; key::SIGNATURE])).len() > MAX_TEXT {
            return Err(AskError::TooLong);
        }
        let to_be_signed = seal::to_be_signed(&protected, &payload);
        Ok(Self { post: post.clone(), claims, key, encounter: encounter.clone(), protected, payload, to_be_signed })
    }

    /// The bytes for the post's key to sign: Ed25519, or ECDSA P-256 with SHA-256 as 64 bytes r ‖ s.
    #[must_use]
    pub fn to_be_signed(&self) -> &[u8] {
        &self.to_be_signed
    }

    /// Takes the signature and makes the challenge.
    ///
    /// # Errors
    /// [`AskError::NotSigned`] if it is not the post's key's signature over [`AskDraft::to_be_signed`].
    pub fn seal(self, signature: &[u8]) -> Result<Challenge, AskError> {
        let signature: &[u8; key::SIGNATURE] = signature.try_into().map_err(|_| AskError::NotSigned)?;
        let key = self.post.key();
        key::verify(key.alg(), key, &self.to_be_signed, signature).map_err(|_| AskError::NotSigned)?;
        let bytes = wire::encode(&self.protected, &self.payload, signature);
        let digest = sha256(&bytes);
        let ask = pending(&self.post, self.claims, Some(self.key), digest, &self.encounter);
        Ok(Challenge { text: wire::text_of(&bytes), ask, digits: Digits::of(ASK_DIGITS, &digest) })
    }
}

/// Takes a challenge up again, after the app was closed while the citizen's app was open.
pub(crate) fn resume(post: &Post, text: &str, seed: &Seed, encounter: &EncounterSeed) -> Result<Ask, AskError> {
    let (claims, digest) = own(post, text)?;
    let key = seed.answer_key();
    if claims.nonce != seed.nonce() || claims.key != *key.public() {
        return Err(AskError::NotOurs);
    }
    Ok(pending(post, claims, Some(key), digest, encounter))
}

/// A challenge without its key: to compute a report again.
pub(crate) fn kept(post: &Post, text: &str, encounter: &EncounterSeed) -> Result<Ask, AskError> {
    let (claims, digest) = own(post, text)?;
    Ok(pending(post, claims, None, digest, encounter))
}

/// A challenge of this very mandate, signed by its key and within it.
fn own(post: &Post, text: &str) -> Result<(AskClaims, [u8; 32]), AskError> {
    let bytes = wire::bytes_of(text).map_err(|_| AskError::NotOurs)?;
    let (mandate, sealed) = wire::read(&bytes).map_err(|_| AskError::NotOurs)?;
    let opened = sealed.verify(post.key()).map_err(|_| AskError::NotSigned)?;
    let claims = AskClaims::read(&opened).map_err(|_| AskError::NotOurs)?;
    if mandate != post.mandate_bytes() {
        return Err(AskError::NotOurs);
    }
    within(&claims.fields, &allowed(post, claims.purpose)?)?;
    claims.known_question().map_err(|_| AskError::NotOurs)?;
    Ok((claims, sha256(&bytes)))
}

fn pending(post: &Post, claims: AskClaims, key: Option<AnswerKey>, digest: [u8; 32], encounter: &EncounterSeed) -> Ask {
    let audience = format!("post:{}", post.name());
    let pending = Pending { audience, exp: claims.exp, nonce: claims.nonce, digest };
    let retention = claims.retention.min(longest_retention(post));
    let question = claims.question.and_then(Question::from_number);
    let terms = Terms::challenged(post, claims.purpose, claims.fields, retention, question, pending, encounter);
    Ask { key, ..Ask::of(terms) }
}
