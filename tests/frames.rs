//! Animated codes as a scanner sees them: N04 of the negative cases, each by name, and what must hold in any order.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use doichieu::field::Purpose;
use doichieu::input::{Altered, Fault, Layer};
use doichieu::time::UnixTime;
use doichieu::{Bundle, Frames, Inspector, Memory, Post, Progress, Roots, Verdict, What};
use doichieu_kit::animated::{BUNDLE, PRESENTATION, Part, SEALED_ANSWER, animate, parts, text};
use doichieu_kit::encounter_seed;
use doichieu_kit::frame::Deflate;
use doichieu_kit::scene::World;
use proptest::prelude::*;
use std::sync::Arc;

const COMPLETE: Progress = Progress::Complete(What::Showing);

fn frame(length: usize, salt: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from((at * 31 + salt * 17 + at / 251) % 256).unwrap()).collect()
}

/// Five parts of an honest frame whose last chunk is padded.
fn honest() -> Vec<Part> {
    parts(&frame(497, 1), PRESENTATION, 100)
}

fn ignored(part: &Part) -> (Layer, Fault) {
    refused(&part.text())
}

fn refused(code: &str) -> (Layer, Fault) {
    match Frames::new().push(code) {
        Progress::Ignored(unreadable) => (unreadable.layer, unreadable.fault),
        other => panic!("{other:?}"),
    }
}

fn show(frames: &mut Frames, parts: &[Part]) -> Progress {
    parts.iter().map(|part| frames.push(&part.text())).last().unwrap()
}

fn forged(part: &Part, change: u8) -> Part {
    let mut part = part.clone();
    part.chunk[0] ^= change;
    part
}

#[test]
fn n04_mixed_ids_never_make_one_frame() {
    let (one, other) = (honest(), parts(&frame(497, 2), PRESENTATION, 100));
    let mut frames = Frames::new();
    let mixed = [&one[..3], &other[3..]].concat();
    assert_eq!(show(&mut frames, &mixed), Progress::Collected { have: 2, of: 5 });
    // The same parts under one id: whole in number, not in making.
    let relabelled: Vec<Part> = mixed.iter().map(|part| Part { id: one[0].id.clone(), ..part.clone() }).collect();
    let mut frames = Frames::new();
    assert_eq!(show(&mut frames, &relabelled), Progress::Mismatched { of: 5 });
    assert!(frames.complete().is_none() && frames.scan().is_none());
}

#[test]
fn n04_an_index_of_n_or_above() {
    let part = honest().remove(0);
    for index in [5, 6, 16, 1 << 31, (1 << 32) + 1, u64::MAX] {
        let (layer, fault) = ignored(&Part { index, ..part.clone() });
        assert_eq!((layer, fault), (Layer::Frames, Fault::Value), "{index}");
        // Zeros are what stands behind the end of a frame: no less out of place there.
        let zeros = Part { index, chunk: vec![0; 100], ..part.clone() };
        assert_eq!(ignored(&zeros), (Layer::Frames, Fault::Value), "{index}");
    }
}

#[test]
fn n04_n_is_zero_one_seventeen_or_two_to_the_thirty_first() {
    let part = honest().remove(0);
    for of in [0, 1, 17, 1 << 31, (1 << 32) + 5, u64::MAX] {
        assert_eq!(ignored(&Part { of, ..part.clone() }), (Layer::Frames, Fault::Value), "{of}");
    }
    let sixteen = parts(&frame(1_600, 3), PRESENTATION, 100);
    assert_eq!(show(&mut Frames::new(), &sixteen), COMPLETE);
    let seventeen = parts(&frame(1_700, 3), PRESENTATION, 100);
    assert_eq!(ignored(&seventeen[0]), (Layer::Frames, Fault::Value));
    let two = parts(&frame(200, 3), PRESENTATION, 100);
    assert_eq!(show(&mut Frames::new(), &two), COMPLETE);
}

#[test]
fn n04_a_duplicate_index_with_different_bytes() {
    let parts = honest();
    let mut frames = Frames::new();
    frames.push(&parts[0].text());
    for change in 1..40 {
        assert_eq!(frames.push(&forged(&parts[0], change).text()), Progress::Collected { have: 1, of: 5 });
    }
    assert_eq!(show(&mut frames, &parts), COMPLETE);
    assert_eq!(frames.complete().unwrap().1, frame(497, 1));
}

#[test]
fn n04_the_hash_is_wrong() {
    let wrong: Vec<Part> = honest().into_iter().map(|part| Part { id: vec![1, 2, 3, 4], ..part }).collect();
    let mut frames = Frames::new();
    assert_eq!(show(&mut frames, &wrong), Progress::Mismatched { of: 5 });
    assert_eq!(show(&mut frames, &wrong), Progress::Mismatched { of: 5 });
    assert!(frames.complete().is_none());
    // Each in turn changed in one bit that no other rule looks at.
    for at in 0..5 {
        let mut parts = honest();
        parts[at] = forged(&parts[at], 1);
        assert_eq!(show(&mut Frames::new(), &parts), Progress::Mismatched { of: 5 }, "{at}");
    }
}

