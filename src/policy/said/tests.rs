use super::SaidFinding;
use crate::reason::Step;
use alloc::format;
use alloc::string::String;
use zeroize::Zeroizing;

fn followed(text: &str, step: &str) -> SaidFinding {
    let text = Zeroizing::new(String::from(text));
    let mut said = SaidFinding { text, step: Step::LookUp, step_text: None, aloud: None };
    said.follow(Zeroizing::new(String::from(step)));
    said
}

#[test]
fn a_step_that_begins_with_the_text_is_said_once_as_one_sentence() {
    let once = followed("Under 6", "Under 6: the number is enough.");
    assert_eq!((once.text(), once.step_text()), ("Under 6: the number is enough", None));
    let twice = followed("Expired", "Look it up.");
    assert_eq!((twice.text(), twice.step_text()), ("Expired", Some("Look it up.")));
}

#[test]
fn its_debug_says_nothing_of_a_text() {
    assert_eq!(format!("{:?}", followed("Expired on 1 Nov", "Look.")), "SaidFinding { step: LookUp, .. }");
}
