//! Several showings of one check, and what nobody showed.

use crate::ask::EncounterSeed;
use crate::error::DoichieuError;
use crate::finding::{Finding, Headline, Step, Verdict};
use crate::inspector::Inspector;
use crate::names::{Kind, Purpose};
use crate::report::{Covers, Report};
use crate::slot::{SharedEncounter, Slot, lock};
use crate::time::at;
use crate::vehicle::Vehicle;
use doichieu::RoleProfile;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// One check with showings of several phones, all of one post, under one bundle, for one purpose, in one encounter.
#[derive(Debug, uniffi::Object)]
pub struct Encounter {
    encounter: SharedEncounter,
    slots: Mutex<Vec<Slot>>,
    role: RoleProfile,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Scene {
    /// The vehicle that the officer picked.
    #[uniffi(default = None)]
    pub vehicle: Option<Vehicle>,
    /// The plate that the officer reads.
    #[uniffi(default = None)]
    pub plate: Option<String>,
}

#[uniffi::export]
impl Encounter {
    /// At which nothing was shown yet.
    #[uniffi::constructor]
    pub fn new(inspector: &Inspector, purpose: Purpose, seed: &EncounterSeed) -> Result<Arc<Self>, DoichieuError> {
        let encounter = doichieu::Encounter::new(&inspector.0, purpose.core()?, &seed.0);
        Ok(Arc::new(Self {
            encounter: Arc::new(Mutex::new(encounter)),
            slots: Mutex::new(Vec::new()),
            role: inspector.0.post().role().clone(),
        }))
    }

    /// Adds a report; it and its releases stay readable where they are held.
    pub fn add(&self, report: &Report) -> Result<(), DoichieuError> {
        let mut slots = lock(&self.slots);
        report.slot().move_into(&self.encounter, None)?;
        slots.push(report.slot().clone());
        Ok(())
    }

    /// Puts a report in the place of one whose values have ended: that phone's code, shown again.
    pub fn add_again(&self, place: u32, report: &Report, now: SystemTime) -> Result<(), DoichieuError> {
        let (now, mut slots) = (at(now)?, lock(&self.slots));
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        report.slot().move_into(&self.encounter, Some((place, now, slots.get(place))))?;
        if let Some(slot) = slots.get_mut(place) {
            *slot = report.slot().clone();
        }
        Ok(())
    }

    /// A code that was no document: while it is not read after all, nothing is accepted.
    pub fn add_unread(&self) {
        lock(&self.encounter).add_unread();
    }

    /// One of those was read, and its report is added like any other. Answers whether one was open.
    pub fn read_after_all(&self) -> bool {
        lock(&self.encounter).read_after_all()
    }

    /// Whether it takes no more.
    pub fn full(&self) -> bool {
        lock(&self.encounter).is_full()
    }

    /// Judges the papers of all showings together, beside what stands there, and says what is needed and was not shown.
    pub fn judge(&self, scene: Scene, now: SystemTime) -> Result<EncounterReport, DoichieuError> {
        let mut seen = doichieu::Seen::default();
        if let Some(vehicle) = &scene.vehicle {
            seen = seen.for_vehicle(vehicle.core()?);
        }
        if let Some(plate) = scene.plate {
            seen = seen.for_plate(plate);
        }
        let report = lock(&self.encounter).judge(&seen, at(now)?);
        Ok(self.told(&report))
    }
}

impl Encounter {
    fn told(&self, of: &doichieu::EncounterReport) -> EncounterReport {
        EncounterReport {
            verdict: Verdict::of(of.verdict()),
            headline: Headline::of(of.headline()),
            is_test: of.is_test(),
            findings: Finding::all(of.findings(), None, &self.role),
            papers: of.papers().iter().map(|paper| EncounterPaper::of(paper, &self.role)).collect(),
            needs: of.needs().iter().map(Need::of).collect(),
            showings: of.showings().iter().map(|of| EncounterShowing::of(of, &self.role)).collect(),
            unread: count(of.unread()),
            json: of.to_json(),
        }
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// What the showings of an encounter say together. No value in it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct EncounterReport {
    /// The gravest.
    pub verdict: Verdict,
    /// For a screen.
    pub headline: Headline,
    /// A test root stands behind it: every screen then says TEST.
    pub is_test: bool,
    /// Between papers, and about those that are needed and were not shown.
    pub findings: Vec<Finding>,
    /// The proven papers of all showings; those that have ended by what they left.
    pub papers: Vec<EncounterPaper>,
    /// What this vehicle or visit needs, in the order of the law.
    pub needs: Vec<Need>,
    /// What each showing comes to, in the order they came.
    pub showings: Vec<EncounterShowing>,
    /// Codes that were not read.
    pub unread: u32,
    /// Canonical JSON, the same bytes everywhere.
    pub json: String,
}

/// A proven paper of an encounter.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct EncounterPaper {
    /// Place of its report, in the order they came.
    pub report: u32,
    /// Its place among that report's papers.
    pub paper: u32,
    /// `null`: a kind that this engine cannot read.
    pub kind: Option<Kind>,
    /// What came of it here.
    pub verdict: Verdict,
    /// For a screen.
    pub headline: Headline,
    /// In words.
    pub findings: Vec<Finding>,
    /// Of a licence: whether it covers the vehicle.
    pub covers: Option<Covers>,
    /// Its release has ended: what is said of it was found while it lived.
    pub ended: bool,
}

impl EncounterPaper {
    fn of(of: &doichieu::EncounterPaper, role: &RoleProfile) -> Self {
        Self {
            report: count(of.report()),
            paper: count(of.paper()),
            kind: Kind::of(of.kind()),
            verdict: Verdict::of(of.verdict()),
            headline: Headline::of(of.headline()),
            findings: Finding::all(of.findings(), Some(of.kind()), role),
            covers: of.covers().map(Covers::of),
            ended: of.has_ended(),
        }
    }
}

/// What one showing comes to.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct EncounterShowing {
    /// By itself.
    pub verdict: Verdict,
    /// For a screen.
    pub headline: Headline,
    /// About it as a whole.
    pub findings: Vec<Finding>,
    /// Its values have ended.
    pub ended: bool,
}

impl EncounterShowing {
    fn of(of: &doichieu::EncounterShowing, role: &RoleProfile) -> Self {
        Self {
            verdict: Verdict::of(of.verdict()),
            headline: Headline::of(of.headline()),
            findings: Finding::all(of.findings(), None, role),
            ended: of.has_ended(),
        }
    }
}

/// A paper that is needed. One that was not shown is not said to be missing.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Need {
    /// `null`: a kind that this engine cannot read.
    pub kind: Option<Kind>,
    /// `shown`, `answered`, `not_shown`, `not_proven`, `not_applicable`, `undetermined`; stable.
    pub state: String,
    /// The rule that asks for it.
    pub rule: String,
    /// Its article.
    pub law: String,
    /// What may lawfully be done, in order; none where it was shown.
    pub steps: Vec<Step>,
    /// Which measure to look for where it is *undetermined* and one would decide.
    pub measure: Option<String>,
}

impl Need {
    fn of(of: &doichieu::Need) -> Self {
        Self {
            kind: Kind::of(of.kind()),
            state: of.state().name().to_owned(),
            rule: of.rule().to_owned(),
            law: of.law().to_owned(),
            steps: of.steps().iter().map(|step| Step::lawful(step, of.kind())).collect(),
            measure: of.measure().map(|measure| measure.name().to_owned()),
        }
    }
}
