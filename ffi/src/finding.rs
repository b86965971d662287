//! What was found, in words. No text here holds a value of a paper.

use crate::names::Kind;
use doichieu::reason::Filling;
use doichieu::{Language, LawfulStep, RoleProfile};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    pub(crate) fn of(text: doichieu::Text) -> Self {
        Self { vi: text.vi.to_owned(), en: text.en.to_owned() }
    }

    pub(crate) fn said(say: impl Fn(Language) -> String) -> Self {
        Self { vi: say(Language::Vi), en: say(Language::En) }
    }
}

/// What came of it, the gravest of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Verdict {
    /// Proven, and in force.
    Accept,
    /// Something could not be established: cannot decide is not invalid.
    Refer,
    /// Disproven, or not in force.
    Refuse,
}

impl Verdict {
    pub(crate) const fn of(verdict: doichieu::Verdict) -> Self {
        match verdict {
            doichieu::Verdict::Accept => Self::Accept,
            doichieu::Verdict::Refuse => Self::Refuse,
            // And whatever a later engine may add.
            _ => Self::Refer,
        }
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Gravity {
    /// To be known.
    Note,
    /// Not accepted, and not refused for it.
    Refer,
    /// Refused for it.
    Refuse,
}

/// The headline for a screen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Headline {
    /// Stable: `accept`, `look_up`, `not_checked`, `not_in_force`, `not_proven`, `scan_again`.
    pub name: String,
    /// For people.
    pub text: Text,
}

impl Headline {
    pub(crate) fn of(headline: doichieu::Headline) -> Self {
        Self { name: headline.name().to_owned(), text: Text::of(headline.text()) }
    }
}

/// What may lawfully be done next.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Step {
    /// Stable.
    pub code: String,
    /// For people; empty where there is nothing to do, or the finding's own words say it already.
    pub text: Text,
    /// The rule it rests on, where one does: see [`crate::citation`].
    pub rule: Option<String>,
}

impl Step {
    pub(crate) fn lawful(of: &LawfulStep, kind: doichieu::field::Kind) -> Self {
        let filling = Filling::default().for_kind(Some(kind));
        let text = Text::said(|language| of.step.said(language, &filling));
        Self { code: of.step.code().to_owned(), text, rule: of.rule.map(str::to_owned) }
    }
}

/// One finding: a reason, how grave, in words. Never a value.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Finding {
    /// The reason, stable.
    pub code: String,
    /// How grave it is here.
    pub gravity: Gravity,
    /// Whether it is about proof; else about the standing of what was proven.
    pub proof: bool,
    /// Whose matter it is: `post`, `presenter` or `paper`. What is the post's never costs the citizen anything.
    pub side: String,
    /// The field it is about, by name.
    pub about: Option<String>,
    /// The kind of paper it is about, where no paper is there to carry it.
    pub kind: Option<Kind>,
    /// Seconds: how old the data was that decided.
    pub age: Option<u64>,
    /// The rule of law: see [`crate::citation`].
    pub rule: Option<String>,
    /// For people.
    pub text: Text,
    /// What may be done next.
    pub step: Step,
    /// What may be said to the person, by whoever speaks with a greeting and the right form of address before it.
    pub aloud: Option<Text>,
}

impl Finding {
    /// In the words of a role; `kind`: that of the paper it stands on.
    pub(crate) fn of(
        finding: &doichieu::Finding,
        kind: Option<doichieu::field::Kind>,
        role: &RoleProfile,
        filling: Filling,
    ) -> Self {
        let filling = filling.for_kind(finding.kind().or(kind));
        let [vi, en] = [Language::Vi, Language::En].map(|language| role.said(finding.reason(), language, &filling));
        let [vi_step, en_step] = [&vi, &en].map(|said| said.step_text().unwrap_or_default().to_owned());
        Self {
            code: finding.code().to_owned(),
            gravity: match finding.gravity() {
                doichieu::reason::Gravity::Note => Gravity::Note,
                doichieu::reason::Gravity::Refuse => Gravity::Refuse,
                _ => Gravity::Refer,
            },
            proof: finding.axis() == doichieu::reason::Axis::Proof,
            side: finding.side().name().to_owned(),
            about: finding.field_name().map(str::to_owned),
            kind: finding.kind().and_then(Kind::of),
            age: finding.age(),
            rule: finding.rule().map(str::to_owned),
            text: Text { vi: vi.text().to_owned(), en: en.text().to_owned() },
            step: Step { code: vi.step().code().to_owned(), text: Text { vi: vi_step, en: en_step }, rule: None },
            aloud: vi.aloud().map(Text::of),
        }
    }

    /// All of some, without values.
    pub(crate) fn all(of: &[doichieu::Finding], kind: Option<doichieu::field::Kind>, role: &RoleProfile) -> Vec<Self> {
        of.iter().map(|finding| Self::of(finding, kind, role, finding.filling())).collect()
    }
}
