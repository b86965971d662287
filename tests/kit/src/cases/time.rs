//! N30 to N35: the numbered time relations of docs/dc1.md §5, each violated by one second and just satisfied.
//!
//! An honest showing is varied in one time after another. What another relation would say too is moved out of the way,
//! so that taking a relation out of an engine changes exactly its own cases.

use doichieu::field::Kind;

use super::forge::{Group, binding, claims, held_malformed, malformed, refer, refuse};
use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::issuer::TokenSpec;
use crate::scene::World;

const DAY: u64 = 86_400;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    forms(&mut group);
    token(&mut group);
    token_key(&mut group);
    token_end(&mut group);
    binding_life(&mut group);
    binding_token(&mut group);
    binding_now(&mut group);
    group.cases
}

/// N30: what is no time.
fn forms(group: &mut Group) {
    let world = group.world.clone();
    let milliseconds = world.now.saturating_mul(1000);
    let forms = [
        ("float", "a float", Item::Float(1_795_000_000.0)),
        ("tagged", "tagged 1", Item::from(world.now).tagged(1)),
        ("text", "a text", "2026-11-18T00:00:00Z".into()),
        ("negative", "negative", (-1).into()),
        ("2-63", "2^63", (1_u64 << 63).into()),
        ("2-33", "2^33", (1_u64 << 33).into()),
        ("milliseconds", "in milliseconds", milliseconds.into()),
        ("zero", "0", 0_u64.into()),
    ];
    for (name, what, form) in &forms {
        for (claim, key) in [("exp", 4_u64), ("nbf", 5), ("iat", 6)] {
            let input = claims(&world, |map| map.set(key, form.clone()));
            group.add(&format!("N30/{claim}-{name}"), &format!("The issuer's {claim} is {what}."), input, malformed());
        }
        for (claim, key) in [("exp", 4_u64), ("iat", 6)] {
            let input = binding(&world, |member| member.claims.set(key, form.clone()));
            let says = format!("The phone's {claim} is {what}.");
            group.add(&format!("N30/binding-{claim}-{name}"), &says, input, held_malformed());
        }
    }
    for (claim, key) in [("exp", 4_u64), ("iat", 6)] {
        let input = claims(&world, |map| drop(map.remove(key)));
        group.add(&format!("N30/{claim}-missing"), &format!("The issuer gives no {claim}."), input, malformed());
        let input = binding(&world, |member| drop(member.claims.remove(key)));
        group.add(
            &format!("N30/binding-{claim}-missing"),
            &format!("The phone gives no {claim}."),
            input,
            held_malformed(),
        );
    }
}

/// Times of one showing.
#[derive(Clone, Copy)]
struct Times {
    iat: u64,
    nbf: Option<u64>,
    exp: u64,
    shown: u64,
    until: u64,
    at: u64,
}

impl Times {
    /// A token of an hour, shown now.
    fn new(world: &World) -> Self {
        let iat = world.now.saturating_sub(600);
        let until = world.now.saturating_add(60);
        Self { iat, nbf: None, exp: iat.saturating_add(3600), shown: world.now, until, at: world.now }
    }

    fn input(self, world: &World) -> Input {
        let mut spec: TokenSpec = world.token_spec(world.preset_papers("traffic_police", &[Kind::IDENTITY]));
        (spec.iat, spec.nbf, spec.exp) = (self.iat, self.nbf, self.exp);
        let mut scene = world.scene_of("traffic_police", &[(&world.eid, spec)]);
        (scene.showing.iat, scene.showing.exp) = (self.shown, self.until);
        Input::of(&scene)
    }
}

/// A relation violated by one second, and just satisfied.
fn pair(group: &mut Group, id: &str, says: &str, violated: Times, satisfied: Times, otherwise: Expect) {
    let (bad, good) = (violated.input(&group.world), satisfied.input(&group.world));
    let (violation, satisfaction) = (format!("{says} Violated by one second."), format!("{says} Just satisfied."));
    group.add_at(violated.at, &format!("N32/{id}-violated"), &violation, bad, otherwise);
    group.add_at(satisfied.at, &format!("N32/{id}-satisfied"), &satisfaction, good, Expect::accept());
}

