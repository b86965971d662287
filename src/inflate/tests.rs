//! N03 of the negative cases, and the limit.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::codes::Codes;
use super::{CHUNK, HISTORY, LEAST_ROOM, inflate_at, inflate_chunks, stored};
use crate::input::{Fault, MAX_FRAME};
use alloc::vec;
use alloc::vec::Vec;
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use proptest::prelude::*;
use zeroize::Zeroizing;

/// Inflated whole; piece by piece; and by another's decompressor, to the same bytes or the same fault.
fn inflate(bytes: &[u8], cap: usize) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let whole = inflate_at(bytes, cap).map_err(|(_, fault)| fault);
    let mut pieces = Vec::new();
    let length = inflate_chunks(bytes, cap, &mut |chunk| {
        assert!((1..=CHUNK).contains(&chunk.len()) && pieces.len() % CHUNK == 0);
        pieces.extend_from_slice(chunk);
    });
    assert_eq!(length, whole.as_ref().map(|whole| whole.len()).map_err(|fault| *fault));
    if let Ok(whole) = &whole {
        assert_eq!(pieces, **whole);
    }
    assert_eq!(whole.as_deref().map_err(|fault| *fault), theirs(bytes, cap).as_ref().map_err(|fault| *fault));
    whole
}

/// What `miniz_oxide` makes of a stream. It takes windows of other sizes and does not know of preset dictionaries.
fn theirs(bytes: &[u8], cap: usize) -> Result<Vec<u8>, Fault> {
    super::header(bytes).map_err(|(_, fault)| fault)?;
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32 | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    // One byte more, to see that there is more than the cap.
    let (mut stream, mut output) = (DecompressorOxide::new(), vec![0; cap + 1]);
    let (status, read, written) = decompress(&mut stream, bytes, &mut output, 0, flags);
    output.truncate(written);
    match status {
        _ if written > cap => Err(Fault::TooLarge),
        TINFLStatus::Done if read == bytes.len() => Ok(output),
        TINFLStatus::Done => Err(Fault::Trailing),
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => Err(Fault::Truncated),
        _ => Err(Fault::Stream),
    }
}

/// What deflates badly, what deflates well, and a mixture.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

/// A stream around raw deflate blocks that claims to hold `contents`.
fn wrap(blocks: &[u8], contents: &[u8]) -> Vec<u8> {
    let checksum = miniz_oxide::mz_adler32_oxide(miniz_oxide::MZ_ADLER32_INIT, contents);
    [&[0x78, 0x01], blocks, &checksum.to_be_bytes()[..]].concat()
}

/// Stored blocks (RFC 1951 §3.2.4), each of `size` bytes.
fn stored_by(contents: &[u8], size: usize) -> Vec<u8> {
    let mut blocks = Vec::new();
    let last = contents.chunks(size).count() - 1;
    for (index, chunk) in contents.chunks(size).enumerate() {
        let length = u16::try_from(chunk.len()).unwrap();
        blocks.push(u8::from(index == last));
        blocks.extend(length.to_le_bytes());
        blocks.extend((!length).to_le_bytes());
        blocks.extend(chunk);
    }
    wrap(&blocks, contents)
}

#[test]
fn a_stream_of_exactly_the_limit_inflates_and_one_byte_more_does_not() {
    for cap in [1, 2, 257, 258, 259, LEAST_ROOM - 1, LEAST_ROOM, LEAST_ROOM + 1, MAX_FRAME] {
        for contents in [vec![0; cap], noise(cap)] {
            for level in [0, 1, 6, 9] {
                let stream = compress_to_vec_zlib(&contents, level);
                assert_eq!(&**inflate(&stream, cap).unwrap(), contents, "cap {cap}, level {level}");
                assert_eq!(inflate(&stream, cap - 1).err(), Some(Fault::TooLarge), "cap {cap}, level {level}");
            }
            let stream = stored_by(&contents, 1_000);
            assert_eq!(&**inflate(&stream, cap).unwrap(), contents, "cap {cap}, stored");
            assert_eq!(inflate(&stream, cap - 1).err(), Some(Fault::TooLarge), "cap {cap}, stored");
        }
    }
}

