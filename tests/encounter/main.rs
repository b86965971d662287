//! One check, several phones: what their showings say together; a post's own devices that help each other, or that were
//! stolen.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{
    Ask, Bundle, Cover, Encounter, EncounterReport, Finding, Headline, Inspector, Memory, PaperReport, Post, Proof,
    Report, Roots, Scan, Seen, Vehicle, Verdict,
};
use doichieu_kit::borrowed::{driver, owner, phone_of};
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Alg;
use doichieu_kit::people;
use doichieu_kit::scene::{Scene, World};

mod answers;
mod devices;
mod ended;
mod joined;
mod needs;
mod origin;

const ROLE: &str = "traffic_police";
/// How long this role's screen shows what nobody agreed to keep.
const DISPLAY: u64 = 120;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// A post at work.
struct Desk {
    inspector: Inspector,
    ask: Ask,
    seen: Seen,
    memory: Memory,
    now: u64,
}

fn desk(world: &World) -> Desk {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let mut memory = Memory::new();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let post = Post::open(&world.mandate(ROLE), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    Desk { inspector, ask, seen: Seen::default(), memory, now: world.now }
}

impl Desk {
    fn inspect(&mut self, text: &str) -> Report {
        self.inspector.inspect(Scan::qr(text), &self.ask, time(self.now), &mut self.memory).unwrap()
    }

    fn begin(&self) -> Encounter {
        Encounter::new(&self.inspector, self.ask.purpose(), &encounter_seed())
    }

    /// The showings of these phones, judged together so many seconds later.
    fn encounter(&mut self, texts: &[&str], after: u64) -> (EncounterReport, Encounter) {
        let mut encounter = self.begin();
        for text in texts {
            encounter.add(self.inspect(text)).unwrap();
        }
        let report = encounter.judge(&self.seen, time(self.now + after));
        (report, encounter)
    }
}

/// What goes with a motorcycle beside the licence.
const OF_BIKE: [Kind; 2] = [Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE];
/// What goes with a car.
const OF_CAR: [Kind; 3] = [Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];

/// A passenger shows the papers of her car.
fn car(world: &World) -> Scene {
    phone_of(world, people::giang(), Alg::Ed25519).preset(ROLE, &OF_CAR)
}

/// A showing whose phone key did not sign it.
fn forged(scene: &Scene) -> String {
    scene.text_with_signed(|signed| *signed.signature_mut().unwrap().first_mut().unwrap() ^= 1)
}

fn graver(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().filter(|finding| finding.gravity() > Gravity::Note).map(Finding::code).collect()
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(Finding::code).collect()
}

/// Kind, verdict and codes of every paper, whatever the order.
fn papers(report: &EncounterReport) -> BTreeSet<(u64, Verdict, Vec<&'static str>)> {
    report.papers().iter().map(|paper| (paper.kind().number(), paper.verdict(), codes(paper.findings()))).collect()
}

fn verdict_of(report: &EncounterReport, kind: Kind) -> Verdict {
    let paper = report.papers().iter().find(|paper| paper.kind() == kind);
    paper.unwrap_or_else(|| panic!("no paper of {kind:?}")).verdict()
}

#[test]
fn s03_the_owner_on_the_pillion_shows_the_registration_on_her_own_phone() {
    let world = World::demo();
    let (driver, owner) = (driver(&world), owner(&world));
    assert_ne!(driver.wallet.key.cose_key(), owner.wallet.key.cose_key());
    let (report, encounter) = desk(&world).encounter(&[&driver.text(), &owner.text()], 0);
    assert_eq!(report.verdict(), Verdict::Accept, "{report:?}");
    assert_eq!(codes(report.findings()), ["vehicle.owner_differs"], "legal, and said");
    assert_eq!(graver(report.findings()), BTreeSet::new());
    let places: Vec<_> = report.papers().iter().map(|paper| (paper.report(), paper.kind())).collect();
    let of_owner = OF_BIKE.map(|kind| (1, kind));
    assert_eq!(places, [[(0, Kind::IDENTITY), (0, Kind::DRIVING_LICENCE)], of_owner].concat());
    assert_eq!(encounter.reports().len(), 2);
    // Neither phone's showing proves anything of the other: each has its own report, with its own papers.
    assert_eq!(encounter.reports().iter().map(|report| report.papers().len()).collect::<Vec<_>>(), [2, 2]);
    // Her registration alone says nothing of a driver.
    let alone = desk(&world).encounter(&[&owner.text()], 0).0;
    assert_eq!(codes(alone.findings()), ["papers.not_shown"], "his licence, and no word of whose vehicle it is");
}

#[test]
fn s03_the_licence_is_judged_for_the_vehicle_of_the_other_phone() {
    let world = World::demo();
    let (report, encounter) = desk(&world).encounter(&[&driver(&world).text(), &car(&world).text()], 0);
    assert_eq!(report.verdict(), Verdict::Refuse, "a motorcycle licence, and a car");
    let licence = report.papers().iter().find(|paper| paper.kind() == Kind::DRIVING_LICENCE).unwrap();
    assert_eq!(licence.verdict(), Verdict::Refuse);
    assert!(graver(licence.findings()).contains("licence.class_not_covering"), "{licence:?}");
    assert_eq!(verdict_of(&report, Kind::VEHICLE_REGISTRATION), Verdict::Accept, "nothing is wrong with her paper");
    assert!(encounter.reports().iter().all(|report| report.verdict() != Verdict::Refuse), "only together");
    // Giang, who may drive it, takes the wheel.
    let giang = phone_of(&world, people::giang(), Alg::Ed25519).preset(ROLE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE]);
    let mut registration = car(&world);
    registration.showing.cti = [0x22; 16];
    let report = desk(&world).encounter(&[&giang.text(), &registration.text()], 0).0;
    assert_eq!((report.verdict(), codes(report.findings())), (Verdict::Accept, Vec::new()));
}

