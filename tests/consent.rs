//! The signed consent, kept as proof without the values (docs/dc1.md §10): who, when and what, provable later, and not
//! one value of a paper in it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(clippy::disallowed_methods, reason = "the grammar is on a page, which is a file")]

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{FieldKey, Kind};
use doichieu::time::UnixTime;
use doichieu::{
    Ask, Asked, Bundle, ConsentProof, ConsentProofError, Inspector, Memory, Post, Question, Report, Roots, Scan, Seed,
    Verdict, Wants,
};
use doichieu_kit::cbor::sha256;
use doichieu_kit::cose::Sign1;
use doichieu_kit::key::Alg;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::wallet::CONSENTED;
use doichieu_kit::{Item, Map, answer, encounter_seed, people};

#[path = "support/cddl.rs"]
#[expect(dead_code, reason = "one rule is asked for here")]
mod cddl;

const DAY: u64 = 86_400;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// A world whose phone signs its consents apart from the papers.
fn signing(mut world: World) -> World {
    world.signs_consent = true;
    world
}

struct Desk {
    world: World,
    inspector: Inspector,
}

impl Desk {
    fn of(world: World, role: &str) -> Self {
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
        let post = Post::open(&world.mandate(role), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), world }
    }

    fn ask(&self) -> Ask {
        let purpose = self.inspector.post().role().allowance().purposes().next().unwrap();
        self.inspector.unprompted(purpose, &encounter_seed()).unwrap()
    }

    fn reads_at(&self, text: &str, at: UnixTime) -> Report {
        self.inspector.inspect(Scan::qr(text), &self.ask(), at, &mut Memory::new()).unwrap()
    }

    fn reads(&self, scene: &Scene) -> Report {
        let shown = scene.present().encode();
        self.inspector.inspect(Scan::frame(&shown), &self.ask(), self.world.at(), &mut Memory::new()).unwrap()
    }

    /// Asks by challenge, and reads what a phone of this world answers.
    fn asks(&self, wants: &Wants) -> Report {
        let world = &self.world;
        let draft = self.inspector.ask(wants, &Seed::new([3; 32]), &encounter_seed(), world.at()).unwrap();
        let signature = world.post_key(self.inspector.post().role().role()).sign(draft.to_be_signed());
        let challenge = draft.seal(&signature).unwrap();
        let asked = Asked::open(challenge.text(), self.inspector.bundle(), world.at()).unwrap();
        let kinds: Vec<_> = asked.fields().map(|(kind, _)| kind).collect();
        let scene = world.open_choice(self.inspector.post().role().role(), &kinds);
        let shown = answer::answer(&scene, &asked, world.now);
        let sealed = answer::seal(&shown, asked.answer_key(), asked.digest(), world.seed.child("sealing")).unwrap();
        let text = answer::text(&sealed);
        self.inspector.inspect(Scan::qr(&text), challenge.ask(), world.at(), &mut Memory::new()).unwrap()
    }
}

fn demo() -> World {
    signing(World::demo())
}

fn scope_of(consent: &doichieu::SignedConsent) -> BTreeSet<(Kind, FieldKey)> {
    consent.fields().flat_map(|(kind, fields)| fields.map(move |of| (kind, of))).collect()
}

#[test]
fn who_when_and_what_was_agreed_to_can_be_proven_later() {
    for alg in [Alg::Ed25519, Alg::P256] {
        let desk = Desk::of(demo().with_holder(alg), "traffic_police");
        let scene = desk.world.traffic_stop();
        let report = desk.reads(&scene);
        let proof = report.consent_proof().unwrap();
        // Long after the values ended, and nothing else at hand.
        let later = desk.world.at().plus(300 * DAY);
        let read = ConsentProof::open(proof.as_bytes(), later).unwrap();
        assert!(read == proof);
        assert_eq!((read.role(), read.post()), ("traffic_police", desk.inspector.post().name()));
        assert_eq!((read.received(), read.keep_until()), (desk.world.at(), desk.world.at().plus(365 * DAY)));
        assert!(read.is_known_to(desk.inspector.bundle()));
        let [consent] = read.consents() else { panic!("of one token") };
        assert_eq!(consent.audience(), "role:traffic_police");
        assert_eq!(consent.at(), time(scene.showing.iat));
        assert_eq!((consent.purpose().number(), consent.retention()), (scene.showing.purpose, scene.showing.retention));
        assert_eq!((consent.question(), consent.request()), (None, None));
        assert_eq!(consent.issuer(), desk.world.eid.iss);
        assert_eq!(*consent.holder(), sha256(&desk.world.wallet.key.cose_key().encode()));
        let (_, agreed) = doichieu_kit::wallet::choose(&scene.tokens[0], None);
        let number = |(kind, of): (Kind, FieldKey)| (kind.number(), of.number());
        let named: BTreeSet<_> = scope_of(consent).into_iter().map(number).collect();
        assert_eq!(named, agreed.iter().flat_map(|(kind, of)| of.iter().map(|of| (*kind, *of))).collect());
    }
}

