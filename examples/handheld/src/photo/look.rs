//! Looking for codes: a picture in several sizes, dark told from light in several ways, as it is and inverted, within a
//! budget.

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

/// Pixels that all attempts at one picture look at together, the last of them begun before it is spent: one look at the
/// largest picture in its own size, and all looks at a smaller one. A picture without a code ends here.
const BUDGET: u64 = 100_000_000;
/// A picture longer than this is looked at in smaller sizes first: it takes seconds, and most of what it holds is found
/// in them.
const LONGEST: u32 = 3000;
/// Below this a picture is also enlarged: its modules may be of two pixels.
const SMALL: u32 = 1200;
/// From here on half of a picture is looked at first.
const LARGE: u32 = 1800;
/// No code is looked for in less.
const LEAST: u32 = 300;

/// Every code of a picture, each once.
pub(super) fn codes(picture: &Decoded) -> Vec<Code> {
    let mut search = Search { found: Vec::new(), left: BUDGET };
    for picture in [Some(&picture.grey), picture.before_dark.as_ref()].into_iter().flatten() {
        if search.through(picture) {
            break;
        }
    }
    search.found
}

/// How dark is told from light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By what is around.
    Around,
    /// By one threshold for the whole picture.
    Whole,
    /// By what is around, small gaps and grains closed.
    Closed,
}

/// The sizes a picture is looked at in: its longest side, in pixels. The first are those in which most codes are found,
/// and of a large picture the fast ones.
fn sides(longest: u32) -> Vec<u32> {
    let (half, third) = (longest.div_euclid(2), longest.div_euclid(3));
    let mut sides = if longest < SMALL {
        vec![longest, half, third, longest.saturating_mul(2), longest.saturating_add(half)]
    } else if longest < LARGE {
        vec![longest, half, third, third.saturating_mul(2)]
    } else {
        vec![half, third, third.saturating_mul(2), longest]
    };
    sides.retain(|side| *side >= LEAST || *side >= longest);
    sides
}

/// What was found, and how much may still be looked at.
struct Search {
    found: Vec<Code>,
    left: u64,
}

impl Search {
    /// Looks at a picture in one way after another; whether what was found is enough.
    fn through(&mut self, picture: &DynamicImage) -> bool {
        let longest = picture.width().max(picture.height());
        if longest <= LONGEST {
            return self.in_all_sizes(picture);
        }
        // By whole pixels, which is fast: the other sizes are made of this one.
        let smaller = picture.thumbnail(LONGEST, LONGEST);
        self.in_all_sizes(&smaller) || self.look(picture, Way::Around) || self.look(picture, Way::Whole)
    }

    fn in_all_sizes(&mut self, picture: &DynamicImage) -> bool {
        let longest = picture.width().max(picture.height());
        for way in [Way::Around, Way::Whole, Way::Closed] {
            let mut enough = false;
            for side in sides(longest) {
                let seen_before = self.is_enough();
                enough =
                    if side == longest { self.look(picture, way) } else { self.look(&resized(picture, side), way) };
                // Once more in another size: a second code of ours may not have been seen in the first.
                if enough && (seen_before || way != Way::Around) {
                    return true;
                }
            }
            // Where codes are, others are found by the same way or not at all.
            if enough || !self.found.is_empty() {
                return enough;
            }
        }
        false
    }

    /// Whether what was found settles it: a code of ours, or nothing more may be looked at. Beside another app's code
    /// ours may still be.
    fn is_enough(&self) -> bool {
        let texts = self.found.iter().filter(|code| !code.one_of_several).map(|code| code.text.as_str());
        self.left == 0 || matches!(pick(texts), Found::Ours(_) | Found::Parts(_) | Found::Several)
    }

    /// Looks for codes, dark on light and light on dark; whether what was found by now is enough.
    fn look(&mut self, picture: &DynamicImage, way: Way) -> bool {
        let Some(grey) = picture.as_luma8().filter(|_| self.left > 0) else { return self.is_enough() };
        let (width, height) = grey.dimensions();
        self.left = self.left.saturating_sub(u64::from(width).saturating_mul(u64::from(height)));
        if let Ok(source) = Luma8Source::new_with_slice(grey.as_raw(), width, height) {
            match way {
                Way::Around => self.decode(BinaryBitmap::new(HybridBinarizer::new(source)), way),
                Way::Whole => self.decode(BinaryBitmap::new(GlobalHistogramBinarizer::new(source)), way),
                Way::Closed => self.decode(BinaryBitmap::new(HybridBinarizer::new(source)), way),
            }
        }
        self.is_enough()
    }

    fn decode<B: Binarizer>(&mut self, mut bitmap: BinaryBitmap<B>, way: Way) {
        if way == Way::Closed && bitmap.close().is_err() {
            return;
        }
        let hints = DecodeHints {
            TryHarder: Some(true),
            PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
            ..DecodeHints::default()
        };
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

/// Whether a code says that it is one of several: the library tells of every code how many there are, −1 where it says
/// nothing.
fn is_one_of_several(code: &RXingResult) -> bool {
    let count = code.getRXingResultMetadata().get(&RXingResultMetadataType::STRUCTURED_APPEND_PARITY);
    matches!(count, Some(RXingResultMetadataValue::StructuredAppendParity(count)) if *count > 0)
}

fn resized(picture: &DynamicImage, side: u32) -> DynamicImage {
    picture.resize(side, side, FilterType::Triangle)
}
