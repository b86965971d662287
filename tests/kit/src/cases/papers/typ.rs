//! N166: every object says what it is (RFC 9596), and none stands in for another, however well it is signed.

use super::{Case, Expect, Input};
use crate::authority::{ROOT_TYP, sign_by};
use crate::bundle::MANIFEST_TYP;
use crate::cbor::{Item, Map};
use crate::cose::Sign1;
use crate::issuer::SD_CWT;
use crate::key::SignKey;
use crate::mandate::MANDATE_TYP;
use crate::scene::World;
use crate::status::STATUS_TYP;
use crate::wallet::KB_CWT;

/// What an object can say it is; the last says nothing.
fn types() -> Vec<(&'static str, Option<Item>)> {
    vec![
        ("kbt", Some(KB_CWT.into())),
        ("sd-cwt", Some(SD_CWT.into())),
        ("root", Some(ROOT_TYP.into())),
        ("manifest", Some(MANIFEST_TYP.into())),
        ("mandate", Some(MANDATE_TYP.into())),
        ("status", Some(STATUS_TYP.into())),
        ("nothing", None),
    ]
}

/// All of them: each object as each other one.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    let world = World::demo();
    let mut cases = Vec::new();
    for (object, own) in types().into_iter().take(6) {
        for (name, typ) in types().into_iter().filter(|(_, typ)| *typ != own) {
            let says = format!("A well-signed {object} says that it is {name}.");
            cases.extend(object_as(object, &format!("N166/{object}-as-{name}"), &says, &world, typ.as_ref()));
        }
    }
    cases.extend(whole_objects(&world));
    cases
}

/// One object under another `typ`, signed as that; where it is read, and what must come of it.
fn object_as(object: &str, id: &str, says: &str, world: &World, typ: Option<&Item>) -> Option<Case> {
    let mut case = Case::traffic(id, says, world, Input::of(&world.traffic_stop()), Expect::accept());
    match object {
        "kbt" => {
            case.input = Input::Text(world.traffic_stop().text_with(|member| relabel(&mut member.protected, typ)));
            case.expect = Expect::Unreadable("cose".to_owned());
        }
        "sd-cwt" => {
            let mut draft = world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &super::ALL)));
            relabel(&mut draft.protected, typ);
            case.input = Input::of(&world.scene_with("traffic_police", vec![draft.sign()]));
            case.expect = Expect::Unreadable("cose".to_owned());
        }
        "root" => {
            let root = &world.authority.first;
            let signed = root.root.signers().into_iter().map(|key| signed(&key, typ, &root.map())).collect();
            case.roots = Item::Array(vec![Item::Array(signed)]).encode();
            case.expect = Expect::SetUp("setup.roots_malformed".to_owned());
        }
        "manifest" => {
            let draft = world.bundle_spec().draft(&world.authority);
            let manifest = draft.signers.iter().map(|key| signed(key, typ, &draft.manifest)).collect();
            case.bundle = draft.encode_with(Item::Array(manifest));
            case.expect = Expect::SetUp("setup.bundle_malformed".to_owned());
        }
        "mandate" => {
            let claims = world.mandate_spec("traffic_police").claims();
            case.mandate = signed(world.authority.mandate_key()?, typ, &claims).encode();
            case.expect = Expect::SetUp("setup.mandate_malformed".to_owned());
        }
        _ => {
            let part = signed(&world.eid.status_key.key, typ, &world.eid_list.claims()).encode();
            let name = format!("status:{}", world.eid_list.uri);
            case.bundle = world.bundle_spec().part(&name, part).file(&world.authority);
            case.expect = Expect::standing("refer", &["current.account_unknown", "current.status_unknown"]);
        }
    }
    Some(case)
}

fn relabel(protected: &mut Map, typ: Option<&Item>) {
    match typ {
        Some(typ) => protected.set(16, typ.clone()),
        None => drop(protected.remove(16)),
    }
}

fn signed(key: &SignKey, typ: Option<&Item>, payload: &Map) -> Item {
    let header = Map::new().with(1, key.alg()).with(4, key.kid()).with_some(16, typ.cloned());
    Sign1::new(&header, payload).sign(key).item()
}

/// A root within the bundle's chain, and whole objects in each other's place.
fn whole_objects(world: &World) -> Vec<Case> {
    let case =
        |id: &str, says: &str, expect: Expect| Case::traffic(id, says, world, Input::of(&world.traffic_stop()), expect);
    let root = world.authority.root();
    let mut chain = case(
        "N166/root-in-bundle-as-manifest",
        "A root in the bundle's chain says that it is a manifest.",
        malformed(),
    );
    let mut draft = world.bundle_spec().draft(&world.authority);
    draft.roots = vec![sign_by(&root.root.signers(), MANIFEST_TYP, &root.map())];
    chain.bundle = draft.encode();
    let mut root_for_manifest =
        case("N166/root-for-manifest", "A root stands where the manifest belongs.", malformed());
    let draft = world.bundle_spec().draft(&world.authority);
    root_for_manifest.bundle = draft.encode_with(sign_by(&root.root.signers(), ROOT_TYP, &root.map()));
    let mut mandate_for_list = case(
        "N166/mandate-for-list",
        "A mandate stands where a status list belongs.",
        Expect::standing("refer", &["current.account_unknown", "current.status_unknown"]),
    );
    let name = format!("status:{}", world.eid_list.uri);
    let mandate = world.mandate("traffic_police");
    mandate_for_list.bundle = world.bundle_spec().part(&name, mandate).file(&world.authority);
    let mut token_for_mandate = case(
        "N166/token-for-mandate",
        "A token stands where the mandate belongs.",
        Expect::SetUp("setup.mandate_malformed".to_owned()),
    );
    let token = world.traffic_stop().tokens.first().map(|token| token.signed.encode());
    token_for_mandate.mandate = token.unwrap_or_default();
    let mandate = Input::Frame(world.mandate("traffic_police"));
    let mandate_for_showing = Case::traffic(
        "N166/mandate-for-showing",
        "A mandate is shown.",
        world,
        mandate,
        Expect::Unreadable("cose".to_owned()),
    );
    vec![chain, root_for_manifest, mandate_for_list, token_for_mandate, mandate_for_showing]
}

fn malformed() -> Expect {
    Expect::SetUp("setup.bundle_malformed".to_owned())
}
