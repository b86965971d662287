//! N32 and N36: our own times: clock, mandate, bundle, lists. Each numbered relation violated by one second and just
//! satisfied.

use super::forge::{Group, refer, scene};
use super::{Case, Expect, Input};
use crate::bundle::BundleSpec;
use crate::scene::World;

const DAY: u64 = 86_400;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    clock(&mut group);
    mandate(&mut group);
    manifest(&mut group);
    ends(&mut group);
    status(&mut group);
    group.cases
}

/// P1 and N36: our clock against the newest thing that was signed for us.
fn clock(group: &mut Group) {
    let mut world = group.world.clone();
    world.bundle_age = 0;
    let input = Input::of(&scene(&world));
    let good =
        Case::traffic("N32/P1-satisfied", "floor ≤ at. Just satisfied.", &world, input.clone(), Expect::accept());
    group.cases.push(good);
    let says = "floor ≤ at. Violated by one second: our clock is wrong, and nothing is said about the citizen.";
    let bad = Case::traffic("N32/P1-violated", says, &world, input.clone(), refer("post.clock_wrong"));
    group.cases.push(bad.at(world.now.saturating_sub(1)));
    let says = "The clock stands a year before the bundle.";
    let bad = Case::traffic("N36/a-year-back", says, &world, input.clone(), refer("post.clock_wrong"));
    group.cases.push(bad.at(world.now.saturating_sub(365 * DAY)));
    let says = "A bundle of a lower number, opened before, was issued later than our clock says.";
    let mut case = Case::traffic("N36/floor-remembered", says, &group.world, input, refer("post.clock_wrong"));
    let mut before = group.world.clone();
    (before.number, before.bundle_age) = (56, 0);
    case.bundles_before = vec![before.bundle()];
    group.cases.push(case.at(group.world.now.saturating_sub(1)));
}

/// P2 and P3.
fn mandate(group: &mut Group) {
    let world = group.world.clone();
    let input = Input::of(&scene(&world));
    let not_in_force = || refer("post.mandate_not_in_force");
    let (now, later) = (world.now, world.now.saturating_add(1));
    let rows = [
        (
            "N32/P2-iat-violated",
            "mandate.iat ≤ at. Violated by one second.",
            (later, later.saturating_add(DAY)),
            not_in_force(),
        ),
        ("N32/P2-iat-satisfied", "mandate.iat ≤ at. Just satisfied.", (now, now.saturating_add(DAY)), Expect::accept()),
        (
            "N32/P2-exp-violated",
            "at < mandate.exp. Violated by one second.",
            (now.saturating_sub(DAY), now),
            not_in_force(),
        ),
        (
            "N32/P2-exp-satisfied",
            "at < mandate.exp. Just satisfied.",
            (now.saturating_sub(DAY), later),
            Expect::accept(),
        ),
        (
            "N32/P3-violated",
            "mandate.exp − mandate.iat ≤ the profile's longest. Violated by one second.",
            (now.saturating_sub(DAY), later.saturating_add(6 * DAY)),
            Expect::set_up("setup.mandate_life_too_long"),
        ),
        (
            "N32/P3-satisfied",
            "mandate.exp − mandate.iat ≤ the profile's longest. Just satisfied.",
            (now.saturating_sub(DAY), now.saturating_add(6 * DAY)),
            Expect::accept(),
        ),
    ];
    for (id, says, (iat, exp), expect) in rows {
        let mut spec = world.mandate_spec("traffic_police");
        (spec.iat, spec.exp) = (iat, exp);
        let mut case = Case::traffic(id, says, &world, input.clone(), expect);
        case.mandate = world.authority.mandate_key().map(|key| spec.sign(key).encode()).unwrap_or_default();
        group.cases.push(case);
    }
}

/// A case with a bundle of other times.
fn of_bundle(
    group: &mut Group,
    world: &World,
    id: &str,
    says: &str,
    change: impl FnOnce(&mut BundleSpec),
    expect: Expect,
) {
    let mut spec = world.bundle_spec();
    change(&mut spec);
    let mut case = Case::traffic(id, says, world, Input::of(&scene(world)), expect);
    case.bundle = spec.file(&world.authority);
    group.cases.push(case);
}

