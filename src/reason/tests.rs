//! Laws over every row and every text. They are about wording, so they would be broken by a careless translator first.

#![expect(clippy::panic, reason = "a broken law names the text that broke it")]

use super::fuller::fuller;
use super::{Axis, Gravity, Reason, Side, Step};
use crate::language::{Language, Text};
use alloc::{collections::BTreeSet, string::String};

mod papers;
mod places;
mod short;

/// The checks, in the order in which they are asked; the first part of every code is one of these.
const CHECKS: [&str; 21] = [
    "scan",
    "post",
    "authentic",
    "unaltered",
    "held",
    "agreed",
    "set",
    "current",
    "paper",
    "identity",
    "foreigner",
    "dependant",
    "licence",
    "foreign",
    "vehicle",
    "health",
    "consistency",
    "question",
    "ended",
    "papers",
    "plain",
];

/// Steps that no row names because only some role would: a profile picks them by code.
const PICKED_BY_PROFILES: [Step; 7] = [
    Step::RefreshCode,
    Step::LookUpWithDutyDesk,
    Step::UpdateListsOrLookUpPlate,
    Step::LookUpOrOfferedPaper,
    Step::ConfirmBeforeRecord,
    Step::UpdateListsAndAdmit,
    Step::FixClockAndAdmit,
];

/// Steps that follow no reason by themselves: `needs` alone says where the law has them, or a turn that a matter took.
const OF_NEEDS: [Step; 6] = [
    Step::AppointmentNotShown,
    Step::CheckNumber,
    Step::LookUpIntegrated,
    Step::OtherPartInUse,
    Step::WithinAppointment,
    Step::AppointmentPast,
];

/// The only law a step may cite: articles whose text was seen.
const CITATIONS: [&str; 2] = ["(khoản 2 Điều 33 Luật 26/2023/QH15)", "(Law 26/2023/QH15 art. 33(2))"];

/// The figures that texts may hold, each of them law and nobody's: ages, seats, a law's year, days, months, points.
const FIGURES: [&str; 8] = ["14", "7", "6", "29", "2025", "15", "0", "12"];

/// What cannot be decided is not called bad, and what was not shown is not called missing.
const ACCUSING: [&str; 16] = [
    "không hợp lệ",
    "không có giấy phép",
    "không có giấy tờ",
    "không sở hữu",
    "làm giả",
    "giả mạo",
    "gian lận",
    "vô hiệu",
    "invalid",
    "forged",
    "forgery",
    "fake",
    "counterfeit",
    "fraud",
    "does not hold",
    "has no licence",
];

/// Nobody is told to ask for the card.
const DEMANDING: [&str; 17] = [
    "thẻ nhựa",
    "thẻ giấy",
    "thẻ cứng",
    "bản cứng",
    "bản gốc",
    "bản chính",
    "đưa thẻ",
    "xuất trình thẻ",
    "phải xuất trình",
    "plastic",
    "paper card",
    "hard copy",
    "original",
    "must show",
    "ask for the",
    "require",
    "demand",
];

/// What the product may never claim about itself.
const CLAIMING: [&str; 14] = [
    "zeroes all copies",
    "anonymous",
    "free of personal data",
    "equal to a direct check",
    "approved device",
    "authentication service",
    "proves the person",
    "xóa mọi bản sao",
    "ẩn danh",
    "không chứa dữ liệu cá nhân",
    "như kiểm tra trực tiếp",
    "thiết bị được phê duyệt",
    "dịch vụ xác thực",
    "đã xác thực người",
];

/// A code, a language, the text.
type Said = (&'static str, Language, &'static str);

fn both(code: &'static str, text: Text) -> [Said; 2] {
    [Language::Vi, Language::En].map(|language| (code, language, text.of(language)))
}

fn reason_texts() -> impl Iterator<Item = Said> {
    Reason::ALL.iter().flat_map(|reason| both(reason.code(), reason.row().text))
}

/// The fuller texts, as they stand, places and all.
fn fuller_texts() -> impl Iterator<Item = Said> {
    Reason::ALL.iter().flat_map(|reason| fuller(*reason).iter().flat_map(|(_, text)| both(reason.code(), *text)))
}

fn step_texts() -> impl Iterator<Item = Said> {
    Step::ALL.iter().flat_map(|step| both(step.code(), step.text()))
}

fn aloud_texts() -> impl Iterator<Item = Said> {
    Reason::ALL.iter().filter_map(|reason| Some(both(reason.code(), reason.row().aloud()?))).flatten()
}

