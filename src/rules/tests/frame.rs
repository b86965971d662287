//! The frame: what a row must say, on which days it counts, and how grave it may be.

use super::{BIKE, CAR, DAY, NONE, ask};
use crate::document::sample::{
    classes, day, health_card, identity, licence, noon, part, points, registration, suspension, texts,
};
use crate::document::{Current, Paper, StatusAnswer};
use crate::field::{Field, KINDS, Kind, Purpose};
use crate::finding::Finding;
use crate::language::Text;
use crate::question::Drive;
use crate::reason::{Gravity, Reason};
use crate::rules::{Case, Confidence, Finds, Judge, Rule, all};
use crate::scene::{Scene, Seen, Vehicle, VehicleKind};
use crate::time::{Day, UnixTime};
use crate::value::Value;
use std::collections::BTreeSet;
use std::vec::Vec;

const CONFIDENCES: [Confidence; 4] = [Confidence::InPaper, Confidence::High, Confidence::Medium, Confidence::Low];

/// A rule of no law, which finds the gravest there is.
const PROBE: Rule = Rule {
    id: "probe",
    law: Text { vi: "Điều 1 Luật 0/2025/QH15", en: "Law 0/2025/QH15 art. 1" },
    from: (2025, 1, 1),
    to: Some((2027, 1, 1)),
    follows: None,
    confidence: Confidence::High,
    seen: None,
    what: PROBED,
};

const PROBED: Finds = Finds {
    kind: Kind::DRIVING_LICENCE,
    finds: &[Reason::CurrentRevoked],
    judge: Judge::Paper(|_| Vec::from([Finding::new(Reason::CurrentRevoked)])),
};

/// The same about each part.
const PROBE_OF_PARTS: Rule = Rule {
    what: Finds { judge: Judge::Part(|_, _| Vec::from([Finding::new(Reason::CurrentRevoked)])), ..PROBED },
    ..PROBE
};

fn civil(year: i32, month: u32, day: u32) -> Day {
    Day::from_civil(year, month, day).unwrap()
}

#[test]
fn every_rule_is_cited_and_named_once() {
    let mut names: Vec<_> = all().map(|rule| (rule.what.kind, rule.id, rule.from)).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "an id stands once for each kind and day");
    for rule in all() {
        let first = all().find(|other| other.id == rule.id).map(|other| other.law);
        assert_eq!(first, Some(rule.law), "{}: one id, one article, whatever the kind", rule.id);
        // An article, an appendix or a standard: each names the very place.
        let names = |text: &str, places: [&str; 3]| places.iter().any(|place| text.contains(place));
        let unseen = rule.seen.is_none() && rule.confidence != Confidence::High;
        assert!(unseen || names(rule.law.en, ["art. ", "appendix", "ISO "]), "{}", rule.id);
        assert!(unseen || names(rule.law.vi, ["Điều ", "phụ lục", "ISO "]), "{}", rule.id);
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", rule.id);
        let (year, month, of_month) = rule.from;
        let from = civil(year, month, of_month);
        assert!(rule.to.is_none_or(|(year, month, of_month)| from < civil(year, month, of_month)), "{}", rule.id);
    }
}

#[test]
fn every_kind_has_a_rule() {
    let without: Vec<_> = KINDS.iter().filter(|row| all().all(|rule| rule.what.kind != row.kind)).collect();
    assert!(without.is_empty(), "no table in `all` is about {without:?}");
}

#[test]
fn every_rule_names_what_it_finds_once() {
    for rule in all() {
        assert!(!rule.what.finds.is_empty(), "{} finds nothing", rule.id);
        let distinct: BTreeSet<_> = rule.what.finds.iter().map(|reason| reason.code()).collect();
        assert_eq!(distinct.len(), rule.what.finds.len(), "{} names a reason twice", rule.id);
    }
}

