//! N121: Claim 169 codes, bound to nobody and shown by whoever has a copy.

use doichieu::field::Kind;

use super::{Case, Expect, Input, Store};
use crate::cbor::{Item, Map};
use crate::claim169::{self, BASIS, CodeDraft, FORMAT, IDENTITY_DATA, ISSUER};
use crate::cose::{Signed, protected};
use crate::frame::Deflate;
use crate::issuer::{Issuer, SD_CWT};
use crate::key::Alg;
use crate::scene::World;

const DAY: u64 = 86_400;
const YEAR: u64 = 365 * DAY;
/// What every code of this form is referred for, once it is proven: no key holds it, and it does not say until when the
/// identity is in force.
const ALWAYS: [&str; 2] = ["held.not_bound", "paper.bearing_missing"];

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new(Alg::Ed25519);
    read(&mut group);
    basis(&mut group);
    signature(&mut group);
    headers(&mut group);
    claims(&mut group);
    times(&mut group);
    attributes(&mut group);
    entry(&mut group);
    let mut p256 = Group::new(Alg::P256);
    for (id, alg) in [("N121/es256", -7), ("N121/esp256", -9)] {
        let draft = p256.with(|draft| draft.protected.set(1, alg));
        p256.add(id, "P-256 by either of its numbers is the same algorithm.", draft.text(), values(&[]));
    }
    group.cases.extend(p256.cases);
    group.cases
}

/// Cases of one world, read on a legal basis.
struct Group {
    world: World,
    issuer: Issuer,
    cases: Vec<Case>,
}

impl Group {
    fn new(alg: Alg) -> Self {
        let world = claim169::world(alg);
        let issuer = claim169::issuer(&world, alg);
        Self { world, issuer, cases: Vec::new() }
    }

    fn draft(&self) -> CodeDraft {
        CodeDraft::new(&self.world, &self.issuer)
    }

    fn with(&self, change: impl FnOnce(&mut CodeDraft)) -> CodeDraft {
        let mut draft = self.draft();
        change(&mut draft);
        draft
    }

    fn add(&mut self, id: &str, says: &str, text: String, expect: Expect) {
        self.add_on(Some(BASIS), id, says, text, expect);
    }

    /// On another basis, or on none.
    fn add_on(&mut self, basis: Option<&str>, id: &str, says: &str, text: String, expect: Expect) {
        let mut case = Case::traffic(id, says, &self.world, Input::Text(text), expect);
        case.basis = basis.map(str::to_owned);
        self.cases.push(case);
    }

    /// With one thing changed before it is signed.
    fn signed(&mut self, id: &str, says: &str, change: impl FnOnce(&mut CodeDraft), expect: Expect) {
        let text = self.with(change).text();
        self.add(id, says, text, expect);
    }

    /// With one thing changed after it was signed.
    fn sent(&mut self, id: &str, says: &str, change: impl FnOnce(&mut Signed), expect: Expect) {
        let mut signed = self.draft().sign();
        change(&mut signed);
        self.add(id, says, claim169::text(&signed.encode(), Deflate::Always), expect);
    }
}

/// Proven, and never more than referred: these codes beside those that always come.
fn values(more: &[&str]) -> Expect {
    let mut codes: Vec<_> = ALWAYS.iter().chain(more).copied().collect();
    codes.sort_unstable();
    Expect::standing("refer", &codes)
}

/// Not proven, and not disproven.
fn unproven(code: &str) -> Expect {
    Expect::no_values("refer", &[code])
}

fn malformed() -> Expect {
    unproven("authentic.claims_malformed")
}

