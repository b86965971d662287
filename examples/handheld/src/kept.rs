//! `inspect --keep`, `encounter --keep` and `recompute`: what an auditor needs later to come to the same report again.

use crate::encounter::Collected;
use crate::failure::Failure;
use crate::page::{self, say};
use crate::scan::Arrived;
use crate::trouble::Trouble;
use crate::{args, ask, device, files, hex, inspect, picked};
use doichieu::Language;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Ask, EncounterSeed, FileKind, Inspector, LegalBasis, Memory, Report, Salt};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};

/// One inspection and what it rested on.
#[derive(Debug)]
pub(crate) struct Kept<'a> {
    pub(crate) inspector: &'a Inspector,
    pub(crate) arrived: &'a Arrived,
    pub(crate) ask: &'a Ask,
    pub(crate) report: &'a Report,
    pub(crate) basis: Option<&'a LegalBasis>,
    /// What the ask was made beside; in an encounter that comes only when it is judged.
    pub(crate) standing: Option<&'a args::Standing>,
}

/// Writes the inputs of a report: the frame as unsealed, the memory extract, the scene.
pub(crate) fn keep(path: &Path, kept: &Kept<'_>, language: Language) -> Result<(), Failure> {
    let any = write(path, kept)?;
    tell(any, language);
    Ok(())
}

/// Whether there was anything to write: what is no answer to its ask is not kept.
fn write(path: &Path, kept: &Kept<'_>) -> Result<bool, Failure> {
    let frame = kept.arrived.scan().ok().and_then(|scan| kept.inspector.unsealed(scan, kept.ask).ok().flatten());
    let Some(frame) = frame else { return Ok(false) };
    let file = json!({
        "basis": kept.basis.map(LegalBasis::code),
        "frame": hex::of(&frame),
        "keptForm": 1,
        "memoryExtract": hex::of(&kept.report.memory_extract()),
        "personalData": true,
        "salt": hex::of(kept.ask.encounter().salt().bytes()),
        "plate": kept.standing.and_then(|standing| standing.plate.as_deref()),
        "vehicle": kept.standing.and_then(|standing| standing.vehicle).map(picked::written),
    });
    files::write_private(path, format!("{file}\n").as_bytes())?;
    Ok(true)
}

fn tell(any: bool, language: Language) {
    let (vi, en) = if any {
        (
            "Tệp giữ lại có giấy tờ của người dân, cả nội dung: chỉ giữ khi có căn cứ pháp luật, và xóa khi hết hạn.",
            "The kept file holds the citizen's papers, values included: keep it only under a legal basis, and delete it when that ends.",
        )
    } else {
        ("Không giữ gì: đây không phải câu trả lời cho yêu cầu này.", "Nothing kept: this is no answer to this ask.")
    };
    page::remark(say(language, vi, en));
}

/// What [`keep_all`] may write for so many phones.
pub(crate) fn paths(folder: &Path, phones: usize) -> impl Iterator<Item = PathBuf> {
    (1..=phones).flat_map(|place| names(place).map(|name| folder.join(name)))
}

/// The inputs and the report of one phone.
fn names(place: usize) -> [String; 2] {
    ["kept", "report"].map(|name| format!("{name}-{place}.json"))
}

/// Keeps every showing of an encounter: for each phone that could be read its inputs and its report, in files of their
/// own.
pub(crate) fn keep_all(
    folder: &Path,
    inspector: &Inspector,
    asks: &[Ask],
    arrived: &[(Option<String>, Arrived)],
    collected: &Collected,
    language: Language,
) -> Result<(), Failure> {
    files::make_folder(folder)?;
    let mut any = false;
    for (place, ((phone, ask), (_, arrived))) in (1_usize..).zip(collected.phones.iter().zip(asks).zip(arrived)) {
        let showing = phone.showing.as_ref().ok().and_then(|showing| collected.encounter.reports().get(*showing));
        let Some(report) = showing else { continue };
        let kept = Kept { inspector, arrived, ask, report, basis: None, standing: None };
        let [inputs, told] = names(place).map(|name| folder.join(name));
        if write(&inputs, &kept)? {
            files::write(&told, report.to_json().as_bytes())?;
            any = true;
        }
    }
    tell(any, language);
    Ok(())
}

