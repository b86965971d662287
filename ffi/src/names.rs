//! The registries whose names a program writes, as types.

use doichieu::field::{FIELDS, Field, Place};

use crate::error::DoichieuError;

/// Variants with their names in the registry.
macro_rules! registry {
    ($(#[$about:meta])* $name:ident of $core:ty { $($(#[$says:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
        #[non_exhaustive]
        pub enum $name { $($(#[$says])* $variant,)* }

        impl $name {
            const ALL: &[Self] = &[$(Self::$variant,)*];

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|of| of.name() == name)
            }

            pub(crate) fn core(self) -> Result<$core, DoichieuError> {
                let unknown = || DoichieuError::unknown("argument.name", "entry of a registry");
                <$core>::from_name(self.name()).ok_or_else(unknown)
            }
        }
    };
}

registry! {
    /// A kind of paper.
    Kind of doichieu::field::Kind {
        /// Electronic identity.
        Identity "identity",
        /// Driving licence.
        DrivingLicence "driving_licence",
        /// Vehicle registration.
        VehicleRegistration "vehicle_registration",
        /// Health insurance card.
        HealthInsuranceCard "health_insurance_card",
        /// Vehicle inspection certificate.
        InspectionCertificate "inspection_certificate",
        /// Compulsory liability insurance.
        LiabilityInsurance "liability_insurance",
        /// Electronic identity of a foreigner.
        ForeignerIdentity "foreigner_identity",
        /// What says whose guardian somebody is.
        Dependant "dependant",
        /// Driving licence of another country.
        ForeignDrivingLicence "foreign_driving_licence",
    }
}

registry! {
    /// Why it is asked for.
    Purpose of doichieu::field::Purpose {
        /// A check on the road.
        TrafficControl "traffic_control",
        /// Admission at a clinic.
        ClinicAdmission "clinic_admission",
        /// A bank's new customer.
        BankOnboarding "bank_onboarding",
        /// A wallet's new customer.
        EWallet "e_wallet",
        /// A claim at an insurer.
        InsuranceClaim "insurance_claim",
        /// A public service.
        PublicService "public_service",
    }
}

impl Kind {
    /// `None`: a kind that this engine cannot read.
    pub(crate) fn of(kind: doichieu::field::Kind) -> Option<Self> {
        Self::named(kind.row()?.name)
    }
}

impl Purpose {
    /// `None`: this engine has no name for it.
    pub(crate) fn of(purpose: doichieu::field::Purpose) -> Option<Self> {
        Self::named(purpose.name()?)
    }
}

/// A field of a kind of paper, by name.
pub(crate) fn field(kind: doichieu::field::Kind, name: &str) -> Result<Field, DoichieuError> {
    let row = FIELDS.iter().find(|row| row.kind == Some(kind) && row.place == Place::Paper && row.name == name);
    row.map(|row| row.field).ok_or_else(|| DoichieuError::unknown("argument.field", "field of this kind of paper"))
}

/// A question, by name.
pub(crate) fn question(name: &str) -> Result<doichieu::Question, DoichieuError> {
    doichieu::Question::from_name(name).ok_or_else(|| DoichieuError::unknown("argument.question", "question"))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Purpose};
    use doichieu::field::KINDS;

    #[test]
    fn the_registries_of_the_core_are_wholly_named() {
        let kinds: Vec<_> = KINDS.iter().map(|row| row.name).collect();
        assert_eq!(Kind::ALL.iter().map(|of| of.name()).collect::<Vec<_>>(), kinds);
        let purposes: Vec<_> = doichieu::field::Purpose::all().filter_map(doichieu::field::Purpose::name).collect();
        assert_eq!(Purpose::ALL.iter().map(|of| of.name()).collect::<Vec<_>>(), purposes);
    }
}
