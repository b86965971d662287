//! A code can say what a field may not: findings pass the allow-list too, and lose their words, not their gravity.

use std::collections::BTreeSet;

use doichieu::field::{Field, KINDS, Kind};
use doichieu::reason::Gravity;
use doichieu::{Verdict, Vetting};
use doichieu_kit::cbor::Item;
use doichieu_kit::people::day;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Allowance, Scope};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::desk::{Desk, Seen};

const POLICE: &str = "traffic_police";
const ALL: u8 = 63;

/// The kinds that this role may be told of, by the list.
fn kinds() -> Vec<Kind> {
    let scope = World::demo().scope(POLICE);
    KINDS.iter().map(|row| row.kind).filter(|kind| scope.contains_key(&kind.number())).collect()
}

/// A world in which somebody has such a paper and much is amiss with the papers, in fields that bear.
fn troubled(kind: Kind, which: u8) -> World {
    let mut world = World::having(kind).unwrap();
    let over = || day(2026, 1, 1);
    let person = &mut world.person;
    if which & 1 != 0 {
        person.valid_until = over();
        person.foreigner.iter_mut().for_each(|foreigner| foreigner.passport_until = over());
        person.foreign.iter_mut().for_each(|licence| licence.valid_until = over());
    }
    let mut licence = person.licence.as_mut();
    if which & 2 != 0 {
        licence.iter_mut().filter_map(|licence| licence.car.as_mut()).for_each(|car| car.valid_until = over());
    }
    if which & 4 != 0 {
        let part = licence.iter_mut().filter_map(|licence| licence.motorcycle.as_mut());
        part.for_each(|part| part.suspension = Some((over(), None)));
    }
    let Some(vehicle) = person.vehicle.as_mut() else { return world };
    if which & 8 != 0 {
        vehicle.valid_until = over();
    }
    if which & 16 != 0 {
        vehicle.seized_until = over();
    }
    if which & 32 != 0 {
        vehicle.inspection.iter_mut().for_each(|inspection| inspection.valid_until = over());
        vehicle.insurance.iter_mut().for_each(|insurance| insurance.valid_until = over());
    }
    world
}

/// A paper and those that fit beside it in a token, everything in clear, and unusual letters in a name.
fn scene(world: &World, kind: Kind, odd: bool) -> Scene {
    let had: Vec<_> = kinds().into_iter().filter(|kind| world.paper(*kind).is_some()).collect();
    let beside = had.chunks(4).find(|kinds| kinds.contains(&kind)).unwrap();
    let mut papers: Vec<_> = beside.iter().filter_map(|kind| world.paper(*kind)).collect();
    for paper in papers.iter_mut().filter(|paper| odd && paper.kind == Kind::VEHICLE_REGISTRATION.number()) {
        paper.fields.insert(Field::OWNER_NAME.number(), Item::from("Trần Văn Ðức"));
    }
    world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))])
}

/// What this role may be told of by name: its own fields, and what is in a part that it may see.
fn may_be_named(kind: Kind, scope: &Scope) -> BTreeSet<&'static str> {
    let Some(fields) = scope.get(&kind.number()) else { return BTreeSet::new() };
    let sees_a_part = kind == Kind::DRIVING_LICENCE && [20, 21].iter().any(|part| fields.contains(part));
    let rows = doichieu::field::FIELDS.iter().filter(|row| row.kind == Some(kind));
    let named = rows.filter(|row| match row.place {
        doichieu::field::Place::Part => sees_a_part,
        _ => fields.contains(&row.field.number()),
    });
    named.map(|row| row.name).collect()
}

fn gravest(seen: &Seen, kind: Kind) -> Option<Gravity> {
    let paper = seen.report.papers().iter().find(|paper| paper.kind() == kind)?;
    paper.findings().iter().map(doichieu::Finding::gravity).filter(|gravity| *gravity > Gravity::Note).max()
}

/// What the law below is about: each kind has something that counts against it here.
#[test]
fn something_is_amiss_with_every_kind() {
    for kind in kinds() {
        let world = troubled(kind, ALL);
        let seen = Desk::of(&world, POLICE).unprompted(&scene(&world, kind, false));
        assert!(gravest(&seen, kind).is_some(), "nothing is amiss with {kind:?}: {:?}", seen.codes());
    }
}

