//! What a bundle's data decides: role profiles, origin authorities by period; and what a paper's source and account may
//! leave open.

use doichieu::field::Kind;

use super::{Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::issuer::Origin;
use crate::profiles::Profile;
use crate::scene::{LIST, Scene, World};

const DAY: u64 = 86_400;
const POLICE: &str = "traffic_police";

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [periods(), malformed_origins(), assurance(), malformed_profiles(), tolerances(), level(), accounts(), vetting()]
        .concat()
}

fn traffic(id: &str, says: &str, world: &World, expect: Expect) -> Case {
    Case::traffic(id, says, world, Input::of(&licence(world)), expect)
}

fn licence(world: &World) -> Scene {
    world.preset(POLICE, &[Kind::DRIVING_LICENCE])
}

/// The profile of the traffic police, changed.
fn police(change: impl Fn(&mut Profile)) -> World {
    let mut world = World::demo();
    world.profiles.iter_mut().filter(|profile| profile.role == POLICE).for_each(change);
    world
}

/// A world in which licences are signed for these authorities.
fn listing(origins: Vec<Origin>) -> World {
    let mut world = World::demo();
    world.eid.kinds.insert(Kind::DRIVING_LICENCE.number(), origins);
    world
}

/// N161, S17: an authority counts for what its register said while it kept it, whatever the day of the inspection.
fn periods() -> Vec<Case> {
    let as_of = World::demo().now.saturating_sub(World::demo().register_age);
    let gone = || Expect::no_values("refer", &["authentic.authority_not_in_period"]);
    let within = |from: u64, until: u64| listing(vec![Origin::within("C08", from, until)]);
    let next = as_of.saturating_add(1);
    let two = listing(vec![Origin::within("C08", 1, as_of), Origin::within("C08", next, as_of.saturating_add(DAY))]);
    let both = listing(vec![Origin::within("C08", 1, 2), "C08".into()]);
    vec![
        traffic("N161/first-second", "Its first second.", &within(as_of, next), Expect::accept()),
        traffic("N161/second-before", "One second before it began.", &within(next, as_of.saturating_add(DAY)), gone()),
        traffic("N161/last-second", "Its last second.", &within(1, next), Expect::accept()),
        traffic("N161/at-the-end", "The second in which it ended.", &within(1, as_of), gone()),
        traffic("N161/between-two", "Between two periods of one authority.", &two, gone()),
        traffic("N161/one-of-two", "Listed for a period and for always.", &both, Expect::accept()),
        traffic(
            "N161/other-in-period",
            "Another authority kept the register then: this one is not listed at all.",
            &listing(vec![Origin::within("TCDB", 1, next)]),
            Expect::no_values("refer", &["authentic.authority_not_listed"]),
        ),
    ]
}

/// The loader takes an origin in two forms and no third.
fn malformed_origins() -> Vec<Case> {
    let case = |id: &str, says: &str, origin: Vec<Item>| {
        let world = World::demo();
        let mut entry = world.eid.entry();
        let kinds = entry.map_mut(3);
        kinds.into_iter().for_each(|kinds| kinds.set(Kind::DRIVING_LICENCE.number(), Item::array([origin.clone()])));
        let mut case = traffic(id, says, &world, Expect::set_up("setup.part_malformed"));
        case.bundle = world.bundle_spec().issuers([entry, world.insurer.entry()]).file(&world.authority);
        case
    };
    let origin = |from: u64, until: u64| vec!["C08".into(), from.into(), until.into()];
    vec![
        case("N161/empty-period", "A period that ends as it begins.", origin(5, 5)),
        case("N161/period-backwards", "A period that ends before it begins.", origin(6, 5)),
        case("N161/period-from-0", "Times are above 0.", origin(0, 5)),
        case("N161/period-2-33", "Times are below two to the 33rd.", origin(1, 1 << 33)),
        case("N161/no-end", "A name and a beginning.", vec!["C08".into(), 5.into()]),
        case("N161/a-fourth", "A fourth member.", vec!["C08".into(), 5.into(), 6.into(), 7.into()]),
        case("N161/name-in-array", "A name alone, in an array.", vec!["C08".into()]),
        case("N161/name-a-number", "A number for a name.", vec![8.into(), 5.into(), 6.into()]),
    ]
}

/// A role for which the phone's word is not enough reads what is shown unprompted, and does not accept on it.
fn assurance() -> Vec<Case> {
    let needs_more = police(|profile| profile.assurance = 2);
    let expect = || Expect::standing("refer", &["held.not_challenged"]).noting("held.face_not_compared");
    let demo = World::demo();
    let desk = demo.preset("public_service", &[Kind::IDENTITY]);
    let purpose = doichieu::field::Purpose::PUBLIC_SERVICE.number();
    let says = "The desk of a public service reads a code shown unprompted and accepts only answers to its own ask.";
    vec![
        traffic(
            "R02/unprompted",
            "The role accepts only in answer to a challenge; nothing else is amiss.",
            &needs_more,
            expect(),
        ),
        traffic("R02/enough", "The bound key is enough for this role.", &demo, Expect::accept()),
        Case::new("R02/public-service", says, &demo, "public_service", purpose, Input::of(&desk), expect()),
    ]
}

