//! Which unit registers under which number, since the units were merged on 1 July 2025.
//!
//! Circular 51/2025/TT-BCA, appendix: a merged unit keeps the numbers of all units it came from, so that the table
//! reads old plates and new ones alike; no plate lapsed by the merger (Circular 79/2024/TT-BCA).

/// The unit of a number today. `None`: a number without a unit of its own.
pub(super) fn unit(number: u8) -> Option<&'static str> {
    UNITS.iter().find(|(_, numbers)| numbers.contains(&number)).map(|(unit, _)| *unit)
}

/// Whether plates with this number were ever given out.
pub(super) fn is_known(number: u8) -> bool {
    unit(number).is_some() || FORMER.contains(&number)
}

/// Numbers on plates that still drive and that no province has: that of Ha Bac before it was divided.
const FORMER: [u8; 1] = [13];

#[rustfmt::skip]
const UNITS: &[(&str, &[u8])] = &[
    ("An Giang", &[67, 68]),
    ("Bắc Ninh", &[98, 99]),
    ("Cà Mau", &[69, 94]),
    ("Cần Thơ", &[65, 83, 95]),
    ("Cao Bằng", &[11]),
    ("Đà Nẵng", &[43, 92]),
    ("Đắk Lắk", &[47, 78]),
    ("Điện Biên", &[27]),
    ("Đồng Nai", &[39, 60, 93]),
    ("Đồng Tháp", &[63, 66]),
    ("Gia Lai", &[77, 81]),
    ("Hà Nội", &[29, 30, 31, 32, 33, 40]),
    ("Hà Tĩnh", &[38]),
    ("Hải Phòng", &[15, 16, 34]),
    ("Hưng Yên", &[17, 89]),
    ("Khánh Hòa", &[79, 85]),
    ("Lai Châu", &[25]),
    ("Lâm Đồng", &[48, 49, 86]),
    ("Lạng Sơn", &[12]),
    ("Lào Cai", &[21, 24]),
    ("Nghệ An", &[37]),
    ("Ninh Bình", &[18, 35, 90]),
    ("Phú Thọ", &[19, 28, 88]),
    ("Quảng Ngãi", &[76, 82]),
    ("Quảng Ninh", &[14]),
    ("Quảng Trị", &[73, 74]),
    ("Sơn La", &[26]),
    ("Tây Ninh", &[62, 70]),
    ("Thái Nguyên", &[20, 97]),
    ("Thanh Hóa", &[36]),
    ("Huế", &[75]),
    ("TP Hồ Chí Minh", &[41, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 72]),
    ("Tuyên Quang", &[22, 23]),
    ("Vĩnh Long", &[64, 71, 84]),
    // The department itself: central bodies, and vehicles it registers.
    ("Cục Cảnh sát giao thông", &[80]),
];