fn read(group: &mut Group) {
    let draft = group.draft();
    let noted = values(&[]).noting("agreed.field_never_passes").noting("agreed.wider_than_asked");
    let says =
        "A code of a listed issuer is read on a legal basis and referred: no key holds it. Its photograph is dropped.";
    group.add("N121/good", says, draft.text(), noted);
    if let Some(mut beside) = group.cases.last().cloned() {
        (beside.id, beside.store) = ("N178/printed".to_owned(), Some(Store::Fails));
        beside.says = "A printed code is no showing: a store that gives no answer was not asked.".to_owned();
        group.cases.push(beside);
    }
    let plain = claim169::text(&draft.sign().encode(), Deflate::Never);
    group.add("N121/not-compressed", "A code that was not compressed is read alike.", plain, values(&[]));
    let ours = format!("DC1:{}", draft.text());
    let says = "Under the prefix of the profile it is no presentation.";
    group.add("N121/our-prefix", says, ours, Expect::unreadable("cose"));
    let tagged = draft.sign().item().tagged(61).encode();
    for (id, deflate) in [("N121/tagged", Deflate::Always), ("N121/tagged-not-compressed", Deflate::Never)] {
        let text = claim169::text(&tagged, deflate);
        group.add(id, "Tag 61 around the signature is read alike.", text, values(&[]));
    }
    group.signed("N121/ed25519", "Ed25519 by its own number.", |draft| draft.protected.set(1, -19), values(&[]));
    let says = "Keys in another order than ours.";
    let mut unsorted = Map::of([(IDENTITY_DATA, draft.claims.get(IDENTITY_DATA).cloned().unwrap_or(Item::from(0)))]);
    for key in [6, 1, 4] {
        unsorted.push(key, draft.claims.get(key).cloned().unwrap_or(Item::from(0)));
    }
    group.signed("N121/unsorted", says, |draft| draft.claims = unsorted.in_given_order(), values(&[]));
}

fn basis(group: &mut Group) {
    let text = group.draft().text();
    let says = "Without a legal basis nothing of it is shown.";
    let expect = Expect::no_values("refer", &["agreed.no_basis", "held.not_bound"]);
    group.add_on(None, "N121/no-basis", says, text.clone(), expect);
    let says = "A legal basis that the role's profile does not name.";
    let expect = Expect::set_up("ask.basis_not_allowed");
    group.add_on(Some("law-91-2025-art-99"), "N121/other-basis", says, text.clone(), expect);
    let (bare, input) = (World::demo(), Input::Text(text.clone()));
    let (says, expect) = ("No issuer of such codes is listed.", unproven("authentic.issuer_not_listed"));
    group.cases.push(Case::traffic("N121/nobody-listed", says, &bare, input, expect));
    let mut world = group.world.clone();
    for profile in world.profiles.iter_mut().filter(|profile| profile.role == "traffic_police") {
        profile.allowance.values_mut().for_each(|scope| drop(scope.remove(&Kind::IDENTITY.number())));
    }
    let says = "A role that may not see identities.";
    let expect = Expect::no_values("refer", &["agreed.paper_not_asked", "held.not_bound"]);
    let mut case = Case::traffic("N121/not-asked", says, &world, Input::Text(text), expect);
    case.basis = Some(BASIS.to_owned());
    group.cases.push(case);
}

fn signature(group: &mut Group) {
    let flip = |signed: &mut Signed| signed.signature_mut().into_iter().flatten().take(1).for_each(|byte| *byte ^= 1);
    let failed = Expect::no_values("refuse", &["authentic.signature_failed"]);
    group.sent("N121/signature", "One bit of the signature.", flip, failed.clone());
    let payload =
        |signed: &mut Signed| signed.payload_mut().into_iter().flatten().rev().take(1).for_each(|byte| *byte ^= 1);
    group.sent("N121/payload", "One bit of what was signed.", payload, failed);
    let draft = group.with(|draft| draft.unprotected = Map::new());
    group.add("N121/no-kid", "Without a key id the listed keys of the format are tried.", draft.text(), values(&[]));
    let mut signed = draft.sign();
    flip(&mut signed);
    let says = "Without a key id nothing says whose it is, so a signature that does not hold is somebody else's.";
    let text = claim169::text(&signed.encode(), Deflate::Always);
    group.add("N121/no-kid-signature", says, text, unproven("authentic.issuer_not_listed"));
    let none = |signed: &mut Signed| signed.signature = Item::Bytes(Vec::new());
    group.sent("N121/unsigned", "No signature at all.", none, unproven("authentic.not_signed"));
    let short = |signed: &mut Signed| signed.signature = Item::Bytes(vec![1; 63]);
    group.sent("N121/short-signature", "A signature of 63 bytes.", short, Expect::unreadable("cose"));
    let unknown = |draft: &mut CodeDraft| draft.unprotected = Map::new().with(4, vec![5_u8; 8]);
    group.signed("N121/unknown-key", "A key that nobody listed.", unknown, unproven("authentic.issuer_not_listed"));
    let says = "A listed key under another algorithm.";
    let other = |draft: &mut CodeDraft| draft.protected.set(1, -7);
    group.signed("N121/other-algorithm", says, other, Expect::no_values("refuse", &["authentic.algorithm_differs"]));
    for (id, tag) in [("N121/encrypted", false), ("N121/encrypted-tagged", true)] {
        let item = claim169::encrypted();
        let item = if tag { item.tagged(61) } else { item };
        let text = claim169::text(&item.encode(), Deflate::Always);
        group.add(id, "Encrypted, and there is no key for it.", text, unproven("authentic.encrypted"));
    }
}

