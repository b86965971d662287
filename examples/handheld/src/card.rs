//! The report as an officer reads it: a small calm card. Words only; every decision on it is the core's.

use crate::basis::Ends;
use crate::cover;
use crate::page::{FAINT, Page, STRONG, coloured, padded, safe, say, styled};
use crate::scan::NoDocument;
use crate::times;
use crate::values::{self, Line};
use crate::words::{self, mark, purpose, sign};
use anstyle::Style;
use doichieu::field::{FIELDS, Kind, Purpose};
use doichieu::reason::{Gravity, Language, Reason, Side, Step};
use doichieu::time::UnixTime;
use doichieu::{Finding, Headline, Inspector, PaperReport, Proof, Report, StopPaper, StopShowing, citation};
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
}

/// The card of a code that could not be read: what to do now, and nothing about anybody.
pub(crate) fn scan_again(card: &Card<'_>, why: &NoDocument) -> Page {
    let mut page = Page::of(card.inspector.bundle().is_test());
    page.test_banner(card.language);
    card.headline(&mut page, Headline::ScanAgain);
    card.unread(&mut page, why);
    page
}

/// What is told of one showing: as its report found it, or as a stop judged it again.
#[derive(Debug)]
pub(crate) struct Told {
    findings: Vec<Finding>,
    papers: Vec<(Headline, Vec<Finding>)>,
}

impl Told {
    /// As the report says.
    pub(crate) fn of(report: &Report) -> Self {
        let papers = report.papers().iter().map(|paper| (paper.headline(), paper.findings().to_vec()));
        Self { findings: report.findings().to_vec(), papers: papers.collect() }
    }

    /// The same in a stop: owner and plate are told of the whole, each living paper for the vehicle that stands there.
    pub(crate) fn in_stop<'a>(
        report: &Report,
        showing: &StopShowing,
        papers: impl Iterator<Item = &'a StopPaper>,
    ) -> Self {
        let mut told = Self::of(report);
        told.findings = showing.findings().to_vec();
        for paper in papers {
            if let Some(of) = told.papers.get_mut(paper.paper()) {
                *of = (paper.headline(), paper.findings().to_vec());
            }
        }
        told
    }
}

/// What a finding is about, where its code does not say it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum About {
    Showing,
    Paper(Kind),
    /// One phone of several: the token is its place.
    Phones,
}

