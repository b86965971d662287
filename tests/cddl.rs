//! The CDDL on docs/dc1.md is one grammar: everything the kit mints matches it, and what breaks it by one member does
//! not.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(clippy::disallowed_methods, clippy::arithmetic_side_effects, reason = "the page is a file; mutants count")]

#[path = "support/cddl.rs"]
mod cddl;
#[path = "support/mutants.rs"]
mod mutants;

#[path = "cddl/against_core.rs"]
mod against_core;

use std::collections::BTreeSet;
use std::sync::Arc;

use cddl::Grammar;
use doichieu::field::{KINDS, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, LicenceClass, Memory, Post, Question, Roots, Scan, Wants};
use doichieu_kit::animated::{self, BUNDLE, PRESENTATION, SEALED_ANSWER};
use doichieu_kit::ask::{self, AskSpec};
use doichieu_kit::encounter_seed;
use doichieu_kit::paper::PaperSpec;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{Alg, Item, Map, Seed, people};

fn grammar() -> Grammar {
    Grammar::of_page(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/dc1.md")).unwrap())
}

fn assert_takes(grammar: &Grammar, rule: &str, bytes: &[u8], says: &str) {
    assert!(grammar.takes_bytes(rule, bytes), "{says} is no {rule}");
}

/// Showings of papers in one token, one of each form: presets, open choice, grouped, with decoys, with every optional
/// member there is.
fn of_kinds(world: &World, kinds: &[Kind]) -> Vec<Scene> {
    let spec = |papers: Vec<PaperSpec>| world.token_spec(papers);
    let papers = || kinds.iter().filter_map(|kind| world.paper(*kind));
    let mut decoyed = spec(papers().map(PaperSpec::redacted_fields).collect());
    decoyed.decoy_papers = 3;
    decoyed.papers.iter_mut().for_each(|paper| paper.decoys = 2);
    let mut bare = spec(papers().collect());
    bare.account_status = None;
    bare.nbf = Some(bare.iat);
    bare.papers.iter_mut().for_each(|paper| (paper.source.standing, paper.source.status) = (None, None));
    let one = |token| world.scene_of("clinic", &[(&world.eid, token)]);
    let mut challenged = one(spec(papers().collect()));
    challenged.showing.audience = "post:clinic-01".to_owned();
    (challenged.showing.cnonce, challenged.showing.ask) = (Some([5; 32]), Some([6; 32]));
    let grouped = papers().map(PaperSpec::redacted_fields).map(PaperSpec::grouped).collect();
    let mut asked = world.open_choice("traffic_police", kinds);
    asked.showing.question = Some(Question::MayDriveThisVehicle.number());
    let mut scenes: Vec<_> = (1..=kinds.len())
        .flat_map(|n| ["traffic_police", "clinic"].map(|role| world.preset(role, &kinds[..n])))
        .collect();
    scenes.extend([challenged, one(bare), one(decoyed), one(spec(grouped)), asked]);
    scenes.push(world.open_choice("traffic_police", kinds));
    scenes
}

/// Showings of somebody who has an identity and a health insurance card of this country.
fn of_citizens(world: &World) -> [Scene; 5] {
    let mut named = world.traffic_stop();
    (named.showing.post_digits, named.showing.signs_consent) = (Some(47), true);
    [world.traffic_stop(), world.clinic(), world.clinic_set(), named, world.clinic_for(&people::han())]
}

/// All papers of the person, as many to a token as it may have, and what is shown at a stop or a desk.
fn scenes(world: &World) -> Vec<Scene> {
    let kinds = world.kinds();
    let mut scenes: Vec<_> = kinds.chunks(4).flat_map(|kinds| of_kinds(world, kinds)).collect();
    let of_citizens = of_citizens(world).into_iter().filter(|_| kinds.contains(&Kind::HEALTH_INSURANCE_CARD));
    let of_foreigner = Some(world.foreigner_stop()).filter(|_| kinds.contains(&Kind::FOREIGNER_IDENTITY));
    scenes.extend(of_citizens.chain(of_foreigner));
    scenes
}

fn worlds() -> Vec<World> {
    let phones = [Alg::Ed25519, Alg::P256].map(|alg| World::demo().with_holder(alg));
    let people = people::all().into_iter().map(|person| World::demo().with_person(person));
    let of_kinds = KINDS.iter().map(|row| World::having(row.kind).expect("somebody has a paper of every kind"));
    let others = of_kinds.filter(|world| !people::all().contains(&world.person));
    phones.into_iter().chain(people).chain(others).collect()
}

/// The delta to the next bundle of a world, as the core cuts it.
fn bundle_after(world: &World, file: &[u8]) -> Vec<u8> {
    let mut next = world.clone();
    next.number += 1;
    next.revoked.push([9; 16]);
    Bundle::delta_between(file, &next.bundle()).unwrap()
}

/// What a post asks: all that it may have, kept for an hour, or the answer to a question.
fn asked_by_core(role: &str, origin: Option<&str>, question: Option<Question>) -> Vec<u8> {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate(role), &bundle).unwrap();
    let purpose = Purpose::new(purpose_of(&world, role));
    let wants =
        question.map_or_else(|| Wants::all(purpose), |question| Wants::answer(purpose, question)).retention(3600);
    let wants = origin.into_iter().fold(wants, |wants, origin| wants.origin(origin.to_owned()));
    let inspector = Inspector::new(bundle, post).unwrap();
    let draft = inspector
        .ask(&wants, &doichieu::Seed::new([3; 32]), &encounter_seed(), UnixTime::new(world.now).unwrap())
        .unwrap();
    let signature = world.post_key(role).sign(draft.to_be_signed());
    ask::bytes(draft.seal(&signature).unwrap().text()).unwrap()
}

