//! People: numbers, ages and cards that are worth a look and no more; foreigners; those who show papers for one
//! another.

use doichieu::field::{Field, Kind};

use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::paper::PaperSpec;
use crate::people::{self, Person, day};
use crate::scene::{Scene, World, index_of};

mod consenting;
mod foreign;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [identity(), names(), cards(), foreigners(), foreign::cases(), children(), consenting::cases(), parents()].concat()
}

/// Both papers that a clinic asks a person for, one of them changed.
fn clinic(world: &World, kind: Kind, change: impl FnOnce(&mut PaperSpec)) -> Scene {
    let mut papers = world.preset_papers("clinic", &[Kind::IDENTITY, Kind::HEALTH_INSURANCE_CARD]);
    papers.iter_mut().filter(|paper| paper.kind == kind.number()).take(1).for_each(once(change));
    world.scene_of("clinic", &[(&world.eid, world.token_spec(papers))])
}

/// An `FnOnce` where there is at most one to change.
fn once(change: impl FnOnce(&mut PaperSpec)) -> impl FnMut(&mut PaperSpec) {
    let mut change = Some(change);
    move |paper| change.take().into_iter().for_each(|change| change(paper))
}

fn set(paper: &mut PaperSpec, field: Field, value: impl Into<Item>) {
    paper.fields.insert(field.number(), value.into());
}

/// R22: what strikes in an identity is a note and never against anybody.
fn identity() -> Vec<Case> {
    let mut world = World::demo();
    // A desk that may see previous numbers and the day of issue too.
    for profile in &mut world.profiles {
        let scopes = profile.allowance.values_mut().filter_map(|scope| scope.get_mut(&1));
        scopes.for_each(|fields| fields.extend([Field::PREVIOUS_NUMBERS, Field::ISSUED_ON].map(Field::number)));
    }
    let case = |name: &str, says: &str, note: &str, changes: &[(Field, Item)]| {
        let scene = clinic(&world, Kind::IDENTITY, |paper| {
            changes.iter().for_each(|(field, value)| set(paper, *field, value.clone()));
        });
        Case::clinic(&format!("R22/{name}"), says, &world, Input::of(&scene), Expect::accept().noting(note))
    };
    // Another number on the identity is another person's; so on both papers.
    let mut short = world.clone();
    "00119103482".clone_into(&mut short.person.personal_no);
    let number_form = Case::clinic(
        "R22/number-form",
        "A number of eleven digits.",
        &short,
        Input::of(&short.clinic()),
        Expect::accept().noting("identity.number_form"),
    );
    vec![
        number_form,
        case(
            "number-gender",
            "The number's sex is not the paper's.",
            "identity.number_worth_a_look",
            &[(Field::GENDER, "Nam".into())],
        ),
        case(
            "previous-number",
            "A previous number of five digits.",
            "identity.previous_number_unusual",
            &[(Field::PREVIOUS_NUMBERS, Item::array(["12345"]))],
        ),
        case(
            "card-dates",
            "A card of 2024 that runs to no age of change.",
            "identity.card_dates_unusual",
            &[(Field::ISSUED_ON, day(2024, 8, 15)), (Field::VALID_UNTIL, day(2030, 1, 1))],
        ),
    ]
}

/// S16: spellings of one name on two papers that share no number.
fn names() -> Vec<Case> {
    let spelt = |id: &str, says: &str, person: Person, name: &str, expect: Expect| {
        let world = World::demo().with_person(person);
        let scene = clinic(&world, Kind::HEALTH_INSURANCE_CARD, |paper| {
            paper.fields.remove(&Field::PERSONAL_NO.number());
            set(paper, Field::FULL_NAME, name);
        });
        Case::clinic(&format!("S16/{id}"), says, &world, Input::of(&scene), expect)
    };
    let differs = || Expect::standing("refer", &["consistency.person_differs"]);
    let hoa = || {
        let mut hoa = people::giang();
        "Nguyễn Thị Hòa".clone_into(&mut hoa.name);
        hoa
    };
    let unusual = || Expect::accept().noting("paper.text_unusual");
    vec![
        spelt("old-tone", "The tone on the other vowel.", hoa(), "Nguyễn Thị Hoà", Expect::accept()),
        spelt("no-marks", "Without marks, as a printer had them.", hoa(), "NGUYEN THI HOA", Expect::accept()),
        spelt(
            "decomposed",
            "Decomposed letters, signed.",
            hoa(),
            "Nguye\u{302}\u{303}n Thi\u{323} Ho\u{300}a",
            unusual(),
        ),
        spelt("eth", "Eth for Đ, signed.", people::duc(), "Trần Văn Ðức", unusual()),
        spelt(
            "i-for-y",
            "Quí for Quý.",
            {
                let mut quy = hoa();
                "Lê Quý".clone_into(&mut quy.name);
                quy
            },
            "Lê Quí",
            Expect::accept(),
        ),
        spelt("apostrophe", "An Ê-đê name without its apostrophe.", people::hnhi(), "H NHI EBAN", Expect::accept()),
        spelt("another-name", "Hạnh is not Hòa.", hoa(), "Nguyễn Thị Hạnh", differs()),
        spelt("another-order", "A Vietnamese name has one order.", hoa(), "Hòa Nguyễn Thị", differs()),
    ]
}

