//! The demo country at one time, and one citizen's phone in it.

use crate::asked::{self, Asked, Over, question};
use crate::holding;
use crate::object::{error, list, number, object, seconds};
use crate::posts;
use crate::selection;
use crate::showing::Showing;
use crate::stock::{ROOM, Stocks, Taken};
use doichieu::field::{KINDS, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{AskRefused, Bundle, Memory, Question, Roots, needs_by_law};
use doichieu_kit::authority::Authority;
use doichieu_kit::cbor::Map;
use doichieu_kit::key::kid_of;
use doichieu_kit::late;
use doichieu_kit::paper::PaperSpec;
use doichieu_kit::people::Person;
use doichieu_kit::scene::World as Country;
use doichieu_kit::wallet::{Showing as Agreed, Wallet};
use doichieu_kit::{Alg, Item, Scope, Seed, SignKey, answer, people};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The demo country. The same seed gives the same keys, so a wallet's page and a verifier's page that share it know
/// each other.
#[wasm_bindgen]
#[derive(Debug)]
pub struct World {
    country: Country,
    bundle: Bundle,
    stocks: Stocks,
    over: Over,
}

#[wasm_bindgen]
impl World {
    /// A day on which everything is in order. `seed`: 32 bytes, no secret. `person`: a name of [`World::people`], the
    /// first if there is none. `drawn`: when its root was drawn, in seconds; the same day gives the same anchor at any
    /// `now`. Without it the root is a year old.
    ///
    /// # Errors
    /// An `Error` for a seed that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(seed: &[u8], person: Option<String>, now: Option<f64>, drawn: Option<f64>) -> Result<Self, JsValue> {
        let seed: [u8; 32] = seed.try_into().map_err(|_| error("a seed is 32 bytes"))?;
        let person = people::all().into_iter().find(|one| Some(&one.name) == person.as_ref());
        let mut country = country(Seed::new(seed), person, seconds(now));
        if drawn.is_some() {
            country.authority = Authority::new(country.seed.child("authority"), seconds(drawn));
        }
        let bundle = own_lists(&country)?;
        Ok(Self { country, bundle, stocks: Stocks::default(), over: Over::default() })
    }

    /// Brings the phone up to date: tokens and lists of now, and new batches of one-time tokens under new keys.
    ///
    /// # Errors
    /// An `Error` for a time that is none.
    pub fn update(&mut self, now: Option<f64>) -> Result<(), JsValue> {
        let mut later = country(self.country.seed, None, seconds(now));
        (later.person, later.wallet) = (self.country.person.clone(), self.country.wallet.clone());
        // Root keys outlive a day: whoever trusts them today takes the lists of then.
        later.authority = self.country.authority.clone();
        self.country = later;
        (self.bundle, self.stocks) = (own_lists(&self.country)?, Stocks::default());
        Ok(())
    }

    /// The names of the invented people.
    #[must_use]
    pub fn people() -> Vec<String> {
        people::all().into_iter().map(|person| person.name).collect()
    }

    /// The anchor file: a test root.
    #[must_use]
    pub fn anchor(&self) -> Vec<u8> {
        self.country.anchor()
    }

    /// The bundle file, of a number. `without`: a role that it has no profile for, so that no mandate of that role
    /// opens under it.
    #[must_use]
    pub fn bundle(&self, number: Option<u32>, without: Option<String>) -> Vec<u8> {
        let mut country = self.country.clone();
        country.number = number.map_or(country.number, u64::from);
        country.profiles.retain(|profile| Some(&profile.role) != without.as_ref());
        country.bundle()
    }

    /// The roles that have a profile.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn roles(&self) -> Vec<String> {
        self.country.profiles.iter().map(|profile| profile.role.clone()).collect()
    }

    /// The mandate of a role's post. The post has a name that people can read, and that says it is invented.
    #[must_use]
    pub fn mandate(&self, role: &str) -> Vec<u8> {
        let signer = self.country.authority.mandate_key();
        signer.map(|key| posts::mandate_spec(&self.country, role).sign(key).encode()).unwrap_or_default()
    }

    /// A mandate of a role for a key that somebody else holds: `point` is its public half, the 65 bytes of a P-256
    /// point that is not compressed. Whether it lies on the curve is found by who opens the mandate.
    ///
    /// # Errors
    /// An `Error` for a point that is none, or a role that has no profile.
    #[wasm_bindgen(js_name = mandateFor)]
    pub fn mandate_for(&self, role: &str, point: &[u8]) -> Result<Vec<u8>, JsValue> {
        let key = public_key(point).ok_or_else(|| error("no public half of a P-256 key"))?;
        self.country.profile(role).ok_or_else(|| error("no role is called so"))?;
        let signer = self.country.authority.mandate_key().ok_or_else(|| error("nobody signs mandates"))?;
        let mut spec = posts::mandate_spec(&self.country, role);
        // Revoked alone, not with the mandate of the demo's own key.
        spec.cti = self.country.seed.bytes16(&format!("licence {role} {:?}", kid_of(&key)));
        spec.key = key.into();
        Ok(spec.sign(signer).encode())
    }

    /// The private key of a role's post, a test key: `{ d, x, y }`, for the face to make a JWK of.
    #[wasm_bindgen(js_name = postKey)]
    #[must_use]
    pub fn post_key(&self, role: &str) -> JsValue {
        parts(&self.country.post_key(role))
    }

    /// What the citizen has: `{ kind: [field, …], … }`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn papers(&self) -> JsValue {
        let papers = KINDS.iter().filter_map(|row| self.country.paper(row.kind));
        selection::written(&papers.map(|paper| (paper.kind, paper.fields.keys().copied().collect())).collect())
    }

    /// The same in words, for the citizen's own screen:
    /// `[{ kind, vi, en, fields: [{ name, vi, en, display, value? }] }]`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn holding(&self) -> JsValue {
        holding::papers(KINDS.iter().filter_map(|row| self.country.paper(row.kind)))
    }

    /// Every question that may be asked of a mandate, in words.
    #[must_use]
    pub fn questions() -> JsValue {
        list(Question::all().map(question))
    }

    /// What a role's preset shows of it: what a code made unprompted carries unless the citizen declines some of it.
    #[must_use]
    pub fn preset(&self, role: &str) -> JsValue {
        selection::written(&self.preset_scope(role))
    }

    /// The kinds of it that the law or the purpose of a role needs, by name: what else may be shown is optional there.
    /// Of a purpose that no row of law speaks of, every kind that the role may see is.
    #[must_use]
    pub fn needed(&self, role: &str) -> Vec<String> {
        let Some(profile) = self.country.profiles.iter().find(|profile| profile.role == role) else {
            return Vec::new();
        };
        let scope = self.country.scope(role);
        let of_purpose = || needs_by_law().filter(|row| profile.allowance.contains_key(&row.what.purpose.number()));
        let by_law = |kind: Kind| of_purpose().any(|row| row.what.kind == kind || row.what.instead == Some(kind));
        let no_law = of_purpose().next().is_none();
        let kinds =
            KINDS.iter().filter(|row| if no_law { scope.contains_key(&row.kind.number()) } else { by_law(row.kind) });
        kinds.map(|row| row.name.to_owned()).collect()
    }

    /// Opens an ask against the wallet's own lists: `Asked`, or `{ kind: "refused", code, vi, en }`.
    #[must_use]
    pub fn asked(&self, text: &str, now: Option<f64>) -> JsValue {
        let now = UnixTime::new(seconds(now));
        now.map_or_else(
            || asked::refused(AskRefused::ClockWrong),
            |now| asked::open(text, &self.bundle, now, &self.over),
        )
    }

    /// Takes a one-time token for what was agreed to, to be shown unprompted to any post of a role.
    ///
    /// # Errors
    /// An `Error` for a selection that is none.
    pub fn take(&mut self, role: &str, agreed: &JsValue) -> Result<Taken, JsValue> {
        let agreed = selection::read(agreed)?;
        self.taken(role, agreed)
    }

    /// The same for the answer to a question, and nothing else.
    ///
    /// # Errors
    /// An `Error` for a question that is none, or where the citizen has no mandate.
    #[wasm_bindgen(js_name = takeAnswer)]
    pub fn take_answer(&mut self, role: &str, name: &str) -> Result<Taken, JsValue> {
        let question = Question::from_name(name).ok_or_else(|| error("no question is called so"))?;
        let (kind, _) = question.needs();
        let paper = self.country.paper(kind).ok_or_else(|| error("there is no paper that answers it"))?;
        let showing = self.showing(role).answering(question);
        let wanted = showing.wanted.clone();
        self.token(vec![paper.redacted_fields()], showing, wanted)
    }

    /// The same for the answer to an ask; a question is agreed to as a whole.
    ///
    /// # Errors
    /// An `Error` for a selection that is none.
    #[wasm_bindgen(js_name = takeFor)]
    pub fn take_for(&mut self, asked: &Asked, agreed: &JsValue) -> Result<Taken, JsValue> {
        let of = asked.of();
        let agreed = if of.question().is_some() { answer::wanted(of) } else { selection::read(agreed)? };
        self.taken(of.role(), agreed)
    }

    /// Takes a one-time token and shows it, unprompted. `cti`: 16 random bytes, new for each showing. `retention`: for
    /// how many seconds it was agreed that it is kept, 0 where that was declined; without it, [`World::retention`].
    ///
    /// # Errors
    /// An `Error` for a selection or a `cti` that is none.
    pub fn show(
        &mut self,
        role: &str,
        agreed: &JsValue,
        cti: &[u8],
        now: Option<f64>,
        retention: Option<f64>,
    ) -> Result<Showing, JsValue> {
        self.take(role, agreed)?.show(cti, now, retention)
    }

    /// Takes one and shows the answer to a question, unprompted, to any post of a role.
    ///
    /// # Errors
    /// An `Error` for a question or a `cti` that is none, or where the citizen has no mandate.
    #[wasm_bindgen(js_name = showAnswer)]
    pub fn show_answer(&mut self, role: &str, name: &str, cti: &[u8], now: Option<f64>) -> Result<Showing, JsValue> {
        self.take_answer(role, name)?.show(cti, now, None)
    }

    /// Takes one and answers an ask with what was agreed to, sealed to that very ask. `random`: 48 random bytes, new
    /// for each answer. `retention`: as in [`World::show`]; without it, what the ask asks for.
    ///
    /// # Errors
    /// An `Error` for a selection or random bytes that are none, or for an ask that is not to be answered.
    pub fn answer(
        &mut self,
        asked: &Asked,
        agreed: &JsValue,
        random: &[u8],
        now: Option<f64>,
        retention: Option<f64>,
    ) -> Result<Showing, JsValue> {
        self.take_for(asked, agreed)?.answer(asked, random, now, retention)
    }

    /// How long a role asks to keep what it is shown unprompted, in seconds; 0: not at all. To be said before anything
    /// is agreed to, and to be declined apart from it.
    #[must_use]
    pub fn retention(&self, role: &str) -> f64 {
        number(posts::retention(&self.country, role))
    }

    /// How long a post of a role may have it on a screen, in seconds: to be said before anything is agreed to, for it
    /// is written into what the citizen signs.
    #[wasm_bindgen(js_name = displaySeconds)]
    #[must_use]
    pub fn display_seconds(&self, role: &str) -> Option<f64> {
        self.told_display(role).map(number)
    }

    /// The purpose a role shows its papers for, by name.
    #[must_use]
    pub fn purpose(&self, role: &str) -> Option<String> {
        Purpose::new(self.country.showing(role).purpose).name().map(str::to_owned)
    }

    /// What an issuer or the authority says of a paper from the next bundle on: 0 valid, 1 revoked, 2 suspended. `kind`
    /// by name, `account`, or a part: `motorcycle_part`, `car_part`.
    ///
    /// # Errors
    /// An `Error` for a name that is none.
    #[wasm_bindgen(js_name = setStatus)]
    pub fn set_status(&mut self, of: &str, value: u8) -> Result<(), JsValue> {
        use doichieu_kit::scene::{ACCOUNT_INDEX, CAR_INDEX, MOTORCYCLE_INDEX, index_of};
        let index = match of {
            "account" => Some(ACCOUNT_INDEX),
            "motorcycle_part" => Some(MOTORCYCLE_INDEX),
            "car_part" => Some(CAR_INDEX),
            kind => Kind::from_name(kind).map(index_of),
        };
        self.country.set_status(index.ok_or_else(|| error("nothing with a status is called so"))?, value);
        Ok(())
    }

    /// The people's names and kinds of paper, for a picker: `[{ name, kinds }]`.
    #[wasm_bindgen(js_name = peopleWithPapers)]
    #[must_use]
    pub fn people_with_papers(&self) -> JsValue {
        list(people::all().into_iter().map(|person| {
            let country = self.country.clone().with_person(person);
            let kinds =
                KINDS.iter().filter(|row| country.paper(row.kind).is_some()).map(|row| JsValue::from_str(row.name));
            object([("name", JsValue::from_str(&country.person.name)), ("kinds", list(kinds))])
        }))
    }
}

