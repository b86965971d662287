//! Where no code is shown: what may be done, and a number that is told instead. Neither has a verdict.

use super::lawful::{LawfulStep, When, steps};
use super::number::{NumberForm, Typed};
use super::steps_json;
use crate::ask::{AskError, allowed};
use crate::field::{KINDS, Kind, Purpose, Scope};
use crate::finding::Finding;
use crate::inspector::Inspector;
use crate::json::Json;
use crate::reason::{Reason, Step};
use crate::report::{Headline, findings_json, kind_json};
use crate::time::UnixTime;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// No code was shown: what may be done, and no verdict.
#[derive(Clone, Debug)]
pub struct NothingShown {
    kind: Kind,
    findings: [Finding; 1],
    steps: Vec<LawfulStep>,
}

/// A number was told or typed in place of a code: its form, what may be done with it, and no verdict.
pub struct NumberOnly {
    /// Which kinds it may be of, the likeliest first; never empty.
    kinds: Vec<Kind>,
    kind: Kind,
    typed: Typed,
    findings: [Finding; 1],
    steps: Vec<LawfulStep>,
}

impl Inspector {
    /// What this post may do when no code at all is shown for a kind of paper: the app is down, the phone is flat, the
    /// code is not one of ours. Nothing is concluded about anybody; the law is that of the day of `at`.
    ///
    /// ```
    /// # use doichieu::{Bundle, Headline, Inspector, Memory, Post, Roots, time::UnixTime, field::{Kind, Purpose}};
    /// # let world = doichieu_kit::scene::World::demo();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new())?);
    /// # let inspector = Inspector::new(bundle.clone(), Post::open(&world.mandate("traffic_police"), &bundle)?)?;
    /// # let at = UnixTime::new(world.now).ok_or("in seconds")?;
    /// let nothing = inspector.nothing_shown(Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE, at)?;
    /// assert_eq!(nothing.headline(), Headline::NotChecked);
    /// let first = nothing.steps().first().ok_or("a step")?;
    /// assert_eq!(first.law, Some("Circular 73/2024/TT-BCA art. 8(1)(b), 14(3)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`AskError`] if mandate or profile do not allow the purpose, or for it the kind.
    pub fn nothing_shown(&self, purpose: Purpose, kind: Kind, at: UnixTime) -> Result<NothingShown, AskError> {
        self.may_ask(purpose, kind)?;
        let finding = Finding::new(Reason::PapersNothingShown).of_kind(kind);
        Ok(NothingShown { kind, findings: [finding], steps: steps(purpose, kind, When::NotShown, at.day()) })
    }

    /// Reads a number that was told or typed in place of a code. It says which form the number has, never whether it is
    /// anybody's. Where no kind of paper is named, the form tells which it may be of ([`NumberOnly::kinds`]), among
    /// those that this post may ask for.
    ///
    /// # Errors
    /// [`AskError`] if mandate or profile do not allow the purpose, or for it the kind. The text is in no error.
    pub fn number_only(
        &self,
        purpose: Purpose,
        kind: impl Into<Option<Kind>>,
        text: &str,
        at: UnixTime,
    ) -> Result<NumberOnly, AskError> {
        let kinds = match kind.into() {
            Some(kind) => Vec::from([kind]),
            None => kinds_of(&allowed(self.post(), purpose)?, text),
        };
        let kind = kinds.first().copied().ok_or(AskError::PurposeNotAllowed)?;
        self.may_ask(purpose, kind)?;
        let typed = Typed::read(kind, text);
        let of_health = kind == Kind::HEALTH_INSURANCE_CARD;
        let reason = if of_health { Reason::HealthNumberOnly } else { Reason::PapersNumberOnly };
        let again = (typed.form == NumberForm::Other).then_some(LawfulStep::of(Step::CheckNumber));
        let steps = again.into_iter().chain(steps(purpose, kind, When::NumberTold, at.day())).collect();
        Ok(NumberOnly { kinds, kind, typed, findings: [Finding::new(reason).of_kind(kind)], steps })
    }

    fn may_ask(&self, purpose: Purpose, kind: Kind) -> Result<(), AskError> {
        let allowed = allowed(self.post(), purpose)?;
        if allowed.get(kind).is_some() { Ok(()) } else { Err(AskError::WiderThanMandate) }
    }
}

/// The kinds that a number may be of by its form, those first of which it tells most; where it tells nothing, all.
fn kinds_of(allowed: &Scope, text: &str) -> Vec<Kind> {
    let kinds = KINDS.iter().map(|row| row.kind).filter(|kind| allowed.get(*kind).is_some());
    let mut told: Vec<_> = kinds.map(|kind| (kind, Typed::read(kind, text).form.tells())).collect();
    if told.iter().any(|(_, tells)| *tells > 0) {
        told.retain(|(_, tells)| *tells > 0);
    }
    told.sort_by_key(|(_, tells)| core::cmp::Reverse(*tells));
    told.into_iter().map(|(kind, _)| kind).collect()
}

impl NothingShown {
    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Not checked yet: never more, never less.
    #[must_use]
    pub const fn headline(&self) -> Headline {
        Headline::NotChecked
    }

    /// Why.
    #[must_use]
    pub const fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What may lawfully be done, in order.
    #[must_use]
    pub fn steps(&self) -> &[LawfulStep] {
        &self.steps
    }

    /// Canonical JSON (RFC 8785).
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json().written()
    }

    pub(crate) fn json(&self) -> Json {
        unchecked_json(self.kind, &self.findings, &self.steps, Vec::new())
    }
}

impl NumberOnly {
    /// The kind of paper it is to be of: the one that was named, else the likeliest.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The kinds of paper it may be of by its form, the likeliest first: the one that was named, or all that this post
    /// may ask for if its form tells none. Twelve figures are of an identity, a health card and a licence alike.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The number in groups of three and four, a plate as it is painted, to be read aloud; wiped when dropped. It is
    /// what was typed: nobody vouches for it.
    #[must_use]
    pub fn grouped(&self) -> zeroize::Zeroizing<String> {
        self.typed.grouped()
    }

    /// Its form. *Other* is not wrong.
    #[must_use]
    pub const fn form(&self) -> NumberForm {
        self.typed.form
    }

    /// The number without separators, for a look-up; empty if it was longer than any number is. It is wiped with this.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.typed.number
    }

    /// Not checked yet: never more, never less.
    #[must_use]
    pub const fn headline(&self) -> Headline {
        Headline::NotChecked
    }

    /// Why.
    #[must_use]
    pub const fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What may lawfully be done, in order.
    #[must_use]
    pub fn steps(&self) -> &[LawfulStep] {
        &self.steps
    }

    /// Canonical JSON (RFC 8785), with the kinds and without the number.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json().written()
    }

    pub(crate) fn json(&self) -> Json {
        let kinds = self.kinds.iter().copied().map(kind_json).collect();
        let told = Vec::from([("form", Json::text(self.form().name())), ("kinds", Json::List(kinds))]);
        unchecked_json(self.kind, &self.findings, &self.steps, told)
    }
}

impl fmt::Debug for NumberOnly {
    /// Without the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NumberOnly").field("kind", &self.kind).field("form", &self.form()).finish_non_exhaustive()
    }
}

fn unchecked_json(kind: Kind, findings: &[Finding], steps: &[LawfulStep], told: Vec<(&'static str, Json)>) -> Json {
    let mut members =
        Vec::from([("findings", findings_json(findings)), ("kind", kind_json(kind)), ("steps", steps_json(steps))]);
    members.extend(told);
    Json::object(members)
}
