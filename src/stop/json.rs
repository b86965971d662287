//! The portable result of a stop, as of one report: codes, ages, kinds and names. Never a claim value.

use super::{StopPaper, StopReport};
use crate::json::Json;
use crate::needs::Need;
use crate::report::{findings_json, kind_json};
use alloc::string::String;

/// The form of the JSON below.
const FORMAT: u64 = 1;

impl StopReport {
    /// Canonical JSON (RFC 8785): codes, ages, kinds, names of rules and states. Never a claim value, never prose.
    #[must_use]
    pub fn to_json(&self) -> String {
        let json = Json::object([
            ("at", Json::Number(self.made.at.seconds())),
            ("engine", Json::text(env!("CARGO_PKG_VERSION"))),
            ("findings", findings_json(&self.findings)),
            ("format", Json::Number(FORMAT)),
            ("needs", Json::List(self.needs.iter().map(Need::to_json).collect())),
            ("papers", Json::List(self.papers.iter().map(StopPaper::to_json).collect())),
            ("purpose", Json::Number(self.made.purpose)),
            ("role", Json::text(&self.made.role)),
            ("test", Json::Bool(self.made.test)),
            ("verdict", Json::text(self.verdict.name())),
        ]);
        let mut text = String::new();
        json.write(&mut text);
        text
    }
}

impl StopPaper {
    fn to_json(&self) -> Json {
        Json::object([
            ("findings", findings_json(&self.findings)),
            ("kind", kind_json(self.kind)),
            ("report", Json::Number(u64::try_from(self.report).unwrap_or(u64::MAX))),
            ("verdict", Json::text(self.verdict.name())),
        ])
    }
}
