//! Bytes as hexadecimal digits.

/// In lower case.
pub(crate) fn of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of digits; `None` if they are none.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    let byte = |[high, low]: &[u32; 2]| u8::try_from(high.checked_mul(16)?.checked_add(*low)?).ok();
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_come_back() {
        assert_eq!(super::read(&super::of(&[0, 9, 0xaf, 255])), Some(vec![0, 9, 0xaf, 255]));
        assert_eq!((super::read("abc"), super::read("0g"), super::read("é0")), (None, None, None));
    }
}
