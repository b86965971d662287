//! Canonical JSON (RFC 8785) for reports: sorted members, whole numbers, no spaces. Keys and texts are ours and ASCII.

use crate::sorted::Sorted;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Json>),
    Object(Sorted<&'static str, Json>),
}

impl Json {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_string())
    }

    /// Lower-case hexadecimal.
    pub(crate) fn hex(bytes: &[u8]) -> Self {
        Self::Text(bytes.iter().fold(String::new(), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }

    pub(crate) fn object(members: impl Into<Vec<(&'static str, Self)>>) -> Self {
        Self::members(members.into())
    }

    /// Apart, so that its code is there once and not for every number of members.
    fn members(members: Vec<(&'static str, Self)>) -> Self {
        Self::Object(members.into_iter().collect())
    }

    /// The one serialisation.
    pub(crate) fn written(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, to: &mut String) {
        match self {
            Self::Null => to.push_str("null"),
            Self::Bool(flag) => to.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => to.push_str(&number.to_string()),
            Self::Text(text) => write_text(text, to),
            Self::List(items) => write_all(items.iter(), '[', ']', to, Self::write),
            Self::Object(members) => write_all(members.iter(), '{', '}', to, |(key, value), to| {
                write_text(key, to);
                to.push(':');
                value.write(to);
            }),
        }
    }
}

fn write_all<T>(
    items: impl Iterator<Item = T>,
    open: char,
    close: char,
    to: &mut String,
    each: impl Fn(T, &mut String),
) {
    to.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            to.push(',');
        }
        each(item, to);
    }
    to.push(close);
}

/// RFC 8785 §3.2.2.2.
fn write_text(text: &str, to: &mut String) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\u{8}' => to.push_str("\\b"),
            '\t' => to.push_str("\\t"),
            '\n' => to.push_str("\\n"),
            '\u{c}' => to.push_str("\\f"),
            '\r' => to.push_str("\\r"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(to, "\\u{:04x}", u32::from(c));
            }
            c => to.push(c),
        }
    }
    to.push('"');
}
