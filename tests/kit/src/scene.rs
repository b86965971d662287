//! Ready-made worlds: an authority, two issuers, their lists, a citizen with a phone, and posts.
//!
//! A [`World`] is data: change any part, then mint. [`World::new`] is a day on which everything is in order.

use std::collections::BTreeMap;

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;

use crate::Scope;
use crate::authority::Authority;
use crate::batch::Generation;
use crate::bundle::BundleSpec;
use crate::cbor::Map;
use crate::cose::Signed;
use crate::issuer::{Issuer, Token, TokenSpec};
use crate::key::{Alg, Seed, SignKey};
use crate::mandate::MandateSpec;
use crate::paper::{PaperSpec, Source};
use crate::people::{Person, giang};
use crate::profiles::{self, Profile};
use crate::status::StatusList;
use crate::wallet::{MemberDraft, Presentation, Showing, Wallet};

mod driving;
mod family;
mod issuers;
mod one_time;
mod papers;
pub use issuers::issuer;
use papers::put_status;
pub use papers::{WHOLE_STOP, index_of};

/// An hour of November 2026.
pub const NOW: u64 = 1_795_000_000;
/// The list number both issuers use.
pub const LIST: u64 = 1;
/// Index of the account's lock; a paper's index is this and its kind, from kind 6 on ten more: see [`index_of`].
pub const ACCOUNT_INDEX: u64 = 40;
/// Index of the licence's motorcycle part.
pub const MOTORCYCLE_INDEX: u64 = 46;
/// Index of the licence's car part.
pub const CAR_INDEX: u64 = 47;

const YEAR: u64 = 365 * 86_400;
/// The road directorate kept the register of licences from 2010-01-01 until 2025-03-01, when the traffic police took it
/// over.
const DIRECTORATE: [u64; 2] = [1_262_278_800, 1_740_762_000];

/// A world at one time. Ages are seconds before `now`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct World {
    /// Where everything comes from.
    pub seed: Seed,
    /// The time of the inspection.
    pub now: u64,
    /// Who signs bundles and mandates.
    pub authority: Authority,
    /// The issuer of all kinds.
    pub eid: Issuer,
    /// The issuer of health cards only, for sets.
    pub insurer: Issuer,
    /// Entries of further issuers.
    pub more_issuers: Vec<Map>,
    /// The first one's status list.
    pub eid_list: StatusList,
    /// The second one's status list.
    pub insurer_list: StatusList,
    /// Entries of the first one's one-time tokens, where it issues them: see [`World::with_one_time_tokens`].
    pub one_time: Option<Generation>,
    /// Role profiles.
    pub profiles: Vec<Profile>,
    /// What the wallet's presets put into a token, by role; a role without one: what its profile allows.
    pub presets: BTreeMap<String, Scope>,
    /// Revoked mandates.
    pub revoked: Vec<[u8; 16]>,
    /// Until when the bundle says that the law was checked; `None`: it does not say.
    pub law_checked: Option<u64>,
    /// The bundle's number.
    pub number: u64,
    /// Age of the bundle.
    pub bundle_age: u64,
    /// Age of the posts' mandates.
    pub mandate_age: u64,
    /// Age of the tokens.
    pub token_age: u64,
    /// Age of what the registers said.
    pub register_age: u64,
    /// Age of the showing.
    pub showing_age: u64,
    /// Retention the citizen agrees to, seconds.
    pub retention: u64,
    /// How long a screen may show it, as the citizen was told, seconds; `None`: as the role's profile says.
    pub display: Option<u64>,
    /// Distinguishes the cti of two showings.
    pub showing: String,
    /// Whether the phone signs its consents apart from the papers too.
    pub signs_consent: bool,
    /// Whose papers.
    pub person: Person,
    /// The citizen's phone.
    pub wallet: Wallet,
}

impl World {
    /// A day on which everything is in order.
    #[must_use]
    pub fn new(seed: Seed, now: u64) -> Self {
        let before = |age: u64| now.saturating_sub(age);
        Self {
            seed,
            now,
            authority: Authority::new(seed.child("authority"), before(YEAR)),
            eid: issuers::eid(seed.child("eid"), now),
            insurer: issuers::insurer(seed.child("insurer"), now),
            more_issuers: Vec::new(),
            eid_list: StatusList::new("https://eid.example/s/1", 256, before(7200)),
            insurer_list: StatusList::new("https://bhxh.example/s/1", 256, before(7200)),
            one_time: None,
            profiles: profiles::all(),
            presets: profiles::all()
                .into_iter()
                .filter_map(|p| Some((p.role.clone(), profiles::preset(&p.role)?)))
                .collect(),
            revoked: Vec::new(),
            law_checked: None,
            number: 57,
            bundle_age: 5400,
            mandate_age: 86_400,
            token_age: 600,
            register_age: 6 * 3600,
            showing_age: 5,
            retention: 0,
            display: None,
            showing: "showing 1".to_owned(),
            signs_consent: false,
            person: giang(),
            wallet: Wallet::new(seed.key(Alg::Ed25519, "holder")),
        }
    }

