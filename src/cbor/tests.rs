//! The reader by its rules: what each method takes, where and why it stops, what it spends.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::{Error, Key, Reader, Rules, Type};
use crate::input::{Budget, Fault, Halt, Layer, Unreadable};
use crate::third_party::hex;

mod limits;
mod oracle;
mod small;
mod vectors;

/// What was read, or where and why it stopped.
pub(super) fn told<T>(budget: &Budget, read: Result<T, Error>) -> Result<T, Halt> {
    read.map_err(|_| budget.halt())
}

/// Reads the whole of `bytes` as one item of any kind, by the rules of DC1.
pub(super) fn pass_over(bytes: &[u8]) -> Result<(), Halt> {
    let budget = Budget::scan();
    let mut reader = Reader::new(bytes, Rules::DC1, &budget);
    told(&budget, reader.skip().and_then(|_| reader.finish()))
}

fn fault(digits: &str) -> Option<Fault> {
    pass_over(&hex(digits)).err().map(|halt| halt.fault)
}

fn read<T>(digits: &str, read: impl Fn(&mut Reader<'_, '_>) -> Result<T, Error>) -> Result<T, Fault> {
    let (bytes, budget) = (hex(digits), Budget::scan());
    let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
    let item = read(&mut reader).and_then(|item| reader.finish().map(|()| item));
    told(&budget, item).map_err(|halt| halt.fault)
}

fn refused(digits: &[&str], expected: Fault) {
    for digits in digits {
        assert_eq!(fault(digits), Some(expected), "{digits}");
    }
}

#[test]
fn n10_a_trailing_byte_is_refused_where_it_stands() {
    for digits in ["0000", "a000", "f500", "6161ff", "820102f6", "d864001c"] {
        let bytes = hex(digits);
        assert_eq!(pass_over(&bytes), Err(Halt { fault: Fault::Trailing, at: bytes.len() - 1 }), "{digits}");
    }
}

#[test]
fn n11_a_key_twice_is_refused_whatever_its_type() {
    // exp, cnf, vct, 17, text, simple(59), a label of two widths, two unequal neighbours that both repeat.
    let twice = [
        "a204000400",
        "a208000800",
        "a20b000b00",
        "a211001100",
        "a2616100616100",
        "a2f83b80f83b80",
        "a23a0001003f003a0001003f00",
    ];
    refused(&twice, Fault::Duplicate);
    refused(&["a30100020002f4", "81a2010001f4", "a101a201000100"], Fault::Duplicate);
    // A twin of another spelling never gets as far: 1 as 0x1801, as 1.0, as a bignum.
    refused(&["a201001801 00", "a2180100190001 00"], Fault::NotShortest);
    refused(&["a20100f93c0000", "a20100f90100 00"], Fault::Simple);
    refused(&["a20100c2410100"], Fault::Tag);
    // The same key in two maps is no repetition.
    assert_eq!(fault("82a10100a10100"), None);
    assert_eq!(fault("a101a10100"), None);
    assert_eq!(fault("a201a1010002a10100"), None);
}

#[test]
fn keys_must_rise_bytewise_over_types_and_lengths() {
    let rising = "a8 00f4 17f4 1818f4 20f4 38ff f4 6161f4 6162f4 626161f4";
    assert_eq!(fault(rising), None);
    assert_eq!(fault("a4 19ffff00 1a0001000000 1b000000010000000000 2000"), None);
    assert_eq!(fault("a20000f83b80"), None);
    refused(
        &["a202000100", "a220000000", "a2616200616100", "a262616100616200", "a2f83b800000", "a2181800 1700"],
        Fault::Unsorted,
    );
    refused(&["a301000300 0200", "81a202000100"], Fault::Unsorted);
    // A repetition that is not adjacent is out of order before it is a repetition.
    refused(&["a3010002000100"], Fault::Unsorted);
}

#[test]
fn n12_indefinite_lengths_are_refused() {
    refused(
        &[
            "9fff", "bfff", "5fff", "7fff", "9f00ff", "bf0000ff", "5f4100ff", "7f6100ff", "819fff", "ff", "1f", "3f",
            "df00",
        ],
        Fault::Indefinite,
    );
}

