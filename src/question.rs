//! A question instead of fields: the citizen agrees that only its answer is told, and the report tells nothing else of
//! the paper.
//!
//! The fields it rests on travel to the verifier's device and end there unseen. What an answer gives away is the
//! answer: whoever may ask the same citizen about many vehicles learns more with each.

use crate::field::{Field, FieldKey, Kind};
use crate::language::Text;
use crate::scene::{Vehicle, VehicleMeasure};

/// What is asked of a driving licence (docs/dc1.md §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Question {
    /// May the holder drive the vehicle that stands there, today?
    MayDriveThisVehicle,
    /// May the holder drive every vehicle of this class, today?
    MayDriveClass(LicenceClass),
}

/// The kind of paper that answers every question so far, and the fields it is answered from.
const NEEDS: (Kind, [Field; 5]) = (
    Kind::DRIVING_LICENCE,
    [Field::CLASSES, Field::REGIME, Field::RESTRICTIONS, Field::MOTORCYCLE_PART, Field::CAR_PART],
);

/// Number and name of the one question that names no class.
const THIS_VEHICLE: (u64, &str) = (1, "may_drive_this_vehicle");

impl Question {
    /// Every question.
    pub fn all() -> impl Iterator<Item = Self> {
        let classes = LicenceClass::ALL.iter().copied().map(Self::MayDriveClass);
        core::iter::once(Self::MayDriveThisVehicle).chain(classes)
    }

    /// Its number in the registry.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::MayDriveThisVehicle => THIS_VEHICLE.0,
            Self::MayDriveClass(class) => class.question(),
        }
    }

    /// The question of a number; `None`: a newer one, or none.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::all().find(|question| question.number() == number)
    }

    /// Its name in the registry.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MayDriveThisVehicle => THIS_VEHICLE.1,
            Self::MayDriveClass(class) => class.question_name(),
        }
    }

    /// The question of a registry name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|question| question.name() == name)
    }

    /// The question in words, for whoever is asked and for whoever asks.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::MayDriveThisVehicle => {
                Text::new("Hôm nay có được lái chiếc xe này hay không?", "May the holder drive this vehicle today?")
            }
            Self::MayDriveClass(class) => class.question_text(),
        }
    }

    /// What is promised with every question: what travels, and what will show.
    #[must_use]
    pub const fn promise() -> Text {
        Text::new(
            "Máy kiểm tra nhận các mục cần để trả lời và chỉ hiện câu trả lời: được, không được hoặc chưa rõ.",
            "The verifier's device receives the fields it needs and shows only the answer: yes, no or not known.",
        )
    }

    /// The kind of paper that answers it, and the fields it is answered from: exactly what an ask with this question
    /// wants.
    #[must_use]
    pub const fn needs(self) -> (Kind, &'static [Field]) {
        let (Self::MayDriveThisVehicle | Self::MayDriveClass(_)) = self;
        (NEEDS.0, &NEEDS.1)
    }

    /// Whether it is answered from this field.
    pub(crate) fn rests_on(self, kind: Kind, key: FieldKey) -> bool {
        let (of, fields) = self.needs();
        kind == of && fields.iter().any(|field| field.in_kind(of) == Some(key))
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $number:literal $question:literal;)*) => {
        /// A class of driving licence as the law names it since 2025 (Law 36/2024/QH15 art. 57(1)).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum LicenceClass { $($(#[$doc])* $variant,)* }

        impl LicenceClass {
            /// Every class, in the order of the law.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            const fn question(self) -> u64 {
                match self { $(Self::$variant => $number),* }
            }

            const fn question_name(self) -> &'static str {
                match self { $(Self::$variant => $question),* }
            }

            const fn question_text(self) -> Text {
                match self { $(Self::$variant => Text::new(concat!("Hôm nay có được lái xe hạng ", $name, " hay không?"), concat!("May the holder drive vehicles of class ", $name, " today?"))),* }
            }
        }
    };
}

classes! {
    /// Two wheels to 125 cm³ or 11 kW.
    A1 "A1" 11 "may_drive_a1";
    /// Two wheels.
    A "A" 12 "may_drive_a";
    /// Three wheels, and class A1.
    B1 "B1" 13 "may_drive_b1";
    /// Cars to 8 passengers, trucks to 3,500 kg.
    B "B" 14 "may_drive_b";
    /// Trucks to 7,500 kg, and class B.
    C1 "C1" 15 "may_drive_c1";
    /// Trucks, and classes B, C1.
    C "C" 16 "may_drive_c";
    /// Cars to 16 passengers, and classes B, C1, C.
    D1 "D1" 17 "may_drive_d1";
    /// Cars to 29 passengers, and classes B, C1, C, D1.
    D2 "D2" 18 "may_drive_d2";
    /// Cars of any size, sleeper coaches, and classes B, C1, C, D1, D2.
    D "D" 19 "may_drive_d";
    /// Vehicles of class B with a trailer above 750 kg.
    Be "BE" 20 "may_drive_be";
    /// Vehicles of class C1 with such a trailer.
    C1e "C1E" 21 "may_drive_c1e";
    /// Vehicles of class C with such a trailer, and semi-trailers.
    Ce "CE" 22 "may_drive_ce";
    /// Vehicles of class D1 with such a trailer.
    D1e "D1E" 23 "may_drive_d1e";
    /// Vehicles of class D2 with such a trailer.
    D2e "D2E" 24 "may_drive_d2e";
    /// Vehicles of class D with such a trailer, and articulated coaches.
    De "DE" 25 "may_drive_de";
}

/// Whether a licence covers what is to be driven, by its classes and restrictions. Not whether it is in force: that is
/// the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cover {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Not established: the findings say what is missing.
    Undetermined,
    /// No licence is needed for it.
    NotNeeded,
}

impl Cover {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Undetermined => "undetermined",
            Self::NotNeeded => "not_needed",
        }
    }

    /// What an officer reads.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Yes => Text::new("được", "yes"),
            Self::No => Text::new("không", "no"),
            Self::Undetermined => Text::new("chưa rõ", "not known"),
            Self::NotNeeded => Text::new("xe này không cần GPLX", "no licence needed for it"),
        }
    }
}

/// An answer, and the rule of law that decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Covers {
    /// The answer.
    pub answer: Cover,
    /// The id of the rule; [`citation`](crate::citation) has the article.
    pub rule: &'static str,
    /// Which measure of the vehicle to look for where it is *undetermined* and a measure would decide: the encounter is
    /// then judged again, without a scan.
    pub measure: Option<VehicleMeasure>,
}

/// What is to be driven.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Drive<'a> {
    /// This vehicle.
    Vehicle(&'a Vehicle),
    /// Any vehicle of a class.
    Class(LicenceClass),
}

#[cfg(test)]
mod tests;
