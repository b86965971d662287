//! N01, N02 and N03 of the negative cases through the door.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{CLAIM169, DC1, Said, of};
use crate::input::{Altered, Fault, Layer, MAX_FRAME, MAX_TEXT, Unreadable};
use crate::scan::{Frame, Scan};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use miniz_oxide::deflate::compress_to_vec_zlib;

mod vectors;

/// Not a presentation, but a frame all the same: opening does not look inside.
const CONTENTS: &[u8] = b"\xd2\x84 Nguyen Thi Hoa, 12 ngo Huyen, Ha Noi, Ha Noi, Ha Noi, Ha Noi, Ha Noi, Ha Noi";

fn text(frame: &[u8]) -> String {
    format!("DC1:{}", ::base45::encode(frame))
}

fn refused(opened: Result<Frame, Unreadable>, layer: Layer, at: usize, fault: Fault) {
    assert_eq!(opened.err(), Some(Unreadable::new(layer, at, fault)));
}

#[test]
fn a_plain_frame_is_its_own_contents() {
    for frame in [Scan::qr(&text(CONTENTS)).plain().unwrap(), Scan::frame(CONTENTS).plain().unwrap()] {
        assert_eq!(frame.carried(), CONTENTS);
        assert_eq!(frame.contents(), CONTENTS);
    }
}

#[test]
fn a_deflated_frame_keeps_what_carried_it() {
    let deflated = compress_to_vec_zlib(CONTENTS, 9);
    for frame in [Scan::qr(&text(&deflated)).plain().unwrap(), Scan::frame(&deflated).plain().unwrap()] {
        assert_eq!(frame.carried(), deflated);
        assert_eq!(frame.contents(), CONTENTS);
    }
}

#[test]
fn n01_what_base45_refuses_is_refused_with_its_offset_behind_the_prefix() {
    refused(Scan::qr("DC1:::").plain(), Layer::Base45, 0, Fault::Overflow);
    refused(Scan::qr("DC1:BB").plain(), Layer::Base45, 0, Fault::Overflow);
    refused(Scan::qr("DC1:BB8GGW").plain(), Layer::Base45, 3, Fault::Overflow);
    refused(Scan::qr("DC1:BB8B").plain(), Layer::Base45, 3, Fault::Length);
    refused(Scan::qr("DC1:BB8bb8").plain(), Layer::Base45, 3, Fault::Character);
    refused(Scan::qr("DC1:BB8\u{a0}B8").plain(), Layer::Base45, 3, Fault::Character);
    refused(Scan::qr("DC1:BB8\nB8").plain(), Layer::Base45, 3, Fault::Character);
}

#[test]
fn n01_a_text_that_went_through_url_decoding_is_refused() {
    // The alphabet holds both the space and the plus, so only what is inside can show that one became the other.
    let mut spaces = 0;
    for number in 0..200_u32 {
        let contents = [CONTENTS, &number.to_be_bytes()].concat();
        let honest = text(&compress_to_vec_zlib(&contents, 9));
        assert!(Scan::qr(&honest).plain().is_ok());
        for (from, to) in [("+", " "), (" ", "+"), (" ", "%20"), (" ", ""), ("+", "%2B")] {
            if honest.contains(from) {
                spaces += 1;
                assert!(Scan::qr(&honest.replace(from, to)).plain().is_err(), "{number} {from:?} {to:?}");
            }
        }
    }
    assert!(spaces > 100);
}

#[test]
fn n02_another_prefix_is_not_ours() {
    let ours = text(CONTENTS);
    let body = ours.strip_prefix("DC1:").unwrap();
    // Without any prefix it may be another format's code: the inspection looks inside, and takes no presentation for
    // one (N02/missing).
    assert_eq!(Scan::qr(body).plain().unwrap().said(), Said::NoPrefix);
    assert_eq!(
        (Scan::qr(&ours).plain().unwrap().said(), Scan::frame(CONTENTS).plain().unwrap().said()),
        (Said::Format("dc1"), Said::Nothing)
    );
    for prefix in ["DC2:", "HC1:", "C1:"] {
        refused(Scan::qr(&format!("{prefix}{body}")).plain(), Layer::Text, 0, Fault::NotOurs);
    }
    for prefix in ["DC1", "DC1;", "DC1\u{ff1a}"] {
        refused(Scan::qr(&format!("{prefix}{body}")).plain(), Layer::Text, 0, Fault::AnotherApp);
    }
    for around in [" ", "\u{feff}", "]Q1", "\u{2}"] {
        assert_eq!(Scan::qr(&format!("{around}{ours}\r\n\t")).plain().unwrap().contents(), CONTENTS, "{around:?}");
    }
    for (prefix, altered) in [
        ("dc1:", Altered::InputMethod),
        ("Dc1:", Altered::InputMethod),
        ("DCă:", Altered::Layout),
        ("DC&M", Altered::Layout),
        ("DC1Ö", Altered::Layout),
    ] {
        refused(Scan::qr(&format!("{prefix}{body}")).plain(), Layer::Text, 0, Fault::Altered(altered));
    }
    let small = Scan::qr(&ours.to_lowercase()).plain().err().unwrap();
    assert_eq!(
        (small.fault, small.reason()),
        (Fault::Altered(Altered::CapsLock), crate::reason::Reason::ScanKeyboardAltered)
    );
    for other in ["", "D", "DC1", "https://example.vn/DC1:BB8", "012345678901|Nguyen Thi Hoa|01011990|Nu"] {
        refused(Scan::qr(other).plain(), Layer::Text, 0, Fault::NotOurs);
    }
    // Base45 to its end, or none of it.
    for other in ["6BF::", "6BF*", &format!("{body}|")] {
        refused(Scan::qr(other).plain(), Layer::Text, 0, Fault::NotOurs);
    }
    for other in [&format!("{body}:"), &body.to_lowercase()] {
        refused(Scan::qr(other).plain(), Layer::Text, 0, Fault::AnotherApp);
    }
    assert_eq!(Scan::qr("HC1:BB8").plain().err().unwrap().reason(), crate::reason::Reason::ScanNotOurs);
    assert_eq!(Scan::qr("DC1:BB").plain().err().unwrap().reason(), crate::reason::Reason::ScanUnreadable);
}

