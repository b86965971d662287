//! Less chosen, less licensed, less in the profile: never more shown. And some fields are never shown at all.

use std::collections::BTreeSet;

use doichieu::Verdict;
use doichieu::field::{FIELDS, Kind};
use doichieu_kit::paper::PaperSpec;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Item, Map, Scope};
use proptest::prelude::*;

use crate::stage::{POLICE, STOP, Stage, Values, cases, purpose};

fn leaves(scope: &Scope) -> Vec<(u64, u64)> {
    scope.iter().flat_map(|(kind, fields)| fields.iter().map(|field| (*kind, *field))).collect()
}

/// Some of a scope: the leaves whose turn it is in `keep`.
fn some_of(scope: &Scope, keep: &[bool]) -> Scope {
    let mut less = Scope::new();
    for ((kind, field), _) in leaves(scope).into_iter().zip(keep).filter(|(_, keep)| **keep) {
        less.entry(kind).or_default().insert(field);
    }
    less
}

/// What the police may see of the papers of an encounter.
fn of_stop(world: &World) -> Scope {
    let mut scope = world.scope(POLICE);
    scope.retain(|kind, _| STOP.iter().any(|of| of.number() == *kind));
    scope
}

fn keep() -> impl Strategy<Value = Vec<bool>> {
    (0.1..0.95_f64).prop_flat_map(|share| prop::collection::vec(prop::bool::weighted(share), 27))
}

fn within(values: &Values, scope: &Scope) -> bool {
    values.iter().all(|(kind, field, _)| scope.get(kind).is_some_and(|fields| fields.contains(field)))
}

/// What the citizen ticks bounds what is shown, and a smaller choice shows a subset of a larger one.
#[test]
fn a_smaller_scope_never_releases_more() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let whole = of_stop(&world);
    assert_eq!(leaves(&whole).len(), 27);
    let all = stage.show(&world.open_choice(POLICE, &STOP)).values;
    let show = |scope: &Scope| {
        let mut scene = world.open_choice(POLICE, &STOP);
        scene.showing.wanted = Some(scope.clone());
        stage.show(&scene)
    };
    proptest!(cases(120), |(larger in keep(), smaller in keep())| {
        let larger = some_of(&whole, &larger);
        let smaller = some_of(&larger, &smaller);
        let (more, less) = (show(&larger).values, show(&smaller).values);
        prop_assert!(less.is_subset(&more) && more.is_subset(&all));
        prop_assert!(within(&less, &smaller) && within(&more, &larger));
    });
}

/// The other half of the law: saying less than one shows, or more, shows nothing at all.
#[test]
fn a_scope_that_differs_from_what_is_shown_releases_nothing() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let whole = of_stop(&world);
    proptest!(cases(60), |(keep in keep())| {
        let said = some_of(&whole, &keep);
        let text = world.open_choice(POLICE, &STOP).text_with(|member| {
            member.consent_mut().unwrap().set(2, doichieu_kit::scope_item(&said));
        });
        let seen = stage.inspect(doichieu::Scan::qr(&text));
        // An empty scope is no consent; either way nothing is shown, unless the difference is in bearing fields alone.
        let seen = seen.unwrap();
        prop_assert!(within(&seen.values, &said));
        let full = leaves(&whole).len() == leaves(&said).len();
        prop_assert!(full || seen.values.is_empty() || only_bearing_left_out(&whole, &said), "{}", seen.json);
    });
}

fn only_bearing_left_out(whole: &Scope, said: &Scope) -> bool {
    let said: BTreeSet<_> = leaves(said).into_iter().collect();
    leaves(whole).into_iter().filter(|leaf| !said.contains(leaf)).all(|(kind, field)| {
        FIELDS.iter().any(|row| row.bearing && row.field.number() == field && row.kind == Kind::new(kind))
    })
}

