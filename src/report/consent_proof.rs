//! The signed consent itself, to be kept as proof of who agreed, when and to what, without a value of any paper.

use super::Report;
use crate::bundle::Bundle;
use crate::cbor::claims::read_time;
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader, Rules};
use crate::consent::Consent;
use crate::digest::{Digest32, sha256};
use crate::field::{FieldKey, Kind, Purpose};
use crate::format::statement::{self, Opened};
use crate::holder::Showing;
use crate::input::{Budget, MAX_TOKENS};
use crate::key::PublicKey;
use crate::language::Text;
use crate::time::UnixTime;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The form of the bytes.
pub(crate) const FORM: u64 = 1;
/// Its last member, a SHA-256 with its head.
const CHECKSUM: usize = 34;

/// Proof of a consent: what a phone's key signed of whom it shows to, why, which fields, for how long and when, and
/// nothing of what the fields say.
///
/// Made only by [`Report::consent_proof`], after proof and consent, and by [`ConsentProof::open`], which verifies it
/// again: both check every signature. It proves that the key signed this consent. That an issuer had bound the key, who
/// received it and when, is the word of the post that keeps it: the issuer's token holds values and is not kept, only
/// its digest ([`SignedConsent::token`]), so that whoever has the token can show that it is the one. It does not prove
/// who held the phone, nor that anything was shown.
///
/// It names a key and a time: pseudonymous personal data. It is kept no longer than [`ConsentProof::keep_until`].
#[derive(PartialEq, Eq)]
pub struct ConsentProof {
    bytes: Vec<u8>,
    role: String,
    post: String,
    received: UnixTime,
    keep_until: UnixTime,
    consents: Vec<SignedConsent>,
}

/// What one token of a showing was agreed to be shown for. Every member but [`SignedConsent::issuer`] is signed by the
/// phone's key.
#[derive(PartialEq, Eq)]
pub struct SignedConsent {
    holder: Digest32,
    issuer: String,
    token: Digest32,
    showing: Showing,
    consent: Consent,
}

/// Why kept bytes prove no consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConsentProofError {
    /// Not in form, or changed.
    Malformed,
    /// A signature does not hold.
    NotSigned,
    /// Past the end of its keeping.
    Over,
}

impl ConsentProofError {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Malformed, Self::NotSigned, Self::Over];

    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "consent.malformed",
            Self::NotSigned => "consent.not_signed",
            Self::Over => "consent.over",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Malformed => Text::new(
                "Tệp này không phải bản lưu đồng ý, hoặc đã bị thay đổi. Lấy lại bản sao.",
                "This is no kept consent, or it was changed. Take another copy.",
            ),
            Self::NotSigned => Text::new(
                "Chữ ký trong bản lưu đồng ý không khớp: bản này không chứng minh được gì. Lấy lại bản sao.",
                "A signature in this kept consent does not hold: it proves nothing. Take another copy.",
            ),
            Self::Over => Text::new(
                "Bản lưu đồng ý đã hết thời hạn lưu. Xóa tệp này.",
                "The keeping of this consent has ended. Delete the file.",
            ),
        }
    }
}

impl core::fmt::Display for ConsentProofError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().en, self.code())
    }
}

impl core::error::Error for ConsentProofError {}

impl Report {
    /// The signed consent itself, to keep as proof without the values; `None` unless something was proven and agreed to
    /// be told, and unless the wallet signed its consent apart from the papers (docs/dc1.md §10).
    #[must_use]
    pub fn consent_proof(&self) -> Option<ConsentProof> {
        let kept = self.statements.as_ref()?;
        let (received, keep_until) = (self.inputs.at, self.inputs.at.plus(kept.kept));
        let mut writer = Writer::new();
        writer.array(4).uint(FORM).array(4).text(&self.inputs.role).text(&kept.post);
        writer.uint(received.seconds()).uint(keep_until.seconds()).array(kept.of_tokens.len());
        for of in &kept.of_tokens {
            writer.array(3).raw(&of.holder.encoded()).text(&of.issuer).raw(&of.signed);
        }
        let mut bytes = writer.into_bytes();
        let mut checksum = Writer::new();
        checksum.bytes(&sha256(&bytes));
        bytes.extend_from_slice(&checksum.into_bytes());
        ConsentProof::read(&bytes).ok()
    }
}

impl ConsentProof {
    /// Verifies a kept proof: untrusted bytes, of which nothing is believed before their signatures held. It needs no
    /// list and no network. `at` is the clock of whoever looks.
    ///
    /// # Errors
    /// [`ConsentProofError`]: it proves nothing, or is to be deleted.
    pub fn open(bytes: &[u8], at: UnixTime) -> Result<Self, ConsentProofError> {
        let read = Self::read(bytes)?;
        if at < read.keep_until { Ok(read) } else { Err(ConsentProofError::Over) }
    }

    /// Its bytes, to be kept: `consent-proof` of docs/dc1.md §10.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// In which role it was received, as the post says; whoever it was agreed to be shown to, the signed
    /// [`SignedConsent::audience`] says.
    #[must_use]
    pub fn role(&self) -> &str {
        &self.role
    }

    /// The post that received it, as it says itself.
    #[must_use]
    pub fn post(&self) -> &str {
        &self.post
    }

    /// When, by the post's clock.
    #[must_use]
    pub const fn received(&self) -> UnixTime {
        self.received
    }

    /// Until when it may be kept, by the role's profile of that day ([`RoleProfile::consent_kept`]). From then on it
    /// does not open.
    ///
    /// [`RoleProfile::consent_kept`]: crate::RoleProfile::consent_kept
    #[must_use]
    pub const fn keep_until(&self) -> UnixTime {
        self.keep_until
    }

