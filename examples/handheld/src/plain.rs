//! `plain`: what an unsigned code of a card says, and what a proven paper says beside it. Never a verdict on the print.

use crate::card::Card;
use crate::failure::Failure;
use crate::inspect::{self, Judged, SCAN_AGAIN};
use crate::page::{self, FAINT, Page, STRONG, say, styled};
use crate::scan::{self, Arrived, NoDocument};
use crate::veil::{self, Veil};
use crate::words::sign;
use crate::{args, device, encounter, encounter_seed, json, memory, times, values};
use anstyle::Style;
use beside::for_each_comparison;
use doichieu::Language;
use doichieu::plain::{self, Unread, UnsignedReading};
use doichieu::reason::{Filling, Reason};
use doichieu::time::UnixTime;
use doichieu::{EncounterReport, Headline, Report};
use serde_json::{Map, Value as Json, json};
use std::slice;

mod beside;

/// Columns of the labels.
const LABELS: usize = 30;

/// What was read from a print.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Print<'a> {
    pub(crate) reading: &'a UnsignedReading,
    pub(crate) language: Language,
    pub(crate) veil: Veil,
}

/// A showing beside it, and what its encounter needs where that is told. Inspected as ever: the print has no part
/// in it.
#[derive(Debug)]
pub(crate) struct Beside<'a> {
    pub(crate) card: &'a Card<'a>,
    pub(crate) report: &'a mut Report,
    pub(crate) encounter: Option<&'a EncounterReport>,
}

/// Reads the code, inspects the showing if there is one, and prints both.
pub(crate) fn run(of: &args::Plain, language: Language) -> Result<u8, Failure> {
    let reading = match read(&scan::load_print(&of.code, language)?) {
        Ok(reading) => reading,
        Err(why) => return not_read(of, &why, language).map(|()| SCAN_AGAIN),
    };
    let print = Print { reading: &reading, language, veil: of.sensitive.veil() };
    match of.proven() {
        None => {
            let since = times::or_now(of.at)?;
            show(of, &print, None, since).map(|()| 0)
        }
        Some(proven) => against(of, &proven, &print),
    }
}

/// Why a print was not read.
#[derive(Debug)]
pub(crate) enum NotRead {
    /// Its text is no plain code, or an odd one.
    Text(Unread),
    /// There was no text to read.
    Scan(NoDocument),
    /// A whole animated code: a phone's.
    Animated,
}

impl NotRead {
    const fn reason(&self) -> Reason {
        match self {
            Self::Text(unread) => unread.reason(),
            Self::Scan(why) => why.reason(),
            Self::Animated => Reason::ScanUnreadable,
        }
    }

    fn to_json(&self) -> String {
        let code = self.reason().code();
        match self {
            Self::Text(Unread { part, fault, .. }) => {
                json!({ "unreadable": { "code": code, "fault": fault.name(), "part": part } }).to_string()
            }
            Self::Scan(why) => why.to_json(),
            Self::Animated => json!({ "unreadable": { "code": code, "layer": "frames" } }).to_string(),
        }
    }
}

/// Reads what arrived as a plain code.
pub(crate) fn read(arrived: &Arrived) -> Result<UnsignedReading, NotRead> {
    match arrived {
        Arrived::Text(text) => plain::read(text.as_str()).map_err(NotRead::Text),
        other => Err(other.scan().err().map_or(NotRead::Animated, NotRead::Scan)),
    }
}

fn against(of: &args::Plain, proven: &args::Proven<'_>, print: &Print<'_>) -> Result<u8, Failure> {
    let arrived = [(None, scan::load_phone(proven.scan, print.language)?)];
    let mut taken = memory::take(of.memory.as_deref(), args::waiting(of.memory_wait), print.language)?;
    let at = times::or_now(of.at)?;
    let opened = device::inspector(&proven.device, at, taken.memory());
    let (inspector, mut taken) = taken.keeping(opened, print.language)?;
    let ask = inspector.unprompted(proven.purpose, &encounter_seed::of(of.encounter.as_deref())?)?;
    let ask = inspect::beside(ask, proven.standing.vehicle, proven.standing.plate.as_deref());
    let mut collected = encounter::collect(&inspector, slice::from_ref(&ask), &arrived, at, taken.memory())?;
    let memory = taken.settle(print.language)?;
    let judged = Judged::new(&ask, collected.encounter.judge(&proven.standing.seen(), at), at);
    let (language, veil) = (print.language, print.veil);
    let card =
        Card { language, inspector: &inspector, purpose: proven.purpose, floor: memory.floor(), verbose: false, veil };
    if let Some(report) = collected.encounter.reports_mut().first_mut() {
        let encounter = judged.beside(report);
        show(of, print, Some(Beside { card: &card, report, encounter }), at)?;
        return Ok(judged.exit(report));
    }
    show(of, print, None, at)?;
    if let Some(why) = collected.phones.first().and_then(|phone| phone.showing.as_ref().err()) {
        page::remark(&why.reason().row().about(language, None));
    }
    Ok(SCAN_AGAIN)
}

