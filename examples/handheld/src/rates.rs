//! `rates`: how many pictures of a folder a code is read from. It measures the reader, on the way that `inspect` takes;
//! no text leaves it.

use crate::failure::Failure;
use crate::page::{self, Page, say};
use crate::{args, files, photo, progress};
use doichieu::Language;
use doichieu::ScannedText;
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What came of one picture.
struct Rate {
    codes: usize,
    /// Whether one of the codes says what the text beside the picture says; `None`: there is no such text.
    same: Option<bool>,
    ms: u128,
}

/// Reads every picture of a folder and of those in it.
pub(crate) fn run(of: &args::Rates, language: Language) -> Result<u8, Failure> {
    let (mut pictures, mut read, mut compared, mut same, mut all_ms) = (0_usize, 0_usize, 0_usize, 0_usize, 0_u128);
    let paths = under(&of.dir)?;
    let bar = progress::bar(paths.len());
    for path in paths {
        bar.inc(1);
        let Ok(bytes) = files::read_only_a_file(&path) else { continue };
        if !photo::is_picture(&bytes) {
            continue;
        }
        let rate = rate(&path, &bytes);
        let name = path.strip_prefix(&of.dir).unwrap_or(&path).to_string_lossy().into_owned();
        pictures = pictures.saturating_add(1);
        read = read.saturating_add(usize::from(rate.codes > 0));
        compared = compared.saturating_add(usize::from(rate.codes > 0 && rate.same.is_some()));
        same = same.saturating_add(usize::from(rate.same == Some(true)));
        all_ms = all_ms.saturating_add(rate.ms);
        bar.suspend(|| tell(of, &name, &rate, language))?;
    }
    bar.finish_and_clear();
    page::remark(&match language {
        Language::En => {
            format!("{read} of {pictures} pictures read; {same} of {compared} with the text beside them; {all_ms} ms")
        }
        _ => format!(
            "Đọc được {read} trên {pictures} ảnh; {same} trên {compared} đúng như tệp văn bản kèm theo; {all_ms} ms"
        ),
    });
    Ok(0)
}

fn tell(of: &args::Rates, name: &str, rate: &Rate, language: Language) -> Result<(), Failure> {
    let (read, ms) = (rate.codes > 0, u64::try_from(rate.ms).unwrap_or(u64::MAX));
    if of.json {
        let line = json!({ "codes": rate.codes, "file": name, "ms": ms, "read": read, "same": rate.same.map_or(Json::Null, Json::Bool) });
        return page::record(&line.to_string());
    }
    let word = match (read, rate.same) {
        (false, _) => say(language, "không đọc được", "not read"),
        (true, Some(false)) => say(language, "đọc được, KHÁC tệp văn bản", "read, NOT as the text beside it"),
        (true, Some(true)) => say(language, "đọc được, đúng như tệp văn bản", "read, as the text beside it"),
        (true, None) => say(language, "đọc được", "read"),
    };
    let mut page = Page::default();
    page.beside(&page::safe(name), 0, &format!("{word}  {ms} ms"));
    page.show()
}

fn rate(path: &Path, bytes: &[u8]) -> Rate {
    let began = Instant::now();
    let codes = photo::codes(bytes).unwrap_or_default();
    let ms = began.elapsed().as_millis();
    let beside = files::read_only_a_file(&path.with_extension("txt")).ok();
    let same = beside.filter(|_| !codes.is_empty()).map(|wanted| {
        let wanted = ScannedText::of(&wanted);
        codes.iter().any(|code| without_end(code.text.as_str()) == without_end(wanted.as_str()))
    });
    Rate { codes: codes.len(), same, ms }
}

/// Editors end a file with a line end.
fn without_end(text: &str) -> &str {
    text.trim_end_matches(['\r', '\n'])
}

/// Every file under a folder, in the order of the names; a folder behind a link is not gone into.
fn under(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for path in files::listed(folder)? {
        if path.is_dir() && !path.is_symlink() {
            all.extend(under(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}
