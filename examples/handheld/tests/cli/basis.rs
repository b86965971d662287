//! `inspect --basis`: what comes without consent, on a legal basis of the role's profile.

use crate::support::{Files, run};
use doichieu_kit::Alg;
use doichieu_kit::claim169::{self, BASIS, CodeDraft};
use serde_json::Value as Json;
use std::fs;

/// A traffic officer's files in a world of such codes, and one code.
fn files(name: &str) -> (Files, String) {
    let world = claim169::world(Alg::Ed25519);
    let files = Files::of_world(name, &world);
    let code = CodeDraft::new(&world, &claim169::issuer(&world, Alg::Ed25519)).text();
    fs::write(files.folder.join("code.txt"), code).unwrap();
    let code = files.folder.join("code.txt").to_str().unwrap().to_owned();
    (files, code)
}

#[test]
fn a_code_without_consent_gives_values_on_a_basis_and_none_without() {
    let (files, code) = files("basis");
    let with = files.inspect(&["--basis", BASIS, &code]);
    assert_eq!(with.code, 1, "{}", with.stderr);
    for word in ["TEST", "CẦN TRA CỨU", "Nguyễn Thị Hương Giang", "held.not_bound", "Điều 19 Luật 91/2025/QH15"]
    {
        assert!(with.stdout.contains(word), "{word}: {}", with.stdout);
    }
    let without = files.inspect(&[&code]);
    assert_eq!(without.code, 1);
    assert!(without.stdout.contains("CHƯA KIỂM TRA ĐƯỢC") && without.stdout.contains("agreed.no_basis"));
    assert!(!without.stdout.contains("Giang"), "{}", without.stdout);
    let other = files.inspect(&["--basis", "law-91-2025-art-20", &code]);
    assert_eq!(other.code, 65);
    assert!(other.stderr.contains("ask.basis_not_allowed"), "{}", other.stderr);
    assert_eq!(files.inspect(&["--basis", "Law 91", &code]).code, 64);
}

#[test]
fn a_report_on_a_basis_is_computed_again_byte_for_byte() {
    let (files, code) = files("basis-kept");
    let file = |name: &str| files.folder.join(name).to_str().unwrap().to_owned();
    let report = files.inspect(&["--basis", BASIS, "--json", "--keep", &file("kept.json"), &code]).stdout;
    let read: Json = serde_json::from_str(&report).unwrap();
    assert_eq!((&read["basis"], &read["profile"]), (&BASIS.into(), &"claim169".into()));
    fs::write(file("report.json"), &report).unwrap();
    let (roots, bundle, post) = (file("roots.dcr"), file("bundle.dcb"), file("post.dcl"));
    let (kept, then) = (file("kept.json"), file("report.json"));
    let own = ["recompute", "--allow-test-root", "--roots", &roots, "--bundle", &bundle, "--post", &post];
    let again = run(&[&own[..], &["--kept", &kept, "--report", &then]].concat());
    assert_eq!((again.code, again.stdout), (0, report), "{}", again.stderr);
}
