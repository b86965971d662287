//! What we ask for and why; the challenge in its two steps.

use crate::clock::seconds;
use crate::encounter_seed::{EncounterSeed, exactly};
use crate::names;
use crate::object::{member, text};
use crate::{shared, thrown};
use alloc::string::{String, ToString};
use doichieu::field::Purpose;
use doichieu::{Inspector, LegalBasis, Seed, Wants};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What asks for everything: no kind of paper is called so.
const ALL: &str = "all";

/// What one inspection asks for: see [`doichieu::Ask`].
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Ask(pub(crate) doichieu::Ask);

#[wasm_bindgen]
impl Ask {
    /// The same ask beside a vehicle that the officer picked.
    ///
    /// # Errors
    /// An `ArgumentError`.
    #[wasm_bindgen(js_name = forVehicle)]
    pub fn for_vehicle(&self, vehicle: &JsValue) -> Result<Self, JsValue> {
        Ok(Self(self.0.clone().for_vehicle(names::vehicle(vehicle)?)))
    }

    /// The same ask beside a vehicle whose plate the officer reads.
    #[wasm_bindgen(js_name = forPlate)]
    #[must_use]
    pub fn for_plate(&self, plate: String) -> Self {
        Self(self.0.clone().for_plate(plate))
    }

    /// The same ask, after a person at the post said of a showing that it is still this person who shows it.
    ///
    /// # Errors
    /// An `ArgumentError` for what is no showing.
    #[wasm_bindgen(js_name = stillThisPerson)]
    pub fn still_this_person(&self, of: &JsValue) -> Result<Self, JsValue> {
        let showing = shared::showing_of(of);
        let showing = showing.ok_or_else(|| thrown::argument("argument.showing", "a report's showing was expected"))?;
        Ok(Self(self.0.clone().still_this_person(&showing)))
    }

    /// Why it asks: the name of its purpose, or its number where this engine has no name for it.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn purpose(&self) -> JsValue {
        let purpose = self.0.purpose();
        purpose.name().map_or_else(|| crate::clock::number(purpose.number()).into(), JsValue::from_str)
    }

    /// The question it asks instead of fields, by name.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn question(&self) -> JsValue {
        text(self.0.question().map(doichieu::Question::name))
    }

    /// The legal basis it rests on, by code; none: on consent alone.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn basis(&self) -> JsValue {
        text(self.0.legal_basis().map(LegalBasis::code))
    }

    /// Whether it asks for a field of a kind of paper.
    ///
    /// # Errors
    /// An `ArgumentError` for a name that is none.
    pub fn wants(&self, kind: &str, field: &str) -> Result<bool, JsValue> {
        let kind = names::kind(kind)?;
        Ok(self.0.wants(kind, names::field(kind, field)?))
    }

    /// Whether it asks for anything of a kind of paper.
    ///
    /// # Errors
    /// An `ArgumentError` for a name that is none.
    #[wasm_bindgen(js_name = wantsKind)]
    pub fn wants_kind(&self, kind: &str) -> Result<bool, JsValue> {
        Ok(self.0.wants_kind(names::kind(kind)?))
    }

    /// Until when a challenge may be answered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn until(&self) -> Option<f64> {
        self.0.until().map(seconds)
    }

    /// The two digits of a challenge.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn digits(&self) -> JsValue {
        text(self.0.digits().map(|digits| digits.to_string()).as_deref())
    }

    /// The two digits of the post, where what is shown unprompted has to carry them.
    #[wasm_bindgen(getter, js_name = postDigits)]
    #[must_use]
    pub fn post_digits(&self) -> JsValue {
        text(self.0.post_digits().map(|digits| digits.to_string()).as_deref())
    }
}

/// An ask that waits for the post's signature: see [`doichieu::AskDraft`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct AskDraft(pub(crate) doichieu::AskDraft);

