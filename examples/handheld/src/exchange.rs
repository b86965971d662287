//! Handing bundles on: deltas, a folder to publish, an animated code from device to device. What arrives is opened
//! before it is written.

use crate::failure::Failure;
use crate::files::Readers;
use crate::film::{self, Wanted};
use crate::lock::{self, Lock};
use crate::page::{self, Page, say};
use crate::scan::Arrived;
use crate::trouble::Trouble;
use crate::{animation, args, device, files, hex, progress, times};
use doichieu::Language;
use doichieu::input::MAX_ANIMATED;
use doichieu::time::UnixTime;
use doichieu::{Bundle, FileKind, Memory, Roots, SetUp, What};
use doichieu_kit::animated;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes what changed between two bundles.
pub(crate) fn diff(of: &args::Diff, language: Language) -> Result<u8, Failure> {
    let (old, new) = (files::read(&of.old)?, files::read(&of.new)?);
    let delta = Bundle::delta_between(&old, &new).map_err(|why| {
        Failure::from(why).of_file(&of.old, &old, FileKind::Lists).of_file(&of.new, &new, FileKind::Lists)
    })?;
    files::write(&of.out, &delta)?;
    if let Some(folder) = &of.animate {
        animate(&delta, folder)?;
    }
    let (out, delta, whole) = (page::path(&of.out), delta.len(), new.len());
    // Nothing was opened: whether a test root stands behind it is not known here.
    tell(
        false,
        &match language {
            Language::En => format!("Wrote {out}: {delta} bytes in place of {whole}. No signature was checked."),
            _ => format!("Đã ghi {out}: {delta} byte thay cho {whole}. Chưa xét chữ ký nào."),
        },
    )
}

/// Makes the whole new bundle of the old one and a delta, opens it, and only then writes it.
pub(crate) fn apply_delta(of: &args::ApplyDelta, language: Language) -> Result<u8, Failure> {
    let roots = device::roots(&of.lists)?;
    let lock = Lock::on(&of.out, lock::WAIT, language)?;
    let delta = files::read(&of.delta)?;
    let new = merged(&of.old, &delta).map_err(|why| why.of_file(&of.delta, &delta, FileKind::Delta))?;
    let (mut memory, now) = (Memory::new(), times::or_now(None)?);
    device::bundle(&of.old, &roots, now, &mut memory)?;
    take(&new, (&of.out, lock), &roots, now, &mut memory, language)
}

/// Writes a bundle's bytes as an animated code.
pub(crate) fn animate(bytes: &[u8], folder: &Path) -> Result<(), Failure> {
    let texts = animation::texts(bytes, animated::BUNDLE).ok_or_else(|| {
        Failure::device(
            Trouble::BundleTooLargeToAnimate,
            format!("{} byte không vừa mã động ({MAX_ANIMATED} byte). Chuyển tệp, hoặc phần thay đổi.", bytes.len()),
            format!(
                "{} bytes do not fit an animated code ({MAX_ANIMATED} bytes). Hand over the file, or what changed.",
                bytes.len()
            ),
        )
    })?;
    animation::write(folder, &texts)
}

/// Reads a bundle, or what changed in one, from an animated code, opens it, and only then writes it.
pub(crate) fn receive(of: &args::Receive, language: Language) -> Result<u8, Failure> {
    let roots = device::roots(&of.lists)?;
    let Arrived::Whole(What::Bundle, received) = film::load(&of.pictures, Wanted::Bundle, Some(language))? else {
        return Err(Trouble::BundleNotReceived.into());
    };
    let lock = Lock::on(&of.out, lock::WAIT, language)?;
    let (mut memory, now) = (Memory::new(), times::or_now(None)?);
    if let Some(base) = &of.base {
        device::bundle(base, &roots, now, &mut memory)?;
    }
    let new = match &of.base {
        Some(base) => merged(base, &received)?,
        None => received,
    };
    take(&new, (&of.out, lock), &roots, now, &mut memory, language).map_err(|failure| match &of.base {
        None if failure.is(SetUp::PartMissing) => failure.and(
            " Nếu mã chỉ mang phần thay đổi, cho biết bộ danh sách đang có bằng --base.",
            " If only what changed was shown, name the list set in use with --base.",
        ),
        _ => failure,
    })
}

