//! Role profiles: what a role may see, how old its data may be, how long it shows. Data of the bundle, not code.
//!
//! A profile can ask for less and tolerate age; there is nothing in it that could excuse a failed proof.

use crate::cbor::claims::{member, read_kind, read_list, read_map};
use crate::cbor::{Error, Key, Reader};
use crate::field::{FieldKey, FieldSet, Kind, Purpose, Scope};
use crate::finding::Finding;
use crate::input::{Fault, HIGHEST_EXACT};
use crate::reason::{Reason, Setting, Step};
use crate::sorted::Sorted;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use basis::read_basis;

mod basis;
mod said;

pub use basis::LegalBasis;
pub use said::SaidFinding;

/// The longest window an unprompted showing may have, in seconds (docs/dc1.md §3: at most 120).
pub(crate) const LONGEST_WINDOW: u64 = 120;
/// No age may be tolerated longer than this, whatever a profile says: a year, the longest life of a post's mandate
/// (ETSI TS 119 475).
const LONGEST_TOLERANCE: u64 = 366 * 86_400;

/// How long the proof of a consent is kept where a profile does not say, in seconds: a year, within which most
/// violations in administration are acted on (Law 15/2012/QH13 art. 6(1), by recollection). What personal data law
/// wants was not seen (docs/privacy.md).
const CONSENT_KEPT: u64 = 365 * 86_400;

/// Legal bases of one role: docs/dc1.md §3.
const MOST_BASES: usize = 16;

/// Purposes → kinds → fields that may be asked for or seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowance(Sorted<Purpose, Scope>);

impl Allowance {
    /// The purposes allowed.
    pub fn purposes(&self) -> impl Iterator<Item = Purpose> {
        self.0.iter().map(|(purpose, _)| *purpose)
    }

    /// Kinds and fields allowed for a purpose.
    pub(crate) fn fields(&self, purpose: Purpose) -> Option<&Scope> {
        self.0.get(&purpose)
    }

    /// `{ 1*16 purpose => { 1*64 kind => [1*64 field] } }`.
    pub(crate) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let count = read_map(reader, 1, 16)?;
        let mut purposes = Sorted::new();
        for _ in 0..count {
            let Key::Int(purpose) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
            let purpose = u64::try_from(purpose).map_err(|_| reader.fault(Fault::Value))?;
            if purpose > HIGHEST_EXACT {
                return Err(reader.fault(Fault::Value));
            }
            purposes.insert(Purpose::new(purpose), read_scope(reader, 64)?);
        }
        Ok(Self(purposes))
    }
}

/// Fields of one kind: docs/dc1.md §2.
const MOST_FIELDS: usize = 64;

/// `{ 1*n kind => [1*64 field] }`, both levels sorted and unique (docs/dc1.md §2).
pub(crate) fn read_scope(reader: &mut Reader<'_, '_>, kinds: usize) -> Result<Scope, Error> {
    let count = read_map(reader, 1, kinds)?;
    let mut scope = Scope::with_capacity(count);
    for _ in 0..count {
        // Keys of a map rise, or it cannot be read.
        scope.push(read_kind(reader)?, read_rising(reader)?);
    }
    Ok(scope)
}

/// `[1*64 field]`, rising.
fn read_rising(reader: &mut Reader<'_, '_>) -> Result<FieldSet, Error> {
    let count = reader.array()?;
    if !(1..=MOST_FIELDS).contains(&count) {
        return Err(reader.fault(Fault::Value));
    }
    let (mut fields, mut last, mut rising) = (FieldSet::NONE, None, true);
    for _ in 0..count {
        let of = FieldKey::new(reader.uint()?).ok_or_else(|| reader.fault(Fault::Value))?;
        rising &= last < Some(of);
        last = Some(of);
        fields.insert(of);
    }
    if rising { Ok(fields) } else { Err(reader.fault(Fault::Unsorted)) }
}

/// How old data may be before its word is no longer enough, in seconds. Age is all that can be tolerated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tolerances {
    /// The bundle past its due time.
    pub(crate) lists: u64,
    /// A status list since its `iat`: of an account, and of every kind of paper not named in `of_kinds`.
    status: u64,
    /// Reversible bad news: points, suspension, lock.
    pub(crate) reversible: u64,
    /// A copy on the phone past its `exp`.
    pub(crate) outdated: u64,
    /// A status list since its `iat`, for a kind of paper with a tolerance of its own.
    of_kinds: Sorted<Kind, u64>,
}

