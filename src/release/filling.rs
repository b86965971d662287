//! What a finding's text may say of its paper: only fields that are shown, only while they are.

use super::{Answer, Shown};
use crate::document::driving_licence::{Part, PartState, classes, part};
use crate::document::last_day;
use crate::field::{FIELDS, Field, FieldRow, Kind, Place, Shape};
use crate::finding::Finding;
use crate::reason::{Filling, Reason};
use crate::time::Day;
use alloc::string::String;
use alloc::vec::Vec;

impl Shown<'_> {
    /// What the text of a finding about this paper may be filled with: ages, and what is shown of the field it is
    /// about. A field that is not shown fills nothing, and the text then says what it says without values.
    ///
    /// ```
    /// # use doichieu::{Bundle, Inspector, Language, Memory, Post, Proof, Roots, field::Purpose, time::UnixTime};
    /// # let mut world = doichieu_kit::scene::World::demo();
    /// # world.person.valid_until = doichieu_kit::people::day(2026, 11, 1);
    /// # let mut memory = Memory::new();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    /// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    /// # let inspector = Inspector::new(bundle, post)?;
    /// # let (text, at) = (world.traffic_stop().text(), UnixTime::new(world.now).ok_or("in seconds")?);
    /// # let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?;
    /// # let mut report = inspector.inspect(doichieu::Scan::qr(&text), &ask, at, &mut memory)?;
    /// let paper = report.papers_mut().first_mut().ok_or("a paper")?;
    /// let expired = *paper.findings().first().ok_or("a finding")?;
    /// let row = expired.reason().row();
    /// assert_eq!(row.about(Language::En, None), "The electronic identity has expired");
    /// let Proof::Proven(release) = paper.proof() else { return Err("not proven".into()) };
    /// let filling = release.at(at)?.filling(&expired);
    /// assert_eq!(*row.about_filled(Language::En, None, &filling), "The electronic identity expired on 1 Nov 2026, 17 days ago");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn filling(&self, finding: &Finding) -> Filling {
        self.fill(finding.reason(), finding.filling())
    }

    /// The same of what is known of a finding without its paper's values: for a binding, that has a finding as its
    /// report tells it.
    #[must_use]
    pub fn fill(&self, reason: Reason, known: Filling) -> Filling {
        let kind = self.paper.kind;
        let mut filling = known.for_kind(Some(kind));
        if matches!(reason, Reason::HealthNotInForce | Reason::VehicleInsuranceNotInForce) {
            let term = [Field::VALID_FROM, Field::VALID_UNTIL].map(|of| self.day(of).map(Day::civil));
            [filling.first, filling.last] = term;
        }
        let Some(row) = filling.about.and_then(|about| paper_row(kind, about.name)) else { return filling };
        let day = match row.shape {
            Shape::DayOrNone => self.day(row.field),
            Shape::Part if self.shows(row.field) => match part(self.paper, row.field) {
                PartState::Held(part) => of_part(&part, reason, &mut filling),
                _ => None,
            },
            Shape::Classes if self.shows(row.field) => {
                filling.classes = self.classes();
                None
            }
            _ => None,
        };
        filling.day = day.map(Day::civil);
        filling.days_since = day.and_then(|day| self.days_since(day));
        filling
    }

    fn day(&self, of: Field) -> Option<Day> {
        let Answer::Shown(value) = self.answer(of) else { return None };
        last_day(value)
    }

    /// How many days are over since a day; none where it is to come.
    fn days_since(&self, day: Day) -> Option<u64> {
        u64::try_from(self.today.days_since(day)).ok().filter(|days| *days > 0)
    }

    fn shows(&self, of: Field) -> bool {
        of.in_kind(self.paper.kind).is_some_and(|key| self.released.contains(key))
    }

    /// Names of classes as they would be shown: letters, digits and an encounter, or none at all.
    fn classes(&self) -> Option<String> {
        let names: Vec<_> = classes(self.paper)?.map(|class| class.name).collect();
        let plain = |name: &&str| name.len() <= 8 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
        (!names.is_empty() && names.iter().all(plain)).then(|| names.join(", "))
    }
}

/// The day that a matter of a part turns on; those of a suspension go into the filling.
fn of_part(part: &Part<'_>, reason: Reason, filling: &mut Filling) -> Option<Day> {
    match reason {
        Reason::LicenceExpired => part.last_day(),
        Reason::LicenceSeizedUntil => part.seized_until(),
        Reason::LicencePartSuspended | Reason::LicenceSuspensionAhead => {
            let decided = part.suspension();
            filling.first = decided.map(|decided| decided.first.civil());
            filling.last = decided.and_then(|decided| decided.last).map(Day::civil);
            None
        }
        _ => None,
    }
}

fn paper_row(kind: Kind, name: &str) -> Option<&'static FieldRow> {
    FIELDS.iter().find(|row| row.kind == Some(kind) && row.place == Place::Paper && row.name == name)
}
