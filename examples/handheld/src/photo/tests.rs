//! What is a picture, and how long one is looked at.
#![expect(clippy::unwrap_used, reason = "tests")]

use super::decoded;
use super::kind::{self, Kind};
use super::look;
use crate::no_code::NoCode;
use image::{DynamicImage, GrayImage, ImageFormat, Luma, LumaA};
use std::io::Cursor;

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

#[test]
fn texts_are_no_pictures_whatever_they_begin_with() {
    for text in ["BMW 320i", "BM", "MM", "II*", "GIF", "GIF89", "RIFF", "%PDF", "ftypheic", "<p>svg</p>", "", "DC1:6BF"]
    {
        assert_eq!(kind::of(text.as_bytes()), None, "{text}");
    }
    for (format, name) in [(ImageFormat::Bmp, "bmp"), (ImageFormat::Tiff, "tiff"), (ImageFormat::Gif, "gif")] {
        let made = file(&DynamicImage::ImageRgb8(image::RgbImage::new(9, 9)), format);
        assert_eq!(kind::of(&made), Some(Kind::Read(format)), "{name}");
    }
}

#[test]
fn what_shows_through_is_laid_before_light_and_before_dark() {
    let half = image::GrayAlphaImage::from_fn(2, 1, |x, _| LumaA([0, if x == 0 { 255 } else { 0 }]));
    let made = file(&DynamicImage::ImageLumaA8(half), ImageFormat::Png);
    let decoded = decoded::of(&made, ImageFormat::Png).unwrap();
    assert_eq!(decoded.grey.as_luma8().unwrap().as_raw(), &[0, 255]);
    assert_eq!(decoded.before_dark.unwrap().as_luma8().unwrap().as_raw(), &[0, 0]);
    let opaque = image::GrayAlphaImage::from_pixel(2, 1, LumaA([7, 255]));
    let made = file(&DynamicImage::ImageLumaA8(opaque), ImageFormat::Png);
    assert!(decoded::of(&made, ImageFormat::Png).unwrap().before_dark.is_none());
}

#[test]
fn the_limit_counts_pixels_of_every_format_before_they_are_decoded() {
    let mut bmp = file(&DynamicImage::ImageRgb8(image::RgbImage::new(1, 1)), ImageFormat::Bmp);
    bmp.splice(18..26, [60_000_u32.to_le_bytes(), 60_000_u32.to_le_bytes()].concat());
    let mut gif = file(&DynamicImage::ImageRgb8(image::RgbImage::new(1, 1)), ImageFormat::Gif);
    gif.splice(6..10, [0xff; 4]);
    for (bytes, format) in [(bmp, ImageFormat::Bmp), (gif, ImageFormat::Gif)] {
        assert_eq!(decoded::of(&bytes, format).unwrap_err(), NoCode::TooManyPixels, "{format:?}");
    }
}

#[test]
fn a_picture_of_any_shape_is_looked_at_and_comes_to_an_end() {
    for (width, height) in [(1, 1), (1, 4000), (4000, 1), (39, 39), (41, 300), (3001, 20)] {
        let noise = GrayImage::from_fn(width, height, |x, y| {
            Luma([u8::try_from((x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)) % 251).unwrap()])
        });
        let picture = decoded::Decoded { grey: DynamicImage::ImageLuma8(noise), before_dark: None };
        assert!(look::codes(&picture).is_empty(), "{width} × {height}");
    }
}
