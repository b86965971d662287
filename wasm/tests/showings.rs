//! Showings with their native answers, for the tests of the npm package: written to cargo's folder for such files, read
//! by `wasm/test`.
//!
//! Everything that tests/vectors/ has no form for: a challenge with its sealed answer, an animated code, an encounter,
//! deltas, recomputing.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "a test stops at what it did not expect, and writes a file"
)]

use std::path::PathBuf;
use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{
    Asked, Bundle, Inspector, Measure, Memory, Post, Question, Roots, Scan, Seed, Seen, Vehicle, VehicleKind, Verdict,
    Wants,
};
use doichieu_kit::encounter_seed;
use doichieu_kit::key::{Alg, Seed as KitSeed, SignKey};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::wallet::Wallet;
use doichieu_kit::{animated, answer, borrowed, people, printed};
use serde_json::{Value, json};

#[test]
fn showings_for_other_builds() {
    let world = World::demo();
    let showings = json!({
        "now": world.now,
        "encounter": hex(&[0; 32]),
        "anchor": hex(&world.anchor()),
        "otherAnchor": hex(&World::new(KitSeed::new([77; 32]), world.now).anchor()),
        "lists": lists(&world),
        "mandates": {
            "traffic_police": hex(&world.mandate("traffic_police")),
            "clinic": hex(&world.mandate("clinic")),
            "bank": hex(&world.mandate("bank")),
            "renewed": renewed(&world),
        },
        "traffic": unprompted(&world),
        "codes": (1..=8).map(|cti| code(&world, cti)).collect::<Vec<_>>(),
        "forged": world.traffic_stop().text_with_signed(|signed| *signed.signature_mut().unwrap().first_mut().unwrap() ^= 1),
        "clinic": world.clinic_set().text(),
        "bank": challenged(&world),
        "crowd": crowd(&world),
        "pillion": pillion(&world),
        "late": late(&world),
        "kept": {
            "text": kept(&world).traffic_stop().text(),
            "retention": kept(&world).retention,
        },
        "question": question(&world),
        "values": {
            "text": world.clone().with_person(people::of_every_shape()).traffic_stop().text(),
            "golden": serde_json::from_str::<Value>(include_str!("../../tests/golden/values.json")).unwrap(),
        },
        "plain": {
            "chip": printed::chip_card(&world.person),
            "card": printed::health_card(&world.person),
            "mrz": printed::mrz(&world.person),
            "other": printed::chip_card(&people::duc()),
        },
    });
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("showings.json");
    std::fs::write(path, showings.to_string()).unwrap();
}

/// The demo's stop, under a cti of its own.
fn code(world: &World, cti: u8) -> String {
    let mut scene = world.traffic_stop();
    scene.showing.cti = [cti; 16];
    scene.text()
}

/// This bundle, the next one, and what leads from one to the other.
fn lists(world: &World) -> Value {
    let mut next = world.clone();
    next.number += 1;
    next.bundle_age -= 60;
    let (this, next) = (world.bundle(), next.bundle());
    let delta = Bundle::delta_between(&this, &next).unwrap();
    json!({ "bundle": hex(&this), "next": hex(&next), "delta": hex(&delta) })
}

/// A traffic stop: as one code, as an animated one, with its report and the report of the same code again.
fn unprompted(world: &World) -> Value {
    let (inspector, mut memory) = inspector(world, "traffic_police");
    let scene = world.traffic_stop();
    let (text, frame) = (scene.text(), scene.present().encode());
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let kept = inspector.unsealed(Scan::qr(&text), &ask).unwrap().unwrap();
    let mut see = || inspector.inspect(Scan::qr(&text), &ask, time(world.now), &mut memory).unwrap();
    let (first, again) = (see(), see());
    assert_eq!((first.verdict(), again.verdict()), (Verdict::Accept, Verdict::Accept));
    json!({
        "text": text,
        "animated": animated::animate(&frame, animated::PRESENTATION, 400),
        "json": first.to_json(),
        "again": again.to_json(),
        "frame": hex(&kept),
        "extract": hex(&first.memory_extract()),
    })
}

