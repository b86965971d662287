//! S10: a screenshot sent to a friend, and a live relay that nothing in a code can tell.

use doichieu::Language;
use doichieu::field::Purpose;
use doichieu::reason::Reason;
use doichieu::{Bundle, Headline, Inspector, Memory, Post, Roots, Verdict};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;

use crate::shift::{Shift, codes, graver, notes, shown, the};

/// Another post of the same role on the same device.
fn next_post(world: &World, memory: Memory) -> Shift {
    let mut mandate = world.mandate_spec("traffic_police");
    "traffic_police-02".clone_into(&mut mandate.post);
    mandate.cti = [2; 16];
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let mut memory = memory;
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let inspector = Inspector::new(std::sync::Arc::clone(&bundle), Post::open(&mandate, &bundle).unwrap()).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    Shift { inspector, ask, memory }
}

#[test]
fn s10_a_screenshot_lives_a_minute_and_passes_one_post_of_a_device() {
    let world = World::demo();
    let screenshot = world.traffic_stop().text();
    let mut shift = Shift::traffic(&world);
    assert_eq!(shift.inspect(&screenshot, world.now).verdict(), Verdict::Accept);
    let mut next = next_post(&world, shift.memory);
    let mut second = next.inspect(&screenshot, world.now + 20);
    assert_eq!((second.verdict(), second.headline()), (Verdict::Refuse, Headline::NotProven));
    assert_eq!(graver(&second), codes(&["held.used_elsewhere"]));
    assert_eq!(shown(&mut second), 0);
    let used = the(&second, "held.used_elsewhere");
    assert_eq!(used.age(), Some(20));
    let told = used.reason().row().about_filled(Language::Vi, None, &used.filling());
    assert_eq!(*told, "Mã này đã được quét cho một điểm kiểm tra khác, 20 giây trước");
    // The showing is 5 s old at `now`: 60 s later its window has passed on any device.
    let mut late = Shift::traffic(&world).inspect(&screenshot, world.now + 56);
    assert_eq!((late.headline(), graver(&late)), (Headline::ScanAgain, codes(&["held.window_passed"])));
    assert_eq!(shown(&mut late), 0);
}

/// Within the minute and on another device nothing tells a relay from a phone held out. So every report that shows
/// anything says so.
#[test]
fn s10_a_live_relay_is_not_told_apart_and_the_report_says_what_was_not_proven() {
    let world = World::demo();
    for mut shift in [Shift::traffic(&world), Shift::traffic(&world)] {
        let report = shift.inspect(&world.traffic_stop().text(), world.now);
        assert_eq!(report.verdict(), Verdict::Accept);
        assert!(notes(&report).contains("held.face_not_compared"));
        let row = Reason::HeldFaceNotCompared.row();
        assert_eq!(
            (row.text.vi, row.text.en),
            (
                "Đối chiếu khuôn mặt: máy chỉ xác thực được điện thoại",
                "Compare the face: the device can prove only the phone"
            )
        );
        let step = shift.inspector.post().role().step(Reason::HeldFaceNotCompared);
        assert!(
            step.text().vi.contains("trên màn hình của người dân") && step.text().vi.contains("không cầm điện thoại")
        );
        assert!(!step.costs_citizen());
    }
}
