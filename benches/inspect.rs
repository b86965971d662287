//! What an inspection costs beside the signature checks that it cannot do without, and what its parts cost alone.
//!
//! `cargo bench -p doichieu --bench inspect` runs itself several times and prints the median of the runs' medians, with the least and the most of them.
//! A ratio is one `inspect()` from an empty memory, its report dropped, without JSON ÷ its bare checks (`support/bare.rs`), both in one process in turn.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unreachable,
    reason = "a bench has a clock and prints, and stops where something is wrong"
)]

use doichieu::input::Layer;
use doichieu::{Bundle, Memory, Roots, Scan};
use doichieu_kit::{Alg, frame, scene::World};
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

#[path = "support/bare.rs"]
mod bare;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/pairs.rs"]
mod pairs;
#[path = "support/showings.rs"]
mod showings;

use pairs::median;
use showings::Showing;

/// Processes whose medians count.
const PROCESSES: usize = 5;
/// The argument of such a process.
const ONE: &str = "one";
/// The dearest ratio allowed with an Ed25519 phone, where there is a bar.
const BARS: [(&str, f64); 4] =
    [("one paper", 1.10), ("four papers", 1.15), ("four papers, zlib", 1.20), ("15 redacted fields", 1.35)];

fn main() {
    if std::env::args().any(|argument| argument == ONE) {
        return one_process();
    }
    let runs: Vec<_> = (0..PROCESSES).map(|_| another_process()).collect();
    println!(
        "| phone | showing | characters | ratio | least | most | bar | own µs | bare µs |\n|---|---|---|---|---|---|---|---|---|"
    );
    for (place, head) in runs.first().expect("a run").iter().enumerate() {
        let rows: Vec<_> = runs.iter().map(|run| run.get(place).expect("the same rows in every run")).collect();
        let of = |column: usize| rows.iter().map(|row| number(row, column)).collect::<Vec<_>>();
        let ratios = of(3);
        let (least, most) =
            (ratios.iter().copied().fold(f64::MAX, f64::min), ratios.iter().copied().fold(0.0, f64::max));
        let (ratio, own, bare) = (median(ratios), median(of(4)), median(of(5)));
        let [phone, name, characters, ..] = head.as_slice() else { unreachable!("six columns") };
        let bar = BARS.iter().find(|(of, _)| phone == "Ed25519" && of == name).map(|(_, bar)| *bar);
        let bar = bar.map_or_else(String::new, |bar| format!("{bar:.2}{}", if ratio <= bar { "" } else { " MISSED" }));
        println!(
            "| {phone} | {name} | {characters} | {ratio:.3} | {least:.3} | {most:.3} | {bar} | {own:.1} | {bare:.1} |"
        );
    }
    parts();
}

fn number(row: &[String], column: usize) -> f64 {
    row.get(column).and_then(|text| text.parse().ok()).expect("a number")
}

/// The rows of one more process.
fn another_process() -> Vec<Vec<String>> {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg(ONE).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn one_process() {
    for (phone, alg) in [("Ed25519", Alg::Ed25519), ("P-256", Alg::P256)] {
        for Showing { name, desk, text, bare } in showings::all(alg) {
            let whole = || drop(black_box(desk.see(Scan::qr(black_box(&text))).expect("a document")));
            let pair = pairs::measure(whole, || bare.check());
            println!("{phone}\t{name}\t{}\t{}\t{}\t{}", text.len(), pair.ratio, pair.own, pair.bare);
        }
    }
}

/// The parts of some showings, each alone, through the public API:
///
/// - base45: a text of the same bytes but the first, at which the CBOR ends at once; the same for inflating, without base45;
/// - CBOR: the bare frame with one byte too many, found after the last envelope;
/// - JSON: of the report.
fn parts() {
    println!("\n| part | showing | bytes | µs |\n|---|---|---|---|");
    for Showing { name, desk, text, .. } in showings::all(Alg::Ed25519) {
        let mut carried = base45::decode(text.strip_prefix("DC1:").expect("a code")).expect("base45");
        let report = desk.see(Scan::qr(&text)).expect("a document");
        let json = report.to_json();
        row("JSON", name, json.len(), || drop(black_box(report.to_json())));
        let refused = |scan: Scan<'_>, layer| assert_eq!(desk.see(scan).expect_err("refused").layer, layer);
        if name.ends_with("zlib") {
            let mut inside = miniz_oxide::inflate::decompress_to_vec_zlib(&carried).expect("a stream");
            foreign(&mut inside);
            let stream = frame::zlib(&inside, 9);
            row("inflate", name, inside.len(), || refused(Scan::frame(black_box(&stream)), Layer::Cbor));
            continue;
        }
        carried.push(0);
        row("CBOR", name, carried.len(), || refused(Scan::frame(black_box(&carried)), Layer::Cbor));
        carried.pop();
        foreign(&mut carried);
        let spelt = frame::text(&carried);
        row("base45", name, spelt.len(), || refused(Scan::qr(black_box(&spelt)), Layer::Cbor));
    }
    look_up();
}

/// A break where an item should be: the first byte ends the reading of CBOR.
fn foreign(bytes: &mut [u8]) {
    *bytes.first_mut().expect("bytes") = 0xff;
}

fn look_up() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).expect("the kit's anchor");
    let bundle = Bundle::open(&world.bundle(), &roots, &mut Memory::new()).expect("the kit's bundle");
    let (iss, uri) = (world.eid.iss.as_str(), world.eid_list.uri.as_str());
    row("status look-up", "list of 256", 0, || {
        assert!(bundle.status_entry(iss, black_box(uri), black_box(43)).is_some())
    });
}

fn row(part: &str, showing: &str, bytes: usize, mut run: impl FnMut()) {
    let rounds = (0..25).map(|_| {
        let begun = Instant::now();
        (0..500).for_each(|_| run());
        begun.elapsed().as_secs_f64() * 1e6 / 500.0
    });
    println!("| {part} | {showing} | {bytes} | {:.2} |", median(rounds.collect()));
}
