//! N40 to N50: disclosures and digests.

use doichieu::field::{Field, Kind};

use super::forge::{Group, claims, draft, malformed, paper, refer, refuse, show};
use super::{Case, Expect, Input};
use crate::cbor::{Item, Map, REDACTED, long_head, sha256};
use crate::issuer::{ACCOUNT, TokenDraft};
use crate::paper::{Disclosure, salted};
use crate::scene::World;

pub(super) const IDENTITY: u64 = Kind::IDENTITY.number();
pub(super) const LICENCE: u64 = Kind::DRIVING_LICENCE.number();
const NAME: u64 = Field::FULL_NAME.number();
const BORN: u64 = Field::DATE_OF_BIRTH.number();

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut group = Group::new();
    good(&mut group);
    digests(&mut group);
    twice(&mut group);
    keys(&mut group);
    shapes(&mut group);
    salts(&mut group);
    entries(&mut group);
    group.cases
}

/// A disclosure of a field of the identity.
pub(super) fn field(world: &World, label: &str, of: u64, value: impl Into<Item>) -> Disclosure {
    Disclosure::of_field(IDENTITY, of, world.seed.bytes16(label), value.into())
}

fn of_bytes(of: u64, bytes: Vec<u8>) -> Disclosure {
    Disclosure::of_bytes(IDENTITY, Some(of), bytes)
}

/// Puts digests into the identity and keeps the disclosures; what stood clear under their keys goes.
pub(super) fn blind(draft: &mut TokenDraft, disclosures: &[Disclosure]) {
    if let Some(paper) = draft.paper_mut(IDENTITY) {
        disclosures.iter().filter_map(|d| d.field).for_each(|of| drop(paper.remove(of)));
        paper.set(REDACTED, Item::array(disclosures.iter().map(Disclosure::digest)));
    }
    draft.disclosures.extend(disclosures.iter().cloned());
}

/// An identity with these disclosures signed for, all of them shown.
pub(super) fn disclosing(world: &World, disclosures: &[Disclosure]) -> Input {
    let mut draft = draft(world);
    blind(&mut draft, disclosures);
    show(world, draft.sign())
}

fn not_signed() -> Expect {
    refuse("unaltered.not_signed")
}

pub(super) fn repeated() -> Expect {
    refuse("unaltered.repeated")
}

pub(super) fn misshapen() -> Expect {
    refer("unaltered.malformed")
}

fn good(group: &mut Group) {
    let world = group.world.clone();
    let kinds = [Kind::IDENTITY, Kind::DRIVING_LICENCE];
    let open = Input::of(&world.open_choice("traffic_police", &kinds));
    group.add("N40/good-open-choice", "An open choice with some fields withheld is accepted.", open, Expect::accept());
    let one = disclosing(&world, &[field(&world, "name", NAME, "Trần Thị Giang")]);
    group.add("N40/good-one", "One field behind a digest is accepted.", one, Expect::accept());
    let whole: Vec<_> =
        world.preset_papers("traffic_police", &kinds).into_iter().map(crate::paper::PaperSpec::grouped).collect();
    let grouped = Input::of(&world.scene_of("traffic_police", &[(&world.eid, world.token_spec(whole))]));
    group.add("N40/good-grouped", "Papers that are digests as a whole are accepted.", grouped, Expect::accept());
}

