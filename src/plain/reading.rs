//! What a plain code says. No verdict, no proof: a type of its own, so that nobody takes it for a paper.

use super::PlainKind;
use crate::entry::{Entry, SaidValue};
use crate::field::{Field, FieldRow, Kind, row};
use crate::language::Text;
use crate::reason::Reason;
use crate::value::Value;
use alloc::vec::Vec;

/// More values than any plain code gives: a buffer that never grows leaves none behind.
const MOST_FIELDS: usize = 24;
/// More remarks than any reading earns.
const MOST_REMARKS: usize = 8;

/// What an unsigned code says, field by field.
///
/// It proves nothing: not who issued it, not that it is unaltered, not that it is current, not whose it is. There is no
/// way from here to a [`Verdict`](crate::Verdict) or a [`Release`](crate::Release). Its values are overwritten
/// when it is dropped; it has no `Clone`, no serialisation and no `Debug` of values.
pub struct UnsignedReading {
    code: PlainKind,
    fields: Vec<(&'static FieldRow, Value)>,
    remarks: Vec<Remark>,
}

/// Something about a reading that a reader of it should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Remark {
    /// The name fills its line of the machine-readable zone: the rest of it may be missing.
    NameCut,
    /// Read as "no end": the zone says 31 December 99, as such cards are reported to do.
    NoEndAssumed,
    /// The century of birth could not be told from the number, so the date was left out.
    CenturyUnknown,
    /// Two parents' names: that the father's comes first is usual and not laid down.
    ParentsByOrder,
    /// Parts that this engine has no field for were left out.
    PartsLeftOut,
}

impl Remark {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NameCut => "name_cut",
            Self::NoEndAssumed => "no_end_assumed",
            Self::CenturyUnknown => "century_unknown",
            Self::ParentsByOrder => "parents_by_order",
            Self::PartsLeftOut => "parts_left_out",
        }
    }

    /// It in words.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::NameCut => Text::new(
                "Họ tên có thể bị cắt bớt vì hết chỗ trên dòng MRZ",
                "The name may be cut short for want of room in the machine-readable zone",
            ),
            Self::NoEndAssumed => Text::new(
                "Hạn ghi trên dòng MRZ được hiểu là không thời hạn",
                "The last day in the machine-readable zone is taken as no end",
            ),
            Self::CenturyUnknown => Text::new(
                "Chưa xác định được thế kỷ của năm sinh nên không đọc ngày sinh",
                "The century of birth could not be told, so the date of birth was left out",
            ),
            Self::ParentsByOrder => Text::new(
                "Tên cha, mẹ được hiểu theo thứ tự trong mã",
                "Father and mother are told apart by their order in the code",
            ),
            Self::PartsLeftOut => {
                Text::new("Có phần trong mã máy chưa dùng đến", "Some parts of the code are of no use here")
            }
        }
    }
}

impl UnsignedReading {
    pub(super) fn new(code: PlainKind) -> Self {
        Self { code, fields: Vec::with_capacity(MOST_FIELDS), remarks: Vec::with_capacity(MOST_REMARKS) }
    }

    /// Puts a value under its row of the field table.
    pub(super) fn put(&mut self, kind: Kind, field: Field, value: Value) {
        if let Some(row) = row(kind, field)
            && self.fields.len() < MOST_FIELDS
        {
            self.fields.push((row, value));
        }
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// Which code it was read from.
    #[must_use]
    pub const fn code(&self) -> PlainKind {
        self.code
    }

    /// Why there is no verdict: `plain.unsigned`, always.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        Reason::PlainUnsigned
    }

    /// What it says, each value with its row in the field table. Untrusted: see [`Value::safe_text`].
    pub fn fields(&self) -> impl Iterator<Item = (&'static FieldRow, &Value)> {
        self.fields.iter().map(|(row, value)| (*row, value))
    }

    /// The same in the order of the field table, each value as an officer reads it.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        Entry::in_order(&mut self.fields().map(|(row, value)| Entry::new(self.code.paper(), row, value))).into_iter()
    }

    /// What it says, as a JSON object of fields by their names, in the shape of docs/report.md. **Personal data.**
    #[must_use]
    pub fn to_json(&self) -> SaidValue {
        SaidValue::of_all(&self.entries().collect::<Vec<_>>())
    }

    /// What it says of a field; `None`: nothing, which says nothing about anybody.
    #[must_use]
    pub fn value(&self, of: Field) -> Option<&Value> {
        self.fields.iter().find(|(row, _)| row.field == of).map(|(_, value)| value)
    }

    /// What to know about this reading.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }
}

impl core::fmt::Debug for UnsignedReading {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("UnsignedReading").field("code", &self.code).finish_non_exhaustive()
    }
}
