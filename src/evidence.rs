//! Every check answers. Leaving one out does not compile; the gravest finding is the verdict; more findings never help.

use crate::finding::Finding;
use crate::reason::Gravity;
use alloc::vec::Vec;

/// Which judgement this engine makes: 1, and one more for every change that can alter a verdict since 0.1.0 (the ★ of
/// CHANGELOG.md). Two engines of one judgement come to the same verdict on the same inputs; reports carry it beside the
/// engine's version.
pub const JUDGEMENT: u64 = 65;

/// The answer of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Asked, and nothing found.
    Pass,
    /// Asked, and this found: notes or worse.
    Found(Vec<Finding>),
    /// Could not be asked, because an earlier check found against it.
    Moot,
}

impl From<Vec<Finding>> for Outcome {
    fn from(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Pass } else { Self::Found(findings) }
    }
}

impl Outcome {
    /// Whether it withholds all values.
    pub(crate) fn has_failed_proof(&self) -> bool {
        self.findings().iter().any(Finding::is_failed_proof)
    }

    pub(crate) fn findings(&self) -> &[Finding] {
        match self {
            Self::Found(findings) => findings,
            Self::Pass | Self::Moot => &[],
        }
    }
}

/// The verdict of a paper or a showing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// Proven, and in force.
    Accept,
    /// Something could not be established.
    Refer,
    /// Disproven, or not in force.
    Refuse,
}

impl Verdict {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Refer => "refer",
            Self::Refuse => "refuse",
        }
    }
}

/// What the checks of one token answered.
#[derive(Debug)]
pub(crate) struct TokenEvidence {
    pub(crate) authentic: Outcome,
    pub(crate) held: Outcome,
    pub(crate) unaltered: Outcome,
    pub(crate) agreed: Outcome,
    pub(crate) account: Outcome,
}

impl TokenEvidence {
    pub(crate) const fn outcomes(&self) -> [&Outcome; 5] {
        let Self { authentic, held, unaltered, agreed, account } = self;
        [authentic, held, unaltered, agreed, account]
    }
}

/// What the checks of one paper answered.
#[derive(Debug)]
pub(crate) struct PaperEvidence {
    pub(crate) entitled: Outcome,
    pub(crate) minimal: Outcome,
    pub(crate) readable: Outcome,
    pub(crate) current: Outcome,
    pub(crate) in_force: Outcome,
}

impl PaperEvidence {
    pub(crate) const fn outcomes(&self) -> [&Outcome; 5] {
        let Self { entitled, minimal, readable, current, in_force } = self;
        [entitled, minimal, readable, current, in_force]
    }
}

/// What the checks of the showing as a whole answered.
#[derive(Debug)]
pub(crate) struct Evidence {
    pub(crate) post: Outcome,
    pub(crate) lists: Outcome,
    pub(crate) set: Outcome,
    pub(crate) remembered: Outcome,
    /// Whether the person is the holder: never established here, so this never simply passes.
    pub(crate) person: Outcome,
    pub(crate) consistent: Outcome,
}

impl Evidence {
    pub(crate) const fn outcomes(&self) -> [&Outcome; 6] {
        let Self { post, lists, set, remembered, person, consistent } = self;
        [post, lists, set, remembered, person, consistent]
    }
}

/// The judgement: the gravest finding, and never *accept* while a check could not be asked.
pub(crate) fn judge<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Verdict {
    outcomes.into_iter().map(weigh).max().unwrap_or(Verdict::Refer)
}

fn weigh(outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Pass => Verdict::Accept,
        Outcome::Moot => Verdict::Refer,
        Outcome::Found(findings) => {
            findings.iter().map(|finding| of(finding.gravity())).max().unwrap_or(Verdict::Accept)
        }
    }
}

const fn of(gravity: Gravity) -> Verdict {
    match gravity {
        Gravity::Note => Verdict::Accept,
        Gravity::Refer => Verdict::Refer,
        Gravity::Refuse => Verdict::Refuse,
    }
}

#[cfg(test)]
mod tests;
