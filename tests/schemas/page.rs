//! What of docs/report.md is printed: between `<!-- printed: … -->` and `<!-- end -->`.

use super::write::File;
use serde_json::Value as Json;

const BEGIN: &str = "<!-- printed: ";
const END: &str = "<!-- end -->";

/// The page with its printed parts anew. `examples`: names, and JSON as the engine prints it.
pub(crate) fn printed(page: &str, files: &[File], examples: &[(&str, String)]) -> String {
    let mut pieces = page.split(BEGIN);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(" -->").unwrap();
        let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("{name} has no end"));
        let said = match name.split_once(' ') {
            Some(("example", of)) => example(&examples.iter().find(|(name, _)| *name == of).unwrap().1),
            _ => files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no file {name}")).tables(),
        };
        whole.push_str(&format!("{BEGIN}{name} -->\n\n{said}\n{END}{after}"));
    }
    let missing: Vec<_> =
        files.iter().map(|file| file.name).filter(|name| !page.contains(&format!("{BEGIN}{name} -->"))).collect();
    assert!(missing.is_empty(), "docs/report.md has no place for {missing:?}");
    whole
}

/// The same JSON over several lines.
fn example(json: &str) -> String {
    let parsed: Json = serde_json::from_str(json).unwrap();
    assert_eq!(parsed.to_string(), json, "canonical JSON");
    format!("```json\n{}\n```\n", serde_json::to_string_pretty(&parsed).unwrap())
}
