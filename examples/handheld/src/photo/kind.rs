//! What kind of picture bytes are.

use image::ImageFormat;

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One that is read here.
    Read(ImageFormat),
    /// One that is not, by the name people know it by.
    Other(&'static str),
}

/// Bytes of a text, or of an ISO box, that are looked at for what they are.
const BEGINNING: usize = 256;

/// What these bytes are, if they begin like a picture.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let read = |format| Some(Kind::Read(format));
    match beginning {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => read(ImageFormat::Png),
        [0xff, 0xd8, 0xff, ..] => read(ImageFormat::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => read(ImageFormat::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => read(ImageFormat::WebP),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => read(ImageFormat::Tiff),
        // A text may begin with these two letters; it has no zeros where the file header has its two reserved words.
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => read(ImageFormat::Bmp),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Kind::Other("PDF")),
        [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] | [0xff, 0x0a, ..] => Some(Kind::Other("JPEG XL")),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(Kind::Other("WebM")),
        [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => Some(Kind::Other(of_brands(brands))),
        _ => is_svg(beginning).then_some(Kind::Other("SVG")),
    }
}

/// The kind of an ISO base media file: by the brand it names first, and by those it says it is compatible with.
fn of_brands(brands: &[u8]) -> &'static str {
    let (brands, _) = brands.as_chunks::<4>();
    let names = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.contains(&brand));
    match brands.first() {
        Some(b"avif" | b"avis") => "AVIF",
        Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx") => "HEIC",
        Some(b"mif1" | b"msf1") if names(&[b"avif", b"avis"]) => "AVIF",
        Some(b"mif1" | b"msf1") => "HEIC",
        _ => "MP4",
    }
}

/// A drawing as text, behind a byte order mark, a declaration or a comment.
fn is_svg(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<svg") || (["<?xml", "<!"].iter().any(|mark| text.starts_with(mark)) && text.contains("<svg"))
}
