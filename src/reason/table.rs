//! The rows. To add a reason: one row here, one vector that finds it; see CONTRIBUTING.md.

use super::{Axis, Gravity, Row, Side, Step};

macro_rules! reasons {
    ($($name:ident $code:literal $axis:ident $gravity:ident $side:ident $step:ident $vi:literal $en:literal;)*) => {
        /// Why a check did not simply pass. Each has a stable code, texts in two languages and a lawful next step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = $en] $name,)*
        }

        impl Reason {
            /// Every reason, in the order of the checks.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }

        pub(super) static ROWS: &[Row] = &[$(Row {
            reason: Reason::$name,
            code: $code,
            axis: Axis::$axis,
            gravity: Gravity::$gravity,
            side: Side::$side,
            vi: $vi,
            en: $en,
            step: Step::$step,
        }),*];
    };
}

#[rustfmt::skip]
reasons! {
    ScanUnreadable "scan.unreadable" Proof Refer Presenter LookUp "scan.unreadable" "scan.unreadable";
    ScanNotOurs "scan.not_ours" Proof Refer Post LookUp "scan.not_ours" "scan.not_ours";
    PostClockWrong "post.clock_wrong" Proof Refer Post LookUp "post.clock_wrong" "post.clock_wrong";
    PostLicenceNotInForce "post.licence_not_in_force" Proof Refer Post LookUp "post.licence_not_in_force" "post.licence_not_in_force";
    PostLicenceRevoked "post.licence_revoked" Proof Refer Post LookUp "post.licence_revoked" "post.licence_revoked";
    PostListsOld "post.lists_old" Standing Note Post LookUp "post.lists_old" "post.lists_old";
    PostListsTooOld "post.lists_too_old" Standing Refer Post LookUp "post.lists_too_old" "post.lists_too_old";
    PostRootTooOld "post.root_too_old" Standing Refer Post LookUp "post.root_too_old" "post.root_too_old";
    PostMemoryFull "post.memory_full" Standing Refer Post LookUp "post.memory_full" "post.memory_full";
    PostMemoryGap "post.memory_gap" Standing Refer Post LookUp "post.memory_gap" "post.memory_gap";
    AuthenticIssuerNotListed "authentic.issuer_not_listed" Proof Refer Post LookUp "authentic.issuer_not_listed" "authentic.issuer_not_listed";
    AuthenticAlgorithmDiffers "authentic.algorithm_differs" Proof Refuse Paper LookUp "authentic.algorithm_differs" "authentic.algorithm_differs";
    AuthenticSignatureFailed "authentic.signature_failed" Proof Refuse Paper LookUp "authentic.signature_failed" "authentic.signature_failed";
    AuthenticIssuerDiffers "authentic.issuer_differs" Proof Refuse Paper LookUp "authentic.issuer_differs" "authentic.issuer_differs";
    AuthenticKeyCompromised "authentic.key_compromised" Proof Refer Paper LookUp "authentic.key_compromised" "authentic.key_compromised";
    AuthenticKeyNotInPeriod "authentic.key_not_in_period" Proof Refer Paper LookUp "authentic.key_not_in_period" "authentic.key_not_in_period";
    AuthenticFormatNotListed "authentic.format_not_listed" Proof Refer Paper LookUp "authentic.format_not_listed" "authentic.format_not_listed";
    AuthenticClaimsMalformed "authentic.claims_malformed" Proof Refer Paper LookUp "authentic.claims_malformed" "authentic.claims_malformed";
    AuthenticTimesDisagree "authentic.times_disagree" Proof Refer Paper LookUp "authentic.times_disagree" "authentic.times_disagree";
    AuthenticLifeTooLong "authentic.life_too_long" Proof Refer Paper LookUp "authentic.life_too_long" "authentic.life_too_long";
    AuthenticNotYetValid "authentic.not_yet_valid" Proof Refer Paper LookUp "authentic.not_yet_valid" "authentic.not_yet_valid";
    AuthenticAuthorityNotListed "authentic.authority_not_listed" Proof Refer Paper LookUp "authentic.authority_not_listed" "authentic.authority_not_listed";
    AuthenticHolderKeyWeak "authentic.holder_key_weak" Proof Refuse Paper LookUp "authentic.holder_key_weak" "authentic.holder_key_weak";
    AuthenticHolderKeyReused "authentic.holder_key_reused" Proof Refuse Paper LookUp "authentic.holder_key_reused" "authentic.holder_key_reused";
    UnalteredNotSigned "unaltered.not_signed" Proof Refuse Presenter LookUp "unaltered.not_signed" "unaltered.not_signed";
    UnalteredRepeated "unaltered.repeated" Proof Refuse Paper LookUp "unaltered.repeated" "unaltered.repeated";
    UnalteredMalformed "unaltered.malformed" Proof Refer Paper LookUp "unaltered.malformed" "unaltered.malformed";
    HeldSignatureFailed "held.signature_failed" Proof Refuse Presenter LookUp "held.signature_failed" "held.signature_failed";
    HeldAlgorithmDiffers "held.algorithm_differs" Proof Refuse Presenter LookUp "held.algorithm_differs" "held.algorithm_differs";
    HeldMalformed "held.malformed" Proof Refer Presenter LookUp "held.malformed" "held.malformed";
    HeldTimesDisagree "held.times_disagree" Proof Refuse Presenter LookUp "held.times_disagree" "held.times_disagree";
    HeldClockAhead "held.clock_ahead" Proof Refer Presenter LookUp "held.clock_ahead" "held.clock_ahead";
    HeldWindowPassed "held.window_passed" Proof Refer Presenter LookUp "held.window_passed" "held.window_passed";
    HeldCopyOutdated "held.copy_outdated" Standing Refer Presenter LookUp "held.copy_outdated" "held.copy_outdated";
    HeldOtherAudience "held.other_audience" Proof Refer Presenter LookUp "held.other_audience" "held.other_audience";
    HeldUsedElsewhere "held.used_elsewhere" Proof Refuse Presenter LookUp "held.used_elsewhere" "held.used_elsewhere";
    HeldShownAgain "held.shown_again" Standing Note Presenter LookUp "held.shown_again" "held.shown_again";
    HeldFaceNotCompared "held.face_not_compared" Standing Note Post LookUp "held.face_not_compared" "held.face_not_compared";
    AgreedMissing "agreed.missing" Proof Refer Presenter LookUp "agreed.missing" "agreed.missing";
    AgreedMalformed "agreed.malformed" Proof Refer Presenter LookUp "agreed.malformed" "agreed.malformed";
    AgreedNewerForm "agreed.newer_form" Proof Refer Post LookUp "agreed.newer_form" "agreed.newer_form";
    AgreedPurposeDiffers "agreed.purpose_differs" Proof Refer Presenter LookUp "agreed.purpose_differs" "agreed.purpose_differs";
    AgreedScopeContradicts "agreed.scope_contradicts" Proof Refuse Presenter LookUp "agreed.scope_contradicts" "agreed.scope_contradicts";
    AgreedWiderThanAsked "agreed.wider_than_asked" Standing Note Presenter LookUp "agreed.wider_than_asked" "agreed.wider_than_asked";
    AgreedPaperNotAsked "agreed.paper_not_asked" Standing Note Presenter LookUp "agreed.paper_not_asked" "agreed.paper_not_asked";
    AgreedFieldNeverPasses "agreed.field_never_passes" Standing Note Presenter LookUp "agreed.field_never_passes" "agreed.field_never_passes";
    AgreedRetentionShortened "agreed.retention_shortened" Standing Note Presenter LookUp "agreed.retention_shortened" "agreed.retention_shortened";
    AgreedFieldNotShown "agreed.field_not_shown" Standing Refer Presenter LookUp "agreed.field_not_shown" "agreed.field_not_shown";
    SetNotOneShowing "set.not_one_showing" Proof Refuse Presenter LookUp "set.not_one_showing" "set.not_one_showing";
    SetIncomplete "set.incomplete" Proof Refer Presenter LookUp "set.incomplete" "set.incomplete";
    SetMemberFailed "set.member_failed" Proof Refer Presenter LookUp "set.member_failed" "set.member_failed";
    CurrentAccountLocked "current.account_locked" Proof Refer Presenter LookUp "current.account_locked" "current.account_locked";
    CurrentAccountUnknown "current.account_unknown" Standing Refer Post LookUp "current.account_unknown" "current.account_unknown";
    CurrentLevelInsufficient "current.level_insufficient" Standing Refer Presenter LookUp "current.level_insufficient" "current.level_insufficient";
    CurrentRevoked "current.revoked" Standing Refuse Paper LookUp "current.revoked" "current.revoked";
    CurrentSuspended "current.suspended" Standing Refuse Paper LookUp "current.suspended" "current.suspended";
    CurrentStatusUnknown "current.status_unknown" Standing Refer Post LookUp "current.status_unknown" "current.status_unknown";
    CurrentStatusStale "current.status_stale" Standing Refer Post LookUp "current.status_stale" "current.status_stale";
    CurrentStatusMissing "current.status_missing" Standing Refer Paper LookUp "current.status_missing" "current.status_missing";
    PaperBearingMissing "paper.bearing_missing" Standing Refer Paper LookUp "paper.bearing_missing" "paper.bearing_missing";
    PaperUnknownBearing "paper.unknown_bearing" Standing Refer Post LookUp "paper.unknown_bearing" "paper.unknown_bearing";
    PaperUnknownDropped "paper.unknown_dropped" Standing Note Post LookUp "paper.unknown_dropped" "paper.unknown_dropped";
    PaperFieldMalformed "paper.field_malformed" Standing Refer Paper LookUp "paper.field_malformed" "paper.field_malformed";
    PaperTextUnusual "paper.text_unusual" Standing Note Paper LookUp "paper.text_unusual" "paper.text_unusual";
    PaperKindUnknown "paper.kind_unknown" Standing Refer Post LookUp "paper.kind_unknown" "paper.kind_unknown";
    PaperRestricted "paper.restricted" Standing Refuse Paper LookUp "paper.restricted" "paper.restricted";
    IdentityExpired "identity.expired" Standing Refuse Paper LookUp "identity.expired" "identity.expired";
    LicenceExpired "licence.expired" Standing Refuse Paper LookUp "licence.expired" "licence.expired";
    LicencePartSuspended "licence.part_suspended" Standing Refuse Paper LookUp "licence.part_suspended" "licence.part_suspended";
    LicenceSuspensionAhead "licence.suspension_ahead" Standing Note Paper LookUp "licence.suspension_ahead" "licence.suspension_ahead";
    LicencePointsZero "licence.points_zero" Standing Refuse Paper LookUp "licence.points_zero" "licence.points_zero";
    LicenceHeldUntil "licence.held_until" Standing Refuse Paper LookUp "licence.held_until" "licence.held_until";
    LicenceClassNotCovering "licence.class_not_covering" Standing Refuse Paper LookUp "licence.class_not_covering" "licence.class_not_covering";
    LicenceCoverUndetermined "licence.cover_undetermined" Standing Refer Paper LookUp "licence.cover_undetermined" "licence.cover_undetermined";
    VehicleExpired "vehicle.expired" Standing Refuse Paper LookUp "vehicle.expired" "vehicle.expired";
    VehicleHeldUntil "vehicle.held_until" Standing Refuse Paper LookUp "vehicle.held_until" "vehicle.held_until";
    VehicleOwnerDiffers "vehicle.owner_differs" Standing Note Paper LookUp "vehicle.owner_differs" "vehicle.owner_differs";
    VehiclePlateDiffers "vehicle.plate_differs" Standing Refer Paper LookUp "vehicle.plate_differs" "vehicle.plate_differs";
    HealthNotInForce "health.not_in_force" Standing Refuse Paper LookUp "health.not_in_force" "health.not_in_force";
    ConsistencyPersonDiffers "consistency.person_differs" Standing Refer Paper LookUp "consistency.person_differs" "consistency.person_differs";
    ConsistencyLinkedByKeyOnly "consistency.linked_by_key_only" Standing Refer Presenter LookUp "consistency.linked_by_key_only" "consistency.linked_by_key_only";
}

/// Never met: every reason has a row (tested). Referring is the safe answer if it were.
pub(super) static FALLBACK: Row = Row {
    reason: Reason::ScanUnreadable,
    code: "scan.unreadable",
    axis: Axis::Proof,
    gravity: Gravity::Refer,
    side: Side::Post,
    vi: "",
    en: "",
    step: Step::LookUp,
};
