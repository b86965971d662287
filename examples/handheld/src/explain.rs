//! `explain`: every code that this program can print, one or all: reasons, steps, rules of law, and what stops a
//! command.

use crate::args;
use crate::failure::Failure;
use crate::page::{FAINT, Page, STRONG, say, styled};
use crate::trouble::Trouble;
use crate::wrong::Wrong;
use anstyle::Style;
use doichieu::reason::{Axis, Filling, Gravity, Reason, Side, Step};
use doichieu::{
    AskError, AskRefused, ConsentProofError, EncounterRefused, Hold, Language, Question, RecomputeError, SetUp, Text,
};
use std::borrow::Cow;

mod papers;
pub(crate) mod rules;

/// A code that stops a command or an app before there is a report.
struct Stopped {
    code: &'static str,
    kind: Text,
    text: Text,
}

/// Prints a code's row, or every code.
pub(crate) fn run(of: &args::Explain, language: Language) -> Result<u8, Failure> {
    let mut page = Page::default();
    match &of.code {
        None => all(&mut page, language),
        Some(code) => one(&mut page, code, language)?,
    }
    page.show().map(|()| 0)
}

fn one(page: &mut Page, code: &str, language: Language) -> Result<(), Failure> {
    if let Some(reason) = Reason::from_code(code) {
        reason_row(page, reason, language);
    } else if let Some(stopped) = stopped().find(|stopped| stopped.code == code) {
        stopped_row(page, &stopped, language);
    } else if let Some(step) = Step::from_code(code) {
        step_row(page, step, language);
    } else if let Some(question) = Question::from_name(code) {
        question_row(page, question, language);
    } else if !rules::one(page, code, language) && !papers::one(page, code, language) {
        return Err(unknown(code));
    }
    Ok(())
}

/// Everything besides the reasons: of the core, then of this program.
fn stopped() -> impl Iterator<Item = Stopped> {
    const SET_UP: Text =
        Text::new("tệp của máy này, không nói về người dân", "this device's own files, nothing about a citizen");
    const ASK: Text =
        Text::new("yêu cầu của máy này, không nói về người dân", "what this device asks, nothing about a citizen");
    const ASKED: Text = Text::new("điện thoại của người dân xét yêu cầu", "the citizen's phone judges an ask");
    const ENCOUNTER: Text =
        Text::new("gộp các lượt xuất trình, không nói về người dân", "collecting showings, nothing about a citizen");
    const AGAIN: Text = Text::new("lập lại báo cáo từ tệp đã giữ", "computing a report again from kept files");
    const CONSENT: Text = Text::new("đọc lại phần đồng ý đã lưu", "reading a kept consent");
    const HOLD: Text = Text::new("vì sao nội dung còn trên màn hình", "why values stay on the screen");
    const OWN: Text = Text::new("chương trình này, không nói về người dân", "this program, nothing about a citizen");
    let set_up = SetUp::ALL.iter().map(|of| (of.code(), SET_UP, of.text()));
    let ask = AskError::ALL.iter().map(|of| (of.code(), ASK, of.text()));
    let asked = AskRefused::ALL.iter().map(|of| (of.code(), ASKED, of.text()));
    let encounter = EncounterRefused::ALL.iter().map(|of| (of.code(), ENCOUNTER, of.text()));
    let again = RecomputeError::ALL.iter().map(|of| (of.code(), AGAIN, of.text()));
    let consent = ConsentProofError::ALL.iter().map(|of| (of.code(), CONSENT, of.text()));
    let hold = Hold::ALL.iter().map(|of| (of.code(), HOLD, of.text()));
    let own = Trouble::ALL.iter().map(|of| (of.code(), OWN, of.text()));
    let all = set_up.chain(ask).chain(asked).chain(encounter).chain(again).chain(consent).chain(hold).chain(own);
    all.map(|(code, kind, text)| Stopped { code, kind, text })
}

fn reason_row(page: &mut Page, reason: Reason, language: Language) {
    let row = reason.row();
    page.line(&styled(STRONG, row.code));
    entry(page, say(language, "Trục", "Axis"), axis(row.axis, language));
    entry(page, say(language, "Nặng nhất", "At most"), gravity(row.gravity, language));
    entry(page, say(language, "Việc của", "A matter of"), side(row.side, language));
    for (name, language) in [("vi", Language::Vi), ("en", Language::En)] {
        entry(page, name, &row.about(language, None));
        entry(page, "", &format!("→ {}", row.step.said(language, &Filling::default())));
        if let Some(aloud) = row.aloud() {
            entry(page, "", &format!("“{}”", aloud.of(language)));
        }
    }
    entry(page, say(language, "Bước", "Step"), row.step.code());
    page.hang(
        " ",
        FAINT,
        say(
            language,
            "Hồ sơ vai trò có thể chọn bước khác phù hợp.",
            "A role profile may pick another step that fits.",
        ),
    );
}

