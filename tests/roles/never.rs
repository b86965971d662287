//! What no profile, mandate, ask or grant whatever can do, and what each of the six roles never sees.

use std::collections::{BTreeMap, BTreeSet};

use doichieu::field::{Class, FIELDS, KINDS, Kind, Place, Sensitivity};
use doichieu_kit::cbor::Item;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Allowance, Scope, profiles};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::desk::{Desk, Seen};

const ROLES: [&str; 6] = ["traffic_police", "clinic", "bank", "e_wallet", "insurer", "public_service"];
/// A kind that nobody knows.
const UNKNOWN: u64 = 77;
/// A word that stands in every value that must never pass.
const MARK: &str = "KHÔNG-BAO-GIỜ";

/// The numbers of the fields that never pass, in every kind.
fn never() -> Vec<u64> {
    FIELDS.iter().filter(|row| row.class.never_passes()).map(|row| row.field.number()).collect()
}

/// Every kind there is, and one that nobody knows.
fn kinds() -> Vec<u64> {
    KINDS.iter().map(|row| row.kind.number()).chain([UNKNOWN]).collect()
}

fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 64, ..Config::default() }
}

/// Any allowance, the fields that never pass among the rest.
fn allowance() -> impl Strategy<Value = Scope> {
    let field = prop_oneof![2 => 1..45_u64, 3 => prop::sample::select(never()), 1 => 990..1005_u64];
    let fields = prop::collection::btree_set(field, 1..40);
    prop::collection::btree_map(prop::sample::select(kinds()), fields, 1..5)
}

/// A scene with a paper of a kind that holds every such field, in clear or behind digests, in the paper and in a
/// licence's parts. A set of all kinds would be too large for one code.
fn laden(world: &World, role: &str, kind: u64, hidden: bool) -> Scene {
    // Of a kind that this person has no paper of, what another paper holds.
    let own = Kind::new(kind).and_then(|kind| world.paper(kind));
    let mut papers = vec![own.or_else(|| world.paper(Kind::IDENTITY)).unwrap()];
    papers[0].kind = kind;
    for paper in &mut papers {
        let laden = |field: u64| (field, Item::from(format!("{MARK}-{field}")));
        paper.fields.extend(never().into_iter().map(laden));
        if hidden {
            paper.redacted.extend(never());
        }
        for part in [20, 21] {
            let map = paper.fields.get_mut(&part).and_then(Item::as_map_mut);
            map.into_iter()
                .for_each(|map| never().into_iter().map(laden).for_each(|(field, value)| map.set(field, value)));
        }
    }
    world.scene_of(role, &[(&world.eid, world.token_spec(papers))])
}

fn nothing_passed(seen: &Seen) {
    for (row, value) in &seen.shown {
        assert!(!row.class.never_passes(), "{} passed", row.name);
        assert!(!value.contains(MARK), "{} carries what never passes: {value}", row.name);
    }
    assert!(!seen.report.to_json().contains(MARK));
}

#[test]
fn no_profile_mandate_ask_or_grant_lets_a_biometric_or_special_field_pass() {
    let shown = std::cell::Cell::new(0);
    proptest!(cases(48), |(role in prop::sample::select(&ROLES[..]), kind in prop::sample::select(kinds()), profiled in allowance(), licensed in allowance(), hidden: bool, asked: bool)| {
        let mut world = World::demo();
        let profile = world.profiles.iter_mut().find(|profile| profile.role == role).unwrap();
        let purpose = *profile.allowance.keys().next().unwrap();
        // The kind shown is always in both, so that there is something to ask for and to show.
        let both = |mut scope: Scope| {
            scope.entry(kind).or_default().extend(never().into_iter().chain([7, 10, 11, 20, 21]));
            Allowance::from([(purpose, scope)])
        };
        profile.allowance = both(profiled);
        profile.window = 60;
        let scene = laden(&world, role, kind, hidden);
        let mut desk = Desk::licensed(&world, role, both(licensed));
        let seen = if asked { desk.challenged(&scene, true) } else { desk.unprompted(&scene) };
        nothing_passed(&seen);
        shown.set(shown.get() + seen.shown.len());
        let told: BTreeSet<_> = seen.findings().iter().map(doichieu::Finding::code).collect();
        prop_assert!(told.contains("agreed.field_never_passes"), "{told:?}");
    });
    assert!(shown.get() > 48, "something was shown every time");
}

/// The eyes of the law above: a field beside them does come through with such a value.
#[test]
fn the_mark_would_be_seen() {
    let world = World::demo();
    let mut paper = world.paper(Kind::IDENTITY).unwrap();
    paper.fields.insert(1, MARK.into());
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(vec![paper]))]);
    let seen = Desk::of(&world, "traffic_police").unprompted(&scene);
    assert!(seen.shown.iter().any(|(_, value)| value.contains(MARK)));
}

/// The classes of what a role may see, by kind, over all its purposes.
fn seen_by(profile: &profiles::Profile) -> BTreeMap<u64, BTreeSet<u64>> {
    let mut all = BTreeMap::<u64, BTreeSet<u64>>::new();
    for scope in profile.allowance.values() {
        scope.iter().for_each(|(kind, fields)| all.entry(*kind).or_default().extend(fields));
    }
    all
}

