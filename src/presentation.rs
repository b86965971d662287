//! One showing: the proof of each of its tokens, and what holds them together.

use crate::ask::Ask;
use crate::bundle::Bundle;
use crate::consent::Agreed;
use crate::current::Register;
use crate::digest::Digest32;
use crate::evidence::{Outcome, TokenEvidence};
use crate::field::Kind;
use crate::finding::Finding;
use crate::format::dc1::{Document, Revealed};
use crate::holder::Held;
use crate::input::Budget;
use crate::key::PublicKey;
use crate::policy::RoleProfile;
use crate::reason::{Gravity, Reason};
use crate::seal::Envelope;
use crate::time::UnixTime;
use crate::trust::Issuer;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

mod unbound;

/// Everything that the proof of a token is held against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Against<'a> {
    pub(crate) bundle: &'a Bundle,
    pub(crate) role: &'a RoleProfile,
    pub(crate) ask: &'a Ask,
    pub(crate) at: UnixTime,
}

/// One token after its checks: what they answered, and what they proved.
#[derive(Debug)]
pub(crate) struct Token<'k> {
    pub(crate) evidence: TokenEvidence,
    /// Kinds that may be named although nothing is proven: clear in an authentic token, and asked for.
    pub(crate) kinds: Vec<Kind>,
    pub(crate) issuer: Option<&'k Issuer>,
    pub(crate) account_age: Option<u64>,
    holder: Option<PublicKey>,
    held: Option<Held>,
    pub(crate) agreed: Option<Agreed>,
}

impl<'k> Token<'k> {
    /// Checks 4 to 10 of one token, each only after the one before it held.
    pub(crate) fn prove(envelope: &Envelope<'_>, against: Against<'k>, budget: &Budget) -> Self {
        let mut token = Self::unproven();
        let document = match open_document(envelope, against, budget) {
            Ok(document) => document,
            Err(findings) => {
                token.evidence.authentic = Outcome::Found(findings);
                return token;
            }
        };
        token.evidence.authentic = Outcome::Pass;
        token.issuer = Some(document.issuer());
        token.holder = Some(document.holder().clone());
        token.kinds = document.kinds().into_iter().filter(|kind| against.ask.wants_kind(*kind)).collect();
        token.judge_account(&document, against);
        let held = match Held::prove(&document, &envelope.binding, budget, against.role, against.ask, against.at) {
            Ok(held) => held,
            Err(findings) => {
                token.not_held(findings);
                return token;
            }
        };
        token.evidence.held = Outcome::from(held.notes().to_vec());
        match Revealed::open(document, &envelope.disclosures, budget) {
            Ok(revealed) => token.agree(revealed, &held, against.ask),
            Err(reason) => token.evidence.unaltered = Outcome::Found(Vec::from([Finding::new(reason)])),
        }
        token.held = Some(held);
        token
    }

    const fn unproven() -> Self {
        let evidence = TokenEvidence {
            authentic: Outcome::Moot,
            held: Outcome::Moot,
            unaltered: Outcome::Moot,
            agreed: Outcome::Moot,
            account: Outcome::Moot,
        };
        Self { evidence, kinds: Vec::new(), issuer: None, account_age: None, holder: None, held: None, agreed: None }
    }

    fn judge_account(&mut self, document: &Document<'_, 'k>, against: Against<'k>) {
        let register =
            Register { lists: against.bundle.lists(), issuer: document.issuer(), role: against.role, at: against.at };
        let account = document.account();
        let (findings, age) = register.judge_account(account.level, account.status);
        self.evidence.account = Outcome::from(findings);
        self.account_age = age;
    }

    /// A showing made for somebody else is not read, not even for the kinds in it, nor is its account.
    fn not_held(&mut self, findings: Vec<Finding>) {
        let elsewhere = |reason| matches!(reason, Reason::HeldOtherAudience | Reason::HeldOtherPostDigits);
        if findings.iter().any(|finding| elsewhere(finding.reason())) {
            self.kinds.clear();
        }
        self.evidence.account = Outcome::Moot;
        self.evidence.held = Outcome::Found(findings);
    }

