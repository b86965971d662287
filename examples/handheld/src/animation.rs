//! Bytes too long for one code, as pictures to be shown in a loop.

use crate::failure::Failure;
use crate::{files, progress, qr};
use doichieu::input::{MAX_ANIMATED, MAX_PARTS};
use doichieu_kit::animated;
use std::path::Path;

/// Bytes of one part: about nine hundred characters, which any camera reads from a screen.
const COMFORTABLE: usize = 600;

/// The texts of the codes that carry these bytes; `None` if no animation does.
pub(crate) fn texts(bytes: &[u8], what: u64) -> Option<Vec<String>> {
    if bytes.is_empty() || bytes.len() > MAX_ANIMATED {
        return None;
    }
    // As few as there must be, and never one alone: that would be no animation.
    let chunk = bytes.len().div_ceil(MAX_PARTS).max(COMFORTABLE).min(bytes.len().div_ceil(2));
    Some(animated::animate(bytes, what, chunk))
}

/// Writes them as 01.png, 02.png, … into a folder.
pub(crate) fn write(folder: &Path, texts: &[String]) -> Result<(), Failure> {
    files::make_folder(folder)?;
    let bar = progress::bar(texts.len());
    for (number, text) in (1..).zip(texts) {
        files::write(&folder.join(format!("{number:02}.png")), &qr::png(text)?)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use doichieu::{Frames, Progress, What};

    #[test]
    fn every_length_that_fits_comes_together_again() {
        for length in [2, 3, 601, 1201, 9_601, 20_000, MAX_ANIMATED] {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
            let texts = texts(&bytes, animated::BUNDLE).unwrap();
            assert!((2..=MAX_PARTS).contains(&texts.len()), "{length}");
            let mut frames = Frames::new();
            let last = texts.iter().map(|text| frames.push(text)).last();
            assert_eq!(last, Some(Progress::Complete(What::Bundle)), "{length}");
            assert_eq!(frames.complete().unwrap().1, bytes);
        }
        assert!(texts(&vec![1; MAX_ANIMATED + 1], animated::BUNDLE).is_none());
    }
}
