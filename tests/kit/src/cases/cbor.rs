//! N10 to N19: CBOR that DC1 does not read, in the envelope and in what was signed.

use doichieu::field::{Field, Kind};

use super::forge::{
    Group, and, binding, binding_header, binding_payload, claims, header, header_bytes, held_malformed, malformed,
    paper, payload, presentation, sealed, shown, unreadable, with_first,
};
use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, NULL, REDACTED, head, indefinite, long_head};
use crate::frame::{self, zlib};
use crate::issuer::{ACCOUNT, PAPERS};
use crate::wallet::CONSENT;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    trailing(&mut group);
    duplicates(&mut group);
    indefinite_lengths(&mut group);
    long_heads(&mut group);
    depth(&mut group);
    lengths(&mut group);
    utf8(&mut group);
    unusual_text(&mut group);
    simple_values(&mut group);
    keys(&mut group);
    numbers(&mut group);
    protected_headers(&mut group);
    group.cases
}

fn raw(bytes: &[u8]) -> Item {
    Item::Raw(bytes.to_vec())
}

fn trailing(group: &mut Group) {
    let world = group.world.clone();
    let more = |bytes| and(bytes, &[0]);
    group.add("N10/frame", "A byte follows the presentation.", presentation(&world, more), unreadable("cbor"));
    let says = "A byte follows the phone's protected header.";
    group.add("N10/binding-header", says, binding_header(&world, more), unreadable("cbor"));
    let says = "A byte follows the issuer's protected header.";
    group.add("N10/token-header", says, header_bytes(&world, more), unreadable("cbor"));
    group.add("N10/claims", "A byte follows the claims.", payload(&world, more), malformed());
    group.add("N10/binding", "A byte follows the phone's claims.", binding_payload(&world, more), held_malformed());
    let says = "The claims end in the middle.";
    let cut = |mut bytes: Vec<u8>| {
        bytes.pop();
        bytes
    };
    group.add("N10/claims-cut", says, payload(&world, cut), malformed());
    group.add("N10/frame-cut", "The presentation ends in the middle.", presentation(&world, cut), unreadable("cbor"));
    group.add("N10/claims-empty", "The claims are no bytes at all.", payload(&world, |_| Vec::new()), malformed());
}

fn duplicates(group: &mut Group) {
    let world = group.world.clone();
    let exp = world.now.saturating_add(3600);
    group.add("N11/exp", "Two exp.", claims(&world, |map| map.push(4, exp)), malformed());
    let cnf = Map::new().with(1, world.wallet.key.cose_key());
    group.add("N11/cnf", "Two cnf.", claims(&world, |map| map.push(8, cnf)), malformed());
    group.add("N11/vct", "Two vct.", claims(&world, |map| map.push(11, "dc1")), malformed());
    let papers = |map: &mut Map| map.push(PAPERS, Map::new());
    group.add("N11/papers", "Two claims of papers.", claims(&world, papers), malformed());
    let full_name = Field::FULL_NAME.number();
    group.add(
        "N11/field",
        "Two names in one paper.",
        paper(&world, |map| map.push(full_name, "Lò Văn Khánh")),
        malformed(),
    );
    let kind = |map: &mut Map| {
        let copy = map.map_mut(PAPERS).and_then(|papers| papers.get(Kind::IDENTITY.number()).cloned());
        let papers = map.map_mut(PAPERS).into_iter();
        papers.zip(copy).for_each(|(papers, paper)| papers.push(Kind::IDENTITY.number(), paper));
    };
    group.add("N11/kind", "Two papers of one kind.", claims(&world, kind), malformed());
    let twice = Map::of([(17, Item::array([vec![1_u8]])), (17, Item::array([vec![2_u8]]))]);
    let twice = sealed(&world, |signed| signed.unprotected = twice.into());
    group.add("N11/header-17", "Two lists of disclosures.", twice, unreadable("cose"));
    let both = sealed(&world, |signed| signed.unprotected = Map::new().with(4, world.eid.key.key.kid()).into());
    group.add("N11/both-buckets", "A label in both buckets.", both, unreadable("cose"));
    let float = claims(&world, |map| map.push(raw(&[0xf9, 0x3c, 0x00]), "eid.example"));
    group.add("N11/twin-float", "Keys 1 and 1.0.", float, malformed());
    let long = claims(&world, |map| map.push(raw(&[0x18, 0x01]), "eid.example"));
    group.add("N11/twin-long", "Key 1 in one byte and in two.", long, malformed());
    let long = header(&world, |map| {
        let twin = (raw(&[0x18, 0x01]), Item::from(-19));
        *map = Map::of([(Item::from(1), Item::from(-19)), twin, (Item::from(16), Item::from(293))]).in_given_order();
    });
    group.add("N11/twin-header", "Header 1 in one byte and in two.", long, unreadable("cbor"));
    let exp = binding(&world, |member| member.claims.push(4, world.now.saturating_add(90)));
    group.add("N11/binding-exp", "Two exp of the phone.", exp, held_malformed());
    let consent = binding(&world, |member| member.consent_mut().into_iter().for_each(|map| map.push(1, 2)));
    group.add("N11/purpose", "Two purposes in one consent.", consent, held_malformed());
    let unsorted = claims(&world, |map| {
        map.entries_mut().reverse();
        *map = map.clone().in_given_order();
    });
    group.add("N11/unsorted", "Claims out of order.", unsorted, malformed());
    let unsorted = binding(&world, |member| {
        member.claims.entries_mut().reverse();
        member.claims = member.claims.clone().in_given_order();
    });
    group.add("N11/binding-unsorted", "The phone's claims out of order.", unsorted, held_malformed());
}