    fn agree(&mut self, revealed: Revealed, held: &Held, ask: &Ask) {
        self.evidence.unaltered = Outcome::Pass;
        match Agreed::judge(revealed, held.consent(), ask) {
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

    /// The level of an account is a note where none is needed: a child under six has level 1 at most (Decree 69/2024/ND-CP art. 7), and a
    /// clinic needs no more than its number.
    pub(crate) fn needs_no_level(&mut self) {
        if let Outcome::Found(findings) = &mut self.evidence.account {
            for finding in findings.iter_mut().filter(|finding| finding.reason() == Reason::CurrentLevelInsufficient) {
                *finding = finding.at_most(Gravity::Note);
            }
        }
    }

    /// Whether the bound key took part, for us and in time.
    pub(crate) const fn is_held(&self) -> bool {
        self.held.is_some()
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
        findings
            .filter(|finding| finding.is_failed_proof())
            .max_by_key(|finding| finding.gravity())
            .map(Finding::reason)
    }

    pub(crate) fn ends(&self) -> Option<UnixTime> {
        self.held.as_ref().map(|held| held.showing().ends())
    }
}

fn open_document<'a, 'k>(
    envelope: &Envelope<'a>,
    against: Against<'k>,
    budget: &Budget,
) -> Result<Document<'a, 'k>, Vec<Finding>> {
    let authentic =
        against.bundle.issuers().open(&envelope.token).map_err(|reason| Vec::from([Finding::new(reason)]))?;
    Document::read(authentic, against.bundle, budget, against.at)
}

/// In a set, what one member leaves out another may bring.
pub(crate) fn together(tokens: &mut [Token<'_>]) {
    let brings = |token: &Token<'_>| token.agreed.as_ref().is_some_and(|agreed| !agreed.papers.is_empty());
    if tokens.iter().any(brings) {
        tokens.iter_mut().for_each(Token::not_alone);
    }
}

/// The set rule (docs/dc1.md §4): one showing, complete, by one key; and if one member fails a proof, none gives values.
pub(crate) fn judge_set(tokens: &[Token<'_>]) -> Outcome {
    if tokens.iter().any(|token| !token.is_proven()) {
        // A member alone carries its own findings; the others are withheld with it.
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

/// What an issuer may sign is part of a member's proof. A token alone is judged paper by paper, where the finding names the kind.
fn unentitled(tokens: &[Token<'_>]) -> Vec<Finding> {
    let members = (0_u8..).zip(tokens).filter(|_| tokens.len() > 1);
    let failed = members.filter_map(|(index, token)| Some((index, token.objection()?)));
    let mut findings: Vec<_> = failed.map(|(index, reason)| Finding::new(reason).in_token(index)).collect();
    if !findings.is_empty() {
        findings.push(Finding::new(Reason::SetMemberFailed));
    }
    findings
}

fn held<'t>(tokens: &'t [Token<'_>]) -> impl Iterator<Item = (&'t Held, &'t PublicKey)> + Clone {
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

/// The replay key: what was shown, apart from signatures and streams, which have twins (docs/dc1.md §4). The order of a set is not
/// signed, so it does not count either.
pub(crate) fn replay_key(envelopes: &[Envelope<'_>]) -> Digest32 {
    if let [alone] = envelopes {
        return alone.binding.frame_into(Sha256::new()).finalize().into();
    }
    let mut members = Vec::with_capacity(envelopes.len());
    for envelope in envelopes {
        let framed = envelope.binding.framed();
        // Nobody signs the order of a set: another order is the same showing.
        members.insert(members.partition_point(|member| *member < framed), framed);
    }
    members.iter().fold(Sha256::new(), Sha256::chain_update).finalize().into()
}
