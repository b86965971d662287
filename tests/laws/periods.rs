//! Outside its period nothing is accepted: token, showing, mandate, bundle, root, key, status list. And no list, or an
//! old one, is never good news.

use std::collections::BTreeMap;

use doichieu::{Scan, Verdict};
use doichieu_kit::scene::{LIST, World};
use doichieu_kit::status::StatusList;
use doichieu_kit::{Item, Map};
use proptest::prelude::*;

use crate::stage::{DAY, POLICE, STOP, Seen, Stage, cases};

/// A second near the present one: close enough to hit each edge, far enough to leave it.
fn near(now: u64) -> impl Strategy<Value = u64> {
    prop_oneof![3 => now - 3..=now + 3, 1 => now - 2 * DAY..now + 2 * DAY, 1 => now - 60..now + 60]
}

/// How long before the showing and how long after it the other times stand, so that only the period in question can
/// fail.
fn encounter(world: &World, iat: u64, exp: u64, nbf: Option<u64>) -> Seen {
    let mut spec = world.token_spec(world.preset_papers(POLICE, &STOP));
    (spec.iat, spec.exp, spec.nbf) = (iat, exp, nbf);
    Stage::of(world, POLICE).show(&world.scene_of(POLICE, &[(&world.eid, spec)]))
}

#[test]
fn outside_the_tokens_period_nothing_is_accepted() {
    let now = World::demo().now;
    proptest!(cases(120), |(iat in near(now), exp in near(now), nbf in prop::option::of(near(now)))| {
        let seen = encounter(&World::demo(), iat, exp, nbf);
        let begun = iat <= now + 30 && nbf.is_none_or(|nbf| nbf <= now);
        let inside = begun && now < exp;
        prop_assert!(inside || seen.verdict > Verdict::Accept, "{}", seen.json);
        // Past its end by a good signature: referred with values. Not begun: none.
        prop_assert!(begun || seen.values.is_empty());
    });
    // The edges themselves, one second apart. The showing at now − 5 lives 60 s, so the token must live to now + 55.
    let verdicts = [now + 55, now + 54].map(|exp| encounter(&World::demo(), now - 600, exp, None).verdict);
    assert_eq!(verdicts, [Verdict::Accept, Verdict::Refuse]);
    let verdicts = [now - 5, now - 4].map(|iat| encounter(&World::demo(), iat, now + DAY / 2, None).verdict);
    assert_eq!(verdicts, [Verdict::Accept, Verdict::Refuse]);
    let verdicts = [now - 5, now - 4].map(|nbf| encounter(&World::demo(), now - 600, now + DAY / 2, Some(nbf)).verdict);
    assert_eq!(verdicts, [Verdict::Accept, Verdict::Refuse]);
}

#[test]
fn outside_the_showings_window_nothing_is_shown() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let now = world.now;
    proptest!(cases(150), |(iat in near(now), exp in near(now))| {
        let text = world.traffic_stop().text_with(|member| {
            member.claims.set(6, iat);
            member.claims.set(4, exp);
        });
        let seen = stage.inspect(Scan::qr(&text)).unwrap();
        let inside = iat < exp && exp - iat <= 120 && iat <= now + 30 && now < exp && now.saturating_sub(iat) <= 60;
        prop_assert!(inside || (seen.verdict > Verdict::Accept && seen.values.is_empty()), "{}", seen.json);
    });
}

#[test]
fn outside_the_mandates_period_nothing_is_judged() {
    let world = World::demo();
    let now = world.now;
    let scene = world.traffic_stop();
    let judge = |iat, exp| {
        let mut mandate = world.mandate_spec(POLICE);
        (mandate.iat, mandate.exp) = (iat, exp);
        let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
        Stage::with(&world, POLICE, &world.bundle(), &mandate).ok().map(|stage| stage.show(&scene))
    };
    proptest!(cases(60), |(iat in near(now), exp in near(now))| {
        let inside = iat <= now && now < exp;
        let Some(seen) = judge(iat, exp) else { return Ok(()) };
        prop_assert_eq!(inside, seen.verdict == Verdict::Accept);
        prop_assert!(inside || seen.report.papers().is_empty());
    });
    assert_eq!(judge(now, now + 1).unwrap().verdict, Verdict::Accept);
    assert_eq!(judge(now - 1, now).unwrap().verdict, Verdict::Refer);
    assert_eq!(judge(now + 1, now + 2).unwrap().verdict, Verdict::Refer);
}

