//! The anchor: a chain of root documents, each delegating lists and licences to keys of their own, each next one signed by the one before.

use crate::cbor::{Error, Reader, Rules};
use crate::input::{Budget, Fault};
use crate::key::{KeyFault, PublicKey};
use crate::memory::{Digest32, Mark, sha256};
use crate::seal::{Opened, Sealed, Typ};
use crate::set_up::SetUp;
use crate::time::UnixTime;
use crate::trust::{member, read_list, read_time};
use alloc::vec::Vec;

/// Longest chain of roots in one file (docs/dc1.md §3): a rotation a year for sixteen years.
const MAX_CHAIN: usize = 16;
/// Items of a roots file: 16 roots of 8 signatures with 24 keys each.
const MAX_ITEMS: usize = 16 * 8 * 24 * 16;

/// What a root delegates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Root,
    Lists,
    Licences,
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

    /// The payload that enough distinct keys signed. All envelopes must carry the same payload bytes.
    fn verify<'a>(&self, signed: &[Sealed<'a>]) -> Option<Opened<'a>> {
        let payload = signed.first()?.unverified_payload();
        if signed.iter().any(|sealed| sealed.unverified_payload() != payload) {
            return None;
        }
        let opened: Vec<_> = self.keys.iter().filter_map(|key| open_with(key, signed)).collect();
        let enough = u64::try_from(opened.len()).is_ok_and(|count| count >= self.threshold);
        opened.first().copied().filter(|_| enough)
    }
}

/// What one key signed among these envelopes: each key counts once, however many envelopes name it.
fn open_with<'a>(key: &PublicKey, signed: &[Sealed<'a>]) -> Option<Opened<'a>> {
    let kid = key.kid();
    signed
        .iter()
        .filter(|sealed| *sealed.kid() == kid && sealed.alg() == key.alg())
        .find_map(|sealed| sealed.verify(key).ok())
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
        let [root, lists, licences] = &self.scopes;
        match scope {
            Scope::Root => root,
            Scope::Lists => lists,
            Scope::Licences => licences,
        }
    }

    /// The payload that the threshold of a scope signed.
    pub(super) fn verify<'a>(&self, scope: Scope, signed: &[Sealed<'a>]) -> Option<Opened<'a>> {
        self.delegation(scope).verify(signed)
    }

    /// The payload that any one key of a scope signed.
    pub(super) fn verify_one<'a>(&self, scope: Scope, sealed: &Sealed<'a>) -> Option<Opened<'a>> {
        self.delegation(scope).keys.iter().find_map(|key| open_with(key, core::slice::from_ref(sealed)))
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

    pub(super) const fn mark(&self) -> Mark {
        Mark { number: self.version, hash: self.hash }
    }

    /// Reads the document in a signed root. Nobody has vouched for it yet: [`Root::first`] and [`Root::next`] do.
    fn read(signed: &[Sealed<'_>]) -> Result<Self, SetUp> {
        let payload = signed.first().map(Sealed::unverified_payload).ok_or(SetUp::RootsMalformed)?;
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
        if version == 0 {
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
        // A licence is one COSE_Sign1, so its scope can ask for one signature only.
        let [.., licences] = &self.scopes;
        if self.scopes.iter().all(fair) && licences.threshold == 1 { Ok(()) } else { Err(SetUp::RootBelowThreshold) }
    }

    /// The first root of an anchor vouches for itself; a person compared its fingerprint.
    fn first(signed: &[Sealed<'_>]) -> Result<Self, SetUp> {
        let root = Self::read(signed)?;
        root.verify(Scope::Root, signed).ok_or(SetUp::RootBelowThreshold)?;
        Ok(root)
    }

    /// The next root: exactly one version up, signed by the old threshold and the new (N140).
    fn next(&self, signed: &[Sealed<'_>]) -> Result<Self, SetUp> {
        let root = Self::read(signed)?;
        if Some(root.version) != self.version.checked_add(1) {
            return Err(SetUp::RootSkipsVersion);
        }
        if self.verify(Scope::Root, signed).is_none() || root.verify(Scope::Root, signed).is_none() {
            return Err(SetUp::RootBelowThreshold);
        }
        // A test chain stays a test chain, and an earnest one never becomes one unnoticed.
        if root.test == self.test { Ok(root) } else { Err(SetUp::RootDiffers) }
    }
}

/// Reads `[1*16 signed-root]`, believing nothing.
pub(super) fn read_chain<'a>(reader: &mut Reader<'a, '_>) -> Result<Vec<Vec<Sealed<'a>>>, Error> {
    read_list(reader, 1, MAX_CHAIN, |reader| read_list(reader, 1, 8, |reader| Sealed::read(reader, Typ::ROOT)))
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
    newest: Root,
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

    /// Opens an anchor file that may be a test root. Everything judged under one says `test: true` and must say TEST on every screen.
    ///
    /// # Errors
    /// A [`SetUp`] if the chain does not hold.
    pub fn dangerous_test(chain: &[u8]) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(chain, Rules::BUNDLE, &budget);
        let chain = read_chain(&mut reader).map_err(|_| SetUp::RootsMalformed)?;
        reader.finish().map_err(|_| SetUp::RootsMalformed)?;
        let (first, later) = chain.split_first().ok_or(SetUp::RootsMalformed)?;
        let newest = later.iter().try_fold(Root::first(first)?, |root, signed| root.next(signed))?;
        Ok(Self { newest })
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

    /// Follows the chain in a bundle from this anchor to its newest root, never below one that this device has used.
    pub(super) fn follow(
        &self,
        chain: &[Vec<Sealed<'_>>],
        used: impl IntoIterator<Item = Mark>,
    ) -> Result<Root, SetUp> {
        let mut root = self.newest.clone();
        for signed in chain {
            let offered = Root::read(signed)?;
            if offered.version < root.version {
                continue;
            }
            if offered.version == root.version {
                if offered.hash != root.hash {
                    return Err(SetUp::RootDiffers);
                }
                continue;
            }
            root = root.next(signed)?;
        }
        for used in used {
            if root.version < used.number {
                return Err(SetUp::RootRolledBack);
            }
            if root.version == used.number && root.hash != used.hash {
                return Err(SetUp::RootDiffers);
            }
        }
        Ok(root)
    }
}