#[test]
fn nothing_inflates_to_nothing_even_within_no_limit() {
    let stream = compress_to_vec_zlib(&[], 6);
    assert!(inflate(&stream, 0).unwrap().is_empty());
    assert!(inflate(&stream, MAX_FRAME).unwrap().is_empty());
}

#[test]
fn n03_a_wrong_checksum_is_refused() {
    let stream = compress_to_vec_zlib(b"Nguyen Thi Hoa", 9);
    for place in stream.len() - 4..stream.len() {
        for bit in 0..8 {
            let mut wrong = stream.clone();
            wrong[place] ^= 1_u8 << bit;
            assert_eq!(inflate_at(&wrong, MAX_FRAME).err(), Some((stream.len(), Fault::Stream)));
        }
    }
}

#[test]
fn n03_a_stream_cut_anywhere_is_truncated() {
    for contents in [vec![7; 5_000], noise(3_000)] {
        for level in [0, 1, 9] {
            let stream = compress_to_vec_zlib(&contents, level);
            for length in 0..stream.len() {
                let fault = inflate_at(&stream[..length], MAX_FRAME).err();
                assert_eq!(fault, Some((length, Fault::Truncated)), "level {level}");
            }
        }
    }
}

#[test]
fn n03_a_byte_or_a_second_stream_after_the_end_is_refused() {
    let stream = compress_to_vec_zlib(&noise(500), 9);
    for after in [&[0][..], b"\n", &[0; 300], &stream] {
        let longer = [&stream, after].concat();
        assert_eq!(inflate_at(&longer, MAX_FRAME).err(), Some((stream.len(), Fault::Trailing)));
    }
}

#[test]
fn n03_a_preset_dictionary_is_refused() {
    // 0x78bb and its dictionary identifier; then the same stream without the flag, which inflates.
    let plain = compress_to_vec_zlib(b"Tran Van Binh", 9);
    let preset = [&[0x78, 0xbb, 0, 0, 0, 1], &plain[2..]].concat();
    assert_eq!(u16::from_be_bytes([preset[0], preset[1]]) % 31, 0);
    assert_eq!(inflate_at(&preset, MAX_FRAME).err(), Some((1, Fault::Stream)));
}

#[test]
fn only_the_header_byte_of_dc1_and_right_check_bits_are_accepted() {
    let stream = compress_to_vec_zlib(b"Tran Van Binh", 9);
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            let mut other = stream.clone();
            (other[0], other[1]) = (first, second);
            let right = first == 0x78 && u16::from_be_bytes([first, second]) % 31 == 0 && second & 0x20 == 0;
            assert_eq!(inflate(&other, MAX_FRAME).is_ok(), right, "{first:02x}{second:02x}");
        }
    }
    let raw = compress_to_vec(b"Tran Van Binh", 9);
    assert_eq!(inflate(&raw, MAX_FRAME).err(), Some(Fault::Stream));
    assert_eq!(inflate_at(&[], MAX_FRAME).err(), Some((0, Fault::Truncated)));
    assert_eq!(inflate_at(&[0x78], MAX_FRAME).err(), Some((1, Fault::Truncated)));
}

#[test]
fn n03_a_bomb_stops_at_the_limit() {
    let bomb = compress_to_vec_zlib(&vec![0; 4 << 20], 9);
    let (read, fault) = inflate_at(&bomb, MAX_FRAME).err().unwrap();
    assert_eq!(fault, Fault::TooLarge);
    assert!(read < bomb.len() / 20, "read {read} of {}", bomb.len());
}

#[test]
fn n03_a_bomb_of_stored_blocks_stops_at_the_limit() {
    let bomb = stored_by(&noise(1 << 20), 0xffff);
    let (read, fault) = inflate_at(&bomb, MAX_FRAME).err().unwrap();
    assert_eq!(fault, Fault::TooLarge);
    assert!(read < 2 * MAX_FRAME, "read {read}");
}

