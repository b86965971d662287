use super::schema;
use crate::document::Paper;
use crate::document::sample::{
    NONE, classes, day, dependant, foreigner, health_card, identity, licence, noon, paper, part, part_with, points,
    registration, suspension, text, texts,
};
use crate::field::{Field, FieldKey, Kind, Place, bearing};
use crate::reason::Reason;
use crate::value::Value;
use std::vec::Vec;

type Case = (fn() -> Paper, Field, Value);

fn found(paper: &Paper) -> Vec<(Reason, Option<&'static str>)> {
    schema(paper).iter().map(|finding| (finding.reason(), finding.field_name())).collect()
}

#[test]
fn whole_papers_pass() {
    for paper in [licence(), identity(), registration(), health_card(), foreigner(), dependant()] {
        assert_eq!(found(&paper), []);
    }
    let apart = licence().with(Field::MOTORCYCLE_PART, NONE);
    assert_eq!(found(&apart), []);
}

#[test]
fn an_unknown_kind_is_said_once() {
    let strange = paper(Kind(77), noon(2026, 11, 21)).with_key(FieldKey(1), Value::Int(1));
    assert_eq!(found(&strange), [(Reason::PaperKindUnknown, None)]);
}

#[test]
fn every_missing_bearing_field_is_found() {
    for paper in [licence, identity, registration, health_card, foreigner, dependant] {
        for row in bearing(paper().kind, Place::Paper) {
            assert_eq!(found(&paper().without(row.field)), [(Reason::PaperBearingMissing, Some(row.name))]);
        }
    }
    for row in bearing(Kind::DRIVING_LICENCE, Place::Part) {
        let mut lacking = part(Vec::new());
        if let Value::Map(entries) = &mut lacking {
            entries.retain(|(number, _)| *number != row.field.number());
        }
        assert_eq!(found(&licence().with(Field::CAR_PART, lacking)), [(Reason::PaperBearingMissing, Some(row.name))]);
    }
}

#[test]
fn shapes() {
    let long = "a".repeat(201);
    let wrong: [Case; 12] = [
        (identity, Field::FULL_NAME, text("")),
        (identity, Field::FULL_NAME, text(&long)),
        (identity, Field::FULL_NAME, Value::Int(3)),
        (identity, Field::PREVIOUS_NUMBERS, Value::List((0..33).map(|_| text("1")).collect())),
        (identity, Field::DATE_OF_BIRTH, text("02/04/1991")),
        (identity, Field::VALID_UNTIL, text("2031")),
        (identity, Field::VALID_UNTIL, Value::Bool(true)),
        (registration, Field::SEATS, Value::Int(-1)),
        (licence, Field::CLASSES, texts(&["A1"])),
        (licence, Field::CLASSES, Value::List(Vec::from([Value::Map(Vec::from([(1, text("A1")), (3, NONE)]))]))),
        (licence, Field::CAR_PART, Value::Bool(true)),
        (licence, Field::CAR_PART, part_with(Vec::from([(0, NONE)]))),
    ];
    for (paper, field, value) in wrong {
        let found = found(&paper().with(field, value));
        assert!(matches!(found.as_slice(), [(Reason::PaperFieldMalformed, Some(_))]), "{field:?}: {found:?}");
    }
    let long = "ề".repeat(200);
    assert_eq!(found(&identity().with(Field::FULL_NAME, text(&long))), []);
    assert_eq!(found(&identity().with(Field::DATE_OF_BIRTH, text("1991"))), []);
    assert_eq!(found(&licence().with(Field::CLASSES, classes(&[]))), []);
}

#[test]
fn shapes_within_a_part() {
    let now = noon(2026, 11, 20);
    let millis = Value::List(Vec::from([Value::Int(0), Value::Int(1_795_000_000_000)]));
    let more = Value::Map(Vec::from([(1, day(2026, 11, 1)), (3, NONE)]));
    let wrong = [
        (Field::POINTS, points(13, now), "points"),
        (Field::POINTS, points(-1, now), "points"),
        (Field::POINTS, Value::Int(12), "points"),
        (Field::POINTS, millis, "points"),
        (Field::SUSPENSION, suspension(day(2026, 11, 2), Some(day(2026, 11, 1))), "suspension"),
        (Field::SUSPENSION, suspension(NONE, None), "suspension"),
        (Field::SUSPENSION, more, "suspension"),
        (Field::SEIZED_UNTIL, text("2026-11"), "seized_until"),
    ];
    for (field, value, name) in wrong {
        let paper = licence().with(Field::CAR_PART, part(Vec::from([(field, value)])));
        assert_eq!(found(&paper), [(Reason::PaperFieldMalformed, Some(name))]);
        let mut shown = paper;
        assert_eq!(shown.trim_parts(), 0);
        let entry = |of: Field| shown.value(Field::CAR_PART)?.entry(of.number());
        assert_eq!((entry(field), entry(Field::VALID_UNTIL).is_some()), (None, true), "{name}");
    }
    let status = Value::Map(Vec::from([(4, Value::List(Vec::from([Value::Int(0), Value::Int(7)])))]));
    assert_eq!(found(&licence().with(Field::CAR_PART, part_with(Vec::from([(0, status)])))), []);
}

#[test]
fn unknown_fields_refer_below_1000_and_are_noted_from_there() {
    assert_eq!(found(&identity().with_key(FieldKey(999), NONE)), [(Reason::PaperUnknownBearing, None)]);
    assert_eq!(found(&identity().with_key(FieldKey(1000), NONE)), [(Reason::PaperUnknownDropped, None)]);
    let paper = licence().with(Field::CAR_PART, part_with(Vec::from([(999, NONE), (1000, NONE)])));
    let about = Some("car_part");
    assert_eq!(found(&paper), [(Reason::PaperUnknownBearing, about), (Reason::PaperUnknownDropped, about)]);
}

#[test]
fn unusual_text_is_one_note_a_field() {
    for name in ["Ðỗ Thị Ðào", "An\u{202e}", "Hoa\u{300}", "Lan\u{200b}"] {
        assert_eq!(
            found(&identity().with(Field::FULL_NAME, text(name))),
            [(Reason::PaperTextUnusual, Some("full_name"))]
        );
    }
    let paper = licence().with(Field::CLASSES, classes(&["A1\u{200b}", "B\u{200b}"]));
    assert_eq!(found(&paper), [(Reason::PaperTextUnusual, Some("classes"))]);
}
