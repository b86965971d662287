//! What every format does about an issuer's entry, and about the times that a token says of itself (docs/dc1.md §5
//! T1–T6).

use super::Authentic;
use crate::reason::Reason;
use crate::time::{SKEW, UnixTime};
use alloc::vec::Vec;

/// The times that an issuer put into a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) iat: UnixTime,
    pub(crate) nbf: Option<UnixTime>,
    pub(crate) exp: UnixTime,
}

impl Authentic<'_, '_> {
    /// Whether the token says what its issuer's entry allows: its name, its format (what it says, and what it was read
    /// as), its life, the key's period.
    pub(crate) fn against_entry(&self, issuer: &str, (said, read_as): (&str, &str), term: Term) -> Vec<Reason> {
        let entry = self.issuer();
        let mut reasons = Vec::new();
        if issuer != entry.name() {
            reasons.push(Reason::AuthenticIssuerDiffers);
        }
        if said != read_as || !entry.uses_format(said) {
            reasons.push(Reason::AuthenticFormatNotListed);
        }
        // T3
        if term.exp.since(term.iat) > entry.longest_life() {
            reasons.push(Reason::AuthenticLifeTooLong);
        }
        // T4
        if !self.key().in_period(term.iat) {
            reasons.push(Reason::AuthenticKeyNotInPeriod);
        }
        reasons
    }
}

impl Term {
    /// Whether it can be at all, and has begun.
    pub(crate) fn against_time(&self, at: UnixTime) -> Vec<Reason> {
        let mut reasons = Vec::new();
        // T1, T2
        if self.exp <= self.iat || self.nbf.is_some_and(|nbf| self.exp <= nbf) {
            reasons.push(Reason::AuthenticTimesDisagree);
        }
        // T5, T6
        if self.iat > at.plus(SKEW) || self.nbf.is_some_and(|nbf| nbf > at) {
            reasons.push(Reason::AuthenticNotYetValid);
        }
        reasons
    }
}
