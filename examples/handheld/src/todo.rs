//! What may be done about several papers at once: each thing once, its article, and which papers it is for.

use crate::card::Card;
use crate::page::{FAINT, Page, styled};
use crate::words;
use anstyle::Style;
use doichieu::Language;
use doichieu::LawfulStep;
use doichieu::field::Kind;
use doichieu::reason::{Filling, Step};

/// Things to do, in the order they were found.
#[derive(Debug, Default)]
pub(crate) struct ToDo {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    step: Step,
    law: Option<&'static str>,
    kinds: Vec<Kind>,
}

impl ToDo {
    /// A step that follows a finding: it needs no article.
    pub(crate) fn follow(&mut self, step: Step, kind: Kind) {
        self.take(step, None, kind, &[]);
    }

    /// The lawful steps about a kind of paper.
    pub(crate) fn lawful(&mut self, steps: &[LawfulStep], kind: Kind) {
        let mut rest = steps.iter();
        while let Some(step) = rest.next() {
            self.take(step.step, step.law, kind, rest.as_slice());
        }
    }

    /// Takes one in, before those that come after it for this kind: what was to be tried first stays first.
    fn take(&mut self, step: Step, law: Option<&'static str>, kind: Kind, after: &[LawfulStep]) {
        if step == Step::Nothing {
            return;
        }
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.step == step) {
            entry.law = entry.law.or(law);
            if !entry.kinds.contains(&kind) {
                entry.kinds.push(kind);
            }
            return;
        }
        let comes_after = |entry: &Entry| after.iter().any(|step| step.step == entry.step);
        let place = self.entries.iter().position(comes_after).unwrap_or(self.entries.len());
        self.entries.insert(place, Entry { step, law, kinds: vec![kind] });
    }

    /// Prints them. A step that is not for all of the papers names those it is for, unless its words do.
    pub(crate) fn print(&self, card: &Card<'_>, page: &mut Page) {
        let mut all: Vec<_> = self.entries.iter().flat_map(|entry| &entry.kinds).collect();
        all.sort_unstable();
        all.dedup();
        for Entry { step, law, kinds } in &self.entries {
            let filling = |kind| Filling::default().at(card.inspector.post().role().setting()).for_kind(kind);
            let said = |kind| step.said(card.language, &filling(kind));
            let mut words: Vec<_> = kinds.iter().map(|kind| said(Some(*kind))).collect();
            words.dedup();
            // Told differently of each paper, it is told of each.
            for text in &words {
                page.hang("   → ", Style::new(), text);
            }
            let named = kinds.iter().map(|kind| card.name_of(*kind));
            let named = Some(named.collect::<Vec<_>>().join(", ")).filter(|_| kinds.len() < all.len());
            let law = law.map(|law| words::law(law, card.language));
            let below: Vec<_> = named.into_iter().chain(law.map(str::to_owned)).collect();
            if !below.is_empty() {
                page.hang("     ", FAINT, &below.join(" · "));
            }
        }
    }
}

impl Card<'_> {
    /// A kind of paper by its name in the registry; one this host has no name for, by its number.
    pub(crate) fn name_of(&self, kind: Kind) -> String {
        let unnamed = || format!("{} {}", self.say("Giấy tờ số", "Paper no."), kind.number());
        kind.row().map_or_else(unnamed, |row| row.text.of(self.language).to_owned())
    }

    /// A heading within the card.
    pub(crate) fn heading(&self, page: &mut Page, vi: &str, en: &str) {
        let text = if matches!(self.language, Language::En) { en } else { vi };
        page.line(&styled(crate::page::STRONG, &format!(" {text}")));
    }
}