fn malformed_profiles() -> Vec<Case> {
    let case = |id: &str, says: &str, change: &dyn Fn(&mut Map)| {
        let world = World::demo();
        let mut profiles: Vec<Map> = world.profiles.iter().map(Profile::map).collect();
        profiles.iter_mut().take(1).for_each(change);
        let mut case = traffic(id, says, &world, Expect::set_up("setup.part_malformed"));
        case.bundle = world.bundle_spec().profiles(profiles).file(&world.authority);
        case
    };
    let set = |key: i64, value: Item| move |profile: &mut Map| profile.set(key, value.clone());
    let tolerated = |value: Item| {
        move |profile: &mut Map| {
            profile.map_mut(6).into_iter().for_each(|ages| ages.set(5, value.clone()));
        }
    };
    vec![
        case("R08/no-assurance", "A profile that does not say what accepting rests on.", &|profile: &mut Map| {
            drop(profile.remove(11));
        }),
        case("R08/assurance-0", "Accepting on nothing.", &set(11, 0.into())),
        case("R08/assurance-3", "An assurance that nobody has.", &set(11, 3.into())),
        case("R08/a-thirteenth", "A demand that is a number.", &set(13, 0.into())),
        case(
            "R08/not-demanded",
            "What is not demanded is left out, and has no second spelling.",
            &set(13, false.into()),
        ),
        case("R08/a-fourteenth", "A wish that is a number.", &set(14, 1.into())),
        case("R08/not-wanted", "What is not wanted is left out, and has no second spelling.", &set(14, false.into())),
        case("R08/a-fifteenth", "A member of a later profile.", &set(15, true.into())),
        case("R08/no-kinds", "Tolerances for no kind at all.", &tolerated(Map::new().into())),
        case("R08/kind-0", "A tolerance for kind 0.", &tolerated(Map::new().with(0, 60).into())),
        case("R08/age-text", "A tolerance in words.", &tolerated(Map::new().with(2, "a day").into())),
    ]
}

/// How old a status list may be, for each kind of paper.
fn tolerances() -> Vec<Case> {
    let aged = |general: u64, licences: Option<u64>| {
        let mut world = police(|profile| {
            profile.tolerances[1] = general;
            profile.account_status = false;
            profile.status_of_kinds = licences.map(|age| (Kind::DRIVING_LICENCE.number(), age)).into_iter().collect();
        });
        world.eid_list.iat = world.now.saturating_sub(DAY);
        world
    };
    let case = |id: &str, says: &str, general: u64, licences: Option<u64>, kind: Kind, expect: Expect| {
        let world = aged(general, licences);
        let mut spec = world.token_spec(world.preset_papers(POLICE, &[kind]));
        spec.account_status = None;
        let scene = world.scene_of(POLICE, &[(&world.eid, spec)]);
        Case::traffic(id, says, &world, Input::of(&scene), expect)
    };
    let stale = || Expect::standing("refer", &["current.status_stale"]);
    let (licence, vehicle) = (Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION);
    let account = {
        let world = aged(60, Some(DAY));
        let says = "A list as old as licences tolerate: an account tolerates less.";
        traffic("R05/account", says, &world, Expect::standing("refer", &["current.account_unknown"]))
    };
    vec![
        case("R05/kind-allows", "A list as old as this kind tolerates.", 60, Some(DAY), licence, Expect::accept()),
        case(
            "R05/kind-second-late",
            "One second older than this kind tolerates.",
            DAY,
            Some(DAY - 1),
            licence,
            stale(),
        ),
        case("R05/other-kind", "Tolerated for licences, not for registrations.", 60, Some(DAY), vehicle, stale()),
        case("R05/no-kind", "As old as the role tolerates for any kind.", DAY, None, licence, Expect::accept()),
        account,
    ]
}

