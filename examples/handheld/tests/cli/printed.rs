//! What was scanned, typed or named paints no terminal: nothing unseen of it is printed, in no answer and in no error.

use crate::support::{Answer, Files, demo, folder, run};
use doichieu_kit::borrowed;
use doichieu_kit::people::giang;
use doichieu_kit::printed;
use doichieu_kit::scene::World;
use std::fs;
use std::path::Path;

/// C0 and C1 controls, direction marks, what has no width; and a line that poses as one of ours.
const ODD: &str = "a\u{9b}31m\u{85}\u{1b}]0;x\u{7}\nLỗi giả\r\u{202e}\u{2066}\u{200f}\u{61c}\u{200b}\u{feff}\u{ad}\u{2028}\u{e0041}\u{3164}\u{180b}\u{7f}z";
const AT: &str = "2026-11-18T18:06:40+07:00";

/// Unicode's controls, its default ignorable code points, its line separators and its marks of annotation: written down
/// here once more, so that the program's own list is not held against itself.
fn is_unseen(c: char) -> bool {
    const UNSEEN: [(u32, u32); 20] = [
        (0x0, 0x1f),
        (0x7f, 0x9f),
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0x3164, 0x3164),
        (0xfe00, 0xfe0f),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff0, 0xfff8),
        (0xfff9, 0xfffb),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
    ];
    UNSEEN.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(c)))
}