/// Health insurance cards: codes that strike are notes.
fn cards() -> Vec<Case> {
    let world = World::demo();
    let case = |name: &str, says: &str, note: &str, changes: &[(Field, Item)]| {
        let scene = clinic(&world, Kind::HEALTH_INSURANCE_CARD, |paper| {
            changes.iter().for_each(|(field, value)| set(paper, *field, value.clone()));
        });
        Case::clinic(&format!("S14/{name}"), says, &world, Input::of(&scene), Expect::accept().noting(note))
    };
    let ended = |name: &str, says: &str, until: Item, expect: Expect| {
        let scene = clinic(&world, Kind::HEALTH_INSURANCE_CARD, |paper| set(paper, Field::VALID_UNTIL, until));
        Case::clinic(&format!("S14/{name}"), says, &world, Input::of(&scene), expect)
    };
    vec![
        ended(
            "ended-fifteen-days-ago",
            "Ended fifteen days ago: it may still count for treatment begun before (Decree 188/2025 art. 50(4)).",
            day(2026, 11, 3),
            Expect::standing("refer", &["health.may_still_count"]),
        ),
        ended(
            "ended-sixteen-days-ago",
            "Ended sixteen days ago: over, whenever treatment began.",
            day(2026, 11, 2),
            Expect::standing("refuse", &["health.not_in_force"]),
        ),
        case(
            "number",
            "A card number of nine digits.",
            "health.number_unusual",
            &[(Field::CARD_NO, "401012345".into())],
        ),
        case("level", "A benefit level of 6.", "health.level_unusual", &[(Field::BENEFIT_LEVEL, 6.into())]),
        case(
            "level-lags",
            "Level 2 beside a number of level 4.",
            "health.level_may_lag",
            &[(Field::BENEFIT_LEVEL, 2.into())],
        ),
        case(
            "object",
            "An object code that nobody here knows.",
            "health.object_unknown",
            &[(Field::OBJECT_CODE, "ZZ".into())],
        ),
        case(
            "facility",
            "A facility code of another form.",
            "health.facility_unusual",
            &[(Field::FACILITY_CODE, "Đống Đa".into())],
        ),
    ]
}

/// S12: a foreign resident.
fn foreigners() -> Vec<Case> {
    let with = |change: fn(&mut Person)| {
        let mut anna = people::anna();
        change(&mut anna);
        World::demo().with_person(anna)
    };
    let case = |name: &str, says: &str, world: &World, expect: Expect| {
        Case::traffic(&format!("S12/{name}"), says, world, Input::of(&world.foreigner_stop()), expect)
    };
    let passport = |person: &mut Person| {
        person.foreigner.iter_mut().for_each(|foreigner| foreigner.passport_until = day(2026, 11, 17));
    };
    let stay = |person: &mut Person| {
        person.foreigner.iter_mut().for_each(|foreigner| foreigner.stay_until = day(2026, 11, 17));
    };
    let number = |person: &mut Person| "P-00417".clone_into(&mut person.personal_no);
    let world = with(|_| {});
    let mut papers = world.preset_papers("traffic_police", &[Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE]);
    papers.iter_mut().skip(1).for_each(|licence| set(licence, Field::FULL_NAME, "SVENSSON ANNA MARIA"));
    let reordered = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
    let (passport, stay) = (with(passport), with(stay));
    vec![
        case("no-number", "No personal number: nothing follows from that.", &world, Expect::accept()),
        case("opaque-number", "A number of no known form.", &with(number), Expect::accept()),
        Case::traffic(
            "S12/name-order",
            "Family name first on the licence, last on the passport.",
            &world,
            Input::of(&reordered),
            Expect::accept(),
        ),
        case(
            "passport-past",
            "The passport is past its last day.",
            &passport,
            Expect::standing("refuse", &["foreigner.passport_expired"]),
        ),
        case(
            "stay-past",
            "The stay granted is past; it may have been extended.",
            &stay,
            Expect::standing("refer", &["foreigner.stay_past"]),
        ),
    ]
}

