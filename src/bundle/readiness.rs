//! Whether a device is fit for the shift: how old each list is and when it stops being good.

use super::Bundle;
use crate::law::Civil;
use crate::memory::Memory;
use crate::time::UnixTime;
use crate::trust::Issuer;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The state of a bundle at a time. It says nothing about any citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Readiness {
    /// The bundle's number.
    pub number: u64,
    /// Seconds since its manifest was issued.
    pub age: u64,
    /// The clock asked with.
    pub clock: UnixTime,
    /// The newest date that anything signed bears: this bundle, a list that this device has taken, or one that it has
    /// seen and not taken.
    pub newest_signed: UnixTime,
    /// That date is a doubt: of a list that was not taken, because it is of the future or the clock was slow. Otherwise
    /// it is a floor: of one that was.
    pub in_doubt: bool,
    /// The clock lies before it: nothing is accepted, whoever of the two is wrong.
    pub clock_wrong: bool,
    /// When a newer bundle is due.
    pub next_due: UnixTime,
    /// From when on nothing is accepted on its word.
    pub not_after: UnixTime,
    /// From when on its root no longer counts.
    pub root_expiry: UnixTime,
    /// The last day of which the law behind the rules was seen: year, month, day.
    pub law_seen_until: Civil,
    /// Nobody has looked at the law for more than a year: what rests on it refers at most.
    pub law_unchecked: bool,
    /// It was made under a test root.
    pub test: bool,
    /// Every status list that an issuer's entry names.
    pub lists: Vec<ListReadiness>,
}

/// The state of one status list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListReadiness {
    /// The issuer whose papers it is about.
    pub issuer: String,
    /// Its uri.
    pub uri: String,
    /// Seconds since it was issued; `None`: the bundle carries no usable one, and its papers' status is unknown.
    pub age: Option<u64>,
    /// For each role: when it stops being good enough to accept on.
    pub good_until: Vec<(String, UnixTime)>,
}

impl Readiness {
    pub(super) fn of(bundle: &Bundle, at: UnixTime, memory: &Memory) -> Self {
        let floor = bundle.floor();
        let newest_signed = memory.floor().map_or(floor, |known| known.max(floor));
        let lists = bundle.issuers.iter().flat_map(|issuer| issuer.list_uris().map(move |uri| (issuer, uri)));
        Self {
            number: bundle.number(),
            age: at.since(bundle.manifest_issued()),
            clock: at,
            newest_signed,
            in_doubt: newest_signed > floor && memory.doubt() == Some(newest_signed),
            clock_wrong: at < newest_signed,
            next_due: bundle.next_due(),
            not_after: bundle.not_after(),
            root_expiry: bundle.root_expiry(),
            law_seen_until: bundle.law_seen_until(),
            law_unchecked: bundle.law_is_unchecked(at),
            test: bundle.is_test(),
            lists: lists.map(|(issuer, uri)| ListReadiness::of(bundle, issuer, uri, at)).collect(),
        }
    }

    /// Whether everything in it is there and in time, so that nothing is referred for this device's sake.
    #[must_use]
    pub fn is_ready(&self, at: UnixTime) -> bool {
        let in_time = !self.clock_wrong
            && !self.law_unchecked
            && at < self.next_due
            && at < self.not_after
            && at < self.root_expiry;
        in_time
            && self.lists.iter().all(|list| list.age.is_some() && list.good_until.iter().all(|(_, until)| at < *until))
    }
}

impl ListReadiness {
    fn of(bundle: &Bundle, issuer: &Issuer, uri: &str, at: UnixTime) -> Self {
        let list = bundle.lists.of(issuer, uri);
        let until = |tolerance| list.map(|list| list.good_until(tolerance));
        let roles = bundle.profiles.iter();
        let good_until = roles
            .filter_map(|role| Some((role.role().to_string(), until(role.tolerances().least_status())?)))
            .collect();
        Self {
            issuer: issuer.name().to_string(),
            uri: uri.to_string(),
            age: list.map(|list| at.since(list.iat())),
            good_until,
        }
    }
}
