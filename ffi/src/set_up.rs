//! This device's own files: whose lists count, the lists, what it remembers, who it is.

use crate::error::{DoichieuError, set_up_of};
use crate::names::Purpose;
use crate::slot::lock;
use crate::time::{at, instant};
use doichieu::FileKind;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// The trust anchor: whose bundles count. Set up once, after two people compared [`Roots::fingerprint`].
#[derive(Debug, uniffi::Object)]
pub struct Roots(pub(crate) doichieu::Roots);

#[uniffi::export]
impl Roots {
    /// Opens a chain of roots. A test root is refused.
    #[uniffi::constructor]
    pub fn from_bytes(chain: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let opened = doichieu::Roots::from_bytes(&chain).map_err(set_up_of([(&*chain, FileKind::Roots)]));
        opened.map(|roots| Arc::new(Self(roots)))
    }

    /// Takes a test root, too. Everything judged under it is marked as a test, and every screen says TEST.
    #[uniffi::constructor]
    pub fn dangerous_test(chain: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let opened = doichieu::Roots::dangerous_test(&chain).map_err(set_up_of([(&*chain, FileKind::Roots)]));
        opened.map(|roots| Arc::new(Self(roots)))
    }

    /// What two people read out to each other.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint().to_string()
    }

    /// The version of its newest root.
    pub fn version(&self) -> u64 {
        self.0.version()
    }

    /// Whether it is a test root.
    pub fn is_test(&self) -> bool {
        self.0.is_test()
    }

    /// Refuses a memory of a device that goes by another root of the same version.
    pub fn remembered_by(&self, memory: &Memory) -> Result<(), DoichieuError> {
        Ok(self.0.remembered_by(&lock(&memory.0))?)
    }
}

/// What a device must remember: floors of time and number, and showings seen. Store its bytes before anything is shown;
/// [`crate::Keeper`] does.
#[derive(Debug, uniffi::Object)]
pub struct Memory(pub(crate) Mutex<doichieu::Memory>);

#[uniffi::export]
impl Memory {
    /// A memory of nothing: legitimate, and then earlier showings are not known.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Self::of(doichieu::Memory::new())
    }

    /// What was stored before.
    #[uniffi::constructor]
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let opened = doichieu::Memory::from_bytes(&bytes).map_err(set_up_of([(&*bytes, FileKind::Memory)]));
        opened.map(Self::of)
    }

    /// What can still be read of one that is torn: what it knows of lists and time, with a gap for its showings.
    #[uniffi::constructor]
    pub fn salvaged(bytes: Vec<u8>, now: SystemTime) -> Result<Arc<Self>, DoichieuError> {
        Ok(Self::of(doichieu::Memory::salvaged(&bytes, at(now)?)?))
    }

    /// The bytes to store, before anything is shown.
    pub fn to_bytes(&self) -> Vec<u8> {
        lock(&self.0).to_bytes()
    }

    /// What it knows of lists and time, without its showings: a record of its own beside two slots.
    pub fn floors(&self) -> Arc<Self> {
        Self::of(lock(&self.0).floors())
    }

    /// The same with a gap up to `now`: what was shown before is not known. For a new memory in the place of a lost one.
    pub fn with_gap(&self, now: SystemTime) -> Result<Arc<Self>, DoichieuError> {
        Ok(Self::of(lock(&self.0).clone().with_gap(at(now)?)))
    }

    /// A clock before this is wrong.
    pub fn floor(&self) -> Option<SystemTime> {
        lock(&self.0).floor().map(instant)
    }

    /// The date of a list that was seen and not taken: nothing is accepted before it.
    pub fn doubt(&self) -> Option<SystemTime> {
        lock(&self.0).doubt().map(instant)
    }

    /// How many showings it holds.
    pub fn showings(&self) -> u64 {
        u64::try_from(lock(&self.0).showings()).unwrap_or(u64::MAX)
    }

    /// Takes in what another memory of this device and anchor knows. Refused, this memory is as it was.
    pub fn join(&self, other: &Self) -> Result<(), DoichieuError> {
        // One after the other: a memory may be joined to itself.
        let other = lock(&other.0).clone();
        Ok(lock(&self.0).join(&other)?)
    }
}

impl Memory {
    fn of(memory: doichieu::Memory) -> Arc<Self> {
        Arc::new(Self(Mutex::new(memory)))
    }
}

/// The signed lists.
#[derive(Debug, uniffi::Object)]
pub struct Bundle(pub(crate) Arc<doichieu::Bundle>);

#[uniffi::export]
impl Bundle {
    /// Opens a bundle file; one dated after the clock is not taken. Refused, the memory is unchanged.
    #[uniffi::constructor]
    pub fn open(file: Vec<u8>, roots: &Roots, memory: &Memory, now: SystemTime) -> Result<Arc<Self>, DoichieuError> {
        let opened = doichieu::Bundle::open(&file, &roots.0, at(now)?, &mut lock(&memory.0));
        Ok(Self::of(opened.map_err(set_up_of([(&*file, FileKind::Lists)]))?))
    }

    /// Opens the bundle that follows this one, from a delta or a full file.
    pub fn apply(
        &self,
        delta: Vec<u8>,
        roots: &Roots,
        memory: &Memory,
        now: SystemTime,
    ) -> Result<Arc<Self>, DoichieuError> {
        let opened = self.0.apply(&delta, &roots.0, at(now)?, &mut lock(&memory.0));
        Ok(Self::of(opened.map_err(set_up_of([(&*delta, FileKind::Delta)]))?))
    }

