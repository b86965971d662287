//! Values of a release on the card: the core's words, laid out, with dots in the place of what is behind a press.

use crate::page::say;
use crate::veil::{DOTS, Veil};
use doichieu::field::{FieldKey, FieldRow, Kind, Sensitivity};
use doichieu::{Entry, Language, Shown};

/// One line: a label, and a value or the lines of a part below it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) label: &'static str,
    pub(crate) text: String,
    pub(crate) below: Vec<Line>,
}

/// Everything a release shows at this moment, in the order of the field table.
pub(crate) fn lines(shown: &Shown<'_>, language: Language, veil: Veil) -> Vec<Line> {
    shown.entries().map(|entry| line(entry, language, veil)).collect()
}

fn line(entry: Entry<'_>, language: Language, veil: Veil) -> Line {
    let below = entry.below().filter(|_| !veil.hides(entry.row()));
    let below: Vec<_> = below.map(|entry| line(entry, language, veil)).collect();
    let mut text = if below.is_empty() { veiled(entry, language, veil) } else { String::new() };
    if entry.row().sensitivity == Sensitivity::Sensitive {
        text.push_str(say(language, "  [nhạy cảm]", "  [sensitive]"));
    }
    Line { label: entry.label(language), text, below }
}

/// A value as an officer reads it, or dots in its place.
pub(crate) fn veiled(entry: Entry<'_>, language: Language, veil: Veil) -> String {
    if veil.hides(entry.row()) { DOTS.to_owned() } else { entry.text(language).to_string() }
}

/// A field's name.
pub(crate) const fn label(row: &'static FieldRow, language: Language) -> &'static str {
    row.text.of(language)
}

/// A field's name in a kind of paper; of one that nobody here knows its number.
pub(crate) fn named(kind: Kind, of: FieldKey, language: Language) -> String {
    of.row(kind).map_or_else(|| of.number().to_string(), |row| label(row, language).to_owned())
}
