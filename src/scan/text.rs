//! The text of bytes that a scanner or a program wrote: UTF-8, or UTF-16 as Windows writes it.

use alloc::string::String;
use zeroize::Zeroizing;

/// A text as bytes carried it, wiped when it goes. Untrusted like every scan; its `Debug` shows nothing of it.
///
/// ```
/// use doichieu::ScannedText;
///
/// assert_eq!(ScannedText::of(b"DC1:6BF").as_str(), "DC1:6BF");
/// assert_eq!(ScannedText::of(b"\xff\xfeD\0C\x001\0:\0").as_str(), "DC1:"); // Windows PowerShell's `>`
/// ```
pub struct ScannedText(Zeroizing<String>);

/// Units at the beginning that tell UTF-16 without a mark: codes begin with signs of ASCII, whose other byte is 0.
const TELLING: usize = 4;

impl ScannedText {
    /// Reads bytes: UTF-16 of either order, with a byte order mark or told by its zeros; else UTF-8. Bytes that are
    /// neither become one sign each, which no code holds: such a text is told to be altered, and never read as another.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let text = match order(bytes) {
            Some((order, units)) => utf16(units, order),
            None => match core::str::from_utf8(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)) {
                Ok(text) => String::from(text),
                // As Windows-1252 shows a code page that it does not know.
                Err(_) => bytes.iter().copied().map(char::from).collect(),
            },
        };
        Self(Zeroizing::new(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

type Order = fn([u8; 2]) -> u16;

/// The order of the bytes of UTF-16, if they are that, and what stands behind the byte order mark.
fn order(bytes: &[u8]) -> Option<(Order, &[u8])> {
    let little: Order = u16::from_le_bytes;
    let big: Order = u16::from_be_bytes;
    match bytes {
        [0xff, 0xfe, units @ ..] => return Some((little, units)),
        [0xfe, 0xff, units @ ..] => return Some((big, units)),
        _ => {}
    }
    let (units, _) = bytes.as_chunks::<2>();
    let begin = units.get(..TELLING)?;
    let all = |is_sign: fn(&[u8; 2]) -> bool| begin.iter().all(is_sign);
    if all(|[sign, zero]| *sign != 0 && *zero == 0) {
        Some((little, bytes))
    } else if all(|[zero, sign]| *sign != 0 && *zero == 0) {
        Some((big, bytes))
    } else {
        None
    }
}

fn utf16(bytes: &[u8], order: Order) -> String {
    let (units, _) = bytes.as_chunks::<2>();
    // Three bytes at most for each unit, so that nothing is left behind in a buffer outgrown.
    let mut text = String::with_capacity(units.len().saturating_mul(3));
    let signs = char::decode_utf16(units.iter().map(|unit| order(*unit)));
    text.extend(signs.map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)));
    text
}

impl core::fmt::Debug for ScannedText {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ScannedText(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::ScannedText;
    use alloc::vec::Vec;

    #[test]
    fn what_windows_writes_is_read_in_either_order_with_and_without_a_mark() {
        for text in ["DC1:6BF 0", "001191034826||Nguyễn Thị 𠀀|1991", "]Q1DC1:"] {
            for mark in ["", "\u{feff}"] {
                let marked: Vec<u16> = mark.encode_utf16().chain(text.encode_utf16()).collect();
                let little: Vec<u8> = marked.iter().flat_map(|unit| unit.to_le_bytes()).collect();
                let big: Vec<u8> = marked.iter().flat_map(|unit| unit.to_be_bytes()).collect();
                for bytes in [little, big] {
                    assert_eq!(ScannedText::of(&bytes).as_str(), text);
                }
            }
            assert_eq!(ScannedText::of(text.as_bytes()).as_str(), text);
            assert_eq!(ScannedText::of(alloc::format!("\u{feff}{text}").as_bytes()).as_str(), text);
        }
    }

    #[test]
    fn what_is_no_text_stays_apart_and_half_a_unit_is_dropped() {
        assert_eq!(ScannedText::of(b"Nguy\xd4n").as_str(), "Nguy\u{d4}n");
        assert_eq!(ScannedText::of(b"D\0C\x001\0:\0\n").as_str(), "DC1:");
        for short in [&b""[..], b"\0", b"\0\0", b"D\0", b"\xff", b"\xff\xfe", b"\xff\xfe\x00"] {
            assert!(ScannedText::of(short).as_str().chars().count() <= 2, "{short:?}");
        }
    }
}
