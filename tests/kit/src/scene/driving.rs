//! What a driver shows beside an ordinary encounter: the answer to a question, a licence of another country.

use doichieu::Question;
use doichieu::field::Kind;

use super::{Scene, World};
use crate::issuer::Origin;

impl World {
    /// Where foreign driving licences are known too: the first issuer signs them.
    #[must_use]
    pub fn with_foreign_licences(mut self) -> Self {
        self.eid.kinds.insert(Kind::FOREIGN_DRIVING_LICENCE.number(), vec![Origin::from("ITA-MIT")]);
        self
    }

    /// A licence shown to a role as the answer to a question: whatever need not travel stays behind its digest.
    #[must_use]
    pub fn answer(&self, role: &str, question: Question) -> Scene {
        let mut scene = self.open_choice(role, &[Kind::DRIVING_LICENCE]);
        scene.showing = scene.showing.answering(question);
        scene
    }
}
