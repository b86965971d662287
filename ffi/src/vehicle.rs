//! What is driven, as far as the officer knows it.

use crate::error::DoichieuError;
use doichieu::{Gear, VehicleKind};

/// What is known of a measure. What turns on more is *undetermined* and names the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Measure {
    /// This number.
    Exactly {
        /// In the measure's unit.
        of: u64,
    },
    /// This or less.
    AtMost {
        /// In the measure's unit.
        of: u64,
    },
    /// More than this.
    Above {
        /// In the measure's unit.
        of: u64,
    },
}

impl Measure {
    const fn core(self) -> doichieu::Measure {
        match self {
            Self::Exactly { of } => doichieu::Measure::Exactly(of),
            Self::AtMost { of } => doichieu::Measure::AtMost(of),
            Self::Above { of } => doichieu::Measure::Above(of),
        }
    }
}

/// What a vehicle draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Towed {
    /// A trailer.
    Trailer {
        /// Its gross mass in kilograms, as designed, where it is known.
        gross_mass_kg: Option<Measure>,
    },
    /// A semi-trailer.
    SemiTrailer,
    /// A carriage.
    Carriage,
}

/// A vehicle beside which papers are judged.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Vehicle {
    /// By name: see [`crate::scan::vehicle_kinds`].
    pub kind: String,
    /// Displacement, cm³.
    #[uniffi(default = None)]
    pub displacement_cc: Option<Measure>,
    /// Power, watts.
    #[uniffi(default = None)]
    pub power_w: Option<Measure>,
    /// Seats, the driver's among them.
    #[uniffi(default = None)]
    pub seats: Option<Measure>,
    /// Gross mass as designed, kilograms.
    #[uniffi(default = None)]
    pub gross_mass_kg: Option<Measure>,
    /// Payload as designed, kilograms: classes from before 2025 count trucks by it.
    #[uniffi(default = None)]
    pub payload_kg: Option<Measure>,
    /// Unladen mass, kilograms.
    #[uniffi(default = None)]
    pub unladen_mass_kg: Option<Measure>,
    /// Most seats of a vehicle of its make and size, where this one was designed or rebuilt with fewer: those count.
    #[uniffi(default = None)]
    pub seats_of_like: Option<Measure>,
    /// `manual` or `automatic`.
    #[uniffi(default = None)]
    pub gear: Option<String>,
    /// What it draws; `null`: nothing.
    #[uniffi(default = None)]
    pub towed: Option<Towed>,
}

impl Vehicle {
    pub(crate) fn core(&self) -> Result<doichieu::Vehicle, DoichieuError> {
        let kind = VehicleKind::from_name(&self.kind);
        let kind = kind.ok_or_else(|| DoichieuError::unknown("argument.vehicle", "kind of vehicle"))?;
        let measure = |of: Option<Measure>| of.map(Measure::core);
        let mut vehicle = doichieu::Vehicle::new(kind);
        vehicle.displacement_cc = measure(self.displacement_cc);
        vehicle.power_w = measure(self.power_w);
        vehicle.seats = measure(self.seats);
        vehicle.gross_mass_kg = measure(self.gross_mass_kg);
        vehicle.payload_kg = measure(self.payload_kg);
        vehicle.unladen_mass_kg = measure(self.unladen_mass_kg);
        vehicle.seats_of_like = measure(self.seats_of_like);
        vehicle.gear = self.gear.as_deref().map(gear).transpose()?;
        Ok(vehicle.towing(match self.towed {
            None => doichieu::Towed::Nothing,
            Some(Towed::Trailer { gross_mass_kg }) => {
                doichieu::Towed::Trailer { gross_mass_kg: measure(gross_mass_kg) }
            }
            Some(Towed::SemiTrailer) => doichieu::Towed::SemiTrailer,
            Some(Towed::Carriage) => doichieu::Towed::Carriage,
        }))
    }
}

fn gear(name: &str) -> Result<Gear, DoichieuError> {
    let gear = [Gear::Manual, Gear::Automatic].into_iter().find(|gear| gear.name() == name);
    gear.ok_or_else(|| DoichieuError::unknown("argument.gear", "gear"))
}
