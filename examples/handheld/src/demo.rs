//! `demo`: mints everything for a trial, writes it, reads the QR back from the picture, and inspects it offline.

use crate::args::Scene;
use crate::card::Card;
use crate::failure::Failure;
use crate::page::{FAINT, Page, STRONG, say, styled};
use crate::scan::{self, Arrived};
use crate::{args, files, inspect, qr, times};
use doichieu::field::Purpose;
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots};
use doichieu_kit::Seed;
use doichieu_kit::scene::World;
use std::path::Path;
use std::sync::Arc;

/// What the kit minted: only these bytes reach the inspection.
struct Minted {
    purpose: Purpose,
    at: UnixTime,
    roots: Vec<u8>,
    bundle: Vec<u8>,
    post: Vec<u8>,
    text: String,
}

/// Runs the demo. Its exit code is that of the inspection.
pub(crate) fn run(of: &args::Demo, language: Language) -> Result<u8, Failure> {
    let minted = mint(of)?;
    let out = of.out.as_path();
    files::make_folder(out)?;
    write(&minted, out)?;
    let arrived = scan::load(&out.join("scan.png"), language)?;
    if !matches!(&arrived, Arrived::Text(text) if *text == minted.text) {
        return Err(unread("demo.not_read_back"));
    }
    let inspector = open(&minted)?;
    let ask = inspector.unprompted(minted.purpose)?;
    let mut report = inspect::inspect(&inspector, &arrived, &ask, minted.at, &mut Memory::new())
        .map_err(|why| unread(why.reason().code()))?;
    files::write(&out.join("report.json"), report.to_json().as_bytes())?;
    files::write(&out.join("command.txt"), command(&minted).as_bytes())?;
    let card = Card { language, inspector: &inspector, purpose: minted.purpose, floor: None, verbose: false };
    story(&minted, out, language).show()?;
    card.page(&mut report, minted.at).show()?;
    next(&minted, out, language).show()?;
    Ok(inspect::exit(&report))
}

/// Keys and salts of a seed on the command line.
pub(crate) fn seed(text: &str) -> Seed {
    Seed::new([0; 32]).child(text)
}

fn mint(of: &args::Demo) -> Result<Minted, Failure> {
    let mut world = World::demo();
    if of.at.is_some() || of.seed.is_some() {
        let now = of.at.map_or(world.now, UnixTime::seconds);
        world = World::new(of.seed.as_deref().map_or(world.seed, seed), now);
    }
    let (role, purpose, scene) = match of.scene {
        Scene::TrafficStop => ("traffic_police", Purpose::TRAFFIC_CONTROL, world.traffic_stop()),
        Scene::Clinic => ("clinic", Purpose::CLINIC_ADMISSION, world.clinic()),
    };
    let at = times::or_now(UnixTime::new(world.now))?;
    Ok(Minted {
        purpose,
        at,
        roots: world.anchor(),
        bundle: world.bundle(),
        post: world.licence(role),
        text: scene.text(),
    })
}

fn write(minted: &Minted, out: &Path) -> Result<(), Failure> {
    files::write(&out.join("roots.dcb"), &minted.roots)?;
    files::write(&out.join("bundle.dcb"), &minted.bundle)?;
    files::write(&out.join("post.dcl"), &minted.post)?;
    files::write(&out.join("scan.txt"), format!("{}\n", minted.text).as_bytes())?;
    files::write(&out.join("scan.png"), &qr::png(&minted.text)?)?;
    files::write(&out.join("at.txt"), format!("{}\n", times::rfc3339(minted.at)).as_bytes())
}

