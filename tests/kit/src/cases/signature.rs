//! N25 to N27: signatures, keys, flipped bits, certificates.

use doichieu::field::Kind;

use super::forge::{
    Group, binding, claims, draft, flip, flip_from_end, header, held_malformed, malformed, refer, refuse, sealed, show,
    shown, unreadable,
};
use super::{Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::cose::Signed;
use crate::issuer::Token;
use crate::key::{Alg, kid_of, twin_signature};

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    lengths(&mut group);
    ed25519(&mut group);
    p256(&mut group);
    holder_keys(&mut group);
    flips(&mut group);
    chains(&mut group);
    group.cases
}

fn lengths(group: &mut Group) {
    let world = group.world.clone();
    for length in [0_usize, 63, 65, 96] {
        let says = format!("A signature of {length} bytes.");
        let cut = |signed: &mut Signed| signed.signature_mut().into_iter().for_each(|bytes| bytes.resize(length, 0));
        group.add(&format!("N25/length-{length}"), &says, sealed(&world, cut), unreadable("cose"));
        group.add(&format!("N25/binding-length-{length}"), &says, shown(&world, cut), unreadable("cose"));
    }
    let der = |signed: &mut Signed| {
        let number = |half: &[u8]| [vec![0x02, 0x21, 0x00], half.to_vec()].concat();
        if let Item::Bytes(bytes) = &signed.signature {
            let (r, s) = bytes.split_at_checked(32).unwrap_or_default();
            signed.signature = Item::Bytes([vec![0x30, 70], number(r), number(s)].concat());
        }
    };
    group.add("N25/der", "A signature in DER.", sealed(&world, der), unreadable("cose"));
    let array = |signed: &mut Signed| signed.signature = Item::array([signed.signature.clone()]);
    group.add("N25/array", "A list of signatures.", sealed(&world, array), unreadable("cose"));
    let zero = |signed: &mut Signed| signed.signature = vec![0; 64].into();
    group.add("N25/zero", "A signature of zeros.", sealed(&world, zero), refuse("authentic.signature_failed"));
    group.add(
        "N25/binding-zero",
        "The phone's signature is zeros.",
        shown(&world, zero),
        refuse("held.signature_failed"),
    );
}

/// The order of the group, least byte first (RFC 8032 §5.1).
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// What is no key.
const SMALL: [(&str, &str, [u8; 32]); 8] = [
    ("zero", "all zeros, a point of order 4", [0; 32]),
    ("identity", "the neutral element", bytes(1, 0, 0)),
    ("order-2", "the point of order 2", bytes(0xec, 0xff, 0x7f)),
    ("p", "zero written as p", bytes(0xed, 0xff, 0x7f)),
    ("p-plus-1", "the neutral element written as p + 1", bytes(0xee, 0xff, 0x7f)),
    ("p-plus-3", "a point of full order written beyond p", bytes(0xf0, 0xff, 0x7f)),
    ("p-plus-18", "another point of full order written beyond p", bytes(0xff, 0xff, 0x7f)),
    ("off-curve", "not on the curve", bytes(2, 0, 0)),
];

const fn bytes(first: u8, middle: u8, last: u8) -> [u8; 32] {
    let mut bytes = [middle; 32];
    if let Some(least) = bytes.first_mut() {
        *least = first;
    }
    if let Some(most) = bytes.last_mut() {
        *most = last;
    }
    bytes
}

/// A point of order 8.
const ORDER_8: [u8; 32] = [
    0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20, 0x53,
    0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
];

/// Adds the order of the group to the second half of a signature.
fn plus_order(signature: &mut [u8]) {
    let mut carry = 0_u16;
    for (byte, add) in signature.iter_mut().skip(32).zip(ORDER) {
        let [low, high] = u16::from(*byte).saturating_add(u16::from(add)).saturating_add(carry).to_le_bytes();
        (*byte, carry) = (low, u16::from(high));
    }
}

fn ed25519(group: &mut Group) {
    let world = group.world.clone();
    let malleable = |signed: &mut Signed| signed.signature_mut().into_iter().for_each(|bytes| plus_order(bytes));
    group.add(
        "N25/s-plus-l",
        "S is not below the order.",
        sealed(&world, malleable),
        refuse("authentic.signature_failed"),
    );
    let says = "The phone's S is not below the order.";
    group.add("N25/binding-s-plus-l", says, shown(&world, malleable), refuse("held.signature_failed"));
    let points = SMALL.iter().map(|(name, what, point)| (*name, *what, *point));
    for (name, what, point) in points.clone().chain([("order-8", "a point of order 8", ORDER_8)]) {
        let r = |signed: &mut Signed| {
            signed.signature_mut().into_iter().for_each(|bytes| drop(bytes.splice(..32.min(bytes.len()), point)));
        };
        let says = format!("R is {what}.");
        group.add(&format!("N25/r-{name}"), &says, sealed(&world, r), refuse("authentic.signature_failed"));
        let key = Map::of([(1, Item::from(1)), (-1, Item::from(6))]).with(-2, point);
        let weak = claims(&world, |map| map.set(8, Map::new().with(1, key)));
        let says = format!("The phone's key is {what}: anyone can sign for it.");
        group.add(&format!("N25/key-{name}"), &says, weak, refuse("authentic.holder_key_weak"));
    }
}

