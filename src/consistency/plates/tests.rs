use super::of_vehicles;
use crate::consistency::is_of_vehicles;
use crate::document::Paper;
use crate::document::sample::{inspection, insurance, registration, text};
use crate::field::{Field, Kind};
use crate::reason::{Gravity, Reason};
use std::vec::Vec;

type Brief = (Reason, Option<Kind>, Option<&'static str>, Option<u8>);

fn found(papers: &[&Paper], seen: Option<&str>) -> Vec<Brief> {
    let placed: Vec<_> = papers.iter().copied().zip(0_u8..).collect();
    let found = of_vehicles(&placed, seen);
    assert!(found.iter().all(|finding| finding.gravity() == Gravity::Refer), "nobody is accused");
    assert!(found.iter().all(is_of_vehicles), "an encounter would ask it again and keep the first: {found:?}");
    found.iter().map(|one| (one.reason(), one.kind(), one.field_name(), one.token())).collect()
}

fn differs(kind: Kind, token: u8) -> Brief {
    (Reason::VehiclePlateDiffers, Some(kind), Some("plate"), Some(token))
}

fn not_shown(kind: Kind, field: &'static str, token: u8) -> Brief {
    (Reason::AgreedFieldNotShown, Some(kind), Some(field), Some(token))
}

fn plated(paper: Paper, plate: &str) -> Paper {
    paper.with(Field::PLATE, text(plate))
}

#[test]
fn papers_of_one_vehicle_agree() {
    let (paper, inspected, insured) = (registration(), inspection(), insurance());
    for seen in [None, Some("59x1 12345")] {
        assert_eq!(found(&[&paper, &inspected, &insured], seen), []);
        assert_eq!(found(&[&insured, &inspected, &paper], seen), []);
    }
    assert_eq!(found(&[], Some("59x1 12345")), []);
}

#[test]
fn each_paper_answers_to_the_plate_seen() {
    let (paper, inspected, insured) = (registration(), inspection(), plated(insurance(), "59-X1 123.46"));
    assert_eq!(found(&[&paper, &inspected, &insured], Some("59-X1 123.45")), [differs(Kind::LIABILITY_INSURANCE, 2)]);
    let three = [
        differs(Kind::VEHICLE_REGISTRATION, 0),
        differs(Kind::INSPECTION_CERTIFICATE, 1),
        differs(Kind::LIABILITY_INSURANCE, 2),
    ];
    assert_eq!(found(&[&paper, &inspected, &insured], Some("59-X1 123.44")), three);
}

#[test]
fn certificates_answer_to_a_registration_and_to_each_other() {
    let (paper, inspected) = (registration(), plated(inspection(), "59-X1 123.46"));
    assert_eq!(found(&[&paper, &inspected], None), [differs(Kind::INSPECTION_CERTIFICATE, 1)]);
    let second = plated(registration(), "59-X1 123.46");
    assert_eq!(found(&[&paper, &second, &inspected], None), [], "one of the two registrations is its own");
    assert_eq!(found(&[&inspected, &insurance()], None), [differs(Kind::LIABILITY_INSURANCE, 1)]);
    assert_eq!(found(&[&insurance()], None), [], "nothing to hold it against");
}

#[test]
fn a_plate_withheld_does_not_pass_for_an_equal_one() {
    let paper = registration().without(Field::PLATE);
    assert_eq!(found(&[&paper], Some("59-X1 123.45")), [not_shown(Kind::VEHICLE_REGISTRATION, "plate", 0)]);
    assert_eq!(found(&[&paper], None), []);
    let insured = insurance().without(Field::PLATE);
    assert_eq!(found(&[&registration(), &insured], None), [not_shown(Kind::LIABILITY_INSURANCE, "plate", 1)]);
    assert_eq!(found(&[&paper, &insured], None), [], "nothing to hold it against");
}

#[test]
fn an_insurance_of_a_new_vehicle_names_its_chassis() {
    let numbered = |paper: Paper, number| paper.with(Field::CHASSIS_NO, text(number));
    let insured = numbered(insurance().without(Field::PLATE), "rlhja3912py148605");
    let paper = numbered(registration(), "RLHJA3912PY148605");
    for seen in [None, Some("59-X1 123.45")] {
        assert_eq!(found(&[&paper, &insured], seen), []);
        let other = numbered(registration(), "RLHJA3912PY148606");
        let chassis = (Reason::VehicleChassisDiffers, Some(Kind::LIABILITY_INSURANCE), Some("chassis_no"), Some(1));
        assert_eq!(found(&[&other, &insured], seen), [chassis]);
        assert_eq!(found(&[&registration(), &insured], seen), [not_shown(Kind::VEHICLE_REGISTRATION, "chassis_no", 1)]);
    }
    assert_eq!(found(&[&insured], Some("59-X1 123.45")), [not_shown(Kind::LIABILITY_INSURANCE, "plate", 0)]);
    assert_eq!(found(&[&insured], None), []);
}
