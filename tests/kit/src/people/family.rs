//! People who show papers for one another, and one from abroad.

use super::list::{card, licence, person};
use super::{Dependant, Foreigner, Part, Person, day};

/// 33, Hải Phòng: a mother with a dependant's paper about her child.
#[must_use]
pub fn mai() -> Person {
    let home = "Số 7 ngõ 112 đường Lạch Tray, phường Gia Viên, thành phố Hải Phòng";
    let mut mai = person("Phạm Thị Ngọc Mai", day(1993, 10, 2), "Nữ", "031193007715", home);
    mai.valid_until = day(2033, 10, 2);
    let hospital = ["31-001", "Bệnh viện Hữu nghị Việt Tiệp"];
    mai.card = Some(card("031193007715", 4, "DN", hospital, day(2026, 1, 1), day(2026, 12, 31)));
    mai.dependant = Some(Dependant::of(&han(), "con", day(2035, 3, 7)));
    mai
}

/// Five years old: her child, with a card that names no parent.
#[must_use]
pub fn han() -> Person {
    let home = "Số 7 ngõ 112 đường Lạch Tray, phường Gia Viên, thành phố Hải Phòng";
    let mut han = person("Trần Gia Hân", day(2021, 3, 8), "Nữ", "031321004182", home);
    han.valid_until = day(2035, 3, 8);
    let hospital = ["31-013", "Bệnh viện Trẻ em Hải Phòng"];
    han.card = Some(card("TE1313142857142", 1, "TE", hospital, day(2021, 3, 8), day(2027, 9, 30)));
    han
}

/// 50, Thanh Hóa: a son who shows his mother's card.
#[must_use]
pub fn lam() -> Person {
    let home = "Thôn 4, xã Thiệu Trung, tỉnh Thanh Hóa";
    let mut lam = person("Hoàng Văn Lâm", day(1975, 12, 20), "Nam", "038075006642", home);
    lam.valid_until = day(2035, 12, 20);
    let hospital = ["38-280", "Bệnh viện Đa khoa huyện Thiệu Hóa"];
    lam.card = Some(card("038075006642", 4, "GD", hospital, day(2026, 4, 1), day(2027, 3, 31)));
    lam.dependant = Some(Dependant::of(&lua(), "me", false.into()));
    lam
}

/// Born in 1948, nobody knows on which day: his mother, with a card of ten digits.
#[must_use]
pub fn lua() -> Person {
    let home = "Thôn 4, xã Thiệu Trung, tỉnh Thanh Hóa";
    let mut lua = person("Đinh Thị Lụa", "1948".into(), "Nữ", "038148000917", home);
    let hospital = ["38-280", "Bệnh viện Đa khoa huyện Thiệu Hóa"];
    lua.card = Some(card("3809271828", 2, "BT", hospital, day(2025, 1, 1), false.into()));
    lua
}

/// 38, Sweden, living in Đà Nẵng: passport and residence card, no number; a motorcycle licence of this country.
#[must_use]
pub fn anna() -> Person {
    let home = "Số 5 đường An Thượng 26, phường Ngũ Hành Sơn, thành phố Đà Nẵng";
    let mut anna = person("Anna Maria Svensson", day(1988, 5, 17), "Nữ", "", home);
    "SWE".clone_into(&mut anna.nationality);
    anna.foreigner = Some(Foreigner {
        passport_no: "AA4410273".to_owned(),
        passport_state: "SWE".to_owned(),
        passport_until: day(2031, 1, 31),
        stay_until: day(2027, 6, 30),
        residence_card_no: "TT0083615".to_owned(),
        residence_kind: "tam_tru".to_owned(),
    });
    let mut own = licence("482240006318", "vn-2024", &[("A1", day(2025, 2, 8))]);
    own.motorcycle = Some(Part::new(day(2025, 2, 14), false.into()));
    anna.licence = Some(own);
    let hospital = ["48-195", "Bệnh viện Đa khoa Gia Đình"];
    anna.card = Some(card("4823719206", 4, "DN", hospital, day(2026, 1, 1), day(2026, 12, 31)));
    anna
}
