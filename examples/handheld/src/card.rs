//! The report as an officer reads it: a small calm card. Words only; every decision on it is the core's.

use crate::basis::Ends;
use crate::cover;
use crate::findings::{About, Filled};
use crate::page::{FAINT, Page, STRONG, coloured, safe, say, styled};
use crate::scan::NoDocument;
use crate::times;
use crate::told::{Told, ToldPaper};
use crate::values::{self, Line};
use crate::veil::Veil;
use crate::words::{purpose, sign};
use anstyle::Style;
use doichieu::Language;
use doichieu::field::{Kind, Purpose};
use doichieu::reason::{Gravity, Reason, Side};
use doichieu::time::UnixTime;
use doichieu::{EncounterReport, Finding, Headline, Inspector, PaperReport, Proof, Report};
use std::cmp::Reverse;

/// Columns of the labels.
const LABELS: usize = 32;

/// What a card needs beside the report.
#[derive(Debug)]
pub(crate) struct Card<'a> {
    pub(crate) language: Language,
    pub(crate) inspector: &'a Inspector,
    pub(crate) purpose: Purpose,
    /// Below this time a clock is known to be wrong.
    pub(crate) floor: Option<UnixTime>,
    pub(crate) verbose: bool,
    /// Whether sensitive values are left out.
    pub(crate) veil: Veil,
}

impl<'a> Card<'a> {
    /// The card of a device that remembers nothing.
    pub(crate) const fn plain(language: Language, inspector: &'a Inspector, purpose: Purpose, veil: Veil) -> Self {
        Self { language, inspector, purpose, floor: None, verbose: false, veil }
    }
}

/// The card of a code that could not be read: what to do now, and nothing about anybody.
pub(crate) fn scan_again(card: &Card<'_>, why: &NoDocument) -> Page {
    let mut page = Page::of(card.inspector.bundle().is_test());
    page.test_banner(card.language);
    card.headline(&mut page, Headline::of_unread(why.reason()));
    card.unread(&mut page, why);
    page
}

