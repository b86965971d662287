//! One person, or a guardian and a dependant: what establishes it, and what does not.

use super::{brief, differs, found, judged, named, relations};
use crate::consistency::{Beside, across};
use crate::document::Paper;
use crate::document::sample::{
    day, dependant, foreigner, health_card, identity, licence, noon, registration, text, texts,
};
use crate::field::{Field, Kind, Purpose};
use crate::reason::{Gravity, Reason};
use crate::relation::{Ground, Related, Relation};
use crate::scene::{Scene, Seen};
use std::vec::Vec;

const CARD: Kind = Kind::HEALTH_INSURANCE_CARD;

fn card_of(name: &str, year: i32) -> Paper {
    named(health_card(), name, day(year, 3, 8))
}

/// The card of the child of `dependant`, which names no parent.
fn childs_card() -> Paper {
    card_of("Trần Gia Hân", 2021)
}

/// As at a clinic's desk, all in one token.
fn at_clinic(papers: &[&Paper]) -> Vec<(Reason, Gravity)> {
    let tokens: Vec<u8> = papers.iter().map(|_| 0).collect();
    let found = judged(papers, &tokens, Purpose::CLINIC_ADMISSION, None).findings;
    found.iter().map(|finding| (finding.reason(), finding.gravity())).collect()
}

fn guardian(ground: Ground, first: Kind, second: Kind) -> (Relation, Ground, Kind, Kind) {
    (Relation::Guardian, ground, first, second)
}

#[test]
fn one_person_by_number_by_name_and_birth_or_by_name() {
    let same = |ground| [(Relation::SamePerson, ground, Kind::IDENTITY, Kind::DRIVING_LICENCE)];
    let numbered = |paper: Paper| paper.with(Field::PERSONAL_NO, text("079191001234"));
    assert_eq!(relations(&[&numbered(identity()), &numbered(licence())]), same(Ground::Number));
    let driver = licence().with(Field::FULL_NAME, text("NGUYEN THI HOA"));
    assert_eq!(relations(&[&identity(), &driver]), same(Ground::Name));
    let driver = driver.with(Field::DATE_OF_BIRTH, text("1991"));
    assert_eq!(relations(&[&identity(), &driver]), same(Ground::NameAndBirth));
    assert_eq!(relations(&[&identity(), &named(licence(), "Lê Văn Tám", day(1980, 1, 1))]), []);
    assert_eq!(relations(&[&identity(), &licence()]), [], "a key is no relation");
}

#[test]
fn an_earlier_number_is_the_same_persons() {
    let now = identity().with(Field::PERSONAL_NO, text("079191001234"));
    let then = licence().with(Field::PERSONAL_NO, text("024567891"));
    assert_eq!(brief(&[&now, &then]), differs("personal_no"));
    let now = now.with(Field::PREVIOUS_NUMBERS, texts(&["079191000001", "024567891"]));
    assert_eq!(brief(&[&now, &then]), []);
    assert_eq!(
        relations(&[&then, &now]),
        [(Relation::SamePerson, Ground::Number, Kind::DRIVING_LICENCE, Kind::IDENTITY)]
    );
}

#[test]
fn scenario_11_a_dependants_paper_makes_mother_and_child_no_contradiction() {
    let (mother, paper, card) = (identity(), dependant(), childs_card());
    assert_eq!(brief(&[&mother, &card]), differs("date_of_birth"));
    let by_paper = |first, second| guardian(Ground::DependantPaper, first, second);
    let child = (Relation::SamePerson, Ground::NameAndBirth, Kind::DEPENDANT, CARD);
    assert_eq!(brief(&[&mother, &paper, &card]), []);
    let expected = [by_paper(Kind::IDENTITY, Kind::DEPENDANT), by_paper(Kind::IDENTITY, CARD), child];
    assert_eq!(relations(&[&mother, &paper, &card]), expected);
    // Whatever the order.
    assert_eq!(brief(&[&card, &mother, &paper]), []);
    let reversed = relations(&[&card, &mother, &paper]);
    assert!(reversed.contains(&by_paper(Kind::IDENTITY, CARD)) && reversed.len() == 3, "{reversed:?}");
}