/// Nothing of it is unseen, and no line is another's.
fn is_calm(answer: &Answer) {
    for text in [&answer.stdout, &answer.stderr] {
        let unseen: Vec<_> = text.chars().filter(|c| *c != '\n' && is_unseen(*c)).collect();
        assert!(unseen.is_empty(), "{unseen:?} in {text:?}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("Lỗi giả")), "{text:?}");
    }
}

/// The same, and what was named is there as far as it can be read.
fn names(answer: &Answer) {
    is_calm(answer);
    let said = format!("{}{}", answer.stdout, answer.stderr);
    assert!(said.contains("a\u{fffd}31m\u{fffd}\u{fffd}]0;x"), "{said}");
}

/// A device whose folder has the odd name.
fn device(name: &str) -> (Files, World) {
    let world = World::demo();
    (Files::of_world(&format!("{name}-{ODD}"), &world), world)
}

#[test]
fn no_path_that_cannot_be_used_paints_the_error() {
    let (files, world) = device("painted-paths");
    let (text, missing, dir, parts) =
        (world.whole_stop().text(), files.word("missing"), files.word(""), files.word("parts"));
    fs::create_dir(&parts).unwrap();
    fs::write(Path::new(&parts).join(format!("%{ODD}")), "").unwrap();
    for language in ["vi", "en"] {
        let inspect = |more: &[&str]| files.inspect(&[&["--lang", language][..], more].concat());
        names(&inspect(&[&files.word("missing.png")]));
        names(&inspect(&["--memory", &dir, &text]));
        names(&inspect(&["--memory", &files.word("missing/memory"), &text]));
        names(&inspect(&["--keep", &files.word("bundle.dcb"), &text]));
        names(&inspect(&["--keep", &files.word("missing/kept"), &text]));
        names(&inspect(&[&files.word("bundle.dcb/x")]));
        is_calm(&inspect(&[ODD]));
        let again = ["recompute", "--lang", language, "--allow-test-root", "--kept", &missing, "--report", &missing];
        let device = ["--roots", &missing, "--bundle", &missing, "--post", &missing];
        names(&run(&[&again[..], &device].concat()));
        let bundle = files.word("bundle.dcb");
        let again = ["recompute", "--lang", language, "--kept", &bundle, "--report", &bundle];
        names(&run(&[&again[..], &device].concat()));
        for arguments in [
            &["readiness", "--roots", &missing, "--bundle", &missing][..],
            &["bundle", "show", &missing, "--roots", &missing],
            &["bundle", "diff", &missing, &missing, "--out", &missing],
            &["bundle", "sign", "--seed", "s", "--number", "1", "--issued", AT, "--out", &missing, "--parts", &missing],
            &["bundle", "sign", "--seed", "s", "--number", "1", "--issued", AT, "--out", &missing, "--parts", &parts],
            &["bundle", "apply-delta", &missing, &missing, "--roots", &missing, "--out", &missing],
            &["plain", &files.word("missing.txt")],
            &["demo", "traffic-stop", "--out", &bundle],
        ] {
            names(&run(&[arguments, &["--lang", language]].concat()));
        }
    }
}

#[cfg(unix)]
#[test]
fn nor_does_one_that_is_locked_or_a_link() {
    let (files, world) = device("painted-locks");
    let text = world.whole_stop().text();
    let lock = fs::File::create(files.folder.join(".memory.lock")).unwrap();
    lock.lock().unwrap();
    std::os::unix::fs::symlink("round", files.folder.join("round")).unwrap();
    for language in ["vi", "en"] {
        let inspect = |memory: &str, wait: &str| {
            files.inspect(&["--lang", language, "--memory", &files.word(memory), "--memory-wait", wait, &text])
        };
        names(&inspect("memory", "0"));
        // What is said while it waits, too.
        names(&inspect("memory", "3"));
        names(&inspect("round", "0"));
    }
}

#[test]
fn no_path_that_was_written_paints_what_is_told_of_it() {
    let out = folder(&format!("painted-out-{ODD}"));
    let word = |name: &str| out.join(name).to_str().unwrap().to_owned();
    for language in ["vi", "en"] {
        let said = |arguments: &[&str]| {
            let answer = run(&[arguments, &["--lang", language]].concat());
            assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
            names(&answer);
        };
        said(&["demo", "bank", "--out", &word("bank")]);
        said(&["demo", "print-differs", "--out", &word("print")]);
        for number in ["7", "8"] {
            said(&["bundle", "build", "--seed", "thử", "--at", AT, "--number", number, "--out", &word(number)]);
        }
        let [old, new, delta, made, film] = ["7/bundle.dcb", "8/bundle.dcb", "delta.dcd", "made.dcb", "film"].map(word);
        let roots = word("7/roots.dcr");
        let lists = ["--roots", &roots, "--allow-test-root"];
        said(&["bundle", "diff", &old, &new, "--out", &delta]);
        said(&[&["bundle", "apply-delta", &old, &delta, "--out", &made], &lists[..]].concat());
        said(&[&["bundle", "publish-dir", &word("web"), &old, &new], &lists[..]].concat());
        said(&[&["bundle", "show", &new, "--animate", &film, "--at", AT], &lists[..]].concat());
        said(&[&["bundle", "receive", "--out", &made, &film], &lists[..]].concat());
        let (asked, bytes, mandate) = (word("asked"), word("bytes"), word("7/post-bank.dcl"));
        let post = [&["--bundle", &new, "--post", &mandate, "--at", AT], &lists[..]].concat();
        let ask = ["ask", "--purpose", "bank_onboarding", "--all", "--out", &asked];
        said(&[&ask[..], &["--seed", "thử"], &post].concat());
        said(&[&ask[..], &["--to-be-signed", &bytes], &post].concat());
    }
}

#[test]
fn no_file_of_a_folder_paints_what_is_told_of_it() {
    let out = demo("painted-folder", "borrowed-motorbike");
    let files = Files::of_demo(&out);
    let dir = out.join("codes");
    fs::create_dir(&dir).unwrap();
    let [driver, _] = borrowed::motorbike(&World::demo()).map(|scene| scene.text());
    let (code, other) = (dir.join(format!("{ODD}.txt")), dir.join("b.txt"));
    fs::write(&code, &driver).unwrap();
    fs::write(&other, format!("https://{ODD}")).unwrap();
    let dir = dir.to_str().unwrap();
    // A film names its pictures, an encounter its phones.
    names(&files.inspect(&[dir]));
    let command = |name: &str, more: &[&str]| {
        let mut words = files.arguments(more);
        name.clone_into(&mut words[0]);
        run(&words)
    };
    names(&command("encounter", &[code.to_str().unwrap(), other.to_str().unwrap()]));
    // A program is told the name as it is.
    let batch = command("batch", &[dir]);
    is_calm(&batch);
    let line: serde_json::Value = serde_json::from_str(batch.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(line["file"], format!("{ODD}.txt"));
}

#[test]
fn no_word_of_the_command_line_paints_the_answer_to_it() {
    for language in ["vi", "en"] {
        for wrong in [
            &[ODD][..],
            &["explain", ODD],
            &["demo", ODD],
            &["explain", "--at", ODD],
            &["plain", "x", "--against", ODD],
            &["bundle", "build", "--seed", "s", "--out", "o", "--at", ODD],
            &["batch", "x", "--purpose", ODD],
        ] {
            let answer = run(&[wrong, &["--lang", language]].concat());
            assert_eq!(answer.code, 64, "{wrong:?}");
            is_calm(&answer);
        }
    }
}

#[test]
fn no_signed_or_printed_text_paints_the_card() {
    let mut person = giang();
    person.name = format!("Giang {ODD}");
    let world = World::demo().with_person(person.clone());
    let files = Files::of_world("painted-card", &world);
    let text = world.whole_stop().text();
    for more in [&["--reveal"][..], &["--lang", "en"]] {
        names(&files.inspect(&[more, &[&text]].concat()));
    }
    let values = files.inspect(&["--json", "--values", &text]);
    is_calm(&values);
    let values: serde_json::Value = serde_json::from_str(&values.stdout).unwrap();
    let told = values["values"]["driving_licence"]["full_name"].as_str().unwrap();
    assert!(told.starts_with("Giang a\u{fffd}31m") && told.chars().count() == person.name.chars().count(), "{told:?}");

    let scan = files.word("scan.txt");
    fs::write(&scan, &text).unwrap();
    let device: Vec<_> = files.arguments(&[]).into_iter().skip(1).collect();
    let device: Vec<_> = device.iter().map(String::as_str).collect();
    let mut read = 0;
    // A name with figures in it is none.
    let figures: String = ODD.chars().filter(|c| !c.is_ascii_digit()).collect();
    for name in [ODD.to_owned(), figures.replace(['\n', '\r'], ""), figures] {
        person.name = format!("Giang {name}");
        for print in [printed::chip_card(&person), printed::health_card(&person).unwrap()] {
            for more in [&[][..], &["--json", "--values"]] {
                let alone = run(&[&["plain", &print], more].concat());
                is_calm(&alone);
                read += usize::from(alone.code == 0);
                is_calm(&run(&[&["plain", &print, "--against", &scan], more, &device].concat()));
            }
        }
    }
    assert!(read > 0, "some of them can be read");
}

/// A path is printed by `page::path` and what is written goes out by the page, or it is not made safe.
#[test]
fn there_is_one_way_to_print() {
    let mut places = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = 0;
    while let Some(place) = places.pop() {
        if place.is_dir() {
            places.extend(fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = place.file_name().unwrap().to_str().unwrap().to_owned();
        files += 1;
        for line in fs::read_to_string(&place).unwrap().lines().map(|line| line.replace("row.display()", "")) {
            assert!(!line.contains(".display()"), "{name}: {line}");
            let writes = ["stdout()", "stderr()", "print!", "println!"].iter().any(|word| line.contains(word));
            // `page/columns.rs` asks how wide the terminal is, and writes nothing.
            let may = ["page.rs", "columns.rs", "veil.rs"].contains(&name.as_str()) || line.contains("use_stderr()");
            assert!(!writes || may, "{name}: {line}");
        }
    }
    assert!(files > 40, "{files}");
}
