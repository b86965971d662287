//! What holds for every report of a case, whatever it is about: canonical JSON, no claim value in it, no values after a
//! failed proof.

#![expect(clippy::disallowed_types, reason = "what people have is gathered once for thousands of reports")]

use doichieu::field::KINDS;
use doichieu::rules;
use doichieu::time::UnixTime;
use doichieu::{Answer, Finding, Proof, Report, Value};
use doichieu_kit::paper::Source;
use doichieu_kit::scene::World;
use doichieu_kit::{Item, people};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every text that the report's releases show; `None`: no field at all.
pub(crate) fn shown(report: &mut Report, at: UnixTime) -> Option<Vec<String>> {
    let (mut texts, mut any) = (Vec::new(), false);
    for paper in report.papers_mut() {
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(shown) = release.at(at) else { continue };
        for (row, value) in shown.fields() {
            any = true;
            assert!(matches!(shown.answer(row.field), Answer::Shown(_)), "a shown field is answered for");
            if let Value::Text(text) = value {
                texts.push(text.to_string());
            }
        }
    }
    any.then_some(texts)
}

/// What holds for every report, whatever the case: canonical JSON, no claim value in it, no values after a failed
/// proof.
pub(crate) fn broken_law(json: &str, findings: &[Finding], shown: Option<&[String]>) -> Option<String> {
    let parsed: serde_json::Value = serde_json::from_str(json).unwrap();
    let canonical = parsed.to_string();
    if canonical != json {
        return Some("the report is not canonical JSON".to_owned());
    }
    let people = &*TEXTS_OF_PEOPLE;
    let values = people.iter().chain(shown.unwrap_or_default()).filter(|text| tells(text));
    // A number counts as a word of its own: digits of it stand in any digest.
    let words: BTreeSet<_> = json.split(|c: char| !c.is_alphanumeric()).collect();
    let holds = |text: &str| match text.chars().all(|c| c.is_ascii_digit()) {
        true => words.contains(text),
        false => json.contains(text),
    };
    if let Some(leaked) = values.into_iter().find(|text| holds(text)) {
        return Some(format!("the report holds the claim value {leaked:?}"));
    }
    let failed = findings.iter().find(|finding| finding.is_failed_proof());
    failed.filter(|_| shown.is_some()).map(|finding| format!("values were shown in spite of {}", finding.code()))
}

/// A rule of law finds what docs/rules.md says it may find, and nothing else; what the role may not know of has no
/// rule.
pub(crate) fn unnamed_by_rules(report: &Report) -> Option<String> {
    let rule = |kind, id| rules::all().find(move |rule| rule.what.kind == kind && rule.id == id);
    let named = |kind, finding: &Finding| {
        finding.rule().is_none_or(|id| rule(kind, id).is_some_and(|rule| rule.what.finds.contains(&finding.reason())))
    };
    let mut found = report.papers().iter().flat_map(|paper| paper.findings().iter().map(|of| (paper.kind(), of)));
    let other = found.find(|(kind, finding)| !named(*kind, finding));
    other.map(|(_, finding)| format!("{} is not what the rule {:?} names", finding.code(), finding.rule()))
}

/// A text that only a paper can have put there: long enough, and no word of the registry, which are lower case.
fn tells(text: &str) -> bool {
    let registry =
        text.chars().any(|c| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii() && !c.is_ascii_uppercase());
    text.chars().count() >= 4 && !registry
}

/// Every text of a paper that anybody of the kit has; somebody has a paper of every kind.
static TEXTS_OF_PEOPLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts = Vec::new();
    let of_kinds = KINDS.iter().map(|row| World::having(row.kind).unwrap().person);
    for person in people::all().into_iter().chain(of_kinds) {
        let papers = KINDS.iter().filter_map(|row| person.paper(row.kind, Source::new("C06", 1)));
        papers.flat_map(|paper| paper.fields.into_values()).for_each(|item| gather(&item, &mut texts));
    }
    texts
});

fn gather(item: &Item, texts: &mut Vec<String>) {
    match item {
        Item::Text(text) => texts.push(text.clone()),
        Item::Array(members) => members.iter().for_each(|member| gather(member, texts)),
        Item::Map(map) => map.entries().iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}
