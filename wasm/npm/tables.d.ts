// Printed from the tables of the engine by wasm/tests/tables.rs; do not edit by hand.
// Every union may grow with a new version: end a switch over one with a default.

import type { Classes, DateValue, Part, Points, Suspension } from "./index.js";

/** Why a verifier asks. */
export type Purpose =
  | "traffic_control"
  | "clinic_admission"
  | "bank_onboarding"
  | "e_wallet"
  | "insurance_claim"
  | "public_service";

/** A kind of paper. */
export type Kind =
  | "identity"
  | "driving_licence"
  | "vehicle_registration"
  | "health_insurance_card"
  | "inspection_certificate"
  | "liability_insurance"
  | "foreigner_identity"
  | "dependant"
  | "foreign_driving_licence";

/** A kind of vehicle, as an officer picks it. */
export type VehicleKind =
  | "moped"
  | "motorcycle"
  | "tricycle"
  | "disabled_tricycle"
  | "car"
  | "sleeper_coach"
  | "truck"
  | "four_wheeled_passenger"
  | "four_wheeled_goods"
  | "special_purpose";

/** What a vehicle draws. */
export type TowedKind =
  | "nothing"
  | "trailer"
  | "semi_trailer"
  | "carriage";

/** How a vehicle shifts gears. */
export type Gear =
  | "manual"
  | "automatic";

/** What may be asked instead of fields. */
export type QuestionName =
  | "may_drive_this_vehicle"
  | "may_drive_a1"
  | "may_drive_a"
  | "may_drive_b1"
  | "may_drive_b"
  | "may_drive_c1"
  | "may_drive_c"
  | "may_drive_d1"
  | "may_drive_d2"
  | "may_drive_d"
  | "may_drive_be"
  | "may_drive_c1e"
  | "may_drive_ce"
  | "may_drive_d1e"
  | "may_drive_d2e"
  | "may_drive_de";