/// N40, N41, N49, N51: disclosures and digests that do not belong together.
fn digests(group: &mut Group) {
    let world = group.world.clone();
    let gender = || field(&world, "gender", Field::GENDER.number(), "Nữ");
    let mut orphan = draft(&world);
    orphan.disclosures.push(gender());
    group.add("N40/no-digest", "A disclosure that nobody signed for.", show(&world, orphan.sign()), not_signed());
    let mut whole = draft(&world);
    let paper =
        world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]).first().map(|spec| spec.build(world.seed).0);
    whole.disclosures.extend(paper.map(|paper| Disclosure::of_paper(LICENCE, world.seed.bytes16("paper"), paper)));
    group.add(
        "N40/paper-without-digest",
        "A whole licence that nobody signed for.",
        show(&world, whole.sign()),
        not_signed(),
    );

    let name = || field(&world, "name", NAME, "Trần Thị Giang");
    let mut same = draft(&world);
    blind(&mut same, &[name()]);
    same.paper_mut(IDENTITY)
        .into_iter()
        .for_each(|paper| paper.set(REDACTED, Item::array([name().digest(), name().digest()])));
    group.add("N41/same-map", "One digest twice in one paper.", show(&world, same.sign()), repeated());
    let mut maps = draft(&world);
    blind(&mut maps, &[name()]);
    maps.papers_mut().into_iter().for_each(|papers| papers.set(REDACTED, Item::array([name().digest()])));
    group.add("N41/two-maps", "One digest in a paper and beside the papers.", show(&world, maps.sign()), repeated());
    group.add("N41/revealed", "One digest in the payload and in a revealed paper.", revealed_twin(&world), repeated());

    let contents = |disclosure: &Disclosure| sha256(&disclosure.salted);
    let mut draft_of_contents = draft(&world);
    blind(&mut draft_of_contents, &[name()]);
    let paper = draft_of_contents.paper_mut(IDENTITY).into_iter();
    paper.for_each(|paper| paper.set(REDACTED, Item::array([contents(&name())])));
    group.add(
        "N49/contents",
        "A digest over the entry without its head.",
        show(&world, draft_of_contents.sign()),
        not_signed(),
    );

    for length in [0_usize, 31, 33, 48] {
        let mut digest = name().digest().to_vec();
        digest.resize(length, 0);
        let mut draft = draft(&world);
        blind(&mut draft, &[name()]);
        draft.paper_mut(IDENTITY).into_iter().for_each(|paper| paper.set(REDACTED, Item::array([digest.clone()])));
        let says = format!("A digest of {length} bytes.");
        group.add(&format!("N51/digest-{length}"), &says, show(&world, draft.sign()), malformed());
    }
}

/// A clear identity and a hidden licence that hold the same digest.
fn revealed_twin(world: &World) -> Input {
    let mut draft = draft(world);
    let twin = field(world, "twin", NAME, "Trần Thị Giang");
    blind(&mut draft, std::slice::from_ref(&twin));
    let licence = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
    let Some((mut paper, _)) = licence.first().map(|spec| spec.build(world.seed)) else {
        return show(world, draft.sign());
    };
    paper.set(REDACTED, Item::array([twin.digest()]));
    let whole = Disclosure::of_paper(LICENCE, world.seed.bytes16("paper"), paper);
    draft.papers_mut().into_iter().for_each(|papers| papers.set(REDACTED, Item::array([whole.digest()])));
    draft.disclosures.push(whole);
    show(world, draft.sign())
}

/// N42 to N44: one thing said twice.
fn twice(group: &mut Group) {
    let world = group.world.clone();
    let name = field(&world, "name", NAME, "Trần Thị Giang");
    let mut same = draft(&world);
    blind(&mut same, std::slice::from_ref(&name));
    same.disclosures.push(name.clone());
    group.add("N42/same", "One disclosure twice.", show(&world, same.sign()), repeated());
    let other = field(&world, "other name", NAME, "Lò Văn Khánh");
    group.add(
        "N43/two-names",
        "Two signed disclosures of one field.",
        disclosing(&world, &[name.clone(), other]),
        repeated(),
    );
    let mut clear = draft(&world);
    clear.disclosures.push(name.clone());
    clear.paper_mut(IDENTITY).into_iter().for_each(|paper| paper.set(REDACTED, Item::array([name.digest()])));
    group.add("N44/clear", "A disclosed field that stands clear too.", show(&world, clear.sign()), repeated());
    let mut kind = draft(&world);
    let copy = world.preset_papers("traffic_police", &[Kind::IDENTITY]).first().map(|spec| spec.build(world.seed).0);
    let whole: Vec<_> =
        copy.map(|paper| Disclosure::of_paper(IDENTITY, world.seed.bytes16("paper"), paper)).into_iter().collect();
    kind.papers_mut()
        .into_iter()
        .for_each(|papers| papers.set(REDACTED, Item::array(whole.iter().map(Disclosure::digest))));
    kind.disclosures.extend(whole);
    group.add(
        "N44/clear-kind",
        "A disclosed paper of a kind that stands clear too.",
        show(&world, kind.sign()),
        repeated(),
    );
}

