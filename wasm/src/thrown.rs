//! What is thrown: faults of set-up and of the caller. Never a verdict, never a value of a paper.

use doichieu::Language;
use doichieu::{AskError, EncounterRefused, FileKind, SetUp, recognise};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(raw_module = "./errors.js")]
extern "C" {
    #[wasm_bindgen(js_name = SetUpError)]
    type SetUpError;

    #[wasm_bindgen(constructor, js_class = "SetUpError")]
    fn new(code: &str, en: &str, vi: &str, found: Option<&str>) -> SetUpError;

    #[wasm_bindgen(js_name = AskError)]
    type AskRefusal;

    #[wasm_bindgen(constructor, js_class = "AskError")]
    fn new(code: &str, en: &str, vi: &str) -> AskRefusal;

    #[wasm_bindgen(js_name = EncounterError)]
    type EncounterError;

    #[wasm_bindgen(constructor, js_class = "EncounterError")]
    fn new(code: &str, en: &str, vi: &str) -> EncounterError;

    #[wasm_bindgen(js_name = ArgumentError)]
    type ArgumentError;

    #[wasm_bindgen(constructor, js_class = "ArgumentError")]
    fn new(code: &str, en: &str) -> ArgumentError;
}

/// Something is wrong with this device's own files.
pub(crate) fn set_up(fault: SetUp) -> JsValue {
    SetUpError::new(fault.code(), fault.text().en, fault.text().vi, None).into()
}

/// The same of files that were to be of these kinds: where one is of another, that is what is said.
pub(crate) fn set_up_of<'a>(files: impl IntoIterator<Item = (&'a [u8], FileKind)>) -> impl FnOnce(SetUp) -> JsValue {
    move |fault| {
        let other = files.into_iter().find_map(|(bytes, wanted)| {
            let found = recognise(bytes);
            Some((found, found.in_place_of(wanted, Language::Vi)?, found.in_place_of(wanted, Language::En)?))
        });
        match other {
            None => set_up(fault),
            Some((found, vi, en)) => SetUpError::new(fault.code(), &en, &vi, Some(found.name())).into(),
        }
    }
}

/// An ask cannot be built or taken up again.
pub(crate) fn ask(fault: AskError) -> JsValue {
    AskRefusal::new(fault.code(), fault.text().of(Language::En), fault.text().of(Language::Vi)).into()
}

/// A report is not of this encounter, or is in one already.
pub(crate) fn encounter(why: Option<EncounterRefused>) -> JsValue {
    let Some(why) = why else { return argument("argument.report", "this report is in an encounter already") };
    EncounterError::new(why.code(), why.text().of(Language::En), why.text().of(Language::Vi)).into()
}

/// The caller passed something that no type of `index.d.ts` allows.
pub(crate) fn argument(code: &str, says: &str) -> JsValue {
    ArgumentError::new(code, says).into()
}
