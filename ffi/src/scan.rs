//! What was scanned or received, and which of several codes is meant.

use crate::finding::Text;
use doichieu::{Found, ScannedText, VehicleKind, What};
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// Something scanned or received, as it came: untrusted in every respect.
#[derive(uniffi::Object)]
pub struct Scan(Arrived);

enum Arrived {
    Text(Zeroizing<String>),
    Frame(Zeroizing<Vec<u8>>),
    Sealed(Zeroizing<Vec<u8>>),
}

#[uniffi::export]
impl Scan {
    /// The text of a QR code as the reader of the code gave it. What scanners put around one is taken off; nothing within
    /// it is touched: do not trim, upper-case or decode it.
    #[uniffi::constructor]
    pub fn qr(text: String) -> Arc<Self> {
        Arc::new(Self(Arrived::Text(Zeroizing::new(text))))
    }

    /// The bytes of a frame, as an app link or a radio hands them over.
    #[uniffi::constructor]
    pub fn frame(bytes: Vec<u8>) -> Arc<Self> {
        Arc::new(Self(Arrived::Frame(Zeroizing::new(bytes))))
    }

    /// The bytes of a sealed answer.
    #[uniffi::constructor]
    pub fn sealed(bytes: Vec<u8>) -> Arc<Self> {
        Arc::new(Self(Arrived::Sealed(Zeroizing::new(bytes))))
    }
}

impl Scan {
    pub(crate) fn borrowed(&self) -> doichieu::Scan<'_> {
        match &self.0 {
            Arrived::Text(text) => doichieu::Scan::qr(text),
            Arrived::Frame(bytes) => doichieu::Scan::frame(bytes),
            Arrived::Sealed(bytes) => doichieu::Scan::sealed(bytes),
        }
    }
}

impl core::fmt::Debug for Scan {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Scan(..)")
    }
}

/// Collects the parts of animated codes, in any order, with losses and repeats.
#[derive(Debug, uniffi::Object)]
pub struct Frames(Mutex<doichieu::Frames>);

/// Where a collection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Progress {
    /// Seen before, or nothing new.
    Still,
    /// No part of an animated code of ours.
    Ignored,
    /// Different parts seen, of how many.
    Collected {
        /// Seen.
        have: u32,
        /// In all.
        of: u32,
    },
    /// All parts are there and do not fit together: it starts again.
    Mismatched,
    /// Whole: [`Frames::scan`].
    Complete,
}

#[uniffi::export]
impl Frames {
    /// None yet.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(doichieu::Frames::new())))
    }

    /// The text of one code; repeats are harmless.
    pub fn push(&self, text: String) -> Progress {
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        match self.lock().push(&Zeroizing::new(text)) {
            doichieu::Progress::Collected { have, of } => Progress::Collected { have: count(have), of: count(of) },
            doichieu::Progress::Complete(_) => Progress::Complete,
            doichieu::Progress::Ignored(_) => Progress::Ignored,
            doichieu::Progress::Mismatched { .. } => Progress::Mismatched,
            _ => Progress::Still,
        }
    }

    /// The showing or sealed answer, once whole.
    pub fn scan(&self) -> Option<Arc<Scan>> {
        let frames = self.lock();
        let (what, bytes) = frames.complete()?;
        let bytes = bytes.to_vec();
        match what {
            What::Showing => Some(Scan::frame(bytes)),
            What::SealedAnswer => Some(Scan::sealed(bytes)),
            _ => None,
        }
    }

    /// Drops what is complete, because it was not proven, and goes on with the others.
    pub fn reject(&self) {
        self.lock().reject();
    }
}

impl Frames {
    fn lock(&self) -> std::sync::MutexGuard<'_, doichieu::Frames> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which of the codes of one picture is meant. `text` is one of those that were passed, as it was passed.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
#[uniffi::export(Debug, Display)]
#[non_exhaustive]
pub enum Picked {
    /// No code at all.
    Nothing,
    /// One code of ours: inspect it.
    Ours {
        /// The code.
        text: String,
    },
    /// Parts of one animated code: give all texts to [`Frames`].
    Parts,
    /// Two or more different codes: take none.
    Several,
    /// An unsigned code of a card, which proves nothing.
    Plain {
        /// The code.
        text: String,
    },
    /// Another kind of code: inspected, it is told as what it is.
    Foreign {
        /// The code.
        text: String,
    },
}

crate::closed!(Picked);

/// Which of the codes of one picture is meant: the same rule in every host. Nothing is read or judged by it.
#[uniffi::export]
pub fn pick(texts: Vec<String>) -> Picked {
    let texts: Vec<_> = texts.into_iter().map(Zeroizing::new).collect();
    match doichieu::pick(texts.iter().map(|text| text.as_str())) {
        Found::Ours(text) => Picked::Ours { text: text.to_owned() },
        Found::Parts(_) => Picked::Parts,
        Found::Several => Picked::Several,
        Found::Plain(text) => Picked::Plain { text: text.to_owned() },
        Found::Foreign(text) => Picked::Foreign { text: text.to_owned() },
        _ => Picked::Nothing,
    }
}

/// The text of bytes that a scanner wrote: UTF-16 as Windows writes it, else UTF-8; what is neither is told as altered.
#[uniffi::export]
pub fn scanned_text(bytes: Vec<u8>) -> String {
    ScannedText::of(&Zeroizing::new(bytes)).as_str().to_owned()
}

/// The kinds of vehicle that an officer picks from, by name, in words.
#[uniffi::export]
pub fn vehicle_kinds() -> Vec<Named> {
    VehicleKind::ALL.iter().map(|of| Named { name: of.name().to_owned(), text: Text::of(of.text()) }).collect()
}

/// Every question that may be asked of a licence, by name, in the words that the citizen reads, too.
#[uniffi::export]
pub fn questions() -> Vec<Named> {
    doichieu::Question::all().map(|of| Named { name: of.name().to_owned(), text: Text::of(of.text()) }).collect()
}

/// The article behind a rule's id: as cited in English and in Vietnamese.
#[uniffi::export]
pub fn citation(rule: String) -> Option<Text> {
    let en = doichieu::citation(&rule)?;
    Some(Text { vi: doichieu::citation_vi(en).unwrap_or(en).to_owned(), en: en.to_owned() })
}

/// An entry of a registry, in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Named {
    /// As programs write it.
    pub name: String,
    /// As people read it.
    pub text: Text,
}
