//! The citizen's wallet: what is chosen, what is agreed, and the key-binding token over both.

use doichieu::Question;
use doichieu::field::{self, Kind, Place};

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed};
use crate::frame::{self, Deflate};
use crate::issuer::{PAPERS, Token};
use crate::key::SignKey;
use crate::paper::{Disclosure, leaf_keys};
use crate::{Scope, scope_item};
use sha2::{Digest, Sha256};

/// Claim: the consent.
pub const CONSENT: i64 = -65_601;
/// `typ` of a key-binding token.
pub const KB_CWT: u64 = 294;
/// Header of a key-binding token: the signature of the consent alone.
pub const CONSENTED: i64 = -65_603;
/// `typ` of that consent, and its header with the digest of the token it is about.
pub const CONSENT_CWT: &str = "application/dc1-consent+cwt";
/// See [`CONSENT_CWT`].
pub const TOKEN: i64 = -65_604;

/// What the citizen agrees to, signed inside the key-binding token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Consent {
    /// Purpose.
    pub purpose: u64,
    /// The leaf keys shown.
    pub scope: Scope,
    /// Retention agreed to, seconds.
    pub retention: u64,
    /// How long a screen may show it, in seconds, as the citizen was told.
    pub display: Option<u64>,
    /// Digest of the ask that is answered.
    pub ask: Option<[u8; 32]>,
    /// Member i of n of a set, from 1.
    pub member: Option<(u64, u64)>,
    /// A question instead of fields.
    pub question: Option<u64>,
    /// The two digits of the post it is shown to.
    pub post_digits: Option<u64>,
}

impl Consent {
    /// Consent to one unprompted showing.
    #[must_use]
    pub const fn new(purpose: u64, scope: Scope, retention: u64) -> Self {
        Self { purpose, scope, retention, display: None, ask: None, member: None, question: None, post_digits: None }
    }

    /// As CBOR.
    #[must_use]
    pub fn map(&self) -> Map {
        Map::new()
            .with(1, self.purpose)
            .with(2, scope_item(&self.scope))
            .with(3, self.retention)
            .with_some(4, self.ask)
            .with_some(5, self.member.map(|(i, n)| Item::array([i, n])))
            .with_some(6, self.question)
            .with_some(8, self.post_digits)
            .with_some(9, self.display)
    }
}

/// One showing: everything that does not come from the tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Showing {
    /// "role:" role, or "post:" id.
    pub audience: String,
    /// Shown at.
    pub iat: u64,
    /// Good until.
    pub exp: u64,
    /// One per showing.
    pub cti: [u8; 16],
    /// Nonce of a challenge.
    pub cnonce: Option<[u8; 32]>,
    /// Purpose.
    pub purpose: u64,
    /// Retention agreed to, seconds.
    pub retention: u64,
    /// How long a screen may show it, in seconds, as the citizen was told; `None`: as the role's profile says.
    pub display: Option<u64>,
    /// What the citizen ticks; `None`: everything the tokens hold.
    pub wanted: Option<Scope>,
    /// Digest of the ask that is answered.
    pub ask: Option<[u8; 32]>,
    /// The question that is agreed to instead of fields.
    pub question: Option<u64>,
    /// The two digits of the post it is shown to, as the citizen picked or typed them.
    pub post_digits: Option<u64>,
    /// Whether the consent is signed once more, apart from the papers, so that it can be kept without them.
    pub signs_consent: bool,
}

impl Showing {
    /// Unprompted, to any post of a role, good for 60 s, everything shown, no retention.
    #[must_use]
    pub fn new(role: &str, purpose: u64, iat: u64, cti: [u8; 16]) -> Self {
        Self {
            audience: format!("role:{role}"),
            iat,
            exp: iat.saturating_add(60),
            cti,
            cnonce: None,
            purpose,
            retention: 0,
            display: None,
            wanted: None,
            ask: None,
            question: None,
            post_digits: None,
            signs_consent: false,
        }
    }

    /// The same, agreed to as the answer to a question: nothing travels but what it is answered from.
    #[must_use]
    pub fn answering(mut self, question: Question) -> Self {
        let (kind, fields) = question.needs();
        self.wanted = Some([(kind.number(), fields.iter().map(|field| field.number()).collect())].into());
        self.question = Some(question.number());
        self
    }
}

/// A wallet on one device.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Wallet {
    /// The device key.
    pub key: SignKey,
}

impl Wallet {
    /// A wallet with a device key.
    #[must_use]
    pub const fn new(key: SignKey) -> Self {
        Self { key }
    }

    /// One draft for each token, not yet signed. Several tokens make a set.
    #[must_use]
    pub fn draft(&self, tokens: &[Token], showing: &Showing) -> Vec<MemberDraft> {
        let count = u64::try_from(tokens.len()).unwrap_or(u64::MAX);
        let member = |i| (count > 1).then_some((i, count));
        tokens.iter().zip(1..).map(|(token, i)| self.member(token, showing, member(i))).collect()
    }

    fn member(&self, token: &Token, showing: &Showing, member: Option<(u64, u64)>) -> MemberDraft {
        let (disclosures, scope) = choose(token, showing.wanted.as_ref());
        let consent = Consent {
            purpose: showing.purpose,
            scope,
            retention: showing.retention,
            display: showing.display,
            ask: showing.ask,
            member,
            question: showing.question,
            post_digits: showing.post_digits,
        };
        let claims = Map::new()
            .with(3, showing.audience.as_str())
            .with(4, showing.exp)
            .with(6, showing.iat)
            .with(7, showing.cti)
            .with_some(39, showing.cnonce)
            .with(CONSENT, consent.map());
        let mut draft = MemberDraft::new(self.key.clone(), token.with(&disclosures).item(), claims);
        draft.signs_consent = showing.signs_consent;
        draft
    }

