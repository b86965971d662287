//! N170 to N175: time, and what was shown before in one encounter. N174, a full memory, is in `tests/memory.rs`.

use super::{Before, Case, Expect, Input};
use crate::frame::{self, Deflate};
use crate::key::{Alg, twin_signature};
use crate::people;
use crate::scene::{Scene, World};
use crate::wallet::Wallet;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [floor(), clock(), stolen(), seen_again(), twins(), window()].concat()
}

fn traffic(id: &str, says: &str, world: &World, scene: &Scene, expect: Expect) -> Case {
    Case::traffic(id, says, world, Input::of(scene), expect)
}

/// The mandate of a second post of the same role.
pub(super) fn second_post(world: &World) -> Vec<u8> {
    let mut mandate = world.mandate_spec("traffic_police");
    "traffic_police-02".clone_into(&mut mandate.post);
    mandate.cti = world.seed.bytes16("licence of the second post");
    world.authority.mandate_key().map(|key| mandate.sign(key).encode()).unwrap_or_default()
}

/// The world, an hour or whatever later: same bundle, same token, another showing.
fn later(world: &World, by: u64) -> World {
    let mut later = world.clone();
    later.now = world.now.saturating_add(by);
    later.bundle_age = world.bundle_age.saturating_add(by);
    later.mandate_age = world.mandate_age.saturating_add(by);
    later.token_age = world.token_age.saturating_add(by);
    later.register_age = world.register_age.saturating_add(by);
    later.showing = format!("showing {by} s later");
    later
}

/// N170: our own clock is judged first, and then nobody's papers are.
fn floor() -> Vec<Case> {
    let wrong = || Expect::no_values("refer", &["post.clock_wrong"]);
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World), back: u64| {
        let mut world = World::demo();
        change(&mut world);
        let mut case = traffic(id, says, &world, &world.traffic_stop(), expect);
        case.at = world.now.saturating_sub(back);
        case
    };
    vec![
        case("N170/manifest", "A second before the manifest was issued.", wrong(), |world| world.bundle_age = 0, 1),
        case(
            "N170/manifest-at",
            "In the second in which the manifest was issued.",
            Expect::accept(),
            |world| world.bundle_age = 0,
            0,
        ),
        case("N170/1970", "A clock that starts in 1970.", wrong(), |_| {}, crate::scene::NOW.saturating_sub(1)),
        case("N170/0", "A clock that says nothing.", wrong(), |_| {}, crate::scene::NOW),
        case(
            "N170/mandate-too",
            "Before the mandate's time as well: only the clock is told.",
            wrong(),
            |world| world.mandate_age = 0,
            90_000,
        ),
    ]
}

/// N171: a clock that ran ahead makes the memory forget; set back again, it knows that it forgot.
fn clock() -> Vec<Case> {
    let world = World::demo();
    let (first, hour) = (world.traffic_stop(), later(&world, 3600));
    let seen = |scene: &Scene, mandate: Vec<u8>, at: u64| Before::new(Input::of(scene), mandate, 1, at);
    let ours = || world.mandate("traffic_police");
    let mut gap = traffic(
        "N171/forward-and-back",
        "Shown, forgotten while the clock was an hour ahead, shown again: nobody can tell.",
        &world,
        &first,
        Expect::standing("refer", &["post.memory_gap"]),
    );
    gap.before = vec![seen(&first, ours(), world.now), seen(&hour.traffic_stop(), ours(), hour.now)];
    gap.at = world.now.saturating_add(10);
    let mut other = gap.clone();
    "N171/forward-and-back-elsewhere".clone_into(&mut other.id);
    "The same, the second time at another post.".clone_into(&mut other.says);
    other.mandate = second_post(&world);
    let mut twice = gap.clone();
    "N171/forward-and-back-again".clone_into(&mut twice.id);
    "The same, scanned once more: scanning again does not close the gap.".clone_into(&mut twice.says);
    twice.before.push(seen(&first, ours(), gap.at));
    twice.at = gap.at.saturating_add(1);
    let mut still = traffic(
        "N171/back",
        "Shown elsewhere, and the clock is set back before that: it still counts as shown.",
        &world,
        &first,
        Expect::no_values("refuse", &["held.used_elsewhere"]),
    );
    still.before = vec![seen(&first, second_post(&world), world.now)];
    still.at = world.now.saturating_sub(3);
    let forward = hour.traffic_stop();
    let mut ahead = traffic(
        "N171/forward",
        "The same showing an hour later: too old, whatever the memory says.",
        &world,
        &first,
        Expect::no_values("refer", &["held.window_passed"]),
    );
    ahead.before = vec![seen(&first, ours(), world.now), seen(&forward, ours(), hour.now)];
    ahead.at = hour.now;
    vec![gap, other, twice, still, ahead]
}

