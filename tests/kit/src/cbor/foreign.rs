//! To and from ciborium's values, for oracles and for tests that already hold one.

use ciborium::Value;

use super::{Item, Map};

impl From<Value> for Item {
    /// Of any value ciborium can hold; null and unknown kinds become null.
    fn from(value: Value) -> Self {
        match value {
            Value::Integer(n) => from_wide(n.into()),
            Value::Bytes(bytes) => Self::Bytes(bytes),
            Value::Text(text) => Self::Text(text),
            Value::Bool(value) => value.into(),
            Value::Float(value) => Self::Float(value),
            Value::Tag(tag, value) => Self::from(*value).tagged(tag),
            Value::Array(members) => Self::array(members),
            Value::Map(entries) => Map::of(entries).into(),
            _ => super::NULL,
        }
    }
}

fn from_wide(n: i128) -> Item {
    match u64::try_from(n) {
        Ok(n) => Item::Uint(n),
        Err(_) => Item::Neg(u64::try_from(n.saturating_add(1).unsigned_abs()).unwrap_or(u64::MAX)),
    }
}

impl Item {
    /// As ciborium's value; `None` for what it cannot hold: raw bytes, and simple values other than `false`, `true`,
    /// null.
    #[must_use]
    pub fn to_value(&self) -> Option<Value> {
        Some(match self {
            Self::Uint(n) => Value::from(*n),
            Self::Neg(n) => {
                Value::Integer(ciborium::value::Integer::try_from((-1_i128).saturating_sub((*n).into())).ok()?)
            }
            Self::Bytes(bytes) => Value::Bytes(bytes.clone()),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Array(members) => Value::Array(members.iter().map(Self::to_value).collect::<Option<_>>()?),
            Self::Map(map) => {
                let pair = |(key, value): &(Self, Self)| Some((key.to_value()?, value.to_value()?));
                Value::Map(map.entries().iter().map(pair).collect::<Option<_>>()?)
            }
            Self::Tag(tag, item) => Value::Tag(*tag, Box::new(item.to_value()?)),
            Self::Simple(20) => Value::Bool(false),
            Self::Simple(21) => Value::Bool(true),
            Self::Simple(22) => Value::Null,
            Self::Float(value) => Value::Float(*value),
            Self::Simple(_) | Self::Raw(_) => return None,
        })
    }
}
