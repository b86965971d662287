//! The rules of law that may decide a report: article, days, how sure we are of it, what it may find. From the core's
//! own rows.

use super::entry;
use crate::page::{FAINT, Page, STRONG, say, styled};
use crate::words;
use anstyle::Style;
use doichieu::Language;
use doichieu::citation;
use doichieu::rules::{self, Civil, Confidence, Rule};

/// One rule's rows, one for each kind of paper; of a need or a lawful step, its article. `false`: there is no such
/// rule.
pub(super) fn one(page: &mut Page, id: &str, language: Language) -> bool {
    let Some(law) = citation(id) else { return false };
    page.line(&styled(STRONG, id));
    entry(page, say(language, "Loại", "Kind"), say(language, "quy tắc theo pháp luật", "a rule of law"));
    let rows: Vec<_> = rules::all().filter(|rule| rule.id == id).collect();
    if rows.is_empty() {
        entry(page, say(language, "Căn cứ", "Article"), words::law(law, language));
    }
    for rule in rows {
        page.gap();
        entry(page, say(language, "Giấy tờ", "Paper"), paper(rule, language));
        entry(page, say(language, "Căn cứ", "Article"), article(rule, language));
        entry(page, say(language, "Áp dụng", "In force"), &days(rule, language));
        entry(page, say(language, "Độ chắc chắn", "How sure"), sure(rule.confidence, language));
        let finds: Vec<_> = rule.what.finds.iter().map(|reason| reason.code()).collect();
        entry(page, say(language, "Có thể nêu", "May find"), &finds.join(", "));
    }
    true
}

/// Every rule, each id once, with the papers it is about.
pub(super) fn all(page: &mut Page, language: Language) {
    let mut told: Vec<&str> = Vec::new();
    for rule in rules::all() {
        if told.contains(&rule.id) {
            continue;
        }
        told.push(rule.id);
        page.line(&format!("{}  {}", styled(STRONG, rule.id), styled(FAINT, &days(rule, language))));
        let papers: Vec<_> =
            rules::all().filter(|other| other.id == rule.id).map(|other| paper(other, language)).collect();
        page.hang("   ", Style::new(), &format!("{} · {}", article(rule, language), papers.join(", ")));
    }
}

fn paper(rule: &Rule, language: Language) -> &'static str {
    rule.what.kind.row().map_or("?", |row| row.text.of(language))
}

const fn article(rule: &Rule, language: Language) -> &'static str {
    rule.law.of(language)
}

/// From its first day until the first on which it no longer counts; what a paper itself says counts on any day.
fn days(rule: &Rule, language: Language) -> String {
    if rule.confidence == Confidence::InPaper {
        return say(language, "mọi ngày", "on any day").to_owned();
    }
    let from = format!("{} {}", say(language, "từ", "from"), written(rule.from, language));
    rule.to.map_or_else(
        || from.clone(),
        |to| format!("{from} {} {}", say(language, "đến trước", "until before"), written(to, language)),
    )
}

fn written((year, month, day): Civil, language: Language) -> String {
    match language {
        Language::En => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day:02}/{month:02}/{year}"),
    }
}

const fn sure(confidence: Confidence, language: Language) -> &'static str {
    match confidence {
        Confidence::InPaper => say(language, "ghi ngay trên giấy tờ", "stated in the paper itself"),
        Confidence::High => say(language, "cao: đã đọc điều luật", "high: the article was read"),
        Confidence::Medium => say(language, "vừa: chỉ ghi chú", "medium: a note at most"),
        _ => say(language, "thấp: chỉ ghi chú", "low: a note at most"),
    }
}
