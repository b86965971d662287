//! `inspect`: one showing, offline, and the answer as text or JSON.

use crate::card::{self, Card};
use crate::failure::Failure;
use crate::kept::{self, Kept};
use crate::page::{self, say};
use crate::scan::{self, Arrived, NoDocument};
use crate::{args, ask, device, files, json, times};
use doichieu::field::Purpose;
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, AskError, Headline, Inspector, LegalBasis, Memory, Report, Vehicle, Verdict};
use std::path::Path;

/// Exit code of a code that is to be scanned again.
pub(crate) const SCAN_AGAIN: u8 = 3;

/// Inspects what the command line names, and prints the answer.
pub(crate) fn run(of: &args::Inspect, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let mut memory = memory(of.memory.as_deref(), language)?;
    let roots = device::roots(&of.lists)?;
    let bundle = device::bundle(&of.bundle, &roots, &mut memory)?;
    let inspector = device::inspector(bundle, &of.post)?;
    let ask = ask(of, &inspector)?;
    let arrived = scan::load_all(&of.scan, language)?;
    let answer = inspect(&inspector, &arrived, &ask, at, &mut memory);
    // Before anything is shown: a showing that was seen must be remembered, whatever came of it.
    if let Some(path) = &of.memory {
        files::write(path, &memory.to_bytes())?;
    }
    if let (Some(path), Ok(report)) = (&of.keep, &answer) {
        kept::keep(path, &Kept { inspector: &inspector, arrived: &arrived, ask: &ask, report }, of, language)?;
    }
    let card =
        Card { language, inspector: &inspector, purpose: ask.purpose(), floor: memory.floor(), verbose: of.verbose };
    show(of, answer, &card, at)
}

fn memory(path: Option<&Path>, language: Language) -> Result<Memory, Failure> {
    let Some(path) = path else {
        page::remark(say(
            language,
            "Không có --memory: máy không nhớ mã đã xuất trình và mốc thời gian của lần trước.",
            "No --memory: showings and floors of time of earlier runs are not remembered.",
        ));
        return Ok(Memory::new());
    };
    let (memory, was_there) = device::memory(path)?;
    if !was_there {
        page::remark(say(
            language,
            "Bộ nhớ mới: các lần xuất trình trước đó không được biết.",
            "New memory: earlier showings are not known.",
        ));
    }
    Ok(memory)
}

fn ask(of: &args::Inspect, inspector: &Inspector) -> Result<Ask, Failure> {
    let ask = match (&of.ask, &of.secret, of.purpose) {
        (Some(challenge), Some(secret), _) => {
            inspector.resume(&ask::read_text(challenge)?, &ask::read_secret(secret)?)?
        }
        (_, _, Some(purpose)) => unprompted(inspector, purpose, of.basis.as_ref())?,
        _ => return Err(AskError::PurposeNotAllowed.into()),
    };
    Ok(beside(ask, of.vehicle, of.plate.as_deref()))
}

/// An ask for what is shown unprompted, on a legal basis besides if one is named.
pub(crate) fn unprompted(inspector: &Inspector, purpose: Purpose, basis: Option<&LegalBasis>) -> Result<Ask, AskError> {
    basis.map_or_else(|| inspector.unprompted(purpose), |basis| inspector.on_basis(purpose, basis))
}

/// An ask beside what stands there.
pub(crate) fn beside(ask: Ask, vehicle: Option<Vehicle>, plate: Option<&str>) -> Ask {
    let ask = if let Some(vehicle) = vehicle { ask.for_vehicle(vehicle) } else { ask };
    if let Some(plate) = plate { ask.for_plate(plate.to_owned()) } else { ask }
}

/// The one call.
pub(crate) fn inspect(
    inspector: &Inspector,
    arrived: &Arrived,
    ask: &Ask,
    at: UnixTime,
    memory: &mut Memory,
) -> Result<Report, NoDocument> {
    inspector.inspect(arrived.scan()?, ask, at, memory).map_err(NoDocument::Unreadable)
}

fn show(of: &args::Inspect, answer: Result<Report, NoDocument>, card: &Card<'_>, at: UnixTime) -> Result<u8, Failure> {
    match answer {
        Ok(mut report) => {
            match (of.json, of.values) {
                (false, _) => card.page(&mut report, at).show()?,
                (true, false) => page::exactly(&report.to_json())?,
                (true, true) => page::exactly(&json::with_values(&mut report, at)?)?,
            }
            Ok(exit(&report))
        }
        Err(why) => {
            if of.json {
                page::exactly(&why.to_json())?
            } else {
                card::scan_again(card, &why).show()?
            }
            Ok(SCAN_AGAIN)
        }
    }
}

/// 0 accept, 1 refer, 2 refuse, 3 scan again.
pub(crate) fn exit(report: &Report) -> u8 {
    match (report.headline(), report.verdict()) {
        (Headline::ScanAgain, _) => SCAN_AGAIN,
        (_, Verdict::Accept) => 0,
        (_, Verdict::Refer) => 1,
        (_, _) => 2,
    }
}
