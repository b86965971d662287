#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::Entry;
use crate::field::{FIELDS, FieldRow, Kind, Place, Shape};
use crate::language::Language;
use crate::time::Day;
use crate::value::{Date, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;

fn row(kind: Kind, name: &str) -> &'static FieldRow {
    FIELDS.iter().find(|row| row.kind == Some(kind) && row.name == name).unwrap()
}

fn words(kind: Kind, name: &str, value: &Value) -> [String; 2] {
    let entry = Entry::new(kind, row(kind, name), value);
    [Language::Vi, Language::En].map(|language| entry.text(language).as_str().to_string())
}

fn said(kind: Kind, name: &str, value: &Value) -> String {
    let entry = Entry::new(kind, row(kind, name), value);
    let json = entry.to_json().map(|json| json.as_str().to_string());
    format!("{} | {} | {}", entry.text(Language::Vi), entry.text(Language::En), json.unwrap_or_default())
}

fn text(of: &str) -> Value {
    Value::Text(of.to_string())
}

fn date(year: i32, month: u32, day: u32) -> Value {
    Value::Date(Date::day(Day::from_civil(year, month, day).unwrap()))
}

/// 2026-11-18, 00:30 in Viet Nam; the day before in Greenwich.
const NIGHT: i64 = 1_794_936_600;

#[test]
fn no_end_is_never_none_and_what_is_not_stated_is_no_end_of_anything() {
    for row in FIELDS.iter().filter(|row| row.shape == Shape::DayOrNone) {
        let said = words(row.kind.unwrap(), row.name, &Value::Bool(false));
        let ends = row.name.ends_with("valid_until");
        assert_eq!(
            said,
            if ends { ["không thời hạn", "no end"] } else { ["không ghi", "none stated"] },
            "{}",
            row.name
        );
    }
    let none = |name| words(Kind::DRIVING_LICENCE, name, &Value::Bool(false));
    assert_eq!(none("suspension"), ["không ghi", "none stated"]);
    assert_eq!(none("points"), ["không tính điểm", "carries no points"]);
    assert_eq!(none("motorcycle_part"), ["không có", "none"]);
    assert_eq!(none("restrictions"), ["không có", "none"]);
}

