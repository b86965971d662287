//! Options that several commands share: the device's own files, what stands before it, what is printed.

use crate::picked;
use crate::veil::Veil;
use clap::Args;
use doichieu::{Seen, Vehicle};
use std::path::{Path, PathBuf};

/// Whose lists count.
#[derive(Args, Debug)]
pub(crate) struct Lists {
    /// Root key file: whose lists this device trusts.
    #[arg(long, value_name = "FILE")]
    pub(crate) roots: PathBuf,
    /// Accept root keys that are marked as a test. Everything printed then says TEST.
    #[arg(long)]
    pub(crate) allow_test_root: bool,
}

/// A device at work: whose lists it carries, and who it is.
#[derive(Args, Debug)]
pub(crate) struct Device {
    #[command(flatten)]
    pub(crate) lists: Lists,
    /// The list set: the signed lists that this device carries.
    #[arg(long, value_name = "FILE")]
    pub(crate) bundle: PathBuf,
    /// This post's mandate.
    #[arg(long, value_name = "FILE")]
    pub(crate) post: PathBuf,
}

impl Device {
    /// The files it is made of.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.lists.roots, &self.bundle, &self.post].map(PathBuf::as_path).into_iter()
    }
}

/// The vehicle that stands there.
#[derive(Args, Debug)]
pub(crate) struct Standing {
    /// The vehicle standing there: moped, motorcycle, tricycle, car, truck, …; behind a colon what is known of it and
    /// what it draws, as car:seats=5,manual.
    ///
    /// cc=: displacement in cm³; where it is not known, max125 (at most 125) or over125 (above), and so of any measure;
    /// w=: electric power in watts; seats=: the driver's included; like=: most seats of its like, same make and size,
    /// where it has fewer; kg=: gross mass; payload= and unladen= in kg too: three wheels above 400 kg unladen count as
    /// a car; trailer or trailer=kg, semi_trailer, carriage; manual or automatic.
    #[arg(long, value_name = "VEHICLE", value_parser = picked::read)]
    pub(crate) vehicle: Option<Vehicle>,
    /// The plate read on the vehicle.
    #[arg(long, value_name = "TEXT")]
    pub(crate) plate: Option<String>,
}

impl Standing {
    /// The same, as the core takes it.
    pub(crate) fn seen(&self) -> Seen {
        let seen = self.vehicle.map_or_else(Seen::default, |vehicle| Seen::default().for_vehicle(vehicle));
        self.plate.iter().fold(seen, |seen, plate| seen.for_plate(plate.clone()))
    }
}

/// What is printed.
#[derive(Args, Debug)]
pub(crate) struct Output {
    /// Print the report as canonical JSON and nothing else. It holds no claim value.
    #[arg(long)]
    pub(crate) json: bool,
    /// With --json: the report and the values beside it, marked as personal data.
    #[arg(long, requires = "json")]
    pub(crate) values: bool,
    #[command(flatten)]
    pub(crate) sensitive: Sensitive,
    /// For the log: layer and offset of a code that could not be read.
    #[arg(long)]
    pub(crate) verbose: bool,
}

/// What others may read over a shoulder.
#[derive(Args, Debug)]
pub(crate) struct Sensitive {
    /// Show sensitive values (number, object code and benefit level of a health card, …) on the card too. Without it
    /// dots stand in their place; before a terminal Enter shows them.
    #[arg(long)]
    reveal: bool,
}

impl Sensitive {
    pub(crate) const fn veil(&self) -> Veil {
        if self.reveal { Veil::Lifted } else { Veil::Drawn }
    }
}