/** For each kind of paper its fields, with the types of their values. `null`: the paper says that there is none. */
export interface Fields {
  /** Electronic identity. */
  identity: {
    /** Full name. Họ, chữ đệm và tên. */
    full_name: string;
    /** Date of birth. Ngày sinh. */
    date_of_birth: DateValue;
    /** Gender. Giới tính. */
    gender: string;
    /** Nationality. Quốc tịch. */
    nationality: string;
    /** Personal identification number. Số định danh cá nhân. */
    personal_no: string;
    /** Residence. Nơi cư trú. */
    residence: string;
    /** Issued on. Ngày cấp. */
    issued_on: DateValue;
    /** Valid until. Có giá trị đến. */
    valid_until: DateValue | null;
    /** Previous numbers. Số CMND, số định danh cũ. */
    previous_numbers: readonly string[] | null;
    /** Place of origin. Quê quán. */
    place_of_origin: string;
    /** Place of birth registration. Nơi đăng ký khai sinh. */
    birth_registration: string;
    /** Kind of residence. Loại nơi cư trú. */
    residence_kind: string;
    /** Father's name. Họ tên cha. */
    father_name: string;
    /** Mother's name. Họ tên mẹ. */
    mother_name: string;
    /** Spouse's name. Họ tên vợ hoặc chồng. */
    spouse_name: string;
  };
  /** Driving licence. */
  driving_licence: {
    /** Full name. Họ và tên. */
    full_name: string;
    /** Date of birth. Ngày sinh. */
    date_of_birth: DateValue;
    /** Nationality. Quốc tịch. */
    nationality: string;
    /** Personal identification number. Số định danh cá nhân. */
    personal_no: string;
    /** Residence. Nơi cư trú. */
    residence: string;
    /** Licence number. Số giấy phép lái xe. */
    licence_no: string;
    /** Classes. Hạng xe được phép lái. */
    classes: Classes;
    /** Classes under. Hạng theo luật. */
    regime: string;
    /** Restriction codes. Điều kiện hạn chế. */
    restrictions: readonly string[] | null;
    /** Issuing body. Cơ quan cấp. */
    issuing_body: string;
    /** Card stock number. Số sê-ri phôi. */
    stock_no: string;
    /** Motorcycle part. Phần mô tô. */
    motorcycle_part: Part | null;
    /** Car part. Phần ô tô. */
    car_part: Part | null;
  };
  /** Vehicle registration. */
  vehicle_registration: {
    /** Issued on. Ngày cấp. */
    issued_on: DateValue;
    /** Valid until. Có giá trị đến. */
    valid_until: DateValue | null;
    /** Plate. Biển số. */
    plate: string;
    /** Plate colour. Màu biển số. */
    plate_colour: string;
    /** Owner. Chủ xe. */
    owner_name: string;
    /** Owner's personal identification number. Số định danh chủ xe. */
    owner_personal_no: string;
    /** Owner's address. Địa chỉ chủ xe. */
    owner_address: string;
    /** Brand. Nhãn hiệu. */
    brand: string;
    /** Model. Số loại. */
    model: string;
    /** Kind of vehicle. Loại xe. */
    vehicle_kind: string;
    /** Engine size (cm³). Dung tích xi lanh (cm³). */
    displacement_cc: number;
    /** Power (W). Công suất (W). */
    power_w: number;
    /** Seats, driver included. Số chỗ ngồi, kể cả người lái. */
    seats: number;
    /** Gross mass (kg). Khối lượng toàn bộ (kg). */
    gross_mass_kg: number;
    /** Colour. Màu sơn. */
    colour: string;
    /** Engine number. Số máy. */
    engine_no: string;
    /** Chassis number. Số khung. */
    chassis_no: string;
    /** First registered on. Đăng ký lần đầu. */
    first_registered_on: DateValue;
    /** Held, appointment on. Đang tạm giữ, hẹn ngày. */
    seized_until: DateValue | null;
  };
  /** Health insurance card. */
  health_insurance_card: {
    /** Full name. Họ và tên. */
    full_name: string;
    /** Date of birth. Ngày sinh. */
    date_of_birth: DateValue;
    /** Gender. Giới tính. */
    gender: string;
    /** Personal identification number. Số định danh cá nhân. */
    personal_no: string;
    /** Valid from. Có giá trị từ. */
    valid_from: DateValue | null;
    /** Valid until. Có giá trị đến. */
    valid_until: DateValue | null;
    /** Health insurance number. Mã số BHYT. */
    card_no: string;
    /** Benefit level. Mức hưởng. */
    benefit_level: number;
    /** Insured group code. Mã đối tượng. */
    object_code: string;
    /** Code of first facility. Mã nơi đăng ký KCB ban đầu. */
    facility_code: string;
    /** First facility. Nơi đăng ký KCB ban đầu. */
    facility_name: string;
    /** Five years continuous on. Thời điểm đủ 5 năm liên tục. */
    five_years_on: DateValue;
    /** Living area code (K1–K3). Mã nơi sinh sống. */
    living_area: string;
    /** Parent's name. Họ tên cha, mẹ. */
    parent_name: string;
  };
  /** Vehicle inspection certificate. */
  inspection_certificate: {
    /** Issued on. Ngày cấp. */
    issued_on: DateValue;
    /** Valid until. Có hiệu lực đến hết ngày. */
    valid_until: DateValue | null;
    /** Plate. Biển số. */
    plate: string;
    /** Certificate number. Số giấy chứng nhận. */
    certificate_no: string;
    /** Stamp number. Số tem kiểm định. */
    stamp_no: string;
    /** Inspection body. Cơ sở đăng kiểm. */
    inspection_body: string;
    /** Chassis number. Số khung. */
    chassis_no: string;
  };
  /** Compulsory liability insurance. */
  liability_insurance: {
    /** Issued on. Ngày cấp. */
    issued_on: DateValue;
    /** Valid from. Có hiệu lực từ ngày. */
    valid_from: DateValue | null;
    /** Valid until. Có hiệu lực đến hết ngày. */
    valid_until: DateValue | null;
    /** Plate. Biển số. */
    plate: string;
    /** Certificate number. Số giấy chứng nhận. */
    certificate_no: string;
    /** Insurer. Doanh nghiệp bảo hiểm. */
    insurer: string;
    /** Kind of vehicle. Loại xe. */
    vehicle_kind: string;
    /** Chassis number. Số khung. */
    chassis_no: string;
  };
  /** Foreigner's electronic identity. */
  foreigner_identity: {
    /** Full name. Họ và tên. */
    full_name: string;
    /** Date of birth. Ngày sinh. */
    date_of_birth: DateValue;
    /** Gender. Giới tính. */
    gender: string;
    /** Nationality. Quốc tịch. */
    nationality: string;
    /** Foreigner's identification number. Số định danh người nước ngoài. */
    personal_no: string;
    /** Residence. Nơi cư trú. */
    residence: string;
    /** Passport or travel document number. Số hộ chiếu, giấy tờ đi lại quốc tế. */
    passport_no: string;
    /** Passport valid until. Hộ chiếu có giá trị đến. */
    passport_valid_until: DateValue | null;
    /** Stay granted until. Thời hạn cư trú đến. */
    stay_valid_until: DateValue | null;
    /** Residence card number. Số thẻ thường trú, tạm trú. */
    residence_card_no: string;
    /** Kind of residence. Loại nơi cư trú. */
    residence_kind: string;
    /** State that issued the passport. Nước cấp hộ chiếu. */
    passport_state: string;
  };
  /** Dependant's paper. */
  dependant: {
    /** Dependant's name. Họ tên người phụ thuộc. */
    full_name: string;
    /** Dependant's date of birth. Ngày sinh người phụ thuộc. */
    date_of_birth: DateValue;
    /** Dependant's gender. Giới tính người phụ thuộc. */
    gender: string;
    /** Dependant's personal identification number. Số định danh người phụ thuộc. */
    personal_no: string;
    /** Valid until. Có giá trị đến. */
    valid_until: DateValue | null;
    /** Relation to the person showing. Quan hệ với người xuất trình. */
    relation: string;
    /** Name of the person showing. Họ tên người xuất trình. */
    guardian_name: string;
    /** ID number of the person showing. Số định danh người xuất trình. */
    guardian_personal_no: string;
  };
  /** Foreign driving licence. */
  foreign_driving_licence: {
    /** Full name. Họ và tên. */
    full_name: string;
    /** Date of birth. Ngày sinh. */
    date_of_birth: DateValue;
    /** Personal identification number. Số định danh cá nhân. */
    personal_no: string;
    /** Issued on. Ngày cấp. */
    issued_on: DateValue;
    /** Valid until. Có giá trị đến. */
    valid_until: DateValue | null;
    /** Licence number. Số giấy phép lái xe. */
    licence_no: string;
    /** Categories on the licence. Hạng ghi trên giấy phép. */
    categories: readonly string[] | null;
    /** Convention. Công ước. */
    convention: string;
    /** Issuing country. Nước cấp. */
    issuing_country: string;
  };
}