#[test]
fn n03_a_nested_stream_stays_nested() {
    let inner = compress_to_vec_zlib(&vec![0; 4 << 20], 9);
    let outer = compress_to_vec_zlib(&inner, 9);
    assert_eq!(&**inflate(&outer, MAX_FRAME).unwrap(), inner);
}

#[test]
fn empty_stored_blocks_without_end_are_truncated_not_endless() {
    let blocks = [0, 0, 0, 0xff, 0xff].repeat(10_000);
    let stream = [&[0x78, 0x01], &blocks[..]].concat();
    assert_eq!(inflate(&stream, MAX_FRAME).err(), Some(Fault::Truncated));
}

#[test]
fn the_room_is_bounded_by_the_limit_and_by_twice_what_was_needed() {
    for length in [0, 1, 1_000, 1_025, 5_000, 20_000, 40_000, MAX_FRAME] {
        for contents in [vec![3; length], noise(length)] {
            let stream = compress_to_vec_zlib(&contents, 9);
            let room = inflate(&stream, MAX_FRAME).unwrap().capacity();
            let needed = LEAST_ROOM.max(2 * length).max(2 * stream.len());
            assert!(room <= MAX_FRAME.min(needed), "{room} for {length}");
        }
    }
}

/// Longer than the room for chunks, by many rooms: in literals, in repetitions from as far back as may be, in stored
/// blocks.
#[test]
fn a_long_stream_comes_in_whole_chunks() {
    let far = noise(HISTORY);
    for contents in [noise(1_000_000), vec![0; 1_000_001], far.repeat(20), [noise(3 * CHUNK - 1), far].concat()] {
        for level in [0, 1, 6, 9] {
            let stream = compress_to_vec_zlib(&contents, level);
            assert_eq!(&**inflate(&stream, contents.len()).unwrap(), contents, "level {level}");
            assert_eq!(inflate(&stream, contents.len() - 1).err(), Some(Fault::TooLarge), "level {level}");
        }
        for size in [1_000, 65_535] {
            assert_eq!(&**inflate(&stored_by(&contents, size), contents.len()).unwrap(), contents, "stored by {size}");
        }
        assert_eq!(&**inflate(&stored(&contents), contents.len()).unwrap(), contents);
    }
}

#[test]
fn what_is_stored_inflates() {
    for length in [0, 1, 65_534, 65_535, 65_536, 131_070, 131_071] {
        assert_eq!(&**inflate(&stored(&noise(length)), length).unwrap(), noise(length), "{length}");
    }
}

/// Before the first byte stands nothing, not even in room that was made ready.
#[test]
fn a_stream_that_reaches_back_beyond_its_start_is_refused() {
    // In fixed codes: a literal, then three bytes from `distance` back, whose code is 0 for 1 and 1 for 2.
    let stream = |reach: u8| {
        let mut bits: Vec<u8> =
            [vec![1, 1, 0], bits_of(0x30 + 65, 8), bits_of(1, 7), bits_of(reach, 5), bits_of(0, 7)].concat();
        bits.resize(bits.len().next_multiple_of(8), 0);
        let bytes: Vec<u8> =
            bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect();
        wrap(&bytes, b"AAAA")
    };
    assert_eq!(&**inflate(&stream(0), MAX_FRAME).unwrap(), b"AAAA");
    assert_eq!(inflate(&stream(1), MAX_FRAME).err(), Some(Fault::Stream));
}

/// The bits of a Huffman code, which come with the most significant first.
fn bits_of(code: u8, length: u32) -> Vec<u8> {
    (0..length).rev().map(|place| code >> place & 1).collect()
}

