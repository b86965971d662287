//! Results go to another thread than the camera's.

use doichieu::{
    Answer, Ask, Bundle, Encounter, EncounterReport, Finding, Inspector, Memory, NotAdded, PaperReport, Post, Proof,
    Release, Report, Roots, SetUp, Value,
};

const fn crosses_threads<T: Send + Sync + 'static>() {}

/// Results go to another thread than the camera's: owned, without lifetimes.
#[test]
fn results_cross_threads() {
    crosses_threads::<Inspector>();
    crosses_threads::<Bundle>();
    crosses_threads::<Roots>();
    crosses_threads::<Post>();
    crosses_threads::<Ask>();
    crosses_threads::<Memory>();
    crosses_threads::<Report>();
    crosses_threads::<PaperReport>();
    crosses_threads::<Release>();
    crosses_threads::<Finding>();
    crosses_threads::<Value>();
    crosses_threads::<Answer<'static>>();
    crosses_threads::<Proof<'static>>();
    crosses_threads::<Encounter>();
    crosses_threads::<EncounterReport>();
    crosses_threads::<NotAdded>();
    crosses_threads::<SetUp>();
    crosses_threads::<doichieu::input::Unreadable>();
    crosses_threads::<doichieu::Shown<'static>>();
}