/// Shown is what arrived, cut to mandate ∩ profile; and cutting either never shows more.
#[test]
fn a_smaller_mandate_or_profile_never_releases_more() {
    let world = World::demo();
    let whole = of_stop(&world);
    let scene = world.traffic_stop();
    let all = Stage::of(&world, POLICE).show(&scene).values;
    proptest!(cases(60), |(licensed in keep(), profiled in keep())| {
        let (licensed, profiled) = (some_of(&whole, &licensed), some_of(&whole, &profiled));
        let both: Scope = licensed.iter().filter_map(|(kind, fields)| {
            let fields: BTreeSet<_> = fields.intersection(profiled.get(kind)?).copied().collect();
            (!fields.is_empty()).then_some((*kind, fields))
        }).collect();
        prop_assume!(!both.is_empty());
        let stage = narrowed(&world, &licensed, &profiled);
        let seen = stage.show(&scene);
        prop_assert!(seen.values.is_subset(&all));
        let expected: Values = all.iter().filter(|(kind, field, _)| both.get(kind).is_some_and(|of| of.contains(field))).cloned().collect();
        prop_assert!(seen.values == expected || seen.values.is_empty(), "{}", seen.json);
    });
}

fn narrowed(world: &World, licensed: &Scope, profiled: &Scope) -> Stage {
    let mut world = world.clone();
    let purpose = purpose(&world, POLICE).number();
    let mut mandate = world.mandate_spec(POLICE);
    mandate.allowance.insert(purpose, licensed.clone());
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let profile = world.profiles.iter_mut().find(|profile| profile.role == POLICE).unwrap();
    profile.allowance.insert(purpose, profiled.clone());
    Stage::with(&world, POLICE, &world.bundle(), &mandate).unwrap()
}

/// Biometric and special fields, whoever allows them: the profile, the mandate and the citizen's consent all name them
/// here.
fn with_reserved_fields(world: &mut World) -> Vec<PaperSpec> {
    let profile = world.profiles.iter_mut().find(|profile| profile.role == POLICE).unwrap();
    for scope in profile.allowance.values_mut() {
        scope.values_mut().for_each(|fields| fields.extend(reserved()));
    }
    let mut papers = world.preset_papers(POLICE, &STOP);
    for paper in &mut papers {
        paper.fields.extend(reserved().map(|field| (field, secret())));
    }
    papers
}

fn reserved() -> impl Iterator<Item = u64> {
    FIELDS.iter().filter(|row| row.class.never_passes()).map(|row| row.field.number())
}

/// Stands for a template of a face.
fn secret() -> Item {
    Item::Bytes(vec![0xfa, 0xce, 0xfa, 0xce])
}

fn shows_nothing_reserved(stage: &Stage, scene: &Scene) {
    let seen = stage.show(scene);
    assert_eq!(seen.verdict, Verdict::Accept, "{}", seen.json);
    assert!(!seen.values.is_empty());
    assert!(seen.codes().contains("agreed.field_never_passes"));
    let reserved: Vec<_> = reserved().collect();
    assert!(reserved.len() >= 9 && seen.json.contains("\"dropped\":9"), "{}", seen.json);
    assert!(!seen.values.iter().any(|(_, field, told)| reserved.contains(field) || told.contains("fa, ce")));
}

#[test]
fn biometric_and_special_fields_never_pass_whoever_allows_them() {
    let mut world = World::demo();
    let papers = with_reserved_fields(&mut world);
    let stage = Stage::of(&world, POLICE);
    let show = |papers: Vec<PaperSpec>| {
        shows_nothing_reserved(&stage, &world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))]));
    };
    show(papers.clone());
    show(papers.iter().cloned().map(PaperSpec::grouped).collect());
    // Behind digests one by one: a code has room for the releases of one such paper.
    for paper in papers {
        show(vec![paper.redacted_fields()]);
    }
}

/// Nor do they pass inside a licence's part, which is released as one value.
#[test]
fn biometric_and_special_fields_never_pass_inside_a_part() {
    for reserved in reserved() {
        let world = World::demo();
        let mut papers = world.preset_papers(POLICE, &STOP);
        for paper in &mut papers {
            for part in [20, 21] {
                if let (2, Some(Item::Map(part))) = (paper.kind, paper.fields.get_mut(&part)) {
                    part.set(reserved, Map::new().with(1, secret()));
                }
            }
        }
        let scene = world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))]);
        let seen = Stage::of(&world, POLICE).show(&scene);
        let parts: Vec<_> = seen.values.iter().filter(|(kind, field, _)| (*kind, *field) == (2, 21)).collect();
        assert!(parts.len() == 1 && parts[0].2.contains("22: 12"), "{parts:?}");
        assert!(!seen.values.iter().any(|(_, _, told)| told.contains("fa, ce")), "field {reserved} in a part");
        assert!(seen.json.contains("\"dropped\":2"), "{}", seen.json);
    }
}
