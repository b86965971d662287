//! What holds for every report of a case, whatever it is about: canonical JSON, no claim value in it, no values after a failed proof.

use doichieu::field::KINDS;
use doichieu::time::UnixTime;
use doichieu::{Answer, Finding, Proof, Report, Value};
use doichieu_kit::paper::Source;
use doichieu_kit::{Item, people};

/// Every text that the report's disclosures show; `None`: no field at all.
pub(crate) fn shown(report: &mut Report, at: UnixTime) -> Option<Vec<String>> {
    let (mut texts, mut any) = (Vec::new(), false);
    for paper in report.papers_mut() {
        let Proof::Proven(disclosure) = paper.proof() else { continue };
        let Ok(shown) = disclosure.at(at) else { continue };
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

/// What holds for every report, whatever the case: canonical JSON, no claim value in it, no values after a failed proof.
pub(crate) fn broken_law(json: &str, findings: &[Finding], shown: Option<&[String]>) -> Option<String> {
    let parsed: serde_json::Value = serde_json::from_str(json).unwrap();
    let canonical = parsed.to_string();
    if canonical != json {
        return Some("the report is not canonical JSON".to_owned());
    }
    let people = texts_of_people();
    let values = people.iter().chain(shown.unwrap_or_default()).filter(|text| tells(text));
    if let Some(leaked) = values.into_iter().find(|text| json.contains(text.as_str())) {
        return Some(format!("the report holds the claim value {leaked:?}"));
    }
    let failed = findings.iter().find(|finding| finding.is_failed_proof());
    failed.filter(|_| shown.is_some()).map(|finding| format!("values were shown in spite of {}", finding.code()))
}

/// A text that only a paper can have put there: long enough, and no word of the registry, which are lower case.
fn tells(text: &str) -> bool {
    let registry =
        text.chars().any(|c| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii() && !c.is_ascii_uppercase());
    text.chars().count() >= 4 && !registry
}

fn texts_of_people() -> Vec<String> {
    let mut texts = Vec::new();
    for person in people::all() {
        let papers = KINDS.iter().filter_map(|row| person.paper(row.kind, Source::new("C06", 1)));
        papers.flat_map(|paper| paper.fields.into_values()).for_each(|item| gather(&item, &mut texts));
    }
    texts
}

fn gather(item: &Item, texts: &mut Vec<String>) {
    match item {
        Item::Text(text) => texts.push(text.clone()),
        Item::Array(members) => members.iter().for_each(|member| gather(member, texts)),
        Item::Map(map) => map.entries().iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}
