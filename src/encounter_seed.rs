//! What tells one encounter from the next: one stop at the roadside, one visit to a desk.

use crate::digest::{Digest32, sha256};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

/// 32 bytes of the host's randomness, new for each encounter and kept until it is over, over a restart of the app too.
///
/// Two things come of them, and neither gives the other away. The *id* tells a code that is read twice in one check
/// from one that is shown in another: the memory keeps a digest of it, and it stands on no wire and in no report. The
/// [`Salt`] keeps what reports say by digest (plate, vehicle, a printed code) from being found by trying.
///
/// It is no secret key and proves nothing. A host that draws it once for a whole shift gets a note where it should get
/// *refer*, and reports that can be linked.
#[derive(Clone)]
pub struct EncounterSeed {
    /// SHA-256 of the id, which is asked for at each inspection; the id itself is not kept.
    id: Option<Digest32>,
    salt: Salt,
}

/// What the digests of an encounter's reports are salted with. It is kept with the other inputs of a report, by whoever
/// may compute it again; without it the digests can be compared with nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Salt([u8; 16]);

impl EncounterSeed {
    /// From 32 bytes of a cryptographic random generator. Never reuse one for another encounter.
    #[must_use]
    pub fn new(mut bytes: [u8; 32]) -> Self {
        let (mut id, salt) = (expand(b"dc1 encounter id", &bytes), Salt(expand(b"dc1 encounter salt", &bytes)));
        let seed = Self { id: Some(sha256(&id)), salt };
        id.zeroize();
        bytes.zeroize();
        seed
    }

    /// An encounter of which only the salt was kept, to compute a report again. In a live inspection it is no encounter
    /// the memory knows.
    #[must_use]
    pub const fn kept(salt: Salt) -> Self {
        Self { id: None, salt }
    }

    /// The salt, to keep with the inputs of a report.
    #[must_use]
    pub const fn salt(&self) -> &Salt {
        &self.salt
    }

    /// What the memory knows it by; `None`: by nothing.
    pub(crate) const fn digest(&self) -> Option<Digest32> {
        self.id
    }
}

fn expand(label: &[u8], bytes: &[u8; 32]) -> [u8; 16] {
    let whole: [u8; 32] = Sha256::new().chain_update(label).chain_update(bytes).finalize().into();
    let mut half = [0; 16];
    half.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    half
}

impl Salt {
    /// A salt that was kept.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bytes, to keep.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// SHA-256 begun over what the digest is of and the salt: `label ‖ salt ‖ …`.
    pub(crate) fn begin(&self, label: &str) -> Sha256 {
        Sha256::new_with_prefix(label).chain_update(self.0)
    }

    /// SHA-256 over label, salt and bytes.
    pub(crate) fn digest(&self, label: &str, bytes: &[u8]) -> Digest32 {
        self.begin(label).chain_update(bytes).finalize().into()
    }
}

impl Drop for EncounterSeed {
    fn drop(&mut self) {
        self.id.zeroize();
    }
}

impl core::fmt::Debug for EncounterSeed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("EncounterSeed(..)")
    }
}

impl core::fmt::Debug for Salt {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Salt(..)")
    }
}
