//! Options of `inspect`, one showing, and of `encounter`, several of one check.

use super::{Device, Output, Standing, basis, parsers, purpose, time};
use crate::failure::Failure;
use crate::lock;
use crate::memory::{self, Taken};
use clap::Args;
use doichieu::Language;
use doichieu::LegalBasis;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Args, Debug)]
pub(crate) struct Inspect {
    #[command(flatten)]
    pub(crate) device: Device,
    /// Why it is asked: traffic_control, clinic_admission, … Not with --ask, which says so itself.
    #[arg(long, value_name = "NAME", value_parser = purpose, required_unless_present = "ask", conflicts_with = "ask")]
    pub(crate) purpose: Option<Purpose>,
    /// The request code that this post made: only an answer to it counts.
    #[arg(long, value_name = "FILE", requires = "secret")]
    pub(crate) ask: Option<PathBuf>,
    /// The secret that `ask` wrote beside it: it opens the sealed answer.
    #[arg(long, value_name = "FILE", requires = "ask")]
    pub(crate) secret: Option<PathBuf>,
    /// Rest the ask on this legal basis of the role's profile: a code that carries no consent may then be read too.
    #[arg(long, value_name = "CODE", value_parser = basis, conflicts_with = "ask")]
    pub(crate) basis: Option<LegalBasis>,
    /// Keep the inputs for `recompute`: the citizen's signed papers, values included. Only under a legal basis. For
    /// this user alone.
    #[arg(long, value_name = "FILE")]
    pub(crate) keep: Option<PathBuf>,
    /// Keep what the phone signed of its consent, without a value of any paper, as proof for `consent`. For this user
    /// alone, and until the end that the role's profile sets.
    #[arg(long, value_name = "FILE")]
    pub(crate) consent_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) remembered: Remembered,
    #[command(flatten)]
    pub(crate) standing: Standing,
    #[command(flatten)]
    pub(crate) output: Output,
    /// With --json: what the encounter needs as well, in the form of `encounter --json`.
    #[arg(long, requires = "json")]
    pub(crate) as_encounter: bool,
    /// The text of a code, a text file, a photograph (PNG, JPEG, WebP, GIF, BMP, TIFF), or - for standard input;
    /// several photographs or a folder of film frames are one scan.
    #[arg(required = true)]
    pub(crate) scan: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Consent {
    /// The kept consent.
    pub(crate) file: PathBuf,
    /// Time to judge its end at, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// The list set to hold it against.
    #[arg(long, value_name = "FILE", requires = "roots")]
    pub(crate) bundle: Option<PathBuf>,
    /// The root key file of that list set.
    #[arg(long, value_name = "FILE", requires = "bundle")]
    pub(crate) roots: Option<PathBuf>,
    /// Accept root keys that are marked as a test.
    #[arg(long)]
    pub(crate) allow_test_root: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Encounter {
    #[command(flatten)]
    pub(crate) device: Device,
    /// Why it is asked: traffic_control, clinic_admission, … Not with --ask, which says so itself.
    #[arg(long, value_name = "NAME", value_parser = purpose, required_unless_present = "ask", conflicts_with = "ask")]
    pub(crate) purpose: Option<Purpose>,
    /// A request code that this post made, one for each phone in the order of the scans: only an answer to it counts.
    #[arg(long, value_name = "FILE", requires = "secret")]
    pub(crate) ask: Vec<PathBuf>,
    /// The secret that `ask` wrote beside it, one for each --ask.
    #[arg(long, value_name = "FILE", requires = "ask")]
    pub(crate) secret: Vec<PathBuf>,
    /// Keep the inputs of each phone's showing for `recompute`, with its report, in this folder: the citizens' signed
    /// papers, values included. Only under a legal basis.
    #[arg(long, value_name = "DIR")]
    pub(crate) keep: Option<PathBuf>,
    /// Keep what each phone signed of its consent in this folder, as consent-N, without a value of any paper, as proof
    /// for `consent`. For this user alone, and until the end that the role's profile sets.
    #[arg(long, value_name = "DIR")]
    pub(crate) consent_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) remembered: Remembered,
    #[command(flatten)]
    pub(crate) standing: Standing,
    #[command(flatten)]
    pub(crate) output: Output,
    /// One scan for each phone, at most eight: the text of a code, a text file, a photograph, or a folder of
    /// photographs or film frames.
    #[arg(required = true, num_args = 1..=8, value_name = "PHONE")]
    pub(crate) phones: Vec<PathBuf>,
}

/// When it is, and what the device knows from before.
#[derive(Args, Debug)]
pub(crate) struct Remembered {
    /// Time of the inspection, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// What this device remembers: floors of time and number, showings seen. Made if it is not there, for this user
    /// alone.
    ///
    /// One command at a time has it, from reading to writing, and nothing is shown before it is written. The lock lies
    /// beside it, as .FILE.lock: leave that there, and let containers share the folder, not the file.
    #[arg(long, value_name = "FILE")]
    pub(crate) memory: Option<PathBuf>,
    /// The seed of the encounter, in a file that is made if it is not there: delete it at the next one. Without
    /// it every run is an encounter of its own, and a code read in an earlier run was read at another check.
    #[arg(long, value_name = "FILE")]
    pub(crate) encounter: Option<PathBuf>,
    /// How long another command that has the memory is waited for; without it 30 seconds. After that nothing is
    /// inspected (file.busy).
    #[arg(long, value_name = "SECONDS", requires = "memory", value_parser = parsers::wait)]
    pub(crate) memory_wait: Option<u64>,
}

impl Remembered {
    /// The memory, for this command alone until it is settled.
    pub(crate) fn take(&self, language: Language) -> Result<Taken, Failure> {
        memory::take(self.memory.as_deref(), waiting(self.memory_wait), language)
    }
}

/// Seconds of the longest wait.
pub(super) const LONGEST: u64 = 600;

/// How long to wait.
pub(crate) fn waiting(seconds: Option<u64>) -> Duration {
    seconds.map_or(lock::WAIT, Duration::from_secs)
}
