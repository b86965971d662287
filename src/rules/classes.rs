//! The classes of a driving licence under both laws, and how far each reaches.
//!
//! A name means what its own law says: A1, B1, C and D are other classes before 2025 and since, and old licences keep
//! their rights (Law 36/2024/QH15 art. 89(2)). What is not plain in the law is `Reach::Unknown`, never `Reach::No`.

mod bounds;
mod largest;

use crate::scene::{Measure, Towed, Vehicle, VehicleKind};

use bounds::HEAVIEST_TRICYCLE;
pub(crate) use bounds::{borders, is_car_on_three_wheels, may_be_car_on_three_wheels};
pub(super) use largest::largest;

/// How far a class reaches to a vehicle, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    No,
    Unknown,
    Yes,
}

/// What a class covers of one measure.
#[derive(Clone, Copy, Debug)]
pub(super) enum Upto {
    Nothing,
    /// Up to and including.
    Most(u64),
    Everything,
}

impl Upto {
    pub(super) fn reach(self, measure: Option<Measure>) -> Reach {
        match self {
            Self::Nothing => Reach::No,
            Self::Everything => Reach::Yes,
            Self::Most(most) => match measure.and_then(|measure| measure.is_at_most(most)) {
                None => Reach::Unknown,
                Some(true) => Reach::Yes,
                Some(false) => Reach::No,
            },
        }
    }
}

impl Reach {
    /// Of a vehicle that is one of two and nobody said which: plain where both are the same.
    fn either(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }
}

/// Displacement in cm³, or power in W where there is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Engine {
    pub(super) displacement_cc: Upto,
    pub(super) power_w: Upto,
}

impl Engine {
    /// By displacement where there is one; an electric motor has none, or 0 on paper. A power of 0 is none that was
    /// told.
    pub(super) fn reach(self, vehicle: &Vehicle) -> Reach {
        match told_displacement(vehicle) {
            None => self.power_w.reach(told_power(vehicle)),
            displacement => self.displacement_cc.reach(displacement),
        }
    }
}

fn told_displacement(vehicle: &Vehicle) -> Option<Measure> {
    vehicle.displacement_cc.filter(|told| !told.is_none())
}

fn told_power(vehicle: &Vehicle) -> Option<Measure> {
    vehicle.power_w.filter(|told| !told.is_none())
}

/// Whether a bound alone is known of what a moped is counted by, and leaves open whether it is one.
fn is_bounded(vehicle: &Vehicle) -> bool {
    let told = told_displacement(vehicle).or(told_power(vehicle));
    told.is_some_and(|told| told.exactly().is_none()) && MOPED.reach(vehicle) == Reach::Unknown
}

/// By what a law counts a truck.
#[derive(Clone, Copy, Debug)]
pub(super) enum Load {
    /// Gross mass as designed: since 2025.
    Gross(Upto),
    /// Payload as designed: before 2025.
    Payload(Upto),
}

impl Load {
    fn reach(self, vehicle: &Vehicle) -> Reach {
        match self {
            Self::Gross(upto) => upto.reach(vehicle.gross_mass_kg),
            Self::Payload(Upto::Most(most)) => match (vehicle.payload_kg, vehicle.gross_mass_kg) {
                (Some(payload), _) => Upto::Most(most).reach(Some(payload)),
                // A payload is less than the gross mass.
                (None, Some(gross)) if gross.is_at_most(most.saturating_add(1)) == Some(true) => Reach::Yes,
                (None, _) => Reach::Unknown,
            },
            Self::Payload(upto) => upto.reach(None),
        }
    }
}

/// What a class may draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Draws {
    /// A trailer to 750 kg.
    Light,
    /// A heavier one.
    Heavy,
    /// A heavier one, and a semi-trailer.
    HeavyOrSemiTrailer,
    /// A heavier one, and another carriage.
    HeavyOrCarriage,
}

/// A class in full, the classes it implies included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Class {
    pub(super) name: &'static str,
    pub(super) two_wheels: Engine,
    pub(super) tricycle: Reach,
    pub(super) disabled_tricycle: Reach,
    /// Seats of a car, the driver's included.
    pub(super) seats: Upto,
    /// A coach with berths; `None`: by its seats.
    pub(super) sleeper: Option<Reach>,
    pub(super) load: Load,
    /// A special-purpose automobile, at most.
    pub(super) special: Reach,
    pub(super) draws: Draws,
    /// Automatic cars only, by its name.
    pub(super) automatic: bool,
}

