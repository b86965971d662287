//! N01 to N03: the text of a code, base45, zlib.

use super::forge::{Group, scene, unreadable};
use super::{Case, Expect, Input};
use crate::frame::{self, Deflate, zlib};

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    good(&mut group);
    base45(&mut group);
    prefix(&mut group);
    streams(&mut group);
    bombs(&mut group);
    group.cases
}

/// What must be accepted: every honest way to carry one presentation.
fn good(group: &mut Group) {
    let encounter = Input::of(&group.world.traffic_stop());
    group.add("N00/traffic-stop", "An honest traffic stop is accepted.", encounter, Expect::accept());
    let shown = scene(&group.world).present();
    let plain = shown.frame(Deflate::Never);
    let ways = [
        ("N00/not-deflated", "A presentation that was not deflated is accepted.", plain.clone()),
        ("N00/deflated", "A deflated presentation is accepted.", shown.frame(Deflate::Always)),
        ("N00/stored", "A zlib stream of stored blocks is accepted.", zlib(&plain, 0)),
        ("N00/level-1", "A zlib stream of another encoder's level is accepted.", zlib(&plain, 1)),
    ];
    for (id, says, frame) in ways {
        group.add(id, says, Input::Text(frame::text(&frame)), Expect::accept());
    }
    let text = scene(&group.world).text();
    let around = [
        ("N00/aim-identifier", "A scanner's AIM identifier is taken off.", format!("]Q1{text}")),
        ("N00/control-characters", "A scanner's STX, ETX and line end are taken off.", format!("\u{2}{text}\u{3}\r\n")),
        ("N00/group-separator", "NUL, GS and Tab around a code are taken off.", format!("\0\u{1d}{text}\t\0")),
        ("N00/byte-order-mark", "A byte order mark is taken off.", format!("\u{feff}{text}")),
        ("N00/spaces", "Spaces around a code are taken off: base45 cannot end in one.", format!(" {text} \u{a0}")),
        ("N00/zero-width", "Marks that show nothing are taken off.", format!("\u{200e}{text}\u{200b}")),
    ];
    for (id, says, text) in around {
        group.add(id, says, Input::Text(text), Expect::accept());
    }
    let says = "The bytes of a frame need no base45 and no prefix.";
    group.add("N00/frame", says, Input::Frame(shown.frame(Deflate::Always)), Expect::accept());
}

fn base45(group: &mut Group) {
    let text = |body: &str| Input::Text(format!("DC1:{body}"));
    let bodies = [
        ("N01/pair-2024", "The pair \"::\" is above 255.", "::"),
        ("N01/pair-506", "The pair \"BB\" is above 255.", "BB"),
        ("N01/triple-65536", "The triple \"GGW\" is above 65,535.", "GGW"),
        ("N01/length-1-mod-3", "Four characters are no base45.", "QED8"),
        ("N01/single", "One character is no base45.", "0"),
    ];
    for (id, says, body) in bodies {
        group.add(id, says, text(body), unreadable("base45"));
    }
    let good = frame::text(&scene(&group.world).present().frame(Deflate::Always));
    let body = good.trim_start_matches("DC1:").to_owned();
    let changed = [
        ("N01/lower-case", "base45 has no lower case.", body.to_lowercase()),
        ("N01/nbsp", "A no-break space is no space.", body.replacen(' ', "\u{a0}", 1)),
        ("N01/line-break", "A line break within the code is not skipped.", wrapped(&body)),
        ("N01/full-width", "Full-width characters are no digits.", body.replacen('0', "\u{ff10}", 1)),
    ];
    for (id, says, body) in changed {
        group.add(id, says, text(&body), unreadable("base45"));
    }
    let says = "A plus that a URL decoder made a space spells other bytes.";
    group.add("N01/url-plus", says, text(&body.replace('+', " ")), unreadable("zlib"));
    let says = "A space that a URL encoder left as %20 spells other bytes.";
    group.add("N01/url-space", says, text(&body.replace(' ', "%20")), unreadable("base45"));
}

fn wrapped(body: &str) -> String {
    let lines: Vec<String> =
        body.as_bytes().chunks(60).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    lines.join("\n")
}

