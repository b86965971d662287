//! The anchor: a chain of root documents, each delegating lists and mandates to keys of their own, each next one signed
//! by the one before.

use super::together::{Together, open_with};
use crate::cbor::claims::{member, read_list, read_time};
use crate::cbor::{Error, Reader, Rules};
use crate::digest::{Digest32, sha256};
use crate::input::{Budget, Fault};
use crate::key::{KeyFault, PublicKey};
use crate::memory::{KnownRoot, Memory, Signers};
use crate::seal::{Signed, Typ, Verified};
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Longest chain of roots in one file (docs/dc1.md §3): a rotation a year for sixteen years.
const MAX_CHAIN: usize = 16;
/// The version of the first root there is.
const FIRST: u64 = 1;
/// Items of a roots file: 16 roots of 8 signatures with 24 keys each.
const MAX_ITEMS: usize = 16 * 8 * 24 * 16;

/// What a root delegates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Root,
    Lists,
    Mandates,
}

/// Keys of one scope, and how many distinct ones must sign.
#[derive(Clone, Debug)]
struct Delegation {
    threshold: u64,
    keys: Vec<PublicKey>,
}

impl Delegation {
    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(2)?;
        let threshold = reader.uint()?;
        let keys = read_list(reader, 1, 8, |reader| {
            PublicKey::read(reader).map_err(|fault| match fault {
                KeyFault::Malformed(error) => error,
                KeyFault::Weak => reader.fault(Fault::Value),
            })
        })?;
        Ok(Self { threshold, keys })
    }

    fn is_met_by(&self, signed: &[&PublicKey]) -> bool {
        let own = signed.iter().filter(|key| self.keys.contains(key)).count();
        u64::try_from(own).is_ok_and(|own| own >= self.threshold)
    }
}

/// One root document whose signatures held.
#[derive(Clone, Debug)]
pub(super) struct Root {
    version: u64,
    expiry: UnixTime,
    scopes: [Delegation; 3],
    test: bool,
    hash: Digest32,
}

impl Root {
    fn delegation(&self, scope: Scope) -> &Delegation {
        let [root, lists, mandates] = &self.scopes;
        match scope {
            Scope::Root => root,
            Scope::Lists => lists,
            Scope::Mandates => mandates,
        }
    }

