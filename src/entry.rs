//! One value of a paper as it is read: by an officer in words, by a program in JSON. One wording and one shape for
//! every face, by the field table.

use crate::field::{Display, FieldKey, FieldRow, Kind};
use crate::language::Language;
use crate::value::Value;
use alloc::vec::Vec;
use form::Form;

mod form;
mod json;
mod said;
mod words;

pub use said::SaidValue;

/// One field with its value: of what a release shows now ([`Shown::entries`](crate::Shown::entries)), or, unproven, of
/// an unsigned code ([`UnsignedReading::entries`](crate::plain::UnsignedReading::entries)).
///
/// It borrows the value and ends with that. What it says in words or in JSON is the caller's copy, overwritten when
/// dropped; a copy made of that is out of reach here.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    kind: Kind,
    row: &'static FieldRow,
    value: &'a Value,
}

impl<'a> Entry<'a> {
    pub(crate) const fn new(kind: Kind, row: &'static FieldRow, value: &'a Value) -> Self {
        Self { kind, row, value }
    }

    /// These, in the order of the field table.
    pub(crate) fn in_order(entries: &mut dyn Iterator<Item = Self>) -> Vec<Self> {
        let mut ordered: Vec<Self> = Vec::new();
        for entry in entries {
            // Few, and all but in order: a sort would be code that a page loads.
            ordered.insert(ordered.partition_point(|known| known.row.field < entry.row.field), entry);
        }
        ordered
    }

    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The field's row: its class, its sensitivity in law, its shape.
    #[must_use]
    pub const fn row(&self) -> &'static FieldRow {
        self.row
    }

    /// The field's name in the registry.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.row.name
    }

    /// The field's name for people.
    #[must_use]
    pub const fn label(&self, language: Language) -> &'static str {
        self.row.text.of(language)
    }

    /// Where the value may stand on a screen: whoever prints entries one after the other leaves out what is
    /// [behind a press](Display::BehindPress) until it is asked for.
    #[must_use]
    pub const fn display(&self) -> Display {
        self.row.display()
    }

    /// The value, as the issuer signed it; of an unsigned code, as it is printed.
    #[must_use]
    pub const fn value(&self) -> &'a Value {
        self.value
    }

    /// The value in words, never blank: days as they are written in Viet Nam, times on its clock (UTC+7), words of the
    /// registry, and what it means that a paper says *none* of this field. A text of the paper is made safe for a
    /// screen ([`Value::safe_text`]). A part of a licence is said in one line; its fields one by one are
    /// [`below`](Self::below).
    #[must_use]
    pub fn text(&self, language: Language) -> SaidValue {
        SaidValue::of(&|to| words::write(*self, language, to))
    }

    /// The fields of a part, in order; none of anything else.
    pub fn below(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        self.part().into_iter()
    }

    fn part(&self) -> Vec<Entry<'a>> {
        let part = if let Some(Form::Part(entries)) = self.form() { entries } else { &[] };
        let kind = self.kind;
        Self::in_order(&mut part.iter().filter_map(move |(key, value)| {
            let row = FieldKey::new(*key)?.part_row(kind)?;
            Some(Self { kind, row, value })
        }))
    }

    /// The value as JSON, in the one shape of `--json --values` and the npm package (docs/report.md); `None`: it has
    /// not the form of its row, or is a number that not every reader of JSON gets back as it was signed.
    /// **Personal data.**
    #[must_use]
    pub fn to_json(&self) -> Option<SaidValue> {
        self.has_json().then(|| SaidValue::of(&|to| json::write(*self, to)))
    }

    fn has_json(&self) -> bool {
        self.form().is_some_and(|form| form.is_exact())
    }

    fn form(&self) -> Option<Form<'a>> {
        Form::of(self.row.shape, self.value)
    }
}

impl core::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Entry").field("kind", &self.kind).field("field", &self.row.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
