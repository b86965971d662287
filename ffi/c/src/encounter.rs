//! Several showings of one check, and what nobody showed.

use crate::ask::{DoichieuEncounterSeed, DoichieuInspector, purpose};
use crate::at;
use crate::error::{DoichieuError, argument};
use crate::raw::{self, run, text_out};
use crate::seen::DoichieuSeen;
use crate::vehicle::DoichieuVehicle;
use core::ffi::c_char;
use core::ptr::null_mut;

/// One check with showings of several phones. Freed by `doichieu_encounter_free`, which ends the values of what was added.
#[derive(Debug)]
pub struct DoichieuEncounter(core_api::Encounter);

/// At which nothing was shown yet.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_new(
    inspector: *const DoichieuInspector,
    purpose_name: *const c_char,
    length: usize,
    seed: *const DoichieuEncounterSeed,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuEncounter {
    run(error, null_mut(), || {
        let purpose = purpose(raw::text(purpose_name, length)?)?;
        let encounter = core_api::Encounter::new(&raw::take(inspector)?.0, purpose, &raw::take(seed)?.0);
        Ok(raw::give(DoichieuEncounter(encounter)))
    })
}

/// Moves a report in: read its values before. Added, `seen` is used up, and is not to be freed; refused, it stays the
/// caller's as it was.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_add(
    encounter: *mut DoichieuEncounter,
    seen: *mut DoichieuSeen,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let encounter = &mut raw::change(encounter)?.0;
        let place = raw::change(seen)?;
        let report = place.report.take().ok_or_else(|| argument("argument.report", "a report"))?;
        match encounter.add(*report) {
            Ok(()) => {
                raw::free(seen);
                Ok(true)
            }
            Err(refused) => {
                let why = refused.why();
                place.report = Some(Box::new(refused.into_report()));
                Err(why.into())
            }
        }
    })
}

/// A code that was no document: while it is not read after all, nothing is accepted.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_add_unread(encounter: *mut DoichieuEncounter) {
    if let Ok(encounter) = raw::change(encounter) {
        encounter.0.add_unread();
    }
}

/// One of those was read, and its report is added like any other. Answers whether one was open.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_read_after_all(encounter: *mut DoichieuEncounter) -> bool {
    raw::change(encounter).is_ok_and(|encounter| encounter.0.read_after_all())
}

/// Judges the papers of all showings together, beside a vehicle and a plate, each of which may be NULL, and says what is
/// needed and was not shown: canonical JSON (docs/schema/encounter.schema.json), freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_judge(
    encounter: *mut DoichieuEncounter,
    vehicle: *const DoichieuVehicle,
    plate: *const c_char,
    plate_length: usize,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut c_char {
    run(error, null_mut(), || {
        let (encounter, now) = (&mut raw::change(encounter)?.0, at(now)?);
        let mut seen = core_api::Seen::default();
        if let Ok(vehicle) = raw::take(vehicle) {
            seen = seen.for_vehicle(vehicle.0);
        }
        if !plate.is_null() {
            seen = seen.for_plate(raw::text(plate, plate_length)?.to_owned());
        }
        Ok(text_out(&encounter.judge(&seen, now).to_json()))
    })
}

/// Frees an encounter.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_encounter_free(encounter: *mut DoichieuEncounter) {
    raw::free(encounter);
}
