//! S17: papers from the books of bodies and places that are no more.

use doichieu::field::{Field, Kind, Purpose};
use doichieu::{Headline, Verdict};
use doichieu_kit::people::{self, Person};
use doichieu_kit::scene::{Scene, World};

use crate::shift::{Shift, codes, graver, notes, shown, text_of, the};

const HANDED_OVER: u64 = 1_740_762_000;

fn showing(world: &World, as_of: u64) -> Scene {
    let mut papers = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
    papers.iter_mut().for_each(|paper| paper.source.as_of = as_of);
    world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))])
}

#[test]
fn s17_the_old_directorate_is_trusted_for_its_own_time_and_for_nothing_newer() {
    let world = World::demo().with_person(people::duc());
    let in_2019 = 1_572_580_800;
    for as_of in [in_2019, HANDED_OVER - 1] {
        let report = Shift::traffic(&world).inspect(&showing(&world, as_of).text(), world.now);
        assert_eq!((report.verdict(), graver(&report)), (Verdict::Accept, codes(&[])), "as of {as_of}");
        assert_eq!(notes(&report), codes(&["held.face_not_compared"]));
    }
    for as_of in [HANDED_OVER, world.now - 3600] {
        let mut report = Shift::traffic(&world).inspect(&showing(&world, as_of).text(), world.now);
        assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::NotChecked), "as of {as_of}");
        assert_eq!(graver(&report), codes(&["authentic.authority_not_in_period"]));
        assert_eq!(shown(&mut report), 0);
        let finding = the(&report, "authentic.authority_not_in_period");
        assert!(finding.reason().row().step.text().vi.contains("không phải lỗi của người dân"));
    }
}

/// Names of provinces and offices that were merged or renamed are shown as they were signed, and nobody remarks on
/// them.
#[test]
fn s17_no_finding_for_old_names() {
    let mut person: Person = people::duc();
    "Xã Cao Viên, huyện Thanh Oai, tỉnh Hà Tây".clone_into(&mut person.residence);
    let licence = person.licence.as_mut().unwrap();
    "Sở Giao thông công chính tỉnh Hà Tây".clone_into(&mut licence.issuing_body);
    let mut world = World::demo().with_person(person);
    world.profiles.iter_mut().for_each(|profile| profile.assurance = 1);
    let scene = world.preset("public_service", &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    let mut report = Shift::new(&world, "public_service", Purpose::PUBLIC_SERVICE).inspect(&scene.text(), world.now);
    assert_eq!((report.verdict(), notes(&report)), (Verdict::Accept, codes(&["held.face_not_compared"])));
    let body = text_of(&mut report, Kind::DRIVING_LICENCE, Field::ISSUING_BODY);
    assert_eq!(body.as_deref(), Some("Sở Giao thông công chính tỉnh Hà Tây"));
    let home = text_of(&mut report, Kind::IDENTITY, Field::RESIDENCE);
    assert_eq!(home.as_deref(), Some("Xã Cao Viên, huyện Thanh Oai, tỉnh Hà Tây"));
}
