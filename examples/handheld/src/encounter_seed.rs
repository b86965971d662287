//! The seed of an encounter: a file of its own for each, or none, and then every run is an encounter by itself.

use crate::failure::Failure;
use crate::page;
use crate::trouble::Trouble;
use crate::{files, hex};
use doichieu::EncounterSeed;
use std::path::Path;

/// The seed in a file, which is made if it is not there; without one a new seed.
pub(crate) fn of(path: Option<&Path>) -> Result<EncounterSeed, Failure> {
    let Some(path) = path else { return new() };
    let Some(bytes) = files::read_if_there(path)? else {
        let seed = files::random()?;
        write(path, &seed)?;
        return Ok(EncounterSeed::new(seed));
    };
    let digits = str::from_utf8(&bytes).ok().and_then(|text| hex::read(text.trim_end()));
    let seed = digits.and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    seed.map(EncounterSeed::new).ok_or_else(|| odd(path).of_other(&bytes))
}

/// A new seed that nothing is kept of.
pub(crate) fn new() -> Result<EncounterSeed, Failure> {
    files::random().map(EncounterSeed::new)
}

/// Writes a seed so that only its owner reads it.
pub(crate) fn write(path: &Path, seed: &[u8; 32]) -> Result<(), Failure> {
    files::write_private(path, format!("{}\n", hex::of(seed)).as_bytes())
}

fn odd(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::EncounterMalformed,
        format!("{path} không phải tệp lượt kiểm tra. Xóa tệp để bắt đầu lượt mới."),
        format!("{path} is not the file of an encounter. Delete it to begin a new one."),
    )
}
