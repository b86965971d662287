//! The offline bundle: whose signatures count, who may ask what, which papers are revoked. One signed file (docs/dc1.md
//! §3).
//!
//! Opening it proves that the keys of the anchor signed exactly these parts, in this number, and that nothing older is
//! taken than this device has used. It never judges age: every inspection does.

use crate::digest::{Digest32, sha256};
use crate::key::PublicKey;
use crate::law::articles::SEEN_UNTIL;
use crate::law::{Civil, is_unchecked};
use crate::memory::{KnownRoot, Marks, Memory, Signers, Taken};
use crate::policy::RoleProfile;
use crate::seal::{Signed, Verified};
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::status::StatusLists;
use crate::time::{SKEW, UnixTime};
use crate::trust::Issuers;
use alloc::sync::Arc;
use alloc::vec::Vec;

mod file;
mod known;
mod manifest;
mod offer;
mod readiness;
mod root;
mod together;

use file::File;
pub(crate) use file::is_delta;
use known::Known;
use manifest::Manifest;
use offer::Offer;
pub use readiness::{ListReadiness, Readiness};
pub use root::{Fingerprint, Roots};
use root::{Root, Scope};

/// The largest bundle file: every part of docs/dc1.md §3 at its largest honest size, tenfold.
pub(crate) const MAX_BUNDLE: usize = 64 << 20;
/// CBOR items of one part or of the file around the parts: 256 issuers with 64 kinds each and their authorities.
const MAX_ITEMS: usize = 1 << 20;

/// Parts of a file by hash.
type Parts<'a> = Sorted<Digest32, &'a [u8]>;

/// An opened bundle. What the next one has in common with it, they share: keep the old one until nothing uses it any
/// more.
#[derive(Debug)]
pub struct Bundle {
    manifest: Manifest,
    hash: Digest32,
    signers: Signers,
    root: Root,
    roots: Vec<KnownRoot>,
    issuers: Arc<Issuers>,
    profiles: Arc<Vec<RoleProfile>>,
    revoked: Arc<Vec<[u8; 16]>>,
    lists: StatusLists,
    law_checked: Option<UnixTime>,
    floor: UnixTime,
}

impl Bundle {
    /// Opens a bundle file. `memory` gives the floors below which nothing is taken, and learns this bundle's once all
    /// of it held. What it knows by keys of which a newer root in the file leaves too few, it then forgets, and nothing
    /// else: so a device is mended.
    ///
    /// `file` is untrusted; `at` is the host's clock. A bundle dated beyond skew after it is not taken, unless this
    /// memory has taken it before: a device that starts with a slow clock opens what it has, and every inspection then
    /// says that the clock is wrong. On an error the device keeps the bundle it has and `memory` is unchanged, but for
    /// one: with [`SetUp::FromTheFuture`] it has the date as a doubt ([`Memory::doubt`]), so store it then too.
    ///
    /// ```
    /// # use doichieu::{Bundle, Memory, Roots, SetUp};
    /// # let mut world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let older = world.bundle();
    /// # world.number += 1;
    /// # let newer = world.bundle();
    /// let mut memory = Memory::new();
    /// let bundle = Bundle::open(&newer, &roots, world.at(), &mut memory)?;
    /// assert!(bundle.is_test());
    /// assert_eq!(Bundle::open(&older, &roots, world.at(), &mut memory).err(), Some(SetUp::BundleRolledBack));
    /// # Ok::<(), SetUp>(())
    /// ```
    ///
    /// # Errors
    /// A [`SetUp`] that says what is wrong with the file.
    pub fn open(file: &[u8], roots: &Roots, at: UnixTime, memory: &mut Memory) -> Result<Self, SetUp> {
        Self::succeed(None, file, roots, at, memory)
    }

    /// Opens the bundle that follows this one, from a delta: the same file with only the parts that changed. A full
    /// file will do too.
    ///
    /// It comes to what [`Bundle::open`] makes of the full file. Parts that did not change are shared, neither parsed
    /// nor verified again; whether a status list counts is asked anew of the new issuers. Nothing older than this
    /// bundle is taken, whatever `memory` knows, as long as enough of the keys that signed this bundle still stand.
    ///
    /// `delta` is untrusted, and `at` counts as for [`Bundle::open`]. On an error this bundle stays as good as it was,
    /// and `memory` is unchanged but for a doubt.
    ///
    /// # Errors
    /// [`SetUp::PartMissing`] for a delta of another base, another [`SetUp`] for what else is wrong with it.
    pub fn apply(&self, delta: &[u8], roots: &Roots, at: UnixTime, memory: &mut Memory) -> Result<Self, SetUp> {
        Self::succeed(Some(self), delta, roots, at, memory)
    }

    /// The delta that leads from one bundle file to another. It checks hashes and no signature: whoever applies it
    /// does.
    ///
    /// # Errors
    /// A [`SetUp`] if either is not a whole bundle file.
    pub fn delta_between(old_file: &[u8], new_file: &[u8]) -> Result<Vec<u8>, SetUp> {
        file::delta(old_file, new_file)
    }

    /// The full bundle file that a delta leads to: byte for byte the one it was cut from, to store or hand on. It
    /// checks hashes and no signature: whoever opens it does.
    ///
    /// # Errors
    /// [`SetUp::PartMissing`] for a delta of another base, another [`SetUp`] if either is not what it should be.
    pub fn merge_files(old_file: &[u8], delta: &[u8]) -> Result<Vec<u8>, SetUp> {
        file::merge(old_file, delta)
    }

