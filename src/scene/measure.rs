//! What is known of a measure: a number, or that it is at most or above one.

use super::{Towed, Vehicle};
use crate::language::Text;

/// What is known of one measure of a vehicle. A bound is what somebody sees at a glance (at most 125 cm³, above it);
/// whatever turns on more is *undetermined*, and says which measure it asks for
/// ([`Covers::measure`](crate::Covers), [`Need::measure`](crate::Need::measure)).
///
/// ```
/// use doichieu::{Measure, Vehicle, VehicleKind};
///
/// let mut light = Vehicle::new(VehicleKind::Motorcycle);
/// light.displacement_cc = Some(Measure::AtMost(125));
/// let mut known = light;
/// known.displacement_cc = Some(110.into());
/// assert_ne!(light, known);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a number, or a bound on either side: there is no fourth")]
pub enum Measure {
    /// The number.
    Exactly(u64),
    /// This number or less.
    AtMost(u64),
    /// More than this number.
    Above(u64),
}

impl From<u64> for Measure {
    fn from(number: u64) -> Self {
        Self::Exactly(number)
    }
}

impl Measure {
    /// The number, where it is known.
    #[must_use]
    pub const fn exactly(self) -> Option<u64> {
        if let Self::Exactly(number) = self { Some(number) } else { None }
    }

    /// Whether it is at most this: `None` if what is known of it does not say.
    pub(crate) const fn is_at_most(self, most: u64) -> Option<bool> {
        match self {
            Self::Exactly(number) => Some(number <= most),
            Self::AtMost(bound) if bound <= most => Some(true),
            Self::Above(bound) if bound >= most => Some(false),
            Self::AtMost(_) | Self::Above(_) => None,
        }
    }

    /// None at all: the paper of an electric motor says 0 cm³. A bound is never that.
    pub(crate) const fn is_none(self) -> bool {
        matches!(self, Self::Exactly(0))
    }

    /// The greater of two, as far as both are known.
    pub(crate) fn greater(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exactly(one), Self::Exactly(other)) => Self::Exactly(one.max(other)),
            (Self::AtMost(bound), Self::Exactly(number)) | (Self::Exactly(number), Self::AtMost(bound)) => {
                if bound <= number { Self::Exactly(number) } else { Self::AtMost(bound) }
            }
            (Self::AtMost(one), Self::AtMost(other)) => Self::AtMost(one.max(other)),
            (Self::Above(one), Self::Above(other)) => Self::Above(one.max(other)),
            (Self::Above(bound), Self::Exactly(number)) | (Self::Exactly(number), Self::Above(bound)) => {
                Self::Above(bound.max(number.saturating_sub(1)))
            }
            (Self::Above(bound), Self::AtMost(_)) | (Self::AtMost(_), Self::Above(bound)) => Self::Above(bound),
        }
    }

    /// Whether this says the same as a bound, or more: what a bound decided, it decides alike.
    pub(crate) const fn is_within(self, bound: Self) -> bool {
        match (self, bound) {
            (Self::Exactly(number), Self::Exactly(other)) => number == other,
            (Self::Exactly(number) | Self::AtMost(number), Self::AtMost(bound)) => number <= bound,
            (Self::Exactly(number), Self::Above(bound)) => number > bound,
            (Self::Above(number), Self::Above(bound)) => number >= bound,
            _ => false,
        }
    }
}

/// A measure of a vehicle that law turns on, so that what is asked for has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VehicleMeasure {
    /// [`Vehicle::displacement_cc`].
    DisplacementCc,
    /// [`Vehicle::power_w`].
    PowerW,
    /// [`Vehicle::seats`].
    Seats,
    /// [`Vehicle::gross_mass_kg`].
    GrossMassKg,
    /// [`Vehicle::payload_kg`].
    PayloadKg,
    /// [`Vehicle::unladen_mass_kg`].
    UnladenMassKg,
    /// The gross mass of a trailer.
    TrailerMassKg,
}

