//! A field belongs to its kinds of paper: asked of another it is not of that paper, whatever number it has there.

use doichieu::field::{Field, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Answer, AskError, Proof, Report, Seed, Wants};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;

use super::{Desk, POLICE, encounter};

/// What a proven paper of the report says of a field, in a word.
fn said(report: &mut Report, kind: Kind, of: Field) -> &'static str {
    let at = UnixTime::new(World::demo().now).unwrap();
    let paper = report.papers_mut().iter_mut().find(|paper| paper.kind() == kind).unwrap();
    let Proof::Proven(release) = paper.proof() else { panic!("proven") };
    match release.at(at).unwrap().answer(of) {
        Answer::Shown(_) => "shown",
        Answer::NotShown => "not shown",
        Answer::NotOfThisPaper => "not of this paper",
        _ => "something else",
    }
}

#[test]
fn a_field_of_another_kind_is_not_of_this_paper() {
    let mut report = encounter();
    let licence = Kind::DRIVING_LICENCE;
    assert_eq!(said(&mut report, licence, Field::LICENCE_NO), "shown");
    assert_eq!(said(&mut report, licence, Field::RESIDENCE), "not shown");
    // Each has the number of a field that the licence does show: its number, classes, regime, restrictions, issuing
    // body.
    for other in [Field::PLATE, Field::PLATE_COLOUR, Field::OWNER_NAME, Field::OWNER_PERSONAL_NO, Field::OWNER_ADDRESS]
    {
        assert_eq!(said(&mut report, licence, other), "not of this paper", "{other:?}");
    }
}

#[test]
fn nothing_is_wanted_of_a_paper_that_is_no_field_of_it() {
    let desk = Desk::of(&World::demo(), POLICE);
    let ask = desk.ask();
    assert!(ask.wants(Kind::LIABILITY_INSURANCE, Field::CERTIFICATE_NO));
    assert!(ask.wants(Kind::DRIVING_LICENCE, Field::CLASSES));
    assert!(!ask.wants(Kind::LIABILITY_INSURANCE, Field::CLASSES), "it has the number of the certificate's number");
    let stray = Wants::only(Purpose::TRAFFIC_CONTROL, Kind::LIABILITY_INSURANCE, [Field::CERTIFICATE_NO])
        .and(Kind::LIABILITY_INSURANCE, [Field::CLASSES]);
    let refused = desk.inspector.ask(&stray, &Seed::new([1; 32]), &encounter_seed(), desk.at).unwrap_err();
    assert_eq!(refused, AskError::WiderThanMandate);
}