    /// The same day for everybody: a fixed seed at [`NOW`].
    #[must_use]
    pub fn demo() -> Self {
        Self::new(Seed::new([7; 32]), NOW)
    }

    /// With another phone key.
    #[must_use]
    pub fn with_holder(mut self, alg: Alg) -> Self {
        self.wallet = Wallet::new(self.seed.key(alg, "holder"));
        self
    }

    /// With another person.
    #[must_use]
    pub fn with_person(mut self, person: Person) -> Self {
        self.person = person;
        self
    }

    /// Its time, as a host passes it.
    ///
    /// # Panics
    /// Where somebody set it beyond every time.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a world of a test")]
    pub fn at(&self) -> UnixTime {
        UnixTime::new(self.now).expect("a time in seconds")
    }

    /// An anchor file with the first root.
    #[must_use]
    pub fn anchor(&self) -> Vec<u8> {
        self.authority.first_anchor()
    }

    /// What its bundle holds.
    #[must_use]
    pub fn bundle_spec(&self) -> BundleSpec {
        let one_time = self.one_time.iter().map(|generation| &generation.list);
        let spec = BundleSpec::new(self.number, self.now.saturating_sub(self.bundle_age))
            .issuers([self.eid.entry(), self.insurer.entry()].into_iter().chain(self.more_issuers.iter().cloned()))
            .profiles(self.profiles.iter().map(Profile::map))
            .revoked(self.revoked.iter().copied())
            .status(&self.eid_list.uri, &self.eid_list.sign(&self.eid.status_key.key))
            .status(&self.insurer_list.uri, &self.insurer_list.sign(&self.insurer.status_key.key));
        let spec = match self.law_checked {
            Some(until) => spec.law_checked(until),
            None => spec,
        };
        one_time.fold(spec, |spec, list| spec.status(&list.uri, &list.sign(&self.eid.status_key.key)))
    }

    /// Its bundle file.
    #[must_use]
    pub fn bundle(&self) -> Vec<u8> {
        self.bundle_spec().file(&self.authority)
    }

    /// Sets an entry of the first issuer's status list, and those of its one-time tokens: [`ACCOUNT_INDEX`], that and a
    /// kind, or a part's index.
    pub fn set_status(&mut self, index: u64, value: u8) {
        self.eid_list.set(usize::try_from(index).unwrap_or(usize::MAX), value);
        self.one_time.iter_mut().for_each(|generation| generation.set(index, value));
    }

