//! What is told of one showing: as its report found it, or as an encounter judged it again.

use crate::needs::is_of_needs;
use doichieu::{Covers, EncounterPaper, EncounterReport, EncounterShowing, Finding, Headline, Report};

/// One showing before it is printed.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) findings: Vec<Finding>,
    pub(crate) papers: Vec<ToldPaper>,
}

/// One paper of it.
#[derive(Debug)]
pub(crate) struct ToldPaper {
    pub(crate) headline: Headline,
    pub(crate) findings: Vec<Finding>,
    pub(crate) covers: Option<Covers>,
}

impl Told {
    /// As the report says.
    pub(crate) fn of(report: &Report) -> Self {
        let papers = report.papers().iter().map(|paper| ToldPaper {
            headline: paper.headline(),
            findings: paper.findings().to_vec(),
            covers: paper.covers(),
        });
        Self { findings: report.findings().to_vec(), papers: papers.collect() }
    }

    /// The same in an encounter: owner and plate are told of the whole, each living paper for the vehicle that stands
    /// there.
    pub(crate) fn in_encounter<'a>(
        report: &Report,
        showing: &EncounterShowing,
        papers: impl Iterator<Item = &'a EncounterPaper>,
    ) -> Self {
        let mut told = Self::of(report);
        told.findings = showing.findings().to_vec();
        for paper in papers {
            if let Some(of) = told.papers.get_mut(paper.paper()) {
                let (headline, findings, covers) = (paper.headline(), paper.findings().to_vec(), paper.covers());
                *of = ToldPaper { headline, findings, covers };
            }
        }
        told
    }

    /// The only showing of an encounter: what was found between its papers is told with it.
    pub(crate) fn alone(report: &Report, judged: &EncounterReport) -> Self {
        let Some(showing) = judged.showings().first() else { return Self::of(report) };
        let mut told = Self::in_encounter(report, showing, judged.papers().iter());
        told.findings.extend(judged.findings().iter().filter(|finding| !is_of_needs(finding)));
        told
    }
}
