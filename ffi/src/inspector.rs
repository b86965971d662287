//! The one call.

use crate::ask::Ask;
use crate::error::DoichieuError;
use crate::finding::{Headline, Step, Text};
use crate::names::{Kind, Purpose};
use crate::report::{Seen, recompute_error};
use crate::scan::Scan;
use crate::set_up::{Bundle, Memory, Post};
use crate::slot::lock;
use crate::time::at;
use std::sync::Arc;
use std::time::SystemTime;

/// A post with the bundle it works by: once per shift, or when a newer bundle or mandate arrives. May be used by several
/// threads at once.
#[derive(Debug, uniffi::Object)]
pub struct Inspector(pub(crate) doichieu::Inspector);

#[uniffi::export]
impl Inspector {
    /// Refused if the post was opened against another bundle.
    #[uniffi::constructor]
    pub fn new(bundle: &Bundle, post: &Post) -> Result<Arc<Self>, DoichieuError> {
        Ok(Arc::new(Self(doichieu::Inspector::new(Arc::clone(&bundle.0), post.0.clone())?)))
    }

    /// A test root stands behind its lists: every screen then says TEST.
    pub fn is_test(&self) -> bool {
        self.0.bundle().is_test()
    }

    /// The purposes that its post's mandate names.
    pub fn purposes(&self) -> Vec<Purpose> {
        self.0.post().allowance().purposes().filter_map(Purpose::of).collect()
    }

    /// Inspects one showing. The memory is written before anything is shown: store it, or use a [`crate::Keeper`].
    pub fn inspect(&self, scan: &Scan, ask: &Ask, memory: &Memory, now: SystemTime) -> Result<Seen, DoichieuError> {
        let seen = self.0.inspect(scan.borrowed(), &ask.0, at(now)?, &mut lock(&memory.0));
        Ok(Seen::of(seen, self.0.post().role()))
    }

    /// Computes a report again from what was lawfully kept: the same inputs give the same bytes.
    pub fn recompute(
        &self,
        frame: Vec<u8>,
        ask: &Ask,
        now: SystemTime,
        extract: Vec<u8>,
    ) -> Result<Seen, DoichieuError> {
        let role = self.0.post().role();
        match self.0.recompute(&frame, &ask.0, at(now)?, &extract) {
            Ok(report) => Ok(Seen::report(report, role)),
            Err(doichieu::RecomputeError::Frame(why)) => Ok(Seen::unreadable(why, role)),
            Err(why) => Err(recompute_error(why)),
        }
    }

    /// The frame to keep for that, under a legal basis only; `null`: no answer to this ask, or no document.
    pub fn unsealed(&self, scan: &Scan, ask: &Ask) -> Option<Vec<u8>> {
        let frame = self.0.unsealed(scan.borrowed(), &ask.0).ok().flatten();
        frame.map(|frame| frame.to_vec())
    }

    /// What may be done where no code at all is shown for a kind of paper. No verdict: nothing is concluded about anybody.
    pub fn nothing_shown(&self, purpose: Purpose, kind: Kind, now: SystemTime) -> Result<NothingShown, DoichieuError> {
        let nothing = self.0.nothing_shown(purpose.core()?, kind.core()?, at(now)?)?;
        Ok(NothingShown {
            kind,
            headline: Headline::of(nothing.headline()),
            steps: nothing.steps().iter().map(|step| Step::lawful(step, nothing.kind())).collect(),
        })
    }

    /// A number that was told or typed: of which kinds it may be where `kind` is `null`, and what may be done with it.
    pub fn number_only(
        &self,
        purpose: Purpose,
        kind: Option<Kind>,
        text: String,
        now: SystemTime,
    ) -> Result<NumberOnly, DoichieuError> {
        let (text, kind) = (zeroize::Zeroizing::new(text), kind.map(Kind::core).transpose()?);
        let number = self.0.number_only(purpose.core()?, kind, &text, at(now)?)?;
        Ok(NumberOnly {
            kinds: number.kinds().iter().copied().filter_map(Kind::of).collect(),
            form: number.form().name().to_owned(),
            form_text: Text::of(number.form().text()),
            headline: Headline::of(number.headline()),
            steps: number.steps().iter().map(|step| Step::lawful(step, number.kind())).collect(),
            grouped: number.grouped().to_string(),
        })
    }
}

/// No code was shown. No verdict.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct NothingShown {
    /// Of which kind of paper.
    pub kind: Kind,
    /// `not_checked`.
    pub headline: Headline,
    /// What may lawfully be done, in order.
    pub steps: Vec<Step>,
}

/// A number that was told. No verdict.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Debug, Display)]
#[non_exhaustive]
pub struct NumberOnly {
    /// Of which kinds it may be by its form, the likeliest first.
    pub kinds: Vec<Kind>,
    /// Its form, by name.
    pub form: String,
    /// The same in words.
    pub form_text: Text,
    /// `not_checked`.
    pub headline: Headline,
    /// What may lawfully be done, in order.
    pub steps: Vec<Step>,
    /// The number in groups, to be read aloud: personal data.
    pub grouped: String,
}

crate::closed!(NumberOnly);
