//! Fuller texts: the same reasons with dates, classes and ages filled in, for a screen beside a release that has not
//! ended.
//!
//! Every reason has its text without values; a fuller one is said only when all of it can be filled. The age of the
//! data that decided comes from the finding. What a paper says comes from values that have not ended, on the caller's
//! demand, and nowhere else.

use super::{Reason, Row, fill};
use crate::language::{Language, Text};
use alloc::format;
use alloc::string::String;
use zeroize::{Zeroize, Zeroizing};

/// Year, month and day of month.
pub(crate) type Civil = (i32, u32, u32);

/// What may be filled into a text. Made of a finding ([`Finding::filling`](crate::Finding::filling)) or, with what the
/// paper says, of values that have not ended ([`Shown::filling`](crate::Shown::filling)).
///
/// No `Debug` of what a paper says; overwritten when dropped.
#[derive(Clone, Default)]
pub struct Filling {
    pub(crate) age: Option<u64>,
    pub(crate) part: Option<Text>,
    pub(crate) day: Option<Civil>,
    pub(crate) first: Option<Civil>,
    pub(crate) last: Option<Civil>,
    pub(crate) classes: Option<String>,
}

impl Drop for Filling {
    fn drop(&mut self) {
        self.classes.zeroize();
        for (year, month, of_month) in [&mut self.day, &mut self.first, &mut self.last].into_iter().flatten() {
            year.zeroize();
            month.zeroize();
            of_month.zeroize();
        }
    }
}

impl core::fmt::Debug for Filling {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Filling").field("age", &self.age).finish_non_exhaustive()
    }
}

impl Filling {
    /// The age of the data that decided, and nothing of a paper.
    pub(crate) const fn aged(age: Option<u64>) -> Self {
        Self { age, part: None, day: None, first: None, last: None, classes: None }
    }

    /// What fills a place of a text.
    fn of(&self, place: &str, language: Language) -> Option<Zeroizing<String>> {
        let day = |civil: Option<Civil>| civil.map(|civil| written(civil, language));
        let text = match place {
            "age" => self.age.map(|seconds| for_so_long(seconds, language)),
            "part" => self.part.map(|part| String::from(part.of(language))),
            "day" => day(self.day),
            "first" => day(self.first),
            "last" => day(self.last),
            "classes" => self.classes.clone(),
            _ => None,
        };
        text.map(Zeroizing::new)
    }
}

