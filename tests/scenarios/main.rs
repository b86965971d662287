//! Situations at the roadside and at the clinic's desk, end to end through the public API with worlds that the kit
//! mints.

#![expect(clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "tests")]

use doichieu::Language;
use doichieu::field::{Field, Kind, row};
use doichieu::reason::{Axis, Gravity, Reason, Side};
use doichieu::time::UnixTime;
use doichieu::{Finding, Headline, Proof, Verdict};
use doichieu_kit::Item;
use doichieu_kit::people::{self, Part, Person, day};
use doichieu_kit::scene::{ACCOUNT_INDEX, Scene, World};

mod clocks;
mod family;
mod grant;
mod law_of_the_day;
mod no_code;
mod origins;
mod relay;
mod shift;
use shift::{Shift, all, car, codes, graver, motorcycle, notes, shown, text_of, the};

const DAY: u64 = 86_400;

/// The driver with identity and licence, no registration.
fn driver(world: &World) -> Scene {
    world.preset("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE])
}

fn giang_with_car_part(change: impl FnOnce(&mut Part)) -> World {
    let mut giang = people::giang();
    change(giang.licence.as_mut().unwrap().car.as_mut().unwrap());
    World::demo().with_person(giang)
}

#[test]
fn s01_a_suspended_car_part_does_not_stop_a_motorcycle() {
    let world = giang_with_car_part(|part| part.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31)))));
    let text = driver(&world).text();
    let mut on_motorcycle = Shift::traffic(&world).before(motorcycle()).inspect(&text, world.now);
    assert_eq!((on_motorcycle.verdict(), on_motorcycle.headline()), (Verdict::Accept, Headline::Accept));
    assert!(notes(&on_motorcycle).contains("licence.part_suspended"));
    assert!(shown(&mut on_motorcycle) > 0);

    let mut in_car = Shift::traffic(&world).before(car()).inspect(&text, world.now);
    assert_eq!((in_car.verdict(), in_car.headline()), (Verdict::Refuse, Headline::NotInForce));
    assert_eq!(graver(&in_car), codes(&["licence.part_suspended"]));
    let suspended = the(&in_car, "licence.part_suspended");
    assert_eq!(
        (suspended.side(), suspended.axis(), suspended.field_name()),
        (Side::Paper, Axis::Standing, Some("car_part"))
    );
    assert!(shown(&mut in_car) > 0, "a suspended licence is genuine, and readable");

    let mut unpicked = Shift::traffic(&world).inspect(&text, world.now);
    assert_eq!((unpicked.verdict(), unpicked.headline()), (Verdict::Refer, Headline::LookUp));
    assert!(shown(&mut unpicked) > 0);
}

#[test]
fn s01_a_suspension_decided_but_not_begun_is_a_note() {
    let world = giang_with_car_part(|part| part.suspension = Some((day(2026, 12, 1), Some(day(2027, 2, 28)))));
    let mut report = Shift::traffic(&world).before(car()).inspect(&driver(&world).text(), world.now);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    assert!(notes(&report).contains("licence.suspension_ahead"));
    assert!(!notes(&report).contains("licence.part_suspended"));
    assert!(shown(&mut report) > 0);
}

