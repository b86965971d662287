//! N20 to N24: envelopes, algorithms, who signs.

use super::forge::{
    Group, binding, claims, draft, header, paper, refer, refuse, scene, sealed, show, shown, unreadable,
};
use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, NULL};
use crate::cose::Sign1;
use crate::issuer::Token;
use crate::key::{Alg, SignKey};
use crate::scene::World;
use crate::wallet::Presentation;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    algorithms(&mut group);
    tags(&mut group);
    key_ids(&mut group);
    signers(&mut group);
    listed_twice(&mut group);
    critical(&mut group);
    payloads(&mut group);
    group.cases
}

fn algorithms(group: &mut Group) {
    let world = group.world.clone();
    let missing = header(&world, |map| drop(map.remove(1)));
    group.add("N20/missing", "The issuer names no alg.", missing, unreadable("cose"));
    let mut draft = draft(&world);
    draft.protected.remove(1);
    let mut token = draft.sign();
    token.signed.unprotected = Map::new().with(1, -19).into();
    group.add("N20/unprotected", "The issuer's alg is only unprotected.", show(&world, token), unreadable("cose"));
    for (name, alg) in
        [("eddsa", -8), ("es256", -7), ("es384", -35), ("esp384", -51), ("ed448", -53), ("hmac", 5), ("zero", 0)]
    {
        let input = header(&world, |map| map.set(1, alg));
        group.add(
            &format!("N20/{name}"),
            &format!("The issuer's alg is {alg}, which DC1 has not."),
            input,
            unreadable("cose"),
        );
    }
    let differs = header(&world, |map| map.set(1, -9));
    group.add("N20/differs", "The alg is not that of the listed key.", differs, refuse("authentic.algorithm_differs"));
    let says = "An Ed25519 signature is offered under the kid of a P-256 key.";
    let offered = header(&world, |map| map.set(4, world.insurer.key.key.kid()));
    group.add("N20/other-type", says, offered, refuse("authentic.algorithm_differs"));
    let missing = binding(&world, |member| drop(member.protected.remove(1)));
    group.add("N20/binding-missing", "The phone names no alg.", missing, unreadable("cose"));
    let eddsa = binding(&world, |member| member.protected.set(1, -8));
    group.add("N20/binding-eddsa", "The phone's alg is -8.", eddsa, unreadable("cose"));
    let differs = binding(&world, |member| member.protected.set(1, -9));
    group.add(
        "N20/binding-differs",
        "The phone's alg is not that of its key.",
        differs,
        refuse("held.algorithm_differs"),
    );
}

fn tags(group: &mut Group) {
    let world = group.world.clone();
    let tags: [(&str, &[u64]); 6] =
        [("17", &[17]), ("61", &[61, 18]), ("98", &[98]), ("998", &[998]), ("none", &[]), ("61-61-18", &[61, 61, 18])];
    for (name, tags) in tags {
        let outer = shown(&world, |signed| signed.tags = tags.to_vec());
        let says = format!("The phone's token under these tags: {tags:?}.");
        group.add(&format!("N21/binding-{name}"), &says, outer, unreadable("cose"));
        let inner = sealed(&world, |signed| signed.tags = tags.to_vec());
        let says = format!("The issuer's token under these tags: {tags:?}.");
        group.add(&format!("N21/token-{name}"), &says, inner, unreadable("cose"));
    }
    let twice = shown(&world, |signed| signed.tags = vec![18, 18]);
    group.add("N21/binding-18-18", "Tag 18 twice.", twice, unreadable("cose"));
    let self_described = shown(&world, |signed| signed.tags = vec![55_799, 18]);
    group.add("N21/binding-55799", "Self-described CBOR.", self_described, unreadable("cose"));
}

