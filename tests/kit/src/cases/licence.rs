//! S1, S2, S12, S22, S23 and what the law makes of a driving licence beside a vehicle: cover by class, code, trailer
//! and regime, with the rule that decided; dates that do not fit.

use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::people::{Licence, Part, Person, day, giang};
use crate::scene::World;
use doichieu::field::Kind;

mod by_law;
mod foreign;

const NEW: &str = "law-36-2024-art-57";
const OLD: &str = "law-36-2024-art-89";
const CODE: &str = "circular-108-2026-annex-9";
/// The same until the end of June 2026.
const CODE_OF_2025: &str = "circular-12-2025-art-18";

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [
        cover(),
        by_law::like_others(),
        codes(),
        by_law::by_day(),
        by_law::unchecked(),
        old_rights(),
        trailers(),
        mopeds(),
        life(),
        dates(),
        foreign::cases(),
    ]
    .concat()
}

/// Giang with her licence changed.
fn with(change: impl FnOnce(&mut Licence)) -> Person {
    let mut giang = giang();
    giang.licence.as_mut().map(change);
    giang
}

/// Giang with these classes, all passed on a day that fits, in both parts.
fn of(regime: &str, classes: &[&str], restrictions: &[&str]) -> Person {
    let (passed, issued) =
        if regime == "vn-2024" { (day(2025, 3, 22), day(2025, 3, 28)) } else { (day(2019, 3, 22), day(2019, 3, 28)) };
    with(|licence| {
        regime.clone_into(&mut licence.regime);
        licence.classes = classes.iter().map(|name| ((*name).to_owned(), passed.clone())).collect();
        licence.restrictions = restrictions.iter().map(|code| (*code).to_owned()).collect();
        for part in licence.motorcycle.iter_mut().chain(&mut licence.car) {
            part.issued_on = issued.clone();
        }
    })
}

/// The driver shows the licence alone, beside a vehicle.
fn beside(id: &str, says: &str, person: Person, vehicle: &str, expect: Expect) -> Case {
    let world = World::demo().with_person(person);
    let scene = world.preset("traffic_police", &[Kind::DRIVING_LICENCE]);
    Case::traffic(&format!("S01/{id}"), says, &world, Input::of(&scene), expect).beside(vehicle)
}

fn yes(rule: &str) -> Expect {
    Expect::accept().covering("yes", rule)
}

fn no(rule: &str) -> Expect {
    Expect::standing("refuse", &["licence.class_not_covering"]).covering("no", rule)
}

fn unsure(rule: &str) -> Expect {
    Expect::standing("refer", &["licence.cover_undetermined"]).covering("undetermined", rule)
}

/// One vehicle within each class of 2024 and one beyond it.
fn cover() -> Vec<Case> {
    let edges = [
        ("A1", "motorcycle:cc=125", "motorcycle:cc=126"),
        ("A", "motorcycle:cc=1800", "tricycle"),
        ("B1", "tricycle", "motorcycle:cc=126"),
        ("B", "car:seats=9", "car:seats=10"),
        ("C1", "truck:kg=7500", "truck:kg=7501"),
        ("C", "truck:kg=40000", "car:seats=10"),
        ("D1", "car:seats=17", "car:seats=18"),
        ("D2", "car:seats=30", "sleeper_coach:seats=20"),
        ("D", "sleeper_coach:seats=34", "car:seats=60,carriage"),
        ("BE", "car:seats=5,trailer=751", "car:seats=10,trailer=751"),
        ("C1E", "truck:kg=7500,trailer=3000", "truck:kg=7501,trailer=3000"),
        ("CE", "truck:kg=20000,semi_trailer", "car:seats=17,trailer=900"),
        ("D1E", "car:seats=17,trailer=900", "car:seats=18,trailer=900"),
        ("D2E", "car:seats=30,trailer=900", "car:seats=31,trailer=900"),
        ("DE", "car:seats=60,carriage", "motorcycle:cc=110"),
    ];
    let case = |class: &str, how: &str, vehicle: &str, expect: Expect| {
        let says = format!("Class {class} of 2024 beside a vehicle {how} it: {vehicle}.");
        let id = format!("new-{}-{how}", class.to_lowercase());
        beside(&id, &says, of("vn-2024", &[class], &[]), vehicle, expect)
    };
    let mut cases = Vec::new();
    for (class, within, beyond) in edges {
        cases.push(case(class, "within", within, yes(NEW)));
        cases.push(case(class, "beyond", beyond, no(NEW)));
    }
    for (id, class, vehicle, expect) in [
        ("bound-within", "A1", "motorcycle:cc=max125", yes(NEW)),
        ("bound-beyond", "A1", "motorcycle:cc=over125", no(NEW)),
        ("bound-open", "D1", "car:seats=over9", unsure(NEW)),
        ("bound-may-be-a-moped", "B", "motorcycle:cc=max125", unsure("law-36-2024-art-56-1")),
    ] {
        let says = format!("Class {class} beside a vehicle of which a bound is known: {vehicle}.");
        cases.push(beside(id, &says, of("vn-2024", &[class], &[]), vehicle, expect));
    }
    cases.push(beside(
        "measure-not-known",
        "A car of whose seats nothing is known: not established, not refused.",
        of("vn-2024", &["B"], &[]),
        "car",
        unsure(NEW),
    ));
    cases.push(beside(
        "passed-tomorrow",
        "A class whose day of passing has not come decides nothing.",
        with(|licence| licence.classes = vec![("B".to_owned(), day(2026, 11, 20))]),
        "car:seats=5",
        unsure(NEW),
    ));
    cases
}

