//! What an inspection costs beside the signature checks that it cannot do without, what its parts cost alone, and a
//! peer's check beside it.
//!
//! `cargo bench -p doichieu --bench inspect` runs itself and the peer (`peer/`) several times in turn and prints the
//! medians of the runs' medians, of the ratio with the least and the most of them. A ratio is one `inspect()` from an
//! empty memory, its report dropped, without JSON ÷ its bare checks by `verify_strict` (`support/bare.rs`), both in one
//! process in turn. Beside it the same ÷ the checks as the core makes them, which give the same answers in less time,
//! and what is left over these, its own work.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unreachable,
    reason = "a bench has a clock and prints, and stops where something is wrong"
)]

use doichieu::Scan;
use doichieu_kit::Alg;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;

#[path = "support/bare.rs"]
mod bare;
#[path = "support/depth.rs"]
mod depth;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/pairs.rs"]
mod pairs;
#[path = "support/parts.rs"]
mod parts;
#[path = "support/showings.rs"]
mod showings;

use bare::Strict;
use pairs::median;

/// Processes whose medians count.
const PROCESSES: usize = 5;
/// The argument of such a process.
const ONE: &str = "one";
/// The dearest ratio allowed with an Ed25519 phone, where there is a bar.
const BARS: [(&str, f64); 4] =
    [("one paper", 1.10), ("four papers", 1.15), ("four papers, zlib", 1.20), ("15 redacted fields", 1.35)];

/// One line that a process printed.
type Row = Vec<String>;

fn main() {
    if std::env::args().any(|argument| argument == ONE) {
        return one_process();
    }
    let peer = peer();
    if peer.is_none() {
        println!("SKIPPED: the peer could not be built (benches/peer)\n");
    }
    let ours = std::env::current_exe().expect("this program");
    let runs: Vec<Vec<Row>> =
        (0..PROCESSES).map(|_| rows_of(&ours).into_iter().chain(peer.iter().flat_map(rows_of)).collect()).collect();
    println!(
        "| phone | showing | characters | ratio | least | most | bar | ÷ same checks | own µs | bare µs | {} |",
        parts::NAMES.join(" | ")
    );
    println!("|{}", "---|".repeat(10 + parts::NAMES.len()));
    for (place, head) in runs.first().expect("a run").iter().enumerate() {
        let rows: Vec<_> = runs.iter().map(|run| run.get(place).expect("the same rows in every run")).collect();
        print_row(head, &rows);
    }
}

fn print_row(head: &Row, rows: &[&Row]) {
    let [phone, name, characters, ..] = head.as_slice() else { unreachable!("as below") };
    let of = |column: usize| -> Vec<f64> { rows.iter().filter_map(|row| row.get(column)?.parse().ok()).collect() };
    let ratios = of(3);
    let (least, most) = (ratios.iter().copied().fold(f64::MAX, f64::min), ratios.iter().copied().fold(0.0, f64::max));
    let ratio = median(ratios);
    let bar = BARS.iter().find(|(of, _)| phone == "Ed25519" && of == name).map(|(_, bar)| *bar);
    let bar = bar.map_or_else(String::new, |bar| format!("{bar:.2}{}", if ratio <= bar { "" } else { " MISSED" }));
    let cell = |column: usize, digits: usize| match of(column).as_slice() {
        [] => String::new(),
        [first, ..] if first.is_nan() => String::new(),
        values => format!("{:.digits$}", median(values.to_vec())),
    };
    let parts: Vec<_> = (7..7 + parts::NAMES.len()).map(|column| cell(column, 2)).collect();
    println!(
        "| {phone} | {name} | {characters} | {ratio:.3} | {least:.3} | {most:.3} | {bar} | {} | {} | {} | {} |",
        cell(4, 3),
        cell(5, 1),
        cell(6, 1),
        parts.join(" | ")
    );
}

/// The peer's program, built if it can be: its dependencies are none of ours, so it is a package apart.
fn peer() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/peer");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).args(["build", "--release", "--quiet"]).current_dir(&folder).status();
    let program = folder.join("target/release/doichieu-bench-peer");
    (built.is_ok_and(|status| status.success()) && program.exists()).then_some(program)
}

/// What one more process prints.
fn rows_of(program: &PathBuf) -> Vec<Row> {
    let output = Command::new(program).arg(ONE).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn one_process() {
    let status = parts::status();
    for (phone, alg) in [("Ed25519", Alg::Ed25519), ("P-256", Alg::P256)] {
        for showing in showings::all(alg) {
            let (desk, text) = (&showing.desk, &showing.text);
            let whole = || drop(black_box(desk.see(Scan::qr(black_box(text))).expect("a document")));
            let pair = pairs::measure(whole, || showing.bare.check(Strict::Library));
            let alike = pairs::measure(whole, || showing.bare.check(Strict::Core));
            let parts = parts::of(&showing, status).map(|micros| format!("\t{micros}")).concat();
            let (name, characters) = (showing.name, text.len());
            let figures = [pair.ratio, alike.ratio, alike.own, pair.bare].map(|figure| figure.to_string()).join("\t");
            println!("{phone}\t{name}\t{characters}\t{figures}{parts}");
        }
    }
}
