//! How old somebody is, where the date of birth may lack its day or month and an answer may have to wait.
//!
//! Old papers state a year, or a month and a year. Such a date is an interval, and a question whose answer differs at
//! its two ends has none. "Đủ N tuổi" is from the Nth birthday on, by the civil day in Viet Nam.

use crate::time::{Day, UnixTime};
use crate::value::Date;

/// The answer to a question that may have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Decided {
    /// Established.
    Yes,
    /// Established that it is not so.
    No,
    /// What is known allows both.
    Undetermined,
}

/// On which day of a common year somebody born on 29 February completes a year of life.
///
/// The civil code's rule was not seen, so the choice is named and whoever knows the law of a case makes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LeapDay {
    /// Not settled: on 28 February itself the answer is undetermined.
    #[default]
    NotSettled,
    /// On 28 February.
    LastOfFebruary,
    /// On 1 March.
    FirstOfMarch,
}

/// The age of somebody born on a date, possibly partial. It says nothing about who that is.
#[derive(Clone, Copy, Debug)]
pub struct Age {
    born: Date,
    leap_day: LeapDay,
}

impl Age {
    /// Of somebody born on this date.
    ///
    /// ```
    /// use doichieu::{Age, Date, Decided, time::UnixTime};
    ///
    /// let at = UnixTime::new(1_795_000_000).ok_or("in seconds")?; // November 2026
    /// let born = |text| Date::partial(text).ok_or("a year, or a year and a month");
    /// assert_eq!(Age::of(born("2008")?).at_least(18, at), Decided::Undetermined);
    /// assert_eq!(Age::of(born("2008-11")?).at_least(18, at), Decided::Undetermined);
    /// assert_eq!(Age::of(born("2008-10")?).at_least(18, at), Decided::Yes);
    /// assert_eq!(Age::of(born("2009")?).at_least(18, at), Decided::No);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn of(born: Date) -> Self {
        Self { born, leap_day: LeapDay::NotSettled }
    }

    /// By another rule for 29 February.
    #[must_use]
    pub const fn by(mut self, leap_day: LeapDay) -> Self {
        self.leap_day = leap_day;
        self
    }

    /// Whether `years` full years of life are completed at a time: from that birthday on, by the day in Viet Nam.
    #[must_use]
    pub fn at_least(self, years: u16, at: UnixTime) -> Decided {
        self.had_by(years, at.day())
    }

    /// The same on a day.
    pub(crate) fn had_by(self, years: u16, day: Day) -> Decided {
        match self.birthday(years) {
            Some((_, latest)) if latest <= day => Decided::Yes,
            Some((earliest, _)) if day < earliest => Decided::No,
            _ => Decided::Undetermined,
        }
    }

    /// The first and the last day that the birthday on which `years` are completed may be; `None` beyond the calendar's
    /// bounds.
    pub(crate) fn birthday(self, years: u16) -> Option<(Day, Day)> {
        let (first, last) = self.anniversary(self.born.earliest(), years)?;
        if self.born.full().is_some() {
            return Some((first, last));
        }
        let (_, last) = self.anniversary(self.born.latest(), years)?;
        Some((first, last))
    }

    fn anniversary(self, born: Day, years: u16) -> Option<(Day, Day)> {
        let (year, month, day) = born.civil();
        let year = year.checked_add(i32::from(years))?;
        if let Some(day) = Day::from_civil(year, month, day) {
            return Some((day, day));
        }
        // Only 29 February is missing from a year that exists.
        let (before, after) = (Day::from_civil(year, 2, 28)?, Day::from_civil(year, 3, 1)?);
        Some(match self.leap_day {
            LeapDay::NotSettled => (before, after),
            LeapDay::LastOfFebruary => (before, before),
            LeapDay::FirstOfMarch => (after, after),
        })
    }
}

#[cfg(test)]
mod tests;
