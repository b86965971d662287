//! Roles are data: what each of the kit's six may see, that another bundle is all it takes to change one, and what no
//! profile, mandate, ask or grant can do.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "roles/changed.rs"]
mod changed;
#[path = "roles/desk.rs"]
mod desk;
#[path = "roles/never.rs"]
mod never;
#[path = "roles/told.rs"]
mod told;
