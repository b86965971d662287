//! The people themselves.

use super::{ForeignLicence, HealthCard, Inspection, Insurance, Licence, Part, Person, Vehicle, day};
use crate::cbor::Item;

pub(super) fn person(name: &str, born: Item, gender: &str, personal_no: &str, residence: &str) -> Person {
    Person {
        name: name.to_owned(),
        born,
        gender: gender.to_owned(),
        nationality: "VNM".to_owned(),
        personal_no: personal_no.to_owned(),
        residence: residence.to_owned(),
        issued_on: day(2024, 8, 15),
        valid_until: false.into(),
        licence: None,
        vehicle: None,
        card: None,
        foreign: None,
        foreigner: None,
        dependant: None,
    }
}

pub(super) fn licence(number: &str, regime: &str, classes: &[(&str, Item)]) -> Licence {
    Licence {
        number: number.to_owned(),
        regime: regime.to_owned(),
        classes: classes.iter().map(|(name, passed)| ((*name).to_owned(), passed.clone())).collect(),
        restrictions: Vec::new(),
        issuing_body: "Cục Cảnh sát giao thông".to_owned(),
        authority: "C08".to_owned(),
        motorcycle: None,
        car: None,
    }
}

fn vehicle(plate: &str, what: [&str; 4], measures: [u64; 4], numbers: [&str; 2], issued_on: Item) -> Vehicle {
    Vehicle {
        plate: plate.to_owned(),
        plate_colour: "Trắng".to_owned(),
        owner: None,
        what: what.map(str::to_owned),
        measures,
        numbers: numbers.map(str::to_owned),
        issued_on,
        valid_until: false.into(),
        seized_until: false.into(),
        inspection: None,
        insurance: None,
    }
}

fn inspection(numbers: [&str; 2], body: &str, issued_on: Item, valid_until: Item) -> Inspection {
    let [number, stamp] = numbers.map(str::to_owned);
    Inspection { number, stamp, body: body.to_owned(), issued_on, valid_until }
}

fn insurance(number: &str, insurer: &str, valid_from: Item, valid_until: Item) -> Insurance {
    let (number, insurer) = (number.to_owned(), insurer.to_owned());
    Insurance { number, insurer, issued_on: valid_from.clone(), valid_from, valid_until, by_chassis: false }
}

pub(super) fn card(number: &str, level: u64, object: &str, facility: [&str; 2], from: Item, until: Item) -> HealthCard {
    HealthCard {
        number: number.to_owned(),
        level,
        object: object.to_owned(),
        facility: facility.map(str::to_owned),
        valid_from: from,
        valid_until: until,
        five_years_on: None,
        living_area: None,
        parent: None,
    }
}

/// 35, Hà Nội: papers of all kinds; licence of the classes of 2024 in both parts; a car of her own; card number of 15
/// characters.
#[must_use]
pub fn giang() -> Person {
    let mut giang = person(
        "Nguyễn Thị Hương Giang",
        day(1991, 4, 12),
        "Nữ",
        "001191034826",
        "Số 12 ngõ 45 phố Trung Kính, phường Yên Hòa, thành phố Hà Nội",
    );
    giang.valid_until = day(2031, 4, 12);
    let mut own = licence("011250048213", "vn-2024", &[("A1", day(2025, 3, 22)), ("B", day(2025, 6, 14))]);
    own.motorcycle = Some(Part::new(day(2025, 3, 28), false.into()));
    own.car = Some(Part::new(day(2025, 6, 20), day(2035, 6, 20)));
    giang.licence = Some(own);
    let mut car = vehicle(
        "30K-482.17",
        ["TOYOTA", "VIOS 1.5G", "car", "Trắng ngọc trai"],
        [1496, 79_000, 5, 1550],
        ["2NR-7742913", "RL4B29F36R5018264"],
        day(2024, 2, 5),
    );
    car.inspection = Some(inspection(
        ["2903V-604417", "KD-8841206"],
        "Trung tâm đăng kiểm 29-03V",
        day(2024, 2, 6),
        day(2027, 2, 5),
    ));
    car.insurance = Some(insurance("BH26-0048213377", "Bảo hiểm Sông Hồng (hư cấu)", day(2026, 2, 6), day(2027, 2, 5)));
    giang.vehicle = Some(car);
    let hospital = ["01-016", "Bệnh viện Đa khoa Đống Đa"];
    let mut health = card("DN4010123456789", 4, "DN", hospital, day(2026, 1, 1), day(2026, 12, 31));
    health.five_years_on = Some(day(2020, 9, 1));
    giang.card = Some(health);
    giang
}

