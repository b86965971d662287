//! `inspect`: one showing, offline, and the answer as text or JSON.

use crate::card::{self, Card};
use crate::encounter::{self, Collected};
use crate::failure::Failure;
use crate::kept::{self, Kept};
use crate::page::{self, Page};
use crate::scan::{self, Arrived, NoDocument};
use crate::{args, ask, device, encounter_seed, files, json, kept_consent, needs, times, veil};
use doichieu::Language;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{
    Ask, AskError, EncounterReport, EncounterSeed, Headline, Inspector, LegalBasis, Memory, Report, Vehicle, Verdict,
};
use std::path::{Path, PathBuf};
use std::slice;

/// Exit code of a code that is to be scanned again.
pub(crate) const SCAN_AGAIN: u8 = 3;

/// Inspects what the command line names, and prints the answer.
pub(crate) fn run(of: &args::Inspect, language: Language) -> Result<u8, Failure> {
    for path in of.keep.iter().chain(&of.consent_out) {
        files::apart(path, inputs(of))?;
    }
    let arrived = [(None, scan::load_all(&of.scan, language)?)];
    let mut taken = of.remembered.take(language)?;
    let at = times::or_now(of.remembered.at)?;
    let opened = device::inspector(&of.device, at, taken.memory());
    let (inspector, mut taken) = taken.keeping(opened, language)?;
    let ask = ask(of, &inspector, &encounter_seed::of(of.remembered.encounter.as_deref())?)?;
    let mut collected = encounter::collect(&inspector, slice::from_ref(&ask), &arrived, at, taken.memory())?;
    // Before anything is shown: a showing that was seen must be remembered, whatever came of it.
    let memory = taken.settle(language)?;
    if let (Some(path), Some(report), [(_, arrived)]) = (&of.keep, collected.encounter.reports().first(), &arrived) {
        let (basis, standing) = (of.basis.as_ref(), Some(&of.standing));
        kept::keep(path, &Kept { inspector: &inspector, arrived, ask: &ask, report, basis, standing }, language)?;
    }
    if let Some(path) = &of.consent_out {
        kept_consent::keep(path, collected.encounter.reports().first(), language)?;
    }
    let (purpose, verbose, veil) = (ask.purpose(), of.output.verbose, of.output.sensitive.veil());
    let card = Card { language, inspector: &inspector, purpose, floor: memory.floor(), verbose, veil };
    let judged = collected.encounter.judge(&of.standing.seen(), at);
    if of.as_encounter {
        let json = if of.output.values {
            encounter::with_values(&mut collected, &judged, at)?
        } else {
            encounter::json(&collected, &judged)
        };
        return page::exactly(&json).map(|()| encounter::exit(&judged));
    }
    show(&of.output, &mut collected, &card, &Judged::new(&ask, judged, at))
}

/// One showing as an encounter of one: what the encounter needs is judged with it.
#[derive(Debug)]
pub(crate) struct Judged<'a> {
    ask: &'a Ask,
    encounter: EncounterReport,
    at: UnixTime,
}

impl<'a> Judged<'a> {
    pub(crate) const fn new(ask: &'a Ask, encounter: EncounterReport, at: UnixTime) -> Self {
        Self { ask, encounter, at }
    }

    /// The encounter, where what is needed is told beside this report. Else the report speaks for itself.
    pub(crate) fn beside(&self, report: &Report) -> Option<&EncounterReport> {
        Some(&self.encounter).filter(|encounter| needs::are_told(report, self.ask, encounter))
    }

    /// The card.
    pub(crate) fn page(&self, card: &Card<'_>, report: &mut Report) -> Page {
        let beside = self.beside(report);
        card.page(report, beside, self.at)
    }

    /// The exit code: that of the headline on the card.
    pub(crate) fn exit(&self, report: &Report) -> u8 {
        self.beside(report).map_or_else(|| exit(report.headline(), report.verdict()), encounter::exit)
    }
}

/// The files that the command works by.
fn inputs(of: &args::Inspect) -> impl Iterator<Item = &Path> {
    let more = of.remembered.memory.iter().chain(&of.ask).chain(&of.secret).chain(&of.scan);
    of.device.files().chain(more.map(PathBuf::as_path))
}

fn ask(of: &args::Inspect, inspector: &Inspector, seed: &EncounterSeed) -> Result<Ask, Failure> {
    let ask = match (&of.ask, &of.secret, of.purpose) {
        (Some(challenge), Some(secret), _) => ask::resume(inspector, challenge, secret, seed)?,
        (_, _, Some(purpose)) => unprompted(inspector, purpose, of.basis.as_ref(), seed)?,
        _ => return Err(AskError::PurposeNotAllowed.into()),
    };
    Ok(beside(ask, of.standing.vehicle, of.standing.plate.as_deref()))
}

/// An ask for what is shown unprompted, on a legal basis besides if one is named.
pub(crate) fn unprompted(
    inspector: &Inspector,
    purpose: Purpose,
    basis: Option<&LegalBasis>,
    seed: &EncounterSeed,
) -> Result<Ask, AskError> {
    match basis {
        None => inspector.unprompted(purpose, seed),
        Some(basis) => inspector.on_basis(purpose, basis, seed),
    }
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

fn show(of: &args::Output, collected: &mut Collected, card: &Card<'_>, judged: &Judged<'_>) -> Result<u8, Failure> {
    if let Some(report) = collected.encounter.reports_mut().first_mut() {
        let exit = judged.exit(report);
        match (of.json, of.values) {
            (false, _) => {
                let page = judged.page(card, report);
                veil::show(&page, card.veil, judged.at, card.language, |now| {
                    veil::behind(slice::from_mut(report), card.language, now)
                })?;
            }
            (true, false) => page::exactly(&report.to_json())?,
            (true, true) => page::exactly(&json::with_values(report, judged.at)?)?,
        }
        return Ok(exit);
    }
    if let Some(why) = collected.phones.first().and_then(|phone| phone.showing.as_ref().err()) {
        if of.json {
            page::exactly(&why.to_json())?;
        } else {
            card::scan_again(card, why).show()?;
        }
    }
    Ok(SCAN_AGAIN)
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
