//! `inspect`: one showing, offline, and the answer as text or JSON.

use crate::card::{self, Card};
use crate::failure::Failure;
use crate::kept::{self, Kept};
use crate::page;
use crate::scan::{self, Arrived, NoDocument};
use crate::{args, ask, device, files, json, times};
use doichieu::field::Purpose;
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, AskError, Headline, Inspector, LegalBasis, Memory, Report, Vehicle, Verdict};

/// Exit code of a code that is to be scanned again.
pub(crate) const SCAN_AGAIN: u8 = 3;

/// Inspects what the command line names, and prints the answer.
pub(crate) fn run(of: &args::Inspect, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.remembered.at)?;
    let mut memory = device::memory(of.remembered.memory.as_deref(), language)?;
    let inspector = device::inspector(&of.device, &mut memory)?;
    let ask = ask(of, &inspector)?;
    let arrived = scan::load_all(&of.scan, language)?;
    let answer = inspect(&inspector, &arrived, &ask, at, &mut memory);
    // Before anything is shown: a showing that was seen must be remembered, whatever came of it.
    if let Some(path) = &of.remembered.memory {
        files::write(path, &memory.to_bytes())?;
    }
    if let (Some(path), Ok(report)) = (&of.keep, &answer) {
        kept::keep(path, &Kept { inspector: &inspector, arrived: &arrived, ask: &ask, report }, of, language)?;
    }
    let (purpose, verbose) = (ask.purpose(), of.output.verbose);
    let card = Card { language, inspector: &inspector, purpose, floor: memory.floor(), verbose };
    show(&of.output, answer, &card, at)
}

fn ask(of: &args::Inspect, inspector: &Inspector) -> Result<Ask, Failure> {
    let ask = match (&of.ask, &of.secret, of.purpose) {
        (Some(challenge), Some(secret), _) => ask::resume(inspector, challenge, secret)?,
        (_, _, Some(purpose)) => unprompted(inspector, purpose, of.basis.as_ref())?,
        _ => return Err(AskError::PurposeNotAllowed.into()),
    };
    Ok(beside(ask, of.standing.vehicle, of.standing.plate.as_deref()))
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

fn show(of: &args::Output, answer: Result<Report, NoDocument>, card: &Card<'_>, at: UnixTime) -> Result<u8, Failure> {
    match answer {
        Ok(mut report) => {
            match (of.json, of.values) {
                (false, _) => card.page(&mut report, at).show()?,
                (true, false) => page::exactly(&report.to_json())?,
                (true, true) => page::exactly(&json::with_values(&mut report, at)?)?,
            }
            Ok(exit(report.headline(), report.verdict()))
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
pub(crate) fn exit(headline: Headline, verdict: Verdict) -> u8 {
    match (headline, verdict) {
        (Headline::ScanAgain, _) => SCAN_AGAIN,
        (_, Verdict::Accept) => 0,
        (_, Verdict::Refer) => 1,
        (_, _) => 2,
    }
}