fn merged(old: &Path, delta: &[u8]) -> Result<Vec<u8>, Failure> {
    let file = files::read(old)?;
    Bundle::merge_files(&file, delta).map_err(|why| Failure::from(why).of_file(old, &file, FileKind::Lists))
}

/// Opens a bundle as an inspection would, beside the one that is there, then writes it: of two that are taken at once
/// the older is refused.
fn take(
    new: &[u8],
    (out, lock): (&Path, Lock),
    roots: &Roots,
    now: UnixTime,
    memory: &mut Memory,
    language: Language,
) -> Result<u8, Failure> {
    if let Some(there) = lock.before() {
        Bundle::open(there, roots, now, memory)
            .map_err(|why| Failure::from(why).of_file(out, there, FileKind::Lists))?;
    }
    let bundle = Bundle::open(new, roots, now, memory)?;
    lock.replace(new, Readers::Everybody)?;
    let (out, number) = (page::path(out), bundle.number());
    tell(
        bundle.is_test(),
        &match language {
            Language::En => format!("Wrote {out}: list set {number}, opened under these root keys."),
            _ => format!("Đã ghi {out}: bộ danh sách số {number}, mở được theo khóa gốc này."),
        },
    )
}

/// A bundle file that opened.
struct Published {
    file: Vec<u8>,
    bundle: Bundle,
}

/// Writes the newest bundle whole, deltas from each older one to it, and an index; every file is opened, every delta
/// applied.
pub(crate) fn publish(of: &args::PublishDir, language: Language) -> Result<u8, Failure> {
    let roots = device::roots(&of.lists)?;
    let mut all = BTreeMap::new();
    let bar = progress::bar(of.files.len().saturating_mul(2));
    for path in &of.files {
        bar.inc(1);
        let file = files::read(path)?;
        let bundle = Bundle::open(&file, &roots, UnixTime::LATEST, &mut Memory::new())
            .map_err(|why| Failure::from(why).of_file(path, &file, FileKind::Lists))?;
        if let Some(other) = all.insert(bundle.number(), Published { file, bundle })
            && all.get(&other.bundle.number()).is_some_and(|same| same.bundle.hash() != other.bundle.hash())
        {
            return Err(SetUp::BundleDiffers.into());
        }
    }
    let Some((number, newest)) = all.pop_last() else { return Ok(0) };
    files::make_folder(&of.dir)?;
    let whole = format!("bundle-{number}.dcb");
    files::write(&of.dir.join(&whole), &newest.file)?;
    let mut deltas = Vec::new();
    for (from, older) in &all {
        bar.inc(1);
        let delta = Bundle::delta_between(&older.file, &newest.file)?;
        older.bundle.apply(&delta, &roots, UnixTime::LATEST, &mut Memory::new())?;
        let name = format!("delta-{from}-{number}.dcd");
        files::write(&of.dir.join(&name), &delta)?;
        deltas.push(json!({
            "bytes": delta.len(), "file": name, "from": from, "fromHash": hex::of(&older.bundle.hash()),
        }));
    }
    bar.finish_and_clear();
    let made = deltas.len();
    // Last, so that it never names a file that is not there yet. It is signed by nobody: whoever takes a file opens it.
    let index = json!({
        "deltas": deltas,
        "form": 1,
        "newest": {
            "bytes": newest.file.len(), "file": whole, "hash": hex::of(&newest.bundle.hash()), "number": number,
        },
        "test": newest.bundle.is_test(),
    });
    files::write(&of.dir.join("index.json"), format!("{index}\n").as_bytes())?;
    let dir = page::path(&of.dir);
    tell(
        newest.bundle.is_test(),
        &match language {
            Language::En => format!("Wrote {dir}: list set {number} and {made} updates of it."),
            _ => format!("Đã ghi {dir}: bộ danh sách số {number} và {made} phần thay đổi."),
        },
    )
}

/// What `bundle show --animate` did.
pub(crate) fn animated_to(folder: &Path, language: Language) -> String {
    format!(" {} {}", say(language, "Mã động ở", "Animated code in"), page::path(folder))
}

fn tell(test: bool, line: &str) -> Result<u8, Failure> {
    let mut page = Page::of(test);
    page.line(line);
    page.show().map(|()| 0)
}
