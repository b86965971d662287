//! The rows. To add a reason: one row here, one vector that finds it; see CONTRIBUTING.md.
//!
//! A text speaks to an officer or a nurse, reads well with no value filled in, and says no more than was established:
//! "could not be established" is never worded as "bad", "not shown" never as "does not hold". `tests` holds every row
//! to that.

use super::{Axis, Gravity, Row, Side, Step};
use crate::language::Text;

macro_rules! reasons {
    ($($name:ident $code:literal $axis:ident $gravity:ident $side:ident $step:ident $vi:literal $en:literal;)*) => {
        /// Why a check did not simply pass. Each has a stable code, texts in two languages and a lawful next step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = $en] $name,)*
        }

        impl Reason {
            /// Every reason, in the order of the checks.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its row in the table: there is exactly one for each, by the match.
            #[must_use]
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Self::$name => &Row {
                        reason: Self::$name,
                        code: $code,
                        axis: Axis::$axis,
                        gravity: Gravity::$gravity,
                        side: Side::$side,
                        text: Text { vi: $vi, en: $en },
                        step: Step::$step,
                    },)*
                }
            }
        }
    };
}

#[rustfmt::skip]
reasons! {
    // Scan
    ScanUnreadable "scan.unreadable" Proof Refer Presenter WipeAndScanAgain
        "Chưa đọc được mã" "Code not read yet";
    ScanNotOurs "scan.not_ours" Proof Refer Post CheckAsUsual
        "Máy này chưa hỗ trợ loại mã này" "This device does not support this kind of code";
    ScanAnotherApp "scan.another_app" Proof Refer Post CheckAsUsual
        "Máy này chưa hỗ trợ mã của ứng dụng này, có thể là mã VNeID" "This device does not support this app's code, VNeID's perhaps";
    ScanSeveralCodes "scan.several_codes" Proof Refer Post FrameOneCode
        "Máy này thấy hai mã khác nhau, chưa nhận mã nào" "This device sees two different codes and took neither";
    ScanKeyboardAltered "scan.keyboard_altered" Proof Refer Post SwitchOffInputMethod
        "Bộ gõ, Caps Lock hoặc kiểu bàn phím của máy này làm mã bị đổi chữ" "Input method, Caps Lock or keyboard layout of this device changed the code";

    // The post itself: judged before anything about the citizen
    PostClockWrong "post.clock_wrong" Proof Refer Post FixClockAndScanAgain
        "Giờ của máy này sai: sớm hơn danh sách mới nhất máy đã nhận" "This device's time is wrong: before the newest list that it has taken";
    PostMandateNotInForce "post.mandate_not_in_force" Proof Refer Post RenewMandate
        "Quyền kiểm tra của máy này chưa bắt đầu hoặc đã hết hạn" "This device's mandate has not begun or has ended";
    PostAskNotOurs "post.ask_not_ours" Proof Refer Post AskAgain
        "Máy này mở lượt kiểm tra cho điểm khác hoặc với bộ danh sách khác" "This device opened the check for another post or with another list set";
    PostAskAnswered "post.ask_answered" Proof Refer Post AskAnew
        "Máy này đã nhận mã trả lời cho mã yêu cầu này" "This device has taken an answer to this request code already";
    PostMandateRevoked "post.mandate_revoked" Proof Refer Post UseAnotherDevice
        "Quyền kiểm tra của máy này đã bị thu hồi" "This device's mandate was withdrawn";
    PostListsOld "post.lists_old" Standing Note Post UpdateLists
        "Danh sách trong máy này đã đến hạn cập nhật" "This device's lists are due for an update";
    PostListsTooOld "post.lists_too_old" Standing Refer Post UpdateListsOrLookUp
        "Danh sách trong máy này đã quá cũ: chưa rõ tình trạng hiện tại" "This device's lists are too old: present status not known";
    PostRootTooOld "post.root_too_old" Standing Refer Post UpdateRootOrLookUp
        "Khóa gốc trong máy này đã quá hạn: chưa rõ tình trạng hiện tại" "This device's root keys are past their time: present status not known";
    PostLawUnchecked "post.law_unchecked" Standing Note Post UpdateLists
        "Quy định trong máy này hơn một năm chưa được rà soát" "This device's rules of law were not checked for more than a year";
    PostMemoryFull "post.memory_full" Standing Refer Post WaitOrUseAnotherDevice
        "Máy này đã đầy bộ nhớ các lượt xuất trình" "This device's memory of showings is full";
    PostMemoryGap "post.memory_gap" Standing Refer Post LookUp
        "Máy này mất một phần bộ nhớ: chưa rõ mã đã được quét trước đó chưa" "This device lost part of its memory: was the code shown before?";
    PostStoreFailed "post.store_failed" Standing Refer Post ScanAgainOrLookUp
        "Máy này chưa hỏi được kho ghi lượt: chưa rõ mã đã được quét chưa" "This device could not ask the store of showings: was the code shown?";

    // Authentic: the issuer's key and signature
    AuthenticIssuerNotListed "authentic.issuer_not_listed" Proof Refer Post UpdateListsOrLookUp
        "Máy này chưa có khóa của nơi cấp" "This device does not have the issuer's key";
    AuthenticAlgorithmDiffers "authentic.algorithm_differs" Proof Refuse Paper RefreshOnceThenReport
        "Cách ký mã này khác với cách nơi cấp đã đăng ký" "Signed in another way than the issuer has registered";
    AuthenticSignatureFailed "authentic.signature_failed" Proof Refuse Paper RefreshOnceThenReport
        "Chữ ký số của nơi cấp không khớp" "The issuer's digital signature does not match";
    AuthenticNotSigned "authentic.not_signed" Proof Refer Paper LookUp
        "Mã này không có chữ ký số của nơi cấp" "This code carries no digital signature of an issuer";
    AuthenticEncrypted "authentic.encrypted" Proof Refer Post LookUp
        "Máy này không có khóa để mở mã đã được mã hóa này" "This device has no key to open this code, which is encrypted";
    AuthenticIssuerDiffers "authentic.issuer_differs" Proof Refuse Paper LookUpAndReport
        "Nơi cấp ghi trong mã không phải nơi có khóa đã ký mã" "The issuer named in the code is not the one whose key signed it";
    AuthenticKeyCompromised "authentic.key_compromised" Proof Refer Paper LookUpAndTellIssuer
        "Khóa của nơi cấp đã bị lộ: chưa rõ nguồn gốc của bản điện tử này" "The issuer's key was exposed: the origin of this copy is not known";
    AuthenticKeyNotInPeriod "authentic.key_not_in_period" Proof Refer Paper LookUpAndTellIssuer
        "Bản điện tử được ký ngoài thời gian dùng khóa của nơi cấp" "Signed outside the period of the issuer's key";
    AuthenticFormatNotListed "authentic.format_not_listed" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa đăng ký định dạng hoặc loại giấy tờ này" "The issuer is not listed for this format or kind of paper";
    AuthenticClaimsMalformed "authentic.claims_malformed" Proof Refer Paper LookUpAndTellIssuer
        "Máy này chưa đọc được phần nơi cấp ký: chưa đúng định dạng" "What the issuer signed could not be read: not in the expected format";
    AuthenticIdentityMissing "authentic.identity_missing" Proof Refer Paper LookUpAndTellIssuer
        "Phần nơi cấp ký chưa có thông tin định danh" "What the issuer signed holds no identity";
    AuthenticTimesDisagree "authentic.times_disagree" Proof Refer Paper LookUpAndTellIssuer
        "Các mốc thời gian do nơi cấp ghi không khớp nhau" "The times the issuer wrote contradict each other";
    AuthenticLifeTooLong "authentic.life_too_long" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp ghi thời hạn bản điện tử dài hơn mức đã đăng ký" "The issuer gave this copy a longer life than it is listed with";
    AuthenticNotYetValid "authentic.not_yet_valid" Proof Refer Paper CheckClockOrLookUp
        "Theo giờ của máy này, bản điện tử chưa đến thời điểm có giá trị" "By this device's time, the copy is not in force yet";
    AuthenticTermPassed "authentic.term_passed" Standing Refer Paper LookUpPaperMayStand
        "Bản điện tử đã quá hạn dùng do nơi cấp đặt; giấy tờ có thể vẫn còn hạn" "The electronic copy is past its issuer's term; the paper may be valid";
    AuthenticAuthorityNotListed "authentic.authority_not_listed" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa đăng ký ký thay cơ quan cấp ghi trên giấy tờ" "The issuer is not listed to sign for the issuing authority named";
    AuthenticAuthorityNotInPeriod "authentic.authority_not_in_period" Proof Refer Paper LookUpAndTellIssuer
        "Khi lập dữ liệu, cơ quan cấp chưa hoặc không còn phụ trách giấy tờ này" "The issuing authority was not in charge when this data was made";
    AuthenticHolderKeyWeak "authentic.holder_key_weak" Proof Refuse Paper RefreshCopy
        "Khóa trên điện thoại chưa đủ mạnh cho bản điện tử này" "The phone's key is not strong enough for this electronic copy";
    AuthenticHolderKeyReused "authentic.holder_key_reused" Proof Refuse Paper LookUpAndReport
        "Khóa của bản điện tử này trùng với khóa của nơi khác trong danh sách" "The key of this electronic copy belongs to somebody else on the lists";

    // Unaltered: each field against its digest
    UnalteredNotSigned "unaltered.not_signed" Proof Refuse Presenter RefreshOnceThenReport
        "Trong mã có mục không do nơi cấp ký" "The code has a field that the issuer did not sign";
    UnalteredRepeated "unaltered.repeated" Proof Refuse Paper RefreshOnceThenReport
        "Có mục bị lặp lại trong bản điện tử" "A field is repeated in the copy";
    UnalteredMalformed "unaltered.malformed" Proof Refer Paper LookUpAndTellIssuer
        "Máy này chưa đọc được một mục do nơi cấp ký: chưa đúng định dạng" "A field the issuer signed could not be read: not in the expected format";

    // Held: the phone's key, this post, this time
    HeldSignatureFailed "held.signature_failed" Proof Refuse Presenter RefreshOnceThenReport
        "Chữ ký của điện thoại không khớp với bản điện tử" "The phone's signature does not match the copy";
    HeldAlgorithmDiffers "held.algorithm_differs" Proof Refuse Presenter RefreshOnceThenReport
        "Cách ký của điện thoại khác với cách đã gắn với bản điện tử" "The phone signed in another way than the one bound to the copy";
    HeldMalformed "held.malformed" Proof Refer Presenter UpdateApp
        "Máy này chưa đọc được phần điện thoại ký: chưa đúng định dạng" "What the phone signed could not be read: not in the expected format";
    HeldTimesDisagree "held.times_disagree" Proof Refuse Presenter RefreshOnceThenReport
        "Các mốc thời gian do điện thoại ghi không khớp nhau" "The times the phone wrote contradict each other";
    HeldClockAhead "held.clock_ahead" Proof Refer Presenter CompareClocks
        "Giờ điện thoại và giờ máy này lệch nhau" "The phone's time and this device's differ";
    HeldWindowPassed "held.window_passed" Proof Refer Presenter AskByChallenge
        "Mã đã quá thời gian, hoặc giờ điện thoại hay giờ máy này sai" "Past the time allowed, or the phone's or this device's time is wrong";
    HeldCopyOutdated "held.copy_outdated" Standing Refer Presenter ConnectAndRefreshCopy
        "Bản điện tử trên điện thoại đã cũ, cần cập nhật" "The electronic copy on the phone is old and needs an update";
    HeldOtherAudience "held.other_audience" Proof Refer Presenter ChooseVerifierAgain
        "Mã được tạo cho nơi khác, không phải cho {role}" "The code was made for someone else, not for {role}";
    HeldOtherPostDigits "held.other_post_digits" Proof Refer Presenter PickPostDigits
        "Mã không mang hai số của máy này" "The code does not carry this device's two digits";
    HeldNotAnswered "held.not_answered" Proof Refer Presenter AnswerHere
        "Đây chưa phải mã trả lời cho mã yêu cầu của máy này" "This is not yet the answer to this device's request code";
    HeldNotChallenged "held.not_challenged" Standing Refer Presenter AskByChallenge
        "Mã tạo sẵn chưa đủ ở đây: cần mã trả lời mã yêu cầu của máy này" "A ready-made code is not enough here: answer this device's request code";
    HeldNotBound "held.not_bound" Standing Refer Paper CompareAndLookUp
        "Loại mã này không gắn với điện thoại, nên máy chưa thể kết luận" "This kind of code is not tied to a phone, so the device cannot conclude";
    HeldUsedElsewhere "held.used_elsewhere" Proof Refuse Presenter RefreshCodeHere
        "Mã này đã được quét cho một điểm kiểm tra khác" "This code was already scanned for another post";
    HeldShownTooOften "held.shown_too_often" Proof Refer Post WaitAndScanNewCode
        "Máy này vừa nhận nhiều mã của cùng một điện thoại, chưa nhận mã này" "This device took several codes of one phone just now, not this one yet";
    HeldShownInAnotherEncounter "held.shown_in_another_encounter" Standing Refer Post ConfirmStillThisPerson
        "Máy này đã quét mã ở lượt khác: chưa rõ có còn là người đó" "This device took the code in another check: the same person still?";
    HeldShownAgain "held.shown_again" Standing Note Presenter Nothing
        "Mã này đã được quét tại đây" "This code was scanned here before";
    HeldFaceNotCompared "held.face_not_compared" Standing Note Post CompareFace
        "Đối chiếu khuôn mặt: máy chỉ xác thực được điện thoại" "Compare the face: the device can prove only the phone";

    // Agreed: the citizen's signed consent
    AgreedMissing "agreed.missing" Proof Refer Presenter AgreeAgain
        "Mã chưa kèm xác nhận đồng ý" "The code does not carry the person's consent yet";
    AgreedMalformed "agreed.malformed" Proof Refer Presenter UpdateApp
        "Máy này chưa đọc được phần đồng ý: chưa đúng định dạng" "The consent could not be read: not in the expected format";
    AgreedNewerForm "agreed.newer_form" Proof Refer Post UpdateDeviceOrLookUp
        "Máy này chưa đọc được phần đồng ý theo dạng mới" "This device cannot read the newer form of this consent yet";
    AgreedNoBasis "agreed.no_basis" Proof Refer Post NameBasisOrLookUp
        "Máy này chưa chọn căn cứ pháp luật để đọc mã không kèm đồng ý" "This device has no legal basis chosen for a code without consent";
    AgreedPurposeDiffers "agreed.purpose_differs" Proof Refer Presenter ChoosePurposeAgain
        "Mã được đồng ý cho mục đích khác" "The consent is for another purpose";
    AgreedQuestionDiffers "agreed.question_differs" Proof Refer Presenter ChooseQuestionAgain
        "Mã được đồng ý cho câu hỏi khác" "The consent is for another question";
    AgreedScopeContradicts "agreed.scope_contradicts" Proof Refuse Presenter RefreshOnceThenReport
        "Các mục trong mã khác với các mục đã đồng ý" "The fields in the code differ from those agreed to";
    AgreedWiderThanAsked "agreed.wider_than_asked" Standing Note Presenter Nothing
        "Mã có nhiều mục hơn phần được hỏi; máy đã bỏ phần thừa" "The code holds more than was asked for; the rest was dropped";
    AgreedBeyondScope "agreed.beyond_scope" Standing Note Presenter Nothing
        "Mã có mục nằm ngoài phần đã đồng ý; máy đã bỏ phần đó" "The code holds something beyond what was agreed to; it was dropped";
    AgreedPaperNotAsked "agreed.paper_not_asked" Standing Refer Presenter Nothing
        "Mã có giấy tờ ngoài phần được hỏi; máy đã bỏ" "The code has a paper that was not asked for; it was dropped";
    AgreedFieldNeverPasses "agreed.field_never_passes" Standing Note Presenter Nothing
        "Mã có mục không bao giờ hiện, như sinh trắc học; máy đã bỏ" "The code holds a field that is never shown, as biometrics; dropped";
    AgreedRetentionShortened "agreed.retention_shortened" Standing Note Presenter Nothing
        "Thời gian lưu đã đồng ý dài hơn mức cho phép; máy đã rút ngắn" "The retention agreed to is longer than allowed; it was shortened";
    AgreedFieldNotShown "agreed.field_not_shown" Standing Refer Presenter ExplainAndInvite
        "Chưa thấy {field}: không chia sẻ hoặc không có" "Not shown: {field}, not shared or absent";
    AgreedPartlyShown "agreed.partly_shown" Standing Note Presenter InviteIfNeeded
        "Có mục được hỏi mà chưa thấy: không chia sẻ hoặc không có" "Some of what was asked for is not shown: not shared or absent";

    // Several papers in one showing
    SetNotOneShowing "set.not_one_showing" Proof Refuse Presenter RefreshCodeHere
        "Các phần của mã được tạo ở những lần khác nhau" "The parts of the code were made at different times";
    SetIncomplete "set.incomplete" Proof Refer Presenter RefreshCodeHere
        "Mã chưa đủ các phần" "Parts of the code are missing";
    SetMemberFailed "set.member_failed" Proof Refer Presenter RefreshOnceThenReport
        "Một giấy tờ trong mã chưa xác thực được, nên máy chưa hiện giấy tờ nào" "One paper in the code was not proven, so none is shown";

    // Current: account and status lists
    CurrentAccountLocked "current.account_locked" Proof Refer Presenter LookUpLocked
        "Tài khoản định danh đang khóa: chưa dùng được bản điện tử" "The e-ID account is locked: the electronic copy cannot be used now";
    CurrentAccountUnknown "current.account_unknown" Standing Refer Post UpdateListsOrLookUp
        "Dữ liệu tài khoản định danh trong máy này đã cũ hoặc chưa có" "This device's data on e-ID accounts is old or missing";
    CurrentAccountStatusMissing "current.account_status_missing" Standing Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa ghi cách tra tài khoản: chưa rõ có đang khóa hay không" "The issuer gave no way to check the e-ID account: locked or not unknown";
    CurrentLevelInsufficient "current.level_insufficient" Standing Refer Presenter LookUp
        "Mức tài khoản định danh chưa đủ cho lượt kiểm tra này" "The level of the e-ID account is not enough for this check";
    CurrentLevelUnknown "current.level_unknown" Standing Refer Presenter LookUpLevel
        "Bản điện tử không ghi mức độ tài khoản định danh" "The electronic copy does not state the level of the e-ID account";
    CurrentRevoked "current.revoked" Standing Refuse Paper ConfirmFirst
        "Theo danh sách, {paper} đã bị thu hồi" "According to the list, withdrawn: {paper}";
    CurrentSuspended "current.suspended" Standing Refuse Paper ConfirmFirst
        "Theo danh sách, {paper} đang tạm dừng hiệu lực" "According to the list, suspended: {paper}";
    CurrentStatusUnknown "current.status_unknown" Standing Refer Post UpdateListsOrLookUp
        "Dữ liệu trong máy này chưa đủ: chưa rõ tình trạng {paper}" "This device's data does not tell the present status: {paper}";
    CurrentStatusStale "current.status_stale" Standing Refer Post UpdateListsOrLookUp
        "Dữ liệu trong máy này đã cũ: chưa rõ tình trạng {paper}" "This device's data is old, the present status not known: {paper}";
    CurrentStatusMissing "current.status_missing" Standing Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa ghi cách tra tình trạng: chưa rõ tình trạng hiện tại" "The issuer gave no way to check the status: present status not known";

    // Any paper: what could and could not be read
    PaperBearingMissing "paper.bearing_missing" Standing Refer Paper LookUpAndTellIssuer
        "Bản điện tử chưa ghi {field}, nên chưa đủ để kết luận" "The electronic copy does not state {field}: not enough to decide";
    PaperUnknownBearing "paper.unknown_bearing" Standing Refer Post UpdateDeviceOrLookUp
        "Máy này chưa hiểu một mục mới có thể ảnh hưởng đến kết luận" "This device does not know a new field that may bear on the result";
    PaperUnknownDropped "paper.unknown_dropped" Standing Note Post Nothing
        "Máy này đã bỏ một mục mới chưa biết; không ảnh hưởng đến kết luận" "This device left out a new field; the result does not depend on it";
    PaperFieldMalformed "paper.field_malformed" Standing Refer Paper LookUpAndTellIssuer
        "Máy chưa đọc được {field}: chưa đúng định dạng" "Could not read {field}: not in the expected format";
    PaperTextUnusual "paper.text_unusual" Standing Note Paper TellIssuer
        "Nơi cấp dùng ký tự ít gặp trong {field}; vẫn đọc được" "The issuer used unusual characters in {field}; it can still be read";
    PaperKindUnknown "paper.kind_unknown" Standing Refer Post UpdateDeviceOrLookUp
        "Máy này chưa đọc được loại giấy tờ này" "This device cannot read this kind of paper yet";
    PaperRestricted "paper.restricted" Standing Refuse Paper ConfirmFirst
        "Giấy tờ chưa đáp ứng ở một mục máy này không được xem" "The paper falls short in a field this role may not see";

    // In force: identity
    IdentityExpired "identity.expired" Standing Refuse Paper LookUpRenewal
        "Căn cước điện tử đã hết hạn" "The electronic identity has expired";
    IdentityUnderFourteen "identity.under_fourteen" Standing Note Paper TurnToGuardian
        "Dưới 14 tuổi: cha, mẹ hoặc người giám hộ xác nhận" "Under 14: a parent or guardian confirms";
    IdentityUnderSeven "identity.under_seven" Standing Note Paper TurnToGuardian
        "Dưới 7 tuổi: người đại diện đồng ý thay cho trẻ" "Under 7: the representative consents for the child";
    IdentityChildConsentsToo "identity.child_consents_too" Standing Note Paper TurnToGuardian
        "Từ 7 đến dưới 14 tuổi: cần cả trẻ và người đại diện cùng đồng ý" "From 7 to under 14: the child and the representative both consent";
    IdentityNumberForm "identity.number_form" Standing Note Paper TellIssuer
        "Số định danh không đúng định dạng thường gặp" "The ID number is not in the usual format";
    IdentityNumberWorthALook "identity.number_worth_a_look" Standing Note Paper LookOnceMore
        "Số định danh khác cách đánh số thường gặp; thường có lý do chính đáng" "The number is not in the usual pattern; there is usually a good reason";
    IdentityPreviousNumberUnusual "identity.previous_number_unusual" Standing Note Paper TellIssuer
        "Số định danh cũ không đúng định dạng thường gặp" "The previous ID number is not in the usual format";
    IdentityCardDatesUnusual "identity.card_dates_unusual" Standing Note Paper LookOnceMore
        "Ngày hết hạn khác mốc tuổi đổi thẻ thường gặp; ngày đã ghi vẫn tính" "The last day is at none of the usual ages for a new card; it counts";

    // In force: foreigner's identity
    ForeignerPassportExpired "foreigner.passport_expired" Standing Refuse Paper LookUpRenewal
        "Hộ chiếu đã hết hạn theo ngày ghi trong bản điện tử" "The passport named in the copy has expired";
    ForeignerStayPast "foreigner.stay_past" Standing Refer Paper LookUpRenewal
        "Thời hạn cư trú đã ghi đã qua, chưa rõ đã gia hạn chưa" "The stay stated is past; not known whether extended";

    // In force: dependant
    DependantExpired "dependant.expired" Standing Refer Paper LookUp
        "Giấy tờ người phụ thuộc đã hết hạn: chưa rõ quan hệ" "The dependant's paper has expired: the relation is not known";
    DependantOfAge "dependant.of_age" Standing Note Paper Nothing
        "Người phụ thuộc đã đủ 14 tuổi và có thể có tài khoản riêng" "The dependant is 14 or more and may have an account of their own";

    // In force: driving licence
    LicenceExpired "licence.expired" Standing Refuse Paper ChooseVehicleThenAct
        "{part} của GPLX đã hết hạn" "{part} of the licence: expired";
    LicencePartSuspended "licence.part_suspended" Standing Refuse Paper CheckPartInUse
        "{part} của GPLX đang bị tước quyền sử dụng" "{part} of the licence: suspended";
    LicenceSuspensionAhead "licence.suspension_ahead" Standing Note Paper PartStillInForce
        "{part} của GPLX chưa bị tước quyền sử dụng; đã có quyết định" "{part} of the licence: not suspended yet; a suspension is decided";
    LicencePointsZero "licence.points_zero" Standing Refuse Paper CheckPointsAgain
        "Theo dữ liệu gần nhất, {part} của GPLX đã hết điểm" "{part} of the licence: no points left, by the latest data";
    LicenceSeizedUntil "licence.seized_until" Standing Refuse Paper MindAppointment
        "{part} của GPLX đang bị tạm giữ, có ngày hẹn giải quyết" "{part} of the licence: held, with an appointment";
    LicenceClassNotCovering "licence.class_not_covering" Standing Refuse Paper CheckVehicle
        "Hạng GPLX không phù hợp với loại xe này" "The licence's classes do not cover this vehicle";
    LicenceCoverUndetermined "licence.cover_undetermined" Standing Refer Paper LookUpVehicle
        "Chưa rõ hạng GPLX có phù hợp với xe này hay không" "Not known whether the licence covers this vehicle";
    LicenceNotNeeded "licence.not_needed" Standing Note Paper Nothing
        "Xe này không cần GPLX" "No driving licence is needed for this vehicle";
    LicenceAutomaticOnly "licence.automatic_only" Standing Note Paper LookAtGearLever
        "GPLX này dành cho ô tô số tự động, kể cả ô tô điện" "This licence is for automatic cars, electric ones included";
    LicenceAdaptedControls "licence.adapted_controls" Standing Note Paper LookAtControls
        "GPLX này dành cho ô tô có cơ cấu điều khiển phù hợp với người lái" "This licence is for cars with controls adapted to the driver";
    LicenceVehicleNotPicked "licence.vehicle_not_picked" Standing Refer Post PickVehicle
        "Máy này chưa được chọn xe, nên chưa trả lời được câu hỏi" "This device has no vehicle picked, so the question has no answer yet";
    LicenceClassAskedNotCovered "licence.class_asked_not_covered" Standing Refuse Paper OldRightsStand
        "GPLX không bao gồm hạng được hỏi" "The licence does not cover the class asked about";
    LicenceClassAskedUndetermined "licence.class_asked_undetermined" Standing Refer Paper OldRightsStand
        "Chưa rõ GPLX có bao gồm hạng được hỏi hay không" "Not known whether the licence covers the class asked about";
    LicenceRegimeUnusual "licence.regime_unusual" Standing Note Paper TellIssuer
        "Ngày cấp không khớp với luật mà các hạng trên GPLX theo" "The day of issue does not fit the law that the classes are of";
    LicenceAgeUnusual "licence.age_unusual" Standing Note Paper TellIssuer
        "Ngày sinh và ngày cấp không khớp với tuổi tối thiểu của hạng GPLX" "Date of birth and day of issue do not fit a class's minimum age";
    LicenceTermUnusual "licence.term_unusual" Standing Note Paper TellIssuer
        "Thời hạn trên GPLX khác với thời hạn thường gặp của hạng đó" "The term on the licence is not the usual term of its classes";
    LicenceAgeLimit "licence.age_limit" Standing Note Paper SeeYearOfBirth
        "Xe trên 29 chỗ, xe giường nằm có giới hạn tuổi người lái" "Vehicles of over 29 seats and sleeper coaches have an age limit";

    // In force: foreign driving licence
    ForeignExpired "foreign.expired" Standing Refuse Paper ConfirmFirst
        "GPLX nước ngoài đã hết hạn" "The foreign driving licence has expired";
    ForeignLicenceAlone "foreign.licence_alone" Standing Refer Paper CheckPermit
        "GPLX nước ngoài đã xác thực; chưa rõ có được lái xe ở Việt Nam không" "Foreign licence proven; whether it allows driving in Viet Nam unknown";
    ForeignPermitOfVietNam "foreign.permit_of_viet_nam" Standing Refer Paper SeeVietnameseLicence
        "Giấy phép quốc tế do Việt Nam cấp chỉ dùng để lái xe ở nước ngoài" "An international permit issued by Viet Nam is for driving abroad only";

    // In force: vehicle registration
    VehicleExpired "vehicle.expired" Standing Refuse Paper ConfirmFirst
        "Chứng nhận đăng ký xe đã hết hạn" "The vehicle registration has expired";
    VehicleSeizedUntil "vehicle.seized_until" Standing Refuse Paper MindAppointment
        "Chứng nhận đăng ký xe đang bị tạm giữ, có ngày hẹn giải quyết" "The vehicle registration is held, with an appointment";
    VehicleOwnerDiffers "vehicle.owner_differs" Standing Note Paper ComparePlateOnly
        "Người lái không phải chủ xe: được phép" "The driver is not the owner: that is allowed";
    VehiclePlateDiffers "vehicle.plate_differs" Standing Refer Paper LookUpPlate
        "Biển số trên {paper} chưa khớp với biển số của xe này" "The plate does not match this vehicle: {paper}";
    VehicleChassisDiffers "vehicle.chassis_differs" Standing Refer Paper CompareChassisNumbers
        "Số khung trên {paper} chưa khớp với đăng ký xe" "The chassis number is not the one on the registration: {paper}";
    VehiclePlateUnusual "vehicle.plate_unusual" Standing Note Paper ComparePlateOnly
        "Biển số trên giấy tờ không đúng định dạng thường gặp" "The plate on the paper is not in the usual format";
    VehicleChassisUnusual "vehicle.chassis_unusual" Standing Note Paper CompareChassis
        "Số khung trên giấy tờ không đúng định dạng thường gặp" "The chassis number on the paper is not in the usual format";

    // In force: the vehicle's inspection and insurance
    VehicleInspectionExpired "vehicle.inspection_expired" Standing Refuse Paper ConfirmInspection
        "Chứng nhận kiểm định xe đã hết hạn" "The vehicle's inspection certificate has expired";
    VehicleInsuranceNotInForce "vehicle.insurance_not_in_force" Standing Refuse Paper ConfirmInsurance
        "Bảo hiểm trách nhiệm dân sự của xe chưa hoặc không còn hiệu lực" "The vehicle's liability insurance is not in force today";

    // In force: health insurance card
    HealthNotInForce "health.not_in_force" Standing Refuse Paper AdmitInEmergency
        "Thẻ BHYT chưa hoặc không còn giá trị sử dụng" "The health insurance card is not in force today";
    HealthMayStillCount "health.may_still_count" Standing Refer Paper SeeAdmissionDay
        "Thẻ BHYT mới hết hạn: vào viện từ trước thì có thể vẫn được hưởng" "The card ended lately: it may still count for treatment begun before";
    HealthLookedUpByIdentity "health.looked_up_by_identity" Standing Note Post LookUpHealthGateway
        "Máy này chưa xem thẻ BHYT: đã có căn cước, tra cứu theo số định danh" "This device has seen no card: the e-ID is enough, look up the ID number";
    HealthNumberOnly "health.number_only" Proof Refer Presenter LookUpHealthGateway
        "Mới có mã số BHYT, chưa xác thực; vẫn tiếp nhận" "Only the number so far, not proven; admit all the same";
    HealthChildUnderSix "health.child_under_six" Standing Note Paper Nothing
        "Trẻ dưới 6 tuổi: có mã số BHYT là đủ" "Child under 6: the health insurance number is enough";
    HealthNumberUnusual "health.number_unusual" Standing Note Paper TellIssuer
        "Mã số BHYT không đúng định dạng thường gặp" "The health insurance number is not in the usual format";
    HealthLevelUnusual "health.level_unusual" Standing Note Paper TakeLevelFromGateway
        "Mức hưởng nằm ngoài các mức thường gặp" "The benefit level is not one of the usual ones";
    HealthLevelMayLag "health.level_may_lag" Standing Note Paper TakeLevelFromGateway
        "Mức hưởng trong mã số khác mức được ghi; mã số có thể chưa cập nhật" "The level in the number differs from the one stated; it may be older";
    HealthObjectUnknown "health.object_unknown" Standing Note Post TakeLevelFromGateway
        "Máy này chưa có mã đối tượng này trong danh mục" "This device's list does not have the insured group code";
    HealthFacilityUnusual "health.facility_unusual" Standing Note Paper TakeLevelFromGateway
        "Mã nơi đăng ký khám ban đầu không đúng định dạng thường gặp" "The code of the first facility is not in the usual format";

    // Relations between papers
    ConsistencyPersonDiffers "consistency.person_differs" Standing Refer Paper ComparePapers
        "Chưa rõ các giấy tờ có của cùng một người hay không" "Whether the papers are one person's is not known";
    ConsistencyLinkedByKeyOnly "consistency.linked_by_key_only" Standing Refer Presenter InviteName
        "Mới biết các giấy tờ ở cùng một điện thoại, chưa rõ có cùng một người" "The papers are on one phone; whether they are one person's is not known";
    ConsistencyGuardianNotShown "consistency.guardian_not_shown" Standing Note Presenter NumberSufficesUnderSix
        "Chưa thấy quan hệ giữa trẻ và người đi cùng; vẫn tiếp nhận" "How the child and the adult are related is not shown; admit all the same";

    // An answer, and what it is an answer about
    QuestionOtherVehicle "question.other_vehicle" Standing Refer Post BeginAnewForVehicle
        "Máy này đã chọn xe khác khi hỏi: câu trả lời không về xe này" "This device had another vehicle picked: the answer is not about this one";
    QuestionNotAboutVehicle "question.not_about_vehicle" Standing Refer Presenter AskAboutVehicle
        "Câu trả lời là về một hạng GPLX, chưa phải về xe này" "The answer is about a class of licence, not about this vehicle";

    // A showing whose values have ended, in an encounter
    EndedVehicleChanged "ended.vehicle_changed" Standing Refer Post ShowCodeAgain
        "Hết giờ xem rồi máy này mới đổi xe hoặc biển số: chưa rõ cho xe này" "This device changed the vehicle after viewing ended: not known for this one";
    EndedNotCompared "ended.not_compared" Standing Refer Post ShowCodeAgain
        "Máy này chưa kịp so điện thoại này với điện thoại khác: đã hết giờ xem" "This device did not compare this phone with another: viewing had ended";
    EndedTooLongAgo "ended.too_long_ago" Standing Refer Post ShowCodeAgain
        "Máy này quét mã đã lâu, kết luận khi đó không còn dùng được" "This device scanned the code too long ago for its result to count";

    // What this vehicle or visit needs, and what was shown of it
    PapersNotShown "papers.not_shown" Standing Refer Presenter InvitePaper
        "Chưa xuất trình: {paper}" "Not shown: {paper}";
    PapersNotAsked "papers.not_asked" Standing Refer Post LookUp
        "Máy này chưa hỏi {paper} trong lượt này" "This device did not ask in this check for: {paper}";
    PapersNeedUndetermined "papers.need_undetermined" Standing Refer Post ChooseVehicle
        "Máy này chưa biết rõ loại xe: chưa rõ có cần {paper} không" "This device does not know the vehicle well enough; needed?: {paper}";
    PapersNothingShown "papers.nothing_shown" Proof Refer Presenter CheckAsUsual
        "Chưa có mã nào được xuất trình" "No code was shown";
    PapersNumberOnly "papers.number_only" Proof Refer Presenter LookUp
        "Mới có số được đọc hoặc nhập tay, chưa xác thực" "Only a number, spoken or typed, not proven";

    // Plain codes: read and compared, never in a report
    PlainUnsigned "plain.unsigned" Standing Note Paper EnterAndCompare
        "Mã in trên thẻ: đọc được, không có chữ ký số" "Printed code: readable, unsigned";
    PlainDiffers "plain.differs" Standing Note Paper UseElectronic
        "Chữ in trên thẻ khác với bản điện tử đã xác thực: dùng bản điện tử" "The printed code differs from the proven e-ID: the e-ID counts";
}
