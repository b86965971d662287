//! What a citizen's app does not show as genuine, and what no answer is: each variant once.

use std::collections::BTreeSet;

use super::{Desk, codes, desk, desk_with, gives_values, time};
use doichieu::field::{Field, Kind, Purpose};
use doichieu::{AskError, AskRefused, Asked, Bundle, Memory, Roots, Seed, SetUp, Verdict, Wants};
use doichieu_kit::answer;
use doichieu_kit::ask::{self, AskSpec};
use doichieu_kit::authority::Authority;
use doichieu_kit::cbor::{Item, Map};
use doichieu_kit::encounter_seed;
use doichieu_kit::key::{Alg, Seed as KitSeed, SignKey};
use doichieu_kit::mandate::MandateSpec;
use doichieu_kit::scene::World;

const ROLE: &str = "traffic_police";
const DAY: u64 = 86_400;

fn open_bundle(world: &World) -> Bundle {
    Bundle::open(&world.bundle(), &Roots::dangerous_test(&world.anchor()).unwrap(), world.at(), &mut Memory::new())
        .unwrap()
}

/// A hand-made ask under a mandate, for all that the police may see.
fn spec(world: &World, mandate: &MandateSpec, signer: &SignKey) -> AskSpec {
    let scope = world.scope(ROLE);
    AskSpec::new(mandate.sign(signer).item(), world.now, Purpose::TRAFFIC_CONTROL.number(), scope, [1; 32], [9; 32])
}

fn mandate_key(world: &World) -> &SignKey {
    world.authority.mandate_key().unwrap()
}

/// How a citizen's app takes an ask, after a change of its mandate.
fn licensed(change: impl FnOnce(&mut MandateSpec)) -> Result<(), AskRefused> {
    let world = World::demo();
    let mut mandate = world.mandate_spec(ROLE);
    change(&mut mandate);
    open(&world, &spec(&world, &mandate, mandate_key(&world)))
}

/// How it takes a hand-made ask that the post's own key signed.
fn open(world: &World, spec: &AskSpec) -> Result<(), AskRefused> {
    let text = ask::text(&spec.sign(&world.post_key(ROLE)).encode());
    Asked::open(&text, &open_bundle(world), time(world.now)).map(|_| ())
}

/// How it takes one after a change.
fn asked(change: impl FnOnce(&mut AskSpec)) -> Result<(), AskRefused> {
    let world = World::demo();
    let mut spec = spec(&world, &world.mandate_spec(ROLE), mandate_key(&world));
    change(&mut spec);
    open(&world, &spec)
}

#[test]
fn n150_signed_by_a_key_outside_the_mandate() {
    let world = World::demo();
    let genuine = spec(&world, &world.mandate_spec(ROLE), mandate_key(&world));
    assert_eq!(open(&world, &genuine), Ok(()));
    let foreign =
        [world.post_key("clinic"), KitSeed::new([5; 32]).key(Alg::Ed25519, "thief"), mandate_key(&world).clone()];
    for key in foreign {
        let text = ask::text(&genuine.sign(&key).encode());
        let opened = Asked::open(&text, &open_bundle(&world), time(world.now)).map(|_| ());
        assert_eq!(opened, Err(AskRefused::NotSigned));
        let desk = desk(World::demo(), ROLE);
        assert_eq!(desk.inspector.kept_ask(&text, encounter_seed().salt()).unwrap_err(), AskError::NotSigned);
    }
}

#[test]
fn n150_a_mandate_that_expired_or_has_not_begun() {
    let now = World::demo().now;
    // The phone's clock may be a quarter of an hour wrong, no more.
    for (exp, opened) in [(now - 899, Ok(())), (now - 900, Err(AskRefused::MandateNotInForce))] {
        assert_eq!(licensed(|mandate| (mandate.iat, mandate.exp) = (exp - DAY, exp)), opened);
    }
    for (iat, opened) in [(now + 900, Ok(())), (now + 901, Err(AskRefused::MandateNotInForce))] {
        assert_eq!(licensed(|mandate| (mandate.iat, mandate.exp) = (iat, iat + DAY)), opened);
    }
}

