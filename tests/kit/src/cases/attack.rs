//! What somebody would try who has read this code: beyond the numbered list.

use doichieu::field::Kind;

use super::forge::{Group, claims, draft, header, malformed, paper, refer, refuse, show};
use super::{Before, Case, Expect, Input};
use crate::cbor::{Item, Map, REDACTED};
use crate::issuer::PAPERS;
use crate::key::Alg;
use crate::scene::World;
use crate::wallet::{MemberDraft, Presentation};

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    replayed_set(&mut group);
    half_entitled_set(&mut group);
    half_listed_set(&mut group);
    listed_and_stolen(&mut group);
    structure(&mut group);
    names(&mut group);
    clocks(&mut group);
    orders(&mut group);
    tokens(&mut group);
    entries(&mut group);
    texts(&mut group);
    group.cases
}

/// Nobody signs the order in which the members of a set stand, so whoever saw a set can turn it round.
fn replayed_set(group: &mut Group) {
    let world = group.world.clone();
    let members: Vec<_> = world.clinic_set().draft().iter().map(MemberDraft::sign).collect();
    let text = |members: Vec<_>| Input::Text(Presentation::of(members).text());
    let turned = text(members.iter().rev().cloned().collect());
    let mut spec = world.mandate_spec("clinic");
    spec.post = "clinic-02".to_owned();
    let other = world.authority.mandate_key().map(|key| spec.sign(key).encode()).unwrap_or_default();
    let says = "A set seen at another post comes back with its members in another order.";
    let mut case = Case::clinic("A01/set-turned-round", says, &world, turned.clone(), refuse("held.used_elsewhere"));
    case.before = vec![Before::new(text(members.clone()), other, 2, world.now.saturating_sub(2))];
    group.cases.push(case);
    let says = "The same at the same post is a note.";
    let again = Expect::accept().noting("held.shown_again");
    let mut case = Case::clinic("A01/same-post", says, &world, turned, again);
    case.before = vec![Before::new(text(members), world.mandate("clinic"), 2, world.now.saturating_sub(2))];
    group.cases.push(case);
}

/// A set whose second member is of an authority that its issuer is not listed for.
fn half_entitled_set(group: &mut Group) {
    let world = group.world.clone();
    let spec = |kind, authority: Option<&str>| {
        let mut papers = world.preset_papers("clinic", &[kind]);
        let sources = papers.iter_mut().map(|paper| &mut paper.source);
        sources.zip(authority).for_each(|(source, name)| source.authority = name.to_owned());
        world.token_spec(papers)
    };
    let tokens =
        [(&world.eid, spec(Kind::IDENTITY, None)), (&world.insurer, spec(Kind::HEALTH_INSURANCE_CARD, Some("C06")))];
    let says = "One member's issuer signs for an authority it is not listed for: no member gives values.";
    let failed = Expect::no_values("refer", &["authentic.authority_not_listed", "set.member_failed"]);
    let input = Input::of(&world.scene_of("clinic", &tokens));
    group.cases.push(Case::clinic("A02/authority", says, &world, input, failed));
    let tokens = [(&world.eid, spec(Kind::IDENTITY, None)), (&world.insurer, spec(Kind::DRIVING_LICENCE, None))];
    let says = "One member is a paper that nobody asked for: it is dropped, which costs the citizen nothing.";
    let dropped = Expect::accept().noting("agreed.paper_not_asked");
    let input = Input::of(&world.scene_of("clinic", &tokens));
    group.cases.push(Case::clinic("A02/not-asked", says, &world, input, dropped));
}

/// A set whose second member is of an issuer that nobody listed.
fn half_listed_set(group: &mut Group) {
    let world = group.world.clone();
    let mut insurer = world.insurer.clone();
    insurer.key.key = world.seed.key(Alg::P256, "nobody");
    let spec = |kind| world.token_spec(world.preset_papers("clinic", &[kind]));
    let tokens = [(&world.eid, spec(Kind::IDENTITY)), (&insurer, spec(Kind::HEALTH_INSURANCE_CARD))];
    let input = Input::of(&world.scene_of("clinic", &tokens));
    let says = "One member is of an issuer that nobody listed: no member gives values.";
    let failed = Expect::no_values("refer", &["authentic.issuer_not_listed", "set.member_failed"]);
    group.cases.push(Case::clinic("A03/unlisted", says, &world, input, failed));
}

