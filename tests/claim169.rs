//! Claim 169 at the door of the inspection: what it gives, what it never gives, and the third-party vectors with their clock.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use doichieu::field::{Field, Purpose};
use doichieu::input::Unreadable;
use doichieu::reason::Reason;
use doichieu::time::UnixTime;
use doichieu::{
    Answer, Ask, AskError, Basis, Bundle, Headline, Inspector, LegalBasis, Memory, Post, Proof, Report, Roots, Scan,
    Seed, Verdict, Wants,
};
use doichieu_kit::claim169::{self, BASIS, CodeDraft};
use doichieu_kit::frame::Deflate;
use doichieu_kit::scene::World;
use doichieu_kit::{Alg, Item, Map, Sign1, SignKey};
use serde_json::Value as Json;

#[path = "support/third_party.rs"]
mod third_party;

/// A post on the world's day.
struct Desk {
    inspector: Inspector,
    at: UnixTime,
}

impl Desk {
    fn of(world: &World) -> Self {
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, &mut Memory::new()).unwrap());
        let post = Post::open(&world.licence("traffic_police"), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), at: UnixTime::new(world.now).unwrap() }
    }

    fn ask(&self) -> Ask {
        self.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis()).unwrap()
    }

    fn inspect(&self, scan: Scan<'_>) -> Result<Report, Unreadable> {
        self.inspector.inspect(scan, &self.ask(), self.at, &mut Memory::new())
    }
}

fn basis() -> LegalBasis {
    LegalBasis::new(BASIS).unwrap()
}

/// Every code found, notes too.
fn codes(report: &Report) -> BTreeSet<&'static str> {
    let of_papers = report.papers().iter().flat_map(|paper| paper.findings());
    report.findings().iter().chain(of_papers).map(|finding| finding.code()).collect()
}

/// A text that the report shows of a field.
fn shown(report: &mut Report, of: Field) -> Option<String> {
    let at = report.at();
    let Proof::Proven(disclosure) = report.papers_mut().first_mut()?.proof() else { return None };
    match disclosure.at(at).unwrap().answer(of) {
        Answer::Shown(value) => value.as_text().map(str::to_owned),
        _ => None,
    }
}

fn good() -> (World, Desk, String) {
    let world = claim169::world(Alg::Ed25519);
    let desk = Desk::of(&world);
    let text = CodeDraft::new(&world, &claim169::issuer(&world, Alg::Ed25519)).text();
    (world, desk, text)
}

#[test]
fn a_code_is_referred_with_what_the_role_asks_for_and_no_more() {
    let (world, desk, text) = good();
    let mut report = desk.inspect(Scan::qr(&text)).unwrap();
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(shown(&mut report, Field::FULL_NAME), Some(world.person.name.clone()));
    assert_eq!(shown(&mut report, Field::PERSONAL_NO), Some(world.person.personal_no.clone()));
    // The police do not ask where somebody lives, nor for a gender.
    assert_eq!((shown(&mut report, Field::RESIDENCE), shown(&mut report, Field::GENDER)), (None, None));
    let assurance = report.assurance();
    assert_eq!((assurance.held, assurance.agreed, assurance.challenge_bound), (None, Some(Basis::LegalBasis), false));
    assert_eq!(report.legal_basis(), Some(&basis()));
    assert!(!codes(&report).contains("held.face_not_compared"), "no phone was proven");
}

#[test]
fn its_report_names_format_and_basis_and_holds_no_value() {
    let (world, desk, text) = good();
    let report: Json = serde_json::from_str(&desk.inspect(Scan::qr(&text)).unwrap().to_json()).unwrap();
    assert_eq!((&report["profile"], &report["basis"]), (&"claim169".into(), &BASIS.into()));
    assert_eq!(report["assurance"]["agreed"], "legal-basis");
    assert_eq!(report["assurance"]["held"], Json::Null);
    // Photograph and its form; version, gender, address, nationality.
    assert_eq!(report["papers"][0]["dropped"], 6);
    for value in [&world.person.name, &world.person.personal_no, &world.person.residence] {
        assert!(!report.to_string().contains(value.as_str()), "{value}");
    }
}

