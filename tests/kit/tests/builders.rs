//! The builders one by one: CBOR against ciborium, digests, status bits, thresholds, the registry's bearing keys.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::panic,
    clippy::string_slice,
    reason = "tests"
)]

use std::collections::BTreeSet;

use doichieu::field::{self, KINDS, Kind, Place};
use doichieu_kit::authority::{Authority, ROOT_TYP, sign_by};
use doichieu_kit::bundle::BundleSpec;
use doichieu_kit::cbor::{REDACTED, head, indefinite, long_head, sha256};
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::key::twin_signature;
use doichieu_kit::scene::{NOW, World};
use doichieu_kit::status::{pack, pack_msb_first};
use doichieu_kit::{Alg, Item, Map, Seed, SignKey, people};

fn round_trip(item: &Item) -> Item {
    ciborium::from_reader::<ciborium::Value, _>(item.encode().as_slice()).unwrap().into()
}

#[test]
fn the_encoder_agrees_with_ciborium() {
    let numbers = [0, 23, 24, 255, 256, 65_535, 65_536, u64::from(u32::MAX), 1 << 32, u64::MAX];
    let mut members: Vec<Item> = numbers.into_iter().flat_map(|n| [Item::Uint(n), Item::Neg(n)]).collect();
    members.extend([Item::from(true), Item::from(false), Item::from("Đặng Ê-đê"), Item::from(vec![0_u8; 300])]);
    members.extend([Item::days(20_000), Item::days(-9_000), Item::Float(1.5), doichieu_kit::cbor::NULL]);
    members.push(Map::new().with(1, "a").with(-1, Item::array([1_u64; 30])).into());
    let item = Item::Array(members);
    assert_eq!(round_trip(&item), item);
    let mut theirs = Vec::new();
    let finite: Item = Item::array(numbers.map(Item::Neg));
    ciborium::into_writer(&finite.to_value().unwrap(), &mut theirs).unwrap();
    assert_eq!(theirs, finite.encode());
}

#[test]
fn keys_are_sorted_by_their_encoding_and_redacted_comes_last() {
    let map = Map::new().with(REDACTED, 0).with(-1, 0).with("a", 0).with(24, 0).with(10, 0);
    assert_eq!(map.encode(), [0xa5, 0x0a, 0, 0x18, 24, 0, 0x20, 0, 0x61, b'a', 0, 0xf8, 59, 0]);
    let given = Map::of([(2, 0), (1, 0), (1, 0)]).in_given_order();
    assert_eq!(given.encode(), [0xa3, 2, 0, 1, 0, 1, 0]);
}

