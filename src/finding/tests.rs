use super::Finding;
use crate::reason::{Gravity, Reason};

#[test]
fn of_findings_alike_the_last_is_told() {
    let [first, last] = [Reason::LicenceExpired, Reason::CurrentRevoked].map(Finding::new);
    let note = Finding::new(Reason::LicenceNotNeeded);
    let told = |found: &[Finding]| Finding::gravest(found.iter()).map(Finding::reason);
    assert_eq!(told(&[first, last, note]), Some(Reason::CurrentRevoked));
    assert_eq!(told(&[last, first, note]), Some(Reason::LicenceExpired));
    assert_eq!(told(&[first, last.at_most(Gravity::Refer)]), Some(Reason::LicenceExpired), "graver before later");
    assert_eq!(told(&[]), None);
}

#[test]
fn what_may_have_been_undone_refers_once_it_is_old_or_of_no_known_age() {
    let suspended = Finding::new(Reason::CurrentSuspended);
    assert_eq!(suspended.aged(60).reversible(60).gravity(), Gravity::Refuse);
    assert_eq!(suspended.aged(61).reversible(60).gravity(), Gravity::Refer);
    assert_eq!(suspended.reversible(60).gravity(), Gravity::Refer);
}
