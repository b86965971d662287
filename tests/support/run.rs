//! One runner over the data files of `tests/vectors/`, through the public API. Included with `#[path]`.
//!
//! Runners in other languages read the same files.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use doichieu::field::Purpose;
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{
    AskRefused, Asked, Bundle, Digits, Encounter, EncounterSeed, Finding, Frames, Gear, Inspector, LegalBasis, Memory,
    PaperReport, Post, Question, Report, Roots, Scan, Seed, SetUp, Showing, StoreAnswer, Towed, Vehicle, VehicleKind,
    What,
};
use doichieu_kit::{another_encounter_seed, late};
use files::{Arrived, Challenge, Expect, Store, unhex};
use laws::{blank_value, broken_law, shown, unnamed_by_rules, unsaid_finding};

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

/// What a case answers, to the byte: the report's JSON, or why there is none. Other builds of the engine must say the
/// same.
pub(crate) struct Told {
    pub(crate) text: String,
    /// Of a report: the JSON of an encounter of it alone, beside what stood there.
    pub(crate) encounter: Option<String>,
}

pub(crate) fn told(vector: &Vector, blobs: &Blobs) -> Told {
    inspect(vector, blobs).map_or_else(
        |stopped| Told { text: stopped.told, encounter: None },
        |seen| Told { text: seen.json, encounter: Some(seen.encounter) },
    )
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
    encounter: String,
    broken: Option<String>,
}

/// `Err`: there is no report.
fn inspect(vector: &Vector, blobs: &Blobs) -> Result<Seen, Stopped> {
    let blob = |name: &String| blobs.get(name).unwrap_or_else(|| panic!("{}: no blob {name}", vector.id));
    let open = if vector.test_root { Roots::dangerous_test } else { Roots::from_bytes };
    let roots = open(blob(&vector.roots)).map_err(set_up)?;
    let mut memory = Memory::new();
    let bundle = Arc::new(open_bundles(vector, blobs, &roots, &mut memory).map_err(set_up)?);
    if let Arrived::Ask(text) = &vector.input {
        return Err(Stopped::asked(Asked::open(text, &bundle, at(vector.at))));
    }
    let mut kept = Kept { memory, store: vector.store.map(|_| BTreeMap::new()), fails: false };
    for before in &vector.before {
        let seed = another_encounter_seed(before.encounter);
        let bench = Bench::new(blob(&before.post), &bundle, before.purpose, before.challenge.as_ref(), seed);
        let bench = bench.unwrap_or_else(|e| panic!("before: {}", e.told));
        let seen = bench.see(&before.input, before.at, &mut kept);
        seen.unwrap_or_else(|e| panic!("{}: before: {}", vector.id, e.told));
    }
    kept.fails = vector.store == Some(Store::Fails);
    let seed = another_encounter_seed(vector.encounter);
    let mut bench = Bench::new(blob(&vector.post), &bundle, vector.purpose, vector.challenge.as_ref(), seed)?;
    bench.ask_on(vector.basis.as_deref())?;
    bench.ask_only(vector.question);
    bench.beside(vector.vehicle.as_deref().map(vehicle), vector.plate.clone());
    let mut report = bench.see(&vector.input, vector.at, &mut kept)?;
    if vector.still_this_person {
        bench.ask = report.showing().into_iter().fold(bench.ask, doichieu::Ask::still_this_person);
        report = bench.see(&vector.input, vector.at, &mut kept)?;
    }
    let again = bench.again(&vector.input, &report);
    let mut seen = Seen::of(&mut report, again, at(vector.at));
    let (role, when) = (bench.inspector.post().role(), at(vector.at));
    let unsaid = blank_value(&mut report, when).or_else(|| unsaid_finding(&mut report, role, when));
    seen.broken = seen.broken.or(unsaid);
    seen.encounter = bench.alone(report, vector);
    Ok(seen)
}

/// What a case goes by: the memory, or a store that several share.
struct Kept {
    memory: Memory,
    store: Option<BTreeMap<[u8; 32], Showing>>,
    fails: bool,
}