#[test]
fn n03_what_zlib_refuses_is_refused_with_its_layer() {
    let deflated = compress_to_vec_zlib(CONTENTS, 9);
    let end = deflated.len();
    let mut wrong = deflated.clone();
    wrong[end - 1] ^= 1;
    let twice = [&deflated[..], &deflated].concat();
    for (frame, at, fault) in [
        (&wrong[..], end, Fault::Stream),
        (&deflated[..end - 1], end - 1, Fault::Truncated),
        (&[&deflated[..], &[0]].concat(), end, Fault::Trailing),
        (&twice, end, Fault::Trailing),
        (&[0x78, 0xbb, 0, 0, 0, 1, 3, 0, 0, 0, 0, 1], 1, Fault::Stream),
        (&[0x78], 1, Fault::Truncated),
    ] {
        refused(Scan::frame(frame).plain(), Layer::Zlib, at, fault);
        refused(Scan::qr(&text(frame)).plain(), Layer::Zlib, at, fault);
    }
}

#[test]
fn n03_the_largest_bomb_of_one_code_stops_at_the_limit() {
    // As many zeros as one code can hold: 2,861 bytes.
    let bomb = compress_to_vec_zlib(&vec![0; 2_700_000], 9);
    let code = text(&bomb);
    assert!(code.len() <= MAX_TEXT, "{}", code.len());
    assert_eq!(Scan::qr(&code).plain().err().unwrap().fault, Fault::TooLarge);
}

#[test]
fn n03_a_nested_stream_is_not_inflated_twice() {
    let inner = compress_to_vec_zlib(CONTENTS, 9);
    let frame = Scan::frame(&compress_to_vec_zlib(&inner, 9)).plain().unwrap();
    assert_eq!(frame.contents(), inner);
}

#[test]
fn nothing_behind_the_prefix_is_truncated() {
    refused(Scan::qr("DC1:").plain(), Layer::Cbor, 0, Fault::Truncated);
    refused(Scan::frame(&[]).plain(), Layer::Cbor, 0, Fault::Truncated);
}

#[test]
fn the_text_has_a_limit_in_characters() {
    let longest = format!("DC1:{}", "0".repeat(MAX_TEXT - 4));
    assert_eq!(longest.chars().count(), MAX_TEXT);
    assert!(Scan::qr(&longest).plain().is_ok());
    refused(Scan::qr(&format!("{longest}0")).plain(), Layer::Text, MAX_TEXT, Fault::TooLarge);
    refused(Scan::qr(&format!("DC1:{}", "\u{1f600}".repeat(MAX_TEXT - 4))).plain(), Layer::Base45, 0, Fault::Character);
    refused(Scan::qr(&"0".repeat(MAX_TEXT + 1)).plain(), Layer::Text, 0, Fault::NotOurs);
}

#[test]
fn the_frame_has_a_limit_in_bytes_deflated_or_not() {
    assert!(Scan::frame(&vec![0; MAX_FRAME]).plain().is_ok());
    refused(Scan::frame(&vec![0; MAX_FRAME + 1]).plain(), Layer::Text, MAX_FRAME, Fault::TooLarge);
    assert!(Scan::frame(&compress_to_vec_zlib(&vec![1; MAX_FRAME], 9)).plain().is_ok());
    let longer = Scan::frame(&compress_to_vec_zlib(&vec![1; MAX_FRAME + 1], 9)).plain();
    assert_eq!(longer.err().map(|fault| (fault.layer, fault.fault)), Some((Layer::Zlib, Fault::TooLarge)));
    refused(Scan::frame(&vec![0x78; MAX_FRAME + 1]).plain(), Layer::Text, MAX_FRAME, Fault::TooLarge);
}

#[test]
fn debug_shows_nothing() {
    let code = text(CONTENTS);
    let scan = Scan::qr(&code);
    assert_eq!(format!("{scan:?} {:?} {:?}", Scan::frame(CONTENTS), scan.plain()), "Scan(..) Scan(..) Ok(Frame(..))");
}

#[test]
fn the_last_format_takes_what_no_other_recognises_and_every_name_is_one() {
    let found = |bytes: &[u8]| of(&Scan::frame(bytes).plain().unwrap()).map(|format| format.name);
    assert_eq!((found(&[0xd2, 0x84]), found(&[0xd0, 0x83, 0x40])), (Ok(DC1.name), Ok(CLAIM169.name)));
    assert_eq!((found(&[0xd8, 0x3d]), found(b"nothing at all")), (Ok(CLAIM169.name), Ok(DC1.name)));
    assert_ne!(CLAIM169.name, DC1.name);
}
