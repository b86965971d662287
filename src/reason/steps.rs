//! What may be done next: lawful, kind, and never "ask for the card".
//!
//! The row of a reason names the step that suits every role; a role profile may pick another by its code, if it
//! [fits](Step::fits). Law is cited only where its text was seen: Decree 168/2024 art. 48(2) and (3), Decree 188/2025
//! art. 38(2).

use super::{Axis, Gravity, Reason, Side};
use crate::language::Text;

/// What a step may cost the citizen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Burden {
    /// Nothing: the post does it.
    Free,
    /// The citizen is invited to do something with the phone.
    Asks,
    /// May end in a measure against the citizen.
    Acts,
    /// An appointment for a paper that was needed and not shown. It follows no reason: `needs` alone says where the law
    /// has it, by kind.
    Appoints,
}

macro_rules! steps {
    ($($name:ident $code:literal $burden:ident $vi:literal $en:literal;)*) => {
        /// A next step. A role profile may pick another one for a reason, by its code; texts stay here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Step {
            $(#[doc = $en] $name,)*
        }

        impl Step {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable code, as a role profile names it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// Its text, with its places: see [`Step::said`].
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($vi, $en)),* }
            }

            const fn burden(self) -> Burden {
                match self { $(Self::$name => Burden::$burden),* }
            }
        }
    };
}

impl Step {
    /// The step of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.code() == code)
    }

    /// Whether it invites the citizen to do something, or may end in a measure against the citizen.
    ///
    /// A reason on the post's side never carries such a step.
    #[must_use]
    pub fn costs_citizen(self) -> bool {
        self.burden() != Burden::Free
    }

    /// Whether a measure may follow it.
    pub(super) const fn may_end_in_a_measure(self) -> bool {
        matches!(self.burden(), Burden::Acts)
    }

    /// Whether a role profile may pick it for a reason.
    ///
    /// What is the post's own matter costs the citizen nothing, and nothing that may end in a measure follows from
    /// anything but an established fault of a genuine paper. It does not say that the step is to the point.
    #[must_use]
    pub fn fits(self, reason: Reason) -> bool {
        let row = reason.row();
        match self.burden() {
            Burden::Free => true,
            Burden::Asks => row.side != Side::Post,
            Burden::Acts => row.axis == Axis::Standing && row.gravity == Gravity::Refuse,
            Burden::Appoints => false,
        }
    }
}

