//! `batch` over a folder as folders are: every entry has its line, and one bad one never ends it.

use crate::limits::sparse;
use crate::support::{Files, demo, run};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;

/// The lines of a batch by name, and what it says last.
fn batch(files: &Files, codes: &Path) -> (Vec<(String, Json)>, String, i32) {
    let words = files.arguments_of("batch", &["--lang", "en", codes.to_str().unwrap()]);
    let answer = run(&words);
    let lines = answer.stdout.lines().map(|line| serde_json::from_str::<Json>(line).unwrap());
    let lines = lines.map(|line| (line["file"].as_str().unwrap().to_owned(), line)).collect();
    (lines, answer.stderr, answer.code)
}

/// What a line says: a verdict, or why it has none.
fn said(line: &Json) -> String {
    let of = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    if line["report"].is_object() {
        return of(&line["report"]["verdict"]);
    }
    let why = &line["unreadable"];
    if why["trouble"].is_string() { of(&why["trouble"]) } else { of(&why["code"]) }
}

/// The numbers of a summary: of files, and of each part.
fn counts(summary: &str) -> (usize, usize) {
    let line = summary.lines().find(|line| line.contains("files in")).unwrap();
    let line = line.trim_start_matches("TEST ");
    let mut parts = line.split(" · ");
    let files = parts.next().unwrap().split(' ').next().unwrap().parse().unwrap();
    (files, parts.map(|part| part.rsplit(' ').next().unwrap().parse::<usize>().unwrap()).sum())
}

#[test]
fn every_entry_is_listed_read_or_not_and_the_summary_adds_up() {
    let out = demo("folders", "traffic-stop");
    let (files, codes) = (Files::of_demo(&out), out.join("codes"));
    fs::create_dir_all(codes.join("nothing")).unwrap();
    fs::create_dir_all(codes.join("notes")).unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(codes.join(name), bytes).unwrap();
    let scan = fs::read(out.join("scan.png")).unwrap();
    let text = fs::read(out.join("scan.txt")).unwrap();
    put("a.png", &scan);
    put("a text.md", &text);
    sparse(&codes.join("b.png"));
    put(".hidden", &scan);
    put("c.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    put("d", b"");
    put("e.dcb", b"\x01\x02\xff no code");
    put("f.png", &scan[..scan.len() / 2]);
    put("notes/readme.md", b"no code");
    put("z.jpg", &scan);
    let mut wanted = vec![
        (".hidden", "accept"),
        ("a text.md", "accept"),
        ("a.png", "accept"),
        ("b.png", "file.too_large"),
        ("c.heic", "picture.kind_not_read"),
        ("d", "file.empty"),
        ("e.dcb", "scan.not_ours"),
        ("f.png", "picture.broken"),
        ("notes", "scan.not_ours"),
        ("nothing", "folder.empty"),
        ("z.jpg", "accept"),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        let made = std::process::Command::new("mkfifo").arg(codes.join("g.fifo")).status();
        if made.is_ok_and(|made| made.success()) {
            wanted.push(("g.fifo", "file.is_none"));
        } else {
            crate::support::skipped("there is no mkfifo");
        }
        let _socket = std::os::unix::net::UnixListener::bind(codes.join("h.sock")).unwrap();
        symlink(out.join("scan.png"), codes.join("i.link")).unwrap();
        symlink(out.join("gone.png"), codes.join("j.link")).unwrap();
        symlink(codes.join("k.link"), codes.join("k.link")).unwrap();
        symlink("/dev/zero", codes.join("l.zero")).unwrap();
        let more = [
            ("h.sock", "file.is_none"),
            ("i.link", "accept"),
            ("j.link", "file.unreadable"),
            ("k.link", "file.unreadable"),
            ("l.zero", "file.is_none"),
        ];
        wanted.extend(more);
    }
    wanted.sort_unstable();
    let (lines, summary, code) = batch(&files, &codes);
    let got: Vec<_> = lines.iter().map(|(name, line)| (name.as_str(), said(line))).collect();
    let wanted: Vec<_> = wanted.into_iter().map(|(name, what)| (name, what.to_owned())).collect();
    assert_eq!(got, wanted);
    assert_eq!(code, 3);
    assert_eq!(counts(&summary), (wanted.len(), wanted.len()), "{summary}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_and_a_file_nobody_may_read_have_their_lines() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;
    let out = demo("folders-odd", "traffic-stop");
    let (files, codes) = (Files::of_demo(&out), out.join("codes"));
    fs::create_dir(&codes).unwrap();
    fs::copy(out.join("scan.png"), codes.join(OsStr::from_bytes(b"a\xff.png"))).unwrap();
    let locked = codes.join("locked.png");
    fs::copy(out.join("scan.png"), &locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let may = fs::File::open(&locked).is_ok();
    if may {
        crate::support::skipped("this user may read everything");
    }
    let (lines, summary, _) = batch(&files, &codes);
    let got: Vec<_> = lines.iter().map(|(name, line)| (name.as_str(), said(line))).collect();
    let of_locked = if may { "accept" } else { "file.unreadable" };
    assert_eq!(got, [("a\u{fffd}.png", "accept".to_owned()), ("locked.png", of_locked.to_owned())]);
    assert_eq!(counts(&summary), (2, 2));
}
