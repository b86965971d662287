//! Several codes in one picture: which of them is meant.

use crate::format::{Kind, kind_of};
use crate::frames::part;
use crate::input::Fault;
use crate::plain;
use crate::scan::{bare, foreign};

/// Which of the codes of one picture, or of one frame of a camera, is meant. The same rule for every host, so that a
/// bank's code beside the phone never stands in for the phone's, and of two phones none is taken for the other.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found<'a> {
    /// No code at all.
    Nothing,
    /// One code of ours, however often it was seen: inspect it.
    Ours(&'a str),
    /// Parts of one animated code, this and perhaps more: give all texts to [`Frames`](crate::Frames).
    Parts(&'a str),
    /// Two or more different codes of ours, or of cards. None of them is taken:
    /// [`Reason::ScanSeveralCodes`](crate::reason::Reason::ScanSeveralCodes).
    Several,
    /// No code of ours, and an unsigned code of a card: [`plain::read`] reads it.
    Plain(&'a str),
    /// Codes of another kind only. Inspected, this one is told as what it is: `scan.another_app` before
    /// `scan.not_ours`.
    Foreign(&'a str),
}

/// Which code of a picture is meant. Texts are untrusted; what stands around each is passed over.
///
/// ```
/// use doichieu::{Found, pick};
///
/// assert_eq!(pick(["https://bank.example/pay", "DC1:6BF"]), Found::Ours("DC1:6BF"));
/// assert_eq!(pick(["DC1:6BF", "DC1:6BF"]), Found::Ours("DC1:6BF"));
/// assert_eq!(pick(["DC1:6BF", "DC1:NCF"]), Found::Several);
/// assert_eq!(pick(["https://bank.example/pay"]), Found::Foreign("https://bank.example/pay"));
/// ```
pub fn pick<'a>(texts: impl IntoIterator<Item = &'a str>) -> Found<'a> {
    let mut found = Found::Nothing;
    for text in texts {
        found = found.or(of_one(text));
    }
    found
}

fn of_one(text: &str) -> Found<'_> {
    match kind_of(text) {
        Kind::Whole | Kind::Altered => Found::Ours(text),
        Kind::Part => Found::Parts(text),
        Kind::Other if plain::recognise(text).is_some() || plain::what_altered(text).is_some() => Found::Plain(text),
        Kind::Other => Found::Foreign(text),
    }
}

impl core::fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing",
            Self::Ours(_) => "Ours(..)",
            Self::Parts(_) => "Parts(..)",
            Self::Several => "Several",
            Self::Plain(_) => "Plain(..)",
            Self::Foreign(_) => "Foreign(..)",
        })
    }
}

impl Found<'_> {
    /// This and one more.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Several, _) | (_, Self::Several) => Self::Several,
            (Self::Ours(one), Self::Ours(two)) if bare(one) == bare(two) => self,
            // A code that stands still beside an animated one is another phone's.
            (Self::Ours(_) | Self::Parts(_), Self::Ours(_)) | (Self::Ours(_), Self::Parts(_)) => Self::Several,
            (Self::Parts(one), Self::Parts(two)) if part::differ(one, two) => Self::Several,
            (Self::Plain(one), Self::Plain(two)) if bare(one) != bare(two) => Self::Several,
            _ if other.rank() > self.rank() => other,
            _ => self,
        }
    }

    fn rank(self) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Foreign(text) if foreign(text).fault == Fault::NotOurs => 1,
            Self::Foreign(_) => 2,
            Self::Plain(_) => 3,
            Self::Ours(_) | Self::Parts(_) | Self::Several => 4,
        }
    }
}
