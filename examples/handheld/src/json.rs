//! `--json --values`: the report with the values beside it, marked as the personal data they are.

use crate::failure::Failure;
use crate::trouble::Trouble;
use doichieu::time::UnixTime;
use doichieu::{Proof, Report};
use serde_json::{Map, Value as Json, json};

/// The object. Values come from releases that have not ended at this time.
pub(crate) fn with_values(report: &mut Report, now: UnixTime) -> Result<String, Failure> {
    let portable = read(&report.to_json())?;
    Ok(json!({ "personalData": true, "report": portable, "values": values(report, now)? }).to_string())
}

/// A report's JSON as a value.
pub(crate) fn read(report: &str) -> Result<Json, Failure> {
    serde_json::from_str(report).map_err(|error| {
        Failure::device(
            Trouble::JsonUnreadable,
            format!("Báo cáo không đọc được ({error})."),
            format!("Report cannot be read ({error})."),
        )
    })
}

/// The values of a report's papers, by kind: personal data. Only those that have not ended at this time.
pub(crate) fn values(report: &mut Report, now: UnixTime) -> Result<Json, Failure> {
    let mut values = Map::new();
    for paper in report.papers_mut() {
        let kind = paper.kind();
        let name = kind.row().map_or_else(|| kind.number().to_string(), |row| row.name.to_owned());
        if let Proof::Proven(release) = paper.proof()
            && let Ok(shown) = release.at(now)
        {
            values.insert(name, read(shown.to_json().as_str())?);
        }
    }
    Ok(values.into())
}
