//! What of a memory decided one inspection.

use super::Recollection;
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader, Rules};
use crate::digest::{Digest32, sha256};
use crate::input::{Budget, Fault};
use crate::time::UnixTime;
use alloc::vec::Vec;

/// All that an inspection takes from the memory: an auditor can be given this and nothing of anybody else's showings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extract {
    floor: UnixTime,
    recalled: Option<Recollection>,
}

impl Extract {
    /// The floor before an inspection; nothing recalled yet.
    pub(crate) const fn of(floor: UnixTime) -> Self {
        Self { floor, recalled: None }
    }

    /// What was recalled.
    pub(crate) const fn recalled(self) -> Option<Recollection> {
        self.recalled
    }

    pub(crate) const fn floor(self) -> UnixTime {
        self.floor
    }

    /// With what was recalled; `None` where the memory was not asked.
    pub(crate) const fn recalling(self, recalled: Option<Recollection>) -> Self {
        Self { floor: self.floor, recalled }
    }

    /// `[floor, [] / [what, age]]`: its digest is the report's memory digest.
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(2).uint(self.floor.seconds());
        match self.recalled.map(Recollection::extract) {
            None => writer.array(0),
            Some((number, age)) => writer.array(2).uint(number).uint(age),
        };
        writer.into_bytes()
    }

    pub(crate) fn digest(self) -> Digest32 {
        sha256(&self.to_bytes())
    }

    /// An extract that [`Extract::to_bytes`] wrote.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let budget = Budget::items(8);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        reader.array_of(2)?;
        let floor = reader.uint()?;
        let floor = UnixTime::new(floor).ok_or_else(|| reader.fault(Fault::Value))?;
        let recalled = match reader.array()? {
            0 => None,
            2 => {
                let (number, age) = (reader.uint()?, reader.uint()?);
                let recalled = Recollection::of_extract(number, age);
                Some(recalled.ok_or_else(|| reader.fault(Fault::Value))?)
            }
            _ => return Err(reader.fault(Fault::Value)),
        };
        reader.finish()?;
        Ok(Self { floor, recalled })
    }
}
