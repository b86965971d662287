//! What somebody declared against what is proven: answers without the values.
//!
//! A partner's form has a name, a date of birth and a number in it; what the partner needs to know is whether they are
//! those of the paper. It is asked **within the grant**: only fields that the release releases are compared, only
//! until it ends. So it tells the host nothing that [`Release::at`] would not, and lets it keep less.
//!
//! An answer relayed to somebody who may not see the values is an oracle: a name can be tried, a date guessed. Numbers
//! are therefore the same or not, never "nearly", and a release compares only a few times ([`MOST_COMPARISONS`]).
//! They are counted for the showing: a report of one that the memory or store knows, or cannot be sure of, or that is
//! computed again, compares nothing. That stops a form that tries out, not a hostile host, which has the values anyway.
//! A printed code is no showing; who lets others try on one has to count himself.

use super::{Ended, Release};
use crate::document::Paper;
use crate::field::{Field, Kind};
use crate::text::{Match, compare, same_number};
use crate::time::UnixTime;
use crate::value::Date;
use alloc::string::{String, ToString};
use zeroize::Zeroizing;

/// Comparisons of each paper of a showing: a form filled in, corrected, and corrected again. A date of birth is one of
/// tens of thousands.
pub const MOST_COMPARISONS: u8 = 8;

/// What somebody declared. Overwritten when dropped, printed nowhere.
#[derive(Clone, Default)]
pub struct Declared {
    full_name: Option<Zeroizing<String>>,
    date_of_birth: Option<Date>,
    personal_no: Option<Zeroizing<String>>,
    document_no: Option<Zeroizing<String>>,
}

impl Declared {
    /// Nothing declared yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A full name, in any spelling.
    #[must_use]
    pub fn full_name(mut self, name: &str) -> Self {
        self.full_name = Some(Zeroizing::new(name.to_string()));
        self
    }

    /// A date of birth, possibly partial.
    #[must_use]
    pub const fn date_of_birth(mut self, born: Date) -> Self {
        self.date_of_birth = Some(born);
        self
    }

    /// A personal identification number.
    #[must_use]
    pub fn personal_no(mut self, number: &str) -> Self {
        self.personal_no = Some(Zeroizing::new(number.to_string()));
        self
    }

    /// The paper's own number: of a licence, a health insurance card, a passport.
    #[must_use]
    pub fn document_no(mut self, number: &str) -> Self {
        self.document_no = Some(Zeroizing::new(number.to_string()));
        self
    }
}

impl core::fmt::Debug for Declared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Declared").finish_non_exhaustive()
    }
}

/// The answer about one declared field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Compared<T> {
    /// Nothing was declared.
    NotDeclared,
    /// The paper's field is not released: nothing follows from that.
    NotShown,
    /// This release compares no more, or never did: its showing was known already.
    TooOften,
    /// How they compare.
    Answer(T),
}

impl<T> Compared<T> {
    /// The answer, where there is one.
    #[must_use]
    pub fn answer(self) -> Option<T> {
        if let Self::Answer(answer) = self { Some(answer) } else { None }
    }

    fn of<D: ?Sized, P>(declared: Option<&D>, proven: Option<P>, compare: impl FnOnce(&D, P) -> T) -> Self {
        match (declared, proven) {
            (None, _) => Self::NotDeclared,
            (Some(_), None) => Self::NotShown,
            (Some(declared), Some(proven)) => Self::Answer(compare(declared, proven)),
        }
    }
}

/// How two dates compare, of which either may lack day or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateMatch {
    /// One day, fully stated on both sides.
    Same,
    /// At least one is partial, and they may mean one day.
    Compatible,
    /// They cannot mean one day.
    Different,
}

/// How two numbers compare: nothing in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberMatch {
    /// The same, sign by sign; spaces, dots and dashes do not count.
    Same,
    /// Another number.
    Different,
}