impl World {
    /// As the citizen is told.
    fn showing(&self, role: &str) -> Agreed {
        let mut showing = self.country.showing(role);
        showing.display = self.told_display(role);
        showing.retention = posts::retention(&self.country, role);
        showing
    }

    fn told_display(&self, role: &str) -> Option<u64> {
        self.country.profile(role).map(|profile| profile.display)
    }

    /// The preset if all of it was agreed to, else papers of which every field can be kept back.
    fn taken(&mut self, role: &str, agreed: Scope) -> Result<Taken, JsValue> {
        let kinds = selection::kinds(&agreed);
        let (preset, showing) = (self.country.preset_papers(role, &kinds), self.showing(role));
        if self.country.presets.contains_key(role) && self.scope_of(&preset) == agreed {
            return self.token(preset, showing, None);
        }
        let papers = kinds.iter().filter_map(|kind| self.country.paper(*kind)).map(PaperSpec::redacted_fields);
        self.token(papers.collect(), showing, Some(agreed))
    }

    fn token(&mut self, papers: Vec<PaperSpec>, showing: Agreed, wanted: Option<Scope>) -> Result<Taken, JsValue> {
        let taken = self.stocks.take(&self.country, papers).ok_or_else(|| error("the demo country issues none"))?;
        Ok(Taken::of(taken, showing, wanted))
    }

