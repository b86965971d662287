//! An encounter: one check that collects several showings, from several phones if need be, and holds them against each
//! other.
//!
//! The owner on the pillion shows the registration on her own phone, the driver shows his licence on his: two keys, two
//! people, one vehicle. Each showing is inspected and proven on its own; nothing is merged, and no proof of one stands
//! in for another's.
//!
//! What the vehicle or the visit needs and nobody showed is found here, so that nothing green hides it. One report is a
//! encounter of one.

use crate::cbor::write::Writer;
use crate::digest::Digest32;
use crate::encounter_seed::EncounterSeed;
use crate::evidence::{Outcome, Verdict, judge};
use crate::field::{Kind, Purpose};
use crate::finding::Finding;
use crate::inspector::Inspector;
use crate::needs::{Need, Occasion, needs};
use crate::report::{Headline, Report};
use crate::scene::{Scene, Seen};
use crate::time::UnixTime;
use alloc::sync::Arc;
use alloc::vec::Vec;

mod across;
mod again;
mod answers;
mod kept;
mod member;
mod occasion;
mod refused;
mod report;
mod weigh;

use answers::{Answer, Beside};
pub use kept::KEPT_FOR;
use kept::{KeptNeeds, KeptShowing};
use member::{Ground, Judged, members};
pub use refused::{EncounterRefused, NotAdded};
use report::Judgement;
pub use report::{EncounterPaper, EncounterReport, EncounterShowing};
use weigh::{besides_vehicles, showing};

/// Showings of one encounter: driver, owner, and a few passengers; more than these are another encounter.
const MAX_SHOWINGS: usize = 8;

/// The reports of one check, with their releases: all of one post, under one bundle, for one purpose.
///
/// ```
/// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
/// # let world = doichieu_kit::scene::World::demo();
/// # let mut memory = Memory::new();
/// # let roots = Roots::dangerous_test(&world.anchor())?;
/// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
/// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
/// # let inspector = Inspector::new(bundle, post)?;
/// # let at = UnixTime::new(world.now).ok_or("in seconds")?;
/// # let [driver, owner] = doichieu_kit::borrowed::motorbike(&world).map(|scene| scene.text());
/// # let random = [1; 32];
/// use doichieu::{Encounter, EncounterSeed, Scan, Seen, Verdict, reason::Reason};
///
/// let seed = EncounterSeed::new(random); // one for both phones
/// let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &seed)?;
/// let mut encounter = Encounter::new(&inspector, ask.purpose(), &seed);
/// for text in [driver, owner] {
///     let report = inspector.inspect(Scan::qr(&text), &ask, at, &mut memory)?;
///     encounter.add(report).map_err(|not_added| not_added.why())?;
/// }
/// let report = encounter.judge(&Seen::default().for_plate("43F1-618.05".into()), at);
/// assert_eq!(report.verdict(), Verdict::Accept);
/// // Somebody else's motorbike: lawful, and said.
/// assert_eq!(report.findings()[0].reason(), Reason::VehicleOwnerDiffers);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Encounter {
    inspector: Inspector,
    purpose: Purpose,
    encounter: EncounterSeed,
    reports: Vec<Report>,
    /// What each report leaves when its releases end, in the same order.
    kept: Vec<KeptShowing>,
    needs: Option<KeptNeeds>,
    /// What stood there at the last judgement.
    seen: Option<Seen>,
    /// How many showings there ever were.
    count: u32,
    unread: usize,
}

impl Encounter {
    /// An encounter of this inspector's post for a purpose, at which nothing was shown yet. Its asks are made in the
    /// same encounter.
    #[must_use]
    pub fn new(inspector: &Inspector, purpose: Purpose, encounter: &EncounterSeed) -> Self {
        let (inspector, encounter) = (inspector.clone(), encounter.clone());
        let (reports, kept) = (Vec::new(), Vec::new());
        Self { inspector, purpose, encounter, reports, kept, needs: None, seen: None, count: 0, unread: 0 }
    }