/// The same by hand, with the nonce and the key that the core drew.
fn asked_by_kit(role: &str, origin: Option<&str>, question: Option<Question>, of_core: &[u8]) -> Vec<u8> {
    let world = World::demo();
    let claims = payload(&cddl::decode(of_core).unwrap());
    let Item::Map(claims) = claims else { panic!("claims are a map") };
    let (Some(Item::Bytes(nonce)), Some(Item::Map(asks))) = (claims.get(39), claims.get(ask::ASKS)) else {
        panic!("an ask has a nonce and says what it asks")
    };
    let Some(Item::Map(key)) = asks.get(4) else { panic!("a key is a map") };
    let Some(Item::Bytes(key)) = key.get(-2) else { panic!("a key has bytes") };
    let mandate = world.mandate_spec(role).sign(world.authority.mandate_key().unwrap()).item();
    let (nonce, key) = (nonce.as_slice().try_into().unwrap(), key.as_slice().try_into().unwrap());
    let wanted = question.map_or_else(
        || world.scope(role),
        |question| {
            let (kind, fields) = question.needs();
            [(kind.number(), fields.iter().map(|field| field.number()).collect())].into()
        },
    );
    let mut spec = AskSpec::new(mandate, world.now, purpose_of(&world, role), wanted, nonce, key);
    (spec.retention, spec.origin) = (3600, origin.map(str::to_owned));
    spec.question = question.map(Question::number);
    spec.sign(&world.post_key(role)).encode()
}

fn payload(sign1: &Item) -> Item {
    let Item::Tag(18, inner) = sign1 else { panic!("tagged") };
    let Item::Array(members) = inner.as_ref() else { panic!("an array") };
    let Some(Item::Bytes(payload)) = members.get(2) else { panic!("a payload") };
    cddl::decode(payload).unwrap()
}

