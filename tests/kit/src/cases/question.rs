//! A question instead of fields: the answer, what decided it, and no value; consent that names another question or
//! none.

use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::people::{Person, duc, giang};
use crate::scene::{CAR_INDEX, Scene, World};
use crate::wallet::MemberDraft;
use doichieu::field::Kind;
use doichieu::{LicenceClass, Question};

const POLICE: &str = "traffic_police";
const THIS: Question = Question::MayDriveThisVehicle;
const B: Question = Question::MayDriveClass(LicenceClass::B);
const C1: Question = Question::MayDriveClass(LicenceClass::C1);

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [answers(), of_this_vehicle(), consent(), offered(), wider()].concat()
}

fn of(person: Person) -> World {
    World::demo().with_person(person)
}

/// The post asks, the citizen agrees to what was asked.
fn asked(id: &str, says: &str, world: &World, question: Question, expect: Expect) -> Case {
    let input = Input::of(&world.answer(POLICE, question));
    Case::traffic(&format!("Q01/{id}"), says, world, input, expect).asking(question.number())
}

/// Yes, no, not established.
fn answers() -> Vec<Case> {
    let giang = || of(giang());
    let mut expired = giang();
    for part in expired.person.licence.iter_mut().filter_map(|licence| licence.car.as_mut()) {
        part.valid_until = crate::people::day(2026, 11, 17);
    }
    let mut suspended = giang();
    for part in suspended.person.licence.iter_mut().filter_map(|licence| licence.motorcycle.as_mut()) {
        part.suspension = Some((crate::people::day(2026, 11, 1), None));
    }
    let mut revoked = giang();
    revoked.set_status(CAR_INDEX, 1);
    let mut stale = giang();
    stale.eid_list.iat = stale.now.saturating_sub(3 * 86_400);
    let mut automatic = giang();
    automatic.person.licence.iter_mut().for_each(|licence| licence.restrictions = vec!["B.01".to_owned()]);
    let no = |code: &str| Expect::answer("refuse", "no", &[code]);
    vec![
        asked(
            "yes",
            "May she drive class B today: yes, and nothing else is told.",
            &giang(),
            B,
            Expect::answer("accept", "yes", &[]),
        ),
        asked("no", "May she drive class C1 today: no.", &giang(), C1, no("licence.class_asked_not_covered")),
        asked("expired", "Covered, and expired yesterday: no.", &expired, B, no("licence.expired")),
        asked(
            "other-part",
            "What counts against the other part is not told.",
            &suspended,
            B,
            Expect::answer("accept", "yes", &[]),
        ),
        asked("revoked", "Covered, and withdrawn by the list: no.", &revoked, B, no("current.revoked")),
        asked("old-rights", "B2 of 2008 covers all of class B.", &of(duc()), B, Expect::answer("accept", "yes", &[])),
        asked(
            "undetermined",
            "B2 of 2008 counts payload: whether it covers all of C1 is not established.",
            &of(duc()),
            C1,
            Expect::answer("refer", "undetermined", &["licence.class_asked_undetermined"]),
        ),
        asked(
            "stale",
            "Covered, and the lists are old: not established.",
            &stale,
            B,
            Expect::answer("refer", "undetermined", &["current.account_unknown", "current.status_stale"]),
        ),
        asked(
            "automatic",
            "Automatic cars only: class B as a whole is not established.",
            &automatic,
            B,
            Expect::answer("refer", "undetermined", &[]).noting("licence.automatic_only"),
        ),
    ]
}

/// The vehicle that stands there.
fn of_this_vehicle() -> Vec<Case> {
    let world = of(giang());
    let this = |id: &str, says: &str, expect: Expect| asked(id, says, &world, THIS, expect);
    vec![
        this("car", "May she drive this car today: yes.", Expect::answer("accept", "yes", &[])).beside("car:seats=5"),
        this("bus", "This coach: no.", Expect::answer("refuse", "no", &["licence.class_not_covering"]))
            .beside("car:seats=30"),
        this(
            "unmeasured",
            "This car, of whose seats nothing is known.",
            Expect::answer("refer", "undetermined", &["licence.cover_undetermined"]),
        )
        .beside("car"),
        this(
            "moped",
            "This moped: no licence is needed.",
            Expect::answer("accept", "not_needed", &[]).noting("licence.not_needed"),
        )
        .beside("moped:cc=49"),
        this(
            "unpicked",
            "No vehicle was picked: that is our own matter.",
            Expect::answer("refer", "undetermined", &["licence.vehicle_not_picked"]),
        ),
    ]
}

