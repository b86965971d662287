//! One world opened: an inspector at its post, and what a report shows, in a form that can be compared.

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Proof, Report, Roots, Scan, SetUp, Value, Verdict};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{encounter_seed, late};
use proptest::test_runner::Config;

pub(crate) const POLICE: &str = "traffic_police";
pub(crate) const CLINIC: &str = "clinic";
/// What a traffic stop asks for.
pub(crate) const STOP: [Kind; 3] = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
pub(crate) const DAY: u64 = 86_400;

/// Kind, field and value of everything that is shown.
pub(crate) type Values = BTreeSet<(u64, u64, String)>;

/// An inspector with an ask, and the memory after its bundle was opened.
pub(crate) struct Stage {
    pub(crate) inspector: Inspector,
    pub(crate) ask: Ask,
    pub(crate) memory: Memory,
    pub(crate) now: u64,
}

impl Stage {
    pub(crate) fn of(world: &World, role: &str) -> Self {
        Self::with(world, role, &world.bundle(), &world.mandate(role)).expect("the kit's own files open")
    }

    /// With a bundle and a licence that the test made.
    pub(crate) fn with(world: &World, role: &str, bundle: &[u8], licence: &[u8]) -> Result<Self, SetUp> {
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor())?;
        let bundle = Arc::new(Bundle::open(bundle, &roots, late(), &mut memory)?);
        let inspector = Inspector::new(Arc::clone(&bundle), Post::open(licence, &bundle)?)?;
        let ask = inspector
            .unprompted(purpose(world, role), &encounter_seed())
            .expect("the licence allows its profile's purpose");
        Ok(Self { inspector, ask, memory, now: world.now })
    }

    /// One inspection at the world's time, by a memory that has seen nothing but the bundle. `None`: not a document.
    pub(crate) fn inspect(&self, scan: Scan<'_>) -> Option<Seen> {
        self.inspect_at(scan, self.now)
    }

    pub(crate) fn inspect_at(&self, scan: Scan<'_>, at: u64) -> Option<Seen> {
        let at = UnixTime::new(at).expect("a time below 2^33");
        let report = self.inspector.inspect(scan, &self.ask, at, &mut self.memory.clone());
        report.ok().map(Seen::of)
    }

    /// The scene's showing, which can be read.
    pub(crate) fn show(&self, scene: &Scene) -> Seen {
        self.inspect(Scan::qr(&scene.text())).expect("the kit mints documents")
    }
}

/// Why a role asks: the first purpose of its profile.
pub(crate) fn purpose(world: &World, role: &str) -> Purpose {
    Purpose::new(*world.profile(role).unwrap().allowance.keys().next().unwrap())
}

/// What came of an inspection.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) verdict: Verdict,
    pub(crate) values: Values,
    pub(crate) json: String,
    pub(crate) report: Report,
}

impl Seen {
    pub(crate) fn of(mut report: Report) -> Self {
        Self { verdict: report.verdict(), values: values(&mut report), json: report.to_json(), report }
    }

    /// Every code at the top and on the papers.
    pub(crate) fn codes(&self) -> BTreeSet<&'static str> {
        let papers = self.report.papers().iter().flat_map(|paper| paper.findings());
        self.report.findings().iter().chain(papers).map(doichieu::Finding::code).collect()
    }
}

fn values(report: &mut Report) -> Values {
    let at = report.at();
    let mut values = Values::new();
    for paper in report.papers_mut() {
        let kind = paper.kind().number();
        if let Proof::Proven(release) = paper.proof() {
            let shown = release.at(at).expect("it has not ended when it begins");
            values.extend(shown.fields().map(|(row, value)| (kind, row.field.number(), told(value))));
        }
    }
    values
}

/// A value in words, for comparison only: nothing in the crate can do this.
pub(crate) fn told(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Int(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Bytes(bytes) => format!("{bytes:02x?}"),
        Value::Date(date) => format!("{}..{}", date.earliest().number(), date.latest().number()),
        Value::List(items) => items.iter().map(told).collect::<Vec<_>>().join(", "),
        Value::Map(entries) => {
            entries.iter().map(|(key, value)| format!("{key}: {}", told(value))).collect::<Vec<_>>().join(", ")
        }
        _ => panic!("a kind of value this test does not know"),
    }
}

/// So many cases, without a file of regressions: what fails is told whole.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, max_shrink_iters: 64, ..Config::default() }
}
