//! Where third-party vectors are, and the little needed to read them. They are not part of this repository: a test that
//! needs them says aloud that it was skipped when they are not there.
//!
//! Included with `#[path]` by the unit tests and by integration tests alike.

#![expect(
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "test support: it reads the vectors from disk, and a broken vector must stop the test"
)]

extern crate std;

use std::io::Write;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

/// Names another folder than the one beside this repository.
const OVERRIDE: &str = "DOICHIEU_VECTORS";

/// A folder of vectors. Where there is none, the reason goes to standard error, past the capture of the test harness.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    let folder = std::env::var_os(OVERRIDE).map_or_else(beside, PathBuf::from).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let line = std::format!("SKIPPED: {test}: no folder {name} of third-party vectors; set {OVERRIDE}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    None
}

/// A file of a folder that is there, whole.
pub(crate) fn bytes(folder: &std::path::Path, file: &str) -> Vec<u8> {
    std::fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// A text file of a folder that is there.
pub(crate) fn text(folder: &std::path::Path, file: &str) -> String {
    String::from_utf8(bytes(folder, file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// A JSON file of a folder that is there.
pub(crate) fn json(folder: &std::path::Path, file: &str) -> serde_json::Value {
    serde_json::from_slice(&bytes(folder, file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Hexadecimal digits of either case, with spaces anywhere.
pub(crate) fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .chars()
        .filter(|digit| !digit.is_whitespace())
        .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()).unwrap_or_else(|| panic!("{digit}")))
        .collect();
    let (pairs, rest) = digits.as_chunks::<2>();
    assert!(rest.is_empty(), "half a byte of hexadecimal");
    pairs.iter().map(|[high, low]| high * 16 + low).collect()
}
