//! Options of the two-way showing: `ask`, and `recompute` for the auditor later.

use super::{Device, purpose, time, whole};
use crate::wrong::Wrong;
use clap::Args;
use doichieu::Question;
use doichieu::field::{FIELDS, Field, FieldRow, KINDS, Kind, Place, Purpose};
use doichieu::time::UnixTime;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Ask {
    #[command(flatten)]
    pub(crate) device: Device,
    #[command(flatten)]
    pub(crate) signer: Signer,
    /// Why it is asked: bank_onboarding, traffic_control, …
    #[arg(long, value_name = "NAME", value_parser = purpose)]
    pub(crate) purpose: Purpose,
    #[command(flatten)]
    pub(crate) what: What,
    /// How long the values may be kept, in seconds; without it as long as mandate and role allow, never longer.
    #[arg(long, value_name = "SECONDS", value_parser = whole)]
    pub(crate) retention: Option<u64>,
    /// The app or web origin that the answer goes back to on the same phone.
    #[arg(long, value_name = "TEXT")]
    pub(crate) origin: Option<String>,
    /// Time of the ask, RFC 3339; without it this computer's clock. The second of two steps needs that of the first.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// Folder to write ask.txt, ask.png and ask.secret to; made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

/// What is asked for: one of three ways, so that what is left out never means everything.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct What {
    /// All that mandate and role allow for the purpose.
    #[arg(long)]
    pub(crate) all: bool,
    /// Only this field, as identity.full_name; may be repeated.
    #[arg(long = "field", value_name = "KIND.FIELD", value_parser = field)]
    pub(crate) fields: Vec<(Kind, Field)>,
    /// Only the answer to a question: may-drive-this-vehicle, may-drive-c1, … What it is answered from travels and is
    /// not shown.
    #[arg(long, value_name = "NAME", value_parser = question)]
    pub(crate) question: Option<Question>,
}

/// Who signs the ask: one of four ways.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct Signer {
    /// TEST: the post's private key, as `bundle build` writes it to post-ROLE.p8. A real key stays in hardware.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    /// TEST: the text of `bundle build --seed`, from which the post's key comes.
    #[arg(long, value_name = "TEXT")]
    pub(crate) seed: Option<String>,
    /// Step one of two, for a key in hardware: writes the bytes to be signed here, and ask.secret.
    #[arg(long, value_name = "FILE")]
    pub(crate) to_be_signed: Option<PathBuf>,
    /// Step two: the 64 bytes of the signature (ECDSA P-256 with SHA-256 as r and s, or Ed25519). Takes ask.secret from
    /// --out.
    #[arg(long, value_name = "FILE", requires = "at")]
    pub(crate) signature: Option<PathBuf>,
}

/// Compute a report again: list set and mandate are those of then.
#[derive(Args, Debug)]
pub(crate) struct Recompute {
    #[command(flatten)]
    pub(crate) device: Device,
    /// What `inspect --keep` wrote, or kept-N.json of `encounter --keep`.
    #[arg(long, value_name = "FILE")]
    pub(crate) kept: PathBuf,
    /// The report of then, as `inspect --json` printed it, or report-N.json of `encounter --keep`. Its time and purpose
    /// are taken, and it is compared byte by byte.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: PathBuf,
    /// The request code of then, if there was one. The key that answers were sealed to is not needed.
    #[arg(long, value_name = "FILE")]
    pub(crate) ask: Option<PathBuf>,
}

/// A field of a paper by its two names in the registry.
fn field(text: &str) -> Result<(Kind, Field), Wrong> {
    let form = || Wrong::new("viết LOẠI.MỤC, ví dụ identity.full_name.", "write KIND.FIELD, as identity.full_name.");
    let (kind, name) = text.split_once('.').ok_or_else(form)?;
    let all: Vec<_> = FIELDS.iter().filter(|row| row.place == Place::Paper).filter_map(full_name).collect();
    let near = || all.iter().map(String::as_str);
    let Some(kind) = Kind::from_name(kind) else {
        let kinds = KINDS.iter().map(|row| row.name).collect::<Vec<_>>().join(", ");
        let (vi, en) = (format!(" Loại giấy tờ: {kinds}."), format!(" The kinds: {kinds}."));
        return Err(Wrong::near(text, near()).and(&vi, &en));
    };
    let rows = || FIELDS.iter().filter(move |row| row.kind == Some(kind) && row.place == Place::Paper);
    let found = rows().find(|row| row.name == name);
    found.map(|row| (kind, row.field)).ok_or_else(|| {
        let names = rows().map(|row| row.name).collect::<Vec<_>>().join(", ");
        Wrong::near(text, near()).and(&format!(" Các mục: {names}."), &format!(" The fields: {names}."))
    })
}

/// Its two names.
fn full_name(row: &FieldRow) -> Option<String> {
    Some(format!("{}.{}", row.kind?.row()?.name, row.name))
}

fn question(name: &str) -> Result<Question, Wrong> {
    let names: Vec<_> = Question::all().map(|question| question.name().replace('_', "-")).collect();
    let found = Question::from_name(&name.replace('-', "_"));
    found.ok_or_else(|| Wrong::name(name, names.iter().map(String::as_str)))
}
