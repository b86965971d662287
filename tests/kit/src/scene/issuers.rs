//! The two issuers of a ready-made world, and others like them.

use std::collections::BTreeMap;

use doichieu::field::Kind;

use super::{DIRECTORATE, LIST, YEAR};
use crate::issuer::{Issuer, ListedKey, Origin};
use crate::key::{Alg, Seed};

pub(super) fn eid(seed: Seed, now: u64) -> Issuer {
    let kinds = [
        (Kind::IDENTITY, vec!["C06"]),
        (Kind::DRIVING_LICENCE, vec!["C08"]),
        (Kind::VEHICLE_REGISTRATION, vec!["C08"]),
        (Kind::HEALTH_INSURANCE_CARD, vec!["BHXH"]),
        // The inspection register and the supervisor of insurers.
        (Kind::INSPECTION_CERTIFICATE, vec!["VR"]),
        (Kind::LIABILITY_INSURANCE, vec!["ISA"]),
        // The immigration department.
        (Kind::FOREIGNER_IDENTITY, vec!["A08"]),
        (Kind::DEPENDANT, vec!["C06"]),
    ];
    let mut issuer = issuer("eid.example", "https://eid.example/s/1", Alg::Ed25519, &kinds, seed, now);
    let directorate = Origin::within("TCDB", DIRECTORATE[0], DIRECTORATE[1]);
    issuer.kinds.entry(Kind::DRIVING_LICENCE.number()).or_default().push(directorate);
    issuer
}

pub(super) fn insurer(seed: Seed, now: u64) -> Issuer {
    let kinds = [(Kind::HEALTH_INSURANCE_CARD, vec!["BHXH"])];
    issuer("bhxh.example", "https://bhxh.example/s/1", Alg::P256, &kinds, seed, now)
}

/// An issuer whose keys are good from a year before `now` to a year after, with tokens of at most 24 hours.
#[must_use]
pub fn issuer(iss: &str, uri: &str, alg: Alg, kinds: &[(Kind, Vec<&str>)], seed: Seed, now: u64) -> Issuer {
    let listed = |label: &str| ListedKey::new(seed.key(alg, label), now.saturating_sub(YEAR), now.saturating_add(YEAR));
    let names = |names: &Vec<&str>| names.iter().map(|name| Origin::from(*name)).collect::<Vec<_>>();
    Issuer {
        iss: iss.to_owned(),
        key: listed("tokens"),
        other_keys: Vec::new(),
        status_key: listed("status"),
        kinds: kinds.iter().map(|(kind, authorities)| (kind.number(), names(authorities))).collect::<BTreeMap<_, _>>(),
        formats: vec!["dc1".to_owned()],
        lists: BTreeMap::from([(LIST, uri.to_owned())]),
        longest_life: 86_400,
        seed,
    }
}
