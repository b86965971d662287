//! A source file read without comments and without what stands in quotes: enough to see imports, functions and names.

use std::collections::BTreeSet;

/// One file. Lines are kept, so that lengths are true.
pub(crate) struct Source {
    lines: usize,
    code: String,
}

impl Source {
    pub(crate) fn new(text: &str) -> Self {
        Self { lines: text.lines().count(), code: bare(text) }
    }

    /// The code, its comments and quoted text blank.
    pub(crate) fn text(&self) -> &str {
        &self.code
    }

    pub(crate) fn has_word(&self, word: &str) -> bool {
        words(&self.code).contains(&word)
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.code.lines().take(self.lines)
    }

    /// The modules that it declares for tests only, by path.
    pub(crate) fn test_modules(&self, name: &str) -> Vec<String> {
        let lines: Vec<_> = self.lines().map(str::trim).collect();
        let declared = lines.iter().enumerate().filter_map(|(at, line)| {
            let rest = ["pub(crate) ", "pub(super) "].iter().find_map(|to| line.strip_prefix(to)).unwrap_or(line);
            let module = rest.strip_prefix("mod ")?.strip_suffix(';')?;
            let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
            above
                .into_iter()
                .any(|line| *line == "#[cfg(test)]" || line.starts_with("#[cfg(all(test,"))
                .then_some(module)
        });
        declared.map(|module| if name == "lib" { module.to_owned() } else { format!("{name}::{module}") }).collect()
    }

    /// The modules that it names, by path, each as deep as there is a file for it.
    pub(crate) fn imports(&self, name: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
        let words = words(&self.code);
        let mut found = BTreeSet::new();
        for (at, word) in words.iter().enumerate() {
            let base = match *word {
                "crate" => Vec::new(),
                "super" => name.split("::").take(name.split("::").count() - 1).collect(),
                _ => continue,
            };
            for path in paths(&words[at + 1..]) {
                let path: Vec<_> = base.iter().copied().chain(path).collect();
                let deepest =
                    (1..=path.len()).rev().map(|depth| path[..depth].join("::")).find(|path| known.contains(path));
                found.extend(deepest.filter(|path| path != name));
            }
        }
        found
    }

    /// Every function with its length in lines.
    pub(crate) fn functions(&self) -> Vec<(String, usize)> {
        let lines: Vec<_> = self.lines().collect();
        let mut found = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let Some(begin) = line.find("fn ").filter(|begin| line[..*begin].ends_with([' ', '(']) || *begin == 0)
            else {
                continue;
            };
            let name: String = line[begin + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if name.is_empty() {
                continue;
            }
            found.extend(length(&lines[at..]).map(|length| (name, length)));
        }
        found
    }
}

/// How many lines until the braces that open here close again; `None`: a declaration without a body.
fn length(lines: &[&str]) -> Option<usize> {
    let mut open = 0_usize;
    for (at, line) in lines.iter().enumerate() {
        for c in line.chars() {
            match c {
                '{' => open += 1,
                '}' if open == 1 => return Some(at + 1),
                '}' => open = open.checked_sub(1)?,
                ';' if open == 0 && !line.contains('[') => return None,
                _ => {}
            }
        }
    }
    None
}

/// Identifiers, `::` and braces of a `use` tree, and every other sign by itself.
fn words(code: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            c if c.is_alphanumeric() || c == '_' => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    words
}

/// The paths of a `use` tree that goes on here: `::a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths<'a>(words: &[&'a str]) -> Vec<Vec<&'a str>> {
    let [separator, rest @ ..] = words else { return Vec::new() };
    if *separator != "::" {
        return vec![Vec::new()];
    }
    match rest {
        ["{", rest @ ..] => branches(rest).into_iter().flat_map(|branch| paths(&[&["::"], branch].concat())).collect(),
        [name, rest @ ..] => {
            let mut all = paths(rest);
            if all.is_empty() {
                all.push(Vec::new());
            }
            all.into_iter().map(|path| std::iter::once(*name).chain(path).collect()).collect()
        }
        [] => Vec::new(),
    }
}

/// What stands between the commas up to the closing brace.
fn branches<'w, 'a>(words: &'w [&'a str]) -> Vec<&'w [&'a str]> {
    let (mut found, mut begin, mut open) = (Vec::new(), 0, 0_usize);
    for (at, word) in words.iter().enumerate() {
        match *word {
            "{" => open += 1,
            "}" if open == 0 => {
                found.push(&words[begin..at]);
                break;
            }
            "}" => open -= 1,
            "," if open == 0 => {
                found.push(&words[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The code with comments and quoted text blanked; line ends stay.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r#\"") => rest[3..].find("\"#").map_or(rest.len(), |end| end + 5),
            '"' => quoted(rest),
            '\'' => character(rest),
            c => {
                bare.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        bare.extend(rest[..length].chars().filter(|c| *c == '\n'));
        if first == '\'' && length == 1 {
            bare.push(first);
        }
        rest = &rest[length..];
    }
    bare
}

/// Length of a string literal, quotes included.
fn quoted(text: &str) -> usize {
    let mut escaped = true;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    text.len()
}

/// Length of a character literal; 1 for the tick of a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 3),
        Some((at, c)) if text[at + c.len_utf8()..].starts_with('\'') => at + c.len_utf8() + 1,
        _ => 1,
    }
}
