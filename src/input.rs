//! Limits on untrusted input, each with its origin, and the one error for what is not a document.

use crate::reason::Reason;
use core::cell::Cell;

/// QR version 40, level L, alphanumeric mode (ISO/IEC 18004 table 7).
pub const MAX_TEXT: usize = 4_296;
/// Two zlib windows (RFC 1951 §2); the largest honest frame is under 8 KiB.
pub const MAX_FRAME: usize = 65_536;
/// Arrays, maps and tags, through embedded byte strings (docs/dc1.md §1).
pub const MAX_DEPTH: usize = 16;
/// Items of one token (docs/dc1.md §1).
pub const MAX_TOKEN_ITEMS: usize = 512;
/// Items of one scan: an honest four-token set with redactions needs 532 (docs/dc1.md §1).
pub const MAX_SCAN_ITEMS: usize = 2_048;
/// Tokens of one scan: one per paper (docs/dc1.md §2).
pub const MAX_TOKENS: usize = 4;
/// The encapsulated key before the ciphertext of a sealed answer, in bytes (RFC 9180 §7.1).
pub(crate) const ENCAPSULATED: usize = 32;
/// Codes of one animation: at five pictures a second a loop of it takes about three seconds (docs/dc1.md §7).
pub const MAX_PARTS: usize = 16;
/// What an animation carries at most, in bytes: [`MAX_PARTS`] codes of [`MAX_TEXT`] characters, which hold 2,860 bytes
/// after the prefix, 15 of them the heads and numbers around the chunk.
pub const MAX_ANIMATED: usize = 16 * (2_860 - 15);
/// Animations collected side by side (docs/dc1.md §7).
pub const MAX_CANDIDATES: usize = 4;

/// The highest whole number that JSON carries exactly (RFC 8785 §3.2.2.3): numbers that stand in reports are no higher.
pub const HIGHEST_EXACT: u64 = (1 << 53) - 1;

/// Where reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layer {
    /// The text of the code: its length and prefix.
    Text,
    /// base45 (RFC 9285).
    Base45,
    /// The parts of an animated code (docs/dc1.md §7).
    Frames,
    /// zlib (RFC 1950).
    Zlib,
    /// CBOR (RFC 8949), strict.
    Cbor,
    /// COSE_Sign1 envelopes and their headers (RFC 9052).
    Cose,
}

impl Layer {
    /// Its name in logs and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Base45 => "base45",
            Self::Frames => "frames",
            Self::Zlib => "zlib",
            Self::Cbor => "cbor",
            Self::Cose => "cose",
        }
    }
}

/// What altered a code on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Altered {
    /// Caps Lock: every letter in the other case.
    CapsLock,
    /// A Vietnamese input method (Telex, VNI): letters put together, and some swallowed.
    InputMethod,
    /// Another layout than the scanner was set to: Windows' own Vietnamese one, AZERTY, QWERTZ.
    Layout,
    /// Another code page than the text was written in: UTF-8 read as Windows-1252, TCVN3, VNI, question marks in place
    /// of letters.
    CodePage,
    /// Letters that the scanner could not type are missing, as where it types them by Alt and the number pad.
    LettersLost,
}

impl Altered {
    /// Its name in JSON and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CapsLock => "caps_lock",
            Self::InputMethod => "input_method",
            Self::Layout => "layout",
            Self::CodePage => "code_page",
            Self::LettersLost => "letters_lost",
        }
    }
}

/// What was wrong there. Never holds a byte of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// Not a code of this kind: the prefix is another, and it is one that everybody knows (a link, a payment, an
    /// article number, …).
    NotOurs,
    /// Not a code of this kind, and nothing tells of which: another application's, VNeID's perhaps.
    AnotherApp,
    /// A code of this kind, altered on its way.
    Altered(Altered),
    /// A character outside the alphabet.
    Character,
    /// A length the encoding cannot have.
    Length,
    /// A group above its highest value.
    Overflow,
    /// More than a limit of [`input`](crate::input) allows.
    TooLarge,
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// Ended before it was complete.
    Truncated,
    /// Something left over after the end.
    Trailing,
    /// A stream that does not inflate, or whose checksum is wrong.
    Stream,
    /// An indefinite length.
    Indefinite,
    /// A head longer than needed.
    NotShortest,
    /// Map keys out of order.
    Unsorted,
    /// A map key twice.
    Duplicate,
    /// Not UTF-8.
    Utf8,
    /// A float, a reserved or an unassigned simple value.
    Simple,
    /// A tag the profile does not allow.
    Tag,
    /// Another type than the profile asks for here.
    Type,
    /// The right type with a value the profile does not allow here.
    Value,
    /// A member that must be there is not.
    Missing,
    /// A member the profile does not know here.
    Unexpected,
}

