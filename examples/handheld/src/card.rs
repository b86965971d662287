//! The report as an officer reads it: a small calm card. Words only; every decision on it is the core's.

use crate::inspect::NoDocument;
use crate::page::{FAINT, Page, STRONG, coloured, padded, safe, say, styled};
use crate::times;
use crate::values::{self, Line};
use anstyle::{AnsiColor, Style};
use doichieu::field::{FIELDS, Kind, Purpose};
use doichieu::reason::{Axis, Gravity, Language, Side, Step};
use doichieu::time::UnixTime;
use doichieu::{Basis, Finding, Headline, Held, Inspector, PaperReport, Proof, Report, citation};
use std::cmp::Reverse;

/// Columns of the labels.
const LABELS: usize = 32;
/// Columns of the labels at the foot.
const BASIS: usize = 16;

/// What a card needs beside the report.
#[derive(Debug)]
pub(crate) struct Card<'a> {
    pub(crate) language: Language,
    pub(crate) inspector: &'a Inspector,
    pub(crate) purpose: Purpose,
    pub(crate) verbose: bool,
}

/// When the values leave the screen, and when they end.
#[derive(Default)]
struct Ends {
    display: Option<UnixTime>,
    until: Option<UnixTime>,
}

/// The card of a code that could not be read: what to do now, and nothing about anybody.
pub(crate) fn scan_again(card: &Card<'_>, why: &NoDocument) -> Page {
    let mut page = Page::default();
    card.test_banner(&mut page, card.inspector.bundle().is_test());
    card.headline(&mut page, Headline::ScanAgain);
    let reason = why.reason();
    page.hang("   ", STRONG, &reason.row().text(card.language, None));
    card.step(&mut page, "   ", card.inspector.post().role().step(reason));
    page.line(&styled(FAINT, &format!("   {}", reason.code())));
    if card.verbose {
        let log = match why {
            NoDocument::Unreadable(at) => format!("{at}"),
            NoDocument::NoCode => "no code was found in the picture".to_owned(),
        };
        page.line(&styled(FAINT, &format!("   {log}")));
    }
    page
}

