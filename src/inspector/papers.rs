//! Checks 11 to 13 on the papers of a showing, and the report of all of it.

use crate::bundle::Bundle;
use crate::consent::{AgreedPaper, Basis, Statements};
use crate::consistency;
use crate::current::Register;
use crate::document::{Current, Paper, Standing, StatusAnswer, last_day, schema};
use crate::evidence::{Evidence, Outcome, PaperEvidence, Verdict, judge};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::question::{Covers, Drive, Question};
use crate::relation::Related;
use crate::report::{Assurance, Inputs, PaperReport, Report, State};
use crate::rules;
use crate::scene::{Scene, Vehicle};
use crate::showing::{Against, Token};
use crate::trust::Issuer;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Where the papers of one showing are judged.
pub(super) struct Bench<'a> {
    pub(super) against: Against<'a>,
    pub(super) bundle: &'a Bundle,
    /// The post's name.
    pub(super) post: &'a str,
    pub(super) inputs: Inputs,
    /// Whether what somebody declares may be compared with the values.
    pub(super) may_compare: bool,
}

/// A paper on the bench, with who issued it and for how long it is granted.
pub(super) struct Entry<'a> {
    token: u8,
    issuer: &'a Issuer,
    pub(super) agreed: AgreedPaper,
    pub(super) retention: u64,
    display: Option<u64>,
    pub(super) question: Option<Question>,
}

impl Entry<'_> {
    /// How long a screen shows it, in seconds: the smaller of what the citizen was told and what the profile says.
    pub(super) fn display(&self, profile: u64) -> u64 {
        self.display.map_or(profile, |told| told.min(profile))
    }

    /// What is to be driven: the class asked about, or the vehicle in question.
    fn drive<'v>(&self, vehicle: Option<&'v Vehicle>) -> Option<Drive<'v>> {
        match self.question {
            Some(Question::MayDriveClass(class)) => Some(Drive::Class(class)),
            Some(Question::MayDriveThisVehicle) | None => vehicle.map(Drive::Vehicle),
        }
    }
}

/// All papers after their checks, and what was established between them.
struct Papers {
    reports: Vec<PaperReport>,
    relations: Vec<Related>,
}

/// A paper after its checks, whole. What may be seen of it comes out of [`Judged::release`], which leaves nothing else
/// to ask.
pub(super) struct Judged<'a> {
    pub(super) entry: Entry<'a>,
    pub(super) evidence: PaperEvidence,
    pub(super) answer: Option<StatusAnswer>,
    oldest: Option<u64>,
    pub(super) parts: Vec<(Field, StatusAnswer)>,
    pub(super) covers: Option<Covers>,
}

impl<'a> Bench<'a> {
    /// The report. `proven` says whether every proof of the whole showing held; without it no paper is read.
    pub(super) fn report(self, mut tokens: Vec<Token<'a>>, mut evidence: Evidence, proven: bool) -> Report {
        let account_age = tokens.iter().filter_map(|token| token.account_age).max();
        let held = tokens.iter().map(Token::held_by).reduce(Option::and).flatten();
        let basis = tokens.iter().find_map(Token::basis);
        let (papers, oldest) = if proven {
            self.judge_papers(&mut tokens, &mut evidence)
        } else {
            (Papers { reports: self.unproven(&tokens, &evidence), relations: Vec::new() }, None)
        };
        let Papers { reports: papers, relations } = papers;
        let assurance = Assurance {
            held,
            agreed: basis.filter(|_| papers.iter().any(PaperReport::is_agreed)),
            challenge_bound: held.is_some() && self.against.ask.terms().pending().is_some(),
            bundle_age: self.inputs.at.since(self.bundle.manifest_issued()),
            status_age: oldest.max(account_age.filter(|_| proven)),
        };
        let of_tokens = tokens.iter().flat_map(|token| token.evidence.outcomes());
        let verdict = judge(evidence.outcomes().into_iter().chain(of_tokens)).max(gravest(&papers));
        let findings = top_level(&tokens, &evidence);
        let statements = (assurance.agreed == Some(Basis::SignedGrant)).then(|| self.statements(tokens)).flatten();
        Report { findings, inputs: self.inputs, verdict, papers, relations, assurance, statements }
    }