/// A basis opens nothing that comes with consent, and a report without one says nothing of it.
#[test]
fn a_basis_changes_nothing_about_a_presentation() {
    let (world, desk, _) = good();
    let text = world.traffic_stop().text();
    let with = desk.inspect(Scan::qr(&text)).unwrap();
    let without = desk.inspector.unprompted(Purpose::TRAFFIC_CONTROL).unwrap();
    let without = desk.inspector.inspect(Scan::qr(&text), &without, desk.at, &mut Memory::new()).unwrap();
    assert_eq!((with.verdict(), without.verdict()), (Verdict::Accept, Verdict::Accept));
    assert_eq!(with.assurance().agreed, Some(Basis::SignedGrant));
    let mut with: Json = serde_json::from_str(&with.to_json()).unwrap();
    let mut without: Json = serde_json::from_str(&without.to_json()).unwrap();
    assert_ne!(with["request"], without["request"], "an auditor sees that a basis was named");
    for report in [&mut with, &mut without] {
        report.as_object_mut().unwrap().retain(|name, _| name != "request" && name != "basis");
    }
    assert_eq!(with, without);
}

#[test]
fn only_a_basis_of_the_profile_makes_an_ask() {
    let (world, desk, _) = good();
    let ask = |code: &str| desk.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &LegalBasis::new(code).unwrap()).err();
    assert_eq!(ask(BASIS), None);
    assert_eq!(ask("law-91-2025-art-20"), Some(AskError::BasisNotAllowed));
    let bare = Desk::of(&World::demo());
    assert_eq!(bare.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis()).err(), Some(AskError::BasisNotAllowed));
    assert_eq!(desk.inspector.on_basis(Purpose::BANK_ONBOARDING, &basis()).err(), Some(AskError::PurposeNotAllowed));
    for odd in ["", "Law", "law 91", "law_91", &"a".repeat(65)] {
        assert!(LegalBasis::new(odd).is_none(), "{odd}");
    }
    let role = desk.inspector.post().role();
    assert_eq!(role.legal_bases(), [basis()]);
    drop(world);
}

/// Which of several bases it was is in the request's digest, so that a report on one cannot be passed off as one on another.
#[test]
fn two_bases_are_two_requests() {
    let (mut world, _, text) = good();
    let other = "law-26-2023-art-22";
    world.profiles[0].legal_bases.push(other.to_owned());
    let desk = Desk::of(&world);
    let request = |code: &str| {
        let ask = desk.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &LegalBasis::new(code).unwrap()).unwrap();
        let report = desk.inspector.inspect(Scan::qr(&text), &ask, desk.at, &mut Memory::new()).unwrap();
        let report: Json = serde_json::from_str(&report.to_json()).unwrap();
        report["request"].clone()
    };
    assert_ne!(request(BASIS), request(other));
}

/// A role that is shown papers only in answer to a challenge does not read a copy either, whatever its profile says.
#[test]
fn a_challenge_is_not_answered_by_a_copy() {
    let (_, desk, text) = good();
    let wants = Wants::new(Purpose::TRAFFIC_CONTROL);
    let draft = desk.inspector.ask(&wants, &Seed::new([1; 32]), desk.at).unwrap();
    let signature = World::demo().post_key("traffic_police").sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    for scan in [Scan::qr(&text), Scan::claim169(&text)] {
        let report = desk.inspector.inspect(scan, challenge.ask(), desk.at, &mut Memory::new()).unwrap();
        assert_eq!(codes(&report), BTreeSet::from(["held.not_answered"]));
        assert!(report.papers().is_empty());
    }
}

