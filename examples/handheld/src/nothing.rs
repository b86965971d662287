//! `nothing` and `number`: no code is shown, or a number is told instead. What may lawfully be done, and no verdict on
//! anybody.

use crate::card::Card;
use crate::failure::Failure;
use crate::page::{self, FAINT, Page, STRONG};
use crate::todo::ToDo;
use crate::trouble::Trouble;
use crate::veil::{DOTS, Veil};
use crate::{args, device, times};
use doichieu::Language;
use doichieu::field::{self, Field, KINDS, Purpose};
use doichieu::time::UnixTime;
use doichieu::{
    Encounter, EncounterSeed, Finding, Headline, Inspector, Memory, Need, NothingShown, NumberForm, NumberOnly, Seen,
    Series,
};
use std::io::Read;

/// Longest text read from standard input, in bytes: no number of any paper comes near it.
const LONGEST: u64 = 256;

/// Columns of the labels.
const LABELS: usize = 16;

/// Exit code of both: that of whatever is to be looked up.
pub(crate) const EXIT: u8 = 1;

/// No code at all.
pub(crate) fn nothing(of: &args::Nothing, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let inspector = device::inspector(&of.device, at, &mut Memory::new())?;
    let all = match of.kind {
        Some(kind) => vec![inspector.nothing_shown(of.purpose, kind, at)?],
        None => needed(&inspector, of.purpose, at)?,
    };
    if of.json {
        page::exactly(&json(&all, of.kind.is_some()))?;
    } else {
        let card = Card::plain(language, &inspector, of.purpose, Veil::Drawn);
        nothing_page(&card, &all, at).show()?;
    }
    Ok(EXIT)
}

/// The papers that the vehicle or visit may need; for a purpose that needs none of its own, every kind the post may ask
/// for.
pub(crate) fn needed(inspector: &Inspector, purpose: Purpose, at: UnixTime) -> Result<Vec<NothingShown>, Failure> {
    let needs = Encounter::new(inspector, purpose, &nobody()).judge(&Seen::default(), at);
    let mut kinds: Vec<_> = needs.needs().iter().map(Need::kind).collect();
    if kinds.is_empty() {
        kinds.extend(KINDS.iter().map(|row| row.kind));
    }
    let all = kinds.into_iter().map(|kind| inspector.nothing_shown(purpose, kind, at));
    let (may, may_not): (Vec<_>, Vec<_>) = all.partition(Result::is_ok);
    match may_not.into_iter().next() {
        Some(Err(error)) if may.is_empty() => Err(error.into()),
        _ => Ok(may.into_iter().filter_map(Result::ok).collect()),
    }
}

/// The encounter at which nothing is shown and nothing reported.
fn nobody() -> EncounterSeed {
    EncounterSeed::new([0; 32])
}

/// An object for one kind, a list for all.
pub(crate) fn json(all: &[NothingShown], one: bool) -> String {
    let objects: Vec<_> = all.iter().map(NothingShown::to_json).collect();
    let objects = objects.join(",");
    if one { objects } else { format!("[{objects}]") }
}

/// The calm card of no code.
pub(crate) fn nothing_page(card: &Card<'_>, all: &[NothingShown], at: UnixTime) -> Page {
    let mut page = Page::of(card.inspector.bundle().is_test());
    page.test_banner(card.language);
    add(card, &mut page, all, at);
    page
}

/// The same below what is on a page.
pub(crate) fn add(card: &Card<'_>, page: &mut Page, all: &[NothingShown], at: UnixTime) {
    begin(card, page, at);
    if let Some(nothing) = all.first() {
        say(card, page, nothing.findings());
    }
    let kinds: Vec<_> = all.iter().map(|nothing| card.name_of(nothing.kind())).collect();
    page.entry(3, card.say("Giấy tờ", "Papers"), LABELS, &kinds.join(", "));
    let mut todo = ToDo::default();
    for nothing in all {
        todo.lawful(nothing.steps(), nothing.kind());
    }
    end(card, page, &todo);
}

/// A number in place of a code.
pub(crate) fn number(of: &args::Number, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let inspector = device::inspector(&of.device, at, &mut Memory::new())?;
    let only = inspector.number_only(of.purpose, of.kind, &typed(&of.number)?, at)?;
    if of.json {
        page::exactly(&only.to_json())?;
    } else {
        let card = Card::plain(language, &inspector, of.purpose, of.sensitive.veil());
        number_page(&card, &only, at).show()?;
    }
    Ok(EXIT)
}

