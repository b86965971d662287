//! `batch`: a folder of codes.

use crate::support::{Files, demo, run};
use doichieu_kit::scene::World;
use std::fs;

#[test]
fn a_folder_gives_a_line_per_file_in_order_whatever_the_threads() {
    let out = demo("batch", "traffic-stop");
    let files = Files::of_demo(&out);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    let codes = out.join("codes");
    fs::create_dir(&codes).unwrap();
    for name in ["a.png", "d.png"] {
        fs::copy(out.join("scan.png"), codes.join(name)).unwrap();
    }
    fs::copy(out.join("scan.txt"), codes.join("b.txt")).unwrap();
    let forged =
        World::demo().whole_stop().text_with_signed(|signed| signed.signature = doichieu_kit::Item::Bytes(vec![7; 64]));
    fs::write(codes.join("c.txt"), forged).unwrap();

    let device = files.arguments(&[codes.to_str().unwrap()]);
    let mut words: Vec<_> = device.iter().map(String::as_str).collect();
    words[0] = "batch";
    let batch = |jobs: &str| run(&[&words[..], &["--lang", "en", "--jobs", jobs]].concat());
    let one = batch("1");
    assert_eq!(one.code, 0, "{}", one.stderr);
    let lines: Vec<_> = one.stdout.lines().collect();
    let inspect = |scan: &str| files.inspect(&["--json", "--as-encounter", codes.join(scan).to_str().unwrap()]).stdout;
    let alone: serde_json::Value = serde_json::from_str(&inspect("a.png")).unwrap();
    let line = |name: &str| format!(r#"{{"file":"{name}","report":{report},"encounter":{}}}"#, alone["encounter"]);
    // Each with a fresh memory: the same code again was never shown before.
    assert_eq!((lines[0], lines[1], lines[3]), (&*line("a.png"), &*line("b.txt"), &*line("d.png")));
    let forged: serde_json::Value = serde_json::from_str(lines[2]).unwrap();
    assert_eq!((&forged["file"], &forged["report"]["verdict"]), (&"c.txt".into(), &"refuse".into()));
    assert_eq!(lines.len(), 4);
    assert!(one.stderr.contains("4 files") && one.stderr.contains("unreadable 0"), "{}", one.stderr);
    assert!(!one.stderr.contains('█'), "a bar is for terminals");
    assert_eq!(batch("3").stdout, one.stdout);

    fs::write(codes.join("e.jpg"), b"\xff\xd8\xff no picture").unwrap();
    fs::write(codes.join("f.txt"), "012345678901|Nguyễn Văn Bình").unwrap();
    let animated = crate::support::folder("batch-animated");
    assert_eq!(run(&["demo", "traffic-stop", "--animated", "--out", animated.to_str().unwrap()]).code, 0);
    fs::copy(animated.join("frames/02.png"), codes.join("g.png")).unwrap();
    let some = batch("2");
    assert_eq!(some.code, 3);
    assert!(some.stderr.contains("unreadable 3") && some.stderr.contains("TEST "), "{}", some.stderr);
    for line in [
        r#"{"file":"e.jpg","unreadable":{"code":"scan.unreadable","layer":"picture","trouble":"picture.broken"}}"#,
        r#"{"file":"f.txt","unreadable":{"at":0,"code":"scan.not_ours","layer":"text"}}"#,
        r#"{"file":"g.png","unreadable":{"code":"scan.unreadable","have":1,"layer":"frames","of":2}}"#,
    ] {
        assert!(some.stdout.contains(line), "{}", some.stdout);
    }
}

/// The arguments of a batch over a folder of this name, for an officer in the world of the demos.
fn words(files: &Files, name: &str) -> Vec<String> {
    let mut words = files.arguments(&[files.folder.join(name).to_str().unwrap()]);
    "batch".clone_into(&mut words[0]);
    words
}

#[test]
fn a_folder_of_frames_is_one_code_and_says_what_one_picture_would() {
    let (out, animated) = (demo("batch-film", "traffic-stop"), crate::support::folder("batch-film-frames"));
    assert_eq!(run(&["demo", "traffic-stop", "--animated", "--out", animated.to_str().unwrap()]).code, 0);
    let codes = out.join("codes");
    for (folder, frames) in [("film", &["01.png", "02.png"][..]), ("half", &["02.png"]), ("notes", &[])] {
        fs::create_dir_all(codes.join(folder)).unwrap();
        for frame in frames {
            fs::copy(animated.join("frames").join(frame), codes.join(folder).join(frame)).unwrap();
        }
    }
    fs::write(codes.join("notes/readme.md"), b"no code").unwrap();
    fs::copy(out.join("scan.png"), codes.join("still.png")).unwrap();
    let batch = run(&words(&Files::of_demo(&out), "codes"));
    let lines: Vec<_> = batch.stdout.lines().collect();
    assert_eq!((batch.code, lines.len()), (3, 4), "{}{}", batch.stdout, batch.stderr);
    assert_eq!(lines[1], r#"{"file":"half","unreadable":{"code":"scan.unreadable","have":1,"layer":"frames","of":2}}"#);
    let verdict = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        (line["report"]["verdict"].clone(), line["encounter"]["verdict"].clone())
    };
    assert_eq!(lines[2], r#"{"file":"notes","unreadable":{"at":0,"code":"scan.not_ours","layer":"text"}}"#);
    assert_eq!(verdict(lines[0]), verdict(lines[3]));
    assert!(batch.stderr.contains("ĐẠT 2"), "{}", batch.stderr);
    assert!(!batch.stderr.contains("01.png"), "single frames are not told of: {}", batch.stderr);
}

#[test]
fn a_paper_that_is_needed_and_was_not_shown_is_no_green_in_a_batch() {
    let world = World::demo();
    let files = Files::of_world("batch-needs", &world);
    let licence =
        world.preset("traffic_police", &[doichieu::field::Kind::IDENTITY, doichieu::field::Kind::DRIVING_LICENCE]);
    fs::create_dir(files.folder.join("codes")).unwrap();
    fs::write(files.folder.join("codes/a.txt"), licence.text()).unwrap();
    let batch = run(&words(&files, "codes"));
    let line: serde_json::Value = serde_json::from_str(&batch.stdout).unwrap();
    assert_eq!((&line["report"]["verdict"], &line["encounter"]["verdict"]), (&"accept".into(), &"refer".into()));
    assert!(batch.stderr.contains("CẦN TRA CỨU 1") && !batch.stderr.contains(" ĐẠT"), "{}", batch.stderr);
}