fn headers(group: &mut Group) {
    let cose = || Expect::unreadable("cose");
    let says = "The algorithm stands where nobody signs it.";
    let unsigned = |draft: &mut CodeDraft| {
        draft.protected = Map::new();
        draft.unprotected.set(1, -8);
    };
    group.signed("N121/alg-unprotected", says, unsigned, cose());
    group.signed("N121/no-alg", "No algorithm.", |draft| draft.protected = Map::new(), cose());
    let kid = |draft: &mut CodeDraft| draft.protected.set(4, draft.key.kid());
    let says = "A label in both buckets makes two readers disagree.";
    group.signed("N121/kid-twice", says, kid, Expect::unreadable("cbor"));
    let moved = |draft: &mut CodeDraft| {
        draft.protected.set(4, draft.key.kid());
        draft.unprotected = Map::new();
    };
    group.signed("N121/kid-protected", "The key id in the protected bucket.", moved, values(&[]));
    let critical = |draft: &mut CodeDraft| draft.protected.set(2, Item::array([4_u64]));
    group.signed("N121/crit", "A critical header is not known here.", critical, cose());
    group.signed("N121/typ-cwt", "It says that it is a CWT.", |draft| draft.protected.set(16, 61), values(&[]));
    let says = "It says that it is an SD-CWT of the profile.";
    group.signed("N121/typ-sd-cwt", says, |draft| draft.protected.set(16, SD_CWT), cose());
    let chain = |draft: &mut CodeDraft| draft.unprotected.set(33, vec![0x30_u8, 0x03]);
    group.signed("N121/certificate", "A certificate beside it counts for nothing.", chain, values(&[]));
    let says = "The algorithm twice within a bucket.";
    let twice = |draft: &mut CodeDraft| draft.protected.push(1, -8);
    group.signed("N121/alg-twice", says, twice, Expect::unreadable("cbor"));
    group.sent("N121/detached", "The payload is not there.", |signed| signed.payload = crate::cbor::NULL, cose());
}

fn claims(group: &mut Group) {
    let says = "An attribute twice: two readers would see two people.";
    let twice = |draft: &mut CodeDraft| draft.identity_mut().into_iter().for_each(|map| map.push(4, "Lê Văn Thành"));
    group.signed("N121/attribute-twice", says, twice, malformed());
    let twice = |draft: &mut CodeDraft| draft.claims.push(6, draft.claims.get(6).cloned().unwrap_or(Item::from(0)));
    group.signed("N121/claim-twice", "A claim twice.", twice, malformed());
    let says = "A signed CWT without the claim.";
    let without = |draft: &mut CodeDraft| drop(draft.claims.remove(IDENTITY_DATA));
    group.signed("N121/missing", says, without, unproven("authentic.identity_missing"));
    let text = |draft: &mut CodeDraft| draft.claims.set(IDENTITY_DATA, "x");
    group.signed("N121/not-a-map", "The claim is no map.", text, malformed());
    for (id, key) in [("N121/no-issuer", 1_u64), ("N121/no-expiry", 4), ("N121/no-issue", 6)] {
        let says = "A claim that must be there is not.";
        group.signed(id, says, |draft| drop(draft.claims.remove(key)), malformed());
    }
    let says = "The issuer named is not the owner of the key.";
    let other = |draft: &mut CodeDraft| draft.claims.set(1, "eid.example");
    group.signed("N121/issuer-differs", says, other, Expect::no_values("refuse", &["authentic.issuer_differs"]));
    let says = "Made for a recipient, who is somebody else.";
    group.signed("N121/audience", says, |draft| draft.claims.set(3, "x"), unproven("held.other_audience"));
    let says = "A status of lists that are not in the bundle.";
    let status = |draft: &mut CodeDraft| draft.claims.set(65_535, Map::new());
    group.signed("N121/status", says, status, values(&["current.status_unknown"]));
    let more = |draft: &mut CodeDraft| {
        draft.claims.set(2, "ID-1");
        draft.claims.set(7, vec![1_u8; 16]);
        draft.claims.set("note", Item::Float(1.5));
    };
    group.signed("N121/more-claims", "Claims that nobody here asks about are passed over.", more, values(&[]));
    let beyond = |draft: &mut CodeDraft| draft.claims.set("note", Item::Neg(1 << 63));
    group.signed("N121/number-beyond", "A number below 64 bits, in what nobody asks about.", beyond, malformed());
    let bytes = |draft: &mut CodeDraft| draft.claims.set(Item::Bytes(vec![1]), 1);
    group.signed("N121/bytes-as-key", "A claim under a byte string.", bytes, malformed());
}