fn token(group: &mut Group) {
    let day = Times::new(&group.world);
    let now = day.at;
    let plus = |seconds: u64| now.saturating_add(seconds);
    let disagree = || refer("authentic.times_disagree");
    let violated = Times { iat: now, exp: now, ..day };
    let satisfied = Times { iat: now, exp: plus(1), until: plus(1), ..day };
    pair(group, "T1", "T.iat < T.exp.", violated, satisfied, disagree());
    let violated = Times { exp: now, nbf: Some(now), ..day };
    let satisfied = Times { exp: plus(1), nbf: Some(now), until: plus(1), ..day };
    pair(group, "T2", "T.nbf ≤ T.exp − 1.", violated, satisfied, disagree());
    let violated = Times { exp: day.iat.saturating_add(DAY).saturating_add(1), ..day };
    let satisfied = Times { exp: day.iat.saturating_add(DAY), ..day };
    pair(
        group,
        "T3",
        "T.exp − T.iat ≤ the entry's longest life.",
        violated,
        satisfied,
        refer("authentic.life_too_long"),
    );
    let violated = Times { iat: plus(31), shown: plus(31), until: plus(91), ..day };
    let satisfied = Times { iat: plus(30), shown: plus(30), until: plus(90), ..day };
    pair(group, "T5", "T.iat ≤ at + 30 s.", violated, satisfied, refer("authentic.not_yet_valid"));
    let violated = Times { nbf: Some(plus(1)), shown: plus(1), ..day };
    let satisfied = Times { nbf: Some(now), ..day };
    pair(group, "T6", "T.nbf ≤ at.", violated, satisfied, refer("authentic.not_yet_valid"));
    let singles = [
        ("N31/iat-now", "Issued this very second.", Times { iat: now, ..day }, Expect::accept()),
        ("N31/nbf-now", "Valid from this very second.", Times { nbf: Some(now), ..day }, Expect::accept()),
        (
            "N33/iat-in-an-hour",
            "Issued an hour from now.",
            Times { iat: plus(3600), exp: plus(7200), ..day },
            refer("authentic.not_yet_valid"),
        ),
        ("N33/exp-before-iat", "Ends before it begins.", Times { exp: day.iat.saturating_sub(600), ..day }, disagree()),
        (
            "N34/30-days",
            "A token of thirty days, where the entry allows one.",
            Times { exp: day.iat.saturating_add(30 * DAY), ..day },
            refer("authentic.life_too_long"),
        ),
        (
            "N34/2-33",
            "A token without an end to speak of.",
            Times { exp: (1 << 33) - 1, ..day },
            refer("authentic.life_too_long"),
        ),
    ];
    for (id, says, times, expect) in singles {
        let input = times.input(&group.world);
        group.add(id, says, input, expect);
    }
}

/// T4 and N35: the period and the state of the issuer's key.
fn token_key(group: &mut Group) {
    let world = group.world.clone();
    let times = Times::new(&world);
    let rows = [
        (
            "N32/T4-from-violated",
            "The issuer's key begins a second after iat.",
            (times.iat.saturating_add(1), 0, 0),
            refer("authentic.key_not_in_period"),
        ),
        ("N32/T4-from-satisfied", "The issuer's key begins at iat.", (times.iat, 0, 0), Expect::accept()),
        (
            "N32/T4-until-violated",
            "The issuer's key ended at iat.",
            (0, times.iat, 0),
            refer("authentic.key_not_in_period"),
        ),
        (
            "N32/T4-until-satisfied",
            "The issuer's key ended a second after iat; what it signed before stands.",
            (0, times.iat.saturating_add(1), 0),
            Expect::accept(),
        ),
        (
            "N35/retired",
            "The issuer's key has been retired; what it signed in its period stands.",
            (0, times.iat.saturating_add(1), 1),
            Expect::accept(),
        ),
        (
            "N35/compromised",
            "The issuer's key was stolen: nothing that it signed counts, whatever the date.",
            (0, 0, 2),
            refer("authentic.key_compromised"),
        ),
    ];
    for (id, says, (from, until, state), expect) in rows {
        let mut world = world.clone();
        let key = &mut world.eid.key;
        key.from = if from == 0 { key.from } else { from };
        key.until = if until == 0 { key.until } else { until };
        key.state = state;
        group.cases.push(Case::traffic(id, says, &world, times.input(&world), expect));
    }
}