#[test]
fn each_shape_in_words_and_in_json() {
    let licence = Kind::DRIVING_LICENCE;
    let until = || vec![(1, date(2026, 1, 2)), (2, date(2026, 3, 4))];
    let points = || Value::List(vec![Value::Int(8), Value::Int(NIGHT)]);
    let class =
        |name, more: Option<Value>| Value::Map([(1, text(name))].into_iter().chain(more.map(|day| (2, day))).collect());
    let part = Value::Map(vec![(22, points()), (9, Value::Bool(false)), (23, Value::Map(until()))]);
    for (kind, name, value, expected) in [
        (
            licence,
            "full_name",
            text("Nguyễn \"A\"\u{202e}"),
            "Nguyễn \"A\"\u{fffd} | Nguyễn \"A\"\u{fffd} | \"Nguyễn \\\"A\\\"\u{fffd}\"",
        ),
        (licence, "regime", text("vn-2024"), "Luật 2024 | Law of 2024 | \"vn-2024\""),
        (licence, "regime", text("vn-2050"), "vn-2050 | vn-2050 | \"vn-2050\""),
        (Kind::VEHICLE_REGISTRATION, "vehicle_kind", text("car"), "Ô tô chở người | Car | \"car\""),
        (
            Kind::IDENTITY,
            "previous_numbers",
            Value::List(vec![text("1\\"), text("2")]),
            "1\\, 2 | 1\\, 2 | [\"1\\\\\",\"2\"]",
        ),
        (Kind::IDENTITY, "previous_numbers", Value::List(vec![]), "không có | none | []"),
        (Kind::VEHICLE_REGISTRATION, "seats", Value::Int(5), "5 | 5 | 5"),
        (
            Kind::VEHICLE_REGISTRATION,
            "seats",
            Value::Int((1 << 53) - 1),
            "9007199254740991 | 9007199254740991 | 9007199254740991",
        ),
        // JavaScript would read another number.
        (Kind::VEHICLE_REGISTRATION, "seats", Value::Int(1 << 53), "9007199254740992 | 9007199254740992 | "),
        (Kind::VEHICLE_REGISTRATION, "seats", Value::Int(i64::MIN), "-9223372036854775808 | -9223372036854775808 | "),
        (
            licence,
            "date_of_birth",
            date(1990, 12, 31),
            "31/12/1990 | 31 Dec 1990 | {\"earliest\":\"1990-12-31\",\"latest\":\"1990-12-31\"}",
        ),
        (
            licence,
            "date_of_birth",
            text("1990-02"),
            "02/1990 | Feb 1990 | {\"earliest\":\"1990-02-01\",\"latest\":\"1990-02-28\"}",
        ),
        (
            licence,
            "date_of_birth",
            text("1990"),
            "1990 | 1990 | {\"earliest\":\"1990-01-01\",\"latest\":\"1990-12-31\"}",
        ),
        (
            licence,
            "points",
            points(),
            "8 (dữ liệu lúc 18/11/2026 00:30) | 8 (as of 18 Nov 2026 00:30) | {\"points\":8,\"asOf\":1794936600}",
        ),
        (
            licence,
            "suspension",
            Value::Map(until()),
            "từ 02/01/2026 đến hết 04/03/2026 | from 2 Jan 2026 to the end of 4 Mar 2026 | {\"from\":{\"earliest\":\"2026-01-02\",\"latest\":\"2026-01-02\"},\"until\":{\"earliest\":\"2026-03-04\",\"latest\":\"2026-03-04\"}}",
        ),
        (
            licence,
            "suspension",
            Value::Map(vec![(1, date(2026, 1, 2))]),
            "từ 02/01/2026, chưa ghi ngày kết thúc | from 2 Jan 2026, no last day stated | {\"from\":{\"earliest\":\"2026-01-02\",\"latest\":\"2026-01-02\"}}",
        ),
        (
            licence,
            "classes",
            Value::List(vec![class("A1", Some(date(2020, 5, 6))), class("B", None)]),
            "A1 (trúng tuyển 06/05/2020), B | A1 (passed 6 May 2020), B | [{\"class\":\"A1\",\"passed\":{\"earliest\":\"2020-05-06\",\"latest\":\"2020-05-06\"}},{\"class\":\"B\"}]",
        ),
        (licence, "classes", Value::List(vec![]), "không có | none | []"),
        (
            licence,
            "car_part",
            part,
            "Có giá trị đến: không thời hạn; Số điểm còn lại: 8 (dữ liệu lúc 18/11/2026 00:30); Thời gian bị tước quyền: từ 02/01/2026 đến hết 04/03/2026 | Valid until: no end; Points left: 8 (as of 18 Nov 2026 00:30); Suspended: from 2 Jan 2026 to the end of 4 Mar 2026 | {\"valid_until\":null,\"points\":{\"points\":8,\"asOf\":1794936600},\"suspension\":{\"from\":{\"earliest\":\"2026-01-02\",\"latest\":\"2026-01-02\"},\"until\":{\"earliest\":\"2026-03-04\",\"latest\":\"2026-03-04\"}}}",
        ),
        (licence, "car_part", Value::Map(vec![]), "có | there is one | {}"),
        (licence, "car_part", Value::Bool(false), "không có | none | null"),
        (licence, "points", Value::Int(3), "(không đọc được) | (cannot be read) | "),
        (licence, "classes", Value::List(vec![Value::Int(3)]), "(không đọc được) | (cannot be read) | "),
    ] {
        assert_eq!(said(kind, name, &value), expected, "{name}");
    }
}

#[test]
fn fields_stand_in_the_order_of_the_table_and_what_is_below_a_part_are_its_own() {
    let (birth, name) = (date(1990, 1, 1), text("A"));
    let kind = Kind::IDENTITY;
    let entries =
        [Entry::new(kind, row(kind, "date_of_birth"), &birth), Entry::new(kind, row(kind, "full_name"), &name)];
    let names = |entries: &mut dyn Iterator<Item = Entry<'_>>| {
        entries.map(|entry| entry.name()).collect::<vec::Vec<_>>().join(" ")
    };
    assert_eq!(names(&mut Entry::in_order(&mut entries.into_iter()).into_iter()), "full_name date_of_birth");
    let part = Value::Map(vec![(23, Value::Bool(false)), (7, date(2020, 1, 1)), (99, Value::Int(1))]);
    let part = Entry::new(Kind::DRIVING_LICENCE, row(Kind::DRIVING_LICENCE, "car_part"), &part);
    assert_eq!(names(&mut part.below()), "issued_on suspension");
    assert_eq!(part.row().place, Place::Paper);
    assert!(!format!("{part:?}").contains("2020"));
}