fn written((year, month, day): Civil, language: Language) -> String {
    match language {
        Language::Vi => format!("{day:02}/{month:02}/{year:04}"),
        Language::En => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// A length of time in its largest unit: from two days on in days, then hours, then minutes, then seconds.
pub(crate) fn for_so_long(seconds: u64, language: Language) -> String {
    const UNITS: [(u64, u64, &str, &str); 3] =
        [(2 * 86_400, 86_400, "ngày", "days"), (2 * 3600, 3600, "giờ", "hours"), (2 * 60, 60, "phút", "minutes")];
    let unit = UNITS.into_iter().find(|(least, ..)| seconds >= *least);
    let (_, size, vi, en) = unit.unwrap_or((0, 1, "giây", "seconds"));
    let count = seconds.checked_div(size).unwrap_or_default();
    format!("{count} {}", if language == Language::Vi { vi } else { en })
}

impl Row {
    /// The fuller text, filled; the one without values ([`Row::about`]) where there is none or something in it is not
    /// known.
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
        let fuller = fuller(self.reason).and_then(|texts| whole(texts, language, filling));
        fuller.unwrap_or_else(|| Zeroizing::new(self.about(language, field)))
    }
}

/// What is filled in takes at most so many bytes: a list of classes, 32 names of at most eight letters, and less than a
/// hundred of days and ages. Room for it is made at once, for a text that grows would leave a copy behind.
const MOST_FILLED: usize = 32 * 10 + 100;

/// The whole text, or nothing.
fn whole(text: Text, language: Language, filling: &Filling) -> Option<Zeroizing<String>> {
    let text = text.of(language);
    let mut filled = Zeroizing::new(String::with_capacity(text.len().saturating_add(MOST_FILLED)));
    let mut known = true;
    fill(text, &mut filled, &mut |place, to| match filling.of(place, language) {
        Some(said) => to.push_str(&said),
        None => known = false,
    });
    known.then_some(filled)
}

macro_rules! fuller {
    ($($name:ident $vi:literal $en:literal;)*) => {
        /// The fuller text of a reason that has one, in Vietnamese and English.
        pub(super) const fn fuller(reason: Reason) -> Option<Text> {
            match reason {
                $(Reason::$name => Some(Text::new($vi, $en)),)*
                _ => None,
            }
        }
    };
}

#[rustfmt::skip]
fuller! {
    // With the age of what decided
    PostListsOld
        "Danh sách trong máy này đã cũ {age}, đến hạn cập nhật"
        "This device's lists are {age} old and due for an update";
    PostListsTooOld
        "Chưa rõ tình trạng hiện tại: danh sách trong máy này đã cũ {age}"
        "Present status unsure: this device's lists are {age} old";
    HeldClockAhead
        "Giờ của điện thoại đi trước giờ của máy này {age}: đồng hồ của máy này hoặc của điện thoại có thể sai"
        "The phone's time is {age} ahead of this device's: this device's clock or the phone's may be wrong";
    HeldWindowPassed
        "Mã quá thời gian cho phép, lệch {age} so với máy này: mã tạo từ trước, hoặc đồng hồ máy này hay điện thoại sai"
        "Past the time allowed, {age} from this device's: made earlier, or this device's clock or the phone's is wrong";
    HeldCopyOutdated
        "Bản điện tử trên điện thoại đã quá hạn cập nhật {age}"
        "The copy on the phone is {age} past its time and needs an update";
    HeldUsedElsewhere
        "Mã này đã được xuất trình cho một điểm kiểm tra khác cách đây {age}"
        "This code was shown to another post {age} ago";
    HeldShownInAnotherEncounter
        "Mã này đã được quét ở lượt kiểm tra khác cách đây {age}; máy này chưa rõ có còn là người đó không"
        "Scanned in another check {age} ago; this device cannot tell whether it is still the same person";
    CurrentAccountLocked
        "Tài khoản định danh đang khóa theo dữ liệu cách đây {age}: chưa dùng được bản điện tử này"
        "The e-ID account is locked, according to data {age} old: this electronic copy cannot be used now";
    CurrentRevoked
        "Giấy tờ đã bị thu hồi theo dữ liệu cách đây {age}"
        "Withdrawn, according to data {age} old";
    CurrentSuspended
        "Giấy tờ đang tạm dừng hiệu lực theo dữ liệu cách đây {age}"
        "Suspended, according to data {age} old";
    CurrentStatusStale
        "Chưa rõ tình trạng hiện tại: dữ liệu tình trạng trong máy này đã cũ {age}"
        "Present status unsure: the status data on this device is {age} old";
    // With what the paper says
    LicencePointsZero
        "{part} của giấy phép lái xe đã hết điểm theo dữ liệu cách đây {age}"
        "{part} of the driving licence: no points left, according to data {age} old";
    LicenceExpired
        "{part} của giấy phép lái xe đã hết hạn ngày {day}"
        "{part} of the driving licence: expired on {day}";
    LicencePartSuspended
        "{part} của giấy phép lái xe đang bị tước quyền sử dụng đến hết ngày {last}"
        "{part} of the driving licence: suspended until the end of {last}";
    LicenceSuspensionAhead
        "{part} của giấy phép lái xe sẽ bị tước quyền sử dụng từ ngày {first}; hiện chưa áp dụng"
        "{part} of the driving licence: to be suspended from {first} on, not yet";
    LicenceSeizedUntil
        "{part} của giấy phép lái xe đang bị tạm giữ, hẹn giải quyết ngày {day}"
        "{part} of the driving licence: temporarily seized by the police, appointment on {day}";
    LicenceClassNotCovering
        "Hạng {classes} không phù hợp với xe này"
        "Classes {classes} do not cover this vehicle";
    IdentityExpired
        "Căn cước điện tử đã hết hạn ngày {day}"
        "The electronic identity expired on {day}";
    ForeignerPassportExpired
        "Hộ chiếu đã hết hạn ngày {day}, theo ngày ghi trong bản điện tử"
        "The passport named in the copy expired on {day}";
    DependantExpired
        "Giấy tờ về người phụ thuộc đã hết hạn ngày {day}: chưa xác định được quan hệ"
        "The dependant's paper expired on {day}: the relation is not established";
    ForeignExpired
        "Giấy phép lái xe nước ngoài đã hết hạn ngày {day}"
        "The foreign driving licence expired on {day}";
    VehicleExpired
        "Chứng nhận đăng ký xe đã hết hạn ngày {day}"
        "The vehicle registration expired on {day}";
    VehicleSeizedUntil
        "Chứng nhận đăng ký xe đang bị tạm giữ, hẹn giải quyết ngày {day}"
        "The vehicle registration is temporarily seized by the police, appointment on {day}";
    VehicleInspectionExpired
        "Chứng nhận kiểm định xe đã hết hạn ngày {day}"
        "The vehicle's inspection certificate expired on {day}";
    VehicleInsuranceNotInForce
        "Bảo hiểm trách nhiệm dân sự của xe không có hiệu lực hôm nay ({first} – {last})"
        "The vehicle's liability insurance is not in force today ({first} – {last})";
    HealthNotInForce
        "Thẻ BHYT không có giá trị sử dụng hôm nay ({first} – {last})"
        "The health insurance card is not in force today ({first} – {last})";
}

#[cfg(test)]
mod tests;
