//! The parts of a showing, each alone, through the public API:
//!
//! - base45: a text of the same bytes but the first, at which the CBOR ends at once; the same for inflating, without
//!   base45;
//! - CBOR: the bare frame with one byte too many, found after the last envelope;
//! - JSON: of the report; the status look-up: of one entry of a list of 256, in the kit's bundle.

use super::pairs::median;
use super::showings::Showing;
use doichieu::input::Layer;
use doichieu::{Bundle, Memory, Roots, Scan};
use doichieu_kit::{frame, scene::World};
use std::hint::black_box;
use std::time::Instant;

/// Rounds; the median counts.
const ROUNDS: usize = 25;
/// Runs in a round.
const RUNS: u32 = 200;

/// What each part is called, in the order of [`of`].
pub(crate) const NAMES: [&str; 5] = ["JSON", "base45", "inflate", "CBOR", "status"];

/// Microseconds of each part, not a number where the showing has no such part.
pub(crate) fn of(Showing { desk, text, .. }: &Showing, status: f64) -> [f64; 5] {
    let refused = |scan: Scan<'_>| assert_eq!(desk.see(scan).expect_err("refused").layer, Layer::Cbor);
    let report = desk.see(Scan::qr(text)).expect("a document");
    let json = timed(|| drop(black_box(report.to_json())));
    let carried = base45::decode(text.strip_prefix("DC1:").expect("a code")).expect("base45");
    let spelt = frame::text(&foreign(&carried));
    let base45 = timed(|| refused(Scan::qr(black_box(&spelt))));
    let inside = miniz_oxide::inflate::decompress_to_vec_zlib(&carried).ok();
    let inflate = inside.as_ref().map_or(f64::NAN, |inside| {
        let stream = frame::zlib(&foreign(inside), 9);
        timed(|| refused(Scan::frame(black_box(&stream))))
    });
    let longer = [inside.unwrap_or(carried), vec![0]].concat();
    let cbor = timed(|| refused(Scan::frame(black_box(&longer))));
    [json, base45, inflate, cbor, status]
}

/// Microseconds of one status look-up.
pub(crate) fn status() -> f64 {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).expect("the kit's anchor");
    let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).expect("the kit's bundle");
    let (iss, uri) = (world.eid.iss.as_str(), world.eid_list.uri.as_str());
    timed(|| assert!(bundle.status_entry(iss, black_box(uri), black_box(43)).is_some()))
}

/// A break where an item should be: the first byte ends the reading of CBOR, and is no stream's.
fn foreign(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    *bytes.first_mut().expect("bytes") = 0xff;
    bytes
}

fn timed(mut run: impl FnMut()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        (0..RUNS).for_each(|_| run());
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS)
    });
    median(rounds.collect())
}