/// The number as it stands on the command line or in standard input.
fn typed(number: &str) -> Result<String, Failure> {
    if number != "-" {
        return Ok(number.to_owned());
    }
    let mut text = String::new();
    std::io::stdin().lock().take(LONGEST).read_to_string(&mut text).map_err(|_| Trouble::FileUnreadable)?;
    Ok(text)
}

/// The calm card of a number: it says the form, and that nobody vouches for it.
pub(crate) fn number_page(card: &Card<'_>, only: &NumberOnly, at: UnixTime) -> Page {
    let mut page = Page::of(card.inspector.bundle().is_test());
    page.test_banner(card.language);
    begin(card, &mut page, at);
    say(card, &mut page, only.findings());
    let kinds: Vec<_> = only.kinds().iter().map(|kind| card.name_of(*kind)).collect();
    let label = match kinds.as_slice() {
        [_, _, ..] => card.say("Có thể của", "May be of"),
        _ => card.say("Giấy tờ", "Paper"),
    };
    page.entry(3, label, LABELS, &kinds.join(", "));
    let grouped = only.grouped();
    let too_long = card.say("(dài quá, không giữ)", "(too long, not kept)");
    let number = Some(grouped.as_str()).filter(|number| !number.is_empty()).unwrap_or(too_long);
    // The long form begins with the object code.
    let veiled = field::row(only.kind(), Field::CARD_NO).is_some_and(|row| card.veil.hides(row));
    let number = if veiled { DOTS.to_owned() } else { page::safe(number) };
    page.entry(3, card.say("Số đã nhập", "Number typed"), LABELS, &number);
    if veiled {
        Veil::hint(&mut page, card.language);
    }
    page.entry(3, card.say("Định dạng", "Format"), LABELS, form(card, only.form()));
    let mut todo = ToDo::default();
    todo.lawful(only.steps(), only.kind());
    end(card, &mut page, &todo);
    page
}

fn form(card: &Card<'_>, form: NumberForm) -> &'static str {
    match form {
        NumberForm::PersonalNo => {
            card.say("số định danh cá nhân (12 số)", "personal identification number (12 figures)")
        }
        NumberForm::HealthCard15 => card.say("mã thẻ BHYT 15 ký tự", "health insurance card, 15 characters"),
        NumberForm::HealthCard10 => card.say("mã số BHXH 10 số", "social insurance number, 10 figures"),
        NumberForm::LicenceNo => card.say("số GPLX (12 số)", "driving licence (12 figures)"),
        NumberForm::OlderLicenceNo => card.say("số GPLX cấp trước đây", "driving licence of an older form"),
        NumberForm::Plate(plate) => series(card, plate.series()),
        _ => {
            card.say("không đúng định dạng thường gặp, vẫn có thể đúng", "not the usual format; it may still be right")
        }
    }
}

fn series(card: &Card<'_>, series: Series) -> &'static str {
    match series {
        Series::Car => card.say("biển số ô tô", "plate of a car"),
        Series::Motorcycle => card.say("biển số xe máy", "plate of a motorcycle"),
        Series::Diplomatic => card.say("biển số ngoại giao", "diplomatic plate"),
        Series::Military => card.say("biển số quân đội", "military plate"),
        Series::Temporary => card.say("biển số tạm thời", "temporary plate"),
        _ => card.say("biển số xe", "plate"),
    }
}

fn begin(card: &Card<'_>, page: &mut Page, at: UnixTime) {
    card.headline(page, Headline::NotChecked);
    card.about(page, at, None);
    page.gap();
}

/// Why nothing was checked, and its code.
fn say(card: &Card<'_>, page: &mut Page, findings: &[Finding]) {
    for finding in findings {
        page.hang("   ", STRONG, &finding.reason().row().about_paper(card.language, finding.kind()));
        page.hang("   ", FAINT, finding.code());
    }
    page.gap();
}

fn end(card: &Card<'_>, page: &mut Page, todo: &ToDo) {
    page.gap();
    card.heading(page, "Có thể làm, theo thứ tự", "What may be done, in this order");
    todo.print(card, page);
    page.gap().line(card.say("   Chưa kết luận gì về người dân.", "   Nothing is concluded about the citizen."));
}
