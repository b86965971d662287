//! Options of what hands bundles on: deltas, a folder to publish, an animated code from device to device.

use super::{BundleFile, Device, Lists, parsers, purpose, time};
use clap::Args;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use std::num::NonZeroUsize;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) bundle: BundleFile,
    /// Also write it as an animated code to this folder, for another device to read; only a small one fits.
    #[arg(long, value_name = "DIR")]
    pub(crate) animate: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The list set that the device has.
    pub(crate) old: PathBuf,
    /// The list set that it is to have.
    pub(crate) new: PathBuf,
    /// The file to write what changed to.
    #[arg(long, value_name = "DELTA")]
    pub(crate) out: PathBuf,
    /// Also write it as an animated code to this folder, for another device to read.
    #[arg(long, value_name = "DIR")]
    pub(crate) animate: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ApplyDelta {
    /// The list set that the device has.
    pub(crate) old: PathBuf,
    /// What changed since.
    pub(crate) delta: PathBuf,
    #[command(flatten)]
    pub(crate) lists: Lists,
    /// The whole new list set to write. One that is there is replaced only by a newer one; .FILE.lock beside it keeps
    /// two commands apart.
    #[arg(long, value_name = "NEW")]
    pub(crate) out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct PublishDir {
    /// Folder to write to; made if it is not there.
    pub(crate) dir: PathBuf,
    /// The list sets, in any order.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) lists: Lists,
}

#[derive(Args, Debug)]
pub(crate) struct Receive {
    /// Pictures of the animated code, or folders of them.
    #[arg(required = true)]
    pub(crate) pictures: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) lists: Lists,
    /// The list set that the device has, where only what changed was shown.
    #[arg(long, value_name = "OLD")]
    pub(crate) base: Option<PathBuf>,
    /// The list set to write. One that is there is replaced only by a newer one; .FILE.lock beside it keeps two
    /// commands apart.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Batch {
    /// Folder of texts, photographs, and folders of film frames, each of them one code. What a file is its bytes say,
    /// not its name; every entry has its line, those that are not read with the reason.
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) device: Device,
    /// Why it is asked: traffic_control, clinic_admission, …
    #[arg(long, value_name = "NAME", value_parser = purpose)]
    pub(crate) purpose: Purpose,
    /// Time of the inspections, RFC 3339; without it this computer's clock, once for all.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// The seed of the encounter, in a file that is made if it is not there: delete it at the next one. Without
    /// it every run is an encounter of its own, and a code read in an earlier run was read at another check.
    #[arg(long, value_name = "FILE")]
    pub(crate) encounter: Option<PathBuf>,
    /// Inspections side by side; without it as many as this computer has processors.
    #[arg(long, value_name = "N", value_parser = parsers::jobs)]
    pub(crate) jobs: Option<NonZeroUsize>,
}
