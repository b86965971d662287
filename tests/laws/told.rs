//! What may be told of a showing that was not proven: nothing that the post did not ask for, and nothing of a showing
//! for somebody else.

use doichieu::field::Kind;
use doichieu::{Cover, Question, Scan, Verdict};
use doichieu_kit::scene::{ACCOUNT_INDEX, Scene, World};
use doichieu_kit::{Item, people};

use crate::stage::{POLICE, Stage};

/// A traffic stop with a health card in it, which the police may not see.
fn with_a_health_card(world: &World) -> Scene {
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::HEALTH_INSURANCE_CARD];
    world.preset(POLICE, &kinds)
}

#[test]
fn a_kind_that_was_not_asked_for_is_never_named() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let scene = with_a_health_card(&world);
    let seen = stage.show(&scene);
    assert_eq!(seen.verdict, Verdict::Accept, "{}", seen.json);
    assert!(!seen.json.contains("health") && seen.codes().contains("agreed.paper_not_asked"));
    // Not held: the kinds asked for are named, without values; the other one is not.
    let forged = scene.text_with_signed(|signed| signed.signature = Item::Bytes(vec![7; 64]));
    let seen = stage.inspect(Scan::qr(&forged)).unwrap();
    assert!(seen.values.is_empty() && seen.report.papers().len() == 2, "{}", seen.json);
    assert!(!seen.json.contains("health"));
}

/// Neither its kinds nor its account: the citizen did not show it to us.
#[test]
fn nothing_is_told_of_a_showing_for_somebody_else() {
    let mut world = World::demo();
    world.set_status(ACCOUNT_INDEX, 1);
    let stage = Stage::of(&world, POLICE);
    for audience in ["role:clinic", "post:traffic_police-01", "traffic_police", "role:traffic_police ", "role:"] {
        let text = world.traffic_stop().text_with(|member| member.claims.set(3, audience));
        let seen = stage.inspect(Scan::qr(&text)).unwrap();
        assert!(seen.values.is_empty() && seen.report.papers().is_empty(), "{audience}: {}", seen.json);
        assert_eq!(seen.codes().into_iter().collect::<Vec<_>>(), ["held.other_audience"]);
    }
}

/// Something signed after the end of what is read is not read as if it were not there.
#[test]
fn a_signed_payload_with_something_left_over_is_not_read() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let scene = world.traffic_stop();
    let mut members = scene.draft();
    for member in &mut members {
        let payload = [Item::from(member.claims.clone()).encode(), vec![0]].concat();
        let mut sign1 = member.sign1();
        sign1.payload = payload;
        let text = doichieu_kit::wallet::Presentation::of([sign1.sign(&member.key)]).text();
        let seen = stage.inspect(Scan::qr(&text)).unwrap();
        assert!(seen.values.is_empty() && seen.codes().contains("held.malformed"), "{}", seen.json);
    }
}

/// What belongs to a challenge, in a showing that answers none: a nonce, the digest of an ask, a question.
#[test]
fn an_answer_to_a_challenge_nobody_made_shows_nothing() {
    let world = World::demo();
    let stage = Stage::of(&world, POLICE);
    let scene = world.traffic_stop();
    let consent =
        |key: u64, value: Item| scene.text_with(|member| member.consent_mut().unwrap().set(key, value.clone()));
    let told = [
        (scene.text_with(|member| member.claims.set(39, vec![1_u8; 32])), "held.malformed"),
        (consent(4, vec![1_u8; 32].into()), "agreed.malformed"),
        (consent(5, Item::array([1_u64, 2])), "set.incomplete"),
        (consent(6, 999.into()), "agreed.newer_form"),
    ];
    for (text, code) in told {
        let seen = stage.inspect(Scan::qr(&text)).unwrap();
        assert!(seen.values.is_empty() && seen.codes().contains(code), "{code}: {}", seen.json);
    }
}

/// Whoever is asked whatever: the answer, and no value, no field, no source; and nothing found but what decided.
#[test]
fn nothing_is_told_beside_an_answer() {
    for person in people::all().into_iter().filter(|person| person.licence.is_some()) {
        let world = World::demo().with_person(person);
        let stage = Stage::of(&world, POLICE);
        for question in Question::all() {
            let seen = stage.show(&world.answer(POLICE, question));
            let paper = &seen.report.papers()[0];
            let answered = paper.answered().expect("an answer");
            assert_eq!(answered.question, question);
            assert!(seen.values.is_empty(), "{}", seen.json);
            let told = ["source", "fields", "withheld", "dropped", "status\":{", "covers"];
            assert!(told.iter().all(|word| !seen.json.contains(word)), "{}", seen.json);
            // Offered where fields were asked for: what is said of a class says nothing of a vehicle.
            let expected = match answered.answer {
                Cover::No => Verdict::Refuse,
                _ => Verdict::Refer,
            };
            assert_eq!((seen.verdict, paper.verdict()), (expected, expected), "{question:?}: {}", seen.json);
            let graver: Vec<_> = paper.findings().iter().map(|finding| finding.gravity()).collect();
            assert!(graver.windows(2).all(|pair| pair[0] == pair[1]), "{}", seen.json);
            assert!(answered.answer != Cover::Yes || seen.codes().contains("question.not_about_vehicle"));
        }
    }
}
