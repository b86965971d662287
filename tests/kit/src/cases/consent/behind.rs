//! N78: a wallet one version behind leaves a key of a registration out of the scope. What is clear there is the
//! issuer's doing; what a disclosure of its own made readable was the wallet's choice.

use doichieu::field::Kind;

use super::{beyond, contradicts, named};
use crate::cases::{Case, Expect, Input};
use crate::cbor::Item;
use crate::scene::World;

/// Where the key that the scope leaves out stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// Clear in a clear paper.
    Clear,
    /// Clear in a paper that a disclosure made readable as a whole.
    InRevealed,
    /// Behind a digest, and made readable by a disclosure of its own.
    Revealed,
}

/// All of them.
pub(super) fn cases(world: &World) -> Vec<Case> {
    let keys = [
        ("colour", 22, "not bearing"),
        ("chassis", 24, "not bearing"),
        ("last-day", 9, "bearing"),
        ("held", 26, "bearing"),
        ("unknown-999", 999, "unknown, and may bear"),
        ("unknown-1000", 1000, "unknown, and bears on nothing"),
    ];
    let mut cases = Vec::new();
    for (place, stands, says) in [
        ("clear", Stands::Clear, "clear"),
        ("in-revealed", Stands::InRevealed, "clear in a paper revealed as a whole"),
        ("revealed", Stands::Revealed, "behind a digest of its own, and revealed"),
    ] {
        for (name, key, kind) in keys {
            let expect = match (stands, key) {
                (Stands::Revealed, _) => contradicts(),
                (_, 999) => Expect::standing("refer", &["paper.unknown_bearing"]),
                (_, 22 | 24 | 1000) => beyond(),
                _ => Expect::accept(),
            };
            let says = format!("The scope leaves out key {key} of a registration, {kind}, which is {says}.");
            let input = Input::Text(leaving_out(world, key, stands));
            cases.push(Case::traffic(&format!("N78/{place}-{name}"), &says, world, input, expect));
        }
    }
    cases.push(Case::traffic(
        "N78/revealed-paper",
        "A registration revealed as a whole, and the scope names a licence alone.",
        world,
        Input::Text(registration_revealed(world)),
        contradicts(),
    ));
    cases.extend([over(world), unseen(world), paper_over(world)]);
    cases
}

/// A registration whose last day has passed, clear and left out of the scope: it is judged as ever, and not shown.
fn over(world: &World) -> Case {
    let mut world = world.clone();
    world.person.vehicle.iter_mut().for_each(|vehicle| vehicle.valid_until = crate::people::day(2026, 11, 17));
    let input = Input::Text(leaving_out(&world, 9, Stands::Clear));
    let says = "A clear bearing key that the scope leaves out is judged as ever: the registration is over.";
    Case::traffic("N78/clear-last-day-over", says, &world, input, Expect::standing("refuse", &["vehicle.expired"]))
}

/// A whole paper that the scope does not name is as if it were not there: nobody agreed to show it.
fn paper_over(world: &World) -> Case {
    let mut world = world.clone();
    world.person.vehicle.iter_mut().for_each(|vehicle| vehicle.valid_until = crate::people::day(2026, 11, 17));
    let input = Input::Text(world.traffic_stop().text_with(|member| {
        member.consent_mut().and_then(|consent| consent.map_mut(2)).into_iter().for_each(|scope| {
            scope.remove(3);
        });
    }));
    let says = "A clear registration that is over and that the scope does not name: not shown, and so not judged.";
    Case::traffic("N78/clear-paper-over", says, &world, input, beyond())
}

/// A clear plate that the scope leaves out is no plate to hold against the one on the vehicle.
fn unseen(world: &World) -> Case {
    let input = Input::Text(leaving_out(world, 10, Stands::Clear));
    let says = "A clear plate that the scope leaves out is not compared with the one on the vehicle, which is another.";
    let expect = Expect::standing("refer", &["agreed.field_not_shown"]);
    let mut case = Case::traffic("N78/clear-plate", says, world, input, expect);
    case.plate = Some("29B1-000.01".to_owned());
    case
}

fn leaving_out(world: &World, key: u64, stands: Stands) -> String {
    let mut papers: Vec<_> = world.paper(Kind::VEHICLE_REGISTRATION).into_iter().collect();
    for paper in &mut papers {
        paper.fields.entry(key).or_insert_with(|| "of a later registry".into());
        match stands {
            Stands::Clear => {}
            Stands::InRevealed => paper.grouped = true,
            Stands::Revealed => drop(paper.redacted.insert(key)),
        }
    }
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    scene.text_with(|member| {
        named(member, 3).into_iter().for_each(|fields| fields.retain(|named| *named != Item::Uint(key)));
    })
}

fn registration_revealed(world: &World) -> String {
    let kinds = [Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
    let mut papers = world.preset_papers("traffic_police", &kinds);
    papers.iter_mut().filter(|paper| paper.kind == 3).for_each(|paper| paper.grouped = true);
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    scene.text_with(|member| {
        member.consent_mut().and_then(|consent| consent.map_mut(2)).into_iter().for_each(|scope| drop(scope.remove(3)));
    })
}
