//! Plain codes: the unsigned texts printed on cards, read and compared, never verified.
//!
//! Anybody can print such a code. So what is read here is an [`UnsignedReading`]: it has no verdict and no proof, and
//! nothing in this module leads into a report. Its one use beside typing less is [`UnsignedReading::compare`]: what the
//! print says beside what a proven paper says; where they differ, the e-ID counts (Law 26/2023/QH15 art. 33(2)).
//!
//! | code | form |
//! |---|---|
//! | chip card, front 2021, back 2024 | `number\|earlier number\|name\|birth\|gender\|residence\|issued`, from 2024 more behind it (Circular 16/2024/TT-BCA) |
//! | health insurance card | `number\|name\|birth\|gender\|address\|facility\|from\|to\|…$`, names and addresses as hexadecimal UTF-8 |
//! | machine-readable zone | three lines of thirty characters (ICAO 9303 part 5), as these cards fill it |
//!
//! No authority publishes these forms: they are those that hospital systems read in daily use. Strict where a number, a
//! date or a check digit may tell of damage; beyond that a line end, a byte order mark and spaces around a field are
//! passed over, and nothing else.

use crate::field::Kind;
use crate::language::Text;
use crate::reason::Reason;

mod chip_card;
mod compare;
mod health_card;
mod keyboard;
mod mrz;
mod parts;
mod reading;
#[cfg(test)]
mod tests;

pub use crate::input::Altered;
pub use compare::{Compared, Comparison, Likeness};
pub use keyboard::what_altered;
pub use reading::{Remark, UnsignedReading};

/// Longest text of a plain code, in bytes: the largest honest ones (a health card with two long names in hexadecimal)
/// are below 700.
pub const MAX_PLAIN: usize = 1_024;

/// Which plain code a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlainKind {
    /// The QR of a chip-based identity card, of 2021 or 2024.
    ChipCard,
    /// The QR of a health insurance card on paper.
    HealthCard,
    /// The machine-readable zone of an identity card.
    Mrz,
}

impl PlainKind {
    /// The kind of paper whose print it is.
    #[must_use]
    pub const fn paper(self) -> Kind {
        match self {
            Self::ChipCard | Self::Mrz => Kind::IDENTITY,
            Self::HealthCard => Kind::HEALTH_INSURANCE_CARD,
        }
    }

    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ChipCard => "chip_card",
            Self::HealthCard => "health_card",
            Self::Mrz => "mrz",
        }
    }

    /// It in words.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::ChipCard => Text::new("Mã QR trên thẻ căn cước", "QR of an identity card"),
            Self::HealthCard => Text::new("Mã QR trên thẻ BHYT", "QR of a health insurance card"),
            Self::Mrz => Text::new("Dòng MRZ trên thẻ căn cước", "Machine-readable zone of an identity card"),
        }
    }
}

/// Which plain code this text has the outline of; `None`: none. It may still prove unreadable.
///
/// [`Inspector::inspect`](crate::Inspector::inspect) answers `scan.not_ours` for such a text, whatever it says
/// (`scan.keyboard_altered` if it was altered); a host that also takes plain codes asks here first.
///
/// ```
/// use doichieu::plain::{PlainKind, recognise};
///
/// assert_eq!(recognise("001191034826||Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|01072021"), Some(PlainKind::ChipCard));
/// assert_eq!(recognise("DC1:RRQGBB5Y4"), None);
/// ```
#[must_use]
pub fn recognise(text: &str) -> Option<PlainKind> {
    outline(parts::trimmed(text)?)
}

/// The same of a text without what stands around it: it is taken off once, wherever a text comes in.
fn outline(text: &str) -> Option<PlainKind> {
    if chip_card::has_outline(text) {
        Some(PlainKind::ChipCard)
    } else if health_card::has_outline(text) {
        Some(PlainKind::HealthCard)
    } else if mrz::has_outline(text) {
        Some(PlainKind::Mrz)
    } else {
        None
    }
}

/// Reads a plain code. What comes of it is not proven in any respect.
///
/// ```
/// use doichieu::field::Field;
/// use doichieu::plain;
///
/// let reading = plain::read("001191034826||Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|01072021")?;
/// assert_eq!(reading.reason().code(), "plain.unsigned");
/// assert_eq!(reading.value(Field::GENDER).and_then(|value| value.as_text()), Some("Nữ"));
/// assert_eq!(format!("{reading:?}"), "UnsignedReading { code: ChipCard, .. }");
/// # Ok::<(), plain::Unread>(())
/// ```
///
/// # Errors
/// [`Unread`]: which part, and what is wrong there; never a character of it. It says nothing about anybody.
pub fn read(text: &str) -> Result<UnsignedReading, Unread> {
    if text.len() > MAX_PLAIN {
        return Err(Unread { part: 0, fault: Fault::TooLong });
    }
    // Damage on the way is said first: everything else would be a guess about text that the card does not bear.
    if let Some(altered) = what_altered(text) {
        return Err(Unread { part: 0, fault: Fault::Altered(altered) });
    }
    let text = parts::trimmed(text).unwrap_or_default();
    match outline(text) {
        Some(PlainKind::ChipCard) => chip_card::read(text),
        Some(PlainKind::HealthCard) => health_card::read(text),
        Some(PlainKind::Mrz) => mrz::read(text),
        None => Err(Unread { part: 0, fault: Fault::NotPlain }),
    }
}

/// A text that could not be read as a plain code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Unread {
    /// Which part of it, from 0: a field between bars, or a line of a machine-readable zone.
    pub part: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a part. Never holds a character of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// None of the plain codes.
    NotPlain,
    /// Longer than [`MAX_PLAIN`], or a part longer than its field may be.
    TooLong,
    /// More parts than any such card has.
    Parts,
    /// A number that has not the digits it must have.
    Number,
    /// No date of the calendar, full or partial.
    Date,
    /// Neither of the two genders the cards print.
    Gender,
    /// A name that is not there, or a part with characters it cannot have.
    Text,
    /// Not hexadecimal UTF-8.
    Hex,
    /// A check digit of the machine-readable zone that does not hold.
    CheckDigit,
    /// A line of the machine-readable zone that lacks more than fillers.
    LineShort,
    /// The two copies of the number in the machine-readable zone differ.
    NumbersDiffer,
    /// Scanner, keyboard or code page altered it on its way.
    Altered(Altered),
}

impl Fault {
    /// Its name in JSON and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotPlain => "not_plain",
            Self::TooLong => "too_long",
            Self::Parts => "parts",
            Self::Number => "number",
            Self::Date => "date",
            Self::Gender => "gender",
            Self::Text => "text",
            Self::Hex => "hex",
            Self::CheckDigit => "check_digit",
            Self::LineShort => "line_too_short",
            Self::NumbersDiffer => "numbers_differ",
            Self::Altered(altered) => altered.name(),
        }
    }
}

impl Unread {
    /// `scan.not_ours`, `scan.keyboard_altered` or `scan.unreadable`.
    #[must_use]
    pub const fn reason(self) -> Reason {
        match self.fault {
            Fault::NotPlain => Reason::ScanNotOurs,
            Fault::Altered(_) => Reason::ScanKeyboardAltered,
            _ => Reason::ScanUnreadable,
        }
    }
}

impl core::fmt::Display for Unread {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "not read as a plain code: {} in part {}", self.fault.name(), self.part)
    }
}

impl core::error::Error for Unread {}
