//! The one list of kinds of paper, and the one table of their fields. A kind is a row of `kinds!`, a field a row of
//! `rows!`, in the order of docs/fields.md, which is printed from both. Numbers, names and words stand here alone; what
//! else a new kind or field needs is in CONTRIBUTING.md.

use super::{Class, Field, FieldRow, Kind, KindRow, Place, Sensitivity, Shape};
use crate::language::Text;

macro_rules! kinds {
    ($($(#[$doc:meta])* $constant:ident $number:literal $name:literal $vi:literal $en:literal;)*) => {
        impl Kind { $($(#[$doc])* pub const $constant: Self = Self($number);)* }

        /// All kinds this engine can read, in the order of their numbers.
        pub const KINDS: &[KindRow] = &[$(KindRow { kind: Kind::$constant, name: $name, text: Text::new($vi, $en) }),*];
    };
}

#[rustfmt::skip]
kinds! {
    /// The identity part of the e-ID (Law 26/2023/QH15 art. 3(13), 31).
    IDENTITY 1 "identity" "Căn cước điện tử" "Electronic identity";
    /// Driving licence, possibly in two parts (Law 36/2024/QH15 art. 57; Circular 12/2025/TT-BCA).
    DRIVING_LICENCE 2 "driving_licence" "Giấy phép lái xe" "Driving licence";
    /// Vehicle registration certificate (Circular 79/2024/TT-BCA).
    VEHICLE_REGISTRATION 3 "vehicle_registration" "Chứng nhận đăng ký xe" "Vehicle registration";
    /// Health insurance card (Decree 188/2025 art. 10).
    HEALTH_INSURANCE_CARD 4 "health_insurance_card" "Thẻ bảo hiểm y tế" "Health insurance card";
    /// Certificate of a vehicle's technical inspection (Law 36/2024/QH15 art. 56).
    INSPECTION_CERTIFICATE 5 "inspection_certificate" "Chứng nhận kiểm định xe" "Vehicle inspection certificate";
    /// Certificate of the vehicle owner's compulsory civil liability insurance (Law 36/2024/QH15 art. 56).
    LIABILITY_INSURANCE 6 "liability_insurance" "Chứng nhận bảo hiểm TNDS bắt buộc" "Compulsory liability insurance";
    /// A foreigner's electronic identity account: no e-ID, which is for citizens (Decree 69/2024/ND-CP art. 7, 9).
    FOREIGNER_IDENTITY 7 "foreigner_identity" "Danh tính điện tử người nước ngoài" "Foreigner's electronic identity";
    /// A dependant, on a paper that the issuer made out under the key of the one who shows it (Decree 69/2024/ND-CP
    /// art. 14(2)).
    DEPENDANT 8 "dependant" "Giấy tờ người phụ thuộc" "Dependant's paper";
    /// Driving licence of another country, or an international permit (Law 36/2024/QH15 art. 57(6)).
    FOREIGN_DRIVING_LICENCE 9 "foreign_driving_licence" "Giấy phép lái xe nước ngoài" "Foreign driving licence";
}

/// What makes a row that of a field.
pub(super) struct Named {
    pub(super) kind: Option<Kind>,
    pub(super) number: u64,
    pub(super) name: &'static str,
    pub(super) place: Place,
}

macro_rules! rows {
    ($($kind:ident $number:literal $name:literal $place:ident $class:ident $sensitivity:ident $bearing:ident $shape:ident $vi:literal $en:literal;)*) => {
        /// Every field this engine knows. `ANY`: reserved with this meaning in every kind of paper.
        pub const FIELDS: &[FieldRow] = &[$(FieldRow {
            kind: rows!(@kind $kind),
            field: Field::named($number, $name),
            name: $name,
            place: Place::$place,
            class: Class::$class,
            sensitivity: Sensitivity::$sensitivity,
            bearing: rows!(@bearing $bearing),
            shape: Shape::$shape,
            text: Text::new($vi, $en),
        }),*];

        /// The same rows as far as they make fields: those of one number and name in one place are one field, of all
        /// their kinds.
        pub(super) const ROWS: &[Named] = &[$(Named {
            kind: rows!(@kind $kind),
            number: $number,
            name: $name,
            place: Place::$place,
        }),*];
    };
    (@kind ANY) => { None };
    (@kind $kind:ident) => { Some(Kind::$kind) };
    (@bearing bearing) => { true };
    (@bearing free) => { false };
}

#[rustfmt::skip]
rows! {
    IDENTITY 1 "full_name" Paper Identity Basic free Text "Họ, chữ đệm và tên" "Full name";
    IDENTITY 2 "date_of_birth" Paper Identity Basic free Date "Ngày sinh" "Date of birth";
    IDENTITY 3 "gender" Paper Identity Basic free Text "Giới tính" "Gender";
    IDENTITY 4 "nationality" Paper Identity Basic free Text "Quốc tịch" "Nationality";
    IDENTITY 5 "personal_no" Paper Identity Basic free Text "Số định danh cá nhân" "Personal identification number";
    IDENTITY 6 "residence" Paper Contact Basic free Text "Nơi cư trú" "Residence";
    IDENTITY 7 "issued_on" Paper Status Basic free Date "Ngày cấp" "Issued on";
    IDENTITY 9 "valid_until" Paper Status Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    IDENTITY 10 "previous_numbers" Paper Identity Basic free Texts "Số CMND, số định danh cũ" "Previous numbers";
    IDENTITY 11 "place_of_origin" Paper Identity Basic free Text "Quê quán" "Place of origin";
    IDENTITY 12 "birth_registration" Paper Identity Basic free Text "Nơi đăng ký khai sinh" "Place of birth registration";
    IDENTITY 13 "residence_kind" Paper Contact Basic free Text "Loại nơi cư trú" "Kind of residence";
    IDENTITY 40 "father_name" Paper Family Basic free Text "Họ tên cha" "Father's name";
    IDENTITY 41 "mother_name" Paper Family Basic free Text "Họ tên mẹ" "Mother's name";
    IDENTITY 42 "spouse_name" Paper Family Basic free Text "Họ tên vợ hoặc chồng" "Spouse's name";
    DRIVING_LICENCE 1 "full_name" Paper Identity Basic free Text "Họ và tên" "Full name";
    DRIVING_LICENCE 2 "date_of_birth" Paper Identity Basic free Date "Ngày sinh" "Date of birth";
    DRIVING_LICENCE 4 "nationality" Paper Identity Basic free Text "Quốc tịch" "Nationality";
    DRIVING_LICENCE 5 "personal_no" Paper Identity Basic free Text "Số định danh cá nhân" "Personal identification number";
    DRIVING_LICENCE 6 "residence" Paper Contact Basic free Text "Nơi cư trú" "Residence";
    DRIVING_LICENCE 10 "licence_no" Paper Identity Basic free Text "Số giấy phép lái xe" "Licence number";
    DRIVING_LICENCE 11 "classes" Paper Status Basic free Classes "Hạng xe được phép lái" "Classes";
    DRIVING_LICENCE 12 "regime" Paper Status Basic bearing Text "Hạng theo luật" "Classes under";
    DRIVING_LICENCE 13 "restrictions" Paper Status Basic bearing Texts "Điều kiện hạn chế" "Restriction codes";
    DRIVING_LICENCE 14 "issuing_body" Paper Status Basic free Text "Cơ quan cấp" "Issuing body";
    DRIVING_LICENCE 15 "stock_no" Paper Identity Basic free Text "Số sê-ri phôi" "Card stock number";
    DRIVING_LICENCE 20 "motorcycle_part" Paper Status Basic bearing Part "Phần mô tô" "Motorcycle part";
    DRIVING_LICENCE 21 "car_part" Paper Status Basic bearing Part "Phần ô tô" "Car part";
    DRIVING_LICENCE 7 "issued_on" Part Status Basic free Date "Ngày cấp" "Issued on";
    DRIVING_LICENCE 9 "valid_until" Part Status Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    DRIVING_LICENCE 22 "points" Part Status Basic bearing Points "Số điểm còn lại" "Points left";
    DRIVING_LICENCE 23 "suspension" Part Status Basic bearing Suspension "Thời gian bị tước quyền" "Suspended";
    DRIVING_LICENCE 24 "seized_until" Part Status Basic bearing DayOrNone "Đang tạm giữ, hẹn ngày" "Held, appointment on";
    VEHICLE_REGISTRATION 7 "issued_on" Paper Vehicle Basic free Date "Ngày cấp" "Issued on";
    VEHICLE_REGISTRATION 9 "valid_until" Paper Vehicle Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    VEHICLE_REGISTRATION 10 "plate" Paper Vehicle Basic free Text "Biển số" "Plate";
    VEHICLE_REGISTRATION 11 "plate_colour" Paper Vehicle Basic free Text "Màu biển số" "Plate colour";
    VEHICLE_REGISTRATION 12 "owner_name" Paper Identity Basic free Text "Chủ xe" "Owner";
    VEHICLE_REGISTRATION 13 "owner_personal_no" Paper Identity Basic free Text "Số định danh chủ xe" "Owner's personal identification number";
    VEHICLE_REGISTRATION 14 "owner_address" Paper Contact Basic free Text "Địa chỉ chủ xe" "Owner's address";
    VEHICLE_REGISTRATION 15 "brand" Paper Vehicle Basic free Text "Nhãn hiệu" "Brand";
    VEHICLE_REGISTRATION 16 "model" Paper Vehicle Basic free Text "Số loại" "Model";
    VEHICLE_REGISTRATION 17 "vehicle_kind" Paper Vehicle Basic free Text "Loại xe" "Kind of vehicle";
    VEHICLE_REGISTRATION 18 "displacement_cc" Paper Vehicle Basic free Count "Dung tích xi lanh (cm³)" "Engine size (cm³)";
    VEHICLE_REGISTRATION 19 "power_w" Paper Vehicle Basic free Count "Công suất (W)" "Power (W)";
    VEHICLE_REGISTRATION 20 "seats" Paper Vehicle Basic free Count "Số chỗ ngồi, kể cả người lái" "Seats, driver included";
    VEHICLE_REGISTRATION 21 "gross_mass_kg" Paper Vehicle Basic free Count "Khối lượng toàn bộ (kg)" "Gross mass (kg)";
    VEHICLE_REGISTRATION 22 "colour" Paper Vehicle Basic free Text "Màu sơn" "Colour";
    VEHICLE_REGISTRATION 23 "engine_no" Paper Vehicle Basic free Text "Số máy" "Engine number";
    VEHICLE_REGISTRATION 24 "chassis_no" Paper Vehicle Basic free Text "Số khung" "Chassis number";
    VEHICLE_REGISTRATION 25 "first_registered_on" Paper Vehicle Basic free Date "Đăng ký lần đầu" "First registered on";
    VEHICLE_REGISTRATION 26 "seized_until" Paper Status Basic bearing DayOrNone "Đang tạm giữ, hẹn ngày" "Held, appointment on";
    HEALTH_INSURANCE_CARD 1 "full_name" Paper Identity Basic free Text "Họ và tên" "Full name";
    HEALTH_INSURANCE_CARD 2 "date_of_birth" Paper Identity Basic free Date "Ngày sinh" "Date of birth";
    HEALTH_INSURANCE_CARD 3 "gender" Paper Identity Basic free Text "Giới tính" "Gender";
    HEALTH_INSURANCE_CARD 5 "personal_no" Paper Identity Basic free Text "Số định danh cá nhân" "Personal identification number";
    HEALTH_INSURANCE_CARD 8 "valid_from" Paper Health Basic bearing DayOrNone "Có giá trị từ" "Valid from";
    HEALTH_INSURANCE_CARD 9 "valid_until" Paper Health Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    HEALTH_INSURANCE_CARD 10 "card_no" Paper Health Sensitive free Text "Mã số BHYT" "Health insurance number";
    HEALTH_INSURANCE_CARD 11 "benefit_level" Paper Health Sensitive free Count "Mức hưởng" "Benefit level";
    HEALTH_INSURANCE_CARD 12 "object_code" Paper Health Sensitive free Text "Mã đối tượng" "Insured group code";
    HEALTH_INSURANCE_CARD 13 "facility_code" Paper Health Sensitive free Text "Mã nơi đăng ký KCB ban đầu" "Code of first facility";
    HEALTH_INSURANCE_CARD 14 "facility_name" Paper Health Sensitive free Text "Nơi đăng ký KCB ban đầu" "First facility";
    HEALTH_INSURANCE_CARD 15 "five_years_on" Paper Health Basic free Date "Thời điểm đủ 5 năm liên tục" "Five years continuous on";
    HEALTH_INSURANCE_CARD 16 "living_area" Paper Health Sensitive free Text "Mã nơi sinh sống" "Living area code (K1–K3)";
    HEALTH_INSURANCE_CARD 17 "parent_name" Paper Family Basic free Text "Họ tên cha, mẹ" "Parent's name";
    INSPECTION_CERTIFICATE 7 "issued_on" Paper Vehicle Basic free Date "Ngày cấp" "Issued on";
    INSPECTION_CERTIFICATE 9 "valid_until" Paper Vehicle Basic bearing DayOrNone "Có hiệu lực đến hết ngày" "Valid until";
    INSPECTION_CERTIFICATE 10 "plate" Paper Vehicle Basic free Text "Biển số" "Plate";
    INSPECTION_CERTIFICATE 11 "certificate_no" Paper Vehicle Basic free Text "Số giấy chứng nhận" "Certificate number";
    INSPECTION_CERTIFICATE 12 "stamp_no" Paper Vehicle Basic free Text "Số tem kiểm định" "Stamp number";
    INSPECTION_CERTIFICATE 13 "inspection_body" Paper Vehicle Basic free Text "Cơ sở đăng kiểm" "Inspection body";
    INSPECTION_CERTIFICATE 24 "chassis_no" Paper Vehicle Basic free Text "Số khung" "Chassis number";
    LIABILITY_INSURANCE 7 "issued_on" Paper Vehicle Basic free Date "Ngày cấp" "Issued on";
    LIABILITY_INSURANCE 8 "valid_from" Paper Vehicle Basic bearing DayOrNone "Có hiệu lực từ ngày" "Valid from";
    LIABILITY_INSURANCE 9 "valid_until" Paper Vehicle Basic bearing DayOrNone "Có hiệu lực đến hết ngày" "Valid until";
    LIABILITY_INSURANCE 10 "plate" Paper Vehicle Basic free Text "Biển số" "Plate";
    LIABILITY_INSURANCE 11 "certificate_no" Paper Vehicle Basic free Text "Số giấy chứng nhận" "Certificate number";
    LIABILITY_INSURANCE 12 "insurer" Paper Vehicle Basic free Text "Doanh nghiệp bảo hiểm" "Insurer";
    LIABILITY_INSURANCE 17 "vehicle_kind" Paper Vehicle Basic free Text "Loại xe" "Kind of vehicle";
    LIABILITY_INSURANCE 24 "chassis_no" Paper Vehicle Basic free Text "Số khung" "Chassis number";
    FOREIGNER_IDENTITY 1 "full_name" Paper Identity Basic free Text "Họ và tên" "Full name";
    FOREIGNER_IDENTITY 2 "date_of_birth" Paper Identity Basic free Date "Ngày sinh" "Date of birth";
    FOREIGNER_IDENTITY 3 "gender" Paper Identity Basic free Text "Giới tính" "Gender";
    FOREIGNER_IDENTITY 4 "nationality" Paper Identity Basic free Text "Quốc tịch" "Nationality";
    FOREIGNER_IDENTITY 5 "personal_no" Paper Identity Basic free Text "Số định danh người nước ngoài" "Foreigner's identification number";
    FOREIGNER_IDENTITY 6 "residence" Paper Contact Basic free Text "Nơi cư trú" "Residence";
    FOREIGNER_IDENTITY 10 "passport_no" Paper Identity Basic free Text "Số hộ chiếu, giấy tờ đi lại quốc tế" "Passport or travel document number";
    FOREIGNER_IDENTITY 11 "passport_valid_until" Paper Status Basic bearing DayOrNone "Hộ chiếu có giá trị đến" "Passport valid until";
    FOREIGNER_IDENTITY 12 "stay_valid_until" Paper Status Basic bearing DayOrNone "Thời hạn cư trú đến" "Stay granted until";
    FOREIGNER_IDENTITY 13 "residence_card_no" Paper Identity Basic free Text "Số thẻ thường trú, tạm trú" "Residence card number";
    FOREIGNER_IDENTITY 14 "residence_kind" Paper Contact Basic free Text "Loại nơi cư trú" "Kind of residence";
    FOREIGNER_IDENTITY 15 "passport_state" Paper Identity Basic free Text "Nước cấp hộ chiếu" "State that issued the passport";
    DEPENDANT 1 "full_name" Paper Family Basic free Text "Họ tên người phụ thuộc" "Dependant's name";
    DEPENDANT 2 "date_of_birth" Paper Family Basic free Date "Ngày sinh người phụ thuộc" "Dependant's date of birth";
    DEPENDANT 3 "gender" Paper Family Basic free Text "Giới tính người phụ thuộc" "Dependant's gender";
    DEPENDANT 5 "personal_no" Paper Family Basic free Text "Số định danh người phụ thuộc" "Dependant's personal identification number";
    DEPENDANT 9 "valid_until" Paper Status Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    DEPENDANT 10 "relation" Paper Family Basic free Text "Quan hệ với người xuất trình" "Relation to the person showing";
    DEPENDANT 11 "guardian_name" Paper Family Basic free Text "Họ tên người xuất trình" "Name of the person showing";
    DEPENDANT 12 "guardian_personal_no" Paper Family Basic free Text "Số định danh người xuất trình" "ID number of the person showing";
    FOREIGN_DRIVING_LICENCE 1 "full_name" Paper Identity Basic free Text "Họ và tên" "Full name";
    FOREIGN_DRIVING_LICENCE 2 "date_of_birth" Paper Identity Basic free Date "Ngày sinh" "Date of birth";
    FOREIGN_DRIVING_LICENCE 5 "personal_no" Paper Identity Basic free Text "Số định danh cá nhân" "Personal identification number";
    FOREIGN_DRIVING_LICENCE 7 "issued_on" Paper Status Basic free Date "Ngày cấp" "Issued on";
    FOREIGN_DRIVING_LICENCE 9 "valid_until" Paper Status Basic bearing DayOrNone "Có giá trị đến" "Valid until";
    FOREIGN_DRIVING_LICENCE 10 "licence_no" Paper Identity Basic free Text "Số giấy phép lái xe" "Licence number";
    FOREIGN_DRIVING_LICENCE 11 "categories" Paper Status Basic free Texts "Hạng ghi trên giấy phép" "Categories on the licence";
    FOREIGN_DRIVING_LICENCE 12 "convention" Paper Status Basic free Text "Công ước" "Convention";
    FOREIGN_DRIVING_LICENCE 13 "issuing_country" Paper Identity Basic free Text "Nước cấp" "Issuing country";
    ANY 30 "portrait" Paper Biometric Sensitive free Opaque "Ảnh khuôn mặt" "Portrait";
    ANY 31 "fingerprint" Paper Biometric Sensitive free Opaque "Vân tay" "Fingerprint";
    ANY 32 "iris" Paper Biometric Sensitive free Opaque "Mống mắt" "Iris";
    ANY 33 "dna" Paper Biometric Sensitive free Opaque "ADN" "DNA";
    ANY 34 "voice" Paper Biometric Sensitive free Opaque "Giọng nói" "Voice";
    ANY 35 "card_image" Paper Biometric Sensitive free Opaque "Ảnh chụp thẻ" "Image of a card";
    ANY 36 "ethnicity" Paper Special Sensitive free Opaque "Dân tộc" "Ethnicity";
    ANY 37 "religion" Paper Special Sensitive free Opaque "Tôn giáo" "Religion";
    ANY 38 "identifying_features" Paper Special Sensitive free Opaque "Đặc điểm nhận dạng" "Identifying features";
}