    /// The manifest that enough of the lists keys signed, and which of them did.
    pub(super) fn verify_lists<'a>(&self, signed: &[Signed<'a>]) -> Result<(Verified<'a>, Signers), SetUp> {
        let lists = self.delegation(Scope::Lists);
        let found = Together::by(&lists.keys.iter().collect::<Vec<_>>(), signed);
        let found = found.filter(|found| lists.is_met_by(&found.keys)).ok_or(SetUp::ManifestBelowThreshold)?;
        let opened = found.opened.filter(|_| found.in_form).ok_or(SetUp::SignaturesNotInForm)?;
        Ok((opened, Signers { root: self.version, keys: found.keys.into_iter().map(PublicKey::id).collect() }))
    }

    /// The payload that any one key of a scope signed.
    pub(super) fn verify_one<'a>(&self, scope: Scope, sealed: &Signed<'a>) -> Option<Verified<'a>> {
        let keys = self.delegation(scope).keys.iter().filter(|key| key.kid() == *sealed.kid());
        keys.filter_map(|key| open_with(key, sealed)).take(1).next()
    }

    /// Which keys it lets sign lists, as a memory keeps it.
    pub(super) fn known(&self) -> KnownRoot {
        let Delegation { threshold, keys } = self.delegation(Scope::Lists);
        let keys = keys.iter().map(PublicKey::id).collect();
        KnownRoot { version: self.version, hash: self.hash, threshold: *threshold, keys }
    }

    pub(super) fn has_key(&self, key: &PublicKey) -> bool {
        self.scopes.iter().any(|scope| scope.keys.contains(key))
    }

    pub(super) const fn version(&self) -> u64 {
        self.version
    }

    pub(super) const fn expiry(&self) -> UnixTime {
        self.expiry
    }

    pub(super) const fn is_test(&self) -> bool {
        self.test
    }

    /// Reads the document in a signed root. Nobody has vouched for it yet: [`Root::check`] does.
    fn read(signed: &[Signed<'_>]) -> Result<Self, SetUp> {
        let payload = signed.first().map(Signed::unverified_payload).ok_or(SetUp::RootsMalformed)?;
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(payload, Rules::DC1, &budget);
        let root = Self::document(&mut reader, sha256(payload)).map_err(|_| SetUp::RootsMalformed)?;
        reader.finish().map_err(|_| SetUp::RootsMalformed)?;
        root.check_keys()?;
        Ok(root)
    }

    fn document(reader: &mut Reader<'_, '_>, hash: Digest32) -> Result<Self, Error> {
        if reader.map()? != 4 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(reader, 1)?;
        let version = reader.uint()?;
        member(reader, 2)?;
        let expiry = read_time(reader)?;
        member(reader, 3)?;
        if reader.map()? != 3 {
            return Err(reader.fault(Fault::Unexpected));
        }
        let mut scope = |label| member(reader, label).and_then(|()| Delegation::read(reader));
        let scopes = [scope(1)?, scope(2)?, scope(3)?];
        member(reader, 4)?;
        let test = reader.boolean()?;
        if version < FIRST {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self { version, expiry, scopes, test, hash })
    }

    /// No key twice, in one scope or in two, and no threshold that cannot be met or that nobody has to meet (N144).
    fn check_keys(&self) -> Result<(), SetUp> {
        let keys: Vec<_> = self.scopes.iter().flat_map(|scope| &scope.keys).collect();
        let repeated = keys
            .iter()
            .enumerate()
            .any(|(index, key)| keys.iter().skip(index.saturating_add(1)).any(|other| other == key));
        if repeated {
            return Err(SetUp::RootKeysRepeat);
        }
        let fair = |scope: &Delegation| {
            scope.threshold >= 1 && u64::try_from(scope.keys.len()).is_ok_and(|keys| scope.threshold <= keys)
        };
        // A mandate is one COSE_Sign1, so its scope can ask for one signature only.
        let [.., mandates] = &self.scopes;
        if self.scopes.iter().all(fair) && mandates.threshold == 1 { Ok(()) } else { Err(SetUp::RootBelowThreshold) }
    }

    /// Whether it is signed by its own threshold and, where the root before it is known, by that one's: one version up,
    /// by the keys of the one before first and then by its own, by no others and by none twice (N140). Without one
    /// before, a person compares its fingerprint, or it is below a root that is known.
    fn check(&self, before: Option<&Self>, signed: &[Signed<'_>]) -> Result<(), SetUp> {
        let own = self.delegation(Scope::Root);
        let earlier = before.map(|before| before.delegation(Scope::Root));
        let mut keys: Vec<&PublicKey> = earlier.into_iter().flat_map(|earlier| &earlier.keys).collect();
        let new = own.keys.iter().filter(|key| !earlier.is_some_and(|earlier| earlier.keys.contains(key)));
        keys.extend(new);
        let found = Together::by(&keys, signed).ok_or(SetUp::RootBelowThreshold)?;
        if !own.is_met_by(&found.keys) || earlier.is_some_and(|earlier| !earlier.is_met_by(&found.keys)) {
            return Err(SetUp::RootBelowThreshold);
        }
        // Whoever signed by the word of a root that nobody here knows cannot be told from a stranger.
        let cannot_tell = before.is_none() && self.version > FIRST;
        if !found.in_form && !cannot_tell {
            return Err(SetUp::SignaturesNotInForm);
        }
        // A test chain stays a test chain, and an earnest one never becomes one unnoticed.
        if before.is_none_or(|before| before.test == self.test) { Ok(()) } else { Err(SetUp::RootDiffers) }
    }
}

/// Reads `[1*16 signed-root]`, believing nothing.
pub(super) fn read_chain<'a>(reader: &mut Reader<'a, '_>) -> Result<Vec<Vec<Signed<'a>>>, Error> {
    read_list(reader, 1, MAX_CHAIN, |reader| read_list(reader, 1, 8, |reader| Signed::read(reader, Typ::ROOT)))
}

/// The anchor of trust: set up once, by hand, after a person compared its [`Roots::fingerprint`].
///
/// ```
/// # let anchor = doichieu_kit::scene::World::demo().anchor();
/// use doichieu::{Roots, SetUp};
///
/// assert_eq!(Roots::from_bytes(&anchor).err(), Some(SetUp::RootIsTest));
/// let roots = Roots::dangerous_test(&anchor)?;
/// println!("{}", roots.fingerprint()); // read aloud, against what the authority published
/// # Ok::<(), SetUp>(())
/// ```
#[derive(Clone, Debug)]
pub struct Roots {
    /// Those before the newest, from the oldest that the file has.
    earlier: Vec<Root>,
    newest: Root,
}

/// Where the chain of a file leads from an anchor.
pub(super) struct Followed {
    /// The root in force.
    pub(super) root: Root,
    /// The version that the file's own chain ends with: below the anchor's for an old file.
    pub(super) ends: u64,
    /// What a memory keeps of every root from the anchor's oldest on.
    pub(super) known: Vec<KnownRoot>,
}

/// What a person compares before trusting an anchor: SHA-256 of its newest root document, shown in groups of four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The digest itself.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl core::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            if index > 0 && index.is_multiple_of(2) {
                f.write_str(" ")?;
            }
            write!(f, "{byte:02X}")?;
        }
        Ok(())
    }
}

