//! A page that sends its reader to a file sends him to one that is there, and to a name that stands in it.

use std::collections::BTreeSet;
use std::path::Path;

use super::described::{gather, read, root};

/// Pages that are read by people. The changelog tells of files that are gone.
const PAGES: [&str; 20] = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/claim169.md",
    "docs/dc1.md",
    "docs/decisions.md",
    "docs/embed.md",
    "docs/fields.md",
    "docs/integrate.md",
    "docs/performance.md",
    "docs/reasons.md",
    "docs/report.md",
    "docs/rules.md",
    "docs/server.md",
    "wasm/npm/README.md",
    "examples/verifier-page/README.md",
    "ffi/README.md",
    "ffi/c/README.md",
    "ffi/dotnet/README.md",
    "ffi/python/README.md",
];
/// Folders with files of ours in them.
const FOLDERS: [&str; 8] = ["benches", "docs", "examples", "ffi", "fuzz", "src", "tests", "wasm"];
/// What is fetched or built there.
const FETCHED: [&str; 5] = ["node_modules", "target", "vendor", "dist", "pkg"];
const ENDINGS: [&str; 8] = [".rs", ".md", ".ts", ".js", ".mjs", ".json", ".toml", ".txt"];

/// Every file, from the root on.
pub(super) fn files() -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    let mut add = |path: &Path| {
        let path = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        if !path.split('/').any(|part| FETCHED.contains(&part)) {
            files.insert(path);
        }
    };
    FOLDERS.iter().for_each(|folder| gather(&root().join(folder), &mut add));
    let own = std::fs::read_dir(root()).into_iter().flatten().flatten().map(|entry| entry.path());
    own.filter(|path| path.is_file()).for_each(|path| add(&path));
    files
}

/// A file by its path from any folder on: a page names those of its own folder, and of `src`, without it.
fn is_there(pointer: &str, files: &BTreeSet<String>) -> bool {
    files.contains(pointer) || files.iter().any(|file| file.ends_with(&format!("/{pointer}")))
}

/// Whether a word in code is a file's path. `<kind>` and `*` stand for names of which there are many.
fn is_path(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
        && word.chars().all(plain)
        && !word.starts_with(['/', '.'])
}

/// The pieces of code of a line, and what stands before each.
fn in_code(line: &str) -> Vec<(&str, &str)> {
    let pieces: Vec<_> = line.split('`').collect();
    pieces.chunks(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect()
}

/// The targets of links that are no addresses: path, and the heading in it.
fn links(page: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let targets = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let own = targets.filter(|target| !target.contains("://") && !target.contains(' '));
    own.map(|target| target.split_once('#').map_or((target, None), |(path, heading)| (path, Some(heading))))
}

/// A heading as a link names it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn has_heading(page: &str, heading: &str) -> bool {
    page.lines().filter_map(|line| line.strip_prefix('#')).any(|line| anchor(line.trim_start_matches('#')) == heading)
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let (files, mut found) = (files(), 0_u32);
    let mut missing = Vec::new();
    for name in PAGES {
        let page = read(&root().join(name));
        let words = page.lines().flat_map(in_code).flat_map(|(_, code)| code.split(' ')).filter(|word| is_path(word));
        for word in words {
            found = found.saturating_add(1);
            if !is_there(word, &files) {
                missing.push(format!("{name}: {word}"));
            }
        }
        let folder = root().join(name).parent().map(Path::to_path_buf).unwrap_or_default();
        for (path, heading) in links(&page) {
            let target = if path.is_empty() { root().join(name) } else { folder.join(path) };
            let heads = |heading| target.is_file() && has_heading(&read(&target), heading);
            if !target.exists() || heading.is_some_and(|heading| !heads(heading)) {
                missing.push(format!("{name}: {path}#{}", heading.unwrap_or_default()));
            }
        }
    }
    assert!(found > 150, "too few files were named: {found}");
    assert!(missing.is_empty(), "nothing is there: {missing:#?}");
}

/// Pairs of a name and the file in which it is said to stand: `` `name` of `file` ``, `` `name` in `file` `` and ``
/// `file` (`name`, `name`) ``.
fn looked_for(paragraph: &str) -> Vec<(&str, &str)> {
    let (mut looked_for, mut file, mut name) = (Vec::new(), None, None);
    for (before, code) in in_code(paragraph) {
        if is_path(code) {
            looked_for.extend(name.filter(|_| [" of ", " in "].contains(&before)).map(|name| (name, code)));
            (file, name) = (Some(code), None);
        } else {
            file = file.filter(|_| before == " (" || before == ", ");
            looked_for.extend(file.map(|file| (code, file)));
            name = Some(code);
        }
    }
    looked_for
}

fn holds(text: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let behind = text.get(at..).and_then(|text| text.strip_prefix(name)).unwrap_or_default();
        !text.get(..at).unwrap_or_default().ends_with(is_word) && !behind.starts_with(is_word)
    })
}

#[test]
fn every_name_that_contributing_looks_for_in_a_file_stands_in_it() {
    let (files, page) = (files(), read(&root().join("CONTRIBUTING.md")));
    // Lines are wrapped anywhere; a row of a table is one of its own.
    let paragraphs = page.split("\n\n").flat_map(|paragraph| paragraph.split("\n|"));
    let paragraphs: Vec<_> = paragraphs.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let looked_for: Vec<_> = paragraphs.iter().flat_map(|paragraph| looked_for(paragraph)).collect();
    let stands = |(name, pointer): &&(&str, &str)| {
        let file = files.iter().find(|file| file == pointer || file.ends_with(&format!("/{pointer}")));
        file.is_some_and(|file| holds(&read(&root().join(file)), name))
    };
    let missing: Vec<_> = looked_for.iter().filter(|looked_for| !stands(looked_for)).collect();
    assert!(looked_for.len() >= 15, "too few names were looked for: {looked_for:?}");
    assert!(missing.is_empty(), "they do not stand there: {missing:#?}");
}
