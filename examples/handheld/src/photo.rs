//! A photograph of codes: all of them found and read, none judged.

use image::imageops::{self, FilterType};
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, BinaryBitmap, Binarizer, DecodeHints, Luma8Source, RXingResult, RXingResultMetadataType};
use std::collections::HashSet;
use std::io::Cursor;

/// Most pixels that are decoded: the 50 megapixels of a phone's camera (8,192 × 6,144), and a little more. Asked before anything is.
pub(crate) const MAX_PIXELS: u64 = 54_000_000;
/// Bytes a decoder may take for a picture of [`MAX_PIXELS`]: four to a pixel, and as many again for what it works with.
const MAX_DECODED: u64 = MAX_PIXELS * 8;
/// Longest sides at which a picture is looked at: a code of few pixels a module is found at its own size, one of many in a smaller picture.
const SIDES: [u32; 3] = [1600, 1000, 2200];
/// A picture longer than this is not looked at in its own size first: it takes seconds, and what it holds is found in a smaller one.
const LONGEST_WHOLE: u32 = 3000;

/// What came of a picture.
#[derive(Debug)]
pub(crate) enum Picture {
    /// The texts of all codes in it, each once.
    Codes(Vec<String>),
    /// One of several codes that belong together (ISO/IEC 18004 §8, structured append): a text in pieces, which is none of ours.
    OneOfSeveral,
    /// No code could be read in it.
    NoCode,
    /// More pixels than [`MAX_PIXELS`].
    TooLarge,
    /// A kind of picture that is not read here.
    NotRead(&'static str),
    /// It begins like a picture and cannot be decoded.
    Broken,
}

/// What these bytes are, if they begin like a picture, read here or not. Names of files say nothing.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
    if let Ok(format) = image::guess_format(bytes)
        && READ.contains(&format)
    {
        return Some(Kind::Read(format));
    }
    let brand = bytes.get(4..12).unwrap_or_default();
    match (bytes, brand) {
        ([b'%', b'P', b'D', b'F', ..], _) => Some(Kind::Other("PDF")),
        (_, b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftypmsf1" | b"ftyphevc") => Some(Kind::Other("HEIC")),
        (_, b"ftypavif" | b"ftypavis") => Some(Kind::Other("AVIF")),
        (_, [b'f', b't', b'y', b'p', ..]) => Some(Kind::Other("MP4")),
        ([0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] | [0xff, 0x0a, ..], _) => Some(Kind::Other("JPEG XL")),
        ([b'<', b's', b'v', b'g', ..], _) => Some(Kind::Other("SVG")),
        _ => None,
    }
}

/// A kind of picture.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Read(ImageFormat),
    Other(&'static str),
}

const READ: [ImageFormat; 6] = [
    ImageFormat::Png,
    ImageFormat::Jpeg,
    ImageFormat::WebP,
    ImageFormat::Gif,
    ImageFormat::Bmp,
    ImageFormat::Tiff,
];

/// Reads every code of a picture.
pub(crate) fn read(bytes: &[u8], kind: Kind) -> Picture {
    let format = match kind {
        Kind::Read(format) => format,
        Kind::Other(name) => return Picture::NotRead(name),
    };
    match decoded(bytes, format) {
        Ok(picture) => codes(&picture),
        Err(picture) => picture,
    }
}

/// Brightness and, where the picture has it, opacity: one buffer, in which the backgrounds are laid one after the other.
struct Decoded {
    grey: GrayImage,
    /// The same before a dark background, where something shows through.
    before_dark: Option<GrayImage>,
}

fn decoded(bytes: &[u8], format: ImageFormat) -> Result<Decoded, Picture> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Picture::Broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > MAX_PIXELS {
        return Err(Picture::TooLarge);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Picture::Broken)?;
    if !picture.color().has_alpha() {
        return Ok(Decoded { grey: picture.into_luma8(), before_dark: None });
    }
    let mut with_alpha = picture.into_luma_alpha8();
    let shows_through = with_alpha.pixels().any(|pixel| pixel.0[1] < u8::MAX);
    let before = |background: u8| {
        let over = |[grey, alpha]: [u8; 2]| {
            let (grey, alpha, behind) = (u32::from(grey), u32::from(alpha), u32::from(background));
            let mixed = grey.saturating_mul(alpha).saturating_add(behind.saturating_mul(255_u32.saturating_sub(alpha)));
            u8::try_from(mixed.checked_div(255).unwrap_or_default()).unwrap_or(u8::MAX)
        };
        let pixels = with_alpha.pixels().map(|pixel| over(pixel.0)).collect();
        GrayImage::from_raw(width, height, pixels).ok_or(Picture::Broken)
    };
    let before_dark = if shows_through { Some(before(0)?) } else { None };
    let grey = before(u8::MAX)?;
    with_alpha = image::GrayAlphaImage::default();
    drop(with_alpha);
    Ok(Decoded { grey, before_dark })
}

