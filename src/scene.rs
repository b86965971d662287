//! The scene of an inspection that no paper tells: when it is, how old news may be, which vehicle stands there.

use crate::cbor::write::Writer;
use crate::field::Purpose;
use crate::language::Text;
use crate::time::UnixTime;
use alloc::string::String;
use core::fmt;

mod measure;
pub use measure::{Measure, VehicleMeasure};

/// What a rule of law is asked against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) at: UnixTime,
    /// Reversible bad news (points, suspension) older than this many seconds refers instead of refusing.
    pub(crate) reversible_tolerance: u64,
    /// Why it is asked: a child under six needs no more than a number at a clinic, and nowhere else.
    pub(crate) purpose: Purpose,
    pub(crate) seen: &'a Seen,
    /// Nobody has looked at the law for more than a year: what rests on it refers at most.
    pub(crate) law_unchecked: bool,
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
    /// Beside a vehicle that the officer picked.
    #[must_use]
    pub const fn for_vehicle(mut self, vehicle: Vehicle) -> Self {
        self.vehicle = Some(vehicle);
        self
    }

    /// Beside a vehicle whose plate the officer reads.
    #[must_use]
    pub fn for_plate(mut self, plate: String) -> Self {
        self.plate = Some(plate);
        self
    }

    /// Its one encoding, for the digests of an ask and of an encounter.
    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.array(2).text(self.plate.as_deref().unwrap_or_default());
        match self.vehicle {
            None => {
                writer.array(0);
            }
            Some(vehicle) => vehicle.write(writer),
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
    pub displacement_cc: Option<Measure>,
    /// Power in watts, of an electric one.
    pub power_w: Option<Measure>,
    /// Seats, the driver's included.
    pub seats: Option<Measure>,
    /// Gross mass in kilograms, as designed.
    pub gross_mass_kg: Option<Measure>,
    /// Payload in kilograms, as designed: the classes from before 2025 count trucks by it.
    pub payload_kg: Option<Measure>,
    /// Unladen mass in kilograms: of three wheels and above 400 kg it is a car (art. 34(1)(a)).
    pub unladen_mass_kg: Option<Measure>,
    /// Most seats of a vehicle of its make and size, where this one was designed or rebuilt with fewer: those count
    /// (art. 57(4)).
    pub seats_of_like: Option<Measure>,
    /// How it shifts gears.
    pub gear: Option<Gear>,
    /// What it draws.
    pub towed: Towed,
}

impl Vehicle {
    /// A vehicle of which only the kind is known, and which draws nothing.
    #[must_use]
    pub const fn new(kind: VehicleKind) -> Self {
        Self {
            kind,
            displacement_cc: None,
            power_w: None,
            seats: None,
            gross_mass_kg: None,
            payload_kg: None,
            unladen_mass_kg: None,
            seats_of_like: None,
            gear: None,
            towed: Towed::Nothing,
        }
    }

    /// The same vehicle with something behind it.
    #[must_use]
    pub const fn towing(mut self, towed: Towed) -> Self {
        self.towed = towed;
        self
    }

    /// Whether it runs on electricity alone, as far as its measures say.
    pub(crate) const fn is_electric(&self) -> bool {
        let engine = matches!(self.displacement_cc, Some(told) if !told.is_none());
        !engine && matches!(self.power_w, Some(told) if !told.is_none())
    }

    /// Whether every measure of this one says the same as that one's, or more where that one had a bound: what bounds
    /// decided counts for it.
    pub(crate) fn is_within(&self, bounds: &Self) -> bool {
        let measures = |of: &Self| {
            let Self { displacement_cc, power_w, seats, gross_mass_kg, payload_kg, .. } = *of;
            [displacement_cc, power_w, seats, gross_mass_kg, payload_kg, of.unladen_mass_kg, of.seats_of_like]
        };
        let narrower = |(this, bound): (Option<Measure>, Option<Measure>)| match (this, bound) {
            (None, None) => true,
            (Some(this), Some(bound)) => this.is_within(bound),
            _ => false,
        };
        let alike = (self.kind, self.gear, self.towed) == (bounds.kind, bounds.gear, bounds.towed);
        alike && measures(self).into_iter().zip(measures(bounds)).all(narrower)
    }

    /// Its one encoding, for the digest of an ask: the last three members, and the two after them, only where one of
    /// them says something.
    fn write(&self, writer: &mut Writer) {
        let most = self.unladen_mass_kg.is_some() || self.seats_of_like.is_some();
        let more = most || self.payload_kg.is_some() || self.gear.is_some() || self.towed != Towed::Nothing;
        let members = match (more, most) {
            (_, true) => 10,
            (true, false) => 8,
            (false, false) => 5,
        };
        writer.array(members).text(self.kind.name());
        for number in [self.displacement_cc, self.power_w, self.seats, self.gross_mass_kg] {
            write_known(writer, number);
        }
        if more {
            write_known(writer, self.payload_kg);
            writer.text(self.gear.map_or("", Gear::name));
            match self.towed {
                Towed::Trailer { gross_mass_kg } => write_known(writer.array(2).text(self.towed.name()), gross_mass_kg),
                towed => {
                    writer.array(1).text(towed.name());
                }
            }
        }
        if most {
            write_known(writer, self.unladen_mass_kg);
            write_known(writer, self.seats_of_like);
        }
    }
}