impl Kept {
    /// One inspection, with the store's answer where there is a store.
    fn inspect(&mut self, bench: &Bench, scan: Scan<'_>, when: u64) -> Result<Report, Stopped> {
        let unread = |e: doichieu::input::Unreadable| Stopped::unread(e.layer.name(), e.to_string());
        let Some(store) = &mut self.store else {
            return bench.inspector.inspect(scan, &bench.ask, at(when), &mut self.memory).map_err(unread);
        };
        let unsettled = bench.inspector.inspect_shared(scan, &bench.ask, at(when), &self.memory).map_err(unread)?;
        let answer = match unsettled.showing() {
            _ if self.fails => StoreAnswer::Failed,
            None => StoreAnswer::Fresh,
            Some(showing) => match store.entry(showing.key) {
                Entry::Vacant(place) => {
                    place.insert(*showing);
                    StoreAnswer::Fresh
                }
                Entry::Occupied(kept) => StoreAnswer::Seen(Showing::from_bytes(&kept.get().to_bytes()).unwrap()),
            },
        };
        Ok(unsettled.settle(answer))
    }
}

/// Opens the bundles of a case, each at its time. One that was offered before and is of the future leaves in the memory
/// what it leaves.
fn open_bundles(vector: &Vector, blobs: &Blobs, roots: &Roots, memory: &mut Memory) -> Result<Bundle, SetUp> {
    let mut times = vector.opened_at.clone().map(|times| times.into_iter().map(at));
    let mut open = |name: &String| {
        let at = times.as_mut().map_or_else(late, |times| times.next().unwrap());
        Bundle::open(blobs.get(name).unwrap_or_else(|| panic!("{}: no blob {name}", vector.id)), roots, at, memory)
    };
    for before in &vector.bundles_before {
        match open(before) {
            Ok(_) | Err(SetUp::FromTheFuture) => {}
            Err(error) => return Err(error),
        }
    }
    open(&vector.bundle)
}

/// An inspector with its ask.
struct Bench {
    inspector: Inspector,
    ask: doichieu::Ask,
    seed: EncounterSeed,
}

impl Bench {
    fn new(
        mandate: &[u8],
        bundle: &Arc<Bundle>,
        purpose: u64,
        challenge: Option<&Challenge>,
        seed: EncounterSeed,
    ) -> Result<Self, Stopped> {
        let post = Post::open(mandate, bundle).map_err(set_up)?;
        let inspector = Inspector::new(Arc::clone(bundle), post).map_err(set_up)?;
        let ask = match challenge {
            None => inspector.unprompted(Purpose::new(purpose), &seed),
            Some(made) => inspector.resume(&made.text, &Seed::new(unhex(&made.secret).try_into().unwrap()), &seed),
        };
        Ok(Self { ask: ask.map_err(|error| refused(error.code()))?, inspector, seed })
    }

    /// Asks on a legal basis besides.
    fn ask_on(&mut self, basis: Option<&str>) -> Result<(), Stopped> {
        if let Some(basis) = basis {
            let ask = self.inspector.on_basis(self.ask.purpose(), &LegalBasis::new(basis).unwrap(), &self.seed);
            self.ask = ask.map_err(|error| refused(error.code()))?;
        }
        Ok(())
    }

    /// Asks a question instead of fields.
    fn ask_only(&mut self, question: Option<u64>) {
        if let Some(question) = question {
            let question = Question::from_number(question).unwrap();
            self.ask = self.inspector.unprompted_question(self.ask.purpose(), question, &self.seed).unwrap();
        }
    }

    /// Asks beside a vehicle.
    fn beside(&mut self, vehicle: Option<Vehicle>, plate: Option<String>) {
        self.ask = vehicle.into_iter().fold(self.ask.clone(), doichieu::Ask::for_vehicle);
        self.ask = plate.into_iter().fold(self.ask.clone(), doichieu::Ask::for_plate);
    }

    /// The report, or where reading ended.
    fn see(&self, input: &Arrived, when: u64, kept: &mut Kept) -> Result<Report, Stopped> {
        scanned(input, |scan| kept.inspect(self, scan, when))
    }

    /// The report computed again from its inputs; `None`: it was no answer to the ask, and no frame of it could be
    /// kept.
    fn again(&self, input: &Arrived, report: &Report) -> Option<Report> {
        let frame = scanned(input, |scan| Ok(self.inspector.unsealed(scan, &self.ask).unwrap())).ok()??;
        Some(self.inspector.recompute(&frame, &self.ask, report.at(), &report.memory_extract()).unwrap())
    }
}

