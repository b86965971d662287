//! N56 to N64: the key-binding token: what it may say, whose key signs it, for whom, and several of them in one
//! showing.

use doichieu::field::{Field, Kind};

use super::forge::{Group, binding, claims, draft, header, held_malformed, malformed, refer, refuse, show, unreadable};
use super::{Before, Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::frame::{self, Deflate};
use crate::issuer::{ACCOUNT, PAPERS};
use crate::key::Alg;
use crate::scene::World;
use crate::wallet::{MemberDraft, Presentation};

const NAME: u64 = Field::FULL_NAME.number();

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    headers(&mut group);
    types(&mut group);
    bound_keys(&mut group);
    audiences(&mut group);
    replays(&mut group);
    stripped(&mut group);
    sets(&mut group);
    group.cases
}

/// N56: claims and headers that a key-binding token has not.
fn headers(group: &mut Group) {
    let world = group.world.clone();
    let input = binding(&world, |member| member.protected.set(15, Map::new().with(1, "x")));
    group.add("N56/cwt-claims", "Claims in the phone's header.", input, unreadable("cose"));
    let input = binding(&world, |member| member.protected.set(4, vec![0; 8]));
    group.add("N56/kid", "A kid in the phone's header.", input, unreadable("cose"));
    let extra: [(&str, i64, Item); 7] = [
        ("iss", 1, "eid.example".into()),
        ("sub", 2, "01".into()),
        ("nbf", 5, world.now.into()),
        ("vct", 11, "dc1".into()),
        ("papers", PAPERS, Map::new().into()),
        ("account", ACCOUNT, Map::new().with(1, 2).into()),
        ("unknown", -65_699, 0.into()),
    ];
    for (name, claim, value) in extra {
        let input = binding(&world, |member| member.claims.set(claim, value.clone()));
        group.add(&format!("N56/{name}"), &format!("Claim {claim} in the phone's token."), input, held_malformed());
    }
    let extra: [(&str, i64, Item); 7] = [
        ("sub", 2, "001090000000".into()),
        ("aud", 3, "role:traffic_police".into()),
        ("cti", 7, [1_u8; 16].into()),
        ("cnonce", 39, [1_u8; 32].into()),
        ("status", 65_535, Map::new().into()),
        ("consent", -65_601, Map::new().into()),
        ("unknown", -65_699, 0.into()),
    ];
    for (name, claim, value) in extra {
        let input = claims(&world, |map| map.set(claim, value));
        group.add(&format!("N56/token-{name}"), &format!("Claim {claim} in the issuer's token."), input, malformed());
    }
    for (name, claim) in [("iss", 1_i64), ("cnf", 8), ("vct", 11), ("papers", PAPERS), ("account", ACCOUNT)] {
        let input = claims(&world, |map| drop(map.remove(claim)));
        group.add(
            &format!("N56/token-without-{name}"),
            &format!("The issuer leaves claim {claim} out."),
            input,
            malformed(),
        );
    }
    for (name, vct) in [("other", "dc2"), ("empty", ""), ("case", "DC1")] {
        let input = claims(&world, |map| map.set(11, vct));
        group.add(&format!("N56/vct-{name}"), "Another vct.", input, refer("authentic.format_not_listed"));
    }
}

/// N57 and N58: one object in the place of another.
fn types(group: &mut Group) {
    let world = group.world.clone();
    for (name, typ) in [
        ("binding", Item::from(294)),
        ("text", "application/sd-cwt".into()),
        ("cwt", 61.into()),
        ("mandate", crate::mandate::MANDATE_TYP.into()),
        ("status", crate::status::STATUS_TYP.into()),
    ] {
        let input = header(&world, |map| map.set(16, typ.clone()));
        group.add(&format!("N57/token-{name}"), "The issuer's token has another typ.", input, unreadable("cose"));
    }
    for (name, typ) in [("token", Item::from(293)), ("text", "application/kb+cwt".into()), ("zero", 0.into())] {
        let input = binding(&world, |member| member.protected.set(16, typ.clone()));
        group.add(&format!("N57/binding-{name}"), "The phone's token has another typ.", input, unreadable("cose"));
    }
    let input = header(&world, |map| drop(map.remove(16)));
    group.add("N57/token-absent", "The issuer's token has no typ.", input, unreadable("cose"));
    let input = binding(&world, |member| drop(member.protected.remove(16)));
    group.add("N57/binding-absent", "The phone's token has no typ.", input, unreadable("cose"));
    let scene = world.preset("traffic_police", &[Kind::IDENTITY]);
    let whole = scene.present().item();
    let input = binding(&world, |member| member.protected.set(13, whole.clone()));
    group.add("N57/binding-in-binding", "A key-binding token in the place of the issuer's.", input, unreadable("cose"));
    let text = |item: Item| Input::Text(frame::text(&frame::frame(&item.encode(), Deflate::WhenItPays)));
    if let Some(token) = scene.tokens.first() {
        let says = "The issuer's token alone: nobody's key took part.";
        group.add("N58/bare", says, text(token.issued().item()), unreadable("cose"));
        let set = Item::Array(vec![token.issued().item(), whole]);
        group.add("N58/bare-in-set", "A set with the issuer's token alone in it.", text(set), unreadable("cose"));
    }
    let mandate = Item::Raw(world.mandate("traffic_police"));
    group.add("N57/mandate", "A post's mandate is no presentation.", text(mandate), unreadable("cose"));
}

