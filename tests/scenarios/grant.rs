//! How long values may be seen (N76), and under which root (N146).

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, PaperReport, Post, Proof, Roots, Verdict};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;

use crate::DAY;
use crate::shift::{Shift, notes};

/// When the values of a traffic stop end, in seconds after the inspection; held to what a release does then.
fn granted(world: &World, licensed: u64) -> u64 {
    let mut mandate = world.mandate_spec("traffic_police");
    mandate.retention = licensed;
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let mut shift = Shift::traffic(world);
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut shift.memory).unwrap());
    let post = Post::open(&mandate, &bundle).unwrap();
    shift.inspector = Inspector::new(bundle, post).unwrap();
    shift.ask = shift.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let mut report = shift.inspect(&world.traffic_stop().text(), world.now);
    assert_eq!(report.verdict(), Verdict::Accept);
    let wider = world.retention > licensed.min(world.profile("traffic_police").unwrap().retention);
    assert_eq!(notes(&report).contains("agreed.retention_shortened"), wider);
    let ends: BTreeSet<u64> = report.papers_mut().iter_mut().map(end_of).collect();
    assert_eq!(ends.len(), 1, "one grant, one end");
    ends.first().unwrap() - world.now
}

fn end_of(paper: &mut PaperReport) -> u64 {
    let Proof::Proven(release) = paper.proof() else { panic!("not proven") };
    let until = release.until().seconds();
    assert!(release.at(UnixTime::new(until - 1).unwrap()).is_ok());
    assert!(release.at(UnixTime::new(until).unwrap()).is_err());
    assert!(release.at(UnixTime::new(until - 1).unwrap()).is_err(), "it stays ended");
    until
}

#[test]
fn n76_the_end_is_the_least_of_consent_mandate_and_profile_and_never_before_the_display_time() {
    let mut world = World::demo();
    for (agreed, licensed, profiled, end) in [
        (0, DAY, DAY, 120),
        (119, DAY, DAY, 120),
        (121, DAY, DAY, 121),
        (DAY, DAY, DAY, DAY),
        (DAY + 1, DAY, DAY, DAY),
        (u64::MAX, DAY, DAY, DAY),
        (DAY, 3600, DAY, 3600),
        (DAY, DAY, 600, 600),
        (DAY, 0, DAY, 120),
    ] {
        world.retention = agreed;
        world.profiles.iter_mut().for_each(|profile| profile.retention = profiled);
        assert_eq!(granted(&world, licensed), end, "agreed {agreed}, licensed {licensed}, profiled {profiled}");
    }
}

#[test]
fn n146_a_report_says_whether_a_test_root_stands_behind_it() {
    let world = World::demo();
    let mut earnest = world.clone();
    earnest.authority.first.test = false;
    for (world, test) in [(world, true), (earnest, false)] {
        let report = Shift::traffic(&world).inspect(&world.traffic_stop().text(), world.now);
        assert_eq!((report.verdict(), report.is_test()), (Verdict::Accept, test));
        assert!(report.to_json().contains(&format!(r#""test":{test}"#)));
    }
}
