//! Two digits on a screen, to be found again on another: which of several asks, or of several posts, is meant.

use sha2::{Digest, Sha256};

/// Two digits, 00 to 99. Whoever has what they are derived from can compute them: they are no secret and prove nothing
/// to a machine. They make a person look at the screen in front of him (docs/dc1.md §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digits(u8);

/// How many of them there are.
const DIGITS: u8 = 100;

impl Digits {
    /// Two digits by their number; `None` from 100 on.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number < DIGITS { Some(Self(number)) } else { None }
    }

    /// Two digits as they are written: exactly two of `0` to `9`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let written = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| written).and_then(Self::new)
    }

    /// Their number, 0 to 99.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// SHA-256 over a label and bytes, as one big-endian number, modulo 100. Every two digits come as often as any
    /// others, to within 2^-249.
    pub(crate) fn of(label: &str, bytes: &[u8]) -> Self {
        Self(Draw::of(label, [bytes]).below(DIGITS))
    }

    /// These and two others, in an order that the draw decides. Of the three no two share a digit in the same place, so
    /// that none is taken for another by a glance at half of it; and any of them could as well be the true one.
    pub(super) fn among_others(self, mut draw: Draw) -> [Self; 3] {
        let (tens, units) = (self.0 / 10, self.0 % 10);
        let first = (but(&[tens], draw.below(9)), but(&[units], draw.below(9)));
        let second = (but(&[tens, first.0], draw.below(8)), but(&[units, first.1], draw.below(8)));
        let [first, second] = [first, second].map(|(tens, units)| Self(tens.saturating_mul(10).saturating_add(units)));
        match draw.below(3) {
            0 => [self, first, second],
            1 => [first, self, second],
            _ => [first, second, self],
        }
    }
}

/// The nth of the digits 0 to 9 that are not among those taken.
fn but(taken: &[u8], nth: u8) -> u8 {
    (0..10).filter(|digit| !taken.contains(digit)).nth(usize::from(nth)).unwrap_or_default()
}

/// Written with two digits, so with a leading zero below ten.
impl core::fmt::Display for Digits {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// Numbers below small bounds out of one hash: it is divided by each bound in turn, and the remainders are uniform and
/// independent as long as the product of the bounds is small beside 2^256.
pub(super) struct Draw([u8; 32]);

impl Draw {
    /// SHA-256 over a label and parts.
    pub(super) fn of<'b>(label: &str, parts: impl IntoIterator<Item = &'b [u8]>) -> Self {
        let begun = Sha256::new_with_prefix(label);
        Self(parts.into_iter().fold(begun, |hash, part| hash.chain_update(part)).finalize().into())
    }

    /// The remainder by a bound above 0; what is left is the quotient.
    fn below(&mut self, bound: u8) -> u8 {
        let bound = u16::from(bound);
        let mut rest = 0_u16;
        for byte in &mut self.0 {
            let here = rest.saturating_mul(256).saturating_add(u16::from(*byte));
            *byte = here.checked_div(bound).and_then(|part| u8::try_from(part).ok()).unwrap_or_default();
            rest = here.checked_rem(bound).unwrap_or_default();
        }
        u8::try_from(rest).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