/// Every text there is, in small letters.
fn all_texts() -> impl Iterator<Item = (&'static str, String)> {
    let all = reason_texts().chain(fuller_texts()).chain(step_texts()).chain(aloud_texts());
    all.map(|(code, _, text)| (code, text.to_lowercase()))
}

fn says_none_of(phrases: &[&str]) {
    for (code, text) in all_texts() {
        for phrase in phrases {
            assert!(!text.contains(phrase), "{code} says \"{phrase}\": {text}");
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
}

fn is_lower_snake(part: &str) -> bool {
    part.split('_').all(|run| !run.is_empty() && run.chars().all(|c| c.is_ascii_lowercase()))
}

fn unique(mut codes: impl Iterator<Item = &'static str>) -> bool {
    let mut seen = BTreeSet::new();
    codes.all(|code| seen.insert(code))
}

#[test]
fn every_reason_has_its_own_row() {
    for &reason in Reason::ALL {
        assert_eq!(reason.row().reason, reason);
        assert_eq!(reason.code(), reason.row().code);
    }
}

#[test]
fn codes_are_dotted_unique_and_found_again() {
    assert!(unique(Reason::ALL.iter().map(|reason| reason.code())), "a code stands twice");
    for &reason in Reason::ALL {
        let code = reason.code();
        let Some((check, what)) = code.split_once('.') else { panic!("{code} has no dot") };
        assert!(is_lower_snake(check) && is_lower_snake(what), "{code} is not lower snake");
        assert_eq!(Reason::from_code(code), Some(reason));
    }
    assert_eq!(Reason::from_code("licence"), None);
    assert_eq!(Reason::from_code("licence.expired "), None);
    assert_eq!(Reason::from_code(""), None);
}

#[test]
fn a_code_begins_with_its_check_and_the_checks_stand_in_order() {
    let place =
        |reason: &Reason| CHECKS.iter().position(|check| reason.code().split('.').next().is_some_and(|c| c == *check));
    for reason in Reason::ALL {
        assert!(place(reason).is_some(), "{} names no check", reason.code());
    }
    assert!(Reason::ALL.iter().is_sorted_by_key(place), "the checks are mixed");
}

#[test]
fn an_enum_name_is_its_code() {
    for reason in Reason::ALL {
        let name: String = reason.code().split(['.', '_']).flat_map(capitalised).collect();
        assert_eq!(alloc::format!("{reason:?}"), name, "{} stands under another name", reason.code());
    }
}

fn capitalised(word: &str) -> impl Iterator<Item = char> {
    word.chars().enumerate().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c })
}

#[test]
fn steps_have_codes_of_their_own_and_every_step_is_of_use() {
    assert!(unique(Step::ALL.iter().map(|step| step.code())), "a step's code stands twice");
    for &step in Step::ALL {
        assert!(is_lower_snake(step.code()), "{} is not lower snake", step.code());
        assert_eq!(Step::from_code(step.code()), Some(step));
        let in_a_row = Reason::ALL.iter().any(|reason| reason.row().step == step);
        assert!(
            in_a_row != (PICKED_BY_PROFILES.contains(&step) || OF_NEEDS.contains(&step)),
            "{}: in a row and for profiles or needs, or none of them",
            step.code()
        );
        let fits = Reason::ALL.iter().any(|reason| step.fits(*reason));
        assert!(fits || step == Step::AppointmentNotShown, "{} fits no reason", step.code());
    }
    assert_eq!(Step::from_code("ask_for_the_card"), None);
}

#[test]
fn every_row_names_a_step_that_fits() {
    for reason in Reason::ALL {
        let step = reason.row().step;
        assert!(step.fits(*reason), "{} may not be followed by {}", reason.code(), step.code());
    }
}

#[test]
fn what_is_the_posts_matter_never_costs_the_citizen() {
    for reason in Reason::ALL.iter().filter(|reason| reason.row().side == Side::Post) {
        assert!(!reason.row().step.costs_citizen(), "{} costs the citizen something", reason.code());
        for step in Step::ALL.iter().filter(|step| step.costs_citizen()) {
            assert!(!step.fits(*reason), "{} would be allowed to cost {}", reason.code(), step.code());
        }
    }
}