fn open(minted: &Minted) -> Result<Inspector, Failure> {
    let roots = Roots::dangerous_test(&minted.roots)?;
    let bundle = Bundle::open(&minted.bundle, &roots, &mut Memory::new())?;
    let post = Post::open(&minted.post, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}

/// One line for a shell in the folder itself: it gives the bytes of `report.json` again.
fn command(minted: &Minted) -> String {
    format!(
        "doichieu inspect --roots roots.dcb --bundle bundle.dcb --post post.dcl --purpose {} --at {} --allow-test-root --json scan.png\n",
        minted.purpose.name().unwrap_or_default(),
        times::rfc3339(minted.at)
    )
}

fn unread(code: &'static str) -> Failure {
    Failure::device(
        code,
        "Không đọc lại được mã từ scan.png. Thử lại với --seed khác.".to_owned(),
        "The code could not be read back from scan.png. Try another --seed.".to_owned(),
    )
}

/// What was done so far.
fn story(minted: &Minted, out: &Path, language: Language) -> Page {
    let read = minted.text.len();
    let out = out.display();
    let at = times::minute(minted.at);
    let mut page = Page::default();
    let steps = match language {
        Language::En => [
            format!("Minted a test authority, an issuer, a post and a phone; set the clock to {at}."),
            format!("Wrote what each of them hands out to {out}/."),
            format!("Read the QR back from {out}/scan.png: {read} characters."),
            "Inspected it offline. This is what the officer reads:".to_owned(),
        ],
        _ => [
            format!("Tạo cơ quan, nơi cấp, điểm kiểm tra và điện thoại thử nghiệm; đặt đồng hồ {at}."),
            format!("Ghi những gì mỗi bên đưa ra vào {out}/."),
            format!("Đọc lại mã QR từ {out}/scan.png: {read} ký tự."),
            "Kiểm tra không cần mạng. Cán bộ kiểm tra đọc thấy:".to_owned(),
        ],
    };
    for (number, step) in (1..).zip(steps) {
        page.hang(&format!(" {number}. "), FAINT, &step);
    }
    page.gap();
    page
}

/// Where everything is, and what to try next.
fn next(minted: &Minted, out: &Path, language: Language) -> Page {
    let mut page = Page::default();
    let files = [
        ("roots.dcb", "gốc tin cậy (thử nghiệm)", "trust anchor (test)"),
        ("bundle.dcb", "gói danh sách đã ký", "signed bundle of lists"),
        ("post.dcl", "giấy phép kiểm tra của điểm này", "the post's licence to ask"),
        ("scan.png, scan.txt", "mã người dân xuất trình", "the code the citizen shows"),
        ("at.txt", "giờ kiểm tra", "time of the inspection"),
        ("report.json", "báo cáo, không chứa nội dung giấy tờ", "the report, without a single claim value"),
        ("command.txt", "lệnh cho lại đúng từng byte report.json", "gives report.json again, byte for byte"),
    ];
    page.line("").rule();
    page.line(&styled(STRONG, &format!(" {}/", out.display())));
    for (name, vi, en) in files {
        page.entry(3, name, 18, say(language, vi, en));
    }
    page.gap();
    page.line(&styled(STRONG, say(language, " Tiếp theo:", " Next:")));
    page.line(&format!("   cd {}{}", out.display(), path_of_program()));
    page.line(&format!(
        "   sh command.txt                          {}",
        say(language, "# lặp lại, chỉ in báo cáo", "# again, the report alone")
    ));
    page.line(&late(minted));
    page.line(&format!(
        "   {}",
        say(language, "# ^ cùng mã đó, năm phút sau", "# ^ the same code, five minutes later")
    ));
    page.line(&format!(
        "   doichieu explain held.window_passed     {}",
        say(language, "# một mã nghĩa là gì", "# what a code means")
    ));
    page
}

/// Puts the program where the shell finds it, unless it was found there.
fn path_of_program() -> String {
    let found = std::env::args().next().is_some_and(|program| !program.contains('/'));
    let own = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.display().to_string()));
    own.filter(|_| !found).map(|folder| format!("; export PATH=\"{folder}:$PATH\"")).unwrap_or_default()
}

/// The same inspection when the code is five minutes older.
fn late(minted: &Minted) -> String {
    format!(
        "   doichieu inspect --roots roots.dcb --bundle bundle.dcb --post post.dcl --purpose {} \\\n     --at {} --allow-test-root scan.png",
        minted.purpose.name().unwrap_or_default(),
        times::rfc3339(minted.at.plus(300))
    )
}
