//! The inspection of a code that is bound to no key (docs/claim169.md): the same checks in the same order, as far as they can be asked.

use super::memory::Recall;
use super::{Inspector, papers};
use crate::ask::Ask;
use crate::evidence::{Evidence, Outcome};
use crate::format::claim169::{self, FORMAT};
use crate::input::{Budget, Fault, Layer, Unreadable};
use crate::presentation::{Against, Token};
use crate::report::{Basis, Inputs, Report};
use crate::scan::{Form, Frame};
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Whether a frame is such a code: as the text around it said, or as its contents tell.
///
/// # Errors
/// A text without prefix that is no such code is none of ours.
pub(super) fn is_unbound(frame: &Frame) -> Result<bool, Unreadable> {
    let is_one = || claim169::is_one(frame.contents());
    match frame.form() {
        Form::Dc1 => Ok(false),
        Form::Claim169 => Ok(true),
        Form::Untold => Ok(is_one().unwrap_or(false)),
        Form::Unprefixed if is_one() == Some(false) => Err(Unreadable::new(Layer::Text, 0, Fault::AnotherApp)),
        Form::Unprefixed => Ok(true),
    }
}

impl Inspector {
    /// At most *refer*: nothing shows that it is not a copy. The memory of showings is not asked, for every showing of it is the same.
    pub(super) fn judge_unbound(
        &self,
        frame: &Frame,
        ask: &Ask,
        at: UnixTime,
        recall: &Recall<'_>,
    ) -> Result<Report, Unreadable> {
        let budget = Budget::scan();
        let code = claim169::read(frame.contents(), &budget)?;
        let before = recall.before(self.bundle.floor());
        let inputs = Inputs { profile: FORMAT, ..self.inputs(ask, at, super::digest_of(frame, ask), before) };

        let post = Outcome::from(self.post.judge(&self.bundle, ask.terms().is_of(&self.post), before.floor(), at));
        if post != Outcome::Pass {
            return Ok(papers::unjudged(post, inputs, &self.bundle));
        }
        let against = Against { bundle: &self.bundle, role: self.post.role(), ask, at };
        let token = Token::prove_unbound(&code, against, &budget);
        let proven = token.is_proven();
        let lists = Outcome::from(self.judge_lists(at));
        let evidence = Evidence {
            post,
            lists,
            set: Outcome::Pass,
            remembered: Outcome::Moot,
            person: Outcome::Moot,
            consistent: Outcome::Moot,
        };
        let bench = papers::Bench {
            against,
            bundle: &self.bundle,
            inputs,
            basis: Basis::LegalBasis,
            may_compare: recall.may_compare(None),
        };
        Ok(bench.report(Vec::from([token]), evidence, proven))
    }
}
