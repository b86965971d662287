#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Across, Beside, across, is_of_vehicles, vehicle_in_question, vehicle_of};
use crate::document::Paper;
use crate::document::sample::{day, health_card, identity, licence, noon, registration, text};
use crate::field::{Field, Kind, Purpose};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};
use crate::relation::{Ground, Relation};
use crate::scene::{Scene, Seen, Vehicle, VehicleKind};
use crate::value::Value;
use std::string::ToString;
use std::vec::Vec;

fn judged(papers: &[&Paper], tokens: &[u8], purpose: Purpose, plate: Option<&str>) -> Across {
    let seen = Seen { vehicle: None, plate: plate.map(ToString::to_string) };
    let beside = papers.iter().zip(tokens).map(|(paper, token)| Beside { paper, token: *token, vouches: true });
    let scene = Scene { at: noon(2026, 11, 21), reversible_tolerance: 0, purpose, seen: &seen, law_unchecked: false };
    across(&beside.collect::<Vec<_>>(), &scene)
}

fn found(papers: &[&Paper], tokens: &[u8], plate: Option<&str>) -> Vec<Finding> {
    judged(papers, tokens, Purpose::TRAFFIC_CONTROL, plate).findings
}

/// Relations of papers in tokens of their own: what, by what, between which.
fn relations(papers: &[&Paper]) -> Vec<(Relation, Ground, Kind, Kind)> {
    let tokens: Vec<u8> = (0..papers.len()).map(|place| u8::try_from(place).unwrap()).collect();
    let relations = judged(papers, &tokens, Purpose::TRAFFIC_CONTROL, None).relations;
    relations.iter().map(|of| (of.relation, of.ground, of.first, of.second)).collect()
}

fn brief(papers: &[&Paper]) -> Vec<(Reason, Option<&'static str>)> {
    let tokens: Vec<u8> = (0..papers.len()).map(|place| u8::try_from(place).unwrap()).collect();
    found(papers, &tokens, None).iter().map(|finding| (finding.reason(), finding.field_name())).collect()
}

fn named(paper: Paper, name: &str, born: Value) -> Paper {
    paper.with(Field::FULL_NAME, text(name)).with(Field::DATE_OF_BIRTH, born)
}

fn differs(about: &'static str) -> [(Reason, Option<&'static str>); 1] {
    [(Reason::ConsistencyPersonDiffers, Some(about))]
}

#[test]
fn numbers_decide_where_both_show_one() {
    let number = |paper: Paper, number| paper.with(Field::PERSONAL_NO, text(number));
    let one = number(identity(), "079191001234");
    assert_eq!(brief(&[&one, &number(named(licence(), "Another Name", day(1950, 1, 1)), "079 191 001 234")]), []);
    assert_eq!(
        brief(&[&one, &number(named(licence(), "Nguyễn Thị Hòa", day(1991, 4, 2)), "079191001235")]),
        differs("personal_no")
    );
    let empty = number(named(licence(), "Nguyễn Thị Hòa", day(1991, 4, 2)), "-");
    assert_eq!(brief(&[&one, &empty]), [], "no digits: compared by name");
}

#[test]
fn else_name_and_date_of_birth() {
    let card = |name, born| named(health_card(), name, born);
    for (name, born) in [
        ("NGUYỄN THỊ HOÀ", day(1991, 4, 2)),
        ("Nguyen Thi Hoa", text("1991")),
        ("Nguye\u{302}\u{303}n Thi\u{323} Ho\u{300}a", text("1991-04")),
    ] {
        assert_eq!(brief(&[&identity(), &card(name, born)]), [], "{name}");
    }
    assert_eq!(brief(&[&identity(), &card("Nguyễn Thị Hạnh", day(1991, 4, 2))]), differs("full_name"));
    assert_eq!(brief(&[&identity(), &card("Nguyễn Thị Hòa", day(1991, 4, 3))]), differs("date_of_birth"));
    assert_eq!(brief(&[&identity(), &card("Nguyễn Thị Hòa", text("1990"))]), differs("date_of_birth"));
    assert_eq!(brief(&[&identity(), &card("Nguyễn Thị Hòa", text("1991-05"))]), differs("date_of_birth"));
}

#[test]
fn nothing_in_common_refers_across_tokens_only() {
    let silent = health_card();
    assert_eq!(brief(&[&identity(), &silent]), [(Reason::ConsistencyLinkedByKeyOnly, None)]);
    assert_eq!(found(&[&identity(), &silent], &[0, 0], None), []);
    let born = health_card().with(Field::DATE_OF_BIRTH, day(1991, 4, 2));
    assert_eq!(
        brief(&[&identity(), &born]),
        [(Reason::ConsistencyLinkedByKeyOnly, None)],
        "a birthday is not a person"
    );
    let token = found(&[&identity(), &silent], &[0, 1], None).first().unwrap().token();
    assert_eq!(token, Some(1));
}

