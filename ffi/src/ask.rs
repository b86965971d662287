//! What is asked for and why; a challenge in its two steps.

use crate::error::{DoichieuError, HostError};
use crate::inspector::Inspector;
use crate::names::{self, Kind, Purpose};
use crate::slot::lock;
use crate::time::{at, instant};
use crate::vehicle::Vehicle;
use doichieu::{LegalBasis, Seed};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// One stop at the roadside, one visit to a desk: 32 bytes of the host's randomness, new for each and kept until it is
/// over. It tells a code that is read twice in one check from one that is shown in another. It proves nothing.
#[derive(Debug, uniffi::Object)]
pub struct EncounterSeed(pub(crate) doichieu::EncounterSeed);

#[uniffi::export]
impl EncounterSeed {
    /// From 32 random bytes.
    #[uniffi::constructor]
    pub fn new(random: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let random = exactly(&random, "argument.encounter", "32 random bytes, new for each encounter")?;
        Ok(Arc::new(Self(doichieu::EncounterSeed::new(random))))
    }

    /// An encounter of which only the salt was kept, to compute a report again.
    #[uniffi::constructor]
    pub fn kept(salt: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let salt = exactly(&salt, "argument.salt", "the 16 bytes of a kept salt")?;
        Ok(Arc::new(Self(doichieu::EncounterSeed::kept(doichieu::Salt::new(salt)))))
    }

    /// 16 bytes, to keep with the inputs of a report.
    pub fn salt(&self) -> Vec<u8> {
        self.0.salt().bytes().to_vec()
    }
}

/// What is asked for: exactly one of three. Nothing that is left out means everything.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Only {
    /// All that mandate and profile allow for the purpose.
    All,
    /// These fields, by kind of paper: one kind and one field of each at least.
    Fields {
        /// By name: docs/fields.md.
        of: HashMap<Kind, Vec<String>>,
    },
    /// The answer to a question, and not one field: see [`crate::scan::questions`].
    Question {
        /// By name.
        name: String,
    },
}

/// What a challenge asks for.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Wants {
    /// Why.
    pub purpose: Purpose,
    /// What.
    pub only: Only,
    /// Seconds for which it is kept; never longer than mandate and profile allow. `null`: not at all.
    #[uniffi(default = None)]
    pub retention: Option<u64>,
    /// The app or web origin that the answer goes back to.
    #[uniffi(default = None)]
    pub origin: Option<String>,
}

impl Wants {
    pub(crate) fn core(&self) -> Result<doichieu::Wants, DoichieuError> {
        let purpose = self.purpose.core()?;
        let mut wants = match &self.only {
            Only::All => doichieu::Wants::all(purpose),
            Only::Question { name } => doichieu::Wants::answer(purpose, names::question(name)?),
            Only::Fields { of } => fields(purpose, of)?,
        };
        if let Some(seconds) = self.retention {
            wants = wants.retention(seconds);
        }
        if let Some(origin) = &self.origin {
            wants = wants.origin(origin.clone());
        }
        Ok(wants)
    }
}

fn fields(
    purpose: doichieu::field::Purpose,
    of: &HashMap<Kind, Vec<String>>,
) -> Result<doichieu::Wants, DoichieuError> {
    let mut kinds = Vec::new();
    for (kind, names) in of {
        let kind = kind.core()?;
        let fields = names.iter().map(|name| names::field(kind, name)).collect::<Result<Vec<_>, _>>()?;
        if fields.is_empty() {
            return Err(nothing());
        }
        kinds.push((kind, fields));
    }
    // In the order of the registry, whatever the host's map had.
    kinds.sort_by_key(|(kind, _)| kind.number());
    let mut kinds = kinds.into_iter();
    let (kind, first) = kinds.next().ok_or_else(nothing)?;
    let wants = doichieu::Wants::only(purpose, kind, first);
    Ok(kinds.fold(wants, |wants, (kind, fields)| wants.and(kind, fields)))
}

fn nothing() -> DoichieuError {
    DoichieuError::argument("argument.only", "fields by kind of paper, one of each at least; or all; or a question")
}

