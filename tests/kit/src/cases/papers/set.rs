//! N164, N163: the members of a set are one showing, complete, by one key; if one fails a proof, none gives values.

use doichieu::field::Kind;

use super::{Case, Expect, Input};
use crate::cbor::Item;
use crate::scene::World;
use crate::wallet::{MemberDraft, Presentation};

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    let world = World::demo();
    [spliced(&world), incomplete(&world), failed(&world), counted(&world)].concat()
}

fn text_of(members: &[MemberDraft]) -> String {
    Presentation::of(members.iter().map(MemberDraft::sign)).text()
}

fn clinic(id: &str, says: &str, world: &World, text: String, expect: Expect) -> Case {
    Case::clinic(id, says, world, Input::Text(text), expect)
}

/// The set with its second member changed before it is signed.
fn second(world: &World, change: impl FnOnce(&mut MemberDraft)) -> String {
    let mut members = world.clinic_set().draft();
    members.last_mut().into_iter().for_each(change_once(change));
    text_of(&members)
}

/// An `FnOnce` where there is at most one to change.
fn change_once(change: impl FnOnce(&mut MemberDraft)) -> impl FnMut(&mut MemberDraft) {
    let mut change = Some(change);
    move |member| change.take().into_iter().for_each(|change| change(member))
}

/// Two good members that are not of one showing.
fn spliced(world: &World) -> Vec<Case> {
    let apart = || Expect::no_values("refuse", &["set.not_one_showing"]);
    let case = |name: &str, says: &str, text: String| clinic(&format!("N164/{name}"), says, world, text, apart());
    let mut later = world.clone();
    "showing 2".clone_into(&mut later.showing);
    later.showing_age = 4;
    let mut two = world.clinic_set().draft();
    two.truncate(1);
    two.extend(later.clinic_set().draft().into_iter().skip(1));
    let iat = world.now.saturating_sub(world.showing_age);
    let mut other = world.clone();
    other.wallet = crate::wallet::Wallet::new(world.seed.key(crate::Alg::Ed25519, "another holder"));
    let mut phones = world.clinic_set().draft();
    phones.truncate(1);
    phones.extend(other.clinic_set().draft().into_iter().skip(1));
    let card = || world.token_spec(world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]));
    let twice = world.scene_of("clinic", &[(&world.eid, card()), (&world.insurer, card())]);
    vec![
        clinic("N164/good", "A set as it must be.", world, world.clinic_set().text(), Expect::accept()),
        case("spliced", "The first member of one showing, the second of another.", text_of(&two)),
        case("cti", "Another cti in the second member.", second(world, |member| member.claims.set(7, [3_u8; 16]))),
        case(
            "iat",
            "Another iat in the second member.",
            second(world, |member| member.claims.set(6, iat.saturating_add(1))),
        ),
        case(
            "exp",
            "Another exp in the second member.",
            second(world, |member| member.claims.set(4, iat.saturating_add(61))),
        ),
        case("key", "The second member is bound to another phone.", text_of(&phones)),
        clinic("N163/kind-in-two-tokens", "One kind in two tokens of a set.", world, twice.text(), apart()),
    ]
}

/// Indices that do not cover the set.
fn incomplete(world: &World) -> Vec<Case> {
    let gap = || Expect::no_values("refer", &["set.incomplete"]);
    let numbered = |name: &str, says: &str, numbers: [Option<[u64; 2]>; 2]| {
        let mut members = world.clinic_set().draft();
        for (member, number) in members.iter_mut().zip(numbers) {
            let Some(consent) = member.consent_mut() else { continue };
            match number {
                Some(number) => consent.set(5, Item::array(number)),
                None => drop(consent.remove(5)),
            }
        }
        clinic(&format!("N164/{name}"), says, world, text_of(&members), gap())
    };
    let mut alone = world.clinic_set().draft();
    alone.truncate(1);
    let mut reversed = world.clinic_set().draft();
    reversed.reverse();
    vec![
        numbered("of-three", "Members 1 and 2 of 3.", [Some([1, 3]), Some([2, 3])]),
        numbered("same-index", "Member 1 of 2, twice.", [Some([1, 2]), Some([1, 2])]),
        numbered("other-count", "Member 1 of 2 and member 2 of 3.", [Some([1, 2]), Some([2, 3])]),
        numbered("unnumbered", "One member without a number.", [Some([1, 2]), None]),
        numbered("unnumbered-both", "Both members without a number.", [None, None]),
        clinic("N164/alone", "Member 1 of 2, alone.", world, text_of(&alone), gap()),
        clinic(
            "N164/reversed",
            "The members in another order: still complete.",
            world,
            text_of(&reversed),
            Expect::accept(),
        ),
    ]
}