/// N59: whose key it is.
fn bound_keys(group: &mut Group) {
    let world = group.world.clone();
    let thief = world.seed.key(Alg::Ed25519, "thief");
    let stolen = binding(&world, |member| member.key = thief.clone());
    group.add("N59/thief", "Signed by another phone.", stolen, refuse("held.signature_failed"));
    let other = world.seed.key(Alg::P256, "thief");
    let stolen = binding(&world, |member| {
        member.protected.set(1, other.alg());
        member.key = other.clone();
    });
    group.add(
        "N59/thief-p256",
        "Signed by another phone with another algorithm.",
        stolen,
        refuse("held.algorithm_differs"),
    );
    let mut elsewhere = world.clone();
    elsewhere.wallet.key = thief.clone();
    let token = draft(&elsewhere).sign();
    group.add(
        "N59/other-credential",
        "A token of another phone's, shown from this one.",
        show(&world, token),
        refuse("held.signature_failed"),
    );
    let key = || Item::from(world.wallet.key.cose_key());
    let rows = [
        ("empty", "No key.", Map::new()),
        ("two", "A key and a kid.", Map::new().with(1, key()).with(3, world.wallet.key.kid())),
        ("kid-only", "A kid alone.", Map::new().with(3, world.wallet.key.kid())),
        ("encrypted", "An encrypted key.", Map::new().with(2, vec![1_u8; 32])),
        ("thumbprint", "A thumbprint alone.", Map::new().with(5, vec![1_u8; 32])),
        (
            "private",
            "A key with its private half.",
            Map::new().with(1, world.wallet.key.cose_key().with(-4, vec![1_u8; 32])),
        ),
        (
            "with-kid",
            "A key with a kid in it.",
            Map::new().with(1, world.wallet.key.cose_key().with(2, world.wallet.key.kid())),
        ),
        ("with-alg", "A key with an alg in it.", Map::new().with(1, world.wallet.key.cose_key().with(3, -19))),
        ("key-bytes", "A key inside bytes.", Map::new().with(1, key().embedded())),
    ];
    for (name, says, cnf) in rows {
        group.add(
            &format!("N59/cnf-{name}"),
            &format!("cnf: {says}"),
            claims(&world, |map| map.set(8, cnf)),
            malformed(),
        );
    }
    listed_keys(group, &world);
}

/// A phone's key that stands in the bundle.
fn listed_keys(group: &mut Group, world: &World) {
    let mut listed = vec![
        ("issuer", world.eid.key.key.clone()),
        ("other-issuer", world.insurer.key.key.clone()),
        ("status", world.eid.status_key.key.clone()),
    ];
    let root = world.authority.root();
    let scopes = [("root", &root.root), ("lists", &root.lists), ("mandates", &root.mandates)];
    listed.extend(scopes.iter().filter_map(|(name, scope)| Some((*name, scope.keys.last()?.clone()))));
    for (name, key) in listed {
        let mut world = world.clone();
        world.wallet.key = key;
        let input = show(&world, draft(&world).sign());
        let says = "The bound key stands in the bundle: whoever signs lists or papers could show this one.";
        group.add(&format!("N59/cnf-{name}-key"), says, input, refuse("authentic.holder_key_reused"));
    }
}

