//! One runner over the data files of `tests/vectors/`, through the public API. Included with `#[path]`.
//!
//! Runners in other languages read the same files.

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::Purpose;
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{
    AskRefused, Asked, Bundle, Digits, Finding, Frames, Gear, Inspector, LegalBasis, Memory, PaperReport, Post,
    Question, Report, Roots, Scan, Seed, SetUp, Towed, Vehicle, VehicleKind, What,
};
use doichieu_kit::{encounter, late};
use files::{Arrived, Challenge, Expect, unhex};
use laws::{broken_law, shown, unnamed_by_rules};

#[path = "run_files.rs"]
mod files;
#[path = "run_laws.rs"]
mod laws;

pub(crate) use files::{Blobs, Vector};

/// How a case went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Pass,
    /// Not as expected, and the file says why.
    KnownDivergence,
    /// Not as expected, or a law that holds for every case is broken.
    UnexpectedFailure(String),
    /// As expected, although the file says that it is not.
    UnexpectedSuccess,
}

/// Runs one case twice from the same memory, and holds it to its expectation and to what must hold for every case.
pub(crate) fn run(vector: &Vector, blobs: &Blobs) -> Outcome {
    let (first, second) = (inspect(vector, blobs), inspect(vector, blobs));
    let broken = match (&first, &second) {
        (Ok(first), Ok(second)) if first.json != second.json => Some("the same inputs gave another report".to_owned()),
        (Ok(first), _) => first.broken.clone(),
        _ => None,
    };
    let found = first.map_or_else(|stopped| *stopped.found, |seen| seen.found);
    match (vector.expect.met_by(&found), &vector.diverges, broken) {
        (_, _, Some(law)) => Outcome::UnexpectedFailure(law),
        (true, None, None) => Outcome::Pass,
        (true, Some(_), None) => Outcome::UnexpectedSuccess,
        (false, Some(_), None) => Outcome::KnownDivergence,
        (false, None, None) => Outcome::UnexpectedFailure(format!("expected {:?}, found {found:?}", vector.expect)),
    }
}

/// What a case answers, to the byte: the report's JSON, or why there is none. Other builds of the engine must say the same.
pub(crate) fn told(vector: &Vector, blobs: &Blobs) -> String {
    inspect(vector, blobs).map_or_else(|stopped| stopped.told, |seen| seen.json)
}

/// Why there is no report.
struct Stopped {
    found: Box<Expect>,
    told: String,
}

impl Stopped {
    fn unread(layer: &str, told: String) -> Self {
        Self { found: Box::new(Expect::Unreadable { unreadable: layer.to_owned() }), told }
    }
}

/// What the citizen's app says of an ask.
impl Stopped {
    fn asked(opened: Result<Asked, AskRefused>) -> Self {
        let (found, told) = match opened {
            Err(refused) => (Expect::Asked { asked: refused.code().to_owned() }, refused.code()),
            Ok(asked) => {
                let (test, overdue) = (asked.is_test(), asked.lists_overdue());
                (Expect::Genuine { digits: picked(&asked), test, overdue }, "genuine")
            }
        };
        Self { found: Box::new(found), told: told.to_owned() }
    }
}

/// The one pair of digits that a citizen may pick, of all there are.
fn picked(asked: &Asked) -> String {
    let taken = (0..100).filter_map(Digits::new).filter(|digits| asked.clone().picked(*digits).is_ok());
    let taken: Vec<_> = taken.map(|digits| digits.to_string()).collect();
    assert!(asked.choices(&[7; 16]).iter().any(|of| taken.contains(&of.to_string())), "the true ones are offered");
    taken.join(" ")
}

/// A report as far as a case is compared with it.
struct Seen {
    found: Expect,
    json: String,
    broken: Option<String>,
}

/// `Err`: there is no report.
fn inspect(vector: &Vector, blobs: &Blobs) -> Result<Seen, Stopped> {
    let blob = |name: &String| blobs.get(name).unwrap_or_else(|| panic!("{}: no blob {name}", vector.id));
    let open = if vector.test_root { Roots::dangerous_test } else { Roots::from_bytes };
    let roots = open(blob(&vector.roots)).map_err(set_up)?;
    let mut memory = Memory::new();
    for bundle in &vector.bundles_before {
        Bundle::open(blob(bundle), &roots, late(), &mut memory).map_err(set_up)?;
    }
    let bundle = Arc::new(Bundle::open(blob(&vector.bundle), &roots, late(), &mut memory).map_err(set_up)?);
    if let Arrived::Ask(text) = &vector.input {
        return Err(Stopped::asked(Asked::open(text, &bundle, at(vector.at))));
    }
    for before in &vector.before {
        let bench = Bench::new(blob(&before.post), &bundle, before.purpose, before.challenge.as_ref());
        let bench = bench.unwrap_or_else(|e| panic!("before: {}", e.told));
        let seen = bench.see(&before.input, before.at, None, None, &mut memory);
        seen.unwrap_or_else(|e| panic!("{}: before: {}", vector.id, e.told));
    }
    let mut bench = Bench::new(blob(&vector.post), &bundle, vector.purpose, vector.challenge.as_ref())?;
    bench.ask_on(vector.basis.as_deref())?;
    bench.ask_only(vector.question);
    let vehicle = vector.vehicle.as_deref().map(vehicle);
    let report = bench.see(&vector.input, vector.at, vehicle, vector.plate.clone(), &mut memory);
    let report = report?;
    Ok(Seen::of(report, at(vector.at)))
}

/// An inspector with its ask.
struct Bench {
    inspector: Inspector,
    ask: doichieu::Ask,
}