impl Tolerances {
    /// How old a status list may be whose word on a paper of this kind counts; `None`: on an account.
    pub(crate) fn status(&self, kind: Option<Kind>) -> u64 {
        kind.and_then(|kind| self.of_kinds.get(&kind)).copied().unwrap_or(self.status)
    }

    /// The strictest of them: past it a list is too old for something.
    pub(crate) fn least_status(&self) -> u64 {
        self.of_kinds.values().copied().fold(self.status, u64::min)
    }
}

/// The least a showing must rest on before this role accepts on it. Neither establishes who holds the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Assured {
    /// The bound key, within the window.
    Held,
    /// The bound key, in answer to a challenge of this very post: nothing shown before, or to somebody else.
    Challenged,
}

/// What a role is and may do, as the bundle says.
#[derive(Clone, Debug)]
pub struct RoleProfile {
    role: String,
    display: u64,
    retention: u64,
    window: u64,
    allowance: Allowance,
    tolerances: Tolerances,
    needs_status: Vec<Kind>,
    least_level: u64,
    steps: Sorted<String, String>,
    mandate_life: u64,
    assured: Assured,
    bases: Vec<LegalBasis>,
    needs_account_status: bool,
    wants_post_digits: bool,
    consent_kept: u64,
}

impl RoleProfile {
    /// The role's name, as in `role:` audiences.
    #[must_use]
    pub fn role(&self) -> &str {
        &self.role
    }

    /// How long a result stays on the screen, in seconds.
    #[must_use]
    pub const fn display_seconds(&self) -> u64 {
        self.display
    }

    /// The longest retention it may ask for, in seconds.
    #[must_use]
    pub const fn longest_retention(&self) -> u64 {
        self.retention
    }

    /// How old an unprompted showing may be, in seconds; `None`: only by challenge.
    #[must_use]
    pub const fn window(&self) -> Option<u64> {
        if self.window == 0 { None } else { Some(self.window) }
    }

    /// What it may see at all.
    #[must_use]
    pub const fn allowance(&self) -> &Allowance {
        &self.allowance
    }

    /// The least identification level that satisfies it.
    #[must_use]
    pub const fn least_level(&self) -> u64 {
        self.least_level
    }

    /// Whether a token must say where the status of its account is looked up: otherwise nobody could tell that it was
    /// locked.
    #[must_use]
    pub const fn needs_account_status(&self) -> bool {
        self.needs_account_status
    }

    /// Whether it may accept what answers no challenge. Otherwise an unprompted showing is at most *refer*: where a
    /// phone lent with its papers, or a code passed on, would do harm.
    #[must_use]
    pub fn accepts_unprompted(&self) -> bool {
        self.window != 0 && self.assured == Assured::Held
    }

    /// The legal bases it may rely on to read what comes without consent; none unless its profile names one.
    #[must_use]
    pub fn legal_bases(&self) -> &[LegalBasis] {
        &self.bases
    }

    /// Whether what is shown to it unprompted has to carry the two digits of the post. A wallet then has the citizen
    /// pick or type those that stand on the post's screen, and never fills them in itself.
    #[must_use]
    pub const fn wants_post_digits(&self) -> bool {
        self.wants_post_digits
    }

    /// How long the proof of a consent may be kept, in seconds ([`ConsentProof`](crate::ConsentProof)): it outlives the
    /// values, and nothing lengthens it.
    #[must_use]
    pub const fn consent_kept(&self) -> u64 {
        self.consent_kept
    }

    /// What may be done next about a reason in this role.
    #[must_use]
    pub fn step(&self, reason: Reason) -> Step {
        let picked = self.steps.get(reason.code()).and_then(|code| Step::from_code(code));
        picked.filter(|step| step.fits(reason)).unwrap_or(reason.row().step)
    }

    /// What may be done next about a finding: the reason's step in this role, of its branches the one that holds.
    #[must_use]
    pub fn step_after(&self, finding: &Finding) -> Step {
        finding.turn_step(self.step(finding.reason()))
    }

    /// Where it works, by what it may ask for: the road, a clinic's admission, another desk.
    #[must_use]
    pub fn setting(&self) -> Setting {
        let may = |purpose| self.allowance.fields(purpose).is_some();
        if may(Purpose::TRAFFIC_CONTROL) {
            Setting::Road
        } else if may(Purpose::CLINIC_ADMISSION) {
            Setting::Clinic
        } else {
            Setting::Desk
        }
    }

