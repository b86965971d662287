//! What is asked for and why; a challenge in its two steps; the one call.

use crate::at;
use crate::error::{DoichieuError, Failure, argument, unknown};
use crate::raw::{self, DoichieuBytes, DoichieuStore, run, text_out};
use crate::scan::DoichieuScan;
use crate::seen::DoichieuSeen;
use crate::set_up::{DoichieuBundle, DoichieuMemory, DoichieuPost};
use crate::vehicle::DoichieuVehicle;
use core::ffi::c_char;
use core::ptr::null_mut;
use core_api::field::{FIELDS, Field, Kind, Place, Purpose};
use core_api::{LegalBasis, Question, Seed};
use std::sync::Arc;

/// A post with the bundle it works by. Freed by `doichieu_inspector_free`.
#[derive(Debug)]
pub struct DoichieuInspector(pub(crate) Arc<core_api::Inspector>);

/// One stop, one visit. Freed by `doichieu_encounter_seed_free`.
#[derive(Debug)]
pub struct DoichieuEncounterSeed(pub(crate) core_api::EncounterSeed);

/// What a challenge is to ask for. Freed by `doichieu_wants_free`.
#[derive(Debug)]
pub struct DoichieuWants {
    purpose: Purpose,
    what: What,
    retention: Option<u64>,
    origin: Option<String>,
}

#[derive(Debug)]
enum What {
    All,
    Question(Question),
    Fields(Vec<(Kind, Field)>),
}

/// What one inspection asks for. Freed by `doichieu_ask_free`.
#[derive(Debug)]
pub struct DoichieuAsk(pub(crate) core_api::Ask);

/// An ask that waits for the post's signature. Freed by `doichieu_draft_free`.
#[derive(Debug)]
pub struct DoichieuDraft(Option<core_api::AskDraft>);

/// A signed challenge. Freed by `doichieu_challenge_free`.
#[derive(Debug)]
pub struct DoichieuChallenge(core_api::Challenge);

pub(crate) fn purpose(name: &str) -> Result<Purpose, Failure> {
    Purpose::from_name(name).ok_or_else(|| unknown("argument.purpose", "purpose"))
}

fn question(name: &str) -> Result<Question, Failure> {
    Question::from_name(name).ok_or_else(|| unknown("argument.question", "question"))
}

/// Exactly so many bytes.
fn exactly<const N: usize>(data: *const u8, length: usize, code: &'static str, says: &str) -> Result<[u8; N], Failure> {
    raw::bytes(data, length)?.try_into().map_err(|_| argument(code, says))
}

fn secret(seed: *const u8, length: usize) -> Result<Seed, Failure> {
    exactly(seed, length, "argument.seed", "32 random bytes, new for each ask").map(Seed::new)
}

/// Of 32 random bytes, new for each encounter and kept until it is over.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_seed_new(
    random: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuEncounterSeed {
    run(error, null_mut(), || {
        let random = exactly(random, length, "argument.encounter", "32 random bytes, new for each encounter")?;
        Ok(raw::give(DoichieuEncounterSeed(core_api::EncounterSeed::new(random))))
    })
}

/// Frees a seed, and wipes it.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_seed_free(seed: *mut DoichieuEncounterSeed) {
    raw::free(seed);
}

/// Refused if the post was opened against another bundle.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_inspector_new(
    bundle: *const DoichieuBundle,
    post: *const DoichieuPost,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuInspector {
    run(error, null_mut(), || {
        let (bundle, post) = (raw::take(bundle)?, raw::take(post)?);
        let inspector = core_api::Inspector::new(Arc::clone(&bundle.0), post.0.clone())?;
        Ok(raw::give(DoichieuInspector(Arc::new(inspector))))
    })
}

/// Frees an inspector.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_inspector_free(inspector: *mut DoichieuInspector) {
    raw::free(inspector);
}