fn stopped_row(page: &mut Page, stopped: &Stopped, language: Language) {
    page.line(&styled(STRONG, stopped.code));
    entry(page, say(language, "Loại", "Kind"), stopped.kind.of(language));
    entry(page, "vi", stopped.text.vi);
    entry(page, "en", stopped.text.en);
}

fn step_row(page: &mut Page, step: Step, language: Language) {
    page.line(&styled(STRONG, step.code()));
    entry(page, say(language, "Loại", "Kind"), say(language, "bước tiếp theo", "a next step"));
    for (name, language) in [("vi", Language::Vi), ("en", Language::En)] {
        entry(page, name, &step.said(language, &Filling::default()));
    }
}

fn question_row(page: &mut Page, question: Question, language: Language) {
    page.line(&styled(STRONG, question.name()));
    entry(
        page,
        say(language, "Loại", "Kind"),
        say(language, "câu hỏi thay cho các mục", "a question instead of fields"),
    );
    for (name, language) in [("vi", Language::Vi), ("en", Language::En)] {
        entry(page, name, question.text().of(language));
        entry(page, "", Question::promise().of(language));
    }
}

fn entry(page: &mut Page, label: &str, value: &str) {
    page.entry(1, label, 14, value);
}

fn all(page: &mut Page, language: Language) {
    for reason in Reason::ALL {
        let row = reason.row();
        page.beside(&styled(STRONG, row.code), 0, &styled(FAINT, gravity(row.gravity, language)));
        page.hang("   ", Style::new(), &row.about(language, None));
    }
    page.gap();
    for Stopped { code, text, .. } in stopped() {
        page.line(&styled(STRONG, code));
        page.hang("   ", Style::new(), text.of(language));
    }
    page.gap();
    for step in Step::ALL {
        page.line(&styled(STRONG, step.code()));
        page.hang("   → ", Style::new(), &step.said(language, &Filling::default()));
    }
    page.gap();
    for question in Question::all() {
        page.line(&styled(STRONG, question.name()));
        page.hang("   ", Style::new(), question.text().of(language));
    }
    page.gap();
    papers::all(page, language);
    page.gap();
    rules::all(page, language);
}

/// Every name that is explained.
fn names() -> impl Iterator<Item = Cow<'static, str>> {
    let reasons = Reason::ALL.iter().map(|reason| reason.code());
    let steps = Step::ALL.iter().map(|step| step.code());
    let questions = Question::all().map(|question| question.name());
    let all = reasons.chain(stopped().map(|stopped| stopped.code)).chain(steps).chain(questions).chain(rules::names());
    all.map(Cow::Borrowed).chain(papers::names())
}

/// What was typed may be a citizen's code: only names that are near to it are said.
fn unknown(code: &str) -> Failure {
    let names: Vec<_> = names().collect();
    let wrong = Wrong::new("Không có mã nào tên như vậy.", "There is no code of that name.");
    let wrong = wrong.nearest(code, names.iter().map(AsRef::as_ref));
    let all = (" Gọi explain không kèm mã để xem tất cả.", " Call explain without a code to see all of them.");
    let wrong = wrong.and(all.0, all.1);
    Failure::usage(wrong.vi, wrong.en)
}

const fn axis(axis: Axis, language: Language) -> &'static str {
    match axis {
        Axis::Proof => say(language, "xác thực (proof)", "proof"),
        _ => say(language, "hiệu lực (standing)", "standing"),
    }
}

const fn gravity(gravity: Gravity, language: Language) -> &'static str {
    match gravity {
        Gravity::Note => say(language, "ghi chú (note)", "note"),
        Gravity::Refer => say(language, "cần tra cứu (refer)", "look it up (refer)"),
        _ => {
            say(language, "không đáp ứng, xác thực không đạt (refuse)", "not in order, authentication failed (refuse)")
        }
    }
}

const fn side(side: Side, language: Language) -> &'static str {
    match side {
        Side::Post => say(language, "máy này (post)", "this device (post)"),
        Side::Presenter => say(language, "mã hoặc điện thoại (presenter)", "the code or phone (presenter)"),
        _ => say(language, "giấy tờ hoặc nơi cấp (paper)", "the paper or its issuer (paper)"),
    }
}
