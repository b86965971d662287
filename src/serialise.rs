//! `serde::Serialize`, with the feature `serde`, for what carries no value of a paper: a host's logs, answers and
//! archives in any format of serde.
//!
//! A [`Report`] and what it is made of are written as in [`Report::to_json`], to the member; codes and names as texts;
//! what went wrong as `{ code, en, vi }`. A [`Release`](crate::Release), a [`Shown`](crate::Shown) and a
//! [`Value`](crate::Value) are not `Serialize`, nor is what can be opened with a secret. Nothing here is `Deserialize`:
//! a report that was read from somewhere is nobody's proof ([`Inspector::recompute`](crate::Inspector::recompute)).

use crate::ask::{AskError, AskRefused};
use crate::bundle::{ListReadiness, Readiness};
use crate::encounter::{EncounterPaper, EncounterRefused, EncounterReport};
use crate::evidence::Verdict;
use crate::field::{Kind, Purpose};
use crate::finding::Finding;
use crate::input::{Layer, Unreadable};
use crate::inspector::RecomputeError;
use crate::json::Json;
use crate::needs::{LawfulStep, Need, NothingShown, NumberOnly};
use crate::question::{Cover, Question};
use crate::reason::{Axis, Gravity, Reason, Side, Step};
use crate::relation::Related;
use crate::report::{ConsentProofError, Headline, PaperReport, Report, count, finding_json, kind_json};
use crate::scene::VehicleKind;
use crate::set_up::SetUp;
use crate::time::UnixTime;
use alloc::format;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(flag) => to.serialize_bool(*flag),
            Self::Number(number) => to.serialize_u64(*number),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(members) => {
                let mut map = to.serialize_map(Some(members.iter().count()))?;
                for (key, value) in members.iter() {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Serialises each as the JSON that an expression makes of it.
macro_rules! as_json {
    ($($of:ty: |$it:ident| $json:expr;)+) => {$(
        impl Serialize for $of {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                $json.serialize(to)
            }
        }
    )+};
}

as_json! {
    Report: |it| it.json();
    PaperReport: |it| it.json();
    EncounterReport: |it| it.json();
    EncounterPaper: |it| it.json();
    Finding: |it| finding_json(it, "token");
    Need: |it| it.json();
    LawfulStep: |it| it.json();
    NothingShown: |it| it.json();
    NumberOnly: |it| it.json();
    Related: |it| it.json();
    Unreadable: |it| Json::object([
        ("at", count(it.at)),
        ("code", Json::text(it.reason().code())),
        ("layer", Json::text(it.layer.name())),
    ]);
    Kind: |it| kind_json(*it);
    Purpose: |it| it.name().map_or_else(|| Json::Number(it.number()), Json::text);
    UnixTime: |it| Json::Number(it.seconds());
    Axis: |it| it.name();
    Cover: |it| it.name();
    Gravity: |it| it.name();
    Headline: |it| it.name();
    Layer: |it| it.name();
    Question: |it| it.name();
    Reason: |it| it.code();
    Side: |it| it.name();
    Step: |it| it.code();
    VehicleKind: |it| it.name();
    Verdict: |it| it.name();
}

/// Serialises each as `{ code, en, vi }`.
macro_rules! as_told {
    ($($of:ty),+) => {$(
        impl Serialize for $of {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut told = to.serialize_struct("Told", 3)?;
                told.serialize_field("code", self.code())?;
                told.serialize_field("en", self.text().en)?;
                told.serialize_field("vi", self.text().vi)?;
                told.end()
            }
        }
    )+};
}

as_told!(SetUp, AskError, AskRefused, EncounterRefused, ConsentProofError, RecomputeError);

impl Serialize for Readiness {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (year, month, day) = self.law_seen_until;
        let mut map = to.serialize_map(Some(13))?;
        map.serialize_entry("age", &self.age)?;
        map.serialize_entry("clock", &self.clock)?;
        map.serialize_entry("clockWrong", &self.clock_wrong)?;
        map.serialize_entry("inDoubt", &self.in_doubt)?;
        map.serialize_entry("lawSeenUntil", &format!("{year:04}-{month:02}-{day:02}"))?;
        map.serialize_entry("lawUnchecked", &self.law_unchecked)?;
        map.serialize_entry("lists", &self.lists)?;
        map.serialize_entry("newestSigned", &self.newest_signed)?;
        map.serialize_entry("nextDue", &self.next_due)?;
        map.serialize_entry("notAfter", &self.not_after)?;
        map.serialize_entry("number", &self.number)?;
        map.serialize_entry("rootExpiry", &self.root_expiry)?;
        map.serialize_entry("test", &self.test)?;
        map.end()
    }
}

/// A map, in the order in which its roles stand.
struct ByRole<'a>(&'a ListReadiness);

impl Serialize for ByRole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.good_until.iter().map(|(role, until)| (role, until)))
    }
}

impl Serialize for ListReadiness {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(4))?;
        map.serialize_entry("age", &self.age)?;
        map.serialize_entry("goodUntil", &ByRole(self))?;
        map.serialize_entry("issuer", &self.issuer)?;
        map.serialize_entry("uri", &self.uri)?;
        map.end()
    }
}