#[test]
fn an_answer_to_an_ask_and_a_set_and_a_question_leave_theirs() {
    let bank = Desk::of(demo(), "bank");
    let wants = Wants::all(doichieu::field::Purpose::BANK_ONBOARDING).retention(3600);
    let proof = bank.asks(&wants).consent_proof().unwrap();
    let [consent] = proof.consents() else { panic!("of one token") };
    assert_eq!(consent.audience(), format!("post:{}", bank.inspector.post().name()));
    assert!(consent.request().is_some() && consent.retention() == 3600);

    let clinic = Desk::of(demo(), "clinic");
    let proof = clinic.reads(&clinic.world.clinic_set()).consent_proof().unwrap();
    let issuers: Vec<_> = proof.consents().iter().map(doichieu::SignedConsent::issuer).collect();
    assert_eq!(issuers, [&clinic.world.eid.iss, &clinic.world.insurer.iss]);

    let police = Desk::of(demo(), "traffic_police");
    let question = Question::MayDriveThisVehicle;
    let mut scene = police.world.open_choice("traffic_police", &[Kind::DRIVING_LICENCE]);
    scene.showing = scene.showing.answering(question);
    let proof = police.reads(&scene).consent_proof().unwrap();
    assert_eq!(proof.consents()[0].question(), Some(question.number()));
}

