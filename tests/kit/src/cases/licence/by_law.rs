//! Vehicles that count as others by law; the law of the day, and law that nobody has looked at.

use super::{CODE, CODE_OF_2025, NEW, beside, no, of, unsure, yes};
use crate::cases::{Case, Expect, Input};
use crate::scene::World;
use doichieu::field::Kind;

/// Law 36/2024 art. 34(1)(a), 57(3), 57(4): vehicles that count as others.
pub(super) fn like_others() -> Vec<Case> {
    let of = |class: &str| of("vn-2024", &[class], &[]);
    vec![
        beside("tricycle-400", "Three wheels of 400 kg are a motorcycle.", of("B1"), "tricycle:unladen=400", yes(NEW)),
        beside("tricycle-401", "Above 400 kg unladen they are a car.", of("B1"), "tricycle:unladen=401", no(NEW)),
        beside(
            "tricycle-car",
            "Three wheels above 400 kg, within B by seats and by mass.",
            of("B"),
            "tricycle:unladen=401,seats=2,kg=1200",
            yes(NEW),
        ),
        beside(
            "tricycle-unsaid",
            "The same where nobody said whether people or goods: not plain.",
            of("B"),
            "tricycle:unladen=401",
            unsure(NEW),
        ),
        beside(
            "four-wheeled-passenger",
            "Four-wheeled motor vehicles for people take the classes of cars.",
            of("B"),
            "four_wheeled_passenger:seats=10",
            no(NEW),
        ),
        beside(
            "four-wheeled-goods",
            "Those for goods take the classes of trucks.",
            of("B"),
            "four_wheeled_goods:kg=900",
            yes(NEW),
        ),
        beside(
            "seats-taken-out",
            "A van of 16 seats rebuilt with 9 counts with 16.",
            of("B"),
            "car:seats=9,like=16",
            no(NEW),
        ),
    ]
}

/// The last second of 30 June 2026 in Viet Nam, and the first of July: each code is cited by the circular of its day.
pub(super) fn by_day() -> Vec<Case> {
    const JULY: u64 = 1_782_838_800;
    let case = |id: &str, says: &str, now: u64, rule: &str| {
        let world = World::new(World::demo().seed, now).with_person(of("vn-2024", &["A"], &["A.03"]));
        let scene = world.preset("traffic_police", &[Kind::DRIVING_LICENCE]);
        let id = format!("S01/{id}");
        Case::traffic(&id, says, &world, Input::of(&scene), no(rule)).beside("motorcycle:cc=175")
    };
    vec![
        case("code-in-june-2026", "The last second of Circular 12/2025.", JULY.saturating_sub(1), CODE_OF_2025),
        case("code-in-july-2026", "The first second of Circular 108/2026.", JULY, CODE),
    ]
}

/// Nobody has looked at the law for a year: a class does not deny any more, unless the bundle says that somebody has.
pub(super) fn unchecked() -> Vec<Case> {
    /// Midnight after 10 October 2027 in Viet Nam.
    const A_YEAR_ON: u64 = 1_823_187_600;
    let case = |id: &str, says: &str, now: u64, checked: Option<u64>, expect: Expect| {
        let mut world = World::new(World::demo().seed, now).with_person(of("vn-2024", &["B"], &[]));
        world.law_checked = checked;
        let scene = world.preset("traffic_police", &[Kind::DRIVING_LICENCE]);
        Case::traffic(&format!("S01/{id}"), says, &world, Input::of(&scene), expect).beside("car:seats=10")
    };
    let unchecked = || unsure(NEW).noting("post.law_unchecked");
    vec![
        case("law-a-year-old", "The law was seen a year ago to the day.", A_YEAR_ON.saturating_sub(1), None, no(NEW)),
        case("law-unchecked", "A second later it is unchecked: what rests on it refers.", A_YEAR_ON, None, unchecked()),
        case(
            "law-checked-since",
            "The bundle says that it was checked since.",
            A_YEAR_ON,
            Some(A_YEAR_ON.saturating_sub(30 * 86_400)),
            no(NEW),
        ),
        case(
            "law-checked-before",
            "The bundle names an earlier day than the engine's: it makes no day earlier.",
            A_YEAR_ON.saturating_sub(1),
            Some(A_YEAR_ON.saturating_sub(3 * 365 * 86_400)),
            no(NEW),
        ),
    ]
}