#[test]
fn what_is_the_posts_matter_says_so() {
    // The face is compared by the officer, not by the device.
    let of_the_device = |reason: &&Reason| reason.row().side == Side::Post && **reason != Reason::HeldFaceNotCompared;
    for reason in Reason::ALL.iter().filter(of_the_device) {
        let row = reason.row();
        assert!(row.text.vi.to_lowercase().contains("máy này"), "{}: whose matter? {}", row.code, row.text.vi);
        assert!(row.text.en.to_lowercase().contains("this device"), "{}: whose matter? {}", row.code, row.text.en);
    }
}

#[test]
fn a_refusal_is_never_the_posts_matter_and_one_of_standing_is_always_the_papers() {
    for row in Reason::ALL.iter().map(|reason| reason.row()).filter(|row| row.gravity == Gravity::Refuse) {
        assert_ne!(row.side, Side::Post, "{} refuses for the post's own fault", row.code);
        assert!(
            row.axis == Axis::Proof || row.side == Side::Paper,
            "{} refuses a genuine paper for another's fault",
            row.code
        );
    }
}

#[test]
fn a_measure_follows_only_from_an_established_fault_of_a_genuine_paper() {
    let acting = |step: &&Step| step.text().vi.contains("{before}");
    assert!(Step::ALL.iter().any(|step| acting(&step)));
    for step in Step::ALL.iter().filter(acting) {
        for reason in Reason::ALL.iter().filter(|reason| step.fits(**reason)) {
            let row = reason.row();
            assert_eq!(
                (row.axis, row.gravity),
                (Axis::Standing, Gravity::Refuse),
                "{} after {}",
                step.code(),
                row.code
            );
        }
    }
}

#[test]
fn a_step_that_turns_to_the_citizen_is_counted_as_a_cost() {
    let turning = ["Mời ", "mời ", "Nhờ lau", "nhờ ", "người lái", "{before}"];
    for step in Step::ALL {
        let turns = turning.iter().any(|word| step.text().vi.contains(word));
        assert!(!turns || step.costs_citizen(), "{} is not free: {}", step.code(), step.text().vi);
    }
}

#[test]
fn nothing_undecided_is_called_bad() {
    says_none_of(&ACCUSING);
    for (code, text) in all_texts() {
        assert!(!words(&text).any(|word| word == "giả"), "{code} says \"giả\": {text}");
    }
}

#[test]
fn nobody_is_told_to_ask_for_the_card() {
    says_none_of(&DEMANDING);
    for (code, text) in all_texts() {
        assert!(!text.contains("bản giấy") || text.contains("tự đưa"), "{code} does more than take an offer: {text}");
        assert!(!text.contains("on paper") || text.contains("if the driver offers"), "{code} does more: {text}");
        assert_eq!(text.matches("yêu cầu").count(), text.matches("mã yêu cầu").count(), "{code} demands: {text}");
        assert_eq!(text.matches("bắt buộc").count(), text.matches("không bắt buộc").count(), "{code}: {text}");
    }
}

#[test]
fn nothing_is_claimed_that_the_product_does_not_do() {
    says_none_of(&CLAIMING);
}

#[test]
fn no_text_holds_a_value() {
    for (code, _, text) in reason_texts().chain(fuller_texts()).chain(step_texts()).chain(aloud_texts()) {
        let rest = CITATIONS.iter().fold(String::from(text), |text, citation| text.replace(citation, ""));
        for figure in rest.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()) {
            assert!(FIGURES.contains(&figure), "{code} holds a figure or a law not seen: {text}");
        }
    }
}

#[test]
fn vietnamese_is_vietnamese_and_english_is_not() {
    let vietnamese = |c: char| matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}');
    for (code, language, text) in reason_texts().chain(fuller_texts()).chain(step_texts()) {
        assert_eq!(text.chars().any(vietnamese), language == Language::Vi, "{code}: {text}");
        // Composed letters only: a decomposed one is drawn badly on cheap handhelds and compares unequal.
        assert!(!text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}')), "{code} is not composed: {text}");
        assert_eq!(text, text.trim(), "{code} has spaces around it");
        let begins = text.strip_prefix("{part}").map_or(text.chars().next().is_some_and(char::is_uppercase), |_| true);
        assert!(begins, "{code} begins small: {text}");
    }
}

#[test]
fn a_reason_is_a_phrase_and_a_step_is_a_sentence() {
    for (code, _, text) in reason_texts() {
        assert!(!text.ends_with('.'), "{code} ends with a full stop: {text}");
    }
    for (code, _, text) in step_texts() {
        assert!(text.ends_with('.') || text.ends_with("{measure}"), "{code} ends without a full stop: {text}");
    }
}
