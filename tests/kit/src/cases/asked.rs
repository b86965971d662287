//! N150 to N152 before the citizen's app: asks that it does not show as genuine.

use super::challenge::{ROLE, spec};
use super::{Case, Expect, Input};
use crate::ask::{self, AskSpec};
use crate::key::{Alg, SignKey};
use crate::licence::LicenceSpec;
use crate::scene::World;

const SECRET: [u8; 32] = [0x51; 32];
const DAY: u64 = 86_400;

/// Every case.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    licences(&world).into_iter().chain(keys(&world)).chain(scopes(&world)).chain(times(&world)).collect()
}

fn genuine() -> Expect {
    Expect::Asked("genuine".to_owned())
}

fn refused(code: &str) -> Expect {
    Expect::Asked(code.to_owned())
}

fn case(id: &str, says: &str, world: &World, text: String, expect: Expect) -> Case {
    Case::traffic(id, says, world, Input::Ask(text), expect)
}

fn signed(spec: &AskSpec, key: &SignKey) -> String {
    ask::text(&spec.sign(key).encode())
}

/// An ask by the post's own key after a change.
fn asking(world: &World, change: impl FnOnce(&mut AskSpec)) -> String {
    let mut spec = spec(world, ROLE, 1, &SECRET);
    change(&mut spec);
    signed(&spec, &world.post_key(ROLE))
}

/// The same, after a change of its licence.
fn licensed(world: &World, change: impl FnOnce(&mut LicenceSpec)) -> String {
    let mut licence = world.licence_spec(ROLE);
    change(&mut licence);
    let licence = world.authority.licence_key().map(|key| licence.sign(key).item());
    asking(world, |spec| licence.into_iter().for_each(|licence| spec.licence = licence))
}

/// N150: the licence in the ask.
fn licences(world: &World) -> Vec<Case> {
    let shifted = |by: i64| world.now.saturating_add_signed(by);
    let ending = |by: i64| {
        let exp = shifted(by);
        licensed(world, |licence| (licence.iat, licence.exp) = (exp.saturating_sub(DAY), exp))
    };
    let beginning = |by: i64| {
        let iat = shifted(by);
        licensed(world, |licence| (licence.iat, licence.exp) = (iat, iat.saturating_add(DAY)))
    };
    let mut stolen = world.clone();
    stolen.revoked = vec![[1; 16], world.licence_spec(ROLE).cti];
    let stray = world.seed.key(Alg::Ed25519, "stray");
    let foreign = asking(world, |spec| spec.licence = world.licence_spec(ROLE).sign(&stray).item());
    let none = asking(world, |spec| spec.licence = 0.into());
    let out = || refused("asked.licence_not_in_force");
    vec![
        case("N150/asked", "An honest ask.", world, asking(world, |_| {}), genuine()),
        case("N150/asked-ended", "A licence that ended a quarter of an hour ago.", world, ending(-900), out()),
        case("N150/asked-ending", "One second less: the phone may be fast.", world, ending(-899), genuine()),
        case("N150/asked-ahead", "A licence that begins later than a phone is slow.", world, beginning(901), out()),
        case("N150/asked-beginning", "One second sooner.", world, beginning(900), genuine()),
        case(
            "N150/asked-revoked",
            "S26: a licence that the citizen's lists revoke.",
            &stolen,
            asking(world, |_| {}),
            refused("asked.licence_revoked"),
        ),
        case(
            "N150/asked-stray",
            "A licence signed by a stranger.",
            world,
            foreign,
            refused("asked.licence_not_signed"),
        ),
        case("N150/asked-unlicensed", "No licence.", world, none, refused("asked.licence_not_signed")),
    ]
}

/// N150: the key that signed the ask, and texts that are none.
fn keys(world: &World) -> Vec<Case> {
    let honest = spec(world, ROLE, 1, &SECRET);
    let (other, stray) = (world.post_key("clinic"), world.seed.key(Alg::Ed25519, "stray"));
    let not_signed = || refused("asked.not_signed");
    let unreadable = || refused("asked.unreadable");
    vec![
        case("N150/asked-other-key", "Signed by another post's key.", world, signed(&honest, &other), not_signed()),
        case("N150/asked-stray-key", "Signed by a stranger's key.", world, signed(&honest, &stray), not_signed()),
        case("N150/asked-no-ask", "A showing in place of an ask.", world, world.traffic_stop().text(), unreadable()),
        case("N150/asked-empty", "An ask of nothing.", world, "DCQ1:".to_owned(), unreadable()),
    ]
}

/// N151: for more than is licensed.
fn scopes(world: &World) -> Vec<Case> {
    let wider = || refused("asked.wider_than_licence");
    let card = asking(world, |spec| drop(spec.wanted.insert(4, [10].into())));
    let residence = asking(world, |spec| {
        if let Some(fields) = spec.wanted.get_mut(&1) {
            fields.insert(6);
        }
    });
    let less = asking(world, |spec| spec.wanted.retain(|kind, _| *kind == 1));
    vec![
        case("N151/asked-paper", "For a paper that is not licensed.", world, card, wider()),
        case("N151/asked-field", "For a field that is not licensed.", world, residence, wider()),
        case("N151/asked-purpose", "For another purpose.", world, asking(world, |spec| spec.purpose = 2), wider()),
        case("N151/asked-less", "For one paper of three.", world, less, genuine()),
    ]
}

/// N152: out of its time.
fn times(world: &World) -> Vec<Case> {
    // Seconds from now.
    let shifted = |by: i64| world.now.saturating_add_signed(by);
    let at = |iat: i64, exp: i64| asking(world, |spec| (spec.iat, spec.exp) = (shifted(iat), shifted(exp)));
    let late = || refused("asked.not_in_time");
    vec![
        case("N152/asked-long", "An ask that lives a second too long.", world, at(0, 241), late()),
        case("N152/asked-longest", "One that lives as long as it may.", world, at(0, 240), genuine()),
        case("N152/asked-backwards", "One that ends when it begins.", world, at(0, 0), late()),
        case("N152/asked-ended", "Ended a quarter of an hour ago.", world, at(-1000, -900), late()),
        case("N152/asked-ending", "One second less: the phone may be fast.", world, at(-1000, -899), genuine()),
        case("N152/asked-ahead", "Made later than a phone is slow.", world, at(901, 1000), late()),
        case("N152/asked-beginning", "One second sooner.", world, at(900, 1000), genuine()),
        case("N152/asked-1970", "Made at no time at all.", world, at(i64::MIN, 240), refused("asked.malformed")),
    ]
}