/// Restriction codes.
fn codes() -> Vec<Case> {
    let b = |code: &str| of("vn-2024", &["B"], &[code]);
    let automatic = || Expect::accept().noting("licence.automatic_only").covering("undetermined", CODE);
    vec![
        beside(
            "a03-within",
            "A with A.03, to 174 cm³.",
            of("vn-2024", &["A"], &["A.03"]),
            "motorcycle:cc=174",
            yes(NEW),
        ),
        beside(
            "a03-beyond",
            "A with A.03 does not reach 175 cm³.",
            of("vn-2024", &["A"], &["A.03"]),
            "motorcycle:cc=175",
            no(CODE),
        ),
        beside(
            "a01-tricycle",
            "A1 with A.01 is for a disabled driver's tricycle.",
            of("vn-2024", &["A1"], &["A.01"]),
            "disabled_tricycle",
            yes(NEW),
        ),
        beside(
            "a01-motorcycle",
            "A1 with A.01 is for nothing on two wheels.",
            of("vn-2024", &["A1"], &["A.01"]),
            "motorcycle:cc=110",
            no(CODE),
        ),
        beside(
            "a02",
            "A.02, whose published text is not plain, decides nothing.",
            of("vn-2024", &["A"], &["A.02"]),
            "motorcycle:cc=150",
            unsure(CODE),
        ),
        beside(
            "b01-unseen",
            "B.01 and a gear that nobody named: the officer sees it.",
            b("B.01"),
            "car:seats=5",
            automatic(),
        ),
        beside("b01-automatic", "B.01 in an automatic car.", b("B.01"), "car:seats=5,automatic", yes(NEW)),
        beside("b01-manual", "B.01 in a car with manual gears.", b("B.01"), "car:seats=5,manual", no(CODE)),
        beside("b01-electric", "B.01 in an electric car.", b("B.01"), "car:seats=5,w=110000", yes(NEW)),
        beside(
            "b03-automatic",
            "B.03 in an automatic car: the controls are the officer's to see.",
            b("B.03"),
            "car:seats=5,automatic",
            Expect::accept().noting("licence.adapted_controls").covering("undetermined", CODE),
        ),
        beside("unknown-code", "A code nobody knows decides nothing.", b("B.09"), "car:seats=5", unsure(CODE)),
    ]
}

