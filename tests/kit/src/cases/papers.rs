//! N160 to N166: what a paper must say, who may say it, how papers hang together, and what each object says it is.

use doichieu::field::{self, FieldRow, KINDS, Kind, Place};

use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, REDACTED, sha256};
use crate::issuer::Token;
use crate::paper::PaperSpec;
use crate::profiles;
use crate::scene::{CAR_INDEX, LIST, Scene, World};
use crate::wallet::MemberDraft;

mod set;
mod typ;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [bearing(), bearing_in_parts(), authority(), lists(), repeated(), set::cases(), unknown_keys(), typ::cases()]
        .concat()
}

/// A case of the role that looks at papers of this kind.
fn case_of(id: &str, says: &str, world: &World, kind: Kind, input: Input, expect: Expect) -> Case {
    if role_of(kind) == "clinic" {
        Case::clinic(id, says, world, input, expect)
    } else {
        Case::traffic(id, says, world, input, expect)
    }
}

/// A role that may see papers of a kind, as far as its profile goes.
fn role_of(kind: Kind) -> &'static str {
    let police = profiles::traffic_police().allowance.into_values().any(|scope| scope.contains_key(&kind.number()));
    if police { "traffic_police" } else { "clinic" }
}

/// A world of somebody who has a paper of this kind.
fn world_of(kind: Kind) -> World {
    World::having(kind).unwrap_or_else(World::demo)
}

/// One paper of a kind, as the preset of its role has it.
fn preset_paper(world: &World, kind: Kind) -> Vec<PaperSpec> {
    world.preset_papers(role_of(kind), &[kind])
}

fn missing() -> Expect {
    Expect::standing("refer", &["paper.bearing_missing"])
}

fn malformed() -> Expect {
    Expect::standing("refer", &["paper.field_malformed"])
}

/// N160: every bearing field of the field table, left out, hidden, revealed from hiding, or saying neither a value nor
/// "none".
fn bearing() -> Vec<Case> {
    let rows = KINDS.iter().flat_map(|row| field::bearing(row.kind, Place::Paper).map(move |field| (row.kind, field)));
    rows.flat_map(|(kind, row)| bearing_cases(&world_of(kind), kind, row)).collect()
}

fn bearing_cases(world: &World, kind: Kind, row: &FieldRow) -> Vec<Case> {
    let number = row.field.number();
    let case = |how: &str, expect: Expect, scene: &Scene| {
        let name = KINDS.iter().find(|known| known.kind == kind).map_or("", |known| known.name);
        let says = format!("The bearing field {} of a {name} is {how}: never accept.", row.name);
        let id = format!("N160/{name}-{}-{}", row.name, how.replace(' ', "-"));
        let mut case = case_of(&id, &says, world, kind, Input::of(scene), expect);
        // Beside it, a foreign licence alone refers too.
        if let (Kind::FOREIGN_DRIVING_LICENCE, Expect::Report { codes, .. }) = (kind, &mut case.expect) {
            codes.push("foreign.licence_alone".to_owned());
        }
        case
    };
    let scene = |change: &dyn Fn(&mut PaperSpec)| {
        let mut papers = preset_paper(world, kind);
        papers.iter_mut().for_each(change);
        world.scene_of(role_of(kind), &[(&world.eid, world.token_spec(papers))])
    };
    let hidden = scene(&|paper| paper.redacted.extend([number]));
    let mut kept_hidden = hidden.clone();
    let mut wanted = world.scope(role_of(kind));
    wanted.retain(|of, _| *of == kind.number());
    wanted.values_mut().for_each(|fields| fields.retain(|field| *field != number));
    kept_hidden.showing.wanted = Some(wanted);
    vec![
        case("missing", missing(), &scene(&|paper| drop(paper.fields.remove(&number)))),
        case("blinded", missing(), &kept_hidden),
        case("blinded and revealed", missing(), &hidden),
        case("true", malformed(), &scene(&|paper| drop(paper.fields.insert(number, true.into())))),
    ]
}

/// N160, inside a licence's two parts, where nothing can be hidden.
fn bearing_in_parts() -> Vec<Case> {
    let world = World::demo();
    let rows = field::bearing(Kind::DRIVING_LICENCE, Place::Part).flat_map(|row| [(20, row), (21, row)]);
    let mut cases: Vec<_> = rows.flat_map(|(part, row)| part_cases(&world, part, row)).collect();
    cases.push(part_case(&world, "motorcycle-list", "A list stands for a part.", malformed(), |paper| {
        paper.fields.insert(20, Item::array([1_u64]));
    }));
    cases
}

