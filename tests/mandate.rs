//! A mandate renewed, and a key tried before it is kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use doichieu::field::{Field, Kind, Purpose};
use doichieu::{Bundle, Memory, Post, Roots};
use doichieu_kit::mandate::MandateSpec;
use doichieu_kit::scene::World;

const ROLE: &str = "traffic_police";

fn bundle(world: &World) -> Bundle {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap()
}

fn renewed(world: &World, role: &str, change: impl FnOnce(&mut MandateSpec)) -> Post {
    let mut spec = world.mandate_spec(role);
    change(&mut spec);
    Post::open(&spec.sign(world.authority.mandate_key().unwrap()).encode(), &bundle(world)).unwrap()
}

#[test]
fn a_renewed_mandate_says_what_it_changes() {
    let world = World::demo();
    let in_use = renewed(&world, ROLE, |_| ());
    let later = renewed(&world, ROLE, |spec| (spec.iat, spec.exp, spec.cti) = (spec.iat + 60, spec.exp + 60, [7; 16]));
    let change = in_use.compare(&later);
    assert!(change.same_post && change.same_role && change.same_key && !change.is_wider());
    assert_eq!(change.until.1.seconds() - change.until.0.seconds(), 60);
    assert!(change.added.is_empty() && change.dropped.is_empty());

    let purpose = Purpose::TRAFFIC_CONTROL;
    let name = Field::FULL_NAME.in_kind(Kind::IDENTITY).unwrap();
    let narrower = renewed(&world, ROLE, |spec| {
        spec.allowance
            .get_mut(&purpose.number())
            .unwrap()
            .get_mut(&Kind::IDENTITY.number())
            .unwrap()
            .remove(&name.number());
    });
    let change = in_use.compare(&narrower);
    let of = (change.dropped[0].purpose, change.dropped[0].kind, change.dropped[0].fields.clone());
    assert_eq!((of, change.added.len(), change.is_wider()), ((purpose, Kind::IDENTITY, vec![name]), 0, false));
    let back = narrower.compare(&in_use);
    assert_eq!((back.added, back.dropped.len()), (change.dropped, 0));
    assert!(narrower.compare(&in_use).is_wider());

    let more = renewed(&world, ROLE, |spec| {
        let scope = spec.allowance.get(&purpose.number()).unwrap().clone();
        spec.allowance.insert(Purpose::PUBLIC_SERVICE.number(), scope);
    });
    let change = in_use.compare(&more);
    assert!(change.is_wider() && change.added.iter().all(|of| of.purpose == Purpose::PUBLIC_SERVICE));
    assert!(in_use.compare(&renewed(&world, ROLE, |spec| spec.retention += 1)).is_wider());
    assert!(!in_use.compare(&renewed(&world, ROLE, |spec| spec.retention -= 1)).is_wider());
    let other = in_use.compare(&renewed(&world, ROLE, |spec| "another-post".clone_into(&mut spec.post)));
    assert!(!other.same_post && other.is_wider());
    let role = in_use.compare(&renewed(&world, "clinic", |_| ()));
    assert!(!role.same_role && role.is_wider());
}

#[test]
fn a_key_is_tried_by_a_signature_that_is_never_an_ask() {
    let world = World::demo();
    let post = renewed(&world, ROLE, |_| ());
    let trial = post.trial_to_be_signed();
    assert!(trial.starts_with(b"dc1 key trial") && trial == post.trial_to_be_signed());
    let key = world.post_key(ROLE);
    let signature = key.sign(&trial);
    assert!(post.is_key_of(&signature));
    assert!(!post.is_key_of(&signature[..63]) && !post.is_key_of(&[]));
    let mut wrong = signature.clone();
    wrong[0] ^= 1;
    assert!(!post.is_key_of(&wrong));
    assert!(!post.is_key_of(&world.post_key("clinic").sign(&trial)), "another post's key");
    let other = renewed(&world, "clinic", |_| ());
    assert!(!other.is_key_of(&signature) && other.trial_to_be_signed() != trial);
    // What is signed for an ask is no trial, and what is signed for a trial is no ask.
    let inspector = doichieu::Inspector::new(std::sync::Arc::new(bundle(&world)), post).unwrap();
    let wants = doichieu::Wants::all(Purpose::TRAFFIC_CONTROL);
    let seed = doichieu::Seed::new([3; 32]);
    let draft = || inspector.ask(&wants, &seed, &doichieu_kit::encounter_seed(), world.at()).unwrap();
    assert!(!inspector.post().is_key_of(&key.sign(draft().to_be_signed())));
    assert!(draft().seal(&signature).is_err());
}