/// Up to 125 cm³ or 11 kW (art. 57(1)(a)).
const UP_TO_125: Engine = engine(125, 11_000);
/// Below 175 cm³ or 14 kW: A1 before 2025 (art. 89(2)(a)), and what A.03 leaves of A (art. 89(3)(a); Circular
/// 108/2026).
pub(super) const BELOW_175: Engine = engine(174, 13_999);
const ANY: Engine = Engine { displacement_cc: Upto::Everything, power_w: Upto::Everything };
const NONE: Engine = Engine { displacement_cc: Upto::Nothing, power_w: Upto::Nothing };
/// Gross mass from which a trailer takes a class of its own (art. 57(1)); before 2025 its payload counted.
const LIGHT_TRAILER: u64 = 750;

const fn engine(displacement_cc: u64, power_w: u64) -> Engine {
    Engine { displacement_cc: Upto::Most(displacement_cc), power_w: Upto::Most(power_w) }
}

/// A class that covers nothing yet.
const fn class(name: &'static str) -> Class {
    Class {
        name,
        two_wheels: NONE,
        tricycle: Reach::No,
        disabled_tricycle: Reach::No,
        seats: Upto::Nothing,
        sleeper: None,
        load: Load::Gross(Upto::Nothing),
        special: Reach::Yes,
        draws: Draws::Light,
        automatic: false,
    }
}

/// Whether its driver is disabled, as a tricycle made for that asks (art. 57(2)), no licence without the code A.01
/// says.
const fn two_wheels(name: &'static str, two_wheels: Engine) -> Class {
    Class { two_wheels, disabled_tricycle: Reach::Unknown, ..class(name) }
}

const fn three_wheels(name: &'static str, two_wheels: Engine) -> Class {
    Class { two_wheels, tricycle: Reach::Yes, disabled_tricycle: Reach::Yes, ..class(name) }
}

/// A class of 2024 for cars of so many seats and trucks of so much gross mass. Coaches with berths are class D alone
/// (art. 57(1)(i)).
const fn since(name: &'static str, seats: Upto, gross: Upto, draws: Draws) -> Class {
    let sleeper = if matches!(seats, Upto::Everything) { Reach::Yes } else { Reach::No };
    Class { seats, sleeper: Some(sleeper), load: Load::Gross(gross), draws, ..class(name) }
}

/// A class of 2008 for cars of so many seats and trucks of so much payload.
const fn before(name: &'static str, seats: Upto, payload: Upto, draws: Draws) -> Class {
    Class { seats, load: Load::Payload(payload), draws, ..class(name) }
}

/// B1 of 2008 does not name special-purpose automobiles.
const fn before_b1(name: &'static str, automatic: bool) -> Class {
    Class { special: Reach::Unknown, automatic, ..before(name, Upto::Most(9), Upto::Most(3499), Draws::Light) }
}

/// Law 36/2024/QH15 art. 57(1). "Up to 8 seats besides the driver's" is 9 with it.
const SINCE_2025: &[Class] = &[
    two_wheels("A1", UP_TO_125),
    two_wheels("A", ANY),
    three_wheels("B1", UP_TO_125),
    since("B", Upto::Most(9), Upto::Most(3500), Draws::Light),
    since("C1", Upto::Most(9), Upto::Most(7500), Draws::Light),
    since("C", Upto::Most(9), Upto::Everything, Draws::Light),
    since("D1", Upto::Most(17), Upto::Everything, Draws::Light),
    since("D2", Upto::Most(30), Upto::Everything, Draws::Light),
    since("D", Upto::Everything, Upto::Everything, Draws::Light),
    since("BE", Upto::Most(9), Upto::Most(3500), Draws::Heavy),
    since("C1E", Upto::Most(9), Upto::Most(7500), Draws::Heavy),
    since("CE", Upto::Most(9), Upto::Everything, Draws::HeavyOrSemiTrailer),
    since("D1E", Upto::Most(17), Upto::Everything, Draws::Heavy),
    since("D2E", Upto::Most(30), Upto::Everything, Draws::Heavy),
    since("DE", Upto::Everything, Upto::Everything, Draws::HeavyOrCarriage),
];