/// An ask for everything that may be shown unprompted for a purpose, by name.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_unprompted(
    inspector: *const DoichieuInspector,
    purpose_name: *const c_char,
    length: usize,
    seed: *const DoichieuEncounterSeed,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(purpose_name, length)?)?;
        let ask = raw::take(inspector)?.0.unprompted(purpose, &raw::take(seed)?.0)?;
        Ok(raw::give(DoichieuAsk(ask)))
    })
}

/// The answer to a question, by name, and nothing else of the paper.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_question(
    inspector: *const DoichieuInspector,
    purpose_name: *const c_char,
    length: usize,
    question_name: *const c_char,
    question_length: usize,
    seed: *const DoichieuEncounterSeed,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(purpose_name, length)?)?;
        let question = question(raw::text(question_name, question_length)?)?;
        let ask = raw::take(inspector)?.0.unprompted_question(purpose, question, &raw::take(seed)?.0)?;
        Ok(raw::give(DoichieuAsk(ask)))
    })
}

/// On a legal basis that the role's profile names, by code: what comes without consent may be read, too.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_on_basis(
    inspector: *const DoichieuInspector,
    purpose_name: *const c_char,
    length: usize,
    basis: *const c_char,
    basis_length: usize,
    seed: *const DoichieuEncounterSeed,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(purpose_name, length)?)?;
        let none = || argument("argument.basis", "a legal basis as it is written");
        let basis = LegalBasis::new(raw::text(basis, basis_length)?).ok_or_else(none)?;
        Ok(raw::give(DoichieuAsk(raw::take(inspector)?.0.on_basis(purpose, &basis, &raw::take(seed)?.0)?)))
    })
}

/// The same ask beside a vehicle that the officer picked.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_for_vehicle(
    ask: *const DoichieuAsk,
    vehicle: *const DoichieuVehicle,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || Ok(raw::give(DoichieuAsk(raw::take(ask)?.0.clone().for_vehicle(raw::take(vehicle)?.0)))))
}

/// The same ask beside a vehicle whose plate the officer reads.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_for_plate(
    ask: *const DoichieuAsk,
    plate: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let plate = raw::text(plate, length)?.to_owned();
        Ok(raw::give(DoichieuAsk(raw::take(ask)?.0.clone().for_plate(plate))))
    })
}

/// The same ask, after a person at the post said of a showing that it is still this person who shows it. Ask a person each
/// time. `showing`: what `doichieu_seen_showing` gave.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_still_this_person(
    ask: *const DoichieuAsk,
    showing: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let showing = core_api::Showing::from_bytes(raw::bytes(showing, length)?);
        let showing = showing.ok_or_else(|| argument("argument.showing", "a report's showing"))?;
        Ok(raw::give(DoichieuAsk(raw::take(ask)?.0.clone().still_this_person(&showing))))
    })
}

/// Frees an ask.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_free(ask: *mut DoichieuAsk) {
    raw::free(ask);
}

fn wants(name: *const c_char, length: usize, what: What, error: *mut *mut DoichieuError) -> *mut DoichieuWants {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(name, length)?)?;
        Ok(raw::give(DoichieuWants { purpose, what, retention: None, origin: None }))
    })
}

/// Everything that mandate and profile allow for a purpose, by name.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_all(
    purpose_name: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuWants {
    wants(purpose_name, length, What::All, error)
}

/// Fields, to be named one by one by `doichieu_wants_field`; without one it asks for nothing and is refused.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_fields(
    purpose_name: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuWants {
    wants(purpose_name, length, What::Fields(Vec::new()), error)
}

/// The answer to a question, by name, and not one field.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_question(
    purpose_name: *const c_char,
    length: usize,
    question_name: *const c_char,
    question_length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuWants {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(purpose_name, length)?)?;
        let what = What::Question(question(raw::text(question_name, question_length)?)?);
        Ok(raw::give(DoichieuWants { purpose, what, retention: None, origin: None }))
    })
}