    pub(crate) const fn tolerances(&self) -> &Tolerances {
        &self.tolerances
    }

    pub(crate) fn needs_status(&self, kind: Kind) -> bool {
        self.needs_status.contains(&kind)
    }

    /// Longest life of a mandate of this role, in seconds.
    pub(crate) const fn mandate_life(&self) -> u64 {
        self.mandate_life
    }

    /// A `profile` of docs/dc1.md §3.
    pub(crate) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let members = reader.map()?;
        if !(11..=15).contains(&members) {
            return Err(reader.fault(Fault::Unexpected));
        };
        member(reader, 1)?;
        let role = reader.text()?.to_string();
        member(reader, 2)?;
        let display = reader.uint()?;
        member(reader, 3)?;
        let retention = reader.uint()?;
        member(reader, 4)?;
        let window = reader.uint()?;
        member(reader, 5)?;
        let allowance = Allowance::read(reader)?;
        member(reader, 6)?;
        let tolerances = read_tolerances(reader)?;
        member(reader, 7)?;
        let needs_status = read_list(reader, 0, 64, |reader| {
            let number = reader.uint()?;
            Kind::new(number).ok_or_else(|| reader.fault(Fault::Value))
        })?;
        member(reader, 8)?;
        let least_level = reader.uint()?;
        member(reader, 9)?;
        let steps = read_steps(reader)?;
        member(reader, 10)?;
        let mandate_life = reader.uint()?;
        member(reader, 11)?;
        let assured = match reader.uint()? {
            1 => Assured::Held,
            2 => Assured::Challenged,
            _ => return Err(reader.fault(Fault::Value)),
        };
        let Optional { bases, needs_account_status, wants_post_digits, consent_kept } =
            Optional::read(reader, members)?;
        if window > LONGEST_WINDOW || !(1..=2).contains(&least_level) {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self {
            role,
            display,
            retention,
            window,
            allowance,
            tolerances,
            needs_status,
            least_level,
            steps,
            mandate_life,
            assured,
            bases,
            needs_account_status,
            wants_post_digits,
            consent_kept,
        })
    }
}

/// The members that a profile may leave out.
struct Optional {
    bases: Vec<LegalBasis>,
    needs_account_status: bool,
    wants_post_digits: bool,
    consent_kept: u64,
}

impl Optional {
    /// Keys of a map rise, so each stands there once.
    fn read(reader: &mut Reader<'_, '_>, members: usize) -> Result<Self, Error> {
        let (bases, consent_kept) = (Vec::new(), CONSENT_KEPT);
        let mut read = Self { bases, needs_account_status: false, wants_post_digits: false, consent_kept };
        for _ in 11..members {
            match reader.key()? {
                Key::Int(12) => read.bases = read_list(reader, 1, MOST_BASES, read_basis)?,
                // Absent is not demanded, and has no second spelling.
                Key::Int(13) if reader.boolean()? => read.needs_account_status = true,
                Key::Int(14) if reader.boolean()? => read.wants_post_digits = true,
                Key::Int(15) => read.consent_kept = reader.uint()?,
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        Ok(read)
    }
}

fn read_tolerances(reader: &mut Reader<'_, '_>) -> Result<Tolerances, Error> {
    let members = reader.map()?;
    if !(4..=5).contains(&members) {
        return Err(reader.fault(Fault::Unexpected));
    }
    let mut next = |label| {
        member(reader, label)?;
        read_age(reader)
    };
    let [lists, status, reversible, outdated] = [next(1)?, next(2)?, next(3)?, next(4)?];
    let mut of_kinds = Sorted::new();
    if members == 5 {
        member(reader, 5)?;
        for _ in 0..read_map(reader, 1, 64)? {
            let kind = read_kind(reader)?;
            of_kinds.insert(kind, read_age(reader)?);
        }
    }
    Ok(Tolerances { lists, status, reversible, outdated, of_kinds })
}

fn read_age(reader: &mut Reader<'_, '_>) -> Result<u64, Error> {
    reader.uint().map(|seconds| seconds.min(LONGEST_TOLERANCE))
}

fn read_steps(reader: &mut Reader<'_, '_>) -> Result<Sorted<String, String>, Error> {
    let mut steps = Sorted::new();
    for _ in 0..read_map(reader, 0, 128)? {
        let Key::Text(code) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
        steps.insert(code.to_string(), reader.text()?.to_string());
    }
    Ok(steps)
}