#[test]
fn malformed_items_can_be_written() {
    assert_eq!(head(0, 24), [0x18, 24]);
    assert_eq!(long_head(0, 1, 1), [0x18, 1]);
    assert_eq!(long_head(4, 1 << 40, 8), [0x9b, 0, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(indefinite(5, &[1.into(), 2.into()]).encode(), [0xbf, 1, 2, 0xff]);
    assert_eq!(Item::array([Item::Raw(vec![0xf9, 0x7e, 0])]).encode(), [0x81, 0xf9, 0x7e, 0]);
}

#[test]
fn every_paper_has_its_bearing_keys_and_no_day_is_missing() {
    let mut seen = BTreeSet::new();
    for person in people::all().into_iter().chain([people::elena()]) {
        let world = World::demo().with_person(person);
        for kind in KINDS.iter().map(|row| row.kind) {
            let Some(paper) = world.paper(kind) else { continue };
            seen.insert(kind.number());
            for row in field::bearing(kind, Place::Paper) {
                assert!(paper.fields.contains_key(&row.field.number()), "{} {}", row.name, kind.number());
            }
            for field in paper.fields.keys() {
                assert!(field::FieldKey::new(*field).unwrap().row(kind).is_some(), "unknown field {field}");
            }
            for part in paper.fields.values() {
                assert_ne!(part.clone(), Item::days(0), "a day that does not exist");
                if let (Kind::DRIVING_LICENCE, Item::Map(part)) = (kind, part) {
                    assert!(field::bearing(kind, Place::Part).all(|row| part.get(row.field.number()).is_some()));
                }
            }
        }
    }
    assert_eq!(seen, KINDS.iter().map(|row| row.kind.number()).collect(), "somebody has a paper of every kind");
}

#[test]
fn every_disclosure_has_one_digest_and_bearing_keys_stay_clear() {
    let world = World::demo();
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE];
    let mut papers: Vec<_> = kinds.iter().map(|kind| world.paper(*kind).unwrap().redacted_fields()).collect();
    papers[0] = papers[0].clone().grouped();
    papers[1].decoys = 2;
    let draft = world.eid.draft(&world.token_spec(papers.clone()));
    let mut claims = draft.claims.clone();
    let tops = claims.map_mut(doichieu_kit::issuer::PAPERS).unwrap();
    assert!(tops.get(1).is_none());
    let whole = draft.disclosures.iter().find(|d| d.field.is_none()).unwrap();
    let head_included = sha256(&[head(2, whole.salted.len() as u64), whole.salted.clone()].concat());
    assert_eq!(tops.get(REDACTED), Some(&Item::array([head_included])));
    let licence = tops.map_mut(2).unwrap();
    assert!(papers[1].bearing().iter().all(|field| licence.get(*field).is_some()));
    let digests = licence.array_mut(REDACTED).unwrap().clone();
    let own = draft.disclosures.iter().filter(|d| d.kind == 2);
    assert!(own.clone().all(|d| digests.contains(&Item::from(d.digest()))));
    assert_eq!(digests.len(), own.count() + 2);
}

#[test]
fn what_is_chosen_is_what_the_scope_names() {
    let world = World::demo();
    let mut scene = world.open_choice("traffic_police", &[Kind::DRIVING_LICENCE]);
    let shown = |scene: &doichieu_kit::scene::Scene| {
        doichieu_kit::wallet::choose(&scene.tokens[0], scene.showing.wanted.as_ref())
    };
    let (disclosures, scope) = shown(&scene);
    assert_eq!(disclosures.len(), 4);
    assert_eq!(scope[&2], BTreeSet::from([1, 2, 10, 11, 12, 13, 20, 21]));
    scene.showing.wanted = Some([(2, BTreeSet::from([10]))].into());
    let (disclosures, scope) = shown(&scene);
    assert_eq!(disclosures.len(), 1);
    assert_eq!(scope[&2], BTreeSet::from([10]));
    let identity = world.paper(Kind::IDENTITY).unwrap().redacted_fields().grouped();
    let token = world.eid.issue(&world.token_spec(vec![identity]));
    let wanted = [(1, BTreeSet::from([1]))].into();
    let (disclosures, scope) = doichieu_kit::wallet::choose(&token, Some(&wanted));
    assert_eq!((disclosures.len(), &scope), (2, &wanted));
}

#[test]
fn status_bits_count_from_the_least_significant() {
    assert_eq!(pack(&[1, 0, 0, 0, 0, 0, 0, 0, 1], 1), [0x01, 0x01]);
    assert_eq!(pack(&[1, 2, 0, 3], 2), [0b1100_1001]);
    assert_eq!(pack(&[0xb, 0x2], 4), [0x2b]);
    assert_eq!(pack(&[0xff], 8), [0xff]);
    assert_eq!(pack_msb_first(&[1, 2, 0, 3], 2), [0b0110_0011]);
    assert_eq!(pack_msb_first(&[1], 1), [0x80]);
}

#[test]
fn frames_deflate_only_when_it_pays() {
    let salt: Vec<u8> = (0..8).flat_map(|n| Seed::new([n; 32]).bytes("noise")).collect();
    assert_eq!(frame::frame(&salt, Deflate::WhenItPays), salt);
    let zeros = vec![0; 256];
    let stream = frame::frame(&zeros, Deflate::WhenItPays);
    assert_eq!(stream[0], 0x78);
    assert_eq!(miniz_oxide::inflate::decompress_to_vec_zlib(&stream).unwrap(), zeros);
    assert_eq!(base45::decode(&frame::text(&stream)[4..]).unwrap(), stream);
}

#[test]
fn a_next_root_is_signed_by_the_threshold_before_it_and_by_its_own() {
    let mut authority = Authority::new(Seed::new([1; 32]), NOW);
    authority.rotate(authority.root().next(Seed::new([2; 32])));
    let signed = authority.signed_roots();
    let count = |item: &Item| match item {
        Item::Array(signatures) => signatures.len(),
        _ => 0,
    };
    assert_eq!(signed.iter().map(count).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(authority.root().map().get(1), Some(&Item::Uint(2)));
    let only_new = sign_by(&authority.root().root.signers(), ROOT_TYP, &authority.root().map());
    assert_eq!(count(&only_new), 2);
}

#[test]
fn a_bundle_names_every_part_by_its_hash() {
    let world = World::demo();
    let draft = world.bundle_spec().draft(&world.authority);
    let Some(Item::Map(listed)) = draft.manifest.get(6) else { panic!("no parts") };
    assert_eq!(listed.entries().len(), 5);
    for (_, entry) in listed.entries() {
        let Item::Array(entry) = entry else { panic!("not an entry") };
        let Some(Item::Bytes(part)) = draft.parts.get(entry[0].clone()) else { panic!("no such part") };
        assert_eq!(entry, &[Item::from(sha256(part)), Item::from(part.len() as u64)]);
    }
    let whole = round_trip(&Item::Raw(world.bundle()));
    assert_eq!(whole.encode(), world.bundle());
    assert_eq!(BundleSpec::new(1, NOW).file(&world.authority)[0], 0x83);
}

#[test]
fn both_forms_of_a_p256_signature_verify() {
    use p256::ecdsa::signature::Verifier;
    let key = Seed::new([3; 32]).key(Alg::P256, "twin");
    let signature = key.sign(b"message");
    let twin = twin_signature(&signature).unwrap();
    assert_ne!(signature, twin);
    let SignKey::P256(key) = key else { panic!("not P-256") };
    for form in [signature, twin] {
        key.verifying_key().verify(b"message", &p256::ecdsa::Signature::from_slice(&form).unwrap()).unwrap();
    }
}
