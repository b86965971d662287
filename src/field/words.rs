//! Words of the registry that a field may hold instead of free text, as a person reads them (docs/dc1.md §6).

use super::{Field, Kind};
/// Kinds of residence (Circular 17/2024/TT-BCA art. 4).
const RESIDENCE: &[(&str, &str, &str)] = &[
    ("thuong_tru", "Thường trú", "Permanent residence"),
    ("tam_tru", "Tạm trú", "Temporary residence"),
    ("noi_o_hien_tai", "Nơi ở hiện tại", "Present dwelling"),
    ("nuoc_ngoai", "Ở nước ngoài", "Abroad"),
];

/// What a dependant is to the one who shows the paper.
const RELATIONS: &[(&str, &str, &str)] = &[
    ("con", "Con", "Child"),
    ("cha", "Cha", "Father"),
    ("me", "Mẹ", "Mother"),
    ("vo", "Vợ", "Wife"),
    ("chong", "Chồng", "Husband"),
    ("duoc_giam_ho", "Người được giám hộ", "Ward"),
];

/// A word of the registry as a person reads it, in Vietnamese and in English; `None` for free text, which then decides
/// nothing.
#[must_use]
pub fn words(kind: Kind, field: Field, word: &str) -> Option<(&'static str, &'static str)> {
    field.in_kind(kind)?;
    let known = match field {
        Field::RESIDENCE_KIND | Field::FOREIGNER_RESIDENCE_KIND => RESIDENCE,
        Field::RELATION => RELATIONS,
        _ => return None,
    };
    known.iter().find(|(of, ..)| *of == word).map(|(_, vi, en)| (*vi, *en))
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::field::{Field, Kind};

    #[test]
    fn words_of_the_registry_and_no_others() {
        assert_eq!(words(Kind::DEPENDANT, Field::RELATION, "me"), Some(("Mẹ", "Mother")));
        let temporary = Some(("Tạm trú", "Temporary residence"));
        assert_eq!(words(Kind::IDENTITY, Field::RESIDENCE_KIND, "tam_tru"), temporary);
        assert_eq!(words(Kind::FOREIGNER_IDENTITY, Field::FOREIGNER_RESIDENCE_KIND, "tam_tru"), temporary);
        assert_eq!(words(Kind::DEPENDANT, Field::RELATION, "cháu"), None);
        assert_eq!(words(Kind::IDENTITY, Field::FULL_NAME, "con"), None, "a name is a name");
        assert_eq!(
            words(Kind::FOREIGNER_IDENTITY, Field::RESIDENCE_KIND, "tam_tru"),
            None,
            "it has another number there"
        );
    }
}
