//! N77 for codes made unprompted: the two digits of the post that they are shown to, where a role wants them.

use super::{Case, Challenge, Expect, Input};
use crate::answer;
use crate::ask;
use crate::cbor::sha256;
use crate::frame::{Deflate, frame as deflated};
use crate::key::Seed;
use crate::scene::{Scene, World};
use crate::wallet::{Presentation, Showing};

const ROLE: &str = "traffic_police";
const POST: &str = "traffic_police-01";
const OTHER: &str = "traffic_police-02";
const SECRET: [u8; 32] = [0x51; 32];

/// Every case.
#[must_use]
pub fn cases() -> Vec<Case> {
    let (wanting, plain) = (wanting(), World::demo());
    let (ours, theirs) = (Some(ask::post_digits(POST)), Some(ask::post_digits(OTHER)));
    let elsewhere = || Expect::no_values("refer", &["held.other_post_digits"]);
    let malformed = || Expect::no_values("refer", &["agreed.malformed"]);
    vec![
        case("N77/digits", "Its two digits, as the role wants them.", &wanting, ours, Expect::accept()),
        case("N77/digits-absent", "None, where the role wants them.", &wanting, None, elsewhere()),
        case("N77/digits-other", "Those of another post of the role.", &wanting, theirs, elsewhere()),
        case("N77/digits-unasked", "Its own, where nobody wants any.", &plain, ours, Expect::accept()),
        case("N77/digits-unasked-absent", "None, where nobody wants any.", &plain, None, Expect::accept()),
        case("N77/digits-unasked-other", "Those of another post, where nobody wants any.", &plain, theirs, elsewhere()),
        case("N77/digits-99", "The highest there are, which are another's.", &wanting, Some(99), elsewhere()),
        case("N77/digits-100", "A hundred, which is no two digits.", &wanting, Some(100), malformed()),
        spliced(&wanting),
        answered("N77/digits-answer", "An answer names its post whole: none are wanted.", None, Expect::accept()),
        answered("N77/digits-in-answer", "In an answer they have no place.", ours, malformed()),
    ]
}

/// A country whose traffic police wants the digits.
fn wanting() -> World {
    let mut world = World::demo();
    for profile in world.profiles.iter_mut().filter(|profile| profile.role == ROLE) {
        profile.post_digits = true;
    }
    world
}

fn scene(world: &World, digits: Option<u64>) -> Scene {
    let mut scene = world.traffic_stop();
    scene.showing.post_digits = digits;
    scene
}

fn case(id: &str, says: &str, world: &World, digits: Option<u64>, expect: Expect) -> Case {
    Case::traffic(id, says, world, Input::of(&scene(world, digits)), expect)
}

/// A set, one member of which carries another post's.
fn spliced(world: &World) -> Case {
    let mut scene = world.clinic_set();
    scene.showing = world.showing(ROLE);
    scene.showing.post_digits = Some(ask::post_digits(POST));
    let mut members = scene.draft();
    if let Some(consent) = members.last_mut().and_then(|member| member.consent_mut()) {
        consent.set(8, ask::post_digits(OTHER));
    }
    let text = Presentation::of(members.iter().map(crate::wallet::MemberDraft::sign)).text();
    let codes = ["held.other_post_digits", "set.member_failed"];
    let says = "A set, one member of which carries another post's.";
    Case::traffic("N77/digits-one-of-a-set", says, world, Input::Text(text), Expect::no_values("refer", &codes))
}

/// An answer to the post's challenge.
fn answered(id: &str, says: &str, digits: Option<u64>, expect: Expect) -> Case {
    let world = wanting();
    let spec = super::challenge::spec(&world, ROLE, 1, &SECRET);
    let asked = spec.sign(&world.post_key(ROLE)).encode();
    let mut showing = Showing::new(ROLE, 1, world.now, [3; 16]);
    (showing.audience, showing.exp, showing.cnonce) = (format!("post:{POST}"), spec.exp, Some(spec.nonce));
    (showing.ask, showing.wanted, showing.post_digits) = (Some(sha256(&asked)), Some(spec.wanted.clone()), digits);
    let scene = world.traffic_stop();
    let shown = scene.wallet.present(&scene.tokens, &showing);
    let padded = answer::pad(&deflated(&shown.encode(), Deflate::WhenItPays));
    let sealed = answer::seal_padded(&padded, &spec.key, &sha256(&asked), Seed::new([9; 32])).unwrap_or_default();
    let mut case = Case::traffic(id, says, &world, Input::Text(answer::text(&sealed)), expect);
    case.challenge = Some(Challenge::new(ask::text(&asked), SECRET));
    case.at(world.now.saturating_add(5))
}
