//! The one file of the fuzz crate that speaks to the kit.

use crate::around::unprefixed;
use doichieu::Asked;
use doichieu::field::Kind;
use doichieu_kit::Alg;
use doichieu_kit::animated::{PRESENTATION, animate};
use doichieu_kit::answer;
use doichieu_kit::claim169::{self, CodeDraft};
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::key::Seed;
use doichieu_kit::scene::{Scene, World};
use doichieu_kit::{people, printed};

/// The role of the post in this world.
const ROLE: &str = "traffic_police";

/// Bytes of each part of an animation: a few parts for every frame.
const CHUNK: usize = 400;

/// What the kit made: a bundle, a post's mandate and showings for it, as bytes.
pub struct Minted {
    /// Anchor file, marked as a test's.
    pub roots: Vec<u8>,
    /// Bundle file.
    pub bundle: Vec<u8>,
    /// The bundle that follows it: another number, one mandate revoked.
    pub next: Vec<u8>,
    /// A post's mandate, for traffic control.
    pub mandate: Vec<u8>,
    /// When it all is in force, in seconds.
    pub at: u64,
    /// Frames of genuine showings, each in both forms: as they are, and deflated.
    pub frames: Vec<Vec<u8>>,
    /// The same as animations: the texts of their codes.
    pub animations: Vec<Vec<String>>,
    texts: Vec<String>,
}

impl Minted {
    pub(crate) fn new() -> Self {
        // An Ed25519 wallet: a signature of the other algorithm has a valid twin, and with it a showing of the kit
        // would look like one the kit never minted.
        let world = World::demo().with_holder(Alg::Ed25519);
        let frames: Vec<Vec<u8>> = scenes(&world)
            .iter()
            .map(Scene::present)
            .flat_map(|presentation| [Deflate::Never, Deflate::Always].map(|deflate| presentation.frame(deflate)))
            .collect();
        let texts = frames.iter().map(|frame| frame::text(frame)).collect();
        Self {
            roots: world.anchor(),
            bundle: world.bundle(),
            next: next(&world),
            mandate: world.mandate(ROLE),
            at: world.now,
            animations: frames.iter().map(|frame| animate(frame, PRESENTATION, CHUNK)).collect(),
            frames,
            texts,
        }
    }

    /// The texts of the codes, in the order of `frames`.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }
}

fn next(world: &World) -> Vec<u8> {
    let mut next = world.clone();
    next.number += 1;
    next.revoked.push([1; 16]);
    next.bundle()
}

/// A showing whose phone signed its consent apart from the papers besides.
pub fn consenting() -> Vec<u8> {
    let mut world = World::demo().with_holder(Alg::Ed25519);
    world.signs_consent = true;
    world.traffic_stop().present().frame(Deflate::Never)
}

/// What the post's key makes of the bytes of an ask.
pub fn sign(to_be_signed: &[u8]) -> Vec<u8> {
    World::demo().post_key(ROLE).sign(to_be_signed)
}

/// The sealed answer of this world's citizen to an ask, as the bytes within its code.
pub fn answer(asked: &Asked) -> Vec<u8> {
    let world = World::demo().with_holder(Alg::Ed25519);
    let presentation = answer::answer(&world.traffic_stop(), asked, world.now);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), Seed::new([9; 32]));
    sealed.expect("the key of an ask is a key")
}

/// The text of a sealed answer's code.
pub fn answer_text(sealed: &[u8]) -> String {
    answer::text(sealed)
}

/// The text of an ask's code around its bytes, and back.
pub fn ask_text(ask: &[u8]) -> String {
    doichieu_kit::ask::text(ask)
}

/// The bytes within the text of an ask's code.
pub fn ask_bytes(text: &str) -> Option<Vec<u8>> {
    doichieu_kit::ask::bytes(text)
}

/// The plain codes on everybody's cards.
pub fn printed() -> Vec<String> {
    let all = people::all();
    let of = |person| [Some(printed::chip_card(person)), printed::health_card(person), Some(printed::mrz(person))];
    all.iter().flat_map(of).flatten().collect()
}

/// Identity codes of one person, and the bundle in which their issuer stands.
pub struct Codes {
    /// Anchor file, marked as a test's.
    pub roots: Vec<u8>,
    /// Bundle file.
    pub bundle: Vec<u8>,
    /// A post's mandate.
    pub mandate: Vec<u8>,
    /// A legal basis of the role.
    pub basis: &'static str,
    /// When it all is in force, in seconds.
    pub at: u64,
    /// Genuine frames of one code: compressed or not, tagged or not, with a key id or without.
    pub frames: Vec<Vec<u8>>,
    /// The texts of the codes, and of one that is encrypted.
    pub texts: Vec<String>,
    /// What stands in every genuine one: protected header, payload, signature.
    pub parts: Vec<Vec<u8>>,
}

impl Codes {
    pub(crate) fn new() -> Self {
        let world = claim169::world(Alg::Ed25519);
        let mut draft = CodeDraft::new(&world, &claim169::issuer(&world, Alg::Ed25519));
        let signed = draft.sign();
        let mut items = vec![signed.item(), signed.item().tagged(61)];
        draft.unprotected = doichieu_kit::Map::new();
        items.push(draft.sign().item());
        let deflates = [Deflate::Never, Deflate::Always];
        let frames: Vec<_> =
            items.iter().flat_map(|item| deflates.map(|deflate| frame::frame(&item.encode(), deflate))).collect();
        let mut texts: Vec<_> =
            items.iter().flat_map(|item| deflates.map(|deflate| claim169::text(&item.encode(), deflate))).collect();
        texts.push(claim169::text(&claim169::encrypted().encode(), Deflate::Always));
        let parts = [&signed.protected, &signed.payload, &signed.signature].map(|part| part.encode()).to_vec();
        let (roots, bundle, mandate) = (world.anchor(), world.bundle(), world.mandate(ROLE));
        Self { roots, bundle, mandate, basis: claim169::BASIS, at: world.now, frames, texts, parts }
    }
}

/// The frame that the text of a code without prefix spells, whatever stands around it.
pub fn frame_of_text(text: &[u8]) -> Option<Vec<u8>> {
    base45::decode(unprefixed(core::str::from_utf8(text).ok()?)).ok()
}

/// One paper in clear, three in clear, three behind digests, and a set of two issuers' tokens.
fn scenes(world: &World) -> [Scene; 4] {
    let encounter = [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION];
    let token = |kind| world.token_spec(world.preset_papers(ROLE, &[kind]));
    let set = [(&world.eid, token(Kind::IDENTITY)), (&world.insurer, token(Kind::HEALTH_INSURANCE_CARD))];
    [
        world.preset(ROLE, &[Kind::DRIVING_LICENCE]),
        world.traffic_stop(),
        world.open_choice(ROLE, &encounter),
        world.scene_of(ROLE, &set),
    ]
}
