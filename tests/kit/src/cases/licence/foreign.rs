//! S12: a driving licence of another country.

use crate::cases::{Case, Expect, Input};
use crate::people::{day, elena};
use crate::scene::World;
use doichieu::field::Kind;

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    const ALONE: &str = "law-36-2024-art-57-6";
    let world = |change: fn(&mut crate::people::ForeignLicence)| {
        let mut elena = elena();
        elena.foreign.iter_mut().for_each(change);
        World::demo().with_person(elena).with_foreign_licences()
    };
    let case = |id: &str, says: &str, world: &World, expect: Expect| {
        let scene = world.preset("traffic_police", &[Kind::FOREIGN_DRIVING_LICENCE]);
        Case::traffic(&format!("S12/{id}"), says, world, Input::of(&scene), expect)
    };
    let alone = || Expect::standing("refer", &["foreign.licence_alone"]);
    let good = world(|_| {});
    let over = world(|licence| licence.valid_until = day(2026, 11, 17));
    let mut unlisted = good.clone();
    unlisted.eid.kinds.remove(&Kind::FOREIGN_DRIVING_LICENCE.number());
    vec![
        case(
            "alone",
            "Authentic, and whether it counts here is not in it; no personal number, and nothing is worse for it.",
            &good,
            alone(),
        ),
        case(
            "beside-a-car",
            "Whatever its categories say: not established.",
            &good,
            alone().covering("undetermined", ALONE),
        )
        .beside("car:seats=5"),
        case(
            "beside-a-moped",
            "On a moped no licence matters.",
            &good,
            Expect::accept().noting("foreign.licence_alone").covering("not_needed", ALONE),
        )
        .beside("moped:cc=49"),
        case(
            "permit",
            "An international permit alone is no more.",
            &world(|licence| "idp".clone_into(&mut licence.convention)),
            alone(),
        ),
        case(
            "permit-of-viet-nam",
            "An international permit that Viet Nam issued is for driving abroad.",
            &world(|licence| {
                "idp".clone_into(&mut licence.convention);
                "VNM".clone_into(&mut licence.country);
            }),
            Expect::standing("refer", &["foreign.licence_alone", "foreign.permit_of_viet_nam"]),
        ),
        case(
            "expired",
            "Out of its own time.",
            &over,
            Expect::standing("refuse", &["foreign.expired", "foreign.licence_alone"]),
        ),
        case(
            "unlisted",
            "An issuer that is not listed for foreign licences.",
            &unlisted,
            Expect::no_values("refer", &["authentic.format_not_listed", "foreign.licence_alone"]),
        ),
    ]
}
