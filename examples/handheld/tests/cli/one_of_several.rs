//! Structured append (ISO/IEC 18004 §8): a text split over several codes, which is none of ours.

use crate::support::{Files, demo, run, table};
use image::{GrayImage, Luma};

/// Modules of a side in version 1.
const SIZE: usize = 21;
/// Codewords of a text and of its correction in version 1, level L (table 9).
const DATA: usize = 19;
const CORRECTION: usize = 7;

/// The first of two codes: version 1-L with mask 0, drawn here because no encoder at hand makes one.
fn first_of_two(text: &[u8]) -> GrayImage {
    // Mode 3, place 0 of 2, parity of the whole text; then mode 4, the length, the bytes, the end.
    let mut bits: Vec<bool> = Vec::new();
    let mut put = |value: usize, length: usize| bits.extend((0..length).rev().map(|bit| value >> bit & 1 == 1));
    for (value, length) in [(3, 4), (0, 4), (1, 4), (0x5a, 8), (4, 4), (text.len(), 8)] {
        put(value, length);
    }
    text.iter().for_each(|byte| put(usize::from(*byte), 8));
    put(0, 4);
    let mut words: Vec<u8> =
        bits.chunks(8).map(|bits| bits.iter().fold(0, |word, bit| word << 1 | u8::from(*bit))).collect();
    words.extend([0xec, 0x11].iter().cycle().take(DATA - words.len()));
    words.extend(correction(&words));
    drawn(&words)
}

/// The remainder by the generator of seven codewords, over the field of 256 with 0x11d.
fn correction(words: &[u8]) -> Vec<u8> {
    let times = |a: u8, b: u8| {
        (0..8).rev().fold(0_u16, |sum, bit| {
            let sum = sum << 1;
            let sum = if sum & 0x100 == 0 { sum } else { sum ^ 0x11d };
            if b >> bit & 1 == 1 { sum ^ u16::from(a) } else { sum }
        }) as u8
    };
    let mut generator = vec![1_u8];
    let mut root = 1;
    for _ in 0..CORRECTION {
        let mut next = vec![0; generator.len() + 1];
        for (place, factor) in generator.iter().enumerate() {
            next[place] ^= *factor;
            next[place + 1] ^= times(*factor, root);
        }
        (generator, root) = (next, times(root, 2));
    }
    let mut rest = [words, &[0; CORRECTION]].concat();
    for place in 0..words.len() {
        let lead = rest[place];
        for (offset, factor) in generator.iter().enumerate() {
            rest[place + offset] ^= times(*factor, lead);
        }
    }
    rest.split_off(words.len())
}

fn drawn(words: &[u8]) -> GrayImage {
    let mut modules = [[None; SIZE]; SIZE];
    let finder = |x: usize, y: usize| matches!(x.abs_diff(3).max(y.abs_diff(3)), 0 | 1 | 3);
    for y in 0..8 {
        for x in 0..8 {
            let dark = Some(x < 7 && y < 7 && finder(x, y));
            modules[y][x] = dark;
            modules[y][SIZE - 1 - x] = dark;
            modules[SIZE - 1 - y][x] = dark;
        }
    }
    (8..SIZE - 8).for_each(|at| {
        modules[6][at] = Some(at % 2 == 0);
        modules[at][6] = Some(at % 2 == 0);
    });
    // Level L, mask 0, with its own correction (table C.1), from the highest bit.
    let format = |bit: usize| Some(0x77c4 >> (14 - bit) & 1 == 1);
    let one = (0..6).map(|x| (x, 8)).chain([(7, 8), (8, 8), (8, 7)]).chain((0..6).rev().map(|y| (8, y)));
    let other = (0..7).map(|up| (8, SIZE - 1 - up)).chain((0..8).map(|x| (SIZE - 8 + x, 8)));
    one.enumerate().chain(other.enumerate()).for_each(|(bit, (x, y))| modules[y][x] = format(bit));
    modules[SIZE - 8][8] = Some(true);
    let mut bits = words.iter().flat_map(|word| (0..8).rev().map(move |bit| word >> bit & 1 == 1));
    for (strip, right) in [20, 18, 16, 14, 12, 10, 8, 5, 3, 1].into_iter().enumerate() {
        for step in 0..SIZE {
            let y = if strip % 2 == 0 { SIZE - 1 - step } else { step };
            for x in [right, right - 1] {
                if modules[y][x].is_none() {
                    modules[y][x] = Some(bits.next().unwrap() ^ ((x + y) % 2 == 0));
                }
            }
        }
    }
    let side = (SIZE as u32 + 8) * 8;
    GrayImage::from_fn(side, side, |x, y| {
        let at = |pixel: u32| (pixel as usize / 8).checked_sub(4).filter(|at| *at < SIZE);
        let dark = at(x).zip(at(y)).is_some_and(|(x, y)| modules[y][x] == Some(true));
        Luma([if dark { 0 } else { 255 }])
    })
}

#[test]
fn one_of_several_is_named_and_not_taken_for_another_app() {
    let out = demo("one-of-several", "traffic-stop");
    let files = Files::of_demo(&out);
    let part = first_of_two(b"DC1:6BF");
    part.save(out.join("part.png")).unwrap();
    let json = files.inspect(&["--json", &files.word("part.png")]);
    let wanted = r#"{"unreadable":{"code":"scan.not_ours","layer":"picture","trouble":"picture.one_of_several"}}"#;
    assert_eq!((json.code, &*json.stdout), (3, wanted));
    let card = files.inspect(&[&files.word("part.png")]).stdout;
    for words in ["○ CHƯA KIỂM TRA ĐƯỢC", "một phần của mã nối tiếp", "picture.one_of_several"] {
        assert!(card.contains(words), "{card}");
    }
    let plain = run(&["plain", &files.word("part.png")]);
    assert!(plain.code == 3 && plain.stdout.contains("picture.one_of_several"), "{}", plain.stdout);
    // Beside a code of ours it is passed over.
    let ours = image::open(out.join("scan.png")).unwrap().into_luma8();
    let both = table(ours.width() + 400, ours.height() + 60, &[(&part, 30, 60), (&ours, 300, 30)]);
    both.save(out.join("both.png")).unwrap();
    let report = std::fs::read_to_string(out.join("report.json")).unwrap();
    assert_eq!(files.inspect(&["--json", &files.word("both.png")]).stdout, report);
}