fn indefinite_lengths(group: &mut Group) {
    let world = group.world.clone();
    let presented = presentation(&world, |bytes| {
        let mut bytes = and(bytes, &[0xff]);
        bytes.get_mut(1).into_iter().for_each(|head| *head = 0x9f);
        bytes
    });
    group.add("N12/array", "The envelope is an array without a length.", presented, unreadable("cbor"));
    let map = sealed(&world, |signed| signed.unprotected = indefinite(5, &[]));
    group.add("N12/map", "The unprotected bucket is a map without a length.", map, unreadable("cbor"));
    let chunks = |item: &mut Item| *item = indefinite(2, std::slice::from_ref(item));
    let bytes = sealed(&world, |signed| chunks(&mut signed.payload));
    group.add("N12/bytes", "The issuer's payload comes in chunks.", bytes, unreadable("cbor"));
    let bytes = shown(&world, |signed| chunks(&mut signed.protected));
    group.add("N12/protected", "The phone's protected header comes in chunks.", bytes, unreadable("cbor"));
    let text = claims(&world, |map| map.set(1, indefinite(3, &["eid.".into(), "example".into()])));
    group.add("N12/claims-text", "iss comes in chunks.", text, malformed());
    let whole = payload(&world, |bytes| and(with_first(bytes, &[0xbf]), &[0xff]));
    group.add("N12/claims-map", "The claims are a map without a length.", whole, malformed());
    let list = paper(&world, |map| map.set(1000, indefinite(4, &[])));
    group.add("N12/claims-array", "A value is a list without a length.", list, malformed());
    let list = paper(&world, |map| map.set(1000, indefinite(2, &[])));
    group.add("N12/claims-bytes", "A value is bytes without a length.", list, malformed());
    let whole = binding_payload(&world, |bytes| and(with_first(bytes, &[0xbf]), &[0xff]));
    group.add("N12/binding-map", "The phone's claims are a map without a length.", whole, held_malformed());
}

fn long_heads(group: &mut Group) {
    let world = group.world.clone();
    let tag = presentation(&world, |bytes| with_first(bytes, &[0xd8, 18]));
    group.add("N13/tag", "Tag 18 in two bytes.", tag, unreadable("cbor"));
    let wide = |item: &Item, width| match item {
        Item::Bytes(bytes) => {
            Item::Raw([long_head(2, u64::try_from(bytes.len()).unwrap_or(0), width), bytes.clone()].concat())
        }
        other => other.clone(),
    };
    let signature = sealed(&world, |signed| signed.signature = wide(&signed.signature, 2));
    group.add("N13/signature", "A signature's length in two bytes.", signature, unreadable("cbor"));
    let payload = shown(&world, |signed| signed.payload = wide(&signed.payload, 8));
    group.add("N13/payload", "A payload's length in eight bytes.", payload, unreadable("cbor"));
    let alg = header(&world, |map| map.set(1, Item::Raw(long_head(1, 18, 1))));
    group.add("N13/alg", "alg in two bytes.", alg, unreadable("cbor"));
    let exp = world.now.saturating_add(3600);
    let exp = claims(&world, |map| map.set(4, Item::Raw(long_head(0, exp, 8))));
    group.add("N13/exp", "exp in eight bytes.", exp, malformed());
    let key = claims(&world, |map| {
        map.remove(1);
        map.push(Item::Raw(long_head(0, 1, 1)), "eid.example");
    });
    group.add("N13/key", "A claim's key in two bytes.", key, malformed());
    let retention = binding(&world, |member| {
        member.consent_mut().into_iter().for_each(|map| map.set(3, Item::Raw(long_head(0, 0, 1))));
    });
    group.add("N13/retention", "The phone's retention in two bytes.", retention, held_malformed());
}

