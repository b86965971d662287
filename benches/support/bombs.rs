//! Streams that inflate to far more than they are: our own, and third-party ones where they are present.

use doichieu_kit::frame;
use std::path::PathBuf;

/// The most bytes that a code carries after its prefix.
const IN_A_CODE: usize = 2_860;

/// Texts of codes and whole frames, each with a name.
pub(crate) fn all() -> Vec<(String, Bomb)> {
    let zeros = frame::zlib(&vec![0; 2_800_000], 9);
    assert!(zeros.len() <= IN_A_CODE, "it must fit into a code");
    let nested = frame::zlib(&frame::zlib(&vec![0; 64 << 20], 9), 9);
    // Every item of an array is one byte: as much CBOR as inflates within the limit.
    let items = frame::zlib(&[&[0x99, 0xff, 0xf0][..], &vec![0; 65_520]].concat(), 9);
    let mut bombs = vec![
        ("own: 2.8 MB of zeros in one code".to_owned(), Bomb::Text(frame::text(&zeros))),
        ("own: 64 MiB of zeros, deflated twice".to_owned(), Bomb::Frame(nested)),
        ("own: 65,520 items in one code".to_owned(), Bomb::Text(frame::text(&items))),
    ];
    bombs.extend(third_party());
    bombs
}

/// A bomb as it arrives.
pub(crate) enum Bomb {
    Text(String),
    Frame(Vec<u8>),
}

impl Bomb {
    pub(crate) fn scan(&self) -> doichieu::Scan<'_> {
        match self {
            Self::Text(text) => doichieu::Scan::qr(text),
            Self::Frame(bytes) => doichieu::Scan::frame(bytes),
        }
    }
}

fn third_party() -> Vec<(String, Bomb)> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    let folder = std::env::var_os("DOICHIEU_VECTORS").map_or_else(beside, PathBuf::from).join("zlib-bombs");
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("SKIPPED: no folder zlib-bombs of third-party vectors; set DOICHIEU_VECTORS\n");
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let bomb = |path: PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).expect("a name");
        let bytes = std::fs::read(&path).expect("a bomb");
        let text = || format!("DC1:{}", String::from_utf8(bytes.clone()).expect("base45").trim_end());
        let bomb = if name.ends_with(".txt") { Bomb::Text(text()) } else { Bomb::Frame(bytes) };
        (name, bomb)
    };
    paths.into_iter().map(bomb).collect()
}