/// N172: a cti seen in somebody else's showing is nobody's key.
fn stolen() -> Vec<Case> {
    let world = World::demo();
    let mut thief = world.clone().with_person(people::duc());
    thief.wallet = Wallet::new(world.seed.key(Alg::Ed25519, "thief"));
    let stolen = thief.traffic_stop();
    let same = stolen.showing.cti == world.traffic_stop().showing.cti;
    let case = |id: &str, says: &str, mandate: Vec<u8>| {
        let mut case = traffic(id, says, &world, &world.traffic_stop(), Expect::accept());
        case.before = vec![Before::new(Input::of(&stolen), mandate, 1, world.now)];
        same.then_some(case)
    };
    let cases = [
        case(
            "N172/same-post",
            "A thief showed a token of his own under the victim's cti: the victim passes.",
            world.mandate("traffic_police"),
        ),
        case("N172/other-post", "The same at another post of this memory.", second_post(&world)),
    ];
    cases.into_iter().flatten().collect()
}

pub(super) fn again() -> Expect {
    Expect::accept().noting("held.shown_again")
}

pub(super) fn elsewhere() -> Expect {
    Expect::no_values("refuse", &["held.used_elsewhere"])
}

/// The same showing again, as it is: at this post, at another, at this one under a renewed mandate.
fn seen_again() -> Vec<Case> {
    let world = World::demo();
    let mut renewed = world.mandate_spec("traffic_police");
    renewed.iat = world.now.saturating_sub(60);
    renewed.exp = renewed.iat.saturating_add(86_400);
    renewed.cti = world.seed.bytes16("renewed licence");
    let renewed = world.authority.mandate_key().map(|key| renewed.sign(key).encode()).unwrap_or_default();
    let case = |id: &str, says: &str, mandate: Vec<u8>, expect: Expect| {
        let mut case = traffic(id, says, &world, &world.traffic_stop(), expect);
        case.before = vec![Before::new(Input::of(&world.traffic_stop()), mandate, 1, world.now)];
        case.at = world.now.saturating_add(3);
        case
    };
    let mut failed = case(
        "N173/after-failure",
        "Not proven before, so not shown before: purpose and key were another role's.",
        Vec::new(),
        Expect::accept(),
    );
    failed.before = vec![Before::new(Input::of(&world.traffic_stop()), world.mandate("clinic"), 2, world.now)];
    let sets = ["again", "reversed"].map(|order| {
        let mut shown = world.clinic_set().present();
        if order == "reversed" {
            shown.members.reverse();
        }
        let says = format!("A set shown at another post before: {order}.");
        let mut case =
            Case::clinic(&format!("N173/set-{order}"), &says, &world, Input::Text(shown.text()), elsewhere());
        case.before = vec![Before::new(Input::of(&world.clinic_set()), second_clinic(&world), 2, world.now)];
        case
    });
    let one = vec![
        case("N173/same-post", "Scanned twice at one post.", world.mandate("traffic_police"), again()),
        case(
            "N173/renewed-mandate",
            "Scanned twice at one post, whose mandate was renewed in between.",
            renewed,
            again(),
        ),
        case("N173/other-post", "Shown at another post of this memory before.", second_post(&world), elsewhere()),
        failed,
    ];
    one.into_iter().chain(sets).collect()
}

pub(super) fn second_clinic(world: &World) -> Vec<u8> {
    let mut mandate = world.mandate_spec("clinic");
    "clinic-02".clone_into(&mut mandate.post);
    world.authority.mandate_key().map(|key| mandate.sign(key).encode()).unwrap_or_default()
}

