//! A code as a picture: alphanumeric QR, four modules of quiet zone.

use crate::failure::Failure;
use crate::trouble::Trouble;
use fast_qr::{ECL, Mode, QRBuilder};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// Light modules around the code (ISO/IEC 18004 §5.3.8).
const QUIET: usize = 4;
/// The picture is about this wide: sharp on a screen, small in a mail.
const WIDTH: usize = 960;

/// The code of a text as a PNG.
pub(crate) fn png(text: &str) -> Result<Vec<u8>, Failure> {
    // Alphanumeric (base45 is made for it), level L: the lowest version, whose modules are the largest. The codes of
    // other apps are bytes.
    let mode = if text.bytes().all(is_alphanumeric) { Mode::Alphanumeric } else { Mode::Byte };
    let code = QRBuilder::new(text).mode(mode).ecl(ECL::L).build().map_err(|error| drawn(&error.to_string()))?;
    let across = code.size.saturating_add(2 * QUIET);
    let scale = WIDTH.checked_div(across).unwrap_or(1).max(1);
    let width = across.saturating_mul(scale);
    let dark = |x: usize, y: usize| {
        let module = |pixel: usize| pixel.checked_div(scale)?.checked_sub(QUIET).filter(|module| *module < code.size);
        let index = module(y)?.checked_mul(code.size)?.checked_add(module(x)?)?;
        code.data.get(index).map(|module| module.value())
    };
    let pixels: Vec<u8> = (0..width)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .map(|(x, y)| if dark(x, y) == Some(true) { 0 } else { 255 })
        .collect();
    let width = u32::try_from(width).map_err(|error| drawn(&error.to_string()))?;
    let mut file = Vec::new();
    let encoder = PngEncoder::new(&mut file);
    encoder.write_image(&pixels, width, width, ExtendedColorType::L8).map_err(|error| drawn(&error.to_string()))?;
    Ok(file)
}

/// The 45 signs of ISO/IEC 18004 §7.3.4.
const fn is_alphanumeric(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*' | b'+' | b'-' | b'.' | b'/' | b':')
}

fn drawn(error: &str) -> Failure {
    Failure::device(
        Trouble::QrNotDrawn,
        format!("Không vẽ được mã QR ({error})."),
        format!("The QR code could not be drawn ({error})."),
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::png;

    /// Byte mode ends at 2953 characters, alphanumeric at 4296 (ISO/IEC 18004 table 7).
    #[test]
    fn the_mode_is_alphanumeric() {
        assert!(png(&"DC1:".repeat(1074)).is_ok());
        assert!(png(&"A".repeat(4297)).is_err());
    }

    #[test]
    fn the_picture_is_square_sharp_and_has_its_quiet_zone() {
        for length in [600, 1100, 2500] {
            let picture = image::load_from_memory(&png(&"A".repeat(length)).unwrap()).unwrap().into_luma8();
            let (width, height) = picture.dimensions();
            assert!(width == height && (800..=1000).contains(&width), "{length}: {width}");
            let first = picture.enumerate_pixels().filter(|(.., pixel)| pixel.0 == [0]).map(|(x, ..)| x).min().unwrap();
            assert_eq!(first % 4, 0);
            assert!(first >= 4 * 4, "four modules of at least four pixels");
        }
    }
}
