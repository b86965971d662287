//! Plain codes beside proven papers: what the print says and what the e-ID says, field by field. No verdict comes of
//! it, and none changes.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use doichieu::field::{FIELDS, Field, Kind, Purpose};
use doichieu::plain::{self, Comparison, Likeness, PlainKind, Remark, UnsignedReading};
use doichieu::reason::Reason;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Ended, Inspector, Memory, Post, Proof, Report, Roots, Scan};
use doichieu_kit::encounter_seed;
use doichieu_kit::people::{self, Person};
use doichieu_kit::printed;
use doichieu_kit::scene::World;

/// A world whose clinic may also see where a patient lives, so that addresses take part.
fn world(person: Person) -> World {
    let mut world = World::demo().with_person(person);
    let clinic = world.profiles.iter_mut().find(|profile| profile.role == "clinic").unwrap();
    let identity = clinic.allowance.get_mut(&2).unwrap().get_mut(&Kind::IDENTITY.number()).unwrap();
    identity.extend([Field::RESIDENCE, Field::ISSUED_ON, Field::PREVIOUS_NUMBERS].map(Field::number));
    world.presets.remove("clinic");
    world
}

fn at(world: &World) -> UnixTime {
    UnixTime::new(world.now).unwrap()
}

fn inspect(world: &World) -> Report {
    let mut memory = Memory::new();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let post = Post::open(&world.mandate("clinic"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
    inspector.inspect(Scan::qr(&world.clinic().text()), &ask, at(world), &mut memory).unwrap()
}

/// A reading against the proven paper of a kind, by field name.
fn compared(reading: &UnsignedReading, report: &mut Report, kind: Kind) -> BTreeMap<&'static str, Likeness> {
    names(&comparison(reading, report, kind).unwrap())
}

fn comparison(reading: &UnsignedReading, report: &mut Report, kind: Kind) -> Result<Comparison, Ended> {
    let now = report.at();
    let paper = report.papers_mut().iter_mut().find(|paper| paper.kind() == kind).unwrap();
    let Proof::Proven(release) = paper.proof() else { panic!("not proven") };
    reading.compare(release, now)
}

fn names(comparison: &Comparison) -> BTreeMap<&'static str, Likeness> {
    comparison.fields().iter().map(|field| (field.row.name, field.likeness)).collect()
}

fn read(code: &str) -> UnsignedReading {
    plain::read(code).unwrap_or_else(|unread| panic!("{unread}"))
}

/// Those who have a card of this country.
fn citizens() -> impl Iterator<Item = Person> {
    people::all().into_iter().filter(|person| person.foreigner.is_none())
}

/// Everybody's print reads, and says what their papers say.
#[test]
fn what_is_printed_for_everybody_agrees_with_their_papers() {
    for person in citizens() {
        let world = world(person.clone());
        let mut report = inspect(&world);
        let chip = compared(&read(&printed::chip_card(&person)), &mut report, Kind::IDENTITY);
        let other = chip.iter().filter(|(_, likeness)| **likeness != Likeness::Same).collect::<Vec<_>>();
        assert_eq!(other, [(&"valid_until", &Likeness::OnlyProven)], "{}", person.name);
        let zone = compared(&read(&printed::mrz(&person)), &mut report, Kind::IDENTITY);
        assert!(zone.values().all(|likeness| *likeness != Likeness::Differs), "{}: {zone:?}", person.name);
        assert_eq!(zone["full_name"], Likeness::NoDiacritics);
        let card = read(&printed::health_card(&person).unwrap());
        assert_eq!(card.code(), PlainKind::HealthCard);
        let card = compared(&card, &mut report, Kind::HEALTH_INSURANCE_CARD);
        assert!(card.values().all(|likeness| *likeness != Likeness::Differs), "{}: {card:?}", person.name);
        assert_eq!((card["card_no"], card["facility_code"]), (Likeness::Same, Likeness::Same));
    }
}

