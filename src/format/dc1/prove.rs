//! Checks 2 to 10 of a presentation, token by token, each only after the one before it held (docs/dc1.md §4).

use super::binding;
use super::claims::Document;
use super::envelope::{Envelope, envelopes};
use super::reveal::Revealed;
use super::statement;
use crate::consent::Agreed;
use crate::digest::Digest32;
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::holder::Addressed;
use crate::input::{Budget, Unreadable};
use crate::scan::Frame;
use crate::showing::{Against, ProvenShowing, Token};
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

/// See [`Format::prove`](crate::format::Format).
pub(super) fn prove<'k>(
    frame: &Frame,
    against: Option<Against<'k>>,
    budget: &Budget,
) -> Result<ProvenShowing<'k>, Unreadable> {
    let envelopes = envelopes(frame.contents(), budget)?;
    let Some(against) = against else { return Ok(ProvenShowing { tokens: Vec::new(), replay_key: None }) };
    let tokens = (0..).zip(&envelopes).map(|(index, envelope)| {
        budget.turn_to(index);
        token(envelope, against, budget)
    });
    Ok(ProvenShowing { tokens: tokens.collect(), replay_key: Some(replay_key(&envelopes)) })
}

fn token<'k>(envelope: &Envelope<'_>, against: Against<'k>, budget: &Budget) -> Token<'k> {
    let mut token = Token::unproven();
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
    let account = document.account();
    token.judge_account(account.level, account.status, document.issuer(), against);
    let addressed = Addressed { role: against.role, ask: against.ask, at: against.at };
    let held = match binding::prove(&document, &envelope.binding, budget, addressed) {
        Ok(held) => held,
        Err(findings) => {
            token.not_held(findings);
            return token;
        }
    };
    token.evidence.held = Outcome::from(held.notes().to_vec());
    token.statement = statement::of(envelope, &document);
    match Revealed::open(document, &envelope.disclosures, budget) {
        Ok(revealed) => {
            token.evidence.unaltered = Outcome::Pass;
            let (papers, chosen) = revealed.into_parts();
            token.agree(Agreed::judge(papers, &chosen, held.consent(), against.ask));
        }
        Err(reason) => token.evidence.unaltered = Outcome::Found(Vec::from([Finding::new(reason)])),
    }
    token.held = Some(held);
    token
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

/// The replay key: what was shown, apart from signatures and streams, which have twins (docs/dc1.md §4). The order of a
/// set is not signed, so it does not count either.
fn replay_key(envelopes: &[Envelope<'_>]) -> Digest32 {
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
