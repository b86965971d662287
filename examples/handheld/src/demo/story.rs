//! What a demo tells beside the card: what was done, where everything is, what to try next.

use super::code::{Code, Shown};
use super::scenes::Shows;
use super::{Minted, challenge};
use crate::failure::Failure;
use crate::page::{self, FAINT, Page, STRONG, say, styled};
use crate::{ask, times};
use doichieu::Language;
use doichieu::time::UnixTime;
use std::path::Path;

/// Columns of the files' names.
const NAMES: usize = 22;

/// One line for a shell in the folder itself: it gives the bytes of `report.json` again.
pub(super) fn command(minted: &Minted) -> String {
    format!("{}\n", line(minted, minted.at, "--json"))
}

/// The inspection at a time, with one more option.
fn line(minted: &Minted, at: UnixTime, more: &str) -> String {
    let card = minted.print.iter().map(Shown::place);
    let (command, last) = match minted.row.shown {
        // Nothing of a device: print is read without one.
        Shows::Print(_) => return format!("doichieu plain {more} {}", card.collect::<String>()),
        Shows::Beside(..) => ("plain", Vec::new()),
        Shows::Two(_) => ("encounter", Vec::new()),
        Shows::One(_) | Shows::Answer(_) | Shows::Static(..) => ("inspect", Vec::new()),
        Shows::Foreign(_) => ("nothing", Vec::new()),
        Shows::Number(kind, number) => {
            ("number", vec![format!("--kind {} {number}", kind.row().map_or("", |row| row.name))])
        }
    };
    let places = minted.phones.iter().filter(|_| command != "nothing").map(Shown::place);
    let places = places.map(|place| if command == "plain" { format!("--against {place}") } else { place });
    let vehicle = Some(format!("--vehicle {}", minted.row.vehicle)).filter(|_| !minted.row.vehicle.is_empty());
    let mut words = vec![
        format!("doichieu {command} --roots roots.dcr --bundle bundle.dcb --post post.dcl {} --at", why(minted)),
        times::rfc3339(at),
        "--allow-test-root".to_owned(),
    ];
    if matches!(command, "inspect" | "encounter" | "plain") {
        words.push("--encounter encounter.txt".to_owned());
    }
    words.extend(minted.basis().map(|basis| format!("--basis {}", basis.code())));
    words.extend(vehicle);
    words.extend(Some(more.to_owned()).filter(|more| !more.is_empty()));
    words.extend(places.chain(card).chain(last));
    words.join(" ")
}

/// The purpose, or the challenge that says it.
fn why(minted: &Minted) -> String {
    match minted.challenged {
        Some(_) => format!("--ask ask.txt --secret {}", ask::SECRET),
        None => format!("--purpose {}", minted.row.post.purpose().name().unwrap_or_default()),
    }
}

/// What was done so far, and what the citizen saw of it.
pub(super) fn before(minted: &Minted, out: &Path, language: Language) -> Result<(), Failure> {
    let (folder, at) = (page::path(out), times::minute(minted.at, language));
    let read: Vec<_> = minted.phones.iter().chain(&minted.print).map(|phone| read(phone, out, language)).collect();
    let texts = |vi: [String; 2], en: [String; 2]| if matches!(language, Language::En) { en } else { vi };
    let made = texts(
        [
            format!("Tạo cơ quan, nơi cấp, điểm kiểm tra và điện thoại thử nghiệm; đặt đồng hồ {at}."),
            format!("Ghi những gì mỗi bên đưa ra vào {folder}/."),
        ],
        [
            format!("Minted a test authority, an issuer, a post and a phone; set the clock to {at}."),
            format!("Wrote what each of them hands out to {folder}/."),
        ],
    );
    let mut steps = Steps::default();
    made.iter().for_each(|step| steps.say(step));
    steps.say(&format!("{}.", minted.row.title.of(language)));
    if let Some(challenged) = &minted.challenged {
        steps.say(say(
            language,
            "Ngân hàng đưa mã yêu cầu (ask.png). Điện thoại quét, xác thực người hỏi, rồi mới cho xem:",
            "The bank shows its request code (ask.png). The phone scans it, verifies who asks, and only then shows this:",
        ));
        steps.show()?;
        challenge::wallet(&challenged.asked, language).show()?;
        steps.say(say(
            language,
            "Người dân đồng ý. Điện thoại ký và niêm phong câu trả lời cho đúng yêu cầu đó.",
            "The citizen agrees. The phone signs, and seals the answer to that very ask.",
        ));
    }
    read.iter().for_each(|step| steps.say(step));
    steps.say(match minted.row.shown {
        Shows::Number(..) => {
            say(language, "Nhập số. Người kiểm tra đọc thấy:", "Typed the number. This is what the post reads:")
        }
        Shows::Print(_) => say(
            language,
            "Đọc mã in, chưa xác thực được gì. Người kiểm tra đọc thấy:",
            "Read the print, which proves nothing. This is what the post reads:",
        ),
        _ => say(
            language,
            "Kiểm tra không cần mạng. Người kiểm tra đọc thấy:",
            "Inspected it offline. This is what the post reads:",
        ),
    });
    steps.page.gap();
    steps.show()
}

