//! Codes of other kinds: those that everybody can tell, and those that may be another application's.
//!
//! What a VNeID code holds is not published, so it is told by what it is not: not a link, not a payment, not an article
//! number, not words. Only of what is left is it said that it may be one.

use super::around::bare;

/// Shorter than any code of an application: a token of 128 bits in base64 has 22 signs.
const SHORTEST_TOKEN: usize = 20;

/// Whether a text is a kind of code that everybody can tell, so that nobody needs to hear that it may be VNeID's.
pub(crate) fn is_known(text: &str) -> bool {
    let text = bare(text);
    text.len() < SHORTEST_TOKEN
        || is_address(text)
        || is_payment(text)
        || is_digits(text)
        || is_print(text)
        || is_prose(text)
}

/// `scheme:` as of RFC 3986 §3.1, of two letters or more: links, `tel:`, `mailto:`, `WIFI:`, `BEGIN:VCARD`, `otpauth:`.
fn is_address(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let named = scheme.len() >= 2
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    named || text.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("www."))
}

/// What every merchant's payment code begins with (EMV QRCPS, merchant-presented mode §4.1, VietQR): payload format
/// indicator `01`.
fn is_payment(text: &str) -> bool {
    text.starts_with("000201")
}

/// Article numbers; GS1 element strings, with their brackets.
fn is_digits(text: &str) -> bool {
    text.starts_with('(') || text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What cards print: parts between bars, lines filled with chevrons. Those of the kinds that are read are read
/// elsewhere.
fn is_print(text: &str) -> bool {
    text.contains(['|', '<'])
}

/// Two words or more. Beyond ASCII everything counts as a letter, marks of decomposed ones too: no token holds any, and
/// the table of all letters is 2 kB to load (docs/performance.md).
fn is_prose(text: &str) -> bool {
    let of_letters = |word: &&str| word.bytes().all(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    text.split_whitespace().filter(of_letters).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn what_everybody_can_tell_is_not_said_to_be_vneid() {
        for known in [
            "https://bank.example/pay?to=0123456789012345",
            "WWW.EXAMPLE.VN/abcdefghijklmnop",
            "00020101021138540010A00000072701240006970436",
            "8934563138165",
            "(01)08934563138165(17)271231(10)ABC",
            "WIFI:S:quan-ca-phe;T:WPA;P:xinchao123;;",
            "BEGIN:VCARD\nVERSION:3.0\nN:Nguyen",
            "tel:+84123456789012345678",
            "Thuốc uống ngày hai lần, sáng và tối",
            "Thuo\u{302}\u{301}c uo\u{302}\u{301}ng sa\u{301}ng",
            "hello|world|this is a card",
            "P<VNMNGUYEN<<THI<HUONG<GIANG<<<<<<<<<<<<<<<<",
            "",
        ] {
            assert!(is_known(known), "{known}");
        }
        for token in
            ["kT9vQ0x3mZ7bPq1LwE8rYg==", "8f14e45fceea167a5a36dedd4bea2543", "eyJhbGciOiJFUzI1NiJ9.eyJpYXQiOjF9.c2ln"]
        {
            assert!(!is_known(token), "{token}");
        }
    }
}