fn show(of: &args::Plain, print: &Print<'_>, mut beside: Option<Beside<'_>>, at: UnixTime) -> Result<(), Failure> {
    if of.json {
        return page::exactly(&print.as_json(beside.as_mut(), of.values)?.to_string());
    }
    let page = print.page(beside.as_mut());
    veil::show(&page, print.veil, at, print.language, |now| print.behind(beside.as_mut(), now))
}

impl Print<'_> {
    /// The print, and field by field how a proven paper stands to it.
    pub(crate) fn page(&self, beside: Option<&mut Beside<'_>>) -> Page {
        let (mut page, language) = (Page::default(), self.language);
        banner(&mut page, beside.as_ref().is_some_and(|beside| beside.report.is_test()), language);
        let code = self.reading.code();
        page.line(&format!(" {}", styled(STRONG, code.text().of(language))));
        for entry in self.reading.entries() {
            page.entry(3, entry.label(language), LABELS, &values::veiled(entry, language, self.veil));
        }
        if self.reading.fields().any(|(row, _)| self.veil.hides(row)) {
            Veil::hint(&mut page, language);
        }
        page.gap();
        for remark in self.reading.remarks() {
            page.hang("   • ", FAINT, remark.text().of(language));
        }
        told(&mut page, self.reading.reason(), language);
        if let Some(beside) = beside {
            self.beside(&mut page, beside);
        }
        page
    }

    /// What that leaves out.
    fn behind(&self, beside: Option<&mut Beside<'_>>, now: UnixTime) -> Page {
        let (mut page, language) = (Page::default(), self.language);
        for entry in self.reading.entries().filter(|entry| self.veil.hides(entry.row())) {
            veil::entry(&mut page, entry, language);
        }
        if let Some(beside) = beside {
            page.gap().line(veil::behind(slice::from_mut(beside.report), language, now).printed().trim_end());
        }
        page
    }

    /// Names of fields; the values too where they are asked for.
    pub(crate) fn as_json(&self, beside: Option<&mut Beside<'_>>, values: bool) -> Result<Json, Failure> {
        let reading = self.reading;
        let names: Vec<_> = reading.fields().map(|(row, _)| row.name).collect();
        let remarks: Vec<_> = reading.remarks().iter().map(|remark| remark.name()).collect();
        let mut read = json!({
            "code": reading.code().name(), "fields": names, "reason": reading.reason().code(), "remarks": remarks, "signed": false,
        });
        if values && let Some(read) = read.as_object_mut() {
            read.insert("values".to_owned(), json::read(reading.to_json().as_str())?);
        }
        let mut answer = json!({ "personalData": values, "plain": read });
        let (Some(beside), Some(members)) = (beside, answer.as_object_mut()) else { return Ok(answer) };
        let mut comparisons = Map::new();
        for_each_comparison(reading, beside.report, |kind, comparison, _| {
            let fields = comparison.fields().iter().map(|of| (of.row.name.to_owned(), of.likeness.name().into()));
            let name = kind.row().map_or_else(|| kind.number().to_string(), |row| row.name.to_owned());
            comparisons.insert(name, Json::Object(fields.collect()));
        });
        members.insert("comparison".to_owned(), comparisons.into());
        members.insert("report".to_owned(), json::read(&beside.report.to_json())?);
        if let Some(encounter) = beside.encounter {
            members.insert("encounter".to_owned(), json::read(&encounter.to_json())?);
        }
        Ok(answer)
    }
}

fn not_read(of: &args::Plain, why: &NotRead, language: Language) -> Result<(), Failure> {
    let reason = why.reason();
    if of.json {
        return page::exactly(&why.to_json());
    }
    let mut page = Page::default();
    let headline = Headline::of_unread(reason);
    let (shape, colour) = sign(headline);
    let word = headline.text().of(language);
    page.line(&format!(" {}", styled(page::coloured(colour), &format!("{shape} {word}"))));
    match why {
        NotRead::Scan(NoDocument::NoCode(why)) => {
            page.hang("   ", STRONG, &why.text(language));
            page.line(&styled(FAINT, &format!("   {}", why.trouble().code())));
        }
        _ => told(&mut page, reason, language),
    }
    if let NotRead::Text(unread) = why {
        page.line(&styled(FAINT, &format!("   {}", unread)));
    }
    page.show()
}

/// A reason with its step and code.
fn told(page: &mut Page, reason: Reason, language: Language) {
    let row = reason.row();
    page.hang("   ", STRONG, &row.about(language, None));
    page.hang("   → ", Style::new(), &row.step.said(language, &Filling::default()));
    page.line(&styled(FAINT, &format!("   {}", row.code)));
}

/// No shape and no colour of a verdict: this is print.
fn banner(page: &mut Page, test: bool, language: Language) {
    let loud = Style::new().bold().invert();
    if test {
        let text = say(
            language,
            " TEST · THỬ NGHIỆM: khóa gốc thử nghiệm, không dùng để xử lý thật ",
            " TEST: made under test root keys, not for real use ",
        );
        page.line(&styled(loud, text));
    }
    let text = say(
        language,
        " CHƯA XÁC THỰC: mã in trên thẻ, không có chữ ký số, ai cũng in được ",
        " UNSIGNED, NOT VERIFIED: print on a card, which anybody can make ",
    );
    page.line(&styled(loud, text)).gap();
}
