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
  | "health_insurance_card";

/** A kind of vehicle, as an officer picks it. */
export type VehicleKind =
  | "moped"
  | "motorcycle"
  | "tricycle"
  | "car"
  | "truck";

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
    /** Class regime (vn-2008, vn-2024). Hệ thống hạng (vn-2008, vn-2024). */
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
    /** Displacement (cm³). Dung tích (cm³). */
    displacement_cc: number | bigint;
    /** Power (W). Công suất (W). */
    power_w: number | bigint;
    /** Seats, driver included. Số chỗ ngồi, kể cả người lái. */
    seats: number | bigint;
    /** Gross mass (kg). Khối lượng toàn bộ (kg). */
    gross_mass_kg: number | bigint;
    /** Colour. Màu sơn. */
    colour: string;
    /** Engine number. Số máy. */
    engine_no: string;
    /** Chassis number. Số khung. */
    chassis_no: string;
    /** First registered on. Đăng ký lần đầu. */
    first_registered_on: DateValue;
    /** Held until appointment. Tạm giữ, hẹn giải quyết ngày. */
    held_until: DateValue | null;
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
    benefit_level: number | bigint;
    /** Object code. Mã đối tượng. */
    object_code: string;
    /** Code of first facility. Mã nơi đăng ký KCB ban đầu. */
    facility_code: string;
    /** First facility. Nơi đăng ký KCB ban đầu. */
    facility_name: string;
    /** Five years continuous on. Thời điểm đủ 5 năm liên tục. */
    five_years_on: DateValue;
    /** Living area. Mã nơi sinh sống. */
    living_area: string;
    /** Parent's name. Họ tên cha, mẹ. */
    parent_name: string;
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
  /** Suspension. Tước quyền sử dụng. */
  suspension: Suspension | null;
  /** Held until appointment. Tạm giữ, hẹn giải quyết ngày. */
  held_until: DateValue | null;
}

/** Why a check did not simply pass. */
export type ReasonCode =
  | "scan.unreadable"
  | "scan.not_ours"
  | "post.clock_wrong"
  | "post.licence_not_in_force"
  | "post.ask_not_ours"
  | "post.licence_revoked"
  | "post.lists_old"
  | "post.lists_too_old"
  | "post.root_too_old"
  | "post.memory_full"
  | "post.memory_gap"
  | "authentic.issuer_not_listed"
  | "authentic.algorithm_differs"
  | "authentic.signature_failed"
  | "authentic.issuer_differs"
  | "authentic.key_compromised"
  | "authentic.key_not_in_period"
  | "authentic.format_not_listed"
  | "authentic.claims_malformed"
  | "authentic.times_disagree"
  | "authentic.life_too_long"
  | "authentic.not_yet_valid"
  | "authentic.authority_not_listed"
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
  | "held.not_answered"
  | "held.used_elsewhere"
  | "held.shown_again"
  | "held.face_not_compared"
  | "agreed.missing"
  | "agreed.malformed"
  | "agreed.newer_form"
  | "agreed.purpose_differs"
  | "agreed.scope_contradicts"
  | "agreed.wider_than_asked"
  | "agreed.paper_not_asked"
  | "agreed.field_never_passes"
  | "agreed.retention_shortened"
  | "agreed.field_not_shown"
  | "set.not_one_showing"
  | "set.incomplete"
  | "set.member_failed"
  | "current.account_locked"
  | "current.account_unknown"
  | "current.level_insufficient"
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
  | "licence.expired"
  | "licence.part_suspended"
  | "licence.suspension_ahead"
  | "licence.points_zero"
  | "licence.held_until"
  | "licence.class_not_covering"
  | "licence.cover_undetermined"
  | "vehicle.expired"
  | "vehicle.held_until"
  | "vehicle.owner_differs"
  | "vehicle.plate_differs"
  | "health.not_in_force"
  | "consistency.person_differs"
  | "consistency.linked_by_key_only";

/** What may be done next. */
export type StepCode =
  | "none"
  | "look_up"
  | "look_up_plate"
  | "look_up_with_duty_desk"
  | "look_up_and_report"
  | "look_up_and_tell_issuer"
  | "look_up_locked"
  | "tell_issuer"
  | "check_as_usual"
  | "fix_clock_and_scan_again"
  | "ask_again"
  | "check_clock_or_look_up"
  | "update_lists"
  | "update_lists_or_look_up"
  | "update_lists_or_look_up_plate"
  | "update_root_or_look_up"
  | "update_device_or_look_up"
  | "renew_post_licence"
  | "use_another_device"
  | "wait_or_use_another_device"
  | "compare_face_on_their_screen"
  | "compare_papers"
  | "part_still_in_force"
  | "compare_plate_only"
  | "check_vehicle_and_old_rights"
  | "look_up_vehicle"
  | "look_up_or_offered_paper"
  | "confirm_before_acting"
  | "confirm_before_record"
  | "choose_vehicle_then_act"
  | "check_part_in_use"
  | "check_points_again"
  | "mind_appointment"
  | "look_up_health_gateway_and_admit"
  | "look_up_again_and_admit_emergency"
  | "update_lists_and_admit"
  | "fix_clock_and_admit"
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
  | "answer_here"
  | "choose_purpose_again"
  | "agree_again"
  | "explain_and_invite"
  | "invite_name_or_look_up";

/** Why set-up refused. */
export type SetUpCode =
  | "setup.roots_malformed"
  | "setup.root_is_test"
  | "setup.root_below_threshold"
  | "setup.root_keys_repeat"
  | "setup.root_skips_version"
  | "setup.root_differs"
  | "setup.root_rolled_back"
  | "setup.bundle_malformed"
  | "setup.bundle_too_large"
  | "setup.manifest_below_threshold"
  | "setup.manifest_other_root"
  | "setup.manifest_times_disagree"
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
  | "setup.licence_malformed"
  | "setup.licence_not_signed"
  | "setup.licence_life_too_long"
  | "setup.role_unknown"
  | "setup.post_of_another_bundle"
  | "setup.memory_malformed";

/** Why an ask cannot be built or taken up again. */
export type AskCode =
  | "ask.purpose_not_allowed"
  | "ask.only_by_challenge"
  | "ask.wider_than_licence"
  | "ask.not_signed"
  | "ask.not_ours";

/** The six headlines. */
export type HeadlineName =
  | "accept"
  | "look_up"
  | "not_in_force"
  | "not_proven"
  | "not_checked"
  | "scan_again";

/** Where reading stopped. */
export type Layer =
  | "text"
  | "base45"
  | "frames"
  | "zlib"
  | "cbor"
  | "cose";
