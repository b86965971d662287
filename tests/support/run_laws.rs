//! What holds for every report of a case, whatever it is about: canonical JSON, no claim value in it, no values after a
//! failed proof.

#![expect(clippy::disallowed_types, reason = "what people have is gathered once for thousands of reports")]

use doichieu::field::KINDS;
use doichieu::reason::Step;
use doichieu::rules;
use doichieu::time::UnixTime;
use doichieu::{Answer, Finding, Language, Proof, Report, RoleProfile, Value};
use doichieu_kit::paper::Source;
use doichieu_kit::scene::World;
use doichieu_kit::{Item, people};
use std::collections::BTreeSet;
use std::iter;
use std::sync::LazyLock;

const LANGUAGES: [Language; 2] = [Language::Vi, Language::En];

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

/// No shown value is blank in words, nor without its JSON.
pub(crate) fn blank_value(report: &mut Report, at: UnixTime) -> Option<String> {
    for paper in report.papers_mut() {
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(shown) = release.at(at) else { continue };
        let json: serde_json::Value = serde_json::from_str(shown.to_json().as_str()).unwrap();
        for entry in shown.entries().flat_map(|entry| iter::once(entry).chain(entry.below())) {
            let words = LANGUAGES.map(|language| entry.text(language));
            if words.iter().any(|words| words.as_str().trim().is_empty() || words.as_str().starts_with('(')) {
                return Some(format!("{} says nothing in words", entry.name()));
            }
            if entry.to_json().is_none() {
                return Some(format!("{} has no JSON", entry.name()));
            }
        }
        let names: BTreeSet<_> = shown.entries().map(|entry| entry.name()).collect();
        assert_eq!(json.as_object().map(|of| of.keys().map(String::as_str).collect()), Some(names));
    }
    None
}

/// Each finding is said, with values and without, and its step is not said twice.
pub(crate) fn unsaid_finding(report: &mut Report, role: &RoleProfile, at: UnixTime) -> Option<String> {
    let mut all: Vec<_> = report.findings().iter().map(|finding| (*finding, finding.filling())).collect();
    for paper in report.papers_mut() {
        let (kind, findings) = (paper.kind(), paper.findings().to_vec());
        all.extend(findings.iter().map(|finding| (*finding, finding.filling().for_kind(Some(kind)))));
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(shown) = release.at(at) else { continue };
        all.extend(findings.iter().map(|finding| (*finding, shown.filling(finding))));
    }
    let is_wrong = |finding: &Finding, filling, language| {
        let said = role.said(finding.reason(), language, filling);
        let twice = said.step_text().is_some_and(|step| step.starts_with(said.text()));
        let other =
            said.step() != role.step_after(finding) || (said.step() == Step::Nothing && said.step_text().is_some());
        twice || other || said.text().is_empty() || said.text().contains(['{', '}'])
    };
    let wrong = all
        .iter()
        .find(|(finding, filling)| LANGUAGES.into_iter().any(|language| is_wrong(finding, filling, language)));
    wrong.map(|(finding, _)| format!("{} is said wrongly", finding.code()))
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
