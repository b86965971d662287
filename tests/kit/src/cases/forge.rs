//! Changing one layer of an honest showing while every layer around it stays honest: the holder signs over what the
//! issuer's layer has become, so that the fault is met where it was made.

use doichieu::field::Kind;

use super::{Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::cose::Signed;
use crate::frame::{self, Deflate};
use crate::issuer::{Token, TokenDraft};
use crate::scene::{Scene, World};
use crate::wallet::{MemberDraft, Presentation};

/// Cases of one world at a traffic stop, in the making.
pub(super) struct Group {
    pub(super) world: World,
    pub(super) cases: Vec<Case>,
}

impl Group {
    pub(super) fn new() -> Self {
        Self { world: World::demo(), cases: Vec::new() }
    }

    /// One case in the group's world at another time.
    pub(super) fn add_at(&mut self, at: u64, id: &str, says: &str, input: Input, expect: Expect) {
        self.cases.push(Case::traffic(id, says, &self.world, input, expect).at(at));
    }

    /// One case in the group's world.
    pub(super) fn add(&mut self, id: &str, says: &str, input: Input, expect: Expect) {
        self.cases.push(Case::traffic(id, says, &self.world, input, expect));
    }
}

/// Nothing readable, because of a layer.
pub(super) fn unreadable(layer: &str) -> Expect {
    Expect::unreadable(layer)
}

/// Refused, without values.
pub(super) fn refuse(code: &str) -> Expect {
    Expect::no_values("refuse", &[code])
}

/// Referred, without values.
pub(super) fn refer(code: &str) -> Expect {
    Expect::no_values("refer", &[code])
}

/// The issuer signed what no issuer may.
pub(super) fn malformed() -> Expect {
    refer("authentic.claims_malformed")
}

/// The phone signed what no phone may.
pub(super) fn held_malformed() -> Expect {
    refer("held.malformed")
}

/// An identity alone, shown at a traffic stop.
pub(super) fn scene(world: &World) -> Scene {
    world.preset("traffic_police", &[Kind::IDENTITY])
}

/// Its token, not yet signed.
pub(super) fn draft(world: &World) -> TokenDraft {
    world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &[Kind::IDENTITY])))
}

/// A token, shown honestly.
pub(super) fn show(world: &World, token: Token) -> Input {
    Input::of(&world.scene_with("traffic_police", vec![token]))
}

/// With other claims, signed by the issuer.
pub(super) fn claims(world: &World, change: impl FnOnce(&mut Map)) -> Input {
    let mut draft = draft(world);
    change(&mut draft.claims);
    show(world, draft.sign())
}

/// With another identity paper, signed by the issuer.
pub(super) fn paper(world: &World, change: impl FnOnce(&mut Map)) -> Input {
    let mut draft = draft(world);
    if let Some(paper) = draft.paper_mut(Kind::IDENTITY.number()) {
        change(paper);
    }
    show(world, draft.sign())
}

/// With other payload bytes, signed by the issuer.
pub(super) fn payload(world: &World, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Input {
    let draft = draft(world);
    let mut sign1 = draft.sign1();
    sign1.payload = change(sign1.payload);
    let signed = sign1.sign(&draft.key);
    show(world, Token { signed, claims: draft.claims, disclosures: draft.disclosures })
}

/// With another protected header, signed by the issuer.
pub(super) fn header(world: &World, change: impl FnOnce(&mut Map)) -> Input {
    let mut draft = draft(world);
    change(&mut draft.protected);
    show(world, draft.sign())
}

/// With other bytes for the protected header, signed by the issuer.
pub(super) fn header_bytes(world: &World, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Input {
    let draft = draft(world);
    let mut sign1 = draft.sign1();
    sign1.protected = change(sign1.protected);
    let signed = sign1.sign(&draft.key);
    show(world, Token { signed, claims: draft.claims, disclosures: draft.disclosures })
}

/// The issuer's token changed after its signature, then shown honestly.
pub(super) fn sealed(world: &World, change: impl FnOnce(&mut Signed)) -> Input {
    let mut token = draft(world).sign();
    change(&mut token.signed);
    show(world, token)
}

/// The key-binding token changed before its signature.
pub(super) fn binding(world: &World, change: impl FnMut(&mut MemberDraft)) -> Input {
    Input::Text(scene(world).text_with(change))
}

/// The key-binding token changed after its signature.
pub(super) fn shown(world: &World, change: impl FnMut(&mut Signed)) -> Input {
    Input::Text(scene(world).text_with_signed(change))
}

/// With other payload bytes, signed by the phone.
pub(super) fn binding_payload(world: &World, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Input {
    let members = scene(world).draft();
    let sign = |member: &MemberDraft| {
        let mut sign1 = member.sign1();
        sign1.payload = change(sign1.payload);
        sign1.sign(&member.key)
    };
    Input::Text(Presentation::of(members.iter().map(sign)).text())
}

/// With other bytes for the protected header, signed by the phone.
pub(super) fn binding_header(world: &World, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Input {
    let members = scene(world).draft();
    let sign = |member: &MemberDraft| {
        let mut sign1 = member.sign1();
        sign1.protected = change(sign1.protected);
        sign1.sign(&member.key)
    };
    Input::Text(Presentation::of(members.iter().map(sign)).text())
}

/// Other bytes in the place of an honest presentation's.
pub(super) fn presentation(world: &World, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Input {
    Input::Text(frame::text(&change(scene(world).present().frame(Deflate::Never))))
}

/// Flips the lowest bit of one byte, counted from the end.
pub(super) fn flip_from_end(bytes: &mut [u8], back: usize) {
    bytes.iter_mut().rev().nth(back).into_iter().for_each(|byte| *byte ^= 1);
}

/// The same in a byte string.
pub(super) fn flip(item: &mut Item, back: usize) {
    if let Item::Bytes(bytes) = item {
        flip_from_end(bytes, back);
    }
}

/// These bytes with another first one.
pub(super) fn with_first(mut bytes: Vec<u8>, first: &[u8]) -> Vec<u8> {
    bytes.splice(..1.min(bytes.len()), first.iter().copied());
    bytes
}

/// These bytes and some more.
pub(super) fn and(mut bytes: Vec<u8>, more: &[u8]) -> Vec<u8> {
    bytes.extend(more);
    bytes
}
