//! `rates`: how many pictures of a folder are read.

use crate::support::{folder, qr, run, table};
use serde_json::Value as Json;
use std::fs;

#[test]
fn a_folder_and_those_in_it_give_a_line_for_each_picture_and_no_text() {
    let out = folder("rates");
    fs::create_dir(out.join("in")).unwrap();
    let text = "https://nobody.example/secret";
    qr(text, 6).save(out.join("a.png")).unwrap();
    fs::write(out.join("a.txt"), format!("{text}\n")).unwrap();
    qr(text, 6).save(out.join("in/b.png")).unwrap();
    fs::write(out.join("in/b.txt"), "another").unwrap();
    qr(text, 6).save(out.join("in/c.png")).unwrap();
    table(200, 200, &[]).save(out.join("in/d.png")).unwrap();
    fs::write(out.join("in/readme.md"), "no picture").unwrap();
    let rates = run(&["rates", "--json", "--lang", "en", out.to_str().unwrap()]);
    assert_eq!(rates.code, 0, "{}", rates.stderr);
    let lines: Vec<Json> = rates.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said = |line: &Json| (line["file"].clone(), line["read"].clone(), line["same"].clone(), line["codes"].clone());
    let wanted = [
        ("a.png".into(), true.into(), true.into(), 1.into()),
        ("in/b.png".into(), true.into(), false.into(), 1.into()),
        ("in/c.png".into(), true.into(), Json::Null, 1.into()),
        ("in/d.png".into(), false.into(), Json::Null, 0.into()),
    ];
    assert_eq!(lines.iter().map(said).collect::<Vec<_>>(), wanted);
    assert!(lines.iter().all(|line| line["ms"].is_u64()));
    assert!(rates.stderr.contains("3 of 4 pictures read; 1 of 2 with the text"), "{}", rates.stderr);
    let table = run(&["rates", out.to_str().unwrap()]);
    assert!(table.stdout.contains("KHÁC tệp văn bản") && !table.stdout.contains("nobody"), "{}", table.stdout);
}
