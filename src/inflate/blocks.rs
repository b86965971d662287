//! The blocks of a stream (RFC 1951 §3.2).

use super::bits::Bits;
use super::codes::Codes;
use super::output::Output;
use crate::input::Fault;

/// Literals and lengths of at most 9 bits are looked up at once, distances and lengths of codes of at most 7.
type Literals = Codes<512, 288>;
type Distances = Codes<128, 32>;

/// Least length and further bits of the symbols from 257 on (RFC 1951 §3.2.5).
const LENGTHS: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// Least distance and further bits (RFC 1951 §3.2.5).
const DISTANCES: [(u16, u8); 30] = [
    (1, 0),
    (2, 0),
    (3, 0),
    (4, 0),
    (5, 1),
    (7, 1),
    (9, 2),
    (13, 2),
    (17, 3),
    (25, 3),
    (33, 4),
    (49, 4),
    (65, 5),
    (97, 5),
    (129, 6),
    (193, 6),
    (257, 7),
    (385, 7),
    (513, 8),
    (769, 8),
    (1025, 9),
    (1537, 9),
    (2049, 10),
    (3073, 10),
    (4097, 11),
    (6145, 11),
    (8193, 12),
    (12289, 12),
    (16385, 13),
    (24577, 13),
];

/// The order in which the lengths of the codes for lengths come (RFC 1951 §3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// The end of a block.
const END: usize = 256;

/// Reads blocks up to the one that says it is the last.
pub(super) fn blocks(bits: &mut Bits<'_>, output: &mut Output<'_>) -> Result<(), Fault> {
    loop {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(bits, output)?,
            kind @ 1..=2 => {
                let (mut literals, mut distances) = (Literals::none(), Distances::none());
                if kind == 1 {
                    fixed(&mut literals, &mut distances)?;
                } else {
                    dynamic(bits, &mut literals, &mut distances)?;
                }
                compressed(bits, output, &literals, &distances)?;
            }
            _ => return Err(Fault::Stream),
        }
        if last {
            return Ok(());
        }
    }
}

/// A length, its complement, and so many bytes as they are.
fn stored(bits: &mut Bits<'_>, output: &mut Output<'_>) -> Result<(), Fault> {
    bits.align();
    let (length, complement) = (bits.take(16)?, bits.take(16)?);
    if length ^ complement != 0xffff {
        return Err(Fault::Stream);
    }
    bits.align();
    let fits = length.min(output.left());
    let bytes = bits.bytes(fits);
    output.append(bytes)?;
    if bytes.len() < fits {
        return Err(Fault::Truncated);
    }
    if fits < length { Err(Fault::TooLarge) } else { Ok(()) }
}

fn compressed(
    bits: &mut Bits<'_>,
    output: &mut Output<'_>,
    literals: &Literals,
    distances: &Distances,
) -> Result<(), Fault> {
    // A copy, which the compiler need not keep in memory.
    let mut local = *bits;
    let read = loop {
        match symbol(&mut local, output, literals, distances) {
            Ok(false) => {}
            Ok(true) => break Ok(()),
            Err(fault) => break Err(fault),
        }
    };
    *bits = local;
    read
}

/// Reads and writes what one symbol stands for. Answers whether it is the end.
#[inline(always)]
fn symbol(
    bits: &mut Bits<'_>,
    output: &mut Output<'_>,
    literals: &Literals,
    distances: &Distances,
) -> Result<bool, Fault> {
    bits.hold_a_symbol();
    let symbol = literals.read(bits)?;
    if let Ok(byte) = u8::try_from(symbol) {
        output.push(byte)?;
        return Ok(false);
    }
    let Some(length) = symbol.checked_sub(END.wrapping_add(1)) else { return Ok(true) };
    // The further bits of a length, a distance and its further bits are 33.
    bits.refill();
    let length = with_further(bits, LENGTHS.get(length))?;
    let distance = distances.read(bits)?;
    let distance = with_further(bits, DISTANCES.get(distance))?;
    output.repeat(distance, length)?;
    Ok(false)
}

fn with_further(bits: &mut Bits<'_>, row: Option<&(u16, u8)>) -> Result<usize, Fault> {
    let (least, further) = row.ok_or(Fault::Stream)?;
    Ok(usize::from(*least).saturating_add(bits.take_held(u32::from(*further))?))
}

/// The codes that need not be sent (RFC 1951 §3.2.6).
fn fixed(literals: &mut Literals, distances: &mut Distances) -> Result<(), Fault> {
    let mut lengths = [8; 288];
    for (place, length) in lengths.iter_mut().enumerate() {
        *length = match place {
            144..256 => 9,
            256..280 => 7,
            _ => 8,
        };
    }
    literals.take(&lengths, false)?;
    distances.take(&[5; 32], false)
}

/// Codes sent before the block, their lengths in codes of their own (RFC 1951 §3.2.7).
fn dynamic(bits: &mut Bits<'_>, literals: &mut Literals, distances: &mut Distances) -> Result<(), Fault> {
    let of_literals = bits.take(5)?.saturating_add(257);
    let of_distances = bits.take(5)?.saturating_add(1);
    let of_lengths = bits.take(4)?.saturating_add(4);
    // 286 and 30 are as many as mean anything.
    if of_literals > 286 || of_distances > 30 {
        return Err(Fault::Stream);
    }
    let mut lengths = [0; ORDER.len()];
    for symbol in ORDER.iter().take(of_lengths) {
        let length = u8::try_from(bits.take(3)?).unwrap_or_default();
        lengths.get_mut(*symbol).into_iter().for_each(|of| *of = length);
    }
    let mut codes = Distances::none();
    codes.take(&lengths, false)?;
    let mut lengths = [0; 286 + 30];
    let lengths = lengths.get_mut(..of_literals.saturating_add(of_distances)).ok_or(Fault::Stream)?;
    let mut local = *bits;
    let read = read_lengths(&mut local, &codes, lengths);
    *bits = local;
    read?;
    let (of_literals, of_distances) = lengths.split_at_checked(of_literals).ok_or(Fault::Stream)?;
    literals.take(of_literals, true)?;
    distances.take(of_distances, true)
}

/// Lengths of codes, some of them said to repeat: exactly as many as there is room for.
fn read_lengths(bits: &mut Bits<'_>, codes: &Distances, lengths: &mut [u8]) -> Result<(), Fault> {
    let (mut at, mut before) = (0_usize, None);
    while let Some(next) = lengths.get_mut(at) {
        bits.hold_a_symbol();
        let symbol = codes.read(bits)?;
        if symbol < 16 {
            *next = u8::try_from(symbol).unwrap_or_default();
            before = Some(*next);
            at = at.wrapping_add(1);
            continue;
        }
        bits.refill();
        let (length, times) = match symbol {
            16 => (before.ok_or(Fault::Stream)?, bits.take_held(2)?.saturating_add(3)),
            17 => (0, bits.take_held(3)?.saturating_add(3)),
            _ => (0, bits.take_held(7)?.saturating_add(11)),
        };
        let end = at.saturating_add(times);
        lengths.get_mut(at..end).ok_or(Fault::Stream)?.fill(length);
        (at, before) = (end, Some(length));
    }
    Ok(())
}
