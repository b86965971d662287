//! The law of the day, from the code on the screen to the report: the last second before a change and the first after
//! it, in Viet Nam; and a visit where identity alone suffices.

use doichieu::field::{Field, Kind, Purpose};
use doichieu::reason::{Gravity, Reason, Step};
use doichieu::{Encounter, EncounterReport, Gear, Headline, NeedState, Seen, Verdict, citation, citation_vi};
use doichieu_kit::people::{self, Person, day};
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Seed, encounter_seed};

use crate::shift::{Shift, car, codes, graver, motorcycle, notes, shown, text_of, the};

/// 1 July 2026 begins in Viet Nam.
const JULY_2026: u64 = 1_782_838_800;
const CARD: Kind = Kind::HEALTH_INSURANCE_CARD;

fn world_at(now: u64, person: Person) -> World {
    World::new(Seed::new([7; 32]), now).with_person(person)
}

/// What one showing needs beside it.
fn encounter_of(mut shift: Shift, scene: &Scene, world: &World, seen: &Seen) -> EncounterReport {
    let report = shift.inspect(&scene.text(), world.now);
    let mut encounter = Encounter::new(&shift.inspector, shift.ask.purpose(), &encounter_seed());
    encounter.add(report).unwrap();
    encounter.judge(seen, world.at())
}

/// Steps for a kind that was not shown, with the articles they rest on.
fn steps(report: &EncounterReport, kind: Kind) -> Vec<(Step, Option<&'static str>)> {
    let need = report.needs().iter().find(|need| need.kind() == kind).unwrap();
    need.steps().iter().map(|step| (step.step, step.law)).collect()
}

/// Decree 188/2025/ND-CP art. 37(1)(a).
#[test]
fn a_clinic_visit_with_identity_alone_is_in_order_and_the_card_is_looked_up() {
    let world = World::demo();
    let clinic = || Shift::new(&world, "clinic", Purpose::CLINIC_ADMISSION);
    let identity = world.preset("clinic", &[Kind::IDENTITY]);
    let mut report = clinic().inspect(&identity.text(), world.now);
    assert_eq!((report.verdict(), report.headline()), (Verdict::Accept, Headline::Accept));
    assert!(text_of(&mut report, Kind::IDENTITY, Field::PERSONAL_NO).is_some(), "the number to look it up by");

    let visit = encounter_of(clinic(), &identity, &world, &Seen::default());
    assert_eq!((visit.verdict(), visit.headline()), (Verdict::Accept, Headline::Accept));
    let card = visit.needs().iter().find(|need| need.kind() == CARD).unwrap();
    assert_eq!(card.state(), NeedState::NotApplicable, "it is not missed");
    let told = visit.findings().iter().find(|found| found.reason() == Reason::HealthLookedUpByIdentity).unwrap();
    assert_eq!((told.gravity(), told.rule()), (Gravity::Note, Some("decree-188-2025-art-37")));
    let (first, law) = *steps(&visit, CARD).first().unwrap();
    assert_eq!((first, law), (Step::LookUpHealthGateway, Some("Decree 188/2025/ND-CP art. 38(2)")));
    assert!(!first.costs_citizen());

    // The card alone says nobody's identity: that is still needed.
    let card = encounter_of(clinic(), &world.preset("clinic", &[CARD]), &world, &Seen::default());
    assert_eq!(card.verdict(), Verdict::Refer);
}

/// Decree 188/2025/ND-CP art. 50(4).
#[test]
fn a_card_that_ended_lately_may_still_count_for_fifteen_days() {
    let world = |ended: u32| {
        let mut giang = people::giang();
        giang.card.as_mut().unwrap().valid_until = day(2026, 11, ended);
        World::demo().with_person(giang)
    };
    for (ended, verdict, code) in
        [(3, Verdict::Refer, "health.may_still_count"), (2, Verdict::Refuse, "health.not_in_force")]
    {
        let world = world(ended);
        let mut shift = Shift::new(&world, "clinic", Purpose::CLINIC_ADMISSION);
        let report = shift.inspect(&world.clinic().text(), world.now);
        assert_eq!((report.verdict(), graver(&report)), (verdict, codes(&[code])), "{ended} November, on the 18th");
    }
}

