//! Findings on the card: a mark before the core's sentence, what to do next, code and article.

use crate::card::Card;
use crate::page::{FAINT, Page};
use crate::times;
use crate::words::{self, mark};
use anstyle::Style;
use doichieu::field::Kind;
use doichieu::reason::{Filling, Reason, Step};
use doichieu::{Finding, Text, citation};
use std::borrow::Cow;

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
        let of_paper = if let About::Paper(kind) = about { Some(kind) } else { None };
        let filling = filled.filling.clone().for_kind(finding.kind().or(of_paper));
        let said = self.inspector.post().role().said(finding.reason(), self.language, &filling);
        let mark = format!("   {} ", crate::page::styled(style, shape));
        page.hang(&mark, style, &self.with_phone(about, finding, said.text()));
        if let Some(floor) = self.floor.filter(|_| finding.reason() == Reason::PostClockWrong) {
            page.line(&format!(
                "     {} {}",
                self.say("Ngày ký mới nhất máy đã thấy:", "Newest signed date this device has seen:"),
                times::minute(floor, self.language)
            ));
        }
        // The same thing to do is said once a check, not once a paper.
        if let Some(step) = said.step_text().filter(|step| page.is_new(step)) {
            page.hang("     → ", Style::new(), step);
        }
        self.aloud(page, said.aloud());
        let law = finding.rule().and_then(citation).map(|law| words::law(law, self.language));
        let below: Vec<_> = Some(finding.code()).into_iter().chain(law).collect();
        page.hang("     ", FAINT, &below.join(" · "));
    }

    /// What may be said to the person: of the first finding that has such words, for one sentence is enough.
    fn aloud(&self, page: &mut Page, aloud: Option<Text>) {
        const ONE: &str = "aloud";
        if let Some(text) = aloud.filter(|_| page.is_new(ONE)) {
            let said = format!("“{}”", text.of(self.language));
            page.hang(&format!("     {} ", self.say("Có thể nói:", "You may say:")), Style::new(), &said);
        }
    }

    /// Before it the phone, where there are several.
    fn with_phone<'t>(&self, about: About, finding: &Finding, text: &'t str) -> Cow<'t, str> {
        match finding.token().filter(|_| matches!(about, About::Phones)) {
            Some(place) => format!("{}: {text}", self.phone(usize::from(place))).into(),
            None => text.into(),
        }
    }

    /// A phone of an encounter, counted from one.
    pub(crate) fn phone(&self, place: usize) -> String {
        format!("{} {}", self.say("Điện thoại", "Phone"), place.saturating_add(1))
    }

    /// What to do next about a reason of no paper.
    pub(crate) fn step(&self, page: &mut Page, indent: &str, step: Step) {
        let filling = Filling::default().at(self.inspector.post().role().setting());
        page.hang(&format!("{indent}→ "), Style::new(), &step.said(self.language, &filling));
    }
}
