//! What the print says beside what a proven paper says, field by field.
//!
//! Where they differ, the e-ID counts (Law 26/2023/QH15 art. 33(2)). A comparison goes into no report and changes no
//! verdict: print can be older than the register, or anybody's.

use super::reading::{Remark, UnsignedReading};
use crate::field::{Class, FIELDS, Field, FieldRow, Kind};
use crate::language::Text;
use crate::reason::Reason;
use crate::release::{Ended, Release, Shown};
use crate::text::{self, Match};
use crate::time::UnixTime;
use crate::value::Value;
use alloc::vec::Vec;

/// How a printed field stands to the proven one. Never a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Likeness {
    /// The same.
    Same,
    /// The same name; a tone stands on another vowel of its syllable: hòa, hoà.
    TonePlacement,
    /// The same name but for letters that look the same: Đ, Ð.
    LookAlike,
    /// The same name without its marks, as a machine-readable zone writes it.
    NoDiacritics,
    /// The same words in another order, as foreign papers write family and given names.
    Reordered,
    /// One says less than the other and nothing against it: a date without its day, a name cut short, the shorter form
    /// of a number.
    SaysLess,
    /// Something else: the proven one counts.
    Differs,
    /// Written otherwise, and nothing follows: places have new names since July 2025, and people move.
    PlaceWrittenOtherwise,
    /// Only the print says something. *Not shown* is not "not there".
    OnlyPrinted,
    /// Only the proven paper says something.
    OnlyProven,
}

impl Likeness {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::TonePlacement => "tone_placement",
            Self::LookAlike => "look_alike",
            Self::NoDiacritics => "no_diacritics",
            Self::Reordered => "reordered",
            Self::SaysLess => "says_less",
            Self::Differs => "differs",
            Self::PlaceWrittenOtherwise => "place_written_otherwise",
            Self::OnlyPrinted => "only_printed",
            Self::OnlyProven => "only_proven",
        }
    }

    /// It in words.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Same => Text::new("khớp", "same"),
            Self::TonePlacement => Text::new("khớp, khác vị trí đặt dấu", "same, tone mark placed otherwise"),
            Self::LookAlike => Text::new("khớp, khác chữ trông giống nhau", "same but for letters that look alike"),
            Self::NoDiacritics => Text::new("khớp khi bỏ dấu", "same without marks"),
            Self::Reordered => Text::new("khớp, khác thứ tự chữ", "same words in another order"),
            Self::SaysLess => Text::new("khớp phần có ghi", "same as far as it goes"),
            Self::Differs => Text::new("khác: dùng bản điện tử", "differs: the e-ID counts"),
            Self::PlaceWrittenOtherwise => {
                Text::new("ghi khác, không suy ra điều gì", "written otherwise, nothing follows")
            }
            Self::OnlyPrinted => Text::new("chưa thấy trong bản điện tử", "not shown in the e-ID"),
            Self::OnlyProven => Text::new("chỉ có trong bản điện tử", "only in the e-ID"),
        }
    }
}

impl From<Match> for Likeness {
    fn from(level: Match) -> Self {
        match level {
            Match::Exact => Self::Same,
            Match::TonePlacement => Self::TonePlacement,
            Match::LookAlike => Self::LookAlike,
            Match::NoDiacritics => Self::NoDiacritics,
            Match::Truncated => Self::SaysLess,
            Match::Reordered => Self::Reordered,
            Match::Different => Self::Differs,
        }
    }
}

/// One field of a comparison.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Compared {
    /// Its row: of the printed paper, or of the proven one where only that says something.
    pub row: &'static FieldRow,
    /// How the two stand to each other.
    pub likeness: Likeness,
}

/// A comparison, field by field. It holds no value, so it does not end with the release; the values to show beside
/// it do.
#[derive(Clone, Debug)]
pub struct Comparison {
    fields: Vec<Compared>,
}

impl Comparison {
    /// Every field that either says something of: the printed ones in their order, then those only proven.
    #[must_use]
    pub fn fields(&self) -> &[Compared] {
        &self.fields
    }

    /// `plain.differs` if a field differs; a note, which belongs beside the reading and in no report.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.fields.iter().any(|field| field.likeness == Likeness::Differs).then_some(Reason::PlainDiffers)
    }
}

impl UnsignedReading {
    /// Holds what was read against what a proven paper shows now.
    ///
    /// Fields of the same paper stand beside each other, and those that say who somebody is beside the ones of the same
    /// name in a paper of another kind: the name on a health card beside that of an identity. A printed field that a
    /// paper of the proven kind never has is left out. Only what is released takes part. Neither side is
    /// altered, and the verdict on the paper stays what it was.
    ///
    /// # Errors
    /// [`Ended`]: nothing of the release is left to compare with.
    pub fn compare(&self, proven: &mut Release, now: UnixTime) -> Result<Comparison, Ended> {
        let shown = proven.at(now)?;
        let mut fields: Vec<_> = self
            .fields()
            .filter(|(row, _)| has_beside(shown.kind(), row))
            .map(|(row, printed)| Compared { row, likeness: self.likeness(row, printed, &shown) })
            .collect();
        let printed = |row: &FieldRow| fields.iter().any(|field| field.row.name == row.name);
        let only =
            shown.fields().map(|(row, _)| row).filter(|row| has_beside(self.code().paper(), row) && !printed(row));
        let only: Vec<_> = only.map(|row| Compared { row, likeness: Likeness::OnlyProven }).collect();
        fields.extend(only);
        Ok(Comparison { fields })
    }

