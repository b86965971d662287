//! Identity: in force to the last day printed; from 60 on without end. What is known of numbers and ages beside it is
//! at most a note.

use super::number::{is_previous, is_twelve_digits, worth_a_look};
use super::{Case, Confidence, Finds, Judge, Rule};
use crate::age::{Age, Decided};
use crate::document::last_day;
use crate::document::person::Person;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::{self, articles};
use crate::reason::Reason;
use crate::text::same_number;
use crate::time::Day;
use crate::value::{Date, Value};
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "law-26-2023-art-21",
        law: articles::LAW_26_2023_21_46,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds { kind: Kind::IDENTITY, finds: &[Reason::IdentityExpired], judge: Judge::Paper(expired) },
    },
    UNDER_FOURTEEN.until(articles::SINCE_DECREE_320_2026),
    UNDER_FOURTEEN.unseen_from(articles::SINCE_DECREE_320_2026),
    Rule {
        id: "decree-330-2026-art-60",
        law: articles::DECREE_330_2026_60_1,
        from: articles::SINCE_DECREE_330_2026,
        to: None,
        follows: None,
        confidence: Confidence::Medium,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::IDENTITY,
            finds: &[Reason::IdentityUnderSeven, Reason::IdentityChildConsentsToo],
            judge: Judge::Paper(child),
        },
    },
    Rule {
        id: "law-26-2023-art-12",
        law: articles::LAW_26_2023_12,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds { kind: Kind::IDENTITY, finds: &[Reason::IdentityNumberForm], judge: Judge::Paper(number_form) },
    },
    Rule {
        id: "decree-137-2015-art-13",
        law: articles::DECREE_137_2015_13,
        from: articles::SINCE_DECREE_137_2015,
        to: None,
        follows: None,
        confidence: Confidence::Medium,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::IDENTITY,
            finds: &[Reason::IdentityNumberWorthALook],
            judge: Judge::Paper(number_structure),
        },
    },
    Rule {
        id: "law-26-2023-art-12-previous",
        law: articles::LAW_26_2023_12,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::IDENTITY,
            finds: &[Reason::IdentityPreviousNumberUnusual],
            judge: Judge::Paper(previous_numbers),
        },
    },
    Rule {
        id: "law-26-2023-art-21-ages",
        law: articles::LAW_26_2023_21,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::Medium,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::IDENTITY,
            finds: &[Reason::IdentityCardDatesUnusual],
            judge: Judge::Paper(card_dates),
        },
    },
];

const UNDER_FOURTEEN: Rule = Rule {
    id: "decree-69-2024-art-14",
    law: articles::DECREE_69_2024_14_2,
    from: articles::SINCE_LAW_26_2023,
    to: None,
    follows: None,
    confidence: Confidence::High,
    seen: articles::SEEN_BEFORE_DECREE_320,
    what: Finds { kind: Kind::IDENTITY, finds: &[Reason::IdentityUnderFourteen], judge: Judge::Paper(under_fourteen) },
};

/// Cards run to the next of 14, 25, 40, 60 (art. 21); earlier ones to the date printed on them (art. 46).
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::IdentityExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}

/// Under fourteen the account is used with a parent's or guardian's confirmation (art. 14(2)); not said where only the
/// year is known and allows both.
fn under_fourteen(case: &Case<'_>) -> Vec<Finding> {
    let under = born(case).is_some_and(|born| Age::of(born).had_by(14, case.today()) == Decided::No);
    under.then(|| case.found(Reason::IdentityUnderFourteen, Field::DATE_OF_BIRTH)).into_iter().collect()
}

/// Under seven the representative consents to the processing of a child's data; from seven to under fourteen the child
/// and the representative both. Not said where only the year is known and allows another answer.
fn child(case: &Case<'_>) -> Vec<Finding> {
    let reason = born(case).and_then(|born| {
        let had = |years| Age::of(born).had_by(years, case.today());
        match (had(7), had(14)) {
            (Decided::No, _) => Some(Reason::IdentityUnderSeven),
            (Decided::Yes, Decided::No) => Some(Reason::IdentityChildConsentsToo),
            _ => None,
        }
    });
    reason.map(|reason| case.found(reason, Field::DATE_OF_BIRTH)).into_iter().collect()
}

