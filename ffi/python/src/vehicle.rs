//! What is driven, as far as the officer knows it.

use crate::error::DoichieuError;
use doichieu::{Gear, Towed, VehicleKind};
use pyo3::prelude::*;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Measure>()?;
    module.add_class::<Vehicle>()
}

#[pyclass(frozen, eq, hash, module = "doichieu", from_py_object)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Measure(doichieu::Measure);

#[pymethods]
impl Measure {
    #[staticmethod]
    fn exactly(of: u64) -> Self {
        Self(doichieu::Measure::Exactly(of))
    }

    #[staticmethod]
    fn at_most(of: u64) -> Self {
        Self(doichieu::Measure::AtMost(of))
    }

    #[staticmethod]
    fn above(of: u64) -> Self {
        Self(doichieu::Measure::Above(of))
    }
}

/// A number is exactly that.
#[derive(FromPyObject)]
enum Given {
    Number(u64),
    Measure(Measure),
}

impl Given {
    const fn core(&self) -> doichieu::Measure {
        match self {
            Self::Number(of) => doichieu::Measure::Exactly(*of),
            Self::Measure(of) => of.0,
        }
    }
}

#[pyclass(frozen, module = "doichieu", from_py_object)]
#[derive(Debug, Clone)]
pub(crate) struct Vehicle(pub(crate) doichieu::Vehicle);

#[pymethods]
impl Vehicle {
    #[new]
    #[pyo3(signature = (kind, *, displacement_cc=None, power_w=None, seats=None, gross_mass_kg=None, payload_kg=None,
        unladen_mass_kg=None, seats_of_like=None, gear=None, towed=None, trailer_mass_kg=None))]
    #[expect(clippy::too_many_arguments, reason = "by name in Python")]
    fn new(
        kind: &str,
        displacement_cc: Option<Given>,
        power_w: Option<Given>,
        seats: Option<Given>,
        gross_mass_kg: Option<Given>,
        payload_kg: Option<Given>,
        unladen_mass_kg: Option<Given>,
        seats_of_like: Option<Given>,
        gear: Option<&str>,
        towed: Option<&str>,
        trailer_mass_kg: Option<Given>,
    ) -> Result<Self, DoichieuError> {
        let kind = VehicleKind::from_name(kind);
        let kind = kind.ok_or_else(|| DoichieuError::unknown("argument.vehicle", "kind of vehicle"))?;
        let measure = |of: Option<Given>| of.map(|of| of.core());
        let mut vehicle = doichieu::Vehicle::new(kind);
        vehicle.displacement_cc = measure(displacement_cc);
        vehicle.power_w = measure(power_w);
        vehicle.seats = measure(seats);
        vehicle.gross_mass_kg = measure(gross_mass_kg);
        vehicle.payload_kg = measure(payload_kg);
        vehicle.unladen_mass_kg = measure(unladen_mass_kg);
        vehicle.seats_of_like = measure(seats_of_like);
        if let Some(name) = gear {
            let gear = [Gear::Manual, Gear::Automatic].into_iter().find(|gear| gear.name() == name);
            vehicle.gear = Some(gear.ok_or_else(|| DoichieuError::unknown("argument.gear", "gear"))?);
        }
        let gross_mass_kg = measure(trailer_mass_kg);
        let all = [Towed::Nothing, Towed::Trailer { gross_mass_kg }, Towed::SemiTrailer, Towed::Carriage];
        let name = towed.unwrap_or(Towed::Nothing.name());
        let towed = all.into_iter().find(|towed| towed.name() == name);
        let towed = towed.ok_or_else(|| DoichieuError::unknown("argument.towed", "towed vehicle"))?;
        if gross_mass_kg.is_some() && !matches!(towed, Towed::Trailer { .. }) {
            return Err(DoichieuError::argument("argument.towed", "a trailer's mass without a trailer"));
        }
        Ok(Self(vehicle.towing(towed)))
    }
}
