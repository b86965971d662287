//! The scene of an inspection that no paper tells: when it is, how old news may be, which vehicle stands there.

use crate::cbor::write::Writer;
use crate::field::Purpose;
use crate::reason::Language;
use crate::time::UnixTime;
use alloc::string::String;
use core::fmt;

/// What a rule of law is asked against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) at: UnixTime,
    /// Reversible bad news (points, suspension) older than this many seconds refers instead of refusing.
    pub(crate) reversible_tolerance: u64,
    /// Why it is asked: a child under six needs no more than a number at a clinic, and nowhere else.
    pub(crate) purpose: Purpose,
    pub(crate) seen: &'a Seen,
}

/// What the verifier sees with his own eyes. Not part of any proof; it only chooses which rules apply.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Seen {
    /// The vehicle standing there, where there is one.
    pub vehicle: Option<Vehicle>,
    /// Its plate, as read on the vehicle.
    pub plate: Option<String>,
}

impl fmt::Debug for Seen {
    /// Without the plate: it is somebody's, and a log is no place for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seen").field("vehicle", &self.vehicle).finish_non_exhaustive()
    }
}

impl Seen {
    /// Its one encoding, for the digest of an ask.
    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.array(2).text(self.plate.as_deref().unwrap_or_default());
        let Some(vehicle) = self.vehicle else {
            writer.array(0);
            return;
        };
        writer.array(5).text(vehicle.kind.name());
        for number in [vehicle.displacement_cc, vehicle.power_w, vehicle.seats, vehicle.gross_mass_kg] {
            match number {
                Some(number) => writer.uint(number),
                None => writer.boolean(false),
            };
        }
    }
}

/// A vehicle as the officer picks it. `None`: not known; the rule then answers *undetermined* where it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Vehicle {
    /// What it is.
    pub kind: VehicleKind,
    /// Displacement in cubic centimetres.
    pub displacement_cc: Option<u64>,
    /// Power in watts, of an electric one.
    pub power_w: Option<u64>,
    /// Seats, the driver's included.
    pub seats: Option<u64>,
    /// Gross mass in kilograms.
    pub gross_mass_kg: Option<u64>,
}

impl Vehicle {
    /// A vehicle of which only the kind is known.
    #[must_use]
    pub const fn new(kind: VehicleKind) -> Self {
        Self { kind, displacement_cc: None, power_w: None, seats: None, gross_mass_kg: None }
    }
}

/// Kinds of vehicle that the classes of a licence tell apart (Law 36/2024/QH15 art. 57).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VehicleKind {
    /// Two wheels, up to 50 cm³ or 4 kW.
    Moped,
    /// Two wheels, above that.
    Motorcycle,
    /// Motorcycle with three wheels.
    Tricycle,
    /// Car that carries people.
    Car,
    /// Truck.
    Truck,
}

impl VehicleKind {
    /// Its name in a registration's `vehicle_kind` field and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moped => "moped",
            Self::Motorcycle => "motorcycle",
            Self::Tricycle => "tricycle",
            Self::Car => "car",
            Self::Truck => "truck",
        }
    }

    /// What an officer reads.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Moped, Language::Vi) => "Xe gắn máy",
            (Self::Moped, Language::En) => "Moped",
            (Self::Motorcycle, Language::Vi) => "Xe mô tô",
            (Self::Motorcycle, Language::En) => "Motorcycle",
            (Self::Tricycle, Language::Vi) => "Xe mô tô ba bánh",
            (Self::Tricycle, Language::En) => "Tricycle",
            (Self::Car, Language::Vi) => "Ô tô chở người",
            (Self::Car, Language::En) => "Car",
            (Self::Truck, Language::Vi) => "Ô tô tải",
            (Self::Truck, Language::En) => "Truck",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Moped, Self::Motorcycle, Self::Tricycle, Self::Car, Self::Truck]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}