fn number_form(case: &Case<'_>) -> Vec<Finding> {
    let other = number(case).is_some_and(|number| !is_twelve_digits(number));
    other.then(|| case.found(Reason::IdentityNumberForm, Field::PERSONAL_NO)).into_iter().collect()
}

/// The structure ended as law on 1 July 2024 (Circular 59/2021/TT-BCA); numbers given before keep it. Nothing here is
/// against anybody.
fn number_structure(case: &Case<'_>) -> Vec<Finding> {
    let gender = case.paper.value(Field::GENDER).and_then(Value::as_text);
    let strikes =
        number(case).zip(Person::of(case.paper)).and_then(|(number, person)| worth_a_look(number, person, gender));
    strikes.map(|field| case.found(Reason::IdentityNumberWorthALook, field)).into_iter().collect()
}

/// Cancelled numbers and those of the old card of nine digits go on in the paper (Decree 70/2024/ND-CP); a number is
/// one person's, once.
fn previous_numbers(case: &Case<'_>) -> Vec<Finding> {
    let previous = Person::of(case.paper).into_iter().flat_map(|person| person.previous_numbers());
    let mut unusual =
        previous.filter(|previous| !is_previous(previous) || same_number(Some(previous), number(case)) == Some(true));
    unusual
        .next()
        .map(|_| case.found(Reason::IdentityPreviousNumberUnusual, Field::PREVIOUS_NUMBERS))
        .into_iter()
        .collect()
}

/// Ages at which a card is changed, and how long before one of them a new card already runs to the next (art. 21).
const CHANGES: [u16; 4] = [14, 25, 40, 60];
const CHANGED_BEFORE: u16 = 2;

/// A card issued under the law of 2023 runs to the next age of change, from 58 on without end; one day either way is a
/// matter of counting. The date that is stated counts, whatever this finds.
fn card_dates(case: &Case<'_>) -> Vec<Finding> {
    let unusual = || {
        let (born, issued) = (born(case)?, last_day(case.paper.value(Field::ISSUED_ON)?)?);
        let stated = case.paper.value(Field::VALID_UNTIL)?;
        let stated = if stated.is_none() { None } else { Some(last_day(stated)?) };
        if issued < law::day(articles::SINCE_LAW_26_2023)? {
            return None;
        }
        let [first, last] = [born.earliest(), born.latest()].map(|born| runs_to(Age::of(Date::day(born)), issued));
        let agrees = match (first, last, stated) {
            (Some(first), Some(last), Some(stated)) => stated.days_since(first) >= -1 && stated.days_since(last) <= 1,
            (None, None, stated) => stated.is_none(),
            (Some(_), Some(_), None) => false,
            // Only one of the two ends of a partial date of birth is past the last change.
            _ => true,
        };
        (!agrees).then(|| case.found(Reason::IdentityCardDatesUnusual, Field::VALID_UNTIL))
    };
    unusual().into_iter().collect()
}

/// The birthday to which a card issued on a day runs; `None`: it has no end.
fn runs_to(age: Age, issued: Day) -> Option<Day> {
    let open =
        |change: &u16| age.birthday(change.saturating_sub(CHANGED_BEFORE)).is_some_and(|(from, _)| issued < from);
    let change = CHANGES.into_iter().find(open)?;
    age.birthday(change).map(|(day, _)| day)
}

fn number<'a>(case: &Case<'a>) -> Option<&'a str> {
    case.paper.value(Field::PERSONAL_NO)?.as_text()
}

fn born(case: &Case<'_>) -> Option<Date> {
    case.paper.value(Field::DATE_OF_BIRTH)?.as_date()
}

#[cfg(test)]
pub(super) mod tests;
