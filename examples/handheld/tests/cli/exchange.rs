//! Bundles handed on: deltas, a folder to publish, an animated code.

use crate::support::{Answer, folder, run};
use std::fs;
use std::path::{Path, PathBuf};

/// Three bundles of one authority in a folder: numbers 7, 8 and 9.
fn three(name: &str) -> PathBuf {
    let out = folder(name);
    for (number, day) in [("7", "16"), ("8", "17"), ("9", "18")] {
        let (built, at) = (out.join(number), format!("2026-11-{day}T18:06:40+07:00"));
        let built = built.to_str().unwrap();
        assert_eq!(run(&["bundle", "build", "--seed", "thử", "--at", &at, "--number", number, "--out", built]).code, 0);
    }
    out
}

fn file(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

fn with_roots(folder: &Path, words: &[&str]) -> Answer {
    let roots = file(folder, "7/roots.dcr");
    run(&[&["bundle"], words, &["--roots", &roots, "--allow-test-root", "--lang", "en"]].concat())
}

#[test]
fn a_delta_leads_to_the_new_bundle_and_only_from_its_base() {
    let out = three("delta");
    let [old, mid, new, delta, made] =
        ["7/bundle.dcb", "8/bundle.dcb", "9/bundle.dcb", "delta.dcd", "made.dcb"].map(|name| file(&out, name));
    let diff = run(&["bundle", "diff", &old, &new, "--out", &delta]);
    assert_eq!(diff.code, 0, "{}", diff.stderr);
    assert!(fs::metadata(&delta).unwrap().len() < fs::metadata(&new).unwrap().len());
    let applied = with_roots(&out, &["apply-delta", &old, &delta, "--out", &made]);
    assert_eq!(applied.code, 0, "{}", applied.stderr);
    assert_eq!(fs::read(&made).unwrap(), fs::read(&new).unwrap());

    fs::remove_file(&made).unwrap();
    // Backwards, torn, and forged: nothing is written.
    assert_eq!(run(&["bundle", "diff", &new, &mid, "--out", &delta]).code, 0);
    let back = with_roots(&out, &["apply-delta", &new, &delta, "--out", &made]);
    assert!(back.code == 65 && back.stderr.contains("setup.bundle_rolled_back"), "{}", back.stderr);
    fs::write(&delta, b"torn").unwrap();
    assert_eq!(with_roots(&out, &["apply-delta", &old, &delta, "--out", &made]).code, 65);
    let foreign = folder("delta-foreign");
    let at = "2026-11-18T18:06:40+07:00";
    let built = foreign.to_str().unwrap();
    assert_eq!(run(&["bundle", "build", "--seed", "khác", "--at", at, "--number", "10", "--out", built]).code, 0);
    assert_eq!(run(&["bundle", "diff", &old, &file(&foreign, "bundle.dcb"), "--out", &delta]).code, 0);
    assert_eq!(with_roots(&out, &["apply-delta", &old, &delta, "--out", &made]).code, 65);
    assert!(!Path::new(&made).exists());
}

#[test]
fn a_published_folder_leads_every_older_device_to_the_newest_bundle() {
    let out = three("publish");
    let [seven, eight, nine, dir] =
        ["7/bundle.dcb", "8/bundle.dcb", "9/bundle.dcb", "web"].map(|name| file(&out, name));
    // In any order; the same file twice is one file.
    let published = with_roots(&out, &["publish-dir", &dir, &nine, &seven, &eight, &seven]);
    assert_eq!(published.code, 0, "{}", published.stderr);
    let index: serde_json::Value = serde_json::from_slice(&fs::read(file(&out, "web/index.json")).unwrap()).unwrap();
    assert_eq!((&index["newest"]["number"], &index["test"]), (&9.into(), &true.into()));
    let whole = format!("web/{}", index["newest"]["file"].as_str().unwrap());
    assert_eq!(fs::read(file(&out, &whole)).unwrap(), fs::read(&nine).unwrap());
    let deltas = index["deltas"].as_array().unwrap();
    assert_eq!(deltas.iter().map(|delta| delta["from"].as_u64().unwrap()).collect::<Vec<_>>(), [7, 8]);
    for delta in deltas {
        let name = file(&out, &format!("web/{}", delta["file"].as_str().unwrap()));
        assert_eq!(fs::metadata(&name).unwrap().len(), delta["bytes"].as_u64().unwrap());
        let (old, made) = (file(&out, &format!("{}/bundle.dcb", delta["from"])), file(&out, "made.dcb"));
        assert_eq!(with_roots(&out, &["apply-delta", &old, &name, "--out", &made]).code, 0);
        assert_eq!(fs::read(&made).unwrap(), fs::read(&nine).unwrap());
    }
    // Another content under the same number is never published.
    let twin = file(&out, "twin");
    let (seed, at) = (["--seed", "thử", "--at"], "2026-11-18T19:00:00+07:00");
    assert_eq!(run(&[&["bundle", "build"][..], &seed, &[at, "--number", "9", "--out", &twin]].concat()).code, 0);
    let twins = with_roots(&out, &["publish-dir", &dir, &nine, &file(&out, "twin/bundle.dcb")]);
    assert!(twins.code == 65 && twins.stderr.contains("setup.bundle_differs"), "{}", twins.stderr);
}

#[test]
fn a_device_shows_its_bundle_and_another_takes_it() {
    let out = three("animated");
    let [old, new, film, delta, small, made] =
        ["7/bundle.dcb", "9/bundle.dcb", "film", "delta.dcd", "small", "made.dcb"].map(|name| file(&out, name));
    let at = "2026-11-18T18:06:40+07:00";
    let shown = with_roots(&out, &["show", &new, "--animate", &film, "--at", at]);
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    let receive = |more: &[&str]| with_roots(&out, &[&["receive", "--out", &made], more].concat());
    let taken = receive(&[&film]);
    assert!(taken.code == 0 && taken.stdout.starts_with("TEST "), "{}{}", taken.stdout, taken.stderr);
    assert_eq!(fs::read(&made).unwrap(), fs::read(&new).unwrap());
    assert_eq!(receive(&[&film]).code, 0, "the same again changes nothing");

    // A newer one is not replaced by an older one.
    let older = file(&out, "older");
    assert_eq!(with_roots(&out, &["show", &old, "--animate", &older, "--at", at]).code, 0);
    let back = receive(&[&older]);
    assert!(back.code == 65 && back.stderr.contains("setup.bundle_rolled_back"), "{}", back.stderr);
    assert_eq!(fs::read(&made).unwrap(), fs::read(&new).unwrap());

    // What changed, to a device that has the base; and a film that lacks a part.
    assert_eq!(run(&["bundle", "diff", &old, &new, "--out", &delta, "--animate", &small]).code, 0);
    fs::remove_file(&made).unwrap();
    let alone = receive(&[&small]);
    assert!(alone.code == 65 && alone.stderr.contains("--base"), "a delta without its base: {}", alone.stderr);
    assert_eq!(receive(&["--base", &old, &small]).code, 0);
    assert_eq!(fs::read(&made).unwrap(), fs::read(&new).unwrap());
    fs::remove_file(file(&out, "film/01.png")).unwrap();
    let short = receive(&[&film]);
    assert!(short.code == 65 && short.stderr.contains("bundle.not_received"), "{}", short.stderr);
}
