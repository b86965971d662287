#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Recollection, Showing, StoreAnswer};
use crate::time::{TIME_LIMIT, UnixTime};
use std::format;
use std::vec::Vec;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// Shown unprompted to post 9 in encounter 8.
fn shown() -> Showing {
    Showing { key: [1; 32], showing: [1; 32], post: [9; 32], encounter: Some([8; 32]), at: time(100), until: time(190) }
}

/// In answer to ask 2.
fn answer() -> Showing {
    Showing { key: [2; 32], ..shown() }
}

#[test]
fn what_a_store_keeps_has_one_spelling() {
    for showing in [shown(), answer(), Showing { encounter: None, ..shown() }] {
        let bytes = showing.to_bytes();
        assert_eq!(Showing::from_bytes(&bytes), Some(showing));
        for cut in 0..bytes.len() {
            assert_eq!(Showing::from_bytes(bytes.get(..cut).unwrap()), None, "cut at {cut}");
        }
        assert_eq!(Showing::from_bytes(&[bytes.as_slice(), &[0]].concat()), None);
        let mut later = bytes;
        *later.get_mut(1).unwrap() = 2;
        assert_eq!(Showing::from_bytes(&later), None, "a form of later");
    }
    assert_eq!((shown().ask(), answer().ask()), (None, Some(&[2; 32])));
    let mut beyond = shown().to_bytes();
    let end = beyond.len().checked_sub(2).unwrap();
    beyond.truncate(end);
    beyond.push(0x1b);
    beyond.extend(TIME_LIMIT.to_be_bytes());
    assert_eq!(Showing::from_bytes(&beyond), None, "no time");
}

#[test]
fn no_digest_is_printed() {
    assert_eq!(format!("{:?}", answer()), "Showing { at: UnixTime(100), until: UnixTime(190), .. }");
    let seen = format!("{:?}", StoreAnswer::Seen(answer()));
    assert!(!seen.contains("[2, 2"), "{seen}");
}

#[test]
fn what_a_store_says_is_judged_like_a_memory() {
    let now = |showing: Showing| Showing { at: time(120), ..showing };
    let other = |change: fn(&mut Showing)| {
        let mut seen = shown();
        change(&mut seen);
        StoreAnswer::Seen(seen)
    };
    let another = Recollection::OtherEncounter { ago: 20 };
    let failed = Recollection::StoreFailed;
    for (says, answered, expected) in [
        ("fresh", StoreAnswer::Fresh, Recollection::New),
        ("failed", StoreAnswer::Failed, failed),
        ("the same", other(|_| {}), Recollection::SameEncounter),
        ("other encounter", other(|seen| seen.encounter = Some([7; 32])), another),
        ("encounter not kept", other(|seen| seen.encounter = None), another),
        ("other post", other(|seen| seen.post = [7; 32]), Recollection::OtherPost { ago: 20 }),
        (
            "other post, whose encounter it was",
            other(|seen| (seen.post, seen.encounter) = ([7; 32], Some([7; 32]))),
            Recollection::OtherPost { ago: 20 },
        ),
        (
            "a clock behind",
            other(|seen| (seen.post, seen.at) = ([7; 32], time(900))),
            Recollection::OtherPost { ago: 0 },
        ),
        ("another place", other(|seen| (seen.key, seen.showing) = ([7; 32], [7; 32])), failed),
        ("an answer in the place of a showing", other(|seen| seen.showing = [7; 32]), failed),
    ] {
        assert_eq!(answered.on(&now(shown())), expected, "{says}");
    }
    let unknown = Showing { encounter: None, ..now(shown()) };
    assert_eq!(other(|seen| seen.encounter = None).on(&unknown), another, "two that are not known are not one");
    for (says, seen, expected) in [
        ("the same answer", answer(), Recollection::SameEncounter),
        ("another answer", Showing { showing: [7; 32], ..answer() }, Recollection::AskAnswered),
        (
            "another answer, to another post",
            Showing { showing: [7; 32], post: [7; 32], ..answer() },
            Recollection::AskAnswered,
        ),
        ("a showing in the place of an answer", Showing { showing: [2; 32], ..answer() }, failed),
    ] {
        assert_eq!(StoreAnswer::Seen(seen).on(&now(answer())), expected, "{says}");
    }
}

#[test]
fn an_extract_names_each_recollection_once() {
    let all = (0..12).flat_map(|number| [0, 7].map(|age| Recollection::of_extract(number, age)));
    let known: Vec<_> = all.flatten().collect();
    assert_eq!(known.len(), 13, "three of ten say how long ago");
    for recalled in &known {
        let (number, age) = recalled.extract();
        assert_eq!(Recollection::of_extract(number, age), Some(*recalled));
    }
    let still: Vec<_> = known.iter().filter(|recalled| recalled.of_the_same_person() != **recalled).collect();
    assert_eq!(still, [&Recollection::OtherEncounter { ago: 0 }, &Recollection::OtherEncounter { ago: 7 }]);
}