#[test]
fn n13_heads_longer_than_needed_are_refused() {
    for major in 0..7_u8 {
        for (short, argument) in
            [(24, &[23][..]), (25, &[0, 0xff]), (26, &[0, 0, 0xff, 0xff]), (27, &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])]
        {
            let bytes = [&[major << 5 | short], argument].concat();
            assert_eq!(pass_over(&bytes).err().map(|halt| halt.fault), Some(Fault::NotShortest), "{bytes:02x?}");
        }
    }
    for digits in ["1818", "190100", "1a00010000", "1b0000000100000000", "3818", "390100", "3b0000000100000000"] {
        assert_eq!(fault(digits), None, "{digits}");
    }
}

#[test]
fn n16_text_that_is_not_utf8_is_refused() {
    refused(&["61ff", "62c080", "63eda080", "64f4908080", "61c3", "62c328", "8161ff", "a161ff00"], Fault::Utf8);
    assert_eq!(read("64f09f9880", |reader| reader.text().map(|text| text == "\u{1f600}")), Ok(true));
}

#[test]
fn n17_floats_null_undefined_and_unassigned_simple_values_are_refused() {
    let simple = [
        "f6",
        "f7",
        "e0",
        "f3",
        "f800",
        "f814",
        "f815",
        "f818",
        "f81f",
        "f820",
        "f83b",
        "f8ff",
        "f90000",
        "f97e00",
        "f97c00",
        "f9fc00",
        "fa7fc00000",
        "faff800000",
        "fb7ff8000000000000",
        "fbfff0000000000000",
        "fb3ff0000000000000",
        "81f6",
        "a100f7",
        "a1f40000",
        "a1f50000",
        "a1f81400",
    ];
    refused(&simple, Fault::Simple);
    refused(&["fc", "fd", "fe", "1c", "1d", "1e", "3c", "5d", "7e", "9c", "bd", "de"], Fault::Length);
    assert_eq!((fault("f4"), fault("f5"), fault("a1f83b00")), (None, None, None));
}

#[test]
fn n17_another_type_than_asked_for_is_refused() {
    assert_eq!(read("20", |reader| reader.uint()), Err(Fault::Type));
    assert_eq!(read("c24101", |reader| reader.uint()), Err(Fault::Tag));
    assert_eq!(read("c24101", |reader| reader.int()), Err(Fault::Tag));
    assert_eq!(read("f93c00", |reader| reader.int()), Err(Fault::Simple));
    assert_eq!(read("6131", |reader| reader.uint()), Err(Fault::Type));
    assert_eq!(read("00", |reader| reader.boolean()), Err(Fault::Type));
    assert_eq!(read("80", |reader| reader.map()), Err(Fault::Type));
    assert_eq!(read("a0", |reader| reader.array()), Err(Fault::Type));
    assert_eq!(read("40", |reader| reader.text().map(str::len)), Err(Fault::Type));
    assert_eq!(read("60", |reader| reader.bytes().map(<[u8]>::len)), Err(Fault::Type));
    assert_eq!(read("8100", |reader| reader.array_of(2)), Err(Fault::Value));
    assert_eq!(read("4100", |reader| reader.fixed::<2>().copied()), Err(Fault::Value));
    assert_eq!(read("d28400000000", |reader| reader.tag(100)), Err(Fault::Tag));
    for tag in ["d100", "d83d00", "d86200", "d903e600", "d83ed2 00", "c000", "c100", "d83a00", "d83c00"] {
        assert_eq!(read(tag, |reader| reader.tag(18)), Err(Fault::Tag), "{tag}");
    }
}

#[test]
fn n18_a_text_key_is_not_an_integer_key() {
    assert_eq!(key("a1613100"), Ok("text"));
    assert_eq!(key("a10100"), Ok("int"));
    assert_eq!(key("a12000"), Ok("int"));
    assert_eq!(key("a1f83b00"), Ok("redacted"));
    for digits in ["a1410100", "a1810000", "a1a000", "a1d20000"] {
        assert_eq!(key(digits), Err(Fault::Type), "{digits}");
        assert_eq!(fault(digits), Some(Fault::Type), "{digits}");
    }
    assert_eq!(key("a11b800000000000000000"), Err(Fault::Type));
}

fn key(digits: &str) -> Result<&'static str, Fault> {
    read(digits, |reader| {
        reader.map()?;
        let key = match reader.key()? {
            Key::Int(_) => "int",
            Key::Text(_) => "text",
            Key::Redacted => "redacted",
            Key::Bytes(_) => "bytes",
        };
        reader.skip().map(|_| key)
    })
}