fn prefix(group: &mut Group) {
    let good = scene(&group.world).text();
    let body = good.trim_start_matches("DC1:").to_owned();
    let texts = [
        ("N02/missing", "Without a prefix it is no code of ours.", body.clone()),
        ("N02/other-number", "DC2 is another format.", format!("DC2:{body}")),
        ("N02/lower-case", "In lower case it was altered on its way.", good.to_lowercase()),
        ("N02/layout", "Typed through another layout it was altered on its way.", format!("DC&M{body}")),
        ("N02/health-certificate", "HC1 is another format.", format!("HC1:{body}")),
        ("N02/ask", "A challenge is not a showing.", format!("DCQ1:{body}")),
        ("N02/two-identifiers", "One AIM identifier is taken off, no more.", format!("]Q1]Q1DC1:{body}")),
        (
            "N02/sign-before",
            "What stands before the prefix and is not known is not passed over.",
            format!("_DC1:{body}"),
        ),
        ("N02/empty", "An empty text is no code.", String::new()),
        ("N02/too-long", "No QR holds 4,297 characters.", format!("DC1:{}", "0".repeat(4_293))),
    ];
    for (id, says, text) in texts {
        group.add(id, says, Input::Text(text), unreadable("text"));
    }
    let says = "The prefix alone carries no frame.";
    group.add("N02/prefix-alone", says, Input::Text("DC1:".to_owned()), unreadable("cbor"));
    group.add(
        "N02/text-as-frame",
        "The text of a code is not a frame.",
        Input::Frame(good.into_bytes()),
        unreadable("cose"),
    );
    group.add("N02/empty-frame", "An empty frame carries nothing.", Input::Frame(Vec::new()), unreadable("cbor"));
}

fn streams(group: &mut Group) {
    let plain = scene(&group.world).present().frame(Deflate::Never);
    let stream = zlib(&plain, 9);
    let changed = |change: fn(&mut Vec<u8>)| {
        let mut stream = stream.clone();
        change(&mut stream);
        stream
    };
    let flip_last = |bytes: &mut Vec<u8>| bytes.iter_mut().next_back().into_iter().for_each(|byte| *byte ^= 1);
    let frames = [
        ("N03/adler", "The checksum is wrong.", changed(flip_last)),
        ("N03/truncated", "The last byte is missing.", changed(|bytes| bytes.truncate(bytes.len().saturating_sub(1)))),
        ("N03/half", "Half of the stream is missing.", changed(|bytes| bytes.truncate(bytes.len() / 2))),
        ("N03/no-checksum", "The checksum is missing.", changed(|bytes| bytes.truncate(bytes.len().saturating_sub(4)))),
        ("N03/trailing-byte", "A byte follows the stream.", changed(|bytes| bytes.push(0))),
        ("N03/second-stream", "A second stream follows the first.", [stream.clone(), stream.clone()].concat()),
        ("N03/preset-dictionary", "A preset dictionary is announced.", changed(|bytes| set_flags(bytes, 0xbb))),
        ("N03/header-check", "The check bits of the header are wrong.", changed(|bytes| set_flags(bytes, 0xdb))),
        ("N03/header-alone", "Nothing follows the header byte.", vec![0x78]),
        ("N03/reserved-block", "A block of the reserved type.", vec![0x78, 0xda, 0x07, 0, 0, 0, 0, 1]),
    ];
    for (id, says, frame) in frames {
        group.add(id, says, Input::Text(frame::text(&frame)), unreadable("zlib"));
    }
    let says = "A stream within a stream is a text to CBOR, not a presentation.";
    group.add("N03/nested", says, Input::Text(frame::text(&zlib(&stream, 9))), unreadable("cose"));
    let mut small = stream.clone();
    small.splice(..2.min(small.len()), [0x68, 0xde]);
    let says = "A stream of a smaller window does not begin with 0x78, so it is read as CBOR.";
    group.add("N03/other-window", says, Input::Text(frame::text(&small)), unreadable("cose"));
}

fn set_flags(bytes: &mut [u8], flags: u8) {
    bytes.get_mut(1).into_iter().for_each(|byte| *byte = flags);
}

fn bombs(group: &mut Group) {
    let text = |frame: &[u8]| Input::Text(frame::text(frame));
    let says = "2.9 MB in one QR: inflating stops at 64 KiB.";
    group.add("N03/bomb-qr", says, text(&zlib(&vec![0; 2_900_000], 9)), unreadable("zlib"));
    let says = "One byte more than 64 KiB.";
    group.add("N03/65537-bytes", says, text(&zlib(&vec![0; 65_537], 9)), unreadable("zlib"));
    let says = "Exactly 64 KiB inflate; they are no presentation.";
    group.add("N03/65536-bytes", says, text(&zlib(&vec![0; 65_536], 9)), unreadable("cose"));
    let empty_stored = [0, 0, 0, 0xff, 0xff].repeat(560);
    let says = "Empty stored blocks without end give nothing.";
    group.add("N03/bomb-stored", says, text(&[vec![0x78, 0x01], empty_stored].concat()), unreadable("zlib"));
    let says = "A stored block says that it is longer than the code.";
    group.add("N03/stored-length", says, text(&[0x78, 0x01, 0x01, 0xff, 0xff, 0, 0, 1, 2, 3]), unreadable("zlib"));
    let says = "More bytes than any frame.";
    group.add("N03/frame-too-long", says, Input::Frame(vec![0x78; 65_537]), unreadable("text"));
}
