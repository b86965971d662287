//! N176 to N178: a code shown again in another encounter, the showings of one phone, and a store instead of the memory.

use super::replay::{again, elsewhere, second_post};
use super::{Before, Case, Expect, Input, Store};
use crate::key::Alg;
use crate::people;
use crate::scene::{Scene, World};
use crate::wallet::Wallet;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [encounters(), phones(), stores()].concat()
}

fn another() -> Expect {
    Expect::standing("refer", &["held.shown_in_another_encounter"])
}

/// The demo's stop three seconds after it was shown, in encounter 2, where it was inspected so before.
fn shown_again(id: &str, says: &str, before: &[(u8, Vec<u8>)], expect: Expect) -> Case {
    let world = World::demo();
    let input = Input::of(&world.traffic_stop());
    let mut case = Case::traffic(id, says, &world, input.clone(), expect).at(world.now.saturating_add(3));
    case.encounter = 2;
    let before = before.iter().map(|(number, mandate)| (number, mandate.clone()));
    case.before = before
        .map(|(number, mandate)| Before::new(input.clone(), mandate, 1, world.now).in_encounter(*number))
        .collect();
    case
}

/// N176: which encounter it was decides; nobody is accused of anything.
fn encounters() -> Vec<Case> {
    let world = World::demo();
    let ours = || world.mandate("traffic_police");
    let still = |id: &str, says: &str, before: &[(u8, Vec<u8>)], expect: Expect| {
        let mut case = shown_again(id, says, before, expect);
        case.still_this_person = true;
        case
    };
    let mut set = Case::clinic(
        "N176/set",
        "A set in another encounter of this post.",
        &world,
        Input::of(&world.clinic_set()),
        another(),
    );
    set.encounter = 2;
    set.before = vec![Before::new(Input::of(&world.clinic_set()), world.mandate("clinic"), 2, world.now)];
    vec![
        shown_again("N176/other", "Shown in another encounter of this post before.", &[(1, ours())], another()),
        shown_again("N176/same", "Shown in this very encounter before.", &[(2, ours())], again()),
        shown_again(
            "N176/scanned-on",
            "Scanned once more in the other encounter: that closes no question.",
            &[(1, ours()), (2, ours())],
            another(),
        ),
        shown_again(
            "N176/back",
            "Shown in another encounter in between, and again in the first.",
            &[(2, ours()), (1, ours())],
            again(),
        ),
        shown_again(
            "N176/elsewhere",
            "At another post, whose encounter it was then: that decides.",
            &[(1, second_post(&world))],
            elsewhere(),
        ),
        still("N176/still", "A person at the post says: still the same person.", &[(1, ours())], again()),
        still("N176/still-first", "Said of what was never shown before.", &[], again()),
        still(
            "N176/still-elsewhere",
            "Said of what was shown to another post: no word of a person ends that.",
            &[(1, second_post(&world))],
            elsewhere(),
        ),
        set,
    ]
}

/// The encounter of a world, once more under another cti, good for `life` seconds.
fn showing(world: &World, cti: u8, life: u64) -> Scene {
    let mut scene = world.traffic_stop();
    scene.showing.cti = [cti; 16];
    scene.showing.exp = scene.showing.iat.saturating_add(life);
    scene
}

/// So many showings of the demo's phone, one after another a second apart, the first good for `life` seconds.
fn of_one_phone(count: u8, life: u64, mandate: &[u8]) -> Vec<Before> {
    let world = World::demo();
    let before = |cti: u8| {
        let scene = showing(&world, cti, if cti == 1 { life } else { 60 });
        Before::new(Input::of(&scene), mandate.to_vec(), 1, world.now)
    };
    (1..=count).map(before).collect()
}

/// N177: of one phone four live showings are held at one post.
fn phones() -> Vec<Case> {
    let world = World::demo();
    let ours = world.mandate("traffic_police");
    let often = || Expect::no_values("refer", &["held.shown_too_often"]);
    let case = |id: &str, says: &str, before: Vec<Before>, scene: &Scene, expect: Expect| {
        let mut case = Case::traffic(id, says, &world, Input::of(scene), expect);
        case.before = before;
        case.at(world.now.saturating_add(5))
    };
    let fifth = showing(&world, 5, 60);
    let four = || of_one_phone(4, 60, &ours);
    let other = {
        let mut other = world.clone().with_person(people::duc());
        other.wallet = Wallet::new(world.seed.key(Alg::Ed25519, "another phone"));
        showing(&other, 5, 60)
    };
    let ends = |life: u64| {
        let mut case = case("", "", of_one_phone(4, life, &ours), &fifth, Expect::accept());
        case.at = world.now.saturating_add(31);
        case
    };
    let mut ended = ends(5);
    ended.id = "N177/first-ended".to_owned();
    ended.says = "The first of four can no longer pass: there is room for another.".to_owned();
    let mut living = ends(36);
    living.id = "N177/first-lives".to_owned();
    living.says =
        "The first of four can no longer pass but for the skew of a clock: it still takes its place.".to_owned();
    living.expect = often();
    vec![
        case("N177/fourth", "The fourth code of one phone.", of_one_phone(3, 60, &ours), &fifth, Expect::accept()),
        case(
            "N177/fifth",
            "The fifth code of one phone within a minute: wait for a newer one.",
            four(),
            &fifth,
            often(),
        ),
        case("N177/known", "One of four comes again: it needs no place.", four(), &showing(&world, 2, 60), again()),
        case("N177/other-phone", "Four codes of one phone, and one of another.", four(), &other, Expect::accept()),
        case(
            "N177/other-post",
            "Four codes of one phone at another post: each post counts its own.",
            of_one_phone(4, 60, &second_post(&world)),
            &fifth,
            Expect::accept(),
        ),
        ended,
        living,
    ]
}

/// N178: a store that several share says what a memory would say.
fn stores() -> Vec<Case> {
    let world = World::demo();
    let ours = || world.mandate("traffic_police");
    let by = |store: Store, mut case: Case| {
        case.store = Some(store);
        case
    };
    let keeps = |id: &str, says: &str, before: &[(u8, Vec<u8>)], expect: Expect| {
        by(Store::Keeps, shown_again(id, says, before, expect))
    };
    let failed = || Expect::standing("refer", &["post.store_failed"]);
    let fails =
        |id: &str, says: &str, before: &[(u8, Vec<u8>)]| by(Store::Fails, shown_again(id, says, before, failed()));
    let mut still = keeps("N178/still", "Still the same person, says a person at the post.", &[(1, ours())], again());
    still.still_this_person = true;
    let mut often = Case::traffic(
        "N178/fifth",
        "The fifth code of one phone: a store counts no phones.",
        &world,
        Input::of(&showing(&world, 5, 60)),
        Expect::accept(),
    );
    often.before = of_one_phone(4, 60, &ours());
    let mut clock = fails("N178/clock", "Nothing is proven, and so the store is not asked.", &[]);
    (clock.at, clock.expect) = (1, Expect::no_values("refer", &["post.clock_wrong"]));
    vec![
        keeps("N178/fresh", "Not in the store.", &[], Expect::accept()),
        keeps("N178/same", "Kept in this very encounter: a second try.", &[(2, ours())], again()),
        keeps("N178/other", "Kept in another encounter of this post.", &[(1, ours())], another()),
        keeps("N178/elsewhere", "Kept by another post.", &[(2, second_post(&world))], elsewhere()),
        fails("N178/failed", "The store gives no answer.", &[]),
        fails("N178/failed-again", "Kept in this encounter, and then the store gives no answer.", &[(2, ours())]),
        still,
        by(Store::Keeps, often),
        clock,
    ]
}