    /// What may be kept of a showing of which something was agreed to be told: of all its tokens, or of none.
    fn statements(&self, tokens: Vec<Token<'_>>) -> Option<Statements> {
        let of_tokens = tokens.into_iter().map(|token| token.statement).collect::<Option<_>>()?;
        Some(Statements { of_tokens, post: self.post.to_string(), kept: self.against.role.consent_kept() })
    }

    fn judge_papers(&self, tokens: &mut [Token<'a>], evidence: &mut Evidence) -> (Papers, Option<u64>) {
        let entries = entries(tokens);
        let scene = self.scene();
        let papers: Vec<&Paper> = entries.iter().map(|entry| &entry.agreed.paper).collect();
        let vehicle = consistency::vehicle_in_question(&papers, self.against.ask.seen().vehicle.as_ref());
        let beside: Vec<_> = entries.iter().map(|entry| self.beside(entry, &scene)).collect();
        let across = consistency::across(&beside, &scene);
        evidence.consistent = Outcome::from(across.findings);
        for entry in entries.iter().filter(|entry| consistency::needs_no_account(&entry.agreed.paper, &scene)) {
            tokens.get_mut(usize::from(entry.token)).into_iter().for_each(Token::needs_no_level);
        }
        let mut oldest = None;
        let mut reports = Vec::with_capacity(entries.len());
        let mut of_token: Option<(u8, Shared<'_>)> = None;
        for entry in entries {
            // The papers of a token follow each other, so what they share is made once a token.
            if of_token.as_ref().is_none_or(|(token, _)| *token != entry.token) {
                of_token = tokens.get(usize::from(entry.token)).map(|token| (entry.token, Shared::of(token, evidence)));
            }
            let Some((_, shared)) = &of_token else { continue };
            let judged = self.judge_paper(entry, &scene, vehicle.as_ref());
            oldest = oldest.max(judged.oldest);
            reports.push(judged.release(self, shared, vehicle.as_ref()));
        }
        (Papers { reports, relations: across.relations }, oldest)
    }

    fn beside<'e>(&self, entry: &'e Entry<'a>, scene: &Scene<'_>) -> consistency::Beside<'e> {
        let paper = &entry.agreed.paper;
        let vouches = paper.kind == Kind::DEPENDANT && self.vouches(entry, scene);
        consistency::Beside { paper, token: entry.token, vouches }
    }

    /// Whether what a paper says of two people still counts, by the lists, the register and its own last day; its own
    /// findings say why not.
    fn vouches(&self, entry: &Entry<'a>, scene: &Scene<'_>) -> bool {
        let paper = &entry.agreed.paper;
        let answer = self.register(entry, scene).of_paper(paper);
        let listed = answer.is_none_or(|answer| !matches!(answer.current, Current::Revoked | Current::Suspended));
        let over = paper.value(Field::VALID_UNTIL).and_then(last_day).is_some_and(|last| last < scene.at.day());
        listed && !over && paper.source.standing == Standing::InForce
    }