/** The fields of a part of a driving licence. */
export interface PartFields {
  /** Issued on. Ngày cấp. */
  issued_on: DateValue;
  /** Valid until. Có giá trị đến. */
  valid_until: DateValue | null;
  /** Points left. Số điểm còn lại. */
  points: Points | null;
  /** Suspended. Thời gian bị tước quyền. */
  suspension: Suspension | null;
  /** Held, appointment on. Đang tạm giữ, hẹn ngày. */
  seized_until: DateValue | null;
}

/** Why a check did not simply pass. */
export type ReasonCode =
  | "scan.unreadable"
  | "scan.not_ours"
  | "scan.another_app"
  | "scan.several_codes"
  | "scan.keyboard_altered"
  | "post.clock_wrong"
  | "post.mandate_not_in_force"
  | "post.ask_not_ours"
  | "post.ask_answered"
  | "post.mandate_revoked"
  | "post.lists_old"
  | "post.lists_too_old"
  | "post.root_too_old"
  | "post.law_unchecked"
  | "post.memory_full"
  | "post.memory_gap"
  | "post.store_failed"
  | "authentic.issuer_not_listed"
  | "authentic.algorithm_differs"
  | "authentic.signature_failed"
  | "authentic.not_signed"
  | "authentic.encrypted"
  | "authentic.issuer_differs"
  | "authentic.key_compromised"
  | "authentic.key_not_in_period"
  | "authentic.format_not_listed"
  | "authentic.claims_malformed"
  | "authentic.identity_missing"
  | "authentic.times_disagree"
  | "authentic.life_too_long"
  | "authentic.not_yet_valid"
  | "authentic.term_passed"
  | "authentic.authority_not_listed"
  | "authentic.authority_not_in_period"
  | "authentic.holder_key_weak"
  | "authentic.holder_key_reused"
  | "unaltered.not_signed"
  | "unaltered.repeated"
  | "unaltered.malformed"
  | "held.signature_failed"
  | "held.algorithm_differs"
  | "held.malformed"
  | "held.times_disagree"
  | "held.clock_ahead"
  | "held.window_passed"
  | "held.copy_outdated"
  | "held.other_audience"
  | "held.other_post_digits"
  | "held.not_answered"
  | "held.not_challenged"
  | "held.not_bound"
  | "held.used_elsewhere"
  | "held.shown_too_often"
  | "held.shown_in_another_encounter"
  | "held.shown_again"
  | "held.face_not_compared"
  | "agreed.missing"
  | "agreed.malformed"
  | "agreed.newer_form"
  | "agreed.no_basis"
  | "agreed.purpose_differs"
  | "agreed.question_differs"
  | "agreed.scope_contradicts"
  | "agreed.wider_than_asked"
  | "agreed.beyond_scope"
  | "agreed.paper_not_asked"
  | "agreed.field_never_passes"
  | "agreed.retention_shortened"
  | "agreed.field_not_shown"
  | "agreed.partly_shown"
  | "set.not_one_showing"
  | "set.incomplete"
  | "set.member_failed"
  | "current.account_locked"
  | "current.account_unknown"
  | "current.account_status_missing"
  | "current.level_insufficient"
  | "current.level_unknown"
  | "current.revoked"
  | "current.suspended"
  | "current.status_unknown"
  | "current.status_stale"
  | "current.status_missing"
  | "paper.bearing_missing"
  | "paper.unknown_bearing"
  | "paper.unknown_dropped"
  | "paper.field_malformed"
  | "paper.text_unusual"
  | "paper.kind_unknown"
  | "paper.restricted"
  | "identity.expired"
  | "identity.under_fourteen"
  | "identity.under_seven"
  | "identity.child_consents_too"
  | "identity.number_form"
  | "identity.number_worth_a_look"
  | "identity.previous_number_unusual"
  | "identity.card_dates_unusual"
  | "foreigner.passport_expired"
  | "foreigner.stay_past"
  | "dependant.expired"
  | "dependant.of_age"
  | "licence.expired"
  | "licence.part_suspended"
  | "licence.suspension_ahead"
  | "licence.points_zero"
  | "licence.seized_until"
  | "licence.class_not_covering"
  | "licence.cover_undetermined"
  | "licence.not_needed"
  | "licence.automatic_only"
  | "licence.adapted_controls"
  | "licence.vehicle_not_picked"
  | "licence.class_asked_not_covered"
  | "licence.class_asked_undetermined"
  | "licence.regime_unusual"
  | "licence.age_unusual"
  | "licence.term_unusual"
  | "licence.age_limit"
  | "foreign.expired"
  | "foreign.licence_alone"
  | "foreign.permit_of_viet_nam"
  | "vehicle.expired"
  | "vehicle.seized_until"
  | "vehicle.owner_differs"
  | "vehicle.plate_differs"
  | "vehicle.chassis_differs"
  | "vehicle.plate_unusual"
  | "vehicle.chassis_unusual"
  | "vehicle.inspection_expired"
  | "vehicle.insurance_not_in_force"
  | "health.not_in_force"
  | "health.may_still_count"
  | "health.looked_up_by_identity"
  | "health.number_only"
  | "health.child_under_six"
  | "health.number_unusual"
  | "health.level_unusual"
  | "health.level_may_lag"
  | "health.object_unknown"
  | "health.facility_unusual"
  | "consistency.person_differs"
  | "consistency.linked_by_key_only"
  | "consistency.guardian_not_shown"
  | "question.other_vehicle"
  | "question.not_about_vehicle"
  | "ended.vehicle_changed"
  | "ended.not_compared"
  | "ended.too_long_ago"
  | "papers.not_shown"
  | "papers.not_asked"
  | "papers.need_undetermined"
  | "papers.nothing_shown"
  | "papers.number_only"
  | "plain.unsigned"
  | "plain.differs";