/// The order of P-256.
const N: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7,
    0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

fn p256(group: &mut Group) {
    let world = group.world.clone().with_holder(Alg::P256);
    let card = |change: &dyn Fn(&mut Vec<u8>)| {
        let spec = world.token_spec(world.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]));
        let mut token = world.insurer.issue(&spec);
        token.signed.signature_mut().into_iter().for_each(change);
        Input::of(&world.scene_with("clinic", vec![token]))
    };
    let set = |from: usize, half: [u8; 32]| {
        move |bytes: &mut Vec<u8>| drop(bytes.splice(from..from.saturating_add(32).min(bytes.len()), half))
    };
    let failed = || refuse("authentic.signature_failed");
    let rows = [
        ("N25/p256", "An honest P-256 signature of issuer and phone.", card(&|_| ()), Expect::accept()),
        ("N25/high-s", "The other form of an issuer's P-256 signature is as good.", card(&twin), Expect::accept()),
        ("N25/r-0", "r is zero.", card(&set(0, [0; 32])), failed()),
        ("N25/s-0", "s is zero.", card(&set(32, [0; 32])), failed()),
        ("N25/r-n", "r is the order.", card(&set(0, N)), failed()),
        ("N25/s-n", "s is the order.", card(&set(32, N)), failed()),
    ];
    for (id, says, input, expect) in rows {
        group.cases.push(Case::clinic(id, says, &world, input, expect));
    }
    let says = "The other form of the phone's P-256 signature is as good.";
    let input = shown(&world, |signed| signed.signature_mut().into_iter().for_each(twin));
    group.cases.push(Case::traffic("N25/binding-high-s", says, &world, input, Expect::accept()));
    let says = "The phone has a P-256 key and says that it signed with Ed25519.";
    let input = binding(&world, |member| member.protected.set(1, -19));
    group.cases.push(Case::traffic("N20/binding-ed25519", says, &world, input, refuse("held.algorithm_differs")));
}

fn twin(bytes: &mut Vec<u8>) {
    twin_signature(bytes).into_iter().for_each(|twin| *bytes = twin);
}

fn holder_keys(group: &mut Group) {
    let world = group.world.clone();
    let p256 = world.seed.key(Alg::P256, "holder").cose_key();
    let ec2 = |curve: i32, x: Vec<u8>, y: Item| {
        Map::of([(1, Item::from(2)), (-1, Item::from(curve))]).with(-2, x).with(-3, y)
    };
    let okp = |curve: i32, x: Vec<u8>| Map::of([(1, Item::from(1)), (-1, Item::from(curve))]).with(-2, x);
    let weak = || refuse("authentic.holder_key_weak");
    let rows = [
        ("N20/key-ed448", "An Ed448 key.", okp(7, vec![1; 57]), malformed()),
        ("N20/key-x25519", "An X25519 key.", okp(4, vec![9; 32]), malformed()),
        ("N20/key-p384", "A P-384 key.", ec2(2, vec![1; 48], vec![1; 48].into()), malformed()),
        ("N20/key-secp256k1", "A secp256k1 key.", ec2(8, vec![1; 32], vec![1; 32].into()), malformed()),
        ("N20/key-compressed", "A compressed point.", p256.clone().with(-3, true), malformed()),
        ("N20/key-symmetric", "A symmetric key.", Map::of([(1, Item::from(4))]).with(-1, vec![1; 32]), malformed()),
        ("N25/key-p256-zero", "The point (0, 0).", ec2(1, vec![0; 32], vec![0; 32].into()), weak()),
        ("N25/key-p256-off-curve", "A point off the curve.", ec2(1, vec![1; 32], vec![1; 32].into()), weak()),
        ("N25/key-p256-large", "Coordinates above the field.", ec2(1, vec![255; 32], vec![255; 32].into()), weak()),
        (
            "N25/key-no-y",
            "A P-256 key without y.",
            Map::of([(1, Item::from(2)), (-1, Item::from(1))]).with(-2, vec![1; 32]),
            malformed(),
        ),
    ];
    for (id, says, key, expect) in rows {
        let input = claims(&world, |map| map.set(8, Map::new().with(1, key)));
        group.add(id, &format!("The phone's key: {says}"), input, expect);
    }
}