/// Like the release: nothing to keep where nothing was told on consent.
#[test]
fn there_is_none_without_proof_and_consent() {
    let desk = Desk::of(demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    assert!(desk.reads(&scene).consent_proof().is_some());
    assert!(desk.reads(&Desk::of(World::demo(), "traffic_police").world.traffic_stop()).consent_proof().is_none());
    assert!(desk.reads_at(&scene.text(), desk.world.at().plus(900)).consent_proof().is_none(), "too late");
    let broken = scene.text_with_signed(|signed| signed.signature = Item::Bytes(vec![7; 64]));
    assert!(desk.reads_at(&broken, desk.world.at()).consent_proof().is_none(), "not signed");
    let other = scene.text_with(|member| member.claims.set(3, "role:clinic"));
    assert!(desk.reads_at(&other, desk.world.at()).consent_proof().is_none(), "for another");
    let clinic = Desk::of(demo(), "clinic");
    let card = clinic.world.preset("clinic", &[Kind::VEHICLE_REGISTRATION]);
    assert!(clinic.reads(&card).consent_proof().is_none(), "of what was not asked for");
}

/// It travels unsigned beside the code, so nothing rests on it: the verdict is as it was, and nothing is kept.
#[test]
fn a_second_signature_that_holds_for_nothing_proves_nothing() {
    let desk = Desk::of(demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    let mut draft = scene.draft().remove(0);
    let elsewhere = scene.wallet.key.sign(&draft.sign1().to_be_signed());
    let another = desk.world.seed.key(Alg::Ed25519, "another").sign(&draft.consent1().to_be_signed());
    draft.claims.set(4, scene.showing.exp - 1);
    let of_another_showing = scene.wallet.key.sign(&draft.consent1().to_be_signed());
    let mut protected = cddl::decode(&draft.consent1().protected).unwrap();
    let Item::Map(header) = &mut protected else { panic!("a header is a map") };
    header.set(-65_604, [0_u8; 32]);
    let of_another_token = Sign1::of_bytes(header.encode(), scene.draft()[0].consent1().payload);
    let of_another_token = scene.wallet.key.sign(&of_another_token.to_be_signed());
    for signature in [elsewhere, another, of_another_showing, of_another_token] {
        let bucket = Map::new().with(CONSENTED, Item::Bytes(signature));
        let text = scene.text_with_signed(|signed| signed.unprotected = bucket.clone().into());
        let report = desk.reads_at(&text, desk.world.at());
        assert_eq!(report.verdict(), Verdict::Accept);
        assert!(report.consent_proof().is_none());
    }
}

/// With the checksum put right again.
fn repaired(mut bytes: Vec<u8>) -> Vec<u8> {
    let place = bytes.len() - 34;
    let checksum = sha256(&bytes[..place]);
    bytes.truncate(place + 2);
    bytes.extend_from_slice(&checksum);
    bytes
}

/// Damage is always told. A lie is told wherever the phone's signature covers it: what is left is the post's own word,
/// and reads back as another word of the post.
#[test]
fn every_byte_counts_and_what_the_phone_signed_cannot_be_changed() {
    for (role, scene) in [("traffic_police", demo().traffic_stop()), ("clinic", demo().clinic_set())] {
        let desk = Desk::of(demo(), role);
        let proof = desk.reads(&scene).consent_proof().unwrap();
        let (bytes, at) = (proof.as_bytes(), desk.world.at());
        let mut words = BTreeSet::new();
        for place in 0..bytes.len() {
            for bit in [1, 0x80] {
                let mut changed = bytes.to_vec();
                changed[place] ^= bit;
                assert!(ConsentProof::open(&changed, at).is_err(), "byte {place}");
                let of_checksum = place >= bytes.len() - 32;
                let Ok(read) = ConsentProof::open(&repaired(changed), at) else { continue };
                if of_checksum {
                    continue;
                }
                words.insert(place);
                for (read, signed) in read.consents().iter().zip(proof.consents()) {
                    assert_eq!(scope_of(read), scope_of(signed), "byte {place}");
                    assert_eq!(read.audience(), signed.audience());
                    assert_eq!(
                        (read.at(), read.purpose(), read.retention()),
                        (signed.at(), signed.purpose(), signed.retention())
                    );
                    assert_eq!((read.holder(), read.token()), (signed.holder(), signed.token()));
                }
            }
        }
        let says = [proof.post().len(), proof.consents().iter().map(|of| of.issuer().len()).sum(), 2 * 5];
        assert!(words.len() <= says.iter().sum::<usize>(), "more than the post's own words: {words:?}");
        for length in 0..bytes.len() {
            assert!(ConsentProof::open(&bytes[..length], at).is_err());
        }
        assert!(ConsentProof::open(&[bytes, &[0]].concat(), at).is_err());
    }
}

#[test]
fn a_part_of_a_set_and_two_showings_put_together_are_none() {
    let desk = Desk::of(demo(), "clinic");
    let whole = desk.reads(&desk.world.clinic_set()).consent_proof().unwrap();
    let of = |proof: &ConsentProof| {
        let Some(Item::Array(members)) = cddl::decode(proof.as_bytes()) else { panic!("an array") };
        let Item::Array(kept) = &members[2] else { panic!("consents") };
        (members.clone(), kept.clone())
    };
    let with = |mut members: Vec<Item>, kept: Vec<Item>| {
        members[2] = Item::Array(kept);
        ConsentProof::open(&repaired(Item::Array(members).encode()), desk.world.at())
    };
    let (members, kept) = of(&whole);
    assert!(with(members.clone(), kept.clone()).is_ok());
    assert!(with(members.clone(), kept[..1].to_vec()).is_err(), "half of it");
    assert!(with(members.clone(), [&kept[..], &kept[..1]].concat()).is_err(), "once more");
    let mut again = desk.world.clinic_set();
    again.showing.cti = [9; 16];
    let (_, others) = of(&desk.reads(&again).consent_proof().unwrap());
    assert!(with(members, vec![kept[0].clone(), others[1].clone()]).is_err(), "of two showings");
}

#[test]
fn it_ends_with_the_profiles_period_and_none_lengthens_it() {
    let mut world = demo();
    world.profiles.iter_mut().for_each(|profile| profile.consent_kept = Some(10 * DAY));
    let desk = Desk::of(world, "traffic_police");
    let proof = desk.reads(&desk.world.traffic_stop()).consent_proof().unwrap();
    let end = desk.world.at().plus(10 * DAY);
    assert_eq!(proof.keep_until(), end);
    assert!(ConsentProof::open(proof.as_bytes(), time(end.seconds() - 1)).is_ok());
    assert_eq!(ConsentProof::open(proof.as_bytes(), end).err(), Some(ConsentProofError::Over));
    assert!(proof.is_known_to(desk.inspector.bundle()));
    let shorter = Desk::of(
        {
            let mut world = demo();
            world.profiles.iter_mut().for_each(|profile| profile.consent_kept = Some(10 * DAY - 1));
            world
        },
        "traffic_police",
    );
    assert!(!proof.is_known_to(shorter.inspector.bundle()), "kept longer than these lists allow");
}

/// Every value of a paper as its CBOR and as the text in it, where it is long enough not to stand anywhere by chance;
/// what is shorter has no place in the grammar of a proof.
fn values(world: &World) -> Vec<Vec<u8>> {
    fn texts(item: &Item, into: &mut Vec<Vec<u8>>) {
        match item {
            Item::Text(text) => into.push(text.as_bytes().to_vec()),
            Item::Array(items) => items.iter().for_each(|item| texts(item, into)),
            Item::Map(map) => map.entries().iter().for_each(|(_, item)| texts(item, into)),
            Item::Tag(_, item) => texts(item, into),
            _ => {}
        }
    }
    let papers = world.kinds().into_iter().filter_map(|kind| world.paper(kind));
    let mut values: Vec<_> = papers
        .flat_map(|paper| paper.fields.into_values())
        .flat_map(|value| {
            let mut all = vec![value.encode()];
            texts(&value, &mut all);
            all
        })
        .collect();
    values.retain(|value| value.len() >= 4);
    values
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn no_value_of_anybodys_papers_and_no_digest_of_one_is_in_it() {
    let grammar =
        cddl::Grammar::of_page(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/dc1.md")).unwrap());
    let mut kept = 0;
    for person in people::all() {
        for role in ["traffic_police", "clinic"] {
            let desk = Desk::of(demo().with_person(person.clone()), role);
            let kinds = desk.world.kinds();
            // Clear, behind digests, as one paper behind a digest; and a set of two issuers.
            let mut scenes: Vec<_> = kinds.chunks(4).map(|kinds| desk.world.preset(role, kinds)).collect();
            scenes.extend(kinds.chunks(4).map(|kinds| desk.world.open_choice(role, kinds)));
            let papers = || kinds.iter().take(4).filter_map(|kind| desk.world.paper(*kind));
            let grouped = papers().map(|paper| paper.redacted_fields().grouped()).collect();
            scenes.push(desk.world.scene_of(role, &[(&desk.world.eid, desk.world.token_spec(grouped))]));
            if role == "clinic" && person.card.is_some() {
                scenes.push(desk.world.clinic_set());
            }
            let values = values(&desk.world);
            for scene in scenes {
                let Some(proof) = desk.reads(&scene).consent_proof() else { continue };
                kept += 1;
                let bytes = proof.as_bytes();
                assert!(grammar.takes_bytes("consent-proof", bytes), "{role} of {}", person.name);
                for value in &values {
                    assert!(!holds(bytes, value), "a value of {} for {role}", person.name);
                    assert!(!holds(bytes, &sha256(value)), "a digest of a value of {} for {role}", person.name);
                }
                // Nor anything that the issuer signed about them: none of its salts or digests.
                for disclosure in scene.tokens.iter().flat_map(|token| &token.disclosures) {
                    assert!(!holds(bytes, &disclosure.digest()), "a digest of a salted value");
                }
                assert!(bytes.len() < 1024, "{} bytes", bytes.len());
            }
        }
    }
    assert!(kept > people::all().len(), "too few were kept: {kept}");
}

#[test]
fn a_log_of_it_says_nothing() {
    let desk = Desk::of(demo(), "clinic");
    let report = desk.reads(&desk.world.clinic_set());
    let proof = report.consent_proof().unwrap();
    let logged = format!("{proof:?} {:?}", proof.consents());
    let until = proof.keep_until().seconds().to_string();
    assert_eq!(logged.matches(char::is_numeric).count(), until.len(), "{logged}");
    assert!(!logged.contains("clinic") && !format!("{report:?}").contains("clinic-01"), "{logged}");
    assert!(!report.to_json().contains("consent"), "it is not in the report");
}

#[test]
fn a_report_computed_again_gives_the_same() {
    let desk = Desk::of(demo(), "clinic");
    let scene = desk.world.clinic();
    let report = desk.reads(&scene);
    let (frame, extract) = (scene.present().encode(), report.memory_extract());
    let again = desk.inspector.recompute(&frame, &desk.ask(), desk.world.at(), &extract).unwrap();
    assert!(again.consent_proof() == report.consent_proof());
}