#[test]
fn s02_no_points_left_eight_months_ago_may_have_been_restored() {
    let mut world = giang_with_car_part(|part| part.points = Some(0));
    let mut fresh = Shift::traffic(&world).before(car()).inspect(&driver(&world).text(), world.now);
    assert_eq!((fresh.verdict(), fresh.headline()), (Verdict::Refuse, Headline::NotInForce));
    assert_eq!(graver(&fresh), codes(&["licence.points_zero"]));
    assert_eq!(the(&fresh, "licence.points_zero").axis(), Axis::Standing);
    assert!(shown(&mut fresh) > 0);

    world.register_age = 240 * DAY;
    let mut old = Shift::traffic(&world).before(car()).inspect(&driver(&world).text(), world.now);
    assert_eq!((old.verdict(), old.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(graver(&old), codes(&["licence.points_zero"]));
    let points = the(&old, "licence.points_zero");
    assert_eq!((points.age(), points.gravity(), points.side()), (Some(240 * DAY), Gravity::Refer, Side::Paper));
    assert!(shown(&mut old) > 0);
}

/// The world with lists of this age, and showings as fresh as ever.
fn with_lists_of(mut world: World, age: u64) -> World {
    world.bundle_age = age;
    world.eid_list.iat = world.now - age;
    world.insurer_list.iat = world.now - age;
    world
}

#[test]
fn s04_lists_three_days_old_are_our_own_matter() {
    let world = with_lists_of(World::demo(), 3 * DAY);
    let mut report = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(graver(&report), codes(&["current.account_unknown", "current.status_stale"]));
    assert_eq!(the(&report, "post.lists_old").age(), Some(3 * DAY));
    assert_eq!(the(&report, "current.status_stale").age(), Some(3 * DAY));
    for finding in all(&report).iter().filter(|finding| finding.gravity() > Gravity::Note) {
        assert_eq!((finding.side(), finding.axis()), (Side::Post, Axis::Standing), "{}", finding.code());
    }
    assert!(shown(&mut report) > 0);
    assert_eq!(report.papers().len(), 3);
}

#[test]
fn s04_past_their_end_lists_never_accept_and_still_check_signatures() {
    let mut world = with_lists_of(World::demo(), 31 * DAY);
    for profile in &mut world.profiles {
        profile.tolerances = [300 * DAY; 4];
        profile.steps = [("post.lists_too_old", "confirm_before_acting"), ("current.status_stale", "refresh_code")]
            .map(|(reason, step)| (reason.to_owned(), step.to_owned()))
            .into();
    }
    let mut genuine = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
    assert_eq!((genuine.verdict(), genuine.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(graver(&genuine), codes(&["post.lists_too_old"]), "however much the role tolerates");
    assert_eq!(the(&genuine, "post.lists_too_old").side(), Side::Post);
    assert!(shown(&mut genuine) > 0);

    let mut forged = world.traffic_stop();
    *forged.tokens.first_mut().unwrap().signed.signature_mut().unwrap().first_mut().unwrap() ^= 1;
    let mut forged = Shift::traffic(&world).inspect(&forged.text(), world.now);
    assert_eq!((forged.verdict(), forged.headline()), (Verdict::Refuse, Headline::NotProven));
    assert_eq!(graver(&forged), codes(&["authentic.signature_failed", "post.lists_too_old"]));
    assert_eq!((shown(&mut forged), forged.papers().len()), (0, 0), "what is not authentic has no kind");
}

#[test]
fn s05_a_wrong_clock_says_nothing_of_anybodys_papers() {
    let world = World::demo();
    let mut forged = world.traffic_stop();
    *forged.tokens.first_mut().unwrap().signed.signature_mut().unwrap().first_mut().unwrap() ^= 1;
    let floor = world.now - world.bundle_age;
    for at in [5, floor - 1] {
        for text in [world.traffic_stop().text(), forged.text()] {
            let mut shift = Shift::traffic(&world);
            let mut report = shift.inspect(&text, at);
            assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::NotChecked));
            assert_eq!(all(&report).iter().map(Finding::code).collect::<Vec<_>>(), ["post.clock_wrong"]);
            assert_eq!(the(&report, "post.clock_wrong").side(), Side::Post);
            assert!(report.papers().is_empty());
            assert_eq!((shown(&mut report), report.assurance().held), (0, None));
            assert_eq!(shift.memory.showings(), 0, "what was not judged was not shown");
            assert_eq!(shift.memory.floor().map(UnixTime::seconds), Some(floor), "it is at least then");
        }
    }
    let mut shift = Shift::traffic(&world);
    shift.inspect(&world.traffic_stop().text(), 5);
    let set_right = shift.inspect(&world.traffic_stop().text(), world.now);
    assert_eq!(set_right.verdict(), Verdict::Accept);
    assert!(!notes(&set_right).contains("held.shown_again"));
}

#[test]
fn s07_a_class_list_that_is_not_shared_decides_nothing() {
    let world = World::demo();
    let mut scene = world.open_choice("traffic_police", &[Kind::DRIVING_LICENCE]);
    scene.showing.wanted.as_mut().unwrap().get_mut(&2).unwrap().remove(&Field::CLASSES.number());
    let mut report = Shift::traffic(&world).before(car()).inspect(&scene.text(), world.now);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(graver(&report), codes(&["agreed.field_not_shown"]), "cover is undetermined, not missing");
    let finding = the(&report, "agreed.field_not_shown");
    assert_eq!(
        (finding.field_name(), finding.side(), finding.axis()),
        (Some("classes"), Side::Presenter, Axis::Standing)
    );
    let classes = row(Kind::DRIVING_LICENCE, Field::CLASSES).unwrap();
    let vi = finding.reason().row().about(Language::Vi, Some(classes.text.vi));
    assert_eq!(vi, "Chưa thấy mục “Hạng xe được phép lái”: không chia sẻ hoặc không có");
    let step = finding.reason().row().step;
    assert!(step.text().en.starts_with("Say why it is needed"), "{}", step.text().en);
    assert!(step.text().vi.contains("Không suy ra là không có"), "{}", step.text().vi);
    // Why it is needed: the article on what each class may drive.
    let law = finding.rule().and_then(doichieu::citation).unwrap();
    assert!(law.contains("art. 57"), "{law}");
    assert!(shown(&mut report) > 0);
    assert_eq!(text_of(&mut report, Kind::DRIVING_LICENCE, Field::CLASSES), None);
    assert!(text_of(&mut report, Kind::DRIVING_LICENCE, Field::LICENCE_NO).is_some());
}

#[test]
fn s09_scanned_twice_by_one_post_gives_the_same_with_a_note() {
    let world = World::demo();
    let (mut shift, text) = (Shift::traffic(&world), world.traffic_stop().text());
    let mut first = shift.inspect(&text, world.now);
    let mut second = shift.inspect(&text, world.now + 2);
    assert_eq!((first.verdict(), second.verdict()), (Verdict::Accept, Verdict::Accept));
    assert_eq!(first.headline(), second.headline());
    let mut with_note = notes(&first);
    with_note.insert("held.shown_again");
    assert_eq!(notes(&second), with_note);
    assert_eq!(shown(&mut first), shown(&mut second));
    assert_eq!((graver(&first), graver(&second)), (codes(&[]), codes(&[])));
}

/// A person whose licence bears the name in another spelling than the identity, and nothing else to link the two.
fn spelt_otherwise(person: Person, identity: &str, licence: &str) -> (World, String) {
    let mut world = World::demo().with_person(person);
    world.person.name = identity.to_owned();
    let mut papers = world.preset_papers("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    let signed = papers.last_mut().unwrap();
    assert!(signed.fields.insert(Field::FULL_NAME.number(), Item::from(licence)).is_some());
    assert!(!signed.fields.contains_key(&Field::PERSONAL_NO.number()), "no number links them");
    let text = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]).text();
    (world, text)
}

#[test]
fn s16_unusual_letters_in_a_signed_name_are_the_issuers_matter() {
    let cases = [
        ("eth for Đ", "Trần Văn Đức", "Trần Văn Ðức", true),
        ("African D for Đ", "Trần Văn Đức", "Trần Văn Ɖức", true),
        ("decomposed", "Trần Văn Đức", "Tra\u{302}\u{300}n Va\u{306}n Đu\u{31b}\u{301}c", true),
        ("zero-width", "Trần Văn Đức", "Trần\u{200b} Văn Đức", true),
        ("old tone", "Nguyễn Thị Hòa", "Nguyễn Thị Hoà", false),
        ("new tone", "Nguyễn Thị Thuý", "Nguyễn Thị Thúy", false),
        ("capitals", "Trần Văn Đức", "TRẦN VĂN ĐỨC", false),
    ];
    for (what, identity, licence, unusual) in cases {
        let (world, text) = spelt_otherwise(people::duc(), identity, licence);
        let mut report = Shift::traffic(&world).inspect(&text, world.now);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept), "{what}");
        assert_eq!(graver(&report), codes(&[]), "{what}");
        assert_eq!(notes(&report).contains("paper.text_unusual"), unusual, "{what}");
        assert!(!notes(&report).contains("consistency.person_differs"), "{what}");
        if unusual {
            let note = the(&report, "paper.text_unusual");
            assert_eq!((note.side(), note.field_name()), (Side::Paper, Some("full_name")), "{what}");
            assert!(!note.reason().row().step.costs_citizen());
        }
        let name = text_of(&mut report, Kind::DRIVING_LICENCE, Field::FULL_NAME).unwrap();
        assert_eq!(name, licence.replace('\u{200b}', "\u{fffd}"), "{what}");
    }
    let (world, text) = spelt_otherwise(people::duc(), "Trần Văn Đức", "Trần Văn Đạt");
    let other = Shift::traffic(&world).inspect(&text, world.now);
    assert_eq!((other.verdict(), graver(&other)), (Verdict::Refer, codes(&["consistency.person_differs"])));
}

