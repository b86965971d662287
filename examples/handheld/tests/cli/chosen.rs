//! The wrong file for an option is told as what it is, by what is in it and whatever its name is, beside the code.

use super::support::{Files, folder, run};
use doichieu_kit::scene::World;
use std::fs;

#[test]
fn each_option_says_what_the_file_is_that_was_chosen() {
    let world = World::demo();
    let files = Files::of_world("chosen", &world);
    let word = |name: &str| files.word(name);
    let put = |name: &str, bytes: &[u8]| fs::write(files.folder.join(name), bytes).unwrap();
    put("page.dcb", b"<!DOCTYPE html><title>Wi-Fi</title>");
    put("memory.dcm", &doichieu::Memory::new().to_bytes());
    put("empty", b"");
    put("scan.txt", world.traffic_stop().text().as_bytes());
    let (roots, bundle, post) = (word("roots.dcr"), word("bundle.dcb"), word("post.dcl"));
    let given = |roots: &str, bundle: &str, post: &str, more: &[&str]| {
        let device = ["inspect", "--allow-test-root", "--purpose", "traffic_control", "--roots", roots];
        run(&[&device[..], &["--bundle", bundle, "--post", post], more, &["DC1:X"]].concat())
    };
    let memory = word("memory.dcm");
    for (answer, code, vi) in [
        (given(&bundle, &bundle, &post, &[]), "roots_malformed", "đây là bộ danh sách, không phải tệp khóa gốc."),
        (given(&roots, &roots, &post, &[]), "bundle_malformed", "đây là tệp khóa gốc, không phải bộ danh sách."),
        (
            given(&roots, &word("page.dcb"), &post, &[]),
            "bundle_malformed",
            "đây là trang web, không phải bộ danh sách.",
        ),
        (given(&roots, &post, &post, &[]), "bundle_malformed", "đây là tệp quyền kiểm tra, không phải bộ danh sách."),
        (given(&roots, &bundle, &memory, &[]), "mandate_malformed", "đây là bộ nhớ các lượt xuất trình, không phải"),
        (given(&roots, &bundle, &word("empty"), &[]), "mandate_malformed", "đây là tệp trống, không phải tệp quyền"),
        (given(&roots, &bundle, &word("scan.txt"), &[]), "mandate_malformed", "đây là mã xuất trình, không phải"),
        (
            given(&roots, &bundle, &post, &["--memory", &post]),
            "memory_malformed",
            "đây là tệp quyền kiểm tra, không phải",
        ),
    ] {
        assert_eq!((answer.code, answer.stdout.as_str()), (65, ""), "{vi}");
        let said = answer.stderr.replace('\n', " ");
        assert!(said.contains(code) && said.contains(vi), "{said}");
    }
    let kept = run(&["consent", &bundle, "--lang", "en"]);
    assert!(kept.code == 65 && kept.stderr.contains("consent.malformed"), "{}", kept.stderr);
    assert!(kept.stderr.contains("bundle.dcb: this is a list set, not a kept consent."), "{}", kept.stderr);
}

#[test]
fn a_delta_in_place_of_lists_is_told_with_the_way_to_join_it() {
    let out = folder("chosen-delta");
    let file = |name: &str| out.join(name).to_str().unwrap().to_owned();
    for (number, day) in [("7", "16"), ("8", "17")] {
        let at = format!("2026-11-{day}T18:06:40+07:00");
        let out = file(number);
        assert_eq!(run(&["bundle", "build", "--seed", "thử", "--at", &at, "--number", number, "--out", &out]).code, 0);
    }
    let [old, new, delta, roots] = ["7/bundle.dcb", "8/bundle.dcb", "delta.dcd", "7/roots.dcr"].map(file);
    assert_eq!(run(&["bundle", "diff", &old, &new, "--out", &delta]).code, 0);
    let answer = run(&["bundle", "check", &delta, "--allow-test-root", "--roots", &roots, "--lang", "en"]);
    let wanted =
        "this is an update of a list set, not a list set. Choose the right file. Join it with bundle apply-delta.";
    assert!(answer.code == 65 && answer.stderr.contains(wanted), "{}", answer.stderr);
    let swapped = run(&["bundle", "diff", &roots, &new, "--out", &delta, "--lang", "en"]);
    assert!(swapped.stderr.contains("roots.dcr: this is a root key file, not a list set."), "{}", swapped.stderr);
    let merged =
        ["bundle", "apply-delta", &old, &roots, "--out", &new, "--roots", &roots, "--allow-test-root", "--lang", "en"];
    let merged = run(&merged);
    assert!(merged.stderr.contains("not an update of a list set."), "{}", merged.stderr);
}

/// No file of this device is half read as somebody's code.
#[test]
fn a_file_of_the_device_shown_as_a_code_is_told_as_what_it_is() {
    let files = Files::of_world("chosen-scan", &World::demo());
    let answer = files.inspect(&["--lang", "en", &files.word("bundle.dcb")]);
    assert_eq!(answer.code, 3);
    assert!(answer.stdout.contains("This is a list set, not a showing."), "{}", answer.stdout);
    let json = files.inspect(&["--json", &files.word("post.dcl")]);
    assert_eq!(json.stdout, r#"{"unreadable":{"code":"scan.not_ours","layer":"file","trouble":"file.other"}}"#);
}
