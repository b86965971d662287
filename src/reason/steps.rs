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

            /// It in words.
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
        "Tra cứu theo số."
        "Look it up by number.";
    LookUpPlate "look_up_plate" Free
        "Nhìn lại biển số trên xe rồi tra cứu theo biển số."
        "Read the plate on the vehicle once more and look it up.";
    LookUpWithDutyDesk "look_up_with_duty_desk" Free
        "Tra cứu theo số hoặc qua trực ban."
        "Look it up by number or through the duty desk.";
    LookUpAndReport "look_up_and_report" Free
        "Tra cứu theo số và báo cáo theo quy trình; chưa kết luận gì về người dân."
        "Look it up by number and report it as laid down; conclude nothing about the citizen yet.";
    LookUpAndTellIssuer "look_up_and_tell_issuer" Free
        "Tra cứu theo số và báo cho nơi cấp; đây không phải lỗi của người dân."
        "Look it up by number and tell the issuer; this is no fault of the citizen.";
    LookUpLocked "look_up_locked" Free
        "Tra cứu theo số. Việc khóa tài khoản không làm giấy tờ mất hiệu lực."
        "Look it up by number. A locked account does not end the papers themselves.";
    LookUpLevel "look_up_level" Free
        "Tra cứu theo số. Bản điện tử không ghi mức độ: không suy ra là chưa định danh, và không phải lỗi của người dân."
        "Look it up by number. The copy states no level: infer nothing from that; it is no fault of the citizen.";
    LookUpPaperMayStand "look_up_paper_may_stand" Free
        "Tra cứu theo số; mã quá hạn không có nghĩa là giấy tờ hết hạn."
        "Look it up by number. The paper itself may well be in force.";
    CompareAndLookUp "compare_face_and_look_up" Free
        "Đối chiếu khuôn mặt và tra cứu theo số; đây không phải lỗi của người dân."
        "Compare the face and look it up by number; this is no fault of the citizen.";
    NameBasisOrLookUp "name_basis_or_look_up" Free
        "Chọn căn cứ pháp luật trên máy này nếu vai trò được phép, rồi quét lại; nếu không thì tra cứu theo số."
        "Choose a legal basis on this device if the role allows one and scan again; otherwise look it up by number.";
    TellIssuer "tell_issuer" Free
        "Báo cho nơi cấp khi tiện; người dân không phải làm gì thêm."
        "Tell the issuer when convenient; the citizen need do nothing.";
    CheckAsUsual "check_as_usual" Free
        "Kiểm tra theo cách thông thường: tra cứu theo số. Chưa kết luận gì về giấy tờ."
        "Check in the usual way: look it up by number. Conclude nothing about the papers yet.";
    FrameOneCode "frame_one_code_and_scan_again" Free
        "Chỉ để một mã vào khung rồi quét lại."
        "Hold one code alone in view and scan again.";
    SwitchOffInputMethod "switch_off_input_method_and_scan_again" Free
        "Tắt bộ gõ và Caps Lock, chọn bàn phím tiếng Anh (Mỹ), đặt máy quét gửi Unicode; quét lại. Chưa kết luận gì về giấy tờ."
        "Input method and Caps Lock off, American keyboard, scanner set to Unicode; scan again. Conclude nothing about the papers yet.";
    EnterAndCompare "enter_and_compare_as_usual" Free
        "Nhập và đối chiếu như thường lệ; đây không phải lỗi của người dân."
        "Enter and compare as usual; this is no fault of the citizen.";
    UseElectronic "use_the_electronic_one" Free
        "Dùng thông tin của bản điện tử (khoản 2 Điều 33 Luật 26/2023); người dân không phải làm gì thêm."
        "Use what the e-ID says (Law 26/2023 art. 33(2)); the citizen need do nothing.";
    FixClockAndScanAgain "fix_clock_and_scan_again" Free
        "Chỉnh lại giờ của máy này rồi quét lại; nếu chưa được thì tra cứu theo số."
        "Set this device's clock and scan again; if that does not help, look it up by number.";
    AskAgain "ask_again" Free
        "Bắt đầu lại lượt kiểm tra trên máy này rồi quét lại; nếu chưa được thì tra cứu theo số."
        "Start the check again on this device and scan again; if that does not help, look it up by number.";
    AskAnew "ask_anew" Free
        "Tạo mã hỏi mới trên máy này rồi quét câu trả lời mới; nếu chưa được thì tra cứu theo số. Không phải lỗi của người dân."
        "Make a new ask on this device and scan its answer; failing that, look it up by number. This is no fault of the citizen.";
    ScanAgainOrLookUp "scan_again_or_look_up" Free
        "Quét lại; nếu chưa được thì tra cứu theo số. Không phải lỗi của người dân."
        "Scan again; if that does not help, look it up by number. This is no fault of the citizen.";
    WaitAndScanNewCode "wait_and_scan_new_code" Free
        "Chờ vài phút rồi quét mã mới; nếu chưa được thì tra cứu theo số. Chưa kết luận gì về người dân."
        "Wait a few minutes and scan a new code; failing that, look it up by number. Conclude nothing about the citizen yet.";
    ConfirmStillThisPerson "confirm_still_this_person" Free
        "Nếu vẫn là người đó thì xác nhận trên máy này; nếu không thì quét mã mới hoặc tra cứu theo số. Chưa kết luận gì về ai."
        "If it is still that person, say so on this device; otherwise scan a new code or look it up by number. Nothing is concluded.";
    CheckClockOrLookUp "check_clock_or_look_up" Free
        "Kiểm tra giờ của máy này trước; nếu giờ đúng thì tra cứu theo số."
        "Check this device's clock first; if it is right, look it up by number.";
    UpdateLists "update_lists" Free
        "Cập nhật danh sách của máy này khi có mạng; người dân không phải làm gì thêm."
        "Update this device's lists when there is a network; the citizen need do nothing.";
    UpdateListsOrLookUp "update_lists_or_look_up" Free
        "Cập nhật danh sách của máy này hoặc tra cứu theo số; không xử lý người dân vì lý do này."
        "Update this device's lists or look it up by number; take no measure against the citizen for this.";
    UpdateListsOrLookUpPlate "update_lists_or_look_up_plate" Free
        "Cập nhật danh sách của máy này hoặc tra cứu theo số, biển số; không lập biên bản vì lý do này."
        "Update this device's lists or look it up by number or plate; make no record of violation for this.";
    UpdateRootOrLookUp "update_root_or_look_up" Free
        "Đề nghị đơn vị quản lý máy cập nhật khóa gốc; trong lúc chờ, tra cứu theo số."
        "Have those who run this device renew its root keys; meanwhile look it up by number.";
    UpdateDeviceOrLookUp "update_device_or_look_up" Free
        "Cập nhật phần mềm của máy này; trong lúc chờ, tra cứu theo số."
        "Update this device's software; meanwhile look it up by number.";
    RenewMandate "renew_mandate" Free
        "Gia hạn quyền kiểm tra của máy này hoặc dùng máy khác; trong lúc chờ, tra cứu theo số."
        "Renew this device's mandate or use another device; meanwhile look it up by number.";
    UseAnotherDevice "use_another_device" Free
        "Ngừng dùng máy này và báo đơn vị quản lý máy; dùng máy khác hoặc tra cứu theo số."
        "Stop using this device and tell those who run it; use another or look it up by number.";
    WaitOrUseAnotherDevice "wait_or_use_another_device" Free
        "Chờ vài phút cho bộ nhớ máy này trống bớt hoặc dùng máy khác; nếu chưa được thì tra cứu theo số."
        "Wait a few minutes for room in this device's memory or use another; failing that, look it up by number.";
    CompareFace "compare_face_on_their_screen" Free
        "Đối chiếu khuôn mặt với ảnh trên màn hình của người dân; không chụp, không cầm điện thoại."
        "Compare the face with the picture on the citizen's own screen; take no photo, do not hold the phone.";
    ComparePapers "compare_papers" Free
        "Xem lại họ tên, ngày sinh, số định danh trên các giấy tờ; nếu chưa rõ thì tra cứu theo số."
        "Compare name, date of birth and number on the papers; if still unclear, look them up by number.";

    LookOnceMore "look_once_more" Free
        "Xem lại nếu cần: số và ngày có thể khác sau khi cải chính hộ tịch. Người dân không phải làm gì thêm."
        "Look once more if need be: number and dates may differ after a civil record was corrected. The citizen need do nothing.";
    LookUpRenewal "look_up_renewal" Free
        "Tra cứu theo số: hộ chiếu, thẻ cư trú có thể đã được gia hạn hoặc cấp mới."
        "Look it up by number: passport or residence card may have been renewed since.";
    TurnToGuardian "turn_to_guardian" Free
        "Trao đổi với cha, mẹ hoặc người giám hộ đi cùng. Không suy ra điều gì về giấy tờ."
        "Speak with the parent or guardian who is there. Infer nothing about the papers.";

    // Traffic
    PartStillInForce "part_still_in_force" Free
        "Chưa đến ngày bắt đầu thì quyết định này chưa áp dụng; không xử lý vì lý do này."
        "Before its first day the decision does not apply; take no measure for this.";
    ComparePlateOnly "compare_plate_only" Free
        "Không cần giấy tờ gì thêm; chỉ đối chiếu biển số."
        "No further papers are needed; only compare the plate.";
    CheckVehicle "check_vehicle_and_old_rights" Free
        "Xem dung tích, số chỗ trên đăng ký xe; hạng cấp theo luật cũ vẫn giữ quyền lái cũ."
        "Read displacement and seats on the registration; classes given under the old law keep their old rights.";
    CompareChassis "compare_chassis_no" Free
        "Đối chiếu số khung trên xe nếu cần; không xử lý vì lý do này."
        "Compare the chassis number on the vehicle if need be; take no measure for this.";
    ChooseVehicle "choose_vehicle" Free
        "Chọn đúng xe trên máy này (loại, dung tích, số chỗ); nếu chưa rõ thì tra cứu theo biển số."
        "Choose the vehicle on this device (kind, displacement, seats); if still unclear, look up the plate.";
    CheckNumber "check_number" Free
        "Xem lại số vừa nhập rồi tra cứu; số có dạng khác vẫn có thể đúng."
        "Read the number once more and look it up; one of another form may well be right.";
    LookUpVehicle "look_up_vehicle" Free
        "Xem đăng ký xe hoặc tra cứu biển số; nếu vẫn chưa rõ thì tra cứu theo số giấy phép."
        "See the vehicle's registration or look up the plate; if still unclear, look up the licence number.";
    LookAtGearLever "look_at_gear_lever" Free
        "Nhìn cần số trên xe; xe số tự động thì không cần làm gì thêm."
        "Look at the gear lever; for an automatic car nothing more is to be done.";
    LookAtControls "look_at_controls" Free
        "Nhìn cần số và cơ cấu điều khiển trên xe; nếu phù hợp thì không cần làm gì thêm."
        "Look at the gear lever and the controls; if they suit, nothing more is to be done.";
    PickVehicle "pick_vehicle_and_scan_again" Free
        "Chọn xe đang kiểm tra trên máy này rồi quét lại."
        "Pick the vehicle on this device and scan again.";
    BeginAnewForVehicle "begin_anew_for_this_vehicle" Free
        "Bắt đầu lại lượt kiểm tra trên máy này với đúng chiếc xe này rồi quét lại."
        "Begin the check anew on this device with this vehicle picked, and scan again.";
    OldRightsStand "old_rights_stand" Free
        "Hạng cấp theo luật cũ vẫn giữ quyền lái cũ; nếu cần, hỏi theo chiếc xe thay vì theo hạng."
        "Classes given under the old law keep their old rights; if need be, ask about the vehicle instead of the class.";
    CheckPermit "check_permit_or_treaty" Free
        "Xem giấy phép quốc tế đi kèm giấy phép quốc gia, cả hai còn hạn, hoặc điều ước với nước cấp; nếu chưa rõ thì tra cứu."
        "See an international permit beside the national licence, both in term, or a treaty; if unclear, look it up.";
    SeeVietnameseLicence "see_vietnamese_licence" Free
        "Ở Việt Nam thì xem giấy phép lái xe Việt Nam: tra cứu theo số định danh. Chưa kết luận gì về người lái."
        "In Viet Nam the Vietnamese licence counts: look it up by the personal number. Conclude nothing about the driver yet.";
    LookUpOrOfferedPaper "look_up_or_offered_paper" Asks
        "Tra cứu theo số; người lái có thể đưa bản giấy nếu muốn, không bắt buộc."
        "Look it up by number; the driver may offer a copy on paper if they wish, and need not.";
    InvitePaper "invite_paper_or_look_up" Asks
        "Tra cứu theo số hoặc biển số trước; nếu muốn, mời chia sẻ thêm bản điện tử. Không suy ra là không có."
        "Look it up by number or plate first; they may share the electronic copy too. Do not conclude that there is none.";
    LookUpIntegrated "look_up_what_is_integrated" Free
        "Đã xem căn cước điện tử: giấy tờ đã tích hợp thì tra cứu, người dân không phải đưa thêm (khoản 3 Điều 33 Luật 26/2023)."
        "The e-ID was seen: look up what is integrated in it; nothing more need be shown (Law 26/2023 art. 33(3)).";
    AppointmentNotShown "appointment_for_paper_not_shown" Appoints
        "Không xuất trình và tra cứu không thấy: lập biên bản người lái và chủ xe, tạm giữ xe, ghi ngày hẹn (khoản 3 Điều 48 NĐ 168/2024). \
         Đúng hẹn: không phạt người lái và chủ xe; xe kinh doanh vận tải: chỉ lỗi không mang theo."
        "Neither shown nor found by look-up: make a record on driver and owner, hold the vehicle, note an appointment \
         (Decree 168/2024 art. 48(3)). If kept, neither is fined; in the transport business the driver, only for not carrying it.";
    ConfirmInspection "confirm_inspection_before_acting" Acts
        "Tra cứu đăng kiểm theo biển số trước khi xử lý: xe có thể đã được kiểm định lại."
        "Look up the inspection by plate before acting: the vehicle may have been inspected again.";
    ConfirmInsurance "confirm_insurance_before_acting" Acts
        "Tra cứu bảo hiểm theo biển số trước khi xử lý: xe có thể đã có hợp đồng mới."
        "Look up the insurance by plate before acting: the vehicle may have a new contract.";
    ConfirmFirst "confirm_before_acting" Acts
        "Tra cứu để xác nhận trước khi xử lý theo quy định."
        "Confirm by a look-up before acting as the law lays down.";
    ConfirmBeforeRecord "confirm_before_record" Acts
        "Tra cứu để xác nhận trước khi lập biên bản."
        "Confirm by a look-up before making a record of violation.";
    ChooseVehicleThenAct "choose_vehicle_then_act" Acts
        "Chọn đúng xe đang lái; nếu là xe thuộc phần này thì xử lý theo quy định."
        "Choose the vehicle being driven; if it belongs to this part, act as the law lays down.";
    CheckPartInUse "check_part_in_use" Acts
        "Xem xe đang lái thuộc phần nào; nếu là phần này thì xác nhận quyết định và ngày bắt đầu tước."
        "See which part the vehicle belongs to; if this one, confirm the decision and its first day.";
    CheckPointsAgain "check_points_again" Acts
        "Tra cứu lại trước khi xử lý: có thể đã đạt kiểm tra và được phục hồi điểm (chỉ sau ít nhất sáu tháng)."
        "Look it up again before acting: a test may have restored points (never before six months are over).";
    MindAppointment "mind_appointment" Acts
        "Chưa quá ngày hẹn: không xử lý về giấy tờ đang bị tạm giữ (khoản 2 Điều 48 NĐ 168/2024). Quá hẹn: theo quy định."
        "Until the appointment: no measure over the paper seized (Decree 168/2024 art. 48(2)). After it: as the law lays down.";

    // Clinic
    LookUpHealthGateway "look_up_health_gateway_and_admit" Free
        "Tra cứu trên Cổng BHXH; nếu lỗi thì ghi mã số, vẫn tiếp nhận và tra lại sau (khoản 2 Điều 38 NĐ 188/2025)."
        "Look it up on the insurer's gateway; if that fails, note the number, admit, check later (Decree 188/2025 art. 38(2)).";
    AdmitInEmergency "look_up_again_and_admit_emergency" Free
        "Tra cứu lại trên Cổng BHXH. Cấp cứu: vẫn tiếp nhận, bổ sung thông tin thẻ trước khi kết thúc đợt điều trị."
        "Look it up again on the insurer's gateway. Emergency: admit, and complete the card's details before treatment ends.";
    SeeAdmissionDay "see_admission_day" Free
        "Vào viện khi thẻ còn hạn: hưởng đến khi ra viện, tối đa mười lăm ngày. Tra cứu trên Cổng BHXH (khoản 4 Điều 50 NĐ 188/2025)."
        "Admitted while in force: paid to discharge, fifteen days at most. Look it up (Decree 188/2025 art. 50(4)).";
    UpdateListsAndAdmit "update_lists_and_admit" Free
        "Cập nhật danh sách của máy này; vẫn tiếp nhận người bệnh và tra cứu trên Cổng BHXH."
        "Update this device's lists; admit the patient all the same and use the insurer's gateway.";
    FixClockAndAdmit "fix_clock_and_admit" Free
        "Chỉnh lại giờ của máy này; trong lúc chờ, vẫn tiếp nhận người bệnh và tra cứu trên Cổng BHXH."
        "Set this device's clock; meanwhile admit the patient all the same and use the insurer's gateway.";
    TakeLevelFromGateway "take_level_from_gateway" Free
        "Lấy mức hưởng, nơi đăng ký theo Cổng BHXH; người bệnh không phải làm gì thêm."
        "Take level and facility from the insurer's gateway; the patient need do nothing.";
    NumberSufficesUnderSix "number_suffices_under_six" Free
        "Trẻ dưới sáu tuổi: có mã số BHYT là đủ, không cần giấy tờ gì thêm."
        "A child under six: the health insurance number is enough, no further papers are needed.";

    // With the citizen's kind help
    WipeAndScanAgain "wipe_and_scan_again" Asks
        "Nhờ lau màn hình, tăng độ sáng hoặc chuyển sang mã động; tắt đèn pin, quét lại. Chưa kết luận gì về giấy tờ."
        "Have the screen wiped, brightened, or the code animated; torch off, scan again. Conclude nothing about the papers yet.";
    RefreshCode "refresh_code_and_scan_again" Asks
        "Mời bấm “Làm mới mã” rồi quét lại."
        "Invite them to refresh the code and scan again.";
    RefreshCodeHere "refresh_code_here_or_look_up" Asks
        "Mời tạo mã mới tại chỗ rồi quét lại; nếu chưa được thì tra cứu theo số."
        "Invite them to make a new code here and scan again; if that does not help, look it up by number.";
    RefreshOnceThenReport "refresh_once_then_look_up_and_report" Asks
        "Mời tạo mã mới một lần; nếu vẫn vậy thì tra cứu theo số và báo cáo theo quy trình."
        "Invite them to make a new code once; if it is the same, look it up by number and report it as laid down.";
    RefreshCopy "refresh_copy_or_look_up" Asks
        "Mời tải lại bản điện tử trong ứng dụng rồi quét lại; nếu chưa được thì tra cứu theo số."
        "Invite them to fetch the copy again in the app and scan again; failing that, look it up by number.";
    ConnectAndRefreshCopy "connect_and_refresh_copy" Asks
        "Mời kết nối mạng để cập nhật; không có mạng thì tra cứu theo số. Bản cũ không có nghĩa là giấy tờ hết hạn."
        "Invite them to go online and update; without a network look it up by number. The papers may well be in force.";
    UpdateApp "update_app_or_look_up" Asks
        "Mời cập nhật ứng dụng rồi tạo mã mới; nếu chưa được thì tra cứu theo số."
        "Invite them to update the app and make a new code; if that does not help, look it up by number.";
    CompareClocks "compare_clocks_and_refresh" Asks
        "Xem giờ của máy này trước, rồi nhờ xem giờ trên điện thoại; tạo mã mới và quét lại."
        "Check this device's clock first, then kindly the phone's; have a new code made and scan again.";
    ChooseVerifierAgain "choose_verifier_again" Asks
        "Mời chọn lại đúng nơi xuất trình rồi tạo mã mới; máy này không đọc nội dung mã vừa rồi."
        "Invite them to choose this verifier and make a new code; this device does not read the contents.";
    PickPostDigits "pick_post_digits" Asks
        "Chỉ hai số trên máy này, mời chọn đúng hai số đó rồi tạo mã mới; nếu chưa được thì tra cứu theo số."
        "Point to the two digits on this device, invite them to pick these and make a new code; failing that, look it up by number.";
    AnswerHere "answer_here" Asks
        "Mời quét mã đang hiện trên máy này rồi tạo mã mới; nếu chưa được thì tra cứu theo số."
        "Invite them to scan the code this device shows and make a new one; failing that, look it up by number.";
    AskByChallenge "ask_by_challenge" Asks
        "Cho hiện mã của máy này, mời quét rồi tạo mã mới; nếu chưa được thì tra cứu theo số."
        "Show this device's own code, invite them to scan it and make a new one; failing that, look it up by number.";
    ChoosePurposeAgain "choose_purpose_again" Asks
        "Mời chọn lại đúng mục đích rồi tạo mã mới; nếu không thì tra cứu theo thẩm quyền."
        "Invite them to choose the right purpose and make a new code; otherwise look it up as your office allows.";
    ChooseQuestionAgain "choose_question_again" Asks
        "Mời chọn lại đúng câu hỏi rồi tạo mã mới; nếu không thì tra cứu theo thẩm quyền."
        "Invite them to choose the question asked and make a new code; otherwise look it up as your office allows.";
    AskAboutVehicle "ask_about_this_vehicle" Asks
        "Bắt đầu lại với đúng chiếc xe này; mời trả lời theo xe này hoặc xuất trình giấy phép lái xe; nếu không thì tra cứu theo số."
        "Begin anew with this vehicle picked; invite them to answer for it or show the driving licence; otherwise look it up.";
    AgreeAgain "agree_again" Asks
        "Mời tạo mã mới và xác nhận đồng ý trong ứng dụng; nếu không thì tra cứu theo thẩm quyền."
        "Invite them to make a new code and agree in the app; otherwise look it up as your office allows.";
    ExplainAndInvite "explain_and_invite" Asks
        "Giải thích vì sao cần mục này và mời chia sẻ; nếu không thì tra cứu theo thẩm quyền. Không suy ra là không có."
        "Say why this field is needed and invite sharing; otherwise look it up as your office allows. Absence proves nothing.";
    InviteIfNeeded "invite_if_needed" Asks
        "Nếu thật cần mục đó thì giải thích vì sao và mời chia sẻ; không suy ra là không có."
        "If it is really needed, say why and invite sharing; do not conclude that there is none.";
    InviteName "invite_name_or_look_up" Asks
        "Mời chia sẻ thêm họ tên, ngày sinh để đối chiếu; nếu không thì tra cứu theo số."
        "Invite them to share name and date of birth for comparison; otherwise look it up by number.";
}
