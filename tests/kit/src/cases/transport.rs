//! N01 to N03: the text of a code, base45, zlib.

use super::{Case, Expect, Input};
use crate::scene::World;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    vec![Case::traffic(
        "N00/good",
        "An honest traffic stop.",
        &world,
        Input::of(&world.traffic_stop()),
        Expect::accept(),
    )]
}
