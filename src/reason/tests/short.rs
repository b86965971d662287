//! How long a text may be, in Vietnamese characters; English may take a tenth more.

use super::super::filling::Filling;
use super::super::{Reason, Step};
use super::{Said, aloud_texts, reason_texts};
use crate::language::Language;
use alloc::string::String;

/// At most so many characters in Vietnamese: a reason without values, one filled, a step, and one that tells what a law
/// does to a driver whole, for half of it would be another law.
const REASON: usize = 70;
const FILLED: usize = 90;
const STEP: usize = 100;
const APPOINTMENT: usize = 200;
/// Syllables that are said in one breath.
const BREATH: usize = 30;

fn holds(code: &str, language: Language, text: &str, most: usize) {
    let most = if language == Language::En { most.saturating_add(most.div_euclid(10)) } else { most };
    assert!(text.chars().count() <= most, "{code} is too long ({} of {most}): {text}", text.chars().count());
}

#[test]
fn texts_are_short() {
    for (code, language, text) in reason_texts() {
        holds(code, language, text, REASON);
    }
    for language in [Language::Vi, Language::En] {
        for reason in Reason::ALL {
            let said = reason.row().about_filled(language, None, &super::super::fuller::tests::full());
            holds(reason.code(), language, &said, FILLED);
        }
        for step in Step::ALL {
            let said = without_law(&step.said(language, &Filling::default()));
            let most = if *step == Step::AppointmentNotShown { APPOINTMENT } else { STEP };
            holds(step.code(), language, &said, most);
        }
    }
}

fn without_law(text: &str) -> String {
    super::CITATIONS.iter().fold(String::from(text), |text, citation| text.replace(citation, ""))
}

#[test]
fn what_is_said_aloud_is_one_breath() {
    let vietnamese = |said: &Said| said.1 == Language::Vi;
    for (code, _, text) in aloud_texts().filter(vietnamese) {
        let syllables = text.split([' ', '/']).count();
        assert!(syllables <= BREATH, "{code} takes {syllables} syllables: {text}");
    }
    assert!(aloud_texts().count() >= 2 * 25);
}
