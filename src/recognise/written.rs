//! Files that are texts: by how they begin, in whatever encoding a scanner or a program wrote them.

use super::FileKind;
use crate::ask::ASK_PREFIX;
use crate::format::{self, Kind};
use crate::scan::{ScannedText, bare};

/// Bytes of a text that are looked at: the longest code, as UTF-16.
const BEGINNING: usize = 8_704;

/// Lines in which a key may begin: what it is may be told before it.
const PEM_LINES: usize = 8;

/// The kind of a text; `None`: it is none.
pub(super) fn kind(bytes: &[u8]) -> Option<FileKind> {
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let scanned = ScannedText::of(whole_signs(beginning));
    let text = bare(scanned.as_str());
    if !is_written(text) {
        return None;
    }
    let code = match format::kind_of(text) {
        Kind::Whole | Kind::Altered => Some(FileKind::Showing),
        Kind::Part => Some(FileKind::AnimatedPart),
        Kind::Other => text.starts_with(ASK_PREFIX).then_some(FileKind::Ask),
    };
    Some(code.or_else(|| marked(text)).unwrap_or(FileKind::Text))
}

/// Without the half of a sign of UTF-8 that the end of the beginning may have cut.
fn whole_signs(beginning: &[u8]) -> &[u8] {
    match core::str::from_utf8(beginning) {
        Err(error) if error.error_len().is_none() => beginning.get(..error.valid_up_to()).unwrap_or(beginning),
        _ => beginning,
    }
}

/// Whether people may have written it: no controls but those between lines, and no sign that stands for a byte which is
/// none.
fn is_written(text: &str) -> bool {
    let written =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{c}') || !c.is_control() && c != char::REPLACEMENT_CHARACTER;
    !text.is_empty() && text.chars().all(written)
}

/// What a format of other people marks at its beginning.
fn marked(text: &str) -> Option<FileKind> {
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark));
    if ["<!doctype html", "<html", "<head", "<body", "<script"].iter().any(|mark| begins(mark)) || is_page(text) {
        Some(FileKind::WebPage)
    } else if text.lines().take(PEM_LINES).any(is_key) {
        Some(FileKind::PrivateKey)
    } else if text.starts_with(['{', '[']) {
        // Every report names its engine and its bundle, and nothing else here does both.
        let is_report = text.starts_with('{') && text.contains("\"engine\":") && text.contains("\"bundle\":");
        Some(if is_report { FileKind::Report } else { FileKind::Json })
    } else {
        None
    }
}

/// The line with which a private key begins, encrypted or not (RFC 7468 §10, §11; RFC 5915 §4).
fn is_key(line: &str) -> bool {
    line.starts_with("-----BEGIN ") && line.trim_end().ends_with("PRIVATE KEY-----")
}

/// A page behind a declaration or a comment.
fn is_page(text: &str) -> bool {
    let declared = ["<?xml", "<!--"].iter().any(|mark| text.starts_with(mark));
    declared && ["<html", "<HTML"].iter().any(|mark| text.contains(mark))
}
