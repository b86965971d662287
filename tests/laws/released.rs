//! A release ends, and stays ended.

use doichieu::time::UnixTime;
use doichieu::{Proof, Release, Report, Scan};
use doichieu_kit::scene::World;
use proptest::prelude::*;

use crate::stage::{POLICE, Stage, cases};

/// The clock may lag behind by so much (docs/dc1.md §5, S).
const SKEW: u64 = 30;

fn report(world: &World) -> Report {
    let stage = Stage::of(world, POLICE);
    let at = UnixTime::new(world.now).unwrap();
    let text = world.traffic_stop().text();
    stage.inspector.inspect(Scan::qr(&text), &stage.ask, at, &mut stage.memory.clone()).unwrap()
}

fn release(report: &mut Report) -> &mut Release {
    match report.papers_mut()[0].proof() {
        Proof::Proven(release) => release,
        other => panic!("{other:?}"),
    }
}

fn shows_at(release: &mut Release, at: u64) -> bool {
    release.at(UnixTime::new(at).unwrap()).is_ok_and(|shown| shown.fields().count() > 0)
}

#[test]
fn its_end_is_the_display_time_or_what_everybody_agrees_to_keep() {
    // Display time 120 s; the profile and the mandate allow a day.
    for (agreed, lasts) in [(0, 120), (119, 120), (121, 121), (3600, 3600), (86_401, 86_400), (u64::MAX, 86_400)] {
        let mut world = World::demo();
        world.retention = agreed;
        let mut report = report(&world);
        let release = release(&mut report);
        assert_eq!(release.until().seconds(), world.now + lasts, "{agreed}");
        assert_eq!(release.display_until().seconds(), world.now + 120);
        assert_eq!(release.until().seconds(), world.now + lasts);
        assert!(shows_at(release, world.now + lasts - 1));
        assert!(!shows_at(release, world.now + lasts));
    }
}

/// The smaller of what the citizen was told and what the profile says; a wallet that says nothing leaves the profile's.
#[test]
fn a_screen_shows_it_as_long_as_the_citizen_was_told() {
    for (told, shows) in [(None, 120), (Some(1), 1), (Some(20), 20), (Some(120), 120), (Some(u64::MAX), 120)] {
        let mut world = World::demo();
        world.display = told;
        let mut report = report(&world);
        let release = release(&mut report);
        assert_eq!(release.display_until().seconds(), world.now + shows, "{told:?}");
        assert_eq!(release.until(), release.display_until(), "nobody agreed to keep it");
        assert!(shows_at(release, world.now + shows - 1) && !shows_at(release, world.now + shows));
    }
    // What may be kept for longer may be held on the screen; what the citizen was told still ends by itself.
    let mut world = World::demo();
    (world.display, world.retention) = (Some(20), 3600);
    let mut report = report(&world);
    let release = release(&mut report);
    assert_eq!((release.display_until().seconds(), release.until().seconds()), (world.now + 20, world.now + 3600));
}

/// Three minutes a press, a quarter of an hour in all, never past the grant; letting go ends it.
#[test]
fn holding_has_its_limits() {
    let held = |retention, presses: usize| {
        let mut world = World::demo();
        world.retention = retention;
        let mut report = report(&world);
        let release = release(&mut report);
        let held = (0..presses).map(|_| release.hold(doichieu::Hold::WritingRecord).seconds() - world.now).last();
        assert_eq!(held.unwrap(), release.display_until().seconds() - world.now);
        assert_eq!(release.let_go().seconds(), world.now + 120);
        assert_eq!(release.display_until().seconds(), world.now + 120);
        assert_eq!(release.until().seconds(), world.now + retention.max(120), "holding lengthens no grant");
        held.unwrap()
    };
    let (step, longest) = (doichieu::HOLD_STEP, doichieu::LONGEST_HOLD);
    assert_eq!((step, longest), (180, 900));
    let presses = [1, 2, 5, 6, 40].map(|presses| held(86_400, presses));
    assert_eq!(presses, [120 + step, 120 + 2 * step, 120 + longest, 120 + longest, 120 + longest]);
    assert_eq!([held(0, 1), held(200, 1), held(400, 40)], [120, 200, 400]);
    // Letting go begins no new quarter of an hour.
    let mut world = World::demo();
    world.retention = 86_400;
    let mut report = report(&world);
    let release = release(&mut report);
    for _ in 0..3 {
        (0..9).for_each(|_| _ = release.hold(doichieu::Hold::HandingOver));
        assert_eq!(release.display_until().seconds(), world.now + 120 + longest);
        release.let_go();
    }
}

/// The least of consent, mandate and profile, whichever it is.
#[test]
fn nobody_alone_lengthens_it() {
    let hour = 3600;
    for shortest in 0..3 {
        let mut world = World::demo();
        let mut mandate = world.mandate_spec(POLICE);
        let profile = world.profiles.iter_mut().find(|profile| profile.role == POLICE).unwrap();
        let times: [&mut u64; 3] = [&mut world.retention, &mut mandate.retention, &mut profile.retention];
        for (who, time) in times.into_iter().enumerate() {
            *time = if who == shortest { hour } else { 10 * hour };
        }
        let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
        let stage = Stage::with(&world, POLICE, &world.bundle(), &mandate).unwrap();
        let mut report = stage.show(&world.traffic_stop()).report;
        assert_eq!(release(&mut report).until().seconds(), world.now + hour, "{shortest}");
    }
}

#[test]
fn a_clock_set_back_ends_it() {
    let world = World::demo();
    for (at, open) in [(world.now - SKEW, true), (world.now - SKEW - 1, false), (0, false)] {
        let mut report = report(&world);
        assert_eq!(shows_at(release(&mut report), at), open, "{at}");
        assert_eq!(shows_at(release(&mut report), world.now), open, "{at}");
    }
}

/// On whatever clock: nothing from `until` on, nothing before the inspection, and nothing ever again after either.
#[test]
fn nothing_is_shown_after_its_end_whatever_the_clock_does() {
    let mut world = World::demo();
    world.retention = 200;
    let now = world.now;
    let near = prop_oneof![4 => now - 40..now + 230, 1 => 0..1_u64 << 33];
    proptest!(cases(80), |(clock in prop::collection::vec(near, 1..12), end in prop::option::of(0..12_usize))| {
        let mut report = report(&world);
        let release = release(&mut report);
        let mut open = true;
        for (step, at) in clock.into_iter().enumerate() {
            if end == Some(step) {
                release.end();
                open = false;
            }
            open = open && (now - SKEW..now + 200).contains(&at);
            prop_assert_eq!(shows_at(release, at), open);
        }
    });
}