/// Not a document: scan again. Carries a layer and a position for the log, never content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Unreadable {
    /// The layer that could not be read.
    pub layer: Layer,
    /// Offset within that layer: characters for text and base45, bytes elsewhere.
    pub at: usize,
    /// What was wrong there.
    pub fault: Fault,
}

impl Unreadable {
    /// A fault at a place.
    pub(crate) const fn new(layer: Layer, at: usize, fault: Fault) -> Self {
        Self { layer, at, fault }
    }

    /// `scan.not_ours` or `scan.another_app` for a code of another kind, `scan.keyboard_altered` for one that scanner
    /// or keyboard altered, `scan.unreadable` otherwise.
    #[must_use]
    pub const fn reason(self) -> Reason {
        match self.fault {
            Fault::NotOurs => Reason::ScanNotOurs,
            Fault::AnotherApp => Reason::ScanAnotherApp,
            Fault::Altered(_) => Reason::ScanKeyboardAltered,
            _ => Reason::ScanUnreadable,
        }
    }
}

impl core::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "not a document: {:?} in the {} layer at {}", self.fault, self.layer.name(), self.at)
    }
}

impl core::error::Error for Unreadable {}

/// Where and why a reader stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Halt {
    pub(crate) fault: Fault,
    pub(crate) at: usize,
}

impl From<Halt> for Unreadable {
    fn from(Halt { fault, at }: Halt) -> Self {
        // A well-formed item of the wrong shape is the envelope's fault, not CBOR's.
        let layer = match fault {
            Fault::Type | Fault::Value | Fault::Missing | Fault::Unexpected | Fault::Tag => Layer::Cose,
            _ => Layer::Cbor,
        };
        Self::new(layer, at, fault)
    }
}

/// What one scan may still spend. Every layer draws on the same one, so nesting cannot buy more.
#[derive(Debug)]
pub(crate) struct Budget {
    /// What the token whose turn it is may spend: taken out of the other two, and what is left of it goes back.
    now: Cell<usize>,
    all: Cell<usize>,
    tokens: [Cell<usize>; MAX_TOKENS],
    turn: Cell<usize>,
    halt: Cell<Halt>,
}

impl Budget {
    /// A budget of its own for one object: `items` in all.
    pub(crate) fn items(items: usize) -> Self {
        Self::shared(items, items)
    }

    /// A full budget for one scan.
    pub(crate) fn scan() -> Self {
        Self::shared(MAX_SCAN_ITEMS, MAX_TOKEN_ITEMS)
    }

    fn shared(all: usize, each: usize) -> Self {
        let tokens = [Cell::new(each), Cell::new(each), Cell::new(each), Cell::new(each)];
        let halt = Cell::new(Halt { fault: Fault::Truncated, at: 0 });
        let budget = Self { now: Cell::new(0), all: Cell::new(all), tokens, turn: Cell::new(0), halt };
        budget.turn_to(0);
        budget
    }

    /// From here on the token at `index` spends. One that cannot be has nothing to spend.
    pub(crate) fn turn_to(&self, index: usize) {
        let left = self.now.take();
        self.all.set(self.all.get().saturating_add(left));
        if let Some(token) = self.tokens.get(self.turn.replace(index)) {
            token.set(token.get().saturating_add(left));
        }
        if let Some(token) = self.tokens.get(index) {
            let now = self.all.get().min(token.get());
            self.all.set(self.all.get().saturating_sub(now));
            token.set(token.get().saturating_sub(now));
            self.now.set(now);
        }
    }

    /// Where and why the reader stopped that was the last to answer an error.
    pub(crate) fn halt(&self) -> Halt {
        self.halt.get()
    }

    /// A reader stops.
    pub(crate) fn set_halt(&self, halt: Halt) {
        self.halt.set(halt);
    }

    /// What is left of the turn.
    pub(crate) fn left(&self) -> usize {
        self.now.get()
    }

    /// Spends once more what was spent since `before` was left, if there is as much.
    pub(crate) fn spend_twice(&self, before: usize) -> bool {
        let left = self.now.get();
        let twice = left.checked_sub(before.saturating_sub(left));
        self.now.set(twice.unwrap_or(left));
        twice.is_some()
    }

    /// Takes back what was spent since `before` was left.
    pub(crate) fn restore(&self, before: usize) {
        self.now.set(before);
    }

    /// Whether there is something left of the turn.
    #[inline(always)]
    pub(crate) fn has_some(&self) -> bool {
        self.now.get() > 0
    }

    /// Spends one CBOR item, if there is one left.
    #[inline]
    pub(crate) fn spend(&self) -> bool {
        let left = self.now.get().checked_sub(1);
        self.now.set(left.unwrap_or_default());
        left.is_some()
    }
}
