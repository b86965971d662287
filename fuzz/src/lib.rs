//! The world that every target fuzzes in: one bundle, one post and the showings the kit minted for it.
//!
//! The oracle of all targets is one sentence: nothing panics, and nothing counts as proven that was not minted here.
//! Memory is bounded from outside: `fuzz/smoke` runs libFuzzer with a limit.

pub mod around;
pub mod challenged;
pub mod codes;
pub mod consents;
mod minted;
pub mod seeds;

use doichieu::field::Purpose;
use doichieu::input::Unreadable;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Proof, Report, Roots, Scan};
use doichieu_kit::{encounter_seed, late};
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use miniz_oxide::{MZ_ADLER32_INIT, mz_adler32_oxide};
use std::sync::{Arc, LazyLock};

pub use minted::Minted;

/// First byte of a zlib stream; any other frame is the presentation itself (docs/dc1.md §1).
const ZLIB: u8 = 0x78;
/// Longest inflated frame (docs/dc1.md §1).
const MAX_FRAME: usize = 65_536;

/// An inspector at work. Made once per process.
pub struct World {
    /// What the kit made.
    pub minted: Minted,
    /// The anchors, marked as a test's.
    pub roots: Roots,
    /// The opened bundle.
    pub bundle: Arc<Bundle>,
    /// The bundle that follows it.
    pub next: Bundle,
    /// The moment of every inspection.
    pub at: UnixTime,
    inspector: Inspector,
    ask: Ask,
    presentations: Vec<Vec<u8>>,
}

/// The one world: the same bytes in every process, because the kit draws on no clock and no randomness.
pub static WORLD: LazyLock<World> = LazyLock::new(World::new);

impl World {
    fn new() -> Self {
        let minted = Minted::new();
        let at = UnixTime::new(minted.at).expect("a time below 2^33");
        let roots = Roots::dangerous_test(&minted.roots).expect("roots of the kit open");
        let bundle = Arc::new(
            Bundle::open(&minted.bundle, &roots, late(), &mut Memory::new()).expect("a bundle of the kit opens"),
        );
        let next = Bundle::open(&minted.next, &roots, late(), &mut Memory::new()).expect("the next one opens");
        let post = Post::open(&minted.mandate, &bundle).expect("a mandate of the kit opens");
        let inspector = Inspector::new(Arc::clone(&bundle), post).expect("a post of this bundle");
        let ask = inspector
            .unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed())
            .expect("the mandate allows traffic control");
        let presentations =
            minted.frames.iter().map(|frame| presentation(frame).expect("a frame of the kit inflates")).collect();
        let world = Self { minted, roots, bundle, next, at, inspector, ask, presentations };
        world.sound();
        world
    }

    /// Genuine showings are proven. Without this, an inspector that proves nothing at all would pass every run.
    fn sound(&self) {
        for frame in &self.minted.frames {
            let report = self.inspect(Scan::frame(frame), &mut Memory::new());
            assert!(proves(&mut report.expect("a genuine frame is readable")), "a genuine showing was not proven");
        }
    }

    /// One inspection by this world's post.
    pub fn inspect(&self, scan: Scan<'_>, memory: &mut Memory) -> Result<Report, Unreadable> {
        self.inspector.inspect(scan, &self.ask, self.at, memory)
    }

    /// Whether these bytes are, once inflated, a presentation that the kit minted for this world. Compared inflated,
    /// because the compression is nobody's signed bytes: another stream of the same presentation is the same showing.
    pub fn minted(&self, frame: &[u8]) -> bool {
        presentation(frame).is_some_and(|inflated| self.presentations.contains(&inflated))
    }
}

/// The bytes of the presentation within a frame, by a path other than the core's.
fn presentation(frame: &[u8]) -> Option<Vec<u8>> {
    match frame.first() {
        Some(&ZLIB) => decompress_to_vec_zlib_with_limit(frame, MAX_FRAME).ok(),
        _ => Some(frame.to_vec()),
    }
}

/// Whether these bytes begin as a zlib stream and are not one whole stream within the limit, by a path other than the
/// core's.
///
/// The checksum is compared here: `miniz_oxide` leaves that out where `cfg(fuzzing)` is set.
pub fn is_broken_stream(frame: &[u8]) -> bool {
    // Longer ones, and those with a preset dictionary, are refused before.
    let begins = frame.first() == Some(&ZLIB) && frame.len() <= MAX_FRAME;
    let whole = || {
        let (mut stream, mut output) = (DecompressorOxide::new(), vec![0; MAX_FRAME]);
        let flags =
            TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32 | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, read, written) = decompress(&mut stream, frame, &mut output, 0, flags);
        let sum = output.get(..written).map(|output| mz_adler32_oxide(MZ_ADLER32_INIT, output).to_be_bytes());
        status == TINFLStatus::Done
            && read == frame.len()
            && frame.get(1).is_some_and(|flags| flags & 0x20 == 0)
            && sum.is_some_and(|sum| frame.ends_with(&sum))
    };
    begins && !whole()
}

/// Whether any paper of the report gives out claim values. Also walks the report as an app would: its JSON must be
/// writable.
pub fn proves(report: &mut Report) -> bool {
    assert!(report.to_json().starts_with('{'));
    report.papers_mut().iter_mut().any(|paper| matches!(paper.proof(), Proof::Proven(_) | Proof::Answered(_)))
}