/// Text, said to be one or not, and the bytes within: one report. And again from what was kept.
#[test]
fn it_comes_in_three_ways_and_again_from_what_was_kept() {
    let (_, desk, text) = good();
    let report = desk.inspect(Scan::qr(&text)).unwrap();
    let json = report.to_json();
    let ask = desk.ask();
    let frame = desk.inspector.unsealed(Scan::qr(&text), &ask).unwrap().unwrap();
    assert_eq!(desk.inspect(Scan::claim169(&text)).unwrap().to_json(), json);
    assert_eq!(desk.inspect(Scan::frame(&frame)).unwrap().to_json(), json);
    let again = desk.inspector.recompute(&frame, &ask, report.at(), &report.memory_extract()).unwrap();
    assert_eq!(again.to_json(), json);
    // A static code is the same at every showing: the memory holds nothing of it, and nobody is told that it was shown before.
    let mut memory = Memory::new();
    let before = memory.to_bytes();
    for _ in 0..2 {
        let report = desk.inspector.inspect(Scan::qr(&text), &ask, desk.at, &mut memory).unwrap();
        assert_eq!(report.to_json(), json);
    }
    assert_eq!(memory.to_bytes(), before);
}

/// Our own clock and licence come first here too.
#[test]
fn with_a_wrong_clock_nothing_is_said_about_anybody() {
    let (_, desk, text) = good();
    let early = UnixTime::new(desk.at.seconds() - 30 * 86_400).unwrap();
    let report = desk.inspector.inspect(Scan::qr(&text), &desk.ask(), early, &mut Memory::new()).unwrap();
    assert_eq!(codes(&report), BTreeSet::from(["post.clock_wrong"]));
    assert!(report.papers().is_empty());
}

/// No flip of a bit gives values that the issuer did not sign, nor better than a referral.
#[test]
fn no_flipped_bit_shows_anything() {
    let (_, desk, text) = good();
    let frame = desk.inspector.unsealed(Scan::qr(&text), &desk.ask()).unwrap().unwrap();
    let honest = desk.inspect(Scan::frame(&frame)).unwrap();
    for at in 0..frame.len() {
        let mut flipped = frame.to_vec();
        flipped[at] ^= 1 << (at % 8);
        let Ok(report) = desk.inspect(Scan::frame(&flipped)) else { continue };
        assert_ne!(report.verdict(), Verdict::Accept, "byte {at}");
        let proven = report
            .papers()
            .iter()
            .any(|paper| paper.findings().iter().any(|f| f.reason() == Reason::PaperBearingMissing));
        assert!(!proven || report.findings().len() == honest.findings().len(), "byte {at}");
    }
}

// The third-party vectors.

/// The clock of the vectors: within the term of all of them but those that are about time. Two of the valid ones end on 2026-08-28.
const THEN: u64 = 1_780_000_000;
const THEIR_ISSUER: &str = "https://mosip.example.org";

fn vector(folder: &Path, kind: &str, name: &str) -> Json {
    third_party::json(folder, &format!("test-vectors/{kind}/{name}.json"))
}

fn qr(vector: &Json) -> &str {
    vector["qr_data"].as_str().unwrap()
}

/// An issuer's entry around public keys, for as long as their codes live.
fn entry(iss: &str, keys: &[(Map, i64)]) -> Map {
    let listed = keys.iter().enumerate().map(|(index, (key, alg))| {
        let kid = vec![u8::try_from(index).unwrap(); 8];
        Item::Array(vec![
            kid.into(),
            key.clone().into(),
            (*alg).into(),
            1_500_000_000_u64.into(),
            1_900_000_000_u64.into(),
            0_u64.into(),
        ])
    });
    Map::new()
        .with(1, iss)
        .with(2, Item::Array(listed.collect()))
        .with(3, Map::new().with(1, Item::array([iss])))
        .with(4, Item::array(["claim169"]))
        .with(5, Map::new())
        .with(6, 900_000_000_u64)
        .with(7, Item::Array(Vec::new()))
}