/** What may be done next. */
export type StepCode =
  | "none"
  | "look_up"
  | "look_up_plate"
  | "look_up_with_duty_desk"
  | "look_up_and_report"
  | "look_up_and_tell_issuer"
  | "look_up_locked"
  | "look_up_level"
  | "look_up_paper_may_stand"
  | "compare_face_and_look_up"
  | "name_basis_or_look_up"
  | "tell_issuer"
  | "check_as_usual"
  | "frame_one_code_and_scan_again"
  | "switch_off_input_method_and_scan_again"
  | "enter_and_compare_as_usual"
  | "use_the_electronic_one"
  | "fix_clock_and_scan_again"
  | "ask_again"
  | "ask_anew"
  | "scan_again_or_look_up"
  | "wait_and_scan_new_code"
  | "confirm_still_this_person"
  | "check_clock_or_look_up"
  | "update_lists"
  | "update_lists_or_look_up"
  | "update_lists_or_look_up_plate"
  | "update_root_or_look_up"
  | "update_device_or_look_up"
  | "renew_mandate"
  | "use_another_device"
  | "wait_or_use_another_device"
  | "compare_face_on_their_screen"
  | "compare_papers"
  | "look_once_more"
  | "look_up_renewal"
  | "turn_to_guardian"
  | "other_part_in_use"
  | "within_appointment"
  | "appointment_past"
  | "compare_chassis_numbers"
  | "see_year_of_birth"
  | "part_still_in_force"
  | "compare_plate_only"
  | "check_vehicle_and_old_rights"
  | "compare_chassis_no"
  | "choose_vehicle"
  | "check_number"
  | "look_up_vehicle"
  | "look_at_gear_lever"
  | "look_at_controls"
  | "pick_vehicle_and_scan_again"
  | "begin_anew_for_this_vehicle"
  | "show_code_again"
  | "old_rights_stand"
  | "check_permit_or_treaty"
  | "see_vietnamese_licence"
  | "look_up_or_offered_paper"
  | "invite_paper_or_look_up"
  | "look_up_what_is_integrated"
  | "appointment_for_paper_not_shown"
  | "confirm_inspection_before_acting"
  | "confirm_insurance_before_acting"
  | "confirm_before_acting"
  | "confirm_before_record"
  | "choose_vehicle_then_act"
  | "check_part_in_use"
  | "check_points_again"
  | "mind_appointment"
  | "look_up_health_gateway_and_admit"
  | "look_up_again_and_admit_emergency"
  | "see_admission_day"
  | "update_lists_and_admit"
  | "fix_clock_and_admit"
  | "take_level_from_gateway"
  | "number_suffices_under_six"
  | "wipe_and_scan_again"
  | "refresh_code_and_scan_again"
  | "refresh_code_here_or_look_up"
  | "refresh_once_then_look_up_and_report"
  | "refresh_copy_or_look_up"
  | "connect_and_refresh_copy"
  | "update_app_or_look_up"
  | "compare_clocks_and_refresh"
  | "choose_verifier_again"
  | "pick_post_digits"
  | "answer_here"
  | "ask_by_challenge"
  | "choose_purpose_again"
  | "choose_question_again"
  | "ask_about_this_vehicle"
  | "agree_again"
  | "explain_and_invite"
  | "invite_if_needed"
  | "invite_name_or_look_up";

