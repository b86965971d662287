//! A schema of docs/schema, to hold JSON against. Included with `#[path]`.

use jsonschema::Validator;

/// One schema.
#[derive(Debug)]
pub(crate) struct Schema(Validator);

impl Schema {
    /// One that is a schema of the draft it names.
    pub(crate) fn of(schema: &serde_json::Value) -> Self {
        jsonschema::draft202012::meta::validate(schema).unwrap();
        Self(jsonschema::draft202012::new(schema).unwrap())
    }

    /// What of this JSON is otherwise, by its place.
    pub(crate) fn refuses(&self, json: &str) -> Option<String> {
        let json = serde_json::from_str(json).unwrap();
        let told: Vec<_> =
            self.0.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        (!told.is_empty()).then(|| told.join("\n"))
    }
}
