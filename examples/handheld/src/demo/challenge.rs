//! The two-way part of a demo: the post asks, the citizen's phone verifies who asks, agrees, and seals the answer to
//! that very ask.

use super::scenes::Role;
use crate::failure::Failure;
use crate::page::{FAINT, Page, STRONG, safe, say, styled};
use crate::trouble::Trouble;
use crate::{times, values, words};
use doichieu::Language;
use doichieu::field::Sensitivity;
use doichieu::time::UnixTime;
use doichieu::{Ask, Asked, EncounterSeed, Inspector, Question, Seed, Wants};
use doichieu_kit::answer;
use doichieu_kit::scene::{Scene, World};

/// Seconds before the inspection at which the post asked, and at which the phone answered.
const ASKED: u64 = 40;
const ANSWERED: u64 = 5;

/// An ask and its sealed answer.
#[derive(Debug)]
pub(crate) struct Challenged {
    /// `DCQ1:…`.
    pub(crate) text: String,
    pub(crate) secret: [u8; 32],
    pub(crate) ask: Ask,
    /// As the citizen's phone verified it.
    pub(crate) asked: Asked,
    /// `enc ‖ ciphertext`.
    pub(crate) sealed: Vec<u8>,
}

/// Asks as a post of the role, and answers as the scene's phone.
pub(crate) fn play(
    world: &World,
    inspector: &Inspector,
    post: Role,
    scene: &Scene,
    encounter: &EncounterSeed,
) -> Result<Challenged, Failure> {
    let before = |seconds: u64| times::or_now(UnixTime::new(world.now.saturating_sub(seconds)));
    let secret = world.seed.bytes("ask secret");
    let draft = inspector.ask(&Wants::all(post.purpose()), &Seed::new(secret), encounter, before(ASKED)?)?;
    let signature = world.post_key(post.name()).sign(draft.to_be_signed());
    let challenge = draft.seal(&signature)?;
    let answered = before(ANSWERED)?;
    let asked = Asked::open(challenge.text(), inspector.bundle(), answered)?;
    let presentation = answer::answer(scene, &asked, answered.seconds());
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), world.seed.child("sealing"));
    let sealed = sealed.ok_or(Trouble::AnswerNotSealed)?;
    Ok(Challenged { text: challenge.text().to_owned(), secret, ask: challenge.ask().clone(), asked, sealed })
}

/// What the citizen's phone shows before anything is agreed to: proven by the phone's own lists.
pub(crate) fn wallet(asked: &Asked, language: Language) -> Page {
    const LABELS: usize = 14;
    let mut page = Page::default();
    page.line(&styled(STRONG, say(language, "    ┌ Điện thoại của người dân", "    ┌ The citizen's phone")));
    let who = format!("{} ({})", safe(asked.post()), safe(asked.role()));
    let mut entry = |vi, en, value: &str| {
        page.entry(6, say(language, vi, en), LABELS, value);
    };
    entry("Ai hỏi", "Who asks", &who);
    entry("Để làm gì", "Why", &words::purpose(asked.purpose(), language));
    if let Some(question) = asked.question() {
        entry("Hỏi gì", "Question", question.text().of(language));
        entry("Chỉ hiện", "Only shown", Question::promise().of(language));
    }
    let wanted = if asked.question().is_some() { ("Gửi đi", "What travels") } else { ("Xem gì", "For what") };
    for (kind, fields) in asked.fields() {
        let paper = kind.row().map_or("?", |row| row.text.of(language));
        let names: Vec<_> = fields.map(|of| values::named(kind, of, language)).collect();
        entry(wanted.0, wanted.1, &format!("{paper}: {}", names.join(", ")));
    }
    let sensitive: Vec<_> = asked.sensitive().map(|(kind, of)| values::named(kind, of, language)).collect();
    if !sensitive.is_empty() {
        let told = Sensitivity::Sensitive.text().map_or("", |text| text.of(language));
        entry("Nhạy cảm", "Sensitive", &format!("{told}: {}", sensitive.join(", ")));
    }
    entry("Giữ bao lâu", "Kept for", &kept(asked.retention(), language));
    if let Some(origin) = asked.origin() {
        entry("Trả lời về", "Goes back to", &safe(origin));
    }
    page.hang(
        "    └ ",
        FAINT,
        say(
            language,
            "chữ ký và quyền kiểm tra đã được điện thoại xác thực bằng danh sách của chính nó",
            "signature and mandate were verified by the phone, with its own lists",
        ),
    );
    page
}

fn kept(seconds: u64, language: Language) -> String {
    if seconds == 0 {
        return say(language, "chỉ xem, không giữ", "seen only, not kept").to_owned();
    }
    times::span(seconds, language)
}