#[test]
fn s17_a_licence_of_2019_by_a_body_that_no_longer_issues_stands() {
    let world = World::demo().with_person(people::duc());
    assert_eq!(world.person.licence.as_ref().unwrap().authority, "TCDB");
    let mut report = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    assert_eq!(graver(&report), codes(&[]));
    assert_eq!(notes(&report), codes(&["held.face_not_compared"]), "no word about old names");
    assert!(report.to_json().contains(r#""authority":"TCDB""#));
    assert_eq!(text_of(&mut report, Kind::DRIVING_LICENCE, Field::REGIME).as_deref(), Some("vn-2008"));

    let mut unlisted = world;
    unlisted.eid.kinds.get_mut(&2).unwrap().retain(|authority| authority.name != "TCDB");
    let mut report = Shift::traffic(&unlisted).inspect(&unlisted.traffic_stop().text(), unlisted.now);
    assert_eq!(graver(&report), codes(&["authentic.authority_not_listed"]), "it is the lists that trust it");
    assert_eq!(text_of(&mut report, Kind::DRIVING_LICENCE, Field::REGIME), None);
}

#[test]
fn s18_a_code_for_somebody_else_is_not_read() {
    let mut world = World::demo();
    let made_for_the_clinic = world.clinic().text();
    for locked in [false, true] {
        world.set_status(ACCOUNT_INDEX, u8::from(locked));
        let mut shift = Shift::traffic(&world);
        let mut report = shift.inspect(&made_for_the_clinic, world.now);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::NotChecked));
        assert_eq!(all(&report).iter().map(Finding::code).collect::<Vec<_>>(), ["held.other_audience"]);
        let finding = the(&report, "held.other_audience");
        assert_eq!((finding.side(), finding.axis()), (Side::Presenter, Axis::Proof));
        assert!(report.papers().is_empty());
        assert_eq!((shown(&mut report), report.assurance().held), (0, None));
        let json = report.to_json();
        assert!(["identity", "health_insurance_card", "eid.example"].iter().all(|word| !json.contains(word)), "{json}");
        assert_eq!(shift.memory.showings(), 0, "it can still be shown where it belongs");
    }
}

