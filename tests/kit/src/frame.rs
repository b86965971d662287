//! From a presentation to the text of a QR code.

use miniz_oxide::deflate::compress_to_vec_zlib;

/// When a wallet deflates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Deflate {
    /// As the profile says: when it saves 15 % or more.
    #[default]
    WhenItPays,
    /// Whatever it saves.
    Always,
    /// Not at all.
    Never,
}

/// A zlib stream (RFC 1950) at a level of 0 (stored) to 10.
#[must_use]
pub fn zlib(bytes: &[u8], level: u8) -> Vec<u8> {
    compress_to_vec_zlib(bytes, level)
}

/// The frame around a presentation.
#[must_use]
pub fn frame(presentation: &[u8], deflate: Deflate) -> Vec<u8> {
    let stream = zlib(presentation, 9);
    let pays = stream.len().saturating_mul(100) <= presentation.len().saturating_mul(85);
    match deflate {
        Deflate::Never => presentation.to_vec(),
        Deflate::WhenItPays if !pays => presentation.to_vec(),
        _ => stream,
    }
}

/// `"DC1:" base45(frame)`.
#[must_use]
pub fn text(frame: &[u8]) -> String {
    format!("DC1:{}", base45::encode(frame))
}