/// What rules find about a paper at a time.
fn asked(rules: &[Rule], paper: &Paper, at: UnixTime, vehicle: Option<&Vehicle>) -> Vec<Finding> {
    let (seen, drive) = (Seen::default(), vehicle.map(Drive::Vehicle));
    let scene = Scene {
        at,
        reversible_tolerance: 3 * DAY,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let parts: Vec<_> = [Current::Revoked, Current::Suspended, Current::Unknown, Current::Valid]
        .into_iter()
        .flat_map(|current| {
            let answer = move |stale| StatusAnswer { current, age: Some(60), stale };
            [Field::MOTORCYCLE_PART, Field::CAR_PART]
                .into_iter()
                .flat_map(move |of| [(of, answer(false)), (of, answer(true))])
        })
        .collect();
    let both = |answers: &[(Field, StatusAnswer)]| ask(rules.iter(), &Case::new(paper, answers, &scene, drive));
    let one_by_one = parts.iter().flat_map(|answer| both(&[*answer]));
    one_by_one.chain(both(&[])).collect()
}

#[test]
fn a_rule_we_know_less_well_finds_only_notes() {
    let at = noon(2026, 11, 21);
    for probe in [PROBE, PROBE_OF_PARTS] {
        for (confidence, most) in
            CONFIDENCES.into_iter().zip([Gravity::Refuse, Gravity::Refuse, Gravity::Note, Gravity::Note])
        {
            let found = asked(&[Rule { confidence, ..probe }], &licence(), at, None);
            assert!(!found.is_empty());
            assert!(found.iter().all(|finding| finding.gravity() == most), "{confidence:?}: {found:?}");
            assert!(found.iter().all(|finding| finding.rule() == Some("probe")));
        }
    }
}

#[test]
fn a_part_is_not_out_by_a_rule_we_know_less_well() {
    // Were the capped finding counted as a part that is out, the other part's matter would refuse instead of refer.
    let weak = Rule { confidence: Confidence::Medium, ..PROBE_OF_PARTS };
    let expired = licence().with(Field::CAR_PART, part(Vec::from([(Field::VALID_UNTIL, day(2026, 1, 1))])));
    let rules: Vec<_> = all().copied().chain([weak]).collect();
    let seen = Seen::default();
    let scene = Scene {
        at: noon(2026, 11, 21),
        reversible_tolerance: DAY,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let found = ask(rules.iter(), &Case::new(&expired, &[], &scene, None));
    let expired = found.iter().find(|finding| finding.reason() == Reason::LicenceExpired).unwrap();
    assert_eq!(expired.gravity(), Gravity::Refer);
}

/// Papers with every kind of matter in them, on which every row is tried.
fn troubled() -> Vec<Paper> {
    let at = noon(2026, 11, 20);
    let changes: [fn(UnixTime) -> (Field, Value); 6] = [
        |_| (Field::VALID_UNTIL, day(2026, 1, 1)),
        |at| (Field::POINTS, points(0, at)),
        |_| (Field::SUSPENSION, suspension(day(2026, 11, 1), None)),
        |_| (Field::SUSPENSION, suspension(day(2027, 1, 1), None)),
        |_| (Field::SEIZED_UNTIL, day(2026, 11, 1)),
        |_| (Field::SEIZED_UNTIL, day(2027, 1, 1)),
    ];
    let parts = changes.into_iter().flat_map(|change| {
        let part = || part(Vec::from([change(at)]));
        [licence().with(Field::MOTORCYCLE_PART, part()), licence().with(Field::CAR_PART, part())]
    });
    let licences = [
        licence(),
        licence().without(Field::CLASSES),
        licence().with(Field::CLASSES, classes(&["Z"])),
        licence().with(Field::CLASSES, classes(&["A1"])).with(Field::CAR_PART, NONE),
        licence().with(Field::REGIME, Value::Text("vn-2099".into())),
        licence().with(Field::RESTRICTIONS, texts(&["X.99"])),
    ];
    let dates: [fn() -> Value; 4] = [|| day(2020, 1, 1), || day(2026, 11, 1), || day(2030, 1, 1), || NONE];
    let others = dates.into_iter().flat_map(|date| {
        [
            identity().with(Field::VALID_UNTIL, date()),
            health_card().with(Field::VALID_UNTIL, date()),
            registration().with(Field::VALID_UNTIL, date()),
            registration().with(Field::REGISTRATION_SEIZED_UNTIL, date()),
        ]
    });
    let ahead = health_card().with(Field::VALID_FROM, day(2027, 1, 1));
    parts.chain(licences).chain(others).chain([ahead]).collect()
}

fn vehicles() -> Vec<Option<Vehicle>> {
    let big = Vehicle {
        displacement_cc: Some(900.into()),
        seats: Some(60.into()),
        gross_mass_kg: Some(90_000.into()),
        ..Vehicle::new(VehicleKind::Truck)
    };
    let small = |kind| Vehicle { displacement_cc: Some(110.into()), seats: Some(5.into()), ..Vehicle::new(kind) };
    let [bike, car] = [BIKE, CAR].map(|kind| kind.map(small));
    Vec::from([None, bike, car, Some(big), Some(Vehicle { kind: VehicleKind::Motorcycle, ..big })])
}

/// Every row on every troubled paper.
fn tried(rules: &[Rule]) -> Vec<(Kind, Finding)> {
    let papers = troubled();
    let on = |paper: &Paper| {
        let at = noon(2026, 11, 21);
        let found = vehicles().iter().flat_map(|vehicle| asked(rules, paper, at, vehicle.as_ref())).collect::<Vec<_>>();
        found.into_iter().map(|finding| (paper.kind, finding)).collect::<Vec<_>>()
    };
    papers.iter().flat_map(on).collect()
}

#[test]
fn no_row_finds_more_than_notes_once_it_is_known_less_well() {
    for confidence in [Confidence::Medium, Confidence::Low] {
        let rules: Vec<_> = all().map(|rule| Rule { confidence, ..*rule }).collect();
        let found = tried(&rules);
        assert!(found.iter().all(|(_, finding)| finding.gravity() == Gravity::Note), "{confidence:?}");
        assert!(!found.is_empty());
    }
    let rules: Vec<_> = all().copied().collect();
    let grave = tried(&rules).into_iter().filter(|(_, finding)| finding.gravity() > Gravity::Note);
    for (kind, finding) in grave {
        let rule = all().find(|rule| rule.what.kind == kind && Some(rule.id) == finding.rule()).unwrap();
        assert_eq!(rule.confidence.most(), Gravity::Refuse, "{}", rule.id);
    }
}

/// Held to in every test of the rules; `tests/vectors.rs` holds the reports of every vector to it.
pub(super) fn finds_what_its_rows_name(kind: Kind, found: &[Finding]) {
    for finding in found {
        let row = all().find(|rule| rule.what.kind == kind && Some(rule.id) == finding.rule());
        let Some(row) = row else { continue };
        assert!(row.what.finds.contains(&finding.reason()), "{} finds {} and does not say so", row.id, finding.code());
    }
}

#[test]
fn a_rule_finds_what_its_row_names_and_nothing_else() {
    let rules: Vec<_> = all().copied().collect();
    let found = tried(&rules);
    let distinct: BTreeSet<_> = found.iter().map(|(kind, finding)| (*kind, finding.rule(), finding.code())).collect();
    assert!(distinct.len() >= 15, "{distinct:?}");
}

#[test]
#[should_panic(expected = "does not say so")]
fn a_rule_that_finds_more_than_it_names_is_noticed() {
    finds_what_its_rows_name(Kind::IDENTITY, &[Finding::new(Reason::LicenceExpired).by("law-26-2023-art-21")]);
}
