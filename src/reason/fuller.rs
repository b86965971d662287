//! Fuller texts: the same reasons with what is known filled in, for a screen beside a release that has not ended.
//!
//! Every reason has its text without values; a fuller one is said only when all of it can be filled, the first of those
//! that can.

use super::filling::{Filling, MOST_FILLED};
use super::{Reason, Row, Turn, fill};
use crate::language::{Language, Text};
use alloc::string::String;
use zeroize::Zeroizing;

impl Row {
    /// The fullest text that can be filled; the one without values ([`Row::about`]) where no fuller one can.
    ///
    /// `field` is the name of the field a finding is about, from the field table. The text may hold what a paper says:
    /// it is then the caller's copy, to be ended with the release that gave it, and belongs in no log and no report.
    #[must_use]
    pub fn about_filled(
        &self,
        language: Language,
        field: Option<&'static str>,
        filling: &Filling,
    ) -> Zeroizing<String> {
        let mut fuller = fuller(self.reason).iter().filter(|(when, _)| when.holds(filling));
        let whole = fuller.find_map(|(_, text)| whole(text.of(language), language, filling));
        whole.unwrap_or_else(|| self.filled(language, field, filling))
    }
}

/// The whole text of what is known, or nothing.
fn whole(text: &str, language: Language, filling: &Filling) -> Option<Zeroizing<String>> {
    let mut filled = Zeroizing::new(String::with_capacity(text.len().saturating_add(MOST_FILLED)));
    let mut known = true;
    fill(text, &mut filled, &mut |place, to| known &= filling.say_known(place, language, to));
    known.then_some(filled)
}

/// When a fuller text is to the point.
#[derive(Clone, Copy)]
pub(super) enum When {
    Always,
    Turned(Turn),
    /// About the restriction codes of a licence.
    Restricted,
    /// What the phone showed is no older than a queue makes it.
    Lately,
}

/// From so many seconds on a code that is out of time tells of a clock that is wrong rather than of a slow hand: five
/// minutes, no origin in law; a queue's worth.
const CLOCKS_DIFFER: u64 = 300;

impl When {
    fn holds(self, filling: &Filling) -> bool {
        match self {
            Self::Always => true,
            Self::Turned(turn) => filling.turn == Some(turn),
            Self::Restricted => filling.is_of_restrictions(),
            Self::Lately => filling.turn.is_none() && filling.age.is_some_and(|age| age < CLOCKS_DIFFER),
        }
    }
}

macro_rules! when {
    (Always) => {
        When::Always
    };
    (Restricted) => {
        When::Restricted
    };
    (Lately) => {
        When::Lately
    };
    ($turn:ident) => {
        When::Turned(Turn::$turn)
    };
}

macro_rules! fuller {
    ($($name:ident { $($when:ident $vi:literal $en:literal;)+ })*) => {
        /// The fuller texts of a reason, the fullest first.
        pub(super) const fn fuller(reason: Reason) -> &'static [(When, Text)] {
            match reason {
                $(Reason::$name => &[$((when!($when), Text { vi: $vi, en: $en })),+],)*
                _ => &[],
            }
        }
    };
}

