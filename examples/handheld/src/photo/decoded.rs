//! A picture as brightness, decoded within limits that are known before anything is.

use crate::no_code::NoCode;
use image::error::ImageError;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Most pixels that are decoded: the 50 megapixels of a phone's camera (8,192 × 6,144), and a little more. Asked before
/// anything is decoded.
const MAX_PIXELS: u64 = 54_000_000;
/// Bytes a decoder may take for a picture of [`MAX_PIXELS`]: four to a pixel, and as many again for what it works with.
const MAX_DECODED: u64 = MAX_PIXELS * 8;

/// The brightness of a picture.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Before a light background, where something shows through.
    pub(super) grey: DynamicImage,
    /// Before a dark one; `None`: nothing shows through.
    pub(super) before_dark: Option<DynamicImage>,
}

/// Decodes a picture of a known kind. Untrusted: its size is asked for first, and its decoder bounded.
pub(super) fn of(bytes: &[u8], format: ImageFormat) -> Result<Decoded, NoCode> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| why(&error, format))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > MAX_PIXELS {
        return Err(NoCode::TooManyPixels);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| why(&error, format))?;
    Ok(if picture.color().has_alpha() {
        flattened(picture)
    } else {
        Decoded { grey: as_grey(picture), before_dark: None }
    })
}

const fn why(error: &ImageError, format: ImageFormat) -> NoCode {
    match error {
        ImageError::Limits(_) => NoCode::TooManyPixels,
        ImageError::Unsupported(_) => NoCode::KindNotRead(name(format)),
        _ => NoCode::Broken,
    }
}

/// A variant of a kind that is read is named as the kind.
const fn name(of: ImageFormat) -> &'static str {
    match of {
        ImageFormat::Png => "PNG",
        ImageFormat::Jpeg => "JPEG",
        ImageFormat::WebP => "WebP",
        ImageFormat::Gif => "GIF",
        ImageFormat::Bmp => "BMP",
        _ => "TIFF",
    }
}

fn as_grey(picture: DynamicImage) -> DynamicImage {
    DynamicImage::ImageLuma8(picture.into_luma8())
}

/// Lays a light background behind a picture, and a dark one if anything shows through: a code may be dark or light on
/// nothing.
fn flattened(picture: DynamicImage) -> Decoded {
    let picture = picture.into_luma_alpha8();
    let (width, height) = picture.dimensions();
    let shows_through = picture.pixels().any(|pixel| pixel.0[1] < u8::MAX);
    let before = |background: u8| {
        let pixels = picture.pixels().map(|pixel| over(pixel.0, background)).collect();
        DynamicImage::ImageLuma8(GrayImage::from_raw(width, height, pixels).unwrap_or_default())
    };
    Decoded { grey: before(u8::MAX), before_dark: shows_through.then(|| before(0)) }
}

/// A pixel before a background.
fn over([grey, alpha]: [u8; 2], background: u8) -> u8 {
    let part = |of: u8, share: u8| u32::from(of).saturating_mul(u32::from(share));
    let mixed = part(grey, alpha).saturating_add(part(background, u8::MAX.saturating_sub(alpha)));
    u8::try_from(mixed.checked_div(255).unwrap_or_default()).unwrap_or(u8::MAX)
}