/// Containers around the value of a field of an identity paper: tag, array, protected header; tag, array, claims,
/// papers, paper.
const AROUND_A_FIELD: usize = 8;

fn nested(levels: usize) -> Item {
    Item::Raw(and(vec![0x81; levels.saturating_sub(1)], &[0x80]))
}

fn depth(group: &mut Group) {
    let world = group.world.clone();
    let inside = 16_usize.saturating_sub(AROUND_A_FIELD);
    let deepest = paper(&world, |map| map.set(1000, nested(inside)));
    group.add("N14/depth-16", "Sixteen levels are read.", deepest, Expect::accept().noting("paper.unknown_dropped"));
    for (id, levels) in [("N14/depth-17", 17_usize), ("N14/depth-300", 300)] {
        let deep = paper(&world, |map| map.set(1000, nested(levels.saturating_sub(AROUND_A_FIELD))));
        group.add(id, "Signed claims nested too deep.", deep, malformed());
    }
    let frame = |bytes: &[u8]| Input::Text(frame::text(&zlib(bytes, 9)));
    for (id, levels) in [("N14/arrays-17", 17), ("N14/arrays-300", 300), ("N14/arrays-60000", 60_000)] {
        group.add(id, "Arrays in arrays are no presentation.", frame(&vec![0x82; levels]), unreadable("cose"));
    }
    let says = "100,000 arrays in arrays are more than a frame.";
    group.add("N14/arrays-100000", says, frame(&vec![0x81; 100_000]), unreadable("zlib"));
    let says = "Tags around tags are no presentation.";
    group.add("N14/tag-chain", says, frame(&vec![0xd2; 60_000]), unreadable("cose"));
    let chain = paper(&world, |map| map.set(1000, Item::Raw([[0xd8, 100].repeat(20), vec![0]].concat())));
    group.add("N14/claims-tag-chain", "Dates of dates of dates.", chain, malformed());
    let consent = binding(&world, |member| {
        member.consent_mut().into_iter().for_each(|map| map.set(1, nested(300)));
    });
    group.add("N14/consent", "A consent nested too deep.", consent, held_malformed());
}

fn lengths(group: &mut Group) {
    let world = group.world.clone();
    let huge = |major| Item::Raw(head(major, 1 << 63));
    let bytes = sealed(&world, |signed| signed.signature = huge(2));
    group.add("N15/bytes-2-63", "A signature of 2^63 bytes.", bytes, unreadable("cbor"));
    let array = Input::Text(frame::text(&head(4, 1 << 40)));
    group.add("N15/array-2-40", "A set of 2^40 tokens.", array, unreadable("cbor"));
    let map = sealed(&world, |signed| signed.unprotected = huge(5));
    group.add("N15/map-2-63", "An unprotected bucket of 2^63 entries.", map, unreadable("cbor"));
    let array = paper(&world, |map| map.set(1000, Item::Raw(head(4, 1 << 40))));
    group.add("N15/claims-array", "A signed list of 2^40 items.", array, malformed());
    let text = claims(&world, |map| map.set(1, huge(3)));
    group.add("N15/claims-text", "An iss of 2^63 bytes.", text, malformed());
    let map = binding(&world, |member| member.claims.set(CONSENT, huge(5)));
    group.add("N15/consent", "A consent of 2^63 entries.", map, held_malformed());
    let many = paper(&world, |map| map.set(1000, Item::array(vec![0_u64; 600])));
    group.add("N15/items", "More than 512 items in one token.", many, malformed());
    let says = "A set of five tokens.";
    let five = Item::array(vec![scene_item(group); 5]).encode();
    group.add("N15/five-tokens", says, Input::Text(frame::text(&zlib(&five, 9))), unreadable("cose"));
    let one = Item::array(vec![scene_item(group); 1]).encode();
    group.add("N15/set-of-one", "A set of one token.", Input::Text(frame::text(&one)), unreadable("cose"));
    group.add("N15/set-of-none", "A set of no tokens.", Input::Text(frame::text(&[0x80])), unreadable("cose"));
}