#[test]
fn n150_a_mandate_that_the_citizens_lists_do_not_know() {
    let world = World::demo();
    let mandate = world.mandate_spec(ROLE);
    let not_signed = Err(AskRefused::Mandate(SetUp::MandateNotSigned));
    // Of another country's authority, of the post's own key, of the scope "lists".
    let foreign = Authority::new(KitSeed::new([0x77; 32]), world.now);
    let lists = world.authority.root().lists.keys.first().unwrap();
    for signer in [foreign.mandate_key().unwrap(), &world.post_key(ROLE), lists] {
        assert_eq!(open(&world, &spec(&world, &mandate, signer)), not_signed);
    }
    // A genuine one against another country's bundle.
    let elsewhere = World::new(KitSeed::new([0x77; 32]), world.now);
    let text = ask::text(&spec(&world, &mandate, mandate_key(&world)).sign(&world.post_key(ROLE)).encode());
    assert_eq!(Asked::open(&text, &open_bundle(&elsewhere), time(world.now)).map(|_| ()), not_signed);
    assert_eq!(licensed(|mandate| mandate.role = "parking".to_owned()), Err(AskRefused::Mandate(SetUp::RoleUnknown)));
    let long = licensed(|mandate| mandate.exp = mandate.iat + 7 * DAY + 1);
    assert_eq!(long, Err(AskRefused::Mandate(SetUp::MandateLifeTooLong)));
    // No mandate at all, and two.
    for wrong in [Item::from(0), Map::new().into(), Item::array([0, 0])] {
        assert_eq!(asked(|ask| ask.mandate = wrong), Err(AskRefused::Mandate(SetUp::MandateMalformed)));
    }
}

#[test]
fn n150_a_revoked_mandate() {
    let mut world = World::demo();
    let ask = spec(&world, &world.mandate_spec(ROLE), mandate_key(&world));
    world.revoked.push([3; 16]);
    assert_eq!(open(&world, &ask), Ok(()), "another one's");
    world.revoked.push(world.mandate_spec(ROLE).cti);
    assert_eq!(open(&world, &ask), Err(AskRefused::MandateRevoked));
}

/// The post's own key signs an ask for more than its mandate or its role allows: the core never drafts one, a thief's
/// app would.
#[test]
fn n151_wider_than_mandate_or_profile() {
    let card = (Kind::HEALTH_INSURANCE_CARD.number(), BTreeSet::from([Field::CARD_NO.number()]));
    let wider = Err(AskRefused::WiderThanMandate);
    assert_eq!(asked(|ask| drop(ask.wanted.insert(card.0, card.1.clone()))), wider);
    let residence = |ask: &mut AskSpec| {
        assert!(ask.wanted.get_mut(&1).unwrap().insert(Field::RESIDENCE.number()));
    };
    assert_eq!(asked(residence), wider);
    assert_eq!(asked(|ask| ask.purpose = Purpose::CLINIC_ADMISSION.number()), wider);
    assert_eq!(asked(|ask| ask.purpose = 77), wider);
    assert_eq!(asked(|ask| ask.wanted.retain(|kind, _| *kind == 1)), Ok(()), "less is allowed");
    let world = World::demo();
    let signed = |mandate: &MandateSpec| open(&world, &spec(&world, mandate, mandate_key(&world)));
    // In the profile, not in the mandate.
    let mut narrow = world.mandate_spec(ROLE);
    narrow.allowance.get_mut(&1).unwrap().remove(&3);
    assert_eq!(signed(&narrow), wider);
    // In the mandate, not in the profile.
    let mut broad = world.mandate_spec(ROLE);
    broad.allowance.get_mut(&1).unwrap().insert(card.0, card.1.clone());
    assert_eq!(signed(&broad), Ok(()));
    let mut ask = spec(&world, &broad, mandate_key(&world));
    ask.wanted.insert(card.0, card.1.clone());
    assert_eq!(open(&world, &ask), wider);
    // Licensed for another purpose of the same mandate.
    let mut two = world.mandate_spec(ROLE);
    two.allowance.insert(6, [card.clone()].into());
    let mut ask = spec(&world, &two, mandate_key(&world));
    ask.wanted.insert(card.0, card.1);
    assert_eq!(open(&world, &ask), wider);
    // The verifier's own side takes none of them up either.
    let desk = desk(World::demo(), ROLE);
    let mut ask = spec(&world, &world.mandate_spec(ROLE), mandate_key(&world));
    residence(&mut ask);
    let text = ask::text(&ask.sign(&world.post_key(ROLE)).encode());
    assert_eq!(desk.inspector.kept_ask(&text, encounter_seed().salt()).unwrap_err(), AskError::WiderThanMandate);
}

