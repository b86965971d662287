//! The one answer, and the values in it.

use crate::error::{DoichieuError, Failure, unknown};
use crate::raw::{self, DoichieuBytes, run, text_out};
use crate::{at, seconds};
use core::ffi::c_char;
use core::ptr::null_mut;
use core_api::{Headline, Hold, Language, Proof, Release, Report, Text};
use std::sync::Arc;

/// What came of an inspection: a report, or what says that it was no document. Freed by `doichieu_seen_free`, which ends its
/// values.
#[derive(Debug)]
pub struct DoichieuSeen {
    pub(crate) report: Option<Box<Report>>,
    unread: Option<core_api::input::Unreadable>,
    inspector: Arc<core_api::Inspector>,
}

impl DoichieuSeen {
    pub(crate) fn of(seen: Result<Report, core_api::input::Unreadable>, inspector: &Arc<core_api::Inspector>) -> Self {
        let unread = seen.as_ref().err().copied();
        Self { report: seen.ok().map(Box::new), unread, inspector: Arc::clone(inspector) }
    }

    fn report(&self) -> Option<&Report> {
        self.report.as_deref()
    }

    fn headline(&self) -> Text {
        let unread = self.unread.map(|why| Headline::of_unread(why.reason()));
        let headline = self.report().map(Report::headline).or(unread);
        headline.unwrap_or(Headline::LookUp).text()
    }
}

/// Asks a report something; nothing where it is none.
fn asked<T>(seen: *const DoichieuSeen, otherwise: T, ask: impl FnOnce(&Report) -> T) -> T {
    raw::take(seen).ok().and_then(DoichieuSeen::report).map_or(otherwise, ask)
}

/// Whether it is a report. What is none says nothing about anybody.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_is_report(seen: *const DoichieuSeen) -> bool {
    asked(seen, false, |_| true)
}

/// Of a report its canonical JSON (docs/schema/report.schema.json), the same bytes in every language, without a value; of
/// anything else the line for the log: layer and offset. Freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_json(seen: *const DoichieuSeen) -> *mut c_char {
    let Ok(seen) = raw::take(seen) else { return null_mut() };
    match (seen.report(), seen.unread) {
        (Some(report), _) => text_out(&report.to_json()),
        (None, Some(why)) => text_out(&why.to_string()),
        _ => null_mut(),
    }
}

/// `accept`, `refer`, `refuse`; of what is no document its code, `scan.…`. Freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_verdict(seen: *const DoichieuSeen) -> *mut c_char {
    let Ok(seen) = raw::take(seen) else { return null_mut() };
    match (seen.report(), seen.unread) {
        (Some(report), _) => text_out(report.verdict().name()),
        (None, Some(why)) => text_out(why.reason().code()),
        _ => null_mut(),
    }
}

/// The headline for a screen, in Vietnamese; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_headline_vi(seen: *const DoichieuSeen) -> *mut c_char {
    raw::take(seen).map_or(null_mut(), |seen| text_out(seen.headline().vi))
}

/// The same in English.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_headline_en(seen: *const DoichieuSeen) -> *mut c_char {
    raw::take(seen).map_or(null_mut(), |seen| text_out(seen.headline().en))
}

/// A test root stands behind it: every screen then says TEST. True for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_is_test(seen: *const DoichieuSeen) -> bool {
    raw::take(seen).map_or(true, |seen| seen.inspector.bundle().is_test())
}

/// The first use of its showing, or the first one tried again. For programs that do something once.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_consumed(seen: *const DoichieuSeen) -> bool {
    asked(seen, false, Report::consumed)
}

/// Which showing it was, to be freed by `doichieu_bytes_free`; none where nothing was proven, or a printed code was read.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_showing(seen: *const DoichieuSeen) -> DoichieuBytes {
    let showing = asked(seen, None, |report| report.showing().map(core_api::Showing::to_bytes));
    showing.map_or(DoichieuBytes::NONE, DoichieuBytes::of)
}

/// What it took from the memory, to compute it again; freed by `doichieu_bytes_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_memory_extract(seen: *const DoichieuSeen) -> DoichieuBytes {
    asked(seen, DoichieuBytes::NONE, |report| DoichieuBytes::of(report.memory_extract()))
}

/// How many findings: about the showing first, then about each paper in its order, as in the JSON.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_findings(seen: *const DoichieuSeen) -> usize {
    asked(seen, 0, |report| all_findings(report).count())
}

fn all_findings(report: &Report) -> impl Iterator<Item = (Option<core_api::field::Kind>, &core_api::Finding)> {
    let own = report.findings().iter().map(|finding| (None, finding));
    own.chain(report.papers().iter().flat_map(|of| of.findings().iter().map(|finding| (Some(of.kind()), finding))))
}

/// A finding in words, and the step that follows, without a value: in Vietnamese, or in English. Of what is no document the
/// one there is. Freed by `doichieu_text_free`; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_finding(seen: *const DoichieuSeen, place: usize, english: bool) -> *mut c_char {
    let Ok(seen) = raw::take(seen) else { return null_mut() };
    let (role, language) = (seen.inspector.post().role(), if english { Language::En } else { Language::Vi });
    let said = match seen.report() {
        Some(report) => all_findings(report).nth(place).map(|(kind, finding)| {
            let filling = finding.filling().for_kind(finding.kind().or(kind));
            role.said(finding.reason(), language, &filling)
        }),
        None => seen
            .unread
            .filter(|_| place == 0)
            .map(|why| role.said(why.reason(), language, &core_api::reason::Filling::default())),
    };
    let Some(said) = said else { return null_mut() };
    text_out(&said.step_text().map_or_else(|| said.text().to_owned(), |step| format!("{} {step}", said.text())))
}

