//! A world whose police may read identity codes that are bound to no key, on a legal basis.

use crate::minted;
use doichieu::field::Purpose;
use doichieu::input::Unreadable;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, LegalBasis, Memory, Post, Report, Roots, Scan};
use doichieu_kit::{encounter_seed, late};
use std::sync::{Arc, LazyLock};

/// An inspector at work, and the codes minted for it.
pub struct Codes {
    /// What the kit made.
    pub minted: minted::Codes,
    inspector: Inspector,
    ask: Ask,
    at: UnixTime,
}

/// The one world of them.
pub static CODES: LazyLock<Codes> = LazyLock::new(|| {
    let minted = minted::Codes::new();
    let roots = Roots::dangerous_test(&minted.roots).expect("roots of the kit open");
    let bundle = Bundle::open(&minted.bundle, &roots, late(), &mut Memory::new()).expect("a bundle of the kit opens");
    let bundle = Arc::new(bundle);
    let post = Post::open(&minted.mandate, &bundle).expect("a mandate of the kit opens");
    let inspector = Inspector::new(bundle, post).expect("a post of this bundle");
    let basis = LegalBasis::new(minted.basis).expect("a code");
    let ask = inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis, &encounter_seed()).expect("a basis of the profile");
    let at = UnixTime::new(minted.at).expect("a time below 2^33");
    let codes = Codes { minted, inspector, ask, at };
    for frame in &codes.minted.frames {
        let report = codes.inspect(Scan::frame(frame), &mut Memory::new());
        assert!(crate::proves(&mut report.expect("readable")), "a genuine code was not proven");
    }
    codes
});

impl Codes {
    /// One inspection.
    pub fn inspect(&self, scan: Scan<'_>, memory: &mut Memory) -> Result<Report, Unreadable> {
        self.inspector.inspect(scan, &self.ask, self.at, memory)
    }

    /// Whether protected header, payload and signature within these bytes, or within the code that they spell, are ones
    /// that were minted: tags, the unprotected bucket and the compression around them nobody signs.
    pub fn signed(&self, what: &str, bytes: &[u8]) -> bool {
        let frame = if what == "text" { minted::frame_of_text(bytes) } else { Some(bytes.to_vec()) };
        let contents = frame.and_then(|frame| crate::presentation(&frame));
        contents.is_some_and(|contents| {
            self.minted.parts.iter().all(|part| contents.windows(part.len()).any(|w| w == part))
        })
    }
}
