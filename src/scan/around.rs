//! What stands around a code: what scanners, editors and programs put before and behind it, taken off by one rule
//! wherever a text comes in.
//!
//! | taken off | before | behind | who puts it there |
//! |---|---|---|---|
//! | U+FEFF | yes | yes | editors, Windows PowerShell |
//! | C0 controls, U+007F: NUL, STX, ETX, EOT, GS, TAB, CR, LF, … | yes | yes | scanners' prefixes and suffixes |
//! | one AIM identifier: `]`, a letter, a letter or digit (ISO/IEC 15424) | yes | – | scanners that say which kind of code they read |
//! | marks that show nothing: U+00AD, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+2064 | yes | yes | chat and mail programs |
//! | spaces, U+00A0 and U+202F among them | yes | yes | people, editors |
//!
//! No code read here begins or ends in any of these. base45 has the space in its alphabet and yet cannot end in one:
//! the last sign of a group is its most significant, and 36 is more than it can be (RFC 9285 §4). Nothing within a code
//! is touched here.

/// A text without what stands around it.
pub(crate) fn bare(text: &str) -> &str {
    let text = begun(text);
    let text = text.strip_prefix(']').and_then(without_identifier).map_or(text, begun);
    text.trim_end_matches(shows_nothing)
}

fn begun(text: &str) -> &str {
    text.trim_start_matches(shows_nothing)
}

/// What follows the code character and the modifier of an AIM identifier, behind its `]`.
fn without_identifier(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix(|c: char| c.is_ascii_alphabetic())?;
    rest.strip_prefix(|c: char| c.is_ascii_alphanumeric())
}

/// Characters that no code begins or ends in and that no reader sees: controls, spaces, marks.
const fn shows_nothing(c: char) -> bool {
    matches!(c, '\0'..=' ' | '\u{7f}' | '\u{a0}' | '\u{ad}' | '\u{202f}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}')
}

#[cfg(test)]
mod tests {
    use super::bare;
    use crate::base45;
    use alloc::format;
    use alloc::string::String;

    /// What scanners and programs are known to send, before and behind.
    const BEFORE: [&str; 8] = ["", "\u{feff}", "]Q1", "]Q3\u{2}", "\u{2}]d2", "\0\0", " \t\r\n", "\u{200e}\u{feff} "];
    const BEHIND: [&str; 9] = ["", "\r\n", "\t", "\u{3}", "\u{1d}\u{4}", "\0", "  ", "\u{a0}\u{200b}", "\n\n\u{feff}"];

    #[test]
    fn what_stands_around_is_taken_off_and_nothing_else() {
        for code in ["DC1:6BF ABC", "001191034826||Nguyễn Thị|1991|Nữ|Hà Nội|2021", "IDVNM<<<\n<<<\n0", "]x", "[]Q1"]
        {
            for (before, behind) in BEFORE.iter().flat_map(|before| BEHIND.map(|behind| (before, behind))) {
                // A code that begins like an identifier of its own loses none to another's.
                if code == "]x" && before.contains(']') {
                    continue;
                }
                assert_eq!(bare(&format!("{before}{code}{behind}")), code, "{before:?} {behind:?}");
            }
        }
        assert_eq!(bare("]Q1]Q1DC1:"), "]Q1DC1:", "one identifier, no more");
    }

    #[test]
    fn base45_never_ends_in_a_space() {
        for last in 0..=u16::MAX {
            let mut text = String::new();
            base45::encode(&last.to_be_bytes(), &mut text);
            base45::encode(&[last.to_be_bytes()[1]], &mut text);
            let end_of_triple = text.chars().nth(2);
            assert!(!text.ends_with(' ') && end_of_triple != Some(' '));
        }
    }
}