    /// What was signed, for each token of the showing.
    #[must_use]
    pub fn consents(&self) -> &[SignedConsent] {
        &self.consents
    }

    /// Whether these lists know what the post says: its role, every issuer it names, and that it is kept no longer than
    /// that role's profile allows. Lists of another day may not, and that alone makes no consent untrue.
    #[must_use]
    pub fn is_known_to(&self, bundle: &Bundle) -> bool {
        let listed = |of: &SignedConsent| bundle.issuers().iter().any(|issuer| issuer.name() == of.issuer);
        let within =
            bundle.profile(&self.role).is_some_and(|role| self.keep_until.since(self.received) <= role.consent_kept());
        within && self.consents.iter().all(listed)
    }

    fn read(bytes: &[u8]) -> Result<Self, ConsentProofError> {
        let mut found = ConsentProofError::Malformed;
        Self::read_in_form(bytes, &mut found).ok_or(found)
    }

    fn read_in_form(bytes: &[u8], found: &mut ConsentProofError) -> Option<Self> {
        let (covered, _) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
        let budget = Budget::scan();
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        reader.array_of(4).ok()?;
        if reader.uint().ok()? != FORM {
            return None;
        }
        let (role, post, [received, keep_until]) = read_note(&mut reader).ok()?;
        let mut consents = Vec::new();
        let count = reader.array().ok()?;
        if !(1..=MAX_TOKENS).contains(&count) {
            return None;
        }
        for _ in 0..count {
            consents.push(SignedConsent::read(&mut reader, &budget, found)?);
        }
        let whole = *reader.fixed::<32>().ok()? == sha256(covered);
        reader.end().ok()?;
        let proof = Self { bytes: bytes.to_vec(), role, post, received, keep_until, consents };
        (whole && proof.is_one_showing()).then_some(proof)
    }

    /// All of one showing by one key, to who says that it received it.
    fn is_one_showing(&self) -> bool {
        let Some(first) = self.consents.first() else { return false };
        let audience = first.audience();
        let ours = match first.showing.nonce {
            None => audience.strip_prefix("role:") == Some(&self.role),
            Some(_) => audience.strip_prefix("post:") == Some(&self.post),
        };
        let count = u64::try_from(self.consents.len()).unwrap_or_default();
        let whole = (1..=count).all(|index| {
            let member = (count > 1).then_some((index, count));
            self.consents.iter().any(|of| of.consent.member == member)
        });
        let one = |of: &SignedConsent| of.showing == first.showing && of.holder == first.holder;
        ours && whole && self.received < self.keep_until && self.consents.iter().all(one)
    }
}

/// `post-note`: role, post, received, keep until.
fn read_note(reader: &mut Reader<'_, '_>) -> Result<(String, String, [UnixTime; 2]), Error> {
    reader.array_of(4)?;
    let (role, post) = (reader.text()?.to_string(), reader.text()?.to_string());
    Ok((role, post, [read_time(reader)?, read_time(reader)?]))
}

impl SignedConsent {
    /// `kept-consent`: verified by the key beside it, then read.
    fn read(reader: &mut Reader<'_, '_>, budget: &Budget, found: &mut ConsentProofError) -> Option<Self> {
        reader.array_of(3).ok()?;
        let holder = PublicKey::read(reader).ok()?;
        let issuer = reader.text().ok()?.to_string();
        let Some(Opened { token, showing, consent }) = statement::open(reader, &holder, budget)? else {
            *found = ConsentProofError::NotSigned;
            return None;
        };
        Some(Self { holder: holder.id(), issuer, token, showing, consent })
    }

    /// Whom it was agreed to be shown to: `role:` and any post of it, or `post:` and this one.
    #[must_use]
    pub fn audience(&self) -> &str {
        &self.showing.audience
    }

    /// When it was agreed to, by the phone's clock.
    #[must_use]
    pub const fn at(&self) -> UnixTime {
        self.showing.iat
    }

    /// Why.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.consent.purpose
    }

    /// What: each kind of paper with the keys of its fields, as in [`Asked::fields`](crate::Asked::fields). Whether
    /// they were shown, and what they say, is not in it.
    pub fn fields(&self) -> impl Iterator<Item = (Kind, impl Iterator<Item = FieldKey>)> {
        self.consent.scope.iter().map(|(kind, fields)| (kind, fields.iter()))
    }

    /// For how long the values might be kept, in seconds.
    #[must_use]
    pub const fn retention(&self) -> u64 {
        self.consent.retention
    }

    /// For how long a screen might show them, in seconds, as the citizen was told; `None`: by the profile of the role.
    #[must_use]
    pub const fn display_seconds(&self) -> Option<u64> {
        self.consent.display
    }

    /// The number of the question whose answer alone was agreed to.
    #[must_use]
    pub const fn question(&self) -> Option<u64> {
        self.consent.question
    }

    /// SHA-256 of the ask that it answers; `None`: shown unprompted.
    #[must_use]
    pub const fn request(&self) -> Option<&[u8; 32]> {
        self.consent.request.as_ref()
    }

    /// SHA-256 of the phone's key: who, as far as a key says.
    #[must_use]
    pub const fn holder(&self) -> &[u8; 32] {
        &self.holder
    }

    /// The issuer that had bound the key, as the post says.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// SHA-256 of the issuer's token without its disclosures (docs/dc1.md §10). The issuer's signature is in it, so no
    /// value can be guessed from it.
    #[must_use]
    pub const fn token(&self) -> &[u8; 32] {
        &self.token
    }
}

impl core::fmt::Debug for ConsentProof {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ConsentProof").field("keep_until", &self.keep_until).finish_non_exhaustive()
    }
}

impl core::fmt::Debug for SignedConsent {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SignedConsent").finish_non_exhaustive()
    }
}