    /// Its number.
    pub fn number(&self) -> u64 {
        self.0.number()
    }

    /// SHA-256 of its manifest.
    pub fn hash(&self) -> Vec<u8> {
        self.0.hash().to_vec()
    }

    /// Whether its root is a test root.
    pub fn is_test(&self) -> bool {
        self.0.is_test()
    }

    /// The roles it has profiles for.
    pub fn roles(&self) -> Vec<String> {
        self.0.profiles().iter().map(|profile| profile.role().to_owned()).collect()
    }

    /// How fit this device is for a shift. Says nothing about any citizen.
    pub fn readiness(&self, memory: &Memory, now: SystemTime) -> Result<Readiness, DoichieuError> {
        let now = at(now)?;
        let of = self.0.readiness(now, &lock(&memory.0));
        Ok(Readiness {
            ready: of.is_ready(now),
            number: of.number,
            age: of.age,
            newest_signed: instant(of.newest_signed),
            in_doubt: of.in_doubt,
            clock_wrong: of.clock_wrong,
            next_due: instant(of.next_due),
            not_after: instant(of.not_after),
            root_expiry: instant(of.root_expiry),
            law_unchecked: of.law_unchecked,
            test: of.test,
        })
    }
}

impl Bundle {
    fn of(bundle: doichieu::Bundle) -> Arc<Self> {
        Arc::new(Self(Arc::new(bundle)))
    }
}

/// What changed from one bundle file to another, to hand on.
#[uniffi::export]
pub fn delta_between(old_file: Vec<u8>, new_file: Vec<u8>) -> Result<Vec<u8>, DoichieuError> {
    let files = [(&*old_file, FileKind::Lists), (&*new_file, FileKind::Lists)];
    doichieu::Bundle::delta_between(&old_file, &new_file).map_err(set_up_of(files))
}

/// The full file that a delta leads to, to store.
#[uniffi::export]
pub fn merge_files(old_file: Vec<u8>, delta: Vec<u8>) -> Result<Vec<u8>, DoichieuError> {
    let files = [(&*old_file, FileKind::Lists), (&*delta, FileKind::Delta)];
    doichieu::Bundle::merge_files(&old_file, &delta).map_err(set_up_of(files))
}

/// How old everything is, when it stops being good, and whether the clock can be right by all that was seen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Readiness {
    /// Nothing is referred for this device's sake.
    pub ready: bool,
    /// The bundle's number.
    pub number: u64,
    /// Seconds since the bundle was issued.
    pub age: u64,
    /// The newest date that anything signed bears, of what this device took, or saw and did not take.
    pub newest_signed: SystemTime,
    /// That date is of a list that was not taken.
    pub in_doubt: bool,
    /// The clock lies before it: nothing is accepted.
    pub clock_wrong: bool,
    /// When a newer bundle is due.
    pub next_due: SystemTime,
    /// From when on nothing is accepted on its word.
    pub not_after: SystemTime,
    /// When its root expires.
    pub root_expiry: SystemTime,
    /// Nobody has looked at the law for more than a year: what rests on it refers at most.
    pub law_unchecked: bool,
    /// Its root is a test root.
    pub test: bool,
}

/// Who we are: signed, never a plain argument.
#[derive(Debug, uniffi::Object)]
pub struct Post(pub(crate) doichieu::Post);

#[uniffi::export]
impl Post {
    /// Opens a mandate against a bundle.
    #[uniffi::constructor]
    pub fn open(mandate: Vec<u8>, bundle: &Bundle) -> Result<Arc<Self>, DoichieuError> {
        let opened = doichieu::Post::open(&mandate, &bundle.0);
        Ok(Arc::new(Self(opened.map_err(set_up_of([(&*mandate, FileKind::Mandate)]))?)))
    }

    /// Its name, as its mandate says.
    pub fn name(&self) -> String {
        self.0.name().to_owned()
    }

    /// When its mandate ends.
    pub fn until(&self) -> SystemTime {
        instant(self.0.until())
    }

    /// The purposes its mandate names, before the role's profile narrows them.
    pub fn purposes(&self) -> Vec<Purpose> {
        self.0.allowance().purposes().filter_map(Purpose::of).collect()
    }

    /// Its role, as the bundle says.
    pub fn role(&self) -> Role {
        let role = self.0.role();
        Role {
            name: role.role().to_owned(),
            display_seconds: role.display_seconds(),
            longest_retention: role.longest_retention(),
            window: role.window(),
            setting: role.setting().name().to_owned(),
        }
    }

    /// What a key signs to be tried before it is kept: no ask, and no part of one.
    pub fn trial_to_be_signed(&self) -> Vec<u8> {
        self.0.trial_to_be_signed()
    }

    /// Whether a signature over that is by the key of this post's mandate.
    pub fn is_key_of(&self, signature: Vec<u8>) -> bool {
        self.0.is_key_of(&signature)
    }
}

/// What a bundle says of a role.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Role {
    /// Its name.
    pub name: String,
    /// How long a result stays on the screen, seconds.
    pub display_seconds: u64,
    /// Seconds.
    pub longest_retention: u64,
    /// How old an unprompted showing may be, seconds; `null`: only by challenge.
    pub window: Option<u64>,
    /// Where it works: `road`, `clinic`, `desk`.
    pub setting: String,
}