fn flips(group: &mut Group) {
    let world = group.world.clone();
    let failed = || refuse("authentic.signature_failed");
    let payload = sealed(&world, |signed| flip(&mut signed.payload, 0));
    group.add("N26/payload", "One bit of the claims.", payload, failed());
    let payload = sealed(&world, |signed| flip(&mut signed.payload, 40));
    group.add("N26/payload-middle", "One bit amid the claims.", payload, failed());
    let signature = sealed(&world, |signed| flip(&mut signed.signature, 0));
    group.add("N26/signature", "One bit of the issuer's signature.", signature, failed());
    let r = sealed(&world, |signed| flip(&mut signed.signature, 63));
    group.add("N26/signature-r", "One bit of the issuer's R.", r, failed());
    let kid = sealed(&world, |signed| flip(&mut signed.protected, 5));
    group.add("N26/protected", "One bit of the issuer's kid.", kid, refer("authentic.issuer_not_listed"));
    let held = || refuse("held.signature_failed");
    let payload = shown(&world, |signed| flip(&mut signed.payload, 0));
    group.add("N26/binding-payload", "One bit of the phone's claims.", payload, held());
    let signature = shown(&world, |signed| flip(&mut signed.signature, 0));
    group.add("N26/binding-signature", "One bit of the phone's signature.", signature, held());
    let says = "One bit of the issuer's signature, inside the phone's protected header.";
    let within = shown(&world, |signed| flip(&mut signed.protected, 8));
    group.add("N26/binding-protected", says, within, failed());
    let open = world.open_choice("traffic_police", &[Kind::IDENTITY]);
    let says = "One bit of a disclosure, signed by the phone.";
    let mut token = open.tokens.first().cloned();
    let last = token.as_mut().and_then(|token| token.disclosures.iter_mut().rev().find(|d| d.field == Some(1)));
    last.into_iter().for_each(|disclosure| flip_from_end(&mut disclosure.salted, 2));
    let mut scene = world.scene_with("traffic_police", token.into_iter().collect());
    scene.showing.wanted = Some(world.scope("traffic_police"));
    group.add("N26/disclosure", says, Input::of(&scene), refuse("unaltered.not_signed"));
    let says = "One bit of a disclosure, after the phone signed.";
    let text = open.text_with_signed(|signed| flip_disclosure(signed, &open.tokens));
    group.add("N26/disclosure-later", says, Input::Text(text), refuse("held.signature_failed"));
}

/// Flips the last bit of the salt of the first disclosure, inside the phone's protected header.
fn flip_disclosure(signed: &mut Signed, tokens: &[Token]) {
    let salted = tokens.iter().flat_map(|token| &token.disclosures).find(|d| d.field == Some(1));
    let Some(bytes) = signed.protected_mut() else { return };
    if let Some(disclosure) = salted {
        let place = bytes.windows(disclosure.salted.len()).position(|window| window == disclosure.salted);
        let byte = place.and_then(|place| bytes.get_mut(place.saturating_add(8)));
        byte.into_iter().for_each(|byte| *byte ^= 1);
    }
}

/// Certificates have no place in DC1: whatever is wrong with a chain, it is not read.
fn chains(group: &mut Group) {
    let world = group.world.clone();
    let certificate = || Item::from(vec![0x30, 0x82, 0x01, 0x00]);
    for (name, label) in [("x5bag", 32), ("x5chain", 33), ("x5t", 34), ("x5u", 35)] {
        let input = header(&world, |map| map.set(label, certificate()));
        group.add(&format!("N27/{name}"), "The issuer's header brings a certificate.", input, unreadable("cose"));
        let input = sealed(&world, |signed| signed.unprotected = Map::new().with(label, certificate()).into());
        group.add(&format!("N27/{name}-unprotected"), "A certificate is unprotected.", input, unreadable("cose"));
    }
    let says = "A key beside the signature is not taken for the issuer's.";
    let key = world.seed.key(Alg::Ed25519, "nobody");
    let mut forged = draft(&world);
    forged.protected.set(4, kid_of(&key.cose_key()));
    forged.key = key.clone();
    let mut token = forged.sign();
    token.signed.unprotected = Map::new().with(-1, key.cose_key()).into();
    group.add("N27/key-beside", says, show(&world, token), unreadable("cose"));
    let says = "A confirmation key in the phone's header is not taken for the bound one.";
    let input = binding(&world, |member| member.protected.set(8, key.cose_key()));
    group.add("N27/binding-key-beside", says, input, unreadable("cose"));
    let input = binding(&world, |member| member.claims.set(8, Map::new().with(1, key.cose_key())));
    group.add("N27/binding-cnf", "A confirmation key in the phone's claims.", input, held_malformed());
}