/// What a clinic keeps of the consent to a set.
fn kept_by_core() -> Vec<u8> {
    let mut world = World::demo();
    world.signs_consent = true;
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate("clinic"), &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    let ask = inspector.unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
    let text = world.clinic_set().text();
    let report = inspector.inspect(Scan::qr(&text), &ask, world.at(), &mut Memory::new()).unwrap();
    report.consent_proof().unwrap().as_bytes().to_vec()
}

fn purpose_of(world: &World, role: &str) -> u64 {
    *world.profile(role).unwrap().allowance.keys().next().unwrap()
}

/// Everything the kit mints, through the grammar.
fn all_that_is_minted(grammar: &Grammar) {
    for world in worlds() {
        let who = &world.person.name;
        for scene in scenes(&world) {
            assert_takes(grammar, "presentation", &scene.present().encode(), who);
        }
        for profile in &world.profiles {
            assert_takes(grammar, "licence", &world.mandate(&profile.role), &profile.role);
        }
    }
    let mut world = World::demo();
    world.revoked = vec![[3; 16], [1; 16]];
    world.law_checked = Some(world.now - 86_400);
    world.authority.rotate(world.authority.root().next(Seed::new([9; 32])));
    (world.eid_list.exp, world.eid_list.ttl) = (Some(world.now + 60), Some(3600));
    world.eid.key.state = 1;
    world.profiles[0].legal_bases = vec!["law-91-2025-art-19".to_owned()];
    (world.profiles[0].post_digits, world.profiles[0].consent_kept) = (true, Some(86_400));
    world.profiles[0].steps.insert("held.window_passed".to_owned(), "look_up".to_owned());
    assert_takes(grammar, "roots", &world.authority.anchor(), "an anchor of two roots");
    assert_takes(grammar, "roots", &world.anchor(), "an anchor");
    let mut spec = world.bundle_spec();
    spec.least_form = Some(1);
    let file = spec.file(&world.authority);
    assert_takes(grammar, "bundle", &file, "a bundle");
    let newer = bundle_after(&world, &file);
    assert_takes(grammar, "delta", &newer, "what changed in one");
    for (what, role) in [(PRESENTATION, "traffic_police"), (SEALED_ANSWER, "clinic"), (BUNDLE, "bank")] {
        let frame = world.preset(role, &world.kinds()[..4]).present().encode();
        for part in animated::parts(&frame, what, 400) {
            assert_takes(grammar, "animated-frame", &part.item().encode(), "a part of an animated code");
        }
        let question = Some(Question::MayDriveClass(LicenceClass::C1)).filter(|_| role == "traffic_police");
        for (origin, question) in [
            (None, None),
            (Some("https://nganhang.example"), None),
            (None, question),
            (Some("https://xe.example"), question),
        ] {
            let of_core = asked_by_core(role, origin, question);
            assert_takes(grammar, "ask", &of_core, role);
            assert_eq!(asked_by_kit(role, origin, question, &of_core), of_core, "two writers of one contract");
        }
    }
    assert_takes(grammar, "consent-proof", &kept_by_core(), "a kept consent");
    for (name, part) in &spec.parts {
        let rule = if name.starts_with("status:") { "status-token" } else { name };
        assert_takes(grammar, rule, part, name);
    }
}

#[test]
fn everything_the_kit_mints_is_in_the_grammar_and_every_rule_is_used() {
    let grammar = grammar();
    all_that_is_minted(&grammar);
    let unused: Vec<_> = grammar.rules().filter(|rule| grammar.sample(rule).is_none()).collect();
    assert!(unused.is_empty(), "nothing minted is a {unused:?}");
}

