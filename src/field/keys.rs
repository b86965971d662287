//! The keys by name. A number means something only within its kind; the table says what.

use super::Field;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        impl Field { $($(#[$doc])* pub const $name: Self = Self($number);)* }
    };
}

fields! {
    /// Full name (any paper of a person).
    FULL_NAME = 1;
    /// Date of birth, possibly partial.
    DATE_OF_BIRTH = 2;
    /// Gender: "Nam" or "Nữ".
    GENDER = 3;
    /// Nationality, ISO 3166-1 alpha-3.
    NATIONALITY = 4;
    /// Personal identification number.
    PERSONAL_NO = 5;
    /// Place of residence.
    RESIDENCE = 6;
    /// Day of issue.
    ISSUED_ON = 7;
    /// First day in force.
    VALID_FROM = 8;
    /// Last day in force, or `false`: no end.
    VALID_UNTIL = 9;
    /// Identity: earlier numbers.
    PREVIOUS_NUMBERS = 10;
    /// Identity: place of origin.
    PLACE_OF_ORIGIN = 11;
    /// Identity: place of birth registration.
    BIRTH_REGISTRATION = 12;
    /// Licence: its number.
    LICENCE_NO = 10;
    /// Licence: classes with passing dates.
    CLASSES = 11;
    /// Licence: which law's class names these are.
    REGIME = 12;
    /// Licence: restriction codes.
    RESTRICTIONS = 13;
    /// Licence: body that issued it.
    ISSUING_BODY = 14;
    /// Licence: number of the card blank.
    STOCK_NO = 15;
    /// Licence: motorcycle part, or `false`: none.
    MOTORCYCLE_PART = 20;
    /// Licence: car part, or `false`: none.
    CAR_PART = 21;
    /// Licence part: points left.
    POINTS = 22;
    /// Licence part: suspension, or `false`: none.
    SUSPENSION = 23;
    /// Licence part: held by the police until an appointment, or `false`: not held.
    HELD_UNTIL = 24;
    /// Registration, inspection, insurance: plate.
    PLATE = 10;
    /// Registration: colour of the plate.
    PLATE_COLOUR = 11;
    /// Registration: owner's name.
    OWNER_NAME = 12;
    /// Registration: owner's personal identification number.
    OWNER_PERSONAL_NO = 13;
    /// Registration: owner's address.
    OWNER_ADDRESS = 14;
    /// Registration: brand.
    BRAND = 15;
    /// Registration: model.
    MODEL = 16;
    /// Registration, insurance: kind of vehicle.
    VEHICLE_KIND = 17;
    /// Registration: displacement in cubic centimetres.
    DISPLACEMENT_CC = 18;
    /// Registration: power in watts.
    POWER_W = 19;
    /// Registration: seats, the driver's included.
    SEATS = 20;
    /// Registration: gross mass in kilograms.
    GROSS_MASS_KG = 21;
    /// Registration: colour.
    COLOUR = 22;
    /// Registration: engine number.
    ENGINE_NO = 23;
    /// Registration, inspection, insurance: chassis number.
    CHASSIS_NO = 24;
    /// Registration: first registered on.
    FIRST_REGISTERED_ON = 25;
    /// Registration: held by the police until an appointment, or `false`: not held.
    REGISTRATION_HELD_UNTIL = 26;
    /// Health card: card number in any of its three forms.
    CARD_NO = 10;
    /// Health card: benefit level 1 to 5.
    BENEFIT_LEVEL = 11;
    /// Health card: object code.
    OBJECT_CODE = 12;
    /// Health card: code of the facility of first registration.
    FACILITY_CODE = 13;
    /// Health card: name of the facility of first registration.
    FACILITY_NAME = 14;
    /// Health card: day from which five years are continuous.
    FIVE_YEARS_ON = 15;
    /// Health card: living area K1, K2 or K3.
    LIVING_AREA = 16;
    /// Health card: a parent's name, on a child's card.
    PARENT_NAME = 17;
    /// Inspection, insurance: number of the certificate.
    CERTIFICATE_NO = 11;
    /// Inspection: number of the stamp on the vehicle.
    STAMP_NO = 12;
    /// Inspection: body that inspected.
    INSPECTION_BODY = 13;
    /// Insurance: company that insures.
    INSURER = 12;
    /// Foreign licence: categories of the Vienna Convention of 1968, annexes 6 and 7.
    CATEGORIES = 11;
    /// Foreign licence: which convention it was issued under, or that it is an international permit.
    CONVENTION = 12;
    /// Foreign licence: country that issued it.
    ISSUING_COUNTRY = 13;
}
