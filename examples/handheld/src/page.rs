//! Lines for a terminal: colours that vanish when piped, columns, wrapping.

use crate::failure::Failure;
use crate::trouble::Trouble;
use anstyle::{AnsiColor, Style};
use doichieu::Language;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

mod columns;

pub(crate) use columns::{columns, padded, width, wrap};

/// What stands before each line that a test root stands behind.
const TEST: &str = "TEST";
/// Columns of a text beside something else: with fewer it stands below it.
const BESIDE: usize = 26;
/// Columns that values have before labels get theirs.
const VALUES: usize = 36;
/// A page narrower than this has labels above their values.
const NARROW: usize = 50;

/// Bold, for what is read first.
pub(crate) const STRONG: Style = Style::new().bold();
/// Dimmed, for codes and labels.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// One of two texts.
pub(crate) const fn say<'a>(language: Language, vi: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::En => en,
        _ => vi,
    }
}

/// A colour with bold.
pub(crate) const fn coloured(colour: AnsiColor) -> Style {
    Style::new().bold().fg_color(Some(anstyle::Color::Ansi(colour)))
}

/// A text in a style.
pub(crate) fn styled(style: Style, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{style}{text}{style:#}")
}

/// Lines being collected.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    test: bool,
    said: BTreeSet<String>,
    /// Columns of its lines, without the mark of a test.
    wide: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self { text: String::new(), test: false, said: BTreeSet::new(), wide: columns::width() }
    }
}

impl Page {
    /// Whether this is asked for the first time on this page: what to do is said once.
    pub(crate) fn is_new(&mut self, what: &str) -> bool {
        self.said.insert(what.to_owned())
    }

    /// Empty; every line of it says TEST if a test root stands behind it: any line of it, torn out or photographed, is
    /// known by that.
    pub(crate) fn of(test: bool) -> Self {
        let mark = if test { TEST.len().saturating_add(1) } else { 0 };
        Self { test, wide: columns::width().saturating_sub(mark), ..Self::default() }
    }

    /// Says above everything else that a test root stands behind it, if one does.
    pub(crate) fn test_banner(&mut self, language: Language) -> &mut Self {
        if !self.test {
            return self;
        }
        let (vi, en) = (
            " THỬ NGHIỆM: khóa gốc thử nghiệm, không dùng để xử lý thật ",
            " made under test root keys, not for real use ",
        );
        self.line(&styled(Style::new().bold().invert(), say(language, vi, en))).gap()
    }

    /// One line; one that is too long goes on below itself.
    pub(crate) fn line(&mut self, line: &str) -> &mut Self {
        for line in line.split('\n').map(str::trim_end) {
            if columns(line) <= self.wide {
                self.push(line);
            } else {
                let (indent, text) = columns::unindented(line);
                self.wrapped(indent, &text);
            }
        }
        self
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(&line.trim_end().replace(TOGETHER, " "));
        self.text.push('\n');
    }

    /// A text as wide as there is room behind so many columns.
    fn wrapped(&mut self, indent: usize, text: &str) -> &mut Self {
        for line in wrap(text, self.wide.saturating_sub(indent)) {
            self.push(&format!("{}{line}", " ".repeat(indent)));
        }
        self
    }

    /// An empty line, never two in a row.
    pub(crate) fn gap(&mut self) -> &mut Self {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self
    }

    /// A rule across the page.
    pub(crate) fn rule(&mut self) -> &mut Self {
        self.line(&styled(FAINT, &"─".repeat(self.wide)))
    }

    /// A heavy rule across the page, between phones.
    pub(crate) fn heavy_rule(&mut self) -> &mut Self {
        self.line(&styled(FAINT, &"━".repeat(self.wide)))
    }

    /// A text behind `first`, wrapped, further lines indented as far as `first` is wide; below it where little room is
    /// left.
    pub(crate) fn hang(&mut self, first: &str, style: Style, text: &str) -> &mut Self {
        let mut indent = columns(first);
        let mut before = first.to_owned();
        if self.wide.saturating_sub(indent) < BESIDE {
            self.line(first);
            indent = columns::unindented(first).0.saturating_add(2);
            before = " ".repeat(indent);
        }
        for line in wrap(text, self.wide.saturating_sub(indent)) {
            self.push(&format!("{before}{}", styled(style, &line)));
            before = " ".repeat(indent);
        }
        self
    }