/// Cover is asked again for the vehicle of the other phone, with the rule that decides.
#[test]
fn s03_covers_this_vehicle_is_answered_anew() {
    let world = World::demo();
    let covers = |report: &EncounterReport| {
        let licence = report.papers().iter().find(|paper| paper.kind() == Kind::DRIVING_LICENCE).unwrap();
        licence.covers().map(|covers| (covers.answer, covers.rule))
    };
    for (showing, answer) in [(owner(&world), Cover::Yes), (car(&world), Cover::No)] {
        let (report, encounter) = desk(&world).encounter(&[&driver(&world).text(), &showing.text()], 0);
        assert_eq!(covers(&report), Some((answer, "law-36-2024-art-57")));
        let alone = encounter.reports().iter().flat_map(Report::papers).filter_map(PaperReport::covers);
        assert_eq!(alone.count(), 0, "no phone alone says which vehicle");
    }
    let mut desk = desk(&world);
    let mut encounter = desk.encounter(&[&driver(&world).text()], 0).1;
    assert_eq!(covers(&encounter.judge(&desk.seen, time(desk.now))), None);
    let moped = Seen::default().for_vehicle(Vehicle::new(doichieu::VehicleKind::Moped));
    let judged = encounter.judge(&moped, time(desk.now));
    assert_eq!(covers(&judged), Some((Cover::NotNeeded, "law-36-2024-art-56-1")));
}

#[test]
fn s03_another_plate_than_the_one_seen_refers() {
    let world = World::demo();
    for (plate, verdict) in [("43F1-618.05", Verdict::Accept), ("43F1-618.06", Verdict::Refer)] {
        let mut desk = desk(&world);
        desk.seen = Seen::default().for_plate(plate.to_owned());
        let report = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0).0;
        assert_eq!(report.verdict(), verdict, "{plate}");
        assert_eq!(graver(report.findings()).contains("vehicle.plate_differs"), verdict == Verdict::Refer);
    }
    // The plate read only after the showings counts as well.
    let mut desk = desk(&world);
    let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    let read = Seen::default().for_plate("29B1-000.01".to_owned());
    let report = encounter.judge(&read, time(desk.now));
    assert_eq!(
        (report.verdict(), graver(report.findings())),
        (Verdict::Refer, BTreeSet::from(["vehicle.plate_differs"]))
    );
}