/// What one step may change, and the rule still takes it: free values, list members, options. Every other step is
/// refused.
const FREE: &str = "\
account: 1 missing, 2 [0] value, 2 [1] value, 2 missing, none
allowance: 6 1 extra, 6 1 missing, 6 2 extra, 6 2 missing, 6 3 extra, 6 3 missing, 6 7 extra, 6 7 missing, 6 8 extra, 6 8 missing
animated-frame: [5] size
ask-claims: -65610 1 value, -65610 3 value, -65610 5 missing, -65610 5 value, 4 value, 6 value
bundle: [0] [0] extra, [0] [0] missing, [0] [1] extra, [0] [1] missing, [0] extra, [0] missing, [1] extra, [1] missing, [2] hash missing, [2] hash size
claims: -65600 1 missing, -65600 2 missing, -65600 3 missing, -65600 4 missing, -65600 none, -65600 redacted extra, -65600 redacted missing, -65602 1 missing, -65602 2 missing, -65602 none, 1 value, 4 value, 6 value
consent: 1 value, 2 1 extra, 2 1 missing, 2 2 extra, 2 2 missing, 2 3 extra, 2 3 missing, 2 4 extra, 2 4 missing, 3 value, 4 missing
consent-proof: [1] [0] value, [1] [1] value, [1] [2] value, [1] [3] value, [2] extra, [2] missing
date: value
delegation: [1] extra, [1] missing
delta: [0] [0] extra, [0] [0] missing, [0] [1] extra, [0] [1] missing, [0] extra, [0] missing, [1] extra, [1] missing, [2] hash missing, [2] hash size, [2] none
issuer: 1 value, 2 extra, 3 4 extra, 4 [0] value, 4 extra, 5 1 missing, 5 1 value, 5 none, 6 value, 7 extra, 7 missing, 7 none
issuers: [0] 1 value, [0] 2 extra, [0] 4 extra, [0] 5 none, [0] 6 value, [0] 7 extra, [0] 7 missing, [0] 7 none, [1] 1 value, [1] 2 extra, [1] 4 extra, [1] 5 none, [1] 6 value, [1] 7 extra, [1] 7 missing, [1] 7 none, extra, missing
kbt: -65601 1 value, -65601 3 value, -65601 4 missing, 3 value, 39 missing, 4 value, 6 value
kbt-protected: 13 [1] none
kbt-unprotected: -65603 missing, none
kept-consent: [1] value
law: 1 value
licence-claims: -65611 1 value, -65611 3 value, 2 value, 4 value, 6 value
listed-key: [3] value, [4] value
manifest: 1 value, 2 value, 3 value, 4 value, 5 value, 6 issuers missing, 6 law missing, 6 profiles missing, 6 revoked missing, 6 status missing, 7 missing, 7 value
origin: [0] value, [1] value, [2] value
paper: 0 1 value, 0 2 value, 0 3 missing, 0 4 missing, 26 missing, 9 missing, 9 value, redacted extra, redacted missing
papers: 1 9 missing, 1 9 value, 1 missing, 1 redacted extra, 1 redacted missing, 2 12 missing, 2 12 value, 2 13 missing, 2 20 extra, 2 20 missing, 2 20 none, 2 21 extra, 2 21 missing, 2 21 none, 2 missing, 2 redacted extra, 2 redacted missing, 3 26 missing, 3 9 missing, 3 missing, 3 redacted extra, 3 redacted missing, 4 8 missing, 4 8 value, 4 9 missing, 4 9 value, 4 missing, 4 redacted extra, 4 redacted missing, none, redacted extra, redacted missing
part: 0 missing, 22 [0] value, 22 [1] value, 22 extra, 22 missing, 22 none, 23 missing, 24 missing, 7 missing, 7 value, 9 missing, 9 value, none
post-note: [0] value, [1] value, [2] value, [3] value
profile: 1 value, 10 value, 2 value, 3 value, 4 value, 6 1 value, 6 2 value, 6 3 value, 6 4 value, 7 extra, 7 missing, 7 none, 9 authentic.issuer_not_listed missing, 9 authentic.issuer_not_listed value, 9 consistency.person_differs missing, 9 consistency.person_differs value, 9 current.account_locked missing, 9 current.account_locked value, 9 current.account_unknown missing, 9 current.account_unknown value, 9 current.level_insufficient missing, 9 current.level_insufficient value, 9 current.level_unknown missing, 9 current.level_unknown value, 9 current.status_missing missing, 9 current.status_missing value, 9 current.status_stale missing, 9 current.status_stale value, 9 current.status_unknown missing, 9 current.status_unknown value, 9 none, 9 paper.bearing_missing missing, 9 paper.bearing_missing value, 9 post.clock_wrong missing, 9 post.clock_wrong value, 9 post.lists_too_old missing, 9 post.lists_too_old value
profiles: [0] 1 value, [0] 10 value, [0] 12 extra, [0] 12 missing, [0] 13 missing, [0] 14 missing, [0] 15 missing, [0] 15 value, [0] 2 value, [0] 3 value, [0] 4 value, [0] 7 extra, [0] 7 missing, [0] 7 none, [0] 9 none, [1] 1 value, [1] 10 value, [1] 2 value, [1] 3 value, [1] 4 value, [1] 7 extra, [1] 7 missing, [1] 7 none, [1] 9 none, [2] 1 value, [2] 10 value, [2] 13 missing, [2] 2 value, [2] 3 value, [2] 4 value, [3] 1 value, [3] 10 value, [3] 13 missing, [3] 2 value, [3] 3 value, [3] 4 value, [4] 1 value, [4] 10 value, [4] 13 missing, [4] 2 value, [4] 3 value, [4] 4 value, [5] 1 value, [5] 10 value, [5] 13 missing, [5] 2 value, [5] 3 value, [5] 4 value, extra, missing
purpose: value
revoked: extra, missing, none
root: 1 value, 2 value
roots: [0] extra, [0] missing, [1] extra, [1] missing, extra, missing
salted: [1] 26 missing, [1] 9 missing, [1] 9 value, [1] none, [1] redacted extra, [1] redacted missing, [2] value
salted-value: 0 1 value, 0 2 value, 0 3 missing, 0 4 missing, 26 missing, 9 missing, 9 value, none, redacted extra, redacted missing
scope: 1 extra, 1 missing, 2 extra, 2 missing, 3 extra, 3 missing, 4 extra, 4 missing
sd-cwt: [1] 17 extra, [1] 17 missing, [1] none
sd-cwt-unprotected: 17 extra, 17 missing, none
signed-manifest: extra, missing
signed-root: extra, missing
source: 1 value, 2 value, 3 missing, 4 [0] value, 4 [1] value, 4 missing
status: [0] value, [1] value
status-claims: 2 value, 4 missing, 4 value, 6 value, 65533 lst size, 65534 missing, 65534 value
tolerated: 1 value, 2 value, 3 value, 4 value, 5 4 value, 5 missing
value: value
wanted: 1 extra, 1 missing, 2 extra, 2 missing, 3 extra, 3 missing, 5 extra, 5 missing, 6 extra, 6 missing, 7 extra, 7 missing, 9 extra, 9 missing";