    /// Two texts on one line, the second from a column on; below each other where they do not fit.
    pub(crate) fn beside(&mut self, first: &str, column: usize, second: &str) -> &mut Self {
        let line = format!("{}  {second}", padded(first, column));
        if columns(&line) <= self.wide {
            return self.line(&line);
        }
        let indent = columns::unindented(first).0.saturating_add(2);
        self.line(first).wrapped(indent, second)
    }

    /// A value behind a label; below it on a narrow page, and where the value has something to copy that is too long.
    pub(crate) fn entry(&mut self, indent: usize, label: &str, wide: usize, value: &str) -> &mut Self {
        let room = self.wide.saturating_sub(indent).saturating_sub(2);
        // Labels give way to their values, down to two fifths of the line.
        let fifths = room.saturating_mul(2).checked_div(5).unwrap_or(wide);
        let wide = wide.min(fifths.max(room.saturating_sub(VALUES)));
        let room = room.saturating_sub(wide);
        if self.wide < NARROW || columns::has_longer_word(value, room) {
            return self.labelled(indent, label, value);
        }
        let (labels, values) = (wrap(label, wide), wrap(value, room));
        for index in 0..labels.len().max(values.len()) {
            let label = labels.get(index).map(String::as_str).unwrap_or_default();
            let value = values.get(index).map(String::as_str).unwrap_or_default();
            let space = " ".repeat(wide.saturating_sub(columns(label)));
            self.push(&format!("{}{}{space}  {value}", " ".repeat(indent), styled(FAINT, label)));
        }
        self
    }

    /// A label, and its value below it.
    fn labelled(&mut self, indent: usize, label: &str, value: &str) -> &mut Self {
        for line in wrap(label, self.wide.saturating_sub(indent)).iter().filter(|line| !line.is_empty()) {
            self.push(&format!("{}{}", " ".repeat(indent), styled(FAINT, line)));
        }
        if value.is_empty() { self } else { self.wrapped(indent.saturating_add(2), value) }
    }

    /// A command to copy: a shell reads it as one line, however many it takes here.
    pub(crate) fn command(&mut self, indent: usize, command: &str) -> &mut Self {
        let below = indent.saturating_add(2);
        let lines = wrap(&together(command), self.wide.saturating_sub(below).saturating_sub(2));
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.iter().enumerate() {
            let (indent, end) = (if index == 0 { indent } else { below }, if index == last { "" } else { " \\" });
            self.push(&format!("{}{line}{end}", " ".repeat(indent)));
        }
        self
    }

    /// Shows it on standard error: what was not asked for.
    pub(crate) fn show_beside(&self) {
        // Nowhere to report to if standard error is gone.
        let _ = anstream::stderr().write_all(self.printed().as_bytes());
    }

    /// Shows it on standard output; colours only in a terminal, and not with `NO_COLOR`.
    pub(crate) fn show(&self) -> Result<(), Failure> {
        written(anstream::stdout().write_all(self.printed().as_bytes()))
    }

    /// Whether there is nothing on it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Its text, every line of it marked if a test root stands behind it.
    pub(crate) fn printed(&self) -> String {
        let text = seen(&self.text);
        if !self.test {
            return text;
        }
        let marked =
            |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{}\n", test_mark(true, line)) };
        text.lines().map(marked).collect()
    }
}

/// A space that no line is broken at.
const TOGETHER: char = '\u{a0}';

/// A command line in which an option and what it takes stay on one line.
pub(crate) fn together(command: &str) -> String {
    let mut joined = String::new();
    for word in command.split_whitespace() {
        let before = joined.rsplit([' ', TOGETHER]).next().unwrap_or_default();
        let takes = before.contains("--") || ["cd", "export"].contains(&before);
        joined.push(if takes && !word.starts_with("--") { TOGETHER } else { ' ' });
        joined.push_str(word);
    }
    joined.trim_start().to_owned()
}