impl VehicleMeasure {
    /// Every one, in the order in which they are asked for.
    pub const ALL: &'static [Self] = &[
        Self::UnladenMassKg,
        Self::DisplacementCc,
        Self::PowerW,
        Self::Seats,
        Self::GrossMassKg,
        Self::PayloadKg,
        Self::TrailerMassKg,
    ];

    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DisplacementCc => "displacement_cc",
            Self::PowerW => "power_w",
            Self::Seats => "seats",
            Self::GrossMassKg => "gross_mass_kg",
            Self::PayloadKg => "payload_kg",
            Self::UnladenMassKg => "unladen_mass_kg",
            Self::TrailerMassKg => "trailer_mass_kg",
        }
    }

    /// What somebody is asked to look for.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::DisplacementCc => Text::new("dung tích xi lanh (cm³)", "engine displacement (cm³)"),
            Self::PowerW => Text::new("công suất động cơ (W)", "engine power (W)"),
            Self::Seats => Text::new("số chỗ, kể cả chỗ người lái", "seats, the driver's included"),
            Self::GrossMassKg => Text::new("khối lượng toàn bộ theo thiết kế (kg)", "gross mass as designed (kg)"),
            Self::PayloadKg => Text::new("khối lượng hàng theo thiết kế (kg)", "payload as designed (kg)"),
            Self::UnladenMassKg => Text::new("khối lượng bản thân (kg)", "unladen mass (kg)"),
            Self::TrailerMassKg => Text::new("khối lượng toàn bộ của rơ moóc (kg)", "gross mass of the trailer (kg)"),
        }
    }

    /// What is known of it.
    pub(crate) const fn of(self, vehicle: &Vehicle) -> Option<Measure> {
        match self {
            Self::DisplacementCc => vehicle.displacement_cc,
            Self::PowerW => vehicle.power_w,
            Self::Seats => vehicle.seats,
            Self::GrossMassKg => vehicle.gross_mass_kg,
            Self::PayloadKg => vehicle.payload_kg,
            Self::UnladenMassKg => vehicle.unladen_mass_kg,
            Self::TrailerMassKg => match vehicle.towed {
                Towed::Trailer { gross_mass_kg } => gross_mass_kg,
                _ => None,
            },
        }
    }

    /// The vehicle with this number for it; `None`: it has no such measure.
    pub(crate) fn put(self, vehicle: &Vehicle, number: u64) -> Option<Vehicle> {
        let (mut of, number) = (*vehicle, Some(Measure::Exactly(number)));
        match self {
            Self::DisplacementCc => of.displacement_cc = number,
            Self::PowerW => of.power_w = number,
            Self::Seats => of.seats = number,
            Self::GrossMassKg => of.gross_mass_kg = number,
            Self::PayloadKg => of.payload_kg = number,
            Self::UnladenMassKg => of.unladen_mass_kg = number,
            Self::TrailerMassKg => {
                let Towed::Trailer { gross_mass_kg } = &mut of.towed else { return None };
                *gross_mass_kg = number;
            }
        }
        Some(of)
    }

    /// The first measure that is not known in full and of which some number would decide. `borders` are numbers on
    /// both sides of every border that law draws.
    pub(crate) fn asked_for(
        vehicle: &Vehicle,
        borders: impl Fn(Self) -> &'static [u64],
        decides: impl Fn(&Vehicle) -> bool,
    ) -> Option<Self> {
        let mut open = Self::ALL.iter().copied().filter(|measure| match (measure, measure.of(vehicle)) {
            // An electric motor has no displacement, whatever nobody told of it.
            (Self::DisplacementCc, None) => !vehicle.is_electric(),
            (Self::PowerW, Some(Measure::Exactly(0))) | (_, None) => true,
            (_, Some(known)) => known.exactly().is_none(),
        });
        open.find(|measure| {
            let may_be = |number: &&u64| {
                let known = measure.of(vehicle).filter(|known| !known.is_none());
                known.is_none_or(|known| Measure::Exactly(**number).is_within(known))
            };
            let mut numbers = borders(*measure).iter().filter(may_be);
            numbers.any(|number| measure.put(vehicle, *number).is_some_and(|vehicle| decides(&vehicle)))
        })
    }
}
