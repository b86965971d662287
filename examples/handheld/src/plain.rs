//! `plain`: what an unsigned code of a card says, and what a proven paper says beside it. Never a verdict on the print.

use crate::failure::Failure;
use crate::inspect::{self, SCAN_AGAIN};
use crate::page::{self, FAINT, Page, STRONG, columns, say, styled};
use crate::scan::{self, Arrived, NoDocument};
use crate::words::sign;
use crate::{args, device, files, json, times, values};
use anstyle::Style;
use doichieu::field::{FieldRow, Kind};
use doichieu::plain::{self, Comparison, Likeness, Unread, UnsignedReading};
use doichieu::reason::{Language, Reason};
use doichieu::time::UnixTime;
use doichieu::{Headline, Proof, Report, Shown};
use serde_json::{Map, Value as Json, json};

/// Columns of the labels.
const LABELS: usize = 30;

/// Reads the code, inspects the showing if there is one, and prints both.
pub(crate) fn run(of: &args::Plain, language: Language) -> Result<u8, Failure> {
    let reading = match scan::load_phone(&of.code, language)? {
        Arrived::Text(text) => plain::read(&text).map_err(Some),
        _ => Err(None),
    };
    let proven = of.proven().map(|proven| inspect(of, &proven, language)).transpose()?;
    let reading = match reading {
        Ok(reading) => reading,
        Err(unread) => return not_read(of, unread, language).map(|()| SCAN_AGAIN),
    };
    match proven {
        None => print(of, &reading, None, language).map(|()| 0),
        Some(Ok(mut report)) => {
            print(of, &reading, Some(&mut report), language)?;
            Ok(inspect::exit(report.headline(), report.verdict()))
        }
        Some(Err(why)) => {
            print(of, &reading, None, language)?;
            page::remark(&why.reason().row().text(language, None));
            Ok(SCAN_AGAIN)
        }
    }
}

/// The showing beside it, inspected as ever: the print has no part in it.
fn inspect(
    of: &args::Plain,
    proven: &args::Proven<'_>,
    language: Language,
) -> Result<Result<Report, NoDocument>, Failure> {
    let at = times::or_now(of.at)?;
    let mut memory = device::memory(of.memory.as_deref(), language)?;
    let inspector = device::inspector(&proven.device, &mut memory)?;
    let ask = inspector.unprompted(proven.purpose)?;
    let arrived = scan::load_phone(proven.scan, language)?;
    let answer = inspect::inspect(&inspector, &arrived, &ask, at, &mut memory);
    if let Some(path) = &of.memory {
        files::write(path, &memory.to_bytes())?;
    }
    Ok(answer)
}

fn not_read(of: &args::Plain, unread: Option<Unread>, language: Language) -> Result<(), Failure> {
    let reason = unread.map_or(Reason::ScanUnreadable, Unread::reason);
    if of.json {
        let (part, fault) = unread.map_or((0, "picture"), |unread| (unread.part, unread.fault.name()));
        let answer = json!({ "unreadable": { "code": reason.code(), "fault": fault, "part": part } });
        return page::exactly(&answer.to_string());
    }
    let mut page = Page::default();
    let (shape, colour) = sign(Headline::ScanAgain);
    let word = say(language, Headline::ScanAgain.vi(), Headline::ScanAgain.en());
    page.line(&format!(" {}", styled(page::coloured(colour), &format!("{shape} {word}"))));
    told(&mut page, reason, language);
    if let Some(unread) = unread {
        page.line(&styled(FAINT, &format!("   {}", unread)));
    }
    page.show()
}

/// A reason with its step and code.
fn told(page: &mut Page, reason: Reason, language: Language) {
    let row = reason.row();
    page.hang("   ", STRONG, &row.text(language, None));
    page.hang("   → ", Style::new(), row.step.text(language));
    page.line(&styled(FAINT, &format!("   {}", row.code)));
}

fn print(
    of: &args::Plain,
    reading: &UnsignedReading,
    report: Option<&mut Report>,
    language: Language,
) -> Result<(), Failure> {
    if of.json {
        return page::exactly(&as_json(reading, report, of.values)?.to_string());
    }
    let mut page = Page::default();
    let test = report.as_ref().is_some_and(|report| report.is_test());
    banner(&mut page, test, language);
    page.line(&format!(" {}", styled(STRONG, say(language, reading.code().vi(), reading.code().en()))));
    for (row, value) in reading.fields() {
        page.entry(3, say(language, row.vi, row.en), LABELS, &values::text(row, value, language));
    }
    page.gap();
    for remark in reading.remarks() {
        page.hang("   • ", FAINT, say(language, remark.vi(), remark.en()));
    }
    told(&mut page, reading.reason(), language);
    if let Some(report) = report {
        beside(&mut page, reading, report, language);
    }
    page.show()
}