/// Names a field of a kind of paper, both by name: docs/fields.md.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_field(
    wants: *mut DoichieuWants,
    kind: *const c_char,
    kind_length: usize,
    field: *const c_char,
    field_length: usize,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let kind = Kind::from_name(raw::text(kind, kind_length)?).ok_or_else(|| unknown("argument.kind", "kind"))?;
        let name = raw::text(field, field_length)?;
        let row = FIELDS.iter().find(|row| row.kind == Some(kind) && row.place == Place::Paper && row.name == name);
        let row = row.ok_or_else(|| unknown("argument.field", "field of this kind of paper"))?;
        match &mut raw::change(wants)?.what {
            What::Fields(fields) => fields.push((kind, row.field)),
            _ => return Err(argument("argument.only", "exactly one of all, fields and a question")),
        }
        Ok(true)
    })
}

/// Seconds for which it is kept; never longer than mandate and profile allow.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_retention(wants: *mut DoichieuWants, seconds: u64) {
    if let Ok(wants) = raw::change(wants) {
        wants.retention = Some(seconds);
    }
}

/// The app or web origin that the answer goes back to.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_origin(
    wants: *mut DoichieuWants,
    origin: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        raw::change(wants)?.origin = Some(raw::text(origin, length)?.to_owned());
        Ok(true)
    })
}

/// Frees what a challenge was to ask for.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_wants_free(wants: *mut DoichieuWants) {
    raw::free(wants);
}

impl DoichieuWants {
    fn core(&self) -> Result<core_api::Wants, Failure> {
        let mut wants = match &self.what {
            What::All => core_api::Wants::all(self.purpose),
            What::Question(question) => core_api::Wants::answer(self.purpose, *question),
            What::Fields(fields) => {
                let mut fields = fields.iter();
                let first = fields.next();
                let (kind, field) = first.ok_or_else(|| argument("argument.only", "one field at least"))?;
                let wants = core_api::Wants::only(self.purpose, *kind, [*field]);
                fields.fold(wants, |wants, (kind, field)| wants.and(*kind, [*field]))
            }
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

/// Drafts a challenge, for the post's key to sign. `secret`: 32 random bytes, new for each ask, kept while it is open.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_draft_new(
    inspector: *const DoichieuInspector,
    wants: *const DoichieuWants,
    secret_bytes: *const u8,
    length: usize,
    seed: *const DoichieuEncounterSeed,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuDraft {
    run(error, null_mut(), || {
        let (wants, secret, now) = (raw::take(wants)?.core()?, secret(secret_bytes, length)?, at(now)?);
        let draft = raw::take(inspector)?.0.ask(&wants, &secret, &raw::take(seed)?.0, now)?;
        Ok(raw::give(DoichieuDraft(Some(draft))))
    })
}

/// For the post's key: Ed25519, or ECDSA P-256 with SHA-256. Nothing once it is sealed.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_draft_to_be_signed(draft: *const DoichieuDraft) -> DoichieuBytes {
    let draft = raw::take(draft).ok().and_then(|draft| draft.0.as_ref());
    draft.map_or(DoichieuBytes::NONE, |draft| DoichieuBytes::of(draft.to_be_signed().to_vec()))
}

/// Takes the signature (of P-256 as DER or as the 64 bytes of COSE) and makes the challenge. The draft is used up, whatever
/// comes of it; it is still to be freed.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_draft_seal(
    draft: *mut DoichieuDraft,
    signature: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuChallenge {
    run(error, null_mut(), || {
        let signature = raw::bytes(signature, length)?;
        let used = || argument("argument.freed", "a draft that was not sealed before");
        let draft = raw::change(draft)?.0.take().ok_or_else(used)?;
        let der = crate::signature::raw(signature);
        let challenge = draft.seal(der.as_ref().map_or(signature, |raw| &raw[..]))?;
        Ok(raw::give(DoichieuChallenge(challenge)))
    })
}

/// Frees a draft.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_draft_free(draft: *mut DoichieuDraft) {
    raw::free(draft);
}

/// `DCQ1:…`, for a QR or an app link; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_challenge_text(challenge: *const DoichieuChallenge) -> *mut c_char {
    raw::take(challenge).map_or(null_mut(), |challenge| text_out(challenge.0.text()))
}

