//! The demo kit for a page: what the test authority hands out, and a citizen's wallet. **Test keys only**: everything
//! is derived from a seed that everybody may know, and whoever opens its anchor must say that it is a test.

mod asked;
mod holding;
mod object;
mod posts;
mod selection;
mod showing;
mod stock;
mod world;

pub use asked::Asked;
pub use showing::Showing;
pub use stock::Taken;
pub use world::World;
