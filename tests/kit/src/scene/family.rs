//! People who show papers for one another, and from abroad.

use doichieu::field::Kind;

use super::{Scene, World};
use crate::paper::PaperSpec;
use crate::people::Person;

impl World {
    /// A clinic desk where the person shows the card of somebody else: own identity, the dependant's paper if there is
    /// one, that person's card, in one token.
    #[must_use]
    pub fn clinic_for(&self, patient: &Person) -> Scene {
        let own = self.preset_papers("clinic", &[Kind::IDENTITY, Kind::DEPENDANT]);
        self.scene_of("clinic", &[(&self.eid, self.token_spec([own, self.card_of(patient)].concat()))])
    }

    /// The health insurance card of somebody else, as the clinic's preset has it.
    #[must_use]
    pub fn card_of(&self, patient: &Person) -> Vec<PaperSpec> {
        self.clone().with_person(patient.clone()).preset_papers("clinic", &[Kind::HEALTH_INSURANCE_CARD])
    }

    /// A traffic stop of a foreigner: identity account and licence.
    #[must_use]
    pub fn foreigner_stop(&self) -> Scene {
        self.preset("traffic_police", &[Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE])
    }
}
