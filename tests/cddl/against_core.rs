//! What the grammar of docs/dc1.md refuses, the core does not accept: every one-step change of what is signed, signed
//! again by its rightful key. Two readers of one contract, written apart.

use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots, Scan, Verdict};
use doichieu_kit::Item;
use doichieu_kit::authority::{ROOT_TYP, sign_by};
use doichieu_kit::bundle::MANIFEST_TYP;
use doichieu_kit::cose::{Sign1, protected};
use doichieu_kit::issuer::SD_CWT;
use doichieu_kit::scene::World;
use doichieu_kit::wallet::Presentation;
use doichieu_kit::{encounter_seed, late};

use crate::{cddl, grammar, mutants};

/// Every mutant of an item that the rule refuses, with what was changed.
fn refused(rule: &str, item: &Item, depth: usize) -> Vec<(String, Item)> {
    let grammar = grammar();
    assert!(grammar.takes(rule, item), "the original is no {rule}");
    let refused: Vec<_> =
        mutants::of(item, depth).into_iter().filter(|(_, mutant)| !grammar.takes(rule, mutant)).collect();
    assert!(refused.len() >= 5, "too few mutants of {rule}: {}", refused.len());
    refused
}

/// Everything opened, to inspect with.
struct Desk {
    inspector: Inspector,
    world: World,
}

impl Desk {
    fn new() -> Self {
        let world = World::demo();
        let bundle = Arc::new(open(&world, &world.bundle()).unwrap());
        let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), world }
    }

    fn accepts(&self, shown: &Presentation) -> bool {
        let ask = self.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        let at = UnixTime::new(self.world.now).unwrap();
        let report = self.inspector.inspect(Scan::frame(&shown.encode()), &ask, at, &mut Memory::new());
        report.is_ok_and(|report| report.verdict() == Verdict::Accept)
    }
}

fn open(world: &World, file: &[u8]) -> Result<Bundle, doichieu::SetUp> {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    Bundle::open(file, &roots, late(), &mut Memory::new())
}

/// Every broken mutant of a rule is refused by the core as well.
fn core_refuses(rule: &str, original: &Item, depth: usize, mut takes: impl FnMut(&Item) -> bool) {
    assert!(takes(original), "the original {rule} is not taken");
    let taken: Vec<_> =
        refused(rule, original, depth).into_iter().filter(|(_, mutant)| takes(mutant)).map(|(says, _)| says).collect();
    assert!(taken.is_empty(), "taken although it is no {rule}: {taken:?}");
}

#[test]
fn broken_parts_and_manifests_do_not_open() {
    let mut world = World::demo();
    world.revoked = vec![[1; 16], [3; 16]];
    world.law_checked = Some(world.now - 86_400);
    world.profiles[0].steps.insert("held.window_passed".to_owned(), "look_up".to_owned());
    let spec = world.bundle_spec();
    assert!(open(&world, &spec.file(&world.authority)).is_ok());
    for (name, depth) in [("issuers", 5), ("profiles", 4), ("revoked", 2), ("law", 1)] {
        let original = cddl::decode(&spec.parts[name]).unwrap();
        let opens =
            |mutant: &Item| open(&world, &spec.clone().part(name, mutant.encode()).file(&world.authority)).is_ok();
        core_refuses(name, &original, depth, opens);
    }
    let draft = spec.draft(&world.authority);
    let opens = |mutant: &Item| {
        let signed = draft.signers.iter().map(|key| {
            let typ = protected(key, MANIFEST_TYP);
            Sign1::of_bytes(typ.encode(), mutant.encode()).sign(key).item()
        });
        open(&world, &draft.encode_with(Item::array(signed))).is_ok()
    };
    let original = Item::from(draft.manifest.clone());
    core_refuses("manifest", &original, 4, opens);
}

#[test]
fn broken_roots_do_not_open() {
    let root = World::demo().authority.root().clone();
    let opens = |mutant: &Item| {
        // Only a map can be signed by the kit's authority; anything else is no root by its type.
        let Item::Map(mutant) = mutant else { return false };
        let signed = sign_by(&root.root.signers(), ROOT_TYP, mutant);
        Roots::dangerous_test(&Item::array([signed]).encode()).is_ok()
    };
    core_refuses("root", &root.map().into(), 6, opens);
}