/// What a QR holds in alphanumeric mode (ISO/IEC 18004, version 40, level L).
const MAX_TEXT: usize = 4_296;

/// A mandate for so much that its asks fit no QR: the desk learns it, rather than a phone that could read nothing.
#[test]
fn an_ask_that_no_qr_holds() {
    let world = World::demo();
    let seal = |kinds: u64| {
        let mut mandate = world.mandate_spec(ROLE);
        // Beside what is asked for, another purpose.
        mandate.allowance.insert(200, (1..=kinds).map(|kind| (kind, (100..164).collect())).collect());
        let desk = desk_with(world.clone(), &mandate.sign(mandate_key(&world)).encode());
        let draft = desk.inspector.ask(
            &Wants::all(Purpose::TRAFFIC_CONTROL),
            &Seed::new([7; 32]),
            &encounter_seed(),
            desk.at,
        )?;
        let signature = world.post_key(ROLE).sign(draft.to_be_signed());
        let challenge = draft.seal(&signature)?;
        Ok((Asked::open(challenge.text(), desk.inspector.bundle(), desk.at).is_ok(), challenge.text().len()))
    };
    let (taken, longest) = (1..64).map_while(|kinds| seal(kinds).ok()).last().unwrap();
    assert!(taken && (MAX_TEXT - 300..=MAX_TEXT).contains(&longest), "{longest}");
    assert_eq!(seal(64).map(|_| ()), Err(AskError::TooLong));
}

#[test]
fn n152_an_ask_out_of_its_time() {
    let now = World::demo().now;
    let at = |iat: u64, exp: u64| asked(|ask| (ask.iat, ask.exp) = (iat, exp));
    let late = Err(AskRefused::NotInTime);
    assert_eq!([at(now, now + 240), at(now, now + 241), at(now, now), at(now, now - 1)], [Ok(()), late, late, late]);
    assert_eq!([at(now - 1000, now - 899), at(now - 1000, now - 900)], [Ok(()), late], "a phone that is fast");
    assert_eq!([at(now + 900, now + 1000), at(now + 901, now + 1000)], [Ok(()), late], "a phone that is slow");
    assert_eq!(asked(|ask| ask.iat = 0), Err(AskRefused::Malformed));
}

/// A post that draws one seed twice has one nonce for two asks: the second is answered by nobody.
#[test]
fn n152_a_nonce_is_answered_once() {
    let mut desk = desk(World::demo(), ROLE);
    let scene = desk.world.traffic_stop();
    let first = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 7, ROLE);
    let text = desk.answer(&scene, &desk.asked(&first), 0);
    assert_eq!(desk.inspect(&text, first.ask(), 1).verdict(), Verdict::Accept);
    let again = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL).retention(60), 7, ROLE);
    let (one, two) = (desk.asked(&first), desk.asked(&again));
    assert!(one.nonce() == two.nonce() && one.digest() != two.digest());
    let mut other = scene;
    other.showing.cti = [0x44; 16];
    let text = desk.answer(&other, &two, 0);
    let mut report = desk.inspect(&text, again.ask(), 2);
    assert!(codes(&report).contains(&"post.ask_answered"), "{:?}", codes(&report));
    assert!(!gives_values(&mut report));
}

/// What a wallet of another mind might show, unprompted or in answer; nothing of it is accepted and nothing shown.
#[test]
fn n153_forms_that_are_neither_unprompted_nor_an_answer() {
    type Change = fn(&mut doichieu_kit::wallet::Showing);
    let unprompted: [(&str, Change, &str); 5] = [
        ("post: without a nonce", |s| s.audience = "post:traffic_police-01".to_owned(), "held.other_audience"),
        (
            "post: with one",
            |s| (s.audience, s.cnonce) = ("post:traffic_police-01".to_owned(), Some([5; 32])),
            "held.other_audience",
        ),
        ("role: with a nonce", |s| s.cnonce = Some([5; 32]), "held.malformed"),
        ("role: naming an ask", |s| s.ask = Some([5; 32]), "agreed.malformed"),
        ("no audience's prefix", |s| s.audience = "traffic_police".to_owned(), "held.other_audience"),
    ];
    for (says, change, code) in unprompted {
        let mut desk = desk(World::demo(), ROLE);
        let mut scene = desk.world.traffic_stop();
        change(&mut scene.showing);
        let ask = desk.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        let mut report = desk.inspect(&scene.text(), &ask, 0);
        assert_eq!(codes(&report), [code], "{says}");
        assert!(report.verdict() != Verdict::Accept && !gives_values(&mut report), "{says}");
    }
}

