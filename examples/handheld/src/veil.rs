//! Values behind a press: who is poor, ill or of a minority is not for those who look over a shoulder
//! (`FieldRow::display`).
//!
//! A card has dots in their place. `--reveal` shows them with everything else; in a terminal a press of Enter shows
//! them alone, on a screen of its own, and another ends it: nothing of them stays among the lines above.

use crate::failure::Failure;
use crate::page::{self, FAINT, Page, STRONG, say, styled};
use doichieu::field::{Display, FieldRow};
use doichieu::time::UnixTime;
use doichieu::{Entry, Language, Proof, Report};
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Columns of the labels.
const LABELS: usize = 32;
/// What stands in the place of a value.
pub(crate) const DOTS: &str = "•••••";
/// A screen of its own in a terminal, empty; and back, with nothing left on it.
const OPEN: &str = "\u{1b}[?1049h\u{1b}[2J\u{1b}[H";
const SHUT: &str = "\u{1b}[2J\u{1b}[?1049l";
/// Whether that screen is open: whoever ends the program then must not leave the values standing there.
static SHOWN: AtomicBool = AtomicBool::new(false);
/// What a shell gives for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Whether such values stand on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Veil {
    Drawn,
    Lifted,
}

impl Veil {
    /// Whether a field's value is left out of the card.
    pub(crate) const fn hides(self, row: &FieldRow) -> bool {
        match row.display() {
            Display::Open => false,
            Display::BehindPress => matches!(self, Self::Drawn),
            _ => true,
        }
    }

    /// How to see what a card leaves out.
    pub(crate) fn hint(page: &mut Page, language: Language) {
        let (vi, en) =
            ("Mục nhạy cảm đang ẩn: thêm --reveal để xem.", "Sensitive fields are hidden: add --reveal to see them.");
        page.hang("   ", FAINT, say(language, vi, en));
    }
}

/// Shows a card, then what it left out, once that is asked for: only where somebody sits before a terminal and can
/// press a key.
pub(crate) fn show(
    card: &Page,
    veil: Veil,
    at: UnixTime,
    language: Language,
    mut behind: impl FnMut(UnixTime) -> Page,
) -> Result<(), Failure> {
    let since = Instant::now();
    card.show()?;
    let plain = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    let nobody = plain || !io::stdin().is_terminal() || !io::stdout().is_terminal();
    if nobody || veil == Veil::Lifted || behind(at).is_empty() {
        return Ok(());
    }
    if ctrlc::set_handler(interrupted).is_err() {
        // Better unseen than left on the screen.
        return Ok(());
    }
    // By then the release may have ended. Nobody holds the screen while a key is waited for: it may have to be shut
    // from outside.
    let behind = || behind(at.plus(since.elapsed().as_secs()));
    page::written(press(&mut io::stdin().lock(), &mut io::stdout(), language, behind))
}

/// Ctrl-C, or an end from outside, shuts as the second press would.
fn interrupted() {
    if SHOWN.load(Ordering::SeqCst) {
        let mut screen = io::stdout();
        let _ = screen.write_all(SHUT.as_bytes()).and_then(|()| screen.flush());
    }
    std::process::exit(INTERRUPTED);
}

/// One press opens, the next one shuts. The end of the input is no press.
fn press(
    keys: &mut impl BufRead,
    screen: &mut impl Write,
    language: Language,
    behind: impl FnOnce() -> Page,
) -> io::Result<()> {
    let (vi, en) = (
        "Nhấn Enter để xem mục nhạy cảm, Ctrl-D để thôi.",
        "Press Enter to see the sensitive fields, Ctrl-D to leave.",
    );
    write!(screen, "{} ", page::wrap(say(language, vi, en), page::width()).join("\n"))?;
    screen.flush()?;
    if keys.read_line(&mut String::new())? == 0 {
        return writeln!(screen);
    }
    let shut = say(language, "Nhấn Enter để ẩn lại. ", "Press Enter to hide them again. ");
    SHOWN.store(true, Ordering::SeqCst);
    write!(screen, "{OPEN}{}\n{shut}", behind().printed())?;
    screen.flush()?;
    let pressed = keys.read_line(&mut String::new());
    // Whatever became of the key: the values go.
    write!(screen, "{SHUT}")?;
    screen.flush()?;
    SHOWN.store(false, Ordering::SeqCst);
    pressed.map(|_| ())
}

/// What the cards of these reports leave out, at a time: nothing of a release that has ended.
pub(crate) fn behind(reports: &mut [Report], language: Language, now: UnixTime) -> Page {
    let mut page = Page::of(reports.iter().any(Report::is_test));
    for paper in reports.iter_mut().flat_map(|report| report.papers_mut()) {
        let kind = paper.kind();
        let Proof::Proven(release) = paper.proof() else { continue };
        let Ok(shown) = release.at(now) else { continue };
        let mut entries = shown.entries().filter(|entry| Veil::Drawn.hides(entry.row())).peekable();
        if entries.peek().is_some() {
            let name = kind.row().map_or("", |row| row.text.of(language));
            page.gap().line(&format!(" {}", styled(STRONG, name)));
        }
        for hidden in entries {
            entry(&mut page, hidden, language);
        }
    }
    page
}

/// One field of it.
pub(crate) fn entry(page: &mut Page, of: Entry<'_>, language: Language) {
    page.entry(3, of.label(language), LABELS, of.text(language).as_str());
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test may panic")]

    use super::{OPEN, SHUT, press};
    use crate::page::Page;
    use doichieu::Language;

    fn seen(keys: &str) -> String {
        let mut screen = Vec::new();
        let behind = || {
            let mut page = Page::default();
            page.line("HN");
            page
        };
        press(&mut keys.as_bytes(), &mut screen, Language::En, behind).unwrap();
        String::from_utf8(screen).unwrap()
    }

    #[test]
    fn a_press_shows_and_another_takes_away_and_the_end_of_input_shows_nothing() {
        let pressed = seen("\n\n");
        let (before, after) = pressed.split_once("HN").unwrap();
        assert!(before.starts_with("Press Enter") && before.ends_with(OPEN), "{pressed:?}");
        assert!(after.ends_with(SHUT), "{pressed:?}");
        assert!(seen("\n").ends_with(SHUT), "also where the terminal goes away");
        assert!(!seen("").contains("HN"));
    }
}
