//! How wide a text is, and how it is broken into lines: by columns of a terminal, not by characters.

use console::Term;
use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use unicode_width::UnicodeWidthChar;

/// The narrowest terminal that lines are made for.
const NARROWEST: usize = 40;
/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// Where there is no terminal: a hash behind its label and the mark of a test fits.
const PIPED: usize = 92;

/// Columns of a line on standard output: what `COLUMNS` says, else the terminal's, else always the same.
pub(crate) fn width() -> usize {
    static WIDTH: OnceLock<usize> = OnceLock::new();
    *WIDTH.get_or_init(|| asked().or_else(|| of(&Term::stdout(), io::stdout().is_terminal())).unwrap_or(PIPED))
}

/// Columns of a line on standard error; none where nobody looks: in a log one line is one message.
pub(super) fn width_of_errors() -> Option<usize> {
    asked().or_else(|| of(&Term::stderr(), io::stderr().is_terminal()))
}

fn asked() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok()?.trim().parse::<usize>().ok()?;
    Some(columns.clamp(NARROWEST, WIDEST))
}

fn of(term: &Term, looked_at: bool) -> Option<usize> {
    let (_, columns) = term.size_checked().filter(|_| looked_at)?;
    Some(usize::from(columns).clamp(NARROWEST, WIDEST))
}

/// How many columns a text takes: combining marks and our own colours none, wide letters two.
pub(crate) fn columns(text: &str) -> usize {
    measured(text).fold(0, |sum: usize, (_, wide)| sum.saturating_add(wide))
}

/// Every sign with the columns that it takes.
fn measured(text: &str) -> impl Iterator<Item = (char, usize)> {
    text.chars().scan(false, |in_colour, c| {
        let was = *in_colour;
        *in_colour = if was { c != 'm' } else { c == '\u{1b}' };
        Some((c, if was || *in_colour { 0 } else { c.width().unwrap_or_default() }))
    })
}

/// The spaces that a line begins with, and the line without them; a colour that begins before them stays.
pub(super) fn unindented(line: &str) -> (usize, String) {
    let colour = line.find('m').filter(|_| line.starts_with('\u{1b}')).map_or(0, |end| end.saturating_add(1));
    let (colour, text) = line.split_at_checked(colour).unwrap_or(("", line));
    let trimmed = text.trim_start_matches(' ');
    (text.len().saturating_sub(trimmed.len()), format!("{colour}{trimmed}"))
}

/// A text followed by spaces up to a width.
pub(crate) fn padded(text: &str, wide: usize) -> String {
    format!("{text}{}", " ".repeat(wide.saturating_sub(columns(text))))
}

/// Whether a word is copied as it stands, so that it is never broken and rather has a line of its own: a path or an
/// address, a hash, the text of a code, a name of ours (of a file, a code, an option).
pub(crate) fn is_copied(word: &str) -> bool {
    let hash = word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let ours = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'.' | b'-');
    word.contains('/') || hash || word.starts_with("DC") && word.contains(':') || word.bytes().all(ours)
}

/// Lines of at most so many columns, broken at line ends and spaces, and within a word only if it is longer than a
/// line and nobody copies it.
pub(crate) fn wrap(text: &str, wide: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, wide)).collect()
}

/// Whether a text has a word that is to be copied and does not fit.
pub(super) fn has_longer_word(text: &str, wide: usize) -> bool {
    text.split([' ', '\n']).any(|word| columns(word) > wide && is_copied(word))
}

fn wrap_line(text: &str, wide: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        for piece in pieces(word, wide.max(8)) {
            let Some(last) = lines.last_mut() else { continue };
            let used = columns(last);
            if used > 0 && used.saturating_add(1).saturating_add(columns(&piece)) > wide {
                lines.push(piece);
            } else {
                if used > 0 {
                    last.push(' ');
                }
                last.push_str(&piece);
            }
        }
    }
    lines
}

fn pieces(word: &str, wide: usize) -> Vec<String> {
    if columns(word) <= wide || is_copied(word) {
        return vec![word.to_owned()];
    }
    let (mut pieces, mut used) = (vec![String::new()], 0_usize);
    for (c, of) in measured(word) {
        if used.saturating_add(of) > wide {
            pieces.push(String::new());
            used = 0;
        }
        used = used.saturating_add(of);
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{columns, is_copied, unindented, wrap};

    #[test]
    fn columns_are_those_of_a_terminal() {
        for (text, wide) in
            [("Đồng Lộc", 8), ("D\u{323}o", 2), ("李明", 4), ("\u{200d}a\u{20e3}", 1), ("\u{1b}[1mđạt\u{1b}[0m", 3)]
        {
            assert_eq!(columns(text), wide, "{text}");
        }
    }

    #[test]
    fn an_indent_is_found_behind_a_colour() {
        assert_eq!(unindented("   đạt"), (3, "đạt".to_owned()));
        assert_eq!(unindented("\u{1b}[2m  đạt\u{1b}[0m"), (2, "\u{1b}[2mđạt\u{1b}[0m".to_owned()));
    }

    #[test]
    fn what_is_copied_is_never_broken_and_all_else_is() {
        let hash = "0f".repeat(32);
        let copied =
            ["/var/lib/danh-sách/bundle.dcb", hash.as_str(), "DC1:ABCDEFGHIJKLMNOP", "licence.class_not_covering"];
        for word in copied {
            assert!(is_copied(word), "{word}");
            assert_eq!(wrap(&format!("Đã ghi {word} xong"), 10), ["Đã ghi", word, "xong"]);
        }
        assert_eq!(wrap("Nguyễnthịhươnggiang", 10), ["Nguyễnthịh", "ươnggiang"]);
        assert_eq!(wrap("李明李明李明", 8), ["李明李明", "李明"]);
    }
}
