use super::{Put, deciding, lacking, of, rule};
use crate::evidence::Verdict::{Accept, Refer, Refuse};
use crate::finding::Finding;
use crate::question::{Cover, Covers, LicenceClass, Question};
use crate::reason::{Gravity, Reason};
use std::vec::Vec;

const fn covers(answer: Cover) -> Option<Covers> {
    Some(Covers { answer, rule: "by-cover", measure: None })
}

#[test]
fn cover_decides_only_beside_an_accepted_paper() {
    for (cover, paper, shared, expected) in [
        (covers(Cover::Yes), Accept, Accept, (Cover::Yes, Accept)),
        (covers(Cover::Yes), Refer, Accept, (Cover::Undetermined, Refer)),
        (covers(Cover::Yes), Refuse, Accept, (Cover::No, Refuse)),
        (covers(Cover::No), Refuse, Accept, (Cover::No, Refuse)),
        (covers(Cover::No), Accept, Accept, (Cover::No, Refuse)),
        (covers(Cover::Undetermined), Accept, Accept, (Cover::Undetermined, Refer)),
        (covers(Cover::Undetermined), Refuse, Accept, (Cover::No, Refuse)),
        (covers(Cover::NotNeeded), Refuse, Accept, (Cover::NotNeeded, Accept)),
        (covers(Cover::NotNeeded), Accept, Refer, (Cover::NotNeeded, Refer)),
        (None, Accept, Accept, (Cover::Undetermined, Refer)),
        (None, Refuse, Accept, (Cover::No, Refuse)),
    ] {
        assert_eq!(of(cover, paper, shared, Put::Asked), expected);
        // In the place of fields no answer is better than they are.
        let (answer, verdict) = expected;
        let verdict = if answer == Cover::NotNeeded { verdict.max(paper) } else { verdict };
        assert_eq!(of(cover, paper, shared, Put::Offered), (answer, verdict));
        assert!(verdict >= paper);
    }
}

#[test]
fn a_class_is_no_vehicle() {
    let class = Question::MayDriveClass(LicenceClass::A1);
    let lacks = |question, put, verdict| lacking(question, put, verdict).map(|finding| finding.reason());
    for verdict in [Accept, Refer] {
        assert_eq!(lacks(class, Put::Offered, verdict), Some(Reason::QuestionNotAboutVehicle));
        assert_eq!(lacks(class, Put::Asked, verdict), None);
        assert_eq!(lacks(Question::MayDriveThisVehicle, Put::Offered, verdict), None);
    }
    assert_eq!(lacks(class, Put::Offered, Refuse), None, "what refuses is told alone");
}

fn reasons(found: &[Finding]) -> Vec<Reason> {
    found.iter().map(Finding::reason).collect()
}

#[test]
fn only_what_decided_is_told() {
    let note = Finding::new(Reason::LicencePartSuspended).at_most(Gravity::Note);
    let refers = Finding::new(Reason::CurrentStatusStale);
    let refuses = Finding::new(Reason::LicenceExpired).by("by-expiry");
    let all = || Vec::from([note, refers, refuses]);
    assert_eq!(reasons(&deciding(all(), Cover::No, covers(Cover::No), Put::Asked)), [Reason::LicenceExpired]);
    assert_eq!(
        reasons(&deciding(Vec::from([note, refers]), Cover::Undetermined, covers(Cover::Undetermined), Put::Asked)),
        [Reason::CurrentStatusStale]
    );
    assert_eq!(reasons(&deciding(Vec::from([note]), Cover::Yes, covers(Cover::Yes), Put::Asked)), []);
    let automatic = Finding::new(Reason::LicenceAutomaticOnly);
    assert_eq!(
        reasons(&deciding(Vec::from([note, automatic]), Cover::Undetermined, covers(Cover::Undetermined), Put::Asked)),
        [Reason::LicenceAutomaticOnly]
    );
    assert_eq!(reasons(&deciding(Vec::from([automatic]), Cover::Yes, covers(Cover::Yes), Put::Asked)), []);
    let not_needed = Finding::new(Reason::LicenceNotNeeded);
    let moped =
        |put| reasons(&deciding(Vec::from([refuses, not_needed]), Cover::NotNeeded, covers(Cover::NotNeeded), put));
    assert_eq!(moped(Put::Asked), [Reason::LicenceNotNeeded]);
    assert_eq!(
        moped(Put::Offered),
        [Reason::LicenceExpired, Reason::LicenceNotNeeded],
        "as the fields would have said"
    );
    let wider = Finding::new(Reason::AgreedWiderThanAsked).at_most(Gravity::Note);
    assert_eq!(
        reasons(&deciding(Vec::from([wider, note]), Cover::Yes, covers(Cover::Yes), Put::Asked)),
        [Reason::AgreedWiderThanAsked]
    );
    let unpicked = |found, answer| reasons(&deciding(found, answer, None, Put::Asked));
    assert_eq!(unpicked(Vec::from([note]), Cover::Undetermined), [Reason::LicenceVehicleNotPicked]);
    assert_eq!(unpicked(Vec::from([refuses]), Cover::No), [Reason::LicenceExpired]);
}

#[test]
fn the_rule_is_the_gravest_findings() {
    let refuses = Finding::new(Reason::LicenceExpired).by("by-expiry");
    let by_list = Finding::new(Reason::CurrentRevoked);
    assert_eq!(rule(&[refuses], covers(Cover::Yes)), Some("by-expiry"));
    assert_eq!(rule(&[by_list], covers(Cover::Yes)), None, "a list is not a rule of law");
    assert_eq!(rule(&[Finding::new(Reason::LicenceNotNeeded)], covers(Cover::NotNeeded)), Some("by-cover"));
    assert_eq!(rule(&[], covers(Cover::Yes)), Some("by-cover"));
    assert_eq!(rule(&[], None), None);
}
