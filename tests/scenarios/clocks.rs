//! Two clocks that disagree: the finding says by how much and accuses nobody, and the report has a hint for the post.

use doichieu::Language;
use doichieu::reason::{Reason, Side, Step};
use doichieu::{CLOCKS_APART, ClockDifference, PhoneClock, Report, Verdict};
use doichieu_kit::answer;
use doichieu_kit::scene::World;

use crate::shift::{Shift, the};

/// A phone whose clock differs by so many seconds, on a token that allows for it.
fn shown(world: &World, at: u64, change: impl FnOnce(&mut doichieu_kit::wallet::Showing)) -> Report {
    let mut world = world.clone();
    world.token_age = 7_200;
    world.register_age = 10_000;
    let mut scene = world.traffic_stop();
    (scene.showing.iat, scene.showing.exp) = (at, at + 60);
    change(&mut scene.showing);
    Shift::traffic(&world).inspect(&scene.text(), world.now)
}

fn difference(report: &Report) -> Option<(u64, PhoneClock)> {
    report.clock_difference().map(|ClockDifference { seconds, phone, .. }| (seconds, phone))
}

#[test]
fn a_phone_ahead_or_behind_is_a_hint_from_five_minutes_on() {
    let (world, far) = (World::demo(), CLOCKS_APART);
    let behind = |seconds: u64| shown(&world, world.now - seconds, |_| {});
    let ahead = |seconds: u64| shown(&world, world.now + seconds, |_| {});
    assert_eq!((difference(&behind(far)), difference(&ahead(far))), (None, None));
    assert_eq!(difference(&behind(far + 1)), Some((far + 1, PhoneClock::Behind)));
    assert_eq!(difference(&ahead(far + 1)), Some((far + 1, PhoneClock::Ahead)));
    assert_eq!(difference(&shown(&world, world.now - 5, |_| {})), None, "in time");
    for report in [behind(4000), ahead(3000)] {
        assert_eq!(report.verdict(), Verdict::Refer);
    }
}

/// What was not made for us, or contradicts itself, tells nothing about a clock; nor does a late answer, which is late
/// by ours alone.
#[test]
fn what_tells_nothing_of_a_clock_is_no_hint() {
    let world = World::demo();
    let early = world.now - 4000;
    assert_eq!(difference(&shown(&world, early, |showing| showing.audience = "role:clinic".to_owned())), None);
    assert_eq!(difference(&shown(&world, early, |showing| showing.exp = early + 500)), None);
    let mut shift = Shift::traffic(&world);
    let wants = doichieu::Wants::all(doichieu::field::Purpose::TRAFFIC_CONTROL);
    let (seed, at) = (doichieu::Seed::new([4; 32]), world.at());
    let draft = shift.inspector.ask(&wants, &seed, &doichieu_kit::encounter_seed(), at).unwrap();
    let signature = world.post_key("traffic_police").sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    let asked = doichieu::Asked::open(challenge.text(), shift.inspector.bundle(), at).unwrap();
    let presentation = answer::answer(&world.traffic_stop(), &asked, world.now);
    let seed = doichieu_kit::key::Seed::new([9; 32]);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), seed).unwrap();
    shift.ask = challenge.ask().clone();
    let late = shift.inspect(&answer::text(&sealed), world.now + 4000);
    assert!(late.findings().iter().any(|finding| finding.reason() == Reason::HeldWindowPassed));
    assert_eq!(difference(&late), None);
}

#[test]
fn the_finding_names_the_difference_and_both_clocks() {
    let world = World::demo();
    let report = shown(&world, world.now - 720, |_| {});
    let late = the(&report, "held.window_passed");
    let row = late.reason().row();
    assert_eq!((late.age(), row.side, row.step), (Some(720), Side::Presenter, Step::AskByChallenge));
    for (language, words) in [
        (Language::Vi, ["12 phút", "giờ máy này", "giờ điện thoại"]),
        (Language::En, ["12 minutes", "this device's time", "the phone's"]),
    ] {
        let told = row.about_filled(language, None, &late.filling());
        assert!(words.iter().all(|word| told.contains(word)), "{}", *told);
        let bare = row.about(language, None);
        assert!(words.iter().skip(1).all(|word| bare.contains(word)), "{bare}");
    }
    let report = shown(&world, world.now + 720, |_| {});
    let ahead = the(&report, "held.clock_ahead");
    assert_eq!(ahead.age(), Some(720));
    let told = ahead.reason().row().about_filled(Language::Vi, None, &ahead.filling());
    assert!(told.contains("12 phút") && told.contains("Giờ điện thoại và giờ máy này lệch nhau"), "{}", *told);
    let hint = report.clock_difference().unwrap();
    assert_eq!(
        hint.text(Language::En),
        "This device's time and the phone's are 12 minutes apart: check this device's time."
    );
    assert_eq!((hint.phone.name(), PhoneClock::Behind.name()), ("ahead", "behind"));
    assert!(hint.text(Language::Vi).contains("12 phút"));
}