#[test]
fn a_finding_about_a_field_the_role_may_not_see_loses_its_words_and_keeps_its_gravity() {
    let all = World::demo().profile(POLICE).unwrap().allowance[&1].clone();
    // Fields that bear feed the rules whether the role sees them or not. One that does not bear is not there for the
    // rules either.
    let bears = |(kind, field): &(u64, u64)| {
        let mut rows = doichieu::field::bearing(Kind::new(*kind).unwrap(), doichieu::field::Place::Paper);
        rows.any(|row| row.field.number() == *field)
    };
    let fields = all.iter().flat_map(|(kind, fields)| fields.iter().map(|field| (*kind, *field)));
    let fields: Vec<(u64, u64)> = fields.filter(bears).collect();
    assert!(fields.len() >= 7, "{fields:?}");
    let left_out = prop::collection::btree_set(prop::sample::select(fields), 0..7);
    let config = Config { cases: 96, failure_persistence: None, max_shrink_iters: 64, ..Config::default() };
    let restricted = std::cell::Cell::new(0);
    proptest!(config, |(kind in prop::sample::select(kinds()), which in 0..=ALL, odd: bool, left_out in left_out)| {
        let mut world = troubled(kind, which);
        let full = Desk::of(&world, POLICE).unprompted(&scene(&world, kind, odd));
        let mut scope = all.clone();
        for (kind, field) in left_out {
            scope.entry(kind).or_default().remove(&field);
        }
        scope.retain(|_, fields| !fields.is_empty());
        prop_assume!(!scope.is_empty());
        world.profiles[0].allowance = Allowance::from([(1, scope.clone())]);
        let less = Desk::of(&world, POLICE).unprompted(&scene(&world, kind, odd));
        for paper in less.report.papers() {
            let named = may_be_named(paper.kind(), &scope);
            for finding in paper.findings() {
                prop_assert!(finding.field_name().is_none_or(|name| named.contains(name)), "{finding:?}");
                if finding.code() == "paper.restricted" {
                    restricted.set(restricted.get() + 1);
                    prop_assert_eq!((finding.field_name(), finding.rule(), finding.age()), (None, None, None));
                }
            }
        }
        for kind in kinds().into_iter().filter(|kind| scope.contains_key(&kind.number())) {
            prop_assert_eq!(gravest(&less, kind), gravest(&full, kind), "{:?}", kind);
        }
    });
    assert!(restricted.get() > 16, "{}", restricted.get());
}

/// One case by hand: a clinic whose profile shows no end date is told that something counts against the card, not what.
#[test]
fn a_clinic_that_may_not_see_the_dates_is_told_no_more_than_that_something_counts() {
    let mut world = World::demo();
    world.person.card.as_mut().unwrap().valid_until = day(2026, 1, 1);
    let told = |world: &World| {
        let seen = Desk::of(world, "clinic").unprompted(&world.clinic());
        (seen.graver(), seen.report.verdict().name())
    };
    assert_eq!(told(&world), (BTreeSet::from(["health.not_in_force"]), "refuse"));
    let clinic = world.profiles.iter_mut().find(|profile| profile.role == "clinic").unwrap();
    let card = clinic.allowance.get_mut(&2).unwrap().get_mut(&4).unwrap();
    card.retain(|field| ![Field::VALID_FROM, Field::VALID_UNTIL].map(Field::number).contains(field));
    assert_eq!(told(&world), (BTreeSet::from(["paper.restricted"]), "refuse"));
}

/// R24: how a source was vetted is passed through as a code, and decides nothing.
#[test]
fn how_a_paper_was_vetted_is_told_by_a_code() {
    let told = |evidence: Option<u64>| {
        let world = World::demo();
        let mut papers = world.preset_papers(POLICE, &[Kind::DRIVING_LICENCE]);
        papers[0].source.evidence = evidence;
        let scene = world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))]);
        let seen = Desk::of(&world, POLICE).unprompted(&scene);
        assert_eq!((seen.graver(), seen.report.verdict()), (BTreeSet::new(), Verdict::Accept));
        let vetting = seen.report.papers()[0].vetting();
        let json: serde_json::Value = serde_json::from_str(&seen.report.to_json()).unwrap();
        (vetting, json["papers"][0]["source"]["evidence"].as_str().map(str::to_owned))
    };
    assert_eq!(told(None), (None, None));
    assert_eq!(told(Some(1)), (Some(Vetting::OriginalSeen), Some("original_seen".to_owned())));
    assert_eq!(told(Some(2)), (Some(Vetting::DatabaseMatch), Some("database_match".to_owned())));
    assert_eq!(told(Some(99)), (Some(Vetting::Other), Some("other".to_owned())));
}
