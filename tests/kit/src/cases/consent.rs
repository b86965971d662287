//! N70 to N79: what the citizen agreed to, against what is shown, asked and licensed.

use doichieu::field::Kind;

use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, NULL};
use crate::scene::{Scene, World};
use crate::wallet::{CONSENT, MemberDraft};

mod apart;
mod behind;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    [
        scope_and_disclosed(&world),
        behind::cases(&world),
        wider(&world),
        purpose_and_presence(&world),
        shape(&world),
        retention(),
        audience(),
        apart::cases(&world),
    ]
    .concat()
}

/// A traffic stop whose key-binding token is changed before it is signed.
fn changed(id: &str, says: &str, world: &World, expect: Expect, change: impl FnMut(&mut MemberDraft)) -> Case {
    Case::traffic(id, says, world, Input::Text(world.traffic_stop().text_with(change)), expect)
}

/// The fields that a consent names for a kind, to change.
fn named(member: &mut MemberDraft, kind: u64) -> Option<&mut Vec<Item>> {
    member.consent_mut()?.map_mut(2)?.array_mut(kind)
}

/// What was clear anyway and is not agreed to is left out.
fn beyond() -> Expect {
    Expect::accept().noting("agreed.beyond_scope")
}

fn contradicts() -> Expect {
    Expect::no_values("refuse", &["agreed.scope_contradicts"])
}

/// N70, N71: disclosed is what the scope names, no more and no less.
fn scope_and_disclosed(world: &World) -> Vec<Case> {
    let without = |field: u64| {
        move |member: &mut MemberDraft| {
            named(member, 2).into_iter().for_each(|fields| fields.retain(|named| *named != Item::Uint(field)));
        }
    };
    let with = |field: u64| {
        move |member: &mut MemberDraft| {
            let above = |named: &Item| matches!(named, Item::Uint(named) if *named > field);
            named(member, 2).into_iter().for_each(|fields| {
                let place = fields.iter().position(above).unwrap_or(fields.len());
                fields.insert(place, field.into());
            });
        }
    };
    let scope = |change: fn(&mut Map)| {
        move |member: &mut MemberDraft| member.consent_mut().and_then(|c| c.map_mut(2)).into_iter().for_each(change)
    };
    vec![
        changed(
            "N70/field",
            "The licence number is clear, the scope leaves it out: it is not released, and it is nobody's fault.",
            world,
            beyond(),
            without(10),
        ),
        changed(
            "N70/paper",
            "A registration is clear, the scope leaves the whole paper out: it is not used.",
            world,
            beyond(),
            scope(|scope| drop(scope.remove(3))),
        ),
        Case::traffic(
            "N70/revealed",
            "A revealed digest discloses the licence number, the scope leaves it out.",
            world,
            Input::Text(world.open_choice("traffic_police", &[Kind::DRIVING_LICENCE]).text_with(without(10))),
            contradicts(),
        ),
        changed(
            "N70/bearing-unnamed",
            "A bearing field may be there without being named: it is clear anyway, feeds the rules and is not released.",
            world,
            Expect::accept(),
            without(13),
        ),
        changed("N71/field", "The scope names a field that is not disclosed.", world, contradicts(), with(15)),
        changed(
            "N71/paper",
            "The scope names a paper that is not there.",
            world,
            contradicts(),
            scope(|scope| scope.set(4, Item::array([1_u64]))),
        ),
        Case::traffic(
            "N71/withheld",
            "The scope names a field that stays behind its digest.",
            world,
            Input::Text(withheld(world).text_with(with(15))),
            contradicts(),
        ),
    ]
}

/// The licence with its number shown and its class list left behind a digest.
fn withheld(world: &World) -> Scene {
    let mut scene = world.open_choice("traffic_police", &[Kind::DRIVING_LICENCE]);
    if let Some(fields) = scene.showing.wanted.as_mut().and_then(|wanted| wanted.get_mut(&2)) {
        fields.remove(&11);
    }
    scene
}