/// The manifest's due time, with the role's tolerance, and its end; the root's end.
#[test]
fn outside_the_bundles_period_nothing_is_accepted() {
    let now = World::demo().now;
    let judge = |next: u64, not_after: u64, root: u64| {
        let mut world = World::demo();
        world.authority.first.exp = root;
        let mut spec = world.bundle_spec();
        (spec.next, spec.not_after) = (next, not_after);
        let stage = Stage::with(&world, POLICE, &spec.file(&world.authority), &world.mandate(POLICE)).ok()?;
        Some(stage.show(&world.traffic_stop()))
    };
    proptest!(cases(80), |(next in near(now - 2 * DAY), not_after in near(now), root in near(now))| {
        let Some(seen) = judge(next, not_after, root) else { return Ok(()) };
        let inside = now <= next + 2 * DAY && now < not_after && now < root;
        prop_assert_eq!(inside, seen.verdict == Verdict::Accept, "{}", seen.json);
    });
}

/// An issuer's key, by its period and state, at the time the token was issued.
#[test]
fn outside_the_keys_period_nothing_is_shown() {
    let now = World::demo().now;
    proptest!(cases(80), |(from in near(now - 600), until in near(now - 600), state in 0..3_u64)| {
        let mut world = World::demo();
        world.register_age = 3600;
        (world.eid.key.from, world.eid.key.until, world.eid.key.state) = (from, until, state);
        prop_assume!(from < until);
        let seen = Stage::of(&world, POLICE).show(&world.traffic_stop());
        let inside = from <= now - 600 && now - 600 < until && state < 2;
        prop_assert_eq!(inside, seen.verdict == Verdict::Accept, "{}", seen.json);
        prop_assert!(inside || seen.values.is_empty());
    });
}

/// Each way a list can be gone or past its time. The paper may well be in order; we do not know it.
#[test]
fn a_lost_or_stale_list_never_leads_to_accept() {
    let now = World::demo().now;
    let judge = |world: &World, bundle: &[u8]| {
        let stage = Stage::with(world, POLICE, bundle, &world.mandate(POLICE)).unwrap();
        stage.show(&world.traffic_stop())
    };
    let lost = |change: &dyn Fn(&mut StatusList)| {
        let mut world = World::demo();
        change(&mut world.eid_list);
        judge(&world, &world.bundle())
    };
    assert_eq!(lost(&|_| ()).verdict, Verdict::Accept);
    let ways: [&dyn Fn(&mut StatusList); 7] = [
        &|list| list.iat = now - DAY - 1,
        &|list| list.exp = Some(now),
        &|list| list.ttl = Some(7200),
        // Newer than its manifest; shorter than the index; an entry of a value without a meaning; another list's
        // subject.
        &|list| list.iat = now - 5399,
        &|list| list.entries.truncate(40),
        &|list| list.entries.fill(3),
        &|list| list.uri = "https://eid.example/s/2".to_owned(),
    ];
    for (index, way) in ways.into_iter().enumerate() {
        let seen = lost(way);
        assert_eq!(seen.verdict, Verdict::Refer, "{index}: {}", seen.json);
    }
    // Not in the bundle at all; there, but signed by the key for documents; there, but no token.
    let world = World::demo();
    let name = format!("status:{}", world.eid_list.uri);
    let mut without = world.bundle_spec();
    without.parts.remove(&name);
    let foreign = world.bundle_spec().part(&name, world.eid_list.sign(&world.eid.key.key).encode());
    let broken = world.bundle_spec().part(&name, Item::from("nothing").encode());
    for spec in [without, foreign, broken] {
        let seen = judge(&world, &spec.file(&world.authority));
        assert_eq!(seen.verdict, Verdict::Refer, "{}", seen.json);
    }
}

