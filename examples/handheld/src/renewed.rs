//! A renewed mandate beside the one in use, before it is taken: what it changes, and whether it allows more.

use crate::page::{Page, STRONG, safe, say};
use crate::readiness::{LABELS, until};
use crate::{times, words};
use doichieu::{Language, MandateFields, Post};

/// What changes. It alters nothing: taking it is the host's.
pub(crate) fn compare(page: &mut Page, in_use: &Post, renewed: &Post, language: Language) {
    let change = in_use.compare(renewed);
    let said = |vi: &'static str, en: &'static str| say(language, vi, en);
    page.gap();
    let end = format!("{} · {} {}", safe(renewed.name()), until(language), times::minute(renewed.until(), language));
    page.entry(1, said("Quyền mới", "Renewed mandate"), LABELS, &end);
    let other: Vec<_> = [
        (change.same_post, said("của điểm khác", "of another post")),
        (change.same_role, said("vai trò khác", "another role")),
        (change.same_key, said("khóa khác", "another key")),
    ]
    .into_iter()
    .filter_map(|(same, differs)| (!same).then_some(differs))
    .collect();
    if !other.is_empty() {
        page.entry(1, said("Khác", "Differs"), LABELS, &other.join(", "));
    }
    let (now, then) = change.longest_retention;
    if now != then {
        let spans = [now, then].map(|seconds| times::span(seconds, language));
        page.entry(1, said("Được giữ", "May be kept for"), LABELS, &spans.join(" → "));
    }
    for (label, all) in [(said("Thêm", "Added"), &change.added), (said("Bớt", "Dropped"), &change.dropped)] {
        for of in all {
            page.entry(1, label, LABELS, &fields(of, language));
        }
    }
    page.hang(
        " ",
        STRONG,
        if change.is_wider() {
            said(
                "Rộng hơn quyền đang dùng: hỏi người phụ trách rồi mới nhận.",
                "Wider than the one in use: ask whoever is in charge before it is taken.",
            )
        } else {
            said("Không rộng hơn quyền đang dùng.", "No wider than the one in use.")
        },
    );
}

/// For what, of which paper, which fields; by its number what this host has no word for.
fn fields(of: &MandateFields, language: Language) -> String {
    let number = |number: u64| format!("{} {number}", say(language, "số", "no."));
    let kind = of.kind.row().map_or_else(|| number(of.kind.number()), |row| row.text.of(language).to_owned());
    let names = of
        .fields
        .iter()
        .map(|key| key.row(of.kind).map_or_else(|| number(key.number()), |row| row.text.of(language).to_owned()));
    format!("{} · {kind}: {}", words::purpose(of.purpose, language), names.collect::<Vec<_>>().join(", "))
}