/// T7: a copy past its end, inside the role's tolerance and beyond it.
fn token_end(group: &mut Group) {
    let day = Times::new(&group.world);
    let exp = day.at.saturating_add(30);
    let held = |at: u64| Times { exp, at, shown: at.saturating_sub(5), until: at.saturating_add(55), ..day };
    let outdated = || Expect::standing("refer", &["held.copy_outdated"]);
    let last = Times { until: exp, ..held(exp.saturating_sub(1)) };
    pair(group, "T7", "at < T.exp, or the copy is outdated.", held(exp), last, outdated());
    let tolerated = exp.saturating_add(30 * DAY);
    let rows = [
        (
            "N31/outdated-tolerated",
            "The role shows the values of a copy thirty days past its end.",
            tolerated,
            outdated(),
        ),
        (
            "N31/outdated-too-old",
            "A second later there are no values.",
            tolerated.saturating_add(1),
            refer("held.copy_outdated"),
        ),
    ];
    for (id, says, at, expect) in rows {
        let mut world = group.world.clone();
        // Everything else is of that day: bundle, lists and mandate.
        world.now = at;
        world.eid_list.iat = at.saturating_sub(7200);
        world.insurer_list.iat = at.saturating_sub(7200);
        group.cases.push(Case::traffic(id, says, &world, held(at).input(&world), expect));
    }
}

/// K1 and K2.
fn binding_life(group: &mut Group) {
    let day = Times::new(&group.world);
    let now = day.at;
    let plus = |seconds: u64| now.saturating_add(seconds);
    let disagree = || refuse("held.times_disagree");
    let violated = Times { shown: plus(1), until: plus(1), ..day };
    let satisfied = Times { until: plus(1), ..day };
    pair(group, "K1", "K.iat < K.exp.", violated, satisfied, disagree());
    let (violated, satisfied) = (Times { until: plus(121), ..day }, Times { until: plus(120), ..day });
    pair(group, "K2", "K.exp − K.iat ≤ 120 s.", violated, satisfied, disagree());
}

/// K3 to K6: the showing within the token.
fn binding_token(group: &mut Group) {
    let day = Times::new(&group.world);
    let now = day.at;
    let (plus, before) = (|seconds: u64| now.saturating_add(seconds), |seconds: u64| now.saturating_sub(seconds));
    let disagree = || refuse("held.times_disagree");
    let early = Times { shown: before(10), until: plus(50), ..day };
    let violated = Times { iat: before(9), ..early };
    pair(group, "K3", "T.iat ≤ K.iat.", violated, Times { iat: before(10), ..early }, disagree());
    let violated = Times { nbf: Some(before(9)), ..early };
    pair(group, "K4", "T.nbf ≤ K.iat.", violated, Times { nbf: Some(before(10)), ..early }, disagree());
    let violated = Times { exp: plus(1), shown: plus(1), until: plus(2), ..day };
    let satisfied = Times { exp: plus(2), shown: plus(1), until: plus(2), ..day };
    pair(group, "K5", "K.iat < T.exp.", violated, satisfied, disagree());
    let violated = Times { exp: plus(59), ..day };
    pair(group, "K6", "K.exp ≤ T.exp.", violated, Times { exp: plus(60), ..day }, disagree());
}

/// K7 to K9: the showing and our clock.
fn binding_now(group: &mut Group) {
    let day = Times::new(&group.world);
    let now = day.at;
    let (plus, before) = (|seconds: u64| now.saturating_add(seconds), |seconds: u64| now.saturating_sub(seconds));
    let violated = Times { shown: plus(31), until: plus(91), ..day };
    let satisfied = Times { shown: plus(30), until: plus(90), ..day };
    pair(group, "K7", "K.iat ≤ at + 30 s.", violated, satisfied, refer("held.clock_ahead"));
    let violated = Times { shown: before(61), until: plus(59), ..day };
    let satisfied = Times { shown: before(60), until: plus(60), ..day };
    pair(group, "K8", "at − K.iat ≤ the window.", violated, satisfied, refer("held.window_passed"));
    let violated = Times { shown: before(20), until: now, ..day };
    let satisfied = Times { shown: before(20), until: plus(1), ..day };
    pair(group, "K9", "at < K.exp.", violated, satisfied, refer("held.window_passed"));
    let input = Times { shown: plus(3600), until: plus(3660), exp: plus(7200), ..day }.input(&group.world);
    group.add("N33/phone-an-hour-ahead", "The phone's clock is an hour ahead.", input, refer("held.clock_ahead"));
    let input = Times { shown: before(500), until: before(440), ..day }.input(&group.world);
    group.add("N33/old-picture", "A photograph of a code, eight minutes old.", input, refer("held.window_passed"));
}
