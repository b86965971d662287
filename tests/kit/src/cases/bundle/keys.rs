//! N144, N148, N150, N151: keys with two roles, exposed keys, and the mandate of the post.

use super::{Case, Expect, Input, refused, with};
use crate::key::{Alg, SignKey};
use crate::mandate::MandateSpec;
use crate::scene::World;

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    [reused_keys(), exposed_key(), mandate(), licensed()].concat()
}

/// N144: a key has one role.
fn reused_keys() -> Vec<Case> {
    let case = |id: &str, says: &str, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), refused("setup.key_reused"))
    };
    let world = World::demo();
    let crowd = (0..5_u8).map(|n| {
        let mut issuer = world.insurer.clone();
        issuer.iss = format!("bhxh-{n}.example");
        issuer.entry()
    });
    let crowded = world.bundle_spec().issuers([world.eid.entry()].into_iter().chain(crowd)).file(&world.authority);
    vec![
        case("N144/issuer-is-root", "An issuer's key may sign roots.", |world| {
            world.authority.first.root.keys.iter().take(1).for_each(|key| world.eid.key.key = key.clone());
        }),
        case("N144/status-is-mandates", "An issuer's status key may sign mandates.", |world| {
            world
                .authority
                .first
                .mandates
                .keys
                .iter()
                .take(1)
                .for_each(|key| world.insurer.status_key.key = key.clone());
        }),
        with(
            "N144/crowded-kid",
            "Five entries with one key: more than a token may make us try.",
            &world,
            crowded,
            refused("setup.key_reused"),
        ),
    ]
}

/// N148: an exposed key signs whatever date a thief likes.
fn exposed_key() -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let exposed = || Expect::no_values("refer", &["authentic.key_compromised"]);
    vec![
        case("N148/backdated", "An exposed key under an iat from before it was exposed.", exposed(), |world| {
            world.eid.key.state = 2;
            world.token_age = 80_000;
        }),
        case("N148/out-of-period", "An exposed key whose period is over besides.", exposed(), |world| {
            world.eid.key.state = 2;
            world.eid.key.until = world.now.saturating_sub(86_400);
        }),
        case(
            "N148/retired",
            "A retired key still counts for what it signed in its period.",
            Expect::accept(),
            |world| {
                world.eid.key.state = 1;
                world.eid.key.until = world.now.saturating_sub(world.token_age).saturating_add(1);
            },
        ),
        case(
            "N148/retired-late",
            "A retired key signed after its period.",
            Expect::no_values("refer", &["authentic.key_not_in_period"]),
            |world| {
                world.eid.key.state = 1;
                world.eid.key.until = world.now.saturating_sub(world.token_age);
            },
        ),
    ]
}

/// N145, of the post's mandate; N150 as far as there are no challenges.
fn mandate() -> Vec<Case> {
    let ours = |code: &str| Expect::no_values("refer", &[code]);
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let world = World::demo();
    let signed = |id: &str, says: &str, key: &SignKey| {
        let mut case =
            Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), refused("setup.mandate_not_signed"));
        case.mandate = world.mandate_spec("traffic_police").sign(key).encode();
        case
    };
    let mut role = Case::traffic(
        "N150/role",
        "A role that the bundle has no profile for.",
        &world,
        Input::of(&world.traffic_stop()),
        refused("setup.role_unknown"),
    );
    let mut spec = world.mandate_spec("traffic_police");
    "customs".clone_into(&mut spec.role);
    role.mandate = world.authority.mandate_key().map(|key| spec.sign(key).encode()).unwrap_or_default();
    let stray = world.seed.key(Alg::Ed25519, "stray");
    let lists = world.authority.first.lists.keys.first().unwrap_or(&stray);
    vec![
        case("N145/mandate-end", "In the second of the mandate's exp.", ours("post.mandate_not_in_force"), |world| {
            world.mandate_age = 7 * 86_400
        }),
        case("N145/mandate-last", "One second before it.", Expect::accept(), |world| {
            world.mandate_age = 7 * 86_400 - 1
        }),
        case("N150/revoked", "The bundle lists the mandate as revoked.", ours("post.mandate_revoked"), |world| {
            let id = world.mandate_spec("traffic_police").cti;
            world.revoked = vec![[1; 16], id, [255; 16]];
        }),
        case("N150/revoked-others", "The bundle lists other mandates as revoked.", Expect::accept(), |world| {
            world.revoked = vec![[1; 16], [255; 16]];
        }),
        signed("N150/stray", "A mandate signed by a stranger.", &stray),
        signed("N150/lists-key", "A mandate signed by a key that may sign lists only.", lists),
        role,
    ]
}

/// N151: what is licensed for one purpose is not licensed for another.
fn licensed() -> Vec<Case> {
    let world = World::demo();
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut MandateSpec)| {
        let mut case = Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect);
        let mut mandate = world.mandate_spec("traffic_police");
        change(&mut mandate);
        case.mandate = world.authority.mandate_key().map(|key| mandate.sign(key).encode()).unwrap_or_default();
        case
    };
    let not_allowed = || refused("ask.purpose_not_allowed");
    let says = "The mandate allows a purpose that the role's profile does not.";
    let mut profile = case("N151/profile", says, not_allowed(), |mandate| {
        let scope = mandate.allowance.get(&1).cloned().unwrap_or_default();
        mandate.allowance.insert(2, scope);
    });
    profile.purpose = 2;
    let says = "A role that is shown papers only in answer to a challenge.";
    let mut bank = case("N151/challenge-only", says, refused("ask.only_by_challenge"), |_| {});
    bank.mandate = world.mandate("bank");
    bank.purpose = 3;
    vec![
        case("N151/purpose", "The mandate is for another purpose altogether.", not_allowed(), |mandate| {
            let scope = mandate.allowance.remove(&1).unwrap_or_default();
            mandate.allowance.insert(6, scope);
        }),
        case(
            "N151/fields",
            "The classes are licensed for another purpose: dropped here, so that cover is not known.",
            Expect::standing("refer", &["agreed.field_not_shown"]).noting("agreed.wider_than_asked"),
            |mandate| {
                let whole = mandate.allowance.get(&1).cloned().unwrap_or_default();
                mandate.allowance.insert(6, whole);
                let here = mandate.allowance.get_mut(&1).and_then(|scope| scope.get_mut(&2));
                here.into_iter().for_each(|fields| fields.retain(|field| *field != 11));
            },
        ),
        profile,
        bank,
    ]
}
