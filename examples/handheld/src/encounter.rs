//! `encounter`: the showings of several phones at one check, each inspected by itself, then held against each other.

use crate::card::Card;
use crate::failure::Failure;
use crate::page::exactly;
use crate::scan::{self, Arrived, NoDocument};
use crate::{args, ask, device, encounter_seed, files, inspect, json, kept, kept_consent, times, veil};
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, AskError, Encounter, EncounterReport, EncounterSeed, Inspector, Memory, Report};
use std::path::{Path, PathBuf};

mod told;

pub(crate) use told::page;

/// An encounter as it went: every phone in the order named, those that could not be read among them.
#[derive(Debug)]
pub(crate) struct Collected {
    pub(crate) encounter: Encounter,
    pub(crate) phones: Vec<Phone>,
}

/// What came of one phone.
#[derive(Debug)]
pub(crate) struct Phone {
    /// Where its code came from, as the command line names it; a code given as text has no name.
    pub(crate) name: Option<String>,
    /// The place of its report in the encounter.
    pub(crate) showing: Result<usize, NoDocument>,
}

/// Inspects what the command line names, and prints the answer.
pub(crate) fn run(of: &args::Encounter, language: Language) -> Result<u8, Failure> {
    if let Some(folder) = &of.keep {
        kept::paths(folder, of.phones.len()).try_for_each(|path| files::apart(&path, inputs(of)))?;
    }
    if let Some(folder) = &of.consent_out {
        kept_consent::paths(folder, of.phones.len()).try_for_each(|path| files::apart(&path, inputs(of)))?;
    }
    let arrived = of.phones.iter().map(|phone| Ok((name(phone), scan::load_phone(phone, language)?)));
    let arrived = arrived.collect::<Result<Vec<_>, Failure>>()?;
    let mut taken = of.remembered.take(language)?;
    let at = times::or_now(of.remembered.at)?;
    let opened = device::inspector(&of.device, at, taken.memory());
    let (inspector, mut taken) = taken.keeping(opened, language)?;
    let asks = asks(of, &inspector, &encounter_seed::of(of.remembered.encounter.as_deref())?)?;
    let seen = of.standing.seen();
    let mut collected = collect(&inspector, &asks, &arrived, at, taken.memory())?;
    // Before anything is shown: a showing that was seen must be remembered, whatever came of it.
    let memory = taken.settle(language)?;
    if let Some(folder) = &of.keep {
        kept::keep_all(folder, &inspector, &asks, &arrived, &collected, language)?;
    }
    if let Some(folder) = &of.consent_out {
        kept_consent::keep_all(folder, &collected, language)?;
    }
    let report = collected.encounter.judge(&seen, at);
    let (floor, verbose, veil) = (memory.floor(), of.output.verbose, of.output.sensitive.veil());
    match (of.output.json, of.output.values) {
        (false, _) => {
            let card =
                Card { language, inspector: &inspector, purpose: collected.encounter.purpose(), floor, verbose, veil };
            let page = page(&card, &mut collected, &report, at);
            veil::show(&page, veil, at, language, |now| {
                veil::behind(collected.encounter.reports_mut(), language, now)
            })?;
        }
        (true, false) => exactly(&json(&collected, &report))?,
        (true, true) => exactly(&with_values(&mut collected, &report, at)?)?,
    }
    Ok(exit(&report))
}

/// Inspects every phone's code by its ask with one memory, and collects the reports.
pub(crate) fn collect(
    inspector: &Inspector,
    asks: &[Ask],
    arrived: &[(Option<String>, Arrived)],
    at: UnixTime,
    memory: &mut Memory,
) -> Result<Collected, Failure> {
    let first = asks.first().ok_or(AskError::PurposeNotAllowed)?;
    let mut collected =
        Collected { encounter: Encounter::new(inspector, first.purpose(), first.encounter()), phones: Vec::new() };
    for ((name, arrived), ask) in arrived.iter().zip(asks) {
        let showing = match inspect::inspect(inspector, arrived, ask, at, memory) {
            Ok(report) => {
                collected.encounter.add(report).map_err(|not_added| not_added.why())?;
                Ok(collected.encounter.reports().len().saturating_sub(1))
            }
            Err(why) => {
                collected.encounter.add_unread();
                Err(why)
            }
        };
        collected.phones.push(Phone { name: name.clone(), showing });
    }
    Ok(collected)
}

/// The files that the command works by.
fn inputs(of: &args::Encounter) -> impl Iterator<Item = &Path> {
    let more = of.remembered.memory.iter().chain(&of.ask).chain(&of.secret).chain(&of.phones);
    of.device.files().chain(more.map(PathBuf::as_path))
}

/// The ask of each phone: its own challenge, or the same unprompted one for all.
fn asks(of: &args::Encounter, inspector: &Inspector, seed: &EncounterSeed) -> Result<Vec<Ask>, Failure> {
    if let Some(purpose) = of.purpose {
        return Ok(vec![inspector.unprompted(purpose, seed)?; of.phones.len()]);
    }
    let phones = of.phones.len();
    if of.ask.len() != phones || of.secret.len() != phones {
        return Err(Failure::usage(
            format!("Mỗi điện thoại cần một --ask và một --secret, theo thứ tự: {phones} điện thoại."),
            format!("Each phone needs one --ask and one --secret, in their order: {phones} phones."),
        ));
    }
    of.ask.iter().zip(&of.secret).map(|(ask, secret)| ask::resume(inspector, ask, secret, seed)).collect()
}

/// As for a single showing.
pub(crate) fn exit(report: &EncounterReport) -> u8 {
    inspect::exit(report.headline(), report.verdict())
}

/// The file or folder of a code, by its last name.
fn name(phone: &Path) -> Option<String> {
    let named = phone.exists() || scan::names_a_file(phone);
    phone.file_name().filter(|_| named).map(|name| name.to_string_lossy().into_owned())
}

/// Every report, what the encounter made of them, and which phones are to be scanned again: no claim value.
pub(crate) fn json(collected: &Collected, report: &EncounterReport) -> String {
    let reports: Vec<_> = collected.encounter.reports().iter().map(Report::to_json).collect();
    let unread = collected.phones.iter().enumerate().filter_map(|(place, phone)| {
        let why = phone.showing.as_ref().err()?;
        Some(format!(r#"{{"phone":{place},{}}}"#, why.member()))
    });
    let unread: Vec<_> = unread.collect();
    format!(r#"{{"reports":[{}],"encounter":{},"unread":[{}]}}"#, reports.join(","), report.to_json(), unread.join(","))
}

/// The same with the values of each report's papers beside it, marked as the personal data they are.
pub(crate) fn with_values(
    collected: &mut Collected,
    report: &EncounterReport,
    at: UnixTime,
) -> Result<String, Failure> {
    let portable = json::read(&json(collected, report))?;
    let values = collected.encounter.reports_mut().iter_mut().map(|report| json::values(report, at));
    let values = values.collect::<Result<Vec<_>, _>>()?;
    Ok(serde_json::json!({ "personalData": true, "encounter": portable, "values": values }).to_string())
}
