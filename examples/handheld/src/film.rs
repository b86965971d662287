//! Several pictures as one scan: photographs of one code, or the pictures of a film of an animated one.

use crate::failure::Failure;
use crate::no_code::NoCode;
use crate::page::{self, say};
use crate::scan::{self, Arrived, Texts};
use crate::{files, progress};
use doichieu::Language;
use doichieu::{Found, Frames, Progress, ScannedText, What, pick};
use indicatif::ProgressBar;
use std::path::PathBuf;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A citizen's showing or answer.
    Showing,
    /// Another device's bundle.
    Bundle,
}

/// Reads files and folders of files in order until what is wanted is whole, and tells of each where a language is
/// given. A code that stands still is a showing and wins at once.
pub(crate) fn load(arguments: &[PathBuf], wanted: Wanted, told: Option<Language>) -> Result<Arrived, Failure> {
    let paths = pictures(arguments)?;
    // Nothing is told of single pictures where several films are read side by side, and no bar is drawn.
    let bar = told.map_or_else(ProgressBar::hidden, |_| progress::bar(paths.len()));
    let mut film = Film { wanted, told, bar, frames: Frames::new(), best: Arrived::NoCode(NoCode::NoneSeen) };
    for path in paths {
        let seen = scan::from_bytes(&files::read(&path)?);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(arrived) = film.look(seen, &name) {
            film.bar.finish_and_clear();
            return Ok(arrived);
        }
        film.bar.inc(1);
    }
    film.bar.finish_and_clear();
    Ok(film.best)
}

impl Wanted {
    const fn of(what: What) -> Self {
        match what {
            What::Bundle => Self::Bundle,
            _ => Self::Showing,
        }
    }
}

/// What several pictures have shown so far.
struct Film {
    wanted: Wanted,
    told: Option<Language>,
    bar: ProgressBar,
    frames: Frames,
    /// What there is to say if no code becomes whole.
    best: Arrived,
}

impl Film {
    /// Looks at one picture's codes; what arrived, once that is known.
    fn look(&mut self, seen: Result<Texts, NoCode>, name: &str) -> Option<Arrived> {
        let texts = match seen {
            Ok(texts) => texts,
            Err(why) => {
                self.tell(name, &why.remark(Language::Vi), &why.remark(Language::En));
                if self.best.is_nothing() {
                    self.best = Arrived::NoCode(why);
                }
                return None;
            }
        };
        match pick(texts.iter().map(ScannedText::as_str)) {
            Found::Several => {
                let (vi, en) = ("hai mã khác nhau, không nhận mã nào", "two different codes, neither taken");
                self.tell(name, vi, en);
                self.best = Arrived::Several;
                None
            }
            Found::Parts(_) => texts.into_iter().filter(scan::is_part).find_map(|text| self.part(text, name)),
            Found::Ours(of) | Found::Plain(of) | Found::Foreign(of) => {
                let meant = texts.iter().position(|text| text.as_str() == of);
                texts.into_iter().nth(meant?).and_then(|text| self.part(text, name))
            }
            _ => None,
        }
    }

    /// Takes one code.
    fn part(&mut self, text: ScannedText, name: &str) -> Option<Arrived> {
        match self.frames.push(text.as_str()) {
            Progress::Still if self.wanted == Wanted::Showing => {
                self.tell(name, "một mã trọn vẹn", "a whole code");
                Some(Arrived::Text(text))
            }
            Progress::Complete(what) => {
                let (_, bytes) = self.frames.complete()?;
                let whole = Arrived::Whole(what, bytes.to_vec());
                if self.wanted == Wanted::of(what) {
                    self.tell(name, "đủ các phần của mã động", "the animated code is whole");
                    return Some(whole);
                }
                self.tell(name, "mã động khác loại, bỏ qua", "an animated code of another kind, left aside");
                self.frames.reject();
                self.best = whole;
                None
            }
            Progress::Collected { have, of } => {
                let count = format!("{have}/{of}");
                self.tell(name, &count, &count);
                self.best = Arrived::NotWhole { have, of };
                None
            }
            Progress::Mismatched { of } => {
                self.tell(name, "các phần không cùng một mã", "the parts do not belong together");
                self.best = Arrived::NotWhole { have: of, of };
                None
            }
            Progress::Ignored(unreadable) if scan::is_part(&text) => {
                self.tell(name, "một phần không đọc được", "a part that cannot be read");
                if self.best.is_nothing() {
                    self.best = Arrived::OddPart(unreadable);
                }
                None
            }
            _ => {
                self.tell(name, "không phải mã DC1", "not a code of DC1");
                if self.best.is_nothing() {
                    self.best = Arrived::Text(text);
                }
                None
            }
        }
    }
}

impl Film {
    /// What became of one picture, on standard error.
    fn tell(&self, name: &str, vi: &str, en: &str) {
        if let Some(language) = self.told {
            self.bar.suspend(|| page::remark(&format!("{}: {}", page::safe(name), say(language, vi, en))));
        }
    }
}

/// The files named, and those in the folders named.
fn pictures(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            all.extend(files::in_folder(argument)?);
        } else {
            all.push(argument.clone());
        }
    }
    Ok(all)
}
