//! The showings that are measured, each with the post that sees it and its bare signature checks.

use super::bare::Bare;
use super::desk::Desk;
use doichieu::Verdict;
use doichieu::field::Kind;
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Alg, profiles};

/// The role of all but the last.
const POLICE: &str = "traffic_police";
/// So many fields behind digests.
const REDACTED: usize = 15;

/// One showing.
pub(crate) struct Showing {
    pub(crate) name: &'static str,
    pub(crate) desk: Desk,
    pub(crate) text: String,
    pub(crate) bare: Bare,
}

/// All of them, by a phone of either algorithm. The issuers sign with Ed25519; the second one of the set with P-256.
pub(crate) fn all(holder: Alg) -> Vec<Showing> {
    let world = World::demo().with_holder(holder);
    let wide = with_health_card(world.clone());
    let one = world.preset(POLICE, &[Kind::DRIVING_LICENCE]);
    let four = wide.preset(
        POLICE,
        &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::HEALTH_INSURANCE_CARD],
    );
    vec![
        Showing::new("one paper", &world, POLICE, &one, Deflate::Never),
        Showing::new("one paper, zlib", &world, POLICE, &one, Deflate::Always),
        Showing::new("four papers", &wide, POLICE, &four, Deflate::Never),
        Showing::new("four papers, zlib", &wide, POLICE, &four, Deflate::Always),
        Showing::new("15 redacted fields", &world, POLICE, &redacted(&world), Deflate::Never),
        Showing::new("set of two tokens", &world, "clinic", &world.clinic_set(), Deflate::Never),
    ]
}

impl Showing {
    fn new(name: &'static str, world: &World, role: &str, scene: &Scene, deflate: Deflate) -> Self {
        let desk = Desk::new(world, role);
        let issuers = [&world.eid.key.key, &world.insurer.key.key];
        let text = frame::text(&scene.present().frame(deflate));
        let report = desk.see(doichieu::Scan::qr(&text)).expect("a document");
        assert_eq!(report.verdict(), Verdict::Accept, "{name}: {:?}", report.findings());
        Self { name, desk, text, bare: Bare::of(scene, &issuers) }
    }
}

/// A world whose police may also see the health card: no role of the demo sees all four kinds.
fn with_health_card(mut world: World) -> World {
    let kind = Kind::HEALTH_INSURANCE_CARD.number();
    let card = profiles::preset("clinic").and_then(|mut scope| scope.remove(&kind)).expect("the clinic sees cards");
    for profile in world.profiles.iter_mut().filter(|profile| profile.role == POLICE) {
        profile.allowance.values_mut().for_each(|scope| drop(scope.insert(kind, card.clone())));
    }
    world.presets.entry(POLICE.to_owned()).or_default().insert(kind, card);
    world
}

/// The three papers of a traffic stop in one token, exactly 15 of their fields behind digests, all of them disclosed.
fn redacted(world: &World) -> Scene {
    let mut papers = world
        .preset_papers(POLICE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION])
        .into_iter()
        .map(doichieu_kit::paper::PaperSpec::redacted_fields)
        .collect::<Vec<_>>();
    let mut left = REDACTED;
    for paper in &mut papers {
        paper.redacted = paper.redacted.iter().copied().take(left).collect();
        left -= paper.redacted.len();
    }
    assert_eq!(left, 0, "fewer than {REDACTED} fields");
    world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))])
}