/// N72: what goes beyond the ask is dropped and noted, and is no fault of the citizen.
fn wider(world: &World) -> Vec<Case> {
    let full: Vec<_> = world.paper(Kind::DRIVING_LICENCE).into_iter().collect();
    let full = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(full))]);
    let besides = world.preset("traffic_police", &[Kind::DRIVING_LICENCE, Kind::HEALTH_INSURANCE_CARD]);
    let only = world.preset("traffic_police", &[Kind::HEALTH_INSURANCE_CARD]);
    let mut narrow = Case::traffic(
        "N72/narrow-mandate",
        "The profile allows all of it, the post's mandate only the driving licence: the rest is left out.",
        world,
        Input::of(&world.traffic_stop()),
        Expect::accept().noting("agreed.paper_not_asked"),
    );
    let mut mandate = world.mandate_spec("traffic_police");
    mandate.allowance.values_mut().for_each(|scope| scope.retain(|kind, _| *kind == 2));
    narrow.mandate = world.authority.mandate_key().map(|key| mandate.sign(key).encode()).unwrap_or_default();
    vec![
        Case::traffic(
            "N72/field",
            "Residence and issuing body are shown to the traffic police, who may not ask for them.",
            world,
            Input::of(&full),
            Expect::accept().noting("agreed.wider_than_asked"),
        ),
        Case::traffic(
            "N72/paper",
            "A health card besides the licence: left out, and the licence still counts.",
            world,
            Input::of(&besides),
            Expect::accept().noting("agreed.paper_not_asked"),
        ),
        Case::traffic(
            "N72/only-paper",
            "Nothing but a paper that was not asked for: nothing is left to accept.",
            world,
            Input::of(&only),
            Expect::no_values("refer", &["agreed.paper_not_asked"]),
        ),
        narrow,
    ]
}

/// N73, N74: for this purpose, and at all.
fn purpose_and_presence(world: &World) -> Vec<Case> {
    let to =
        |purpose: u64| move |member: &mut MemberDraft| member.consent_mut().into_iter().for_each(|c| c.set(1, purpose));
    let differs = || Expect::no_values("refer", &["agreed.purpose_differs"]);
    vec![
        changed(
            "N73/other",
            "Agreed to for the admission to a clinic, shown to the traffic police.",
            world,
            differs(),
            to(2),
        ),
        changed("N73/unknown", "Agreed to for a purpose that no registry knows.", world, differs(), to(4_000_000)),
        changed(
            "N74/missing",
            "A key-binding token without a consent: there is no default consent.",
            world,
            Expect::no_values("refer", &["agreed.missing"]),
            |member| drop(member.claims.remove(CONSENT)),
        ),
    ]
}

/// Members of a consent in a wrong form: name, what is wrong, key, value.
fn wrong_members() -> Vec<(&'static str, &'static str, u64, Item)> {
    let scope = || Map::new().with(1, Item::array([1_u64, 9]));
    let kinds = |count: u64| Map::of((1..=count).map(|kind| (kind, Item::array([1_u64]))));
    let many = |count: u64| Map::new().with(1, Item::array(1..=count));
    vec![
        ("purpose-text", "The purpose is a text.", 1, "traffic_control".into()),
        ("purpose-negative", "The purpose is negative.", 1, (-1).into()),
        ("scope-array", "The scope is an array.", 2, Item::array([1_u64])),
        ("scope-empty", "The scope is empty.", 2, Map::new().into()),
        ("scope-kind-text", "A kind is a text.", 2, scope().with("2", Item::array([1_u64])).into()),
        ("scope-kind-negative", "A kind is negative.", 2, scope().with(-2, Item::array([1_u64])).into()),
        ("scope-kind-0", "A kind is 0.", 2, scope().with(0, Item::array([1_u64])).into()),
        ("scope-kind-65534", "A kind beyond the last.", 2, scope().with(65_534, Item::array([1_u64])).into()),
        ("scope-five-kinds", "Five kinds.", 2, kinds(5).into()),
        ("scope-65-fields", "65 fields of a kind.", 2, many(65).into()),
        ("scope-no-fields", "A kind without fields.", 2, scope().with(2, Item::Array(Vec::new())).into()),
        ("scope-fields-number", "A number stands for a list of fields.", 2, scope().with(2, 1).into()),
        ("scope-field-text", "A field is a text.", 2, scope().with(2, Item::array(["1"])).into()),
        ("scope-field-0", "Field 0, the source, cannot be named.", 2, scope().with(2, Item::array([0_u64, 1])).into()),
        ("scope-fields-unsorted", "Fields out of order.", 2, scope().with(2, Item::array([9_u64, 1])).into()),
        ("scope-fields-repeated", "A field twice.", 2, scope().with(2, Item::array([1_u64, 1])).into()),
        ("retention-text", "The retention is a text.", 3, "0".into()),
        ("retention-negative", "The retention is negative.", 3, (-1).into()),
        ("display-0", "The display time is over at once.", 9, 0.into()),
        ("display-text", "The display time is a text.", 9, "60".into()),
        ("member-of-one", "Member 1 of 1.", 5, Item::array([1_u64, 1])),
        ("member-3-of-2", "Member 3 of 2.", 5, Item::array([3_u64, 2])),
        ("unknown-key", "A key that the profile does not have.", 7, 1.into()),
        ("challenge-digest", "The digest of an ask, in a showing that answers none.", 4, [7_u8; 32].into()),
    ]
}

