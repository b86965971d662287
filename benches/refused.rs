//! Whether a hostile scan costs more than an honest one: bombs against a showing of one paper, and every refused case against the dearest accepted one of at
//! most its characters, of its tokens and algorithms.
//!
//! `cargo bench -p doichieu --bench refused`: least microseconds of several rounds. A case that cannot be read as far as its tokens counts as one token of
//! Ed25519; where no accepted one is as short, the cheapest of its class stands in.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench reads vectors, has a clock and prints, and stops where something is wrong"
)]

use ciborium::Value;
use depth::DEPTHS;
use doichieu::field::Kind;
use doichieu::{Scan, Verdict};
use doichieu_kit::Alg;
use doichieu_kit::scene::{Scene, World};
use std::hint::black_box;
use std::time::Instant;

#[path = "support/bombs.rs"]
mod bombs;
#[path = "support/depth.rs"]
mod depth;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/vectors.rs"]
mod vectors;

/// Rounds; the least counts.
const ROUNDS: usize = 30;
/// Runs in a round.
const RUNS: u32 = 4;
/// Refused cases printed.
const ROWS: usize = 8;

/// What a scan may cost is a question of its size.
struct Cost {
    id: String,
    micros: f64,
    characters: usize,
    tokens: usize,
    /// How many signatures of P-256 it brings.
    p256: usize,
}

fn main() {
    let world = World::demo();
    let desk = desk::Desk::new(&world, "traffic_police");
    let text = world.preset("traffic_police", &[Kind::DRIVING_LICENCE]).text();
    let one = least(|| desk.see(Scan::qr(&text)).is_ok());
    println!("| scan | µs |\n|---|---|\n| one paper | {one:.1} |");
    for (name, bomb) in bombs::all() {
        let cost = least(|| desk.see(bomb.scan()).is_ok());
        println!("| {name} | {cost:.1}{} |", if cost <= one { "" } else { " MISSED" });
    }
    println!();
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    for case in vectors::all() {
        let (cost, verdict) = cost(&case);
        if verdict == Some(Verdict::Accept) { accepted.push(cost) } else { refused.push(cost) }
    }
    accepted.extend([Alg::Ed25519, Alg::P256].into_iter().flat_map(minted));
    against(&accepted, refused);
}

fn cost(case: &vectors::Case) -> (Cost, Option<Verdict>) {
    let verdict = case.see(&mut case.memory()).ok().map(|report| report.verdict());
    let micros = least(|| case.see(&mut case.memory()).is_ok());
    let (tokens, p256) = case.frame().and_then(|frame| signatures(&frame)).unwrap_or((1, 0));
    (Cost { id: case.id.clone(), micros, characters: case.characters(), tokens, p256 }, verdict)
}

/// Honest showings of every class of tokens and algorithms: a set, and one card of the issuer that signs with P-256.
fn minted(holder: Alg) -> Vec<Cost> {
    let world = World::demo().with_holder(holder);
    let card = world.token_spec(world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]));
    let desk = desk::Desk::new(&world, "clinic");
    let scenes = [("set", world.clinic_set()), ("card", world.scene_of("clinic", &[(&world.insurer, card)]))];
    let cost = |(name, scene): (&str, Scene)| {
        let text = scene.text();
        let micros = least(|| desk.see(Scan::qr(&text)).is_ok_and(|report| report.verdict() == Verdict::Accept));
        let (tokens, p256) = signatures(&scene.present().encode()).expect("tokens");
        Cost { id: format!("honest {name}, {holder:?} phone"), micros, characters: text.len(), tokens, p256 }
    };
    scenes.into_iter().map(cost).collect()
}

/// Prints how the dearest refused cases stand to what they are held against.
fn against(accepted: &[Cost], refused: Vec<Cost>) {
    let all = refused.len();
    let mut rows: Vec<_> = refused
        .into_iter()
        .filter_map(|cost| {
            let alike = |of: &&Cost| of.tokens == cost.tokens && of.p256 == cost.p256;
            let shorter = accepted.iter().filter(alike).filter(|of| of.characters <= cost.characters);
            let dearest = shorter.max_by(|a, b| a.micros.total_cmp(&b.micros));
            let cheapest = || accepted.iter().filter(alike).min_by(|a, b| a.micros.total_cmp(&b.micros));
            let of = dearest.or_else(cheapest)?;
            Some((cost.micros / of.micros, cost, of))
        })
        .collect();
    rows.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let missed = rows.iter().filter(|(ratio, ..)| *ratio > 1.0).count();
    println!("| not accepted | µs | characters | tokens | against | µs | ratio |\n|---|---|---|---|---|---|---|");
    for (ratio, cost, of) in rows.iter().take(ROWS) {
        let Cost { id, micros, characters, tokens, .. } = cost;
        println!("| {id} | {micros:.1} | {characters} | {tokens} | {} | {:.1} | {ratio:.2} |", of.id, of.micros);
    }
    println!("\n{missed} of {} above 1; {} without a counterpart", rows.len(), all - rows.len());
}

/// How many tokens a frame holds and how many of their signatures say that they are of P-256.
fn signatures(frame: &[u8]) -> Option<(usize, usize)> {
    let inflated = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(frame, 65_536);
    let frame = inflated.unwrap_or_else(|_| frame.to_vec());
    let tokens = match ciborium::from_reader(frame.as_slice()).ok()? {
        Value::Array(tokens) => tokens,
        token => vec![token],
    };
    let p256 = tokens.iter().map(|token| of_p256(token).unwrap_or(0)).sum();
    Some((tokens.len(), p256))
}

fn of_p256(token: &Value) -> Option<usize> {
    let header: Value = ciborium::from_reader(token.as_tag()?.1.as_array()?.first()?.as_bytes()?.as_slice()).ok()?;
    let header = header.as_map()?;
    let named = |label: i64| header.iter().find(|(key, _)| *key == Value::from(label)).map(|(_, value)| value);
    let inner = named(13).and_then(of_p256).unwrap_or(0);
    Some(inner + usize::from(named(1) == Some(&Value::from(-9))))
}

/// Microseconds a run, of the fastest round.
fn least(run: impl Fn() -> bool) -> f64 {
    let same = run();
    let mut round = || {
        let begun = Instant::now();
        (0..RUNS).for_each(|_| assert_eq!(black_box(run()), same, "the same inputs, the same end"));
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS)
    };
    (0..ROUNDS).map(|place| depth::deeper(place * DEPTHS / ROUNDS, &mut round)).fold(f64::MAX, f64::min)
}
