//! Options of `nothing`, where no code is shown, and of `number`, where one is told instead.

use super::{Device, Sensitive, purpose, time};
use crate::wrong::Wrong;
use clap::Args;
use doichieu::field::{KINDS, Kind, Purpose};
use doichieu::time::UnixTime;

#[derive(Args, Debug)]
pub(crate) struct Nothing {
    #[command(flatten)]
    pub(crate) device: Device,
    /// Why it would be asked: traffic_control, clinic_admission, …
    #[arg(long, value_name = "NAME", value_parser = purpose)]
    pub(crate) purpose: Purpose,
    /// The kind of paper: driving_licence, health_insurance_card, …; without it every paper that the vehicle or visit
    /// may need.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<Kind>,
    /// Day whose law counts, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// Print canonical JSON and nothing else: an object for --kind, else a list.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Number {
    #[command(flatten)]
    pub(crate) device: Device,
    /// Why it is asked: traffic_control, clinic_admission, …
    #[arg(long, value_name = "NAME", value_parser = purpose)]
    pub(crate) purpose: Purpose,
    /// The kind of paper that the number is of: driving_licence, health_insurance_card, …; without it whichever its
    /// form tells.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<Kind>,
    /// Day whose law counts, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
    /// Print canonical JSON and nothing else. It does not hold the number.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) sensitive: Sensitive,
    /// The number; - reads it from standard input, where no list of processes and no history shows it.
    #[arg(allow_hyphen_values = true)]
    pub(crate) number: String,
}

/// A kind of paper by its name in the registry.
fn kind(name: &str) -> Result<Kind, Wrong> {
    Kind::from_name(name).ok_or_else(|| Wrong::name(name, KINDS.iter().map(|row| row.name)))
}
