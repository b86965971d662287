//! Every committed data file of `tests/vectors/` through the public API, and the files against what the kit mints.
//!
//! After a change of a case: `DOICHIEU_BLESS=1 cargo test --test vectors`, and read the difference before committing
//! it.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a broken vector must stop the test")]
#![expect(clippy::disallowed_methods, reason = "vectors are files, and blessing them is asked for by a variable")]
#![expect(clippy::print_stdout, reason = "the summary")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard};

use doichieu_kit::cases;

#[path = "support/run.rs"]
mod run;
#[path = "support/schema.rs"]
mod schema;
use run::{Blobs, Outcome, Vector, run, told};
use schema::Schema;

/// Blessing writes what the other test reads.
static FILES: Mutex<()> = Mutex::new(());

#[test]
fn every_committed_case_holds() {
    let _guard = files();
    let blobs = committed_blobs();
    let mut counts = BTreeMap::<&str, usize>::new();
    let (mut broken, mut answers, mut reports) = (Vec::new(), String::new(), 0_usize);
    let [report_schema, encounter_schema] = ["report", "encounter"].map(schema_of);
    for (name, text) in committed() {
        let vectors: Vec<Vector> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for vector in &vectors {
            let told = told(vector, &blobs);
            answers.push_str(&format!("{}\t{}\n", vector.id, told.text));
            if let Some(encounter) = &told.encounter {
                let refused = report_schema.refuses(&told.text).or_else(|| encounter_schema.refuses(encounter));
                broken.extend(refused.map(|why| format!("{}: not as docs/schema says: {why}", vector.id)));
                reports = reports.saturating_add(1);
            }
            let label = match run(vector, &blobs) {
                Outcome::Pass => "pass",
                Outcome::KnownDivergence => "known divergence",
                Outcome::UnexpectedFailure(why) => {
                    broken.push(format!("{}: {}\n    {why}", vector.id, vector.says));
                    "unexpected failure"
                }
                Outcome::UnexpectedSuccess => {
                    broken.push(format!("{}: passes, although the file lists a divergence", vector.id));
                    "unexpected success"
                }
            };
            let count = counts.entry(label).or_default();
            *count = count.saturating_add(1);
        }
    }
    println!("vectors: {counts:?}");
    // For the other builds of the engine, which must answer the same bytes: wasm/test.
    fs::write(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("vectors.tsv"), answers).unwrap();
    assert!(!counts.is_empty(), "no vectors");
    assert!(reports > 500, "{reports} reports were held against their schemas");
    assert!(broken.is_empty(), "{} of them:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn the_committed_files_are_what_the_kit_mints() {
    let _guard = files();
    let (minted, blobs) = minted();
    let held = committed_blobs();
    // A blob is named after its content, so names tell everything; the bytes would only flood the screen.
    let differing: Vec<_> =
        held.keys().chain(blobs.keys()).filter(|name| held.get(*name) != blobs.get(*name)).collect();
    assert!(differing.is_empty(), "blobs differ: {differing:?}. DOICHIEU_BLESS=1 cargo test --test vectors");
    let committed = committed();
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&minted), "DOICHIEU_BLESS=1 cargo test --test vectors");
    for (name, text) in &minted {
        let differing = text.lines().zip(committed.get(name).unwrap().lines()).position(|(a, b)| a != b);
        let same = committed.get(name) == Some(text);
        assert!(same, "{name}, line {differing:?}: not what the kit mints. DOICHIEU_BLESS=1 cargo test --test vectors");
    }
}

/// Locks the folder; blesses it first, if that was asked for.
fn files() -> MutexGuard<'static, ()> {
    let guard = FILES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if std::env::var_os("DOICHIEU_BLESS").is_some_and(|value| value == "1") {
        let (files, blobs) = minted();
        fs::create_dir_all(folder().join("blobs")).unwrap();
        fs::create_dir_all(folder().join("live")).unwrap();
        for stale in committed().into_keys().filter(|name| !files.contains_key(name)) {
            fs::remove_file(folder().join(stale)).unwrap();
        }
        for stale in committed_blobs().into_keys().filter(|name| !blobs.contains_key(name)) {
            fs::remove_file(folder().join("blobs").join(format!("{stale}.bin"))).unwrap();
        }
        files.iter().for_each(|(name, text)| fs::write(folder().join(name), text).unwrap());
        blobs
            .iter()
            .for_each(|(name, bytes)| fs::write(folder().join("blobs").join(format!("{name}.bin")), bytes).unwrap());
    }
    guard
}

/// What the files should hold, by name, and all blobs.
fn minted() -> (BTreeMap<String, String>, Blobs) {
    let (mut blobs, mut files, mut ids) = (Blobs::new(), BTreeMap::new(), Vec::new());
    for (group, cases) in cases::groups() {
        let vectors: Vec<_> = cases.iter().map(|case| Vector::of(case, &mut blobs)).collect();
        ids.extend(vectors.iter().map(|vector| vector.id.clone()));
        let text = serde_json::to_string_pretty(&vectors).unwrap();
        files.insert(format!("{group}.json"), format!("{text}\n"));
    }
    ids.sort();
    let twice = ids.windows(2).find(|pair| matches!(pair, [a, b] if a == b));
    assert!(twice.is_none(), "two cases with one id: {twice:?}");
    (files, blobs)
}

/// A schema of docs/schema, by its name.
fn schema_of(name: &str) -> Schema {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schema/{name}.schema.json"));
    Schema::of(&serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn committed() -> BTreeMap<String, String> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    let live = entries(folder().join("live"), ".json").into_iter().map(|(name, bytes)| (format!("live/{name}"), bytes));
    entries(folder(), ".json").into_iter().chain(live).map(|(name, bytes)| (name, text(bytes))).collect()
}

fn committed_blobs() -> Blobs {
    let entries = entries(folder().join("blobs"), ".bin").into_iter();
    entries.map(|(name, bytes)| (name.trim_end_matches(".bin").to_owned(), bytes)).collect()
}

fn entries(folder: PathBuf, ending: &str) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    let named =
        entries.map(|entry| entry.unwrap()).map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    named.filter(|(name, _)| name.ends_with(ending)).map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}
