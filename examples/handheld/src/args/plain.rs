//! Options of `plain`: an unsigned code, and the showing to hold it against.

use super::{Device, Lists, Sensitive, Standing, parsers, purpose, time};
use crate::picked;
use clap::Args;
use doichieu::Vehicle;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub(crate) struct Plain {
    /// The text of the code, a text file, a photograph (PNG, JPEG, WebP, GIF, BMP, TIFF), or - for standard input.
    pub(crate) code: PathBuf,
    /// Hold it against this showing of the citizen's phone: a text, a file, a photograph. Where the two differ, the
    /// showing counts.
    #[arg(long, value_name = "SCAN", requires_all = ["roots", "bundle", "post", "purpose"])]
    against: Option<PathBuf>,
    /// Root key file: whose lists this device trusts.
    #[arg(long, value_name = "FILE", requires = "against")]
    roots: Option<PathBuf>,
    /// Accept root keys that are marked as a test. Everything printed then says TEST.
    #[arg(long, requires = "against")]
    allow_test_root: bool,
    /// The list set: the signed lists that this device carries.
    #[arg(long, value_name = "FILE", requires = "against")]
    bundle: Option<PathBuf>,
    /// This post's mandate.
    #[arg(long, value_name = "FILE", requires = "against")]
    post: Option<PathBuf>,
    /// Why it is asked: traffic_control, clinic_admission, …
    #[arg(long, value_name = "NAME", value_parser = purpose, requires = "against")]
    purpose: Option<Purpose>,
    /// The vehicle standing there: moped, motorcycle, tricycle, car, truck, …; behind a colon what is known of it and
    /// what it draws, as car:seats=5,manual.
    ///
    /// cc=: displacement in cm³; where it is not known, max125 (at most 125) or over125 (above), and so of any measure;
    /// w=: electric power in watts; seats=: the driver's included; like=: most seats of its like, same make and size,
    /// where it has fewer; kg=: gross mass; payload= and unladen= in kg too: three wheels above 400 kg unladen count as
    /// a car; trailer or trailer=kg, semi_trailer, carriage; manual or automatic.
    #[arg(long, value_name = "VEHICLE", value_parser = picked::read, requires = "against")]
    vehicle: Option<Vehicle>,
    /// The plate read on the vehicle.
    #[arg(long, value_name = "TEXT", requires = "against")]
    plate: Option<String>,
    /// Time of the inspection, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time, requires = "against")]
    pub(crate) at: Option<UnixTime>,
    /// What this device remembers. Made if it is not there; one command at a time has it (see `inspect --help`).
    #[arg(long, value_name = "FILE", requires = "against")]
    pub(crate) memory: Option<PathBuf>,
    /// The seed of the encounter, in a file that is made if it is not there: delete it at the next one. Without
    /// it every run is an encounter of its own, and a code read in an earlier run was read at another check.
    #[arg(long, value_name = "FILE", requires = "against")]
    pub(crate) encounter: Option<PathBuf>,
    /// How long another command that has the memory is waited for; without it 30 seconds.
    #[arg(long, value_name = "SECONDS", requires = "memory", value_parser = parsers::wait)]
    pub(crate) memory_wait: Option<u64>,
    /// Print JSON and nothing else: names of fields, no value.
    #[arg(long)]
    pub(crate) json: bool,
    /// With --json: the values too, marked as personal data.
    #[arg(long, requires = "json")]
    pub(crate) values: bool,
    #[command(flatten)]
    pub(crate) sensitive: Sensitive,
}

/// A showing whose papers count where the print differs.
#[derive(Debug)]
pub(crate) struct Proven<'a> {
    pub(crate) scan: &'a Path,
    pub(crate) device: Device,
    pub(crate) purpose: Purpose,
    pub(crate) standing: Standing,
}

impl Plain {
    /// The showing, if there is one: its options come together or not at all.
    pub(crate) fn proven(&self) -> Option<Proven<'_>> {
        Some(Proven {
            scan: self.against.as_deref()?,
            device: Device {
                lists: Lists { roots: self.roots.clone()?, allow_test_root: self.allow_test_root },
                bundle: self.bundle.clone()?,
                post: self.post.clone()?,
            },
            purpose: self.purpose?,
            standing: Standing { vehicle: self.vehicle, plate: self.plate.clone() },
        })
    }
}
