//! `inspect`: one showing, offline, and the answer as text or JSON.

use crate::card::{self, Card};
use crate::failure::Failure;
use crate::page::{self, say};
use crate::scan::{self, Arrived};
use crate::{args, device, files, json, times};
use doichieu::input::Unreadable;
use doichieu::reason::{Language, Reason};
use doichieu::time::UnixTime;
use doichieu::{Ask, Headline, Inspector, Memory, Report, Scan, Verdict};
use std::path::Path;

/// Exit code of a code that is to be scanned again.
const SCAN_AGAIN: u8 = 3;

/// Why a scan is no document.
#[derive(Debug)]
pub(crate) enum NoDocument {
    /// The core could not read it.
    Unreadable(Unreadable),
    /// No code was found in the picture.
    NoCode,
}

/// Inspects what the command line names, and prints the answer.
pub(crate) fn run(of: &args::Inspect, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let mut memory = memory(of.memory.as_deref(), language)?;
    let roots = device::roots(&of.lists)?;
    let bundle = device::bundle(&of.bundle, &roots, &mut memory)?;
    let inspector = device::inspector(bundle, &of.post)?;
    let ask = ask(of, &inspector)?;
    let arrived = scan::load(&of.scan, language)?;
    let answer = inspect(&inspector, &arrived, &ask, at, &mut memory);
    // Before anything is shown: a showing that was seen must be remembered, whatever came of it.
    if let Some(path) = &of.memory {
        files::write(path, &memory.to_bytes())?;
    }
    let card =
        Card { language, inspector: &inspector, purpose: of.purpose, floor: memory.floor(), verbose: of.verbose };
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
    let ask = inspector.unprompted(of.purpose)?;
    let ask = if let Some(vehicle) = of.vehicle { ask.for_vehicle(vehicle) } else { ask };
    Ok(if let Some(plate) = &of.plate { ask.for_plate(plate.clone()) } else { ask })
}

/// The one call.
pub(crate) fn inspect(
    inspector: &Inspector,
    arrived: &Arrived,
    ask: &Ask,
    at: UnixTime,
    memory: &mut Memory,
) -> Result<Report, NoDocument> {
    match arrived {
        Arrived::NoCode => Err(NoDocument::NoCode),
        Arrived::Text(text) => inspector.inspect(Scan::qr(text), ask, at, memory).map_err(NoDocument::Unreadable),
    }
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

impl NoDocument {
    /// What to tell the officer.
    pub(crate) const fn reason(&self) -> Reason {
        match self {
            Self::Unreadable(unreadable) => unreadable.reason(),
            Self::NoCode => Reason::ScanUnreadable,
        }
    }

    fn to_json(&self) -> String {
        let code = self.reason().code();
        match self {
            Self::Unreadable(Unreadable { layer, at, .. }) => {
                format!(r#"{{"unreadable":{{"at":{at},"code":"{code}","layer":"{}"}}}}"#, layer.name())
            }
            Self::NoCode => format!(r#"{{"unreadable":{{"code":"{code}","layer":"picture"}}}}"#),
        }
    }
}
