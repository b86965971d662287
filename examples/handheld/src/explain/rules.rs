//! The rules of law that may decide a report: article, days, how sure we are of it, what it may find. From the core's
//! own rows.

use super::entry;
use crate::page::{FAINT, Page, STRONG, say, styled};
use crate::times;
use crate::words;
use anstyle::Style;
use doichieu::Language;
use doichieu::rules::{self, CHECKED_ON, Civil, Confidence, Rule, SEEN_UNTIL};
use doichieu::{citation, needs_by_law, steps_by_law};

/// One rule's rows, one for each kind of paper; of a need or a lawful step, its article. `false`: there is no such
/// rule.
pub(super) fn one(page: &mut Page, id: &str, language: Language) -> bool {
    let Some(law) = citation(id) else { return false };
    page.line(&styled(STRONG, id));
    entry(page, say(language, "Loại", "Kind"), say(language, "quy tắc theo pháp luật", "a rule of law"));
    let rows: Vec<_> = rules::all().filter(|rule| rule.id == id).collect();
    if rows.is_empty() {
        entry(page, say(language, "Căn cứ", "Article"), words::law(law, language));
        for (from, to, seen_until) in beside_rules(id) {
            entry(page, say(language, "Áp dụng", "In force"), &period(from, to, language));
            entry(page, say(language, "Đã rà soát", "Checked"), &seen(seen_until, language));
        }
    }
    for rule in rows {
        page.gap();
        entry(page, say(language, "Giấy tờ", "Paper"), paper(rule, language));
        entry(page, say(language, "Căn cứ", "Article"), article(rule, language));
        entry(page, say(language, "Áp dụng", "In force"), &days(rule, language));
        entry(page, say(language, "Độ chắc chắn", "How sure"), sure(rule.confidence, language));
        entry(page, say(language, "Đã rà soát", "Checked"), &seen(rule.seen, language));
        let finds: Vec<_> = rule.what.finds.iter().map(|reason| reason.code()).collect();
        entry(page, say(language, "Có thể nêu", "May find"), &finds.join(", "));
    }
    true
}

/// Days of the needs and lawful steps of an id, each once.
fn beside_rules(id: &str) -> Vec<(Civil, Option<Civil>, Option<Civil>)> {
    let needs = needs_by_law().filter(|row| row.id == id).map(|row| (row.from, row.to, row.seen));
    let steps = steps_by_law().filter(|row| row.id == id).map(|row| (row.from, row.to, row.seen));
    let mut rows: Vec<_> = needs.chain(steps).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Until when the law behind a row was seen.
fn seen(until: Option<Civil>, language: Language) -> String {
    until.map_or_else(
        || say(language, "chưa thấy văn bản", "its text was not seen").to_owned(),
        |until| format!("{} {}", say(language, "pháp luật đến", "law seen up to"), times::of_law(until, language)),
    )
}

/// Every rule, each id once, with the papers it is about.
pub(super) fn all(page: &mut Page, language: Language) {
    page.line(&styled(FAINT, &checked(language)));
    let mut told: Vec<&str> = Vec::new();
    for rule in rules::all() {
        if told.contains(&rule.id) {
            continue;
        }
        told.push(rule.id);
        page.beside(&styled(STRONG, rule.id), 0, &styled(FAINT, &days(rule, language)));
        let papers: Vec<_> =
            rules::all().filter(|other| other.id == rule.id).map(|other| paper(other, language)).collect();
        page.hang("   ", Style::new(), &format!("{} · {}", article(rule, language), papers.join(", ")));
    }
}

/// The names of all of them, and of the needs and lawful steps beside them.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    rules::all().map(|rule| rule.id).chain(needs_by_law().map(|row| row.id)).chain(steps_by_law().map(|row| row.id))
}

fn paper(rule: &Rule, language: Language) -> &'static str {
    rule.what.kind.row().map_or("?", |row| row.text.of(language))
}

const fn article(rule: &Rule, language: Language) -> &'static str {
    rule.law.of(language)
}

/// From its first day until the first on which it no longer counts; what a paper itself says counts on any day.
fn days(rule: &Rule, language: Language) -> String {
    if rule.confidence == Confidence::InPaper && rule.follows.is_none() {
        let any = say(language, "mọi ngày", "on any day");
        let until =
            |to| format!("{any} {} {}", say(language, "đến trước", "until before"), times::of_law(to, language));
        return rule.to.map_or_else(|| any.to_owned(), until);
    }
    period(rule.from, rule.to, language)
}

/// When all rows were held against the law, and up to when law was seen.
fn checked(language: Language) -> String {
    let [on, until] = [CHECKED_ON, SEEN_UNTIL].map(|day| times::of_law(day, language));
    match language {
        Language::En => format!("Rules checked on {on}; law seen up to {until}"),
        _ => format!("Rà soát ngày {on}; pháp luật đã xem đến {until}"),
    }
}

fn period(from: Civil, to: Option<Civil>, language: Language) -> String {
    let from = format!("{} {}", say(language, "từ", "from"), times::of_law(from, language));
    to.map_or_else(
        || from.clone(),
        |to| format!("{from} {} {}", say(language, "đến trước", "until before"), times::of_law(to, language)),
    )
}

const fn sure(confidence: Confidence, language: Language) -> &'static str {
    match confidence {
        Confidence::InPaper => say(language, "ghi ngay trên giấy tờ", "stated in the paper itself"),
        Confidence::High => say(language, "cao: đã đọc điều luật", "high: the article was read"),
        Confidence::Medium => say(language, "vừa: chỉ ghi chú", "medium: a note at most"),
        _ => say(language, "thấp: chỉ ghi chú", "low: a note at most"),
    }
}