impl Bench {
    fn new(licence: &[u8], bundle: &Arc<Bundle>, purpose: u64, challenge: Option<&Challenge>) -> Result<Self, Stopped> {
        let post = Post::open(licence, bundle).map_err(set_up)?;
        let inspector = Inspector::new(Arc::clone(bundle), post).map_err(set_up)?;
        let ask = match challenge {
            None => inspector.unprompted(Purpose::new(purpose), &encounter()),
            Some(made) => {
                inspector.resume(&made.text, &Seed::new(unhex(&made.secret).try_into().unwrap()), &encounter())
            }
        };
        Ok(Self { ask: ask.map_err(|error| refused(error.code()))?, inspector })
    }

    /// Asks on a legal basis besides.
    fn ask_on(&mut self, basis: Option<&str>) -> Result<(), Stopped> {
        if let Some(basis) = basis {
            let ask = self.inspector.on_basis(self.ask.purpose(), &LegalBasis::new(basis).unwrap(), &encounter());
            self.ask = ask.map_err(|error| refused(error.code()))?;
        }
        Ok(())
    }

    /// Asks a question instead of fields.
    fn ask_only(&mut self, question: Option<u64>) {
        if let Some(question) = question {
            let question = Question::from_number(question).unwrap();
            self.ask = self.inspector.unprompted_question(self.ask.purpose(), question, &encounter()).unwrap();
        }
    }

    /// The report, or where reading ended.
    fn see(
        &self,
        input: &Arrived,
        when: u64,
        vehicle: Option<Vehicle>,
        plate: Option<String>,
        memory: &mut Memory,
    ) -> Result<Report, Stopped> {
        let mut ask = self.ask.clone();
        ask = vehicle.into_iter().fold(ask, doichieu::Ask::for_vehicle);
        ask = plate.into_iter().fold(ask, doichieu::Ask::for_plate);
        let mut inspect = |scan: Scan<'_>| {
            let seen = self.inspector.inspect(scan, &ask, at(when), memory);
            seen.map_err(|e| Stopped::unread(e.layer.name(), e.to_string()))
        };
        match input {
            Arrived::Scan(text) => inspect(Scan::qr(text)),
            Arrived::Frame(digits) => inspect(Scan::frame(&unhex(digits))),
            Arrived::Codes(codes) => {
                let mut frames = Frames::new();
                for code in codes {
                    frames.push(code);
                }
                match frames.complete() {
                    Some((What::Presentation, bytes)) => inspect(Scan::frame(bytes)),
                    Some((What::SealedAnswer, bytes)) => inspect(Scan::sealed(bytes)),
                    _ => Err(Stopped::unread("frames", "frames".to_owned())),
                }
            }
            Arrived::Ask(_) => panic!("an ask is for the citizen's app"),
        }
    }
}

/// A vehicle as the files write it.
fn vehicle(text: &str) -> Vehicle {
    let (name, measures) = text.split_once(':').unwrap_or((text, ""));
    let mut vehicle = Vehicle::new(VehicleKind::from_name(name).unwrap());
    for measure in measures.split(',').filter(|measure| !measure.is_empty()) {
        let (name, value) = measure.split_once('=').unwrap_or((measure, ""));
        let number = value.parse().ok();
        match name {
            "cc" => vehicle.displacement_cc = number,
            "w" => vehicle.power_w = number,
            "seats" => vehicle.seats = number,
            "kg" => vehicle.gross_mass_kg = number,
            "payload" => vehicle.payload_kg = number,
            "trailer" => vehicle.towed = Towed::Trailer { gross_mass_kg: number },
            "semi_trailer" => vehicle.towed = Towed::SemiTrailer,
            "carriage" => vehicle.towed = Towed::Carriage,
            "manual" => vehicle.gear = Some(Gear::Manual),
            "automatic" => vehicle.gear = Some(Gear::Automatic),
            _ => panic!("{text}: no such measure"),
        }
    }
    vehicle
}

fn at(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn set_up(error: SetUp) -> Stopped {
    refused(error.code())
}

fn refused(code: &str) -> Stopped {
    Stopped { found: Box::new(Expect::SetUp { set_up: code.to_owned() }), told: code.to_owned() }
}

impl Seen {
    fn of(mut report: Report, at: UnixTime) -> Self {
        let json = report.to_json();
        let verdict = report.verdict().name().to_owned();
        let findings: Vec<Finding> = report.findings().to_vec();
        let on_papers = report.papers().iter().flat_map(|paper| paper.findings().to_vec());
        let (graver, notes): (Vec<_>, Vec<_>) =
            findings.iter().copied().chain(on_papers).partition(|finding| finding.gravity() > Gravity::Note);
        let codes = |found: &[Finding]| {
            let codes: BTreeSet<_> = found.iter().map(|finding| finding.code().to_owned()).collect();
            codes.into_iter().collect::<Vec<_>>()
        };
        let shown = shown(&mut report, at);
        let broken = broken_law(&json, &findings, shown.as_deref()).or_else(|| unnamed_by_rules(&report));
        let covers = report.papers().iter().find_map(PaperReport::covers);
        let covers = covers.map(|covers| Box::new([covers.answer.name(), covers.rule].map(str::to_owned)));
        let answer = report.papers().iter().find_map(PaperReport::answered);
        let answer = answer.map(|answered| answered.answer.name().to_owned());
        let (codes, notes, values) = (codes(&graver), codes(&notes), shown.is_some());
        let found = Expect::Report { verdict, codes, notes, values, covers, answer };
        Self { found, json, broken }
    }
}