fn scene_item(group: &Group) -> Item {
    super::forge::scene(&group.world).present().item()
}

fn utf8(group: &mut Group) {
    let world = group.world.clone();
    let invalid = || Item::Raw(vec![0x62, 0xc3, 0x28]);
    let label = header(&world, |map| {
        map.remove(16);
        map.push(invalid(), 293);
    });
    group.add("N16/envelope", "A header label that is not UTF-8.", label, unreadable("cbor"));
    group.add("N16/iss", "A signed iss that is not UTF-8.", claims(&world, |map| map.set(1, invalid())), malformed());
    let name = paper(&world, |map| map.set(Field::FULL_NAME.number(), invalid()));
    group.add("N16/name", "A signed name that is not UTF-8.", name, malformed());
    let surrogate = paper(&world, |map| map.set(Field::FULL_NAME.number(), raw(&[0x63, 0xed, 0xa0, 0x80])));
    group.add("N16/surrogate", "A signed name with half a surrogate pair.", surrogate, malformed());
    let overlong = paper(&world, |map| map.set(Field::FULL_NAME.number(), raw(&[0x62, 0xc0, 0x80])));
    group.add("N16/overlong", "A signed name with an overlong NUL.", overlong, malformed());
    let audience = binding(&world, |member| member.claims.set(3, invalid()));
    group.add("N16/audience", "An audience that is not UTF-8.", audience, held_malformed());
}

fn unusual_text(group: &mut Group) {
    let world = group.world.clone();
    let names = [
        ("N16/not-nfc", "A name in decomposed letters.", "TRẦN THỊ GIANG".replace('Ầ', "A\u{302}\u{300}")),
        ("N16/bidi", "A name with an override of direction.", "TRẦN \u{202e}GNAIG".to_owned()),
        ("N16/zero-width", "A name with a zero-width space.", "TRẦN\u{200b}GIANG".to_owned()),
        ("N16/look-alike", "A name with an Icelandic eth for Đ.", "TRẦN \u{d0}ỨC".to_owned()),
    ];
    for (id, says, name) in names {
        let input = paper(&world, |map| map.set(Field::FULL_NAME.number(), name));
        group.add(id, says, input, Expect::accept().noting("paper.text_unusual"));
    }
}

fn simple_values(group: &mut Group) {
    let world = group.world.clone();
    let values: [(&str, &str, &[u8]); 13] = [
        ("undefined", "undefined", &[0xf7]),
        ("null", "null", &[0xf6]),
        ("simple-24", "a simple value below 32 in two bytes", &[0xf8, 24]),
        ("simple-31", "a simple value below 32 in two bytes", &[0xf8, 31]),
        ("simple-59", "simple(59) where a value is due", &[0xf8, 59]),
        ("simple-255", "an unassigned simple value", &[0xf8, 255]),
        ("nan", "not a number", &[0xf9, 0x7e, 0x00]),
        ("infinity", "infinity", &[0xf9, 0x7c, 0x00]),
        ("minus-infinity", "minus infinity", &[0xf9, 0xfc, 0x00]),
        ("half", "a half float", &[0xf9, 0x3e, 0x00]),
        ("double", "a double", &[0xfb, 0x41, 0xda, 0xbf, 0x47, 0x2c, 0, 0, 0]),
        ("bignum", "a bignum", &[0xc2, 0x44, 0x6a, 0xfd, 0x1c, 0xb0]),
        ("negative", "a negative number", &[0x20]),
    ];
    for (name, what, bytes) in values {
        let input = claims(&world, |map| map.set(4, raw(bytes)));
        group.add(&format!("N17/exp-{name}"), &format!("exp is {what}."), input, malformed());
    }
    let floats = paper(&world, |map| map.set(1000, Item::Float(1.5)));
    group.add("N17/field-float", "A field is a float.", floats, malformed());
    group.add("N17/field-null", "A field is null.", paper(&world, |map| map.set(1000, NULL)), malformed());
    let alg = header(&world, |map| map.set(1, raw(&[0xf9, 0xcc, 0xc0])));
    group.add("N17/alg-float", "alg is -19.0.", alg, unreadable("cbor"));
    let alg = header(&world, |map| map.set(1, raw(&[0xc3, 0x41, 18])));
    group.add("N17/alg-bignum", "alg is a bignum.", alg, unreadable("cose"));
    let level = claims(&world, |map| map.map_mut(ACCOUNT).into_iter().for_each(|account| account.set(1, true)));
    group.add("N17/level-bool", "The account's level is true.", level, malformed());
    let huge = paper(&world, |map| map.set(1000, Item::Neg(u64::MAX)));
    group.add("N17/negative-2-64", "A number below 64 bits.", huge, malformed());
    let cti = binding(&world, |member| member.claims.set(7, NULL));
    group.add("N17/cti-null", "The phone's cti is null.", cti, held_malformed());
}

