//! One showing: the proof of each of its tokens, and what holds them together.

use crate::ask::Ask;
use crate::bundle::Bundle;
use crate::consent::{Agreed, Basis, Statement};
use crate::current::Register;
use crate::digest::Digest32;
use crate::document::StatusRef;
use crate::evidence::{Outcome, TokenEvidence};
use crate::field::Kind;
use crate::finding::Finding;
use crate::holder::{Held, Possession};
use crate::key::PublicKey;
use crate::policy::RoleProfile;
use crate::reason::{Gravity, Reason};
use crate::time::UnixTime;
use crate::trust::Issuer;
use alloc::vec::Vec;

/// Everything that the proof of a token is held against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Against<'a> {
    pub(crate) bundle: &'a Bundle,
    pub(crate) role: &'a RoleProfile,
    pub(crate) ask: &'a Ask,
    pub(crate) at: UnixTime,
}

/// What a format proved of one showing.
#[derive(Debug)]
pub(crate) struct ProvenShowing<'k> {
    pub(crate) tokens: Vec<Token<'k>>,
    /// What it is remembered by; `None`: it is bound to no key, and every showing of it is the same.
    pub(crate) replay_key: Option<Digest32>,
}

/// One token after its checks: what they answered, and what they proved.
#[derive(Debug)]
pub(crate) struct Token<'k> {
    pub(crate) evidence: TokenEvidence,
    /// Kinds that may be named although nothing is proven: clear in an authentic token, and asked for.
    pub(crate) kinds: Vec<Kind>,
    pub(crate) issuer: Option<&'k Issuer>,
    pub(crate) account_age: Option<u64>,
    /// The bound key.
    pub(crate) holder: Option<PublicKey>,
    pub(crate) held: Option<Possession>,
    pub(crate) agreed: Option<Agreed>,
    /// What it leaves behind of what was agreed to, if its holder signed that too.
    pub(crate) statement: Option<Statement>,
}

impl<'k> Token<'k> {
    /// Nothing was asked of it yet.
    pub(crate) const fn unproven() -> Self {
        let evidence = TokenEvidence {
            authentic: Outcome::Moot,
            held: Outcome::Moot,
            unaltered: Outcome::Moot,
            agreed: Outcome::Moot,
            account: Outcome::Moot,
        };
        Self {
            evidence,
            kinds: Vec::new(),
            issuer: None,
            account_age: None,
            holder: None,
            held: None,
            agreed: None,
            statement: None,
        }
    }

    /// Check 11 of the account that the token hangs on: its level, and where its lock is listed.
    pub(crate) fn judge_account(
        &mut self,
        level: Option<u64>,
        status: Option<StatusRef>,
        issuer: &'k Issuer,
        against: Against<'k>,
    ) {
        let register = Register { lists: against.bundle.lists(), issuer, role: against.role, at: against.at };
        let (findings, age) = register.judge_account(level, status);
        self.evidence.account = Outcome::from(findings);
        self.account_age = age;
    }

    /// A showing made for somebody else is not read, not even for the kinds in it, nor is its account.
    pub(crate) fn not_held(&mut self, findings: Vec<Finding>) {
        let elsewhere = |reason| matches!(reason, Reason::HeldOtherAudience | Reason::HeldOtherPostDigits);
        if findings.iter().any(|finding| elsewhere(finding.reason())) {
            self.kinds.clear();
        }
        self.evidence.account = Outcome::Moot;
        self.evidence.held = Outcome::Found(findings);
    }

    /// What came of check 10.
    pub(crate) fn agree(&mut self, agreed: Result<Agreed, Vec<Finding>>) {
        match agreed {
            Ok(agreed) => {
                self.evidence.agreed = Outcome::from(agreed.notes.clone());
                self.agreed = Some(agreed);
            }
            Err(findings) => self.evidence.agreed = Outcome::Found(findings),
        }
    }

    /// Whether values may be released as far as this token goes.
    pub(crate) fn is_proven(&self) -> bool {
        self.agreed.is_some()
            && !self.evidence.outcomes().iter().any(|outcome| outcome.findings().iter().any(Finding::is_failed_proof))
    }

    /// Papers that nobody asked for are a note while another member of the set brings one that was.
    fn not_alone(&mut self) {
        if let Outcome::Found(findings) = &mut self.evidence.agreed {
            for finding in findings.iter_mut().filter(|finding| finding.reason() == Reason::AgreedPaperNotAsked) {
                *finding = finding.at_most(Gravity::Note);
            }
        }
    }

    /// The level of an account is a note where none is needed: a child under six has level 1 at most (Decree
    /// 69/2024/ND-CP art. 7), and a clinic needs no more than its number.
    pub(crate) fn needs_no_level(&mut self) {
        if let Outcome::Found(findings) = &mut self.evidence.account {
            for finding in findings.iter_mut().filter(|finding| finding.reason() == Reason::CurrentLevelInsufficient) {
                *finding = finding.at_most(Gravity::Note);
            }
        }
    }

