//! zlib (RFC 1950), inflated within a limit; and written without compressing.

use crate::input::Fault;
use alloc::vec::Vec;
use zeroize::Zeroizing;

mod bits;
mod blocks;
mod codes;
mod output;

use bits::Bits;
use blocks::blocks;
use output::Output;

/// RFC 1950 §2.2, CMF: deflate with a window of 32 KiB, the only one that DC1 allows.
pub(crate) const HEADER: u8 = 0x78;

/// Bytes of the header.
const HEADER_LENGTH: usize = 2;

/// RFC 1950 §2.2, FLG bit 5: a preset dictionary follows.
const PRESET_DICTIONARY: u8 = 0x20;

/// RFC 1950 §2.2, FLG: no dictionary, the least effort at compressing, and the check bits that suit.
const NO_COMPRESSION: u8 = 0x01;

/// The most that a stored block holds (RFC 1951 §3.2.4).
const LONGEST_STORED: u16 = u16::MAX;

/// What [`inflate_chunks`] gives at a time.
pub(crate) const CHUNK: usize = 65_536;

/// How far a stream may reach back (RFC 1951 §2).
const HISTORY: usize = 32_768;

/// Room for the output of a small stream, so that it need not grow.
const LEAST_ROOM: usize = 1_024;

/// What the whole of `bytes`, one zlib stream, inflates to: at most `cap` bytes.
///
/// Its checksum holds, which shows that nothing was lost on the way; it shows nothing of who wrote it. Never holds more
/// than `cap` bytes of output, nor more than twice what it wrote or twice the input (or [`LEAST_ROOM`]). A fault also
/// says after how many bytes of the input it was found.
pub(crate) fn inflate_at(bytes: &[u8], cap: usize) -> Result<Zeroizing<Vec<u8>>, (usize, Fault)> {
    let mut output = Output::new(bytes.len().max(LEAST_ROOM), cap);
    stream(bytes, &mut output)?;
    Ok(output.into_bytes())
}

/// The same piece by piece, in room for two and what lies before: `take` gets chunks of [`CHUNK`] bytes, the last
/// shorter and never empty. Answers how many bytes that was.
///
/// Only the answer says that the stream was whole and its checksum right: on a fault, whatever was taken is to be
/// dropped.
pub(crate) fn inflate_chunks(bytes: &[u8], cap: usize, take: &mut dyn FnMut(&[u8])) -> Result<usize, Fault> {
    let mut output = Output::taken(bytes.len().max(LEAST_ROOM), cap, take);
    stream(bytes, &mut output).map_err(|(_, fault)| fault)?;
    Ok(output.finish())
}

/// Header, blocks, checksum, and nothing behind.
fn stream(bytes: &[u8], output: &mut Output<'_>) -> Result<(), (usize, Fault)> {
    header(bytes)?;
    let mut bits = Bits::new(bytes, HEADER_LENGTH);
    match blocks(&mut bits, output).and_then(|()| checksum(&mut bits, output.adler32())) {
        Ok(()) if bits.consumed() < bytes.len() => Err((bits.consumed(), Fault::Trailing)),
        Ok(()) => Ok(()),
        Err(Fault::Truncated) => Err((bytes.len(), Fault::Truncated)),
        Err(fault) => Err((bits.consumed(), fault)),
    }
}

/// Adler-32 of the output behind the last block (RFC 1950 §2.2).
fn checksum(bits: &mut Bits<'_>, output: u32) -> Result<(), Fault> {
    bits.align();
    let said = bits.bytes(size_of::<u32>());
    let said = said.try_into().map(u32::from_be_bytes).map_err(|_| Fault::Truncated)?;
    if said == output { Ok(()) } else { Err(Fault::Stream) }
}

/// A zlib stream that holds `bytes` as they are, in stored blocks (RFC 1951 §3.2.4).
pub(crate) fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Vec::from([HEADER, NO_COMPRESSION]);
    let mut rest = bytes;
    loop {
        let (block, behind) = rest.split_at_checked(LONGEST_STORED.into()).unwrap_or((rest, &[]));
        let length = u16::try_from(block.len()).unwrap_or(LONGEST_STORED);
        stream.push(u8::from(behind.is_empty()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend_from_slice(block);
        if behind.is_empty() {
            break;
        }
        rest = behind;
    }
    stream.extend(adler2::adler32_slice(bytes).to_be_bytes());
    stream
}

/// The two bytes of the header (RFC 1950 §2.2), whose check bits make them a multiple of 31.
fn header(bytes: &[u8]) -> Result<(), (usize, Fault)> {
    match bytes {
        [] => Err((0, Fault::Truncated)),
        [first, ..] if *first != HEADER => Err((0, Fault::Stream)),
        [_] => Err((1, Fault::Truncated)),
        [_, second, ..] if second & PRESET_DICTIONARY != 0 => Err((1, Fault::Stream)),
        [first, second, ..] if u16::from_be_bytes([*first, *second]) % 31 != 0 => Err((HEADER_LENGTH, Fault::Stream)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
