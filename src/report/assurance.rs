//! How much a report rests on.

use crate::consent::Basis;
use crate::holder::Held;
use crate::json::Json;

/// How much a report rests on. It never says that the person is the holder: who holds the phone is not established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assurance {
    /// How the holder's key took part; `None`: not proven, or a code that is bound to no key.
    pub held: Option<Held>,
    /// On what basis values were released; `None`: none were.
    pub agreed: Option<Basis>,
    /// Whether the showing answered a challenge of this very post.
    pub challenge_bound: bool,
    /// Seconds since the bundle was issued.
    pub bundle_age: u64,
    /// Age in seconds of the oldest status list that answered; `None`: none did.
    pub status_age: Option<u64>,
}

impl Assurance {
    pub(super) fn to_json(self) -> Json {
        let held = self.held.map_or(Json::Null, |held| Json::text(held.name()));
        let agreed = self.agreed.map_or(Json::Null, |basis| Json::text(basis.name()));
        Json::object([
            ("agreed", agreed),
            ("bundleAge", Json::Number(self.bundle_age)),
            ("challengeBound", Json::Bool(self.challenge_bound)),
            ("held", held),
            ("statusAge", self.status_age.map_or(Json::Null, Json::Number)),
        ])
    }
}
