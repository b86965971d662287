//! A number that somebody told or typed: which form it has, and nothing else. No number has a check digit that could
//! prove anything.

use crate::field::Kind;
use crate::language::Text;
use crate::plate::{Plate, Series, signs};
use alloc::string::String;
use core::fmt;
use zeroize::Zeroizing;

/// No number of any paper is longer; what is longer is not kept.
const MAX_SIGNS: usize = 20;

/// A number without its separators. It was told, not shown: nobody vouches for it.
pub(super) struct Typed {
    pub(super) number: Zeroizing<String>,
    pub(super) form: NumberForm,
}

/// The form of a number. Another form may well be right: registers hold older ones than any list here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberForm {
    /// Twelve figures: a personal identification number (Law 26/2023/QH15 art. 12), which a health card may bear too.
    PersonalNo,
    /// Two letters, a benefit level and twelve figures: a health card of that form.
    HealthCard15,
    /// Ten figures: a health card printed since April 2021, or a social insurance number.
    HealthCard10,
    /// Twelve figures: a driving licence.
    LicenceNo,
    /// Six to twelve letters and figures: a driving licence of an older form.
    OlderLicenceNo,
    /// A plate.
    Plate(Plate),
    /// None of these.
    Other,
}

impl NumberForm {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PersonalNo => "personal_no",
            Self::HealthCard15 => "health_card_15",
            Self::HealthCard10 => "health_card_10",
            Self::LicenceNo => "licence_no",
            Self::OlderLicenceNo => "older_licence_no",
            Self::Plate(plate) => of_plate(plate.series()),
            Self::Other => "other",
        }
    }

    /// What it looks like, in words; never that it is right or wrong.
    #[must_use]
    pub const fn text(self) -> Text {
        let (vi, en) = match self {
            Self::PersonalNo => ("Dạng số định danh cá nhân", "Form of a personal identification number"),
            Self::HealthCard15 => ("Dạng mã thẻ BHYT 15 ký tự", "Form of a health insurance number of 15 characters"),
            Self::HealthCard10 => ("Dạng mã số BHXH 10 số", "Form of a social insurance number of 10 figures"),
            Self::LicenceNo => ("Dạng số giấy phép lái xe 12 số", "Form of a driving licence number of 12 figures"),
            Self::OlderLicenceNo => ("Dạng số giấy phép lái xe cũ", "Form of an older driving licence number"),
            Self::Plate(_) => ("Dạng biển số xe", "Form of a plate"),
            Self::Other => ("Dạng khác, vẫn có thể đúng", "Another form, which may still be right"),
        };
        Text { vi, en }
    }
}

const fn of_plate(series: Series) -> &'static str {
    match series {
        Series::Car => "plate_car",
        Series::Motorcycle => "plate_motorcycle",
        Series::TwoLetters => "plate_two_letters",
        Series::Special => "plate_special",
        Series::Diplomatic => "plate_diplomatic",
        Series::Military => "plate_military",
        Series::Temporary => "plate_temporary",
    }
}

impl Typed {
    /// Reads a number for a kind of paper; separators, case and spaces do not count.
    pub(super) fn read(kind: Kind, text: &str) -> Self {
        // Reserved at once: a growing string would leave copies behind.
        let mut number = Zeroizing::new(String::with_capacity(MAX_SIGNS.saturating_mul('Đ'.len_utf8())));
        if signs(text).take(MAX_SIGNS.saturating_add(1)).count() > MAX_SIGNS {
            return Self { number, form: NumberForm::Other };
        }
        signs(text).for_each(|sign| number.push(sign));
        let form = form(kind, text, &number);
        Self { number, form }
    }
}

impl Typed {
    /// The number in groups to read aloud: threes and fours; a plate as it is painted.
    pub(super) fn grouped(&self) -> Zeroizing<String> {
        let signs = self.number.chars().count();
        let begins = |place| match self.form {
            NumberForm::Plate(plate) => begins_on_plate(plate.series(), self.figures_at_end(), signs, place),
            _ => begins_a_group(signs, place),
        };
        let mut grouped = Zeroizing::new(String::with_capacity(MAX_SIGNS.saturating_mul(4)));
        for (place, sign) in self.number.chars().enumerate() {
            if place > 0 && begins(place) {
                grouped.push(' ');
            }
            grouped.push(sign);
        }
        grouped
    }

    fn figures_at_end(&self) -> usize {
        self.number.chars().rev().take_while(char::is_ascii_digit).count()
    }
}

/// Fours at the end, so that no sign is left alone.
fn begins_a_group(signs: usize, place: usize) -> bool {
    let fours = match signs.checked_rem(3) {
        Some(1) if signs > 3 => 1,
        Some(2) if signs > 7 => 2,
        _ => 0,
    };
    let in_threes = signs.saturating_sub(4_usize.saturating_mul(fours));
    let in_group = place.checked_sub(in_threes).map_or(place.checked_rem(3), |later| later.checked_rem(4));
    in_group == Some(0)
}

/// The series, then four figures, or three and two.
fn begins_on_plate(series: Series, figures: usize, signs: usize, place: usize) -> bool {
    let of_series = match series {
        Series::Motorcycle => 1,
        Series::Special => figures.saturating_sub(5),
        Series::Temporary => 2,
        _ => 0,
    };
    let number = figures.saturating_sub(of_series);
    let left = signs.saturating_sub(place);
    left == number || (number == 5 && left == 2)
}

impl NumberForm {
    /// How much it tells of the kind of paper: 0 nothing, 2 most.
    pub(super) const fn tells(self) -> u8 {
        match self {
            Self::Other => 0,
            Self::OlderLicenceNo => 1,
            _ => 2,
        }
    }
}

fn form(kind: Kind, text: &str, number: &str) -> NumberForm {
    let figures = |length| number.len() == length && number.bytes().all(|byte| byte.is_ascii_digit());
    match kind {
        Kind::IDENTITY if figures(12) => NumberForm::PersonalNo,
        Kind::HEALTH_INSURANCE_CARD if figures(12) => NumberForm::PersonalNo,
        Kind::HEALTH_INSURANCE_CARD if figures(10) => NumberForm::HealthCard10,
        Kind::HEALTH_INSURANCE_CARD if is_health_card_15(number) => NumberForm::HealthCard15,
        Kind::DRIVING_LICENCE if figures(12) => NumberForm::LicenceNo,
        Kind::DRIVING_LICENCE if number.is_ascii() && (6..=12).contains(&number.len()) => NumberForm::OlderLicenceNo,
        Kind::VEHICLE_REGISTRATION | Kind::INSPECTION_CERTIFICATE | Kind::LIABILITY_INSURANCE => {
            Plate::read(text).map_or(NumberForm::Other, NumberForm::Plate)
        }
        _ => NumberForm::Other,
    }
}

/// Object code, benefit level, twelve figures. The list of object codes is open.
fn is_health_card_15(number: &str) -> bool {
    let [one, other, level, rest @ ..] = number.as_bytes() else { return false };
    one.is_ascii_uppercase()
        && other.is_ascii_uppercase()
        && matches!(level, b'1'..=b'5')
        && rest.len() == 12
        && rest.iter().all(u8::is_ascii_digit)
}

impl fmt::Debug for Typed {
    /// Without the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typed").field("form", &self.form).finish_non_exhaustive()
    }
}