#[test]
fn scenario_11_mother_and_child_are_two_people_and_no_contradiction() {
    let child = named(health_card(), "Trần Gia Bảo", day(2021, 6, 1));
    assert_eq!(brief(&[&identity(), &child]), differs("date_of_birth"));
    let child = child.with(Field::PARENT_NAME, text("Nguyễn Thị Hoà"));
    assert_eq!(brief(&[&identity(), &child]), []);
    assert_eq!(brief(&[&child, &identity()]), []);
    let grown = identity().with(Field::MOTHER_NAME, text("Phạm Thị Đào"));
    let mother = named(health_card(), "Phạm Thị Đào", day(1950, 1, 1));
    assert_eq!(brief(&[&grown, &mother]), []);
    let stranger = named(health_card(), "Phạm Thị Mận", day(1950, 1, 1));
    assert_eq!(brief(&[&grown, &stranger]), differs("date_of_birth"));
}

#[test]
fn three_papers_are_compared_pairwise() {
    let driver = named(licence(), "Lê Văn Tám", day(1980, 1, 1));
    let card = named(health_card(), "Nguyễn Thị Hòa", day(1991, 4, 2));
    let twice = [differs("date_of_birth"), differs("date_of_birth")].concat();
    assert_eq!(brief(&[&identity(), &driver, &card]), twice);
}

mod guardians;

#[test]
fn a_borrowed_vehicle_is_a_note_once() {
    let owned = |name| registration().with(Field::OWNER_NAME, text(name));
    let driver = named(licence(), "Nguyễn Thị Hòa", day(1991, 4, 2));
    assert_eq!(brief(&[&identity(), &driver, &owned("Nguyễn Thị Hoà")]), []);
    let borrowed = owned("Lê Văn Tám");
    assert_eq!(brief(&[&identity(), &driver, &borrowed]), [(Reason::VehicleOwnerDiffers, Some("owner_name"))]);
    assert!(found(&[&identity(), &driver, &borrowed], &[0, 0, 0], None).iter().all(is_of_vehicles));
    let finding = found(&[&borrowed, &driver], &[0, 1], None);
    assert_eq!(finding.first().unwrap().gravity(), Gravity::Note);
    let owner = named(licence(), "Lê Văn Tám", day(1980, 1, 1));
    assert_eq!(brief(&[&identity(), &owner, &borrowed]), differs("date_of_birth"), "one of the two is the owner");
    let related = |driver: &Paper, vehicle: &Paper| relations(&[driver, vehicle]);
    let own = (Relation::Owner, Ground::Name, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION);
    assert_eq!(related(&owner, &borrowed), [own]);
    assert_eq!(related(&driver, &borrowed), []);
    let numbered = borrowed.with(Field::OWNER_PERSONAL_NO, text("079191001234"));
    let same = identity().with(Field::PERSONAL_NO, text("079191001234"));
    assert_eq!(brief(&[&same, &numbered]), [], "numbers before names");
    let by_number = (Relation::Owner, Ground::Number, Kind::IDENTITY, Kind::VEHICLE_REGISTRATION);
    assert_eq!(related(&same, &numbered), [by_number]);
    let other = identity().with(Field::PERSONAL_NO, text("079191001235"));
    assert_eq!(brief(&[&other, &numbered]), [(Reason::VehicleOwnerDiffers, Some("owner_personal_no"))]);
    assert_eq!(brief(&[&licence(), &numbered]), [], "nothing to compare");
}

#[test]
fn the_plate_seen_against_the_plate_shown() {
    let paper = registration();
    assert_eq!(found(&[&paper], &[0], Some("59X1 12345")), []);
    assert_eq!(found(&[&paper], &[0], None), []);
    let withheld = found(&[&paper.without(Field::PLATE)], &[0], Some("59X1 12345"));
    assert_eq!(withheld.iter().map(Finding::reason).collect::<Vec<_>>(), [Reason::AgreedFieldNotShown]);
    let paper = registration();
    let differs = found(&[&identity(), &paper], &[0, 2], Some("59-X1 123.46"));
    assert_eq!(differs.len(), 1);
    let finding = differs.first().unwrap();
    assert_eq!((finding.reason(), finding.gravity()), (Reason::VehiclePlateDiffers, Gravity::Refer));
    assert_eq!((finding.field_name(), finding.token()), (Some("plate"), Some(2)));
}

#[test]
fn the_vehicle_in_question() {
    let (paper, driver) = (registration(), licence());
    let bike = Vehicle { displacement_cc: Some(110.into()), ..Vehicle::new(VehicleKind::Motorcycle) };
    assert_eq!(vehicle_of(&[&driver, &paper]), Some(bike));
    assert_eq!(vehicle_of(&[&driver]), None);
    assert_eq!(vehicle_of(&[&registration().with(Field::VEHICLE_KIND, text("boat"))]), None);
    let picked = Vehicle::new(VehicleKind::Motorcycle);
    assert_eq!(vehicle_in_question(&[&paper], Some(&picked)), Some(bike));
    assert_eq!(vehicle_in_question(&[&paper], None), Some(bike));
    let car = Vehicle::new(VehicleKind::Car);
    assert_eq!(vehicle_in_question(&[&paper], Some(&car)), Some(car), "the one picked decides");
    let larger = Vehicle { displacement_cc: Some(650.into()), ..picked };
    assert_eq!(vehicle_in_question(&[&paper], Some(&larger)), Some(larger));
}