/// 42, Thành phố Hồ Chí Minh: licence of the classes of 2008, issued by a body that no longer issues; two parts.
#[must_use]
pub fn duc() -> Person {
    let mut duc = person(
        "Trần Văn Đức",
        day(1984, 11, 3),
        "Nam",
        "079084012597",
        "Số 218 đường Lê Văn Sỹ, phường Nhiêu Lộc, Thành phố Hồ Chí Minh",
    );
    duc.valid_until = day(2044, 11, 3);
    let mut own = licence("790190337152", "vn-2008", &[("A1", day(2003, 5, 17)), ("B2", day(2019, 10, 26))]);
    "Sở Giao thông vận tải TP. Hồ Chí Minh".clone_into(&mut own.issuing_body);
    "TCDB".clone_into(&mut own.authority);
    own.motorcycle = Some(Part::new(day(2019, 11, 1), false.into()));
    own.car = Some(Part::new(day(2019, 11, 1), day(2029, 11, 1)));
    duc.licence = Some(own);
    let mut van = vehicle(
        "51D-906.84",
        ["HYUNDAI", "NEW PORTER H150", "truck", "Xanh"],
        [2497, 95_600, 3, 3495],
        ["D4CB-K517302", "KMFZAN7HPKU004417"],
        day(2020, 7, 9),
    );
    "Vàng".clone_into(&mut van.plate_colour);
    van.valid_until = day(2045, 12, 31);
    van.inspection = Some(inspection(
        ["5006V-119082", "KD-5570914"],
        "Trung tâm đăng kiểm 50-06V",
        day(2026, 7, 9),
        day(2027, 1, 8),
    ));
    van.insurance = Some(insurance("BH26-0790553108", "Bảo hiểm Cửu Long (hư cấu)", day(2026, 7, 10), day(2027, 7, 9)));
    duc.vehicle = Some(van);
    duc.card =
        Some(card("079084012597", 4, "GD", ["79-024", "Bệnh viện quận Tân Bình"], day(2026, 3, 1), day(2027, 2, 28)));
    duc
}

/// 19, Đà Nẵng: a motorcycle licence only, on a motorbike that is his father's.
#[must_use]
pub fn khoi() -> Person {
    let home = "K64/7 đường Hoàng Diệu, phường Hải Châu, thành phố Đà Nẵng";
    let mut khoi = person("Lê Hoàng Minh Khôi", day(2007, 2, 28), "Nam", "048207006134", home);
    khoi.valid_until = day(2032, 2, 28);
    let mut own = licence("482250091746", "vn-2024", &[("A1", day(2025, 8, 16))]);
    own.motorcycle = Some(Part::new(day(2025, 8, 21), false.into()));
    khoi.licence = Some(own);
    let mut bike = vehicle(
        "43E1-275.60",
        ["HONDA", "WAVE ALPHA", "motorcycle", "Đỏ đen"],
        [109, 6_120, 2, 236],
        ["JA39E-4419027", "RLHJA3912PY148605"],
        day(2023, 5, 30),
    );
    bike.owner = Some(("Lê Văn Thành".to_owned(), "048076003381".to_owned(), home.to_owned()));
    bike.insurance =
        Some(insurance("BH25-0431907725", "Bảo hiểm Trường Sơn (hư cấu)", day(2025, 5, 30), day(2027, 5, 29)));
    khoi.vehicle = Some(bike);
    khoi.card =
        Some(card("048207006134", 4, "SV", ["48-001", "Bệnh viện Đà Nẵng"], day(2026, 10, 1), day(2027, 9, 30)));
    khoi
}

