//! Which papers the law has a driver or a patient bring. One row for each kind: dated, cited, one small function.
//!
//! Only what was seen in the article, or in two sources that agree, says *needed*. Where that is not so the row answers nothing and the paper is left out.

use super::Occasion;
use crate::field::{Kind, Purpose};
use crate::reason::Gravity;
use crate::scene::{Vehicle, VehicleKind};
use crate::time::Day;

/// Year, month, day.
pub(super) type Civil = (i32, u32, u32);

/// One paper that an occasion may need.
pub(super) struct Row {
    /// Stable, as in report JSON; unique for each kind.
    pub(super) id: &'static str,
    pub(super) law: &'static str,
    pub(super) law_vi: &'static str,
    pub(super) purpose: Purpose,
    pub(super) kind: Kind,
    /// A kind that does in its place: foreign papers.
    pub(super) instead: Option<Kind>,
    from: Civil,
    to: Option<Civil>,
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

/// The foreigner's electronic identity and the foreign licence of docs/dc1.md §6, whose branches of the registry have rows of their own.
const FOREIGNER_IDENTITY: Kind = Kind(7);
const FOREIGN_LICENCE: Kind = Kind(9);

const NEEDED: Option<Answer> = Some(Answer::Needed(Gravity::Refer));

/// Law 36/2024/QH15 art. 56: what a driver carries; Decree 188/2025/ND-CP art. 37: what a patient shows.
pub(super) const ROWS: &[Row] = &[
    on_the_road(ART_56, Kind::VEHICLE_REGISTRATION, None, |_| NEEDED),
    on_the_road(ART_56_1, Kind::DRIVING_LICENCE, Some(FOREIGN_LICENCE), licence),
    on_the_road(ART_56, Kind::INSPECTION_CERTIFICATE, None, inspection),
    on_the_road(ART_56, Kind::LIABILITY_INSURANCE, None, |_| NEEDED),
    at_the_clinic(Kind::HEALTH_INSURANCE_CARD, None, |occasion| Some(Answer::Needed(lack(occasion)))),
    at_the_clinic(Kind::IDENTITY, Some(FOREIGNER_IDENTITY), photo_identity),
];

/// In English and in Vietnamese.
type Law = (&'static str, &'static str);

const ART_56: Law = ("Law 36/2024/QH15 art. 56", "Điều 56 Luật 36/2024/QH15");
const ART_56_1: Law = ("Law 36/2024/QH15 art. 56(1)", "khoản 1 Điều 56 Luật 36/2024/QH15");

const fn on_the_road(
    (law, law_vi): Law,
    kind: Kind,
    instead: Option<Kind>,
    judge: fn(&Occasion) -> Option<Answer>,
) -> Row {
    let (id, purpose, from) = ("law-36-2024-art-56", Purpose::TRAFFIC_CONTROL, (2025, 1, 1));
    Row { id, law, law_vi, purpose, kind, instead, from, to: None, judge }
}

const fn at_the_clinic(kind: Kind, instead: Option<Kind>, judge: fn(&Occasion) -> Option<Answer>) -> Row {
    let (id, law) = ("decree-188-2025-art-37", "Decree 188/2025/ND-CP art. 37");
    let law_vi = "Điều 37 Nghị định 188/2025/NĐ-CP";
    Row { id, law, law_vi, purpose: Purpose::CLINIC_ADMISSION, kind, instead, from: (2025, 8, 15), to: None, judge }
}

impl Row {
    /// Whether it is law on a day.
    pub(super) fn counts_on(&self, today: Day) -> bool {
        counts(self.from, self.to, today)
    }
}

/// Half-open, on Viet Nam's calendar.
pub(super) fn counts(from: Civil, to: Option<Civil>, today: Day) -> bool {
    let reached = |(year, month, day): Civil| Day::from_civil(year, month, day).is_some_and(|day| day <= today);
    reached(from) && !to.is_some_and(reached)
}

/// Up to these a vehicle of two wheels may be a moped (Law 36/2024/QH15 art. 34); above either it is none, whatever it was called.
const MOST_MOPED_CC: u64 = 50;
const MOST_MOPED_W: u64 = 4000;

/// A moped needs none (art. 56(1)). A motorcycle as small as a moped may be one: its top speed decides, and nobody told it.
fn licence(occasion: &Occasion) -> Option<Answer> {
    let Some(vehicle) = &occasion.vehicle else { return Some(Answer::Unknown) };
    match (vehicle.kind, is_small(vehicle)) {
        (VehicleKind::Moped, Some(true) | None) => Some(Answer::NotNeeded),
        (VehicleKind::Motorcycle, Some(true)) => Some(Answer::Unknown),
        _ => NEEDED,
    }
}

/// Whether it is as small as a moped by what is known of its engine; `None`: nothing is.
fn is_small(vehicle: &Vehicle) -> Option<bool> {
    match (vehicle.displacement_cc, vehicle.power_w) {
        (None | Some(0), None | Some(0)) => None,
        (None | Some(0), Some(power)) => Some(power <= MOST_MOPED_W),
        (Some(displacement), _) => Some(displacement <= MOST_MOPED_CC),
    }
}

/// Cars and trucks need one, mopeds do not. From when motorcycles need one was not seen: they are left out.
fn inspection(occasion: &Occasion) -> Option<Answer> {
    match occasion.vehicle.map(|vehicle| vehicle.kind) {
        Some(VehicleKind::Car | VehicleKind::SleeperCoach | VehicleKind::Truck | VehicleKind::SpecialPurpose) => NEEDED,
        Some(VehicleKind::Moped) => Some(Answer::NotNeeded),
        Some(VehicleKind::Motorcycle | VehicleKind::Tricycle | VehicleKind::DisabledTricycle) => None,
        None => Some(Answer::Unknown),
    }
}

/// Under six the card or its number is enough, and nothing may be added. Else a photo identity goes with a card that has no photo; this engine passes no
/// photo and does not know of one, so that a photo on the card is for the desk to see.
fn photo_identity(occasion: &Occasion) -> Option<Answer> {
    let (certainly, _) = occasion.under_six();
    Some(if certainly { Answer::NotNeeded } else { Answer::Needed(lack(occasion)) })
}

/// Of a patient who may be under six nothing is more than a note: the number suffices.
fn lack(occasion: &Occasion) -> Gravity {
    let (_, possibly) = occasion.under_six();
    if possibly { Gravity::Note } else { Gravity::Refer }
}
