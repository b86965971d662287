//! What somebody declared beside what is proven: levels, no values.

use crate::names::text_in;
use crate::object::object;
use crate::thrown;
use doichieu::time::Day;
use doichieu::{Compared, Date, DateMatch, Declared, Match, Matches, NumberMatch};
use wasm_bindgen::JsValue;

/// `{ name?, birth?, number?, documentNumber? }`. A birth is `YYYY-MM-DD`, or less of it.
pub(crate) fn declared(of: &JsValue) -> Result<Declared, JsValue> {
    let text = |name| text_in(of, name);
    let mut declared = Declared::new();
    if let Some(name) = text("name")? {
        declared = declared.full_name(&name);
    }
    if let Some(birth) = text("birth")? {
        let birth = date(&birth);
        declared = declared.date_of_birth(birth.ok_or_else(|| thrown::argument("argument.birth", "not YYYY-MM-DD"))?);
    }
    if let Some(number) = text("number")? {
        declared = declared.personal_no(&number);
    }
    if let Some(number) = text("documentNumber")? {
        declared = declared.document_no(&number);
    }
    Ok(declared)
}

/// A level for each: how they compare, or why they were not compared.
pub(crate) fn translated(of: Matches) -> JsValue {
    object(&[
        ("kind", JsValue::from_str("matched")),
        ("name", level(of.full_name, Match::code)),
        ("birth", level(of.date_of_birth, DateMatch::code)),
        ("number", level(of.personal_no, NumberMatch::code)),
        ("documentNumber", level(of.document_no, NumberMatch::code)),
    ])
}

fn level<T>(of: Compared<T>, code: fn(T) -> &'static str) -> JsValue {
    JsValue::from_str(match of {
        Compared::NotDeclared => "not_declared",
        Compared::NotShown => "not_shown",
        Compared::TooOften => "too_often",
        Compared::Answer(level) => code(level),
        _ => "other",
    })
}

/// `YYYY-MM-DD`, or less of it.
fn date(text: &str) -> Option<Date> {
    let Some((month, day)) = text.rsplit_once('-').filter(|_| text.len() == 10) else { return Date::partial(text) };
    let (year, month) = month.split_once('-')?;
    let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let day = Day::from_civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    digits.then_some(Date::day(day))
}
