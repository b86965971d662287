//! A photograph of a code: found and read, never judged.

use image::imageops::{self, FilterType};
use image::{GrayImage, ImageFormat};
use rxing::common::HybridBinarizer;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BinaryBitmap, DecodeHints, Luma8LuminanceSource, Reader};

/// Whether these bytes begin like a picture this reads.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    matches!(image::guess_format(bytes), Ok(ImageFormat::Png | ImageFormat::Jpeg))
}

/// The text of the code in a PNG or JPEG; `None`: no code could be read in it.
pub(crate) fn read(bytes: &[u8]) -> Option<String> {
    let picture = image::load_from_memory(bytes).ok()?.into_luma8();
    // Sizes at which a code of a few pixels a module, or of too many, is still found.
    [None, Some(1600), Some(1000), Some(2200)].into_iter().find_map(|side| match side {
        None => decode(&picture),
        Some(side) => decode(&resized(&picture, side)),
    })
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

fn decode(picture: &GrayImage) -> Option<String> {
    let (width, height) = picture.dimensions();
    let source = Luma8LuminanceSource::new(picture.as_raw().clone(), width, height).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let read = QrReader.decode_with_hints(&mut bitmap, &hints).ok()?;
    Some(read.getText().to_owned())
}
