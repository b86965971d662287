//! What a citizen agrees to show: fields by kind of paper, by their registry names.

use crate::object::{error, list, object};
use doichieu::field::{FIELDS, Kind, Place};
use doichieu_kit::Scope;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// `{ kind: [field, …], … }` as numbers.
pub(crate) fn read(of: &JsValue) -> Result<Scope, JsValue> {
    let entries = Object::entries(of.unchecked_ref::<Object>());
    entries.iter().map(|entry| one_kind(&Array::from(&entry))).collect()
}

fn one_kind(entry: &Array) -> Result<(u64, std::collections::BTreeSet<u64>), JsValue> {
    let name = entry.get(0).as_string().unwrap_or_default();
    let kind = Kind::from_name(&name).ok_or_else(|| error("no kind of paper is called so"))?;
    let field = |name: JsValue| {
        let name = name.as_string().unwrap_or_default();
        let row = FIELDS.iter().find(|row| row.kind == Some(kind) && row.place == Place::Paper && row.name == name);
        row.map(|row| row.field.number()).ok_or_else(|| error("no field of this kind of paper is called so"))
    };
    let fields = Array::from(&entry.get(1)).iter().map(field).collect::<Result<_, _>>()?;
    Ok((kind.number(), fields))
}

/// The same back, for a page. Numbers without a name are left out: the demo mints none.
pub(crate) fn written(scope: &Scope) -> JsValue {
    object(scope.iter().filter_map(|(kind, fields)| {
        let kind = Kind::new(*kind)?;
        let names = FIELDS
            .iter()
            .filter(|row| row.kind == Some(kind) && row.place == Place::Paper && fields.contains(&row.field.number()));
        Some((kind.row()?.name, list(names.map(|row| JsValue::from_str(row.name)))))
    }))
}

/// The kinds of a selection.
pub(crate) fn kinds(scope: &Scope) -> Vec<Kind> {
    scope.keys().filter_map(|kind| Kind::new(*kind)).collect()
}
