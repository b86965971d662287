use crate::field::{FIELDS, FieldKey, FieldRow, KINDS, Kind, Place, Sensitivity};
use std::vec::Vec;

/// What Decree 356/2025 art. 4 calls sensitive, of the fields there are: health and what tells of it or of poverty
/// (no field of another paper does), biometrics, origin, belief.
const BY_LAW: [&str; 15] = [
    "card_no",
    "benefit_level",
    "object_code",
    "facility_code",
    "facility_name",
    "living_area",
    "portrait",
    "fingerprint",
    "iris",
    "dna",
    "voice",
    "card_image",
    "ethnicity",
    "religion",
    "identifying_features",
];

/// A wallet asks by kind and key, so every kind is asked for the reserved ones too.
#[test]
fn every_field_that_the_law_calls_sensitive_is_told_as_such_and_no_other() {
    let marked: Vec<_> =
        FIELDS.iter().filter(|row| row.sensitivity == Sensitivity::Sensitive).map(|row| row.name).collect();
    assert_eq!(marked, BY_LAW);
    for row in FIELDS.iter().filter(|row| row.place == Place::Paper) {
        let kinds = KINDS.iter().map(|of| of.kind).filter(|kind| row.kind.is_none_or(|of| of == *kind));
        for kind in kinds {
            let told = row.field.in_kind(kind).map(|key| key.sensitivity(kind));
            assert_eq!(told, Some(row.sensitivity), "{} of {kind:?}", row.name);
        }
    }
    let within = |row: &&FieldRow| row.place == Place::Part && row.sensitivity == Sensitivity::Sensitive;
    assert_eq!(FIELDS.iter().filter(within).count(), 0, "a part is named whole: what is in it is not told apart");
    let unknown = FieldKey::new(999).map(|key| key.sensitivity(Kind::IDENTITY));
    assert_eq!(unknown, Some(Sensitivity::Sensitive), "nobody here knows that it is not");
    assert!(Sensitivity::Sensitive.text().is_some_and(|text| text.vi.contains("nhạy cảm")));
    assert_eq!(Sensitivity::Basic.text(), None);
}