/// Both decompressors take the same sets of codes: complete ones, and of the sparse ones a single code of one bit or
/// none.
#[test]
fn a_set_of_codes_leaves_nothing_open() {
    let takes = |lengths: &[u8], sparse| Codes::<128, 288>::none().take(lengths, sparse).is_ok();
    for complete in [&[1, 1][..], &[2, 2, 2, 2], &[1, 2, 3, 3], &[0, 1, 0, 1], &[2, 1, 2], &[8; 256]] {
        assert!(takes(complete, false) && takes(complete, true), "{complete:?}");
    }
    for sparse in [&[][..], &[0, 0], &[1], &[0, 0, 1]] {
        assert!(!takes(sparse, false) && takes(sparse, true), "{sparse:?}");
    }
    for refused in [&[1, 1, 1][..], &[2], &[2, 2, 2], &[1, 2], &[1, 2, 2, 15], &[16, 1], &[8; 257]] {
        assert!(!takes(refused, false) && !takes(refused, true), "{refused:?}");
    }
}

/// Codes of up to 15 bits, which no table holds whole, by a stream of symbols that are ever rarer.
#[test]
fn the_longest_codes_are_read() {
    let contents: Vec<u8> =
        (0..16_u8).flat_map(|symbol| vec![symbol; 1 << (15 - symbol)]).rev().take(MAX_FRAME).collect();
    let mut shuffled = contents.clone();
    let order = noise(2 * contents.len());
    for (index, pair) in order.chunks(2).enumerate() {
        let other = usize::from(u16::from_be_bytes([pair[0], pair[1]])) % shuffled.len();
        shuffled.swap(index, other);
    }
    for level in [1, 6, 9] {
        let stream = compress_to_vec_zlib(&shuffled, level);
        assert_eq!(&**inflate(&stream, MAX_FRAME).unwrap(), shuffled);
    }
}

proptest! {
    /// The two decompressors against each other: [`inflate`] compares them.
    #[test]
    fn whatever_a_stream_is_both_end_it_alike(
        contents in proptest::collection::vec(0..40_u8, 0..3_000),
        level in 0..10_u8,
        strikes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<proptest::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut stream = compress_to_vec_zlib(&contents, level);
        for (place, byte) in strikes {
            let place = place.index(stream.len());
            stream[place] = byte;
        }
        if is_cut {
            stream.truncate(cut.index(stream.len()));
        }
        drop(inflate(&stream, MAX_FRAME));
    }

    /// Bits behind a header of each kind of block.
    #[test]
    fn whatever_the_bits_are_both_end_them_alike(mut bits in proptest::collection::vec(any::<u8>(), 1..400), kind in 0..8_u8) {
        bits[0] = bits[0] & 0xf8 | kind;
        drop(inflate(&[&[0x78, 0x9c], &bits[..]].concat(), MAX_FRAME));
    }

    #[test]
    fn what_was_deflated_inflates(contents in proptest::collection::vec(0..4_u8, 0..9_000), level in 0..10_u8) {
        let stream = compress_to_vec_zlib(&contents, level);
        prop_assert_eq!(inflate(&stream, MAX_FRAME).map(|output| output.to_vec()), Ok(contents));
    }

    #[test]
    fn garbage_behind_the_header_never_panics_nor_passes_the_limit(mut bytes in proptest::collection::vec(any::<u8>(), 2..300), cap in 0..3_000_usize) {
        (bytes[0], bytes[1]) = (0x78, 0x9c);
        match inflate_at(&bytes, cap) {
            Ok(output) => prop_assert!(output.len() <= cap),
            Err((at, _)) => prop_assert!(at <= bytes.len()),
        }
    }

    #[test]
    fn a_flipped_bit_is_never_accepted_as_other_contents(contents in proptest::collection::vec(any::<u8>(), 1..200), place in any::<proptest::sample::Index>(), bit in 0..8_u8) {
        let mut stream = compress_to_vec_zlib(&contents, 9);
        let place = place.index(stream.len());
        stream[place] ^= 1_u8 << bit;
        if let Ok(output) = inflate(&stream, MAX_FRAME) {
            prop_assert_eq!(&*output, &contents);
        }
    }
}
