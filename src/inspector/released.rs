//! What comes out of a paper that was judged: its values as far as they may be seen, or the answer to a question, or a
//! reason. Judging and releasing are two steps by type: the second takes the paper that the first looked at, and
//! nothing can be asked of it afterwards.

use super::papers::{Bench, Judged, Shared};
use crate::current;
use crate::document::Paper;
use crate::evidence::{Outcome, Verdict, judge};
use crate::field::{FIELDS, FieldKey, FieldSet, Kind, Place};
use crate::finding::Finding;
use crate::question::Question;
use crate::reason::Reason;
use crate::release::{MOST_COMPARISONS, Release, Term};
use crate::report::answer::{self, Kept, Put};
use crate::report::{Answered, PaperReport, Proven, State};
use crate::scene::Vehicle;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A paper that holds no more than may be shown and what the rules may ask of it again for another vehicle.
struct Released {
    paper: Paper,
    fields: FieldSet,
    /// What this engine knows nothing of, and left out.
    unknown: usize,
}

impl Released {
    /// Takes a paper that was judged. Fields whose values have not the form of their row are shown to nobody.
    fn of(mut paper: Paper, mut fields: FieldSet, unreadable: impl Iterator<Item = FieldKey>) -> Self {
        unreadable.for_each(|of| fields.remove(of));
        let unknown = paper.fields.iter().filter(|(of, _)| of.row(paper.kind).is_none()).count();
        let unknown = unknown.saturating_add(paper.trim_parts());
        Self { paper, fields, unknown }
    }
}

impl Judged<'_> {
    /// The report of the paper. It ends here.
    pub(super) fn release(self, bench: &Bench<'_>, shared: &Shared<'_>, vehicle: Option<&Vehicle>) -> PaperReport {
        let (kind, ask) = (self.entry.agreed.paper.kind, bench.against.ask);
        let found = self.evidence.outcomes().into_iter().flat_map(Outcome::findings);
        let found: Vec<_> = found.filter_map(|finding| ask.terms().permit(kind, *finding)).collect();
        let failed = found.iter().find(|finding| finding.is_failed_proof()).map(Finding::reason);
        let (verdict, findings, state) = match self.entry.question {
            Some(question) => self.answer(question, found, bench, shared, vehicle),
            None => (judge(self.outcomes(shared)), found, None),
        };
        let state = match (failed, state) {
            (Some(reason), _) => State::Unproven(reason),
            (None, Some(kept)) => State::Answered(Box::new(kept)),
            (None, None) => State::Proven(Box::new(self.proven(bench))),
        };
        PaperReport { kind, verdict, findings, shared: Arc::clone(&shared.findings), state }
    }

    fn outcomes<'s>(&'s self, shared: &'s Shared<'_>) -> impl Iterator<Item = &'s Outcome> {
        self.evidence.outcomes().into_iter().chain(shared.outcomes)
    }

    /// Fields whose values have not the form of their row: nobody is shown what they might be.
    fn unreadable(&self, kind: Kind) -> Vec<FieldKey> {
        let malformed = |finding: &&Finding| finding.reason() == Reason::PaperFieldMalformed;
        let found = self.evidence.readable.findings().iter().filter(malformed);
        let rows = found.filter_map(Finding::field_name).flat_map(|name| {
            FIELDS.iter().filter(move |row| {
                row.name == name && row.place == Place::Paper && row.kind.is_none_or(|of| of == kind)
            })
        });
        rows.filter_map(|row| row.field.in_kind(kind)).collect()
    }

    fn proven(self, bench: &Bench<'_>) -> Proven {
        let kind = self.entry.agreed.paper.kind;
        let (from, display) = (bench.inputs.at, self.entry.display(bench.against.role.display_seconds()));
        let comparisons = if bench.may_compare { MOST_COMPARISONS } else { 0 };
        let unreadable = self.unreadable(kind).into_iter();
        let agreed = self.entry.agreed;
        let Released { mut paper, fields, unknown } = Released::of(agreed.paper, agreed.released, unreadable);
        Proven {
            // Taken, not copied: from here on it is read from the report alone.
            authority: core::mem::take(&mut paper.source.authority),
            as_of: paper.source.as_of,
            evidence: paper.source.evidence,
            status: self.answer.map(|answer| (current::name(answer.current), answer.age)),
            withheld: paper.withheld,
            dropped: agreed.dropped.saturating_add(unknown),
            parts: self.parts,
            covers: self.covers.filter(|_| bench.against.ask.terms().may_tell_cover(kind)),
            release: Release::of(paper, fields, from, display, self.entry.retention).comparing(comparisons),
        }
    }

    /// The answer to a question, and of what was found only what decided it.
    fn answer(
        &self,
        question: Question,
        found: Vec<Finding>,
        bench: &Bench<'_>,
        shared: &Shared<'_>,
        vehicle: Option<&Vehicle>,
    ) -> (Verdict, Vec<Finding>, Option<Kept>) {
        let ask = bench.against.ask;
        let put = if ask.question().is_none() { Put::Offered } else { Put::Asked };
        let (answer, verdict) = answer::of(self.covers, judge(self.outcomes(shared)), judge(shared.outcomes), put);
        let mut findings = answer::deciding(found, answer, self.covers, put);
        let rule = answer::rule(&findings, self.covers);
        let lacking = answer::lacking(question, put, verdict);
        let verdict = if lacking.is_some() { verdict.max(Verdict::Refer) } else { verdict };
        findings.extend(lacking);
        let vehicle = vehicle.copied().filter(|_| question == Question::MayDriveThisVehicle);
        let answered = Answered { question, answer, rule, vehicle };
        let display = self.entry.display(bench.against.role.display_seconds());
        let term = Term::new(bench.inputs.at, display, self.entry.retention);
        (verdict, findings, Some(Kept { answered, seen: ask.seen().clone(), term }))
    }
}