#[test]
fn n19_a_protected_header_is_a_byte_string_around_a_map() {
    let protected = |digits: &str| {
        let (bytes, budget) = (hex(digits), Budget::scan());
        let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
        let members = reader.bytes().and_then(|content| reader.inside(content).map());
        told(&budget, members).map_err(|halt| halt.fault)
    };
    assert_eq!(protected("a10126"), Err(Fault::Type));
    assert_eq!(protected("4180"), Err(Fault::Type));
    assert_eq!(protected("40"), Err(Fault::Truncated));
    assert_eq!(protected("41a0"), Ok(0));
}

#[test]
fn integers_reach_the_limits_of_64_bits_and_no_further() {
    assert_eq!(read("1b7fffffffffffffff", |reader| reader.int()), Ok(i64::MAX));
    assert_eq!(read("3b7fffffffffffffff", |reader| reader.int()), Ok(i64::MIN));
    assert_eq!(read("1b8000000000000000", |reader| reader.int()), Err(Fault::Type));
    assert_eq!(read("3b8000000000000000", |reader| reader.int()), Err(Fault::Type));
    assert_eq!(read("3bffffffffffffffff", |reader| reader.int()), Err(Fault::Type));
    assert_eq!(read("1bffffffffffffffff", |reader| reader.uint()), Ok(u64::MAX));
    assert_eq!(read("3a00010040", |reader| reader.int()), Ok(-65_601));
    assert_eq!((read("20", |reader| reader.int()), read("3863", |reader| reader.int())), (Ok(-1), Ok(-100)));
}

#[test]
fn the_first_fault_poisons_the_reader_for_good() {
    let (bytes, budget) = (hex("83 01 20 02"), Budget::scan());
    let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
    reader.array_of(3).unwrap();
    reader.uint().unwrap();
    let halt = Err(Halt { fault: Fault::Type, at: 2 });
    assert_eq!(told(&budget, reader.uint()), halt.map(|()| 0));
    // What another reader of the budget says in between is not what this one says.
    let other = || assert!(Reader::new(&[], Rules::DC1, &budget).skip().is_err());
    other();
    assert_eq!(told(&budget, reader.int()), halt.map(|()| 0));
    other();
    assert_eq!(told(&budget, reader.peek()), halt.map(|()| Type::Uint));
    other();
    assert_eq!(told(&budget, reader.skip()), halt.map(|()| &[][..]));
    other();
    assert_eq!(told(&budget, Err(reader.fault(Fault::Missing))), halt);
    other();
    assert_eq!(told(&budget, reader.end()), halt);
    other();
    assert_eq!(told(&budget, reader.finish()), halt);
}

#[test]
fn a_fault_stands_at_the_item_that_has_it() {
    let at = |digits: &str, read: &dyn Fn(&mut Reader<'_, '_>) -> Result<(), Error>| {
        let (bytes, budget) = (hex(digits), Budget::scan());
        let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
        reader.array_of(2).unwrap();
        reader.uint().unwrap();
        told(&budget, read(&mut reader)).map_err(|halt| halt.at)
    };
    for digits in ["82 01 3b8000000000000000", "82 01 626161", "82 01 1801", "82 01 f93c00", "82 01 c100", "82 01 5b00"]
    {
        assert_eq!(at(digits, &|reader| reader.int().map(|_| ())), Err(2), "{digits}");
    }
    assert_eq!(at("82 01 62ffff", &|reader| reader.text().map(|_| ())), Err(2));
    assert_eq!(at("82 01 62ffff", &|reader| reader.skip().map(|_| ())), Err(2));
    for digits in
        ["82 01 a2 01f4 62ffff00", "82 01 a2 01f4 1b800000000000000000", "82 01 a2 01f4 4100", "82 01 a2 01f4 f400"]
    {
        let read = |reader: &mut Reader<'_, '_>| {
            reader.map()?;
            reader.key()?;
            reader.boolean()?;
            reader.key().map(|_| ())
        };
        assert_eq!(at(digits, &read), Err(5), "{digits}");
    }
}

#[test]
fn finish_wants_one_whole_item() {
    let (bytes, budget) = (hex("820102"), Budget::scan());
    let reader = Reader::new(&bytes, Rules::DC1, &budget);
    assert_eq!(told(&budget, reader.finish()), Err(Halt { fault: Fault::Truncated, at: 0 }));
    let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
    reader.array_of(2).unwrap();
    reader.uint().unwrap();
    assert_eq!(told(&budget, reader.finish()), Err(Halt { fault: Fault::Truncated, at: 2 }));
    let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
    reader.array_of(2).unwrap();
    assert_eq!((reader.uint(), reader.uint()), (Ok(1), Ok(2)));
    assert_eq!(told(&budget, reader.uint()), Err(Halt { fault: Fault::Trailing, at: 3 }));
}