#[test]
fn n04_padding_that_is_not_zero() {
    let last = honest().remove(4);
    for at in 97..100 {
        let mut part = last.clone();
        part.chunk[at] = 1;
        assert_eq!(ignored(&part), (Layer::Frames, Fault::Value), "{at}");
    }
    // The last byte of the frame itself is not padding.
    let mut part = last;
    part.chunk[96] ^= 1;
    assert_eq!(Frames::new().push(&part.text()), Progress::Collected { have: 1, of: 5 });
}

#[test]
fn n04_padding_of_a_whole_chunk_or_none_where_some_is_due() {
    let part = honest().remove(0);
    for total in [0, 1, 399, 400, 501, 65_536] {
        let (layer, fault) = ignored(&Part { total, ..part.clone() });
        assert!(matches!((layer, fault), (Layer::Frames, Fault::Value) | (_, Fault::TooLarge)), "{total}");
    }
    for total in [401, 500] {
        assert_eq!(Frames::new().push(&Part { total, ..part.clone() }.text()), Progress::Collected { have: 1, of: 5 });
    }
    assert_eq!(ignored(&Part { chunk: Vec::new(), total: 0, ..part }), (Layer::Frames, Fault::Value));
}

#[test]
fn n04_a_hostile_first_frame_loses() {
    for at in 0..5 {
        let parts = honest();
        let mut frames = Frames::new();
        frames.push(&forged(&parts[at], 0x80).text());
        assert_eq!(show(&mut frames, &parts), COMPLETE, "{at}");
        assert_eq!(frames.complete().unwrap().1, frame(497, 1));
    }
}

#[test]
fn n04_members_of_another_type_number_or_length() {
    let part = honest().remove(0);
    assert_eq!(ignored(&Part { what: 3, ..part.clone() }), (Layer::Frames, Fault::Value));
    for id in [vec![], vec![0; 3], vec![0; 5], vec![0; 32]] {
        assert_eq!(ignored(&Part { id, ..part.clone() }), (Layer::Frames, Fault::Value));
    }
    let cbor = part.item().encode();
    assert_eq!(refused(&text(&[&cbor[..], &[0]].concat())), (Layer::Cbor, Fault::Trailing));
    assert_eq!(refused(&text(&cbor[..cbor.len() - 1])), (Layer::Cbor, Fault::Truncated));
    assert_eq!(refused(&text(&[])), (Layer::Cbor, Fault::Truncated));
    assert_eq!(refused("DC1F:::"), (Layer::Base45, Fault::Overflow));
    assert_eq!(refused("DC1F:abc"), (Layer::Base45, Fault::Character));
    let long = format!("DC1F:{}", "0".repeat(4_296));
    assert_eq!(refused(&long), (Layer::Text, Fault::TooLarge));
}

#[test]
fn what_is_not_animated_is_said_and_changes_nothing() {
    let parts = honest();
    let mut frames = Frames::new();
    for part in &parts[..4] {
        frames.push(&part.text());
        for still in ["DC1:", "DC1:BB8", "DC1S:BB8"] {
            assert_eq!(frames.push(still), Progress::Still);
        }
        for foreign in ["", "DC1F", "DCQ1:BB8", "HC1:BB8", "https://example.vn/DC1F:"] {
            let Progress::Ignored(unreadable) = frames.push(foreign) else { panic!("{foreign}") };
            assert_eq!((unreadable.layer, unreadable.fault), (Layer::Text, Fault::NotOurs), "{foreign}");
        }
        let Progress::Ignored(unreadable) = frames.push("dc1f:bb8") else { panic!("in lower case") };
        assert_eq!((unreadable.layer, unreadable.fault), (Layer::Text, Fault::Altered(Altered::CapsLock)));
    }
    assert_eq!(frames.push(&parts[4].text()), COMPLETE);
    assert_eq!(frames.push("DC1:BB8"), Progress::Still);
}

#[test]
fn a_presentation_an_answer_and_a_bundle_are_told_apart() {
    let frame = frame(250, 4);
    for (number, what) in [(PRESENTATION, What::Showing), (SEALED_ANSWER, What::SealedAnswer), (BUNDLE, What::Bundle)] {
        let mut frames = Frames::new();
        assert_eq!(show(&mut frames, &parts(&frame, number, 100)), Progress::Complete(what));
        assert_eq!(frames.complete(), Some((what, &frame[..])));
        assert_eq!(frames.scan().is_some(), what == What::Showing);
    }
    // Parts that differ in what they carry are of different animations.
    let mut mixed = parts(&frame, PRESENTATION, 100);
    mixed[1].what = BUNDLE;
    assert_eq!(show(&mut Frames::new(), &mixed), Progress::Collected { have: 2, of: 3 });
}

#[test]
fn a_flood_of_other_animations_is_outlived_once_the_genuine_ones_come_round_again() {
    let genuine = honest();
    let mut frames = Frames::new();
    for part in &genuine[..4] {
        frames.push(&part.text());
    }
    for salt in 10..30 {
        frames.push(&parts(&frame(497, salt), PRESENTATION, 100)[0].text());
    }
    assert_eq!(show(&mut frames, &genuine), COMPLETE);
}

