//! `bundle show` and `bundle check`: what a bundle says, and whether this device may work by it.

use crate::failure::Failure;
use crate::page::{Page, safe, say};
use crate::{args, device, exchange, files, hex, mint, readiness, times};
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Memory, Roots};

/// Runs one of the commands.
pub(crate) fn run(of: &args::Bundle, language: Language) -> Result<u8, Failure> {
    match of {
        args::Bundle::Show(file) => show(file, language),
        args::Bundle::Check(file) => check(file, language),
        args::Bundle::Diff(diff) => exchange::diff(diff, language),
        args::Bundle::ApplyDelta(delta) => exchange::apply_delta(delta, language),
        args::Bundle::PublishDir(publish) => exchange::publish(publish, language),
        args::Bundle::Receive(receive) => exchange::receive(receive, language),
        args::Bundle::Build(build) => mint::build(build, language),
        args::Bundle::Sign(sign) => mint::sign(sign, language),
    }
}

fn show(show: &args::Show, language: Language) -> Result<u8, Failure> {
    let of = &show.bundle;
    let at = times::or_now(of.at)?;
    let roots = device::roots(&of.lists)?;
    let bundle = device::bundle(&of.file, &roots, UnixTime::LATEST, &mut Memory::new())?;
    let state = bundle.readiness(at, &Memory::new());
    let mut page = Page::of(state.test);
    page.test_banner(language);
    identity(&mut page, &bundle, &roots, language);
    readiness::bundle_times(&mut page, &state, at, language);
    let roles: Vec<_> = bundle.profiles().iter().map(|profile| safe(profile.role())).collect();
    page.entry(1, say(language, "Vai trò", "Roles"), readiness::LABELS, &roles.join(", "));
    readiness::lists(&mut page, &state, None, at, language);
    if let Some(folder) = &show.animate {
        exchange::animate(&files::read(&of.file)?, folder)?;
        page.line(&exchange::animated_to(folder, language));
    }
    page.show().map(|()| 0)
}

fn check(of: &args::BundleFile, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let bundle = device::bundle(&of.file, &device::roots(&of.lists)?, UnixTime::LATEST, &mut Memory::new())?;
    let state = bundle.readiness(at, &Memory::new());
    let mut page = Page::of(state.test);
    page.test_banner(language);
    let number = bundle.number();
    page.line(&match language {
        Language::En => format!(" List set {number} opens under these root keys."),
        _ => format!(" Bộ danh sách số {number} mở được theo khóa gốc này."),
    });
    let exit = readiness::verdict(&mut page, &readiness::reasons(&state, None, at, language), language);
    page.show().map(|()| exit)
}

fn identity(page: &mut Page, bundle: &Bundle, roots: &Roots, language: Language) {
    page.entry(1, say(language, "Mã băm bộ danh sách", "List set hash"), readiness::LABELS, &hex::of(&bundle.hash()));
    let fingerprint = hex::of(roots.fingerprint().bytes());
    page.entry(1, say(language, "Mã đối chiếu của khóa gốc", "Root check code"), readiness::LABELS, &fingerprint);
    let versions = match language {
        Language::En => format!("{}, in the list set {}", roots.version(), bundle.root_version()),
        _ => format!("{}, trong bộ danh sách {}", roots.version(), bundle.root_version()),
    };
    page.entry(1, say(language, "Phiên bản khóa gốc", "Root keys' version"), readiness::LABELS, &versions);
    if let Some(issued) = issued(bundle) {
        page.entry(1, say(language, "Phát hành", "Issued"), readiness::LABELS, &times::minute(issued, language));
    }
}

/// When its manifest was issued: the end of all time less its age then.
fn issued(bundle: &Bundle) -> Option<UnixTime> {
    let end = UnixTime::LATEST;
    UnixTime::new(end.seconds().checked_sub(bundle.readiness(end, &Memory::new()).age)?)
}