/// 48, Đắk Lắk: an Ê-đê name, a year of birth only, a card number of 10 digits with a living area.
#[must_use]
pub fn hnhi() -> Person {
    let mut hnhi = person("H'Nhi Êban", "1978".into(), "Nữ", "066178002419", "Buôn Trấp, xã Krông Ana, tỉnh Đắk Lắk");
    hnhi.valid_until = day(2038, 1, 1);
    let mut own = licence("661120005583", "vn-2008", &[("A1", day(2012, 4, 21))]);
    own.motorcycle = Some(Part::new(day(2012, 5, 4), false.into()));
    hnhi.licence = Some(own);
    let mut health = card("6621403875", 2, "DT", ["66-032", "Trung tâm Y tế Krông Ana"], day(2026, 1, 1), false.into());
    health.living_area = Some("K1".to_owned());
    hnhi.card = Some(health);
    hnhi
}

/// 66, Cần Thơ: an identity without end, a car part only, with a restriction; a pensioner's card.
#[must_use]
pub fn toan() -> Person {
    let mut toan = person(
        "Phạm Quốc Toàn",
        day(1960, 6, 30),
        "Nam",
        "092060001873",
        "Số 9 đường Ngô Quyền, phường Ninh Kiều, thành phố Cần Thơ",
    );
    let mut own = licence("920250027719", "vn-2024", &[("B", day(1994, 9, 10))]);
    own.restrictions = vec!["A.01".to_owned()];
    own.car = Some(Part::new(day(2025, 10, 2), day(2035, 10, 2)));
    toan.licence = Some(own);
    toan.card = Some(card(
        "HT3920112233445",
        3,
        "HT",
        ["92-001", "Bệnh viện Đa khoa thành phố Cần Thơ"],
        day(2025, 1, 1),
        false.into(),
    ));
    toan
}

/// Four years old: a child's card with a parent's name, and nothing else.
#[must_use]
pub fn an() -> Person {
    let mut an = person(
        "Nguyễn Bảo An",
        day(2022, 9, 19),
        "Nữ",
        "001322015908",
        "Số 12 ngõ 45 phố Trung Kính, phường Yên Hòa, thành phố Hà Nội",
    );
    an.valid_until = day(2036, 9, 19);
    let hospital = ["01-025", "Bệnh viện Nhi Trung ương"];
    let mut health = card("TE1010199887766", 1, "TE", hospital, day(2022, 9, 19), day(2028, 9, 30));
    health.parent = Some("Nguyễn Thị Hương Giang".to_owned());
    an.card = Some(health);
    an
}

/// 23, Đà Nẵng: a motorbike of her own that a friend may borrow.
#[must_use]
pub fn ngan() -> Person {
    let home = "Số 31 đường Núi Thành, phường Hòa Cường, thành phố Đà Nẵng";
    let mut ngan = person("Võ Thị Kim Ngân", day(2003, 7, 9), "Nữ", "048303007258", home);
    ngan.valid_until = day(2028, 7, 9);
    let mut bike = vehicle(
        "43F1-618.05",
        ["YAMAHA", "JANUS", "motorcycle", "Xanh ngọc"],
        [125, 7_000, 2, 249],
        ["E33WE-0617482", "RLCSEJ710PY086143"],
        day(2024, 10, 11),
    );
    bike.insurance =
        Some(insurance("BH26-0436180551", "Bảo hiểm Trường Sơn (hư cấu)", day(2026, 10, 2), day(2027, 10, 1)));
    ngan.vehicle = Some(bike);
    ngan.card =
        Some(card("048303007258", 4, "DN", ["48-001", "Bệnh viện Đà Nẵng"], day(2026, 1, 1), day(2026, 12, 31)));
    ngan
}

/// 33, lives in Đà Nẵng: a driving licence of her own country and no Vietnamese one.
#[must_use]
pub fn elena() -> Person {
    let home = "Số 31 đường Trần Phú, phường Hải Châu, thành phố Đà Nẵng";
    let mut elena = person("Elena Marchetti-Rossi", day(1993, 2, 17), "Nữ", "000000000000", home);
    elena.foreign = Some(ForeignLicence {
        number: "MI7204451K".to_owned(),
        country: "ITA".to_owned(),
        categories: ["A1", "B"].map(str::to_owned).into(),
        convention: "vienna-1968".to_owned(),
        issued_on: day(2021, 9, 3),
        valid_until: day(2031, 9, 3),
    });
    elena
}