fn key_ids(group: &mut Group) {
    let world = group.world.clone();
    let not_listed = || refer("authentic.issuer_not_listed");
    let unknown = header(&world, |map| map.set(4, vec![0; 8]));
    group.add("N22/unknown", "No listed key has that kid.", unknown, not_listed());
    let says = "The kid of another issuer, with its algorithm: its key does not verify.";
    let other = header(&world, |map| {
        map.set(4, world.insurer.key.key.kid());
        map.set(1, -9);
    });
    group.add("N22/other-issuer", says, other, refuse("authentic.signature_failed"));
    for (name, kid) in [("none", Vec::new()), ("short", vec![1; 7]), ("long", vec![1; 9])] {
        let input = header(&world, |map| map.set(4, kid.clone()));
        group.add(&format!("N22/{name}"), &format!("A kid of {} bytes.", kid.len()), input, unreadable("cose"));
    }
    let text = header(&world, |map| map.set(4, "eid"));
    group.add("N22/text", "A kid of text.", text, unreadable("cose"));
    let missing = header(&world, |map| drop(map.remove(4)));
    group.add("N22/missing", "No kid.", missing, unreadable("cose"));
    let both = sealed(&world, |signed| signed.unprotected = Map::new().with(4, vec![0; 8]).into());
    group.add("N22/both-buckets", "Two kids, one of them unprotected.", both, unreadable("cose"));
    let says = "Two listed keys under one kid, which is a hint: every one is tried, and the second signed.";
    let (mut entry, second) = (world.eid.entry(), world.seed.key(Alg::Ed25519, "second"));
    let period = [world.eid.key.from, world.eid.key.until, 0].map(Item::from);
    let row = [world.eid.key.key.kid().into(), second.cose_key().into(), second.alg().into()];
    let keys = entry.array_mut(2).into_iter();
    keys.for_each(|keys| keys.insert(0, Item::Array(row.iter().chain(&period).cloned().collect())));
    let mut case = Case::traffic("N22/same-kid", says, &world, Input::of(&scene(&world)), Expect::accept());
    case.bundle = world.bundle_spec().issuers([entry, world.insurer.entry()]).file(&world.authority);
    group.cases.push(case);
}

/// A token signed by some key, under that key's own kid.
fn signed_by(world: &World, key: &SignKey) -> Input {
    let mut draft = draft(world);
    draft.protected.set(1, key.alg());
    draft.protected.set(4, key.kid());
    draft.key = key.clone();
    show(world, draft.sign())
}

fn signers(group: &mut Group) {
    let world = group.world.clone();
    let unknown = world.seed.key(Alg::Ed25519, "nobody");
    group.add(
        "N22/forger",
        "Signed by a key that nobody listed.",
        signed_by(&world, &unknown),
        refer("authentic.issuer_not_listed"),
    );
    let says = "Signed by the issuer's key for status lists, which signs no papers.";
    group.add(
        "N22/status-key",
        says,
        signed_by(&world, &world.eid.status_key.key),
        refer("authentic.issuer_not_listed"),
    );
    let says = "Signed by the phone's own key.";
    group.add("N22/holder-key", says, signed_by(&world, &world.wallet.key), refer("authentic.issuer_not_listed"));
    let lists = world.authority.root().lists.keys.first().cloned();
    if let Some(key) = lists {
        let says = "Signed by a key of the bundle authority, which signs no papers.";
        group.add("N22/list-key", says, signed_by(&world, &key), refer("authentic.issuer_not_listed"));
    }
    let says = "A forger signs under the issuer's kid.";
    let mut forged = draft(&world);
    forged.key = unknown;
    group.add("N22/forged-kid", says, show(&world, forged.sign()), refuse("authentic.signature_failed"));
    let says = "Another issuer signs an identity, for which it is not listed.";
    let other = signed_as(&world, &world.insurer.key.key, "bhxh.example");
    group.add("N22/other-kind", says, other, refer("authentic.format_not_listed"));
    let says = "Another issuer signs in the name of this one.";
    group.add("N22/other-name", says, signed_by(&world, &world.insurer.key.key), refuse("authentic.issuer_differs"));
    for (name, iss) in [
        ("other", "bhxh.example"),
        ("empty", ""),
        ("case", "EID.example"),
        ("nul", "eid.example\u{0}"),
        ("slash", "eid.example/"),
    ] {
        let input = claims(&world, |map| map.set(1, iss));
        group.add(
            &format!("N22/iss-{name}"),
            "iss is not the name of the entry.",
            input,
            refuse("authentic.issuer_differs"),
        );
    }
    let says = "A paper of an origin authority that the entry does not name.";
    let foreign = paper(&world, |map| map.map_mut(0).into_iter().for_each(|source| source.set(1, "C07")));
    group.add("N22/other-authority", says, foreign, refer("authentic.authority_not_listed"));
}

