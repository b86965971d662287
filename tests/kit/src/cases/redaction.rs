//! N51 to N55: headers that change how disclosures are read, nesting, and the marks of redaction in wrong places.

use doichieu::field::{Field, Kind};

use super::forge::{Group, claims, draft, header, malformed, paper, sealed, show, unreadable};
use super::sdcwt::{IDENTITY, LICENCE, blind, disclosing, field, misshapen, repeated};
use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, REDACTED};
use crate::paper::Disclosure;

const NAME: u64 = Field::FULL_NAME.number();

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    algorithms(&mut group);
    nesting(&mut group);
    redaction(&mut group);
    group.cases
}

/// N51, N52, N55: headers that change how disclosures are read.
fn algorithms(group: &mut Group) {
    let world = group.world.clone();
    for (name, alg) in [
        ("sha-384", Item::from(-43)),
        ("sha-1", Item::from(-14)),
        ("sha-256", Item::from(-16)),
        ("sha-256-64", Item::from(-15)),
        ("unknown", "md5".into()),
    ] {
        let input = header(&world, |map| map.set(170, alg.clone()));
        group.add(
            &format!("N51/alg-{name}"),
            "The issuer names a digest; there is no choice.",
            input,
            unreadable("cose"),
        );
        let input = sealed(&world, |signed| signed.unprotected = Map::new().with(170, alg).into());
        group.add(&format!("N51/alg-{name}-unprotected"), "A digest is named unprotected.", input, unreadable("cose"));
    }
    let empty = sealed(&world, |signed| signed.unprotected = Map::new().with(17, Item::Array(Vec::new())).into());
    group.add("N52/empty", "An empty list of disclosures.", empty, unreadable("cose"));
    let many =
        sealed(&world, |signed| signed.unprotected = Map::new().with(17, Item::array(vec![vec![0_u8]; 65])).into());
    group.add("N52/65", "More than 64 disclosures.", many, unreadable("cose"));
    let open =
        sealed(&world, |signed| signed.unprotected = Map::new().with(17, Item::array([Item::array([1_u64])])).into());
    group.add("N52/not-bytes", "A disclosure that is no byte string.", open, unreadable("cose"));
    let one = sealed(&world, |signed| signed.unprotected = Map::new().with(17, vec![0_u8]).into());
    group.add("N52/not-a-list", "One disclosure without a list.", one, unreadable("cose"));
    let encrypted =
        sealed(&world, |signed| signed.unprotected = Map::new().with(171, Item::array([vec![1_u8]])).into());
    group.add("N52/encrypted", "Encrypted disclosures.", encrypted, unreadable("cose"));
    let protected = header(&world, |map| map.set(17, Item::array([vec![1_u8]])));
    group.add("N52/protected", "Disclosures in the protected header.", protected, unreadable("cose"));
    let outer = world.preset("traffic_police", &[Kind::IDENTITY]);
    let outer =
        outer.text_with_signed(|signed| signed.unprotected = Map::new().with(17, Item::array([vec![1_u8]])).into());
    group.add("N52/binding", "Disclosures beside the phone's signature.", Input::Text(outer), unreadable("cose"));
    let claims = || Map::new().with(1, "bhxh.example");
    let input = header(&world, |map| map.set(15, claims()));
    group.add("N55/protected", "Claims in the issuer's header.", input, unreadable("cose"));
    let input = sealed(&world, |signed| signed.unprotected = Map::new().with(15, claims()).into());
    group.add("N55/unprotected", "Claims in the issuer's unprotected bucket.", input, unreadable("cose"));
}

/// N53: digests within what digests hide.
fn nesting(group: &mut Group) {
    let world = group.world.clone();
    let within = Map::new().with(1, 1_u64).with(REDACTED, Item::array([[3_u8; 32]]));
    let input = disclosing(&world, &[field(&world, "nest", 1000, within)]);
    group.add("N53/in-value", "A revealed value holds digests of its own.", input, misshapen());
    let mut draft_of_nine = draft(&world);
    let mut paper = Map::new().with(1, 1_u64);
    for level in 0..9_u64 {
        let inner = Disclosure::of_field(IDENTITY, 1000, world.seed.bytes16(&format!("level {level}")), paper.into());
        paper = Map::new().with(1, level).with(REDACTED, Item::array([inner.digest()]));
        draft_of_nine.disclosures.push(inner);
    }
    let outer = field(&world, "outer", 1000, paper);
    blind(&mut draft_of_nine, &[outer]);
    group.add("N53/chain-9", "A chain of nine disclosures.", show(&world, draft_of_nine.sign()), misshapen());
    let says = "A whole paper behind a digest of another paper is a field there, under a number that stands clear.";
    let mut cycle = draft(&world);
    let mut spec = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
    let built = spec.pop().map(|spec| spec.build(world.seed).0).unwrap_or_default();
    let first = Disclosure::of_paper(LICENCE, world.seed.bytes16("first"), built.clone());
    let second = Disclosure::of_paper(
        LICENCE,
        world.seed.bytes16("second"),
        built.with(REDACTED, Item::array([first.digest()])),
    );
    cycle.papers_mut().into_iter().for_each(|papers| papers.set(REDACTED, Item::array([second.digest()])));
    cycle.disclosures.extend([first, second]);
    group.add("N53/paper-in-paper", says, show(&world, cycle.sign()), repeated());
}

/// N54: the marks of redaction in wrong places.
fn redaction(group: &mut Group) {
    let world = group.world.clone();
    let set = |value: Item| paper(&world, |map| map.set(REDACTED, value));
    group.add("N54/not-a-list", "Digests that are no list.", set(Item::from([1_u8; 32])), malformed());
    group.add("N54/empty", "An empty list of digests.", set(Item::Array(Vec::new())), malformed());
    group.add(
        "N54/65",
        "More than 64 digests in one place.",
        set(Item::array((0..65_u8).map(|n| [n; 32]))),
        malformed(),
    );
    let says = "59 as a number is a field, and one that this engine does not know.";
    let number = paper(&world, |map| map.set(59, Item::array([[1_u8; 32]])));
    group.add("N54/number", says, number, Expect::standing("refer", &["paper.unknown_bearing"]));
    for (name, tag) in [
        ("to-be-redacted", 58_u64),
        ("element", 60),
        ("to-be-decoy", 61),
        ("decoy", 62),
        ("time", 1),
        ("date-text", 1004),
    ] {
        let input = paper(&world, |map| map.set(1000, Item::from([1_u8; 32]).tagged(tag)));
        group.add(&format!("N54/tag-{name}"), &format!("Tag {tag} in a paper."), input, malformed());
    }
    let key = paper(&world, |map| map.push(Item::from(NAME).tagged(58), "Trần Thị Giang"));
    group.add("N54/tagged-key", "A key marked to be redacted.", key, malformed());
    let part = |part: &mut Map| part.set(REDACTED, Item::array([[1_u8; 32]]));
    let mut draft = world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE])));
    let licence = draft.paper_mut(LICENCE).and_then(|paper| paper.map_mut(Field::MOTORCYCLE_PART.number()));
    licence.into_iter().for_each(part);
    group.add("N54/in-part", "Digests within a part of a licence.", show(&world, draft.sign()), malformed());
    let top = claims(&world, |map| map.set(REDACTED, Item::array([[1_u8; 32]])));
    group.add("N54/in-claims", "Digests beside the claims.", top, malformed());
}