#[test]
fn s03_the_vehicle_that_the_officer_picks_goes_before_the_one_shown() {
    let world = World::demo();
    let mut desk = desk(&world);
    desk.seen = Seen::default().for_vehicle(Vehicle::new(doichieu::VehicleKind::Car));
    let report = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0).0;
    assert_eq!((report.verdict(), verdict_of(&report, Kind::DRIVING_LICENCE)), (Verdict::Refuse, Verdict::Refuse));
}

#[test]
fn s03_a_release_that_has_ended_keeps_its_verdict() {
    let world = World::demo();
    let mut desk = desk(&world);
    let (before, mut encounter) = desk.encounter(&[&driver(&world).text(), &car(&world).text()], 0);
    assert_eq!((before.papers().len(), before.verdict()), (5, Verdict::Refuse));
    // The display time is over; nobody agreed to more.
    let after = encounter.judge(&desk.seen, time(desk.now + DISPLAY));
    assert!(after.papers().iter().all(doichieu::EncounterPaper::has_ended));
    assert_eq!((papers(&after), after.verdict()), (papers(&before), Verdict::Refuse));
    // One of the two has ended: the other is judged as it lives.
    let mut encounter = desk.begin();
    encounter.add(desk.inspect(&driver(&world).text())).unwrap();
    desk.now += 20;
    let mut late = car(&world);
    (late.showing.iat, late.showing.exp, late.showing.cti) = (desk.now, desk.now + 60, [0x33; 16]);
    encounter.add(desk.inspect(&late.text())).unwrap();
    let both = encounter.judge(&desk.seen, time(desk.now));
    assert_eq!((both.papers().len(), both.verdict()), (5, Verdict::Refuse));
    let one = encounter.judge(&desk.seen, time(desk.now + DISPLAY - 15));
    let living = one.papers().iter().filter(|paper| !paper.has_ended());
    assert_eq!(living.map(doichieu::EncounterPaper::kind).collect::<Vec<_>>(), OF_CAR);
    assert_eq!(one.verdict(), Verdict::Refuse, "waiting makes nothing better");
}

#[test]
fn s03_the_order_of_showings_does_not_matter() {
    let world = World::demo();
    for (first, second) in [(driver(&world), owner(&world)), (driver(&world), car(&world))] {
        let one = desk(&world).encounter(&[&first.text(), &second.text()], 0).0;
        let other = desk(&world).encounter(&[&second.text(), &first.text()], 0).0;
        assert_eq!((one.verdict(), papers(&one)), (other.verdict(), papers(&other)));
        assert_eq!(codes(one.findings()), codes(other.findings()));
    }
}

#[test]
fn s03_what_one_showing_lacks_the_others_do_not_make_good() {
    let world = World::demo();
    let (driver, owner) = (driver(&world), owner(&world));
    let accepted = desk(&world).encounter(&[&driver.text(), &owner.text()], 0).0;
    assert_eq!(accepted.verdict(), Verdict::Accept);
    // A registration that its phone's key did not sign.
    let (report, mut encounter) = desk(&world).encounter(&[&driver.text(), &forged(&owner)], 0);
    assert!(report.verdict() > Verdict::Accept && report.papers().len() == 2);
    assert!(
        encounter
            .reports_mut()
            .iter_mut()
            .last()
            .unwrap()
            .papers_mut()
            .iter_mut()
            .all(|paper| { matches!(paper.proof(), Proof::Unproven(_)) })
    );
    // A code for somebody else, from which nothing is read.
    let mut elsewhere = owner.clone();
    elsewhere.showing.audience = "role:clinic".to_owned();
    assert_eq!(desk(&world).encounter(&[&driver.text(), &elsewhere.text()], 0).0.verdict(), Verdict::Refer);
    // One paper of a showing proven and one not: its issuer may not sign for that authority.
    let mut unlisted = world.clone();
    unlisted.eid.kinds.get_mut(&Kind::VEHICLE_REGISTRATION.number()).unwrap().clear();
    unlisted.eid.kinds.get_mut(&Kind::VEHICLE_REGISTRATION.number()).unwrap().push("C99".into());
    let three = phone_of(&unlisted, people::khoi(), Alg::Ed25519).traffic_stop();
    let mut at = desk(&unlisted);
    at.ask = at.ask.for_vehicle(Vehicle::new(doichieu::VehicleKind::Moped));
    at.seen = Seen::default().for_vehicle(Vehicle::new(doichieu::VehicleKind::Moped));
    let (report, encounter) = at.encounter(&[&three.text()], 0);
    assert_eq!(report.verdict(), encounter.reports().first().unwrap().verdict(), "no milder than alone");
    assert!(report.verdict() > Verdict::Accept);
}

