//! How a screen treats a value that others may see over a shoulder: one hint for every binding, from the field table.

use super::{FieldRow, Sensitivity};

/// Where a value may stand on a screen. A hint for hosts: it releases nothing and withholds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Display {
    /// With the verdict.
    Open,
    /// Only after a press, never on the view that is read from two metres: object code and benefit level say who is
    /// poor, ill or of a minority, and a health insurance number of fifteen characters begins with both.
    BehindPress,
    /// Nowhere: it never passes.
    Never,
}

impl Display {
    /// Its name in docs/fields.md and for bindings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::BehindPress => "behind a press",
            Self::Never => "never",
        }
    }
}

impl FieldRow {
    /// Where its value may stand on a screen.
    #[must_use]
    pub const fn display(&self) -> Display {
        match self.sensitivity {
            _ if self.class.never_passes() => Display::Never,
            Sensitivity::Sensitive => Display::BehindPress,
            Sensitivity::Basic => Display::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Display;
    use crate::field::{FIELDS, Field, FieldKey, Kind, Place, Sensitivity, row};
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
            let kinds =
                crate::field::KINDS.iter().map(|of| of.kind).filter(|kind| row.kind.is_none_or(|of| of == *kind));
            for kind in kinds {
                let told = row.field.in_kind(kind).map(|key| key.sensitivity(kind));
                assert_eq!(told, Some(row.sensitivity), "{} of {kind:?}", row.name);
            }
        }
        let within = |row: &&super::FieldRow| row.place == Place::Part && row.sensitivity == Sensitivity::Sensitive;
        assert_eq!(FIELDS.iter().filter(within).count(), 0, "a part is named whole: what is in it is not told apart");
        let unknown = FieldKey::new(999).map(|key| key.sensitivity(Kind::IDENTITY));
        assert_eq!(unknown, Some(Sensitivity::Sensitive), "nobody here knows that it is not");
        assert!(Sensitivity::Sensitive.text().is_some_and(|text| text.vi.contains("nhạy cảm")));
        assert_eq!(Sensitivity::Basic.text(), None);
    }

    #[test]
    fn what_tells_of_poverty_or_origin_is_behind_a_press_and_biometrics_are_nowhere() {
        let card = |field| row(Kind::HEALTH_INSURANCE_CARD, field).map(super::FieldRow::display);
        for field in
            [Field::CARD_NO, Field::BENEFIT_LEVEL, Field::OBJECT_CODE, Field::FACILITY_CODE, Field::LIVING_AREA]
        {
            assert_eq!(card(field), Some(Display::BehindPress), "{}", field.number());
        }
        for field in [Field::FULL_NAME, Field::VALID_FROM, Field::VALID_UNTIL] {
            assert_eq!(card(field), Some(Display::Open), "{}", field.number());
        }
        for row in FIELDS {
            assert_eq!(row.display() == Display::Never, row.class.never_passes(), "{}", row.name);
        }
    }
}