#[test]
fn s24_a_locked_account_says_nothing_about_the_papers() {
    let findings = |change: fn(&mut World)| {
        let mut world = World::demo();
        world.set_status(ACCOUNT_INDEX, doichieu_kit::status::INVALID);
        change(&mut world);
        let mut report = Shift::traffic(&world).before(car()).inspect(&driver(&world).text(), world.now);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::NotChecked));
        assert_eq!(graver(&report), codes(&["current.account_locked"]));
        let locked = the(&report, "current.account_locked");
        assert_eq!((locked.axis(), locked.side()), (Axis::Proof, Side::Presenter));
        assert!(locked.reason().row().step.text().en.contains("does not end the papers"));
        assert_eq!(shown(&mut report), 0);
        assert!(report.papers().iter().all(|paper| paper.findings().is_empty()));
        for paper in report.papers_mut() {
            assert!(matches!(paper.proof(), Proof::Unproven(Reason::CurrentAccountLocked)));
        }
        all(&report)
    };
    let good = findings(|_| {});
    let revoked = findings(|world| world.set_status(42, doichieu_kit::status::INVALID));
    let suspended = findings(|world| {
        let part = world.person.licence.as_mut().unwrap().car.as_mut().unwrap();
        part.suspension = Some((day(2026, 11, 1), None));
    });
    assert_eq!((&good, &good), (&revoked, &suspended));
}

#[test]
fn s25_a_copy_outdated_for_a_week_is_readable_and_one_for_longer_than_tolerated_is_not() {
    let mut world = World::demo();
    world.token_age = 7 * DAY;
    world.register_age = 7 * DAY;
    let mut week = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
    assert_eq!((week.verdict(), week.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(graver(&week), codes(&["held.copy_outdated"]));
    let outdated = the(&week, "held.copy_outdated");
    assert_eq!((outdated.age(), outdated.axis(), outdated.side()), (Some(6 * DAY), Axis::Standing, Side::Presenter));
    assert!(shown(&mut week) > 0);
    assert!(week.papers().iter().all(|paper| paper.verdict() == Verdict::Refer), "none of them reads as accepted");

    for (past, values) in [(30 * DAY, true), (30 * DAY + 1, false)] {
        world.token_age = DAY + past;
        let mut report = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
        assert_eq!((report.verdict(), graver(&report)), (Verdict::Refer, codes(&["held.copy_outdated"])));
        assert_eq!(shown(&mut report) > 0, values, "{past} s past its end");
        let headline = if values { Headline::LookUp } else { Headline::NotChecked };
        assert_eq!(report.headline(), headline);
    }
}
