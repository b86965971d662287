//! The only place where claim values live: asked ∩ agreed ∩ present, after every proof, until an end.
//!
//! What it cannot do: erase copies that an app made of what it was given. It ends its own.

use crate::document::Paper;
use crate::entry::{Entry, SaidValue};
use crate::field::{Field, FieldRow, FieldSet, Kind};
use crate::language::Text;
use crate::time::{Day, SKEW, UnixTime};
use crate::value::Value;
use alloc::vec::Vec;

mod filling;
mod matches;
pub use matches::{Compared, DateMatch, Declared, MOST_COMPARISONS, Matches, NumberMatch};

/// Values of one paper. Exists only inside [`Proof::Proven`](crate::Proof::Proven), which exists only after proof and
/// consent.
///
/// It gives nothing after its end on the clock it is passed, overwrites its buffers then, and stays ended.
pub struct Release {
    paper: Paper,
    released: FieldSet,
    /// When a screen takes it away: by itself, and as it is held.
    display: UnixTime,
    display_until: UnixTime,
    term: Term,
    /// How often it may still compare what somebody declared.
    comparisons: u8,
}

/// From an inspection until the end of what it showed, be it values or an answer. Once over it stays over.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    from: UnixTime,
    until: UnixTime,
    over: bool,
}

impl Term {
    /// Until `at` and the longer of display time and retention, the one within consent, ask, mandate and profile
    /// (docs/decisions.md, 2).
    pub(crate) fn new(from: UnixTime, display: u64, retention: u64) -> Self {
        Self { from, until: from.plus(display.max(retention)), over: false }
    }

    /// Whether it runs on this clock. A clock set back before the inspection ends it too.
    pub(crate) fn runs_at(&mut self, now: UnixTime) -> bool {
        self.over |= now >= self.until || now.plus(SKEW) < self.from;
        !self.over
    }
}

/// By how much one press holds a result longer, in seconds.
pub const HOLD_STEP: u64 = 180;

/// How long a result is held past its display time, in seconds, however often somebody presses.
pub const LONGEST_HOLD: u64 = 900;

/// The release has ended: nothing of it is left here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Ended;

impl core::fmt::Display for Ended {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the release has ended")
    }
}

impl core::error::Error for Ended {}

/// Why a result stays on the screen past its display time, inside the grant. A host logs the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hold {
    /// An officer writes a record.
    WritingRecord,
    /// A clinic takes the numbers over into its system.
    HandingOver,
}

impl Hold {
    /// Every reason.
    pub const ALL: &'static [Self] = &[Self::WritingRecord, Self::HandingOver];

    /// Why, in words.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::WritingRecord => Text::new(
                "Giữ trên màn hình để lập biên bản, trong thời hạn người dân đã đồng ý.",
                "On the screen while a record is written, within what the citizen agreed to.",
            ),
            Self::HandingOver => Text::new(
                "Giữ trên màn hình để chuyển vào hệ thống, trong thời hạn người dân đã đồng ý.",
                "On the screen while it is taken over, within what the citizen agreed to.",
            ),
        }
    }

    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WritingRecord => "hold.writing_record",
            Self::HandingOver => "hold.handing_over",
        }
    }
}

impl Release {
    /// Releases some fields of a paper; what else bears on it stays inside, for the rules alone, and ends with it.
    pub(crate) fn of(paper: Paper, released: FieldSet, from: UnixTime, display: u64, retention: u64) -> Self {
        let term = Term::new(from, display, retention);
        let display = from.plus(display);
        Self { paper, released, display, display_until: display, term, comparisons: MOST_COMPARISONS }
    }

    /// The same with so many comparisons left.
    pub(crate) const fn comparing(mut self, comparisons: u8) -> Self {
        self.comparisons = comparisons;
        self
    }

