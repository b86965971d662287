//! A post's key of the test kit as a file: PKCS #8 within PEM (RFC 7468 §10), which any tool reads, behind a line that
//! says it is for tests. Without that line it is not taken: a post's own key has no business in a file of this program.

use crate::hex;
use base64ct::{Base64, Encoding};

/// The line. Nobody is to take the key for more.
const TEST: &str = "TEST key of the doichieu test kit. It protects nothing.";
/// With what a key file of engine 0.2 begins, before its secret in hexadecimal digits. It is still read.
const FIRST_FORM: &str = "TEST-P256";

const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";

/// What stands before the secret (RFC 5208 §5, RFC 5915 §3): version 0, an EC key on P-256, version 1, 32 bytes.
const BEFORE: &str = "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420";

/// Signs in a line of PEM (RFC 7468 §2).
const LINE: usize = 64;

/// The file of a secret.
pub(crate) fn file(secret: &[u8; 32]) -> String {
    let mut der = hex::read(BEFORE).unwrap_or_default();
    der.extend_from_slice(secret);
    let signs: Vec<char> = Base64::encode_string(&der).chars().collect();
    let lines: Vec<String> = signs.chunks(LINE).map(|line| line.iter().collect()).collect();
    format!("{TEST}\n{BEGIN}\n{}\n{END}\n", lines.join("\n"))
}

/// The secret of a file.
pub(crate) fn secret(file: &[u8]) -> Option<[u8; 32]> {
    let text = str::from_utf8(file).ok()?.trim_end();
    if let Some(digits) = text.strip_prefix(FIRST_FORM) {
        return hex::read(digits.trim_start())?.try_into().ok();
    }
    let mut lines = text.lines().map(str::trim_end);
    if lines.next() != Some(TEST) || lines.next() != Some(BEGIN) || !text.ends_with(END) {
        return None;
    }
    let der = Base64::decode_vec(&lines.take_while(|line| *line != END).collect::<String>()).ok()?;
    der.strip_prefix(hex::read(BEFORE)?.as_slice())?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use doichieu::{FileKind, recognise};

    #[test]
    fn a_key_comes_back_from_its_file_and_no_other_key_is_taken() {
        let secret_bytes = [0xa7; 32];
        let written = file(&secret_bytes);
        assert_eq!(secret(written.as_bytes()), Some(secret_bytes));
        assert_eq!(secret(format!("{FIRST_FORM} {}\n", hex::of(&secret_bytes)).as_bytes()), Some(secret_bytes));
        assert_eq!(recognise(written.as_bytes()), FileKind::PrivateKey);
        let real = written.replacen(TEST, "", 1);
        for other in [real.trim_start(), &written.replace('A', "B"), &written.replace(END, ""), "", "TEST-P256 00"] {
            assert_eq!(secret(other.as_bytes()), None, "{other}");
        }
    }
}