/// N75: a consent in another form is not guessed at.
fn shape(world: &World) -> Vec<Case> {
    let malformed = || Expect::no_values("refer", &["agreed.malformed"]);
    let set = |key: u64, value: Item| {
        move |member: &mut MemberDraft| member.consent_mut().into_iter().for_each(|c| c.set(key, value.clone()))
    };
    let mut cases: Vec<_> = wrong_members()
        .into_iter()
        .map(|(name, says, key, value)| changed(&format!("N75/{name}"), says, world, malformed(), set(key, value)))
        .collect();
    cases.extend([1, 2, 3].map(|key| {
        let says = format!("The consent's key {key} is missing.");
        changed(&format!("N75/without-{key}"), &says, world, malformed(), move |member| {
            member.consent_mut().into_iter().for_each(|consent| drop(consent.remove(key)));
        })
    }));
    cases.push(changed("N75/array", "The consent is an array.", world, malformed(), |member| {
        member.claims.set(CONSENT, Item::array([1_u64]));
    }));
    // Not even CBOR as the profile has it: then the whole token cannot be read.
    let token = || Expect::no_values("refer", &["held.malformed"]);
    cases.push(changed("N75/null", "The retention is null.", world, token(), set(3, NULL)));
    let unsorted = Map::of([(2, Item::array([1_u64])), (1, Item::array([1_u64]))]).in_given_order();
    cases.push(changed("N75/kinds-unsorted", "Kinds out of order.", world, token(), set(2, unsorted.into())));
    cases.push(changed(
        "N75/question",
        "A question that nobody knows yet: a newer form.",
        world,
        Expect::no_values("refer", &["agreed.newer_form"]),
        set(6, 999.into()),
    ));
    cases.push(changed(
        "N75/member-of-absent-set",
        "Member 1 of 2, alone.",
        world,
        Expect::no_values("refer", &["set.incomplete"]),
        set(5, Item::array([1_u64, 2])),
    ));
    cases
}

/// N76: a retention wider than asked, licensed or profiled is cut, noted, and costs nothing. `tests/scenarios/grant.rs`
/// holds the end.
fn retention() -> Vec<Case> {
    let noted = || Expect::accept().noting("agreed.retention_shortened");
    let mut world = World::demo();
    world.retention = 86_401;
    let profiled = Case::traffic(
        "N76/profiled",
        "A second longer than profile and mandate allow.",
        &world,
        Input::of(&world.traffic_stop()),
        noted(),
    );
    world.retention = u64::MAX;
    let endless =
        Case::traffic("N76/endless", "As long as a number can say.", &world, Input::of(&world.traffic_stop()), noted());
    world.retention = 7200;
    let mut licensed = Case::traffic(
        "N76/licensed",
        "Longer than the mandate allows.",
        &world,
        Input::of(&world.traffic_stop()),
        noted(),
    );
    let mut mandate = world.mandate_spec("traffic_police");
    mandate.retention = 3600;
    licensed.mandate = world.authority.mandate_key().map(|key| mandate.sign(key).encode()).unwrap_or_default();
    // How long a screen shows it, as the citizen was told: nothing changes but the end.
    let told = |id: &str, says: &str, seconds: u64| {
        let mut world = World::demo();
        world.display = Some(seconds);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), Expect::accept())
    };
    let shorter = told("N76/display-shorter", "The citizen was told a shorter display time than the profile's.", 20);
    let longer = told("N76/display-longer", "The citizen was told a longer display time than the profile's.", 3600);
    vec![profiled, endless, licensed, shorter, longer]
}

/// N77: an answer to one post's challenge, at another post.
fn audience() -> Vec<Case> {
    let world = World::demo();
    let case = |id: &str, says: &str, post: &str| {
        let mut scene = world.traffic_stop();
        scene.showing.audience = format!("post:{post}");
        scene.showing.cnonce = Some([9; 32]);
        scene.showing.ask = Some([8; 32]);
        Case::traffic(id, says, &world, Input::of(&scene), Expect::no_values("refer", &["held.other_audience"]))
    };
    vec![
        case(
            "N77/other-post",
            "An answer to another post's challenge is told apart and not read.",
            "traffic_police-02",
        ),
        case("N77/this-post", "An answer to a challenge that this post did not make here.", "traffic_police-01"),
    ]
}
