//! A post at work in a world of the kit.

use doichieu::input::Unreadable;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Report, Roots, Scan, field::Purpose};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;
use std::sync::Arc;

/// One post with its ask, at the world's time.
pub(crate) struct Desk {
    inspector: Inspector,
    ask: Ask,
    at: UnixTime,
}

impl Desk {
    /// The post of a role, asking unprompted for all it may.
    pub(crate) fn new(world: &World, role: &str) -> Self {
        let roots = Roots::dangerous_test(&world.anchor()).expect("the kit's anchor");
        let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).expect("the kit's bundle");
        let bundle = Arc::new(bundle);
        let post = Post::open(&world.mandate(role), &bundle).expect("the kit's mandate");
        let inspector = Inspector::new(bundle, post).expect("a post of this bundle");
        let purpose = world.profile(role).and_then(|profile| profile.allowance.keys().next().copied());
        let ask = inspector
            .unprompted(Purpose::new(purpose.expect("a role with a purpose")), &encounter_seed())
            .expect("it may ask");
        Self { inspector, ask, at: UnixTime::new(world.now).expect("a time") }
    }

    /// Inspects from an empty memory.
    pub(crate) fn see(&self, scan: Scan<'_>) -> Result<Report, Unreadable> {
        self.inspector.inspect(scan, &self.ask, self.at, &mut Memory::new())
    }
}