/// R16: a level that is not stated is neither 0 nor too low.
fn level() -> Vec<Case> {
    let case = |id: &str, says: &str, world: &World, level: Option<u64>, expect: Expect| {
        let mut spec = world.token_spec(world.preset_papers(POLICE, &[Kind::DRIVING_LICENCE]));
        spec.level = level;
        Case::traffic(id, says, world, Input::of(&world.scene_of(POLICE, &[(&world.eid, spec)])), expect)
    };
    let unknown = || Expect::standing("refer", &["current.level_unknown"]);
    let any = police(|profile| profile.level = 1);
    let world = World::demo();
    let mut empty = world.token_spec(world.preset_papers(POLICE, &[Kind::DRIVING_LICENCE]));
    (empty.level, empty.account_status) = (None, None);
    let empty = Input::of(&world.scene_of(POLICE, &[(&world.eid, empty)]));
    let malformed = || Expect::no_values("refer", &["authentic.claims_malformed"]);
    let mut locked = World::demo();
    locked.set_status(crate::scene::ACCOUNT_INDEX, crate::status::INVALID);
    let lock = Expect::no_values("refer", &["current.account_locked", "current.level_unknown"]);
    vec![
        case("R16/unknown", "The issuer did not state the level of the account.", &world, None, unknown()),
        case("R16/unknown-level-1", "Not stated where level 1 would do.", &any, None, unknown()),
        case("R16/level-1-enough", "Level 1 where level 1 will do.", &any, Some(1), Expect::accept()),
        case("R16/level-0", "There is no level 0.", &world, Some(0), malformed()),
        case("R16/level-3", "There is no level 3.", &world, Some(3), malformed()),
        case("R16/unknown-and-locked", "Not stated, and the account is locked.", &locked, None, lock),
        Case::traffic(
            "R16/nothing",
            "An account of which nothing is stated.",
            &world,
            empty,
            Expect::standing("refer", &["current.account_status_missing", "current.level_unknown"]),
        ),
    ]
}

/// R25: a profile can demand that a token says where the status of its account is looked up.
fn accounts() -> Vec<Case> {
    let case = |id: &str, says: &str, demanded: bool, status: Option<(u64, u64)>, expect: Expect| {
        let world = police(|profile| profile.account_status = demanded);
        let mut spec = world.token_spec(world.preset_papers(POLICE, &[Kind::DRIVING_LICENCE]));
        spec.account_status = status;
        Case::traffic(id, says, &world, Input::of(&world.scene_of(POLICE, &[(&world.eid, spec)])), expect)
    };
    let missing = || Expect::standing("refer", &["current.account_status_missing"]);
    let there = Some((LIST, crate::scene::ACCOUNT_INDEX));
    let desk = World::demo();
    let mut paper = desk.token_spec(desk.preset_papers("public_service", &[Kind::IDENTITY]));
    paper.account_status = None;
    let purpose = doichieu::field::Purpose::PUBLIC_SERVICE.number();
    let (says, desk_case) =
        ("Missing at a desk, besides what else it wants.", desk.scene_of("public_service", &[(&desk.eid, paper)]));
    let both = Expect::standing("refer", &["current.account_status_missing", "held.not_challenged"]);
    let clinic = World::demo();
    let mut card = clinic.token_spec(clinic.preset_papers("clinic", &[Kind::IDENTITY]));
    card.account_status = None;
    let patient = Input::of(&clinic.scene_of("clinic", &[(&clinic.eid, card)]));
    vec![
        case("R25/demanded", "Demanded, and the token does not state it.", true, None, missing()),
        case("R25/demanded-there", "Demanded and stated.", true, there, Expect::accept()),
        case("R25/not-demanded", "Not demanded, and the token does not state it.", false, None, Expect::accept()),
        case(
            "R25/unlisted",
            "Demanded, and stated by a list that the issuer's entry does not name: not missing, not known.",
            true,
            Some((9, 40)),
            Expect::standing("refer", &["current.account_unknown"]),
        ),
        Case::new("R25/desk", says, &desk, "public_service", purpose, Input::of(&desk_case), both),
        Case::clinic(
            "R25/clinic",
            "A clinic demands none: a patient does not wait for it.",
            &clinic,
            patient,
            Expect::accept(),
        ),
    ]
}

/// R24: how a source was vetted is told and decides nothing.
fn vetting() -> Vec<Case> {
    let case = |id: &str, says: &str, evidence: Item, expect: Expect| {
        let world = World::demo();
        let spec = world.token_spec(world.preset_papers(POLICE, &[Kind::DRIVING_LICENCE]));
        let mut draft = world.eid.draft(&spec);
        let paper = draft.paper_mut(Kind::DRIVING_LICENCE.number());
        paper.and_then(|paper| paper.map_mut(0)).into_iter().for_each(|source| source.set(5, evidence.clone()));
        Case::traffic(id, says, &world, Input::of(&world.scene_with(POLICE, vec![draft.sign()])), expect)
    };
    let malformed = || Expect::no_values("refer", &["authentic.claims_malformed"]);
    vec![
        case("R24/original-seen", "An officer saw the original.", 1.into(), Expect::accept()),
        case("R24/database-match", "It was matched with a database.", 2.into(), Expect::accept()),
        case("R24/later", "A way of vetting of a later profile.", 99.into(), Expect::accept()),
        case("R24/words", "Vetting in words.", "original seen".into(), malformed()),
        case("R24/list", "Vetting as a status reference.", Item::array([LIST, 1]), malformed()),
    ]
}