impl Card<'_> {
    /// The card of a report, at a time.
    pub(crate) fn page(&self, report: &mut Report, now: UnixTime) -> Page {
        let mut page = Page::of(report.is_test());
        page.test_banner(self.language);
        self.headline(&mut page, report.headline());
        self.about(&mut page, report.at(), None);
        let told = Told::of(report);
        self.showing(&mut page, report, told, now);
        page
    }

    /// One showing below its headline: what is wrong with it, its papers, notes, what it rests on.
    pub(crate) fn showing(&self, page: &mut Page, report: &mut Report, told: Told, now: UnixTime) {
        let mut findings = told.findings;
        // Our own side first, then the gravest.
        findings.sort_by_key(|finding| (finding.side() != Side::Post, Reverse(finding.gravity())));
        let (problems, notes): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.gravity() > Gravity::Note);
        self.findings(page, About::Showing, &problems);
        let known: Vec<_> = problems.iter().map(Finding::reason).collect();
        let mut ends = Ends::default();
        for (paper, (headline, findings)) in report.papers_mut().iter_mut().zip(told.papers) {
            page.gap().rule();
            self.title(page, paper.kind(), headline);
            self.values(page, paper, &known, now, &mut ends);
            self.paper_findings(page, paper, findings);
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
            Language::En => headline.en(),
            _ => headline.vi(),
        };
        styled(coloured(colour), &format!("{shape} {word}"))
    }

    /// Why a code could not be read, and what to do now.
    pub(crate) fn unread(&self, page: &mut Page, why: &NoDocument) {
        let reason = why.reason();
        page.hang("   ", STRONG, &reason.row().text(self.language, None));
        self.step(page, "   ", self.inspector.post().role().step(reason));
        page.line(&styled(FAINT, &format!("   {}", reason.code())));
        if self.verbose {
            let log = match why {
                NoDocument::Unreadable(at) => format!("{at}"),
                NoDocument::NoCode => "no code was found in the picture".to_owned(),
                NoDocument::NotWhole { have, of } => format!("{have} of {of} parts of an animated code"),
                NoDocument::Bundle => "a bundle of lists; `bundle receive` reads it".to_owned(),
            };
            page.line(&styled(FAINT, &format!("   {log}")));
        }
    }

    /// When, why and by whom; and one more word about it.
    pub(crate) fn about(&self, page: &mut Page, at: UnixTime, more: Option<&str>) {
        let post = self.inspector.post();
        let parts = [times::minute(at), purpose(self.purpose, self.language), safe(post.name())];
        let parts: Vec<_> = parts.into_iter().chain(more.map(str::to_owned)).collect();
        page.line(&styled(FAINT, &format!("   {}", parts.join(" · "))));
    }

    fn title(&self, page: &mut Page, kind: Kind, headline: Headline) {
        let name = kind.row().map_or_else(
            || format!("{} {}", self.say("Giấy tờ số", "Paper no."), kind.number()),
            |row| self.say(row.vi, row.en).to_owned(),
        );
        let title = styled(STRONG, &padded(&name, LABELS.saturating_add(2)));
        page.line(&format!(" {title}  {}", self.word(headline)));
    }

    fn paper_findings(&self, page: &mut Page, paper: &PaperReport, mut findings: Vec<Finding>) {
        if let Some(covers) = paper.covers() {
            self.entry(page, &cover::covers(covers, self.language));
        }
        if let Some(count) = paper.withheld().filter(|count| *count > 0) {
            let text = match self.language {
                Language::En => format!("   {count} more not shared, or empty places: nothing follows from that"),
                _ => format!("   {count} mục khác không chia sẻ hoặc chỗ trống: không suy ra điều gì"),
            };
            page.line(&styled(FAINT, &text));
        }
        findings.sort_by_key(|finding| Reverse(finding.gravity()));
        self.findings(page, About::Paper(paper.kind()), &findings);
    }

    fn values(&self, page: &mut Page, paper: &mut PaperReport, told: &[Reason], now: UnixTime, ends: &mut Ends) {
        let kind = paper.kind();
        match paper.proof() {
            Proof::Proven(disclosure) => {
                ends.take_in(disclosure);
                match disclosure.at(now) {
                    Ok(shown) => self.lines(page, 3, &values::lines(kind, &shown, self.language)),
                    Err(_) => {
                        page.line(self.say("   Đã hết thời gian được xem.", "   The time to see it has ended."));
                    }
                }
            }
            Proof::Answered(answered) => self.entry(page, &cover::answered(answered, self.language)),
            Proof::Unproven(reason) if told.contains(&reason) => {
                page.line(self.say(
                    "   Không có nội dung nào được đọc, vì lý do ở trên.",
                    "   Nothing of it is shown, for the reason above.",
                ));
            }
            Proof::Unproven(reason) => {
                let text = reason.row().text(self.language, None);
                page.line(self.say("   Không có nội dung nào được đọc.", "   Nothing of it is shown."));
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
            page.entry(indent, &line.label, wide, &line.text);
            self.lines(page, indent.saturating_add(2), &line.below);
        }
    }

    pub(crate) fn findings(&self, page: &mut Page, about: About, findings: &[Finding]) {
        let mut before = None;
        for finding in findings {
            page.gap();
            let step = self.inspector.post().role().step(finding.reason());
            // The same thing to do is said once.
            self.finding(
                page,
                about,
                finding,
                Some(step).filter(|step| before != Some(*step) && *step != Step::Nothing),
            );
            before = Some(step);
        }
    }

    fn finding(&self, page: &mut Page, about: About, finding: &Finding, step: Option<Step>) {
        let (shape, style) = mark(finding);
        let field = self.field(about, finding);
        let row = finding.reason().row();
        let mut text = row.text(self.language, field);
        let age = finding.age().map(|age| self.age(finding, age));
        let phone = matches!(about, About::Phones).then(|| finding.token()).flatten();
        let phone = phone.map(|place| self.phone(usize::from(place)));
        let more = field.filter(|name| !text.contains(name)).map(str::to_owned);
        let more: Vec<_> = more.into_iter().chain(age).chain(phone).collect();
        if !more.is_empty() {
            text.push_str(&format!(" ({})", more.join("; ")));
        }
        page.hang(&format!("   {} ", styled(style, shape)), style, &text);
        if let Some(floor) = self.floor.filter(|_| finding.reason() == Reason::PostClockWrong) {
            page.line(&format!("     {} {}", self.say("Không thể sớm hơn", "It is at least"), times::minute(floor)));
        }
        if let Some(step) = step {
            self.step(page, "     ", step);
        }
        let law = finding
            .rule()
            .and_then(citation)
            .map(|law| format!(" · {}", words::law(law, self.language)))
            .unwrap_or_default();
        page.hang("     ", FAINT, &format!("{}{law}", finding.code()));
    }

    /// A phone of a stop, counted from one.
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
        let known = |row: &&_| {
            let row: &doichieu::field::FieldRow = row;
            row.name == name && (kind.is_none() || row.kind.is_none() || row.kind == kind)
        };
        FIELDS.iter().find(known).map(|row| values::label(row, self.language))
    }

    fn step(&self, page: &mut Page, indent: &str, step: Step) {
        page.hang(&format!("{indent}→ "), Style::new(), step.text(self.language));
    }
}
