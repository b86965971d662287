//! The same inputs give the same bytes: twice, from other copies of everything, on other threads, whatever was
//! inspected in between.

#![expect(clippy::disallowed_methods, reason = "that threads change nothing is shown with threads")]

use doichieu::field::Kind;
use doichieu::time::UnixTime;
use doichieu::{Memory, Scan};
use doichieu_kit::Alg;
use doichieu_kit::scene::World;
use doichieu_kit::status::INVALID;
use proptest::prelude::*;

use crate::stage::{CLINIC, POLICE, STOP, Seen, Stage, Values, cases};

/// A role and a text, good and bad ones.
fn showings(world: &World) -> Vec<(&'static str, String)> {
    let scene = world.traffic_stop();
    vec![
        (POLICE, scene.text()),
        (POLICE, world.open_choice(POLICE, &STOP).text()),
        (POLICE, world.preset(POLICE, &[Kind::DRIVING_LICENCE]).text()),
        (POLICE, scene.text_with(|member| member.claims.set(3, "role:clinic"))),
        (CLINIC, world.clinic_set().text()),
        (CLINIC, world.clinic().text()),
        (CLINIC, scene.text()),
    ]
}

/// Report, values and memory afterwards.
type Answer = (String, Values, Vec<u8>);

fn answer(stage: &Stage, text: &str, at: u64) -> Answer {
    let mut memory = stage.memory.clone();
    let at = UnixTime::new(at).unwrap();
    let seen = Seen::of(stage.inspector.inspect(Scan::qr(text), &stage.ask, at, &mut memory).unwrap());
    (seen.json, seen.values, memory.to_bytes())
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let worlds = [World::demo(), World::demo().with_holder(Alg::P256)];
    let withdrawn = {
        let mut world = World::demo();
        world.set_status(42, INVALID);
        world
    };
    for world in worlds.iter().chain([&withdrawn]) {
        for (role, text) in showings(world) {
            let (one, two) = (Stage::of(world, role), Stage::of(world, role));
            let first = answer(&one, &text, world.now);
            assert_eq!(first, answer(&one, &text, world.now));
            assert_eq!(first, answer(&two, &text, world.now));
            // A frame and the text around it are one scan.
            let frame = base45::decode(text.strip_prefix("DC1:").unwrap()).unwrap();
            assert_eq!(first.0, one.inspect(Scan::frame(&frame)).unwrap().json);
        }
    }
}

#[test]
fn threads_change_nothing() {
    let world = World::demo();
    let showings = showings(&world);
    let stages: Vec<_> = showings.iter().map(|(role, _)| Stage::of(&world, role)).collect();
    let alone: Vec<_> = stages.iter().zip(&showings).map(|(stage, (_, text))| answer(stage, text, world.now)).collect();
    let run = || stages.iter().zip(&showings).map(|(stage, (_, text))| answer(stage, text, world.now)).collect();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
        for thread in threads {
            let answers: Vec<Answer> = thread.join().unwrap();
            assert_eq!(answers, alone);
        }
    });
}

/// What was inspected before counts only through the memory, and there only by its floor and its word on this very
/// showing.
#[test]
fn what_was_inspected_before_changes_nothing_about_another_showing() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let showings: Vec<_> = showings(&world).into_iter().filter(|(role, _)| *role == POLICE).collect();
    let at = UnixTime::new(world.now).unwrap();
    proptest!(cases(40), |(order in Just((0..showings.len()).collect::<Vec<_>>()).prop_shuffle())| {
        let mut memory: Memory = stage.memory.clone();
        for index in order {
            let text = &showings[index].1;
            let seen = Seen::of(stage.inspector.inspect(Scan::qr(text), &stage.ask, at, &mut memory).unwrap());
            prop_assert_eq!(seen.json, answer(&stage, text, world.now).0);
        }
    });
}