/// What the consent names, against what was asked.
fn consent() -> Vec<Case> {
    let world = of(giang());
    let differs = || Expect::no_values("refer", &["agreed.question_differs"]);
    let changed = |question: Option<u64>| {
        let change = move |member: &mut MemberDraft| {
            member.consent_mut().into_iter().for_each(|consent| match question {
                Some(question) => consent.set(6, question),
                None => drop(consent.remove(6)),
            });
        };
        Input::Text(world.answer(POLICE, B).text_with(change))
    };
    let case = |id: &str, says: &str, input: Input, expect: Expect| {
        Case::traffic(&format!("Q02/{id}"), says, &world, input, expect)
    };
    vec![
        case("lacking", "A question was asked, and the consent names none.", changed(None), differs()).asking(14),
        case("another", "A question was asked, and the consent names another.", changed(Some(15)), differs())
            .asking(14),
        case(
            "newer",
            "The consent names a question that nobody knows yet.",
            changed(Some(999)),
            Expect::no_values("refer", &["agreed.newer_form"]),
        )
        .asking(14),
        case(
            "text",
            "The question is a text.",
            Input::Text(world.answer(POLICE, B).text_with(|member| {
                member.consent_mut().into_iter().for_each(|consent| consent.set(6, "may_drive_b"));
            })),
            Expect::no_values("refer", &["agreed.malformed"]),
        ),
        case(
            "offered",
            "Fields were asked for, and the citizen offers the answer about a class: all that is told, and not about the vehicle.",
            changed(Some(14)),
            Expect::answer("refer", "yes", &["question.not_about_vehicle"]),
        ),
        case(
            "set-of-two-minds",
            "A set of which one member is agreed to as an answer and the other as fields.",
            Input::Text(of_two_minds(&world)),
            Expect::no_values("refuse", &["set.not_one_showing"]),
        ),
        case(
            "set",
            "A set, agreed to as an answer as a whole.",
            Input::Text(set(&world).text_with(|member| {
                member.consent_mut().into_iter().for_each(|consent| consent.set(6, B.number()));
            })),
            Expect::answer("accept", "yes", &[]),
        )
        .asking(14),
        case(
            "set-offered",
            "A set, offered as an answer about a class where fields were asked for: it says nothing of the vehicle.",
            Input::Text(set(&world).text_with(|member| {
                member.consent_mut().into_iter().for_each(|consent| consent.set(6, B.number()));
            })),
            Expect::answer("refer", "yes", &["question.not_about_vehicle"]),
        ),
        case(
            "classes-left-out",
            "The class list that the answer rests on stays behind its digest.",
            Input::of(&without_classes(&world)),
            Expect::answer("refer", "undetermined", &["agreed.field_not_shown"]),
        )
        .asking(14),
    ]
}

