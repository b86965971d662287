//! N145: what ends between loading and inspecting. Loading never judges age; every inspection does.

use super::{Case, Expect, Input};
use crate::scene::World;

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    let aged = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        at_age(&mut world, 20 * 86_400);
        world.profiles.iter_mut().for_each(|profile| profile.tolerances = [40 * 86_400; 4]);
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let lists = || Expect::standing("refer", &["post.lists_too_old"]);
    let root = || Expect::standing("refer", &["post.root_too_old"]);
    vec![
        aged("N145/due", "Past due within the role's tolerance.", Expect::accept().noting("post.lists_old"), |_| {}),
        aged("N145/tolerance", "Past due beyond the role's tolerance.", lists(), |world| {
            world.profiles.iter_mut().for_each(|profile| profile.tolerances = [19 * 86_400 - 1, 40 * 86_400, 0, 0]);
        }),
        aged(
            "N145/tolerance-last",
            "Past due by just what the role tolerates.",
            Expect::accept().noting("post.lists_old"),
            |world| {
                world.profiles.iter_mut().for_each(|profile| profile.tolerances = [19 * 86_400, 40 * 86_400, 0, 0]);
            },
        ),
        aged("N145/end", "In the second of the bundle's not-after.", lists(), |world| at_age(world, 30 * 86_400)),
        aged("N145/last", "One second before it.", Expect::accept().noting("post.lists_old"), |world| {
            at_age(world, 30 * 86_400 - 1)
        }),
        aged("N145/root", "In the second of the root's exp.", root(), |world| world.authority.first.exp = world.now),
        aged("N145/root-last", "One second before it.", Expect::accept(), |world| {
            world.authority.first.exp = world.now.saturating_add(1);
        }),
    ]
}

fn at_age(world: &mut World, age: u64) {
    world.bundle_age = age;
    for list in [&mut world.eid_list, &mut world.insurer_list] {
        list.iat = world.now.saturating_sub(age);
    }
}
