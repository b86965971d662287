//! Whether a hostile scan costs more than an honest one: bombs against a showing of one paper, and every refused case
//! against the dearest accepted one of at most its characters, of its tokens and algorithms.
//!
//! `cargo bench -p doichieu --bench refused`: least microseconds of several rounds; what seems dearer is measured again
//! in turn with what it is held against. A case that cannot be read as far as its tokens counts as one token of
//! Ed25519; where no accepted one is as short, the cheapest of its class stands in. What is referred with its values is
//! neither accepted nor refused.

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
use doichieu::{Proof, Report, Scan, Verdict};
use doichieu_kit::Alg;
use doichieu_kit::scene::{Scene, World};
use std::hint::black_box;
use std::rc::Rc;
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
/// Rounds of two in turn.
const TURNS: usize = 120;
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
    run: Box<dyn Fn() -> bool>,
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
        match case.see(&mut case.memory()).map(|mut report| (report.verdict(), gives_values(&mut report))) {
            Ok((Verdict::Accept, _)) => accepted.push(cost(case)),
            Ok((Verdict::Refer, true)) => {}
            _ => refused.push(cost(case)),
        }
    }
    accepted.extend([Alg::Ed25519, Alg::P256].into_iter().flat_map(minted));
    against(&accepted, refused);
}

fn gives_values(report: &mut Report) -> bool {
    report.papers_mut().iter_mut().any(|paper| matches!(paper.proof(), Proof::Proven(_) | Proof::Answered(_)))
}

fn cost(case: vectors::Case) -> Cost {
    let (tokens, p256) = case.frame().and_then(|frame| signatures(&frame)).unwrap_or((1, 0));
    let (id, characters) = (case.id.clone(), case.characters());
    let run: Box<dyn Fn() -> bool> = Box::new(move || case.see(&mut case.memory()).is_ok());
    Cost { id, micros: least(&run), characters, tokens, p256, run }
}

/// Honest showings of every class of tokens and algorithms: a set, and one card of the issuer that signs with P-256.
fn minted(holder: Alg) -> Vec<Cost> {
    let world = World::demo().with_holder(holder);
    let card = world.token_spec(world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]));
    let desk = Rc::new(desk::Desk::new(&world, "clinic"));
    let fewest = world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]).into_iter().map(|paper| {
        let bearing = paper.bearing();
        paper.keep(&bearing)
    });
    let fewest = world.token_spec(fewest.collect());
    let scenes = [
        ("set", world.clinic_set()),
        ("card", world.scene_of("clinic", &[(&world.insurer, card)])),
        ("least card", world.scene_of("clinic", &[(&world.insurer, fewest)])),
    ];
    let cost = |(name, scene): (&str, Scene)| {
        let text = scene.text();
        let (tokens, p256) = signatures(&scene.present().encode()).expect("tokens");
        let (id, characters, desk) = (format!("honest {name}, {holder:?} phone"), text.len(), Rc::clone(&desk));
        let run: Box<dyn Fn() -> bool> =
            Box::new(move || desk.see(Scan::qr(&text)).is_ok_and(|report| report.verdict() == Verdict::Accept));
        Cost { id, micros: least(&run), characters, tokens, p256, run }
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
            let ratio = cost.micros / of.micros;
            // A machine that was slow for a while is not a dear case.
            let ratio = if ratio > 1.0 { in_turn(&cost, of) } else { ratio };
            Some((ratio, cost, of))
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
        // Claim 169 without a tag: the parts of one object.
        Value::Array(parts) if parts.first().is_some_and(Value::is_bytes) => vec![Value::Array(parts)],
        Value::Array(tokens) => tokens,
        token => vec![token],
    };
    let p256 = tokens.iter().map(|token| of_p256(token).unwrap_or(0)).sum();
    Some((tokens.len(), p256))
}

fn of_p256(token: &Value) -> Option<usize> {
    let mut object = token;
    while let Value::Tag(_, inner) = object {
        object = inner;
    }
    let header: Value = ciborium::from_reader(object.as_array()?.first()?.as_bytes()?.as_slice()).ok()?;
    let header = header.as_map()?;
    let named = |label: i64| header.iter().find(|(key, _)| *key == Value::from(label)).map(|(_, value)| value);
    let inner = named(13).and_then(of_p256).unwrap_or(0);
    // By either of its numbers: Claim 169 has the older one.
    Some(inner + usize::from([-7, -9].iter().any(|alg| named(1) == Some(&Value::from(*alg)))))
}

/// The fastest round of one ÷ that of the other, round by round in turn.
fn in_turn(one: &Cost, other: &Cost) -> f64 {
    let (mut least_one, mut least_other) = (f64::MAX, f64::MAX);
    for place in 0..TURNS {
        least_one = least_one.min(round(place * DEPTHS / TURNS, &one.run));
        least_other = least_other.min(round(place * DEPTHS / TURNS, &other.run));
    }
    least_one / least_other
}

/// Microseconds a run, of the fastest round.
fn least(run: impl Fn() -> bool) -> f64 {
    (0..ROUNDS).map(|place| round(place * DEPTHS / ROUNDS, &run)).fold(f64::MAX, f64::min)
}

/// Microseconds a run of one round, at some depth of the stack.
fn round(depth: usize, run: &impl Fn() -> bool) -> f64 {
    let same = run();
    let mut round = || {
        let begun = Instant::now();
        (0..RUNS).for_each(|_| assert_eq!(black_box(run()), same, "the same inputs, the same end"));
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS)
    };
    depth::deeper(depth, &mut round)
}
