//! What others implement is written by hand, so it is held against what is so: every member of the vectors, every code,
//! every word in a digest.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use doichieu::reason::{Gravity, Reason};
use doichieu::{AskError, AskRefused, ConsentProofError, RecomputeError, SetUp};

/// A member stands in code in the tables or lists of the README; a folder with a slash behind it, as a cell of its own.
#[test]
fn every_member_and_folder_of_the_vectors_is_described() {
    let vectors = root().join("tests/vectors");
    let page = read(&vectors.join("README.md"));
    let described: BTreeSet<&str> = page.lines().filter(|line| is_listing(line)).flat_map(words_in_code).collect();
    let (mut members, mut folders) = (BTreeSet::new(), BTreeSet::new());
    gather(&vectors, &mut |path| {
        let folder = path.parent().unwrap_or(path).strip_prefix(&vectors).unwrap_or(path);
        folders.insert(format!("`{}/`", folder.display()).replace("`/`", "`./`"));
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = read(path);
            let cases = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            names_in(&cases, &mut members);
        }
    });
    let named = |name: &&String| !described.contains(name.as_str());
    let missing: Vec<_> = members.iter().filter(named).collect();
    assert!(members.contains("secret") && members.contains("bundlesBefore"), "too few members were read: {members:?}");
    assert!(missing.is_empty(), "tests/vectors/README.md does not describe {missing:?}");
    let missing: Vec<_> = folders.iter().filter(|folder| !cells(&page).any(|cell| cell == folder.as_str())).collect();
    assert!(folders.contains("`live/`"), "too few folders were read: {folders:?}");
    assert!(missing.is_empty(), "tests/vectors/README.md does not describe {missing:?}");
}

/// A code that an engine of somebody else's must give stands in a table of docs/dc1.md, as a cell of its own.
#[test]
fn every_code_of_set_up_and_asks_and_every_layer_stands_on_the_page() {
    let page = read(&root().join("docs/dc1.md"));
    let cells: BTreeSet<&str> = cells(&page).collect();
    let layers = layers();
    let codes = SetUp::ALL.iter().map(|reason| reason.code());
    let codes = codes.chain(AskError::ALL.iter().map(|reason| reason.code()));
    let codes = codes.chain(AskRefused::ALL.iter().map(|reason| reason.code()));
    let codes = codes.chain(RecomputeError::ALL.iter().map(|reason| reason.code()));
    let codes = codes.chain(ConsentProofError::ALL.iter().map(|reason| reason.code()));
    let missing: Vec<_> =
        codes.map(str::to_owned).chain(layers).filter(|code| !cells.contains(format!("`{code}`").as_str())).collect();
    assert!(missing.is_empty(), "docs/dc1.md has no row for {missing:?}");
    let known: BTreeSet<_> = SetUp::ALL.iter().map(|reason| reason.code()).collect();
    let gone: Vec<_> = cells.iter().filter_map(|cell| cell.strip_prefix('`')?.strip_suffix('`')).collect();
    let gone: Vec<_> = gone.into_iter().filter(|code| code.starts_with("setup.") && !known.contains(code)).collect();
    assert!(gone.is_empty(), "docs/dc1.md has rows for codes that there are not: {gone:?}");
}

/// A code above a note decides, so both pages together say when it is found. What an encounter needs, and what stands
/// beside unsigned codes, is no business of theirs.
#[test]
fn every_reason_that_decides_an_inspection_stands_on_a_page() {
    const ELSEWHERE: [&str; 4] = ["papers.", "plain.", "health.number_only", "scan.keyboard_altered"];
    let pages = ["docs/dc1.md", "docs/claim169.md"].map(|name| read(&root().join(name))).concat();
    let decides = |reason: &&Reason| reason.row().gravity > Gravity::Note;
    let codes = Reason::ALL.iter().filter(decides).map(|reason| reason.code());
    let codes = codes.filter(|code| !ELSEWHERE.iter().any(|group| code.starts_with(group)));
    let missing: Vec<_> = codes.filter(|code| !pages.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "neither docs/dc1.md nor docs/claim169.md says when {missing:?} are found");
}

/// Whoever stores a report can tell by it whether another engine would judge alike.
#[test]
fn the_judgement_counts_the_stars_of_the_changelog() {
    let changelog = read(&root().join("CHANGELOG.md"));
    let since = changelog.split("\n## [0.1.0]").next().unwrap_or_default();
    let stars = since.lines().filter(|line| line.starts_with("- ★")).count();
    assert_eq!(u64::try_from(stars).ok().and_then(|stars| stars.checked_add(1)), Some(doichieu::JUDGEMENT));
}

/// Whoever computes a digest or expands a seed needs its word. What a citizen's app draws for itself alone is its own
/// matter.
#[test]
fn every_word_before_a_digest_stands_on_the_page() {
    let page = read(&root().join("docs/dc1.md"));
    let mut words = BTreeSet::new();
    gather(&root().join("src"), &mut |path| {
        let text = read(path);
        words.extend(text.split('"').filter(|word| word.starts_with("dc1 ") && word.len() < 40).map(str::to_owned));
    });
    assert!(words.contains("dc1 request") && words.contains("dc1 ask key"), "too few words were read: {words:?}");
    words.remove("dc1 ask choices");
    let missing: Vec<_> = words.iter().filter(|word| !page.contains(word.as_str())).collect();
    assert!(missing.is_empty(), "docs/dc1.md does not say {missing:?}");
}

/// The names of the layers, from the one function that gives them.
fn layers() -> Vec<String> {
    let source = read(&root().join("src/input.rs"));
    let names = source.split("impl Layer").nth(1).and_then(|rest| rest.split("\n}\n").next()).unwrap_or_default();
    let names: Vec<_> =
        names.lines().filter_map(|line| line.split_once("=> \"")?.1.split('"').next()).map(str::to_owned).collect();
    assert!(names.iter().any(|name| name == "frames"), "the layers were not found: {names:?}");
    names
}

/// A row of a table, or an item of a list.
fn is_listing(line: &str) -> bool {
    line.starts_with("| ") || line.starts_with("- ") || line.starts_with("  ")
}

/// Every cell of every table.
fn cells(page: &str) -> impl Iterator<Item = &str> {
    page.lines().filter(|line| line.starts_with('|')).flat_map(|line| line.split('|')).map(str::trim)
}

/// The words between backticks.
fn words_in_code(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split('`').skip(1).step_by(2);
    code.flat_map(|code| code.split(|c: char| !c.is_ascii_alphanumeric())).filter(|word| !word.is_empty())
}

fn names_in(value: &serde_json::Value, into: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                into.insert(name.clone());
                names_in(value, into);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| names_in(item, into)),
        _ => {}
    }
}

/// Every file in a folder and in those within.
pub(super) fn gather(folder: &Path, see: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
        let path = entry.path();
        if path.is_dir() { gather(&path, see) } else { see(&path) }
    }
}

pub(super) fn read(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