/// N60: for whom.
fn audiences(group: &mut Group) {
    let world = group.world.clone();
    let other = || refer("held.other_audience");
    for (name, audience) in [
        ("clinic", "role:clinic"),
        ("post", "post:traffic_police-01"),
        ("bare", "traffic_police"),
        ("empty", ""),
        ("prefix", "role:"),
        ("space", "role:traffic_police "),
        ("case", "role:Traffic_Police"),
        ("longer", "role:traffic_police2"),
        ("shorter", "role:traffic_polic"),
        ("nul", "role:traffic_police\u{0}"),
        ("twice", "role:role:traffic_police"),
    ] {
        let input = binding(&world, |member| member.claims.set(3, audience));
        group.add(&format!("N60/{name}"), &format!("The audience is {audience:?}."), input, other());
    }
    let list = binding(&world, |member| member.claims.set(3, Item::array(["role:traffic_police"])));
    group.add("N60/list", "A list of audiences.", list, held_malformed());
    let absent = binding(&world, |member| drop(member.claims.remove(3)));
    group.add("N60/absent", "No audience.", absent, held_malformed());
    let nonce = binding(&world, |member| member.claims.set(39, [1_u8; 32]));
    group.add("N60/nonce", "A nonce without a challenge.", nonce, held_malformed());
    let says = "A nonce without a challenge, for another post.";
    let nonce = binding(&world, |member| {
        member.claims.set(3, "post:other-01");
        member.claims.set(39, [1_u8; 32]);
    });
    group.add("N60/post-nonce", says, nonce, other());
    for length in [0_usize, 15, 17] {
        let input = binding(&world, |member| member.claims.set(7, vec![1_u8; length]));
        group.add(&format!("N60/cti-{length}"), &format!("A cti of {length} bytes."), input, held_malformed());
    }
    let absent = binding(&world, |member| drop(member.claims.remove(7)));
    group.add("N60/cti-absent", "No cti.", absent, held_malformed());
}

/// N62.
fn replays(group: &mut Group) {
    let world = group.world.clone();
    let input = Input::of(&super::forge::scene(&world));
    let says = "Scanned again at the same post: a note.";
    let mut again =
        Case::traffic("N62/same-post", says, &world, input.clone(), Expect::accept().noting("held.shown_again"));
    again.before = vec![Before::new(input.clone(), world.mandate("traffic_police"), 1, world.now.saturating_sub(2))];
    group.cases.push(again);
    let says = "Shown to another post within the window, and the two share a memory.";
    let mut elsewhere = Case::traffic("N62/other-post", says, &world, input.clone(), refuse("held.used_elsewhere"));
    let mut spec = world.mandate_spec("traffic_police");
    spec.post = "traffic_police-02".to_owned();
    let other = world.authority.mandate_key().map(|key| spec.sign(key).encode()).unwrap_or_default();
    elsewhere.before = vec![Before::new(input, other, 1, world.now.saturating_sub(2))];
    group.cases.push(elsewhere);
}

/// N63: a disclosure taken away.
fn stripped(group: &mut Group) {
    let world = group.world.clone();
    let scene = world.open_choice("traffic_police", &[Kind::IDENTITY]);
    let strip = |member: &mut MemberDraft| {
        if let Some(token) = scene.tokens.first() {
            let kept: Vec<_> = token.disclosures.iter().filter(|d| d.field == Some(NAME)).cloned().collect();
            member.protected.set(13, token.with(&kept).item());
        }
    };
    let contradicts = || refuse("agreed.scope_contradicts");
    let before = Input::Text(scene.text_with(strip));
    group.add("N63/before", "The phone withholds what its consent says it shows.", before, contradicts());
    let mut later = scene.draft();
    let signed = later.iter_mut().map(|member| {
        let honest = member.sign();
        strip(member);
        let mut stripped = honest;
        stripped.protected = Item::Bytes(member.protected.encode());
        stripped
    });
    let later = Input::Text(Presentation::of(signed.collect::<Vec<_>>()).text());
    group.add(
        "N63/later",
        "A disclosure is taken away after the phone signed.",
        later,
        refuse("held.signature_failed"),
    );
    let all = scene.text_with(|member| {
        if let Some(token) = scene.tokens.first() {
            member.protected.set(13, token.issued().item());
        }
    });
    group.add("N63/more", "The phone shows more than its consent says.", Input::Text(all), contradicts());
}

/// A set at the clinic: an identity and a health card.
fn clinic_set(world: &World) -> Vec<MemberDraft> {
    world.clinic_set().draft()
}

fn set_text(members: &[MemberDraft]) -> Input {
    Input::Text(Presentation::of(members.iter().map(MemberDraft::sign)).text())
}

