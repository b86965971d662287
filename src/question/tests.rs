use super::{Cover, LicenceClass, Question};
use crate::field::{Field, Kind};
use crate::language::Language;
use std::collections::BTreeSet;
use std::vec::Vec;

#[test]
fn every_question_has_a_number_and_a_name_of_its_own() {
    let all: Vec<_> = Question::all().collect();
    assert_eq!(all.len(), 16);
    assert_eq!(all.iter().map(|question| question.number()).collect::<BTreeSet<_>>().len(), all.len());
    for question in all {
        assert_eq!(Question::from_number(question.number()), Some(question));
        assert_eq!(Question::from_name(question.name()), Some(question));
        for language in [Language::Vi, Language::En] {
            assert!(question.text().of(language).ends_with('?'));
        }
    }
    assert_eq!(Question::from_number(0), None);
    assert_eq!(Question::from_number(2), None);
    assert_eq!(Question::from_name("may_drive"), None);
    assert_eq!(Question::MayDriveClass(LicenceClass::C1).name(), "may_drive_c1");
}

#[test]
fn what_a_question_rests_on_is_all_in_the_table() {
    for question in Question::all() {
        let (kind, fields) = question.needs();
        assert!(kind == Kind::DRIVING_LICENCE && fields.is_sorted());
        let rests_on = |field: &Field| field.in_kind(kind).is_some_and(|key| question.rests_on(kind, key));
        assert!(fields.iter().all(rests_on) && !rests_on(&Field::LICENCE_NO));
        let classes = Field::CLASSES.in_kind(Kind::DRIVING_LICENCE);
        let of_identity = classes.is_some_and(|key| question.rests_on(Kind::IDENTITY, key));
        assert!(!of_identity, "an identity has another field of this number");
    }
}

/// The citizen hears that fields travel, not only that they do not show; nobody is told that nothing was received.
#[test]
fn the_promise_says_what_travels_and_what_shows() {
    assert!(
        Question::promise().of(Language::Vi).contains("nhận các mục")
            && Question::promise().of(Language::Vi).contains("chỉ hiện")
    );
    assert!(
        Question::promise().of(Language::En).contains("receives")
            && Question::promise().of(Language::En).contains("only the answer")
    );
    let names: BTreeSet<_> = [Cover::Yes, Cover::No, Cover::Undetermined, Cover::NotNeeded].map(Cover::name).into();
    assert_eq!(names.len(), 4);
}