impl Bench {
    /// The JSON of an encounter of this report alone.
    fn alone(&self, report: Report, vector: &Vector) -> String {
        let mut encounter = Encounter::new(&self.inspector, self.ask.purpose(), &self.seed);
        encounter.add(report).unwrap_or_else(|refused| panic!("{}: {:?}", vector.id, refused.why()));
        let seen = vector
            .vehicle
            .as_deref()
            .map(vehicle)
            .into_iter()
            .fold(doichieu::Seen::default(), |seen, of| seen.for_vehicle(of));
        let seen = vector.plate.iter().fold(seen, |seen, plate| seen.for_plate(plate.clone()));
        let judged = encounter.judge(&seen, at(vector.at));
        assert_eq!(serde_json::to_string(&judged).unwrap(), judged.to_json(), "{}: serde writes the same", vector.id);
        judged.to_json()
    }
}

/// Hands over what arrived, as a scanner does.
fn scanned<T>(input: &Arrived, mut take: impl FnMut(Scan<'_>) -> Result<T, Stopped>) -> Result<T, Stopped> {
    match input {
        Arrived::Scan(text) => take(Scan::qr(text)),
        Arrived::Frame(digits) => take(Scan::frame(&unhex(digits))),
        Arrived::Codes(codes) => {
            let mut frames = Frames::new();
            for code in codes {
                frames.push(code);
            }
            match frames.complete() {
                Some((What::Showing, bytes)) => take(Scan::frame(bytes)),
                Some((What::SealedAnswer, bytes)) => take(Scan::sealed(bytes)),
                _ => Err(Stopped::unread("frames", "frames".to_owned())),
            }
        }
        Arrived::Ask(_) => panic!("an ask is for the citizen's app"),
    }
}

/// A vehicle as the files write it.
fn vehicle(text: &str) -> Vehicle {
    let (name, measures) = text.split_once(':').unwrap_or((text, ""));
    let mut vehicle = Vehicle::new(VehicleKind::from_name(name).unwrap());
    for measure in measures.split(',').filter(|measure| !measure.is_empty()) {
        let (name, value) = measure.split_once('=').unwrap_or((measure, ""));
        let number = measured(value);
        match name {
            "cc" => vehicle.displacement_cc = number,
            "w" => vehicle.power_w = number,
            "seats" => vehicle.seats = number,
            "kg" => vehicle.gross_mass_kg = number,
            "payload" => vehicle.payload_kg = number,
            "unladen" => vehicle.unladen_mass_kg = number,
            "like" => vehicle.seats_of_like = number,
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
    fn of(report: &mut Report, again: Option<Report>, at: UnixTime) -> Self {
        let json = report.to_json();
        let differs = again.is_some_and(|again| again.to_json() != json);
        let differs = differs.then(|| "computed again from its inputs it is another report".to_owned());
        assert_eq!(serde_json::to_string(report).unwrap(), json, "serde writes the same");
        let verdict = report.verdict().name().to_owned();
        let findings: Vec<Finding> = report.findings().to_vec();
        let on_papers = report.papers().iter().flat_map(|paper| paper.findings().to_vec());
        let (graver, notes): (Vec<_>, Vec<_>) =
            findings.iter().copied().chain(on_papers).partition(|finding| finding.gravity() > Gravity::Note);
        let codes = |found: &[Finding]| {
            let codes: BTreeSet<_> = found.iter().map(|finding| finding.code().to_owned()).collect();
            codes.into_iter().collect::<Vec<_>>()
        };
        let shown = shown(report, at);
        let broken = broken_law(&json, &findings, shown.as_deref()).or_else(|| unnamed_by_rules(report)).or(differs);
        let covers = report.papers().iter().find_map(PaperReport::covers);
        let covers = covers.map(|covers| Box::new([covers.answer.name(), covers.rule].map(str::to_owned)));
        let answer = report.papers().iter().find_map(PaperReport::answered);
        let answer = answer.map(|answered| answered.answer.name().to_owned());
        let (codes, notes, values) = (codes(&graver), codes(&notes), shown.is_some());
        let found = Expect::Report { verdict, codes, notes, values, covers, answer };
        Self { found, json, encounter: String::new(), broken }
    }
}

/// `110`, `max125` or `over125`.
fn measured(value: &str) -> Option<doichieu::Measure> {
    let number = |text: &str| text.parse().ok();
    match (value.strip_prefix("max"), value.strip_prefix("over")) {
        (Some(bound), _) => number(bound).map(doichieu::Measure::AtMost),
        (_, Some(bound)) => number(bound).map(doichieu::Measure::Above),
        _ => number(value).map(doichieu::Measure::Exactly),
    }
}