fn times(group: &mut Group) {
    let now = group.world.now;
    let issued = now.saturating_sub(7 * DAY);
    let set = |key: u64, value: Item| move |draft: &mut CodeDraft| draft.claims.set(key, value);
    let says = "Not before, in milliseconds.";
    group.signed("N121/nbf-milliseconds", says, set(5, now.saturating_mul(1000).into()), malformed());
    group.signed("N121/nbf-negative", "Not before 1970.", set(5, Item::Neg(5)), malformed());
    group.signed("N121/exp-float", "An expiry with a fraction.", set(4, Item::Float(1.8e9)), malformed());
    group.signed("N121/exp-text", "An expiry in words.", set(4, "2027-01-01".into()), malformed());
    group.signed("N121/nbf-now", "Not before this very second.", set(5, now.into()), values(&[]));
    let later = set(5, now.saturating_add(1).into());
    group.signed("N121/nbf-ahead", "Not before the next second.", later, unproven("authentic.not_yet_valid"));
    let says = "Not before the expiry.";
    let never = |draft: &mut CodeDraft| draft.claims.set(5, draft.claims.get(4).cloned().unwrap_or(Item::from(0)));
    let both = Expect::no_values("refer", &["authentic.not_yet_valid", "authentic.times_disagree"]);
    group.signed("N121/nbf-exp", says, never, both);
    let ahead = set(6, now.saturating_add(31).into());
    group.signed("N121/iat-ahead", "Issued 31 seconds ahead.", ahead, unproven("authentic.not_yet_valid"));
    let life = |seconds: u64| move |draft: &mut CodeDraft| draft.claims.set(4, issued.saturating_add(seconds));
    group.signed("N121/life", "Exactly the longest life.", life(3 * YEAR), values(&[]));
    let long = unproven("authentic.life_too_long");
    group.signed("N121/life-too-long", "A second more than the longest life.", life(3 * YEAR + 1), long);
    let agree = unproven("authentic.times_disagree");
    group.signed("N121/no-life", "An expiry at the issue.", life(0), agree);
    expired(group, now);
}

fn expired(group: &mut Group, now: u64) {
    let at = |exp: u64| move |draft: &mut CodeDraft| draft.claims.set(4, exp);
    group.signed("N121/last-second", "The last second of its term.", at(now.saturating_add(1)), values(&[]));
    let says = "Past its term, within what the role tolerates: read, and referred.";
    group.signed("N121/term-passed", says, at(now), values(&["authentic.term_passed"]));
    let mut late = group.with(|draft| draft.claims.set(6, now.saturating_sub(100 * DAY)));
    late.claims.set(4, now.saturating_sub(30 * DAY));
    group.add("N121/term-tolerated", "Thirty days past its term.", late.text(), values(&["authentic.term_passed"]));
    late.claims.set(4, now.saturating_sub(30 * DAY + 1));
    let says = "A second more: no values.";
    let expect = Expect::no_values("refer", &["authentic.term_passed", "held.not_bound"]);
    group.add("N121/term-not-tolerated", says, late.text(), expect);
}

