//! What this vehicle or this visit needs, row by row: green never hides a paper that was not shown. The core judges; this prints.

use crate::card::Card;
use crate::page::{FAINT, Page, WIDTH, columns, padded, styled};
use crate::todo::ToDo;
use crate::words::{self, mark};
use anstyle::Style;
use doichieu::field::{Kind, Purpose};
use doichieu::reason::Reason;
use doichieu::{Ask, Finding, Need, NeedState, Report, StopReport};

/// Columns of a paper's name, and of how it stands.
const NAMES: usize = 36;
const STATES: usize = 20;

/// Whether needs belong beside this one showing: not beside the answer to a question, which tells of nothing else, and not where no
/// paper was examined at all, which the showing's own headline says.
pub(crate) fn are_told(report: &Report, ask: &Ask, judged: &StopReport) -> bool {
    ask.question().is_none() && !report.papers().is_empty() && !judged.needs().is_empty()
}

/// Whether a finding is told by its row among the needs.
pub(crate) const fn is_of_needs(finding: &Finding) -> bool {
    matches!(finding.reason(), Reason::PapersNotShown | Reason::PapersNotAsked | Reason::PapersNeedUndetermined)
}

impl Card<'_> {
    /// The section; nothing for a purpose that needs no papers of its own.
    pub(crate) fn needs(&self, page: &mut Page, judged: &StopReport) {
        if judged.needs().is_empty() {
            return;
        }
        page.gap().rule();
        match self.purpose {
            Purpose::TRAFFIC_CONTROL => self.heading(page, "Xe này cần", "This vehicle needs"),
            Purpose::CLINIC_ADMISSION => self.heading(page, "Lượt khám này cần", "This visit needs"),
            _ => self.heading(page, "Cần có", "Needed"),
        }
        let mut todo = ToDo::default();
        for need in judged.needs() {
            let finding =
                judged.findings().iter().find(|finding| is_of_needs(finding) && is_about(finding, need.kind()));
            self.need(page, need, finding);
            if let Some(finding) = finding {
                todo.follow(self.inspector.post().role().step(finding.reason()), need.kind());
            }
            todo.lawful(need.steps(), need.kind());
        }
        todo.print(self, page);
    }

    fn need(&self, page: &mut Page, need: &Need, finding: Option<&Finding>) {
        let (shape, style) = finding.map_or_else(|| sign(need.state()), mark);
        let state = styled(style, &padded(self.state(need, finding), STATES));
        let name = padded(&self.name_of(need.kind()), NAMES);
        let (first, law) =
            (format!("   {} {name} {state}", styled(style, shape)), words::law(need.law(), self.language));
        let code = finding.map(Finding::code);
        let fits =
            code.is_none() && columns(&law).saturating_add(NAMES).saturating_add(STATES).saturating_add(7) <= WIDTH;
        if fits {
            page.line(&format!("{first} {}", styled(FAINT, &law)));
        } else {
            page.line(&first);
            let below: Vec<_> = code.map(str::to_owned).into_iter().chain([law]).collect();
            page.hang("     ", FAINT, &below.join(" · "));
        }
    }

    fn state(&self, need: &Need, finding: Option<&Finding>) -> &'static str {
        match need.state() {
            NeedState::Shown => self.say("đã xuất trình", "shown"),
            NeedState::NotProven => self.say("chưa xác thực được", "not proven"),
            NeedState::NotShown if finding.is_some_and(|finding| finding.reason() == Reason::PapersNotAsked) => {
                self.say("máy này chưa hỏi", "not asked for here")
            }
            NeedState::NotShown => self.say("chưa xuất trình", "not shown"),
            NeedState::NotApplicable => self.say("không cần", "not needed"),
            _ => self.say("chưa rõ có cần không", "not known if needed"),
        }
    }
}

fn is_about(finding: &Finding, kind: Kind) -> bool {
    finding.kind() == Some(kind)
}

/// The mark of a row that nothing was found about. *Shown* has no green of its own: whether it is in force its own section says.
const fn sign(state: NeedState) -> (&'static str, Style) {
    match state {
        NeedState::Shown => ("•", Style::new()),
        NeedState::NotApplicable => ("–", Style::new()),
        _ => ("○", Style::new().bold()),
    }
}
