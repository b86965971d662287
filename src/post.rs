//! Who we are: a post, which exists only by opening a signed licence against the bundle. Role and identity are never
//! plain arguments.

use crate::bundle::Bundle;
use crate::cbor::claims::{member, read_time};
use crate::cbor::{Error, Reader, Rules};
use crate::digest::{Digest32, sha256};
use crate::finding::Finding;
use crate::input::{Budget, Fault};
use crate::key::{KeyFault, PublicKey};
use crate::policy::{Allowance, RoleProfile};
use crate::reason::Reason;
use crate::seal::{Signed, Typ, Verified};
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Items of a licence: 16 purposes of 64 kinds of 64 fields, and the rest.
const MAX_ITEMS: usize = 1 << 17;

/// A post whose licence the licences scope of a bundle signed. It proves who may ask, not that the time for it has
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

struct Licence {
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
    /// Opens a licence (docs/dc1.md §3). `licence` is untrusted.
    ///
    /// ```
    /// # use doichieu::{Bundle, Memory, Post, Roots, SetUp, field::Purpose};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new())?;
    /// # let licence = world.licence("clinic");
    /// let post = Post::open(&licence, &bundle)?;
    /// assert_eq!(post.role().role(), "clinic");
    /// assert!(post.allowance().purposes().eq([Purpose::CLINIC_ADMISSION]));
    /// # Ok::<(), SetUp>(())
    /// ```
    ///
    /// # Errors
    /// A [`SetUp`] if it cannot be read, is not signed by this bundle's licences scope, names a role the bundle has no
    /// profile for, or lives longer than that profile allows.
    pub fn open(licence: &[u8], bundle: &Bundle) -> Result<Self, SetUp> {
        let bytes = Arc::from(licence);
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(licence, Rules::DC1, &budget);
        let sealed = Signed::read(&mut reader, Typ::LICENCE).map_err(|_| SetUp::LicenceMalformed)?;
        reader.finish().map_err(|_| SetUp::LicenceMalformed)?;
        let opened = bundle.open_licence(&sealed).ok_or(SetUp::LicenceNotSigned)?;
        let licence = Licence::read(&opened, &budget).map_err(|_| SetUp::LicenceMalformed)?;
        let profile = bundle.profile(&licence.role).ok_or(SetUp::RoleUnknown)?.clone();
        // P3: licence.exp − licence.iat ≤ the profile's longest licence life.
        if licence.until <= licence.from || licence.until.since(licence.from) > profile.licence_life() {
            return Err(SetUp::LicenceLifeTooLong);
        }
        Ok(Self {
            digest: sha256(licence.name.as_bytes()),
            name: licence.name,
            id: licence.id,
            from: licence.from,
            until: licence.until,
            key: licence.key,
            allowance: licence.allowance,
            longest_retention: licence.longest_retention,
            profile,
            bundle: bundle.hash(),
            bytes,
        })
    }

    /// The post's name, as its licence says.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its role, as the bundle says.
    #[must_use]
    pub const fn role(&self) -> &RoleProfile {
        &self.profile
    }

    /// When its licence ends.
    #[must_use]
    pub const fn until(&self) -> UnixTime {
        self.until
    }

    /// What its licence allows it to ask for, before the profile narrows it.
    #[must_use]
    pub const fn allowance(&self) -> &Allowance {
        &self.allowance
    }

    /// The longest retention its licence allows, in seconds.
    pub(crate) const fn longest_retention(&self) -> u64 {
        self.longest_retention
    }

    /// The key that signs its challenges. The private one is the host's, in hardware or WebCrypto.
    pub(crate) const fn key(&self) -> &PublicKey {
        &self.key
    }

    /// Its licence as it came: a challenge carries it.
    pub(crate) fn licence_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether its licence is in force at a time that may be wrong by `slack` seconds.
    pub(crate) fn is_in_force_around(&self, at: UnixTime, slack: u64) -> bool {
        self.from <= at.plus(slack) && at < self.until.plus(slack)
    }

    /// Its licence's id.
    pub(crate) const fn licence(&self) -> &[u8; 16] {
        &self.id
    }

    /// The bundle it was opened against.
    pub(crate) const fn bundle(&self) -> &Digest32 {
        &self.bundle
    }

    /// What the replay memory knows it by: a digest of its name, so that a renewed licence is still the same post.
    pub(crate) const fn digest(&self) -> &Digest32 {
        &self.digest
    }

    /// Check 0: this device's clock and licence, before anything about the citizen (docs/dc1.md §4, §5 P1, P2).
    pub(crate) fn judge(&self, bundle: &Bundle, ask_is_ours: bool, floor: UnixTime, at: UnixTime) -> Vec<Finding> {
        if at < floor {
            // With a wrong clock nothing else can be judged, the licence included.
            return Vec::from([Finding::new(Reason::PostClockWrong)]);
        }
        let mut findings = Vec::new();
        if !(self.from <= at && at < self.until) {
            findings.push(Finding::new(Reason::PostLicenceNotInForce));
        }
        if bundle.is_revoked(&self.id) {
            findings.push(Finding::new(Reason::PostLicenceRevoked));
        }
        if !ask_is_ours {
            findings.push(Finding::new(Reason::PostAskNotOurs));
        }
        findings
    }
}

impl Licence {
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
