//! `batch`: every code in a folder, inspected side by side, each as if nothing had been seen before it. A folder within
//! is one code: the frames of a film.

use crate::failure::Failure;
use crate::film::{self, Wanted};
use crate::inspect::Judged;
use crate::page::{self, say};
use crate::scan::{self, Arrived, NoDocument};
use crate::trouble::Trouble;
use crate::{args, device, encounter, encounter_seed, files, progress, times};
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, Headline, Inspector, Memory, Seen};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Instant;

/// Exit code where at least one file was no document.
const UNREADABLE: u8 = 3;

/// What one file, or one folder of frames, came to.
struct Line {
    json: String,
    /// `None`: no document, or none that could be read.
    headline: Option<Headline>,
}

/// What every inspection of a batch has in common.
struct Bench<'a> {
    inspector: &'a Inspector,
    ask: &'a Ask,
    at: UnixTime,
}

/// Inspects the files of a folder. Exit 0 if every one of them could be read, whatever came of it.
pub(crate) fn run(of: &args::Batch, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let inspector = device::inspector(&of.device, at, &mut Memory::new())?;
    let ask = inspector.unprompted(of.purpose, &encounter_seed::of(of.encounter.as_deref())?)?;
    let paths = files::listed(&of.dir)?;
    let jobs = of.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let began = Instant::now();
    let counts = side_by_side(&Bench { inspector: &inspector, ask: &ask, at }, &paths, jobs)?;
    let summary = counts.summary(paths.len(), began.elapsed().as_secs_f64(), language);
    page::remark(&page::test_mark(inspector.bundle().is_test(), &summary));
    Ok(if counts.unreadable == 0 { 0 } else { UNREADABLE })
}

/// Inspects the files in so many threads, and prints the lines in the order of the files' names.
fn side_by_side(bench: &Bench<'_>, paths: &[PathBuf], jobs: usize) -> Result<Counts, Failure> {
    let next = AtomicUsize::new(0);
    let (send, lines) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs.min(paths.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(index) else { break };
                    // Nobody listens any more once an answer could not be written.
                    if send.send((index, bench.line(path))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        print(lines, paths.len())
    })
}

/// Prints what arrives, in order, with a bar on standard error where that is a terminal.
fn print(lines: Receiver<(usize, Line)>, of: usize) -> Result<Counts, Failure> {
    let bar = progress::bar(of);
    let (mut waiting, mut printed, mut counts) = (BTreeMap::new(), 0_usize, Counts::default());
    for (index, line) in lines {
        counts.take_in(line.headline);
        waiting.insert(index, line.json);
        bar.inc(1);
        while let Some(json) = waiting.remove(&printed) {
            bar.suspend(|| page::record(&json))?;
            printed = printed.saturating_add(1);
        }
    }
    bar.finish_and_clear();
    Ok(counts)
}

impl Bench<'_> {
    /// One code, with a memory of its own: its report, and what the encounter needs where that is told beside it;
    /// or why there is none.
    fn line(&self, path: &Path) -> Line {
        let name = Json::from(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        self.inspected(path)
            .unwrap_or_else(|failure| {
                let unreadable = format!(r#""unreadable":{{"code":"{}","layer":"file"}}"#, failure.code());
                Line { json: unreadable, headline: None }
            })
            .named(&name)
    }

    fn inspected(&self, path: &Path) -> Result<Line, Failure> {
        let asks = slice::from_ref(self.ask);
        let mut collected =
            encounter::collect(self.inspector, asks, &[(None, arrived(path)?)], self.at, &mut Memory::new())?;
        let judged = Judged::new(self.ask, collected.encounter.judge(&Seen::default(), self.at), self.at);
        let Some(report) = collected.encounter.reports().first() else {
            let why = collected.phones.first().and_then(|phone| phone.showing.as_ref().err());
            return Ok(Line { json: why.map(NoDocument::member).unwrap_or_default(), headline: None });
        };
        let (mut json, mut headline) = (format!(r#""report":{}"#, report.to_json()), report.headline());
        if let Some(encounter) = judged.beside(report) {
            json.push_str(&format!(r#","encounter":{}"#, encounter.to_json()));
            headline = encounter.headline();
        }
        Ok(Line { json, headline: Some(headline) })
    }
}

impl Line {
    fn named(self, name: &Json) -> Self {
        Self { json: format!(r#"{{"file":{name},{}}}"#, self.json), ..self }
    }
}

/// What a file shows; a folder, its frames together. Nothing is told of single frames: threads would talk at once.
fn arrived(path: &Path) -> Result<Arrived, Failure> {
    if !path.is_dir() {
        return Ok(scan::alone(scan::from_bytes(&files::read_only_a_file(path)?)));
    }
    if files::in_folder(path)?.is_empty() {
        return Err(Trouble::FolderEmpty.into());
    }
    film::load(&[path.to_owned()], Wanted::Showing, None)
}

/// How many files came to what.
#[derive(Default)]
struct Counts {
    headlines: BTreeMap<&'static str, (Option<Headline>, usize)>,
    unreadable: usize,
}

impl Counts {
    fn take_in(&mut self, headline: Option<Headline>) {
        match headline {
            Some(headline) => {
                let (of, count) = self.headlines.entry(headline.text().en).or_default();
                *of = Some(headline);
                *count = count.saturating_add(1);
            }
            None => self.unreadable = self.unreadable.saturating_add(1),
        }
    }

    fn summary(&self, files: usize, seconds: f64, language: Language) -> String {
        let mut parts = vec![format!("{files} {} {seconds:.1} s", say(language, "tệp trong", "files in"))];
        for (of, count) in self.headlines.values() {
            let words = of.map_or("", |of| of.text().of(language));
            parts.push(format!("{words} {count}"));
        }
        parts.push(format!("{} {}", say(language, "không đọc được", "unreadable"), self.unreadable));
        parts.join(" · ")
    }
}
