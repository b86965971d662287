//! What this vehicle or this visit needs, row by row: green never hides a paper that was not shown. The core judges;
//! this prints.

use crate::card::Card;
use crate::page::{FAINT, Page, STRONG, styled};
use crate::todo::ToDo;
use crate::words::{self, mark};
use anstyle::Style;
use doichieu::field::Purpose;
use doichieu::reason::Reason;
use doichieu::{Ask, EncounterReport, Finding, Need, NeedState, Report};

/// Columns of a paper's name: how it stands is beside it, code and article are below.
const NAMES: usize = 38;

/// Whether needs belong beside this one showing: not beside the answer to a question, which tells of nothing else, and
/// not where no paper of it was proven: its own headline, which is never green, says all there is to say.
pub(crate) fn are_told(report: &Report, ask: &Ask, judged: &EncounterReport) -> bool {
    let examined = report.papers().iter().any(|paper| paper.withheld().is_some());
    ask.question().is_none() && examined && !judged.needs().is_empty()
}

/// Whether a finding is told by its row among the needs.
pub(crate) const fn is_of_needs(finding: &Finding) -> bool {
    matches!(finding.reason(), Reason::PapersNotShown | Reason::PapersNotAsked | Reason::PapersNeedUndetermined)
}

impl Card<'_> {
    /// The section; nothing for a purpose that needs no papers of its own.
    pub(crate) fn needs(&self, page: &mut Page, judged: &EncounterReport) {
        if judged.needs().is_empty() {
            return;
        }
        page.gap().rule();
        let (vi, en) = match self.purpose {
            Purpose::TRAFFIC_CONTROL => ("Xe này cần", "This vehicle needs"),
            Purpose::CLINIC_ADMISSION => ("Lượt khám này cần", "This visit needs"),
            _ => ("Cần có", "Needed"),
        };
        // An article that all of them rest on is said once.
        let common =
            judged.needs().first().map(Need::law).filter(|law| judged.needs().iter().all(|need| need.law() == *law));
        let law = common.map(|law| styled(FAINT, words::law(law, self.language))).unwrap_or_default();
        page.beside(&format!(" {}", styled(STRONG, self.say(vi, en))), 0, &law);
        let mut todo = ToDo::default();
        for need in judged.needs() {
            let finding =
                judged.findings().iter().find(|found| is_of_needs(found) && found.kind() == Some(need.kind()));
            self.need(page, need, finding, common.is_none());
            if let Some(finding) = finding {
                todo.follow(self.inspector.post().role().step_after(finding), need.kind());
            }
            todo.lawful(need.steps(), need.kind());
        }
        todo.print(self, page);
    }

    fn need(&self, page: &mut Page, need: &Need, finding: Option<&Finding>, with_law: bool) {
        let (shape, style) = finding.map_or_else(|| sign(need.state()), mark);
        let name = format!("   {} {}", styled(style, shape), self.name_of(need.kind()));
        page.beside(&name, NAMES, &styled(style, self.state(need, finding)));
        let law = Some(words::law(need.law(), self.language)).filter(|_| with_law);
        let below: Vec<_> = finding.map(Finding::code).into_iter().chain(law).collect();
        if !below.is_empty() {
            page.hang("     ", FAINT, &below.join(" · "));
        }
    }

    fn state(&self, need: &Need, finding: Option<&Finding>) -> &'static str {
        match need.state() {
            NeedState::Shown => self.say("đã xuất trình", "shown"),
            NeedState::Answered => self.say("câu trả lời chưa phải về xe này", "an answer not about this vehicle"),
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

/// The mark of a row that nothing was found about. *Shown* has no green of its own: whether it is in force its own
/// section says.
const fn sign(state: NeedState) -> (&'static str, Style) {
    match state {
        NeedState::Shown => ("•", Style::new()),
        NeedState::NotApplicable => ("–", Style::new()),
        _ => ("○", Style::new().bold()),
    }
}
