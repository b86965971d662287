//! The offline bundle: whose signatures count, who may ask what, which papers are revoked. One signed file (docs/dc1.md §3).
//!
//! Opening it proves that the keys of the anchor signed exactly these parts, in this number, and that nothing older is taken
//! than this device has used. It never judges age: every inspection does.

use crate::cbor::{Error, Key, Reader, Rules};
use crate::input::{Budget, Fault};
use crate::key::PublicKey;
use crate::memory::{Digest32, Mark, Memory, sha256};
use crate::policy::RoleProfile;
use crate::seal::{Opened, Sealed, Typ};
use crate::set_up::SetUp;
use crate::status::{StatusList, StatusLists};
use crate::time::UnixTime;
use crate::trust::{Issuers, read_list};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

mod manifest;
mod readiness;
mod root;

use manifest::Manifest;
pub use readiness::{ListReadiness, Readiness};
pub use root::{Fingerprint, Roots};
use root::{Root, Scope};

/// The largest bundle file: every part of docs/dc1.md §3 at its largest honest size, tenfold.
pub(crate) const MAX_BUNDLE: usize = 64 << 20;
/// CBOR items of one part or of the file around the parts: 256 issuers with 64 kinds each and their authorities.
const MAX_ITEMS: usize = 1 << 20;

/// Name of the part that lists issuers.
const ISSUERS: &str = "issuers";
/// Name of the part that lists role profiles.
const PROFILES: &str = "profiles";
/// Name of the part that lists revoked licences.
const REVOKED: &str = "revoked";
/// Prefix of the names of status lists.
const STATUS: &str = "status:";

/// An opened bundle.
#[derive(Debug)]
pub struct Bundle {
    manifest: Manifest,
    hash: Digest32,
    root: Root,
    issuers: Issuers,
    profiles: Vec<RoleProfile>,
    revoked: BTreeSet<[u8; 16]>,
    lists: StatusLists,
    floor: UnixTime,
}

impl Bundle {
    /// Opens a bundle file. `memory` gives the floors below which nothing is taken, and learns this bundle's once all of it held.
    ///
    /// `file` is untrusted. On an error `memory` is unchanged and the device keeps the bundle it has.
    ///
    /// ```
    /// # use doichieu::{Bundle, Memory, Roots, SetUp};
    /// # let mut world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let older = world.bundle();
    /// # world.number += 1;
    /// # let newer = world.bundle();
    /// let mut memory = Memory::new();
    /// let bundle = Bundle::open(&newer, &roots, &mut memory)?;
    /// assert!(bundle.is_test());
    /// assert_eq!(Bundle::open(&older, &roots, &mut memory).err(), Some(SetUp::BundleRolledBack));
    /// # Ok::<(), SetUp>(())
    /// ```
    ///
    /// # Errors
    /// A [`SetUp`] that says what is wrong with the file.
    pub fn open(file: &[u8], roots: &Roots, memory: &mut Memory) -> Result<Self, SetUp> {
        if file.len() > MAX_BUNDLE {
            return Err(SetUp::BundleTooLarge);
        }
        let budget = Budget::items(MAX_ITEMS);
        let read = File::read(file, &budget).map_err(|_| SetUp::BundleMalformed)?;
        let root = roots.follow(&read.roots, memory.root())?;
        let payload = root.verify(Scope::Lists, &read.manifest).ok_or(SetUp::ManifestBelowThreshold)?;
        let manifest = Manifest::read(&payload, &root)?;
        let hash = sha256(payload.bytes());
        not_older(memory.bundle(), Mark { number: manifest.number, hash })?;
        manifest.check_parts(&read.parts)?;
        let bundle = Self::assemble(manifest, hash, root, &read.parts)?;
        bundle.learn_into(memory)?;
        Ok(bundle)
    }

    fn assemble(
        manifest: Manifest,
        hash: Digest32,
        root: Root,
        parts: &BTreeMap<Digest32, &[u8]>,
    ) -> Result<Self, SetUp> {
        let issuers = read_part(manifest.part(ISSUERS, parts)?, Issuers::read)?;
        if issuers.has_crowded_kid()
            || issuers.has_repeated_key()
            || issuers.all_keys().any(|listed| root.has_key(listed.key()))
        {
            return Err(SetUp::KeyReused);
        }
        let profiles =
            read_part(manifest.part(PROFILES, parts)?, |reader| read_list(reader, 1, 32, RoleProfile::read))?;
        let revoked = read_part(manifest.part(REVOKED, parts)?, read_revoked)?;
        let lists = open_lists(&manifest, &issuers, parts);
        let floor = lists.iter().map(|(_, list)| list.iat()).fold(manifest.issued, UnixTime::max);
        Ok(Self { manifest, hash, root, issuers, profiles, revoked, lists, floor })
    }