/// N45: what may not be behind a digest.
fn keys(group: &mut Group) {
    let world = group.world.clone();
    for claim in [1_u64, 3, 4, 5, 6, 7, 8, 11, 39] {
        let input = claims(&world, |map| {
            let value = map.remove(claim).unwrap_or_else(|| "role:traffic_police".into());
            let disclosure =
                Disclosure::of_bytes(0, None, salted(world.seed.bytes16("claim").into(), value, claim.into()));
            map.set(REDACTED, Item::array([disclosure.digest()]));
        });
        group.add(&format!("N45/claim-{claim}"), &format!("Claim {claim} is behind a digest."), input, malformed());
    }
    let account = claims(&world, |map| {
        map.map_mut(ACCOUNT).into_iter().for_each(|account| account.set(REDACTED, Item::array([[1_u8; 32]])));
    });
    group.add("N45/account", "A digest within the account.", account, malformed());
    let source = paper(&world, |map| {
        map.map_mut(0).into_iter().for_each(|source| source.set(REDACTED, Item::array([[1_u8; 32]])));
    });
    group.add("N45/source", "A digest within the source of a paper.", source, malformed());
    let keys = [
        ("0", "key 0, the source", 0_u64.into()),
        ("65534", "key 65534", 65_534_u64.into()),
        ("65535", "key 65535", 65_535_u64.into()),
        ("2-63", "a key of 2^63", (1_u64 << 63).into()),
        ("redacted", "the key simple(59)", REDACTED),
        ("negative", "a negative key", Item::from(-1)),
        ("text", "a key of text", "full_name".into()),
        ("array", "a list of keys", Item::array([NAME])),
        ("bool", "the key true", true.into()),
    ];
    for (name, what, key) in keys {
        let entry = salted(world.seed.bytes16("key").into(), "Trần Thị Giang".into(), key);
        let input = disclosing(&world, &[of_bytes(1000, entry)]);
        group.add(&format!("N45/key-{name}"), &format!("A disclosure of {what}."), input, misshapen());
    }
    let bearing = world.person.valid_until.clone();
    let says = "A field whose absence flatters is behind a digest: it is read, and held against the issuer.";
    let input = disclosing(&world, &[field(&world, "until", Field::VALID_UNTIL.number(), bearing)]);
    group.add("N45/bearing", says, input, Expect::standing("refer", &["paper.bearing_missing"]));
}

