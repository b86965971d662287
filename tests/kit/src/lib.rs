//! The independent other side of DC1 for tests and demos: **issuer, wallet and bundle authority**.
//!
//! Written from docs/dc1.md alone. It shares the registries with `doichieu` (kinds, fields, purposes, days) and nothing
//! else: what it mints was not shaped by the code that reads it. Everything comes from a [`Seed`] and from times given
//! as arguments, so the same call gives the same bytes. **Not for production**: keys are derived, not guarded.
//!
//! Two levels. [`scene::World`] gives ready-made bundles, posts and showings. Below it every object is first a *draft*
//! with public parts, then signed, then a [`cose::Signed`] with public parts again: a test may change any part before
//! or after the signature, so no malformed object is out of reach.
//!
//! ```
//! use doichieu::field::Kind;
//! use doichieu_kit::{Item, scene::World};
//!
//! let world = World::demo();
//! let (anchor, bundle, mandate) = (world.anchor(), world.bundle(), world.mandate("traffic_police"));
//! let good = world.traffic_stop().text();
//!
//! // Signed by the holder, but with an expiry in milliseconds:
//! let odd = world.traffic_stop().text_with(|member| member.claims.set(4, (world.now + 55) * 1000));
//! // Signed by the issuer, but with a second vct:
//! let mut draft = world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &[Kind::IDENTITY])));
//! draft.claims.push(11, "dc1");
//! let twice = world.scene_with("traffic_police", vec![draft.sign()]).text();
//! // Flipped after signing:
//! let flipped = world.traffic_stop().text_with_signed(|signed| signed.signature = Item::Bytes(vec![0; 64]));
//! # assert!([odd, twice, flipped].iter().all(|text| text.starts_with("DC1:") && *text != good));
//! # assert!(![anchor, bundle, mandate].iter().any(Vec::is_empty));
//! ```

pub mod animated;
pub mod answer;
pub mod ask;
pub mod authority;
pub mod batch;
pub mod borrowed;
pub mod bundle;
pub mod cases;
pub mod cbor;
pub mod claim169;
pub mod cose;
pub mod frame;
mod host;
pub mod issuer;
pub mod key;
pub mod mandate;
pub mod nation;
pub mod paper;
pub mod people;
pub mod printed;
pub mod profiles;
pub mod scene;
pub mod status;
pub mod wallet;

pub use cbor::{Item, Map};
pub use cose::{Sign1, Signed};
pub use host::{another_encounter_seed, encounter_seed, late};
pub use key::{Alg, Seed, SignKey};

use std::collections::{BTreeMap, BTreeSet};

/// Leaf keys by kind: what a consent names, what an allowance allows.
pub type Scope = BTreeMap<u64, BTreeSet<u64>>;

/// What may be asked, by purpose.
pub type Allowance = BTreeMap<u64, Scope>;

/// `{ kind => [field] }` as CBOR.
#[must_use]
pub fn scope_item(scope: &Scope) -> Item {
    let rows = scope.iter().map(|(kind, fields)| (*kind, Item::array(fields.iter().copied())));
    Map::of(rows).into()
}

/// `{ purpose => { kind => [field] } }` as CBOR.
#[must_use]
pub fn allowance_item(allowance: &Allowance) -> Item {
    Map::of(allowance.iter().map(|(purpose, scope)| (*purpose, scope_item(scope)))).into()
}