/// What two papers of one phone say against each other stands, however many phones there are.
#[test]
fn s03_papers_of_two_people_on_one_phone_refer_in_an_encounter_too() {
    let world = World::demo();
    let giang = phone_of(&world, people::giang(), Alg::Ed25519);
    let mut papers = giang.preset_papers(ROLE, &[Kind::IDENTITY]);
    papers.extend(giang.clone().with_person(people::khoi()).preset_papers(ROLE, &[Kind::DRIVING_LICENCE]));
    let mixed = giang.scene_of(ROLE, &[(&giang.eid, giang.token_spec(papers))]);
    let (report, encounter) = desk(&world).encounter(&[&mixed.text(), &owner(&world).text()], 0);
    let first = encounter.reports().first().unwrap();
    assert!(codes(first.findings()).contains(&"consistency.person_differs"));
    assert_eq!(report.verdict(), Verdict::Refer);
}

/// Each phone has a headline of its own in the encounter, and the whole has the gravest; the JSON says the same without
/// a value.
#[test]
fn s03_every_phone_has_its_headline_in_the_encounter() {
    let world = World::demo();
    let mut late = owner(&world);
    (late.showing.iat, late.showing.exp) = (world.now - 300, world.now - 240);
    for (second, whole, own) in [
        (owner(&world).text(), Headline::Accept, Headline::Accept),
        (car(&world).text(), Headline::NotInForce, Headline::Accept),
        (late.text(), Headline::ScanAgain, Headline::ScanAgain),
        (forged(&owner(&world)), Headline::NotProven, Headline::NotProven),
    ] {
        let (report, encounter) = desk(&world).encounter(&[&driver(&world).text(), &second], 0);
        let headlines: Vec<_> = report.showings().iter().map(doichieu::EncounterShowing::headline).collect();
        let first = if whole == Headline::NotInForce { whole } else { Headline::Accept };
        assert_eq!((report.headline(), headlines), (whole, vec![first, own]));
        let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(json["verdict"], report.verdict().name());
        let verdicts: Vec<_> = report.showings().iter().map(|showing| showing.verdict().name()).collect();
        assert_eq!(json["verdicts"], serde_json::json!(verdicts));
        for (place, report) in encounter.reports().iter().enumerate() {
            let alone: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
            assert_eq!(json["reports"][place], alone["scan"]);
        }
        for paper in report.papers() {
            assert_eq!(encounter.reports()[paper.report()].papers()[paper.paper()].kind(), paper.kind());
        }
    }
    let (report, _) = desk(&world).encounter(&[], 0);
    assert_eq!(
        (report.verdict(), report.headline()),
        (Verdict::Refer, Headline::LookUp),
        "nothing shown is not in order"
    );
}

/// Green never hides a code that nobody could read.
#[test]
fn s03_a_code_not_read_yet_keeps_the_encounter_open() {
    let world = World::demo();
    for (second, headline) in [(owner(&world), Headline::ScanAgain), (car(&world), Headline::NotInForce)] {
        let mut desk = desk(&world);
        let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &second.text()], 0);
        encounter.add_unread();
        let report = encounter.judge(&desk.seen, time(desk.now));
        assert_eq!((report.unread(), report.headline()), (1, headline));
        assert_ne!(report.verdict(), Verdict::Accept);
        assert!(report.to_json().contains(r#""unread":1,"#));
    }
}

/// A code that is read at the second try is a showing like any other, and the first try no longer weighs.
#[test]
fn s03_a_code_read_after_all_leaves_nothing_open() {
    let world = World::demo();
    let mut desk = desk(&world);
    let (_, mut encounter) = desk.encounter(&[&driver(&world).text(), &owner(&world).text()], 0);
    let before = encounter.judge(&desk.seen, time(desk.now)).to_json();
    assert!(!encounter.read_after_all(), "none was open");
    encounter.add_unread();
    assert!(encounter.read_after_all());
    assert_eq!(encounter.judge(&desk.seen, time(desk.now)).to_json(), before);
}
