//! Findings as an officer reads them: a mark, a text with dates and ages filled in, what to do next, code and article.

use crate::card::Card;
use crate::page::{FAINT, Page};
use crate::times;
use crate::values;
use crate::words::{self, mark};
use anstyle::Style;
use doichieu::field::{FIELDS, FieldRow, Kind};
use doichieu::reason::{Filling, Reason, Step};
use doichieu::{Finding, citation};

/// What a finding is about, where its code does not say it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum About {
    Showing,
    Paper(Kind),
    /// One phone of several: the token is its place.
    Phones,
}

/// A finding, and what its text may be filled with while the values of its paper are on the screen.
#[derive(Debug)]
pub(crate) struct Filled {
    pub(crate) finding: Finding,
    pub(crate) filling: Filling,
}

impl Card<'_> {
    /// Findings that say nothing of a paper's values.
    pub(crate) fn findings(&self, page: &mut Page, about: About, findings: &[Finding]) {
        let filled = findings.iter().map(|finding| Filled { finding: *finding, filling: finding.filling() });
        self.filled(page, about, &filled.collect::<Vec<_>>());
    }

    /// The same, filled.
    pub(crate) fn filled(&self, page: &mut Page, about: About, findings: &[Filled]) {
        for filled in findings {
            page.gap();
            self.finding(page, about, filled);
        }
    }

    fn finding(&self, page: &mut Page, about: About, filled: &Filled) {
        let finding = &filled.finding;
        let (shape, style) = mark(finding);
        let filling = self.in_words_of(about, filled);
        let text = self.text(about, finding, &filling);
        let step = self.inspector.post().role().step_after(finding);
        let step = Some(step).filter(|step| *step != Step::Nothing).map(|step| step.said(self.language, &filling));
        // What begins by saying the finding again is said once, as one sentence.
        let whole = step.as_deref().filter(|step| step.starts_with(&text)).map(|step| step.trim_end_matches('.'));
        page.hang(&format!("   {} ", crate::page::styled(style, shape)), style, whole.unwrap_or(&text));
        if let Some(floor) = self.floor.filter(|_| finding.reason() == Reason::PostClockWrong) {
            page.line(&format!(
                "     {} {}",
                self.say("Ngày ký mới nhất máy đã thấy:", "Newest signed date this device has seen:"),
                times::minute(floor, self.language)
            ));
        }
        // The same thing to do is said once a check, not once a paper.
        if let Some(step) = step.as_deref().filter(|step| whole.is_none() && page.is_new(step)) {
            page.hang("     → ", Style::new(), step);
        }
        self.aloud(page, finding);
        let law = finding.rule().and_then(citation).map(|law| words::law(law, self.language));
        let below: Vec<_> = Some(finding.code()).into_iter().chain(law).collect();
        page.hang("     ", FAINT, &below.join(" · "));
    }

    /// What may be said to the person: of the first finding that has such words, for one sentence is enough.
    fn aloud(&self, page: &mut Page, finding: &Finding) {
        const ONE: &str = "aloud";
        if let Some(text) = finding.reason().row().aloud_at(finding.gravity()).filter(|_| page.is_new(ONE)) {
            let said = format!("“{}”", text.of(self.language));
            page.hang(&format!("     {} ", self.say("Có thể nói:", "You may say:")), Style::new(), &said);
        }
    }

    /// With dates, classes and ages where they are known; before it the phone, where there are several.
    fn text(&self, about: About, finding: &Finding, filling: &Filling) -> String {
        let text = finding.reason().row().about_filled(self.language, self.field(about, finding), filling).to_string();
        match finding.token().filter(|_| matches!(about, About::Phones)) {
            Some(place) => format!("{}: {text}", self.phone(usize::from(place))),
            None => text,
        }
    }

    /// What a finding's texts are filled with, in the words of where this is read.
    fn in_words_of(&self, about: About, filled: &Filled) -> Filling {
        let of_paper = if let About::Paper(kind) = about { Some(kind) } else { None };
        let kind = filled.finding.kind().or(of_paper);
        filled.filling.clone().for_kind(kind).at(self.inspector.post().role().setting())
    }

    /// A phone of an encounter, counted from one.
    pub(crate) fn phone(&self, place: usize) -> String {
        format!("{} {}", self.say("Điện thoại", "Phone"), place.saturating_add(1))
    }

    /// The name of the field a finding is about: from the field table, never from a paper.
    fn field(&self, about: About, finding: &Finding) -> Option<&'static str> {
        let name = finding.field_name()?;
        let kind = if let About::Paper(kind) = about { Some(kind) } else { None };
        let known = |row: &&FieldRow| row.name == name && (kind.is_none() || row.kind.is_none() || row.kind == kind);
        FIELDS.iter().find(known).map(|row| values::label(row, self.language))
    }

    /// What to do next about a reason of no paper.
    pub(crate) fn step(&self, page: &mut Page, indent: &str, step: Step) {
        let filling = Filling::default().at(self.inspector.post().role().setting());
        page.hang(&format!("{indent}→ "), Style::new(), &step.said(self.language, &filling));
    }
}
