//! What is too large, cut short or empty ends at once, and is said.

use crate::support::{Files, demo, run};
use std::fs::{self, File};
use std::path::Path;

/// A file of five gigabytes that takes no room on the disk.
pub(crate) fn sparse(path: &Path) {
    File::create(path).unwrap().set_len(5 << 30).unwrap();
}

/// A PNG that says it is so wide and high, and has hardly a byte of it.
fn said_to_be(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    // An empty stream of zlib (RFC 1950): nothing inflated, the sum of nothing.
    for (name, data) in [(b"IHDR", &header[..]), (b"IDAT", &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]), (b"IEND", &[])] {
        let length = u32::try_from(data.len()).unwrap();
        let chunk = [&name[..], data].concat();
        png.extend([&length.to_be_bytes()[..], &chunk, &crc(&chunk).to_be_bytes()].concat());
    }
    png
}

/// The check sum of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let shifted = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shifted(crc)))
}

#[test]
fn a_picture_of_too_many_pixels_is_not_decoded() {
    let out = demo("bombs", "traffic-stop");
    let files = Files::of_demo(&out);
    for (width, height) in [(16_000, 16_000), (22_400, 22_400), (54_000_001, 1), (u32::MAX >> 1, u32::MAX >> 1)] {
        fs::write(out.join("bomb.png"), said_to_be(width, height)).unwrap();
        let bomb = files.inspect(&["--json", &files.word("bomb.png")]);
        let wanted = r#"{"unreadable":{"code":"scan.unreadable","layer":"picture","trouble":"picture.too_large"}}"#;
        assert_eq!((bomb.code, &*bomb.stdout), (3, wanted), "{width}");
    }
    // A phone's fifty megapixels are decoded: here there is nothing behind the header.
    fs::write(out.join("phone.png"), said_to_be(8_192, 6_144)).unwrap();
    let phone = files.inspect(&["--json", &files.word("phone.png")]);
    assert!(phone.stdout.contains("picture.broken"), "{}", phone.stdout);
}

#[test]
fn a_file_of_gigabytes_is_not_read_wherever_it_is_named() {
    let out = demo("gigabytes", "traffic-stop");
    let files = Files::of_demo(&out);
    sparse(&out.join("large.png"));
    let large = files.word("large.png");
    let refused = |words: &[&str]| {
        let answer = run(words);
        assert_eq!((answer.code, answer.beside_error()), (65, ""), "{words:?}");
        assert!(answer.stderr.contains("file.too_large") && answer.stderr.contains("64 MiB"), "{}", answer.stderr);
    };
    let inspect = files.arguments(&["--json", &large]);
    let film = files.arguments(&["--json", &files.word("scan.txt"), &large]);
    let (inspect, film): (Vec<_>, Vec<_>) = (words(&inspect), words(&film));
    refused(&inspect);
    refused(&["plain", &large]);
    refused(&["encounter"].into_iter().chain(inspect[1..].iter().copied()).collect::<Vec<_>>());
    assert_eq!(run(&film).code, 0, "a code that stands still wins before it");
    let lists = ["--roots", &files.word("roots.dcr"), "--allow-test-root"];
    refused(&[&["bundle", "show", &large][..], &lists].concat());
    refused(&[&["bundle", "receive", &large, "--out", &files.word("new.dcb")][..], &lists].concat());
    for set_up in ["roots.dcr", "bundle.dcb", "post.dcl", "encounter.txt"] {
        let kept = fs::read(out.join(set_up)).unwrap();
        sparse(&out.join(set_up));
        refused(&words(&files.arguments(&["DC1:X"])));
        fs::write(out.join(set_up), kept).unwrap();
    }
    let memory = files.arguments(&["--memory", &large, "DC1:X"]);
    refused(&words(&memory));
}

fn words(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

#[test]
fn a_picture_cut_short_and_a_file_of_nothing_are_told_apart_from_other_codes() {
    let out = demo("cut-short", "traffic-stop");
    let files = Files::of_demo(&out);
    let whole = fs::read(out.join("scan.png")).unwrap();
    let said = |bytes: &[u8], trouble: &str, words: &str| {
        fs::write(out.join("cut.png"), bytes).unwrap();
        let json = files.inspect(&["--json", &files.word("cut.png")]);
        assert!(json.code == 3 && json.stdout.contains(trouble), "{}", json.stdout);
        let card = files.inspect(&[&files.word("cut.png")]).stdout;
        assert!(card.contains("↻ QUÉT LẠI") && card.contains(words) && card.contains(trouble), "{card}");
    };
    said(&whole[..40], "picture.broken", "Ảnh hỏng");
    said(&whole[..whole.len() / 2], "picture.broken", "Ảnh hỏng");
    said(b"\xff\xd8\xff no picture", "picture.broken", "Ảnh hỏng");
    said(b"", "file.empty", "Tệp trống");
    assert_eq!(run(&files.arguments(&["--json", "-"])).code, 3, "nothing on standard input");
}
