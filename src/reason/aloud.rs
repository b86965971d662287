//! What may be said to the person about a reason: one breath, no blame, whose matter it is.
//!
//! No name, number, day or class is in these. Whoever speaks adds the greeting and *ông, bà, cô, chú, bác, em* in place
//! of *anh/chị*: software guesses no form of address.

use super::Reason;
use crate::language::Text;

macro_rules! aloud {
    ($($($name:ident)|+ $vi:literal $en:literal;)*) => {
        pub(super) const fn aloud(reason: Reason) -> Option<Text> {
            match reason {
                $($(Reason::$name)|+ => Some(Text::new($vi, $en)),)*
                _ => None,
            }
        }
    };
}

#[rustfmt::skip]
aloud! {
    ScanUnreadable
        "Máy chưa đọc được mã. Nhờ anh/chị tăng sáng màn hình giúp."
        "The code was not read yet. Could you make the screen brighter, please?";
    ScanNotOurs | ScanAnotherApp
        "Máy của chúng tôi chưa đọc được loại mã này. Tôi sẽ tra cứu theo số."
        "Our device cannot read this kind of code. I will look it up by number.";
    HeldWindowPassed
        "Mã vừa hết thời gian. Mời anh/chị tạo mã mới."
        "The code has just run out. Please make a new one.";
    HeldClockAhead
        "Giờ hai máy đang lệch nhau. Để tôi xem giờ máy tôi trước."
        "Our clocks differ. Let me check mine first.";
    HeldOtherAudience
        "Mã này tạo cho nơi khác. Mời anh/chị chọn lại nơi xem rồi tạo mã mới."
        "This code is for someone else. Please choose us in the app and make a new one.";
    HeldNotChallenged | HeldNotAnswered
        "Ở đây cần quét mã của máy tôi trước. Mời anh/chị quét mã này."
        "Here you scan our code first. Please scan this one.";
    HeldCopyOutdated
        "Bản trên điện thoại cần cập nhật. Nếu không có mạng, tôi tra cứu giúp."
        "The copy on your phone needs an update. If you have no network, I will look it up.";
    HeldUsedElsewhere
        "Máy báo mã này đã được quét. Mời anh/chị tạo mã mới tại đây."
        "The device says this code was already scanned. Please make a new one here.";
    HeldFaceNotCompared
        "Xin phép nhìn ảnh trên màn hình của anh/chị để đối chiếu khuôn mặt."
        "May I look at the photo on your screen to compare the face?";
    PostClockWrong
        "Giờ máy của chúng tôi bị sai, không phải do anh/chị. Xin chờ một chút."
        "The time on our device is wrong; it is not you. One moment, please.";
    PostListsTooOld | CurrentStatusStale | CurrentAccountUnknown
        "Dữ liệu trên máy của chúng tôi chưa cập nhật, không phải do anh/chị. Tôi sẽ tra cứu thêm."
        "The data on our device is out of date; it is not you. I will look it up.";
    PostMandateNotInForce
        "Máy của chúng tôi cần gia hạn, không phải do anh/chị. Tôi dùng cách khác."
        "Our device needs renewing; it is not you. I will check another way.";
    AuthenticIssuerNotListed
        "Máy của chúng tôi chưa nhận ra nơi cấp. Tôi sẽ tra cứu theo số."
        "Our device does not know the issuer yet. I will look it up by number.";
    AuthenticSignatureFailed | HeldSignatureFailed
        "Máy chưa xác thực được mã này. Mời anh/chị tạo mã mới một lần nữa."
        "The device could not confirm this code. Please make a new one once more.";
    AgreedMissing
        "Mã chưa kèm đồng ý. Nếu anh/chị đồng ý, mời xác nhận trong ứng dụng."
        "The code carries no consent. If you agree, please confirm in the app.";
    AgreedFieldNotShown
        "Tôi cần xem thêm một mục để kết luận. Anh/chị có thể chia sẻ thêm không?"
        "I need one more field to decide. Would you be willing to share it?";
    CurrentAccountLocked
        "Tài khoản định danh đang khóa nên máy chưa xem được. Tôi sẽ tra cứu theo số."
        "The e-ID account is locked, so the device cannot show the copy. I will look it up by number.";
    LicenceExpired
        "Máy báo phần bằng lái cho xe này đã hết hạn. Tôi tra cứu lại cho chắc."
        "The device says the licence part for this vehicle has expired. I will look it up to be sure.";
    LicencePartSuspended
        "Máy báo phần bằng lái cho xe này đang bị tước. Tôi sẽ xác nhận lại."
        "The device says the licence part for this vehicle is suspended. I will confirm it.";
    LicencePointsZero
        "Dữ liệu ghi bằng lái đã hết điểm. Có thể đã phục hồi, tôi tra cứu lại."
        "The data shows no points left. They may have been restored; I will look again.";
    LicenceClassNotCovering
        "Hạng bằng lái có thể không phù hợp với xe này. Tôi xem lại đăng ký xe."
        "The class may not cover this vehicle. Let me check the registration.";
    EndedVehicleChanged | EndedNotCompared | EndedTooLongAgo
        "Máy của chúng tôi đã hết giờ xem, không phải do anh/chị. Xin mở lại mã giúp tôi."
        "Viewing has ended on our device; it is not you. Could you show the code once more, please?";
    PapersNotShown
        "Anh/chị có giấy tờ nào nữa trên điện thoại không? Nếu không, tôi tra cứu."
        "Do you have any other papers on the phone? If not, I will look them up.";
    PapersNothingShown
        "Không có mã cũng được. Xin anh/chị đọc số, tôi tra cứu."
        "No code is fine. Please tell me the number and I will look it up.";
    HealthNotInForce
        "Máy báo thẻ bảo hiểm chưa dùng được hôm nay. Tôi tra lại; nếu cấp cứu thì vẫn khám ngay."
        "The card is not in force today, the device says. I will check the gateway; in an emergency you are seen at once.";
    HealthNumberOnly
        "Có mã số là được rồi. Tôi tra cứu rồi tiếp nhận ngay."
        "The number is enough. I will look it up and admit you now.";
}
