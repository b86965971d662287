//! How a schema is written: objects with described members, from which the tables of docs/report.md are printed too.

use serde_json::{Map, Value as Json, json};

/// The type of a member: as a schema, and as the page says it.
#[derive(Clone)]
pub(crate) struct Of {
    pub(crate) schema: Json,
    words: String,
}

/// A member of an object.
pub(crate) struct Member {
    pub(crate) name: &'static str,
    of: Of,
    /// When it is there; `None`: always.
    pub(crate) when: Option<&'static str>,
    says: &'static str,
}

/// An object whose members are all known.
pub(crate) struct Object {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) says: &'static str,
    pub(crate) members: Vec<Member>,
}

/// One file of docs/schema.
pub(crate) struct File {
    pub(crate) name: &'static str,
    /// The whole document.
    pub(crate) root: Object,
    /// What it is made of.
    pub(crate) parts: Vec<Object>,
    /// Further definitions, whole.
    pub(crate) more: Vec<(&'static str, Json)>,
}

pub(crate) fn always(name: &'static str, of: Of, says: &'static str) -> Member {
    Member { name, of, when: None, says }
}

pub(crate) fn sometimes(name: &'static str, of: Of, when: &'static str, says: &'static str) -> Member {
    Member { name, of, when: Some(when), says }
}

impl Of {
    pub(crate) fn new(words: &str, schema: Json) -> Self {
        Self { schema, words: words.to_owned() }
    }

    /// A list of these.
    pub(crate) fn list(self) -> Self {
        Self { words: format!("list: {}", self.words), schema: json!({ "type": "array", "items": self.schema }) }
    }

    /// This, or null.
    pub(crate) fn or_null(self) -> Self {
        Self {
            words: format!("{}, or null", self.words),
            schema: json!({ "anyOf": [self.schema, { "type": "null" }] }),
        }
    }
}

/// An object of the same file.
pub(crate) fn object(name: &str) -> Of {
    Of::new(&format!("object `{name}`"), json!({ "$ref": format!("#/$defs/{name}") }))
}

/// One of the objects of the same file.
pub(crate) fn one_of(names: &[&str]) -> Of {
    let words: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let of: Vec<_> = names.iter().map(|name| object(name).schema).collect();
    Of::new(&format!("object {}", words.join(" or ")), json!({ "oneOf": of }))
}

/// One of these words and no other.
pub(crate) fn word(words: &[&str]) -> Of {
    let said: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    Of::new(&said.join(", "), json!({ "enum": words }))
}

/// One of a table's words, or one that a later table adds.
pub(crate) fn growing(words: &str, pattern: &str) -> Of {
    Of::new(words, json!({ "type": "string", "pattern": pattern }))
}

/// A whole number that a double holds exactly.
pub(crate) fn count(words: &str) -> Of {
    Of::new(words, json!({ "type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991_u64 }))
}

pub(crate) fn moment() -> Of {
    count("seconds since 1970, UTC")
}

pub(crate) fn seconds() -> Of {
    count("seconds")
}

pub(crate) fn flag() -> Of {
    Of::new("boolean", json!({ "type": "boolean" }))
}

pub(crate) fn text(words: &str) -> Of {
    Of::new(words, json!({ "type": "string", "minLength": 1 }))
}

pub(crate) fn digest() -> Of {
    Of::new("64 hexadecimal digits", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }))
}

impl Object {
    pub(crate) fn schema(&self) -> Json {
        let of = |member: &Member| {
            let mut schema = member.of.schema.clone();
            let says = match member.when {
                None => member.says.to_owned(),
                Some(when) => format!("{} There only {when}.", member.says),
            };
            // Beside a `$ref` too: in this draft it takes nothing away.
            schema.as_object_mut().unwrap().insert("description".to_owned(), says.into());
            (member.name.to_owned(), schema)
        };
        let required: Vec<_> = self.members.iter().filter(|of| of.when.is_none()).map(|of| of.name).collect();
        json!({
            "title": self.title,
            "description": self.says,
            "type": "object",
            "properties": self.members.iter().map(of).collect::<Map<_, _>>(),
            "required": required,
            "additionalProperties": false,
        })
    }

    /// Its table for the page.
    pub(crate) fn table(&self) -> String {
        let rows = self.members.iter().map(|member| {
            let when = member.when.unwrap_or("always");
            format!("| `{}` | {} | {when} | {} |\n", member.name, member.of.words, member.says)
        });
        let head = "| member | type | there | says |\n|---|---|---|---|\n";
        format!("{}\n\n{head}{}", self.says, rows.collect::<String>())
    }
}

impl File {
    pub(crate) fn schema(&self) -> Json {
        let mut schema = self.root.schema();
        let parts = self.parts.iter().map(|part| (part.name.to_owned(), part.schema()));
        let more = self.more.iter().map(|(name, whole)| ((*name).to_owned(), whole.clone()));
        let defs: Map<_, _> = parts.chain(more).collect();
        let members = schema.as_object_mut().unwrap();
        members.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
        members.insert("$id".to_owned(), format!("urn:doichieu:schema:{}:1", self.name).into());
        if !defs.is_empty() {
            members.insert("$defs".to_owned(), defs.into());
        }
        schema
    }

    /// As the file holds it.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(&self.schema()).unwrap() + "\n"
    }

    /// All tables for the page.
    pub(crate) fn tables(&self) -> String {
        let parts = self.parts.iter().map(|part| format!("\n#### `{}`\n\n{}", part.name, part.table()));
        self.root.table() + &parts.collect::<String>()
    }
}

/// A member of what has ended in an encounter.
pub(crate) fn ended() -> Member {
    let says = "What is said of it was found while it lived, beside the same vehicle.";
    sometimes("ended", Of::new("true", json!({ "const": true })), "where its release had ended", says)
}
