//! What we ask for and why: never wider than the post's licence and its role's profile, per purpose.

use crate::cbor::write::Writer;
use crate::field::{Field, Kind, Purpose};
use crate::memory::{Digest32, sha256};
use crate::post::Post;
use crate::scene::{Seen, Vehicle};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

/// Why an ask cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AskError {
    /// The post's licence or its role's profile does not name this purpose.
    PurposeNotAllowed,
    /// This role may be shown papers only in answer to a challenge.
    OnlyByChallenge,
}

impl core::fmt::Display for AskError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::PurposeNotAllowed => "this post may not ask for this purpose (ask.purpose_not_allowed)",
            Self::OnlyByChallenge => "this role is shown papers only in answer to a challenge (ask.only_by_challenge)",
        })
    }
}

impl core::error::Error for AskError {}

/// What one inspection asks for. Made only by [`Inspector::unprompted`](crate::Inspector::unprompted).
///
/// ```
/// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
/// # let world = doichieu_kit::scene::World::demo();
/// # let mut memory = Memory::new();
/// # let roots = Roots::dangerous_test(&world.anchor())?;
/// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, &mut memory)?);
/// # let post = Post::open(&world.licence("traffic_police"), &bundle)?;
/// # let inspector = Inspector::new(bundle, post)?;
/// use doichieu::{AskError, Vehicle, VehicleKind, field::{Field, Kind}};
///
/// let mut car = Vehicle::new(VehicleKind::Car);
/// car.seats = Some(5);
/// let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL)?.for_vehicle(car).for_plate("30K-123.45".into());
/// assert!(ask.wants(Kind::DRIVING_LICENCE, Field::CLASSES));
/// assert!(!ask.wants_kind(Kind::HEALTH_INSURANCE_CARD));
/// assert_eq!(inspector.unprompted(Purpose::BANK_ONBOARDING).err(), Some(AskError::PurposeNotAllowed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ask {
    purpose: Purpose,
    fields: BTreeMap<Kind, BTreeSet<Field>>,
    retention: u64,
    window: u64,
    seen: Seen,
    origin: Origin,
}

/// The licence and lists an ask was made under: it counts with no others, or one post could borrow another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Origin {
    licence: [u8; 16],
    bundle: Digest32,
}

impl Origin {
    const fn of(post: &Post) -> Self {
        Self { licence: *post.licence(), bundle: *post.bundle() }
    }
}

impl Ask {
    /// Everything that licence and profile allow for a purpose, shown unprompted.
    pub(crate) fn unprompted(post: &Post, purpose: Purpose) -> Result<Self, AskError> {
        let licensed = post.allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
        let profiled = post.role().allowance().fields(purpose).ok_or(AskError::PurposeNotAllowed)?;
        let window = post.role().window().ok_or(AskError::OnlyByChallenge)?;
        let mut fields = BTreeMap::new();
        for (kind, licensed) in licensed {
            let both: BTreeSet<_> =
                profiled.get(kind).into_iter().flatten().filter(|field| licensed.contains(field)).copied().collect();
            if !both.is_empty() {
                fields.insert(*kind, both);
            }
        }
        if fields.is_empty() {
            return Err(AskError::PurposeNotAllowed);
        }
        let retention = post.longest_retention().min(post.role().longest_retention());
        Ok(Self { purpose, fields, retention, window, seen: Seen::default(), origin: Origin::of(post) })
    }

    /// The same ask beside a vehicle that the officer picked: it chooses which rules apply, and proves nothing.
    #[must_use]
    pub const fn for_vehicle(mut self, vehicle: Vehicle) -> Self {
        self.seen.vehicle = Some(vehicle);
        self
    }

    /// The same ask beside a vehicle whose plate the officer reads.
    #[must_use]
    pub fn for_plate(mut self, plate: String) -> Self {
        self.seen.plate = Some(plate);
        self
    }

    /// Why it asks.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Whether it asks for a field of a kind of paper.
    #[must_use]
    pub fn wants(&self, kind: Kind, field: Field) -> bool {
        self.fields.get(&kind).is_some_and(|fields| fields.contains(&field))
    }

    /// Whether it asks for anything of a kind of paper.
    #[must_use]
    pub fn wants_kind(&self, kind: Kind) -> bool {
        self.fields.contains_key(&kind)
    }

    /// Longest retention it asks for, in seconds.
    pub(crate) const fn retention(&self) -> u64 {
        self.retention
    }

    /// How old an unprompted showing may be, in seconds.
    pub(crate) const fn window(&self) -> u64 {
        self.window
    }

    /// Whether it was made by this post under these lists.
    pub(crate) fn is_of(&self, post: &Post) -> bool {
        self.origin == Origin::of(post)
    }

    pub(crate) const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// SHA-256 over one encoding of everything that this ask is, the scene included: it goes into the report.
    pub(crate) fn digest(&self, post: &Post) -> Digest32 {
        let mut writer = Writer::new();
        writer
            .array(7)
            .text(post.name())
            .text(post.role().role())
            .uint(self.purpose.number())
            .uint(self.retention)
            .uint(self.window);
        writer.map(self.fields.len());
        for (kind, fields) in &self.fields {
            writer.uint(kind.number()).array(fields.len());
            for field in fields {
                writer.uint(field.number());
            }
        }
        self.seen.write(&mut writer);
        sha256(&writer.into_bytes())
    }
}
