//! What is held, what survives two kinds of interference, and the limits.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::{Frames, Progress, What};
use crate::input::{Fault, Layer, MAX_ANIMATED, MAX_CANDIDATES, MAX_PARTS, MAX_TEXT, Unreadable};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use doichieu_kit::animated::{BUNDLE, PRESENTATION, Part, animate, parts};
use proptest::prelude::*;

/// The candidates, and one more: a copy in the making, or what is complete.
const MAX_HELD: usize = (MAX_CANDIDATES + 1) * MAX_ANIMATED;

fn frame(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
}

/// The same part with another first byte.
fn forged(part: &Part) -> String {
    let mut part = part.clone();
    part.chunk[0] ^= 0x55;
    part.text()
}

#[test]
fn the_largest_animation_fits_its_codes_exactly() {
    let chunk = MAX_ANIMATED / MAX_PARTS;
    let frame = frame(MAX_ANIMATED);
    let codes = animate(&frame, BUNDLE, chunk);
    assert_eq!(codes.len(), MAX_PARTS);
    assert!(codes.iter().all(|code| code.len() <= MAX_TEXT), "{}", codes[0].len());
    // One byte more does not fit the last group of three characters.
    assert!(animate(&frame, BUNDLE, chunk + 1)[0].len() > MAX_TEXT);
    let mut frames = Frames::new();
    let last = codes.iter().map(|code| frames.push(code)).last();
    assert_eq!(last, Some(Progress::Complete(What::Bundle)));
    assert_eq!(frames.complete(), Some((What::Bundle, &frame[..])));
    assert!(frames.scan().is_none(), "a bundle is not shown");
}

#[test]
fn a_total_above_the_limit_is_refused_before_anything_is_allocated() {
    let mut part = parts(&frame(100), BUNDLE, 50).remove(0);
    for total in [MAX_ANIMATED + 1, usize::try_from(u32::MAX).unwrap()] {
        part.total = u64::try_from(total).unwrap();
        let mut frames = Frames::new();
        let ignored = frames.push(&part.text());
        assert!(
            matches!(ignored, Progress::Ignored(Unreadable { layer: Layer::Cbor, fault: Fault::TooLarge, .. })),
            "{ignored:?}"
        );
        assert_eq!(frames.held(), 0);
    }
}

#[test]
fn a_forger_just_ahead_of_every_genuine_part_does_not_keep_them_out() {
    let parts = parts(&frame(1_600), PRESENTATION, 100);
    let mut frames = Frames::new();
    let shown = parts.iter().flat_map(|part| [forged(part), part.text()]);
    assert_eq!(shown.map(|code| frames.push(&code)).last(), Some(Progress::Complete(What::Showing)));
}

#[test]
fn a_forger_just_behind_every_genuine_part_does_not_keep_them_out() {
    let parts = parts(&frame(1_600), PRESENTATION, 100);
    let mut frames = Frames::new();
    let shown = parts.iter().flat_map(|part| [part.text(), forged(part)]);
    let complete = Progress::Complete(What::Showing);
    assert!(shown.map(|code| frames.push(&code)).any(|progress| progress == complete));
}

#[test]
fn a_rejected_animation_makes_room_for_the_next() {
    let (one, other) = (animate(&frame(300), PRESENTATION, 100), animate(&frame(301), BUNDLE, 101));
    let mut frames = Frames::new();
    one.iter().for_each(|code| _ = frames.push(code));
    assert_eq!(frames.push(&other[0]), Progress::Complete(What::Showing));
    assert_eq!(frames.complete().unwrap().1, frame(300));
    frames.reject();
    assert!(frames.complete().is_none() && frames.scan().is_none());
    assert_eq!(frames.held(), 0);
    assert_eq!(frames.push(&other[0]), Progress::Collected { have: 1, of: 3 });
}

#[test]
fn debug_shows_nothing() {
    let mut frames = Frames::new();
    frames.push(&animate(b"Nguyen Thi Hoa, 12 ngo Huyen", PRESENTATION, 14)[0]);
    assert_eq!(format!("{frames:?}"), "Frames { .. }");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_shown_the_memory_is_bounded(shown in proptest::collection::vec((0..9_usize, 0..16_usize, any::<bool>()), 1..120)) {
        // Nine animations of the largest size, whole or forged, in any order.
        let chunk = MAX_ANIMATED / MAX_PARTS;
        let animations: Vec<_> = (0..9).map(|less| parts(&frame(MAX_ANIMATED - less), BUNDLE, chunk)).collect();
        let mut frames = Frames::new();
        for (animation, index, genuine) in shown {
            let part = &animations[animation][index];
            frames.push(&if genuine { part.text() } else { forged(part) });
            prop_assert!(frames.held() <= MAX_HELD);
            prop_assert!(frames.sets.len() <= MAX_CANDIDATES);
        }
    }

    #[test]
    fn from_any_state_one_undisturbed_loop_completes(
        before in proptest::collection::vec((0..3_usize, 0..6_usize, 0..3_u8), 0..60),
        begins in 0..6_usize,
    ) {
        let frames_of = [vec![1; 60], vec![2; 60], frame(60)];
        let animations: Vec<_> = frames_of.iter().map(|frame| parts(frame, PRESENTATION, 10)).collect();
        let mut frames = Frames::new();
        for (animation, index, change) in before {
            let mut part = animations[animation][index].clone();
            part.chunk[0] ^= change;
            if matches!(frames.push(&part.text()), Progress::Complete(_)) {
                frames.reject();
            }
        }
        let shown = animations[2].iter().cycle().skip(begins).take(6);
        let complete = Progress::Complete(What::Showing);
        prop_assert!(shown.map(|part| frames.push(&part.text())).any(|progress| progress == complete));
        prop_assert_eq!(frames.complete().unwrap().1, frame(60));
    }
}
