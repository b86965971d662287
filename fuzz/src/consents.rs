//! One consent that this world's post kept as proof.

use crate::{WORLD, minted};
use doichieu::{ConsentProof, Memory, Scan};
use std::sync::LazyLock;

/// Its bytes, as a post keeps them.
pub static KEPT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let report =
        WORLD.inspect(Scan::frame(&minted::consenting()), &mut Memory::new()).expect("a genuine frame is readable");
    let kept = report.consent_proof().expect("it was proven, agreed to and signed apart").as_bytes().to_vec();
    assert!(opens(&kept), "a genuine consent did not open");
    kept
});

/// Whether bytes prove a consent now.
pub fn opens(kept: &[u8]) -> bool {
    ConsentProof::open(kept, WORLD.at).is_ok()
}