/// Article 89: the same letters before 2025, and the rights that go on.
fn old_rights() -> Vec<Case> {
    let old = |names: &[&str]| of("vn-2008", names, &[]);
    let edges = [
        ("A1", "motorcycle:cc=174", "motorcycle:cc=175"),
        ("A2", "motorcycle:cc=900", "tricycle"),
        ("A3", "tricycle", "car:seats=4"),
        ("B1", "car:seats=9", "tricycle"),
        ("B2", "truck:kg=9000,payload=3499", "truck:kg=9000,payload=3500"),
        ("C", "truck:kg=40000", "car:seats=10"),
        ("D", "car:seats=30", "car:seats=31"),
        ("E", "car:seats=60", "truck:kg=9000,semi_trailer"),
        ("FB2", "car:seats=5,trailer=900", "car:seats=10,trailer=900"),
        ("FC", "truck:kg=20000,semi_trailer", "motorcycle:cc=110"),
        ("FD", "car:seats=30,trailer=900", "car:seats=31,trailer=900"),
        ("FE", "car:seats=60,carriage", "tricycle"),
    ];
    let case = |class: &str, how: &str, vehicle: &str, expect: Expect| {
        let says =
            format!("Class {class} of 2008 keeps its rights (art. 89(2)), beside a vehicle {how} it: {vehicle}.");
        beside(&format!("old-{}-{how}", class.to_lowercase()), &says, old(&[class]), vehicle, expect)
    };
    let mut cases = Vec::new();
    for (class, within, beyond) in edges {
        cases.push(case(class, "within", within, yes(OLD)));
        // How far the classes for trailers reached was not read in the law: that decides against nobody.
        let plain = !matches!(class, "FB2" | "FD");
        cases.push(case(class, "beyond", beyond, if plain { no(OLD) } else { unsure(OLD) }));
    }
    cases.push(beside(
        "old-b2-gross-mass-only",
        "B2 of 2008 counts payload: a gross mass above 3,500 kg alone decides nothing.",
        old(&["B2"]),
        "truck:kg=4990",
        unsure(OLD),
    ));
    cases.push(beside("old-a4", "A4 of 2008 was for tractors.", old(&["A4"]), "motorcycle:cc=110", no(OLD)));
    cases.push(beside("old-b11", "B11 of 2008 is for automatic cars.", old(&["B11"]), "car:seats=5,manual", no(OLD)));
    cases.push(beside(
        "regime-unknown",
        "A regime nobody knows: what its letters mean is not guessed at.",
        of("vn-1995", &["B1"], &[]),
        "car:seats=5",
        unsure(NEW),
    ));
    let mut misdated = of("vn-2024", &["A1"], &[]);
    for part in misdated.licence.iter_mut().filter_map(|licence| licence.motorcycle.as_mut()) {
        part.issued_on = day(2019, 3, 28);
    }
    cases.push(beside(
        "regime-against-issue",
        "Classes said to be of 2024, issued in 2019: a no that rests on the letter alone is not plain.",
        misdated,
        "motorcycle:cc=150",
        unsure(OLD).noting("licence.regime_unusual"),
    ));
    cases
}

/// What a trailer weighs decides; what is not plain is not refused.
fn trailers() -> Vec<Case> {
    let b = || of("vn-2024", &["B"], &[]);
    vec![
        beside("trailer-750", "B draws a trailer to 750 kg.", b(), "car:seats=5,trailer=750", yes(NEW)),
        beside("trailer-751", "B draws none above 750 kg.", b(), "car:seats=5,trailer=751", no(NEW)),
        beside("trailer-unweighed", "A trailer whose mass nobody knows.", b(), "car:seats=5,trailer", unsure(NEW)),
        beside(
            "old-trailer-751",
            "Before 2025 a trailer's payload counted, which nobody knows.",
            of("vn-2008", &["B2"], &[]),
            "car:seats=5,trailer=751",
            unsure(OLD),
        ),
        beside(
            "trailer-class-alone",
            "CE without a trailer: the law names the trailer only.",
            of("vn-2024", &["CE"], &[]),
            "car:seats=5",
            unsure(NEW),
        ),
    ]
}

