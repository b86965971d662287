//! A print held against the papers of a showing, field by field, with the verdict and the needs of the showing.

use super::{Beside, LABELS, Print, told};
use crate::page::{Page, STRONG, columns, say, styled};
use crate::values;
use doichieu::field::{FieldRow, Kind};
use doichieu::plain::{Comparison, Likeness, UnsignedReading};
use doichieu::{EncounterReport, Proof, Report, Shown};

impl Print<'_> {
    /// The proven papers that share a field with the print; above them the headline of the showing, and what its
    /// encounter needs.
    pub(super) fn beside(&self, page: &mut Page, beside: &mut Beside<'_>) {
        let (card, language) = (beside.card, self.language);
        page.gap().rule();
        let headline = beside.encounter.map_or_else(|| beside.report.headline(), EncounterReport::headline);
        let title = say(language, "Bản điện tử trên điện thoại", "The phone's electronic papers");
        page.beside(&format!(" {}", styled(STRONG, title)), 0, &card.word(headline));
        let mut differs = None;
        for_each_comparison(self.reading, beside.report, |kind, comparison, shown| {
            page.gap();
            page.line(&format!(" {}", styled(STRONG, &card.name_of(kind))));
            for field in comparison.fields() {
                self.line(page, field.row, field.likeness, shown);
            }
            differs = differs.or(comparison.reason());
        });
        if let Some(reason) = differs {
            page.gap();
            told(page, reason, language);
        }
        if let Some(encounter) = beside.encounter {
            card.needs(page, encounter);
        }
    }

    /// One field: how the two stand to each other, and both where they are not the same.
    fn line(&self, page: &mut Page, row: &FieldRow, likeness: Likeness, shown: &Shown<'_>) {
        let language = self.language;
        let printed = self.reading.entries().find(|entry| entry.name() == row.name);
        let proven = shown.entries().find(|entry| entry.name() == row.name);
        let word = likeness.text().of(language);
        let shape = if likeness == Likeness::Differs { "≠ " } else { "" };
        page.entry(3, row.text.of(language), LABELS, &format!("{shape}{word}"));
        if likeness == Likeness::Same {
            return;
        }
        let sides = [(say(language, "thẻ", "print"), printed), (say(language, "điện tử", "e-ID"), proven)];
        for (side, entry) in sides.into_iter().filter_map(|(side, said)| Some((side, said?))) {
            // To the right of its column, below the field's name.
            let (wide, indent) = (columns(side), LABELS.saturating_add(3).saturating_sub(columns(side)));
            page.entry(indent, side, wide, &values::veiled(entry, language, self.veil));
        }
    }
}

/// Calls back with each proven paper that has a field of the print's.
pub(super) fn for_each_comparison(
    reading: &UnsignedReading,
    report: &mut Report,
    mut each: impl FnMut(Kind, &Comparison, &Shown<'_>),
) {
    let at = report.at();
    for paper in report.papers_mut() {
        let kind = paper.kind();
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(comparison) = reading.compare(release, at) else { continue };
        let alone = |likeness| matches!(likeness, Likeness::OnlyPrinted | Likeness::OnlyProven);
        if comparison.fields().iter().all(|field| alone(field.likeness)) {
            continue;
        }
        if let Ok(shown) = release.at(at) {
            each(kind, &comparison, &shown);
        }
    }
}