    /// What all of it is for.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Whether it takes no more reports: [`EncounterRefused::Full`].
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.reports.len() >= MAX_SHOWINGS
    }

    /// Adds a report. Several phones may be asked by several challenges; post, bundle, purpose and encounter are those
    /// of the encounter. All is judged at once beside what was seen last, so that what it proved stands when it ends.
    ///
    /// A report knows the ask it was made with, so there is none to mistake for it.
    ///
    /// # Errors
    /// [`NotAdded`] holds the report, to be shown by itself, and why it is not of this encounter.
    pub fn add(&mut self, report: Report) -> Result<(), NotAdded> {
        match self.refuses(&report) {
            Some(why) => Err(NotAdded::new(why, report)),
            None if self.is_full() => Err(NotAdded::new(EncounterRefused::Full, report)),
            None => {
                let place = self.reports.len();
                self.put(place, report);
                Ok(())
            }
        }
    }

    /// Puts a report into its place, and judges while all of it lives. Answers the one that stood there.
    fn put(&mut self, place: usize, report: Report) -> Option<Report> {
        self.count = self.count.saturating_add(1);
        let kept = KeptShowing::of(self.count, report.at(), report.papers().len());
        let seen = self.seen.clone().unwrap_or_else(|| report.inputs.seen.clone());
        let replaced = match (self.reports.get_mut(place), self.kept.get_mut(place)) {
            (Some(of), Some(before)) => {
                *before = kept;
                Some(core::mem::replace(of, report))
            }
            _ => {
                self.reports.push(report);
                self.kept.push(kept);
                None
            }
        };
        // Not before any of them was inspected: a clock set back would end it.
        if let Some(at) = self.reports.iter().map(Report::at).max() {
            let before = self.seen.take();
            drop(self.judge(&seen, at));
            self.seen = before;
        }
        replaced
    }

    fn refuses(&self, report: &Report) -> Option<EncounterRefused> {
        let (post, inputs) = (self.inspector.post(), &report.inputs);
        // An ask can be carried to another post: both the ask and the report have to be this one's.
        let ours = inputs.terms.is_of(post) && inputs.post == *post.digest();
        let same_encounter = inputs.terms.encounter().salt() == self.encounter.salt();
        let checks = [
            (inputs.bundle_hash == self.inspector.bundle().hash(), EncounterRefused::OtherBundle),
            (inputs.role == post.role().role(), EncounterRefused::OtherRole),
            (ours, EncounterRefused::OtherPost),
            (inputs.terms.purpose() == self.purpose, EncounterRefused::OtherPurpose),
            (same_encounter, EncounterRefused::OtherEncounter),
        ];
        checks.into_iter().find(|(holds, _)| !holds).map(|(_, why)| why)
    }

    /// Something was shown that is no document: a code not read yet. It has no report, and this encounter is not
    /// accepted while it is not [read after all](Encounter::read_after_all).
    pub const fn add_unread(&mut self) {
        self.unread = self.unread.saturating_add(1);
    }

    /// One of the codes that were not read was, and its report is [added](Encounter::add) like any other. Answers
    /// whether one was open.
    pub const fn read_after_all(&mut self) -> bool {
        let open = self.unread > 0;
        self.unread = self.unread.saturating_sub(1);
        open
    }

    /// The reports, in the order they came.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The reports, to read what they disclose.
    pub fn reports_mut(&mut self) -> &mut [Report] {
        &mut self.reports
    }

    /// Judges the papers of all showings together: a licence for the vehicle that another phone's registration
    /// describes, that vehicle against the plate seen and against its owner.
    ///
    /// Of a showing whose release has ended at `at` stands what was found while it lived: its verdict and codes, whose
    /// vehicle it is, whether a licence covers, whether a plate is the one typed; for [`KEPT_FOR`] after its
    /// inspection, and beside the same vehicle and plate. Beside another, or where two papers never lived together, it
    /// is not known and refers; the step is to show that code again ([`Encounter::add_again`]). No value and no digest
    /// of one is kept for it. Judge while it lives, then: what nobody asked cannot be kept. [`Encounter::add`] does so
    /// too.
    ///
    /// An answer counts only for the vehicle that it was computed for
    /// ([`Answered::vehicle`](crate::Answered::vehicle)). Beside another, where none is known, or if the question is
    /// not about a vehicle at all, the encounter is not accepted: ask anew, for this vehicle. It never is better than
    /// the fields in whose place the answer stands, and ends when they would have.
    ///
    /// `seen` is the vehicle that stands there, if the officer picked one, whatever was seen when a report was made.
    /// What may be told of a paper is what its own ask asked for.
    pub fn judge(&mut self, seen: &Seen, at: UnixTime) -> EncounterReport {
        let reversible_tolerance = self.inspector.post().role().tolerances().reversible;
        let law_unchecked = self.inspector.bundle().law_is_unchecked(at);
        let scene = Scene { at, reversible_tolerance, purpose: self.purpose, seen, law_unchecked };
        let asks: Vec<_> = self.reports.iter().map(|report| Arc::clone(&report.inputs.terms)).collect();
        let Judging { on, judged, mut across, occasion } = self.papers(&scene);
        let needs_licence = occasion.asks_for(Kind::DRIVING_LICENCE);
        let answers = Answer::all(&mut self.reports, &mut self.kept, &Beside { on: &on, needs_licence });
        across.extend(answers.iter().filter_map(Answer::finding));
        // No report, no ask to go by: everything that the purpose allows counts as asked for.
        let asked = |kind| asks.is_empty() || asks.iter().any(|ask| ask.wants_kind(kind));
        let counts = |place| answers.iter().all(|answer| answer.place != place || answer.counts());
        let needs = needs(&occasion, &self.reports, asked, counts);
        across.extend(needs.iter().filter_map(Need::finding));
        across.extend(self.aged(at));
        self.seen = Some(seen.clone());
        self.report(judged, across, &answers, needs, &scene)
    }

    /// Every proven paper judged, and all of them against each other.
    fn papers<'a>(&mut self, scene: &'a Scene<'a>) -> Judging<'a> {
        let members = members(&mut self.reports, &mut self.kept, scene.at);
        let on = Ground::of(&members, scene);
        let mut across = across::between(&members, &mut self.kept, &on);
        let mut judged = Vec::with_capacity(members.len());
        for member in &members {
            let kept = self.kept.get_mut(member.place.0).and_then(|kept| kept.paper_mut(member.place.1));
            judged.extend(kept.map(|kept| member.judge(&on, kept)));
        }
        across::vehicles(&members, &judged, &mut across);
        let occasion = occasion::of(&members, &mut self.kept, &mut self.needs, &on);
        Judging { on, judged, across, occasion }
    }

    /// What has become of this post since: lists, mandate and clock are asked at every judgement, for what a showing
    /// proved stands no longer than they do.
    fn aged(&self, at: UnixTime) -> Vec<Finding> {
        let told = |finding: &Finding| {
            let alike = |of: &Finding| of.reason() == finding.reason() && of.gravity() >= finding.gravity();
            self.reports.iter().any(|report| report.findings().iter().any(alike))
        };
        let found = if self.reports.is_empty() { Vec::new() } else { self.inspector.aged(at) };
        found.into_iter().filter(|finding| !told(finding)).collect()
    }

    fn report(
        &self,
        judged: Vec<Judged>,
        across: Vec<Finding>,
        answers: &[Answer],
        needs: Vec<Need>,
        scene: &Scene<'_>,
    ) -> EncounterReport {
        let (mut showings, mut decisive) = (Vec::new(), across.clone());
        for (index, report) in self.reports.iter().enumerate() {
            let own: Vec<_> = judged.iter().filter(|judged| judged.paper.report() == index).collect();
            let answers: Vec<_> = answers.iter().filter(|answer| answer.place.0 == index).collect();
            let ended = own.iter().any(|of| of.paper.has_ended()) || answers.iter().any(|answer| answer.ended);
            let besides = besides_vehicles(report);
            let (verdict, findings) = showing(report, &own, &besides, &answers);
            let judged = Judgement { verdict, headline: Headline::of(verdict, findings.iter()) };
            showings.push(EncounterShowing::new(judged, besides, ended));
            decisive.extend(findings);
        }
        let worst = showings.iter().map(EncounterShowing::verdict).max().unwrap_or(Verdict::Refer);
        let whole = self.whole(worst.max(judge([&Outcome::from(across.clone())])), &decisive);
        let papers = judged.into_iter().map(|judged| judged.paper).collect();
        EncounterReport::new(whole, across, showings, papers, needs, self.inputs(scene))
    }

    fn whole(&self, verdict: Verdict, decisive: &[Finding]) -> Judgement {
        let verdict = if self.unread > 0 { verdict.max(Verdict::Refer) } else { verdict };
        match verdict {
            Verdict::Refer if self.unread > 0 => Judgement { verdict, headline: Headline::ScanAgain },
            _ => Judgement { verdict, headline: Headline::of(verdict, decisive.iter()) },
        }
    }

    fn inputs(&self, scene: &Scene<'_>) -> report::Inputs {
        let bundle = self.inspector.bundle();
        report::Inputs {
            at: scene.at,
            bundle_number: bundle.number(),
            bundle_hash: bundle.hash(),
            purpose: self.purpose.number(),
            role: self.inspector.post().role().role().into(),
            scans: self.reports.iter().map(|report| report.inputs.scan).collect(),
            scene: digest(scene.seen, &self.encounter),
            test: bundle.is_test(),
            unread: self.unread,
        }
    }
}

/// SHA-256 over the one encoding of what was seen, salted: few plates there are, and each could be tried.
fn digest(seen: &Seen, encounter: &EncounterSeed) -> Digest32 {
    let mut writer = Writer::new();
    seen.write(&mut writer);
    encounter.salt().digest("dc1 scene", &writer.into_bytes())
}

/// What one judgement makes of the papers before it asks what is needed.
struct Judging<'a> {
    on: Ground<'a>,
    judged: Vec<Judged>,
    across: Vec<Finding>,
    occasion: Occasion,
}