impl Card<'_> {
    /// The card of a report, at a time.
    pub(crate) fn page(&self, report: &mut Report, now: UnixTime) -> Page {
        let mut page = Page::default();
        self.test_banner(&mut page, report.is_test());
        self.headline(&mut page, report.headline());
        self.about(&mut page, report);
        let mut findings = report.findings().to_vec();
        // Our own side first, then the gravest.
        findings.sort_by_key(|finding| (finding.side() != Side::Post, Reverse(finding.gravity())));
        let (problems, notes): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.gravity() > Gravity::Note);
        self.findings(&mut page, None, &problems);
        let mut ends = Ends::default();
        for paper in report.papers_mut() {
            page.gap().rule();
            self.paper(&mut page, paper, now, &mut ends);
        }
        page.gap().rule();
        self.findings(&mut page, None, &notes);
        self.basis(&mut page, report, &ends);
        page
    }

    const fn say<'a>(&self, vi: &'a str, en: &'a str) -> &'a str {
        say(self.language, vi, en)
    }

    fn test_banner(&self, page: &mut Page, test: bool) {
        if test {
            let text = self.say(
                " TEST · THỬ NGHIỆM: gốc tin cậy thử nghiệm, không dùng để xử lý thật ",
                " TEST: made under a test root, not for real use ",
            );
            page.line(&styled(Style::new().bold().invert(), text)).gap();
        }
    }

    fn headline(&self, page: &mut Page, headline: Headline) {
        page.line(&format!(" {}", self.word(headline)));
    }

    /// Shape, word and colour together: none of them alone carries the meaning.
    fn word(&self, headline: Headline) -> String {
        let (shape, colour) = sign(headline);
        let word = match self.language {
            Language::En => headline.en(),
            _ => headline.vi(),
        };
        styled(coloured(colour), &format!("{shape} {word}"))
    }

    fn about(&self, page: &mut Page, report: &Report) {
        let post = self.inspector.post();
        let line = format!(
            "   {} · {} · {}",
            times::minute(report.at()),
            purpose(self.purpose, self.language),
            safe(post.name())
        );
        page.line(&styled(FAINT, &line));
    }

    fn paper(&self, page: &mut Page, paper: &mut PaperReport, now: UnixTime, ends: &mut Ends) {
        let kind = paper.kind();
        let name = kind.row().map_or_else(
            || format!("{} {}", self.say("Giấy tờ số", "Paper no."), kind.number()),
            |row| self.say(row.vi, row.en).to_owned(),
        );
        let title = styled(STRONG, &padded(&name, LABELS.saturating_add(2)));
        page.line(&format!(" {title}  {}", self.word(paper.headline())));
        self.values(page, paper, now, ends);
        if let Some(count) = paper.withheld().filter(|count| *count > 0) {
            let text = match self.language {
                Language::En => format!("   {count} more not shared, or empty places: nothing follows from that"),
                _ => format!("   {count} mục khác không chia sẻ hoặc chỗ trống: không suy ra điều gì"),
            };
            page.line(&styled(FAINT, &text));
        }
        let mut findings = paper.findings().to_vec();
        findings.sort_by_key(|finding| Reverse(finding.gravity()));
        self.findings(page, Some(kind), &findings);
    }

    fn values(&self, page: &mut Page, paper: &mut PaperReport, now: UnixTime, ends: &mut Ends) {
        let kind = paper.kind();
        match paper.proof() {
            Proof::Proven(disclosure) => {
                ends.display = ends.display.into_iter().chain([disclosure.display_until()]).min();
                ends.until = ends.until.into_iter().chain([disclosure.until()]).max();
                match disclosure.at(now) {
                    Ok(shown) => self.lines(page, 3, &values::lines(kind, &shown, self.language)),
                    Err(_) => {
                        page.line(self.say("   Đã hết thời gian được xem.", "   The time to see it has ended."));
                    }
                }
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

    fn lines(&self, page: &mut Page, indent: usize, lines: &[Line]) {
        let wide = LABELS.saturating_add(3).saturating_sub(indent);
        for line in lines {
            page.entry(indent, &line.label, wide, &line.text);
            self.lines(page, indent.saturating_add(2), &line.below);
        }
    }

    fn findings(&self, page: &mut Page, kind: Option<Kind>, findings: &[Finding]) {
        for finding in findings {
            page.gap();
            self.finding(page, kind, finding);
        }
    }

    fn finding(&self, page: &mut Page, kind: Option<Kind>, finding: &Finding) {
        let (shape, style) = mark(finding);
        let mut text = finding.reason().row().text(self.language, self.field(kind, finding));
        if let Some(age) = finding.age() {
            let data = self.say("dữ liệu", "data of");
            text.push_str(&format!(" ({data} {})", times::ago(age, self.language)));
        }
        page.hang(&format!("   {} ", styled(style, shape)), style, &text);
        let step = self.inspector.post().role().step(finding.reason());
        if step != Step::Nothing {
            self.step(page, "     ", step);
        }
        let rule = finding.rule().and_then(citation).map(|law| format!(" · {law}")).unwrap_or_default();
        page.hang("     ", FAINT, &format!("{}{rule}", finding.code()));
    }

    /// The name of the field a finding is about: from the field table, never from a paper.
    fn field(&self, kind: Option<Kind>, finding: &Finding) -> Option<&'static str> {
        let name = finding.field_name()?;
        let known = |row: &&_| {
            let row: &doichieu::field::FieldRow = row;
            row.name == name && (kind.is_none() || row.kind.is_none() || row.kind == kind)
        };
        FIELDS.iter().find(known).map(|row| values::label(row, self.language))
    }

    fn step(&self, page: &mut Page, indent: &str, step: Step) {
        page.hang(&format!("{indent}→ "), Style::new(), step.text(self.language));
    }

    fn basis(&self, page: &mut Page, report: &Report, ends: &Ends) {
        let assurance = report.assurance();
        page.gap();
        let held = match assurance.held {
            Some(Held::DeviceKey) => self.say(
                "đã xác thực bằng khóa của điện thoại; người thì chưa",
                "proven by the phone's own key; the person is not",
            ),
            _ => self.say("chưa xác thực được điện thoại", "the phone was not proven"),
        };
        self.based(page, self.say("Điện thoại", "Phone"), held);
        let agreed = match assurance.agreed {
            Some(Basis::SignedGrant) => self.say(
                "đã ký trên điện thoại: cho ai, để làm gì, mục nào",
                "signed on the phone: for whom, why, which fields",
            ),
            _ => self.say("không có nội dung nào được đưa ra", "nothing was released"),
        };
        self.based(page, self.say("Đồng ý", "Consent"), agreed);
        let shown = if assurance.challenge_bound {
            self.say("trả lời mã yêu cầu của chính máy này", "in answer to this very device")
        } else {
            self.say("mã tự xuất trình, không theo mã yêu cầu", "unprompted, not in answer to a challenge")
        };
        self.based(page, self.say("Cách xuất trình", "Showing"), shown);
        self.based(page, self.say("Danh sách", "Lists"), &self.lists(report));
        if let Some(text) = self.ends(ends) {
            self.based(page, self.say("Được xem", "To be seen"), &text);
        }
    }

    fn based(&self, page: &mut Page, label: &str, text: &str) {
        page.entry(3, label, BASIS, text);
    }

    fn lists(&self, report: &Report) -> String {
        let assurance = report.assurance();
        let number = self.inspector.bundle().number();
        let bundle = times::ago(assurance.bundle_age, self.language);
        let status = assurance.status_age.map_or_else(
            || self.say("không có tình trạng", "no status").to_owned(),
            |age| format!("{} {}", self.say("tình trạng cũ nhất", "oldest status"), times::ago(age, self.language)),
        );
        format!("{} {number}, {bundle}; {status}", self.say("số", "no."))
    }

    fn ends(&self, ends: &Ends) -> Option<String> {
        let (display, until) = (ends.display?, ends.until?);
        let (on_screen, kept) = (self.say("trên màn hình đến", "on screen until"), self.say("giữ đến", "kept until"));
        let end = if until.day() == display.day() { times::second(until) } else { times::minute(until) };
        let display_end = times::second(display);
        Some(if display == until {
            format!("{on_screen} {display_end}")
        } else {
            format!("{on_screen} {display_end}, {kept} {end}")
        })
    }
}

/// Six shapes and six colours.
const fn sign(headline: Headline) -> (&'static str, AnsiColor) {
    match headline {
        Headline::Accept => ("✔", AnsiColor::Green),
        Headline::LookUp => ("▲", AnsiColor::Yellow),
        Headline::NotInForce => ("✖", AnsiColor::Red),
        Headline::NotProven => ("■", AnsiColor::Magenta),
        Headline::ScanAgain => ("↻", AnsiColor::Cyan),
        // Not checked yet, and whatever a later engine adds: never a colour that decides.
        _ => ("○", AnsiColor::Blue),
    }
}

fn mark(finding: &Finding) -> (&'static str, Style) {
    let headline = match (finding.gravity(), finding.axis()) {
        (Gravity::Refuse, Axis::Proof) => Headline::NotProven,
        (Gravity::Refuse, _) => Headline::NotInForce,
        (Gravity::Refer, Axis::Proof) => Headline::NotChecked,
        (Gravity::Refer, _) => Headline::LookUp,
        _ => return ("•", Style::new()),
    };
    let (shape, colour) = sign(headline);
    (shape, coloured(colour))
}

/// A purpose in words; one this host has no words for, by its number.
fn purpose(of: Purpose, language: Language) -> String {
    let words = match of {
        Purpose::TRAFFIC_CONTROL => say(language, "kiểm tra giao thông", "traffic control"),
        Purpose::CLINIC_ADMISSION => say(language, "tiếp đón khám chữa bệnh", "clinic admission"),
        Purpose::BANK_ONBOARDING => say(language, "mở tài khoản ngân hàng", "opening a bank account"),
        Purpose::E_WALLET => say(language, "mở ví điện tử", "opening an e-wallet"),
        Purpose::INSURANCE_CLAIM => say(language, "giải quyết bảo hiểm", "insurance claim"),
        Purpose::PUBLIC_SERVICE => say(language, "thủ tục hành chính", "public service"),
        _ => return format!("{} {}", say(language, "mục đích số", "purpose no."), of.number()),
    };
    words.to_owned()
}
