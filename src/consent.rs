//! What the citizen agreed to, in the citizen's own signature: asked ∩ agreed ∩ present, and for how long.

use crate::ask::{Ask, Digits};
use crate::digest::Digest32;
use crate::document::Paper;
use crate::field::{FIRST_NOT_BEARING, FieldKey, FieldSet, Kind, Purpose, Scope};
use crate::finding::Finding;
use crate::question::Question;
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

mod statement;

pub(crate) use statement::{Statement, Statements};

/// What a holder agreed to, as signed by the bound key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Consent {
    pub(crate) purpose: Purpose,
    pub(crate) scope: Scope,
    /// How long values may be kept, in seconds.
    pub(crate) retention: u64,
    /// How long a screen shows values, in seconds, as the citizen was told; `None`: as long as the role's profile says.
    pub(crate) display: Option<u64>,
    /// Digest of the ask it answers; only with a challenge.
    pub(crate) request: Option<Digest32>,
    /// Member i of n of a set, from 1.
    pub(crate) member: Option<(u64, u64)>,
    /// Number of the question that is agreed to, instead of the fields of the scope.
    pub(crate) question: Option<u64>,
    /// The two digits of the post it is shown to; only unprompted.
    pub(crate) post: Option<Digits>,
}

impl Consent {
    /// The fields it names of a kind; none if it does not name the kind.
    fn fields(&self, kind: Kind) -> Option<&FieldSet> {
        self.scope.get(kind)
    }
}

/// What the holder made readable by a disclosure of its own, of which there was a choice: a paper, whatever is clear in
/// it, or one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) kind: Kind,
    /// `None`: the whole paper.
    pub(crate) field: Option<FieldKey>,
}

/// On what basis values were released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// A grant signed by the holder: verifier, purpose, fields, how long.
    SignedGrant,
    /// No consent: a legal basis that the role's profile names. Which one:
    /// [`Report::legal_basis`](crate::Report::legal_basis).
    LegalBasis,
}

impl Basis {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignedGrant => "signed-grant",
            Self::LegalBasis => "legal-basis",
        }
    }
}

/// Papers that the holder agreed to show to us, for our purpose, or that the law lets us read. Only [`Agreed::judge`]
/// and [`Agreed::by_law`] make it.
///
/// Its papers hold bearing fields and released fields, and nothing else of the citizen's: the rest is already
/// overwritten.
#[derive(Debug)]
pub(crate) struct Agreed {
    basis: Basis,
    pub(crate) papers: Vec<AgreedPaper>,
    /// About the showing as a whole; nothing that fails a proof.
    pub(crate) notes: Vec<Finding>,
    /// How long values may be kept, in seconds: the least of consent and ask, which is within mandate and profile.
    pub(crate) retention: u64,
    /// How long a screen shows values, in seconds, as the citizen was told.
    pub(crate) display: Option<u64>,
    /// The question agreed to: then only its answer may be told.
    pub(crate) question: Option<Question>,
}

/// A paper that was signed whole and came without anybody's consent.
#[derive(Debug)]
pub(crate) struct WithoutConsent {
    pub(crate) paper: Paper,
    /// Biometrics that arrived and were passed over unread.
    pub(crate) never_passed: usize,
    /// What has no field here, passed over unread.
    pub(crate) left_out: usize,
    /// About the paper: what could not be read in it.
    pub(crate) findings: Vec<Finding>,
}

/// One paper of it.
#[derive(Debug)]
pub(crate) struct AgreedPaper {
    pub(crate) paper: Paper,
    /// Fields that may be shown: asked ∩ agreed ∩ present.
    pub(crate) released: FieldSet,
    /// Fields that arrived and were dropped unseen.
    pub(crate) dropped: usize,
    pub(crate) findings: Vec<Finding>,
}

impl Agreed {
    /// Check 10, as far as one token goes (docs/dc1.md §4).
    pub(crate) fn judge(
        papers: Vec<Paper>,
        chosen: &[Chosen],
        consent: &Consent,
        ask: &Ask,
    ) -> Result<Self, Vec<Finding>> {
        let mut against = Vec::new();
        match (consent.request, ask.terms().pending()) {
            (None, None) => {}
            (Some(request), Some(pending)) if request == pending.digest => {}
            // Agreed to some other ask: not to this one.
            (Some(_), Some(_)) => against.push(Finding::new(Reason::HeldOtherAudience)),
            // It names an ask that nobody made, or does not name the one that was.
            (Some(_), None) | (None, Some(_)) => against.push(Finding::new(Reason::AgreedMalformed)),
        }
        let question = agreed_question(consent, ask);
        against.extend(question.err().map(Finding::new));
        if consent.purpose != ask.purpose() {
            against.push(Finding::new(Reason::AgreedPurposeDiffers));
        }
        if !agrees(consent, &papers, chosen) {
            against.push(Finding::new(Reason::AgreedScopeContradicts));
        }
        if !against.is_empty() {
            return Err(against);
        }
        let bounds = Bounds { consent, ask, question: question.ok().flatten() };
        Ok(Self::minimise(papers, chosen, bounds))
    }

