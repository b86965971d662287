//! What the occasion of an encounter is known to be, also when the papers that told it have ended.

use super::kept::{KeptNeeds, KeptShowing, PaperId};
use super::member::{Ground, Member};
use crate::document::Paper;
use crate::field::Kind;
use crate::needs::{Occasion, under_six};
use alloc::vec::Vec;

/// The occasion: whose visit it is says the first health card, else the first identity, ended or not.
pub(super) fn of(
    members: &[Member<'_>],
    kept: &mut [KeptShowing],
    needs: &mut Option<KeptNeeds>,
    on: &Ground<'_>,
) -> Occasion {
    let living: Vec<&Paper> = members.iter().filter_map(|member| member.living).collect();
    let mut flags = Vec::new();
    let told = |member: &&Member<'_>| matches!(member.kind, Kind::HEALTH_INSURANCE_CARD | Kind::IDENTITY);
    for member in members.iter().filter(told) {
        let now = member.living.map(|paper| under_six(paper, on.scene.at));
        let kept = kept.get_mut(member.place.0).and_then(|kept| kept.paper_mut(member.place.1));
        let known = kept.and_then(|kept| {
            kept.under_six = now.or(kept.under_six);
            kept.under_six.filter(|_| member.stands())
        });
        flags.push((member.kind, member.id, known.unwrap_or_default()));
    }
    let patient = |kind| flags.iter().find(|(of, ..)| *of == kind);
    let patient = patient(Kind::HEALTH_INSURANCE_CARD).or_else(|| patient(Kind::IDENTITY));
    let patients: Vec<PaperId> = flags.iter().map(|(_, id, _)| *id).collect();
    let occasion = Occasion::new(on.scene.purpose, on.scene.at, on.vehicle, &living)
        .of_patient(patient.map(|(.., flags)| *flags).unwrap_or_default());
    if on.whole {
        *needs = Some(KeptNeeds { beside: on.beside.clone(), patients, answers: occasion.answers() });
        return occasion;
    }
    // A registration can be read no more: what was needed beside the same vehicle and patient still is.
    let stands = members.iter().filter(|member| member.kind == Kind::VEHICLE_REGISTRATION).all(Member::stands);
    let kept = needs.as_ref().filter(|kept| stands && kept.patients == patients && on.is_still(&kept.beside));
    let kept = kept.map(|kept| kept.answers.clone());
    occasion.answered_as(kept)
}
