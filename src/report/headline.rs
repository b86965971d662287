//! The six headlines: what is read first, from two metres.

use crate::evidence::Verdict;
use crate::finding::Finding;
use crate::language::Text;
use crate::reason::{Axis, Gravity, Reason};

/// The six headlines (docs/reasons.md), each with its own shape, colour and word on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Headline {
    /// ĐẠT.
    Accept,
    /// CẦN TRA CỨU.
    LookUp,
    /// KHÔNG ĐÁP ỨNG.
    NotInForce,
    /// XÁC THỰC KHÔNG ĐẠT.
    NotProven,
    /// CHƯA KIỂM TRA ĐƯỢC.
    NotChecked,
    /// QUÉT LẠI.
    ScanAgain,
}

impl Headline {
    /// Its stable name, for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::LookUp => "look_up",
            Self::NotInForce => "not_in_force",
            Self::NotProven => "not_proven",
            Self::NotChecked => "not_checked",
            Self::ScanAgain => "scan_again",
        }
    }

    /// It in words.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Accept => Text::new("ĐẠT", "IN ORDER"),
            Self::LookUp => Text::new("CẦN TRA CỨU", "LOOK IT UP"),
            Self::NotInForce => Text::new("KHÔNG ĐÁP ỨNG", "NOT IN ORDER"),
            Self::NotProven => Text::new("XÁC THỰC KHÔNG ĐẠT", "AUTHENTICATION FAILED"),
            Self::NotChecked => Text::new("CHƯA KIỂM TRA ĐƯỢC", "NOT CHECKED YET"),
            Self::ScanAgain => Text::new("QUÉT LẠI", "SCAN AGAIN"),
        }
    }

    /// The headline over a scan that was not read, for this reason: where scanning again can never help, the post goes
    /// on another way.
    #[must_use]
    pub const fn of_unread(reason: Reason) -> Self {
        match reason {
            Reason::ScanNotOurs | Reason::ScanAnotherApp => Self::NotChecked,
            _ => Self::ScanAgain,
        }
    }

    /// The headline of a verdict whose gravest findings are these.
    pub(crate) fn of<'a>(verdict: Verdict, findings: impl Iterator<Item = &'a Finding> + Clone) -> Self {
        let gravest = match verdict {
            Verdict::Accept => return Self::Accept,
            Verdict::Refer => Gravity::Refer,
            Verdict::Refuse => Gravity::Refuse,
        };
        let mut decisive = findings.filter(|finding| finding.gravity() == gravest);
        let mends =
            |finding: &Finding| matches!(finding.reason(), Reason::HeldWindowPassed | Reason::HeldShownTooOften);
        // Only if a newer code is all that the proof lacks: one made for somebody else does not become ours by being
        // fresh.
        let mut lacking = decisive.clone().filter(|finding| finding.axis() == Axis::Proof).peekable();
        if lacking.peek().is_some() && lacking.all(mends) {
            return Self::ScanAgain;
        }
        match (gravest, decisive.any(|finding| finding.axis() == Axis::Proof)) {
            (Gravity::Refuse, true) => Self::NotProven,
            (Gravity::Refuse, false) => Self::NotInForce,
            (_, true) => Self::NotChecked,
            (_, false) => Self::LookUp,
        }
    }
}