/// S11 and R10: children.
fn children() -> Vec<Case> {
    let world = World::demo().with_person(people::mai());
    let han = people::han();
    let case = |name: &str, says: &str, world: &World, scene: &Scene, expect: Expect| {
        Case::clinic(&format!("S11/{name}"), says, world, Input::of(scene), expect)
    };
    let of_age = |year: i32| {
        let mut child = people::han();
        child.born = day(year, 3, 8);
        let number = format!("03131{}004182", year.rem_euclid(10));
        child.personal_no = number;
        let mut mai = people::mai();
        mai.dependant = Some(people::Dependant::of(&child, "con", day(2035, 3, 7)));
        (World::demo().with_person(mai), child)
    };
    let mut alone = world.clone();
    alone.person.dependant = None;
    let (of_seven, seven) = of_age(2019);
    let mut seven_alone = of_seven.clone();
    seven_alone.person.dependant = None;
    let (of_fourteen, fourteen) = of_age(2012);
    let over = |mut world: World| {
        let dependant = world.person.dependant.as_mut();
        dependant.into_iter().for_each(|dependant| dependant.valid_until = day(2026, 11, 17));
        world
    };
    let (over_five, over_seven) = (over(world.clone()), over(of_seven.clone()));
    let mut withdrawn = of_seven.clone();
    withdrawn.set_status(index_of(Kind::DEPENDANT), crate::status::INVALID);
    let mut spec = world.token_spec(world.card_of(&han));
    spec.level = Some(1);
    let level_one = world.scene_of("clinic", &[(&world.eid, spec)]);
    let mut spec = world.token_spec(world.card_of(&seven));
    spec.level = Some(1);
    let level_one_of_seven = world.scene_of("clinic", &[(&world.eid, spec)]);
    let own = World::demo().with_person(people::han());
    let enough = || Expect::accept().noting("health.child_under_six");
    let differs = || Expect::standing("refer", &["consistency.person_differs"]);
    vec![
        case(
            "five",
            "A child of five in its mother's phone, with a dependant's paper.",
            &world,
            &world.clinic_for(&han),
            enough(),
        ),
        case(
            "five-alone",
            "The same without the dependant's paper: a note, under six.",
            &alone,
            &alone.clinic_for(&han),
            enough().noting("consistency.guardian_not_shown"),
        ),
        case(
            "seven",
            "A child of seven with a dependant's paper.",
            &of_seven,
            &of_seven.clinic_for(&seven),
            Expect::accept(),
        ),
        case(
            "seven-alone",
            "A child of seven beside a stranger, as far as is shown.",
            &seven_alone,
            &seven_alone.clinic_for(&seven),
            differs(),
        ),
        case(
            "fourteen",
            "A dependant of fourteen may have an account.",
            &of_fourteen,
            &of_fourteen.clinic_for(&fourteen),
            Expect::accept().noting("dependant.of_age"),
        ),
        case(
            "over-under-six",
            "The dependant's paper is over; under six nobody needs it.",
            &over_five,
            &over_five.clinic_for(&han),
            enough().noting("dependant.expired"),
        ),
        case(
            "over",
            "The dependant's paper is over and relates nobody any more.",
            &over_seven,
            &over_seven.clinic_for(&seven),
            Expect::standing("refer", &["consistency.person_differs", "dependant.expired"]),
        ),
        case(
            "withdrawn",
            "The dependant's paper is withdrawn: it vouches for nobody.",
            &withdrawn,
            &withdrawn.clinic_for(&seven),
            Expect::standing("refuse", &["consistency.person_differs", "current.revoked"]),
        ),
        case(
            "level-one",
            "An account of level 1, as a child under six has it.",
            &world,
            &level_one,
            enough().noting("current.level_insufficient"),
        ),
        case(
            "level-one-of-seven",
            "An account of level 1 at seven.",
            &of_seven,
            &level_one_of_seven,
            Expect::standing("refer", &["current.level_insufficient"]),
        ),
        case(
            "own",
            "The child's own identity and card.",
            &own,
            &own.clinic(),
            enough().noting("identity.under_fourteen").noting("identity.under_seven"),
        ),
    ]
}

/// S11: a son who shows his mother's card.
fn parents() -> Vec<Case> {
    let world = World::demo().with_person(people::lam());
    let lua = people::lua();
    let mut alone = world.clone();
    alone.person.dependant = None;
    let mut another = world.clone();
    another.person.dependant = Some(people::Dependant::of(&people::toan(), "cha", false.into()));
    let case = |name: &str, says: &str, world: &World, expect: Expect| {
        Case::clinic(&format!("S11/{name}"), says, world, Input::of(&world.clinic_for(&lua)), expect)
    };
    let differs = || Expect::standing("refer", &["consistency.person_differs"]);
    vec![
        case(
            "parent",
            "A mother of whom only the year of birth is known, in her son's phone.",
            &world,
            Expect::accept(),
        ),
        case("parent-alone", "The same without the dependant's paper.", &alone, differs()),
        case("another-parent", "A dependant's paper about somebody else.", &another, differs()),
    ]
}
