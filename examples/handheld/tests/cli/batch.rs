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
    fs::write(codes.join("left out.dcb"), b"no code").unwrap();

    let device = files.arguments(&[codes.to_str().unwrap()]);
    let mut words: Vec<_> = device.iter().map(String::as_str).collect();
    words[0] = "batch";
    let batch = |jobs: &str| run(&[&words[..], &["--lang", "en", "--jobs", jobs]].concat());
    let one = batch("1");
    assert_eq!(one.code, 0, "{}", one.stderr);
    let lines: Vec<_> = one.stdout.lines().collect();
    let line = |name: &str| format!(r#"{{"file":"{name}","report":{report}}}"#);
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
        r#"{"file":"e.jpg","unreadable":{"code":"scan.unreadable","layer":"picture"}}"#,
        r#"{"file":"f.txt","unreadable":{"at":0,"code":"scan.not_ours","layer":"text"}}"#,
        r#"{"file":"g.png","unreadable":{"code":"scan.unreadable","have":1,"layer":"frames","of":2}}"#,
    ] {
        assert!(some.stdout.contains(line), "{}", some.stdout);
    }
}
