//! A code bound to no key: what can be proven of it, and what never.

use super::claims::Identity;
use super::{Code, NAME, read};
use crate::consent::Agreed;
use crate::evidence::Outcome;
use crate::finding::Finding;
use crate::input::{Budget, Unreadable};
use crate::reason::Reason;
use crate::scan::Frame;
use crate::showing::{Against, ProvenShowing, Token};
use alloc::vec::Vec;

/// See [`Format::prove`](crate::format::Format). At most *refer*: nothing shows that it is not a copy.
pub(super) fn prove<'k>(
    frame: &Frame,
    against: Option<Against<'k>>,
    budget: &Budget,
) -> Result<ProvenShowing<'k>, Unreadable> {
    let code = read(frame.contents(), budget)?;
    let tokens = against.into_iter().map(|against| token(&code, against, budget)).collect();
    Ok(ProvenShowing { tokens, replay_key: None })
}

/// Authentic, unaltered because it is signed whole, never held, and agreed to by nobody: read only on a legal basis.
fn token<'k>(code: &Code<'_>, against: Against<'k>, budget: &Budget) -> Token<'k> {
    let mut token = Token::unproven();
    let Identity { issuer, identity, notes } = match open(code, against, budget) {
        Ok(identity) => identity,
        Err(findings) => {
            token.evidence.authentic = Outcome::Found(findings);
            return token;
        }
    };
    token.evidence.authentic = Outcome::from(notes);
    token.evidence.unaltered = Outcome::Pass;
    // A copy is as good as the first: it can never be more than a hint where to look.
    token.evidence.held = Outcome::Found(Vec::from([Finding::new(Reason::HeldNotBound)]));
    token.issuer = Some(issuer);
    token.kinds = Vec::from_iter(Some(identity.paper.kind).filter(|kind| against.ask.wants_kind(*kind)));
    token.agree(Agreed::by_law(identity, against.ask).map_err(|finding| Vec::from([finding])));
    token
}

fn open<'k>(code: &Code<'_>, against: Against<'k>, budget: &Budget) -> Result<Identity<'k>, Vec<Finding>> {
    let found = |reason| Vec::from([Finding::new(reason)]);
    let Code::Signed(cwt) = code else { return Err(found(Reason::AuthenticEncrypted)) };
    let authentic = against.bundle.issuers().open_cwt(cwt, NAME).map_err(found)?;
    Identity::read(&authentic, budget, against.role.tolerances().outdated, against.at)
}