/// N64: several tokens that are not one showing.
fn sets(group: &mut Group) {
    let world = group.world.clone();
    let mut add = |id: &str, says: &str, input: Input, expect: Expect| {
        group.cases.push(Case::clinic(id, says, &world, input, expect));
    };
    let not_one = || refuse("set.not_one_showing");
    let incomplete = || refer("set.incomplete");
    add("N64/good", "An honest set is accepted.", Input::of(&world.clinic_set()), Expect::accept());
    let mut other = world.clone();
    other.wallet.key = world.seed.key(Alg::Ed25519, "second phone");
    let mut members = clinic_set(&world);
    members.truncate(1);
    members.extend(clinic_set(&other).into_iter().skip(1));
    add("N64/two-phones", "Two phones in one set, each signing its own.", set_text(&members), not_one());
    let consent = |n: u64, change: fn(&mut Map, u64)| {
        let mut members = clinic_set(&world);
        for (member, index) in members.iter_mut().zip(1..) {
            member.consent_mut().into_iter().for_each(|map| change(map, index));
        }
        members.truncate(usize::try_from(n).unwrap_or(2));
        set_text(&members)
    };
    let of_three = consent(2, |map, index| map.set(5, Item::array([index, 3])));
    add("N64/two-of-three", "Two members of three.", of_three, incomplete());
    let one = consent(1, |_, _| ());
    add("N64/one-of-two", "One member of two.", one, incomplete());
    let same = consent(2, |map, _| map.set(5, Item::array([1_u64, 2])));
    add("N64/same-index", "Two members with the index 1.", same, incomplete());
    let none = consent(2, |map, _| drop(map.remove(5)));
    add("N64/no-index", "Two members without index.", none, incomplete());
    let malformed = refer("agreed.malformed");
    let zero = consent(1, |map, _| map.set(5, Item::array([0_u64, 2])));
    add("N64/index-0", "An index of 0.", zero, malformed.clone());
    let beyond = consent(1, |map, _| map.set(5, Item::array([3_u64, 2])));
    add("N64/index-beyond", "An index above the count.", beyond, malformed.clone());
    let alone = consent(1, |map, _| map.set(5, Item::array([1_u64, 1])));
    add("N64/one-of-one", "A set of one.", alone, malformed);
    let reversed: Vec<_> = clinic_set(&world).into_iter().rev().collect();
    add("N64/reversed", "The order of the members says nothing.", set_text(&reversed), Expect::accept());
    let twice = clinic_set(&world).into_iter().take(1).flat_map(|member| [member.clone(), member]).collect::<Vec<_>>();
    let both = Expect::no_values("refuse", &["set.incomplete", "set.not_one_showing"]);
    add("N64/same-member", "One member twice.", set_text(&twice), both);
    let mut person = world.clone();
    person.person.name = "Lò Văn Khánh".to_owned();
    person.person.personal_no = "011085000012".to_owned();
    let spec = |of: &World, kind| of.token_spec(of.preset_papers("clinic", &[kind]));
    let tokens =
        [(&world.eid, spec(&world, Kind::IDENTITY)), (&world.insurer, spec(&person, Kind::HEALTH_INSURANCE_CARD))];
    let differs = Expect::standing("refer", &["consistency.person_differs"]);
    add(
        "N64/other-person",
        "An identity and another person's card, bound to one phone.",
        Input::of(&world.scene_of("clinic", &tokens)),
        differs,
    );
    members_differ(group, &world);
}

/// The set rule, one member at a time.
fn members_differ(group: &mut Group, world: &World) {
    let later = world.now.saturating_add(50);
    let rows: [(&str, u64, Item); 3] =
        [("cti", 7, [9_u8; 16].into()), ("exp", 4, later.into()), ("iat", 6, world.now.saturating_sub(4).into())];
    for (name, claim, value) in rows {
        let mut members = clinic_set(world);
        members.iter_mut().skip(1).for_each(|member| member.claims.set(claim, value.clone()));
        let says = format!("Two members with another {name} each.");
        let case =
            Case::clinic(&format!("N64/{name}"), &says, world, set_text(&members), refuse("set.not_one_showing"));
        group.cases.push(case);
    }
    let mut members = clinic_set(world);
    members.iter_mut().skip(1).for_each(|member| member.claims.set(3, "role:traffic_police"));
    let says = "One member is for another role: it is not read, and no member gives values.";
    let failed = Expect::no_values("refer", &["held.other_audience", "set.member_failed"]);
    group.cases.push(Case::clinic("N64/audience", says, world, set_text(&members), failed));
    let mut forged = clinic_set(world);
    forged.iter_mut().skip(1).for_each(|member| member.key = world.seed.key(Alg::Ed25519, "thief"));
    let says = "One member is signed by another phone: no member gives values.";
    let failed = Expect::no_values("refuse", &["held.signature_failed", "set.member_failed"]);
    group.cases.push(Case::clinic("N64/forged", says, world, set_text(&forged), failed));
    let tokens: Vec<_> = world.clinic_set().tokens.iter().map(|token| token.with(&[]).item()).collect();
    let mut swapped = clinic_set(world);
    swapped.iter_mut().zip(tokens.into_iter().rev()).for_each(|(member, token)| member.protected.set(13, token));
    let says = "The tokens change places, so that each consent names the other's fields.";
    let failed = Expect::no_values("refuse", &["agreed.scope_contradicts", "set.member_failed"]);
    group.cases.push(Case::clinic("N64/swapped", says, world, set_text(&swapped), failed));
}