    /// What may be read of a paper that came without consent: on a legal basis, what is asked for and nothing more.
    /// Without one, nothing.
    pub(crate) fn by_law(unasked: WithoutConsent, ask: &Ask) -> Result<Self, Finding> {
        if ask.legal_basis().is_none() {
            return Err(Finding::new(Reason::AgreedNoBasis));
        }
        let (mut papers, mut notes) = (Vec::new(), Vec::new());
        if ask.wants_kind(unasked.paper.kind) {
            papers.push(AgreedPaper::by_law(unasked, ask));
        } else {
            notes.push(Finding::new(Reason::AgreedPaperNotAsked));
        }
        let (retention, display) = (ask.terms().retention(), None);
        Ok(Self { basis: Basis::LegalBasis, papers, notes, retention, display, question: None })
    }

    /// On what basis its papers may be read.
    pub(crate) const fn basis(&self) -> Basis {
        self.basis
    }

    fn minimise(mut papers: Vec<Paper>, chosen: &[Chosen], bounds: Bounds<'_>) -> Self {
        let Bounds { consent, ask, question } = bounds;
        let mut notes = Vec::new();
        if consent.retention > ask.terms().retention() {
            notes.push(Finding::new(Reason::AgreedRetentionShortened));
        }
        let there = papers.len();
        // A paper that nobody agreed to show is as if it were not there: nothing of it is told. That it was readable is
        // the issuer's doing, not the citizen's, so it counts against nobody.
        papers.retain(|paper| consent.fields(paper.kind).is_some());
        if papers.len() < there {
            notes.push(Finding::new(Reason::AgreedBeyondScope));
        }
        let arrived = papers.len();
        let asked = papers.into_iter().filter(|paper| bounds.wants_kind(paper.kind));
        let papers: Vec<_> = asked.map(|paper| AgreedPaper::minimise(paper, chosen, bounds)).collect();
        if papers.len() < arrived {
            // Beside papers that were asked for it is a note. Where none is left, it refers: an empty showing is not
            // accepted.
            let finding = Finding::new(Reason::AgreedPaperNotAsked);
            notes.push(if papers.is_empty() { finding } else { finding.at_most(Gravity::Note) });
        }
        let retention = consent.retention.min(ask.terms().retention());
        Self { basis: Basis::SignedGrant, papers, notes, retention, display: consent.display, question }
    }
}

/// The question that both sides mean. Unprompted, a citizen may offer the answer to a question where fields were asked
/// for; in answer to a challenge only what was asked.
fn agreed_question(consent: &Consent, ask: &Ask) -> Result<Option<Question>, Reason> {
    let Some(number) = consent.question else {
        return if ask.question().is_none() { Ok(None) } else { Err(Reason::AgreedQuestionDiffers) };
    };
    let question = Question::from_number(number).ok_or(Reason::AgreedNewerForm)?;
    let offered = ask.question().is_none() && ask.terms().pending().is_none();
    if offered || ask.question() == Some(question) { Ok(Some(question)) } else { Err(Reason::AgreedQuestionDiffers) }
}

/// Within what a paper may be used: what was asked, and what was agreed to.
#[derive(Clone, Copy)]
struct Bounds<'a> {
    consent: &'a Consent,
    ask: &'a Ask,
    question: Option<Question>,
}

impl Bounds<'_> {
    fn wants_kind(&self, kind: Kind) -> bool {
        match self.question {
            Some(question) => question.needs().0 == kind && self.ask.terms().may_answer(question),
            None => self.ask.wants_kind(kind),
        }
    }

    /// A question's answer rests on its own fields alone.
    fn rests_on(&self, kind: Kind, of: FieldKey) -> bool {
        self.question.is_none_or(|question| question.rests_on(kind, of))
    }

    /// Whether a field that was asked for is not among those to be shown. To a question nothing is shown.
    fn lacks(&self, kind: Kind, released: &FieldSet) -> bool {
        let showable = |of: &FieldKey| of.row(kind).is_some_and(|row| !row.class.never_passes());
        self.question.is_none() && self.ask.terms().asked_for(kind).filter(showable).any(|of| !released.contains(of))
    }
}