    fn likeness(&self, row: &FieldRow, printed: &Value, shown: &Shown<'_>) -> Likeness {
        let proven = |name: &str| shown.fields().find(|(of, _)| of.name == name).map(|(_, value)| value);
        let of_row = |value: &Value| self.of_values(row, printed, value);
        let beside = proven(row.name).map(of_row);
        // Which parent's name comes first is usual, not laid down.
        let other = PARENTS.iter().filter(|name| PARENTS.contains(&row.name) && **name != row.name);
        let crossed = other.filter_map(|name| proven(name)).map(of_row).find(|likeness| *likeness != Likeness::Differs);
        match beside {
            Some(Likeness::Differs) | None => crossed.or(beside).unwrap_or(Likeness::OnlyPrinted),
            Some(likeness) => likeness,
        }
    }

    fn of_values(&self, row: &FieldRow, printed: &Value, proven: &Value) -> Likeness {
        match (printed, proven) {
            (Value::Text(printed), Value::Text(proven)) => self.of_texts(row, printed, proven),
            (Value::List(printed), Value::List(proven)) => of_lists(printed, proven),
            _ if printed == proven => Likeness::Same,
            _ => of_dates(printed, proven),
        }
    }

    fn of_texts(&self, row: &FieldRow, printed: &str, proven: &str) -> Likeness {
        match (row.field, row.class) {
            (Field::CARD_NO, _) => of_numbers(printed, proven),
            (Field::FACILITY_CODE, _) => same(digits(printed).eq(digits(proven))),
            (_, Class::Contact) => match Likeness::from(text::compare(printed, proven)) {
                Likeness::Differs => Likeness::PlaceWrittenOtherwise,
                likeness => likeness,
            },
            _ if row.name.ends_with("_name") => self.of_names(printed, proven),
            _ => same(text::compare(printed, proven) == Match::Exact),
        }
    }

    /// A name that fills its line may be the beginning of the proven one.
    fn of_names(&self, printed: &str, proven: &str) -> Likeness {
        let whole = Likeness::from(text::compare(printed, proven));
        if whole != Likeness::Differs || !self.remarks().contains(&Remark::NameCut) {
            return whole;
        }
        let begins = proven.char_indices().filter_map(|(at, _)| proven.get(..at));
        let is_begun = begins.into_iter().any(|begun| text::compare(printed, begun).may_be_one());
        if is_begun { Likeness::SaysLess } else { Likeness::Differs }
    }
}

/// Whether papers of a kind have a field that may stand beside this one: the same, or one of the same name that says
/// who somebody is. The last day of one paper is not that of another.
fn has_beside(kind: Kind, row: &FieldRow) -> bool {
    let of_person = matches!(row.class, Class::Identity | Class::Contact | Class::Family);
    row.kind == Some(kind)
        || (of_person && FIELDS.iter().any(|other| other.kind == Some(kind) && other.name == row.name))
}

const PARENTS: [&str; 2] = ["father_name", "mother_name"];

const fn same(is: bool) -> Likeness {
    if is { Likeness::Same } else { Likeness::Differs }
}

fn of_dates(printed: &Value, proven: &Value) -> Likeness {
    let (Some(printed), Some(proven)) = (printed.as_date(), proven.as_date()) else { return Likeness::Differs };
    let apart = printed.latest() < proven.earliest() || proven.latest() < printed.earliest();
    match (printed == proven, apart) {
        (true, _) => Likeness::Same,
        (false, true) => Likeness::Differs,
        (false, false) => Likeness::SaysLess,
    }
}

/// Earlier numbers: all of the printed ones known, some of them, or none.
fn of_lists(printed: &[Value], proven: &[Value]) -> Likeness {
    let known = printed.iter().filter(|number| proven.contains(number)).count();
    match known {
        0 => Likeness::Differs,
        _ if known == printed.len() && known == proven.len() => Likeness::Same,
        _ => Likeness::SaysLess,
    }
}

/// A health insurance number of fifteen characters ends in the ten digits of its shorter form.
fn of_numbers(printed: &str, proven: &str) -> Likeness {
    let short = |long: &str, short: &str| long.len() == 15 && short.len() == 10 && long.ends_with(short);
    match printed == proven {
        true => Likeness::Same,
        false if short(printed, proven) || short(proven, printed) => Likeness::SaysLess,
        false => Likeness::Differs,
    }
}

fn digits(code: &str) -> impl Iterator<Item = char> + '_ {
    code.chars().filter(char::is_ascii_digit)
}