#[wasm_bindgen]
impl AskDraft {
    /// The bytes for the post's key to sign.
    #[wasm_bindgen(js_name = toBeSigned)]
    #[must_use]
    pub fn to_be_signed(&self) -> Uint8Array {
        Uint8Array::from(self.0.to_be_signed())
    }

    /// Takes the signature and makes the challenge. The draft is used up, whatever comes of it.
    ///
    /// # Errors
    /// An `AskError` if it is not the post's key's signature.
    pub fn seal(self, signature: &[u8]) -> Result<Challenge, JsValue> {
        self.0.seal(signature).map(Challenge).map_err(thrown::ask)
    }
}

/// A signed challenge: see [`doichieu::Challenge`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Challenge(doichieu::Challenge);

#[wasm_bindgen]
impl Challenge {
    /// `DCQ1:…`, for a QR or an app link.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> JsValue {
        JsValue::from_str(self.0.text())
    }

    /// The ask to inspect the answer with.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn ask(&self) -> Ask {
        Ask(self.0.ask().clone())
    }

    /// The two digits to show beside the code, large.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn digits(&self) -> JsValue {
        JsValue::from_str(&self.0.digits().to_string())
    }
}

/// What is shown unprompted: nothing passed, or `{ question }`, or `{ basis }`.
pub(crate) fn unprompted(
    inspector: &Inspector,
    purpose: &str,
    encounter: &EncounterSeed,
    of: &JsValue,
) -> Result<Ask, JsValue> {
    let (purpose, encounter) = (names::purpose(purpose)?, &encounter.0);
    let ask = match (names::text_in(of, "question")?, names::text_in(of, "basis")?) {
        (None, None) if of.is_undefined() => inspector.unprompted(purpose, encounter),
        (None, None) => {
            return Err(thrown::argument("argument.question", "neither a question nor a basis: for all, pass nothing"));
        }
        (Some(question), None) => inspector.unprompted_question(purpose, names::question(&question)?, encounter),
        (None, Some(basis)) => {
            let basis = LegalBasis::new(&basis);
            let basis = basis.ok_or_else(|| thrown::argument("argument.basis", "no legal basis is written so"))?;
            inspector.on_basis(purpose, &basis, encounter)
        }
        (Some(_), Some(_)) => {
            return Err(thrown::argument("argument.basis", "a question is answered on consent, not on a legal basis"));
        }
    };
    ask.map(Ask).map_err(thrown::ask)
}

/// `{ purpose, only, retention?, origin? }`, or a `question` instead of `only`.
pub(crate) fn wants(of: &JsValue) -> Result<Wants, JsValue> {
    let purpose = names::purpose(&names::text_in(of, "purpose")?.unwrap_or_default())?;
    let mut wants = what(purpose, names::text_in(of, "question")?, &member(of, "only"))?;
    if let Some(seconds) = names::count(of, "retention")? {
        wants = wants.retention(seconds);
    }
    if let Some(origin) = names::text_in(of, "origin")? {
        wants = wants.origin(origin);
    }
    Ok(wants)
}

/// Exactly one of the two. Nothing that is left out, empty or of another kind means everything: that is a word.
fn what(purpose: Purpose, question: Option<String>, only: &JsValue) -> Result<Wants, JsValue> {
    match question {
        Some(question) if only.is_undefined() => Ok(Wants::answer(purpose, names::question(&question)?)),
        None if only.as_string().as_deref() == Some(ALL) => Ok(Wants::all(purpose)),
        None => {
            let mut fields = names::fields_by_kind(only)?.into_iter();
            let (kind, first) = fields.next().ok_or_else(names::no_fields)?;
            Ok(fields.fold(Wants::only(purpose, kind, first), |wants, (kind, fields)| wants.and(kind, fields)))
        }
        Some(_) => Err(names::no_fields()),
    }
}

/// 32 bytes of the host's randomness.
pub(crate) fn seed(bytes: &[u8]) -> Result<Seed, JsValue> {
    exactly(bytes, "argument.seed", "a seed is 32 random bytes, new for each ask").map(Seed::new)
}
