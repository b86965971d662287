//! zlib (RFC 1950), inflated within a limit.

use crate::input::Fault;
use alloc::vec;
use alloc::vec::Vec;
use miniz_oxide::inflate::TINFLStatus as Status;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use zeroize::Zeroizing;

mod bits;
mod codes;
mod output;
mod whole;

use bits::Bits;
use output::Output;
use whole::blocks;

/// RFC 1950 §2.2, CMF: deflate with a window of 32 KiB, the only one that DC1 allows.
pub(crate) const HEADER: u8 = 0x78;

/// Bytes of the header.
const HEADER_LENGTH: usize = 2;

/// RFC 1950 §2.2, FLG bit 5: a preset dictionary follows.
const PRESET_DICTIONARY: u8 = 0x20;

/// The output is one buffer that grows, and all input there is has been given.
const FLAGS: u32 = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32 | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;

/// What [`inflate_chunks`] gives at a time.
pub(crate) const CHUNK: usize = 65_536;

/// How far a stream may reach back (RFC 1951 §2).
const HISTORY: usize = 32_768;

/// Room for the output of a small stream, so that it need not grow.
const LEAST_ROOM: usize = 1_024;

/// What the whole of `bytes`, one zlib stream, inflates to: at most `cap` bytes.
///
/// Its checksum holds, which shows that nothing was lost on the way; it shows nothing of who wrote it.
/// Never holds more than `cap` bytes of output, nor more than twice what it wrote or twice the input (or [`LEAST_ROOM`]).
/// A fault also says after how many bytes of the input it was found.
pub(crate) fn inflate_at(bytes: &[u8], cap: usize) -> Result<Zeroizing<Vec<u8>>, (usize, Fault)> {
    header(bytes)?;
    let mut bits = Bits::new(bytes, HEADER_LENGTH);
    let mut output = Output::new(bytes.len().max(LEAST_ROOM), cap);
    match blocks(&mut bits, &mut output).and_then(|()| checksum(&mut bits, output.bytes())) {
        Ok(()) if bits.consumed() < bytes.len() => Err((bits.consumed(), Fault::Trailing)),
        Ok(()) => Ok(output.into_bytes()),
        Err(Fault::Truncated) => Err((bytes.len(), Fault::Truncated)),
        Err(fault) => Err((bits.consumed(), fault)),
    }
}

/// Adler-32 of the output behind the last block (RFC 1950 §2.2).
fn checksum(bits: &mut Bits<'_>, output: &[u8]) -> Result<(), Fault> {
    bits.align();
    let said = bits.bytes(size_of::<u32>());
    let said = said.try_into().map(u32::from_be_bytes).map_err(|_| Fault::Truncated)?;
    if said == miniz_oxide::mz_adler32_oxide(miniz_oxide::MZ_ADLER32_INIT, output) {
        Ok(())
    } else {
        Err(Fault::Stream)
    }
}

/// The same piece by piece, in room for one: `take` gets chunks of [`CHUNK`] bytes, the last shorter and never empty.
/// Answers how many bytes that was.
///
/// Only the answer says that the stream was whole and its checksum right: on a fault, whatever was taken is to be dropped.
pub(crate) fn inflate_chunks(bytes: &[u8], cap: usize, mut take: impl FnMut(&[u8])) -> Result<usize, Fault> {
    header(bytes).map_err(|(_, fault)| fault)?;
    let mut stream = DecompressorOxide::new();
    let mut room = vec![0; HISTORY.saturating_add(CHUNK)];
    // Where the chunk begins: nothing lies before the first, so that a stream that reaches back beyond its own start is refused.
    let mut begin = 0_usize;
    let (mut read, mut at, mut total) = (0_usize, 0_usize, 0_usize);
    loop {
        let end = begin.saturating_add(CHUNK);
        let rest = bytes.get(read..).unwrap_or_default();
        let free = room.get_mut(..end).unwrap_or_default();
        let (status, consumed, produced) = decompress(&mut stream, rest, free, at, FLAGS);
        read = read.saturating_add(consumed);
        at = at.saturating_add(produced);
        total = total.saturating_add(produced);
        if total > cap {
            return Err(Fault::TooLarge);
        }
        match status {
            Status::Done if read == bytes.len() => {
                room.get(begin..at).filter(|chunk| !chunk.is_empty()).into_iter().for_each(take);
                return Ok(total);
            }
            Status::Done => return Err(Fault::Trailing),
            Status::HasMoreOutput if at == end => {
                take(room.get(begin..at).unwrap_or_default());
                room.copy_within(at.saturating_sub(HISTORY)..at, 0);
                (begin, at) = (HISTORY, HISTORY);
            }
            Status::FailedCannotMakeProgress | Status::NeedsMoreInput => return Err(Fault::Truncated),
            _ => return Err(Fault::Stream),
        }
    }
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