    fn register(&self, entry: &Entry<'a>, scene: &Scene<'_>) -> Register<'_> {
        Register { lists: self.bundle.lists(), issuer: entry.issuer, role: self.against.role, at: scene.at }
    }

    fn scene(&self) -> Scene<'_> {
        let reversible_tolerance = self.against.role.tolerances().reversible;
        let ask = self.against.ask;
        let law_unchecked = self.bundle.law_is_unchecked(self.inputs.at);
        Scene { at: self.inputs.at, reversible_tolerance, purpose: ask.purpose(), seen: ask.seen(), law_unchecked }
    }

    fn judge_paper(&self, mut entry: Entry<'a>, scene: &Scene<'_>, vehicle: Option<&Vehicle>) -> Judged<'a> {
        let minimal = core::mem::take(&mut entry.agreed.findings);
        let drive = entry.drive(vehicle);
        let paper = &entry.agreed.paper;
        let register = self.register(&entry, scene);
        let (answer, parts) = (register.of_paper(paper), register.of_parts(paper));
        let oldest = parts.iter().filter_map(|(_, answer)| answer.age).max().max(answer.and_then(|answer| answer.age));
        let objection = entry.issuer.objection(paper.kind, &paper.source.authority, paper.source.as_of);
        let entitled: Vec<_> = objection.into_iter().map(Finding::new).collect();
        let (by_law, covers) = rules::apply(paper, &parts, scene, drive);
        let evidence = PaperEvidence {
            entitled: Outcome::from(entitled),
            minimal: Outcome::from(minimal),
            readable: Outcome::from(schema(paper)),
            current: Outcome::from(register.judge(paper, answer, &parts)),
            in_force: Outcome::from(by_law),
        };
        Judged { entry, evidence, answer, oldest, parts, covers }
    }

    /// The kinds that may be named, each with the reason why there is nothing to see.
    fn unproven(&self, tokens: &[Token<'a>], evidence: &Evidence) -> Vec<PaperReport> {
        let whole = evidence.outcomes().into_iter().flat_map(Outcome::findings);
        let whole = Finding::gravest(whole.filter(|finding| finding.is_failed_proof())).map(Finding::reason);
        let mut reports = Vec::new();
        for token in tokens {
            let shared = Shared::of(token, evidence);
            let Some(reason) = token.failure().or(whole) else { continue };
            for kind in &token.kinds {
                let verdict = judge(shared.outcomes);
                let state = State::Unproven(reason);
                reports.push(PaperReport {
                    kind: *kind,
                    verdict,
                    findings: Vec::new(),
                    shared: Arc::clone(&shared.findings),
                    state,
                });
            }
        }
        reports
    }
}

/// Takes the agreed papers out of their tokens.
fn entries<'a>(tokens: &mut [Token<'a>]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (index, token) in (0_u8..).zip(tokens) {
        let (Some(agreed), Some(issuer)) = (token.agreed.take(), token.issuer) else { continue };
        let (retention, display, question) = (agreed.retention, agreed.display, agreed.question);
        let entry = |agreed| Entry { token: index, issuer, agreed, retention, display, question };
        entries.extend(agreed.papers.into_iter().map(entry));
    }
    entries
}

/// What weighs on every paper of a token: our own lists, the set, the memory, and the token's proofs.
pub(super) struct Shared<'e> {
    pub(super) outcomes: [&'e Outcome; 10],
    pub(super) findings: Arc<[Finding]>,
}

impl<'e> Shared<'e> {
    fn of(token: &'e Token<'_>, evidence: &'e Evidence) -> Self {
        let Evidence { post, lists, set, remembered, person, consistent: _ } = evidence;
        let [authentic, held, unaltered, agreed, account] = token.evidence.outcomes();
        let outcomes = [post, lists, set, remembered, person, authentic, held, unaltered, agreed, account];
        let findings = outcomes.into_iter().flat_map(Outcome::findings).copied().collect();
        Self { outcomes, findings }
    }
}

fn gravest(papers: &[PaperReport]) -> Verdict {
    papers.iter().map(PaperReport::verdict).max().unwrap_or(Verdict::Accept)
}

/// Findings of the showing as a whole; those of a token of a set carry its index.
fn top_level(tokens: &[Token<'_>], evidence: &Evidence) -> Vec<Finding> {
    let several = tokens.len() > 1;
    let mut findings = Vec::new();
    for (index, token) in (0_u8..).zip(tokens) {
        let found = token.evidence.outcomes().into_iter().flat_map(Outcome::findings);
        findings.extend(found.map(|finding| if several { finding.in_token(index) } else { *finding }));
    }
    findings.extend(evidence.outcomes().into_iter().flat_map(Outcome::findings));
    findings
}

/// The report of an inspection that ended at our own clock or mandate.
pub(super) fn unjudged(post: Outcome, inputs: Inputs, bundle: &Bundle) -> Report {
    let bundle_age = inputs.at.since(bundle.manifest_issued());
    let assurance = Assurance { held: None, agreed: None, challenge_bound: false, bundle_age, status_age: None };
    Report {
        verdict: judge([&post, &Outcome::Moot]),
        findings: post.findings().to_vec(),
        inputs,
        papers: Vec::new(),
        relations: Vec::new(),
        assurance,
        statements: None,
    }
}