/// N173: another valid signature or stream over the same showing is the same showing.
fn twins() -> Vec<Case> {
    let world = World::demo().with_holder(Alg::P256);
    let scene = world.traffic_stop();
    let twin = scene.text_with_signed(|signed| {
        let twin = signed.signature_mut().and_then(|bytes| twin_signature(bytes));
        twin.into_iter().for_each(|twin| signed.signature = twin.into());
    });
    let presentation = scene.present();
    let stream = Input::Frame(presentation.frame(Deflate::Always));
    let bare = Input::Frame(presentation.frame(Deflate::Never));
    let stored = Input::Frame(frame::zlib(&presentation.encode(), 0));
    let case = |name: &str, says: &str, input: &Input| {
        let here = Case::traffic(&format!("N173/{name}-same-post"), says, &world, input.clone(), again());
        let there = Case::traffic(&format!("N173/{name}-other-post"), says, &world, input.clone(), elsewhere());
        [(here, world.mandate("traffic_police")), (there, second_post(&world))].map(|(mut case, mandate)| {
            case.before = vec![Before::new(Input::of(&scene), mandate, 1, world.now)];
            case
        })
    };
    let mut cases = [
        case("twin-signature", "The other valid form (r, n − s) of the phone's signature.", &Input::Text(twin)),
        case("stream", "The same showing, deflated.", &stream),
        case("bare", "The same showing, not deflated.", &bare),
        case("stored", "The same showing in a stream of stored blocks.", &stored),
    ]
    .concat();
    let mut set = world.clinic_set();
    if let Some(token) = set.tokens.last_mut() {
        let twin = token.signed.signature_mut().and_then(|bytes| twin_signature(bytes));
        twin.into_iter().for_each(|twin| token.signed.signature = twin.into());
    }
    let mut signed = world.clinic_set().present();
    for (signed, member) in signed.members.iter_mut().zip(set.draft()) {
        signed.protected = member.protected.encode().into();
    }
    cases.push(Case::clinic(
        "N173/twin-issuer-signature",
        "The other form of an issuer's signature, put in afterwards: the phone did not sign that.",
        &world,
        Input::Text(signed.text()),
        Expect::no_values("refuse", &["held.signature_failed", "set.member_failed"]),
    ));
    cases.push(Case::clinic(
        "N173/twin-issuer-signature-signed",
        "The other form of an issuer's signature, under the phone's: a showing like any other.",
        &world,
        Input::of(&set),
        Expect::accept(),
    ));
    cases
}

/// N175: an unprompted showing in its window.
fn window() -> Vec<Case> {
    let world = World::demo();
    let case = |id: &str, says: &str, expect: Expect, iat: u64, life: u64| {
        let mut scene = world.traffic_stop();
        scene.showing.iat = iat;
        scene.showing.exp = iat.saturating_add(life);
        traffic(id, says, &world, &scene, expect)
    };
    let passed = || Expect::no_values("refer", &["held.window_passed"]);
    let ahead = || Expect::no_values("refer", &["held.clock_ahead"]);
    let disagree = || Expect::no_values("refuse", &["held.times_disagree"]);
    let (before, after) = (|s: u64| world.now.saturating_sub(s), |s: u64| world.now.saturating_add(s));
    vec![
        case("N175/future", "From 31 seconds ahead.", ahead(), after(31), 60),
        case("N175/future-skew", "From 30 seconds ahead: clocks differ.", Expect::accept(), after(30), 60),
        case("N175/old", "61 seconds old in a window of 60.", passed(), before(61), 120),
        case("N175/old-last", "60 seconds old in a window of 60.", Expect::accept(), before(60), 120),
        case("N175/expired", "In the second of its exp.", passed(), before(20), 20),
        case("N175/expired-last", "One second before it.", Expect::accept(), before(20), 21),
        case("N175/long", "Good for 121 seconds.", disagree(), before(5), 121),
        case("N175/long-last", "Good for 120 seconds.", Expect::accept(), before(5), 120),
        case("N175/no-life", "Ends when it begins.", disagree(), after(10), 0),
    ]
}