#[test]
fn an_animated_showing_is_inspected_like_a_still_one() {
    let world = World::demo();
    let at = UnixTime::new(world.now).unwrap();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let carried = world.traffic_stop().present().frame(Deflate::WhenItPays);

    let mut frames = Frames::new();
    let codes = animate(&carried, PRESENTATION, 120);
    assert!(codes.len() > 2);
    assert!(codes.iter().rev().map(|code| frames.push(code)).any(|progress| progress == COMPLETE));
    let animated = inspector.inspect(frames.scan().unwrap(), &ask, at, &mut Memory::new()).unwrap();
    let still = inspector.inspect(doichieu::Scan::frame(&carried), &ask, at, &mut Memory::new()).unwrap();
    assert_eq!(animated.verdict(), Verdict::Accept);
    assert_eq!(animated.to_json(), still.to_json());
}

/// A frame, the length of its chunks, and an order with losses and repeats.
fn shown() -> impl Strategy<Value = (Vec<u8>, usize, Vec<prop::sample::Index>)> {
    (20..160_usize, 2..=16_usize)
        .prop_flat_map(|(chunk, of)| (Just(chunk), chunk * (of - 1) + 1..=chunk * of, any::<usize>()))
        .prop_flat_map(|(chunk, length, salt)| {
            (Just(frame(length, salt % 1_000)), Just(chunk), prop::collection::vec(any::<prop::sample::Index>(), 0..40))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_order_with_losses_and_repeats_completes_exactly_when_all_were_seen((frame, chunk, order) in shown()) {
        let codes = animate(&frame, PRESENTATION, chunk);
        let mut frames = Frames::new();
        let mut seen = vec![false; codes.len()];
        for index in order.iter().map(|index| index.index(codes.len())) {
            seen[index] = true;
            let have = seen.iter().filter(|seen| **seen).count();
            let due = if have == codes.len() { COMPLETE } else { Progress::Collected { have, of: codes.len() } };
            prop_assert_eq!(frames.push(&codes[index]), due);
        }
        codes.iter().for_each(|code| _ = frames.push(code));
        prop_assert_eq!(frames.complete().unwrap(), (What::Showing, &frame[..]));
    }

    #[test]
    fn up_to_four_interleaved_animations_all_complete((one, chunk, order) in shown(), others in 1..4_usize) {
        let mut all = vec![one.clone()];
        all.extend((0..others).map(|salt| frame(one.len(), 2_000 + salt)));
        let animations: Vec<_> = all.iter().map(|frame| animate(frame, PRESENTATION, chunk)).collect();
        let of = animations[0].len();
        let mut frames = Frames::new();
        let mut completed = Vec::new();
        for index in order.iter().map(|index| index.index(of)).chain(0..of) {
            for codes in &animations {
                if frames.push(&codes[index]) == COMPLETE {
                    completed.push(frames.complete().unwrap().1.to_vec());
                    frames.reject();
                }
            }
        }
        prop_assert!(all.iter().all(|frame| completed.contains(frame)));
        prop_assert!(completed.iter().all(|frame| all.contains(frame)));
    }

    #[test]
    fn three_foreign_animations_between_every_two_parts_do_not_matter((genuine, chunk, _) in shown(), salt in 3_000..4_000_usize) {
        let codes = animate(&genuine, PRESENTATION, chunk);
        let mut frames = Frames::new();
        let mut last = Progress::Still;
        for (at, code) in codes.iter().enumerate() {
            for other in 0..3 {
                frames.push(&animate(&frame(genuine.len(), salt + at * 3 + other), PRESENTATION, chunk)[0]);
            }
            last = frames.push(code);
        }
        prop_assert_eq!(last, COMPLETE);
        prop_assert_eq!(frames.complete().unwrap().1, &genuine[..]);
    }

    #[test]
    fn what_completes_is_what_was_shown_whatever_else_was(
        (genuine, chunk, order) in shown(),
        forgeries in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..4), 0..30),
    ) {
        let parts = parts(&genuine, PRESENTATION, chunk);
        let mut frames = Frames::new();
        let forged_parts = forgeries.iter().map(|(index, change)| forged(index.get(&parts), *change));
        let genuine_parts = order.iter().map(|index| index.get(&parts).clone());
        // One of each in turn, then the genuine ones alone.
        let (mut bad, mut good) = (forged_parts.fuse(), genuine_parts.fuse());
        while let (Some(bad), good) = (bad.next(), good.next()) {
            frames.push(&bad.text());
            good.map(|good| frames.push(&good.text()));
        }
        show(&mut frames, &parts);
        prop_assert_eq!(frames.complete().unwrap(), (What::Showing, &genuine[..]));
    }

    #[test]
    fn no_text_is_too_strange(text in "(DC1F:)?[0-9A-Z $%*+./:-]{0,80}") {
        let mut frames = Frames::new();
        frames.push(&text);
        prop_assert!(frames.complete().is_none());
    }
}
