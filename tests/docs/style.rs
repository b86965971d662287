//! How everything speaks: rules of style that a machine can judge, over every text of the tables and over the words of
//! the pages and the command line. Lengths of reasons and steps are held in `src/reason/tests/`.

use super::described::root;
use super::pointers::files;
use doichieu::field::{FIELDS, KINDS};
use doichieu::reason::{Axis, Gravity, Reason, Side, Step};
use doichieu::{
    AskError, AskRefused, EncounterRefused, FileKind, Headline, Hold, Question, RecomputeError, SetUp, Text,
};
use std::fs;

/// Never said, in whatever place: to a person (*a demand*), of a person or a paper (*an accusation*), or at all (*a
/// noun made of a verb, a plea*).
const NEVER: [&str; 19] = [
    "vui lòng",
    "phải xuất trình",
    "xuất trình ngay",
    "không hợp lệ",
    "vi phạm",
    "gian lận",
    "nghi ngờ",
    "xử lý người",
    "xử lý theo quy định",
    "sự đồng ý",
    "việc khóa",
    "việc kiểm tra này",
    "mười bốn",
    "dưới sáu",
    "cách đây",
    "please",
    "Invite them",
    "Have them",
    "vn-20",
];

/// Of two words for one thing, the one that is not used (docs/glossary.md has the other).
const OTHER_WORDS: [&str; 20] = [
    "gốc tin cậy",
    "vân tay",
    "gói danh sách",
    "Gói danh sách",
    "giấy phép kiểm tra",
    "giấy phép hỏi",
    "tự xuất trình",
    "mã hỏi",
    "Làm mới mã",
    "tiếp đón",
    "chống dùng lại",
    "lần xuất trình",
    "lần kiểm tra",
    "xác minh",
    "theo thẩm quyền",
    "theo quy trình",
    "Cổng BHXH",
    "bộ kiểm tra",
    "the one who shows",
    "insurer's gateway",
];

/// Abbreviations that officers and nurses read as words, and what scanners and systems are called.
const ABBREVIATIONS: [&str; 9] = ["GPLX", "BHYT", "CSGT", "QR", "JPEG", "PNG", "TEST", "ID", "QH15"];

/// In the tables, English too is for people: these are our own words for things.
const OURS_ALONE: [&str; 6] = ["bundle", "manifest", "challenge", "fingerprint", "trust anchor", "the authority"];

/// On the command line, English too is for people: words of code, and of two for one thing the other.
const OF_CODE: [&str; 12] = [
    "bundle",
    "bundles",
    "manifest",
    "challenge",
    "challenges",
    "fingerprint",
    "fingerprints",
    "anchor",
    "anchors",
    "unprompted",
    "delta",
    "deltas",
];
/// Commands keep their names.
const COMMANDS: [&str; 9] = [
    "bundle show",
    "bundle check",
    "bundle diff",
    "bundle apply-delta",
    "bundle publish-dir",
    "bundle receive",
    "bundle build",
    "bundle sign",
    "bundle COMMAND",
];

/// Longest text of a set-up, an ask, an answer to one, in Vietnamese characters; English a tenth more.
const SET_UP: usize = 110;
const HEADLINE: usize = 20;

fn reasons() -> impl Iterator<Item = (&'static str, Text)> {
    let aloud = Reason::ALL.iter().filter_map(|reason| Some((reason.code(), reason.row().aloud()?)));
    Reason::ALL.iter().map(|reason| (reason.code(), reason.row().text)).chain(aloud)
}

fn steps() -> impl Iterator<Item = (&'static str, Text)> {
    Step::ALL.iter().map(|step| (step.code(), step.text()))
}

fn set_ups() -> impl Iterator<Item = (&'static str, Text)> {
    let set_up = SetUp::ALL.iter().map(|of| (of.code(), of.text()));
    let ask = AskError::ALL.iter().map(|of| (of.code(), of.text()));
    let asked = AskRefused::ALL.iter().map(|of| (of.code(), of.text()));
    let encounter = EncounterRefused::ALL.iter().map(|of| (of.code(), of.text()));
    let again = RecomputeError::ALL.iter().map(|of| (of.code(), of.text()));
    set_up.chain(ask).chain(asked).chain(encounter).chain(again)
}

