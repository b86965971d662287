//! Check 8: signed by the bound key, for us, now.
//!
//! *Held* means: by the key that the issuer bound, within the window. Who holds the phone is not established; a live relay or a lent
//! unlocked phone is not excluded, and every report says so.

use crate::ask::{Ask, Mode, Pending};
use crate::cbor::claims::read_time;
use crate::cbor::{Error, Key, Reader};
use crate::consent::Consent;
use crate::finding::Finding;
use crate::format::dc1::Document;
use crate::input::{Budget, Fault};
use crate::policy::RoleProfile;
use crate::reason::Reason;
use crate::seal::Sealed;
use crate::time::{SKEW, UnixTime};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Longest life of a showing, in seconds (docs/dc1.md §5 K2).
const LONGEST_SHOWING: u64 = 120;

/// A showing by the bound key. Only [`Held::prove`] makes it.
#[derive(Debug)]
pub(crate) struct Held {
    showing: Showing,
    consent: Consent,
    notes: Vec<Finding>,
}

/// What all members of a set must share.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Showing {
    audience: String,
    exp: UnixTime,
    iat: UnixTime,
    cti: [u8; 16],
    nonce: Option<[u8; 32]>,
}

impl Held {
    /// Verifies the key-binding token with the key of the document, then reads it, then judges audience and time.
    pub(crate) fn prove(
        document: &Document<'_, '_>,
        binding: &Sealed<'_>,
        budget: &Budget,
        role: &RoleProfile,
        ask: &Ask,
        at: UnixTime,
    ) -> Result<Self, Vec<Finding>> {
        let fail = |reason| Vec::from([Finding::new(reason)]);
        if binding.alg() != document.holder().alg() {
            return Err(fail(Reason::HeldAlgorithmDiffers));
        }
        let opened = binding.verify(document.holder()).map_err(|_| fail(Reason::HeldSignatureFailed))?;
        let mut reader = opened.reader(budget);
        let token = Binding::read(&mut reader).and_then(|token| reader.end().map(|()| token));
        let token = token.map_err(|_| fail(Reason::HeldMalformed))?;
        let mut findings = match ask.terms().mode() {
            Mode::Unprompted { window } => token.showing.unprompted(document, role, *window, at),
            Mode::Challenged(pending) => token.showing.challenged(pending, at),
        };
        findings.extend(outdated(document, role, at));
        let (proof, notes): (Vec<_>, Vec<_>) = findings.into_iter().partition(Finding::is_failed_proof);
        if !proof.is_empty() {
            return Err(proof);
        }
        let consent = token.consent.map_err(fail)?;
        if !ask.is_of_post(consent.post) {
            return Err(fail(Reason::HeldOtherPostDigits));
        }
        Ok(Self { showing: token.showing, consent, notes })
    }

    pub(crate) const fn showing(&self) -> &Showing {
        &self.showing
    }

    pub(crate) const fn consent(&self) -> &Consent {
        &self.consent
    }

    /// What it found that withholds nothing.
    pub(crate) fn notes(&self) -> &[Finding] {
        &self.notes
    }
}

struct Binding {
    showing: Showing,
    consent: Result<Consent, Reason>,
}

impl Binding {
    /// `kbt` of docs/dc1.md §2: a closed set, without issuer and subject.
    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
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
    Ok(reader.attempt(Consent::read)?.ok_or(Reason::AgreedMalformed))
}

impl Showing {
    /// When the replay memory may forget it (docs/dc1.md §4).
    pub(crate) fn ends(&self) -> UnixTime {
        self.exp.plus(SKEW)
    }

    /// Shown to any post of our role, by the phone's own clock.
    fn unprompted(&self, document: &Document<'_, '_>, role: &RoleProfile, window: u64, at: UnixTime) -> Vec<Finding> {
        let ours = self.audience.strip_prefix("role:") == Some(role.role());
        let audience = match (ours, self.nonce) {
            (true, None) => None,
            (true, Some(_)) => Some(Reason::HeldMalformed),
            (false, _) => Some(Reason::HeldOtherAudience),
        };
        let mut findings = Vec::from_iter(audience.map(Finding::new));
        findings.extend(self.against_token(document, at).map(Finding::new));
        findings.extend(self.against_time(window, at));
        findings
    }

    /// C1 to C4 of docs/dc1.md §5: in answer to this very ask. The nonce proves freshness, so the phone's clock is compared with nothing.
    fn challenged(&self, pending: &Pending, at: UnixTime) -> Vec<Finding> {
        let ours = self.audience == pending.audience && self.nonce == Some(pending.nonce);
        let reason = if !ours {
            Some(Finding::new(Reason::HeldOtherAudience))
        } else if self.exp != pending.exp {
            Some(Finding::new(Reason::HeldTimesDisagree))
        } else if at >= pending.exp {
            Some(Finding::new(Reason::HeldWindowPassed).aged(at.since(pending.exp)))
        } else {
            None
        };
        Vec::from_iter(reason)
    }

    /// K1 to K6 of docs/dc1.md §5.
    fn against_token(&self, document: &Document<'_, '_>, at: UnixTime) -> Option<Reason> {
        let life = self.exp > self.iat && self.exp.since(self.iat) <= LONGEST_SHOWING;
        let after = self.iat >= document.iat() && document.nbf().is_none_or(|nbf| self.iat >= nbf);
        // Once the token is past its end, these belong to `held.copy_outdated`, not to a disproof.
        let within = at >= document.exp() || (self.iat < document.exp() && self.exp <= document.exp());
        if life && after && within { None } else { Some(Reason::HeldTimesDisagree) }
    }

    /// K7 to K9. Two clocks disagree or the code is old: which of them, nobody can tell from one code. The finding says by how much.
    fn against_time(&self, window: u64, at: UnixTime) -> Option<Finding> {
        if self.iat > at.plus(SKEW) {
            return Some(Finding::new(Reason::HeldClockAhead).aged(self.iat.since(at)));
        }
        let age = at.since(self.iat);
        let fresh = age <= window && at < self.exp;
        if fresh { None } else { Some(Finding::new(Reason::HeldWindowPassed).aged(age)) }
    }
}

/// T7: a good signature over a copy past its end. Inside the role's tolerance its values are still shown.
fn outdated(document: &Document<'_, '_>, role: &RoleProfile, at: UnixTime) -> Option<Finding> {
    if at < document.exp() {
        return None;
    }
    let age = at.since(document.exp());
    let finding = Finding::new(Reason::HeldCopyOutdated).aged_by_paper(age);
    Some(if age <= role.tolerances().outdated { finding } else { finding.on_proof() })
}
