//! The sentence of a finding: what was found, what follows in this role, what may be said aloud. One composition for
//! every face; a face adds a mark and a place on its screen, no words.

use super::RoleProfile;
use crate::language::{Language, Text};
use crate::reason::{Filling, Reason, Step};
use alloc::string::String;
use zeroize::Zeroizing;

/// A finding in one language.
///
/// Filled with what a paper says ([`Shown::filling`](crate::Shown::filling)) it holds values: it is then the caller's
/// copy, to be ended with the release that gave them, and belongs in no log and no report. Filled with what the finding
/// itself says ([`Finding::filling`](crate::Finding::filling)) it holds none, and can be said after the end. No
/// `Clone`, no `Debug` of a text; overwritten when dropped.
pub struct SaidFinding {
    text: Zeroizing<String>,
    step: Step,
    step_text: Option<Zeroizing<String>>,
    aloud: Option<Text>,
}

impl SaidFinding {
    /// What was found. Where the step begins by saying it again, the step's whole sentence, which then says both.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What may be done next, by its code.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// It in words. `None`: there is nothing to do, or [`text`](Self::text) says it already.
    #[must_use]
    pub fn step_text(&self) -> Option<&str> {
        self.step_text.as_ref().map(|text| text.as_str())
    }

    /// What may be said to the person, by whoever speaks with a greeting and the right form of address before it. Never
    /// with a value.
    #[must_use]
    pub const fn aloud(&self) -> Option<Text> {
        self.aloud
    }
}

impl core::fmt::Debug for SaidFinding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SaidFinding").field("step", &self.step).finish_non_exhaustive()
    }
}

impl RoleProfile {
    /// A finding of this reason in words, as this role reads it: the fullest text that can be filled, the step that
    /// follows from what is known, what may be said aloud.
    ///
    /// ```
    /// # use doichieu::{Bundle, Inspector, Language, Memory, Post, Proof, Roots, field::Purpose, time::UnixTime};
    /// # let mut world = doichieu_kit::scene::World::demo();
    /// # world.person.valid_until = doichieu_kit::people::day(2026, 11, 1);
    /// # let mut memory = Memory::new();
    /// # let roots = Roots::dangerous_test(&world.anchor())?;
    /// # let bundle = std::sync::Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory)?);
    /// # let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
    /// # let inspector = Inspector::new(bundle, post)?;
    /// # let (text, at) = (world.traffic_stop().text(), UnixTime::new(world.now).ok_or("in seconds")?);
    /// # let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &doichieu_kit::encounter_seed())?;
    /// # let mut report = inspector.inspect(doichieu::Scan::qr(&text), &ask, at, &mut memory)?;
    /// let role = inspector.post().role();
    /// let paper = report.papers_mut().first_mut().ok_or("a paper")?;
    /// let expired = *paper.findings().first().ok_or("a finding")?;
    /// let Proof::Proven(release) = paper.proof() else { return Err("not proven".into()) };
    /// let living = role.said(expired.reason(), Language::En, &release.at(at)?.filling(&expired));
    /// assert_eq!(living.text(), "The electronic identity expired on 1 Nov 2026, 17 days ago");
    /// let ended = role.said(expired.reason(), Language::En, &expired.filling());
    /// assert_eq!(ended.text(), "The electronic identity has expired");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn said(&self, reason: Reason, language: Language, filling: &Filling) -> SaidFinding {
        let (row, filling) = (reason.row(), filling.clone().at(self.setting()));
        let gravity = filling.gravity.unwrap_or(row.gravity).min(row.gravity);
        let text = row.about_filled(language, filling.field(language), &filling);
        let about = filling.about.map(|row| row.name);
        let step = self.step(reason).turned(gravity, filling.turn, filling.of_part, about);
        let aloud = row.aloud_at(gravity);
        let mut said = SaidFinding { text, step, step_text: None, aloud };
        if step != Step::Nothing {
            said.follow(step.filled(language, &filling));
        }
        said
    }
}

impl SaidFinding {
    /// Puts the step's words after the text, or in its place where they begin with it.
    fn follow(&mut self, mut step: Zeroizing<String>) {
        if !step.starts_with(self.text.as_str()) {
            self.step_text = Some(step);
            return;
        }
        if step.ends_with('.') {
            step.pop();
        }
        self.text = step;
    }
}

#[cfg(test)]
mod tests;
