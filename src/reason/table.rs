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
        "Máy này không đọc loại mã này" "Not a kind of code that this device reads";
    ScanAnotherApp "scan.another_app" Proof Refer Post CheckAsUsual
        "Máy này chưa đọc được mã của ứng dụng này (có thể là mã VNeID)" "A code of another application, which this device does not read (VNeID's, perhaps)";
    ScanSeveralCodes "scan.several_codes" Proof Refer Post FrameOneCode
        "Máy này thấy hai mã khác nhau, chưa nhận mã nào" "This device sees two different codes and took neither";
    ScanKeyboardAltered "scan.keyboard_altered" Proof Refer Post SwitchOffInputMethod
        "Máy quét hoặc bàn phím của máy này đã làm sai mã (bộ gõ, Caps Lock, kiểu bàn phím hoặc bảng mã)" "This device's scanner or keyboard altered the code (input method, Caps Lock, layout or code page)";

    // The post itself: judged before anything about the citizen
    PostClockWrong "post.clock_wrong" Proof Refer Post FixClockAndScanAgain
        "Đồng hồ của máy này chậm hơn danh sách mới nhất máy đã thấy" "This device's clock is behind the newest list that it has seen";
    PostMandateNotInForce "post.mandate_not_in_force" Proof Refer Post RenewMandate
        "Quyền kiểm tra của máy này chưa bắt đầu hoặc đã hết hạn" "This device's mandate has not begun or has ended";
    PostAskNotOurs "post.ask_not_ours" Proof Refer Post AskAgain
        "Lượt kiểm tra trên máy này được bắt đầu cho điểm kiểm tra khác hoặc với danh sách khác" "This device began the check for another post or with other lists";
    PostAskAnswered "post.ask_answered" Proof Refer Post AskAnew
        "Lượt hỏi này đã có câu trả lời; máy này chỉ nhận một câu trả lời cho mỗi lượt hỏi" "This ask was answered already; this device takes one answer to each";
    PostMandateRevoked "post.mandate_revoked" Proof Refer Post UseAnotherDevice
        "Quyền kiểm tra cấp cho máy này đã bị thu hồi" "This device's mandate was withdrawn";
    PostListsOld "post.lists_old" Standing Note Post UpdateLists
        "Danh sách trong máy này đã đến hạn cập nhật" "This device's lists are due for an update";
    PostListsTooOld "post.lists_too_old" Standing Refer Post UpdateListsOrLookUp
        "Chưa rõ tình trạng hiện tại: danh sách trong máy này đã quá cũ" "Present status unsure: this device's lists are too old";
    PostRootTooOld "post.root_too_old" Standing Refer Post UpdateRootOrLookUp
        "Chưa rõ tình trạng hiện tại: khóa gốc trong máy này đã quá hạn" "Present status unsure: this device's root keys are past their time";
    PostLawUnchecked "post.law_unchecked" Standing Note Post UpdateLists
        "Quy định trong máy này hơn một năm chưa được rà soát" "The rules of law on this device were not checked for more than a year";
    PostMemoryFull "post.memory_full" Standing Refer Post WaitOrUseAnotherDevice
        "Bộ nhớ các lượt xuất trình của máy này đã đầy" "This device's memory of showings is full";
    PostMemoryGap "post.memory_gap" Standing Refer Post LookUp
        "Máy này không nhớ được một quãng thời gian: chưa rõ mã đã được xuất trình lần nào chưa" "This device's memory has a gap: it cannot tell whether the code was shown before";
    PostStoreFailed "post.store_failed" Standing Refer Post ScanAgainOrLookUp
        "Máy này chưa hỏi được kho ghi các lượt xuất trình: chưa rõ mã đã được xuất trình lần nào chưa" "This device could not ask the store of showings: it cannot tell whether the code was shown before";

    // Authentic: the issuer's key and signature
    AuthenticIssuerNotListed "authentic.issuer_not_listed" Proof Refer Post UpdateListsOrLookUp
        "Máy này chưa có khóa của nơi cấp" "This device does not have the issuer's key";
    AuthenticAlgorithmDiffers "authentic.algorithm_differs" Proof Refuse Paper RefreshOnceThenReport
        "Mã được ký bằng thuật toán khác với thuật toán nơi cấp đã đăng ký" "Signed with another algorithm than the one the issuer is listed with";
    AuthenticSignatureFailed "authentic.signature_failed" Proof Refuse Paper RefreshOnceThenReport
        "Chữ ký số của nơi cấp không khớp" "The issuer's digital signature does not match";
    AuthenticNotSigned "authentic.not_signed" Proof Refer Paper LookUp
        "Mã này không có chữ ký số của nơi cấp" "This code carries no digital signature of an issuer";
    AuthenticEncrypted "authentic.encrypted" Proof Refer Post LookUp
        "Mã này đã được mã hóa và máy này không có khóa để mở" "This code is encrypted and this device has no key to open it";
    AuthenticIssuerDiffers "authentic.issuer_differs" Proof Refuse Paper LookUpAndReport
        "Nơi cấp ghi trong mã khác với chủ của khóa đã ký" "The issuer named in the code is not the owner of the key that signed";
    AuthenticKeyCompromised "authentic.key_compromised" Proof Refer Paper LookUpAndTellIssuer
        "Khóa của nơi cấp đã bị lộ: chưa xác định được nguồn gốc của bản điện tử này" "The issuer's key was exposed: the origin of this copy cannot be established";
    AuthenticKeyNotInPeriod "authentic.key_not_in_period" Proof Refer Paper LookUpAndTellIssuer
        "Bản điện tử được ký ngoài thời gian dùng khóa của nơi cấp" "Signed outside the period of the issuer's key";
    AuthenticFormatNotListed "authentic.format_not_listed" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa được đăng ký cho định dạng hoặc loại giấy tờ này" "The issuer is not listed for this format or kind of paper";
    AuthenticClaimsMalformed "authentic.claims_malformed" Proof Refer Paper LookUpAndTellIssuer
        "Nội dung nơi cấp ký chưa đúng định dạng, máy chưa đọc được" "What the issuer signed is not in the agreed form and could not be read";
    AuthenticIdentityMissing "authentic.identity_missing" Proof Refer Paper LookUpAndTellIssuer
        "Trong nội dung nơi cấp ký chưa có thông tin định danh" "What the issuer signed holds no identity";
    AuthenticTimesDisagree "authentic.times_disagree" Proof Refer Paper LookUpAndTellIssuer
        "Các mốc thời gian do nơi cấp ghi mâu thuẫn nhau" "The times the issuer wrote contradict each other";
    AuthenticLifeTooLong "authentic.life_too_long" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp ghi thời hạn bản điện tử dài hơn mức đã đăng ký" "The issuer gave this copy a longer life than it is listed with";
    AuthenticNotYetValid "authentic.not_yet_valid" Proof Refer Paper CheckClockOrLookUp
        "Theo giờ của máy này, bản điện tử chưa đến thời điểm có giá trị" "By this device's clock, the copy is not in force yet";
    AuthenticTermPassed "authentic.term_passed" Standing Refer Paper LookUpPaperMayStand
        "Mã này đã quá thời hạn nơi cấp ghi trong mã" "This code is past the term its issuer wrote into it";
    AuthenticAuthorityNotListed "authentic.authority_not_listed" Proof Refer Paper LookUpAndTellIssuer
        "Nơi cấp chưa được đăng ký để ký cho cơ quan ghi trên giấy tờ" "The issuer is not listed to sign for the authority named in the paper";
    AuthenticAuthorityNotInPeriod "authentic.authority_not_in_period" Proof Refer Paper LookUpAndTellIssuer
        "Theo danh sách, khi lập dữ liệu này cơ quan ghi trên giấy tờ không quản lý loại giấy tờ này" "According to the lists, the authority named did not keep such records when these data were made";
    AuthenticHolderKeyWeak "authentic.holder_key_weak" Proof Refuse Paper RefreshCopy
        "Khóa của điện thoại ghi trong bản điện tử quá yếu" "The phone's key named in the copy is too weak";
    AuthenticHolderKeyReused "authentic.holder_key_reused" Proof Refuse Paper LookUpAndReport
        "Khóa của điện thoại trùng với một khóa trong danh sách của máy này" "The phone's key is one of the keys on this device's lists";

    // Unaltered: each field against its digest
    UnalteredNotSigned "unaltered.not_signed" Proof Refuse Presenter RefreshOnceThenReport
        "Mã chứa mục không nằm trong nội dung nơi cấp đã ký" "The code holds a field that the issuer did not sign";
    UnalteredRepeated "unaltered.repeated" Proof Refuse Paper RefreshOnceThenReport
        "Có mục bị lặp lại trong bản điện tử" "A field is repeated in the copy";
    UnalteredMalformed "unaltered.malformed" Proof Refer Paper LookUpAndTellIssuer
        "Có mục nơi cấp ký chưa đúng định dạng, máy chưa đọc được" "A field the issuer signed is not in the agreed form and could not be read";

    // Held: the phone's key, this post, this time
    HeldSignatureFailed "held.signature_failed" Proof Refuse Presenter RefreshOnceThenReport
        "Chữ ký của điện thoại không khớp với bản điện tử" "The phone's signature does not match the copy";
    HeldAlgorithmDiffers "held.algorithm_differs" Proof Refuse Presenter RefreshOnceThenReport
        "Điện thoại ký bằng thuật toán khác với khóa gắn với bản điện tử" "The phone signed with another algorithm than the key bound to the copy";
    HeldMalformed "held.malformed" Proof Refer Presenter UpdateApp
        "Phần do điện thoại ký chưa đúng định dạng, máy chưa đọc được" "What the phone signed is not in the agreed form and could not be read";
    HeldTimesDisagree "held.times_disagree" Proof Refuse Presenter RefreshOnceThenReport
        "Các mốc thời gian do điện thoại ghi mâu thuẫn nhau" "The times the phone wrote contradict each other";
    HeldClockAhead "held.clock_ahead" Proof Refer Presenter CompareClocks
        "Giờ của điện thoại đi trước giờ của máy này: đồng hồ của máy này hoặc của điện thoại có thể sai" "The phone's time is ahead of this device's: this device's clock or the phone's may be wrong";
    HeldWindowPassed "held.window_passed" Proof Refer Presenter AskByChallenge
        "Mã đã quá thời gian cho phép: mã được tạo từ trước, hoặc đồng hồ của máy này hay của điện thoại có thể sai" "The code is past the time allowed: it was made earlier, or this device's clock or the phone's may be wrong";
    HeldCopyOutdated "held.copy_outdated" Standing Refer Presenter ConnectAndRefreshCopy
        "Bản điện tử trên điện thoại đã cũ, cần cập nhật" "The copy on the phone is outdated and needs an update";
    HeldOtherAudience "held.other_audience" Proof Refer Presenter ChooseVerifierAgain
        "Mã được tạo cho một nơi kiểm tra khác" "The code was made for another verifier";
    HeldOtherPostDigits "held.other_post_digits" Proof Refer Presenter PickPostDigits
        "Mã này không mang hai số của điểm kiểm tra này" "This code does not carry this post's two digits";
    HeldNotAnswered "held.not_answered" Proof Refer Presenter AnswerHere
        "Mã này không phải câu trả lời cho mã đang hiện trên máy này" "This code is not an answer to what this device asked";
    HeldNotChallenged "held.not_challenged" Standing Refer Presenter AskByChallenge
        "Mã tạo sẵn chưa đủ cho việc kiểm tra này: cần mã được tạo để trả lời máy này" "A code made beforehand is not enough here: this check needs an answer to this device's own code";
    HeldNotBound "held.not_bound" Standing Refer Paper CompareAndLookUp
        "Mã này không gắn với điện thoại nào: ai có bản sao cũng xuất trình được" "This code is bound to no phone: whoever has a copy can show it";
    HeldUsedElsewhere "held.used_elsewhere" Proof Refuse Presenter RefreshCodeHere
        "Mã này đã được xuất trình cho một điểm kiểm tra khác" "This code was already shown to another post";
    HeldShownTooOften "held.shown_too_often" Proof Refer Post WaitAndScanNewCode
        "Máy này vừa nhận nhiều mã của cùng một điện thoại trong ít phút nên chưa nhận thêm mã này" "This device took several codes of one phone within minutes and has not taken this one yet";
    HeldShownInAnotherEncounter "held.shown_in_another_encounter" Standing Refer Post ConfirmStillThisPerson
        "Mã này đã được quét ở lượt kiểm tra khác tại điểm này; máy này chưa rõ có còn là người đó không" "Scanned in another check here; this device cannot tell whether it is still the same person";
    HeldShownAgain "held.shown_again" Standing Note Presenter Nothing
        "Mã này đã được quét trước đó tại chính điểm này" "This code was scanned before at this same post";
    HeldFaceNotCompared "held.face_not_compared" Standing Note Post CompareFace
        "Đã xác thực điện thoại, chưa xác thực người" "Phone proven, person not";

    // Agreed: the citizen's signed consent
    AgreedMissing "agreed.missing" Proof Refer Presenter AgreeAgain
        "Trong mã chưa có sự đồng ý của người dân" "The citizen's consent is not in the code";
    AgreedMalformed "agreed.malformed" Proof Refer Presenter UpdateApp
        "Phần đồng ý trong mã chưa đúng định dạng, máy chưa đọc được" "The consent in the code is not in the agreed form and could not be read";
    AgreedNewerForm "agreed.newer_form" Proof Refer Post UpdateDeviceOrLookUp
        "Phần đồng ý theo dạng mới mà máy này chưa đọc được" "The consent is in a newer form that this device cannot read yet";
    AgreedNoBasis "agreed.no_basis" Proof Refer Post NameBasisOrLookUp
        "Mã này không kèm sự đồng ý, và máy này chưa được giao căn cứ pháp luật để đọc" "This code carries no consent, and this device was given no legal basis to read it";
    AgreedPurposeDiffers "agreed.purpose_differs" Proof Refer Presenter ChoosePurposeAgain
        "Người dân đồng ý cho một mục đích khác" "Consent was given for another purpose";
    AgreedQuestionDiffers "agreed.question_differs" Proof Refer Presenter ChooseQuestionAgain
        "Người dân chưa đồng ý trả lời đúng câu hỏi này" "The consent does not name the question asked";
    AgreedScopeContradicts "agreed.scope_contradicts" Proof Refuse Presenter RefreshOnceThenReport
        "Các mục trong mã khác với các mục người dân đã đồng ý" "The fields in the code differ from those the citizen agreed to";
    AgreedWiderThanAsked "agreed.wider_than_asked" Standing Note Presenter Nothing
        "Mã có nhiều mục hơn phần được hỏi; máy đã bỏ phần thừa" "The code holds more than was asked; the rest was dropped";
    AgreedBeyondScope "agreed.beyond_scope" Standing Note Presenter Nothing
        "Mã có mục nằm ngoài phần người dân đã đồng ý; máy đã bỏ phần đó" "The code holds something beyond what the citizen agreed to; it was dropped";
    AgreedPaperNotAsked "agreed.paper_not_asked" Standing Refer Presenter Nothing
        "Mã có giấy tờ không được hỏi đến; máy đã bỏ qua" "The code holds a paper that was not asked for; it was left out";
    AgreedFieldNeverPasses "agreed.field_never_passes" Standing Note Presenter Nothing
        "Mã có mục không bao giờ được hiển thị (như sinh trắc học); máy đã bỏ" "The code holds a field that is never shown (such as biometrics); it was dropped";
    AgreedRetentionShortened "agreed.retention_shortened" Standing Note Presenter Nothing
        "Thời gian lưu được đồng ý dài hơn mức cho phép; máy đã rút ngắn" "The retention agreed to is longer than allowed; it was shortened";
    AgreedFieldNotShown "agreed.field_not_shown" Standing Refer Presenter ExplainAndInvite
        "Chưa thấy {field} (không chia sẻ hoặc không có)" "Not shown: {field} (not shared or absent)";
    AgreedPartlyShown "agreed.partly_shown" Standing Note Presenter InviteIfNeeded
        "Có mục được hỏi mà chưa thấy (không chia sẻ hoặc không có)" "Some of what was asked for is not shown (not shared or absent)";

    // Several papers in one showing
    SetNotOneShowing "set.not_one_showing" Proof Refuse Presenter RefreshCodeHere
        "Các phần trong mã không thuộc cùng một lần xuất trình" "The parts of the code are not of one showing";
    SetIncomplete "set.incomplete" Proof Refer Presenter RefreshCodeHere
        "Bộ giấy tờ trong mã chưa đủ phần" "The set in the code is not complete";
    SetMemberFailed "set.member_failed" Proof Refer Presenter RefreshOnceThenReport
        "Có phần trong bộ chưa xác thực được, nên chưa hiển thị phần nào" "A part of the set was not proven, so no part is shown";

    // Current: account and status lists
    CurrentAccountLocked "current.account_locked" Proof Refer Presenter LookUpLocked
        "Tài khoản định danh đang khóa: chưa dùng được bản điện tử này" "The e-ID account is locked: this electronic copy cannot be used now";
    CurrentAccountUnknown "current.account_unknown" Standing Refer Post UpdateListsOrLookUp
        "Máy này chưa xác định được tài khoản định danh có đang khóa hay không" "This device cannot tell whether the e-ID account is locked";
    CurrentAccountStatusMissing "current.account_status_missing" Standing Refer Paper LookUpAndTellIssuer
        "Chưa rõ tài khoản định danh có đang khóa hay không: nơi cấp chưa ghi cách tra vào bản điện tử" "Not known whether the e-ID account is locked: the issuer put no reference to its status in the copy";
    CurrentLevelInsufficient "current.level_insufficient" Standing Refer Presenter LookUp
        "Mức độ tài khoản định danh chưa đủ cho việc kiểm tra này" "The level of the e-ID account is not enough for this check";
    CurrentLevelUnknown "current.level_unknown" Standing Refer Presenter LookUpLevel
        "Chưa rõ mức độ tài khoản định danh: bản điện tử không ghi" "The level of the e-ID account is not known: the copy does not state it";
    CurrentRevoked "current.revoked" Standing Refuse Paper ConfirmFirst
        "Giấy tờ đã bị thu hồi theo danh sách" "Withdrawn, according to the list";
    CurrentSuspended "current.suspended" Standing Refuse Paper ConfirmFirst
        "Giấy tờ đang tạm dừng hiệu lực theo danh sách" "Suspended, according to the list";
    CurrentStatusUnknown "current.status_unknown" Standing Refer Post UpdateListsOrLookUp
        "Máy này chưa xác định được tình trạng hiện tại của giấy tờ" "This device cannot tell the present status of the paper";
    CurrentStatusStale "current.status_stale" Standing Refer Post UpdateListsOrLookUp
        "Chưa rõ tình trạng hiện tại: dữ liệu tình trạng trong máy này đã cũ" "Present status unsure: the status data on this device is old";
    CurrentStatusMissing "current.status_missing" Standing Refer Paper LookUpAndTellIssuer
        "Chưa rõ tình trạng hiện tại: nơi cấp chưa ghi cách tra tình trạng vào bản điện tử" "Present status unsure: the issuer put no reference to a status list in the copy";

    // Any paper: what could and could not be read
    PaperBearingMissing "paper.bearing_missing" Standing Refer Paper LookUpAndTellIssuer
        "Chưa đủ căn cứ kết luận: bản điện tử chưa nêu {field}" "Not enough to decide: the copy does not state {field}";
    PaperUnknownBearing "paper.unknown_bearing" Standing Refer Post UpdateDeviceOrLookUp
        "Máy này chưa hiểu một mục mới có thể ảnh hưởng đến kết luận" "This device does not know a new field that may bear on the result";
    PaperUnknownDropped "paper.unknown_dropped" Standing Note Post Nothing
        "Máy này chưa biết một mục mới và đã bỏ qua; không ảnh hưởng đến kết luận" "This device left out a new field it does not know; the result does not depend on it";
    PaperFieldMalformed "paper.field_malformed" Standing Refer Paper LookUpAndTellIssuer
        "Máy chưa đọc được {field}: nơi cấp ghi chưa đúng định dạng" "Could not read {field}: the issuer did not write it in the agreed form";
    PaperTextUnusual "paper.text_unusual" Standing Note Paper TellIssuer
        "Nơi cấp dùng ký tự khác thường trong {field}; vẫn đọc được" "The issuer used unusual characters in {field}; it can still be read";
    PaperKindUnknown "paper.kind_unknown" Standing Refer Post UpdateDeviceOrLookUp
        "Máy này chưa đọc được loại giấy tờ này" "This device cannot read this kind of paper yet";
    PaperRestricted "paper.restricted" Standing Refuse Paper ConfirmFirst
        "Giấy tờ có điểm chưa đáp ứng, ở mục mà vai trò này không được xem" "Something about this paper counts against it, in a field this role may not see";

    // In force: identity
    IdentityExpired "identity.expired" Standing Refuse Paper LookUp
        "Căn cước điện tử đã hết hạn" "The electronic identity has expired";
    IdentityUnderFourteen "identity.under_fourteen" Standing Note Paper TurnToGuardian
        "Người chưa đủ mười bốn tuổi: cha, mẹ hoặc người giám hộ xác nhận việc dùng tài khoản" "Under fourteen: a parent or guardian confirms the use of the account";
    IdentityUnderSeven "identity.under_seven" Standing Note Paper TurnToGuardian
        "Dưới bảy tuổi: người đại diện đồng ý thay cho trẻ" "Under seven: the representative consents for the child";
    IdentityChildConsentsToo "identity.child_consents_too" Standing Note Paper TurnToGuardian
        "Từ bảy đến dưới mười bốn tuổi: cả trẻ và người đại diện cùng đồng ý" "From seven to under fourteen: child and representative both consent";
    IdentityNumberForm "identity.number_form" Standing Note Paper TellIssuer
        "Số định danh không theo dạng mười hai chữ số" "The identification number does not have twelve digits";
    IdentityNumberWorthALook "identity.number_worth_a_look" Standing Note Paper LookOnceMore
        "Số định danh chưa khớp ngày sinh, giới tính theo cách đánh số cũ; thường có lý do chính đáng" "The number does not fit date of birth or gender by the older numbering; often for an ordinary reason";
    IdentityPreviousNumberUnusual "identity.previous_number_unusual" Standing Note Paper TellIssuer
        "Số cũ ghi trong bản điện tử có dạng khác thường hoặc trùng với số hiện tại" "A previous number has an unusual form or equals the present one";
    IdentityCardDatesUnusual "identity.card_dates_unusual" Standing Note Paper LookOnceMore
        "Ngày hết hạn khác với mốc tuổi đổi thẻ thường gặp; ngày đã ghi vẫn được tính" "The last day is at none of the usual ages for a new card; the day that is stated counts";

    // In force: foreigner's identity
    ForeignerPassportExpired "foreigner.passport_expired" Standing Refuse Paper LookUpRenewal
        "Hộ chiếu đã hết hạn theo ngày ghi trong bản điện tử" "The passport named in the copy is past its last day";
    ForeignerStayPast "foreigner.stay_past" Standing Refer Paper LookUpRenewal
        "Thời hạn cư trú ghi trong bản điện tử đã qua, chưa rõ đã được gia hạn hay chưa" "The stay stated in the copy is past; whether it was extended is not known";

    // In force: dependant
    DependantExpired "dependant.expired" Standing Refer Paper LookUp
        "Giấy tờ về người phụ thuộc đã hết hạn: chưa xác định được quan hệ" "The dependant's paper is past its last day: the relation could not be established";
    DependantOfAge "dependant.of_age" Standing Note Paper Nothing
        "Người phụ thuộc đã đủ mười bốn tuổi và có thể có tài khoản riêng" "The dependant is fourteen or more and may have an account of their own";

    // In force: driving licence
    LicenceExpired "licence.expired" Standing Refuse Paper ChooseVehicleThenAct
        "Phần này của giấy phép lái xe đã hết hạn" "This part of the driving licence has expired";
    LicencePartSuspended "licence.part_suspended" Standing Refuse Paper CheckPartInUse
        "Phần này của giấy phép lái xe đang bị tước quyền sử dụng" "This part of the driving licence is suspended";
    LicenceSuspensionAhead "licence.suspension_ahead" Standing Note Paper PartStillInForce
        "Đã có quyết định tước quyền sử dụng phần này của giấy phép lái xe, chưa đến ngày bắt đầu" "A suspension of this part of the driving licence is decided but has not begun";
    LicencePointsZero "licence.points_zero" Standing Refuse Paper CheckPointsAgain
        "Phần này của giấy phép lái xe đã hết điểm theo dữ liệu gần nhất" "This part of the driving licence has no points left, according to the latest data";
    LicenceSeizedUntil "licence.seized_until" Standing Refuse Paper MindAppointment
        "Giấy phép lái xe đang bị tạm giữ, có ngày hẹn giải quyết" "The driving licence is temporarily seized by the police, with an appointment";
    LicenceClassNotCovering "licence.class_not_covering" Standing Refuse Paper CheckVehicle
        "Hạng giấy phép lái xe không phù hợp với xe này" "The licence's classes do not cover this vehicle";
    LicenceCoverUndetermined "licence.cover_undetermined" Standing Refer Paper LookUpVehicle
        "Chưa xác định được giấy phép lái xe có phù hợp với xe này hay không" "Not established whether the licence covers this vehicle";
    LicenceNotNeeded "licence.not_needed" Standing Note Paper Nothing
        "Xe này không cần giấy phép lái xe" "No driving licence is needed for this vehicle";
    LicenceAutomaticOnly "licence.automatic_only" Standing Note Paper LookAtGearLever
        "Giấy phép chỉ cho lái ô tô số tự động, kể cả ô tô điện" "The licence is for automatic cars only, electric ones included";
    LicenceAdaptedControls "licence.adapted_controls" Standing Note Paper LookAtControls
        "Giấy phép chỉ cho lái ô tô có cơ cấu điều khiển phù hợp với người khuyết tật" "The licence is for cars with controls that suit a disabled driver";
    LicenceVehicleNotPicked "licence.vehicle_not_picked" Standing Refer Post PickVehicle
        "Chưa chọn xe trên máy này nên chưa trả lời được câu hỏi" "No vehicle was picked on this device, so the question has no answer yet";
    LicenceClassAskedNotCovered "licence.class_asked_not_covered" Standing Refuse Paper OldRightsStand
        "Giấy phép lái xe không bao gồm hạng được hỏi" "The licence does not cover the class asked about";
    LicenceClassAskedUndetermined "licence.class_asked_undetermined" Standing Refer Paper OldRightsStand
        "Chưa xác định được giấy phép lái xe có bao gồm hạng được hỏi hay không" "Not established whether the licence covers the class asked about";
    LicenceRegimeUnusual "licence.regime_unusual" Standing Note Paper TellIssuer
        "Ngày cấp chưa khớp với hệ thống hạng ghi trên giấy phép lái xe" "The day of issue does not fit the set of classes on the licence";
    LicenceAgeUnusual "licence.age_unusual" Standing Note Paper TellIssuer
        "Ngày sinh và ngày cấp chưa khớp với tuổi tối thiểu của hạng giấy phép lái xe" "Date of birth and day of issue do not fit the minimum age of a class";
    LicenceTermUnusual "licence.term_unusual" Standing Note Paper TellIssuer
        "Thời hạn ghi trên giấy phép lái xe khác với thời hạn quy định cho hạng đó" "The term on the licence is not the usual term of its classes";
    LicenceAgeLimit "licence.age_limit" Standing Note Paper LookUp
        "Loại xe này có giới hạn tuổi đối với người lái" "This kind of vehicle has an age limit for its driver";

    // In force: foreign driving licence
    ForeignExpired "foreign.expired" Standing Refuse Paper ConfirmFirst
        "Giấy phép lái xe nước ngoài đã hết hạn" "The foreign driving licence has expired";
    ForeignLicenceAlone "foreign.licence_alone" Standing Refer Paper CheckPermit
        "Giấy phép lái xe nước ngoài đã xác thực; chưa xác định được quyền lái xe tại Việt Nam" "Foreign licence authentic; the right to drive here is not established";
    ForeignPermitOfVietNam "foreign.permit_of_viet_nam" Standing Refer Paper SeeVietnameseLicence
        "Giấy phép lái xe quốc tế do Việt Nam cấp chỉ dùng để lái xe ở nước ngoài" "An international permit issued by Viet Nam is for driving abroad only";

    // In force: vehicle registration
    VehicleExpired "vehicle.expired" Standing Refuse Paper ConfirmFirst
        "Chứng nhận đăng ký xe đã hết hạn" "The vehicle registration has expired";
    VehicleSeizedUntil "vehicle.seized_until" Standing Refuse Paper MindAppointment
        "Chứng nhận đăng ký xe đang bị tạm giữ, có ngày hẹn giải quyết" "The vehicle registration is temporarily seized by the police, with an appointment";
    VehicleOwnerDiffers "vehicle.owner_differs" Standing Note Paper ComparePlateOnly
        "Người lái không phải chủ xe: được phép" "The driver is not the owner: that is allowed";
    VehiclePlateDiffers "vehicle.plate_differs" Standing Refer Paper LookUpPlate
        "Biển số trên giấy tờ chưa khớp với xe này" "The plate on the paper was not found to match this vehicle";
    VehicleChassisDiffers "vehicle.chassis_differs" Standing Refer Paper LookUpPlate
        "Số khung trên giấy tờ chưa khớp với đăng ký xe" "The chassis number on the paper was not found to match the registration";
    VehiclePlateUnusual "vehicle.plate_unusual" Standing Note Paper ComparePlateOnly
        "Biển số ghi trên giấy tờ có dạng ít gặp" "The plate on the paper is written in a rare form";
    VehicleChassisUnusual "vehicle.chassis_unusual" Standing Note Paper CompareChassis
        "Số khung ghi trên giấy tờ có dạng ít gặp" "The chassis number on the paper is written in a rare form";

    // In force: the vehicle's inspection and insurance
    VehicleInspectionExpired "vehicle.inspection_expired" Standing Refuse Paper ConfirmInspection
        "Chứng nhận kiểm định xe đã hết hạn" "The vehicle's inspection certificate has expired";
    VehicleInsuranceNotInForce "vehicle.insurance_not_in_force" Standing Refuse Paper ConfirmInsurance
        "Bảo hiểm trách nhiệm dân sự của xe không có hiệu lực hôm nay" "The vehicle's liability insurance is not in force today";

    // In force: health insurance card
    HealthNotInForce "health.not_in_force" Standing Refuse Paper AdmitInEmergency
        "Thẻ BHYT không có giá trị sử dụng hôm nay" "The health insurance card is not in force today";
    HealthMayStillCount "health.may_still_count" Standing Refer Paper SeeAdmissionDay
        "Thẻ BHYT hết hạn chưa lâu: nếu đang điều trị từ trước thì có thể vẫn được hưởng" "The health insurance card ended a short while ago: it may still count for treatment begun before";
    HealthLookedUpByIdentity "health.looked_up_by_identity" Standing Note Post LookUpHealthGateway
        "Đã có căn cước: máy này chưa xem được thẻ BHYT, tra cứu theo số định danh" "The e-ID is enough: this device has not seen the insurance card, look it up by the number";
    HealthNumberOnly "health.number_only" Proof Refer Presenter LookUpHealthGateway
        "Chỉ có mã số BHYT, chưa xác thực; vẫn tiếp nhận" "A health insurance number only, not authenticated; admission possible";
    HealthChildUnderSix "health.child_under_six" Standing Note Paper NumberSufficesUnderSix
        "Trẻ dưới sáu tuổi: có mã số BHYT là đủ" "A child under six: the health insurance number is enough";
    HealthNumberUnusual "health.number_unusual" Standing Note Paper TellIssuer
        "Mã số BHYT không thuộc ba dạng thường gặp" "The health insurance number has none of the three usual forms";
    HealthLevelUnusual "health.level_unusual" Standing Note Paper TakeLevelFromGateway
        "Mức hưởng nằm ngoài các mức đã biết" "The benefit level is not one of those known";
    HealthLevelMayLag "health.level_may_lag" Standing Note Paper TakeLevelFromGateway
        "Mức hưởng trong mã số khác với mức hưởng được ghi: mã số có thể chưa được cập nhật" "The level in the number differs from the level stated: the number may be out of date";
    HealthObjectUnknown "health.object_unknown" Standing Note Post TakeLevelFromGateway
        "Mã đối tượng chưa có trong danh mục của máy này" "The object code is not on this device's list";
    HealthFacilityUnusual "health.facility_unusual" Standing Note Paper TakeLevelFromGateway
        "Mã nơi đăng ký khám chữa bệnh ban đầu có dạng khác thường" "The code of the first facility has an unusual form";

    // Relations between papers
    ConsistencyPersonDiffers "consistency.person_differs" Standing Refer Paper ComparePapers
        "Chưa xác định được các giấy tờ là của cùng một người" "Not established that the papers belong to one person";
    ConsistencyLinkedByKeyOnly "consistency.linked_by_key_only" Standing Refer Presenter InviteName
        "Các giấy tờ mới chỉ liên kết với nhau qua cùng một điện thoại" "Only the same phone links the papers so far";
    ConsistencyGuardianNotShown "consistency.guardian_not_shown" Standing Note Presenter NumberSufficesUnderSix
        "Chưa thấy quan hệ giữa trẻ dưới sáu tuổi và người đi cùng; vẫn đủ để tiếp nhận" "The relation of the child under six to the one who came along was not shown; enough for admission";

    // An answer, and what it is an answer about
    QuestionOtherVehicle "question.other_vehicle" Standing Refer Post BeginAnewForVehicle
        "Câu trả lời là về chiếc xe khác đã chọn trên máy này" "The answer is about another vehicle that was picked on this device";
    QuestionNotAboutVehicle "question.not_about_vehicle" Standing Refer Presenter AskAboutVehicle
        "Câu trả lời là về một hạng giấy phép lái xe, chưa phải về chiếc xe này" "The answer is about a class of licence, not about this vehicle";

    // What this vehicle or visit needs, and what was shown of it
    PapersNotShown "papers.not_shown" Standing Refer Presenter InvitePaper
        "Chưa xuất trình: {paper}" "Not shown: {paper}";
    PapersNotAsked "papers.not_asked" Standing Refer Post LookUp
        "Lượt kiểm tra trên máy này chưa hỏi: {paper}" "The check on this device did not cover: {paper}";
    PapersNeedUndetermined "papers.need_undetermined" Standing Refer Post ChooseVehicle
        "Máy này chưa rõ loại xe nên chưa biết có cần {paper} hay không" "This device does not know the vehicle well enough to tell whether it needs {paper}";
    PapersNothingShown "papers.nothing_shown" Proof Refer Presenter CheckAsUsual
        "Chưa có mã nào được xuất trình" "No code was shown";
    PapersNumberOnly "papers.number_only" Proof Refer Presenter LookUp
        "Chỉ có số được đọc hoặc nhập tay, chưa xác thực" "A number only, spoken or typed, not authenticated";

    // Plain codes: read and compared, never in a report
    PlainUnsigned "plain.unsigned" Standing Note Paper EnterAndCompare
        "Mã in trên thẻ: đọc được, không có chữ ký số" "Printed code: readable, unsigned";
    PlainDiffers "plain.differs" Standing Note Paper UseElectronic
        "Mã in trên thẻ khác với bản điện tử đã xác thực: dùng bản điện tử" "The printed code differs from the proven e-ID: the e-ID counts";
}
