//! The foot of the card: what the report rests on, and until when values are seen.

use crate::card::Card;
use crate::page::Page;
use crate::times;
use crate::words;
use doichieu::reason::{Reason, Side};
use doichieu::time::UnixTime;
use doichieu::{Assurance, Basis, Finding, Held, Release, Report};

/// Columns of the labels.
const LABELS: usize = 16;

/// When the values leave the screen, and when they end.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    display: Option<UnixTime>,
    until: Option<UnixTime>,
}

impl Ends {
    /// Takes in those of one more paper: the first to leave the screen, the last to end.
    pub(crate) fn take_in(&mut self, release: &Release) {
        self.display = self.display.into_iter().chain([release.display_until()]).min();
        self.until = self.until.into_iter().chain([release.until()]).max();
    }
}

impl Card<'_> {
    /// What the report rests on.
    pub(crate) fn basis(&self, page: &mut Page, report: &Report, ends: &Ends) {
        let assurance = report.assurance();
        page.gap();
        let on_us = |finding: &Finding| finding.side() == Side::Post && finding.is_failed_proof();
        if report.papers().is_empty() && report.findings().iter().any(on_us) {
            page.line(self.say(
                "   Chưa xét gì về người dân và giấy tờ.",
                "   Nothing was examined about the citizen or any paper.",
            ));
        } else {
            self.based(page, self.say("Điện thoại", "Phone"), self.held(assurance));
            self.based(page, self.say("Đồng ý", "Consent"), self.agreed(assurance));
            if let Some(basis) = report.legal_basis() {
                self.based(page, self.say("Căn cứ", "Legal basis"), words::basis(basis.code(), self.language));
            }
            self.based(page, self.say("Cách xuất trình", "Showing"), self.shown(assurance));
        }
        if let Some(relations) = self.relations(report) {
            self.based(page, self.say("Quan hệ", "Relations"), &relations);
        }
        self.based(page, self.say("Danh sách", "Lists"), &self.lists(report));
        if let Some(text) = self.ends(ends) {
            self.based(page, self.say("Được xem", "To be seen"), &text);
        }
    }

    const fn held(&self, assurance: &Assurance) -> &'static str {
        match assurance.held {
            Some(Held::DeviceKey) => self.say(
                "đã xác thực bằng khóa của điện thoại; người thì chưa",
                "proven by the phone's own key; the person is not",
            ),
            _ => self.say("chưa xác thực được điện thoại", "not proven"),
        }
    }

    const fn agreed(&self, assurance: &Assurance) -> &'static str {
        match assurance.agreed {
            Some(Basis::SignedGrant) => self.say(
                "đã ký trên điện thoại: cho ai, để làm gì, mục nào",
                "signed on the phone: for whom, why, which fields",
            ),
            Some(Basis::LegalBasis) => {
                self.say("không có; đọc theo căn cứ pháp luật của vai trò", "none; read on a legal basis of the role")
            }
            _ => self.say("không có nội dung nào được đưa ra", "nothing was released"),
        }
    }

    const fn shown(&self, assurance: &Assurance) -> &'static str {
        if assurance.challenge_bound {
            self.say("trả lời mã yêu cầu của chính máy này", "in answer to this device's own request code")
        } else {
            self.say("mã tạo sẵn, không theo mã yêu cầu", "a ready-made code, not in answer to a request code")
        }
    }

    fn based(&self, page: &mut Page, label: &str, text: &str) {
        page.entry(3, label, LABELS, text);
    }

    fn lists(&self, report: &Report) -> String {
        let assurance = report.assurance();
        let mut text = format!("{} {}", self.say("số", "no."), self.inspector.bundle().number());
        // On a clock that is wrong no age can be told.
        if report.findings().iter().any(|finding| finding.reason() == Reason::PostClockWrong) {
            return text;
        }
        text.push_str(&format!(", {}", times::ago(assurance.bundle_age, self.language)));
        if let Some(age) = assurance.status_age {
            let status = self.say("tình trạng cũ nhất", "oldest status");
            text.push_str(&format!("; {status} {}", times::ago(age, self.language)));
        }
        text
    }

    fn ends(&self, ends: &Ends) -> Option<String> {
        let (display, until) = (ends.display?, ends.until?);
        let (on_screen, kept) = (self.say("trên màn hình đến", "on screen until"), self.say("giữ đến", "kept until"));
        let end = if until.day() == display.day() { times::second(until) } else { times::minute(until, self.language) };
        let display_end = times::second(display);
        Some(if display == until {
            format!("{on_screen} {display_end}")
        } else {
            format!("{on_screen} {display_end}, {kept} {end}")
        })
    }
}