impl AgreedPaper {
    fn by_law(of: WithoutConsent, ask: &Ask) -> Self {
        let WithoutConsent { mut paper, never_passed, left_out, mut findings } = of;
        let (kind, arrived) = (paper.kind, paper.fields.len());
        let asked = ask.terms().fields(kind);
        paper.fields.retain(|(of, _)| asked.is_some_and(|fields| fields.contains(*of)));
        let unasked = arrived.saturating_sub(paper.fields.len()).saturating_add(left_out);
        if never_passed > 0 {
            findings.push(Finding::new(Reason::AgreedFieldNeverPasses));
        }
        if unasked > 0 {
            findings.push(Finding::new(Reason::AgreedWiderThanAsked));
        }
        let released = paper.fields.iter().map(|(of, _)| *of).collect();
        Self { paper, released, dropped: unasked.saturating_add(never_passed), findings }
    }

    fn minimise(mut paper: Paper, chosen: &[Chosen], bounds: Bounds<'_>) -> Self {
        let kind = paper.kind;
        let mut released = FieldSet::NONE;
        let (asked, agreed) = (bounds.ask.terms().fields(kind), bounds.consent.fields(kind));
        let arrived = paper.fields.len();
        let (mut never, mut wider, mut beyond) = (false, false, false);
        paper.fields.retain(|(of, _)| {
            let agreed = agreed.is_some_and(|fields| fields.contains(*of));
            beyond |= !agreed && !bears(kind, *of);
            // Unknown fields stay for the schema check, which drops them or says that they may bear.
            let Some(row) = of.row(kind) else { return true };
            let wanted = asked.is_some_and(|fields| fields.contains(*of)) && bounds.rests_on(kind, *of);
            let passes = !row.class.never_passes();
            never |= !passes;
            wider |= passes && !row.bearing && !wanted;
            if passes && wanted && agreed {
                released.insert(*of);
            }
            passes && (row.bearing || (wanted && agreed))
        });
        let notes = [
            (never, Reason::AgreedFieldNeverPasses),
            (wider, Reason::AgreedWiderThanAsked),
            (beyond, Reason::AgreedBeyondScope),
        ];
        let mut findings: Vec<_> = notes.into_iter().filter(|(is, _)| *is).map(|(_, why)| Finding::new(why)).collect();
        let dropped = arrived.saturating_sub(paper.fields.len());
        let hidden = chosen.iter().filter(|of| of.kind == kind).filter_map(|of| of.field?.row(kind));
        let hidden = hidden.filter(|row| row.bearing);
        findings.extend(hidden.map(|row| Finding::new(Reason::PaperBearingMissing).about(row)));
        if bounds.lacks(kind, &released) {
            findings.push(Finding::new(Reason::AgreedPartlyShown));
        }
        Self { paper, released, dropped, findings }
    }
}

/// The holder does not contradict himself: everything that the scope names is there, and whatever a disclosure of its
/// own made readable is named. What is clear was the issuer's doing: a wallet that leaves it out, because it does not
/// know it yet, shows nothing by stealth.
fn agrees(consent: &Consent, papers: &[Paper], chosen: &[Chosen]) -> bool {
    let scope = &consent.scope;
    let is_named = |of: &Chosen| match (scope.get(of.kind), of.field) {
        (Some(fields), Some(field)) => fields.contains(field),
        (named, None) => named.is_some(),
        (None, Some(_)) => false,
    };
    let is_there = |(kind, fields): (Kind, &FieldSet)| {
        papers.iter().find(|paper| paper.kind == kind).is_some_and(|paper| {
            // Neither paper nor scope has a field twice, so equal counts mean that all of the scope is there.
            paper.fields.iter().filter(|(of, _)| fields.contains(*of)).count() == fields.len()
        })
    };
    chosen.iter().all(is_named) && scope.iter().all(is_there)
}

/// Whether a clear field may be judged although nobody agreed to show it: one that bears, or may bear for all this
/// engine knows.
fn bears(kind: Kind, of: FieldKey) -> bool {
    of.row(kind).map_or(of.number() < FIRST_NOT_BEARING, |row| row.bearing)
}
