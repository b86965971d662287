//! What scanners and programs put around a code, taken off here and not by the core.

/// The alphabet of base45 (RFC 9285 §4, table 1).
pub const ALPHABET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The code within an accepted text: from its prefix to the last sign that base45 can end in.
pub fn prefixed<'t>(text: &'t str, prefix: &str) -> &'t str {
    let from = text.find(prefix).expect("accepted text has the prefix");
    text[from..].trim_end_matches(|c| !shown(c))
}

/// The code without prefix within an accepted text: behind the identifier that some scanners write, `]` and two signs.
pub fn unprefixed(text: &str) -> &str {
    let text = text.trim_matches(|c| c != ']' && !shown(c));
    let behind = text.strip_prefix(']').and_then(|rest| rest.get(2..));
    behind.map_or(text, |rest| rest.trim_start_matches(|c| !shown(c)))
}

fn shown(c: char) -> bool {
    c != ' ' && u8::try_from(c).is_ok_and(|byte| ALPHABET.contains(&byte))
}