/// An answer in every respect but one.
fn answered(change: impl Fn(&Desk, &mut doichieu_kit::wallet::Showing)) -> Vec<&'static str> {
    let mut desk = desk(World::demo(), ROLE);
    let scene = desk.world.traffic_stop();
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 6, ROLE);
    let asked = desk.asked(&challenge);
    let mut showing = answer::showing(&asked, desk.at.seconds(), [3; 16]);
    change(&desk, &mut showing);
    let presentation = scene.wallet.present(&scene.tokens, &showing);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    let mut report = desk.inspect(&answer::text(&sealed), challenge.ask(), 0);
    assert!(report.verdict() == Verdict::Accept || !gives_values(&mut report));
    codes(&report)
}

#[test]
fn n153_an_answer_to_another_ask_of_the_same_post() {
    assert_eq!(answered(|_, _| {}), ["held.face_not_compared"]);
    let other = |desk: &Desk| desk.asked(&desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 66, ROLE));
    assert_eq!(answered(|desk, showing| showing.ask = Some(*other(desk).digest())), ["held.other_audience"]);
    assert_eq!(answered(|desk, showing| showing.cnonce = Some(*other(desk).nonce())), ["held.other_audience"]);
    assert_eq!(answered(|_, showing| showing.purpose = 2), ["agreed.purpose_differs"]);
    assert_eq!(answered(|_, showing| showing.exp -= 1), ["held.times_disagree"]);
    // `role:` in every respect, sealed all the same.
    let unprompted = |_: &Desk, showing: &mut doichieu_kit::wallet::Showing| {
        (showing.audience, showing.cnonce, showing.ask) = ("role:traffic_police".to_owned(), None, None);
    };
    assert_eq!(answered(unprompted), ["held.other_audience"]);
    // N77: to another post of the same role.
    assert_eq!(answered(|_, showing| showing.audience = "post:traffic_police-02".to_owned()), ["held.other_audience"]);
}