/// No shape and no colour of a verdict: this is print.
fn banner(page: &mut Page, test: bool, language: Language) {
    let loud = Style::new().bold().invert();
    if test {
        let text = say(
            language,
            " TEST · THỬ NGHIỆM: gốc tin cậy thử nghiệm, không dùng để xử lý thật ",
            " TEST: made under a test root, not for real use ",
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

/// The proven papers that share a field with the print.
fn beside(page: &mut Page, reading: &UnsignedReading, report: &mut Report, language: Language) {
    let at = report.at();
    let (shape, colour) = sign(report.headline());
    let word = say(language, report.headline().vi(), report.headline().en());
    page.gap().rule();
    let title = say(language, "Bản điện tử trên điện thoại", "The phone's electronic papers");
    let verdict = styled(page::coloured(colour), &format!("{shape} {word}"));
    page.line(&format!(" {}  {verdict}", styled(STRONG, title)));
    let mut differs = None;
    for_each_comparison(reading, report, at, |kind, comparison, shown| {
        page.gap();
        let name = kind.row().map_or("", |row| say(language, row.vi, row.en));
        page.line(&format!(" {}", styled(STRONG, name)));
        for field in comparison.fields() {
            line(page, reading, field.row, field.likeness, shown, language);
        }
        differs = differs.or(comparison.reason());
    });
    if let Some(reason) = differs {
        page.gap();
        told(page, reason, language);
    }
}

/// Calls back with each proven paper that has a field of the print's.
fn for_each_comparison(
    reading: &UnsignedReading,
    report: &mut Report,
    at: UnixTime,
    mut each: impl FnMut(Kind, &Comparison, &Shown<'_>),
) {
    for paper in report.papers_mut() {
        let kind = paper.kind();
        let Proof::Proven(disclosure) = paper.proof() else { continue };
        let Ok(comparison) = reading.compare(disclosure, at) else { continue };
        let alone = |likeness| matches!(likeness, Likeness::OnlyPrinted | Likeness::OnlyProven);
        if comparison.fields().iter().all(|field| alone(field.likeness)) {
            continue;
        }
        if let Ok(shown) = disclosure.at(at) {
            each(kind, &comparison, &shown);
        }
    }
}

/// One field: how the two stand to each other, and both where they are not the same.
fn line(
    page: &mut Page,
    reading: &UnsignedReading,
    row: &FieldRow,
    likeness: Likeness,
    shown: &Shown<'_>,
    language: Language,
) {
    let printed = reading.fields().find(|(of, _)| of.name == row.name);
    let proven = shown.fields().find(|(of, _)| of.name == row.name);
    let word = say(language, likeness.vi(), likeness.en());
    let shape = if likeness == Likeness::Differs { "≠ " } else { "" };
    page.entry(3, say(language, row.vi, row.en), LABELS, &format!("{shape}{word}"));
    if likeness == Likeness::Same {
        return;
    }
    let sides = [(say(language, "thẻ", "print"), printed), (say(language, "điện tử", "e-ID"), proven)];
    for (side, (row, value)) in sides.into_iter().filter_map(|(side, said)| Some((side, said?))) {
        let label = format!("{}{side}", " ".repeat(LABELS.saturating_sub(columns(side))));
        page.entry(3, &label, LABELS, &values::text(row, value, language));
    }
}

fn as_json(reading: &UnsignedReading, report: Option<&mut Report>, values: bool) -> Result<Json, Failure> {
    let names: Vec<_> = reading.fields().map(|(row, _)| row.name).collect();
    let remarks: Vec<_> = reading.remarks().iter().map(|remark| remark.name()).collect();
    let mut read = json!({
        "code": reading.code().name(), "fields": names, "reason": reading.reason().code(), "remarks": remarks, "signed": false,
    });
    if values && let Some(read) = read.as_object_mut() {
        let printed: Map<_, _> =
            reading.fields().map(|(row, value)| (row.name.to_owned(), json::plain(value))).collect();
        read.insert("values".to_owned(), printed.into());
    }
    let mut answer = json!({ "personalData": values, "plain": read });
    let (Some(report), Some(members)) = (report, answer.as_object_mut()) else { return Ok(answer) };
    let at = report.at();
    let mut comparisons = Map::new();
    for_each_comparison(reading, report, at, |kind, comparison, _| {
        let fields = comparison.fields().iter().map(|of| (of.row.name.to_owned(), of.likeness.name().into()));
        let name = kind.row().map_or_else(|| kind.number().to_string(), |row| row.name.to_owned());
        comparisons.insert(name, Json::Object(fields.collect()));
    });
    members.insert("comparison".to_owned(), comparisons.into());
    members.insert("report".to_owned(), json::read(&report.to_json())?);
    Ok(answer)
}
