//! Findings as an officer reads them: a mark, a text with dates and ages filled in, what to do next, code and article.

use crate::card::Card;
use crate::page::{FAINT, Page};
use crate::times;
use crate::values;
use crate::words::{self, mark};
use anstyle::Style;
use doichieu::Language;
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
        let mut before = None;
        for filled in findings {
            page.gap();
            let step = self.inspector.post().role().step(filled.finding.reason());
            // The same thing to do is said once.
            let said = Some(step).filter(|step| before != Some(*step) && *step != Step::Nothing);
            self.finding(page, about, filled, said);
            before = Some(step);
        }
    }

    fn finding(&self, page: &mut Page, about: About, filled: &Filled, step: Option<Step>) {
        let finding = &filled.finding;
        let (shape, style) = mark(finding);
        page.hang(&format!("   {} ", crate::page::styled(style, shape)), style, &self.sentence(about, filled, step));
        if let Some(floor) = self.floor.filter(|_| finding.reason() == Reason::PostClockWrong) {
            page.line(&format!(
                "     {} {}",
                self.say("Ngày ký mới nhất máy đã thấy:", "Newest signed date this device has seen:"),
                times::minute(floor, self.language)
            ));
        }
        let text = self.text(filled, self.field(about, finding));
        if let Some(step) = step.filter(|step| going_on(&text, *step, self.language).is_none()) {
            self.step(page, "     ", step);
        }
        let law = finding.rule().and_then(citation).map(|law| words::law(law, self.language));
        let below: Vec<_> = Some(finding.code()).into_iter().chain(law).collect();
        page.hang("     ", FAINT, &below.join(" · "));
    }

    /// The text, and in brackets what it leaves out: the field, the age, the phone.
    fn sentence(&self, about: About, filled: &Filled, step: Option<Step>) -> String {
        let finding = &filled.finding;
        let field = self.field(about, finding);
        let mut text = self.text(filled, field);
        if let Some(whole) = step.and_then(|step| going_on(&text, step, self.language)) {
            text = whole;
        }
        let age = finding.age().filter(|age| !says_age(&text, *age, self.language));
        let age = age.map(|age| self.age(finding, age));
        let phone = matches!(about, About::Phones).then(|| finding.token()).flatten();
        let phone = phone.map(|place| self.phone(usize::from(place)));
        let more = field.filter(|name| !text.contains(name)).map(str::to_owned);
        let more: Vec<_> = more.into_iter().chain(age).chain(phone).collect();
        if !more.is_empty() {
            text.push_str(&format!(" ({})", more.join("; ")));
        }
        text
    }

    /// With dates, classes and ages where all of them are known; with the name of the kind of paper where it is about
    /// one.
    fn text(&self, filled: &Filled, field: Option<&'static str>) -> String {
        let row = filled.finding.reason().row();
        match filled.finding.kind() {
            Some(kind) if row.text.en.contains("{paper}") => row.about_paper(self.language, Some(kind)),
            _ => row.about_filled(self.language, field, &filled.filling).to_string(),
        }
    }

    /// A phone of an encounter, counted from one.
    pub(crate) fn phone(&self, place: usize) -> String {
        format!("{} {}", self.say("Điện thoại", "Phone"), place.saturating_add(1))
    }

    /// A showing has an age of its own; everything else was known as of then.
    fn age(&self, finding: &Finding, age: u64) -> String {
        let ago = times::ago(age, self.language);
        if finding.code().starts_with("held.") { ago } else { format!("{} {ago}", self.say("dữ liệu", "as of")) }
    }

    /// The name of the field a finding is about: from the field table, never from a paper.
    fn field(&self, about: About, finding: &Finding) -> Option<&'static str> {
        let name = finding.field_name()?;
        let kind = if let About::Paper(kind) = about { Some(kind) } else { None };
        let known = |row: &&FieldRow| row.name == name && (kind.is_none() || row.kind.is_none() || row.kind == kind);
        FIELDS.iter().find(known).map(|row| values::label(row, self.language))
    }

    /// What to do next.
    pub(crate) fn step(&self, page: &mut Page, indent: &str, step: Step) {
        page.hang(&format!("{indent}→ "), Style::new(), step.text().of(self.language));
    }
}

/// What to do next, where it begins by saying the finding again and goes on: then it is said once, as one sentence.
fn going_on(text: &str, step: Step, language: Language) -> Option<String> {
    let whole = step.text().of(language);
    whole.starts_with(text).then(|| whole.trim_end_matches('.').to_owned())
}

/// Whether a filled text says the age already, in whichever unit.
fn says_age(text: &str, age: u64, language: Language) -> bool {
    const UNITS: [(u64, &str, &str); 4] =
        [(86_400, "ngày", "days"), (3600, "giờ", "hours"), (60, "phút", "minutes"), (1, "giây", "seconds")];
    UNITS.iter().any(|(size, vi, en)| {
        let count = age.checked_div(*size).unwrap_or_default();
        text.contains(&format!("{count} {}", crate::page::say(language, vi, en)))
    })
}