/// The fields of one name stand beside each other, whatever the kind of paper.
#[test]
fn a_health_card_is_held_against_an_identity_too() {
    let world = world(people::giang());
    let card = read(&printed::health_card(&world.person).unwrap());
    let beside = compared(&card, &mut inspect(&world), Kind::IDENTITY);
    for name in ["full_name", "date_of_birth", "gender", "residence"] {
        assert_eq!(beside[name], Likeness::Same, "{name}");
    }
    assert_eq!(beside["personal_no"], Likeness::OnlyProven);
    // The last day of a card is not that of an identity, and an identity has no card number.
    assert!(!beside.contains_key("valid_until") && !beside.contains_key("card_no"), "{beside:?}");
}

#[test]
fn each_kind_of_difference_is_told_apart() {
    let person = people::giang();
    let world = world(person.clone());
    let against = |change: fn(&mut Person)| {
        let mut printed_for = person.clone();
        change(&mut printed_for);
        compared(&read(&printed::chip_card(&printed_for)), &mut inspect(&world), Kind::IDENTITY)
    };
    let name = |name: &'static str| {
        let mut printed_for = person.clone();
        name.clone_into(&mut printed_for.name);
        compared(&read(&printed::chip_card(&printed_for)), &mut inspect(&world), Kind::IDENTITY)["full_name"]
    };
    assert_eq!(name("NGUYỄN THỊ HƯƠNG GIANG"), Likeness::Same);
    assert_eq!(name("Nguyen Thi Huong Giang"), Likeness::NoDiacritics);
    assert_eq!(name("Nguyễn Thị Hương Lan"), Likeness::Differs);
    assert_eq!(against(|p| p.born = "1991".into())["date_of_birth"], Likeness::SaysLess);
    assert_eq!(against(|p| p.born = people::day(1992, 4, 12))["date_of_birth"], Likeness::Differs);
    assert_eq!(against(|p| "001191034827".clone_into(&mut p.personal_no))["personal_no"], Likeness::Differs);
    assert_eq!(against(|p| "Nam".clone_into(&mut p.gender))["gender"], Likeness::Differs);
    assert_eq!(against(|p| p.issued_on = people::day(2021, 7, 1))["issued_on"], Likeness::Differs);
    // Old province, old district: nothing follows (the law asks nobody to change a paper for it).
    let moved = against(|p| "Phường Trung Hòa, quận Cầu Giấy, Hà Nội".clone_into(&mut p.residence));
    assert_eq!(moved["residence"], Likeness::PlaceWrittenOtherwise);
}

#[test]
fn a_tone_and_a_look_alike_are_the_same_name() {
    let mut person = people::giang();
    "Đỗ Thị Hòa".clone_into(&mut person.name);
    let world = world(person.clone());
    for (name, likeness) in [("Đỗ Thị Hoà", Likeness::TonePlacement), ("Ðỗ Thị Hòa", Likeness::LookAlike)] {
        name.clone_into(&mut person.name);
        let beside = compared(&read(&printed::chip_card(&person)), &mut inspect(&world), Kind::IDENTITY);
        assert_eq!(beside["full_name"], likeness, "{name}");
    }
}

#[test]
fn a_name_cut_short_is_held_against_the_beginning() {
    let mut person = people::giang();
    "Nguyễn Thị Hoàng Hương Giang Thanh Tuyền".clone_into(&mut person.name);
    let world = world(person.clone());
    let reading = read(&printed::mrz(&person));
    assert_eq!(reading.remarks(), [Remark::NameCut]);
    assert_eq!(compared(&reading, &mut inspect(&world), Kind::IDENTITY)["full_name"], Likeness::SaysLess);
    "Nguyễn Thị Hoàng Hương Lan Thanh Tuyền".clone_into(&mut person.name);
    let other = read(&printed::mrz(&person));
    assert_eq!(compared(&other, &mut inspect(&world), Kind::IDENTITY)["full_name"], Likeness::Differs);
}