/// Members of a set that answer different asks.
#[test]
fn n153_a_set_answers_one_ask() {
    let world = || World::demo();
    let answer_of = |change: fn(&mut Map)| {
        let mut desk = desk(world(), "clinic");
        let scene = desk.world.clinic_set();
        let challenge = desk.challenge(&Wants::all(Purpose::CLINIC_ADMISSION), 6, "clinic");
        let asked = desk.asked(&challenge);
        let showing = answer::showing(&asked, desk.at.seconds(), [3; 16]);
        let mut members = scene.wallet.draft(&scene.tokens, &showing);
        change(&mut members.last_mut().unwrap().claims);
        let shown = doichieu_kit::wallet::Presentation::of(members.iter().map(doichieu_kit::wallet::MemberDraft::sign));
        let sealed = answer::seal(&shown, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
        let mut report = desk.inspect(&answer::text(&sealed), challenge.ask(), 0);
        (report.verdict(), gives_values(&mut report))
    };
    assert_eq!(answer_of(|_| {}), (Verdict::Accept, true));
    let changes: [fn(&mut Map); 4] = [
        |claims| claims.set(39, [0; 32]),
        |claims| drop(claims.remove(39)),
        |claims| claims.map_mut(doichieu_kit::wallet::CONSENT).unwrap().set(4, [0; 32]),
        |claims| claims.set(3, "role:clinic"),
    ];
    for (nth, change) in changes.into_iter().enumerate() {
        let (verdict, values) = answer_of(change);
        assert!(verdict != Verdict::Accept && !values, "change {nth}");
    }
}

#[test]
fn n154_sealed_wrongly_or_not_at_all() {
    let mut desk = desk(World::demo(), ROLE);
    let scene = desk.world.traffic_stop();
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 4, ROLE);
    let other = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 5, ROLE);
    let (asked, another) = (desk.asked(&challenge), desk.asked(&other));
    let presentation = answer::answer(&scene, &asked, desk.at.seconds());
    let sealed =
        |key: &[u8; 32], info: &[u8; 32]| answer::seal(&presentation, key, info, KitSeed::new([9; 32])).unwrap();
    // The right answer in the clear: whoever stood by has read it, and may have altered its way here.
    let mut plain = desk.inspect(&presentation.text(), challenge.ask(), 0);
    assert_eq!(codes(&plain), ["held.not_answered"]);
    assert!(plain.papers().is_empty() && !gives_values(&mut plain));
    // The other ask's key, the other ask's digest, both.
    let (key, info) = (asked.answer_key(), asked.digest());
    for wrong in [
        sealed(another.answer_key(), info),
        sealed(key, another.digest()),
        sealed(another.answer_key(), another.digest()),
    ] {
        let report = desk.inspect(&answer::text(&wrong), challenge.ask(), 0);
        assert_eq!((codes(&report), report.papers().len()), (vec!["held.other_audience"], 0));
    }
    let genuine = sealed(key, info);
    let (_, short) = genuine.split_last().unwrap();
    let long = [genuine.as_slice(), &[0]].concat();
    let doubled = answer::seal_padded(&answer::pad(&genuine), key, info, KitSeed::new([8; 32])).unwrap();
    for wrong in [short.to_vec(), long, genuine.iter().copied().take(33).collect()] {
        assert_eq!(codes(&desk.inspect(&answer::text(&wrong), challenge.ask(), 0)), ["held.other_audience"]);
    }
    // Nobody need be honest who seals: what comes out may be anything, and is read like any other scan.
    for inside in
        [doubled, answer::seal_padded(&answer::pad(b"xin ch\xc3\xa0o"), key, info, KitSeed::new([8; 32])).unwrap()]
    {
        let text = answer::text(&inside);
        let scan = doichieu::Scan::qr(&text);
        assert!(desk.inspector.inspect(scan, challenge.ask(), desk.at, &mut desk.memory).is_err());
    }
    assert_eq!(
        desk.inspect(&answer::text(&genuine), challenge.ask(), 0).verdict(),
        Verdict::Accept,
        "untouched by all this"
    );
}

/// An ask counts where it was made: at this post, under this mandate and this bundle. Nothing is said of the citizen
/// elsewhere.
#[test]
fn an_ask_of_another_post_or_bundle_is_not_ours() {
    let mut world = World::demo();
    let mut newer = world.clone();
    newer.number += 1;
    // The same post under a renewed mandate is another asker: what the old one allowed may differ.
    let mut renewed = world.mandate_spec(ROLE);
    renewed.cti = [0x21; 16];
    let renewed = renewed.sign(mandate_key(&world)).encode();
    let makers = [desk(world.clone(), "clinic"), desk(newer, ROLE), desk_with(world.clone(), &renewed)];
    world.showing = "another".to_owned();
    let mut ours = desk(world, ROLE);
    let mut forged = ours.world.traffic_stop();
    *forged.tokens.first_mut().unwrap().signed.signature_mut().unwrap().first_mut().unwrap() ^= 1;
    for (maker, role) in makers.iter().zip(["clinic", ROLE, ROLE]) {
        let purpose = if role == ROLE { Purpose::TRAFFIC_CONTROL } else { Purpose::CLINIC_ADMISSION };
        let challenge = maker.challenge(&Wants::all(purpose), 3, role);
        let asked = Asked::open(challenge.text(), maker.inspector.bundle(), maker.at).unwrap();
        let scene = ours.world.traffic_stop();
        let answer = maker.answer(&scene, &asked, 0);
        let unprompted = maker.inspector.unprompted(purpose, &encounter_seed()).unwrap();
        let shown = [
            (answer, challenge.ask()),
            (scene.text(), &unprompted),
            (forged.text(), &unprompted),
            (scene.text(), challenge.ask()),
        ];
        for (text, ask) in shown {
            let mut report = ours.inspect(&text, ask, 0);
            assert_eq!((report.verdict(), codes(&report)), (Verdict::Refer, vec!["post.ask_not_ours"]));
            assert!(report.papers().is_empty() && !gives_values(&mut report));
            let json = report.to_json();
            assert!(["identity", "driving_licence", "eid.example"].iter().all(|word| !json.contains(word)), "{json}");
        }
    }
    assert_eq!(ours.memory.showings(), 0, "what was not judged was not shown");
}