    /// Refuses a list older than one seen before, else writes everything down.
    fn learn_into(&self, memory: &mut Memory) -> Result<(), SetUp> {
        let seen: Vec<_> =
            self.lists.iter().map(|(uri, list)| (sha256(uri.as_bytes()), list.iat().seconds())).collect();
        if seen.iter().any(|(uri, iat)| memory.list(uri).is_some_and(|known| *iat < known)) {
            return Err(SetUp::ListRolledBack);
        }
        memory.learn(self.root.mark(), Mark { number: self.manifest.number, hash: self.hash }, &seen, self.floor);
        Ok(())
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

    /// How old everything is at a time, and when it stops being good.
    #[must_use]
    pub fn readiness(&self, at: UnixTime) -> Readiness {
        Readiness::of(self, at)
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

    pub(crate) const fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    pub(crate) const fn lists(&self) -> &StatusLists {
        &self.lists
    }

    pub(crate) fn profile(&self, role: &str) -> Option<&RoleProfile> {
        self.profiles.iter().find(|profile| profile.role() == role)
    }

    pub(crate) fn is_revoked(&self, licence: &[u8; 16]) -> bool {
        self.revoked.contains(licence)
    }

    /// Whether a key stands anywhere in this bundle or its root: a holder's key must not.
    pub(crate) fn lists_key(&self, key: &PublicKey) -> bool {
        self.root.has_key(key) || self.issuers.all_keys().any(|listed| listed.key() == key)
    }

    /// Opens what the licences scope signed.
    pub(crate) fn open_licence<'a>(&self, sealed: &Sealed<'a>) -> Option<Opened<'a>> {
        self.root.verify_one(Scope::Licences, sealed)
    }
}

/// The same number must have the same content; a smaller one is refused (N141).
fn not_older(held: Option<Mark>, offered: Mark) -> Result<(), SetUp> {
    match held {
        Some(held) if offered.number < held.number => Err(SetUp::BundleRolledBack),
        Some(held) if offered.number == held.number && offered.hash != held.hash => Err(SetUp::BundleDiffers),
        _ => Ok(()),
    }
}

fn read_part<T>(part: &[u8], read: impl FnOnce(&mut Reader<'_, '_>) -> Result<T, Error>) -> Result<T, SetUp> {
    let budget = Budget::items(MAX_ITEMS);
    let mut reader = Reader::new(part, Rules::DC1, &budget);
    read(&mut reader).and_then(|value| reader.finish().map(|()| value)).map_err(|_| SetUp::PartMalformed)
}

fn read_revoked(reader: &mut Reader<'_, '_>) -> Result<BTreeSet<[u8; 16]>, Error> {
    let mut revoked = BTreeSet::new();
    for _ in 0..reader.array()? {
        let licence = *reader.fixed::<16>()?;
        if revoked.last().is_some_and(|last| *last >= licence) {
            return Err(reader.fault(Fault::Unsorted));
        }
        revoked.insert(licence);
    }
    Ok(revoked)
}

/// Every list that some issuer's entry names and whose token holds. One that does not is left out: its entries are unknown.
fn open_lists(manifest: &Manifest, issuers: &Issuers, parts: &BTreeMap<Digest32, &[u8]>) -> StatusLists {
    let mut lists = StatusLists::default();
    for issuer in issuers.iter() {
        for uri in issuer.list_uris() {
            let part = manifest.status_part(uri, parts);
            if let Some(list) = part.and_then(|part| StatusList::open(part, uri, issuer, manifest.issued)) {
                lists.add(uri, list);
            }
        }
    }
    lists
}

/// The file, read but not believed.
struct File<'a> {
    roots: Vec<Vec<Sealed<'a>>>,
    manifest: Vec<Sealed<'a>>,
    parts: BTreeMap<Digest32, &'a [u8]>,
}

impl<'a> File<'a> {
    fn read(file: &'a [u8], budget: &Budget) -> Result<Self, Error> {
        let mut reader = Reader::new(file, Rules::BUNDLE, budget);
        reader.array_of(3)?;
        let roots = root::read_chain(&mut reader)?;
        let manifest = read_list(&mut reader, 1, 8, |reader| Sealed::read(reader, Typ::MANIFEST))?;
        let mut parts = BTreeMap::new();
        for _ in 0..reader.map()? {
            let hash = match reader.key()? {
                Key::Bytes(hash) => Digest32::try_from(hash).ok(),
                _ => None,
            };
            let hash = hash.ok_or_else(|| reader.fault(Fault::Value))?;
            parts.insert(hash, reader.bytes()?);
        }
        reader.finish()?;
        Ok(Self { roots, manifest, parts })
    }
}
