//! A vehicle as the command line writes it: a name, and after a colon what is known of it.

use crate::wrong::Wrong;
use doichieu::{Gear, Measure, Towed, Vehicle, VehicleKind};

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
        measured(number).map(Some).ok_or_else(|| {
            let vi = format!("{name}= cần một số nguyên; không rõ thì max125 (không quá 125) hoặc over125 (trên 125).");
            let en = format!("{name}= takes a whole number; if it is not known, max125 (at most) or over125 (more).");
            Wrong::new(vi, en)
        })
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

/// A number, or `max` or `over` and one: signs that a shell takes for its own are none.
fn measured(text: &str) -> Option<Measure> {
    let number = |text: &str| text.parse().ok();
    match (text.strip_prefix("max"), text.strip_prefix("over")) {
        (Some(bound), _) => number(bound).map(Measure::AtMost),
        (_, Some(bound)) => number(bound).map(Measure::Above),
        _ => number(text).map(Measure::Exactly),
    }
}

fn said(measure: Measure) -> String {
    match measure {
        Measure::Exactly(number) => number.to_string(),
        Measure::AtMost(bound) => format!("max{bound}"),
        Measure::Above(bound) => format!("over{bound}"),
    }
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
        measures.iter().filter_map(|(name, number)| Some(format!("{name}={}", said((*number)?)))).collect();
    known.extend(vehicle.gear.map(|gear| gear.name().to_owned()));
    match vehicle.towed {
        Towed::Nothing => {}
        Towed::Trailer { gross_mass_kg: Some(kg) } => known.push(format!("trailer={}", said(kg))),
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
            "motorcycle:cc=max125",
            "car:seats=over9,trailer=max750",
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
        for wrong in [
            "boat",
            "car:seats",
            "car:seats=five",
            "car:seats=max",
            "car:seats=<9",
            "car:doors=4",
            "car:semi_trailer=1",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