fn part_cases(world: &World, part: u64, row: &FieldRow) -> Vec<Case> {
    let number = row.field.number();
    let name = if part == 20 { "motorcycle" } else { "car" };
    let case = |how: &str, expect: Expect, change: &dyn Fn(&mut Map)| {
        let says = format!("The bearing field {} of the {name} part is {how}: never accept.", row.name);
        part_case(world, &format!("{name}-{}-{how}", row.name), &says, expect, |paper| {
            paper.fields.get_mut(&part).and_then(Item::as_map_mut).into_iter().for_each(change);
        })
    };
    let digest = sha256(row.name.as_bytes());
    vec![
        case("missing", missing(), &|part| drop(part.remove(number))),
        case("true", malformed(), &|part| part.set(number, true)),
        case("blinded", Expect::no_values("refer", &["authentic.claims_malformed"]), &|part| {
            part.remove(number);
            part.set(REDACTED, Item::array([digest]));
        }),
    ]
}

fn part_case(world: &World, name: &str, says: &str, expect: Expect, change: impl FnMut(&mut PaperSpec)) -> Case {
    let mut papers = preset_paper(world, Kind::DRIVING_LICENCE);
    papers.iter_mut().for_each(change);
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    Case::traffic(&format!("N160/part-{name}"), says, world, Input::of(&scene), expect)
}

/// N161: who may speak for whom.
fn authority() -> Vec<Case> {
    let world = World::demo();
    let named = |id: &str, kind: Kind, authority: &str| {
        let mut papers = preset_paper(&world, kind);
        papers.iter_mut().for_each(|paper| authority.clone_into(&mut paper.source.authority));
        let scene = world.scene_of(role_of(kind), &[(&world.eid, world.token_spec(papers))]);
        let says = "The paper names an origin authority for which its issuer is not listed.";
        case_of(
            id,
            says,
            &world,
            kind,
            Input::of(&scene),
            Expect::no_values("refer", &["authentic.authority_not_listed"]),
        )
    };
    let identity = world.preset_papers("clinic", &[Kind::IDENTITY]);
    let scene = world.scene_of("clinic", &[(&world.insurer, world.token_spec(identity))]);
    vec![
        named("N161/unknown", Kind::DRIVING_LICENCE, "C99"),
        named("N161/other-kind", Kind::DRIVING_LICENCE, "C06"),
        named("N161/case", Kind::IDENTITY, "c06"),
        named("N161/empty", Kind::VEHICLE_REGISTRATION, ""),
        named("N161/card", Kind::HEALTH_INSURANCE_CARD, "BHXH "),
        Case::clinic(
            "N161/kind",
            "The insurer signs an identity, a kind it is not listed for.",
            &world,
            Input::of(&scene),
            Expect::no_values("refer", &["authentic.format_not_listed"]),
        ),
    ]
}

/// N162: a list number that the issuer's entry does not have.
fn lists() -> Vec<Case> {
    let world = World::demo();
    let unlisted = |id: &str, says: &str, code: &str, account: u64, change: fn(&mut PaperSpec)| {
        let mut papers = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION]);
        papers.iter_mut().take(1).for_each(change);
        let mut spec = world.token_spec(papers);
        spec.account_status = spec.account_status.map(|(_, index)| (account, index));
        let scene = world.scene_of("traffic_police", &[(&world.eid, spec)]);
        Case::traffic(id, says, &world, Input::of(&scene), Expect::standing("refer", &[code]))
    };
    let unknown = "current.status_unknown";
    vec![
        unlisted("N162/paper", "The licence names no list of its issuer.", unknown, LIST, |paper| {
            paper.source.status = Some((9, 42));
        }),
        unlisted("N162/part", "The part in use names no list of its issuer.", unknown, LIST, |paper| {
            if let Some(part) = paper.fields.get_mut(&21).and_then(Item::as_map_mut) {
                part.set(0, Map::new().with(4, crate::paper::status_item((9, CAR_INDEX))));
            }
        }),
        unlisted("N162/account", "The account names no list of its issuer.", "current.account_unknown", 9, |_| {}),
    ]
}