/// Looks at a picture in one size after another, on light and on dark, until codes are found; and once more in another size, for a second code
/// that the first did not show.
fn codes(picture: &Decoded) -> Picture {
    let mut found = Found::default();
    for picture in [Some(&picture.grey), picture.before_dark.as_ref()].into_iter().flatten() {
        let longest = picture.width().max(picture.height());
        let whole = (longest <= LONGEST_WHOLE).then_some(longest);
        let sides = whole.into_iter().chain(SIDES).chain((whole.is_none()).then_some(longest));
        let mut once_more = false;
        for side in sides {
            if side == longest {
                found.look(picture);
            } else {
                found.look(&resized(picture, side));
            }
            if once_more {
                break;
            }
            once_more = !found.texts.is_empty();
        }
        if once_more {
            break;
        }
    }
    match (found.texts.is_empty(), found.one_of_several) {
        (false, _) => Picture::Codes(found.texts),
        (true, true) => Picture::OneOfSeveral,
        (true, false) => Picture::NoCode,
    }
}

/// What was found so far.
#[derive(Default)]
struct Found {
    texts: Vec<String>,
    one_of_several: bool,
}

impl Found {
    /// Looks for codes by two ways to tell dark from light, each upright and inverted.
    fn look(&mut self, picture: &GrayImage) {
        let before = self.texts.len();
        self.look_through(picture, HybridBinarizer::new);
        if self.texts.len() == before {
            self.look_through(picture, GlobalHistogramBinarizer::new);
        }
    }

    fn look_through<'p, B: Binarizer>(&mut self, picture: &'p GrayImage, binarizer: impl Fn(Luma8Source<'p>) -> B) {
        let (width, height) = picture.dimensions();
        let Ok(source) = Luma8Source::new_with_slice(picture.as_raw(), width, height) else { return };
        let hints = DecodeHints {
            TryHarder: Some(true),
            PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
            ..DecodeHints::default()
        };
        let mut bitmap = BinaryBitmap::new(binarizer(source));
        let mut found = false;
        for inverted in [false, true] {
            if inverted {
                bitmap.invert();
            }
            let read = QrReader.decode_multiple_with_hints(&mut bitmap, &hints).unwrap_or_default();
            found |= !read.is_empty();
            read.iter().for_each(|code| self.take(code));
            // A code of the other kind beside one that was read is not looked for in this way.
            if found {
                break;
            }
        }
    }

    fn take(&mut self, code: &RXingResult) {
        if code.getRXingResultMetadata().contains_key(&RXingResultMetadataType::STRUCTURED_APPEND_SEQUENCE) {
            self.one_of_several = true;
        } else if !self.texts.iter().any(|text| text == code.getText()) {
            self.texts.push(code.getText().to_owned());
        }
    }
}

fn resized(picture: &GrayImage, side: u32) -> GrayImage {
    let (width, height) = picture.dimensions();
    let longest = width.max(height).max(1);
    let scaled = |length: u32| {
        let scaled = u64::from(length).saturating_mul(u64::from(side)).checked_div(u64::from(longest));
        scaled.and_then(|length| u32::try_from(length).ok()).unwrap_or(side).max(1)
    };
    imageops::resize(picture, scaled(width), scaled(height), FilterType::Triangle)
}