    fn preset_scope(&self, role: &str) -> Scope {
        let kinds: Vec<_> = KINDS.iter().map(|row| row.kind).collect();
        let allowed = self.country.scope(role);
        let mut scope = self.scope_of(&self.country.preset_papers(role, &kinds));
        scope.retain(|kind, _| allowed.contains_key(kind));
        scope
    }

    fn scope_of(&self, papers: &[PaperSpec]) -> Scope {
        papers.iter().map(|paper| (paper.kind, paper.fields.keys().copied().collect())).collect()
    }
}

/// The demo country, with the phone of a person in it, the first if none is named.
fn country(seed: Seed, person: Option<Person>, now: u64) -> Country {
    let mut country = Country::new(seed, now).with_one_time_tokens(ROOM);
    country.signs_consent = true;
    if let Some(person) = person {
        country.wallet = Wallet::new(country.seed.key(Alg::P256, &person.name));
        country.person = person;
    }
    country
}

/// The bundle that the citizen's app carries.
fn own_lists(country: &Country) -> Result<Bundle, JsValue> {
    let roots = Roots::dangerous_test(&country.anchor()).map_err(|why| error(why.text().en))?;
    Bundle::open(&country.bundle(), &roots, late(), &mut Memory::new()).map_err(|why| error(why.text().en))
}

/// A point that is not compressed (SEC 1 §2.3.3), as a COSE key.
fn public_key(point: &[u8]) -> Option<Map> {
    let (x, y) = point.strip_prefix(&[4]).filter(|rest| rest.len() == 64)?.split_at_checked(32)?;
    Some(Map::of([(1, Item::from(2)), (-1, Item::from(1))]).with(-2, x.to_vec()).with(-3, y.to_vec()))
}

/// The parts of a P-256 key, as bytes.
fn parts(key: &SignKey) -> JsValue {
    let SignKey::P256(secret) = key else { return JsValue::UNDEFINED };
    let coordinate = |label: i64| match key.cose_key().get(label) {
        Some(Item::Bytes(bytes)) => Uint8Array::from(bytes.as_slice()).into(),
        _ => JsValue::UNDEFINED,
    };
    let secret = Uint8Array::from(secret.to_bytes().as_slice()).into();
    object([("d", secret), ("x", coordinate(-2)), ("y", coordinate(-3))])
}
