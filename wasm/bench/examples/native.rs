//! The showings that wasm/measure measures, and what each costs natively: one JSON document on standard output.
//!
//! `cargo run --release -p doichieu-wasm-bench --example native`

#![expect(
    clippy::expect_used,
    clippy::unreachable,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "a bench has a clock and prints, and stops where something is wrong"
)]

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots, Scan, Verdict};
use doichieu_kit::cose::{Sign1, Signed};
use doichieu_kit::encounter_seed;
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::wallet::MemberDraft;
use doichieu_kit::{Alg, Item, SignKey};
use doichieu_wasm_bench::Bare;
use serde_json::{Value, json};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

/// Timed in so many batches, of which the least counts.
const BATCHES: usize = 2_000;
/// Inspections of a batch: few, so that the least of them ran undisturbed.
const BATCH: u32 = 3;

fn main() {
    let worlds = [("Ed25519", World::demo()), ("P-256", World::demo().with_holder(Alg::P256))];
    let showings: Vec<_> = worlds.iter().flat_map(|(phone, world)| all(phone, world)).collect();
    let (_, world) = worlds.first().expect("a world");
    let mandates =
        json!({ "traffic_police": hex(&world.mandate("traffic_police")), "clinic": hex(&world.mandate("clinic")) });
    println!(
        "{}",
        json!({ "now": world.now, "anchor": hex(&world.anchor()), "bundle": hex(&world.bundle()), "mandates": mandates, "showings": showings })
    );
}

fn all(phone: &str, world: &World) -> Vec<Value> {
    let police = "traffic_police";
    let one = world.preset(police, &[Kind::DRIVING_LICENCE]);
    let three = world.traffic_stop();
    vec![
        showing(phone, "one paper", world, police, &one, Deflate::Never),
        showing(phone, "three papers", world, police, &three, Deflate::Never),
        showing(phone, "three papers, zlib", world, police, &three, Deflate::Always),
        showing(phone, "set of two tokens", world, "clinic", &world.clinic_set(), Deflate::Never),
    ]
}

fn showing(phone: &str, name: &str, world: &World, role: &str, scene: &Scene, deflate: Deflate) -> Value {
    let text = frame::text(&scene.present().frame(deflate));
    let roots = Roots::dangerous_test(&world.anchor()).expect("the kit's anchor");
    let bundle =
        Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).expect("the kit's bundle"));
    let post = Post::open(&world.mandate(role), &bundle).expect("the kit's mandate");
    let inspector = Inspector::new(bundle, post).expect("of this bundle");
    let purpose = if role == "clinic" { Purpose::CLINIC_ADMISSION } else { Purpose::TRAFFIC_CONTROL };
    let ask = inspector.unprompted(purpose, &encounter_seed()).expect("allowed");
    let at = UnixTime::new(world.now).expect("in seconds");
    let see = || inspector.inspect(Scan::qr(black_box(&text)), &ask, at, &mut Memory::new()).expect("a document");
    assert_eq!(see().verdict(), Verdict::Accept, "{name}");
    let native = micros(|| drop(black_box(see())));
    let checks = checks(world, scene);
    let mut bare = Bare::new();
    for Check { by_issuer, key, message, signature } in &checks {
        if *by_issuer {
            assert!(bare.by_issuer(key, message, signature), "a key");
        } else {
            bare.by_holder(key, message, signature);
        }
    }
    let native_bare = micros(|| assert!(black_box(&bare).check(), "{name}"));
    json!({
        "phone": phone, "name": name, "role": role, "purpose": purpose.name(), "text": text, "native": native,
        "nativeBare": native_bare, "bare": checks.iter().map(Check::to_json).collect::<Vec<_>>()
    })
}

/// One signature check.
struct Check {
    by_issuer: bool,
    key: Vec<u8>,
    message: Vec<u8>,
    signature: Vec<u8>,
}

impl Check {
    fn of(by_issuer: bool, key: &SignKey, signed: &Signed) -> Self {
        let bytes = |item: &Item| match item {
            Item::Bytes(bytes) => bytes.clone(),
            _ => unreachable!("the kit puts byte strings there"),
        };
        let message = Sign1::of_bytes(bytes(&signed.protected), bytes(&signed.payload)).to_be_signed();
        Self { by_issuer, key: public(key), message, signature: bytes(&signed.signature) }
    }

    fn to_json(&self) -> Value {
        let by = if self.by_issuer { "issuer" } else { "holder" };
        json!({ "by": by, "key": hex(&self.key), "message": hex(&self.message), "signature": hex(&self.signature) })
    }
}

/// Each check, the issuer's before the holder's.
fn checks(world: &World, scene: &Scene) -> Vec<Check> {
    let bindings: Vec<_> = scene.draft().iter().map(MemberDraft::sign).collect();
    let issuers = [&world.eid.key.key, &world.insurer.key.key];
    let members = scene.tokens.iter().zip(&bindings).zip(issuers);
    members
        .flat_map(|((token, binding), issuer)| {
            [Check::of(true, issuer, &token.signed), Check::of(false, &scene.wallet.key, binding)]
        })
        .collect()
}

fn public(key: &SignKey) -> Vec<u8> {
    match key {
        SignKey::Ed25519(key) => key.verifying_key().to_bytes().to_vec(),
        SignKey::P256(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
        _ => unreachable!("a third algorithm"),
    }
}

/// Microseconds a run, the least of all batches: other work on the machine disturbs it least.
fn micros(mut run: impl FnMut()) -> f64 {
    let batches = (0..BATCHES).map(|_| {
        let begun = Instant::now();
        (0..BATCH).for_each(|_| run());
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(BATCH)
    });
    batches.fold(f64::MAX, f64::min)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