#[rustfmt::skip]
fuller! {
    // With the age of what decided, or the turn that it took
    PostMandateNotInForce {
        Ahead "Quyền kiểm tra của máy này chưa bắt đầu" "This device's mandate has not begun";
        Past "Quyền kiểm tra của máy này đã hết hạn" "This device's mandate has ended";
    }
    PostListsOld {
        Always "Danh sách trong máy này đã cũ {age}, đến hạn cập nhật" "This device's lists are {age} old and due for an update";
    }
    PostListsTooOld {
        Always "Danh sách trong máy này đã cũ {age}: chưa rõ tình trạng hiện tại" "This device's lists are {age} old: present status not known";
    }
    HeldClockAhead {
        Always "Giờ điện thoại và giờ máy này lệch nhau {age}" "The phone's time and this device's differ by {age}";
    }
    HeldWindowPassed {
        LateAnswer "Mã trả lời đến muộn {age}" "The answer came {age} late";
        Lately "Mã đã tạo {age} trước, quá thời gian cho phép" "The code was made {age} ago, past the time allowed";
        Always "Mã lệch {age}: mã tạo từ trước, hoặc giờ điện thoại hay giờ máy này sai" "Code off by {age}: made earlier, or the phone's or this device's time is wrong";
    }
    HeldCopyOutdated {
        Always "Bản điện tử trên điện thoại đã quá hạn cập nhật {age}" "The electronic copy on the phone is {age} past its time and needs an update";
    }
    HeldUsedElsewhere {
        Always "Mã này đã được quét cho một điểm kiểm tra khác, {age} trước" "This code was scanned for another post {age} ago";
    }
    HeldShownInAnotherEncounter {
        Always "Máy này đã quét mã ở lượt khác {age} trước: chưa rõ có còn là người đó" "This device took the code in another check {age} ago: the same person still?";
    }
    HeldShownAgain {
        Always "Mã này đã được quét tại đây {age} trước" "This code was scanned here {age} ago";
    }
    CurrentAccountLocked {
        Always "Theo dữ liệu {age} trước, tài khoản định danh đang khóa: chưa dùng được bản điện tử" "As of {age} ago, the e-ID account is locked: the electronic copy cannot be used now";
    }
    CurrentAccountUnknown {
        Always "Dữ liệu tài khoản định danh trong máy này đã cũ {age}" "This device's data on e-ID accounts is {age} old";
    }
    CurrentRevoked {
        Always "Theo dữ liệu {age} trước, {part} của GPLX đã bị thu hồi" "As of {age} ago, withdrawn: {part} of the licence";
        Always "Theo dữ liệu {age} trước, {paper} đã bị thu hồi" "As of {age} ago, withdrawn: {paper}";
    }
    CurrentSuspended {
        Always "Theo dữ liệu {age} trước, {paper} đang tạm dừng hiệu lực" "As of {age} ago, suspended: {paper}";
    }
    CurrentStatusUnknown {
        Always "Dữ liệu trong máy này chưa đủ: chưa rõ tình trạng {part} của GPLX" "This device's data does not tell the present status: {part} of the licence";
    }
    CurrentStatusStale {
        Always "Dữ liệu trong máy này đã cũ {age}: chưa rõ tình trạng {part} của GPLX" "This device's data is {age} old, the present status not known: {part} of the licence";
        Always "Dữ liệu trong máy này đã cũ {age}: chưa rõ tình trạng {paper}" "This device's data is {age} old, the present status not known: {paper}";
    }
    // With what the paper says
    LicencePointsZero {
        Always "Theo dữ liệu {age} trước, {part} của GPLX còn 0/12 điểm" "As of {age} ago, {part} of the licence: 0/12 points left";
    }
    LicenceExpired {
        Always "{part} của GPLX đã hết hạn ngày {day}, quá {n}" "{part} of the licence: expired on {day}, {n} ago";
    }
    LicencePartSuspended {
        Always "{part} của GPLX đang bị tước quyền sử dụng từ {first} đến hết {last}" "{part} of the licence: suspended from {first} to the end of {last}";
        Always "{part} của GPLX đang bị tước quyền sử dụng từ {first}" "{part} of the licence: suspended from {first}";
    }
    LicenceSuspensionAhead {
        Always "{part} của GPLX chưa bị tước quyền sử dụng; đã có quyết định từ ngày {first}" "{part} of the licence: not suspended yet; to be from {first}";
    }
    LicenceSeizedUntil {
        Ahead "{part} của GPLX đang bị tạm giữ, hẹn ngày {day}: chưa quá hẹn" "{part} of the licence: held, appointment on {day}, not passed yet";
        Past "{part} của GPLX đang bị tạm giữ, hẹn ngày {day}: đã quá {n}" "{part} of the licence: held, appointment on {day}, {n} past";
        Ahead "{part} của GPLX đang bị tạm giữ: chưa quá hẹn" "{part} of the licence: held, appointment not passed yet";
        Past "{part} của GPLX đang bị tạm giữ: đã quá hẹn" "{part} of the licence: held, appointment passed";
    }
    LicenceClassNotCovering {
        Restricted "Mã hạn chế trên GPLX không phù hợp với xe này" "The restriction codes on the licence do not suit this vehicle";
        Always "Hạng {classes} không phù hợp với xe này" "Class {classes} does not cover this vehicle";
    }
    IdentityExpired {
        Always "Căn cước điện tử đã hết hạn ngày {day}, quá {n}" "The electronic identity expired on {day}, {n} ago";
    }
    ForeignerPassportExpired {
        Always "Hộ chiếu đã hết hạn ngày {day}, theo ngày ghi trong bản điện tử" "The passport named in the copy expired on {day}";
    }
    ForeignerStayPast {
        Always "Thời hạn cư trú ghi đến {day}, chưa rõ đã gia hạn chưa" "The stay stated was until {day}; not known whether extended";
    }
    DependantExpired {
        Always "Giấy tờ người phụ thuộc đã hết hạn ngày {day}: chưa rõ quan hệ" "The dependant's paper expired on {day}: the relation is not known";
    }
    ForeignExpired {
        Always "GPLX nước ngoài đã hết hạn ngày {day}" "The foreign driving licence expired on {day}";
    }
    VehicleExpired {
        Always "Chứng nhận đăng ký xe đã hết hạn ngày {day}" "The vehicle registration expired on {day}";
    }
    VehicleSeizedUntil {
        Ahead "Chứng nhận đăng ký xe đang bị tạm giữ, hẹn ngày {day}: chưa quá hẹn" "The vehicle registration is held, appointment on {day}, not passed yet";
        Past "Chứng nhận đăng ký xe đang bị tạm giữ, hẹn ngày {day}: đã quá {n}" "The vehicle registration is held, appointment on {day}, {n} past";
        Ahead "Chứng nhận đăng ký xe đang bị tạm giữ: chưa quá hẹn" "The vehicle registration is held, appointment not passed yet";
        Past "Chứng nhận đăng ký xe đang bị tạm giữ: đã quá hẹn" "The vehicle registration is held, appointment passed";
    }
    VehicleInspectionExpired {
        Always "Chứng nhận kiểm định xe đã hết hạn ngày {day}, quá {n}" "The vehicle's inspection certificate expired on {day}, {n} ago";
    }
    VehicleInsuranceNotInForce {
        Past "Bảo hiểm trách nhiệm dân sự của xe đã hết hạn ngày {last}" "The vehicle's liability insurance ended on {last}";
        Ahead "Bảo hiểm trách nhiệm dân sự của xe có hiệu lực từ ngày {first}, chưa đến" "The vehicle's liability insurance begins on {first}";
        Past "Bảo hiểm trách nhiệm dân sự của xe đã hết hạn" "The vehicle's liability insurance has ended";
        Ahead "Bảo hiểm trách nhiệm dân sự của xe chưa đến ngày hiệu lực" "The vehicle's liability insurance has not begun";
    }
    HealthNotInForce {
        Past "Thẻ BHYT đã hết hạn ngày {last}" "The health insurance card ended on {last}";
        Ahead "Thẻ BHYT có giá trị từ ngày {first}, chưa đến" "The health insurance card begins on {first}";
        Past "Thẻ BHYT đã hết hạn" "The health insurance card has ended";
        Ahead "Thẻ BHYT chưa đến ngày có giá trị" "The health insurance card has not begun";
    }
}

#[cfg(test)]
pub(super) mod tests;