fn write_known(writer: &mut Writer, measure: Option<Measure>) {
    match measure {
        Some(Measure::Exactly(number)) => writer.uint(number),
        Some(Measure::AtMost(number)) => writer.array(2).text("at_most").uint(number),
        Some(Measure::Above(number)) => writer.array(2).text("above").uint(number),
        None => writer.boolean(false),
    };
}

/// How a vehicle shifts gears: some licences are for automatic cars only (Circular 108/2026/TT-BCA, codes B.01 to
/// B.05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gear {
    /// By hand.
    Manual,
    /// By itself; every electric car.
    Automatic,
}

impl Gear {
    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Automatic => "automatic",
        }
    }
}

/// What a vehicle draws (Law 36/2024/QH15 art. 57(1): above 750 kg it takes a class of its own).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Towed {
    /// Nothing.
    Nothing,
    /// A trailer.
    Trailer {
        /// Its gross mass in kilograms, as designed.
        gross_mass_kg: Option<Measure>,
    },
    /// A semi-trailer, behind its tractor unit.
    SemiTrailer,
    /// Another carriage of an articulated coach.
    Carriage,
}

impl Towed {
    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Trailer { .. } => "trailer",
            Self::SemiTrailer => "semi_trailer",
            Self::Carriage => "carriage",
        }
    }
}

macro_rules! vehicle_kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $vi:literal $en:literal;)*) => {
        /// Kinds of vehicle that the classes of a licence tell apart (Law 36/2024/QH15 art. 57).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum VehicleKind { $($(#[$doc])* $variant,)* }

        impl VehicleKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in a registration's `vehicle_kind` field and on the command line.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// What an officer reads.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => Text::new($vi, $en)),* }
            }
        }
    };
}

vehicle_kinds! {
    /// Two or three wheels, up to 50 cm³ or 4 kW and 50 km/h (art. 34(1)(g)).
    Moped "moped" "Xe gắn máy" "Moped";
    /// Two wheels, above that.
    Motorcycle "motorcycle" "Xe mô tô" "Motorcycle";
    /// Motorcycle with three wheels, up to 400 kg unladen.
    Tricycle "tricycle" "Xe mô tô ba bánh" "Tricycle";
    /// Motorcycle with three wheels made for a disabled driver (art. 57(2)).
    DisabledTricycle "disabled_tricycle" "Xe mô tô ba bánh dùng cho người khuyết tật" "Tricycle for a disabled driver";
    /// Car that carries people, a bus included: its seats decide.
    Car "car" "Ô tô chở người" "Car";
    /// Coach with berths (art. 57(1)(i)).
    SleeperCoach "sleeper_coach" "Ô tô chở người giường nằm" "Sleeper coach";
    /// Truck.
    Truck "truck" "Ô tô tải" "Truck";
    /// Four-wheeled motor vehicle for people (art. 57(3)): classed by seats like a car.
    FourWheeledPassenger "four_wheeled_passenger" "Xe chở người bốn bánh có gắn động cơ" "Four-wheeled motor vehicle for people";
    /// Four-wheeled motor vehicle for goods (art. 57(3)): classed by mass like a truck.
    FourWheeledGoods "four_wheeled_goods" "Xe chở hàng bốn bánh có gắn động cơ" "Four-wheeled motor vehicle for goods";
    /// Special-purpose automobile: classed by mass like a truck.
    SpecialPurpose "special_purpose" "Ô tô chuyên dùng" "Special-purpose automobile";
}

impl VehicleKind {
    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Vehicle, VehicleKind};
    use crate::cbor::write::Writer;
    use alloc::vec::Vec;

    fn written(vehicle: Vehicle) -> Vec<u8> {
        let mut writer = Writer::new();
        vehicle.write(&mut writer);
        writer.into_bytes()
    }

    /// Heads of an array: what says nothing adds nothing, so that an ask keeps the digest it had.
    #[test]
    fn members_stand_only_where_they_say_something() {
        let car = Vehicle::new(VehicleKind::Car);
        let first = |vehicle| written(vehicle).first().copied();
        assert_eq!(first(car), Some(0x85));
        assert_eq!(first(Vehicle { payload_kg: Some(900.into()), ..car }), Some(0x88));
        let [unladen, like] =
            [Vehicle { unladen_mass_kg: Some(16.into()), ..car }, Vehicle { seats_of_like: Some(16.into()), ..car }]
                .map(written);
        assert_eq!((unladen.first(), like.first()), (Some(&0x8a), Some(&0x8a)));
        assert_eq!((unladen.ends_with(&[16, 0xf4]), like.ends_with(&[0xf4, 16])), (true, true));
    }
}