/// A name with room to spare on its line is whole: a longer one is another.
#[test]
fn a_short_name_is_not_the_beginning_of_a_longer_one() {
    let mut person = people::giang();
    "Nguyễn Thị An Bình".clone_into(&mut person.name);
    let world = world(person.clone());
    "Nguyễn Thị An".clone_into(&mut person.name);
    let reading = read(&printed::mrz(&person));
    assert!(reading.remarks().is_empty());
    assert_eq!(compared(&reading, &mut inspect(&world), Kind::IDENTITY)["full_name"], Likeness::Differs);
}

/// The shorter form of a number says less, and another one differs.
#[test]
fn forms_of_a_health_number() {
    let world = world(people::giang());
    for (number, likeness) in [
        ("DN4010123456789", Likeness::Same),
        ("0123456789", Likeness::SaysLess),
        ("0123456780", Likeness::Differs),
        ("DN4010123456780", Likeness::Differs),
    ] {
        let mut person = people::giang();
        number.clone_into(&mut person.card.as_mut().unwrap().number);
        let card = read(&printed::health_card(&person).unwrap());
        let beside = compared(&card, &mut inspect(&world), Kind::HEALTH_INSURANCE_CARD);
        assert_eq!(beside["card_no"], likeness, "{number}");
    }
}

/// The e-ID counts: a difference is a note beside the reading, and the report stays byte for byte what it was.
#[test]
fn a_comparison_changes_no_report_and_holds_no_value() {
    let world = world(people::giang());
    let mut report = inspect(&world);
    let before = (report.to_json(), report.verdict(), report.headline());
    let mut person = people::giang();
    "Lê Hoàng Minh Khôi".clone_into(&mut person.name);
    let reading = read(&printed::chip_card(&person));
    let comparison = comparison(&reading, &mut report, Kind::IDENTITY).unwrap();
    assert_eq!(comparison.reason(), Some(Reason::PlainDiffers));
    assert_eq!((report.to_json(), report.verdict(), report.headline()), before);
    let printed = format!("{comparison:?}{reading:?}");
    for value in ["Giang", "Khôi", "001191034826", "1991", "Trung Kính"] {
        assert!(!printed.contains(value), "{value}");
    }
    let same = read(&printed::chip_card(&people::giang()));
    assert_eq!(self::comparison(&same, &mut report, Kind::IDENTITY).unwrap().reason(), None);
}

#[test]
fn there_is_nothing_to_compare_with_once_a_release_has_ended() {
    let world = world(people::giang());
    let mut report = inspect(&world);
    let reading = read(&printed::chip_card(&people::giang()));
    let paper = report.papers_mut().first_mut().unwrap();
    let Proof::Proven(release) = paper.proof() else { panic!("not proven") };
    let end = release.until();
    assert!(reading.compare(release, end).is_err());
}

/// Nothing of a plain code reaches a report: the one call answers that it is not ours, and the reading knows no
/// verdict.
#[test]
fn the_inspection_does_not_read_plain_codes() {
    let world = World::demo();
    let person = &world.person;
    for code in [printed::chip_card(person), printed::health_card(person).unwrap(), printed::mrz(person)] {
        assert!(plain::recognise(&code).is_some());
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
        let post = Post::open(&world.mandate("clinic"), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        let ask = inspector.unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
        let answer = inspector.inspect(Scan::qr(&code), &ask, at(&world), &mut memory);
        assert_eq!(answer.map(|_| ()).map_err(|unreadable| unreadable.reason()), Err(Reason::ScanNotOurs));
        assert_eq!(read(&code).reason(), Reason::PlainUnsigned);
    }
}

/// Every value stands under a row of the one table.
#[test]
fn every_value_has_its_row() {
    for person in citizens() {
        let codes = [Some(printed::chip_card(&person)), printed::health_card(&person), Some(printed::mrz(&person))];
        for code in codes.into_iter().flatten() {
            for (row, _) in read(&code).fields() {
                assert!(FIELDS.iter().any(|known| (known.kind, known.field) == (row.kind, row.field)), "{}", row.name);
            }
        }
    }
}