fn keys(group: &mut Group) {
    let world = group.world.clone();
    let text = claims(&world, |map| {
        map.remove(1);
        map.push("1", "eid.example");
    });
    group.add("N18/claims", "\"1\" for 1.", text, malformed());
    let text = header(&world, |map| {
        map.remove(1);
        map.push("1", -19);
    });
    group.add("N18/header", "\"1\" for 1 in the protected header.", text, unreadable("cose"));
    let text = binding(&world, |member| {
        member.claims.remove(4);
        member.claims.push("4", world.now.saturating_add(55));
    });
    group.add("N18/binding", "\"4\" for 4 in the phone's claims.", text, held_malformed());
    let text = paper(&world, |map| map.push("full_name", "Lò Văn Khánh"));
    group.add("N18/field", "A field by name.", text, malformed());
    let bytes = paper(&world, |map| map.push(vec![1_u8], "Lò Văn Khánh"));
    group.add("N18/bytes", "A byte string for a field.", bytes, malformed());
    let negative = paper(&world, |map| map.push(-1, "Lò Văn Khánh"));
    group.add("N18/negative", "A negative field.", negative, malformed());
    let compound = paper(&world, |map| map.push(Item::array([1_u64]), "Lò Văn Khánh"));
    group.add("N18/array", "A list for a field.", compound, malformed());
    let tagged = claims(&world, |map| map.push(REDACTED.tagged(18), 1));
    group.add("N18/tagged", "A tagged key.", tagged, malformed());
}

/// A number of either sign beyond 64 bits stands nowhere, not even in what is passed over: then the consent is not
/// malformed, the token is.
fn numbers(group: &mut Group) {
    let world = group.world.clone();
    let consent = |change: fn(&mut Map)| binding(&world, |member| member.consent_mut().into_iter().for_each(change));
    let below = consent(|map| map.push(7, Item::Neg(1 << 63)));
    group.add("N18/consent-below", "A member of the consent is −2^63 − 1.", below, held_malformed());
    let above = consent(|map| map.push(Item::Uint(1 << 63), 1));
    group.add("N18/consent-key-above", "A member of the consent has the key 2^63.", above, held_malformed());
    let least = consent(|map| map.push(7, Item::Neg((1 << 63) - 1)));
    let says =
        "A member of the consent that nobody knows is −2^63, which is a number: the consent alone cannot be read.";
    group.add("N18/consent-least", says, least, Expect::no_values("refer", &["agreed.malformed"]));
}

fn protected_headers(group: &mut Group) {
    let world = group.world.clone();
    let honest = super::forge::draft(&world).protected;
    let as_map = sealed(&world, |signed| signed.protected = honest.clone().into());
    group.add("N19/map", "The issuer's protected header is a map.", as_map, unreadable("cose"));
    let array = header_bytes(&world, |bytes| [vec![0x81], bytes].concat());
    group.add("N19/array", "The issuer's protected header holds a list.", array, unreadable("cose"));
    group.add(
        "N19/a0",
        "The issuer's protected header holds h'a0'.",
        header_bytes(&world, |_| vec![0xa0]),
        unreadable("cose"),
    );
    group.add(
        "N19/empty",
        "The issuer's protected header is empty.",
        header_bytes(&world, |_| Vec::new()),
        unreadable("cbor"),
    );
    let as_map = shown(&world, |signed| {
        signed.protected = match &signed.protected {
            Item::Bytes(bytes) => Item::Raw(bytes.clone()),
            other => other.clone(),
        }
    });
    group.add("N19/binding-map", "The phone's protected header is a map.", as_map, unreadable("cose"));
    let array = binding_header(&world, |bytes| [vec![0x81], bytes].concat());
    group.add("N19/binding-array", "The phone's protected header holds a list.", array, unreadable("cose"));
    group.add(
        "N19/binding-a0",
        "The phone's protected header holds h'a0'.",
        binding_header(&world, |_| vec![0xa0]),
        unreadable("cose"),
    );
    group.add(
        "N19/binding-empty",
        "The phone's protected header is empty.",
        binding_header(&world, |_| Vec::new()),
        unreadable("cbor"),
    );
}