/** Why set-up refused. */
export type SetUpCode =
  | "setup.roots_malformed"
  | "setup.root_is_test"
  | "setup.root_below_threshold"
  | "setup.signatures_not_in_form"
  | "setup.root_keys_repeat"
  | "setup.root_skips_version"
  | "setup.root_differs"
  | "setup.root_rolled_back"
  | "setup.bundle_malformed"
  | "setup.bundle_too_large"
  | "setup.manifest_below_threshold"
  | "setup.manifest_other_root"
  | "setup.manifest_times_disagree"
  | "setup.from_the_future"
  | "setup.newer_engine_needed"
  | "setup.part_missing"
  | "setup.part_unlisted"
  | "setup.part_differs"
  | "setup.part_malformed"
  | "setup.key_reused"
  | "setup.bundle_rolled_back"
  | "setup.bundle_differs"
  | "setup.list_rolled_back"
  | "setup.status_too_large"
  | "setup.mandate_malformed"
  | "setup.mandate_not_signed"
  | "setup.mandate_life_too_long"
  | "setup.role_unknown"
  | "setup.post_of_another_bundle"
  | "setup.memory_torn"
  | "setup.memory_newer"
  | "setup.memory_of_another_anchor"
  | "setup.memory_malformed";

/** What a file looks like. */
export type FileKind =
  | "roots"
  | "lists"
  | "delta"
  | "mandate"
  | "memory"
  | "ask"
  | "showing"
  | "animated_part"
  | "private_key"
  | "kept_consent"
  | "report"
  | "web_page"
  | "json"
  | "picture"
  | "pdf"
  | "archive"
  | "text"
  | "empty"
  | "unknown";

