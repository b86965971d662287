//! A code bound to no key: what can be proven of it, and what never.

use super::{Against, Token};
use crate::consent::Agreed;
use crate::evidence::Outcome;
use crate::field::Kind;
use crate::finding::Finding;
use crate::format::claim169::{Code, FORMAT, Identity};
use crate::input::Budget;
use crate::reason::Reason;
use alloc::vec::Vec;

impl<'k> Token<'k> {
    /// Authentic, unaltered because it is signed whole, never held, and agreed to by nobody: read only on a legal basis.
    pub(crate) fn prove_unbound(code: &Code<'_>, against: Against<'k>, budget: &Budget) -> Self {
        let mut token = Self::unproven();
        let identity = match open(code, against, budget) {
            Ok(identity) => identity,
            Err(findings) => {
                token.evidence.authentic = Outcome::Found(findings);
                return token;
            }
        };
        token.evidence.authentic = Outcome::from(identity.notes.clone());
        token.evidence.unaltered = Outcome::Pass;
        // A copy is as good as the first: it can never be more than a hint where to look.
        token.evidence.held = Outcome::Found(Vec::from([Finding::new(Reason::HeldNotBound)]));
        token.issuer = Some(identity.issuer);
        token.kinds = [Kind::IDENTITY].into_iter().filter(|kind| against.ask.wants_kind(*kind)).collect();
        match Agreed::by_law(identity, against.ask) {
            Ok(agreed) => {
                token.evidence.agreed = Outcome::from(agreed.notes.clone());
                token.agreed = Some(agreed);
            }
            Err(finding) => token.evidence.agreed = Outcome::Found(Vec::from([finding])),
        }
        token
    }
}

fn open<'k>(code: &Code<'_>, against: Against<'k>, budget: &Budget) -> Result<Identity<'k>, Vec<Finding>> {
    let found = |reason| Vec::from([Finding::new(reason)]);
    let Code::Signed(cwt) = code else { return Err(found(Reason::AuthenticEncrypted)) };
    let authentic = against.bundle.issuers().open_cwt(cwt, FORMAT).map_err(found)?;
    Identity::read(&authentic, budget, against.role.tolerances().outdated, against.at)
}