    /// The one way to a bundle: after nothing, or after another.
    fn succeed(
        before: Option<&Self>,
        file: &[u8],
        roots: &Roots,
        at: UnixTime,
        memory: &mut Memory,
    ) -> Result<Self, SetUp> {
        let read = File::read(file)?;
        let chain = roots.follow(&read.roots)?;
        let known = Known::under(&chain, memory, before)?;
        let (payload, signers) = chain.root.verify_lists(&read.manifest)?;
        let manifest = Manifest::read(&payload, &chain)?;
        let hash = sha256(payload.bytes());
        known.admit(manifest.mark(hash))?;
        if manifest.issued > at.plus(SKEW) && !known.hold(manifest.mark(hash)) {
            memory.marks_mut().doubt(&manifest.signed(hash, &signers));
            return Err(SetUp::FromTheFuture);
        }
        manifest.listing().check(&read.parts, before.map(|before| before.manifest.listing()))?;
        let offer = Offer { manifest: &manifest, parts: &read.parts, before };
        let (issuers, profiles, revoked) = (offer.issuers(&chain.root)?, offer.profiles()?, offer.revoked()?);
        let lists = StatusLists::assemble(offer.lists(), &issuers, manifest.issued)?;
        let floor = lists.iter().map(|(_, list)| list.iat()).fold(manifest.issued, UnixTime::max);
        let (root, roots, law_checked) = (chain.root, chain.known, offer.law_checked()?);
        let bundle =
            Self { manifest, hash, signers, root, roots, issuers, profiles, revoked, lists, law_checked, floor };
        *memory.marks_mut() = known.taking(&bundle.taken())?;
        Ok(bundle)
    }

    /// What a memory keeps of it.
    fn taken(&self) -> Taken {
        Taken {
            manifest: self.manifest.signed(self.hash, &self.signers),
            vouchers: self.issuers.status_signers(),
            lists: self.lists.marks(),
        }
    }

    /// What a memory knows that has seen nothing else.
    fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        // A chain that held does not contradict itself.
        if marks.follow(&self.roots).is_ok() {
            marks.learn(&self.taken());
        }
        marks
    }

    /// Its number: never smaller than one this device has used.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.manifest.number
    }

    /// SHA-256 of its manifest, and through it of every part.
    #[must_use]
    pub const fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// Whether its root is a test root. Everything it judges is then a test.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.root.is_test()
    }

    /// The version of its newest root.
    #[must_use]
    pub const fn root_version(&self) -> u64 {
        self.root.version()
    }

    /// The roles it has profiles for.
    #[must_use]
    pub fn profiles(&self) -> &[RoleProfile] {
        &self.profiles
    }

    /// How old everything is at a time, when it stops being good, and whether the clock can be right by all that
    /// `memory` has seen.
    #[must_use]
    pub fn readiness(&self, at: UnixTime, memory: &Memory) -> Readiness {
        Readiness::of(self, at, memory)
    }

    /// The value that a status list holds for an entry, whatever its age: for tools that compare bundles. An inspection
    /// asks for itself, with the age. `None`: unknown, because no list of that uri counts for that issuer or the entry
    /// lies beyond its end.
    #[must_use]
    pub fn status_entry(&self, issuer: &str, uri: &str, index: u64) -> Option<u8> {
        let issuer = self.issuers.iter().find(|listed| listed.name() == issuer)?;
        self.lists.of(issuer, uri)?.entry(index)
    }

    /// Bytes that its status lists keep resident. More than a named cap of them is [`SetUp::StatusTooLarge`].
    #[must_use]
    pub fn status_bytes(&self) -> usize {
        self.lists.size()
    }

    /// The last day of which the law behind the rules was seen: this engine's, or a later one that this bundle names.
    /// A bundle changes no rule, and makes no day earlier.
    #[must_use]
    pub fn law_seen_until(&self) -> Civil {
        let named = self.law_checked.map(|time| time.day().civil());
        named.map_or(SEEN_UNTIL, |named| named.max(SEEN_UNTIL))
    }

    /// Whether nobody has looked at the law for more than a year.
    pub(crate) fn law_is_unchecked(&self, at: UnixTime) -> bool {
        is_unchecked(self.law_seen_until(), at.day().civil())
    }

    pub(crate) const fn manifest_issued(&self) -> UnixTime {
        self.manifest.issued
    }

    pub(crate) const fn next_due(&self) -> UnixTime {
        self.manifest.next
    }

    pub(crate) const fn not_after(&self) -> UnixTime {
        self.manifest.not_after
    }

    pub(crate) const fn root_expiry(&self) -> UnixTime {
        self.root.expiry()
    }

    /// The newest verified manifest or status `iat` of this bundle (P1).
    pub(crate) const fn floor(&self) -> UnixTime {
        self.floor
    }

    pub(crate) fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    pub(crate) const fn lists(&self) -> &StatusLists {
        &self.lists
    }

    pub(crate) fn profile(&self, role: &str) -> Option<&RoleProfile> {
        self.profiles.iter().find(|profile| profile.role() == role)
    }

    pub(crate) fn is_revoked(&self, mandate: &[u8; 16]) -> bool {
        self.revoked.binary_search(mandate).is_ok()
    }

    /// Whether a key stands anywhere in this bundle or its root: a holder's key must not.
    pub(crate) fn lists_key(&self, key: &PublicKey) -> bool {
        self.root.has_key(key) || self.issuers.all_keys().any(|listed| listed.key() == key)
    }

    /// Opens what the mandates scope signed.
    pub(crate) fn open_mandate<'a>(&self, sealed: &Signed<'a>) -> Option<Verified<'a>> {
        self.root.verify_one(Scope::Mandates, sealed)
    }
}

#[cfg(test)]
mod tests;
