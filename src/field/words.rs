//! Words of the registry that a field may hold instead of free text, as a person reads them (docs/dc1.md §6).

use super::{Field, Kind};
use crate::language::Text;
/// Kinds of residence (Circular 17/2024/TT-BCA art. 4).
const RESIDENCE: &[(&str, Text)] = &[
    ("thuong_tru", Text::new("Thường trú", "Permanent residence")),
    ("tam_tru", Text::new("Tạm trú", "Temporary residence")),
    ("noi_o_hien_tai", Text::new("Nơi ở hiện tại", "Present dwelling")),
    ("nuoc_ngoai", Text::new("Ở nước ngoài", "Abroad")),
];

/// What a dependant is to the one who shows the paper.
const RELATIONS: &[(&str, Text)] = &[
    ("con", Text::new("Con", "Child")),
    ("cha", Text::new("Cha", "Father")),
    ("me", Text::new("Mẹ", "Mother")),
    ("vo", Text::new("Vợ", "Wife")),
    ("chong", Text::new("Chồng", "Husband")),
    ("duoc_giam_ho", Text::new("Người được giám hộ", "Ward")),
];

/// The law whose classes a licence has.
const REGIMES: &[(&str, Text)] =
    &[("vn-2008", Text::new("Luật 2008", "Law of 2008")), ("vn-2024", Text::new("Luật 2024", "Law of 2024"))];

/// The convention that a foreign licence follows.
const CONVENTIONS: &[(&str, Text)] = &[
    ("vienna-1968", Text::new("Viên 1968", "Vienna 1968")),
    ("geneva-1949", Text::new("Giơ-ne-vơ 1949", "Geneva 1949")),
    ("none", Text::new("không thuộc công ước nào", "none")),
    ("idp", Text::new("giấy phép quốc tế", "international permit")),
];

/// A word of the registry as a person reads it, in Vietnamese and in English; `None` for free text, which then decides
/// nothing.
#[must_use]
pub fn words(kind: Kind, field: Field, word: &str) -> Option<Text> {
    field.in_kind(kind)?;
    let known = match field {
        Field::RESIDENCE_KIND | Field::FOREIGNER_RESIDENCE_KIND => RESIDENCE,
        Field::RELATION => RELATIONS,
        Field::REGIME => REGIMES,
        Field::CONVENTION => CONVENTIONS,
        _ => return None,
    };
    known.iter().find(|(of, _)| *of == word).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::{Text, words};
    use crate::field::{Field, Kind};

    #[test]
    fn words_of_the_registry_and_no_others() {
        assert_eq!(words(Kind::DEPENDANT, Field::RELATION, "me"), Some(Text::new("Mẹ", "Mother")));
        let temporary = Some(Text::new("Tạm trú", "Temporary residence"));
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