/// One member that fails a proof takes the other's values with it.
fn failed(world: &World) -> Vec<Case> {
    let with = |name: &str, says: &str, verdict: &str, code: &str, text: String| {
        let expect = Expect::no_values(verdict, &[code, "set.member_failed"]);
        clinic(&format!("N164/{name}"), says, world, text, expect)
    };
    let mut forged = world.clinic_set().present();
    let signature = forged.members.last_mut().and_then(crate::Signed::signature_mut).and_then(|bytes| bytes.last_mut());
    signature.into_iter().for_each(|byte| *byte ^= 1);
    let mut unsigned = world.clinic_set();
    if let Some(byte) = unsigned.tokens.first_mut().and_then(|t| t.signed.signature_mut()).and_then(|b| b.first_mut()) {
        *byte ^= 1;
    }
    let mut unlisted = world.clone();
    unlisted.insurer.key.key = world.seed.key(crate::Alg::P256, "stray");
    let mut locked = world.clone();
    locked.insurer_list.set(40, crate::status::INVALID);
    let mut lock = with(
        "locked",
        "One member's account is locked.",
        "refer",
        "current.account_locked",
        locked.clinic_set().text(),
    );
    lock.bundle = locked.bundle();
    let mut card = world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]);
    card.iter_mut().for_each(|paper| "C99".clone_into(&mut paper.source.authority));
    let identity = world.preset_papers("clinic", &[Kind::IDENTITY]);
    let unentitled =
        world.scene_of("clinic", &[(&world.eid, world.token_spec(identity)), (&world.insurer, world.token_spec(card))]);
    vec![
        with("forged", "The second member's signature is forged.", "refuse", "held.signature_failed", forged.text()),
        with(
            "forged-issuer",
            "The first member's issuer did not sign.",
            "refuse",
            "authentic.signature_failed",
            unsigned.text(),
        ),
        with(
            "unlisted-issuer",
            "The second member's issuer is not listed.",
            "refer",
            "authentic.issuer_not_listed",
            unlisted.clinic_set().text(),
        ),
        with(
            "other-purpose",
            "The second member is agreed to for another purpose.",
            "refer",
            "agreed.purpose_differs",
            second(world, |member| {
                member.consent_mut().into_iter().for_each(|consent| consent.set(1, 1));
            }),
        ),
        with(
            "other-audience",
            "The second member is for another verifier.",
            "refer",
            "held.other_audience",
            second(world, |member| {
                member.claims.set(3, "role:traffic_police");
            }),
        ),
        with(
            "authority",
            "The second member names an authority its issuer is not listed for.",
            "refer",
            "authentic.authority_not_listed",
            unentitled.text(),
        ),
        lock,
    ]
}

/// Two to four members.
fn counted(world: &World) -> Vec<Case> {
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
    let one = |kind: Kind| (&world.eid, world.token_spec(world.preset_papers("traffic_police", &[kind])));
    let three = world.scene_of("traffic_police", &kinds.map(one));
    let five = [0, 1, 2, 0, 1].into_iter().filter_map(|n: usize| kinds.get(n).copied()).map(one).collect::<Vec<_>>();
    let five = world.scene_of("traffic_police", &five);
    let single = Item::Array(vec![world.traffic_stop().present().item()]).encode();
    let unreadable = || Expect::Unreadable("cose".to_owned());
    vec![
        Case::traffic("N163/three-tokens", "A set of three.", world, Input::of(&three), Expect::accept()),
        Case::traffic(
            "N163/five-tokens",
            "A set of five: more than a presentation has.",
            world,
            Input::of(&five),
            unreadable(),
        ),
        Case::traffic("N163/set-of-one", "A set of one is no set.", world, Input::Frame(single), unreadable()),
        Case::traffic("N163/set-of-none", "A set of none.", world, Input::Frame(vec![0x80]), unreadable()),
    ]
}
