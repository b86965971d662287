//! Several phones before one post: a borrowed motorbike, whose owner rides along (docs/dc1.md §4).

use doichieu::field::Kind;

use crate::key::Alg;
use crate::people::{self, Person};
use crate::scene::{Scene, World};
use crate::wallet::Wallet;

const ROLE: &str = "traffic_police";

/// The same country on another phone, with another key: this person's.
#[must_use]
pub fn phone_of(world: &World, person: Person, alg: Alg) -> World {
    let mut other = world.clone().with_person(person);
    other.wallet = Wallet::new(world.seed.key(alg, &other.person.name));
    other.showing = format!("shown by {}", other.person.name);
    other
}

/// Khôi drives Ngân's motorbike: his identity and licence, on his phone.
#[must_use]
pub fn driver(world: &World) -> Scene {
    phone_of(world, people::khoi(), Alg::Ed25519).preset(ROLE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE])
}

/// Ngân on the pillion: registration and insurance, on hers.
#[must_use]
pub fn owner(world: &World) -> Scene {
    phone_of(world, people::ngan(), Alg::P256).preset(ROLE, &[Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE])
}

/// Both, the driver first.
#[must_use]
pub fn motorbike(world: &World) -> [Scene; 2] {
    [driver(world), owner(world)]
}