/// A bank asks, the phone answers, sealed.
fn challenged(world: &World) -> Value {
    let (inspector, mut memory) = inspector(world, "bank");
    let (seed, at) = ([1; 32], time(world.now));
    let draft = inspector.ask(&Wants::all(Purpose::BANK_ONBOARDING), &Seed::new(seed), &encounter_seed(), at).unwrap();
    let to_be_signed = draft.to_be_signed().to_vec();
    let signature = world.post_key("bank").sign(&to_be_signed);
    let trial = world.post_key("bank").sign(&inspector.post().trial_to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    let asked = Asked::open(challenge.text(), inspector.bundle(), at).unwrap();
    let presentation = answer::answer(&world.open_choice("bank", &[Kind::IDENTITY]), &asked, world.now);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    let report = inspector.inspect(Scan::sealed(&sealed), challenge.ask(), at, &mut memory).unwrap();
    assert_eq!(report.verdict(), Verdict::Accept);
    json!({
        "seed": hex(&seed),
        "toBeSigned": hex(&to_be_signed),
        "signature": hex(&signature),
        "trial": hex(&trial),
        "challenge": challenge.text(),
        "answer": answer::text(&sealed),
        "animated": animated::animate(&sealed, animated::SEALED_ANSWER, 400),
        "json": report.to_json(),
        "postKey": jwk(&world.post_key("bank"), world.seed.bytes("post bank")),
    })
}

/// The driver shows his mandate, the owner on the pillion the registration on another phone.
fn pillion(world: &World) -> Value {
    let mut owner = world.clone();
    owner.wallet = Wallet::new(world.seed.key(Alg::P256, "owner"));
    owner.showing = "the owner's".to_owned();
    let texts = [
        world.clone().with_person(people::khoi()).preset("traffic_police", &[Kind::DRIVING_LICENCE]).text(),
        owner.with_person(people::khoi()).preset("traffic_police", &[Kind::VEHICLE_REGISTRATION]).text(),
    ];
    let (inspector, mut memory) = inspector(world, "traffic_police");
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let mut encounter = doichieu::Encounter::new(&inspector, ask.purpose(), &encounter_seed());
    for text in &texts {
        let report = inspector.inspect(Scan::qr(text), &ask, time(world.now), &mut memory).unwrap();
        encounter.add(report).unwrap();
    }
    let report = encounter.judge(&doichieu::Seen::default(), time(world.now));
    let codes: Vec<_> = report.findings().iter().map(doichieu::Finding::code).collect();
    json!({ "texts": texts, "verdict": report.verdict().name(), "codes": codes, "json": report.to_json() })
}

/// The mandate of the police renewed: an hour later, and for another purpose besides.
fn renewed(world: &World) -> String {
    let mut spec = world.mandate_spec("traffic_police");
    (spec.iat, spec.exp, spec.cti) = (spec.iat + 3600, spec.exp + 3600, [7; 16]);
    let scope = spec.allowance.get(&Purpose::TRAFFIC_CONTROL.number()).unwrap().clone();
    spec.allowance.insert(Purpose::PUBLIC_SERVICE.number(), scope);
    hex(&spec.sign(world.authority.mandate_key().unwrap()).encode())
}

/// The citizen agrees that it is kept for half an hour.
fn kept(world: &World) -> World {
    let mut kept = world.clone();
    (kept.retention, kept.showing) = (1800, "kept".to_owned());
    kept
}

/// The driver shows his papers; ten minutes later the owner's phone comes, and the driver shows his code again.
fn late(world: &World) -> Value {
    let (driver, owner) = (borrowed::driver(world), borrowed::owner(world));
    let at = world.now + 600;
    let later = |mut scene: Scene, cti: u8| {
        (scene.showing.iat, scene.showing.exp, scene.showing.cti) = (at, at + 60, [cti; 16]);
        scene.text()
    };
    let (first, texts) = (driver.text(), [later(owner, 41), later(driver, 42)]);
    let mut bike = Vehicle::new(VehicleKind::Motorcycle);
    bike.displacement_cc = Some(Measure::AtMost(125));
    let seen = Seen::default().for_vehicle(bike);
    let (inspector, mut memory) = inspector(world, "traffic_police");
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap().for_vehicle(bike);
    let mut encounter = doichieu::Encounter::new(&inspector, ask.purpose(), &encounter_seed());
    let mut inspect = |text: &str, at| inspector.inspect(Scan::qr(text), &ask, time(at), &mut memory).unwrap();
    encounter.add(inspect(&first, world.now)).unwrap();
    encounter.judge(&seen, time(world.now));
    let [registration, again] = texts.each_ref().map(|text| inspect(text, at));
    encounter.add(registration).unwrap();
    let ended = encounter.judge(&seen, time(at));
    assert!(encounter.add_again(0, again, time(at)).unwrap().is_some());
    let again = encounter.judge(&seen, time(at));
    let told = [&ended, &again].map(|report| (report.verdict(), report.showings().first().unwrap().has_ended()));
    assert_eq!(told, [(Verdict::Accept, true), (Verdict::Accept, false)]);
    json!({ "first": first, "texts": texts, "at": at, "ended": ended.to_json(), "again": again.to_json() })
}

/// As many as come to a desk at once, each with a phone of his own.
fn crowd(world: &World) -> Vec<String> {
    let one = |place: u8| {
        let mut one = world.clone();
        one.showing = format!("crowd {place}");
        one.wallet = Wallet::new(world.seed.key(Alg::P256, &one.showing));
        one.preset("traffic_police", &[Kind::DRIVING_LICENCE]).text()
    };
    (0..24).map(one).collect()
}

/// A mandate shown as the answer to a question, beside a car.
fn question(world: &World) -> Value {
    let (inspector, mut memory) = inspector(world, "traffic_police");
    let question = Question::MayDriveThisVehicle;
    let mut car = Vehicle::new(VehicleKind::Car);
    car.seats = Some(5.into());
    let ask =
        inspector.unprompted_question(Purpose::TRAFFIC_CONTROL, question, &encounter_seed()).unwrap().for_vehicle(car);
    let text = world.answer("traffic_police", question).text();
    let report = inspector.inspect(Scan::qr(&text), &ask, time(world.now), &mut memory).unwrap();
    let answer = report.papers().iter().find_map(|paper| paper.answered()).unwrap().answer.name();
    json!({ "text": text, "answer": answer, "json": report.to_json() })
}

fn inspector(world: &World, role: &str) -> (Inspector, Memory) {
    let mut memory = Memory::new();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let post = Post::open(&world.mandate(role), &bundle).unwrap();
    (Inspector::new(bundle, post).unwrap(), memory)
}

/// The post's private key, for WebCrypto.
fn jwk(key: &SignKey, secret: [u8; 32]) -> Value {
    let coordinate = |label: i64| match key.cose_key().get(label) {
        Some(doichieu_kit::Item::Bytes(bytes)) => hex(bytes),
        _ => String::new(),
    };
    json!({ "d": hex(&secret), "x": coordinate(-2), "y": coordinate(-3) })
}

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