/// Computes a report again, prints it, and compares it with the one of then.
pub(crate) fn recompute(of: &args::Recompute, language: Language) -> Result<u8, Failure> {
    let before = files::read(&of.report)?;
    let (at, purpose) =
        when_and_why(&before).ok_or_else(|| odd(&of.report).of_file(&of.report, &before, FileKind::Report))?;
    let file = files::read(&of.kept)?;
    let odd = |path| odd(path).of_other(&file);
    let kept: Json = serde_json::from_slice(&file).map_err(|_| odd(&of.kept))?;
    let bytes = |name: &str| kept.get(name).and_then(Json::as_str).and_then(hex::read).ok_or_else(|| odd(&of.kept));
    let (frame, extract) = (bytes("frame")?, bytes("memoryExtract")?);
    let salt = Salt::new(bytes("salt")?.try_into().map_err(|_| odd(&of.kept))?);
    let inspector = device::inspector(&of.device, at, &mut Memory::new())?;
    let ask = match &of.ask {
        Some(path) => {
            let text = ask::read_text(path)?;
            inspector.kept_ask(&text, &salt).map_err(|why| ask::not_this(path, &text, why))?
        }
        None => {
            let basis =
                kept.get("basis").and_then(Json::as_str).map(|code| LegalBasis::new(code).ok_or_else(|| odd(&of.kept)));
            let seed = EncounterSeed::kept(salt);
            inspect::unprompted(&inspector, purpose, basis.transpose()?.as_ref(), &seed)?
        }
    };
    let vehicle =
        kept.get("vehicle").and_then(Json::as_str).map(picked::read).transpose().map_err(|_| odd(&of.kept))?;
    let ask = inspect::beside(ask, vehicle, kept.get("plate").and_then(Json::as_str));
    let report = inspector.recompute(&frame, &ask, at, &extract)?;
    let again = report.to_json();
    page::exactly(&again)?;
    Ok(compare(&before, again.as_bytes(), language))
}

/// Time and purpose of a report.
fn when_and_why(report: &[u8]) -> Option<(UnixTime, Purpose)> {
    let report: Json = serde_json::from_slice(report).ok()?;
    let number = |name: &str| report.get(name).and_then(Json::as_u64);
    Some((UnixTime::new(number("at")?)?, Purpose::new(number("purpose")?)))
}

/// 0 if every byte is the same; else 1, and which members of the report differ.
fn compare(before: &[u8], again: &[u8], language: Language) -> u8 {
    if before == again {
        page::remark(say(language, "Đúng từng byte với báo cáo đã lập.", "Byte for byte the report of then."));
        return 0;
    }
    let read = |bytes: &[u8]| serde_json::from_slice::<serde_json::Map<String, Json>>(bytes).unwrap_or_default();
    let (before_members, again_members) = (read(before), read(again));
    let mut names: Vec<_> = before_members.keys().chain(again_members.keys()).collect();
    names.sort();
    names.dedup();
    names.retain(|name| before_members.get(*name) != again_members.get(*name));
    let offset = before.iter().zip(again).take_while(|(one, other)| one == other).count();
    let names: Vec<_> = names.into_iter().map(|name| page::safe(name)).collect();
    let names = names.join(", ");
    page::remark(&match language {
        Language::En => format!("Not the report of then: first other byte at {offset}; members that differ: {names}."),
        _ => format!("Khác báo cáo đã lập: từ byte {offset}; mục khác: {names}."),
    });
    1
}

fn odd(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::RecomputeMalformed,
        format!("{path} không đọc được. Dùng tệp do inspect --json và inspect --keep ghi ra."),
        format!("{path} cannot be read. Use the files that inspect --json and inspect --keep wrote."),
    )
}
