//! Every text of the product held to what words may say: tables, headlines, the command line, README, docs, and the
//! documentation of the code. No text demands the plastic card or anything on paper, none calls bad what could not be
//! decided, none costs the citizen something for the post's own matter, and none claims what the product does not do.
//!
//! `src/reason/tests.rs` holds the rows more strictly, each language and each form; this file goes wider.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a broken law names the text that broke it")]
#![expect(clippy::disallowed_methods, reason = "texts stand in files")]

use std::fs;
use std::path::{Path, PathBuf};

use doichieu::field::{FIELDS, KINDS};
use doichieu::reason::{Reason, Side, Step};
use doichieu::rules;
use doichieu::{Bundle, Headline, Memory, Roots, SetUp, needs_by_law, steps_by_law};
use doichieu_kit::scene::World;

/// What the product may never claim about itself: it overwrites its own buffers only, a digest with time and place is
/// pseudonymous, and whether it equals a direct check, is approved or is a service of authentication is for the law to
/// say.
const CLAIMS: [&str; 17] = [
    "zeroes all copies",
    "erases all copies",
    "anonymous",
    "free of personal data",
    "equal to a direct check",
    "equals a direct check",
    "approved device",
    "authentication service",
    "proves the person",
    "xóa mọi bản sao",
    "xóa hết bản sao",
    "ẩn danh",
    "không chứa dữ liệu cá nhân",
    "như kiểm tra trực tiếp",
    "thiết bị được phê duyệt",
    "dịch vụ xác thực",
    "chứng minh đúng người",
];

/// Ways to tell somebody to bring the thing itself: against Law 118/2025 and Directive 24/CT-TTg for whatever is
/// integrated.
const DEMANDS: [&str; 22] = [
    "ask for the card",
    "ask for the plastic",
    "ask for the paper",
    "demand the plastic",
    "demand the paper",
    "demand the card",
    "show the plastic",
    "show the original",
    "bring the original",
    "present the original",
    "must show",
    "must present",
    "hard copy",
    "yêu cầu xuất trình",
    "phải xuất trình",
    "phải mang",
    "xuất trình bản giấy",
    "xuất trình bản gốc",
    "xuất trình thẻ",
    "mang bản gốc",
    "đưa thẻ",
    "nộp bản sao",
];

/// In what an officer or a nurse reads, not even the nouns.
const NOUNS: [&str; 9] =
    ["plastic", "paper card", "original paper", "thẻ nhựa", "thẻ giấy", "thẻ cứng", "bản cứng", "bản gốc", "bản chính"];

/// What cannot be decided is not called bad, and what was not shown is not called missing.
const VERDICTS: [&str; 17] = [
    "invalid",
    "forged",
    "forgery",
    "fake",
    "counterfeit",
    "fraud",
    "does not hold",
    "has no licence",
    "has no papers",
    "không hợp lệ",
    "làm giả",
    "giả mạo",
    "gian lận",
    "vô hiệu",
    "không có giấy tờ",
    "không có giấy phép",
    "không sở hữu",
];

/// A text and where it stands.
struct Text {
    at: String,
    text: String,
}

impl Text {
    fn new(at: &str, text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        Self { at: at.to_owned(), text }
    }

    /// The first of these phrases that it says, unless it says right before that it is not so.
    fn says<'p>(&self, phrases: &[&'p str]) -> Option<&'p str> {
        let affirmed = |phrase: &&&str| self.text.match_indices(**phrase).any(|(start, _)| !self.denies_before(start));
        phrases.iter().find(affirmed).copied()
    }

    /// "not anonymous", "no text tells anyone to demand the plastic card": a denial within the same sentence, shortly
    /// before.
    fn denies_before(&self, start: usize) -> bool {
        let before: Vec<_> = self.text.get(..start).unwrap_or_default().split(' ').collect();
        let near = before.iter().rev().take(12).take_while(|word| !word.ends_with(['.', ';']) || word.len() == 1);
        let denials = ["not", "no", "never", "nobody", "none", "nor", "không", "chưa"];
        near.into_iter().any(|word| denials.contains(&word.trim_matches(|c: char| !c.is_alphabetic())))
    }
}

fn hold(texts: &[Text], phrases: &[&str]) {
    assert!(texts.len() > 5, "nothing was read");
    for text in texts {
        if let Some(phrase) = text.says(phrases) {
            panic!("{} says \"{phrase}\": {}", text.at, text.text);
        }
    }
}

