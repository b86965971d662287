//! Two clocks that disagree, as one code shows it.

use crate::finding::Finding;
use crate::language::Language;
use crate::reason::{Reason, for_so_long};
use alloc::format;
use alloc::string::String;

/// From how many seconds on a difference is worth a look at this device's own clock: a code waits on a screen for less.
pub const CLOCKS_APART: u64 = 300;

/// How far a phone's clock and this device's are apart, by a showing whose signatures held and whose time did not.
///
/// Which of the two is wrong it does not say. A code that was made earlier, and photographed for instance, looks like a
/// phone that is behind: one such showing is a hint, several are a reason. The host passes it on or shows it; nothing
/// is judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClockDifference {
    /// Seconds between the time in the code and this device's.
    pub seconds: u64,
    /// Where the phone's clock stands, seen from this device.
    pub phone: PhoneClock,
}

/// Where a phone's clock stands, seen from this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhoneClock {
    /// Later than this device's.
    Ahead,
    /// Earlier than this device's; or the code is old.
    Behind,
}

impl PhoneClock {
    /// Its name, for bindings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Behind => "behind",
        }
    }
}

impl ClockDifference {
    /// What is said to the post, about its own device.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let apart = for_so_long(self.seconds, language);
        match language {
            Language::Vi => {
                format!("Giờ của máy này và của điện thoại cách nhau {apart}: hãy xem lại giờ của máy này.")
            }
            Language::En => format!("This device's time and the phone's are {apart} apart: check this device's time."),
        }
    }

    /// By what a showing found about its time. One made for somebody else, or whose own times contradict each other,
    /// says nothing.
    pub(super) fn told_by(findings: &[Finding]) -> Option<Self> {
        let silent = |finding: &Finding| {
            matches!(finding.reason(), Reason::HeldOtherAudience | Reason::HeldTimesDisagree | Reason::HeldMalformed)
        };
        if findings.iter().any(silent) {
            return None;
        }
        let told = |finding: &Finding| {
            let phone = match finding.reason() {
                Reason::HeldClockAhead => PhoneClock::Ahead,
                Reason::HeldWindowPassed => PhoneClock::Behind,
                _ => return None,
            };
            finding.age().filter(|seconds| *seconds > CLOCKS_APART).map(|seconds| Self { seconds, phone })
        };
        findings.iter().find_map(told)
    }
}