fn names() -> impl Iterator<Item = (&'static str, Text)> {
    let fields = FIELDS.iter().map(|row| (row.name, row.text));
    let questions = Question::all().map(|of| (of.name(), of.text()));
    let holds = Hold::ALL.iter().map(|of| (of.code(), of.text()));
    let files = FileKind::ALL.iter().map(|of| (of.name(), of.text()));
    KINDS.iter().map(|row| (row.name, row.text)).chain(fields).chain(questions).chain(holds).chain(files)
}

fn tables() -> impl Iterator<Item = (&'static str, Text)> {
    reasons().chain(steps()).chain(set_ups()).chain(names()).chain([("question.promise", Question::promise())])
}

#[test]
fn nobody_is_pleaded_with_accused_or_told_what_to_show() {
    for (code, text) in tables() {
        for said in [text.vi, text.en] {
            let aloud = Reason::from_code(code).and_then(|reason| reason.row().aloud()).is_some_and(|of| of == text);
            let never = NEVER.iter().filter(|phrase| !(aloud && **phrase == "please"));
            let found = never.chain(&OTHER_WORDS).find(|phrase| said.contains(**phrase));
            assert_eq!(found, None, "{code}: {said}");
            assert!(!said.contains('!') && !said.contains("  "), "{code}: {said}");
        }
        let found = OURS_ALONE.iter().find(|word| text.en.contains(**word));
        assert_eq!(found, None, "{code}: {}", text.en);
    }
}

/// *Từ chối* is what a desk is told not to do; *đề nghị* is for offices.
#[test]
fn refusing_and_requesting_stand_where_they_belong() {
    for (code, text) in tables() {
        assert_eq!(text.vi.matches("từ chối").count(), text.vi.matches("không từ chối").count(), "{code}: {}", text.vi);
        assert!(!text.vi.to_lowercase().contains("đề nghị"), "{code}: {}", text.vi);
        let asks = text.vi.to_lowercase();
        let of_codes = ["mã yêu cầu", "không yêu cầu"].iter().map(|of| asks.matches(of).count()).sum::<usize>();
        assert_eq!(asks.matches("yêu cầu").count(), of_codes, "{code}: {}", text.vi);
    }
}

#[test]
fn only_known_abbreviations_stand_on_a_face() {
    for (code, text) in reasons().chain(steps()).chain(set_ups()) {
        let without_law = text.vi.split('(').next().unwrap_or_default();
        for word in without_law.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1) {
            let all_capital =
                word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) && word.chars().any(char::is_uppercase);
            assert!(
                !all_capital || ABBREVIATIONS.contains(&word) || ["THỬ", "NGHIỆM"].contains(&word),
                "{code}: {word}"
            );
        }
        assert!(!text.vi.contains('_') && !text.en.contains('_'), "{code} names a code");
    }
}

#[test]
fn written_texts_have_no_form_of_address() {
    for (code, text) in Reason::ALL.iter().map(|reason| (reason.code(), reason.row().text)).chain(steps()) {
        let vi = text.vi.to_lowercase().replace("tiếng anh", "");
        for word in vi.split(|c: char| !c.is_alphabetic()) {
            assert!(!["anh", "chị", "ông", "bà", "bạn", "em"].contains(&word), "{code}: {}", text.vi);
        }
    }
}

/// What is read first is what is blamed: a matter of the post's begins with the post.
#[test]
fn a_matter_of_the_posts_begins_with_the_post() {
    // The face is compared by a person.
    let of_the_device = |reason: &&Reason| reason.row().side == Side::Post && **reason != Reason::HeldFaceNotCompared;
    for row in Reason::ALL.iter().filter(of_the_device).map(|reason| reason.row()) {
        let begun: Vec<_> = row.text.vi.split(' ').take(11).collect();
        assert!(begun.join(" ").to_lowercase().contains("máy này"), "{}: {}", row.code, row.text.vi);
        let citizens = ["Mã", "Tài khoản", "Điện thoại", "Giấy tờ", "Chưa", "Người"];
        assert!(!citizens.iter().any(|of| row.text.vi.starts_with(of)), "{}: {}", row.code, row.text.vi);
    }
}