/// The public key of a vector as the bundle lists it.
fn their_key(vector: &Json) -> (Map, i64) {
    let bytes = third_party::hex(vector["signing_key"]["public_key_hex"].as_str().unwrap());
    match (vector["signing_key"]["algorithm"].as_str().unwrap(), bytes.as_slice()) {
        ("EdDSA", key) => (Map::of([(1, Item::from(1)), (-1, Item::from(6)), (-2, Item::Bytes(key.to_vec()))]), -19),
        ("ES256", [4, point @ ..]) => {
            let (x, y) = point.split_at(32);
            let key =
                [(1, Item::from(2)), (-1, Item::from(1)), (-2, Item::Bytes(x.to_vec())), (-3, Item::Bytes(y.to_vec()))];
            (Map::of(key), -9)
        }
        other => panic!("{other:?}"),
    }
}

fn their_world(entries: Vec<Map>) -> World {
    let mut world = World::new(doichieu_kit::Seed::new([7; 32]), THEN);
    world.more_issuers = entries;
    world.profiles[0].legal_bases = vec![BASIS.to_owned()];
    world
}

/// The rules here were written from this version of the specification.
#[test]
fn the_vectors_are_of_the_version_that_the_page_names() {
    let Some(folder) = third_party::folder("claim169") else { return };
    assert!(third_party::text(&folder, "claim_169.md").contains("**Version:** 1.2.0"));
}

/// Both signed vectors, EdDSA as −8 and ES256 as −7, under their own keys and without a kid.
#[test]
fn the_signed_vectors_are_proven_under_their_own_keys_and_no_other() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let vectors = ["ed25519-signed", "ecdsa-p256-signed"].map(|name| vector(&folder, "valid", name));
    let keys: Vec<_> = vectors.iter().map(their_key).collect();
    let desk = Desk::of(&their_world(vec![entry(THEIR_ISSUER, &keys)]));
    for vector in &vectors {
        let mut report = desk.inspect(Scan::qr(qr(vector))).unwrap();
        assert_eq!(report.verdict(), Verdict::Refer, "{:?}", codes(&report));
        assert_eq!(shown(&mut report, Field::FULL_NAME).as_deref(), vector["expected_claim169"]["fullName"].as_str());
        assert!(codes(&report).contains("held.not_bound"));
    }
    let bare = Desk::of(&their_world(Vec::new()));
    let swapped = Desk::of(&their_world(vec![entry("other.example", &keys)]));
    for vector in &vectors {
        assert_eq!(
            codes(&bare.inspect(Scan::qr(qr(vector))).unwrap()),
            BTreeSet::from(["authentic.issuer_not_listed"])
        );
        assert_eq!(
            codes(&swapped.inspect(Scan::qr(qr(vector))).unwrap()),
            BTreeSet::from(["authentic.issuer_differs"])
        );
    }
}

/// Ten of the eighteen carry no signature: for their authors a valid example, for us nobody's word.
#[test]
fn every_other_vector_is_answered_for_what_it_is() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let desk = Desk::of(&their_world(Vec::new()));
    let unsigned = [
        ("valid", "claim169-example"),
        ("valid", "demographics-full"),
        ("valid", "minimal"),
        ("valid", "refugee-identity"),
        ("valid", "with-all-biometrics"),
        ("valid", "with-face"),
        ("valid", "with-fingerprints"),
        ("edge", "expired"),
        ("edge", "not-yet-valid"),
        ("edge", "unknown-fields"),
        ("invalid", "missing-169"),
    ];
    let found = |kind: &str, name: &str| {
        let report =
            desk.inspect(Scan::qr(qr(&vector(&folder, kind, name)))).unwrap_or_else(|at| panic!("{name}: {at}"));
        assert!(report.papers().is_empty(), "{name}");
        codes(&report)
    };
    for (kind, name) in unsigned {
        assert_eq!(found(kind, name), BTreeSet::from(["authentic.not_signed"]), "{name}");
    }
    for name in ["encrypted-aes256", "encrypted-signed"] {
        assert_eq!(found("valid", name), BTreeSet::from(["authentic.encrypted"]), "{name}");
    }
    for name in ["bad-base45", "bad-zlib", "not-cose"] {
        let vector = vector(&folder, "invalid", name);
        let answer = desk.inspect(Scan::qr(qr(&vector))).map(|_| ()).map_err(Unreadable::reason);
        assert_eq!(answer, Err(Reason::ScanNotOurs), "{name}");
        let answer = desk.inspect(Scan::claim169(qr(&vector))).map(|_| ()).map_err(Unreadable::reason);
        assert_eq!(answer, Err(Reason::ScanUnreadable), "{name}");
    }
}