/// N163: a kind once, four papers at most.
fn repeated() -> Vec<Case> {
    let world = World::demo();
    let licence = || world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
    let case =
        |id: &str, says: &str, text: String, expect: Expect| Case::traffic(id, says, &world, Input::Text(text), expect);
    let unreadable_claims = || Expect::no_values("refer", &["authentic.claims_malformed"]);
    let repeated = || Expect::no_values("refuse", &["unaltered.repeated"]);
    let mut twice = world.eid.draft(&world.token_spec(licence()));
    let copy = twice.paper_mut(2).cloned().unwrap_or_default();
    twice.papers_mut().into_iter().for_each(|papers| papers.push(2, copy.clone()));
    let mut five = world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &ALL)));
    five.papers_mut().into_iter().for_each(|papers| papers.set(5, copy.clone()));
    let show = |tokens: Vec<Token>| world.scene_with("traffic_police", tokens);
    vec![
        case("N163/twice-clear", "Two licences under one key.", show(vec![twice.sign()]).text(), unreadable_claims()),
        case("N163/five-clear", "Five papers in one token.", show(vec![five.sign()]).text(), unreadable_claims()),
        case(
            "N163/clear-and-hidden",
            "A licence in clear, a better one behind a digest.",
            hidden_twin(&world, true).text(),
            repeated(),
        ),
        case("N163/hidden-twice", "Two licences, each behind a digest.", hidden_twin(&world, false).text(), repeated()),
        case(
            "N163/fifth-hidden",
            "Four papers in clear, a fifth behind a digest.",
            hidden_fifth(&world),
            Expect::no_values("refer", &["unaltered.malformed"]),
        ),
    ]
}

/// Every kind there is.
const ALL: [Kind; 4] = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::HEALTH_INSURANCE_CARD];

/// Two licences in one token, the second behind a digest, the first too unless it is clear. Both are revealed.
fn hidden_twin(world: &World, clear: bool) -> Scene {
    let licence = |label: &str| {
        let papers = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
        let mut spec = world.token_spec(papers.into_iter().map(PaperSpec::grouped).collect());
        label.clone_into(&mut spec.label);
        spec
    };
    let mut first = licence("first");
    first.papers.iter_mut().for_each(|paper| paper.grouped = !clear);
    let (mut draft, second) = (world.eid.draft(&first), world.eid.draft(&licence("second")));
    draft.disclosures.extend(second.disclosures);
    let digests = draft.disclosures.iter().map(crate::paper::Disclosure::digest).collect::<Vec<_>>();
    draft.papers_mut().into_iter().for_each(|papers| papers.set(REDACTED, Item::array(digests.iter().copied())));
    world.scene_with("traffic_police", vec![draft.sign()])
}

/// Four papers clear and one of kind 5 behind a digest; the scope names the four.
fn hidden_fifth(world: &World) -> String {
    let mut papers = world.preset_papers("traffic_police", &ALL);
    let fifth = papers.first().cloned().map(|mut paper| {
        paper.kind = 5;
        paper.grouped()
    });
    papers.extend(fifth);
    let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    scene.text_with(|member: &mut MemberDraft| {
        let scope = member.consent_mut().and_then(|consent| consent.map_mut(2));
        scope.into_iter().for_each(|scope| drop(scope.remove(5)));
    })
}

/// N165: an unknown field below 1000 may bear; from 1000 up it does not.
fn unknown_keys() -> Vec<Case> {
    let world = World::demo();
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut PaperSpec)| {
        let mut papers = preset_paper(&world, Kind::DRIVING_LICENCE);
        papers.iter_mut().for_each(change);
        let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
        Case::traffic(id, says, &world, Input::of(&scene), expect)
    };
    let may_bear = || Expect::standing("refer", &["paper.unknown_bearing"]);
    let dropped = || Expect::accept().noting("paper.unknown_dropped");
    vec![
        case("N165/999", "A field 999 that nobody knows may bear.", may_bear(), |paper| put_field(paper, 999)),
        case("N165/1000", "A field 1000 that nobody knows is dropped.", dropped(), |paper| put_field(paper, 1000)),
        case("N165/65533", "The last field there is, dropped.", dropped(), |paper| put_field(paper, 65_533)),
        case(
            "N165/65534",
            "No field has this number.",
            Expect::no_values("refer", &["authentic.claims_malformed"]),
            |paper| {
                put_field(paper, 65_534);
            },
        ),
        case("N165/part-999", "A field 999 in a part may bear.", may_bear(), |paper| put_in_part(paper, 999)),
        case("N165/part-1000", "A field 1000 in a part is dropped.", dropped(), |paper| put_in_part(paper, 1000)),
        case("N165/hidden-999", "A field 999 behind a digest, revealed, may bear.", may_bear(), |paper| {
            put_field(paper, 999);
            paper.redacted.insert(999);
        }),
        case("N165/hidden-1000", "A field 1000 behind a digest, revealed, is dropped.", dropped(), |paper| {
            put_field(paper, 1000);
            paper.redacted.insert(1000);
        }),
    ]
}

fn put_field(paper: &mut PaperSpec, field: u64) {
    paper.fields.insert(field, 1.into());
}

fn put_in_part(paper: &mut PaperSpec, field: u64) {
    paper.fields.get_mut(&21).and_then(Item::as_map_mut).into_iter().for_each(|part| part.set(field, 1));
}
