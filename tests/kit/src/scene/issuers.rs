//! The two issuers of a ready-made world, others like them, and the registers whose papers they issue.

use std::collections::BTreeMap;

use doichieu::field::Kind;

use super::{DIRECTORATE, LIST, YEAR};
use crate::issuer::{Issuer, ListedKey, Origin};
use crate::key::{Alg, Seed};

/// The origin authority of each kind of paper.
pub(super) const REGISTERS: &[(Kind, &str)] = &[
    (Kind::IDENTITY, "C06"),
    (Kind::DRIVING_LICENCE, "C08"),
    (Kind::VEHICLE_REGISTRATION, "C08"),
    (Kind::HEALTH_INSURANCE_CARD, "BHXH"),
    // The inspection register and the supervisor of insurers.
    (Kind::INSPECTION_CERTIFICATE, "VR"),
    (Kind::LIABILITY_INSURANCE, "ISA"),
    // The immigration department.
    (Kind::FOREIGNER_IDENTITY, "A08"),
    (Kind::DEPENDANT, "C06"),
    (Kind::FOREIGN_DRIVING_LICENCE, "ITA-MIT"),
];

pub(super) fn eid(seed: Seed, now: u64) -> Issuer {
    // Of another country only where a scene says so: `World::with_foreign_licences`.
    let own = REGISTERS.iter().filter(|(kind, _)| *kind != Kind::FOREIGN_DRIVING_LICENCE);
    let kinds: Vec<_> = own.map(|(kind, register)| (*kind, vec![*register])).collect();
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
