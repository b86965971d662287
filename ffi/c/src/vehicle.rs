//! What is driven, as far as the officer knows it.

use crate::error::{DoichieuError, argument, unknown};
use crate::raw::{self, run};
use core::ffi::c_char;
use core::ptr::null_mut;
use core_api::{Gear, Measure, Towed, VehicleKind};

/// A vehicle beside which papers are judged. Freed by `doichieu_vehicle_free`.
#[derive(Debug)]
pub struct DoichieuVehicle(pub(crate) core_api::Vehicle);

/// Of a kind by name: docs/fields.md.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_vehicle_new(
    kind: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuVehicle {
    run(error, null_mut(), || {
        let kind = VehicleKind::from_name(raw::text(kind, length)?);
        let kind = kind.ok_or_else(|| unknown("argument.vehicle", "kind of vehicle"))?;
        Ok(raw::give(DoichieuVehicle(core_api::Vehicle::new(kind))))
    })
}

/// Says what is known of a measure: `displacement_cc`, `power_w`, `seats`, `gross_mass_kg`, `payload_kg`, `unladen_mass_kg`,
/// `seats_of_like` or `trailer_mass_kg` (which says that it draws a trailer). `bound`: 0, exactly `of`; -1, `of` or less;
/// 1, more than `of`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_vehicle_measure(
    vehicle: *mut DoichieuVehicle,
    measure: *const c_char,
    length: usize,
    bound: i32,
    of: u64,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let known = match bound {
            0 => Measure::Exactly(of),
            -1 => Measure::AtMost(of),
            1 => Measure::Above(of),
            _ => return Err(argument("argument.measure", "a bound of -1, 0 or 1")),
        };
        let (vehicle, name) = (&mut raw::change(vehicle)?.0, raw::text(measure, length)?);
        let place = match name {
            "displacement_cc" => &mut vehicle.displacement_cc,
            "power_w" => &mut vehicle.power_w,
            "seats" => &mut vehicle.seats,
            "gross_mass_kg" => &mut vehicle.gross_mass_kg,
            "payload_kg" => &mut vehicle.payload_kg,
            "unladen_mass_kg" => &mut vehicle.unladen_mass_kg,
            "seats_of_like" => &mut vehicle.seats_of_like,
            "trailer_mass_kg" => {
                vehicle.towed = Towed::Trailer { gross_mass_kg: Some(known) };
                return Ok(true);
            }
            _ => return Err(unknown("argument.measure", "measure")),
        };
        *place = Some(known);
        Ok(true)
    })
}

/// Says which gear it has (`manual`, `automatic`) or what it draws (`trailer` of an unknown mass, `semi_trailer`, `carriage`).
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_vehicle_with(
    vehicle: *mut DoichieuVehicle,
    what: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let (vehicle, name) = (&mut raw::change(vehicle)?.0, raw::text(what, length)?);
        let towed = [Towed::Trailer { gross_mass_kg: None }, Towed::SemiTrailer, Towed::Carriage];
        if let Some(gear) = [Gear::Manual, Gear::Automatic].into_iter().find(|gear| gear.name() == name) {
            vehicle.gear = Some(gear);
        } else if let Some(towed) = towed.into_iter().find(|towed| towed.name() == name) {
            vehicle.towed = towed;
        } else {
            return Err(unknown("argument.towed", "gear, and no towed vehicle,"));
        }
        Ok(true)
    })
}

/// Frees a vehicle.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_vehicle_free(vehicle: *mut DoichieuVehicle) {
    raw::free(vehicle);
}
