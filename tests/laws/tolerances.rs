//! Age is all a role can tolerate: more of it never worsens a verdict over good news, never excuses a failed proof, and
//! never makes bad news acceptable. And bad news never improves anything.

use doichieu::{Scan, Verdict};
use doichieu_kit::profiles::Profile;
use doichieu_kit::scene::{ACCOUNT_INDEX, CAR_INDEX, MOTORCYCLE_INDEX, World};
use doichieu_kit::{Item, status};
use proptest::prelude::*;

use crate::stage::{DAY, POLICE, Seen, Stage, cases};

/// Entries of the status list that a traffic stop rests on.
const ENTRIES: [u64; 6] =
    [ACCOUNT_INDEX, ACCOUNT_INDEX + 1, ACCOUNT_INDEX + 2, ACCOUNT_INDEX + 3, MOTORCYCLE_INDEX, CAR_INDEX];

fn profile(world: &mut World) -> &mut Profile {
    world.profiles.iter_mut().find(|profile| profile.role == POLICE).unwrap()
}

/// Ages, in seconds: bundle, status list, token, showing.
#[derive(Clone, Debug)]
struct Ages {
    bundle: u64,
    list: u64,
    token: u64,
    showing: u64,
}

fn ages() -> impl Strategy<Value = Ages> {
    let long = || prop_oneof![4 => 60..5 * DAY, 1 => 5 * DAY..40 * DAY];
    (long(), long(), long(), 0..55_u64).prop_map(|(bundle, list, token, showing)| {
        // No list is newer than its manifest (B5), or it would not be used.
        Ages { bundle, list: bundle + list, token, showing }
    })
}

impl Ages {
    fn world(&self) -> World {
        let mut world = World::demo();
        world.bundle_age = self.bundle;
        world.eid_list.iat = world.now - self.list;
        world.insurer_list.iat = world.now - self.list;
        world.token_age = self.token;
        world.register_age = self.token + 60;
        world.showing_age = self.showing;
        world
    }
}

fn judge(world: &World) -> Seen {
    Stage::of(world, POLICE).show(&world.traffic_stop())
}

fn tolerances() -> impl Strategy<Value = [u64; 4]> {
    prop::array::uniform4(prop_oneof![0..3 * DAY, 3 * DAY..60 * DAY])
}

/// Lists past due, status, outdated copy: with good news, more tolerance is never worse, and shows no less. A wider
/// window likewise.
#[test]
fn a_tolerance_never_worsens_a_verdict() {
    proptest!(cases(100), |(ages in ages(), from in tolerances(), more in tolerances(), window in 1..=119_u64, wider in 0..120_u64)| {
        let mut world = ages.world();
        profile(&mut world).tolerances = from;
        profile(&mut world).window = window;
        let strict = judge(&world);
        for (which, more) in more.into_iter().enumerate() {
            let mut world = world.clone();
            profile(&mut world).tolerances[which] += more;
            let tolerant = judge(&world);
            prop_assert!(tolerant.verdict <= strict.verdict, "{which}: {} {}", strict.json, tolerant.json);
            prop_assert!(strict.values.is_subset(&tolerant.values));
        }
        profile(&mut world).window = (window + wider).min(120);
        prop_assert!(judge(&world).verdict <= strict.verdict);
    });
}

/// Reversible bad news (suspension) counts in full while it is fresh and refers when it is old. So tolerating its age
/// makes a verdict graver, by design; but it is never accepted on either side of the line.
#[test]
fn no_tolerance_makes_bad_news_acceptable() {
    let bad = prop::sample::select(vec![status::INVALID, status::SUSPENDED, 3]);
    proptest!(cases(100), |(ages in ages(), tolerances in tolerances(), entry in 0..6_usize, bad in bad)| {
        let mut world = ages.world();
        world.set_status(ENTRIES[entry], bad);
        profile(&mut world).tolerances = tolerances;
        let seen = judge(&world);
        // The motorcycle part is not in use in a car; there it is a note.
        let in_use = ENTRIES[entry] != MOTORCYCLE_INDEX;
        prop_assert!(!in_use || seen.verdict > Verdict::Accept, "{}", seen.json);
    });
}

/// Each way to fail a proof, under a profile that tolerates all the age there is.
#[test]
fn no_tolerance_turns_a_failed_proof_into_values() {
    let mut world = World::demo();
    let profile = profile(&mut world);
    profile.tolerances = [u64::MAX; 4];
    profile.window = 120;
    profile.level = 1;
    profile.must_carry_status.clear();
    profile.retention = u64::MAX;
    profile.display = u64::MAX;
    let stage = Stage::of(&world, POLICE);
    let scene = world.traffic_stop();
    assert!(!stage.show(&scene).values.is_empty());
    let mut locked = world.clone();
    locked.set_status(ACCOUNT_INDEX, status::INVALID);
    let locked = Stage::of(&locked, POLICE);
    let now = world.now;
    let failed = [
        scene.text_with_signed(|signed| signed.signature = Item::Bytes(vec![7; 64])),
        scene.text_with(|member| member.claims.set(3, "role:clinic")),
        scene.text_with(|member| member.claims.set(4, now)),
        scene.text_with(|member| member.claims.set(6, now + 31)),
        scene.text_with(|member| member.claims.set(6, now - 121)),
        scene.text_with(|member| member.consent_mut().unwrap().set(1, 2)),
        scene.text_with(|member| drop(member.claims.remove(doichieu_kit::wallet::CONSENT))),
        scene.text_with(|member| member.key = world.insurer.key.key.clone()),
    ];
    for (index, text) in failed.iter().enumerate() {
        let seen = stage.inspect(Scan::qr(text)).unwrap();
        assert!(seen.values.is_empty() && seen.verdict > Verdict::Accept, "{index}: {}", seen.json);
    }
    assert!(locked.show(&scene).values.is_empty());
}

/// More bad news never improves. One exception, and it never leads to *accept*: a locked account withholds the papers,
/// and with them what is wrong with them (docs/dc1.md §4).
#[test]
fn bad_news_never_improves_a_verdict() {
    let news = || prop::array::uniform6(prop_oneof![3 => Just(0_u8), 1 => 1..4_u8]);
    proptest!(cases(120), |(before in news(), more in news())| {
        let world = |news: &[u8; 6]| {
            let mut world = World::demo();
            ENTRIES.iter().zip(news).for_each(|(entry, value)| world.set_status(*entry, *value));
            world
        };
        // What was bad stays as it was; what was valid may become bad.
        let after: Vec<u8> = before.iter().zip(more).map(|(was, then)| if *was == 0 { then } else { *was }).collect();
        let (before, after) = (judge(&world(&before)), judge(&world(after.as_slice().try_into().unwrap())));
        let locked = after.codes().contains("current.account_locked");
        if locked {
            prop_assert!(after.verdict > Verdict::Accept && after.values.is_empty());
        } else {
            prop_assert!(after.verdict >= before.verdict, "{} {}", before.json, after.json);
        }
    });
}
