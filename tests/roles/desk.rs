//! A role's desk in a world: asks by challenge where its profile has no window, and reads what a phone shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{FieldRow, Purpose};
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{Asked, Bundle, Finding, Inspector, Memory, Post, Proof, Report, Roots, Scan, Seed, SetUp, Wants};
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::mandate::MandateSpec;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Allowance, answer};

pub(crate) const DAY: u64 = 86_400;

pub(crate) struct Desk<'w> {
    world: &'w World,
    role: String,
    pub(crate) inspector: Inspector,
    memory: Memory,
}

impl<'w> Desk<'w> {
    /// With the mandate that the kit gives the role: all that its profile allows.
    pub(crate) fn of(world: &'w World, role: &str) -> Self {
        Self::with(world, &world.mandate_spec(role)).unwrap()
    }

    /// With a mandate for whatever is said, whether the profile allows it or not.
    pub(crate) fn licensed(world: &'w World, role: &str, allowance: Allowance) -> Self {
        let mut mandate = world.mandate_spec(role);
        mandate.allowance = allowance;
        Self::with(world, &mandate).unwrap()
    }

    pub(crate) fn with(world: &'w World, mandate: &MandateSpec) -> Result<Self, SetUp> {
        let mut memory = Memory::new();
        let roots = Roots::dangerous_test(&world.anchor())?;
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
        let signed = mandate.sign(world.authority.mandate_key().unwrap()).encode();
        let inspector = Inspector::new(Arc::clone(&bundle), Post::open(&signed, &bundle)?)?;
        Ok(Self { world, role: mandate.role.clone(), inspector, memory })
    }

    fn at(&self) -> UnixTime {
        UnixTime::new(self.world.now).unwrap()
    }

    fn purpose(&self) -> Purpose {
        self.inspector.post().allowance().purposes().next().unwrap()
    }

    /// What is shown unprompted.
    pub(crate) fn unprompted(&mut self, scene: &Scene) -> Seen {
        let ask = self.inspector.unprompted(self.purpose(), &encounter_seed()).unwrap();
        Seen::of(self.inspector.inspect(Scan::qr(&scene.text()), &ask, self.at(), &mut self.memory).unwrap())
    }

    /// What answers this desk's own ask for everything it may see. `wanted` is what the citizen ticks; `None`: what was
    /// asked.
    pub(crate) fn challenged(&mut self, scene: &Scene, everything: bool) -> Seen {
        let draft =
            self.inspector.ask(&Wants::all(self.purpose()), &Seed::new([3; 32]), &encounter_seed(), self.at()).unwrap();
        let signature = self.world.post_key(&self.role).sign(draft.to_be_signed());
        let challenge = draft.seal(&signature).unwrap();
        let asked = Asked::open(challenge.text(), self.inspector.bundle(), self.at()).unwrap();
        let mut showing = answer::showing(&asked, self.world.now, scene.showing.cti);
        if everything {
            showing.wanted = None;
        }
        let shown = scene.wallet.present(&scene.tokens, &showing);
        let sealed = answer::seal(&shown, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
        let text = answer::text(&sealed);
        Seen::of(self.inspector.inspect(Scan::qr(&text), challenge.ask(), self.at(), &mut self.memory).unwrap())
    }
}

/// What came of it.
pub(crate) struct Seen {
    pub(crate) report: Report,
    /// Every field shown, with its value printed by this test alone.
    pub(crate) shown: Vec<(&'static FieldRow, String)>,
}

impl Seen {
    fn of(mut report: Report) -> Self {
        let (at, mut shown) = (report.at(), Vec::new());
        for paper in report.papers_mut() {
            let Proof::Proven(release) = paper.proof() else { continue };
            let values = release.at(at).unwrap();
            shown.extend(values.fields().map(|(row, value)| (row, told(value))));
        }
        Self { report, shown }
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        let papers = self.report.papers().iter().flat_map(|paper| paper.findings());
        self.report.findings().iter().chain(papers).copied().collect()
    }

    /// Every code.
    pub(crate) fn codes(&self) -> BTreeSet<&'static str> {
        self.findings().iter().map(Finding::code).collect()
    }

    /// Codes above a note.
    pub(crate) fn graver(&self) -> BTreeSet<&'static str> {
        self.findings().iter().filter(|finding| finding.gravity() > Gravity::Note).map(Finding::code).collect()
    }

    pub(crate) fn names(&self) -> BTreeSet<&'static str> {
        self.shown.iter().map(|(row, _)| row.name).collect()
    }
}

fn told(value: &doichieu::Value) -> String {
    use doichieu::Value;
    match value {
        Value::Text(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::List(items) => items.iter().map(told).collect::<Vec<_>>().join(" "),
        Value::Map(entries) => {
            entries.iter().map(|(key, value)| format!("{key}: {}", told(value))).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}