    /// The profile of a role.
    #[must_use]
    pub fn profile(&self, role: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.role == role)
    }

    /// The key of a role's post, for its challenges.
    #[must_use]
    pub fn post_key(&self, role: &str) -> SignKey {
        self.seed.key(Alg::P256, &format!("post {role}"))
    }

    /// The mandate of a role's post, allowing what its profile allows.
    #[must_use]
    pub fn mandate_spec(&self, role: &str) -> MandateSpec {
        let allowance = self.profile(role).map(|profile| profile.allowance.clone()).unwrap_or_default();
        let iat = self.now.saturating_sub(self.mandate_age);
        let cti = self.seed.bytes16(&format!("licence {role}"));
        MandateSpec::new(&format!("{role}-01"), role, allowance, iat, &self.post_key(role), cti)
    }

    /// The same, signed.
    #[must_use]
    pub fn mandate(&self, role: &str) -> Vec<u8> {
        let signed = |key: &SignKey| self.mandate_spec(role).sign(key).encode();
        self.authority.mandate_key().map(signed).unwrap_or_default()
    }

    /// What a role may see.
    #[must_use]
    pub fn scope(&self, role: &str) -> Scope {
        let scope = self.profile(role).and_then(|profile| profile.allowance.values().next());
        scope.cloned().unwrap_or_default()
    }

    /// One of the person's papers with everything in it, a status reference included.
    #[must_use]
    pub fn paper(&self, kind: Kind) -> Option<PaperSpec> {
        let mut source =
            Source::new(papers::authority_of(&self.person, kind), self.now.saturating_sub(self.register_age));
        if source.authority == "TCDB" {
            // The last word of its books: nobody has asked the holder to exchange the licence since.
            source.as_of = source.as_of.min(DIRECTORATE[1].saturating_sub(1));
        }
        source.status = Some((LIST, index_of(kind)));
        let mut paper = self.person.paper(kind, source)?;
        if kind == Kind::DRIVING_LICENCE {
            put_status(&mut paper, 20, (LIST, MOTORCYCLE_INDEX));
            put_status(&mut paper, 21, (LIST, CAR_INDEX));
        }
        Some(paper)
    }

    /// A token's specification around papers.
    #[must_use]
    pub fn token_spec(&self, papers: Vec<PaperSpec>) -> TokenSpec {
        let mut spec = TokenSpec::new(&self.wallet.key, papers, self.now.saturating_sub(self.token_age));
        spec.account_status = Some((LIST, ACCOUNT_INDEX));
        spec
    }

    /// An unprompted showing to a role.
    #[must_use]
    pub fn showing(&self, role: &str) -> Showing {
        let purpose = self.profile(role).and_then(|profile| profile.allowance.keys().next().copied());
        let iat = self.now.saturating_sub(self.showing_age);
        let purpose = purpose.unwrap_or(Purpose::PUBLIC_SERVICE.number());
        let mut showing = Showing::new(role, purpose, iat, self.seed.bytes16(&self.showing));
        (showing.retention, showing.signs_consent) = (self.retention, self.signs_consent);
        showing.display = self.display;
        showing
    }

    /// A scene of specifications: one token each, signed by the issuer beside it.
    #[must_use]
    pub fn scene_of(&self, role: &str, tokens: &[(&Issuer, TokenSpec)]) -> Scene {
        self.scene_with(role, tokens.iter().map(|(issuer, spec)| issuer.issue(spec)).collect())
    }

    /// A scene around tokens already issued.
    #[must_use]
    pub fn scene_with(&self, role: &str, tokens: Vec<Token>) -> Scene {
        Scene { wallet: self.wallet.clone(), tokens, showing: self.showing(role) }
    }

    /// A preset: one token with exactly the fields a role's preset names, in clear. Kinds the person lacks are left
    /// out; of a kind the preset does not name, everything is put in.
    #[must_use]
    pub fn preset(&self, role: &str, kinds: &[Kind]) -> Scene {
        self.scene_of(role, &[(&self.eid, self.token_spec(self.preset_papers(role, kinds)))])
    }

    /// The papers of a preset.
    #[must_use]
    pub fn preset_papers(&self, role: &str, kinds: &[Kind]) -> Vec<PaperSpec> {
        let scope = self.presets.get(role).cloned().unwrap_or_else(|| self.scope(role));
        let cut = |paper: PaperSpec| match scope.get(&paper.kind) {
            Some(fields) => paper.keep(fields),
            None => paper,
        };
        kinds.iter().filter_map(|kind| self.paper(*kind)).map(cut).collect()
    }

    /// Open choice: one token with every field that may be behind a digest; shown is what the role may see.
    #[must_use]
    pub fn open_choice(&self, role: &str, kinds: &[Kind]) -> Scene {
        let papers = kinds.iter().filter_map(|kind| self.paper(*kind)).map(PaperSpec::redacted_fields).collect();
        let mut scene = self.scene_of(role, &[(&self.eid, self.token_spec(papers))]);
        scene.showing.wanted = Some(self.scope(role));
        scene
    }

    /// A traffic stop: identity, licence, registration.
    #[must_use]
    pub fn traffic_stop(&self) -> Scene {
        self.preset("traffic_police", &[Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION])
    }

    /// A traffic stop with everything that a vehicle needs: licence, registration, inspection, insurance, as far as the
    /// person has them.
    #[must_use]
    pub fn whole_stop(&self) -> Scene {
        self.preset("traffic_police", &WHOLE_STOP)
    }

    /// A clinic desk: identity, of a foreigner the account, and health card.
    #[must_use]
    pub fn clinic(&self) -> Scene {
        self.preset("clinic", &[Kind::IDENTITY, Kind::FOREIGNER_IDENTITY, Kind::HEALTH_INSURANCE_CARD])
    }

    /// A clinic desk with a set: the identity of one issuer, the health card of another.
    #[must_use]
    pub fn clinic_set(&self) -> Scene {
        let identity = self.preset_papers("clinic", &[Kind::IDENTITY, Kind::FOREIGNER_IDENTITY]);
        let card = self.preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD]);
        self.scene_of("clinic", &[(&self.eid, self.token_spec(identity)), (&self.insurer, self.token_spec(card))])
    }
}

/// What a citizen is about to show. Change it, then show it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scene {
    /// The phone.
    pub wallet: Wallet,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The showing.
    pub showing: Showing,
}

impl Scene {
    /// Drafts of its key-binding tokens.
    #[must_use]
    pub fn draft(&self) -> Vec<MemberDraft> {
        self.wallet.draft(&self.tokens, &self.showing)
    }

    /// The presentation.
    #[must_use]
    pub fn present(&self) -> Presentation {
        self.wallet.present(&self.tokens, &self.showing)
    }

    /// The text of the code.
    #[must_use]
    pub fn text(&self) -> String {
        self.present().text()
    }

    /// The text with every key-binding token changed before it is signed.
    pub fn text_with(&self, change: impl FnMut(&mut MemberDraft)) -> String {
        let mut members = self.draft();
        members.iter_mut().for_each(change);
        Presentation::of(members.iter().map(MemberDraft::sign)).text()
    }

    /// The text with every key-binding token changed after it is signed.
    pub fn text_with_signed(&self, change: impl FnMut(&mut Signed)) -> String {
        let mut shown = self.present();
        shown.members.iter_mut().for_each(change);
        shown.text()
    }
}