/// The payload of a vector, under a signature of ours: what the vector is about can then be met.
fn signed_by(vector: &Json, key: &SignKey) -> String {
    let frame = base45::decode(qr(vector)).unwrap();
    let cwt = miniz_oxide::inflate::decompress_to_vec_zlib(&frame).unwrap();
    let Item::Tag(18, array) = ciborium::from_reader::<ciborium::Value, _>(cwt.as_slice()).unwrap().into() else {
        panic!("a COSE_Sign1")
    };
    let Item::Array(members) = *array else { panic!("an array") };
    let (Item::Bytes(protected), Item::Bytes(payload)) = (&members[0], &members[2]) else { panic!("byte strings") };
    let signed = Sign1::of_bytes(protected.clone(), payload.clone()).sign(key);
    claim169::text(&signed.encode(), Deflate::Always)
}

#[test]
fn the_unsigned_vectors_signed_by_us_meet_what_they_are_about() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let key = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "theirs");
    let keys = [(key.cose_key(), -19)];
    let other = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "www");
    let www = entry("www.mosip.io", &[(other.cose_key(), -19)]);
    let example = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "example");
    let example_entry = entry("https://example.org", &[(example.cose_key(), -19)]);
    let desk = Desk::of(&their_world(vec![entry(THEIR_ISSUER, &keys), www, example_entry]));
    let see = |kind: &str, name: &str, key: &SignKey| {
        let vector = vector(&folder, kind, name);
        let mut report = desk.inspect(Scan::qr(&signed_by(&vector, key))).unwrap();
        let name = shown(&mut report, Field::FULL_NAME);
        let full = vector["expected_claim169"]["fullName"].as_str().map(str::to_owned);
        (codes(&report), name.is_some() && name == full)
    };
    for (kind, name, key) in [
        ("valid", "minimal", &key),
        ("valid", "demographics-full", &key),
        ("valid", "with-face", &key),
        ("valid", "with-fingerprints", &key),
        ("valid", "with-all-biometrics", &key),
        ("edge", "unknown-fields", &key),
        ("valid", "claim169-example", &other),
        ("valid", "refugee-identity", &other),
    ] {
        let (codes, named) = see(kind, name, key);
        assert!(named && codes.contains("held.not_bound"), "{name}: {codes:?}");
        let biometric = !["minimal", "unknown-fields"].contains(&name);
        let dropped = codes.contains("agreed.field_never_passes");
        // One of the unknown fields has a number that is kept free for biometrics.
        assert_eq!(dropped, biometric || name == "unknown-fields", "{name}");
    }
    let (expired, named) = see("edge", "expired", &key);
    assert!(expired.contains("authentic.term_passed") && !named, "{expired:?}");
    let (early, named) = see("edge", "not-yet-valid", &key);
    assert!(early == BTreeSet::from(["authentic.not_yet_valid"]) && !named, "{early:?}");
    assert_eq!(see("invalid", "missing-169", &example).0, BTreeSet::from(["authentic.identity_missing"]));
}