fn attributes(group: &mut Group) {
    let set = |id: u64, value: Item| {
        move |draft: &mut CodeDraft| draft.identity_mut().into_iter().for_each(|map| map.set(id, value.clone()))
    };
    for (id, value) in [
        ("N121/birth-dashes", Item::from("1991-04-12")),
        ("N121/birth-number", Item::from(19_910_412_u64)),
        ("N121/birth-year", Item::from("1991")),
    ] {
        group.signed(id, "A date of birth in a form that issuers use.", set(8, value), values(&[]));
    }
    let says = "A date of birth that is none: not shown, and referred.";
    for (id, value) in [
        ("N121/birth-no-day", Item::from("19910431")),
        ("N121/birth-other-order", Item::from("12/04/1991")),
        ("N121/birth-bytes", Item::Bytes(vec![1])),
    ] {
        group.signed(id, says, set(8, value), values(&["paper.field_malformed"]));
    }
    group.signed("N121/gender-text", "A gender as a text of one digit.", set(9, "2".into()), values(&[]));
    let says = "Fingers, irises, face and voice are dropped whatever the basis.";
    let biometrics = |draft: &mut CodeDraft| {
        let data = Item::array([Map::new().with(0, vec![1_u8; 8]).with(1, 0)]);
        for id in 50..=65_u64 {
            draft.identity_mut().into_iter().for_each(|map| map.set(id, data.clone()));
        }
    };
    group.signed("N121/biometrics", says, biometrics, values(&[]).noting("agreed.field_never_passes"));
    for (id, attribute, says) in [
        ("N121/voice", 65, "A voice is a biometric."),
        ("N121/free-biometric", 74, "What is kept free for biometrics is taken for one."),
    ] {
        let alone = move |draft: &mut CodeDraft| {
            if let Some(map) = draft.identity_mut() {
                drop((map.remove(16), map.remove(17)));
                map.set(attribute, vec![1_u8; 8]);
            }
        };
        group.signed(id, says, alone, values(&[]).noting("agreed.field_never_passes"));
    }
    let bare = |draft: &mut CodeDraft| {
        draft.claims.set(IDENTITY_DATA, Map::new().with(1, "3918592438").with(99, Item::Simple(21)));
    };
    let says = "A number of another country and an attribute nobody assigned are left out: nothing remains to show.";
    group.signed("N121/nothing-known", says, bare, Expect::no_values("refer", &ALWAYS));
}

fn entry(group: &mut Group) {
    let says = "The entry of the issuer does not list the format.";
    let mut issuer = group.issuer.clone();
    issuer.formats = vec!["dc1".to_owned()];
    listed(group, "N121/format-not-listed", says, &issuer, unproven("authentic.format_not_listed"));
    let mut issuer = group.issuer.clone();
    issuer.kinds = [(Kind::DRIVING_LICENCE.number(), vec![ISSUER.into()])].into();
    let says = "The entry of the issuer does not list identities.";
    let expect =
        Expect::no_values("refer", &["authentic.format_not_listed", "held.not_bound", "paper.bearing_missing"]);
    listed(group, "N121/kind-not-listed", says, &issuer, expect);
    let mut issuer = group.issuer.clone();
    issuer.key.state = 2;
    let says = "The issuer's key was exposed.";
    listed(group, "N121/compromised", says, &issuer, unproven("authentic.key_compromised"));
    let mut issuer = group.issuer.clone();
    issuer.key.from = group.world.now.saturating_sub(DAY);
    let says = "Signed before the period of the key.";
    listed(group, "N121/key-period", says, &issuer, unproven("authentic.key_not_in_period"));
    let eid = CodeDraft::new(&group.world, &group.world.eid);
    let says = "A key that signs presentations does not sign codes.";
    let expect = Expect::no_values("refer", &["authentic.format_not_listed", "authentic.life_too_long"]);
    group.add("N121/key-of-dc1", says, eid.text(), expect);
    // And the other way round.
    let mut spec = group.world.token_spec(group.world.preset_papers("traffic_police", &[Kind::IDENTITY]));
    spec.account_status = None;
    let token = group.issuer.draft(&spec);
    assert_eq!(token.protected, protected(&group.issuer.key.key, SD_CWT));
    let text = group.world.scene_with("traffic_police", vec![token.sign()]).text();
    let says = "A key that signs codes does not sign presentations.";
    group.add("N121/key-of-codes", says, text, unproven("authentic.format_not_listed"));
    assert!(group.issuer.formats.iter().any(|format| format == FORMAT));
}

/// With another entry for the same issuer.
fn listed(group: &mut Group, id: &str, says: &str, issuer: &Issuer, expect: Expect) {
    let text = group.draft().text();
    let mut world = group.world.clone();
    world.more_issuers = vec![issuer.entry()];
    let mut case = Case::traffic(id, says, &world, Input::Text(text), expect);
    case.basis = Some(BASIS.to_owned());
    group.cases.push(case);
}
