//! Which papers the law has a driver or a patient bring. One row for each kind: dated, cited, one small function.
//!
//! Only what was seen in the article, or in two sources that agree, says *needed*. Where that is not so the row answers
//! nothing and the paper is left out.

use super::Occasion;
use crate::field::{Kind, Purpose};
use crate::language::Text;
use crate::law::{Confidence, Row, articles};
use crate::reason::Gravity;
use crate::rules::{is_car_on_three_wheels, is_moped, may_be_car_on_three_wheels, may_be_moped};
use crate::scene::VehicleKind;

/// One paper that an occasion may need.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Needs {
    /// The occasion: why papers are asked for.
    pub purpose: Purpose,
    /// The kind of paper. An id stands once for each.
    pub kind: Kind,
    /// A kind that does in its place: foreign papers, and an identity at a clinic.
    pub instead: Option<Kind>,
    /// Where that kind does, this paper is looked up by the number in it: nobody need bring it, and nothing was seen of
    /// it.
    pub looked_up: bool,
    /// `None`: the law is not known well enough to say.
    pub(super) judge: fn(&Occasion) -> Option<Answer>,
}

/// What the law says of one paper on one occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Needed; what its lack weighs.
    Needed(Gravity),
    NotNeeded,
    /// It depends on what is not known of the vehicle.
    Unknown,
}

const NEEDED: Option<Answer> = Some(Answer::Needed(Gravity::Refer));

/// Law 36/2024/QH15 art. 56: what a driver carries; Decree 188/2025/ND-CP art. 37: what a patient shows.
pub(super) const ROWS: &[Row<Needs>] = &[
    on_the_road(articles::LAW_36_2024_56, Kind::VEHICLE_REGISTRATION, None, |_| NEEDED),
    on_the_road(articles::LAW_36_2024_56_1, Kind::DRIVING_LICENCE, Some(Kind::FOREIGN_DRIVING_LICENCE), licence),
    INSPECTION.until(articles::EMISSION_TESTS_IN_DRAFT),
    Row {
        from: articles::EMISSION_TESTS_IN_DRAFT,
        follows: Some(INSPECTION.id),
        what: Needs { judge: inspection_of_cars, ..INSPECTION.what },
        ..INSPECTION
    },
    on_the_road(articles::LAW_36_2024_56, Kind::LIABILITY_INSURANCE, None, |_| NEEDED),
    at_the_clinic(Needs {
        purpose: Purpose::CLINIC_ADMISSION,
        kind: Kind::HEALTH_INSURANCE_CARD,
        instead: Some(Kind::IDENTITY),
        looked_up: true,
        judge: |occasion| Some(Answer::Needed(lack(occasion))),
    }),
    at_the_clinic(Needs {
        purpose: Purpose::CLINIC_ADMISSION,
        kind: Kind::IDENTITY,
        instead: Some(Kind::FOREIGNER_IDENTITY),
        looked_up: false,
        judge: photo_identity,
    }),
];

const INSPECTION: Row<Needs> = on_the_road(articles::LAW_36_2024_56, Kind::INSPECTION_CERTIFICATE, None, inspection);

const fn on_the_road(
    law: Text,
    kind: Kind,
    instead: Option<Kind>,
    judge: fn(&Occasion) -> Option<Answer>,
) -> Row<Needs> {
    Row {
        id: "law-36-2024-art-56",
        law,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Needs { purpose: Purpose::TRAFFIC_CONTROL, kind, instead, looked_up: false, judge },
    }
}

/// The identity card, or an account of level 2 with the health card in it, suffices alone (art. 37(1)(a)); so does a
/// health card, with a photo identity only where it has no photo (art. 37(1)(b)).
const fn at_the_clinic(what: Needs) -> Row<Needs> {
    Row {
        id: "decree-188-2025-art-37",
        law: articles::DECREE_188_2025_37,
        from: articles::SINCE_DECREE_188_2025,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what,
    }
}

/// A moped needs none (art. 56(1)). A motorcycle as small as a moped may be one: its top speed decides, and nobody told
/// it.
fn licence(occasion: &Occasion) -> Option<Answer> {
    let Some(vehicle) = &occasion.vehicle else { return Some(Answer::Unknown) };
    if may_be_car_on_three_wheels(vehicle) {
        // A licence is needed either way; unless it is as small as a moped, and then not even that is told.
        return if may_be_moped(vehicle) { Some(Answer::Unknown) } else { NEEDED };
    }
    if is_moped(vehicle) {
        Some(Answer::NotNeeded)
    } else if may_be_moped(vehicle) {
        Some(Answer::Unknown)
    } else {
        NEEDED
    }
}

/// Cars and trucks need one, mopeds do not. From when the emissions of motorcycles are tested was not seen: they are
/// left out.
fn inspection(occasion: &Occasion) -> Option<Answer> {
    match occasion.vehicle.map(|vehicle| vehicle.kind) {
        Some(VehicleKind::Moped) => Some(Answer::NotNeeded),
        _ => inspection_of_cars(occasion),
    }
}

/// The same from the day on which mopeds may need a test too (art. 42(2)): whether they do was not seen, and they are
/// left out like motorcycles. Of four-wheeled motor vehicles it was not seen either.
fn inspection_of_cars(occasion: &Occasion) -> Option<Answer> {
    let Some(vehicle) = &occasion.vehicle else { return Some(Answer::Unknown) };
    match vehicle.kind {
        VehicleKind::Car | VehicleKind::SleeperCoach | VehicleKind::Truck | VehicleKind::SpecialPurpose => NEEDED,
        _ if is_car_on_three_wheels(vehicle) => NEEDED,
        _ if may_be_car_on_three_wheels(vehicle) => Some(Answer::Unknown),
        _ => None,
    }
}

/// Under six the card or its number is enough, and nothing may be added. Else a photo identity goes with a card that
/// has no photo; this engine passes no photo and does not know of one, so that a photo on the card is for the desk to
/// see.
fn photo_identity(occasion: &Occasion) -> Option<Answer> {
    let (certainly, _) = occasion.under_six;
    Some(if certainly { Answer::NotNeeded } else { Answer::Needed(lack(occasion)) })
}

/// Of a patient who may be under six nothing is more than a note: the number suffices.
fn lack(occasion: &Occasion) -> Gravity {
    let (_, possibly) = occasion.under_six;
    if possibly { Gravity::Note } else { Gravity::Refer }
}