/// S23.
fn mopeds() -> Vec<Case> {
    const RULE: &str = "law-36-2024-art-56-1";
    let none = || of("vn-2024", &[], &[]);
    let not_needed = Expect::accept().noting("licence.not_needed").covering("not_needed", RULE);
    vec![
        beside("moped-49", "S23: a moped of 49 cm³ needs no licence.", none(), "moped:cc=49", not_needed.clone()),
        beside("moped-50", "Nor does one of 50 cm³.", none(), "moped:cc=50", not_needed),
        beside("moped-51", "What is called a moped and has 51 cm³ is a motorcycle.", none(), "moped:cc=51", no(NEW)),
        beside(
            "motorcycle-50",
            "What has 50 cm³ may be a moped: its speed decides.",
            none(),
            "motorcycle:cc=50",
            unsure(RULE),
        ),
        beside("tricycle-50", "So may three wheels of 50 cm³ (art. 34(1)(g)).", none(), "tricycle:cc=50", unsure(RULE)),
        beside(
            "power-of-nothing",
            "A power of 0 was not told: it makes no motorcycle small.",
            of("vn-2024", &["A1"], &[]),
            "motorcycle:w=0",
            unsure(NEW),
        ),
    ]
}

/// S1, S2, S22: parts with lives of their own beside cover.
fn life() -> Vec<Case> {
    let car_part = |change: fn(&mut Part)| with(|licence| licence.car.iter_mut().for_each(change));
    let suspended = || car_part(|part| part.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31)))));
    let ahead = car_part(|part| part.suspension = Some((day(2026, 11, 20), None)));
    let ended = car_part(|part| part.suspension = Some((day(2026, 8, 1), Some(day(2026, 11, 17)))));
    let held =
        |until: Item| with(move |licence| licence.car.iter_mut().for_each(|part| part.seized_until = until.clone()));
    let (car, bike) = ("car:seats=5", "motorcycle:cc=110");
    vec![
        beside(
            "suspended-in-use",
            "S1: the car part is suspended, and a car is driven: covered by class, not in force.",
            suspended(),
            car,
            Expect::standing("refuse", &["licence.part_suspended"]).covering("yes", NEW),
        ),
        beside(
            "suspended-other",
            "S1: the car part is suspended, and a motorcycle is driven.",
            suspended(),
            bike,
            yes(NEW).noting("licence.part_suspended"),
        ),
        beside(
            "suspension-ahead",
            "S1: decided and not begun.",
            ahead,
            car,
            yes(NEW).noting("licence.suspension_ahead"),
        ),
        beside("suspension-over", "S1: ended yesterday.", ended, car, yes(NEW)),
        beside(
            "no-points",
            "S2: no points left, as of six hours ago.",
            car_part(|part| part.points = Some(0)),
            car,
            Expect::standing("refuse", &["licence.points_zero"]).covering("yes", NEW),
        ),
        beside(
            "seized-until-today",
            "S22: temporarily seized by the police until an appointment today.",
            held(day(2026, 11, 18)),
            car,
            yes(NEW).noting("licence.seized_until"),
        ),
        beside(
            "seized-until-yesterday",
            "S22: the appointment was yesterday.",
            held(day(2026, 11, 17)),
            car,
            Expect::standing("refuse", &["licence.seized_until"]).covering("yes", NEW),
        ),
    ]
}

/// Dates that contradict the law's tables are notes, and the issuer's matter.
fn dates() -> Vec<Case> {
    let noted = |code: &str| yes(NEW).noting(code);
    let car = "car:seats=5";
    let term = with(|licence| licence.car.iter_mut().for_each(|part| part.valid_until = day(2037, 6, 20)));
    let mut young = giang();
    young.born = day(2007, 6, 21);
    let mut old = of("vn-2024", &["D"], &[]);
    old.born = day(1969, 1, 31);
    let early = with(|licence| licence.car.iter_mut().for_each(|part| part.issued_on = day(2024, 12, 31)));
    vec![
        beside("term", "B to twelve years after its issue.", term, car, noted("licence.term_unusual")),
        beside("age", "B on the day before the eighteenth birthday.", young, car, noted("licence.age_unusual")),
        beside(
            "age-limit",
            "A driver of 57 years, and a coach of 40 seats.",
            old,
            "car:seats=40",
            noted("licence.age_limit"),
        ),
        beside(
            "regime",
            "Classes of 2024, issued on the last day of that year.",
            early,
            car,
            noted("licence.regime_unusual"),
        ),
    ]
}