#[test]
fn what_breaks_a_rule_in_one_place_is_refused() {
    let grammar = grammar();
    all_that_is_minted(&grammar);
    let samples: Vec<_> = grammar.rules().map(|rule| (rule, grammar.sample(rule).unwrap())).collect();
    let (mut refused, mut free) = (0, String::new());
    for (rule, sample) in samples {
        assert!(grammar.takes(rule, &sample));
        let (taken, broken): (Vec<_>, Vec<_>) =
            mutants::of(&sample, 2).into_iter().partition(|(_, mutant)| grammar.takes(rule, mutant));
        assert!(!broken.is_empty(), "nothing breaks a {rule}");
        refused += broken.len();
        let taken: BTreeSet<_> = taken.into_iter().map(|(says, _)| says).collect();
        if !taken.is_empty() {
            free.push_str(&format!("{rule}: {}\n", Vec::from_iter(taken).join(", ")));
        }
    }
    assert!(refused > 1500, "{refused}");
    let (found, stated): (BTreeSet<_>, BTreeSet<_>) = (free.lines().collect(), FREE.lines().collect());
    assert!(found == stated, "now free: {:#?}\nstated: {:#?}", &found - &stated, &stated - &found);
}

#[test]
fn an_open_header_set_or_another_order_is_refused() {
    let (grammar, world) = (grammar(), World::demo());
    let shown = world.traffic_stop();
    let mut wider = shown.tokens[0].issued();
    wider.unprotected = Map::new().with(33, vec![0_u8]).into();
    assert!(!grammar.takes("sd-cwt", &wider.item()));
    let salted = |members: [Item; 3]| grammar.takes("salted", &Item::array(members));
    assert!(salted([[0; 16].into(), "value".into(), 1.into()]));
    assert!(!salted([[0; 16].into(), 1.into(), "value".into()]), "salt, key, value: the order before draft -04");
    let mut twice = shown.draft();
    twice[0].claims.push(7, [1; 16]);
    assert!(!grammar.takes("sd-kbt", &twice[0].sign().item()), "a key twice");
    let members = |n: usize| Item::array(vec![shown.present().item(); n]);
    assert_eq!([0, 1, 2, 4, 5].map(|n| grammar.takes("presentation", &members(n))), [false, false, true, true, false]);
}

