//! Who we are: a post, which exists only by opening a signed mandate against the bundle. Role and identity are never
//! plain arguments.

use crate::bundle::Bundle;
use crate::cbor::claims::{member, read_time};
use crate::cbor::{Error, Reader, Rules};
use crate::digest::{Digest32, sha256};
use crate::finding::Finding;
use crate::input::{Budget, Fault};
use crate::key::{KeyFault, PublicKey};
use crate::policy::{Allowance, RoleProfile};
use crate::reason::{Reason, Turn};
use crate::seal::{Signed, Typ, Verified};
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

mod change;
mod trial;
pub use change::{MandateChange, MandateFields};

/// Items of a mandate: 16 purposes of 64 kinds of 64 fields, and the rest.
const MAX_ITEMS: usize = 1 << 17;

/// A post whose mandate the mandates scope of a bundle signed. It proves who may ask, not that the time for it has
/// come: every inspection judges that at its own time.
#[derive(Clone, Debug)]
pub struct Post {
    name: String,
    digest: Digest32,
    id: [u8; 16],
    from: UnixTime,
    until: UnixTime,
    key: PublicKey,
    allowance: Allowance,
    longest_retention: u64,
    profile: RoleProfile,
    bundle: Digest32,
    bytes: Arc<[u8]>,
}

struct Mandate {
    name: String,
    until: UnixTime,
    from: UnixTime,
    id: [u8; 16],
    key: PublicKey,
    role: String,
    allowance: Allowance,
    longest_retention: u64,
}

impl Post {
    /// Opens a mandate (docs/dc1.md §3). `mandate` is untrusted.
    ///
    /// ```
    /// # use doichieu::{Bundle, Memory, Post, Roots, SetUp, field::Purpose};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new())?;
    /// # let mandate = world.mandate("clinic");
    /// let post = Post::open(&mandate, &bundle)?;
    /// assert_eq!(post.role().role(), "clinic");
    /// assert!(post.allowance().purposes().eq([Purpose::CLINIC_ADMISSION]));
    /// # Ok::<(), SetUp>(())
    /// ```
    ///
    /// # Errors
    /// A [`SetUp`] if it cannot be read, is not signed by this bundle's mandates scope, names a role the bundle has no
    /// profile for, or lives longer than that profile allows.
    pub fn open(mandate: &[u8], bundle: &Bundle) -> Result<Self, SetUp> {
        let bytes = Arc::from(mandate);
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(mandate, Rules::DC1, &budget);
        let sealed = Signed::read(&mut reader, Typ::MANDATE).map_err(|_| SetUp::MandateMalformed)?;
        reader.finish().map_err(|_| SetUp::MandateMalformed)?;
        let opened = bundle.open_mandate(&sealed).ok_or(SetUp::MandateNotSigned)?;
        let mandate = Mandate::read(&opened, &budget).map_err(|_| SetUp::MandateMalformed)?;
        let profile = bundle.profile(&mandate.role).ok_or(SetUp::RoleUnknown)?.clone();
        // P3: mandate.exp − mandate.iat ≤ the profile's longest mandate life.
        if mandate.until <= mandate.from || mandate.until.since(mandate.from) > profile.mandate_life() {
            return Err(SetUp::MandateLifeTooLong);
        }
        Ok(Self {
            digest: sha256(mandate.name.as_bytes()),
            name: mandate.name,
            id: mandate.id,
            from: mandate.from,
            until: mandate.until,
            key: mandate.key,
            allowance: mandate.allowance,
            longest_retention: mandate.longest_retention,
            profile,
            bundle: bundle.hash(),
            bytes,
        })
    }

    /// The post's name, as its mandate says.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its role, as the bundle says.
    #[must_use]
    pub const fn role(&self) -> &RoleProfile {
        &self.profile
    }

    /// When its mandate ends.
    #[must_use]
    pub const fn until(&self) -> UnixTime {
        self.until
    }

    /// What its mandate allows it to ask for, before the profile narrows it.
    #[must_use]
    pub const fn allowance(&self) -> &Allowance {
        &self.allowance
    }

    /// The longest retention its mandate allows, in seconds.
    pub(crate) const fn longest_retention(&self) -> u64 {
        self.longest_retention
    }

    /// The key that signs its challenges. The private one is the host's, in hardware or WebCrypto.
    pub(crate) const fn key(&self) -> &PublicKey {
        &self.key
    }

    /// Its mandate as it came: a challenge carries it.
    pub(crate) fn mandate_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether its mandate is in force at a time that may be wrong by `slack` seconds.
    pub(crate) fn is_in_force_around(&self, at: UnixTime, slack: u64) -> bool {
        self.from <= at.plus(slack) && at < self.until.plus(slack)
    }

    /// Its mandate's id.
    pub(crate) const fn mandate(&self) -> &[u8; 16] {
        &self.id
    }

    /// The bundle it was opened against.
    pub(crate) const fn bundle(&self) -> &Digest32 {
        &self.bundle
    }

    /// What the replay memory knows it by: a digest of its name, so that a renewed mandate is still the same post.
    pub(crate) const fn digest(&self) -> &Digest32 {
        &self.digest
    }

    /// Check 0: this device's clock and mandate, before anything about the citizen (docs/dc1.md §4, §5 P1, P2).
    pub(crate) fn judge(&self, bundle: &Bundle, ask_is_ours: bool, floor: UnixTime, at: UnixTime) -> Vec<Finding> {
        if at < floor {
            // With a wrong clock nothing else can be judged, the mandate included.
            return Vec::from([Finding::new(Reason::PostClockWrong)]);
        }
        let mut findings = Vec::new();
        if !(self.from <= at && at < self.until) {
            let turn = if at < self.from { Turn::Ahead } else { Turn::Past };
            findings.push(Finding::new(Reason::PostMandateNotInForce).turned(turn));
        }
        if bundle.is_revoked(&self.id) {
            findings.push(Finding::new(Reason::PostMandateRevoked));
        }
        if !ask_is_ours {
            findings.push(Finding::new(Reason::PostAskNotOurs));
        }
        findings
    }
}

impl Mandate {
    fn read(opened: &Verified<'_>, budget: &Budget) -> Result<Self, Error> {
        let mut reader = opened.reader(budget);
        if reader.map()? != 6 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(&mut reader, 2)?;
        let name = reader.text()?.to_string();
        member(&mut reader, 4)?;
        let until = read_time(&mut reader)?;
        member(&mut reader, 6)?;
        let from = read_time(&mut reader)?;
        member(&mut reader, 7)?;
        let id = *reader.fixed()?;
        member(&mut reader, 8)?;
        if reader.map()? != 1 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(&mut reader, 1)?;
        let key = PublicKey::read(&mut reader).map_err(|fault| match fault {
            KeyFault::Malformed(error) => error,
            KeyFault::Weak => reader.fault(Fault::Value),
        })?;
        member(&mut reader, -65_611)?;
        if reader.map()? != 3 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(&mut reader, 1)?;
        let role = reader.text()?.to_string();
        member(&mut reader, 2)?;
        let allowance = Allowance::read(&mut reader)?;
        member(&mut reader, 3)?;
        let longest_retention = reader.uint()?;
        reader.finish()?;
        Ok(Self { name, until, from, id, key, role, allowance, longest_retention })
    }
}
