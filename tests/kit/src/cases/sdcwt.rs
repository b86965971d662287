//! x
/// x
#[must_use]
pub fn cases() -> Vec<super::Case> {
    Vec::new()
}
