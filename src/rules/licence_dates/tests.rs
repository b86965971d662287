#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use crate::document::Paper;
use crate::document::sample::{NONE, classes, day, licence, noon, part, passed, text};
use crate::field::{Field, Purpose};
use crate::question::Drive;
use crate::reason::{Gravity, Reason};
use crate::rules::tests::apply;
use crate::scene::{Scene, Seen, Vehicle, VehicleKind};
use crate::value::Value;
use std::vec::Vec;

/// What is found beside cover, all of it notes.
fn notes(paper: &Paper, vehicle: Option<&Vehicle>) -> Vec<(Reason, &'static str)> {
    let seen = Seen::default();
    let scene = Scene {
        at: noon(2026, 11, 21),
        reversible_tolerance: 0,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let (found, _) = apply(paper, &[], &scene, vehicle.map(Drive::Vehicle));
    let about_dates =
        [Reason::LicenceRegimeUnusual, Reason::LicenceAgeUnusual, Reason::LicenceTermUnusual, Reason::LicenceAgeLimit];
    let found = found.iter().filter(|finding| about_dates.contains(&finding.reason()));
    found
        .map(|finding| {
            assert_eq!(finding.gravity(), Gravity::Note);
            (finding.reason(), finding.field_name().unwrap())
        })
        .collect()
}

fn of(regime: &str, names: &[&str], of_part: Field, issued: Value, until: Value) -> Paper {
    let dated = part(Vec::from([(Field::ISSUED_ON, issued), (Field::VALID_UNTIL, until)]));
    let other = if of_part == Field::CAR_PART { Field::MOTORCYCLE_PART } else { Field::CAR_PART };
    licence()
        .with(Field::NATIONALITY, text("VNM"))
        .with(Field::REGIME, text(regime))
        .with(Field::CLASSES, classes(names))
        .with(of_part, dated)
        .with(other, NONE)
}

fn car(regime: &str, name: &str, issued: Value, until: Value) -> Paper {
    of(regime, &[name], Field::CAR_PART, issued, until)
}

const TERM: (Reason, &str) = (Reason::LicenceTermUnusual, "car_part");
const AGE: (Reason, &str) = (Reason::LicenceAgeUnusual, "classes");

#[test]
pub(in crate::rules) fn terms_of_every_class_since_2025_give_or_take_a_day() {
    for (name, years) in [
        ("B", 10),
        ("C1", 10),
        ("C", 5),
        ("D1", 5),
        ("D2", 5),
        ("D", 5),
        ("BE", 5),
        ("C1E", 5),
        ("CE", 5),
        ("D1E", 5),
        ("D2E", 5),
        ("DE", 5),
    ] {
        let until =
            |month, day_of| notes(&car("vn-2024", name, day(2025, 6, 20), day(2025 + years, month, day_of)), None);
        for (month, day_of) in [(6, 19), (6, 20), (6, 21)] {
            assert_eq!(until(month, day_of), [], "{name}");
        }
        assert_eq!(until(6, 18).is_empty(), name == "D", "{name} may end at its age limit");
        assert_eq!(until(6, 22), [TERM], "{name}");
        assert_eq!(notes(&car("vn-2024", name, day(2025, 6, 20), NONE), None), [TERM], "{name}");
    }
    for name in ["A1", "A", "B1"] {
        let of = |until| notes(&of("vn-2024", &[name], Field::MOTORCYCLE_PART, day(2025, 6, 20), until), None);
        assert_eq!(of(NONE), [], "{name}");
        assert_eq!(of(day(2035, 6, 20)), [(Reason::LicenceTermUnusual, "motorcycle_part")], "{name}");
    }
}

/// Circular 108/2026 art. 24(5)(a): an exchanged licence ends with visa, residence card or home licence.
#[test]
fn a_term_cut_short_is_odd_only_for_a_citizen() {
    let until = |day| car("vn-2024", "B", self::day(2025, 6, 20), day);
    let cut = || until(day(2027, 3, 1));
    assert_eq!(notes(&cut(), None), [TERM]);
    assert_eq!(notes(&cut().with(Field::NATIONALITY, text("ITA")), None), []);
    assert_eq!(notes(&cut().without(Field::NATIONALITY), None), [], "whose it is was not shown");
    let longer = until(day(2035, 6, 22)).with(Field::NATIONALITY, text("ITA"));
    assert_eq!(notes(&longer, None), [TERM]);
    assert_eq!(notes(&until(NONE).with(Field::NATIONALITY, text("ITA")), None), [TERM], "no end at all");
    let motorcycle = of("vn-2024", &["A"], Field::MOTORCYCLE_PART, day(2025, 6, 20), day(2027, 3, 1));
    assert_eq!(notes(&motorcycle, None), [(Reason::LicenceTermUnusual, "motorcycle_part")]);
    assert_eq!(notes(&motorcycle.with(Field::NATIONALITY, text("ITA")), None), []);
}

#[test]
fn terms_of_every_class_before_2025() {
    for (name, years) in [("B2", 10), ("C", 5), ("D", 5), ("E", 5), ("FB2", 5), ("FC", 5), ("FD", 5), ("FE", 5)] {
        assert_eq!(notes(&car("vn-2008", name, day(2023, 2, 1), day(2023 + years, 2, 1)), None), [], "{name}");
        assert_eq!(notes(&car("vn-2008", name, day(2023, 2, 1), day(2023 + years, 2, 3)), None), [TERM], "{name}");
    }
    for name in ["A1", "A2", "A3"] {
        let of = |until| notes(&of("vn-2008", &[name], Field::MOTORCYCLE_PART, day(2012, 5, 4), until), None);
        assert_eq!((of(NONE).len(), of(day(2022, 5, 4)).len()), (0, 1), "{name}");
    }
    // A4 had ten years, beside classes without an end: nothing is said of it.
    let a4 = of("vn-2008", &["A4"], Field::MOTORCYCLE_PART, day(2020, 5, 4), day(2030, 5, 4));
    assert_eq!(notes(&a4, None), []);
}

/// B1 and B11 ran to 55 or 60 years of age, or for ten years.
#[test]
fn the_term_of_b1_before_2025_goes_by_age() {
    for name in ["B1", "B11", "B1.1"] {
        let until =
            |y| car("vn-2008", name, day(2019, 3, 1), day(y, 4, 12)).with(Field::DATE_OF_BIRTH, day(1991, 4, 12));
        assert_eq!(notes(&until(2046), None), [], "55");
        assert_eq!(notes(&until(2051), None), [], "60");
        assert_eq!(notes(&until(2050), None), [TERM]);
        assert_eq!(notes(&car("vn-2008", name, day(2019, 3, 1), day(2029, 3, 1)), None), []);
        assert_eq!(notes(&car("vn-2008", name, day(2019, 3, 1), day(2050, 4, 12)), None), [], "born nobody says when");
        let year_only =
            car("vn-2008", name, day(2019, 3, 1), day(2046, 12, 31)).with(Field::DATE_OF_BIRTH, text("1991"));
        assert_eq!(notes(&year_only, None), []);
    }
}

#[test]
fn one_of_several_terms_is_enough_and_what_is_not_known_says_nothing() {
    let several = |until| of("vn-2024", &["B", "C"], Field::CAR_PART, day(2025, 6, 20), until);
    assert_eq!(notes(&several(day(2030, 6, 20)), None), []);
    assert_eq!(notes(&several(day(2035, 6, 20)), None), []);
    assert_eq!(notes(&several(day(2033, 6, 20)), None), [TERM]);
    assert_eq!(notes(&car("vn-2024", "XX", day(2025, 6, 20), day(2026, 12, 1)), None), []);
    assert_eq!(notes(&car("vn-1995", "B", day(2025, 6, 20), day(2026, 12, 1)), None), []);
    assert_eq!(notes(&car("vn-2024", "B", text("2025"), day(2026, 12, 1)), None), [], "issued on no full day");
    let hidden = car("vn-2024", "B", day(2025, 6, 20), day(2026, 12, 1)).without(Field::CLASSES);
    assert_eq!(notes(&hidden, None), []);
    let leap = car("vn-2024", "C", day(2028, 2, 29), day(2033, 2, 28));
    assert_eq!(notes(&leap, None), []);
}

/// Law 36/2024/QH15 art. 59(1), Law 23/2008/QH12 art. 60(1): on the birthday, and the day before it.
#[test]
pub(in crate::rules) fn least_ages_of_every_class() {
    let of_2024 = [
        (18, ["A1", "A", "B1", "B", "C1"].as_slice()),
        (21, &["C", "BE"]),
        (24, &["D1", "D2", "C1E", "CE"]),
        (27, &["D", "D1E", "D2E", "DE"]),
    ];
    let of_2008 = [
        (18, ["A1", "A2", "A3", "A4", "B1.1", "B11", "B1", "B2"].as_slice()),
        (21, &["C", "FB2"]),
        (24, &["D", "FC"]),
        (27, &["E", "FD", "FE"]),
    ];
    for (regime, year, ages) in [("vn-2024", 2025, of_2024), ("vn-2008", 2019, of_2008)] {
        for (age, names) in ages {
            for name in names {
                let motorcycle = ["A1", "A", "A2", "A3", "A4"].contains(name) || (*name, regime) == ("B1", "vn-2024");
                let of_part = if motorcycle { Field::MOTORCYCLE_PART } else { Field::CAR_PART };
                let born = |day_of| {
                    let paper = of(regime, &[name], of_part, day(year, 6, 20), NONE);
                    notes(&paper.with(Field::DATE_OF_BIRTH, day(year - age, 6, day_of)), None).contains(&AGE)
                };
                assert_eq!((born(20), born(21)), (false, true), "{regime} {name}");
            }
        }
    }
}

#[test]
fn an_age_that_may_fit_says_nothing() {
    let of_year = |born: &str| {
        let paper = car("vn-2024", "B", day(2025, 6, 20), day(2035, 6, 20));
        notes(&paper.with(Field::DATE_OF_BIRTH, text(born)), None)
    };
    assert_eq!((of_year("2007"), of_year("2008")), (Vec::new(), Vec::from([AGE])));
    assert_eq!(notes(&car("vn-2024", "B", day(2025, 6, 20), day(2035, 6, 20)), None), [], "born nobody says when");
    // FB2 at 21, exchanged for C1E, which takes 24.
    let exchanged =
        car("vn-2024", "C1E", day(2025, 6, 20), day(2030, 6, 20)).with(Field::DATE_OF_BIRTH, day(2003, 1, 1));
    assert_eq!(notes(&exchanged, None), [AGE]);
    let earned = |y, m, d| {
        let paper = car("vn-2024", "C1E", day(2025, 6, 20), day(2030, 6, 20));
        let paper = paper.with(Field::CLASSES, passed(&[("C1E", day(y, m, d))]));
        notes(&paper.with(Field::DATE_OF_BIRTH, day(2003, 1, 1)), None)
    };
    assert_eq!((earned(2024, 12, 31), earned(2025, 1, 1)), (Vec::new(), Vec::from([AGE])));
}

#[test]
pub(in crate::rules) fn classes_of_one_law_issued_under_the_other() {
    let odd = [(Reason::LicenceRegimeUnusual, "regime")];
    assert_eq!(notes(&car("vn-2008", "B2", day(2024, 12, 31), day(2034, 12, 31)), None), []);
    assert_eq!(notes(&car("vn-2008", "B2", day(2025, 1, 1), day(2035, 1, 1)), None), odd);
    assert_eq!(notes(&car("vn-2024", "B", day(2025, 1, 1), day(2035, 1, 1)), None), []);
    assert_eq!(notes(&car("vn-2024", "B", day(2024, 12, 31), day(2034, 12, 31)), None), odd);
    assert_eq!(notes(&car("vn-2024", "B", text("2024-12"), NONE), None), odd);
    assert_eq!(notes(&licence(), None), [], "no day of issue");
}

#[test]
pub(in crate::rules) fn the_age_limit_of_large_coaches() {
    let coach = |seats: u64| Vehicle { seats: Some(seats.into()), ..Vehicle::new(VehicleKind::Car) };
    let sleeper = Vehicle::new(VehicleKind::SleeperCoach);
    let born = |y, m, d| licence().with(Field::DATE_OF_BIRTH, day(y, m, d));
    let limit = [(Reason::LicenceAgeLimit, "classes")];
    assert_eq!(notes(&born(1969, 11, 20), Some(&coach(31))), limit);
    assert_eq!(notes(&born(1969, 11, 21), Some(&coach(31))), [], "57 today");
    assert_eq!(notes(&born(1969, 11, 20), Some(&coach(30))), []);
    assert_eq!(notes(&born(1969, 11, 20), Some(&sleeper)), limit);
    assert_eq!(notes(&born(1969, 11, 20), None), []);
    assert_eq!(notes(&licence(), Some(&coach(31))), []);
}
