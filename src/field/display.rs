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
    use crate::field::{FIELDS, Field, Kind, row};

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