impl Card<'_> {
    /// The card of a report, at a time; as an encounter of one judged it, if what is needed is told beside it.
    pub(crate) fn page(&self, report: &mut Report, judged: Option<&EncounterReport>, now: UnixTime) -> Page {
        let mut page = Page::of(report.is_test());
        page.test_banner(self.language);
        self.headline(&mut page, judged.map_or_else(|| report.headline(), EncounterReport::headline));
        self.about(&mut page, report.at(), None);
        let told = judged.map_or_else(|| Told::of(report), |judged| Told::alone(report, judged));
        self.showing(&mut page, report, told, judged, now);
        page
    }

    /// One showing below its headline: what is wrong with it, what is needed, its papers, notes, what it rests on.
    pub(crate) fn showing(
        &self,
        page: &mut Page,
        report: &mut Report,
        told: Told,
        judged: Option<&EncounterReport>,
        now: UnixTime,
    ) {
        let mut findings = told.findings;
        // Our own side first, then the gravest.
        findings.sort_by_key(|finding| (finding.side() != Side::Post, Reverse(finding.gravity())));
        let (problems, notes): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.gravity() > Gravity::Note);
        self.findings(page, About::Showing, &problems);
        if let Some(judged) = judged {
            self.needs(page, judged);
        }
        let known: Vec<_> = problems.iter().map(Finding::reason).collect();
        let mut ends = Ends::default();
        for (paper, told) in report.papers_mut().iter_mut().zip(told.papers) {
            page.gap().rule();
            self.title(page, paper.kind(), told.headline);
            self.values(page, paper, &known, now, &mut ends);
            self.paper_findings(page, paper, told, now);
        }
        page.gap().rule();
        self.findings(page, About::Showing, &notes);
        self.basis(page, report, &ends);
    }

    pub(crate) const fn say<'a>(&self, vi: &'a str, en: &'a str) -> &'a str {
        say(self.language, vi, en)
    }

    pub(crate) fn headline(&self, page: &mut Page, headline: Headline) {
        page.line(&format!(" {}", self.word(headline)));
    }

    /// Shape, word and colour together: none of them alone carries the meaning.
    pub(crate) fn word(&self, headline: Headline) -> String {
        let (shape, colour) = sign(headline);
        let word = match self.language {
            Language::En => headline.text().en,
            _ => headline.text().vi,
        };
        styled(coloured(colour), &format!("{shape} {word}"))
    }

    /// Why a code could not be read, and what to do now.
    pub(crate) fn unread(&self, page: &mut Page, why: &NoDocument) {
        let reason = why.reason();
        let (text, code) = match why {
            NoDocument::NoCode(of) => (of.text(self.language), of.trouble().code()),
            _ => (reason.row().about(self.language, None), reason.code()),
        };
        page.hang("   ", STRONG, &text);
        // A file's own trouble says itself what to do, unless it is a code of another kind.
        if !matches!(why, NoDocument::NoCode(of) if of.reason() == Reason::ScanUnreadable) {
            self.step(page, "   ", self.inspector.post().role().step(reason));
        }
        page.line(&styled(FAINT, &format!("   {code}")));
        if self.verbose {
            let log = match why {
                NoDocument::Unreadable(at) => format!("{at}"),
                NoDocument::NoCode(_) => "no code was found in the file".to_owned(),
                NoDocument::Several => "different codes of ours in one picture".to_owned(),
                NoDocument::NotWhole { have, of } => format!("{have} of {of} parts of an animated code"),
                NoDocument::Bundle => "a list set; `bundle receive` reads it".to_owned(),
            };
            page.line(&styled(FAINT, &format!("   {log}")));
        }
    }

    /// When, why and by whom; and one more word about it.
    pub(crate) fn about(&self, page: &mut Page, at: UnixTime, more: Option<&str>) {
        let post = self.inspector.post();
        let parts = [times::minute(at, self.language), purpose(self.purpose, self.language), safe(post.name())];
        let parts: Vec<_> = parts.into_iter().chain(more.map(str::to_owned)).collect();
        page.line(&styled(FAINT, &format!("   {}", parts.join(" · "))));
    }

    fn title(&self, page: &mut Page, kind: Kind, headline: Headline) {
        let title = format!(" {}", styled(STRONG, &self.name_of(kind)));
        page.beside(&title, LABELS.saturating_add(3), &self.word(headline));
    }

    fn paper_findings(&self, page: &mut Page, paper: &mut PaperReport, told: ToldPaper, now: UnixTime) {
        if let Some(covers) = told.covers {
            self.entry(page, &cover::covers(covers, self.language));
        }
        if let Some(count) = paper.withheld().filter(|count| *count > 0) {
            let text = match self.language {
                Language::En => format!("   {count} fields not shown here: infer nothing"),
                _ => format!("   {count} mục không hiện ở đây: không suy ra gì"),
            };
            page.line(&styled(FAINT, &text));
        }
        let mut findings = told.findings;
        findings.sort_by_key(|finding| Reverse(finding.gravity()));
        let about = About::Paper(paper.kind());
        self.filled(page, about, &filled(paper, findings, now));
    }

    fn values(&self, page: &mut Page, paper: &mut PaperReport, told: &[Reason], now: UnixTime, ends: &mut Ends) {
        match paper.proof() {
            Proof::Proven(release) => {
                ends.take_in(release);
                match release.at(now) {
                    Ok(shown) => {
                        self.lines(page, 3, &values::lines(&shown, self.language, self.veil));
                        if shown.fields().any(|(row, _)| self.veil.hides(row)) {
                            Veil::hint(page, self.language);
                        }
                    }
                    Err(_) => {
                        page.line(self.say("   Hết giờ xem.", "   Viewing ended."));
                    }
                }
            }
            Proof::Answered(answered) => self.entry(page, &cover::answered(answered, self.language)),
            Proof::Unproven(reason) if told.contains(&reason) => {
                page.line(
                    self.say(
                        "   Không hiện nội dung nào, vì lý do ở trên.",
                        "   Nothing is shown, for the reason above.",
                    ),
                );
            }
            Proof::Unproven(reason) => {
                let text = reason.row().about(self.language, None);
                page.line(self.say("   Không hiện nội dung nào.", "   Nothing is shown."));
                page.hang("   ", Style::new(), &text);
                self.step(page, "   ", self.inspector.post().role().step(reason));
            }
            _ => {}
        }
    }

    fn entry(&self, page: &mut Page, [label, text]: &[String; 2]) {
        page.entry(3, label, LABELS, text);
    }

    fn lines(&self, page: &mut Page, indent: usize, lines: &[Line]) {
        let wide = LABELS.saturating_add(3).saturating_sub(indent);
        for line in lines {
            page.entry(indent, line.label, wide, &line.text);
            self.lines(page, indent.saturating_add(2), &line.below);
        }
    }
}

/// Findings about a paper, with what they may be filled with: its values, while they are shown.
fn filled(paper: &mut PaperReport, findings: Vec<Finding>, now: UnixTime) -> Vec<Filled> {
    let Proof::Proven(release) = paper.proof() else { return unfilled(findings) };
    match release.at(now) {
        Ok(shown) => {
            let filled = |finding: Finding| Filled { filling: shown.filling(&finding), finding };
            findings.into_iter().map(filled).collect()
        }
        Err(_) => unfilled(findings),
    }
}

fn unfilled(findings: Vec<Finding>) -> Vec<Filled> {
    findings.into_iter().map(|finding| Filled { filling: finding.filling(), finding }).collect()
}