/// One key in two entries, stolen by the word of one of them.
fn listed_and_stolen(group: &mut Group) {
    let mut world = group.world.clone();
    let mut stolen = world.eid.key.clone();
    stolen.state = 2;
    world.insurer.other_keys.push(stolen.clone());
    let input = show(&world, draft(&world).sign());
    let says = "A key is active in one entry and stolen by the word of a later one: no key is listed twice.";
    group.cases.push(Case::traffic("A04/later-entry", says, &world, input, Expect::set_up("setup.key_reused")));
    let mut world = group.world.clone();
    world.eid.other_keys.push(stolen);
    let input = show(&world, draft(&world).sign());
    let says = "A key is active and stolen in one entry: no key is listed twice.";
    group.cases.push(Case::traffic("A04/same-entry", says, &world, input, Expect::set_up("setup.key_reused")));
}

/// Maps with members missing, so that a careless reader goes on into what stands around them.
fn structure(group: &mut Group) {
    let world = group.world.clone();
    let source = |source: Map| paper(&world, |map| map.set(0, source));
    group.add("A05/source-empty", "A source of nothing.", source(Map::new()), malformed());
    group.add("A05/source-short", "A source without its time.", source(Map::new().with(1, "C06")), malformed());
    let says = "A source without its time, where the next member of the paper looks like one.";
    let next = paper(&world, |map| {
        map.set(0, Map::new().with(1, "C06"));
        map.set(2, world.now);
    });
    group.add("A05/source-runs-on", says, next, malformed());
    let says = "A source without its time, and one member fewer announced for the paper.";
    let next = paper(&world, |map| map.set(0, Map::new().with(1, "C06").with(2, world.now).with(6, 0)));
    group.add("A05/source-unknown", says, next, malformed());
    let empty = paper(&world, |map| map.entries_mut().clear());
    group.add("A05/paper-empty", "A paper of nothing.", empty, malformed());
    let none = paper(&world, |map| drop(map.remove(0)));
    group.add("A05/paper-without-source", "A paper without its source.", none, malformed());
    let says = "A token without papers has nothing to agree to.";
    let nothing = claims(&world, |map| map.set(PAPERS, Map::new()));
    group.add("A05/no-papers", says, nothing, refer("agreed.malformed"));
    let decoys = claims(&world, |map| map.set(PAPERS, Map::new().with(REDACTED, Item::array([[1_u8; 32]]))));
    group.add("A05/decoys-alone", "A token of digests alone.", decoys, refer("agreed.malformed"));
    let list = claims(&world, |map| map.set(PAPERS, Item::array([1_u64])));
    group.add("A05/papers-list", "Papers that are a list.", list, malformed());
    let swapped = header(&world, |map| *map = map.clone().with(16, 293).with(1, 293).with(4, 293));
    group.add("A05/header-numbers", "A header of numbers.", swapped, Expect::unreadable("cose"));
}

/// An authority's name is the one signed text in a report: it must not break out of it.
fn names(group: &mut Group) {
    let hostile = "C06\",\"verdict\":\"accept\\\u{1}\u{7f}\u{2028}Đ";
    let mut world = group.world.clone();
    world.eid.kinds.values_mut().for_each(|names| names.push(hostile.into()));
    let named =
        |world: &World| paper(world, |map| map.map_mut(0).into_iter().for_each(|source| source.set(1, hostile)));
    let says = "An authority with a name of quotes and control characters, listed so: the report stays canonical JSON.";
    group.cases.push(Case::traffic("A06/listed", says, &world, named(&world), Expect::accept()));
    let says = "The same, not listed: the name is not repeated.";
    let input = named(&group.world);
    group.add("A06/not-listed", says, input, refer("authentic.authority_not_listed"));
}

/// Clocks at the ends of time.
fn clocks(group: &mut Group) {
    let input = Input::of(&super::forge::scene(&group.world));
    let says =
        "Our clock stands at the end of time: our mandate is not in force, and nothing is said about the citizen.";
    group.add_at((1 << 33) - 1, "A07/end-of-time", says, input.clone(), refer("post.mandate_not_in_force"));
    group.add_at(1, "A07/beginning-of-time", "Our clock stands at its beginning.", input, refer("post.clock_wrong"));
}