fn signed_as(world: &World, key: &SignKey, iss: &str) -> Input {
    let mut draft = draft(world);
    draft.protected.set(1, key.alg());
    draft.protected.set(4, key.kid());
    draft.claims.set(1, iss);
    draft.key = key.clone();
    show(world, draft.sign())
}

/// One key in the entries of two issuers: neither can be told from the other, and neither may lend the other its kinds.
fn listed_twice(group: &mut Group) {
    let mut world = group.world.clone();
    world.insurer.other_keys.push(world.eid.key.clone());
    let says = "A key that two issuers list, of which it could not be told who signed.";
    let second = signed_as(&world, &world.eid.key.key, "bhxh.example");
    group.cases.push(Case::traffic("N22/two-entries", says, &world, second, Expect::set_up("setup.key_reused")));
}

fn critical(group: &mut Group) {
    let world = group.world.clone();
    let lists =
        [("unknown", Item::array([99_u64])), ("known", Item::array([1_u64])), ("empty", Item::Array(Vec::new()))];
    for (name, list) in lists {
        let input = header(&world, |map| map.set(2, list.clone()));
        group.add(&format!("N23/{name}"), "The issuer's header has crit.", input, unreadable("cose"));
        let input = binding(&world, |member| member.protected.set(2, list.clone()));
        group.add(&format!("N23/binding-{name}"), "The phone's header has crit.", input, unreadable("cose"));
        let input = sealed(&world, |signed| signed.unprotected = Map::new().with(2, list.clone()).into());
        group.add(&format!("N23/unprotected-{name}"), "crit is unprotected.", input, unreadable("cose"));
    }
}

fn payloads(group: &mut Group) {
    let world = group.world.clone();
    let nil = sealed(&world, |signed| signed.payload = NULL);
    group.add("N24/nil", "The issuer's payload is detached.", nil, unreadable("cbor"));
    let nil = shown(&world, |signed| signed.payload = NULL);
    group.add("N24/binding-nil", "The phone's payload is detached.", nil, unreadable("cbor"));
    let clear = sealed(&world, |signed| {
        if let Item::Bytes(bytes) = &signed.payload {
            signed.payload = Item::Raw(bytes.clone());
        }
    });
    group.add("N24/map", "The issuer's payload is a map, not bytes.", clear, unreadable("cose"));
    let resign = |change: fn(&mut Sign1)| {
        let draft = draft(&world);
        let mut sign1 = draft.sign1();
        change(&mut sign1);
        show(&world, Token { signed: sign1.sign(&draft.key), claims: draft.claims, disclosures: draft.disclosures })
    };
    let external = resign(|sign1| sign1.external_aad = b"dc1".to_vec());
    group.add(
        "N24/external-aad",
        "The issuer signed over external data.",
        external,
        refuse("authentic.signature_failed"),
    );
    for (name, context) in [("sign", "Signature"), ("counter", "CounterSignature"), ("mac", "MAC0"), ("empty", "")] {
        let draft = draft(&world);
        let mut sign1 = draft.sign1();
        sign1.context = context.to_owned();
        let token = Token { signed: sign1.sign(&draft.key), claims: draft.claims, disclosures: draft.disclosures };
        let says = format!("The issuer signed in the context {context:?}.");
        group.add(&format!("N24/context-{name}"), &says, show(&world, token), refuse("authentic.signature_failed"));
    }
    let members = scene(&world).draft();
    let external = members.iter().map(|member| {
        let mut sign1 = member.sign1();
        sign1.external_aad = b"dc1".to_vec();
        sign1.sign(&member.key)
    });
    let external = Input::Text(Presentation::of(external).text());
    group.add(
        "N24/binding-external-aad",
        "The phone signed over external data.",
        external,
        refuse("held.signature_failed"),
    );
}
