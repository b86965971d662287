#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a failing test may panic")]

use super::{Kept, MAX_SHOWINGS, Phone, Recollection, Showing, Showings};
use crate::cbor::write::Writer;
use crate::cbor::{Reader, Rules};
use crate::digest::Digest32;
use crate::input::Budget;
use crate::time::UnixTime;
use std::vec::Vec;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn digest(number: u64) -> Digest32 {
    let mut digest = [0; 32];
    digest.iter_mut().zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
    digest
}

/// Shown unprompted to post 9 in encounter 8.
fn shown(number: u64, at: u64, until: u64) -> Showing {
    let key = digest(number);
    Showing { key, showing: key, post: [9; 32], encounter: Some([8; 32]), at: time(at), until: time(until) }
}

fn phone(number: u64) -> Phone {
    number.to_be_bytes()
}

/// So many showings, each of a phone of its own, each until when it says.
fn many(from: u64, count: u64, until: impl Fn(u64) -> u64) -> Showings {
    let kept = |number: u64| Kept { showing: shown(number, 10, until(number)), phone: phone(number) };
    let seen = (from..from + count).map(|number| (digest(number), kept(number))).collect();
    Showings { seen, forgotten_until: 0 }
}

#[test]
fn of_one_phone_four_live_showings_are_held() {
    let mut showings = Showings::default();
    for number in 1..=4 {
        let now = shown(number, 10, 100 + number);
        assert_eq!(showings.recall(&now, &phone(1)), Recollection::New);
        showings.remember(&now, phone(1));
    }
    let fifth = |at: u64| shown(5, at, 190);
    assert_eq!(showings.recall(&fifth(101), &phone(1)), Recollection::TooOften);
    assert_eq!(showings.recall(&fifth(101), &phone(2)), Recollection::New);
    assert_eq!(showings.recall(&fifth(102), &phone(1)), Recollection::New, "the first has ended");
    assert_eq!(showings.recall(&shown(2, 50, 102), &phone(1)), Recollection::SameEncounter);
    showings.remember(&fifth(101), phone(1));
    assert_eq!(showings.len(), 4, "what is too often takes no place");
    // Nor where the memory has a gap, and everything is written down.
    showings.forgotten_until = 500;
    assert_eq!(showings.recall(&fifth(101), &phone(1)), Recollection::Unsure);
    showings.remember(&fifth(101), phone(1));
    assert_eq!(showings.len(), 4);
}

#[test]
fn an_ask_has_one_place_for_all_its_answers() {
    let mut showings = Showings::default();
    let answer = |showing: u64| Showing { showing: digest(showing), ..shown(1, 10, 100) };
    showings.remember(&answer(2), phone(2));
    assert_eq!(showings.recall(&answer(2), &phone(2)), Recollection::SameEncounter);
    assert_eq!(showings.recall(&answer(3), &phone(3)), Recollection::AskAnswered);
    showings.remember(&answer(3), phone(3));
    assert_eq!(showings.len(), 1, "one place, whoever answers");
    // A gap is no way round it, nor round another post.
    showings.forgotten_until = 500;
    assert_eq!(showings.recall(&answer(3), &phone(3)), Recollection::AskAnswered);
    let elsewhere = Showing { post: [7; 32], ..answer(2) };
    assert_eq!(showings.recall(&elsewhere, &phone(2)), Recollection::OtherPost { ago: 0 });
    assert_eq!(showings.recall(&answer(2), &phone(2)), Recollection::Unsure);
}

/// An ask's place could stand there twice, as the showing's own; it is then no memory's writing.
#[test]
fn a_place_has_one_spelling() {
    let mut showings = Showings::default();
    showings.remember(&Showing { showing: digest(2), ..shown(1, 10, 100) }, phone(1));
    let mut writer = Writer::new();
    writer.array(2);
    showings.write(&mut writer);
    let bytes = writer.into_bytes();
    let read = |bytes: &[u8]| {
        let budget = Budget::items(64);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        reader.array_of(2).and_then(|()| Showings::read(&mut reader)).ok()
    };
    assert_eq!(read(&bytes), Some(showings));
    let at = bytes.windows(32).position(|window| window == digest(2)).unwrap();
    let mut twice = bytes;
    twice.splice(at..at + 32, digest(1));
    assert_eq!(read(&twice), None);
}

#[test]
fn two_memories_join_to_what_both_saw() {
    let one = |changes: &[fn(&mut Showing)]| {
        let mut showings = Showings::default();
        for (number, change) in (1..).zip(changes) {
            let mut now = shown(number, 20, 100);
            change(&mut now);
            showings.remember(&now, phone(number));
        }
        showings
    };
    let ours = one(&[|_| {}, |now| now.until = time(150), |now| now.post = [7; 32]]);
    let mut theirs = one(&[|now| now.at = time(30), |now| now.at = time(15), |_| {}, |_| {}]);
    theirs.forgotten_until = 40;
    let mut joined = ours.clone();
    joined.join(&theirs);
    let kept = |number: u64| joined.seen.get(&digest(number)).unwrap().showing;
    assert_eq!((joined.len(), joined.forgotten_until), (4, 40));
    assert_eq!((kept(1).at, kept(1).until), (time(20), time(100)), "the earlier one");
    assert_eq!((kept(2).at, kept(2).until), (time(15), time(150)), "the earlier one, for as long as either");
    assert_eq!(kept(3).post, [7; 32], "seen at once: one of them, whichever side is asked first");
    // The order does not count, nor how often.
    let mut turned = theirs.clone();
    turned.join(&ours);
    assert_eq!(turned, joined);
    joined.join(&theirs);
    joined.join(&ours);
    assert_eq!(turned, joined);
    let third = one(&[|now| now.at = time(5), |now| now.encounter = None, |now| now.at = time(9)]);
    let (mut left, mut right) = (joined, third.clone());
    left.join(&third);
    right.join(&theirs);
    right.join(&ours);
    assert_eq!(left, right);
}

#[test]
fn joined_memories_hold_no_more_than_one_and_say_what_they_lost() {
    let end = |number: u64| if number < 6_000 { 1_000 + number } else { number - 1_000 };
    let (early, late) = (many(0, 6_000, end), many(6_000, 6_000, end));
    let mut joined = early.clone();
    joined.join(&late);
    assert_eq!(joined.len(), MAX_SHOWINGS);
    let mut turned = late.clone();
    turned.join(&early);
    assert!(turned == joined, "the order counts");
    // Nothing that either saw is new afterwards, lost or not.
    let recalled: Vec<_> = (0..12_000).map(|n| joined.recall(&shown(n, 20, end(n)), &phone(n))).collect();
    assert!(recalled.iter().take(2_000).all(|recalled| *recalled == Recollection::Unsure));
    assert!(recalled.iter().skip(2_000).all(|recalled| *recalled == Recollection::SameEncounter));
    // What ends with the last one lost could not be told from it.
    let mut joined = many(0, 6_000, |_| 1_000);
    joined.join(&many(6_000, 6_000, |_| 1_000));
    assert_eq!((joined.len(), joined.forgotten_until), (0, 1_000));
    assert_eq!(joined.recall(&shown(20_000, 20, 1_000), &phone(20_000)), Recollection::Unsure);
    assert_eq!(joined.recall(&shown(20_000, 20, 1_001), &phone(20_000)), Recollection::New);
}