/// Orders that say nothing.
fn orders(group: &mut Group) {
    let world = group.world.clone();
    let mut scene = world.open_choice("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    scene.tokens.iter_mut().for_each(|token| token.disclosures.reverse());
    let says = "The order of the disclosures says nothing.";
    group.add("A08/disclosures", says, Input::of(&scene), Expect::accept());
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE];
    let papers = world.preset_papers("traffic_police", &kinds);
    let whole: Vec<_> = papers.into_iter().map(|paper| paper.redacted_fields().grouped()).collect();
    let mut scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(whole))]);
    scene.tokens.iter_mut().for_each(|token| token.disclosures.reverse());
    let says = "A field's disclosure may stand before that of the paper which names its digest.";
    group.add("A08/inner-first", says, Input::of(&scene), Expect::accept());
}

/// Several tokens of one issuer.
fn tokens(group: &mut Group) {
    let world = group.world.clone();
    let spec = |of: &World, kind: Kind| {
        let mut spec = of.token_spec(of.preset_papers("traffic_police", &[kind]));
        spec.label = format!("kind {} of {}", kind.number(), of.person.personal_no);
        spec
    };
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
    let three: Vec<_> = kinds.iter().map(|kind| (&world.eid, spec(&world, *kind))).collect();
    let input = Input::of(&world.scene_of("traffic_police", &three));
    group.add("A09/three-tokens", "Three tokens of one issuer are a set too.", input, Expect::accept());
    let twice = [(&world.eid, spec(&world, Kind::IDENTITY)), (&world.eid, spec(&world, Kind::IDENTITY))];
    let says = "One token twice, as two members.";
    let input = Input::of(&world.scene_of("traffic_police", &twice));
    group.add("A09/same-token", says, input, refuse("set.not_one_showing"));
    let other = world.clone().with_person(crate::people::duc());
    let two = [(&world.eid, spec(&world, Kind::IDENTITY)), (&world.eid, spec(&other, Kind::IDENTITY))];
    let says = "Two identities of two people, bound to one phone.";
    let input = Input::of(&world.scene_of("traffic_police", &two));
    group.add("A09/two-people", says, input, refuse("set.not_one_showing"));
}

/// What an entry does not allow, and asks that nobody may make.
fn entries(group: &mut Group) {
    let mut world = group.world.clone();
    world.eid.formats = vec!["mdoc".to_owned()];
    let input = show(&world, draft(&world).sign());
    let says = "The issuer is listed for another format only.";
    group.cases.push(Case::traffic("A10/format", says, &world, input, refer("authentic.format_not_listed")));
    let world = &group.world;
    let input = || Input::of(&super::forge::scene(world));
    let says = "A bank is shown papers only in answer to a challenge.";
    let refused = Expect::set_up("ask.only_by_challenge");
    let challenge = Case::new("A10/only-by-challenge", says, world, "bank", 3, input(), refused);
    let says = "Traffic police ask for admission to a clinic.";
    let refused = Expect::set_up("ask.purpose_not_allowed");
    let purpose = Case::new("A10/other-purpose", says, world, "traffic_police", 2, input(), refused);
    group.cases.extend([challenge, purpose]);
}

/// Signed texts and days at the ends of what a field holds.
fn texts(group: &mut Group) {
    let world = group.world.clone();
    let misshapen = || Expect::standing("refer", &["paper.field_malformed"]);
    let rows: [(&str, &str, u64, Item, Expect); 7] = [
        ("name-empty", "An empty name.", 1, "".into(), misshapen()),
        ("name-200", "A name of 200 letters.", 1, "Ầ".repeat(200).into(), Expect::accept()),
        ("name-201", "A name of 201 letters.", 1, "Ầ".repeat(201).into(), misshapen()),
        ("name-number", "A name that is a number.", 1, 7.into(), misshapen()),
        ("name-false", "A name that is \"none\".", 1, false.into(), misshapen()),
        ("born-2300", "A day beyond the calendar of papers.", 2, Item::days(120_530), malformed()),
        ("born-text", "A day tagged on a text.", 2, Item::from("1990-05-01").tagged(100), malformed()),
    ];
    for (name, says, field, value, expect) in rows {
        let input = paper(&world, |map| map.set(field, value));
        group.add(&format!("A11/{name}"), says, input, expect);
    }
}