/// How a code was read back.
fn read(phone: &Shown, out: &Path, language: Language) -> String {
    let place = page::path(&out.join(phone.place()));
    match (phone.code(), language) {
        (Code::Still(text), Language::En) => format!("Read the QR back from {place}: {} characters.", text.len()),
        (Code::Still(text), _) => format!("Đọc lại mã QR từ {place}: {} ký tự.", text.len()),
        (Code::Lines(_), Language::En) => format!("Read the lines back from {place}."),
        (Code::Lines(_), _) => format!("Đọc lại các dòng từ {place}."),
        (Code::Animated(texts, bytes), Language::En) => {
            format!("Read the animated code back from {place}/: {} parts, {} bytes.", texts.len(), bytes.len())
        }
        (Code::Animated(texts, bytes), _) => {
            format!("Đọc lại mã động từ {place}/: {} phần, {} byte.", texts.len(), bytes.len())
        }
    }
}

/// Numbered steps, shown in pieces.
#[derive(Default)]
struct Steps {
    page: Page,
    said: usize,
}

impl Steps {
    fn say(&mut self, step: &str) {
        self.said = self.said.saturating_add(1);
        self.page.hang(&format!(" {}. ", self.said), FAINT, step);
    }

    fn show(&mut self) -> Result<(), Failure> {
        std::mem::take(&mut self.page).show()
    }
}

/// Where everything is, and what to try next.
pub(super) fn next(minted: &Minted, out: &Path, language: Language) -> Page {
    let mut page = Page::default();
    let challenge = [
        ("ask.png, ask.txt", "mã yêu cầu của điểm kiểm tra", "the post's request code, for the phone to scan"),
        ("ask.secret", "mở câu trả lời: ngoài thử nghiệm phải xóa ngay", "opens the answer: delete it, outside a demo"),
    ];
    let files = [
        ("roots.dcr", "khóa gốc (thử nghiệm)", "root keys (test)"),
        ("bundle.dcb", "bộ danh sách đã ký", "the list set, signed"),
        ("post.dcl", "quyền kiểm tra của điểm này", "the post's mandate"),
        ("at.txt", "giờ kiểm tra", "time of the inspection"),
        ("encounter.txt", "lượt kiểm tra này: lượt sau dùng tệp khác", "this encounter: the next one has another"),
        ("report.json", "báo cáo, không chứa nội dung giấy tờ", "the report, without a single claim value"),
        ("command.txt", "lệnh cho lại đúng từng byte report.json", "gives report.json again, byte for byte"),
    ];
    page.line("").rule();
    page.line(&styled(STRONG, &format!(" {}/", page::path(out))));
    let challenge = challenge.into_iter().filter(|_| minted.challenged.is_some());
    for (name, vi, en) in challenge.chain(files) {
        page.entry(3, name, NAMES, say(language, vi, en));
    }
    for phone in &minted.phones {
        page.entry(3, &phone.files(), NAMES, say(language, "mã người dân xuất trình", "the code the citizen shows"));
    }
    if let Some(print) = &minted.print {
        page.entry(
            3,
            &print.files(),
            NAMES,
            say(language, "in trên thẻ, ai cũng in được", "print on a card, which anybody can make"),
        );
    }
    page.gap();
    page.line(&styled(STRONG, say(language, " Tiếp theo:", " Next:")));
    page.command(3, &format!("cd {}", page::path(out)));
    if let Some(path) = path_of_program() {
        page.command(3, &path);
    }
    let again = ("sh command.txt".to_owned(), say(language, "lặp lại, chỉ in báo cáo", "again, the report alone"));
    let code = say(language, "một mã nghĩa là gì", "what a code means");
    let explain = ("doichieu explain held.window_passed".to_owned(), code);
    for (command, what) in [again].into_iter().chain(others(minted, language)).chain([explain]) {
        page.hang("   # ", FAINT, what);
        page.command(3, &command);
    }
    page
}

/// Puts the program where the shell finds it, unless it was found there.
fn path_of_program() -> Option<String> {
    let found = std::env::args().next().is_some_and(|program| !program.contains('/'));
    let own = std::env::current_exe().ok().and_then(|exe| Some(page::path(exe.parent()?)));
    own.filter(|_| !found).map(|folder| format!("export PATH=\"{folder}:$PATH\""))
}

/// What else may be tried where a code was shown: the same inspection when the code is five minutes older; and of
/// several phones, with another plate on the vehicle.
fn others(minted: &Minted, language: Language) -> Vec<(String, &'static str)> {
    let late = line(minted, minted.at.plus(300), "");
    let late = (late, say(language, "cùng mã đó, năm phút sau", "the same code, five minutes later"));
    let plate = line(minted, minted.at, "--plate 43F1-618.06");
    let plate = (plate, say(language, "biển số trên xe khác đăng ký", "another plate on the vehicle"));
    match minted.row.shown {
        Shows::Two(_) => vec![plate, late],
        Shows::One(_) | Shows::Answer(_) if minted.row.later == 0 => vec![late],
        _ => Vec::new(),
    }
}
