//! base45 (RFC 9285), decoded strictly: what is accepted is the one spelling of its bytes.

use crate::input::{Fault, Layer, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// RFC 9285 table 1: the 45 characters of a QR code's alphanumeric mode, in the order of their values.
const ALPHABET: [u8; 45] = *b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The value of what is not in the alphabet. Whatever is added, it stays above what two bytes hold and within 32 bits,
/// so that one comparison finds both a foreign character and an overflow.
const FOREIGN: u32 = 1 << 20;

/// Value of every byte as the first, the second and the third of a group (RFC 9285 §4).
static VALUES: [[u32; 256]; 3] = [values(1), values(45), values(45 * 45)];

#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "in a constant these do not compile"
)]
const fn values(weight: u32) -> [u32; 256] {
    let mut values = [FOREIGN; 256];
    let (mut index, mut value) = (0, 0);
    while index < ALPHABET.len() {
        values[ALPHABET[index] as usize] = value * weight;
        index += 1;
        value += 1;
    }
    values
}

/// The bytes that `text` spells.
///
/// Refuses characters outside the upper-case alphabet, a last group of one character and groups above their highest
/// value. The offset of a fault counts characters of `text`: of the character itself, or of the first one of its group.
pub(crate) fn decode(text: &str) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let (threes, rest) = text.as_bytes().as_chunks::<3>();
    let length = threes.len().saturating_mul(2).saturating_add(rest.len() / 2);
    let mut bytes = Zeroizing::new(Vec::with_capacity(length));
    bytes.resize(length, 0);
    let (pairs, last) = bytes.as_chunks_mut::<2>();
    for (index, (three, pair)) in threes.iter().zip(pairs).enumerate() {
        let decoded = u16::try_from(number(three)).map_err(|_| fault(three, index.saturating_mul(3)))?;
        *pair = decoded.to_be_bytes();
    }
    let at = text.len().saturating_sub(rest.len());
    match (rest, last) {
        ([], _) => {}
        ([_, _], [byte]) => *byte = u8::try_from(number(rest)).map_err(|_| fault(rest, at))?,
        _ => return Err(fault(rest, at)),
    }
    Ok(bytes)
}

/// The number that up to three characters spell, the least significant one first; above any allowed one if one is
/// foreign.
fn number(group: &[u8]) -> u32 {
    let places = VALUES.iter().zip(group);
    places.fold(0, |number, (values, character)| number.wrapping_add(value(values, *character)))
}

fn value(values: &[u32; 256], character: u8) -> u32 {
    values.get(usize::from(character)).copied().unwrap_or(FOREIGN)
}

/// Why the group that begins at `at` was refused. All before it was in the alphabet, so that bytes count characters.
fn fault(group: &[u8], at: usize) -> Unreadable {
    let [values, ..] = &VALUES;
    let foreign = group.iter().position(|character| value(values, *character) == FOREIGN);
    let (within, fault) = match (foreign, group.len()) {
        (Some(within), _) => (within, Fault::Character),
        (None, 1) => (0, Fault::Length),
        (None, _) => (0, Fault::Overflow),
    };
    Unreadable::new(Layer::Base45, at.saturating_add(within), fault)
}

/// Spells `bytes`, onto the end of `to`.
pub(crate) fn encode(bytes: &[u8], to: &mut String) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    for pair in pairs {
        spell(u32::from(u16::from_be_bytes(*pair)), 3, to);
    }
    for byte in rest {
        spell(u32::from(*byte), 2, to);
    }
}

/// Least significant first (RFC 9285 §4).
fn spell(mut value: u32, characters: usize, to: &mut String) {
    for _ in 0..characters {
        let digit = usize::try_from(value % 45).unwrap_or_default();
        to.push(ALPHABET.get(digit).copied().map_or('0', char::from));
        value /= 45;
    }
}

#[cfg(test)]
mod tests;
