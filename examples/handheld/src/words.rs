//! Signs and words of this host: shapes and colours of headlines, purposes, citations.

use crate::page::{coloured, say};
use anstyle::{AnsiColor, Style};
use doichieu::Language;
use doichieu::field::Purpose;
use doichieu::reason::{Axis, Gravity};
use doichieu::{Finding, Headline, citation_vi};

/// Six shapes and six colours.
pub(crate) const fn sign(headline: Headline) -> (&'static str, AnsiColor) {
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

/// How a finding is marked: as its headline would be; a note by a dot.
pub(crate) fn mark(finding: &Finding) -> (&'static str, Style) {
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
pub(crate) fn purpose(of: Purpose, language: Language) -> String {
    let words = match of {
        Purpose::TRAFFIC_CONTROL => say(language, "kiểm tra giao thông", "traffic control"),
        Purpose::CLINIC_ADMISSION => say(language, "tiếp nhận khám chữa bệnh", "clinic admission"),
        Purpose::BANK_ONBOARDING => say(language, "mở tài khoản ngân hàng", "opening a bank account"),
        Purpose::E_WALLET => say(language, "mở ví điện tử", "opening an e-wallet"),
        Purpose::INSURANCE_CLAIM => say(language, "giải quyết bảo hiểm", "insurance claim"),
        Purpose::PUBLIC_SERVICE => say(language, "thủ tục hành chính", "public service"),
        _ => return format!("{} {}", say(language, "mục đích số", "purpose no."), of.number()),
    };
    words.to_owned()
}

/// A citation as the language writes it.
pub(crate) fn law(citation: &'static str, language: Language) -> &'static str {
    match language {
        Language::En => citation,
        _ => citation_vi(citation).unwrap_or(citation),
    }
}

/// A legal basis as its law is cited; one this host has no words for, by its code.
pub(crate) fn basis(code: &str, language: Language) -> &str {
    match code {
        "law-91-2025-art-19" => say(language, "Điều 19 Luật 91/2025/QH15", "Law 91/2025/QH15 art. 19"),
        _ => code,
    }
}