    /// How it was established that the bound key took part, for us and in time.
    pub(crate) fn held_by(&self) -> Option<Held> {
        self.held.as_ref().map(Possession::by)
    }

    /// On what basis its papers may be read.
    pub(crate) fn basis(&self) -> Option<Basis> {
        self.agreed.as_ref().map(Agreed::basis)
    }

    /// Why its issuer may not sign some paper in it that was asked for; `None`: it may sign them all.
    fn objection(&self) -> Option<Reason> {
        let issuer = self.issuer?;
        let papers = self.agreed.iter().flat_map(|agreed| &agreed.papers).map(|agreed| &agreed.paper);
        papers.filter_map(|paper| issuer.objection(paper.kind, &paper.source.authority, paper.source.as_of)).next()
    }

    /// The gravest reason why its papers are not proven.
    pub(crate) fn failure(&self) -> Option<Reason> {
        let findings = self.evidence.outcomes().into_iter().flat_map(Outcome::findings);
        Finding::gravest(findings.filter(|finding| finding.is_failed_proof())).map(Finding::reason)
    }

    pub(crate) fn ends(&self) -> Option<UnixTime> {
        self.held.as_ref().map(|held| held.showing().ends())
    }
}

/// In a set, what one member leaves out another may bring.
pub(crate) fn together(tokens: &mut [Token<'_>]) {
    let brings = |token: &Token<'_>| token.agreed.as_ref().is_some_and(|agreed| !agreed.papers.is_empty());
    if tokens.iter().any(brings) {
        tokens.iter_mut().for_each(Token::not_alone);
    }
}

/// The set rule (docs/dc1.md §4): one showing, complete, by one key; and if one member fails a proof, none gives
/// values.
pub(crate) fn judge_set(tokens: &[Token<'_>]) -> Outcome {
    if tokens.iter().any(|token| !token.is_proven()) {
        // The failing member has findings of its own. In a set the others need one too, as they are withheld with it.
        let failed = (tokens.len() > 1).then(|| Finding::new(Reason::SetMemberFailed));
        return failed.map_or(Outcome::Moot, |finding| Outcome::Found(Vec::from([finding])));
    }
    let mut findings = Vec::new();
    if !complete(tokens) {
        findings.push(Finding::new(Reason::SetIncomplete));
    }
    if !one_showing(tokens) || !unique_kinds(tokens) {
        findings.push(Finding::new(Reason::SetNotOneShowing));
    }
    findings.extend(unentitled(tokens));
    Outcome::from(findings)
}

/// What an issuer may sign is part of a member's proof. A token alone is judged paper by paper, where the finding names
/// the kind.
fn unentitled(tokens: &[Token<'_>]) -> Vec<Finding> {
    let members = (0_u8..).zip(tokens).filter(|_| tokens.len() > 1);
    let failed = members.filter_map(|(index, token)| Some((index, token.objection()?)));
    let mut findings: Vec<_> = failed.map(|(index, reason)| Finding::new(reason).in_token(index)).collect();
    if !findings.is_empty() {
        findings.push(Finding::new(Reason::SetMemberFailed));
    }
    findings
}

fn held<'t>(tokens: &'t [Token<'_>]) -> impl Iterator<Item = (&'t Possession, &'t PublicKey)> + Clone {
    tokens.iter().filter_map(|token| Some((token.held.as_ref()?, token.holder.as_ref()?)))
}

/// The key that the showing was made with: one for all members of a set.
pub(crate) fn bound_key<'t>(tokens: &'t [Token<'_>]) -> Option<&'t PublicKey> {
    held(tokens).map(|(_, key)| key).next()
}

fn complete(tokens: &[Token<'_>]) -> bool {
    let mut members = held(tokens).map(|(held, _)| held.consent().member);
    let count = u64::try_from(members.clone().count()).unwrap_or_default();
    if count <= 1 {
        return members.all(|member| member.is_none());
    }
    (1..=count).all(|index| members.clone().any(|member| member == Some((index, count))))
}

fn one_showing(tokens: &[Token<'_>]) -> bool {
    let mut rest = held(tokens);
    let Some((first, key)) = rest.next() else { return false };
    rest.all(|(other, other_key)| {
        let (a, b) = (first.consent(), other.consent());
        first.showing() == other.showing()
            && key == other_key
            && a.purpose == b.purpose
            && a.request == b.request
            && a.question == b.question
    })
}

fn unique_kinds(tokens: &[Token<'_>]) -> bool {
    let papers = tokens.iter().filter_map(|token| token.agreed.as_ref()).flat_map(|agreed| &agreed.papers);
    let kinds = papers.map(|agreed| agreed.paper.kind);
    kinds.clone().enumerate().all(|(index, kind)| !kinds.clone().take(index).any(|other| other == kind))
}