/// Two digits to show beside the code, large; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_challenge_digits(challenge: *const DoichieuChallenge) -> *mut c_char {
    raw::take(challenge).map_or(null_mut(), |challenge| text_out(&challenge.0.digits().to_string()))
}

/// The ask to inspect the answer with.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_challenge_ask(challenge: *const DoichieuChallenge) -> *mut DoichieuAsk {
    raw::take(challenge).map_or(null_mut(), |challenge| raw::give(DoichieuAsk(challenge.0.ask().clone())))
}

/// Frees a challenge.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_challenge_free(challenge: *mut DoichieuChallenge) {
    raw::free(challenge);
}

/// Takes up a challenge that this post made from this secret.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_ask_resume(
    inspector: *const DoichieuInspector,
    challenge: *const c_char,
    challenge_length: usize,
    secret_bytes: *const u8,
    length: usize,
    seed: *const DoichieuEncounterSeed,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuAsk {
    run(error, null_mut(), || {
        let (text, secret) = (raw::text(challenge, challenge_length)?, secret(secret_bytes, length)?);
        Ok(raw::give(DoichieuAsk(raw::take(inspector)?.0.resume(text, &secret, &raw::take(seed)?.0)?)))
    })
}

/// Opens an ask on the citizen's side, against the wallet's own lists: `genuine`, or the code it is refused by
/// (`asked.…`); freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_asked_open(
    text: *const c_char,
    length: usize,
    bundle: *const DoichieuBundle,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut c_char {
    run(error, null_mut(), || {
        let opened = core_api::Asked::open(raw::text(text, length)?, &raw::take(bundle)?.0, at(now)?);
        Ok(text_out(opened.map_or_else(core_api::AskRefused::code, |_| "genuine")))
    })
}

/// Inspects one showing. The memory is written before anything is shown: store it first.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_inspect(
    inspector: *const DoichieuInspector,
    scan: *const DoichieuScan,
    ask: *const DoichieuAsk,
    memory: *mut DoichieuMemory,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuSeen {
    run(error, null_mut(), || {
        let (inspector, scan, ask, now) = (raw::take(inspector)?, raw::take(scan)?, raw::take(ask)?, at(now)?);
        let seen = inspector.0.inspect(scan.borrowed(), &ask.0, now, &mut raw::change(memory)?.0);
        Ok(raw::give(DoichieuSeen::of(seen, &inspector.0)))
    })
}

/// Inspects one showing by a store that several share: nothing is told before it has answered. The memory gives the floor of
/// time and is not written.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_inspect_shared(
    inspector: *const DoichieuInspector,
    scan: *const DoichieuScan,
    ask: *const DoichieuAsk,
    memory: *const DoichieuMemory,
    now: i64,
    store: DoichieuStore,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuSeen {
    run(error, null_mut(), || {
        let (inspector, scan, ask, now) = (raw::take(inspector)?, raw::take(scan)?, raw::take(ask)?, at(now)?);
        let unsettled = inspector.0.inspect_shared(scan.borrowed(), &ask.0, now, &raw::take(memory)?.0);
        let seen = unsettled.map(|unsettled| {
            // Nothing to keep: whatever a store would say counts for nothing.
            let answer = unsettled.showing().map_or(core_api::StoreAnswer::Fresh, |showing| store.ask(showing));
            unsettled.settle(answer)
        });
        Ok(raw::give(DoichieuSeen::of(seen, &inspector.0)))
    })
}
