//! S20, S26: handhelds of one patrol. One brings newer lists to the others; one is stolen.

use std::sync::Arc;

use doichieu::field::Purpose;
use doichieu::{
    AskRefused, Asked, Bundle, Frames, Inspector, Memory, Post, Progress, Roots, Scan, Seed, SetUp, Verdict, Wants,
    What,
};
use doichieu_kit::animated::{BUNDLE, animate};
use doichieu_kit::scene::{CAR_INDEX, World};
use doichieu_kit::{encounter_seed, late};

use super::{ROLE, time};

const DAY: u64 = 86_400;

fn roots(world: &World) -> Roots {
    Roots::dangerous_test(&world.anchor()).unwrap()
}

/// This morning's lists, and those that one handheld fetched when it had signal: in between Giang's car part was
/// withdrawn.
fn patrol() -> (World, World) {
    let mut morning = World::demo();
    morning.bundle_age = 20_000;
    morning.eid_list.iat = morning.now - 25_000;
    morning.insurer_list.iat = morning.now - 25_000;
    let mut noon = morning.clone();
    (noon.number, noon.bundle_age, noon.eid_list.iat) = (morning.number + 1, 600, morning.now - 700);
    noon.set_status(CAR_INDEX, 1);
    (morning, noon)
}

fn inspector(bundle: Bundle, world: &World) -> Inspector {
    let bundle = Arc::new(bundle);
    let post = Post::open(&world.mandate(ROLE), &bundle).unwrap();
    Inspector::new(bundle, post).unwrap()
}

/// What a handheld with this bundle says of the traffic stop.
fn verdict(bundle: Bundle, world: &World) -> Verdict {
    let inspector = inspector(bundle, world);
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = world.traffic_stop().text();
    inspector.inspect(Scan::qr(&text), &ask, time(world.now), &mut Memory::new()).unwrap().verdict()
}

/// All parts of an animated bundle, shown from the middle on, some twice, put together.
fn scanned(bytes: &[u8]) -> Vec<u8> {
    let codes = animate(bytes, BUNDLE, 700);
    assert!((2..=16).contains(&codes.len()), "{} codes", codes.len());
    let mut frames = Frames::new();
    let (late, early) = codes.split_at(codes.len() / 2);
    let all: Vec<_> = late.iter().chain(late).chain(early).map(|code| frames.push(code)).collect();
    assert_eq!(all.last(), Some(&Progress::Complete(What::Bundle)));
    assert!(frames.scan().is_none(), "no showing");
    frames.complete().unwrap().1.to_vec()
}

#[test]
fn s20_a_handheld_hands_its_newer_lists_on_by_file() {
    let (morning, noon) = patrol();
    assert_eq!(
        verdict(Bundle::open(&morning.bundle(), &roots(&morning), morning.at(), &mut Memory::new()).unwrap(), &morning),
        Verdict::Accept
    );
    let mut memory = Memory::new();
    let held = Bundle::open(&morning.bundle(), &roots(&morning), morning.at(), &mut memory).unwrap();
    let full = held.apply(&noon.bundle(), &roots(&morning), noon.at(), &mut memory).unwrap();
    assert_eq!(full.number(), noon.number);
    assert_ne!(verdict(full, &noon), Verdict::Accept, "what the newer lists know, the other handheld knows now");
    // And never back: the morning's file from a third handheld is refused.
    assert_eq!(
        Bundle::open(&morning.bundle(), &roots(&morning), morning.at(), &mut memory).err(),
        Some(SetUp::BundleRolledBack)
    );
}

#[test]
fn s20_by_animated_codes_whole_or_as_a_delta() {
    let (morning, noon) = patrol();
    let delta = Bundle::delta_between(&morning.bundle(), &noon.bundle()).unwrap();
    assert!(delta.len() < noon.bundle().len());
    for (shown, is_whole) in [(noon.bundle(), true), (delta, false)] {
        let bytes = scanned(&shown);
        assert_eq!(bytes, shown);
        let mut memory = Memory::new();
        let held = Bundle::open(&morning.bundle(), &roots(&morning), morning.at(), &mut memory).unwrap();
        let newer = held.apply(&bytes, &roots(&morning), morning.at(), &mut memory).unwrap();
        assert_eq!(
            newer.hash(),
            Bundle::open(&noon.bundle(), &roots(&noon), noon.at(), &mut Memory::new()).unwrap().hash()
        );
        assert_ne!(verdict(newer, &noon), Verdict::Accept);
        // What it stores and hands on in its turn is the whole file.
        assert_eq!(Bundle::merge_files(&morning.bundle(), &bytes).unwrap(), noon.bundle());
        // A handheld that holds nothing yet needs the whole file.
        let fresh = Bundle::open(&bytes, &roots(&noon), noon.at(), &mut Memory::new());
        assert_eq!(fresh.is_ok(), is_whole);
    }
}