/// N46, N48: entries of another form.
fn shapes(group: &mut Group) {
    let world = group.world.clone();
    let salt = || Item::from(world.seed.bytes16("shape"));
    let name = || Item::from("Trần Thị Giang");
    let rows = [
        ("N46/element", "An entry for a list in a map.", Item::Array(vec![salt(), name()])),
        ("N48/decoy", "A decoy is shown.", Item::Array(vec![salt()])),
        ("N46/four", "An entry of four members.", Item::Array(vec![salt(), name(), NAME.into(), 0_u64.into()])),
        ("N46/draft-order", "An entry with its key before its value.", Item::Array(vec![salt(), NAME.into(), name()])),
        ("N46/json-order", "An entry in another order.", Item::Array(vec![name(), salt(), NAME.into()])),
        ("N46/empty", "An entry of no members.", Item::Array(Vec::new())),
        ("N46/map", "An entry that is a map.", Map::new().with(NAME, name()).into()),
        ("N46/text", "An entry that is a text.", name()),
    ];
    for (id, says, entry) in rows {
        group.add(id, says, disclosing(&world, &[of_bytes(NAME, entry.encode())]), misshapen());
    }
    let says = "A field's entry where a whole paper is due.";
    let mut draft = draft(&world);
    let entry = field(&world, "swap", NAME, "Trần Thị Giang");
    draft.papers_mut().into_iter().for_each(|papers| papers.set(REDACTED, Item::array([entry.digest()])));
    draft.disclosures.push(entry);
    group.add("N46/field-for-paper", says, show(&world, draft.sign()), misshapen());
    let says = "A whole paper where a field is due is a value of the wrong form.";
    let paper = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]).first().map(|spec| spec.source.map());
    let within = Map::new().with(0, paper.unwrap_or_default());
    let input = disclosing(&world, &[field(&world, "swap", NAME, within)]);
    group.add("N46/paper-for-field", says, input, Expect::standing("refer", &["paper.field_malformed"]));
}

/// N47.
fn salts(group: &mut Group) {
    let world = group.world.clone();
    for length in [0_usize, 15, 17, 32] {
        let entry = salted(vec![7_u8; length].into(), "Trần Thị Giang".into(), NAME.into());
        let input = disclosing(&world, &[of_bytes(NAME, entry)]);
        group.add(&format!("N47/{length}"), &format!("A salt of {length} bytes."), input, misshapen());
    }
    let reused =
        [field(&world, "salt", NAME, "Trần Thị Giang"), field(&world, "salt", BORN, world.person.born.clone())];
    group.add("N47/reused", "Two entries with one salt.", disclosing(&world, &reused), misshapen());
    let text = salted("0123456789abcdef".into(), "Trần Thị Giang".into(), NAME.into());
    group.add("N47/text", "A salt of text.", disclosing(&world, &[of_bytes(NAME, text)]), misshapen());
}

/// N50: the hash matches and the bytes are not CBOR as DC1 reads it.
fn entries(group: &mut Group) {
    let world = group.world.clone();
    let salt = || Item::from(world.seed.bytes16("entry"));
    let entry = |value: Item, key: Item| salted(salt(), value, key);
    let name = || Item::from("Trần Thị Giang");
    let mut trailing = entry(name(), NAME.into());
    trailing.push(0);
    let mut cut = entry(name(), NAME.into());
    cut.pop();
    let mut long_array = entry(name(), NAME.into());
    long_array.splice(..1, [0x98, 3]);
    let rows = [
        ("N50/long-key", "A key in two bytes.", entry(name(), Item::Raw(long_head(0, NAME, 1)))),
        ("N50/long-array", "A list's length in two bytes.", long_array),
        ("N50/trailing", "A byte follows the entry.", trailing),
        ("N50/cut", "The entry ends in the middle.", cut),
        ("N50/empty", "No entry at all.", Vec::new()),
        ("N50/utf8", "A name that is not UTF-8.", entry(Item::Raw(vec![0x62, 0xc3, 0x28]), NAME.into())),
        ("N50/null", "A name that is null.", entry(crate::cbor::NULL, NAME.into())),
        ("N50/float", "A name that is a float.", entry(Item::Float(1.0), NAME.into())),
        (
            "N50/unsorted",
            "A value with its keys out of order.",
            entry(Map::of([(2_u64, 0_u64), (1, 0)]).in_given_order().into(), 1000_u64.into()),
        ),
        (
            "N50/deep",
            "A value nested too deep.",
            entry(Item::Raw([vec![0x81; 40], vec![0x80]].concat()), 1000_u64.into()),
        ),
    ];
    for (id, says, entry) in rows {
        group.add(id, says, disclosing(&world, &[of_bytes(NAME, entry)]), misshapen());
    }
}