impl DateMatch {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Different => "different",
        }
    }

    fn of(declared: Date, proven: Date) -> Self {
        if declared.latest() < proven.earliest() || proven.latest() < declared.earliest() {
            return Self::Different;
        }
        if declared.full().is_some() && declared.full() == proven.full() { Self::Same } else { Self::Compatible }
    }
}

impl NumberMatch {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }

    fn of(declared: &str, proven: &str) -> Self {
        if same_number(Some(declared), Some(proven)) == Some(true) { Self::Same } else { Self::Different }
    }
}

/// How what was declared compares with one proven paper. It holds no values. It does not say that the person who
/// declared is the person of the paper: people share names and birthdays, and know each other's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Matches {
    /// The names; a policy decides which level is enough.
    pub full_name: Compared<Match>,
    /// The dates of birth.
    pub date_of_birth: Compared<DateMatch>,
    /// The personal identification numbers.
    pub personal_no: Compared<NumberMatch>,
    /// The paper's own numbers.
    pub document_no: Compared<NumberMatch>,
}

impl Release {
    /// Compares what somebody declared with what is proven and released, without giving the values.
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
    /// use doichieu::{Compared, Declared, Match, NumberMatch, Proof};
    ///
    /// let paper = report.papers_mut().first_mut().ok_or("a paper")?;
    /// let Proof::Proven(release) = paper.proof() else { return Err("not proven".into()) };
    /// let declared = Declared::new().full_name("NGUYEN THI HUONG GIANG").personal_no("001 191 034 826");
    /// let matches = release.matches(&declared, at)?;
    /// assert_eq!(matches.full_name, Compared::Answer(Match::NoDiacritics));
    /// assert_eq!(matches.personal_no, Compared::Answer(NumberMatch::Same));
    /// assert_eq!(matches.date_of_birth, Compared::NotDeclared);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Ended`], as for the values.
    pub fn matches(&mut self, declared: &Declared, now: UnixTime) -> Result<Matches, Ended> {
        self.paper_at(now)?;
        let Some(left) = self.comparisons.checked_sub(1) else { return Ok(Matches::too_often()) };
        self.comparisons = left;
        let text = |field| self.released_text(field);
        let born = self.released(Field::DATE_OF_BIRTH).and_then(|paper| paper.value(Field::DATE_OF_BIRTH)?.as_date());
        Ok(Matches {
            full_name: Compared::of(declared.full_name.as_deref(), text(Some(Field::FULL_NAME)), |a: &String, b| {
                compare(a, b)
            }),
            date_of_birth: Compared::of(declared.date_of_birth.as_ref(), born, |a, b| DateMatch::of(*a, b)),
            personal_no: Compared::of(
                declared.personal_no.as_deref(),
                text(Some(Field::PERSONAL_NO)),
                |a: &String, b| NumberMatch::of(a, b),
            ),
            document_no: Compared::of(declared.document_no.as_deref(), text(self.own_number()), |a: &String, b| {
                NumberMatch::of(a, b)
            }),
        })
    }

    fn released(&self, field: Field) -> Option<&Paper> {
        self.released.contains(field.in_kind(self.paper.kind)?).then_some(&self.paper)
    }

    fn released_text(&self, field: Option<Field>) -> Option<&str> {
        let field = field?;
        self.released(field)?.value(field)?.as_text()
    }

    /// The number that this kind of paper has beside its person's.
    const fn own_number(&self) -> Option<Field> {
        match self.paper.kind {
            Kind::DRIVING_LICENCE => Some(Field::LICENCE_NO),
            Kind::HEALTH_INSURANCE_CARD => Some(Field::CARD_NO),
            Kind::FOREIGNER_IDENTITY => Some(Field::PASSPORT_NO),
            _ => None,
        }
    }
}

impl Matches {
    const fn too_often() -> Self {
        Self {
            full_name: Compared::TooOften,
            date_of_birth: Compared::TooOften,
            personal_no: Compared::TooOften,
            document_no: Compared::TooOften,
        }
    }
}

#[cfg(test)]
mod tests;
