//! Check 8: signed by the bound key, for us, now.
//!
//! *Held* means: by the key that the issuer bound, within the window. Who holds the phone is not established; a live
//! relay or a lent unlocked phone is not excluded, and every report says so.

use crate::ask::{Ask, Mode, Pending};
use crate::consent::Consent;
use crate::finding::Finding;
use crate::policy::RoleProfile;
use crate::reason::{Reason, Turn};
use crate::time::{SKEW, UnixTime};
use crate::trust::Term;
use alloc::string::String;
use alloc::vec::Vec;

/// Longest life of a showing, in seconds (docs/dc1.md §5 K2).
const LONGEST_SHOWING: u64 = 120;

/// How it was established that the holder's key took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Held {
    /// A signature of the key that the issuer bound.
    DeviceKey,
}

impl Held {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DeviceKey => "device-key",
        }
    }
}

/// To whom, for what and when a showing must have been made.
#[derive(Clone, Copy)]
pub(crate) struct Addressed<'a> {
    pub(crate) role: &'a RoleProfile,
    pub(crate) ask: &'a Ask,
    pub(crate) at: UnixTime,
}

/// A showing by the bound key, to us and now. Only [`Possession::judge`] makes it.
#[derive(Debug)]
pub(crate) struct Possession {
    by: Held,
    showing: Showing,
    consent: Consent,
    notes: Vec<Finding>,
}

/// What all members of a set must share.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Showing {
    pub(crate) audience: String,
    pub(crate) exp: UnixTime,
    pub(crate) iat: UnixTime,
    pub(crate) cti: [u8; 16],
    pub(crate) nonce: Option<[u8; 32]>,
}

impl Possession {
    /// Judges audience and time of a showing that the bound key signed; the signature was verified before.
    pub(crate) fn judge(
        by: Held,
        showing: Showing,
        consent: Result<Consent, Reason>,
        term: Term,
        against: Addressed<'_>,
    ) -> Result<Self, Vec<Finding>> {
        let Addressed { role, ask, at } = against;
        let fail = |reason| Vec::from([Finding::new(reason)]);
        let mut findings = match ask.terms().mode() {
            Mode::Unprompted { window } => showing.unprompted(term, role, *window, at),
            Mode::Challenged(pending) => showing.challenged(pending, at),
        };
        findings.extend(outdated(term, role, at));
        let (proof, notes): (Vec<_>, Vec<_>) = findings.into_iter().partition(Finding::is_failed_proof);
        if !proof.is_empty() {
            return Err(proof);
        }
        let consent = consent.map_err(fail)?;
        if !ask.is_of_post(consent.post) {
            return Err(fail(Reason::HeldOtherPostDigits));
        }
        Ok(Self { by, showing, consent, notes })
    }

    /// How it was established.
    pub(crate) const fn by(&self) -> Held {
        self.by
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

impl Showing {
    /// When the replay memory may forget it (docs/dc1.md §4).
    pub(crate) fn ends(&self) -> UnixTime {
        self.exp.plus(SKEW)
    }

    /// Shown to any post of our role, by the phone's own clock.
    fn unprompted(&self, term: Term, role: &RoleProfile, window: u64, at: UnixTime) -> Vec<Finding> {
        let ours = self.audience.strip_prefix("role:") == Some(role.role());
        let audience = match (ours, self.nonce) {
            (true, None) => None,
            (true, Some(_)) => Some(Reason::HeldMalformed),
            (false, _) => Some(Reason::HeldOtherAudience),
        };
        let mut findings = Vec::from_iter(audience.map(Finding::new));
        findings.extend(self.against_token(term, at).map(Finding::new));
        findings.extend(self.against_time(window, at));
        findings
    }

    /// C1 to C4 of docs/dc1.md §5: in answer to this very ask. The nonce proves freshness, so the phone's clock is
    /// compared with nothing.
    fn challenged(&self, pending: &Pending, at: UnixTime) -> Vec<Finding> {
        let ours = self.audience == pending.audience && self.nonce == Some(pending.nonce);
        let reason = if !ours {
            Some(Finding::new(Reason::HeldOtherAudience))
        } else if self.exp != pending.exp {
            Some(Finding::new(Reason::HeldTimesDisagree))
        } else if at >= pending.exp {
            Some(Finding::new(Reason::HeldWindowPassed).aged(at.since(pending.exp)).turned(Turn::LateAnswer))
        } else {
            None
        };
        Vec::from_iter(reason)
    }

    /// K1 to K6 of docs/dc1.md §5.
    fn against_token(&self, term: Term, at: UnixTime) -> Option<Reason> {
        let life = self.exp > self.iat && self.exp.since(self.iat) <= LONGEST_SHOWING;
        let after = self.iat >= term.iat && term.nbf.is_none_or(|nbf| self.iat >= nbf);
        // A token past its end is told as `held.copy_outdated`; a showing that outlives it is then no fault of its own.
        let within = at >= term.exp || (self.iat < term.exp && self.exp <= term.exp);
        if life && after && within { None } else { Some(Reason::HeldTimesDisagree) }
    }

    /// K7 to K9. Two clocks disagree or the code is old: which of them, nobody can tell from one code. The finding says
    /// by how much.
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
fn outdated(term: Term, role: &RoleProfile, at: UnixTime) -> Option<Finding> {
    if at < term.exp {
        return None;
    }
    let age = at.since(term.exp);
    let finding = Finding::new(Reason::HeldCopyOutdated).aged_by_paper(age);
    Some(if age <= role.tolerances().outdated { finding } else { finding.on_proof() })
}