/// Snippets of RFC 8610, in the subset.
#[test]
fn the_matcher_takes_and_refuses_what_rfc_8610_says() {
    let takes = |grammar: &str, hex: &str| {
        let bytes: Vec<u8> =
            hex.as_bytes().chunks(2).flat_map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16)).collect();
        Grammar::new(grammar).takes_bytes("it", &bytes)
    };
    // §2.2.2.1 ranges, §2.2.1 choices, §3.1 occurrences.
    let bytes = "it = 0..255 ; inclusive";
    assert_eq!(["00", "18ff", "190100", "20", "40"].map(|hex| takes(bytes, hex)), [true, true, false, false, false]);
    let attire = "it = \"bow tie\" / \"necktie\" / -7";
    assert_eq!(["67626f7720746965", "26", "27", "6161"].map(|hex| takes(attire, hex)), [true, true, false, false]);
    let apartment = "it = { ? 1 => kitchen, + bed => uint, * tstr => bool } kitchen = tstr bed = 10..20";
    let of =
        ["a10a01", "a101616b", "a201616b0a01", "a30a010b026161f5", "a20a010b", "a20a010a02", "a10a20", "a20a0118ff00"];
    assert_eq!(of.map(|hex| takes(apartment, hex)), [true, false, true, true, false, false, false, false]);
    let floor = "it = [2*3 int, ? tstr, *2 bytes] bytes = bstr .size 1";
    let of = [
        "8101",
        "820120",
        "8301206161",
        "83010203",
        "8401020304",
        "8501024100410041",
        "8401024100410f",
        "8401024100420000",
    ];
    assert_eq!(of.map(|hex| takes(floor, hex)), [false, true, true, true, false, false, true, false]);
    // §3.6 tags, §3.8.4 embedded CBOR, §2.2.3 major types, appendix D.
    let tagged = "it = #6.100(int) / bstr .cbor [#7.59, bool] / [* {* uint => it}]";
    let of = [
        "d86420",
        "d8646100",
        "4582f83bf5",
        "4482f83bf5",
        "4482f83b01",
        "4682f83bf500",
        "80",
        "81a100d86401",
        "81a10001",
    ];
    assert_eq!(of.map(|hex| takes(tagged, hex)), [true, false, false, true, false, false, true, true, false]);
}

#[test]
#[should_panic = "not defined"]
fn a_name_defined_nowhere_stops() {
    Grammar::new("it = [that]");
}

#[test]
#[should_panic = "not read"]
fn a_sign_outside_the_subset_stops() {
    Grammar::new("it = &(a)");
}