fn automatic_only() -> Person {
    let mut giang = people::giang();
    giang.licence.as_mut().unwrap().restrictions = vec!["B.01".to_owned()];
    giang
}

#[test]
fn a_licence_code_is_cited_by_the_circular_of_its_day() {
    let (mut manual, mut automatic) = (car(), car());
    manual.gear = Some(Gear::Manual);
    automatic.gear = Some(Gear::Automatic);
    let laws = [
        (
            JULY_2026 - 1,
            "circular-12-2025-art-18",
            "Circular 12/2025/TT-BCA art. 18",
            "Điều 18 Thông tư 12/2025/TT-BCA",
        ),
        (
            JULY_2026,
            "circular-108-2026-annex-9",
            "Circular 108/2026/TT-BCA annex IX(5), art. 18(6)",
            "mục 5 phụ lục IX, khoản 6 Điều 18 Thông tư 108/2026/TT-BCA",
        ),
    ];
    for (now, rule, law, vi) in laws {
        let world = world_at(now, automatic_only());
        let mut by_hand = Shift::traffic(&world).before(manual).inspect(&world.whole_stop().text(), now);
        assert_eq!((by_hand.verdict(), by_hand.headline()), (Verdict::Refuse, Headline::NotInForce));
        assert_eq!(graver(&by_hand), codes(&["licence.class_not_covering"]));
        let no = the(&by_hand, "licence.class_not_covering");
        assert_eq!((no.rule(), no.field_name()), (Some(rule), Some("restrictions")));
        assert_eq!((citation(rule), citation_vi(law)), (Some(law), Some(vi)));
        assert!(shown(&mut by_hand) > 0, "genuine, and readable");

        // Where nobody said how it shifts gears, the officer sees it: a note, by the same article.
        let unsaid = Shift::traffic(&world).before(car()).inspect(&world.whole_stop().text(), now);
        assert_eq!(unsaid.verdict(), Verdict::Accept);
        let note = the(&unsaid, "licence.automatic_only");
        assert_eq!((note.gravity(), note.rule()), (Gravity::Note, Some(rule)));
        let by_itself = Shift::traffic(&world).before(automatic).inspect(&world.whole_stop().text(), now);
        assert!(!notes(&by_itself).contains("licence.automatic_only"));
    }
}

/// Law 26/2023/QH15 art. 33(3), as amended from 1 July 2026.
#[test]
fn beside_an_e_id_no_step_speaks_of_paper_since_july_2026() {
    let of = |now: u64| {
        let world = world_at(now, people::khoi());
        let scene = world.preset("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
        let seen = Seen::default().for_vehicle(motorcycle());
        encounter_of(Shift::traffic(&world), &scene, &world, &seen)
    };
    let registration = |report: &EncounterReport| {
        steps(report, Kind::VEHICLE_REGISTRATION).into_iter().map(|(step, _)| step).collect::<Vec<_>>()
    };
    let (before, since) = (of(JULY_2026 - 1), of(JULY_2026));
    assert_eq!((before.verdict(), since.verdict()), (Verdict::Refer, Verdict::Refer));
    let [before, since] = [before, since].map(|report| registration(&report));
    assert!(before.contains(&Step::LookUpOrOfferedPaper) && !before.contains(&Step::LookUpIntegrated), "{before:?}");
    assert!(!since.contains(&Step::LookUpOrOfferedPaper), "{since:?}");
    assert_eq!(since.first(), Some(&Step::LookUpIntegrated));
    assert_eq!(before.last(), Some(&Step::AppointmentNotShown), "the appointment comes last");
    assert_eq!(since.last(), before.last());
}