impl Roots {
    /// Opens an anchor file. Its chain must hold together; that it is the right anchor, only the fingerprint can tell.
    ///
    /// # Errors
    /// [`SetUp::RootIsTest`] for a test root, another [`SetUp`] if the chain does not hold.
    pub fn from_bytes(chain: &[u8]) -> Result<Self, SetUp> {
        let roots = Self::dangerous_test(chain)?;
        if roots.is_test() { Err(SetUp::RootIsTest) } else { Ok(roots) }
    }

    /// Opens an anchor file that may be a test root. Everything judged under one says `test: true` and must say TEST on
    /// every screen.
    ///
    /// # Errors
    /// A [`SetUp`] if the chain does not hold.
    pub fn dangerous_test(chain: &[u8]) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(chain, Rules::BUNDLE, &budget);
        let chain = read_chain(&mut reader).map_err(|_| SetUp::RootsMalformed)?;
        reader.finish().map_err(|_| SetUp::RootsMalformed)?;
        let mut roots: Vec<Root> = Vec::new();
        for signed in &chain {
            let root = Root::read(signed)?;
            if roots.last().is_some_and(|before| Some(root.version) != before.version.checked_add(1)) {
                return Err(SetUp::RootSkipsVersion);
            }
            root.check(roots.last(), signed)?;
            roots.push(root);
        }
        let newest = roots.pop().ok_or(SetUp::RootsMalformed)?;
        Ok(Self { earlier: roots, newest })
    }

    /// What a person compares.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.newest.hash)
    }

    /// Whether this is a test root.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.newest.test
    }

    /// The version of its newest root.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.newest.version
    }

    /// Whether a memory is one of a device with these root keys. One that knows none of them may be.
    ///
    /// # Errors
    /// [`SetUp::MemoryOfAnotherAnchor`] if it goes by another root of the same version.
    pub fn remembered_by(&self, memory: &Memory) -> Result<(), SetUp> {
        let other = self.all().any(|root| memory.contradicts(root.version, &root.hash));
        if other { Err(SetUp::MemoryOfAnotherAnchor) } else { Ok(()) }
    }

    /// Follows the chain in a bundle from this anchor to its newest root. Every root of it is checked, those as well
    /// that the anchor stands beyond: they must be the anchor's, and signed like any other.
    pub(super) fn follow(&self, chain: &[Vec<Signed<'_>>]) -> Result<Followed, SetUp> {
        let mut file: Vec<Root> = Vec::new();
        for signed in chain {
            let root = Root::read(signed)?;
            // The root before it: of the file or, where the file begins later, of the anchor.
            let before = file.last().or_else(|| self.of(root.version.checked_sub(1)?));
            let rises = match before {
                Some(before) => Some(root.version) == before.version.checked_add(1),
                None => root.version <= self.newest.version,
            };
            if !rises {
                return Err(SetUp::RootSkipsVersion);
            }
            if self.of(root.version).is_some_and(|known| known.hash != root.hash) {
                return Err(SetUp::RootDiffers);
            }
            root.check(before, signed)?;
            file.push(root);
        }
        let ends = file.last().map_or(0, Root::version);
        let beyond = file.into_iter().filter(|root| root.version > self.newest.version);
        let mut known: Vec<_> = self.all().map(Root::known).collect();
        let mut root = self.newest.clone();
        for next in beyond {
            known.push(next.known());
            root = next;
        }
        Ok(Followed { root, ends, known })
    }

    fn all(&self) -> impl Iterator<Item = &Root> {
        self.earlier.iter().chain([&self.newest])
    }

    fn of(&self, version: u64) -> Option<&Root> {
        self.all().find(|root| root.version == version)
    }
}
