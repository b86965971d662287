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

fn shows(release: &mut Release, at: u64) -> bool {
    release.at(UnixTime::new(at).unwrap()).is_ok_and(|shown| shown.fields().count() > 0)
}

#[test]
fn its_end_is_the_display_time_or_what_everybody_agrees_to_keep() {
    // Display time 30 s; the profile and the mandate allow a day.
    for (agreed, lasts) in [(0, 30), (29, 30), (31, 31), (3600, 3600), (86_401, 86_400), (u64::MAX, 86_400)] {
        let mut world = World::demo();
        world.retention = agreed;
        let mut report = report(&world);
        let release = release(&mut report);
        assert_eq!(release.until().seconds(), world.now + lasts, "{agreed}");
        assert_eq!(release.display_until().seconds(), world.now + 30);
        assert_eq!(release.hold(doichieu::Hold::WritingRecord), release.until());
        assert_eq!(release.until().seconds(), world.now + lasts);
        assert!(shows(release, world.now + lasts - 1));
        assert!(!shows(release, world.now + lasts));
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
        assert_eq!(shows(release(&mut report), at), open, "{at}");
        assert_eq!(shows(release(&mut report), world.now), open, "{at}");
    }
}

/// On whatever clock: nothing from `until` on, nothing before the inspection, and nothing ever again after either.
#[test]
fn nothing_is_shown_after_its_end_whatever_the_clock_does() {
    let mut world = World::demo();
    world.retention = 100;
    let now = world.now;
    let near = prop_oneof![4 => now - 40..now + 130, 1 => 0..1_u64 << 33];
    proptest!(cases(80), |(clock in prop::collection::vec(near, 1..12), end in prop::option::of(0..12_usize))| {
        let mut report = report(&world);
        let release = release(&mut report);
        let mut open = true;
        for (step, at) in clock.into_iter().enumerate() {
            if end == Some(step) {
                release.end();
                open = false;
            }
            open = open && (now - SKEW..now + 100).contains(&at);
            prop_assert_eq!(shows(release, at), open);
        }
    });
}
