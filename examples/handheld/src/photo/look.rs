//! Looking for codes: a picture in several sizes, told dark from light in several ways, as it is and inverted.

use super::Code;
use super::decoded::Decoded;
use doichieu::{Found, ScannedText, pick};
use image::DynamicImage;
use image::imageops::FilterType;
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{
    BarcodeFormat, Binarizer, BinaryBitmap, DecodeHints, Luma8Source, RXingResult, RXingResultMetadataType,
    RXingResultMetadataValue,
};
use std::collections::HashSet;

/// Most pixels that are looked at in all attempts together: a picture without a code ends after it.
const BUDGET: u64 = 160_000_000;

/// Every code of a picture, each once.
pub(super) fn codes(picture: &Decoded) -> Vec<Code> {
    let mut search = Search { found: Vec::new(), left: BUDGET, once_more: None };
    for picture in [Some(&picture.grey), picture.before_dark.as_ref()].into_iter().flatten() {
        if search.through(picture) {
            break;
        }
    }
    search.found
}

/// How dark is told from light.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// By what is around.
    Around,
    /// By one threshold for the whole picture.
    Whole,
    /// By what is around, small gaps and grains closed.
    Closed,
}

/// In what order a picture is looked at: its longest side in pixels, and the way.
fn attempts(longest: u32) -> Vec<(u32, Way)> {
    let mut all = Vec::new();
    let mut sides = vec![];
    if longest <= 3000 {
        sides.push(longest)
    }
    if longest > 1600 {
        sides.push(1600)
    }
    if longest > 1000 {
        sides.push(1000)
    }
    if longest > 500 {
        sides.push(longest.min(3000) / 2)
    }
    if longest > 600 {
        sides.push(longest.min(3000) / 3)
    }
    if longest < 1200 {
        sides.push(longest * 2)
    }
    if longest < 1200 {
        sides.push(longest * 3 / 2)
    }
    if longest > 2200 {
        sides.push(2200)
    }
    for way in [Way::Around, Way::Whole, Way::Closed] {
        for side in &sides {
            all.push((*side, way));
        }
    }
    if longest > 3000 {
        all.push((longest, Way::Around))
    }
    all
}

struct Search {
    found: Vec<Code>,
    left: u64,
    once_more: Option<usize>,
}

impl Search {
    /// Looks at a picture until a code of ours is found, and once more in another size for a second that the first look did not show.
    fn through(&mut self, picture: &DynamicImage) -> bool {
        let longest = picture.width().max(picture.height());
        for (side, way) in attempts(longest) {
            if side == longest {
                self.look(picture, way)
            } else {
                self.look(&resized(picture, side), way)
            }
            if !self.found.is_empty() {
                if std::env::var("DBG").is_ok() {
                    eprintln!("{longest} {side} {way:?}");
                }
                return true;
            }
        }
        false
    }

    fn look(&mut self, picture: &DynamicImage, way: Way) {
        let Some(grey) = picture.as_luma8() else { return };
        let (width, height) = grey.dimensions();
        let Ok(source) = Luma8Source::new_with_slice(grey.as_raw(), width, height) else { return };
        match way {
            Way::Around => self.decode(BinaryBitmap::new(HybridBinarizer::new(source)), false),
            Way::Whole => self.decode(BinaryBitmap::new(GlobalHistogramBinarizer::new(source)), false),
            Way::Closed => self.decode(BinaryBitmap::new(HybridBinarizer::new(source)), true),
        }
    }

    fn decode<B: Binarizer>(&mut self, mut bitmap: BinaryBitmap<B>, closed: bool) {
        let hints = DecodeHints {
            TryHarder: Some(true),
            PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
            ..DecodeHints::default()
        };
        if closed && bitmap.close().is_err() {
            return;
        }
        for inverted in [false, true] {
            if inverted {
                bitmap.invert();
            }
            let read = QrReader.decode_multiple_with_hints(&mut bitmap, &hints).unwrap_or_default();
            read.iter().for_each(|code| self.take(code));
        }
    }

    fn take(&mut self, code: &RXingResult) {
        let text = code.getText();
        if self.found.iter().all(|found| found.text.as_str() != text) {
            self.found.push(Code { text: ScannedText::of(text.as_bytes()), one_of_several: is_one_of_several(code) });
        }
    }
}

/// Whether a code says that it is one of several: the library tells of every code how many there are, −1 where it says nothing.
fn is_one_of_several(code: &RXingResult) -> bool {
    let count = code.getRXingResultMetadata().get(&RXingResultMetadataType::STRUCTURED_APPEND_PARITY);
    matches!(count, Some(RXingResultMetadataValue::StructuredAppendParity(count)) if *count > 0)
}

fn resized(picture: &DynamicImage, side: u32) -> DynamicImage {
    picture.resize(side, side, FilterType::Triangle)
}
