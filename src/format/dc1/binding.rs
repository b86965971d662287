//! The key-binding token: read only after the bound key's signature held over it (docs/dc1.md §2).

use super::claims::Document;
use super::grant;
use crate::cbor::claims::read_time;
use crate::cbor::{Error, Key, Reader};
use crate::consent::Consent;
use crate::finding::Finding;
use crate::holder::{Addressed, Held, Possession, Showing};
use crate::input::{Budget, Fault};
use crate::reason::Reason;
use crate::seal::Signed;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Verifies the key-binding token with the key of the document, then reads it, then has audience and time judged.
pub(super) fn prove(
    document: &Document<'_, '_>,
    binding: &Signed<'_>,
    budget: &Budget,
    against: Addressed<'_>,
) -> Result<Possession, Vec<Finding>> {
    let fail = |reason| Vec::from([Finding::new(reason)]);
    if binding.alg() != document.holder().alg() {
        return Err(fail(Reason::HeldAlgorithmDiffers));
    }
    let opened = binding.verify(document.holder()).map_err(|_| fail(Reason::HeldSignatureFailed))?;
    let mut reader = opened.reader(budget);
    let token = Binding::read(&mut reader).and_then(|token| reader.end().map(|()| token));
    let Binding { showing, consent } = token.map_err(|_| fail(Reason::HeldMalformed))?;
    Possession::judge(Held::DeviceKey, showing, consent, document.term(), against)
}

pub(super) struct Binding {
    pub(super) showing: Showing,
    pub(super) consent: Result<Consent, Reason>,
}

impl Binding {
    /// `kbt` of docs/dc1.md §2: a closed set, without issuer and subject.
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let (mut audience, mut exp, mut iat, mut cti, mut nonce) = (None, None, None, None, None);
        let mut consent = Err(Reason::AgreedMissing);
        for _ in 0..reader.map()? {
            match reader.key()? {
                Key::Int(3) => audience = Some(reader.text()?.to_string()),
                Key::Int(4) => exp = Some(read_time(reader)?),
                Key::Int(6) => iat = Some(read_time(reader)?),
                Key::Int(7) => cti = Some(*reader.fixed()?),
                Key::Int(39) => nonce = Some(*reader.fixed()?),
                Key::Int(-65_601) => consent = read_consent(reader)?,
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        let (Some(audience), Some(exp), Some(iat), Some(cti)) = (audience, exp, iat, cti) else {
            return Err(reader.fault(Fault::Missing));
        };
        Ok(Self { showing: Showing { audience, exp, iat, cti, nonce }, consent })
    }
}

/// A consent that cannot be read is told apart from a token that cannot: the item is passed over, then read on its own.
fn read_consent(reader: &mut Reader<'_, '_>) -> Result<Result<Consent, Reason>, Error> {
    Ok(reader.attempt(grant::read)?.ok_or(Reason::AgreedMalformed))
}
