//! Items of one byte have a path of their own: it must say what the longer one says.

use super::*;

fn by<T>(rules: Rules, digits: &str, read: impl Fn(&mut Reader<'_, '_>) -> Result<T, Error>) -> Result<T, Fault> {
    let (bytes, budget) = (hex(digits), Budget::scan());
    told(&budget, read(&mut Reader::new(&bytes, rules, &budget))).map_err(|stop| stop.fault)
}

#[test]
fn nothing_is_read_behind_what_is_whole() {
    for digits in ["0102", "1818 02"] {
        let twice = |reader: &mut Reader<'_, '_>| reader.uint().and_then(|_| reader.uint());
        assert_eq!(by(Rules::DC1, digits, twice), Err(Fault::Trailing), "{digits}");
        let item = |reader: &mut Reader<'_, '_>| reader.item().and_then(|_| reader.item()).map(|_| ());
        assert_eq!(by(Rules::DC1, digits, item), Err(Fault::Trailing), "{digits}");
    }
}

/// Whichever way it is read, what stands where a key does is held to the order of keys.
#[test]
fn a_number_where_a_key_stands_is_a_key() {
    for (digits, expected) in [("a2 0200 0100", Fault::Unsorted), ("a2 0100 0100", Fault::Duplicate)] {
        let numbers = |reader: &mut Reader<'_, '_>| {
            reader.map()?;
            (0..4).try_for_each(|_| reader.uint().map(|_| ()))
        };
        assert_eq!(by(Rules::DC1, digits, numbers), Err(expected), "{digits}");
    }
}

#[test]
fn loose_keys_may_stand_in_any_order_and_each_once() {
    let keys = |reader: &mut Reader<'_, '_>| {
        for _ in 0..reader.map()? {
            reader.key()?;
            reader.uint()?;
        }
        Ok(())
    };
    assert_eq!(by(Rules::CLAIM169, "a2 0200 0100", keys), Ok(()));
    for digits in ["a2 0100 0100", "a3 0100 0200 0100", "a2 181800 181800"] {
        assert_eq!(by(Rules::CLAIM169, digits, keys), Err(Fault::Duplicate), "{digits}");
    }
}
