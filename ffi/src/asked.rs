//! The citizen's side of a challenge: who asks, why and for what.

use crate::error::DoichieuError;
use crate::finding::Text;
use crate::names::{Kind, Purpose};
use crate::set_up::Bundle;
use crate::time::{at, instant};
use doichieu::field::FieldKey;
use std::time::SystemTime;

/// What came of opening an ask against the wallet's own lists. A refused one is answered by nothing.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum AskOpened {
    /// Proven by these lists.
    Genuine {
        /// Who, why, for what.
        ask: GenuineAsk,
    },
    /// Not shown as genuine.
    Refused {
        /// `asked.…`, stable.
        code: String,
        /// For the citizen.
        text: Text,
    },
}

/// Who asks, why and for what, proven before anything is shown.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct GenuineAsk {
    /// Who.
    pub post: String,
    /// In which role.
    pub role: String,
    /// Why; `null`: a purpose that this engine has no name for.
    pub purpose: Option<Purpose>,
    /// Instead of fields: only its answer will be shown.
    pub question: Option<String>,
    /// For what. A wallet says which are sensitive before anything is agreed to, and has nothing ticked beforehand.
    pub fields: Vec<FieldsAsked>,
    /// Seconds for which it is kept.
    pub retention: u64,
    /// Seconds on its screens.
    pub display_seconds: u64,
    /// To be compared with who really called.
    pub origin: Option<String>,
    /// When it ends.
    pub until: SystemTime,
    /// A test root stands behind the lists that vouch for it: TEST stands beside who asks.
    pub is_test: bool,
    /// Of these lists, seconds.
    pub lists_age: u64,
    /// Newer lists are due: say how old they are.
    pub lists_overdue: bool,
}

/// Fields of one kind of paper, by name; by number where this engine has no name for one.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct FieldsAsked {
    /// `null`: a kind that this engine cannot read.
    pub kind: Option<Kind>,
    /// All.
    pub fields: Vec<String>,
    /// Those of them that are sensitive personal data.
    pub sensitive: Vec<String>,
}

/// Verifies an ask against the wallet's own lists.
#[uniffi::export]
pub fn open_ask(text: String, bundle: &Bundle, now: SystemTime) -> Result<AskOpened, DoichieuError> {
    Ok(match doichieu::Asked::open(&text, &bundle.0, at(now)?) {
        Ok(asked) => AskOpened::Genuine { ask: told(&asked) },
        Err(why) => AskOpened::Refused { code: why.code().to_owned(), text: Text::of(why.text()) },
    })
}

fn told(of: &doichieu::Asked) -> GenuineAsk {
    let name = |kind, key: FieldKey| key.row(kind).map_or_else(|| key.number().to_string(), |row| row.name.to_owned());
    let fields = of.fields().map(|(kind, fields)| FieldsAsked {
        kind: Kind::of(kind),
        fields: fields.map(|key| name(kind, key)).collect(),
        sensitive: of.sensitive().filter(|(of, _)| *of == kind).map(|(_, key)| name(kind, key)).collect(),
    });
    GenuineAsk {
        post: of.post().to_owned(),
        role: of.role().to_owned(),
        purpose: Purpose::of(of.purpose()),
        question: of.question().map(|question| question.name().to_owned()),
        fields: fields.collect(),
        retention: of.retention(),
        display_seconds: of.display_seconds(),
        origin: of.origin().map(str::to_owned),
        until: instant(of.until()),
        is_test: of.is_test(),
        lists_age: of.lists_age(),
        lists_overdue: of.lists_overdue(),
    }
}
