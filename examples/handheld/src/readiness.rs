//! `readiness`: is this device fit for the shift.

use crate::failure::Failure;
use crate::page::{FAINT, Page, STRONG, safe, say, styled};
use crate::{args, device, memory, renewed, times};
use anstyle::Style;
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{ListReadiness, Post, Readiness};

/// Columns of the labels: a hash then fits on its line.
pub(crate) const LABELS: usize = 20;
/// Columns of a role's name.
const ROLE: usize = 23;

/// Prints the table; 0 ready, 1 not ready.
pub(crate) fn run(of: &args::Readiness, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let mut memory = memory::look(of.memory.as_deref())?;
    let bundle = device::bundle(&of.bundle, &device::roots(&of.lists)?, UnixTime::LATEST, &mut memory)?;
    let post = of.post.as_ref().map(|path| device::post(path, &bundle)).transpose()?;
    let readiness = bundle.readiness(at, &memory);
    let mut page = Page::of(readiness.test);
    page.test_banner(language);
    let mut reasons = reasons(&readiness, post.as_ref(), at, language);
    if let Some(post) = &post {
        let label = say(language, "Quyền kiểm tra", "Mandate");
        page.entry(
            1,
            label,
            LABELS,
            &format!("{} · {} {}", safe(post.name()), until(language), times::minute(post.until(), language)),
        );
        if at >= post.until() {
            reasons.push(say(language, "quyền kiểm tra đã hết hạn", "the mandate has ended").to_owned());
        }
    }
    if let (Some(post), Some(path)) = (&post, &of.renewed) {
        renewed::compare(&mut page, post, &device::post(path, &bundle)?, language);
        page.gap();
    }
    bundle_times(&mut page, &readiness, at, language);
    lists(&mut page, &readiness, post.as_ref(), at, language);
    let exit = verdict(&mut page, &reasons, language);
    page.show().map(|()| exit)
}

/// Number, age and ends of a bundle.
pub(crate) fn bundle_times(page: &mut Page, readiness: &Readiness, at: UnixTime, language: Language) {
    let passed = |time: UnixTime| if at < time { "" } else { say(language, " (đã qua)", " (passed)") };
    let ends = [
        (say(language, "Bộ mới vào", "Next list set"), readiness.next_due),
        (say(language, "Danh sách dùng đến", "Lists good until"), readiness.not_after),
        (say(language, "Khóa gốc dùng đến", "Root keys good until"), readiness.root_expiry),
    ];
    let age = times::ago(readiness.age, language);
    page.entry(
        1,
        say(language, "Bộ danh sách", "List set"),
        LABELS,
        &format!("{} {}, {age}", say(language, "số", "no."), readiness.number),
    );
    for (label, time) in ends {
        page.entry(1, label, LABELS, &format!("{}{}", times::minute(time, language), passed(time)));
    }
    let seen = times::of_law(readiness.law_seen_until, language);
    page.entry(1, say(language, "Pháp luật xem đến", "Law seen up to"), LABELS, &seen);
}

/// Every list with its age, and until when it is good for each role.
pub(crate) fn lists(page: &mut Page, readiness: &Readiness, post: Option<&Post>, at: UnixTime, language: Language) {
    for list in &readiness.lists {
        let age = list.age.map_or_else(
            || say(language, "không có trong bộ danh sách", "not in the list set").to_owned(),
            |age| times::ago(age, language),
        );
        page.gap();
        page.beside(&format!(" {}", styled(STRONG, &safe(&list.issuer))), 0, &age);
        page.line(&styled(FAINT, &format!("   {}", safe(&list.uri))));
        for (role, until_time) in shown(list, post) {
            let state = if at < *until_time { until(language) } else { say(language, "đã hết lúc", "ended") };
            let until_time = format!("{state} {}", times::minute(*until_time, language));
            page.beside(&format!("   {}", safe(role)), ROLE, &until_time);
        }
    }
}

fn shown<'a>(list: &'a ListReadiness, post: Option<&'a Post>) -> impl Iterator<Item = &'a (String, UnixTime)> {
    list.good_until.iter().filter(move |(role, _)| post.is_none_or(|post| post.role().role() == role))
}

pub(crate) const fn until(language: Language) -> &'static str {
    say(language, "dùng đến", "good until")
}

/// Both times, where the clock lies before something that was signed: nobody can tell from here which of them is wrong.
fn clock(readiness: &Readiness, language: Language) -> String {
    let [clock, signed] = [readiness.clock, readiness.newest_signed].map(|time| times::minute(time, language));
    match (readiness.in_doubt, language) {
        (true, Language::En) => format!(
            "the time here is {clock}, and a list that was seen and not taken is of {signed}: set the time; if it is right, tell the device administrator"
        ),
        (true, _) => format!(
            "giờ máy này là {clock}, một danh sách đã thấy nhưng chưa dùng ghi {signed}: chỉnh giờ; nếu giờ đúng, báo đơn vị quản lý máy"
        ),
        (false, Language::En) => format!("the time here is {clock}, before the newest list of {signed}: set the time"),
        (false, _) => format!("giờ máy này là {clock}, sớm hơn danh sách mới nhất ({signed}): chỉnh giờ"),
    }
}

/// Why it is not ready; empty: it is.
pub(crate) fn reasons(readiness: &Readiness, post: Option<&Post>, at: UnixTime, language: Language) -> Vec<String> {
    let mut reasons: Vec<String> = [
        (at >= readiness.next_due, "đã đến hạn bộ danh sách mới", "a newer list set is due"),
        (at >= readiness.not_after, "danh sách đã hết hạn", "the lists have ended"),
        (at >= readiness.root_expiry, "khóa gốc đã quá hạn", "the root keys are past their time"),
        (
            readiness.law_unchecked,
            "quy định pháp luật hơn một năm chưa được rà soát",
            "the rules of law were not checked for more than a year",
        ),
    ]
    .into_iter()
    .filter(|(found, ..)| *found)
    .map(|(_, vi, en)| say(language, vi, en).to_owned())
    .collect();
    if readiness.clock_wrong {
        reasons.insert(0, clock(readiness, language));
    }
    for list in &readiness.lists {
        let issuer = safe(&list.issuer);
        if list.age.is_none() {
            reasons.push(format!("{}: {issuer}", say(language, "thiếu danh sách tình trạng", "no status list")));
        }
        let ended = shown(list, post).filter(|(_, until)| at >= *until);
        let roles: Vec<_> = ended.map(|(role, _)| safe(role)).collect();
        if !roles.is_empty() {
            let text = say(language, "danh sách tình trạng quá cũ", "status list too old");
            reasons.push(format!("{text}: {issuer} ({})", roles.join(", ")));
        }
    }
    reasons
}

/// The last line: ready or not, and why not. 0 ready, 1 not.
pub(crate) fn verdict(page: &mut Page, reasons: &[String], language: Language) -> u8 {
    page.gap();
    if reasons.is_empty() {
        page.line(&styled(STRONG, say(language, " ✔ SẴN SÀNG", " ✔ READY")));
        return 0;
    }
    page.line(&styled(STRONG, say(language, " ▲ CHƯA SẴN SÀNG", " ▲ NOT READY")));
    for reason in reasons {
        page.hang("   • ", Style::new(), reason);
    }
    1
}
