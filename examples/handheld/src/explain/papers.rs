//! Kinds of paper and their fields: what each is called, and how sensitive it is in law.

use super::entry;
use crate::page::{Page, STRONG, say, styled};
use anstyle::Style;
use doichieu::Language;
use doichieu::field::{FIELDS, FieldRow, KINDS, Place};
use std::borrow::Cow;

/// A kind by its name, or a field by both. `false`: there is no such paper or field.
pub(super) fn one(page: &mut Page, name: &str, language: Language) -> bool {
    if let Some(row) = KINDS.iter().find(|row| row.name == name) {
        page.line(&styled(STRONG, name));
        entry(page, say(language, "Loại", "Kind"), say(language, "loại giấy tờ", "a kind of paper"));
        entry(page, "vi", row.text.vi);
        entry(page, "en", row.text.en);
        entry(page, say(language, "Các mục", "Fields"), &fields_of(row.name));
        return true;
    }
    let Some(row) = fields().find(|row| full_name(row) == name) else { return false };
    page.line(&styled(STRONG, name));
    entry(page, say(language, "Loại", "Kind"), say(language, "mục của giấy tờ", "a field of a paper"));
    if let Some(kind) = row.kind.and_then(|kind| kind.row()) {
        entry(page, say(language, "Giấy tờ", "Paper"), kind.text.of(language));
    }
    entry(page, "vi", row.text.vi);
    entry(page, "en", row.text.en);
    if let Some(text) = row.sensitivity.text() {
        entry(page, say(language, "Theo luật", "In law"), text.of(language));
    }
    true
}

/// Every kind with the names of its fields.
pub(super) fn all(page: &mut Page, language: Language) {
    for row in KINDS {
        page.beside(&styled(STRONG, row.name), 0, row.text.of(language));
        page.hang("   ", Style::new(), &fields_of(row.name));
    }
}

/// The names of all of them.
pub(super) fn names() -> impl Iterator<Item = Cow<'static, str>> {
    KINDS.iter().map(|row| Cow::Borrowed(row.name)).chain(fields().map(full_name).map(Cow::Owned))
}

fn fields() -> impl Iterator<Item = &'static FieldRow> {
    FIELDS.iter().filter(|row| row.place == Place::Paper && row.kind.is_some())
}

/// As `ask --field` takes it.
fn full_name(row: &FieldRow) -> String {
    let kind = row.kind.and_then(|kind| kind.row()).map_or("", |kind| kind.name);
    format!("{kind}.{}", row.name)
}

fn fields_of(kind: &str) -> String {
    let of_kind = |row: &&FieldRow| row.kind.and_then(|kind| kind.row()).is_some_and(|row| row.name == kind);
    fields().filter(of_kind).map(|row| row.name).collect::<Vec<_>>().join(", ")
}
