//! docs/dc1.md against the code: every code it names exists, every limit it states is the one the reader keeps.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the page is a file")]

use std::collections::BTreeSet;

use doichieu::input::{MAX_DEPTH, MAX_FRAME, MAX_SCAN_ITEMS, MAX_TEXT, MAX_TOKEN_ITEMS, MAX_TOKENS};
use doichieu::reason::Reason;
use doichieu::{AskError, AskRefused, ConsentProofError, RecomputeError, SetUp};

fn page() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/dc1.md")).unwrap()
}

/// What stands in backticks and has the form of a code.
fn codes(page: &str) -> BTreeSet<&str> {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let quoted = page.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter(|quoted| quoted.split_once('.').is_some_and(|(group, name)| word(group) && word(name))).collect()
}

#[test]
fn every_code_on_the_page_exists() {
    let reasons = Reason::ALL.iter().map(|reason| reason.code()).chain(SetUp::ALL.iter().map(|set_up| set_up.code()));
    let asks =
        AskRefused::ALL.iter().map(|refused| refused.code()).chain(AskError::ALL.iter().map(|error| error.code()));
    let recompute = RecomputeError::ALL.iter().map(|error| error.code());
    let consent = ConsentProofError::ALL.iter().map(|error| error.code());
    let known: BTreeSet<_> = reasons.chain(asks).chain(recompute).chain(consent).collect();
    // Files are in backticks too.
    let page = page();
    let named: BTreeSet<_> = codes(&page).into_iter().filter(|code| !code.ends_with(".rs")).collect();
    assert!(named.len() >= 15, "{named:?}");
    let unknown: Vec<_> = named.difference(&known).collect();
    assert!(unknown.is_empty(), "of no reason, set-up, ask or recomputation: {unknown:?}");
}

#[test]
fn every_limit_on_the_page_is_the_one_that_is_kept() {
    let page = page();
    let row = |name: &str| {
        let row = page.lines().find_map(|line| line.strip_prefix(&format!("| {name} | "))).unwrap();
        let value = row.split(" | ").next().unwrap();
        let numbers = value.split(|c: char| !c.is_ascii_digit() && c != ',').map(|number| number.replace(',', ""));
        numbers.filter_map(|number| number.parse().ok()).collect::<Vec<usize>>()
    };
    assert_eq!(row("QR text"), [MAX_TEXT]);
    assert_eq!(row("inflated frame"), [MAX_FRAME]);
    assert_eq!(row("depth"), [MAX_DEPTH]);
    assert_eq!(row("items"), [MAX_TOKEN_ITEMS, MAX_SCAN_ITEMS]);
    assert_eq!(row("tokens"), [MAX_TOKENS]);
    assert_eq!(row("signature checks"), [4, 1]);
}

#[test]
fn every_purpose_and_kind_of_the_registry_is_on_the_page() {
    let page = page();
    for purpose in doichieu::field::Purpose::all() {
        let (number, name) = (purpose.number(), purpose.name().unwrap());
        assert!(page.contains(&format!("| {number} | {name} |")), "{name}");
    }
    for row in doichieu::field::KINDS {
        assert!(page.contains(&format!("| {} | {} |", row.kind.number(), row.name)), "{}", row.name);
    }
}
