//! The committed cases of `tests/vectors/`, ready to be inspected again and again.

use doichieu::field::Purpose;
use doichieu::input::Unreadable;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Report, Roots, Scan, SetUp, Vehicle, VehicleKind};
use doichieu_kit::{encounter_seed, late};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// As the files hold them; `tests/vectors/README.md` says what each part is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    id: String,
    #[serde(flatten)]
    input: Input,
    purpose: u64,
    at: u64,
    post: String,
    roots: String,
    test_root: bool,
    bundle: String,
    #[serde(default)]
    bundles_before: Vec<String>,
    opened_at: Option<Vec<u64>>,
    #[serde(default)]
    before: Vec<Before>,
    vehicle: Option<String>,
    plate: Option<String>,
}

#[derive(Deserialize)]
struct Before {
    #[serde(flatten)]
    input: Input,
    post: String,
    purpose: u64,
    at: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Input {
    Scan(String),
    Frame(String),
}

enum Arrived {
    Text(String),
    Frame(Vec<u8>),
}

/// One case that gets as far as a scan.
pub(crate) struct Case {
    pub(crate) id: String,
    arrived: Arrived,
    inspector: Inspector,
    ask: Ask,
    at: UnixTime,
    memory: Memory,
}

/// All of them; those that end at the bundle or the post never scan.
pub(crate) fn all() -> Vec<Case> {
    let blobs = blobs();
    let (mut cases, mut set_up) = (Vec::new(), 0);
    for (name, bytes) in entries("", ".json") {
        let rows: Vec<Row> = serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        for row in rows {
            match Case::of(row, &blobs) {
                Some(case) => cases.push(case),
                None => set_up += 1,
            }
        }
    }
    assert!(!cases.is_empty(), "no vectors");
    println!("{} cases; {set_up} others end before a scan\n", cases.len());
    cases
}

impl Case {
    fn of(row: Row, blobs: &BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let blob = |name: &str| blobs.get(name).expect("a blob");
        let open = if row.test_root { Roots::dangerous_test } else { Roots::from_bytes };
        let roots = open(blob(&row.roots)).ok()?;
        let mut memory = Memory::new();
        let opened_at = |nth: usize| {
            let at = row.opened_at.as_ref().and_then(|times| times.get(nth)).copied();
            at.map_or_else(late, |at| UnixTime::new(at).expect("a time"))
        };
        for (nth, bundle) in row.bundles_before.iter().enumerate() {
            let opened = Bundle::open(blob(bundle), &roots, opened_at(nth), &mut memory);
            assert!(matches!(opened, Ok(_) | Err(SetUp::FromTheFuture)), "a bundle before");
        }
        let last = opened_at(row.bundles_before.len());
        let bundle = Arc::new(Bundle::open(blob(&row.bundle), &roots, last, &mut memory).ok()?);
        let post = |mandate: &str, purpose| {
            let inspector = Inspector::new(Arc::clone(&bundle), Post::open(blob(mandate), &bundle).ok()?).ok()?;
            let ask = inspector.unprompted(Purpose::new(purpose), &encounter_seed()).ok()?;
            Some((inspector, ask))
        };
        for before in row.before {
            let (inspector, ask) = post(&before.post, before.purpose).expect("a post before");
            let at = UnixTime::new(before.at).expect("a time");
            inspector.inspect(Arrived::of(before.input).scan(), &ask, at, &mut memory).expect("a scan before");
        }
        let (inspector, mut ask) = post(&row.post, row.purpose)?;
        // Its measures cost nothing worth measuring.
        let vehicle = row.vehicle.map(|name| {
            Vehicle::new(VehicleKind::from_name(name.split(':').next().unwrap_or(&name)).expect("a vehicle kind"))
        });
        ask = vehicle.into_iter().fold(ask, Ask::for_vehicle);
        ask = row.plate.into_iter().fold(ask, Ask::for_plate);
        let at = UnixTime::new(row.at).expect("a time");
        Some(Self { id: row.id, arrived: Arrived::of(row.input), inspector, ask, at, memory })
    }

    /// The memory before the scan.
    pub(crate) fn memory(&self) -> Memory {
        self.memory.clone()
    }

    /// The inspection.
    pub(crate) fn see(&self, memory: &mut Memory) -> Result<Report, Unreadable> {
        self.inspector.inspect(self.arrived.scan(), &self.ask, self.at, memory)
    }

    /// How much arrived, as characters of a code.
    pub(crate) fn characters(&self) -> usize {
        match &self.arrived {
            Arrived::Text(text) => text.chars().count(),
            Arrived::Frame(bytes) => (bytes.len() * 3).div_ceil(2) + 4,
        }
    }

    /// What the code carries: after base45, if it is that.
    pub(crate) fn frame(&self) -> Option<Vec<u8>> {
        match &self.arrived {
            Arrived::Text(text) => base45::decode(text.strip_prefix("DC1:").unwrap_or(text)).ok(),
            Arrived::Frame(bytes) => Some(bytes.clone()),
        }
    }
}

impl Arrived {
    fn of(input: Input) -> Self {
        match input {
            Input::Scan(text) => Self::Text(text),
            Input::Frame(digits) => {
                let pair =
                    |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
                Self::Frame(digits.as_bytes().chunks(2).map(|digits| pair(digits).expect("hexadecimal")).collect())
            }
        }
    }

    fn scan(&self) -> Scan<'_> {
        match self {
            Self::Text(text) => Scan::qr(text),
            Self::Frame(bytes) => Scan::frame(bytes),
        }
    }
}

fn blobs() -> BTreeMap<String, Vec<u8>> {
    let entries = entries("blobs", ".bin").into_iter();
    entries.map(|(name, bytes)| (name.trim_end_matches(".bin").to_owned(), bytes)).collect()
}

fn entries(folder: &str, ending: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(folder);
    let entries = std::fs::read_dir(folder).expect("the vectors").map(|entry| entry.expect("an entry"));
    let named = entries.map(|entry| (entry.file_name().into_string().expect("a name"), entry.path()));
    let mut found: Vec<_> = named
        .filter(|(name, _)| name.ends_with(ending))
        .map(|(name, path)| (name, std::fs::read(path).expect("a vector")))
        .collect();
    found.sort();
    found
}
