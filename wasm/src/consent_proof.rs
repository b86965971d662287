//! The signed consent, kept without the values.

use crate::asked::field_name;
use crate::clock::{at, number, seconds};
use crate::object::{list, object, text};
use crate::report::kind_name;
use doichieu::field::Sensitivity;
use doichieu::{ConsentProof, FileKind, Language, SignedConsent, recognise};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Reads kept consents: see [`doichieu::ConsentProof`].
#[wasm_bindgen(js_name = ConsentProof)]
#[derive(Debug)]
#[non_exhaustive]
pub struct ConsentProofDoor;

#[wasm_bindgen(js_class = ConsentProof)]
impl ConsentProofDoor {
    /// Verifies kept bytes: `{ kind: "consent", … }` or `{ kind: "refused", code, vi, en }`.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn open(bytes: &[u8], now: Option<f64>) -> Result<JsValue, JsValue> {
        Ok(match ConsentProof::open(bytes, at(now)?) {
            Ok(proof) => object(&[
                ("kind", JsValue::from_str("consent")),
                ("role", JsValue::from_str(proof.role())),
                ("post", JsValue::from_str(proof.post())),
                ("received", seconds(proof.received()).into()),
                ("keepUntil", seconds(proof.keep_until()).into()),
                ("consents", list(proof.consents().iter().map(signed))),
            ]),
            Err(why) => {
                let found = recognise(bytes);
                let other = |language| found.in_place_of(FileKind::KeptConsent, language);
                let said = |language| JsValue::from_str(other(language).as_deref().unwrap_or(why.text().of(language)));
                object(&[
                    ("kind", JsValue::from_str("refused")),
                    ("code", JsValue::from_str(why.code())),
                    ("vi", said(Language::Vi)),
                    ("en", said(Language::En)),
                    ("found", text(other(Language::Vi).map(|_| found.name()))),
                ])
            }
        })
    }
}

fn signed(of: &SignedConsent) -> JsValue {
    let fields = of.fields().map(|(kind, fields)| {
        let (mut names, mut sensitive) = (alloc::vec::Vec::new(), alloc::vec::Vec::new());
        for key in fields {
            let name = field_name(kind, key);
            if key.sensitivity(kind) == Sensitivity::Sensitive {
                sensitive.push(name.clone());
            }
            names.push(name);
        }
        object(&[("kind", kind_name(kind)), ("fields", list(names)), ("sensitive", list(sensitive))])
    });
    object(&[
        ("audience", JsValue::from_str(of.audience())),
        ("at", seconds(of.at()).into()),
        ("purpose", text(of.purpose().name())),
        ("fields", list(fields)),
        ("retention", number(of.retention()).into()),
        ("displaySeconds", of.display_seconds().map_or(JsValue::UNDEFINED, |seconds| number(seconds).into())),
        ("question", of.question().map_or(JsValue::UNDEFINED, |question| number(question).into())),
        ("request", of.request().map_or(JsValue::UNDEFINED, |digest| Uint8Array::from(&digest[..]).into())),
        ("holder", Uint8Array::from(&of.holder()[..]).into()),
        ("issuer", JsValue::from_str(of.issuer())),
        ("token", Uint8Array::from(&of.token()[..]).into()),
    ])
}
