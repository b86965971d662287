//! What is published of the crate: the sources, the pages of words, nothing that only lies beside them; and what a
//! registry shows of it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "cargo is asked what it would pack")]

use std::collections::BTreeSet;
use std::process::Command;

fn cargo(passed: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let done = cargo.args(passed).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn sources_and_pages_are_packed_and_nothing_else() {
    let listed = cargo(&["package", "--list", "--allow-dirty", "--offline", "-p", "doichieu"]);
    let files: BTreeSet<_> = listed.lines().map(|line| line.replace('\\', "/")).collect();
    let ending = |file: &str, of: &[&str]| of.iter().any(|ending| file.ends_with(ending));
    let wanted = |file: &&String| match file.split_once('/') {
        Some(("src", _)) => ending(file, &[".rs"]),
        Some(("docs", page)) => ending(page, &[".md", "api.txt", ".schema.json"]),
        Some(_) => false,
        // The last four are cargo's own.
        None => [
            "README.md",
            "CHANGELOG.md",
            "SECURITY.md",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "Cargo.toml",
            "Cargo.toml.orig",
            "Cargo.lock",
            ".cargo_vcs_info.json",
        ]
        .contains(&file.as_str()),
    };
    let other: Vec<_> = files.iter().filter(|file| !wanted(file)).collect();
    assert!(other.is_empty(), "packed, and not meant to be: {other:?}");
    for file in ["src/lib.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "docs/integrate.md", "docs/report.md"] {
        assert!(files.contains(file), "not packed: {file}");
    }
}

#[test]
fn a_registry_is_told_what_it_is() {
    let metadata: serde_json::Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--offline", "--format-version", "1"])).unwrap();
    let package = metadata["packages"].as_array().unwrap().iter().find(|of| of["name"] == "doichieu").unwrap();
    for member in ["description", "license", "readme", "repository", "rust_version"] {
        assert!(package[member].as_str().is_some_and(|text| !text.is_empty()), "{member}");
    }
    for member in ["keywords", "categories", "authors"] {
        let count = package[member].as_array().unwrap().len();
        assert!((1..=5).contains(&count), "{member}: one to five, {count}");
    }
}
