//! The place of every row in the field table by kind, place and key: looked up many times for each field of each paper.

use super::{FIELDS, FieldKey, FieldRow, Kind, Place};

/// The kinds of the list are numbered below this; 0 is no kind's number and stands for all others.
const KINDS: usize = behind_the_last_kind();
/// Keys of rows are below this.
const KEYS: usize = 100;

/// One more than the place of a row; 0 where there is none.
type Index = [[[u8; KEYS]; 2]; KINDS];

static INDEX: Index = index();

/// Bearing rows of a kind in one place: so many at most.
const BEARING: usize = 16;

/// One more than the place of each bearing row of a kind, in the table's order; 0 behind the last.
static BEARING_INDEX: [[[u8; BEARING]; 2]; KINDS] = bearing_index();

/// The bearing rows of a kind, without a walk past all others: every paper is held against them.
pub(super) fn bearing(kind: Kind, place: Place) -> impl Iterator<Item = &'static FieldRow> {
    let of_kind = usize::try_from(kind.0).ok().and_then(|kind| BEARING_INDEX.get(kind));
    let rows = of_kind.map(|[of_papers, of_parts]| match place {
        Place::Paper => of_papers,
        Place::Part => of_parts,
    });
    rows.into_iter().flatten().map_while(|behind| FIELDS.get(usize::from(*behind).checked_sub(1)?))
}

/// The row of a key; one that means the same in every kind where the kind has none of its own.
pub(super) fn find(kind: Kind, key: FieldKey, place: Place) -> Option<&'static FieldRow> {
    let [others, ..] = &INDEX;
    let of_kind = usize::try_from(kind.0).ok().and_then(|kind| INDEX.get(kind)).unwrap_or(others);
    let [of_papers, of_parts] = of_kind;
    let keys = match place {
        Place::Paper => of_papers,
        Place::Part => of_parts,
    };
    let behind = keys.get(usize::try_from(key.0).ok()?)?;
    FIELDS.get(usize::from(*behind).checked_sub(1)?)
}

/// The numbers of the list ascend, so that no two kinds have one. A list in another order does not compile.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "in a constant these do not compile"
)]
const fn behind_the_last_kind() -> usize {
    let (mut behind, mut at) = (1, 0);
    while at < super::KINDS.len() {
        let number = super::KINDS[at].kind.0 as usize;
        assert!(number >= behind, "kinds stand in the order of their numbers, and none twice");
        behind = number + 1;
        at += 1;
    }
    behind
}

/// Of several rows for one key the first counts, and those of a kind before those of every kind. A row that does not
/// fit in does not compile.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "in a constant these do not compile"
)]
const fn index() -> Index {
    assert!(FIELDS.len() < u8::MAX as usize, "places fit a byte");
    let mut index = [[[0; KEYS]; 2]; KINDS];
    let mut kind = 0;
    while kind < KINDS {
        let mut every = 0;
        while every < 2 {
            let mut row = 0;
            while row < FIELDS.len() {
                let of = match FIELDS[row].kind {
                    Some(Kind(of)) => of as usize,
                    None => KINDS,
                };
                assert!(of != 0 && of <= KINDS, "the kinds of rows are numbered from 1");
                let slot = &mut index[kind][FIELDS[row].place as usize][FIELDS[row].field.number() as usize];
                let counts = if every == 0 { of == kind } else { of == KINDS };
                if counts && *slot == 0 {
                    *slot = row as u8 + 1;
                }
                row += 1;
            }
            every += 1;
        }
        kind += 1;
    }
    index
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "in a constant these do not compile"
)]
const fn bearing_index() -> [[[u8; BEARING]; 2]; KINDS] {
    let mut index = [[[0; BEARING]; 2]; KINDS];
    let mut found = [[0; 2]; KINDS];
    let mut row = 0;
    while row < FIELDS.len() {
        if let (Some(Kind(kind)), true) = (FIELDS[row].kind, FIELDS[row].bearing) {
            let place = FIELDS[row].place as usize;
            let count = &mut found[kind as usize][place];
            index[kind as usize][place][*count] = row as u8 + 1;
            *count += 1;
            assert!(*count < BEARING, "a 0 stands behind the last");
        }
        row += 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_the_bearing_rows_that_a_walk_finds() {
        for kind in (1..=300).chain([65_533]).filter_map(Kind::new) {
            for place in [Place::Paper, Place::Part] {
                let walked = FIELDS.iter().filter(|row| row.bearing && row.place == place && row.kind == Some(kind));
                assert!(bearing(kind, place).map(|row| row.name).eq(walked.map(|row| row.name)), "{kind:?} {place:?}");
            }
        }
    }

    /// Against a walk through the table, for every key, known or not.
    #[test]
    fn it_finds_what_a_walk_through_the_table_finds() {
        let keys = (1..=300).chain([1_000, 65_533]).filter_map(FieldKey::new);
        for key in keys {
            for kind in (1..=300).chain([65_533]).filter_map(Kind::new) {
                for place in [Place::Paper, Place::Part] {
                    let fits = |row: &&FieldRow| row.field.number() == key.number() && row.place == place;
                    let own = FIELDS.iter().filter(fits).find(|row| row.kind == Some(kind));
                    let walked = own.or_else(|| FIELDS.iter().filter(fits).find(|row| row.kind.is_none()));
                    let found = find(kind, key, place);
                    let same = |row: &FieldRow| (row.kind, row.field, row.place, row.name);
                    assert_eq!(found.map(same), walked.map(same), "{kind:?} {key:?} {place:?}");
                }
            }
        }
    }
}