/// Law 23/2008/QH12 art. 59 and Circular 12/2017/TT-BGTVT art. 16, whose rights go on (Law 36/2024/QH15 art. 89(2)). A4
/// was for tractors. B1 for automatic cars is printed B11.
const BEFORE_2025: &[Class] = &[
    two_wheels("A1", BELOW_175),
    two_wheels("A2", ANY),
    three_wheels("A3", BELOW_175),
    class("A4"),
    before_b1("B1.1", true),
    before_b1("B11", true),
    before_b1("B1", false),
    before("B2", Upto::Most(9), Upto::Most(3499), Draws::Light),
    before("C", Upto::Most(9), Upto::Everything, Draws::Light),
    before("D", Upto::Most(30), Upto::Everything, Draws::Light),
    before("E", Upto::Everything, Upto::Everything, Draws::Light),
    before("FB2", Upto::Most(9), Upto::Most(3499), Draws::Heavy),
    before("FC", Upto::Most(9), Upto::Everything, Draws::HeavyOrSemiTrailer),
    before("FD", Upto::Most(30), Upto::Everything, Draws::Heavy),
    before("FE", Upto::Everything, Upto::Everything, Draws::HeavyOrCarriage),
];

/// Which law's names a licence uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Regime {
    Of2008,
    Of2024,
}

impl Regime {
    /// The regime of a licence's `regime` field; `None`: one we do not know.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "vn-2008" => Some(Self::Of2008),
            "vn-2024" => Some(Self::Of2024),
            _ => None,
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::Of2008 => Self::Of2024,
            Self::Of2024 => Self::Of2008,
        }
    }

    pub(super) const fn table(self) -> &'static [Class] {
        match self {
            Self::Of2008 => BEFORE_2025,
            Self::Of2024 => SINCE_2025,
        }
    }

    /// A class of this regime; `None`: a name we do not know.
    pub(super) fn class(self, name: &str) -> Option<&'static Class> {
        self.table().iter().find(|class| class.name == name)
    }
}

impl Class {
    /// Whether it belongs to a licence's motorcycle part.
    pub(super) const fn is_of_motorcycles(&self) -> bool {
        matches!(self.seats, Upto::Nothing)
    }

    /// How far it reaches to a vehicle, restrictions apart.
    pub(super) fn reach(&self, vehicle: &Vehicle) -> Reach {
        match vehicle.kind {
            // One that is a moped in law never comes here.
            VehicleKind::Moped | VehicleKind::Motorcycle => beside(self.two_wheels.reach(vehicle), vehicle.towed),
            // Whether it carries people or goods nobody said.
            VehicleKind::Tricycle | VehicleKind::DisabledTricycle if is_car_on_three_wheels(vehicle) => {
                self.with(self.seats.reach(vehicle.seats).either(self.load.reach(vehicle)), vehicle.towed)
            }
            VehicleKind::Tricycle => beside(self.tricycle, vehicle.towed),
            VehicleKind::DisabledTricycle => beside(self.disabled_tricycle, vehicle.towed),
            VehicleKind::Car | VehicleKind::FourWheeledPassenger => {
                self.with(self.seats.reach(vehicle.seats), vehicle.towed)
            }
            VehicleKind::SleeperCoach => {
                self.with(self.sleeper.unwrap_or_else(|| self.seats.reach(vehicle.seats)), vehicle.towed)
            }
            VehicleKind::Truck | VehicleKind::FourWheeledGoods => self.with(self.load.reach(vehicle), vehicle.towed),
            VehicleKind::SpecialPurpose => self.with(self.load.reach(vehicle).min(self.special), vehicle.towed),
        }
    }

    /// What drawing something leaves of it. Whether a class for heavy trailers covers a vehicle without one, the law
    /// does not say.
    fn with(&self, alone: Reach, towed: Towed) -> Reach {
        let beyond = match self.load {
            Load::Gross(_) => Reach::No,
            Load::Payload(_) => Reach::Unknown,
        };
        let drawn = match (self.draws, towed) {
            (Draws::Light, Towed::Nothing) => Reach::Yes,
            (Draws::Light, Towed::Trailer { gross_mass_kg }) => match is_light(gross_mass_kg) {
                None => Reach::Unknown,
                Some(true) => Reach::Yes,
                Some(false) => beyond,
            },
            (Draws::Light, Towed::SemiTrailer | Towed::Carriage) => Reach::No,
            (_, Towed::Trailer { gross_mass_kg }) if is_light(gross_mass_kg) == Some(false) => Reach::Yes,
            (Draws::HeavyOrSemiTrailer, Towed::SemiTrailer) | (Draws::HeavyOrCarriage, Towed::Carriage) => Reach::Yes,
            _ => Reach::Unknown,
        };
        alone.min(drawn)
    }
}