/** Why an ask cannot be built or taken up again. */
export type AskCode =
  | "ask.purpose_not_allowed"
  | "ask.only_by_challenge"
  | "ask.wider_than_mandate"
  | "ask.nothing"
  | "ask.not_signed"
  | "ask.not_ours"
  | "ask.basis_not_allowed"
  | "ask.too_long";

/** Why a report is not of an encounter. */
export type EncounterCode =
  | "encounter.other_bundle"
  | "encounter.other_role"
  | "encounter.other_post"
  | "encounter.other_purpose"
  | "encounter.other_encounter"
  | "encounter.full"
  | "encounter.not_ended"
  | "encounter.papers_missing"
  | "encounter.stands";

/** The six headlines. */
export type HeadlineName =
  | "accept"
  | "look_up"
  | "not_in_force"
  | "not_proven"
  | "not_checked"
  | "scan_again";

/** Whether a licence covers what is to be driven. */
export type Cover =
  | "yes"
  | "no"
  | "undetermined"
  | "not_needed";

/** How an authority vetted what a paper says. */
export type VettingName =
  | "original_seen"
  | "database_match"
  | "other";

/** How a paper that is needed stands. */
export type NeedState =
  | "shown"
  | "answered"
  | "not_proven"
  | "not_shown"
  | "not_applicable"
  | "undetermined";

/** Codes that are printed unsigned on cards. */
export type PlainKind =
  | "chip_card"
  | "health_card"
  | "mrz";

/** What altered a code on its way from print or screen. */
export type AlteredName =
  | "caps_lock"
  | "input_method"
  | "layout"
  | "code_page"
  | "letters_lost";

/** How a printed field stands to the proven one. */
export type Likeness =
  | "same"
  | "tone_placement"
  | "look_alike"
  | "no_diacritics"
  | "reordered"
  | "says_less"
  | "differs"
  | "place_written_otherwise"
  | "only_printed"
  | "only_proven";

/** Where reading stopped. */
export type Layer =
  | "text"
  | "base45"
  | "frames"
  | "zlib"
  | "cbor"
  | "cose";