/// The list's own key: out of its period when the list was signed, exposed, or good.
#[test]
fn a_list_counts_only_by_a_key_that_may_sign_it() {
    let judge = |from: u64, until: u64, state: u64| {
        let mut world = World::demo();
        let key = &mut world.eid.status_key;
        (key.from, key.until, key.state) = (from, until, state);
        Stage::of(&world, POLICE).show(&world.traffic_stop()).verdict
    };
    let iat = World::demo().eid_list.iat;
    assert_eq!(judge(iat, iat + 1, 0), Verdict::Accept);
    assert_eq!(judge(iat, iat + 1, 1), Verdict::Accept);
    assert_eq!(judge(iat, iat + 1, 2), Verdict::Refer);
    assert_eq!(judge(iat - 1, iat, 0), Verdict::Refer);
    assert_eq!(judge(iat + 1, iat + 2, 0), Verdict::Refer);
}

/// No profile tolerates more than a year, whatever it says.
#[test]
fn no_age_is_tolerated_for_ever() {
    let judge = |age: u64| {
        let mut world = World::demo();
        let profile = world.profiles.iter_mut().find(|profile| profile.role == POLICE).unwrap();
        profile.tolerances = [u64::MAX; 4];
        world.eid_list.iat = world.now - age;
        world.eid.status_key.from = 1;
        Stage::of(&world, POLICE).show(&world.traffic_stop()).verdict
    };
    assert_eq!(judge(366 * DAY), Verdict::Accept);
    assert_eq!(judge(366 * DAY + 1), Verdict::Refer);
}

/// A mandate's parts may stand in another list than the mandate itself; that one may be the lost one.
#[test]
fn a_lost_or_stale_list_of_a_part_never_leads_to_accept() {
    const OTHER: u64 = 2;
    let mut world = World::demo();
    let uri = "https://eid.example/s/parts".to_owned();
    world.eid.lists = BTreeMap::from([(LIST, world.eid_list.uri.clone()), (OTHER, uri.clone())]);
    let mut papers = world.preset_papers(POLICE, &STOP);
    for paper in papers.iter_mut().filter(|paper| paper.kind == 2) {
        for (part, index) in [(20, 46_u64), (21, 47)] {
            if let Some(Item::Map(part)) = paper.fields.get_mut(&part) {
                part.set(0, Map::new().with(4, Item::array([OTHER, index])));
            }
        }
    }
    let scene = world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))]);
    let judge = |age: Option<u64>| {
        let mut spec = world.bundle_spec();
        if let Some(age) = age {
            let list = StatusList::new(&uri, 256, world.now - age);
            spec = spec.status(&uri, &list.sign(&world.eid.status_key.key));
        }
        Stage::with(&world, POLICE, &spec.file(&world.authority), &world.mandate(POLICE)).unwrap().show(&scene)
    };
    assert_eq!(judge(Some(7200)).verdict, Verdict::Accept);
    for age in [None, Some(DAY + 1), Some(300 * DAY)] {
        let seen = judge(age);
        assert_eq!(seen.verdict, Verdict::Refer, "{age:?}: {}", seen.json);
    }
}

/// Every time that a host's clock can name.
#[test]
fn no_clock_makes_it_panic_or_accept_out_of_time() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let text = world.traffic_stop().text();
    let now = world.now;
    proptest!(cases(800), |(at in prop_oneof![0..1_u64 << 33, near(now), Just((1_u64 << 33) - 1), Just(0)])| {
        let seen = stage.inspect_at(Scan::qr(&text), at).unwrap();
        let inside = (now - 35..now + 55).contains(&at);
        prop_assert_eq!(inside, seen.verdict == Verdict::Accept, "{}", seen.json);
        prop_assert!(inside || seen.values.is_empty());
    });
}
