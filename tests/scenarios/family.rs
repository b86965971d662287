//! People who show papers for one another, and from abroad: S11, S12, S16 and what a date of birth may leave open.

use doichieu::field::{Display, Field, Kind, Purpose};
use doichieu::reason::{Axis, Gravity, Side};
use doichieu::time::UnixTime;
use doichieu::{
    Age, Answer, Compared, Date, DateMatch, Decided, Declared, Ground, Headline, Match, NumberMatch, PaperReport,
    Proof, Relation, Report, Verdict,
};
use doichieu_kit::Item;
use doichieu_kit::people::{self, Dependant, Person, day};
use doichieu_kit::scene::{Scene, World, index_of};

use crate::shift::{Shift, codes, graver, motorcycle, notes, shown, text_of, the};

const CARD: Kind = Kind::HEALTH_INSURANCE_CARD;

fn clinic(world: &World, scene: &Scene) -> Report {
    Shift::new(world, "clinic", Purpose::CLINIC_ADMISSION).inspect(&scene.text(), world.now)
}

fn relations(report: &Report) -> Vec<(Relation, Ground, Kind, Kind)> {
    report.relations().iter().map(|of| (of.relation, of.ground, of.first, of.second)).collect()
}

/// A mother with her child of five, without anything that relates the two.
fn strangers() -> (World, Person) {
    let mut mother = people::mai();
    mother.dependant = None;
    (World::demo().with_person(mother), people::han())
}

#[test]
fn s11_a_child_of_five_in_the_mothers_phone() {
    let world = World::demo().with_person(people::mai());
    let mut report = clinic(&world, &world.clinic_for(&people::han()));
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    assert_eq!(graver(&report), codes(&[]));
    assert_eq!(notes(&report), codes(&["held.face_not_compared", "health.child_under_six"]));
    assert!(the(&report, "health.child_under_six").reason().row().text.vi.contains("có mã số BHYT là đủ"));
    let by_paper = |kind| (Relation::Guardian, Ground::DependantPaper, Kind::IDENTITY, kind);
    let same = (Relation::SamePerson, Ground::Number, CARD, Kind::DEPENDANT);
    assert_eq!(relations(&report), [by_paper(CARD), by_paper(Kind::DEPENDANT), same]);
    assert_eq!(text_of(&mut report, CARD, Field::FULL_NAME).as_deref(), Some("Trần Gia Hân"));
    assert_eq!(text_of(&mut report, Kind::IDENTITY, Field::FULL_NAME).as_deref(), Some("Phạm Thị Ngọc Mai"));
    assert_eq!(text_of(&mut report, Kind::DEPENDANT, Field::RELATION).as_deref(), Some("con"));
    let json = report.to_json();
    assert!(json.contains(
        r#"{"by":"dependant_paper","first":"identity","relation":"guardian","second":"health_insurance_card"}"#
    ));
    assert!(["Hân", "Mai", "031321004182", r#""con""#].iter().all(|value| !json.contains(value)), "{json}");
}

#[test]
fn s11_under_six_nothing_may_be_added_and_from_six_on_it_is_looked_up() {
    let (mut world, child) = strangers();
    let scene = world.clinic_for(&child);
    let report = clinic(&world, &scene);
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Accept, codes(&[])));
    let note = the(&report, "consistency.guardian_not_shown");
    assert_eq!((note.gravity(), note.reason().row().step.costs_citizen()), (Gravity::Note, false));
    assert_eq!(relations(&report), [], "a note is no relation");

    // Her sixth birthday is 8 March 2027; a second before midnight of it in Viet Nam she is five.
    let birthday = 1_804_438_800;
    for (now, verdict) in [(birthday - 1, Verdict::Accept), (birthday, Verdict::Refer)] {
        world = World::new(world.seed, now).with_person(world.person);
        let mut report = clinic(&world, &world.clinic_for(&child));
        assert_eq!(report.verdict(), verdict, "{now}");
        assert_eq!(graver(&report).contains("consistency.person_differs"), verdict == Verdict::Refer);
        assert!(shown(&mut report) > 0, "both papers are genuine, and readable");
    }
}

#[test]
fn s11_an_account_of_level_one_is_what_a_child_under_six_has() {
    let level_one = |world: &World, person: &Person, kinds: &[Kind]| {
        let world = world.clone().with_person(person.clone());
        let mut spec = world.token_spec(world.preset_papers("clinic", kinds));
        spec.level = Some(1);
        let report = clinic(&world, &world.scene_of("clinic", &[(&world.eid, spec)]));
        (report.verdict(), the(&report, "current.level_insufficient").gravity())
    };
    let world = World::demo();
    assert_eq!(level_one(&world, &people::han(), &[CARD]), (Verdict::Accept, Gravity::Note));
    assert_eq!(level_one(&world, &people::giang(), &[CARD]), (Verdict::Refer, Gravity::Refer));
    assert_eq!(
        level_one(&world, &people::han(), &[Kind::IDENTITY]),
        (Verdict::Refer, Gravity::Refer),
        "no card, no visit"
    );
    let mut undetermined = people::han();
    undetermined.born = "2020".into();
    assert_eq!(level_one(&world, &undetermined, &[CARD]), (Verdict::Refer, Gravity::Refer), "may be six");
}

