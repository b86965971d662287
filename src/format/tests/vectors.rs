//! Third-party vectors of base45 and zlib, and third-party bombs.

use crate::base45;
use crate::inflate::inflate_at;
use crate::input::{Fault, Layer, MAX_FRAME, MAX_TEXT};
use crate::scan::Scan;
use crate::third_party::{bytes, folder, hex, json, text};
use alloc::vec::Vec;
use miniz_oxide::inflate::decompress_to_vec;
use serde_json::Value;

fn list<'a>(file: &'a Value, member: &str) -> &'a [Value] {
    file[member].as_array().unwrap()
}

fn string<'a>(vector: &'a Value, member: &str) -> &'a str {
    vector[member].as_str().unwrap()
}

#[test]
fn base45_of_python_base45() {
    let Some(folder) = folder("base45") else { return };
    let file = json(&folder, "python-base45.json");
    let (good, bad) = (list(&file, "good"), list(&file, "bad"));
    assert_eq!((good.len(), bad.len()), (16, 7));
    for vector in good {
        let decoded = base45::decode(string(vector, "base45")).unwrap();
        assert_eq!(*decoded, hex(string(vector, "bytes_hex")), "{vector}");
    }
    for text in bad {
        assert!(base45::decode(text.as_str().unwrap()).is_err(), "{text}");
    }
}

#[test]
fn base45_of_rfc_9285() {
    let Some(folder) = folder("base45") else { return };
    let file = json(&folder, "rfc9285_examples.json");
    let (good, bad) = (list(&file, "good"), list(&file, "bad"));
    assert_eq!((good.len(), bad.len()), (4, 1));
    for vector in good {
        let decoded = base45::decode(string(vector, "base45")).unwrap();
        assert_eq!(*decoded, string(vector, "text").as_bytes(), "{vector}");
    }
    for vector in bad {
        assert!(base45::decode(string(vector, "base45")).is_err(), "{vector}");
    }
}

/// Room for what the well-formed vectors of zlib inflate to.
const ROOM: usize = 1 << 20;

/// A zlib stream around raw deflate blocks, with the checksum of what they hold.
fn wrap(raw: &[u8], contents: &[u8]) -> Vec<u8> {
    let checksum = miniz_oxide::mz_adler32_oxide(miniz_oxide::MZ_ADLER32_INIT, contents);
    [&[0x78, 0x9c], raw, &checksum.to_be_bytes()[..]].concat()
}

#[test]
fn deflate_blocks_of_zlib() {
    let Some(folder) = folder("zlib") else { return };
    let file = json(&folder, "infcover.json");
    let (mut accepted, mut refused) = (0, 0);
    for vector in list(&file, "raw_inflate_try") {
        let raw = hex(string(vector, "hex"));
        match vector["err"].as_i64().unwrap() {
            0 => {
                let contents = decompress_to_vec(&raw).unwrap();
                assert_eq!(*inflate_at(&wrap(&raw, &contents), ROOM).unwrap(), contents, "{vector}");
                accepted += 1;
            }
            1 => {
                assert!(inflate_at(&wrap(&raw, &[]), ROOM).is_err(), "{vector}");
                refused += 1;
            }
            // Wrapped as gzip: not zlib at all.
            _ => {
                assert_eq!(inflate_at(&raw, ROOM).err(), Some((0, Fault::Stream)), "{vector}");
                refused += 1;
            }
        }
    }
    assert_eq!((accepted, refused), (7, 14));
}

#[test]
fn streams_of_zlib() {
    let Some(folder) = folder("zlib") else { return };
    let file = json(&folder, "infcover.json");
    let vectors = list(&file, "inf");
    assert_eq!(vectors.len(), 26);
    for vector in vectors {
        let stream = hex(string(vector, "hex"));
        let whole = string(vector, "ret") == "Z_STREAM_END" && stream.first() == Some(&0x78);
        assert_eq!(inflate_at(&stream, ROOM).is_ok(), whole, "{vector}");
    }
}

#[test]
fn bombs_stop_at_the_limit_having_read_what_fills_it() {
    let Some(folder) = folder("zlib-bombs") else { return };
    for file in ["zeros_16MiB.zlib", "zeros_256MiB.zlib"] {
        let (read, fault) = inflate_at(&bytes(&folder, file), MAX_FRAME).err().unwrap();
        assert_eq!(fault, Fault::TooLarge, "{file}");
        // Deflate packs at most 1,032 to one, so filling the limit takes no more than this and a table.
        assert!(read < 512, "{file}: {read}");
    }
}

#[test]
fn the_largest_bomb_that_one_code_can_carry() {
    let Some(folder) = folder("zlib-bombs") else { return };
    let theirs = text(&folder, "zeros_max_single_qr.b45.txt");
    assert_eq!(Scan::qr(&theirs).plain().err().unwrap().fault, Fault::NotOurs);
    let ours = theirs.replace("VN1:", "DC1:");
    assert_eq!(ours.chars().count(), MAX_TEXT);
    let fault = Scan::qr(&ours).plain().err().unwrap();
    assert_eq!((fault.layer, fault.fault), (Layer::Zlib, Fault::TooLarge));
    let longer = text(&folder, "zeros_16MiB.b45.txt").replace("HC1:", "DC1:");
    let fault = Scan::qr(&longer).plain().err().unwrap();
    assert_eq!((fault.layer, fault.at, fault.fault), (Layer::Text, MAX_TEXT, Fault::TooLarge));
}

#[test]
fn a_nested_bomb_is_inflated_once_and_is_no_presentation() {
    let Some(folder) = folder("zlib-bombs") else { return };
    let bomb = bytes(&folder, "nested_64MiB.zlib.zlib");
    let frame = Scan::frame(&bomb).plain().unwrap();
    assert_eq!(frame.carried(), bomb);
    assert_eq!(frame.contents().first(), Some(&0x78));
    let budget = crate::input::Budget::scan();
    let mut reader = crate::cbor::Reader::new(frame.contents(), crate::cbor::Rules::DC1, &budget);
    assert!(reader.tag(18).is_err());
    assert_eq!(budget.halt().at, 0);
}