    /// The values, if it has not ended on this clock. A clock set back before the inspection ends it too.
    ///
    /// ```
    /// # use doichieu::{Bundle, Inspector, Memory, Post, Roots, field::Purpose, time::UnixTime};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let mut memory = Memory::new();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    /// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    /// # let inspector = Inspector::new(bundle, post)?;
    /// # let (text, at) = (world.traffic_stop().text(), UnixTime::new(world.now).ok_or("in seconds")?);
    /// # let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?;
    /// # let mut report = inspector.inspect(doichieu::Scan::qr(&text), &ask, at, &mut memory)?;
    /// use doichieu::{Answer, Proof, field::Field};
    ///
    /// let paper = report.papers_mut().first_mut().ok_or("a paper")?;
    /// let Proof::Proven(release) = paper.proof() else { return Err("not proven".into()) };
    /// let shown = release.at(at)?;
    /// assert!(matches!(shown.answer(Field::FULL_NAME), Answer::Shown(name) if name.as_text().is_some()));
    /// assert!(matches!(shown.answer(Field::RESIDENCE), Answer::NotShown), "police may not see it; whether it exists, nobody says");
    /// assert!(matches!(shown.answer(Field::PLATE), Answer::NotOfThisPaper), "an identity has none");
    ///
    /// let end = release.until();
    /// assert!(release.at(end).is_err());
    /// assert!(release.at(at).is_err(), "ended for ever");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Ended`], from then on for ever.
    pub fn at(&mut self, now: UnixTime) -> Result<Shown<'_>, Ended> {
        self.paper_at(now)?;
        Ok(Shown { paper: &self.paper, released: &self.released, today: now.day() })
    }

    /// The whole paper, for the rules; ended like the values.
    pub(crate) fn paper_at(&mut self, now: UnixTime) -> Result<&Paper, Ended> {
        if self.term.runs_at(now) {
            return Ok(&self.paper);
        }
        self.end();
        Err(Ended)
    }

    /// When it ends.
    #[must_use]
    pub const fn until(&self) -> UnixTime {
        self.term.until
    }

    /// When a screen takes it away: after the shorter of the display time that the citizen was told and the one of the
    /// role's profile, or later as it is [held](Release::hold).
    #[must_use]
    pub const fn display_until(&self) -> UnixTime {
        self.display_until
    }

    /// Holds it on the screen for a reason: [`HOLD_STEP`] longer each time, [`LONGEST_HOLD`] in all, and never past its
    /// end. Answers the new display time.
    pub fn hold(&mut self, reason: Hold) -> UnixTime {
        let (Hold::WritingRecord | Hold::HandingOver) = reason;
        let longest = self.display.plus(LONGEST_HOLD).min(self.term.until);
        self.display_until = self.display_until.plus(HOLD_STEP).min(longest);
        self.display_until
    }

    /// Holds it no longer: a screen takes it away when it would have by itself, at once if that is past. Answers that
    /// time. What was let go can be held again, within the same limit.
    pub const fn let_go(&mut self) -> UnixTime {
        self.display_until = self.display;
        self.display_until
    }

    /// Ends it now.
    pub fn end(&mut self) {
        // Each value is wiped as it is dropped.
        self.paper.fields.clear();
        self.term.over = true;
    }

    /// The fields it shows, by their rows: names, no values.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'static FieldRow> {
        self.released.iter().filter_map(|of| of.row(self.paper.kind))
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        self.end();
    }
}

impl core::fmt::Debug for Release {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Release").field("until", &self.term.until).finish_non_exhaustive()
    }
}

/// Values that may be seen at this moment.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    paper: &'a Paper,
    released: &'a FieldSet,
    today: Day,
}

/// What a release says of one field. *Not shown* never means *does not hold*.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Answer<'a> {
    /// The value, as the issuer signed it.
    Shown(&'a Value),
    /// Not asked for, not shared, or not in the paper: nobody can tell which.
    NotShown,
    /// Papers of this kind have no such field: the caller asks the wrong paper. It says nothing about anybody. What
    /// stands within a licence's part is asked of the part's value.
    NotOfThisPaper,
}

impl<'a> Shown<'a> {
    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.paper.kind
    }

    /// What it says of a field.
    #[must_use]
    pub fn answer(&self, of: Field) -> Answer<'a> {
        let Some(key) = of.in_kind(self.paper.kind) else { return Answer::NotOfThisPaper };
        let value = self.released.contains(key).then(|| self.paper.value(of)).flatten();
        value.map_or(Answer::NotShown, Answer::Shown)
    }

    /// Every field it shows, with its row in the field table.
    pub fn fields(&self) -> impl Iterator<Item = (&'static FieldRow, &'a Value)> + use<'a> {
        let (kind, released) = (self.paper.kind, self.released);
        let shown = self.paper.fields.iter().filter(|(of, _)| released.contains(*of));
        shown.filter_map(move |(of, value)| of.row(kind).map(|row| (row, value)))
    }

    /// Every field it shows, in the order of the field table, with its value as an officer reads it.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let kind = self.paper.kind;
        Entry::in_order(&mut self.fields().map(move |(row, value)| Entry::new(kind, row, value))).into_iter()
    }

    /// Every field it shows, as a JSON object by their names, in the one shape of docs/report.md. **Personal data.**
    #[must_use]
    pub fn to_json(&self) -> SaidValue {
        SaidValue::of_all(&self.entries().collect::<Vec<_>>())
    }
}

impl core::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Shown").finish_non_exhaustive()
    }
}
