//! Why a report cannot be computed again.

use crate::input::{Fault, Layer, Unreadable};
use crate::language::{Language, Text};

/// Why a report cannot be computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecomputeError {
    /// The kept frame is not a document.
    Frame(Unreadable),
    /// The kept extract is not one.
    Extract,
}

impl RecomputeError {
    /// Every reason once; one that says more does so with an example.
    pub const ALL: &'static [Self] =
        &[Self::Frame(Unreadable { layer: Layer::Cbor, at: 0, fault: Fault::Truncated }), Self::Extract];

    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Frame(_) => "recompute.frame_unreadable",
            Self::Extract => "recompute.extract_malformed",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Frame(_) => Text::new(
                "Bản giữ lại của mã không đọc được. Lấy đúng tệp đã giữ khi kiểm tra.",
                "The kept frame is not a document. Take the file kept at the inspection.",
            ),
            Self::Extract => Text::new(
                "Phần trích bộ nhớ của báo cáo không đọc được. Lấy đúng tệp đã giữ khi kiểm tra.",
                "The kept extract is not a memory extract of a report. Take the file kept at the inspection.",
            ),
        }
    }
}

impl core::fmt::Display for RecomputeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            // As an `Unreadable` prints itself, with layer and offset, for whoever reads the log.
            Self::Frame(unreadable) => write!(f, "{unreadable} ({})", self.code()),
            Self::Extract => write!(f, "{} ({})", self.text().of(Language::En), self.code()),
        }
    }
}

impl core::error::Error for RecomputeError {}