#[test]
fn an_adult_child_shows_a_parents_card() {
    let parent = dependant()
        .with(Field::FULL_NAME, text("Đinh Thị Lụa"))
        .with(Field::DATE_OF_BIRTH, text("1948"))
        .with(Field::RELATION, text("me"));
    let card = named(health_card(), "Đinh Thị Lụa", text("1948"));
    assert_eq!(brief(&[&identity(), &parent, &card]), []);
    let related = relations(&[&identity(), &parent, &card]);
    assert!(related.contains(&guardian(Ground::DependantPaper, Kind::IDENTITY, CARD)), "{related:?}");
}

#[test]
fn a_parents_name_relates_too_and_says_by_what() {
    let card = childs_card().with(Field::PARENT_NAME, text("Nguyễn Thị Hoà"));
    assert_eq!(relations(&[&identity(), &card]), [guardian(Ground::ParentName, Kind::IDENTITY, CARD)]);
    assert_eq!(relations(&[&card, &identity()]), [guardian(Ground::ParentName, Kind::IDENTITY, CARD)]);
}

#[test]
fn a_dependants_paper_of_somebody_else_relates_nobody() {
    let (mother, card) = (identity(), childs_card());
    let others = dependant().with(Field::GUARDIAN_NAME, text("Lê Thị Mận"));
    assert_eq!(brief(&[&mother, &others, &card]), [differs("guardian_name"), differs("date_of_birth")].concat());
    let numbered = mother.with(Field::PERSONAL_NO, text("079191001234"));
    let others = dependant().with(Field::GUARDIAN_PERSONAL_NO, text("079191001235"));
    assert_eq!(brief(&[&numbered, &others]), differs("guardian_personal_no"), "numbers before names");
    let about_another = dependant().with(Field::FULL_NAME, text("Trần Gia Bảo"));
    let expected = [differs("date_of_birth"), differs("guardian_name")].concat();
    assert_eq!(brief(&[&about_another, &childs_card()]), differs("guardian_name"), "neither dependant nor guardian");
    let mut all = brief(&[&identity(), &about_another, &childs_card()]);
    all.sort_unstable_by_key(|(reason, field)| (reason.code(), *field));
    assert_eq!(all, expected);
}

#[test]
fn a_paper_that_names_no_guardian_is_its_tokens_identitys() {
    let silent = || dependant().without(Field::GUARDIAN_NAME);
    let (mother, card) = (identity(), childs_card());
    assert_eq!(found(&[&mother, &silent(), &card], &[0, 0, 0], None), []);
    // Minted apart, the key alone links them.
    let apart = found(&[&mother, &silent(), &card], &[0, 1, 1], None);
    let reasons: Vec<_> = apart.iter().map(|finding| finding.reason()).collect();
    assert_eq!(reasons, [Reason::ConsistencyLinkedByKeyOnly, Reason::ConsistencyPersonDiffers]);
    // Another child's card in the same token is nobody's guardian.
    let other = card_of("Lê Bảo Ngọc", 2019);
    let related = judged(&[&silent(), &other], &[0, 0], Purpose::TRAFFIC_CONTROL, None).relations;
    assert_eq!(related, []);
}