#[test]
fn skip_answers_the_bytes_of_one_item() {
    let (bytes, budget) = (hex("84 a201810203f5 d86418c8 80 43010203"), Budget::scan());
    let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
    reader.array_of(4).unwrap();
    for item in ["a201810203f5", "d86418c8", "80", "43010203"] {
        assert_eq!(reader.skip(), Ok(&hex(item)[..]));
    }
    assert!(reader.finish().is_ok());
}

#[test]
fn peek_answers_the_type_and_reads_nothing() {
    let budget = Budget::items(2);
    for (digits, kind) in [
        ("00", Type::Uint),
        ("20", Type::Negative),
        ("40", Type::Bytes),
        ("60", Type::Text),
        ("80", Type::Array),
        ("a0", Type::Map),
        ("d200", Type::Tag),
        ("f4", Type::Simple),
    ] {
        let bytes = hex(digits);
        let mut reader = Reader::new(&bytes, Rules::DC1, &budget);
        assert_eq!((reader.peek(), reader.peek(), reader.position()), (Ok(kind), Ok(kind), 0));
    }
    let nothing = Reader::new(&[], Rules::DC1, &budget).peek();
    assert_eq!(told(&budget, nothing), Err(Halt { fault: Fault::Truncated, at: 0 }));
}

#[test]
fn an_error_names_its_layer() {
    for (fault, layer) in [
        (Fault::Trailing, Layer::Cbor),
        (Fault::Length, Layer::Cbor),
        (Fault::Utf8, Layer::Cbor),
        (Fault::TooDeep, Layer::Cbor),
        (Fault::Missing, Layer::Cose),
        (Fault::Type, Layer::Cose),
    ] {
        assert_eq!(Unreadable::from(Halt { fault, at: 7 }), Unreadable::new(layer, 7, fault));
    }
}

#[test]
fn only_a_bundle_has_byte_strings_as_keys_and_they_rise_too() {
    let keys = |digits: &str| {
        let (bytes, budget) = (hex(digits), Budget::scan());
        let mut reader = Reader::new(&bytes, Rules::BUNDLE, &budget);
        let mut read = || {
            for _ in 0..reader.map()? {
                let key = reader.key()?;
                assert!(matches!(key, Key::Bytes([_, ..])), "{key:?}");
                reader.uint()?;
            }
            reader.end()
        };
        told(&budget, read()).map_err(|halt| halt.fault)
    };
    assert_eq!(keys("a3 410100 410200 42010100"), Ok(()));
    assert_eq!(keys("a2 410100 410100"), Err(Fault::Duplicate));
    assert_eq!(keys("a2 410200 410100"), Err(Fault::Unsorted));
    assert_eq!(keys("a2 42010100 410100"), Err(Fault::Unsorted));
    let (bytes, budget) = (hex("a2 410100 410200"), Budget::scan());
    let mut reader = Reader::new(&bytes, Rules::BUNDLE, &budget);
    assert_eq!(reader.map(), Ok(2));
    for byte in [1, 2] {
        // Read as the string that it is, a key still counts as one.
        assert_eq!(reader.bytes(), Ok(&[byte][..]));
        assert_eq!(reader.uint(), Ok(0));
    }
    assert!(reader.finish().is_ok());
}

#[test]
fn draft_rules_differ_only_where_they_say() {
    let read = |digits: &str| {
        let (bytes, budget) = (hex(digits), Budget::scan());
        let mut reader = Reader::new(&bytes, Rules::DRAFT, &budget);
        told(&budget, reader.skip().and_then(|_| reader.finish())).map_err(|halt| halt.fault)
    };
    for accepted in ["a202000100", "f6", "f97e00", "c11a514b67b0", "a202a10100 01a10100"] {
        assert_eq!(read(accepted), Ok(()), "{accepted}");
    }
    for (digits, fault) in [
        ("a3010002000100", Fault::Duplicate),
        ("9fff", Fault::Indefinite),
        ("1801", Fault::NotShortest),
        ("d903e600", Fault::Tag),
        ("a1f600", Fault::Simple),
    ] {
        assert_eq!(read(digits), Err(fault), "{digits}");
    }
}
