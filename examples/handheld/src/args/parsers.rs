//! Values of options that several commands take.

use super::inspect::LONGEST;
use crate::times;
use crate::wrong::Wrong;
use doichieu::LegalBasis;
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use std::num::NonZeroUsize;

const PURPOSES: [Purpose; 6] = [
    Purpose::TRAFFIC_CONTROL,
    Purpose::CLINIC_ADMISSION,
    Purpose::BANK_ONBOARDING,
    Purpose::E_WALLET,
    Purpose::INSURANCE_CLAIM,
    Purpose::PUBLIC_SERVICE,
];

pub(super) fn purpose(name: &str) -> Result<Purpose, Wrong> {
    let names = || PURPOSES.iter().filter_map(|purpose| purpose.name());
    Purpose::from_name(name).ok_or_else(|| Wrong::name(name, names()))
}

pub(super) fn basis(code: &str) -> Result<LegalBasis, Wrong> {
    LegalBasis::new(code).ok_or_else(|| {
        Wrong::new(
            "chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ law-91-2025-art-19.",
            "small letters, digits and hyphens, as law-91-2025-art-19.",
        )
    })
}

pub(super) fn time(text: &str) -> Result<UnixTime, Wrong> {
    times::read(text).map_err(|_| {
        Wrong::new(
            "viết giờ như 2026-11-18T14:26:40+07:00, từ năm 1970 đến 2242.",
            "write the time as 2026-11-18T14:26:40+07:00, within 1970 to 2242.",
        )
    })
}

pub(super) fn whole(text: &str) -> Result<u64, Wrong> {
    text.parse().map_err(|_| Wrong::new("cần một số nguyên, từ 0.", "takes a whole number, from 0 on."))
}

pub(super) fn jobs(text: &str) -> Result<NonZeroUsize, Wrong> {
    text.parse().map_err(|_| Wrong::new("cần một số nguyên, từ 1.", "takes a whole number, from 1 on."))
}

/// Seconds of a wait.
pub(super) fn wait(text: &str) -> Result<u64, Wrong> {
    let seconds = text.parse().ok().filter(|seconds| *seconds <= LONGEST);
    seconds.ok_or_else(|| {
        Wrong::new(
            format!("cần số giây từ 0 đến {LONGEST}."),
            format!("takes a number of seconds, from 0 to {LONGEST}."),
        )
    })
}
