#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::{Digits, Draw};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;

fn draw(seed: u32) -> Draw {
    Draw::of("test", [&seed.to_be_bytes()[..]])
}

#[test]
fn two_digits_are_read_as_they_are_written_and_no_other_way() {
    for number in 0..=u8::MAX {
        let digits = Digits::new(number);
        assert_eq!(digits.is_some(), number < 100);
        assert!(digits.is_none_or(|of| Digits::read(&of.to_string()) == Some(of) && of.number() == number));
    }
    assert_eq!(Digits::new(7).unwrap().to_string(), "07");
    for wrong in ["", "7", "007", "+7", "-7", " 7", "7 ", "0x", "٠٧", "47\n"] {
        assert_eq!(Digits::read(wrong), None, "{wrong}");
    }
}

/// The remainder of a long number is that of arithmetic, and the quotient goes on.
#[test]
fn a_draw_divides_as_arithmetic_does() {
    let mut draw = Draw([0; 32]);
    draw.0[24..].copy_from_slice(&1_234_567_890_123_u64.to_be_bytes());
    let mut left = 1_234_567_890_123_u64;
    for bound in [9, 9, 8, 8, 3, 100, 255, 1] {
        assert_eq!(u64::from(draw.below(bound)), left % u64::from(bound), "{bound}");
        left /= u64::from(bound);
        assert_eq!(draw.0[24..], left.to_be_bytes(), "{bound}");
    }
}

/// Of many asks every two digits come about as often: 20,000 over 100, within five standard deviations.
#[test]
fn every_two_digits_come_as_often() {
    let mut counts = BTreeMap::<Digits, i32>::new();
    for ask in 0..20_000_u32 {
        *counts.entry(Digits::of("test", &ask.to_be_bytes())).or_default() += 1;
    }
    assert_eq!(counts.len(), 100);
    assert!(counts.values().all(|count| (count - 200).abs() < 71), "{counts:?}");
}

#[test]
fn the_true_digits_are_among_three_that_share_no_digit_in_a_place() {
    for seed in 0..5_000_u32 {
        let of = Digits::of("test", &seed.to_be_bytes());
        let three = of.among_others(draw(seed));
        assert!(three.contains(&of));
        for place in [|of: Digits| of.number() / 10, |of: Digits| of.number() % 10] {
            assert_eq!(three.map(place).into_iter().collect::<BTreeSet<_>>().len(), 3, "{three:?}");
        }
    }
}

/// Every draw there is for one pair of digits, each once: the bounds of `among_others` multiplied.
fn every_draw() -> impl Iterator<Item = Draw> {
    (0..9 * 9 * 8 * 8 * 3_u32).map(|number| {
        let mut draw = Draw([0; 32]);
        draw.0[28..].copy_from_slice(&number.to_be_bytes());
        draw
    })
}

/// Where the true ones stand varies, and every other that may be shown is, as often: nothing is learned from the order
/// or the company.
#[test]
fn place_and_company_are_drawn_evenly() {
    for number in [0, 11, 47, 99] {
        let of = Digits::new(number).unwrap();
        let (mut places, mut others) = ([0_u32; 3], BTreeMap::<u8, u32>::new());
        for three in every_draw().map(|draw| of.among_others(draw)) {
            places[three.iter().position(|one| *one == of).unwrap()] += 1;
            for other in three.into_iter().filter(|one| *one != of) {
                *others.entry(other.number()).or_default() += 1;
            }
        }
        assert_eq!(places, [5_184; 3]);
        // The 81 numbers that share no digit with it in a place.
        assert_eq!((others.len(), others.values().all(|count| *count == 384)), (81, true), "{number}");
    }
}

/// Which of three is the true one cannot be told from the three, nor from their order: each is shown so for each of
/// them as often.
#[test]
fn a_triple_does_not_tell_which_is_true() {
    let triple = [12, 34, 56].map(|number| Digits::new(number).unwrap());
    let seen = triple.map(|of| every_draw().filter(|draw| of.among_others(Draw(draw.0)) == triple).count());
    assert_eq!(seen, [1; 3]);
}

#[test]
fn other_randomness_shows_other_company() {
    let of = Digits::new(47).unwrap();
    let all: BTreeSet<_> = (0..200).map(|seed| of.among_others(draw(seed))).collect();
    assert!(all.len() > 180, "{}", all.len());
}
