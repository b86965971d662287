//! What a driver shows beside an ordinary stop: the answer to a question, a licence of another country.

use doichieu::Question;
use doichieu::field::Kind;

use super::{Scene, World};
use crate::profiles;

impl World {
    /// Where foreign driving licences are known too: the first issuer signs them, and the traffic police may see them.
    #[must_use]
    pub fn with_foreign_licences(mut self) -> Self {
        let kind = Kind::FOREIGN_DRIVING_LICENCE;
        self.eid.kinds.insert(kind.number(), vec!["ITA-MIT".to_owned()]);
        let (_, scope) = profiles::foreign_licence();
        for profile in self.profiles.iter_mut().filter(|profile| profile.role == "traffic_police") {
            profile.allowance.values_mut().for_each(|kinds| drop(kinds.insert(kind.number(), scope.clone())));
        }
        if let Some(preset) = self.presets.get_mut("traffic_police") {
            preset.insert(kind.number(), scope);
        }
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