/// Fields were asked for, and the citizen offers an answer in their place: it is all that is told, and no better than
/// the fields.
fn offered() -> Vec<Case> {
    let world = of(giang());
    let case = |id: &str, says: &str, world: &World, question: Question, expect: Expect| {
        let input = Input::of(&world.answer(POLICE, question));
        Case::traffic(&format!("Q04/{id}"), says, world, input, expect)
    };
    let mut expired = of(giang());
    for part in expired.person.licence.iter_mut().filter_map(|licence| licence.motorcycle.as_mut()) {
        part.valid_until = crate::people::day(2026, 11, 17);
    }
    let beside_nothing = || Expect::answer("refer", "undetermined", &["licence.vehicle_not_picked"]);
    let of_class = || Expect::answer("refer", "yes", &["question.not_about_vehicle"]);
    let no = |code: &str| Expect::answer("refuse", "no", &[code]);
    vec![
        case("this-car", "About this car: yes.", &world, THIS, Expect::answer("accept", "yes", &[]))
            .beside("car:seats=5"),
        case("this-bus", "About this coach: no.", &world, THIS, no("licence.class_not_covering"))
            .beside("car:seats=30"),
        case("this-unpicked", "About this vehicle, and none was picked.", &world, THIS, beside_nothing()),
        case("class", "About class B, and no vehicle is known.", &world, B, of_class()),
        case("class-car", "About class B, beside a car that it covers.", &world, B, of_class()).beside("car:seats=5"),
        case("class-bus", "About class B, beside a coach that it does not cover.", &world, B, of_class())
            .beside("car:seats=30"),
        case("class-no", "About class C1, which she does not have.", &world, C1, no("licence.class_asked_not_covered"))
            .beside("car:seats=5"),
        case(
            "moped",
            "About this moped, for which no licence is needed.",
            &world,
            THIS,
            Expect::answer("accept", "not_needed", &[]).noting("licence.not_needed"),
        )
        .beside("moped:cc=49"),
        case(
            "moped-expired",
            "About this moped, from a licence whose motorcycle part is over: no better than the fields.",
            &expired,
            THIS,
            Expect::answer("refuse", "not_needed", &["licence.expired"]).noting("licence.not_needed"),
        )
        .beside("moped:cc=49"),
    ]
}

/// Licence and identity in a token each.
fn set(world: &World) -> Scene {
    let token = |kind| (&world.eid, world.token_spec(world.preset_papers(POLICE, &[kind])));
    world.scene_of(POLICE, &[token(Kind::DRIVING_LICENCE), token(Kind::IDENTITY)])
}

fn of_two_minds(world: &World) -> String {
    let mut first = true;
    set(world).text_with(|member| {
        if std::mem::take(&mut first) {
            member.consent_mut().into_iter().for_each(|consent| consent.set(6, B.number()));
        }
    })
}

fn without_classes(world: &World) -> Scene {
    let mut scene = world.answer(POLICE, B);
    let wanted = scene.showing.wanted.iter_mut().flat_map(|wanted| wanted.values_mut());
    wanted.for_each(|fields| fields.retain(|field| *field != 11));
    scene
}

/// More than the question needs travels: dropped, noted, and still no value.
fn wider() -> Vec<Case> {
    let world = of(giang());
    let case = |id: &str, says: &str, scene: &Scene, expect: Expect| {
        Case::traffic(&format!("Q03/{id}"), says, &world, Input::of(scene), expect).asking(B.number())
    };
    let mut stop = world.traffic_stop();
    stop.showing.question = Some(B.number());
    let mut preset = world.preset(POLICE, &[Kind::DRIVING_LICENCE]);
    preset.showing.question = Some(B.number());
    let mut other = world.preset(POLICE, &[Kind::VEHICLE_REGISTRATION]);
    other.showing.question = Some(B.number());
    let yes = || Expect::answer("accept", "yes", &[]);
    vec![
        case(
            "fields",
            "Name, number and date of birth are clear in the token.",
            &preset,
            yes().noting("agreed.wider_than_asked"),
        ),
        Case::traffic(
            "Q03/clear",
            "Clear fields that neither the question needs nor the scope names: dropped, noted, and still an answer.",
            &world,
            Input::Text(preset.text_with(|member| {
                let scope = member.consent_mut().and_then(|consent| consent.map_mut(2));
                let fields = scope.and_then(|scope| scope.array_mut(2));
                fields
                    .into_iter()
                    .for_each(|fields| fields.retain(|field| matches!(field, Item::Uint(number) if *number > 10)));
            })),
            yes().noting("agreed.beyond_scope"),
        )
        .asking(B.number()),
        case("papers", "Identity and registration beside the licence.", &stop, yes().noting("agreed.paper_not_asked")),
        case(
            "no-licence",
            "A registration alone answers nothing about a licence.",
            &other,
            Expect::no_values("refer", &["agreed.paper_not_asked"]),
        ),
    ]
}
