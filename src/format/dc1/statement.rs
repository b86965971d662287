//! The consent once more, signed by the bound key without the papers (docs/dc1.md §10).
//!
//! The key-binding token is signed around the issuer's token and every disclosure, so its signature cannot be verified
//! without the values. A wallet may sign its payload a second time, beside a digest of the issuer's token; only that
//! signature travels. What it signs is put together here again: the payload as received, and a header that holds
//! nothing but algorithm, type and digest.

use super::binding::Binding;
use super::claims::Document;
use super::envelope::Envelope;
use crate::cbor::Reader;
use crate::cbor::write::Writer;
use crate::consent::{Consent, Statement};
use crate::digest::{Digest32, sha256};
use crate::holder::Showing;
use crate::input::Budget;
use crate::key::PublicKey;
use crate::seal::{Signed, Typ, label};
use alloc::string::ToString;

/// What the wallet signed besides, unverified; `None`: it signed nothing.
pub(super) fn of(envelope: &Envelope<'_>, document: &Document<'_, '_>) -> Option<Statement> {
    let signature = envelope.consented?;
    let digest = sha256(&envelope.token.whole());
    let mut protected = Writer::new();
    protected.map(3).int(label::ALG).int(envelope.binding.alg().number());
    protected.int(label::TYP).text(Typ::CONSENT_TEXT).int(label::TOKEN).bytes(&digest);
    let mut signed = Writer::new();
    signed.tag(18).array(4).bytes(&protected.into_bytes()).map(0);
    signed.bytes(envelope.binding.unverified_payload()).bytes(signature);
    let (holder, issuer) = (document.holder().clone(), document.issuer().name().to_string());
    Some(Statement { holder, issuer, signed: signed.into_bytes() })
}

/// A statement whose signature held under a key.
pub(crate) struct Opened {
    /// SHA-256 over the issuer's token without disclosures.
    pub(crate) token: Digest32,
    pub(crate) showing: Showing,
    pub(crate) consent: Consent,
}

/// Verifies a statement that stands next in a reader, then reads it. `None`: not in form. `Some(None)`: the key did not
/// sign it.
pub(crate) fn open(reader: &mut Reader<'_, '_>, holder: &PublicKey, budget: &Budget) -> Option<Option<Opened>> {
    let (token, signed) = Signed::read_consent(reader).ok()?;
    let Ok(verified) = signed.verify(holder) else { return Some(None) };
    let mut payload = verified.reader(budget);
    let Binding { showing, consent } = Binding::read(&mut payload).ok()?;
    payload.end().ok()?;
    Some(Some(Opened { token, showing, consent: consent.ok()? }))
}