/// How many papers.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_papers(seen: *const DoichieuSeen) -> usize {
    asked(seen, 0, |report| report.papers().len())
}

/// The kind of a paper by its name in the registry; freed by `doichieu_text_free`. NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_kind(seen: *const DoichieuSeen, paper: usize) -> *mut c_char {
    let kind = asked(seen, None, |report| report.papers().get(paper)?.kind().row());
    kind.map_or(null_mut(), |row| text_out(row.name))
}

/// `proven` (with values), `answered` (without) or `unproven`; freed by `doichieu_text_free`. NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_proof(seen: *mut DoichieuSeen, paper: usize) -> *mut c_char {
    let report = raw::change(seen).ok().and_then(|seen| seen.report.as_deref_mut());
    let Some(paper) = report.and_then(|report| report.papers_mut().get_mut(paper)) else { return null_mut() };
    text_out(match paper.proof() {
        Proof::Proven(_) => "proven",
        Proof::Answered(_) => "answered",
        _ => "unproven",
    })
}

/// The answer of a paper that was asked a question: `yes`, `no`, `undetermined` or `not_needed`; freed by
/// `doichieu_text_free`. NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_answer(seen: *const DoichieuSeen, paper: usize) -> *mut c_char {
    let answered = asked(seen, None, |report| report.papers().get(paper)?.answered());
    answered.map_or(null_mut(), |of| text_out(of.answer.name()))
}

/// A release, where that paper is proven and agreed to be shown.
fn with<T>(
    seen: *mut DoichieuSeen,
    paper: usize,
    ask: impl FnOnce(&mut Release) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let report = raw::change(seen)?.report.as_deref_mut();
    let paper = report.and_then(|report| report.papers_mut().get_mut(paper));
    match paper.map(core_api::PaperReport::proof) {
        Some(Proof::Proven(release)) => ask(release).map(Some),
        _ => Ok(None),
    }
}

/// The values of a proven paper, as JSON (docs/schema/values.schema.json): personal data; freed by `doichieu_text_free`. NULL
/// without an error where the paper is not proven or its values have ended.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_values(
    seen: *mut DoichieuSeen,
    paper: usize,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut c_char {
    run(error, null_mut(), || {
        let now = at(now)?;
        let values =
            with(seen, paper, |release| Ok(release.at(now).ok().map(|shown| text_out(shown.to_json().as_str()))))?;
        Ok(values.flatten().unwrap_or(null_mut()))
    })
}

/// One value in words, by the name of its field; freed by `doichieu_text_free`. NULL without an error where it is not shown,
/// which never means that it does not hold, or has ended.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_text(
    seen: *mut DoichieuSeen,
    paper: usize,
    field: *const c_char,
    length: usize,
    english: bool,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut c_char {
    run(error, null_mut(), || {
        let (now, name) = (at(now)?, raw::text(field, length)?);
        let language = if english { Language::En } else { Language::Vi };
        let text = with(seen, paper, |release| {
            let Ok(shown) = release.at(now) else { return Ok(None) };
            let entry = shown.entries().find(|entry| entry.name() == name);
            Ok(entry.map(|entry| text_out(entry.text(language).as_str())))
        })?;
        Ok(text.flatten().unwrap_or(null_mut()))
    })
}

/// When the screen takes the values away, unless they are held; 0 where there are none.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_display_until(seen: *mut DoichieuSeen, paper: usize) -> i64 {
    with(seen, paper, |release| Ok(seconds(release.display_until()))).ok().flatten().unwrap_or_default()
}

/// Holds them three minutes longer, a quarter of an hour in all, for `hold.writing_record` or `hold.handing_over`: log it.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_hold(
    seen: *mut DoichieuSeen,
    paper: usize,
    reason: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> i64 {
    run(error, 0, || {
        let name = raw::text(reason, length)?;
        let hold = Hold::ALL.iter().copied().find(|hold| hold.code() == name);
        let hold = hold.ok_or_else(|| unknown("argument.hold", "reason to hold"))?;
        Ok(with(seen, paper, |release| Ok(seconds(release.hold(hold))))?.unwrap_or_default())
    })
}

/// How a name that somebody declared and the paper's compare: a level (`exact`, `no_diacritics`, …, `different`) or why they
/// were not compared; freed by `doichieu_text_free`. Eight comparisons, then no more. NULL where nothing is shown any more.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_matches_name(
    seen: *mut DoichieuSeen,
    paper: usize,
    name: *const c_char,
    length: usize,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut c_char {
    run(error, null_mut(), || {
        let (now, declared) = (at(now)?, core_api::Declared::new().full_name(raw::text(name, length)?));
        let level = with(seen, paper, |release| Ok(release.matches(&declared, now).ok()))?.flatten();
        Ok(level.map_or(null_mut(), |of| {
            text_out(match of.full_name {
                core_api::Compared::NotDeclared => "not_declared",
                core_api::Compared::NotShown => "not_shown",
                core_api::Compared::TooOften => "too_often",
                core_api::Compared::Answer(level) => level.code(),
                _ => "other",
            })
        }))
    })
}

/// The person goes: ends the values of a paper, and wipes them.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_release_end(seen: *mut DoichieuSeen, paper: usize) {
    let _ = with(seen, paper, |release| {
        release.end();
        Ok(())
    });
}

/// Frees it: its values have ended, and are wiped.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_seen_free(seen: *mut DoichieuSeen) {
    raw::free(seen);
}