#[test]
fn s20_who_hands_a_bundle_on_cannot_change_it() {
    let (morning, noon) = patrol();
    let held = Bundle::open(&morning.bundle(), &roots(&morning), morning.at(), &mut Memory::new()).unwrap();
    // Minted by another country's authority, with the very same content otherwise.
    let mut foreign = noon.clone();
    foreign.authority = World::new(doichieu_kit::Seed::new([0x55; 32]), noon.now).authority;
    assert!(held.apply(&scanned(&foreign.bundle()), &roots(&morning), morning.at(), &mut Memory::new()).is_err());
    // An older number, and the same number with other content.
    let mut older = noon.clone();
    older.number = morning.number - 1;
    assert_eq!(
        held.apply(&older.bundle(), &roots(&morning), late(), &mut Memory::new()).err(),
        Some(SetUp::BundleRolledBack)
    );
    older.number = morning.number;
    assert_eq!(
        held.apply(&older.bundle(), &roots(&morning), late(), &mut Memory::new()).err(),
        Some(SetUp::BundleDiffers)
    );
}

/// N143: the manifest is newer, one list in it is not.
#[test]
fn n143_an_older_list_in_a_newer_bundle_is_refused() {
    let (morning, noon) = patrol();
    let mut rolled = noon.clone();
    rolled.number += 1;
    rolled.eid_list.iat = morning.now - 30_000;
    let mut memory = Memory::new();
    let held = Bundle::open(&noon.bundle(), &roots(&noon), noon.at(), &mut memory).unwrap();
    let stored = memory.to_bytes();
    for delta in [rolled.bundle(), Bundle::delta_between(&noon.bundle(), &rolled.bundle()).unwrap()] {
        assert_eq!(held.apply(&delta, &roots(&noon), noon.at(), &mut memory).err(), Some(SetUp::ListRolledBack));
        // Whatever this memory knows: the bundle held knows it too.
        assert_eq!(held.apply(&delta, &roots(&noon), noon.at(), &mut Memory::new()).err(), Some(SetUp::ListRolledBack));
    }
    assert_eq!(Bundle::open(&rolled.bundle(), &roots(&noon), late(), &mut memory).err(), Some(SetUp::ListRolledBack));
    assert_eq!(memory.to_bytes(), stored, "a refused bundle moves no floor");
}

/// S26: what a thief can do with a handheld, and until when.
#[test]
fn s26_a_stolen_handhelds_mandate_ends_by_itself() {
    let world = World::demo();
    let stolen =
        inspector(Bundle::open(&world.bundle(), &roots(&world), world.at(), &mut Memory::new()).unwrap(), &world);
    let spec = world.mandate_spec(ROLE);
    assert!(spec.exp - spec.iat <= 7 * DAY);
    // One that lived longer would not have opened.
    let mut long = spec.clone();
    long.exp = long.iat + 7 * DAY + 1;
    let long = long.sign(world.authority.mandate_key().unwrap()).encode();
    assert_eq!(Post::open(&long, stolen.bundle()).err(), Some(SetUp::MandateLifeTooLong));
    let ask = stolen.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let mut scene = world.traffic_stop();
    for (at, works) in [(spec.exp - 1, true), (spec.exp, false)] {
        (scene.showing.iat, scene.showing.exp) = (at - 5, at + 55);
        let mut report = stolen.inspect(Scan::qr(&scene.text()), &ask, time(at), &mut Memory::new()).unwrap();
        let codes: Vec<_> = report.findings().iter().map(doichieu::Finding::code).collect();
        assert_eq!(codes.contains(&"post.mandate_not_in_force"), !works);
        assert!(
            works || (report.papers().is_empty() && codes == ["post.mandate_not_in_force"]),
            "nothing about the citizen"
        );
        assert!(report.papers_mut().iter().all(|paper| works || paper.findings().is_empty()));
    }
}

#[test]
fn s26_a_revoked_mandate_asks_nobody_anything() {
    let world = World::demo();
    let mut revoking = world.clone();
    revoking.number += 1;
    revoking.revoked.push(world.mandate_spec(ROLE).cti);
    // The thief's device never takes the newer lists; the citizen's app does.
    let stolen =
        inspector(Bundle::open(&world.bundle(), &roots(&world), world.at(), &mut Memory::new()).unwrap(), &world);
    let draft = stolen
        .ask(&Wants::all(Purpose::TRAFFIC_CONTROL), &Seed::new([1; 32]), &encounter_seed(), time(world.now))
        .unwrap();
    let signature = world.post_key(ROLE).sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    let citizens =
        |world: &World| Bundle::open(&world.bundle(), &roots(world), world.at(), &mut Memory::new()).unwrap();
    let open = |bundle: &Bundle| Asked::open(challenge.text(), bundle, time(world.now)).map(|_| ());
    assert_eq!(open(&citizens(&world)), Ok(()), "before the theft is known");
    assert_eq!(open(&citizens(&revoking)), Err(AskRefused::MandateRevoked));
    // A colleague's device, or this one once it is given newer lists, judges nothing under that mandate.
    let ours = inspector(citizens(&revoking), &revoking);
    let ask = ours.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let text = revoking.traffic_stop().text();
    let report = ours.inspect(Scan::qr(&text), &ask, time(world.now), &mut Memory::new()).unwrap();
    let codes: Vec<_> = report.findings().iter().map(doichieu::Finding::code).collect();
    assert_eq!((codes, report.papers().len()), (vec!["post.mandate_revoked"], 0));
    assert_ne!(report.verdict(), Verdict::Accept);
}