fn is_light(trailer: Option<Measure>) -> Option<bool> {
    trailer.and_then(|mass| mass.is_at_most(LIGHT_TRAILER))
}

/// What a motorcycle may draw is not in the law of classes.
fn beside(alone: Reach, towed: Towed) -> Reach {
    if towed == Towed::Nothing { alone } else { alone.min(Reach::Unknown) }
}

/// A moped as the law has it, whatever it is called: it needs no licence (art. 34(1)(g), 56(1), 56(4)).
pub(crate) fn is_moped(vehicle: &Vehicle) -> bool {
    vehicle.kind == VehicleKind::Moped && MOPED.reach(vehicle) != Reach::No && !is_bounded(vehicle)
}

/// The vehicle as the law has it: what is called a moped and is too large for one is a motorcycle; a four-wheeled motor
/// vehicle takes the classes of cars and trucks (art. 57(3)); one with fewer seats than its like counts with the most
/// seats of these (art. 57(4)).
pub(super) fn in_law(vehicle: &Vehicle) -> Vehicle {
    let kind = match vehicle.kind {
        VehicleKind::Moped if !is_moped(vehicle) => VehicleKind::Motorcycle,
        VehicleKind::FourWheeledPassenger => VehicleKind::Car,
        VehicleKind::FourWheeledGoods => VehicleKind::Truck,
        kind => kind,
    };
    let seats = match (vehicle.seats, vehicle.seats_of_like) {
        (Some(seats), Some(like)) => Some(seats.greater(like)),
        (seats, like) => seats.or(like),
    };
    Vehicle { kind, seats, seats_of_like: None, ..*vehicle }
}

/// What of a vehicle cover is decided by, and nothing else: two that are the same in it are covered alike by every
/// licence.
pub(super) fn what_decides(vehicle: &Vehicle) -> Vehicle {
    // A moped by name that a bound leaves open may still turn out to be one.
    let open = vehicle.kind == VehicleKind::Moped && is_bounded(vehicle);
    let vehicle = if open { *vehicle } else { in_law(vehicle) };
    let bare = Vehicle::new(vehicle.kind).towing(vehicle.towed);
    // Of a motor car's engine it matters only whether it shifts gears by itself because it is electric.
    let driven = Vehicle { gear: vehicle.gear, power_w: vehicle.is_electric().then_some(Measure::Exactly(1)), ..bare };
    match vehicle.kind {
        VehicleKind::Moped | VehicleKind::Motorcycle => match told_displacement(&vehicle) {
            None => Vehicle { power_w: told_power(&vehicle), ..bare },
            displacement_cc => Vehicle { displacement_cc, ..bare },
        },
        VehicleKind::Tricycle | VehicleKind::DisabledTricycle if is_car_on_three_wheels(&vehicle) => Vehicle {
            seats: vehicle.seats,
            gross_mass_kg: vehicle.gross_mass_kg,
            payload_kg: vehicle.payload_kg,
            unladen_mass_kg: Some(Measure::Above(HEAVIEST_TRICYCLE)),
            ..driven
        },
        _ if may_be_car_on_three_wheels(&vehicle) => vehicle,
        // Of the engine it matters only whether it may be a moped.
        VehicleKind::Tricycle | VehicleKind::DisabledTricycle => {
            Vehicle { displacement_cc: may_be_moped(&vehicle).then_some(Measure::Exactly(1)), ..bare }
        }
        VehicleKind::Car | VehicleKind::SleeperCoach | VehicleKind::FourWheeledPassenger => {
            Vehicle { seats: vehicle.seats, ..driven }
        }
        VehicleKind::Truck | VehicleKind::SpecialPurpose | VehicleKind::FourWheeledGoods => {
            Vehicle { gross_mass_kg: vehicle.gross_mass_kg, payload_kg: vehicle.payload_kg, ..driven }
        }
    }
}

/// Whether it may be a moped after all, of two wheels or of three: its speed decides, which we do not know.
pub(crate) fn may_be_moped(vehicle: &Vehicle) -> bool {
    let small = matches!(vehicle.kind, VehicleKind::Motorcycle | VehicleKind::Tricycle | VehicleKind::DisabledTricycle);
    let open = MOPED.reach(vehicle) == Reach::Yes || is_bounded(vehicle);
    small && !is_car_on_three_wheels(vehicle) && open
}

/// Up to 50 cm³ or 4 kW (art. 34(1)(g)).
const MOPED: Engine = engine(50, 4_000);
