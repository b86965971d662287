//! `bundle build` and `bundle sign`: a test authority, so that an integrator can start. Its keys come from a seed and
//! protect nothing.

use crate::failure::Failure;
use crate::page::{self, Page, say};
use crate::{args, ask, demo, files, test_key};
use doichieu::Language;
use doichieu_kit::Seed;
use doichieu_kit::authority::Authority;
use doichieu_kit::bundle::BundleSpec;
use doichieu_kit::scene::{NOW, World};
use std::path::Path;

/// Mints an anchor, a bundle with its raw parts, a mandate and a key for each role.
pub(crate) fn build(of: &args::Build, language: Language) -> Result<u8, Failure> {
    let seed = demo::seed(&of.seed);
    let mut world = World::new(seed, of.at.seconds());
    world.authority = authority(seed);
    world.number = of.number;
    let parts = of.out.join("parts");
    files::make_folder(&parts)?;
    let spec = world.bundle_spec();
    for (name, part) in &spec.parts {
        files::write(&parts.join(file_name(name)), part)?;
    }
    files::write(&of.out.join("roots.dcr"), &world.anchor())?;
    files::write(&of.out.join("bundle.dcb"), &spec.file(&world.authority))?;
    for profile in &world.profiles {
        files::write(&of.out.join(format!("post-{}.dcl", profile.role)), &world.mandate(&profile.role))?;
        let key = test_key::file(&seed.bytes(&ask::key_label(&profile.role)));
        files::write_private(&of.out.join(format!("post-{}.p8", profile.role)), key.as_bytes())?;
    }
    done(&of.out, language)
}

/// Signs part files into a bundle.
pub(crate) fn sign(of: &args::Sign, language: Language) -> Result<u8, Failure> {
    let mut spec = BundleSpec::new(of.number, of.issued.seconds());
    spec.next = of.next.map_or(spec.next, doichieu::time::UnixTime::seconds);
    spec.not_after = of.not_after.map_or(spec.not_after, doichieu::time::UnixTime::seconds);
    let entries = std::fs::read_dir(&of.parts).map_err(|error| files::unreadable(&of.parts, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| files::unreadable(&of.parts, &error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with('.') {
            continue;
        }
        spec = spec.part(&part_name(&name).ok_or_else(|| odd(&name))?, files::read(&path)?);
    }
    files::write(&of.out, &spec.file(&authority(demo::seed(&of.seed))))?;
    done(&of.out, language)
}

/// The authority of a seed: the same at any time, so that what one run built another can sign for.
fn authority(seed: Seed) -> Authority {
    Authority::new(seed.child("authority"), NOW)
}

/// Bytes that stand for themselves in a part's file name.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}

fn file_name(part: &str) -> String {
    part.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn part_name(file: &str) -> Option<String> {
    let mut name = Vec::new();
    let mut bytes = file.bytes();
    while let Some(byte) = bytes.next() {
        name.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(name).ok()
}

fn odd(name: &str) -> Failure {
    let name = page::safe(name);
    Failure::usage(
        format!("Tên tệp “{name}” không phải tên một phần của bộ danh sách. Xem bundle sign --help."),
        format!("The file name \"{name}\" is no name of a part of a list set. See bundle sign --help."),
    )
}

fn done(out: &Path, language: Language) -> Result<u8, Failure> {
    let mut page = Page::default();
    page.line(&format!("{} {}", say(language, "TEST: đã ghi", "TEST: wrote"), page::path(out)));
    page.show().map(|()| 0)
}
