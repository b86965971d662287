//! The third-party vectors of the specification, read by the same code as codes in earnest. Most of them carry no
//! signature; those are read here behind the door that they could not pass, and `tests/claim169.rs` shows each at the
//! door.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "vectors are files")]

use super::attributes::Attributes;
use super::{Code, is_one, read};
use crate::cbor::{Error, Key, Reader, Rules};
use crate::field::{Field, Kind};
use crate::input::{Budget, Layer, Unreadable};
use crate::scan::Scan;
use crate::third_party::{folder, json};
use crate::value::Value;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value as Json;

/// Every vector of a folder, by name.
fn vectors(kind: &str) -> Vec<(String, Json)> {
    let Some(folder) = folder("claim169") else { return Vec::new() };
    let folder = folder.join("test-vectors").join(kind);
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names.iter().map(|name| name.to_str().unwrap()).map(|name| (name.to_string(), json(&folder, name))).collect()
}

/// The attributes of a vector's claim, whoever vouches for it.
fn attributes(vector: &Json) -> Result<Option<Attributes>, Unreadable> {
    let frame = Scan::claim169(vector["qr_data"].as_str().unwrap()).plain()?;
    let budget = Budget::scan();
    let Code::Signed(_) = read(frame.contents(), &budget)? else { return Ok(None) };
    assert_eq!(is_one(frame.contents()), Some(true));
    claimed(&mut Reader::new(frame.contents(), Rules::CLAIM169, &budget)).map_err(|_| budget.halt().into())
}

fn claimed(reader: &mut Reader<'_, '_>) -> Result<Option<Attributes>, Error> {
    reader.tag(18)?;
    reader.array_of(4)?;
    reader.bytes()?;
    reader.skip()?;
    let payload = reader.bytes()?;
    let mut claims = reader.inside(payload);
    let mut found = None;
    for _ in 0..claims.map()? {
        if claims.key()? == Key::Int(169) {
            found = Some(Attributes::read(&mut claims)?);
        } else {
            claims.skip()?;
        }
    }
    claims.finish()?;
    Ok(found)
}

fn text(read: &Attributes, of: Field) -> Option<&str> {
    value(read, of)?.as_text()
}

fn value(read: &Attributes, of: Field) -> Option<&Value> {
    let key = of.in_kind(Kind::IDENTITY)?;
    read.fields.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
}

/// What the vector says must be read, by this engine's fields.
fn agrees(name: &str, read: &Attributes, expected: &Json) {
    assert_eq!(text(read, Field::FULL_NAME), expected["fullName"].as_str(), "{name}");
    let address = expected["address"].as_str().map(|address| address.replace('\n', ", "));
    assert_eq!(text(read, Field::RESIDENCE), address.as_deref(), "{name}");
    let gender = expected["gender"].as_i64().map(|gender| if gender == 1 { "Nam" } else { "Nữ" });
    assert_eq!(text(read, Field::GENDER), gender, "{name}");
    let born = value(read, Field::DATE_OF_BIRTH).and_then(Value::as_date);
    let (year, month, day) = born.and_then(crate::value::Date::full).map_or((0, 0, 0), crate::time::Day::civil);
    let digits = expected["dateOfBirth"].as_str().map_or_else(|| "00000000".to_string(), |date| date.replace('-', ""));
    assert_eq!(alloc::format!("{year:04}{month:02}{day:02}"), digits, "{name}");
    // Their numbers have not the form of ours, and are left out rather than shown as one.
    assert_eq!(text(read, Field::PERSONAL_NO), None, "{name}");
    assert!(
        read.findings.is_empty() && !read.fields.iter().any(|(_, value)| matches!(value, Value::Bytes(_))),
        "{name}"
    );
}

/// All eleven valid ones and the three at the edge: each reads as it says, or is encrypted.
#[test]
fn every_valid_and_every_edge_vector_reads_as_it_says() {
    let all: Vec<_> = [vectors("valid"), vectors("edge")].concat();
    if all.is_empty() {
        return;
    }
    assert_eq!(all.len(), 14);
    let mut encrypted = 0;
    for (name, vector) in &all {
        match attributes(vector).unwrap_or_else(|unreadable| panic!("{name}: {unreadable}")) {
            Some(read) => agrees(name, &read, &vector["expected_claim169"]),
            None => encrypted += 1,
        }
    }
    assert_eq!(encrypted, 2);
}

/// Photograph, best fingers, fingers, irises, face: counted, and passed over before a byte of them is copied.
#[test]
fn biometrics_of_the_vectors_are_counted_and_never_read() {
    let valid = vectors("valid");
    let count = |name: &str| {
        let (_, vector) = valid.iter().find(|(of, _)| of == name).unwrap();
        attributes(vector).unwrap().unwrap().never_passed
    };
    if valid.is_empty() {
        return;
    }
    for (name, biometrics) in [
        ("claim169-example.json", 1),
        ("demographics-full.json", 2),
        ("refugee-identity.json", 2),
        ("with-all-biometrics.json", 13),
        ("with-face.json", 1),
        ("with-fingerprints.json", 2),
        ("minimal.json", 0),
    ] {
        assert_eq!(count(name), biometrics, "{name}");
    }
}

/// The four invalid ones, each at its layer; the one without the claim is a sound CWT.
#[test]
fn every_invalid_vector_is_refused_where_it_breaks() {
    let invalid = vectors("invalid");
    if invalid.is_empty() {
        return;
    }
    let layers: Vec<_> = invalid
        .iter()
        .map(|(name, vector)| (name.as_str(), attributes(vector).map(|found| found.is_some()).map_err(|at| at.layer)))
        .collect();
    assert_eq!(
        layers,
        [
            ("bad-base45.json", Err(Layer::Base45)),
            ("bad-zlib.json", Err(Layer::Cbor)),
            ("missing-169.json", Ok(false)),
            ("not-cose.json", Err(Layer::Cose)),
        ]
    );
}