/// Only the level, and only at a clinic: what is not known of an account, and any other desk, are as for everybody.
#[test]
fn s11_nothing_but_the_level_is_softened_and_nowhere_but_at_a_clinic() {
    let world = World::demo().with_person(people::han());
    let mut spec = world.token_spec(world.preset_papers("clinic", &[CARD]));
    spec.level = Some(1);
    let mut unlisted = spec.clone();
    unlisted.account_status = Some((9, 40));
    let report = clinic(&world, &world.scene_of("clinic", &[(&world.eid, unlisted)]));
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Refer, codes(&["current.account_unknown"])));
    assert!(notes(&report).contains("current.level_insufficient"));

    let mut claims = world;
    for profile in claims.profiles.iter_mut().filter(|profile| profile.role == "clinic") {
        let scope = profile.allowance.values().next().cloned().unwrap();
        profile.allowance = [(Purpose::INSURANCE_CLAIM.number(), scope)].into();
    }
    let scene = claims.scene_of("clinic", &[(&claims.eid, spec)]);
    let report = Shift::new(&claims, "clinic", Purpose::INSURANCE_CLAIM).inspect(&scene.text(), claims.now);
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Refer, codes(&["current.level_insufficient"])));
    assert!(!notes(&report).contains("health.child_under_six"));
}

#[test]
fn s11_a_grown_up_child_shows_a_parents_card() {
    let world = World::demo().with_person(people::lam());
    let report = clinic(&world, &world.clinic_for(&people::lua()));
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Accept, codes(&[])));
    assert!(!notes(&report).contains("health.child_under_six"));
    assert!(relations(&report).contains(&(Relation::Guardian, Ground::DependantPaper, Kind::IDENTITY, CARD)));
    let mut alone = world;
    alone.person.dependant = None;
    let report = clinic(&alone, &alone.clinic_for(&people::lua()));
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Refer, codes(&["consistency.person_differs"])));
}

/// The dependant's paper says it, whoever else holds the phone: over, withdrawn, suspended, of another key's person it
/// says nothing.
#[test]
fn s11_what_no_longer_vouches_relates_nobody() {
    let guardian = |report: &Report| relations(report).iter().any(|(relation, ..)| *relation == Relation::Guardian);
    let mother = || World::demo().with_person(people::lam());
    let report = |world: &World| clinic(world, &world.clinic_for(&people::lua()));
    assert!(guardian(&report(&mother())));
    let mut over = mother();
    over.person.dependant.as_mut().unwrap().valid_until = day(2026, 11, 17);
    let mut revoked = mother();
    revoked.set_status(index_of(Kind::DEPENDANT), doichieu_kit::status::INVALID);
    let mut suspended = mother();
    suspended.set_status(index_of(Kind::DEPENDANT), doichieu_kit::status::SUSPENDED);
    let mut another = mother();
    another.person.dependant = Some(Dependant::of(&people::toan(), "cha", false.into()));
    for (what, world, verdict) in [
        ("over", over, Verdict::Refer),
        ("revoked", revoked, Verdict::Refuse),
        ("suspended", suspended, Verdict::Refuse),
        ("another", another, Verdict::Refer),
    ] {
        let report = report(&world);
        assert_eq!(report.verdict(), verdict, "{what}");
        assert!(graver(&report).contains("consistency.person_differs"), "{what}: {:?}", graver(&report));
        assert!(
            !relations(&report).contains(&(Relation::Guardian, Ground::DependantPaper, Kind::IDENTITY, CARD)),
            "{what}"
        );
    }
}

/// The register's own word, at its as-of, counts like a list's.
#[test]
fn s11_a_dependants_paper_suspended_in_the_register_relates_nobody() {
    let world = World::demo().with_person(people::lam());
    let mut papers = world.preset_papers("clinic", &[Kind::IDENTITY, Kind::DEPENDANT]);
    papers.last_mut().unwrap().source.standing = Some(1);
    papers.extend(world.card_of(&people::lua()));
    let report = clinic(&world, &world.scene_of("clinic", &[(&world.eid, world.token_spec(papers))]));
    assert_eq!(graver(&report), codes(&["consistency.person_differs", "current.suspended"]));
}

#[test]
fn s12_a_foreign_resident_is_read_like_anybody_and_a_missing_number_worsens_nothing() {
    let numbered = |number: &str| {
        let mut anna = people::anna();
        number.clone_into(&mut anna.personal_no);
        World::demo().with_person(anna)
    };
    for world in [numbered(""), numbered("P-00417"), numbered("048188000417")] {
        let mut report = Shift::traffic(&world).before(motorcycle()).inspect(&world.foreigner_stop().text(), world.now);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
        assert_eq!(notes(&report), codes(&["held.face_not_compared"]), "no word about numbers");
        assert_eq!(relations(&report).len(), 1);
        let passport = text_of(&mut report, Kind::FOREIGNER_IDENTITY, Field::PASSPORT_NO);
        assert_eq!(passport.as_deref(), Some("AA4410273"));
        assert_eq!(text_of(&mut report, Kind::FOREIGNER_IDENTITY, Field::RESIDENCE), None, "police may not see it");
    }
}

