//! A post on its shift, and what its reports say.
//!
//! Every inspection is held to what holds for all: a finding on the post's side never names a step that costs the
//! citizen anything, and a failed proof shows no value.

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::reason::{Gravity, Side};
use doichieu::time::UnixTime;
use doichieu::{
    Answer, Ask, Bundle, Finding, Inspector, Memory, PaperReport, Post, Proof, Report, Roots, Scan, Vehicle,
    VehicleKind,
};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;

/// A post on its shift.
pub(crate) struct Shift {
    pub(crate) inspector: Inspector,
    pub(crate) ask: Ask,
    pub(crate) memory: Memory,
}

impl Shift {
    pub(crate) fn traffic(world: &World) -> Self {
        Self::new(world, "traffic_police", Purpose::TRAFFIC_CONTROL)
    }

    pub(crate) fn new(world: &World, role: &str, purpose: Purpose) -> Self {
        let mut memory = Memory::new();
        let open = if world.authority.first.test { Roots::dangerous_test } else { Roots::from_bytes };
        let roots = open(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
        let post = Post::open(&world.mandate(role), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        let ask = inspector.unprompted(purpose, &encounter_seed()).unwrap();
        Self { inspector, ask, memory }
    }

    pub(crate) fn before(mut self, vehicle: Vehicle) -> Self {
        self.ask = self.ask.for_vehicle(vehicle);
        self
    }

    pub(crate) fn inspect(&mut self, text: &str, at: u64) -> Report {
        let at = UnixTime::new(at).unwrap();
        let report = self.inspector.inspect(Scan::qr(text), &self.ask, at, &mut self.memory).unwrap();
        for finding in all(&report).into_iter().filter(|finding| finding.side() == Side::Post) {
            let step = self.inspector.post().role().step(finding.reason());
            assert!(!step.costs_citizen(), "{} costs the citizen: {}", finding.code(), step.text().en);
            assert!(!finding.reason().row().step.costs_citizen());
        }
        report
    }
}

pub(crate) fn car() -> Vehicle {
    let mut car = Vehicle::new(VehicleKind::Car);
    car.seats = Some(5.into());
    car
}

pub(crate) fn motorcycle() -> Vehicle {
    let mut motorcycle = Vehicle::new(VehicleKind::Motorcycle);
    motorcycle.displacement_cc = Some(109.into());
    motorcycle
}

/// Findings at the top and on every paper.
pub(crate) fn all(report: &Report) -> Vec<Finding> {
    let of_papers = report.papers().iter().flat_map(PaperReport::findings);
    report.findings().iter().chain(of_papers).copied().collect()
}

/// Codes above a note.
pub(crate) fn graver(report: &Report) -> BTreeSet<&'static str> {
    all(report).iter().filter(|finding| finding.gravity() > Gravity::Note).map(Finding::code).collect()
}

pub(crate) fn notes(report: &Report) -> BTreeSet<&'static str> {
    all(report).iter().filter(|finding| finding.gravity() == Gravity::Note).map(Finding::code).collect()
}

pub(crate) fn the(report: &Report, code: &str) -> Finding {
    let found = all(report).into_iter().find(|finding| finding.code() == code);
    found.unwrap_or_else(|| panic!("no {code} among {:?}", all(report)))
}

/// How many fields the report shows in all.
pub(crate) fn shown(report: &mut Report) -> usize {
    let at = report.at();
    let fields = |paper: &mut PaperReport| match paper.proof() {
        Proof::Proven(release) => release.at(at).unwrap().fields().count(),
        _ => 0,
    };
    let count = report.papers_mut().iter_mut().map(fields).sum();
    assert!(count == 0 || !report.findings().iter().any(Finding::is_failed_proof), "values in spite of a failed proof");
    count
}

/// The text of a field, as a screen shows it; `None`: not shown.
pub(crate) fn text_of(report: &mut Report, kind: Kind, field: Field) -> Option<String> {
    let at = report.at();
    let paper = report.papers_mut().iter_mut().find(|paper| paper.kind() == kind)?;
    let Proof::Proven(release) = paper.proof() else { return None };
    match release.at(at).unwrap().answer(field) {
        Answer::Shown(value) => value.safe_text(),
        _ => None,
    }
}

pub(crate) fn codes(codes: &[&'static str]) -> BTreeSet<&'static str> {
    codes.iter().copied().collect()
}
