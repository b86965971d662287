//! A vehicle as the command line writes it: a name, and after a colon what is known of it.

use crate::wrong::Wrong;
use doichieu::{Gear, Towed, Vehicle, VehicleKind};

/// What may stand after the colon.
const MEASURES: [&str; 12] = [
    "cc",
    "w",
    "seats",
    "like",
    "kg",
    "payload",
    "unladen",
    "trailer",
    "semi_trailer",
    "carriage",
    "manual",
    "automatic",
];

/// Reads one.
pub(crate) fn read(text: &str) -> Result<Vehicle, Wrong> {
    let (name, measures) = text.split_once(':').unwrap_or((text, ""));
    let names = || VehicleKind::ALL.iter().map(|kind| kind.name());
    let kind = VehicleKind::from_name(name).ok_or_else(|| Wrong::name(name, names()))?;
    let mut vehicle = Vehicle::new(kind);
    for measure in measures.split(',').filter(|measure| !measure.is_empty()) {
        put(&mut vehicle, measure)?;
    }
    Ok(vehicle)
}

fn put(vehicle: &mut Vehicle, measure: &str) -> Result<(), Wrong> {
    let (name, number) = measure.split_once('=').unwrap_or((measure, ""));
    let known = || {
        let known = number.parse().map(Some);
        known.map_err(|_| Wrong::new(format!("{name}= cần một số nguyên."), format!("{name}= takes a whole number.")))
    };
    match name {
        "cc" => vehicle.displacement_cc = known()?,
        "w" => vehicle.power_w = known()?,
        "seats" => vehicle.seats = known()?,
        "kg" => vehicle.gross_mass_kg = known()?,
        "payload" => vehicle.payload_kg = known()?,
        "unladen" => vehicle.unladen_mass_kg = known()?,
        "like" => vehicle.seats_of_like = known()?,
        "trailer" if number.is_empty() => vehicle.towed = Towed::Trailer { gross_mass_kg: None },
        "trailer" => vehicle.towed = Towed::Trailer { gross_mass_kg: known()? },
        _ if measure == Towed::SemiTrailer.name() => vehicle.towed = Towed::SemiTrailer,
        _ if measure == Towed::Carriage.name() => vehicle.towed = Towed::Carriage,
        _ if measure == Gear::Manual.name() => vehicle.gear = Some(Gear::Manual),
        _ if measure == Gear::Automatic.name() => vehicle.gear = Some(Gear::Automatic),
        _ => return Err(unknown(name)),
    }
    Ok(())
}

/// What is no measure of a vehicle.
fn unknown(name: &str) -> Wrong {
    let wrong = Wrong::new("sau dấu hai chấm có phần không phải số đo.", "what stands after the colon is no measure.");
    let all = MEASURES.join(", ");
    wrong.nearest(name, MEASURES).and(&format!(" Các số đo: {all}."), &format!(" The measures: {all}."))
}

/// Writes one, so that it can be read again.
pub(crate) fn written(vehicle: Vehicle) -> String {
    let measures = [
        ("cc", vehicle.displacement_cc),
        ("w", vehicle.power_w),
        ("seats", vehicle.seats),
        ("kg", vehicle.gross_mass_kg),
        ("payload", vehicle.payload_kg),
        ("unladen", vehicle.unladen_mass_kg),
        ("like", vehicle.seats_of_like),
    ];
    let mut known: Vec<_> =
        measures.iter().filter_map(|(name, number)| Some(format!("{name}={}", (*number)?))).collect();
    known.extend(vehicle.gear.map(|gear| gear.name().to_owned()));
    match vehicle.towed {
        Towed::Nothing => {}
        Towed::Trailer { gross_mass_kg: Some(kg) } => known.push(format!("trailer={kg}")),
        towed => known.push(towed.name().to_owned()),
    }
    format!("{}:{}", vehicle.kind.name(), known.join(","))
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn what_is_written_reads_the_same() {
        for text in [
            "car:seats=5",
            "motorcycle:cc=110",
            "motorcycle:w=3000",
            "truck:kg=7500,payload=3400,manual,trailer=900",
            "truck:kg=20000,semi_trailer",
            "car:automatic,carriage",
            "car:trailer",
            "tricycle:unladen=401",
            "car:seats=9,like=16",
            "four_wheeled_goods:kg=900",
            "sleeper_coach:",
        ] {
            assert_eq!(read(text).map(written), Ok(text.to_owned()));
        }
        for wrong in ["boat", "car:seats", "car:seats=five", "car:doors=4", "car:semi_trailer=1"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
