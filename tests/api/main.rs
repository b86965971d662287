//! What an app can rely on: nothing personal in what gets printed or logged, results that cross threads, one documented
//! JSON, no clock.
//!
//! That a verdict cannot be had without its status is a matter of types: `tests/forge/`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the golden report is a file, blessing it is asked for by a variable, and cargo builds for WebAssembly"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Report, Roots, Scan};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;

mod clock;
mod fields;
mod json;
mod printed;
mod threads;

const POLICE: &str = "traffic_police";

/// A post on the world's day.
struct Desk {
    inspector: Inspector,
    memory: Memory,
    at: UnixTime,
}

impl Desk {
    fn of(world: &World, role: &str) -> Self {
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
        let post = Post::open(&world.mandate(role), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        Self { inspector, memory, at: UnixTime::new(world.now).unwrap() }
    }

    fn ask(&self) -> Ask {
        let purpose = self.inspector.post().allowance().purposes().next().unwrap();
        self.inspector.unprompted(purpose, &encounter_seed()).unwrap()
    }

    fn inspect(&mut self, text: &str) -> Report {
        self.inspector.inspect(Scan::qr(text), &self.ask(), self.at, &mut self.memory).unwrap()
    }
}

fn encounter() -> Report {
    let world = World::demo();
    Desk::of(&world, POLICE).inspect(&world.traffic_stop().text())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