fn rows(kind: u64, fields: &BTreeSet<u64>) -> Vec<&'static doichieu::field::FieldRow> {
    let row = |field: &u64| {
        let of = |row: &&doichieu::field::FieldRow| {
            row.field.number() == *field && row.place == Place::Paper && row.kind.is_none_or(|of| of.number() == kind)
        };
        FIELDS.iter().find(of)
    };
    fields.iter().filter_map(row).collect()
}

#[test]
fn every_field_of_the_six_profiles_is_one_that_may_pass() {
    assert_eq!(profiles::all().iter().map(|profile| profile.role.as_str()).collect::<Vec<_>>(), ROLES);
    for profile in profiles::all() {
        for (kind, fields) in seen_by(&profile) {
            let rows = rows(kind, &fields);
            assert_eq!(rows.len(), fields.len(), "{}: a field of kind {kind} is in no table", profile.role);
            assert!(rows.iter().all(|row| !row.class.never_passes()), "{}", profile.role);
        }
    }
}

/// The allow-lists of the roles, by the kinds and classes that they never see.
#[test]
fn what_each_role_never_sees() {
    let kinds = |role: &str| seen_by(&profiles::all().into_iter().find(|profile| profile.role == role).unwrap());
    let has = |role: &str, class: Class| {
        kinds(role).iter().any(|(kind, fields)| rows(*kind, fields).iter().any(|row| row.class == class))
    };
    let never: [(&str, &[u64], &[Class]); 6] = [
        ("traffic_police", &[4, 8], &[Class::Contact, Class::Health, Class::Family]),
        ("clinic", &[2, 3, 5, 6, 9], &[Class::Contact, Class::Vehicle]),
        ("bank", &[2, 3, 4, 5, 6, 8, 9], &[Class::Health, Class::Vehicle, Class::Family]),
        ("e_wallet", &[2, 3, 4, 5, 6, 8, 9], &[Class::Health, Class::Vehicle, Class::Family]),
        ("insurer", &[2, 3, 5, 7, 8, 9], &[Class::Contact, Class::Family]),
        ("public_service", &[4, 5, 6, 9], &[Class::Health]),
    ];
    for (role, unseen, classes) in never {
        let seen = kinds(role);
        let of_list = KINDS.iter().map(|row| row.kind.number()).filter(|kind| !seen.contains_key(kind));
        assert!(of_list.eq(unseen.iter().copied()), "{role} sees {:?}", seen.keys());
        for class in classes {
            assert!(!has(role, *class), "{role} sees {class:?}");
        }
    }
    let sensitive = |role: &str| {
        kinds(role)
            .iter()
            .any(|(kind, fields)| rows(*kind, fields).iter().any(|row| row.sensitivity == Sensitivity::Sensitive))
    };
    let may = ROLES.iter().filter(|role| sensitive(role)).copied().collect::<Vec<_>>();
    assert_eq!(may, ["clinic", "insurer"], "health data is for those two (Decree 356/2025 art. 4)");
}

/// The same end to end: whoever has papers of a kind shows everything to each role, whose mandate allows everything.
#[test]
fn a_role_shown_everything_sees_its_own_fields_only() {
    let of_kind = |kind| FIELDS.iter().filter(move |row| row.kind == Some(kind)).map(|row| row.field.number());
    let everything: Scope = KINDS.iter().map(|row| (row.kind.number(), of_kind(row.kind).collect())).collect();
    for (kind, role) in KINDS.iter().flat_map(|row| ROLES.map(|role| (row.kind, role))) {
        let world = World::having(kind).unwrap();
        let profile = world.profile(role).unwrap();
        let purpose = *profile.allowance.keys().next().unwrap();
        let allowed = profile.allowance[&purpose].clone();
        let mut desk = Desk::licensed(&world, role, Allowance::from([(purpose, everything.clone())]));
        // As many at once as a token may have.
        let kinds = world.kinds();
        let at_once = kinds.chunks(4).find(|kinds| kinds.contains(&kind)).unwrap();
        let papers = at_once.iter().filter_map(|kind| world.paper(*kind)).collect();
        let scene = world.scene_of(role, &[(&world.eid, world.token_spec(papers))]);
        let seen = desk.challenged(&scene, true);
        let sees_some = at_once.iter().any(|kind| allowed.contains_key(&kind.number()));
        assert_eq!(!seen.shown.is_empty(), sees_some, "{role}: {:?}", seen.findings());
        for (row, _) in &seen.shown {
            let kind = row.kind.unwrap().number();
            assert!(
                allowed.get(&kind).is_some_and(|fields| fields.contains(&row.field.number())),
                "{role} sees {} of {kind}",
                row.name
            );
        }
        let named: Vec<_> = seen.report.papers().iter().map(|paper| paper.kind().number()).collect();
        assert!(
            named.iter().all(|kind| allowed.contains_key(kind)),
            "{role} is told of papers it may not see: {named:?}"
        );
    }
}