/// B1 and B2.
fn manifest(group: &mut Group) {
    let world = group.world.clone();
    let now = world.now;
    let disagree = || Expect::set_up("setup.manifest_times_disagree");
    let says = "issued < next. Violated by one second.";
    of_bundle(group, &world, "N32/B1-next-violated", says, |spec| spec.next = spec.issued, disagree());
    let says = "issued < next. Just satisfied.";
    let old = Expect::accept().noting("post.lists_old");
    of_bundle(group, &world, "N32/B1-next-satisfied", says, |spec| spec.next = spec.issued.saturating_add(1), old);
    let says = "next ≤ not-after. Violated by one second.";
    of_bundle(
        group,
        &world,
        "N32/B1-end-violated",
        says,
        |spec| spec.not_after = spec.next.saturating_sub(1),
        disagree(),
    );
    let says = "next ≤ not-after. Just satisfied.";
    of_bundle(group, &world, "N32/B1-end-satisfied", says, |spec| spec.not_after = spec.next, Expect::accept());

    let says = "at ≤ next. Violated by one second: a note.";
    let old = || Expect::accept().noting("post.lists_old");
    of_bundle(group, &world, "N32/B2-violated", says, |spec| spec.next = now.saturating_sub(1), old());
    of_bundle(
        group,
        &world,
        "N32/B2-satisfied",
        "at ≤ next. Just satisfied.",
        |spec| spec.next = now,
        Expect::accept(),
    );
    let mut world = world;
    world.bundle_age = 3 * DAY;
    let (list, lists) = (now.saturating_sub(world.bundle_age), [&mut world.eid_list, &mut world.insurer_list]);
    lists.into_iter().for_each(|of| of.iat = list);
    // The role's lists are tolerated two days past due; its status lists here for as long as they need be.
    world.profiles.iter_mut().for_each(|profile| profile.tolerances = [2 * DAY, 30 * DAY, 30 * DAY, 30 * DAY]);
    let says = "Within the role's tolerance past next. Violated by one second.";
    let too_old = Expect::standing("refer", &["post.lists_too_old"]);
    let next = now.saturating_sub(2 * DAY);
    of_bundle(group, &world, "N32/B2-tolerance-violated", says, |spec| spec.next = next.saturating_sub(1), too_old);
    let says = "Within the role's tolerance past next. Just satisfied.";
    of_bundle(group, &world, "N32/B2-tolerance-satisfied", says, |spec| spec.next = next, old());
}

/// B3 and B4.
fn ends(group: &mut Group) {
    let world = group.world.clone();
    let (now, later) = (world.now, world.now.saturating_add(1));
    let too_old = || Expect::standing("refer", &["post.lists_too_old"]);
    let end = |end: u64| move |spec: &mut BundleSpec| (spec.next, spec.not_after) = (end, end);
    of_bundle(group, &world, "N32/B3-violated", "at < not-after. Violated by one second.", end(now), too_old());
    of_bundle(group, &world, "N32/B3-satisfied", "at < not-after. Just satisfied.", end(later), Expect::accept());
    for (id, says, exp, expect) in [
        (
            "N32/B4-violated",
            "at < root.exp. Violated by one second.",
            now,
            Expect::standing("refer", &["post.root_too_old"]),
        ),
        ("N32/B4-satisfied", "at < root.exp. Just satisfied.", later, Expect::accept()),
    ] {
        let mut world = world.clone();
        world.authority.first.exp = exp;
        group.cases.push(Case::traffic(id, says, &world, Input::of(&scene(&world)), expect));
    }
}

/// B5 and B6.
fn status(group: &mut Group) {
    let world = group.world.clone();
    let (now, issued) = (world.now, world.now.saturating_sub(world.bundle_age));
    let iat = world.eid_list.iat;
    let age = now.saturating_sub(iat);
    let stale = || Expect::standing("refer", &["current.account_unknown", "current.status_stale"]);
    let unused = Expect::standing("refer", &["current.account_unknown", "current.status_unknown"]);
    type Change = (u64, Option<u64>, Option<u64>);
    let rows: [(&str, &str, Change, Expect); 6] = [
        (
            "N32/B5-violated",
            "status.iat ≤ manifest.issued. Violated by one second: the list is not used.",
            (issued.saturating_add(1), None, None),
            unused,
        ),
        ("N32/B5-satisfied", "status.iat ≤ manifest.issued. Just satisfied.", (issued, None, None), Expect::accept()),
        ("N32/B6-exp-violated", "at < status.exp. Violated by one second.", (iat, Some(now), None), stale()),
        (
            "N32/B6-exp-satisfied",
            "at < status.exp. Just satisfied.",
            (iat, Some(now.saturating_add(1)), None),
            Expect::accept(),
        ),
        ("N32/B6-ttl-violated", "at < status.iat + ttl. Violated by one second.", (iat, None, Some(age)), stale()),
        (
            "N32/B6-ttl-satisfied",
            "at < status.iat + ttl. Just satisfied.",
            (iat, None, Some(age.saturating_add(1))),
            Expect::accept(),
        ),
    ];
    for (id, says, (iat, exp, ttl), expect) in rows {
        let mut world = world.clone();
        (world.eid_list.iat, world.eid_list.exp, world.eid_list.ttl) = (iat, exp, ttl);
        group.cases.push(Case::traffic(id, says, &world, Input::of(&scene(&world)), expect));
    }
    for (id, says, tolerance, expect) in [
        ("N32/B6-age-violated", "at − status.iat ≤ tolerance. Violated by one second.", age.saturating_sub(1), stale()),
        ("N32/B6-age-satisfied", "at − status.iat ≤ tolerance. Just satisfied.", age, Expect::accept()),
    ] {
        let mut world = world.clone();
        world.profiles.iter_mut().for_each(|profile| profile.tolerances = [2 * DAY, tolerance, DAY, 30 * DAY]);
        group.cases.push(Case::traffic(id, says, &world, Input::of(&scene(&world)), expect));
    }
}