/// A disproof concludes nothing about a person: its step says so.
#[test]
fn a_disproof_says_that_nothing_is_concluded() {
    let disproofs = Reason::ALL.iter().map(|reason| reason.row());
    for row in disproofs.filter(|row| row.axis == Axis::Proof && row.gravity == Gravity::Refuse) {
        let (vi, en) = (row.step.text().vi.to_lowercase(), row.step.text().en.to_lowercase());
        assert!(vi.contains("chưa kết luận gì"), "{}: {vi}", row.code);
        assert!(en.contains("conclude nothing") || en.contains("nothing is concluded"), "{}: {en}", row.code);
    }
}

#[test]
fn texts_of_every_place_fit_it() {
    for (code, text) in set_ups() {
        assert!(text.vi.chars().count() <= SET_UP, "{code} is too long: {}", text.vi);
        assert!(text.en.chars().count() <= SET_UP + SET_UP / 10 + 1, "{code} is too long: {}", text.en);
        assert!(text.vi.ends_with('.') && text.en.ends_with('.'), "{code}");
    }
    let headlines = [Headline::Accept, Headline::LookUp, Headline::NotInForce];
    for headline in headlines.into_iter().chain([Headline::NotProven, Headline::NotChecked, Headline::ScanAgain]) {
        assert!(headline.text().vi.chars().count() <= HEADLINE, "{}", headline.text().vi);
    }
}

/// The words of the pages and the command line: texts in quotation marks with a Vietnamese letter in them.
#[test]
fn the_faces_speak_as_the_tables_do() {
    let mut texts = 0;
    for folder in ["examples/handheld/src", "examples/verifier-page", "examples/wallet-page"] {
        let of_faces = |name: &String| {
            let spoken = [".rs", ".js", ".html"].iter().any(|ending| name.ends_with(ending));
            spoken && name.starts_with(folder) && !name.contains("/vendor/")
        };
        for path in files().into_iter().filter(of_faces) {
            let source = fs::read_to_string(root().join(&path)).unwrap_or_default();
            let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            for text in lines.flat_map(|line| line.split('"').skip(1).step_by(2)).filter(|text| is_vietnamese(text)) {
                texts += 1;
                let found = NEVER.iter().chain(&OTHER_WORDS).find(|phrase| text.contains(**phrase));
                assert_eq!(found, None, "{}: {text}", path);
            }
        }
    }
    assert!(texts > 400, "{texts} texts were found");
}

/// The English of the command line: help, which is the documentation of its arguments, and texts in quotation marks of
/// several words without a Vietnamese letter.
#[test]
fn the_english_of_the_command_line_speaks_as_the_tables_do() {
    let (mut texts, mut wrong, folder) = (0, Vec::new(), "examples/handheld/src");
    for path in files().into_iter().filter(|name| name.starts_with(folder) && name.ends_with(".rs")) {
        let source = fs::read_to_string(root().join(&path)).unwrap_or_default();
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let is_help = path.contains("/args");
        let help: Vec<_> = source.lines().filter_map(|line| line.trim_start().strip_prefix("///")).collect();
        let help = Some(help.join("")).filter(|help| is_help && !help.is_empty());
        let code: Vec<_> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let quoted = code.iter().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned);
        for text in quoted.filter(|text| text.contains(' ') && !is_vietnamese(text)).chain(help) {
            texts += 1;
            // What is filled in has the name of a variable.
            let said: String =
                text.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, said)| said)).collect();
            let without = COMMANDS.iter().fold(said, |text, command| text.replace(command, ""));
            let phrases = NEVER.iter().chain(&OTHER_WORDS).chain(&["trust anchor", "the authority"]);
            let phrase = phrases.into_iter().find(|phrase| without.contains(**phrase));
            let mut words = without.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/'));
            let word = words.find(|word| OF_CODE.contains(&word.trim_matches('.')));
            wrong.extend(phrase.copied().or(word).map(|found| format!("{path}: {found} in {text}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(texts > 500, "{texts} texts were found");
}

fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'))
}