#[test]
fn what_is_over_or_withdrawn_relates_nobody() {
    let (mother, paper, card) = (identity(), dependant(), childs_card());
    let seen = Seen::default();
    let scene = Scene {
        at: noon(2026, 11, 21),
        reversible_tolerance: 0,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let beside = |paper, vouches| Beside { paper, token: 0, vouches };
    let across = across(&[beside(&mother, true), beside(&paper, false), beside(&card, true)], &scene);
    let reasons: Vec<_> = across.findings.iter().map(|finding| finding.reason()).collect();
    assert_eq!(reasons, [Reason::ConsistencyPersonDiffers], "mother and card; the paper itself says why");
    assert!(across.relations.iter().all(|of: &Related| of.relation == Relation::SamePerson));
}

#[test]
fn under_six_at_a_clinic_nobody_need_be_beside_the_child() {
    let noted = [(Reason::ConsistencyGuardianNotShown, Gravity::Note)];
    assert_eq!(at_clinic(&[&identity(), &childs_card()]), noted);
    let strangers = dependant().with(Field::GUARDIAN_NAME, text("Lê Thị Mận"));
    assert_eq!(at_clinic(&[&identity(), &strangers, &childs_card()]), noted, "said once");
    let contradicting = [(Reason::ConsistencyPersonDiffers, Gravity::Refer)];
    assert_eq!(at_clinic(&[&identity(), &card_of("Trần Gia Hân", 2019)]), contradicting, "seven");
    // Born some day of 2020: six or not, nobody knows.
    let undetermined = named(health_card(), "Trần Gia Hân", text("2020"));
    assert_eq!(at_clinic(&[&identity(), &undetermined]), contradicting);
    // Two children who differ are two children.
    let sibling = named(identity(), "Trần Gia Huy", day(2022, 5, 5));
    assert_eq!(at_clinic(&[&sibling, &childs_card()]), contradicting);
    // An identity of a child beside a grown-up's card is no child's visit.
    assert_eq!(at_clinic(&[&sibling, &card_of("Lê Văn Tám", 1980)]), contradicting);
    assert_eq!(brief(&[&identity(), &childs_card()]), differs("date_of_birth"), "and at no other post");
}

#[test]
fn a_foreigners_names_may_stand_in_either_order_and_no_number_worsens_nothing() {
    let (person, numberless) = (foreigner(), named(licence(), "ANNA MARIA SVENSSON", day(1988, 5, 17)));
    assert_eq!(brief(&[&person, &numberless]), []);
    let same = (Relation::SamePerson, Ground::NameAndBirth, Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE);
    assert_eq!(relations(&[&person, &numberless]), [same]);
    let numbered = numberless.with(Field::PERSONAL_NO, text("001188000123"));
    assert_eq!(brief(&[&person, &numbered]), [], "one number is nothing to compare");
    let vietnamese = named(licence(), "Hòa Nguyễn Thị", day(1991, 4, 2));
    assert_eq!(brief(&[&identity(), &vietnamese]), differs("full_name"), "a Vietnamese name has one order");
    let other = named(licence(), "Anna Marta Svensson", day(1988, 5, 17));
    assert_eq!(brief(&[&person, &other]), differs("full_name"));
}

#[test]
fn opaque_numbers_are_compared_sign_by_sign() {
    let numbered = |number| foreigner().with(Field::PERSONAL_NO, text(number));
    let card = |number| named(health_card(), "X", day(1950, 1, 1)).with(Field::PERSONAL_NO, text(number));
    assert_eq!(brief(&[&numbered("N12345"), &card("n 123-45")]), []);
    assert_eq!(brief(&[&numbered("N12345"), &card("M12345")]), differs("personal_no"));
}

#[test]
fn a_foreigners_name_has_no_order_as_a_parents_and_as_an_owners_either() {
    let mother = foreigner().with(Field::FULL_NAME, text("Jürgen-Marie Müller"));
    let child = card_of("Trần Gia Bảo", 2021).with(Field::PARENT_NAME, text("MUELLER JUERGEN MARIE"));
    assert_eq!(brief(&[&mother, &child]), []);
    assert_eq!(relations(&[&mother, &child]), [guardian(Ground::ParentName, mother.kind, CARD)]);
    let stranger = child.with(Field::PARENT_NAME, text("MILLER JUERGEN MARIE"));
    assert_eq!(brief(&[&mother, &stranger]), differs("date_of_birth"));
    let vehicle = |owner| registration().with(Field::OWNER_NAME, text(owner));
    assert_eq!(brief(&[&mother, &vehicle("MULLER JURGEN MARIE")]), []);
    let borrowed = [(Reason::VehicleOwnerDiffers, Some("owner_name"))];
    assert_eq!(brief(&[&mother, &vehicle("MILLER JURGEN MARIE")]), borrowed);
    assert_eq!(brief(&[&identity(), &vehicle("Hòa Nguyễn Thị")]), borrowed, "a Vietnamese name has one");
}