#[test]
fn s12_passport_and_stay_end_with_their_last_day_in_viet_nam() {
    // 1 February 2031 begins in Viet Nam at this second; the passport's last day is the day before.
    let midnight = 1_927_645_200;
    let at = |now: u64, stay: Item| {
        let mut anna = people::anna();
        anna.foreigner.as_mut().unwrap().stay_until = stay;
        anna.card = None;
        let world = World::new(doichieu_kit::Seed::new([7; 32]), now).with_person(anna);
        let scene = world.preset("traffic_police", &[Kind::FOREIGNER_IDENTITY]);
        Shift::traffic(&world).inspect(&scene.text(), now)
    };
    assert_eq!(at(midnight - 1, false.into()).verdict(), Verdict::Accept);
    let mut past = at(midnight, false.into());
    assert_eq!((past.verdict(), past.headline()), (Verdict::Refuse, Headline::NotInForce));
    let finding = the(&past, "foreigner.passport_expired");
    assert_eq!(
        (finding.axis(), finding.side(), finding.field_name()),
        (Axis::Standing, Side::Paper, Some("passport_valid_until"))
    );
    assert!(!finding.reason().row().step.costs_citizen());
    assert!(shown(&mut past) > 0, "genuine, and readable");
    let stay = at(midnight - 1, day(2031, 1, 30));
    assert_eq!((stay.verdict(), graver(&stay)), (Verdict::Refer, codes(&["foreigner.stay_past"])));
}

/// The release of the first paper of a kind.
fn with<T>(report: &mut Report, kind: Kind, ask: impl FnOnce(&mut doichieu::Release, UnixTime) -> T) -> T {
    let at = report.at();
    let paper: &mut PaperReport = report.papers_mut().iter_mut().find(|paper| paper.kind() == kind).unwrap();
    let Proof::Proven(release) = paper.proof() else { panic!("not proven") };
    ask(release, at)
}

#[test]
fn s16_what_was_declared_is_compared_by_level_and_never_by_nearness() {
    let world = World::demo().with_person(people::duc());
    let mut report = clinic(&world, &world.clinic());
    for (declared, level) in [
        ("Trần Văn Đức", Match::Exact),
        ("Tra\u{302}\u{300}n Va\u{306}n Đu\u{31b}\u{301}c", Match::Exact),
        ("Trần Văn Ðức", Match::LookAlike),
        ("TRAN VAN DUC", Match::NoDiacritics),
        ("Đức Trần Văn", Match::Reordered),
        ("Trần Văn Đạt", Match::Different),
    ] {
        let declared = Declared::new().full_name(declared);
        let matches = with(&mut report, Kind::IDENTITY, |release, at| release.matches(&declared, at)).unwrap();
        assert_eq!(matches.full_name, Compared::Answer(level));
    }
    let born = Date::day(doichieu::time::Day::from_civil(1984, 11, 3).unwrap());
    let declared = Declared::new().date_of_birth(born).personal_no("079 084 012 597").document_no("079084012598");
    let matches = with(&mut report, CARD, |release, at| release.matches(&declared, at)).unwrap();
    assert_eq!(matches.date_of_birth, Compared::Answer(DateMatch::Same));
    assert_eq!(matches.personal_no, Compared::Answer(NumberMatch::Same));
    assert_eq!(matches.document_no, Compared::Answer(NumberMatch::Different), "one digit off is another number");
    assert_eq!(matches.full_name, Compared::NotDeclared);
    let late = with(&mut report, CARD, |release, _| {
        let end = release.until();
        release.matches(&declared, end).is_err()
    });
    assert!(late, "within the grant");
}

#[test]
fn a_year_of_birth_leaves_open_what_it_leaves_open() {
    let world = World::demo().with_person(people::hnhi());
    let mut report = clinic(&world, &world.clinic());
    assert_eq!((report.verdict(), graver(&report)), (Verdict::Accept, codes(&[])));
    let at = report.at();
    let born =
        with(&mut report, Kind::IDENTITY, |release, at| match release.at(at).unwrap().answer(Field::DATE_OF_BIRTH) {
            Answer::Shown(value) => value.as_date(),
            _ => None,
        });
    let age = Age::of(born.unwrap());
    assert_eq!([47, 48, 49].map(|years| age.at_least(years, at)), [Decided::Yes, Decided::Undetermined, Decided::No]);
}

#[test]
fn s14_codes_of_poverty_and_origin_are_marked_for_a_press() {
    let world = World::demo();
    let mut report = clinic(&world, &world.clinic());
    let behind = with(&mut report, CARD, |release, at| {
        let shown = release.at(at).unwrap();
        let rows = shown.fields().map(|(row, _)| row).filter(|row| row.display() == Display::BehindPress);
        rows.map(|row| row.name).collect::<Vec<_>>()
    });
    for name in ["object_code", "benefit_level", "card_no"] {
        assert!(behind.contains(&name), "{name}");
    }
    assert!(!behind.contains(&"valid_until") && !behind.contains(&"full_name"));
}