#[test]
fn broken_mandates_do_not_open() {
    let world = World::demo();
    let bundle = open(&world, &world.bundle()).unwrap();
    let key = world.authority.mandate_key().unwrap();
    let mut sign1 = world.mandate_spec("traffic_police").sign1(key);
    let original = cddl::decode(&sign1.payload).unwrap();
    let opens = |mutant: &Item| {
        sign1.payload = mutant.encode();
        Post::open(&sign1.sign(key).encode(), &bundle).is_ok()
    };
    core_refuses("licence-claims", &original, 5, opens);
}

#[test]
fn broken_claims_are_not_accepted() {
    let desk = Desk::new();
    let world = &desk.world;
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
    let spec = world.token_spec(world.preset_papers("traffic_police", &kinds));
    let draft = world.eid.draft(&spec);
    let original = Item::from(draft.claims.clone());
    let accepts = |mutant: &Item| {
        // The wallet goes by the genuine claims: what it agrees to stays as it was.
        let mut token = draft.sign();
        token.signed = Sign1::of_bytes(draft.protected.encode(), mutant.encode()).sign(&draft.key);
        desk.accepts(&world.scene_with("traffic_police", vec![token]).present())
    };
    core_refuses("claims", &original, 5, accepts);
}

#[test]
fn broken_headers_beside_a_key_binding_token_are_not_accepted() {
    let desk = Desk::new();
    let mut scene = desk.world.traffic_stop();
    scene.showing.signs_consent = true;
    let shown = scene.present();
    let accepts = |mutant: &Item| {
        let mut shown = shown.clone();
        shown.members.iter_mut().for_each(|member| member.unprotected = mutant.clone());
        desk.accepts(&shown)
    };
    core_refuses("kbt-unprotected", &shown.members[0].unprotected, 1, accepts);
}

#[test]
fn broken_key_binding_tokens_are_not_accepted() {
    let desk = Desk::new();
    let draft = desk.world.traffic_stop().draft().remove(0);
    let original = Item::from(draft.claims.clone());
    let accepts = |mutant: &Item| {
        let mut sign1 = draft.sign1();
        sign1.payload = mutant.encode();
        desk.accepts(&Presentation::of([sign1.sign(&draft.key)]))
    };
    core_refuses("kbt", &original, 5, accepts);
}

#[test]
fn broken_disclosures_are_not_accepted() {
    let desk = Desk::new();
    let world = &desk.world;
    let scene =
        world.open_choice("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION]);
    assert!(desk.accepts(&scene.present()));
    // What the issuer put behind its digest is broken: the digest matches all the same.
    let entry = &scene.tokens[0].disclosures[0];
    let original = cddl::decode(&entry.salted).unwrap();
    let accepts = |mutant: &Item| {
        let mut token = scene.tokens[0].clone();
        token.disclosures[0].salted = mutant.encode();
        let (before, after) = (entry.digest().to_vec(), token.disclosures[0].digest().to_vec());
        let signed = world.eid.key.key.clone();
        let mut payload = token.claims.encode();
        let at = payload.windows(32).position(|bytes| bytes == before).unwrap();
        payload.splice(at..at + 32, after);
        let header = protected(&signed, SD_CWT).encode();
        token.signed = Sign1::of_bytes(header, payload).sign(&signed);
        let mut scene = world.scene_with("traffic_police", vec![token]);
        scene.showing.wanted = Some(world.scope("traffic_police"));
        desk.accepts(&scene.present())
    };
    core_refuses("salted", &original, 3, accepts);
}

/// Nobody signs the order of a set, so another order is the same showing.
#[test]
fn a_set_in_another_order_is_remembered() {
    let desk = Desk::new();
    let world = &desk.world;
    let bundle = Arc::new(open(world, &world.bundle()).unwrap());
    let post = Post::open(&world.mandate("clinic"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
    let shown = world.clinic_set().present();
    let turned = Presentation::of(shown.members.iter().rev().cloned());
    let mut memory = Memory::new();
    let mut again = |shown: &Presentation| {
        let at = UnixTime::new(world.now).unwrap();
        let report = inspector.inspect(Scan::frame(&shown.encode()), &ask, at, &mut memory).unwrap();
        assert_eq!(report.verdict(), Verdict::Accept);
        report.findings().iter().any(|finding| finding.code() == "held.shown_again")
    };
    assert_eq!([again(&shown), again(&turned), again(&shown)], [false, true, true]);
}
