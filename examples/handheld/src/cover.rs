//! Does the licence cover this vehicle, and the answer to a question, in one line each. The answers are the core's.

use crate::page::say;
use crate::words;
use doichieu::Language;
use doichieu::{Answered, Covers, citation};

/// "Covers this vehicle: yes", with the article.
pub(crate) fn covers(covers: Covers, language: Language) -> [String; 2] {
    let label = say(language, "Lái được xe này theo hạng", "Covers this vehicle");
    [label.to_owned(), with_law(covers.answer.text().of(language), Some(covers.rule), language)]
}

/// The question and its answer.
pub(crate) fn answered(answered: Answered, language: Language) -> [String; 2] {
    let answer = with_law(answered.answer.text().of(language), answered.rule, language);
    [answered.question.text().of(language).to_owned(), answer]
}

fn with_law(answer: &str, rule: Option<&str>, language: Language) -> String {
    match rule.and_then(citation) {
        Some(law) => format!("{answer}  [{}]", words::law(law, language)),
        None => answer.to_owned(),
    }
}
