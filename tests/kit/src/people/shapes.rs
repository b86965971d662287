//! Somebody whose papers say something of every shape that a value may have.

use super::{Part, Person, day, giang};

/// [`giang`](super::giang) with a name to be escaped, a date of birth of which only the month is known, restriction
/// codes, no motorcycle part, and a car part with few points, a suspension and an appointment.
#[must_use]
pub fn of_every_shape() -> Person {
    let mut person = giang();
    person.name = "Nguyễn \"Giang\" \\ \u{202e}".to_owned();
    person.born = "1991-04".into();
    if let Some(licence) = &mut person.licence {
        let mut car = Part::new(day(2025, 6, 20), false.into());
        car.points = Some(4);
        car.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31))));
        car.seized_until = day(2026, 11, 30);
        licence.restrictions = vec!["B.01".to_owned(), "B.02".to_owned()];
        licence.motorcycle = None;
        licence.car = Some(car);
    }
    person
}