    /// Shown: drafted, signed, put together.
    #[must_use]
    pub fn present(&self, tokens: &[Token], showing: &Showing) -> Presentation {
        Presentation::of(self.draft(tokens, showing).iter().map(MemberDraft::sign))
    }
}

/// A key-binding token before its signature.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MemberDraft {
    /// The key that will sign.
    pub key: SignKey,
    /// Protected header; the token stands at 13.
    pub protected: Map,
    /// Claims; the consent stands at −65601.
    pub claims: Map,
    /// Whether the claims are signed once more, apart from the token.
    pub signs_consent: bool,
}

impl MemberDraft {
    /// Around any token and claims.
    #[must_use]
    pub fn new(key: SignKey, token: Item, claims: Map) -> Self {
        let protected = Map::new().with(1, key.alg()).with(13, token).with(16, KB_CWT);
        Self { key, protected, claims, signs_consent: false }
    }

    /// The consent, to change.
    pub fn consent_mut(&mut self) -> Option<&mut Map> {
        self.claims.map_mut(CONSENT)
    }

    /// What will be signed.
    #[must_use]
    pub fn sign1(&self) -> Sign1 {
        Sign1::new(&self.protected, &self.claims)
    }

    /// The same claims, apart from the papers: what is signed besides.
    #[must_use]
    pub fn consent1(&self) -> Sign1 {
        let digest = self.protected.get(13).map(token_digest).unwrap_or_default();
        let protected = Map::new().with(1, self.key.alg()).with(16, CONSENT_CWT).with(TOKEN, digest);
        Sign1::new(&protected, &self.claims)
    }

    /// Signed.
    #[must_use]
    pub fn sign(&self) -> Signed {
        let sign1 = self.sign1();
        if !self.signs_consent {
            return sign1.sign(&self.key);
        }
        let signature = self.key.sign(&self.consent1().to_be_signed());
        sign1.unprotected(Map::new().with(CONSENTED, Item::Bytes(signature))).sign(&self.key)
    }
}

/// SHA-256 over a token's protected header, payload and signature as three byte strings.
fn token_digest(token: &Item) -> [u8; 32] {
    let mut hash = Sha256::new();
    if let Item::Tag(_, inner) = token
        && let Item::Array(parts) = inner.as_ref()
    {
        parts.iter().enumerate().filter(|(place, _)| *place != 1).for_each(|(_, part)| hash.update(part.encode()));
    }
    hash.finalize().into()
}

/// What is shown: one key-binding token or a set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Presentation {
    /// The key-binding tokens.
    pub members: Vec<Signed>,
}

impl Presentation {
    /// Of members already signed.
    pub fn of(members: impl IntoIterator<Item = Signed>) -> Self {
        Self { members: members.into_iter().collect() }
    }

    /// One token alone, or an array of several.
    #[must_use]
    pub fn item(&self) -> Item {
        match self.members.as_slice() {
            [alone] => alone.item(),
            several => Item::array(several.iter().map(Signed::item)),
        }
    }

    /// Encoded.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.item().encode()
    }

    /// The frame around it.
    #[must_use]
    pub fn frame(&self, deflate: Deflate) -> Vec<u8> {
        frame::frame(&self.encode(), deflate)
    }

    /// The text of the code.
    #[must_use]
    pub fn text(&self) -> String {
        frame::text(&self.frame(Deflate::WhenItPays))
    }
}

/// The disclosures for what is wanted, and the scope that says exactly what will be readable: every clear or revealed
/// leaf key, key 0 left out, a bearing one only if it is wanted.
#[must_use]
pub fn choose(token: &Token, wanted: Option<&Scope>) -> (Vec<Disclosure>, Scope) {
    let wants = |kind: u64, field: u64| wanted.is_none_or(|w| w.get(&kind).is_some_and(|set| set.contains(&field)));
    let chooses = |d: &Disclosure| match d.field {
        Some(field) => wants(d.kind, field),
        None => wanted.is_none_or(|w| w.contains_key(&d.kind)),
    };
    let chosen: Vec<_> = token.disclosures.iter().filter(|d| chooses(d)).cloned().collect();
    let revealed = chosen.iter().flat_map(|d| d.reveals.iter().map(|field| (d.kind, *field)));
    let mut scope = Scope::new();
    for (kind, field) in clear_keys(token).chain(revealed) {
        if wants(kind, field) || !bears(kind, field) {
            scope.entry(kind).or_default().insert(field);
        }
    }
    (chosen, scope)
}

/// The leaf keys of the token's clear papers.
fn clear_keys(token: &Token) -> impl Iterator<Item = (u64, u64)> {
    let papers = match token.claims.get(PAPERS) {
        Some(Item::Map(papers)) => papers.entries(),
        _ => &[],
    };
    papers
        .iter()
        .filter_map(|(kind, paper)| match (kind, paper) {
            (Item::Uint(kind), Item::Map(paper)) => Some((*kind, paper)),
            _ => None,
        })
        .flat_map(|(kind, paper)| leaf_keys(paper).into_iter().map(move |field| (kind, field)))
}

fn bears(kind: u64, field: u64) -> bool {
    Kind::new(kind).is_some_and(|kind| field::bearing(kind, Place::Paper).any(|row| row.field.number() == field))
}