#[rustfmt::skip]
steps! {
    // The post alone
    Nothing "none" Free
        "Không cần làm gì thêm."
        "Nothing more to do.";
    LookUp "look_up" Free
        "Tra cứu theo {number}."
        "Look it up by {number}.";
    LookUpPlate "look_up_plate" Free
        "Nhìn lại biển số trên xe rồi tra cứu theo biển số."
        "Read the plate on the vehicle once more and look it up.";
    LookUpWithDutyDesk "look_up_with_duty_desk" Free
        "Tra cứu theo {number} hoặc qua trực ban."
        "Look it up by {number} or through the duty desk.";
    LookUpAndReport "look_up_and_report" Free
        "Tra cứu theo {number}, báo người phụ trách; chưa kết luận gì về giấy tờ."
        "Look it up by {number} and tell your supervisor; conclude nothing yet.";
    LookUpAndTellIssuer "look_up_and_tell_issuer" Free
        "Tra cứu theo {number}. Đây là việc của nơi cấp, không phải lỗi của người dân."
        "Look it up by {number}. This is the issuer's matter, not the person's fault.";
    LookUpLocked "look_up_locked" Free
        "Tra cứu theo {number}. Khóa tài khoản không làm giấy tờ mất hiệu lực."
        "Look it up by {number}. A locked account does not end the papers themselves.";
    LookUpLevel "look_up_level" Free
        "Tra cứu theo {number}. Không suy ra gì từ việc không ghi mức độ."
        "Look it up by {number}. Infer nothing from a level that is not stated.";
    LookUpPaperMayStand "look_up_paper_may_stand" Free
        "Tra cứu theo {number}. Bản điện tử quá hạn không có nghĩa là giấy tờ hết hạn."
        "Look it up by {number}. The paper itself may well be in force.";
    CompareAndLookUp "compare_face_and_look_up" Free
        "Đối chiếu khuôn mặt và tra cứu theo {number}. Không phải lỗi của người dân."
        "Compare the face and look it up by {number}. It is not the person's fault.";
    NameBasisOrLookUp "name_basis_or_look_up" Free
        "Nếu được phép: chọn căn cứ pháp luật rồi quét lại. Nếu không: tra cứu theo {number}."
        "If allowed: choose a legal basis and scan again. If not: look it up by {number}.";
    TellIssuer "tell_issuer" Free
        "Không cần làm gì thêm; báo nơi cấp khi tiện."
        "Nothing more to do; tell the issuer when convenient.";
    CheckAsUsual "check_as_usual" Free
        "Kiểm tra như thường lệ: tra cứu theo {number}. Chưa kết luận gì về giấy tờ."
        "Check as usual: look it up by {number}. Nothing is concluded yet.";
    FrameOneCode "frame_one_code_and_scan_again" Free
        "Chỉ để một mã vào khung rồi quét lại."
        "Hold one code alone in view and scan again.";
    SwitchOffInputMethod "switch_off_input_method_and_scan_again" Free
        "Tắt bộ gõ, Caps Lock; chọn bàn phím tiếng Anh (Mỹ), máy quét gửi Unicode. Quét lại."
        "Input method and Caps Lock off, American keyboard, scanner set to Unicode. Scan again.";
    EnterAndCompare "enter_and_compare_as_usual" Free
        "Nhập và đối chiếu như thường lệ; không phải lỗi của người dân."
        "Enter and compare as usual; it is not the person's fault.";
    UseElectronic "use_the_electronic_one" Free
        "Dùng thông tin của bản điện tử (khoản 2 Điều 33 Luật 26/2023/QH15)."
        "Use what the e-ID says (Law 26/2023/QH15 art. 33(2)).";
    FixClockAndScanAgain "fix_clock_and_scan_again" Free
        "Chỉnh giờ của máy này rồi quét lại; nếu chưa được: tra cứu theo {number}."
        "Set this device's time and scan again; failing that, look it up by {number}.";
    AskAgain "ask_again" Free
        "Mở lại lượt kiểm tra trên máy này rồi quét lại; nếu chưa được: tra cứu theo {number}."
        "Open the check again on this device and scan again; failing that, look it up by {number}.";
    AskAnew "ask_anew" Free
        "Tạo mã yêu cầu mới rồi quét mã trả lời mới; nếu chưa được: tra cứu theo {number}."
        "Make a new request code and scan its answer; failing that, look it up by {number}.";
    ScanAgainOrLookUp "scan_again_or_look_up" Free
        "Quét lại; nếu chưa được: tra cứu theo {number}. Không phải lỗi của người dân."
        "Scan again; failing that, look it up by {number}. It is not the person's fault.";
    WaitAndScanNewCode "wait_and_scan_new_code" Free
        "Chờ vài phút rồi quét mã mới; nếu chưa được: tra cứu. Chưa kết luận gì về giấy tờ."
        "Wait a few minutes and scan a new code; failing that, look it up. Conclude nothing yet.";
    ConfirmStillThisPerson "confirm_still_this_person" Free
        "Vẫn là người đó: xác nhận trên máy này. Nếu không: quét mã mới hoặc tra cứu."
        "If it is still that person: say so on this device. If not: scan a new code or look it up.";
    CheckClockOrLookUp "check_clock_or_look_up" Free
        "Xem giờ của máy này. Sai: chỉnh rồi quét lại. Đúng: tra cứu theo {number}."
        "Check this device's time. Wrong: set it, scan again. Right: look it up by {number}.";
    UpdateLists "update_lists" Free
        "Cập nhật danh sách của máy này khi có mạng."
        "Update this device's lists when there is a network.";
    UpdateListsOrLookUp "update_lists_or_look_up" Free
        "Cập nhật danh sách hoặc tra cứu theo {number}. {measure}"
        "Update the lists or look it up by {number}. {measure}";
    UpdateListsOrLookUpPlate "update_lists_or_look_up_plate" Free
        "Cập nhật danh sách hoặc tra cứu theo {number}. {measure}"
        "Update the lists or look it up by {number}. {measure}";
    UpdateRootOrLookUp "update_root_or_look_up" Free
        "Nhờ đơn vị quản lý máy cập nhật khóa gốc; trong lúc chờ: tra cứu theo {number}."
        "Have the device administrator renew the root keys; meanwhile look it up by {number}.";
    UpdateDeviceOrLookUp "update_device_or_look_up" Free
        "Cập nhật phần mềm của máy này; trong lúc chờ: tra cứu theo {number}."
        "Update this device's software; meanwhile look it up by {number}.";
    RenewMandate "renew_mandate" Free
        "Gia hạn quyền kiểm tra hoặc dùng máy khác; trong lúc chờ: tra cứu theo {number}."
        "Renew the mandate or use another device; meanwhile look it up by {number}.";
    UseAnotherDevice "use_another_device" Free
        "Ngừng dùng máy này, báo đơn vị quản lý máy. Dùng máy khác hoặc tra cứu theo {number}."
        "Stop using this device, tell its administrator. Use another or look it up by {number}.";
    WaitOrUseAnotherDevice "wait_or_use_another_device" Free
        "Chờ vài phút cho máy này trống bộ nhớ hoặc dùng máy khác; nếu chưa được: tra cứu."
        "Wait a few minutes for room in this device's memory or use another; failing that, look it up.";
    CompareFace "compare_face_on_their_screen" Free
        "So khuôn mặt với ảnh trên màn hình của người dân; không chụp, không cầm điện thoại."
        "Compare the face with the photo on the person's own screen; take no photo, do not hold the phone.";
    ComparePapers "compare_papers" Free
        "So họ tên, ngày sinh, số định danh trên các giấy tờ; chưa rõ thì tra cứu theo số định danh."
        "Compare name, date of birth and ID number on the papers; if unclear, look up the ID number.";

    LookOnceMore "look_once_more" Free
        "Xem lại nếu cần: số và ngày có thể khác sau khi cải chính hộ tịch. Không cần làm gì thêm."
        "Look again if need be: a civil record may have been corrected. Nothing more to do.";
    LookUpRenewal "look_up_renewal" Free
        "Tra cứu theo {number}: có thể đã được gia hạn hoặc cấp mới."
        "Look it up by {number}: it may have been renewed.";
    TurnToGuardian "turn_to_guardian" Free
        "Trao đổi với cha, mẹ hoặc người giám hộ, nếu có đi cùng. Không suy ra gì về giấy tờ."
        "Speak with the parent or guardian, if one is there. Infer nothing about the papers.";

    // Traffic
    OtherPartInUse "other_part_in_use" Free
        "Xe đang lái thuộc phần khác. {measure}"
        "The vehicle belongs to the other part. {measure}";
    WithinAppointment "within_appointment" Free
        "Còn trong hẹn: không lập biên bản về giấy tờ đang tạm giữ."
        "Within the appointment: write no record over the paper held.";
    AppointmentPast "appointment_past" Acts
        "Đã quá hẹn: tra cứu xem đã giải quyết chưa {before}."
        "Past the appointment: look up whether it was settled {before}.";
    CompareChassisNumbers "compare_chassis_numbers" Free
        "So lại số khung trên hai giấy tờ, rồi tra cứu theo biển số."
        "Compare the chassis numbers on the two papers, then look up the plate.";
    SeeYearOfBirth "see_year_of_birth" Free
        "Xem năm sinh trên GPLX; chưa rõ thì tra cứu theo số GPLX."
        "See the year of birth on the licence; if unclear, look up the licence number.";
    PartStillInForce "part_still_in_force" Free
        "Chưa đến ngày bắt đầu thì quyết định chưa áp dụng. {measure}"
        "Before its first day the decision does not apply. {measure}";
    ComparePlateOnly "compare_plate_only" Free
        "Chỉ đối chiếu biển số; không cần giấy tờ gì thêm."
        "Only compare the plate; no further papers are needed.";
    CheckVehicle "check_vehicle_and_old_rights" Free
        "Xem lại dung tích, số chỗ trên đăng ký xe. GPLX cấp trước 2025 vẫn lái được loại xe như cũ."
        "Check engine size and seats on the registration. Licences issued before 2025 keep what they covered.";
    CompareChassis "compare_chassis_no" Free
        "Đối chiếu số khung trên xe nếu cần. {measure}"
        "Compare the chassis number on the vehicle if need be. {measure}";
    ChooseVehicle "choose_vehicle" Free
        "Chọn xe trên máy này (loại, dung tích, số chỗ); chưa rõ thì tra cứu theo biển số."
        "Pick the vehicle on this device (kind, engine size, seats); if unclear, look up the plate.";
    CheckNumber "check_number" Free
        "Xem lại số vừa nhập rồi tra cứu. Không đúng định dạng thường gặp, vẫn có thể đúng."
        "Read the number again and look it up. Not in the usual format, it may still be right.";
    LookUpVehicle "look_up_vehicle" Free
        "Xem đăng ký xe hoặc tra cứu theo biển số; chưa rõ thì tra cứu theo số GPLX."
        "See the registration or look up the plate; if still unclear, look up the licence number.";
    LookAtGearLever "look_at_gear_lever" Free
        "Xem xe là số tự động hay số sàn. Tự động: không cần làm gì. Số sàn: tra cứu theo số GPLX."
        "See if the car is automatic or manual. Automatic: nothing to do. Manual: look up the licence.";
    LookAtControls "look_at_controls" Free
        "Xem cần số và cơ cấu điều khiển. Phù hợp: không cần làm gì. Chưa rõ: tra cứu theo số GPLX."
        "See gear lever and controls. They suit: nothing to do. Unclear: look up the licence number.";
    PickVehicle "pick_vehicle_and_scan_again" Free
        "Chọn xe đang kiểm tra trên máy này rồi quét lại."
        "Pick the vehicle on this device and scan again.";
    BeginAnewForVehicle "begin_anew_for_this_vehicle" Free
        "Mở lại lượt kiểm tra với đúng xe này rồi quét lại."
        "Open the check again with this vehicle picked, and scan again.";
    ShowCodeAgain "show_code_again" Free
        "Xin xem lại mã trên điện thoại đó rồi quét; không được thì tra cứu theo {number}."
        "See that phone's code once more and scan it; if that cannot be, look it up by {number}.";
    OldRightsStand "old_rights_stand" Free
        "GPLX cấp trước 2025 vẫn lái được loại xe như cũ; nếu cần, hỏi theo xe thay vì theo hạng."
        "Licences issued before 2025 keep what they covered; if need be, ask about the vehicle.";
    CheckPermit "check_permit_or_treaty" Free
        "Xem giấy phép quốc tế đi kèm GPLX quốc gia, cả hai còn hạn, hoặc điều ước; chưa rõ thì tra cứu."
        "See an international permit beside the national licence, both valid, or a treaty; if unclear, look it up.";
    SeeVietnameseLicence "see_vietnamese_licence" Free
        "Ở Việt Nam thì xem GPLX Việt Nam: tra cứu theo số định danh. Chưa kết luận gì về giấy tờ."
        "In Viet Nam the Vietnamese licence counts: look up the ID number. Conclude nothing yet.";
    LookUpOrOfferedPaper "look_up_or_offered_paper" Asks
        "Nếu người lái tự đưa bản giấy: xem và tra cứu thêm. Không bắt buộc đưa."
        "If the driver offers a copy on paper: read it and look it up too. They need not offer one.";
    InvitePaper "invite_paper_or_look_up" Asks
        "Tra cứu theo {number}, hoặc mời mở thêm {paper} trên điện thoại. Không suy ra là không có."
        "Look it up by {number}, or ask if they can show {paper} on the phone. Do not infer there is none.";
    LookUpIntegrated "look_up_what_is_integrated" Free
        "Đã xem căn cước: tra cứu giấy tờ đã tích hợp, không cần đưa thêm."
        "The e-ID was seen: look up what is integrated; no more need be shown.";
    AppointmentNotShown "appointment_for_paper_not_shown" Appoints
        "Không xuất trình và tra cứu không thấy: lập biên bản người lái và chủ xe, tạm giữ xe, ghi ngày hẹn. \
         Đúng hẹn: không phạt người lái và chủ xe; xe kinh doanh vận tải: chỉ lỗi không mang theo."
        "Neither shown nor found by look-up: write a record on driver and owner, hold the vehicle, note an appointment. \
         If kept, neither is fined; in the transport business the driver, only for not carrying it.";
    ConfirmInspection "confirm_inspection_before_acting" Acts
        "Tra cứu đăng kiểm theo biển số {before}: xe có thể đã được kiểm định lại."
        "Look up the inspection by plate {before}: it may have been inspected again.";
    ConfirmInsurance "confirm_insurance_before_acting" Acts
        "Tra cứu bảo hiểm theo biển số {before}: xe có thể đã có hợp đồng mới."
        "Look up the insurance by plate {before}: there may be a new contract.";
    ConfirmFirst "confirm_before_acting" Acts
        "Tra cứu theo {number} để xác nhận {before}."
        "Confirm by a look-up by {number} {before}.";
    ConfirmBeforeRecord "confirm_before_record" Acts
        "Tra cứu theo {number} để xác nhận {before}."
        "Confirm by a look-up by {number} {before}.";
    ChooseVehicleThenAct "choose_vehicle_then_act" Acts
        "Chọn xe trên máy này. Xe thuộc phần này: tra cứu để xác nhận {before}."
        "Pick the vehicle on this device. If it belongs to this part: confirm by a look-up {before}.";
    CheckPartInUse "check_part_in_use" Acts
        "Chọn xe trên máy này. Xe thuộc phần này: tra cứu để xác nhận {before}."
        "Pick the vehicle on this device. If it belongs to this part: confirm by a look-up {before}.";
    CheckPointsAgain "check_points_again" Acts
        "Tra cứu lại {before}: có thể đã được phục hồi điểm, sau ít nhất 6 tháng."
        "Look it up again {before}: a test may have restored points, 6 months on at the earliest.";
    MindAppointment "mind_appointment" Acts
        "Còn trong hẹn: không lập biên bản. Đã quá hẹn: tra cứu đã giải quyết chưa {before}."
        "Within the appointment: write no record. Past it: look up whether it was settled {before}.";

    // Clinic
    LookUpHealthGateway "look_up_health_gateway_and_admit" Free
        "Tra cứu trên cổng giám định BHYT. Cổng lỗi: ghi mã số, vẫn tiếp nhận, tra lại sau."
        "Look it up on the health insurance gateway. Gateway down: note the number, admit, check later.";
    AdmitInEmergency "look_up_again_and_admit_emergency" Free
        "Tra cứu lại trên cổng giám định BHYT. Cấp cứu: tiếp nhận ngay, bổ sung thẻ sau."
        "Look it up again on the health insurance gateway. Emergency: admit now, card details later.";
    SeeAdmissionDay "see_admission_day" Free
        "Vào viện khi thẻ còn hạn: hưởng đến khi ra viện, tối đa 15 ngày. Tra cứu trên cổng giám định BHYT."
        "Admitted while in force: paid to discharge, 15 days at most. Look it up on the gateway.";
    UpdateListsAndAdmit "update_lists_and_admit" Free
        "Cập nhật danh sách của máy này; vẫn tiếp nhận và tra cứu trên cổng giám định BHYT."
        "Update this device's lists; admit all the same and use the health insurance gateway.";
    FixClockAndAdmit "fix_clock_and_admit" Free
        "Chỉnh giờ của máy này; trong lúc chờ: vẫn tiếp nhận và tra cứu trên cổng giám định BHYT."
        "Set this device's time; meanwhile admit all the same and use the health insurance gateway.";
    TakeLevelFromGateway "take_level_from_gateway" Free
        "Lấy mức hưởng, nơi đăng ký theo cổng giám định BHYT. Người bệnh không phải làm gì thêm."
        "Take level and facility from the health insurance gateway. The patient need do nothing.";
    NumberSufficesUnderSix "number_suffices_under_six" Free
        "Trẻ dưới 6 tuổi: có mã số BHYT là đủ, không cần giấy tờ gì thêm."
        "Child under 6: the health insurance number is enough, no further papers are needed.";

    // With the citizen's kind help
    WipeAndScanAgain "wipe_and_scan_again" Asks
        "Tắt đèn của máy này. Nhờ lau màn hình, tăng sáng hoặc bật mã động, rồi quét lại."
        "Torch off. Ask them to wipe and brighten the screen or show the animated code; scan again.";
    RefreshCode "refresh_code_and_scan_again" Asks
        "Mời tạo mã mới, rồi quét lại; nếu vẫn vậy: xem giờ máy này, dùng mã yêu cầu hoặc tra cứu."
        "Ask them to make a new code, scan again; if the same: check this device's time or use a request code.";
    RefreshCodeHere "refresh_code_here_or_look_up" Asks
        "Mời tạo mã mới ngay tại đây, rồi quét lại; nếu chưa được: tra cứu. Chưa kết luận gì về giấy tờ."
        "Ask them to make a new code here, then scan again; failing that, look it up. Conclude nothing yet.";
    RefreshOnceThenReport "refresh_once_then_look_up_and_report" Asks
        "Mời tạo mã mới một lần. Nếu vẫn vậy: tra cứu, báo người phụ trách; chưa kết luận gì về giấy tờ."
        "Ask them to make a new code once. If the same: look it up, tell your supervisor; conclude nothing yet.";
    RefreshCopy "refresh_copy_or_look_up" Asks
        "Mời tải lại bản điện tử, rồi quét lại; nếu chưa được: tra cứu. Chưa kết luận gì về giấy tờ."
        "Ask them to fetch the copy again, then scan; failing that, look it up. Conclude nothing yet.";
    ConnectAndRefreshCopy "connect_and_refresh_copy" Asks
        "Mời kết nối mạng để cập nhật; không có mạng: tra cứu. Bản cũ không có nghĩa là giấy tờ hết hạn."
        "Ask them to go online and update; no network: look it up. The papers may well be in force.";
    UpdateApp "update_app_or_look_up" Asks
        "Mời cập nhật ứng dụng rồi tạo mã mới; nếu chưa được: tra cứu theo {number}."
        "Ask them to update the app and make a new code; failing that, look it up by {number}.";
    CompareClocks "compare_clocks_and_refresh" Asks
        "Xem giờ máy này trước, rồi nhờ xem giờ điện thoại. Mời tạo mã mới, rồi quét lại."
        "Check this device's time first, then ask them to check the phone's. A new code, then scan again.";
    ChooseVerifierAgain "choose_verifier_again" Asks
        "Mời chọn {role} trong ứng dụng rồi tạo mã mới. Máy này không đọc mã vừa rồi."
        "Ask them to choose {role} in the app and make a new code. This device did not read the last one.";
    PickPostDigits "pick_post_digits" Asks
        "Chỉ hai số trên máy này, mời chọn rồi tạo mã mới; nếu chưa được: tra cứu."
        "Point to this device's two digits, ask them to pick these and make a new code; failing that, look it up.";
    AnswerHere "answer_here" Asks
        "Hiện mã yêu cầu, mời quét, rồi quét mã trả lời; nếu chưa được: tra cứu theo {number}."
        "Show the request code, ask them to scan it, scan the answer; failing that, look it up by {number}.";
    AskByChallenge "ask_by_challenge" Asks
        "Hiện mã yêu cầu, mời quét, rồi quét mã trả lời; nếu chưa được: tra cứu theo {number}."
        "Show the request code, ask them to scan it, scan the answer; failing that, look it up by {number}.";
    ChoosePurposeAgain "choose_purpose_again" Asks
        "Mời chọn lại mục đích rồi tạo mã mới. Nếu không muốn: tra cứu trong phạm vi được giao."
        "Ask them to choose the purpose again and make a new code. If they would rather not: look it up as you may.";
    ChooseQuestionAgain "choose_question_again" Asks
        "Mời chọn lại câu hỏi rồi tạo mã mới. Nếu không muốn: tra cứu trong phạm vi được giao."
        "Ask them to choose the question again and make a new code. If they would rather not: look it up as you may.";
    AskAboutVehicle "ask_about_this_vehicle" Asks
        "Mở lại với đúng xe này; mời trả lời theo xe này hoặc mở GPLX; nếu không muốn: tra cứu."
        "Open again with this vehicle; ask them to answer for it or show the licence; if not, look it up.";
    AgreeAgain "agree_again" Asks
        "Mời tạo mã mới và xác nhận trong ứng dụng. Nếu không muốn: tra cứu trong phạm vi được giao."
        "Ask them to make a new code and agree in the app. If they would rather not: look it up as you may.";
    ExplainAndInvite "explain_and_invite" Asks
        "Nói rõ vì sao cần rồi mời chia sẻ; nếu không muốn: tra cứu. Không suy ra là không có."
        "Say why it is needed and ask if they would share it; if not, look it up. Do not infer there is none.";
    InviteIfNeeded "invite_if_needed" Asks
        "Nếu thật cần: nói rõ vì sao rồi mời chia sẻ. Không suy ra là không có."
        "If really needed: say why and ask if they would share it. Do not infer there is none.";
    InviteName "invite_name_or_look_up" Asks
        "Mời chia sẻ thêm họ tên, ngày sinh để so; nếu không muốn: tra cứu theo số định danh."
        "Ask if they would share name and date of birth; if they would rather not: look up the ID number.";
}