/// What one inspection asks for.
#[derive(Debug, uniffi::Object)]
pub struct Ask(pub(crate) doichieu::Ask);

#[uniffi::export]
impl Ask {
    /// The same beside a vehicle that the officer picked.
    pub fn for_vehicle(&self, vehicle: Vehicle) -> Result<Arc<Self>, DoichieuError> {
        Ok(Self::of(self.0.clone().for_vehicle(vehicle.core()?)))
    }

    /// The same beside a vehicle whose plate the officer reads.
    pub fn for_plate(&self, plate: String) -> Arc<Self> {
        Self::of(self.0.clone().for_plate(plate))
    }

    /// After a person at the post said of a showing: it is still this person who shows it. It counts for this one
    /// showing, and proves nothing: ask a person each time. `showing`: the bytes that a report gave.
    pub fn still_this_person(&self, showing: Vec<u8>) -> Result<Arc<Self>, DoichieuError> {
        let showing = doichieu::Showing::from_bytes(&showing);
        let showing = showing.ok_or_else(|| DoichieuError::argument("argument.showing", "a report's showing"))?;
        Ok(Self::of(self.0.clone().still_this_person(&showing)))
    }

    /// Whether it asks for a field of a kind of paper.
    pub fn wants(&self, kind: Kind, field: String) -> Result<bool, DoichieuError> {
        let kind = kind.core()?;
        Ok(self.0.wants(kind, names::field(kind, &field)?))
    }

    /// Until when a challenge may be answered; `null`: shown unprompted.
    pub fn until(&self) -> Option<SystemTime> {
        self.0.until().map(instant)
    }

    /// The two digits of a challenge.
    pub fn digits(&self) -> Option<String> {
        self.0.digits().map(|digits| digits.to_string())
    }

    /// The two digits of the post, where its role wants them in what is shown unprompted.
    pub fn post_digits(&self) -> Option<String> {
        self.0.post_digits().map(|digits| digits.to_string())
    }
}

impl Ask {
    pub(crate) fn of(ask: doichieu::Ask) -> Arc<Self> {
        Arc::new(Self(ask))
    }
}

/// An ask that waits for the post's signature. Used up by [`AskDraft::seal`].
#[derive(Debug, uniffi::Object)]
pub struct AskDraft {
    to_be_signed: Vec<u8>,
    waiting: Mutex<Option<doichieu::AskDraft>>,
}

#[uniffi::export]
impl AskDraft {
    /// For the post's key: Ed25519, or ECDSA P-256 with SHA-256 as 64 bytes (r, s) or as DER, which Android's Keystore and
    /// the Secure Enclave write.
    pub fn to_be_signed(&self) -> Vec<u8> {
        self.to_be_signed.clone()
    }

    /// Takes the signature and makes the challenge. The draft is used up, whatever comes of it.
    pub fn seal(&self, signature: Vec<u8>) -> Result<Arc<Challenge>, DoichieuError> {
        let used = || DoichieuError::argument("argument.freed", "this draft was sealed already");
        let draft = lock(&self.waiting).take().ok_or_else(used)?;
        let raw = crate::signature::raw(&signature);
        Ok(Arc::new(Challenge(draft.seal(raw.as_ref().map_or(&*signature, |raw| &raw[..]))?)))
    }
}

/// A signed challenge.
#[derive(Debug, uniffi::Object)]
pub struct Challenge(doichieu::Challenge);

#[uniffi::export]
impl Challenge {
    /// `DCQ1:…`, for a QR or an app link.
    pub fn text(&self) -> String {
        self.0.text().to_owned()
    }

    /// The ask to inspect the answer with.
    pub fn ask(&self) -> Arc<Ask> {
        Ask::of(self.0.ask().clone())
    }

    /// Two digits to show beside the code, large: the citizen picks them among three on the phone.
    pub fn digits(&self) -> String {
        self.0.digits().to_string()
    }
}