/// A line that says TEST if a test root stands behind it.
pub(crate) fn test_mark(test: bool, line: &str) -> String {
    if test { format!("{} {line}", styled(FAINT, TEST)) } else { line.to_owned() }
}

/// Writes exactly this JSON, with a line end after it only in a terminal: what is piped stays byte for byte. What
/// nobody sees is escaped as JSON escapes it, which a report has nothing of.
pub(crate) fn exactly(json: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let end = if out.is_terminal() { "\n" } else { "" };
    written(write!(out, "{}{end}", escaped(json)).and_then(|()| out.flush()))
}

/// Writes one line of JSON, for programs.
pub(crate) fn record(json: &str) -> Result<(), Failure> {
    written(writeln!(io::stdout().lock(), "{}", escaped(json)))
}

/// Writes what a shell reads: our own words and names, as they are.
pub(crate) fn script(script: &[u8]) -> Result<(), Failure> {
    written(io::stdout().lock().write_all(script))
}

/// A remark beside the answer, on standard error.
pub(crate) fn remark(text: &str) {
    // Nowhere to report to if standard error is gone.
    let _ = writeln!(anstream::stderr(), "{}", fitted(&seen(text)));
}

/// Lines without any style, on standard error.
pub(crate) fn plainly(text: &str) -> io::Result<()> {
    let lines: Vec<_> = text.lines().map(safe).collect();
    writeln!(io::stderr(), "{}", fitted(&lines.join("\n")))
}

/// A text for standard error, in lines as wide as its terminal.
fn fitted(text: &str) -> String {
    columns::width_of_errors().map_or_else(|| text.to_owned(), |wide| wrap(text, wide).join("\n"))
}

/// A reader that went away has read enough.
pub(crate) fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }).map_err(
        |error| {
            Failure::device(
                Trouble::OutputUnwritable,
                format!("Không ghi được kết quả ({error})."),
                format!("The answer could not be written ({error})."),
            )
        },
    )
}

/// A text of somebody else's making, with nothing unseen in it: controls (C0 and C1), direction marks and what has no
/// width stand as U+FFFD. Whatever was scanned, typed or named comes through here before it is printed.
pub(crate) fn safe(text: &str) -> String {
    doichieu::Value::Text(text.to_owned()).safe_text().unwrap_or_default()
}

/// A path, for people.
pub(crate) fn path(path: &Path) -> String {
    safe(&path.to_string_lossy())
}

/// What is about to be printed, once more: only line ends and our own colours stand as they are.
fn seen(text: &str) -> String {
    const OURS: [char; 2] = ['\n', '\u{1b}'];
    let piece = |piece: &str| {
        let ours = piece.chars().next_back().filter(|last| OURS.contains(last));
        let mut seen = safe(piece.strip_suffix(OURS).unwrap_or(piece));
        seen.extend(ours);
        seen
    };
    text.split_inclusive(OURS).map(piece).collect()
}

/// JSON with everything unseen in its strings escaped: to a program it says the same.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || c.is_ascii_graphic() || safe(c.encode_utf8(&mut [0; 4])).starts_with(c) {
            escaped.push(c);
        } else {
            escaped.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{STRONG, escaped, seen, styled};

    #[test]
    fn what_is_printed_keeps_its_colours_and_lines_and_nothing_else_unseen() {
        let line = styled(STRONG, "Ngã ba\nĐồng Lộc ✔");
        assert_eq!(seen(&line), line);
        assert_eq!(seen("a\u{9b}1m\u{202e}\r\nb\u{7}"), "a\u{fffd}1m\u{fffd}\u{fffd}\nb\u{fffd}");
    }

    #[test]
    fn escaped_json_says_the_same() {
        let text = "é\u{9b}\u{7f}\u{202e}\u{e0041}\n\"\\\u{2028}李";
        let json = serde_json::json!({ text: [text] });
        let calm = escaped(&json.to_string());
        assert!(calm.contains("\\u009b\\u007f\\u202e\\udb40\\udc41") && calm.contains('李'), "{calm}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&calm).ok(), Some(json));
        assert_eq!(escaped(&calm), calm);
    }
}