/// What an officer, a nurse or a citizen reads: all tables, and every string of the command line.
fn spoken() -> Vec<Text> {
    let reasons = Reason::ALL
        .iter()
        .map(|reason| reason.row())
        .flat_map(|row| [(row.code, row.text.vi), (row.code, row.text.en)]);
    let steps = Step::ALL.iter().flat_map(|step| [(step.code(), step.text().vi), (step.code(), step.text().en)]);
    let set_up = SetUp::ALL.iter().flat_map(|code| [(code.code(), code.text().vi), (code.code(), code.text().en)]);
    let kinds = KINDS.iter().flat_map(|row| [(row.name, row.text.vi), (row.name, row.text.en)]);
    let fields = FIELDS.iter().flat_map(|row| [(row.name, row.text.vi), (row.name, row.text.en)]);
    let laws = rules::all().map(|row| (row.id, row.law)).chain(needs_by_law().map(|row| (row.id, row.law)));
    let laws = laws.chain(steps_by_law().map(|row| (row.id, row.law)));
    let laws = laws.flat_map(|(id, law)| [(id, law.en), (id, law.vi)]);
    let headlines = [
        Headline::Accept,
        Headline::LookUp,
        Headline::NotInForce,
        Headline::NotProven,
        Headline::NotChecked,
        Headline::ScanAgain,
    ];
    let headlines = headlines.into_iter().flat_map(|of| [("headline", of.text().vi), ("headline", of.text().en)]);
    let tables = reasons.chain(steps).chain(set_up).chain(kinds).chain(fields).chain(laws).chain(headlines);
    // A version of a root is "phiên bản gốc" in Vietnamese: no original of any paper.
    let tables = tables.map(|(at, text)| Text::new(at, &text.replace("hiên bản gốc", "hiên bản của gốc")));
    let screens = ["examples", "wasm", "ffi"].map(|folder| files(folder, "rs")).concat();
    let screens = screens.into_iter().filter(|(path, _)| !path.contains("/tests/"));
    let strings = screens.flat_map(|(path, text)| {
        literals(&text)
            .into_iter()
            .map(|literal| Text::new(&path, &literal.replace("hiên bản gốc", "hiên bản của gốc")))
            .collect::<Vec<_>>()
    });
    tables.chain(strings).collect()
}

/// What developers and buyers read: the pages, and the documentation of the code, block by block.
fn written() -> Vec<Text> {
    let pages = ["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "Cargo.toml"];
    let pages = pages.into_iter().map(|name| (name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    let more = ["docs", "tests/vectors", "examples", "wasm", "ffi"].into_iter().flat_map(|folder| files(folder, "md"));
    let pages = pages.chain(more).flat_map(|(path, text)| blocks(&path, &text));
    let sources = ["src", "examples", "wasm", "ffi"].into_iter().flat_map(|folder| files(folder, "rs"));
    let docs = sources.flat_map(|(path, text)| {
        let lines: Vec<_> = text.lines().map(str::trim).map(comment).collect();
        blocks(&path, &lines.join("\n"))
    });
    pages.chain(docs).collect()
}

fn comment(line: &str) -> &str {
    ["///", "//!", "//"].into_iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or_default()
}

/// Paragraphs, list items and rows of a page.
fn blocks(path: &str, text: &str) -> Vec<Text> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        let starts = line.trim().is_empty() || line.trim_start().starts_with(['-', '|', '#']);
        if starts {
            blocks.push(String::new());
        }
        let last = blocks.last_mut().unwrap();
        last.push(' ');
        last.push_str(line);
    }
    blocks.iter().filter(|block| !block.trim().is_empty()).map(|block| Text::new(path, block)).collect()
}

/// The string literals of a source, comments left out. Raw strings and escapes are read roughly: words are what counts.
fn literals(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn gather(folder: &Path, ending: &str, into: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let skipped = ["target", "node_modules", "pkg", "blobs"].iter().any(|name| path.ends_with(name));
            if path.is_dir() && !skipped {
                gather(&path, ending, into);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
                into.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    gather(&root().join(folder), ending, &mut found);
    // This test and the laws of the rows hold the phrases themselves.
    found.retain(|(name, _)| !name.ends_with("reason/tests.rs"));
    found
}

#[test]
fn nothing_is_claimed_that_the_product_does_not_do() {
    hold(&spoken(), &CLAIMS);
    hold(&written(), &CLAIMS);
}

#[test]
fn no_text_demands_the_thing_itself() {
    hold(&spoken(), &DEMANDS);
    hold(&spoken(), &NOUNS);
    hold(&written(), &DEMANDS);
}

#[test]
fn nothing_spoken_calls_bad_what_was_not_decided() {
    hold(&spoken(), &VERDICTS);
}

/// With every profile of the kit, whatever steps it picks.
#[test]
fn what_is_the_posts_matter_costs_the_citizen_nothing_in_any_role() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap();
    assert_eq!(bundle.profiles().len(), 6);
    for profile in bundle.profiles() {
        for reason in Reason::ALL.iter().filter(|reason| reason.row().side == Side::Post) {
            let step = profile.step(*reason);
            assert!(!step.costs_citizen(), "{}: {} after {}", profile.role(), step.code(), reason.code());
        }
    }
}

/// The eyes of the laws above: each phrase is seen where it is said, and not where it is denied.
#[test]
fn each_phrase_would_be_seen() {
    for phrase in [&CLAIMS[..], &DEMANDS, &NOUNS, &VERDICTS].concat() {
        let said = Text::new("here", &format!("This thing,\n  then: {} indeed.", phrase.to_uppercase()));
        assert_eq!(said.says(&[phrase]), Some(phrase));
        let denied = Text::new("here", &format!("It is never said to be {phrase}."));
        assert_eq!(denied.says(&[phrase]), None);
        let elsewhere = Text::new("here", &format!("It is not so. It is {phrase}."));
        assert_eq!(elsewhere.says(&[phrase]), Some(phrase), "a denial in another sentence does not count");
    }
    assert_eq!(literals("say(\"một\", \"one\") // \"not\"\n// \"nor this\""), ["một", "one", "not"]);
    let read = written();
    assert!(
        ["README.md", "docs/dc1.md", "src/lib.rs", "SECURITY.md"]
            .iter()
            .all(|name| read.iter().any(|text| text.at == *name))
    );
    assert!(spoken().iter().any(|text| text.at.starts_with("examples/handheld/src")));
}