/// The post's key, where the host keeps it: Android's Keystore, the Secure Enclave, a card. It never enters the engine.
#[uniffi::export(with_foreign)]
pub trait PostSigner: Send + Sync {
    /// Signs these bytes: see [`AskDraft::to_be_signed`].
    fn sign(&self, to_be_signed: Vec<u8>) -> Result<Vec<u8>, HostError>;
}

#[uniffi::export]
impl Inspector {
    /// An ask for what a citizen shows unprompted. `only`: all, or a question (fields are asked for by a challenge).
    pub fn unprompted(
        &self,
        purpose: Purpose,
        encounter: &EncounterSeed,
        only: Only,
    ) -> Result<Arc<Ask>, DoichieuError> {
        let purpose = purpose.core()?;
        let ask = match only {
            Only::All => self.0.unprompted(purpose, &encounter.0),
            Only::Question { name } => self.0.unprompted_question(purpose, names::question(&name)?, &encounter.0),
            Only::Fields { .. } => {
                return Err(DoichieuError::argument("argument.only", "all or a question: fields take a challenge"));
            }
        };
        Ok(Ask::of(ask?))
    }

    /// The same on a legal basis that the role's profile names, by code: what comes without consent may be read, too.
    pub fn on_basis(
        &self,
        purpose: Purpose,
        encounter: &EncounterSeed,
        basis: String,
    ) -> Result<Arc<Ask>, DoichieuError> {
        let basis = LegalBasis::new(&basis);
        let basis = basis.ok_or_else(|| DoichieuError::argument("argument.basis", "no legal basis is written so"))?;
        Ok(Ask::of(self.0.on_basis(purpose.core()?, &basis, &encounter.0)?))
    }

    /// Drafts a challenge, for the post's key to sign. `seed`: 32 random bytes, new for each ask; kept while it is open.
    pub fn ask(
        &self,
        wants: Wants,
        seed: Vec<u8>,
        encounter: &EncounterSeed,
        now: SystemTime,
    ) -> Result<Arc<AskDraft>, DoichieuError> {
        let draft = self.0.ask(&wants.core()?, &secret(&seed)?, &encounter.0, at(now)?)?;
        Ok(Arc::new(AskDraft { to_be_signed: draft.to_be_signed().to_vec(), waiting: Mutex::new(Some(draft)) }))
    }

    /// The same with a signer of the host, in one call.
    pub fn challenge(
        &self,
        wants: Wants,
        seed: Vec<u8>,
        encounter: &EncounterSeed,
        now: SystemTime,
        signer: Arc<dyn PostSigner>,
    ) -> Result<Arc<Challenge>, DoichieuError> {
        let draft = self.ask(wants, seed, encounter, now)?;
        let signature = signer.sign(draft.to_be_signed());
        draft.seal(signature.map_err(|_| DoichieuError::host("host.signer", "the host's key did not sign"))?)
    }

    /// Takes up a challenge that this post made from this seed.
    pub fn resume(
        &self,
        challenge: String,
        seed: Vec<u8>,
        encounter: &EncounterSeed,
    ) -> Result<Arc<Ask>, DoichieuError> {
        Ok(Ask::of(self.0.resume(&challenge, &secret(&seed)?, &encounter.0)?))
    }

    /// The ask of a challenge without its key, to recompute with; `salt` is its encounter's.
    pub fn kept_ask(&self, challenge: String, salt: Vec<u8>) -> Result<Arc<Ask>, DoichieuError> {
        let salt = exactly(&salt, "argument.salt", "the 16 bytes of a kept salt")?;
        Ok(Ask::of(self.0.kept_ask(&challenge, &doichieu::Salt::new(salt))?))
    }
}

fn secret(bytes: &[u8]) -> Result<Seed, DoichieuError> {
    exactly(bytes, "argument.seed", "32 random bytes, new for each ask").map(Seed::new)
}

fn exactly<const N: usize>(bytes: &[u8], code: &str, says: &str) -> Result<[u8; N], DoichieuError> {
    bytes.try_into().map_err(|_| DoichieuError::argument(code, says))
}
