//! Claim 169 at the door of the inspection: what it gives, what it never gives, and the third-party vectors
//! (claim169/theirs.rs).

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{Field, Purpose};
use doichieu::input::Unreadable;
use doichieu::reason::Reason;
use doichieu::time::UnixTime;
use doichieu::{
    Answer, Ask, AskError, Basis, Bundle, Headline, Inspector, LegalBasis, Memory, Post, Proof, Report, Roots, Scan,
    Seed, Verdict, Wants,
};
use doichieu_kit::Alg;
use doichieu_kit::claim169::{self, BASIS, CodeDraft};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::World;
use serde_json::Value as Json;

#[path = "claim169/theirs.rs"]
mod theirs;
#[path = "support/third_party.rs"]
mod third_party;

/// A post on the world's day.
struct Desk {
    inspector: Inspector,
    at: UnixTime,
}

impl Desk {
    fn of(world: &World) -> Self {
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
        let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), at: UnixTime::new(world.now).unwrap() }
    }

    fn ask(&self) -> Ask {
        self.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis(), &encounter_seed()).unwrap()
    }

    fn inspect(&self, scan: Scan<'_>) -> Result<Report, Unreadable> {
        self.inspector.inspect(scan, &self.ask(), self.at, &mut Memory::new())
    }
}

fn basis() -> LegalBasis {
    LegalBasis::new(BASIS).unwrap()
}

/// Every code found, notes too.
fn codes(report: &Report) -> BTreeSet<&'static str> {
    let of_papers = report.papers().iter().flat_map(|paper| paper.findings());
    report.findings().iter().chain(of_papers).map(|finding| finding.code()).collect()
}

/// A text that the report shows of a field.
fn shown(report: &mut Report, of: Field) -> Option<String> {
    let at = report.at();
    let Proof::Proven(release) = report.papers_mut().first_mut()?.proof() else { return None };
    match release.at(at).unwrap().answer(of) {
        Answer::Shown(value) => value.as_text().map(str::to_owned),
        _ => None,
    }
}

fn good() -> (World, Desk, String) {
    let world = claim169::world(Alg::Ed25519);
    let desk = Desk::of(&world);
    let text = CodeDraft::new(&world, &claim169::issuer(&world, Alg::Ed25519)).text();
    (world, desk, text)
}

#[test]
fn a_code_is_referred_with_what_the_role_asks_for_and_no_more() {
    let (world, desk, text) = good();
    let mut report = desk.inspect(Scan::qr(&text)).unwrap();
    assert_eq!((report.verdict(), report.headline()), (Verdict::Refer, Headline::LookUp));
    assert_eq!(shown(&mut report, Field::FULL_NAME), Some(world.person.name.clone()));
    assert_eq!(shown(&mut report, Field::PERSONAL_NO), Some(world.person.personal_no.clone()));
    // The police do not ask where somebody lives, nor for a gender.
    assert_eq!((shown(&mut report, Field::RESIDENCE), shown(&mut report, Field::GENDER)), (None, None));
    let assurance = report.assurance();
    assert_eq!((assurance.held, assurance.agreed, assurance.challenge_bound), (None, Some(Basis::LegalBasis), false));
    assert_eq!(report.legal_basis(), Some(&basis()));
    assert!(!codes(&report).contains("held.face_not_compared"), "no phone was proven");
}

#[test]
fn its_report_names_format_and_basis_and_holds_no_value() {
    let (world, desk, text) = good();
    let report: Json = serde_json::from_str(&desk.inspect(Scan::qr(&text)).unwrap().to_json()).unwrap();
    assert_eq!((&report["profile"], &report["basis"]), (&"claim169".into(), &BASIS.into()));
    assert_eq!(report["assurance"]["agreed"], "legal-basis");
    assert_eq!(report["assurance"]["held"], Json::Null);
    // Photograph and its form; version, gender, address, nationality.
    assert_eq!(report["papers"][0]["dropped"], 6);
    for value in [&world.person.name, &world.person.personal_no, &world.person.residence] {
        assert!(!report.to_string().contains(value.as_str()), "{value}");
    }
}

/// A basis opens nothing that comes with consent, and a report without one says nothing of it.
#[test]
fn a_basis_changes_nothing_about_a_presentation() {
    let (world, desk, _) = good();
    let text = world.traffic_stop().text();
    let with = desk.inspect(Scan::qr(&text)).unwrap();
    let without = desk.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let without = desk.inspector.inspect(Scan::qr(&text), &without, desk.at, &mut Memory::new()).unwrap();
    assert_eq!((with.verdict(), without.verdict()), (Verdict::Accept, Verdict::Accept));
    assert_eq!(with.assurance().agreed, Some(Basis::SignedGrant));
    let mut with: Json = serde_json::from_str(&with.to_json()).unwrap();
    let mut without: Json = serde_json::from_str(&without.to_json()).unwrap();
    assert_ne!(with["request"], without["request"], "an auditor sees that a basis was named");
    for report in [&mut with, &mut without] {
        report.as_object_mut().unwrap().retain(|name, _| name != "request" && name != "basis");
    }
    assert_eq!(with, without);
}

#[test]
fn only_a_basis_of_the_profile_makes_an_ask() {
    let (world, desk, _) = good();
    let ask = |code: &str| {
        desk.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &LegalBasis::new(code).unwrap(), &encounter_seed()).err()
    };
    assert_eq!(ask(BASIS), None);
    assert_eq!(ask("law-91-2025-art-20"), Some(AskError::BasisNotAllowed));
    let bare = Desk::of(&World::demo());
    assert_eq!(
        bare.inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis(), &encounter_seed()).err(),
        Some(AskError::BasisNotAllowed)
    );
    assert_eq!(
        desk.inspector.on_basis(Purpose::BANK_ONBOARDING, &basis(), &encounter_seed()).err(),
        Some(AskError::PurposeNotAllowed)
    );
    for odd in ["", "Law", "law 91", "law_91", &"a".repeat(65)] {
        assert!(LegalBasis::new(odd).is_none(), "{odd}");
    }
    let role = desk.inspector.post().role();
    assert_eq!(role.legal_bases(), [basis()]);
    drop(world);
}

/// Which of several bases it was is in the request's digest, so that a report on one cannot be passed off as one on
/// another.
#[test]
fn two_bases_are_two_requests() {
    let (mut world, _, text) = good();
    let other = "law-26-2023-art-22";
    world.profiles[0].legal_bases.push(other.to_owned());
    let desk = Desk::of(&world);
    let request = |code: &str| {
        let ask = desk
            .inspector
            .on_basis(Purpose::TRAFFIC_CONTROL, &LegalBasis::new(code).unwrap(), &encounter_seed())
            .unwrap();
        let report = desk.inspector.inspect(Scan::qr(&text), &ask, desk.at, &mut Memory::new()).unwrap();
        let report: Json = serde_json::from_str(&report.to_json()).unwrap();
        report["request"].clone()
    };
    assert_ne!(request(BASIS), request(other));
}

/// A role that is shown papers only in answer to a challenge does not read a copy either, whatever its profile says.
#[test]
fn a_challenge_is_not_answered_by_a_copy() {
    let (_, desk, text) = good();
    let wants = Wants::all(Purpose::TRAFFIC_CONTROL);
    let draft = desk.inspector.ask(&wants, &Seed::new([1; 32]), &encounter_seed(), desk.at).unwrap();
    let signature = World::demo().post_key("traffic_police").sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    for scan in [Scan::qr(&text), Scan::claim169(&text)] {
        let report = desk.inspector.inspect(scan, challenge.ask(), desk.at, &mut Memory::new()).unwrap();
        assert_eq!(codes(&report), BTreeSet::from(["held.not_answered"]));
        assert!(report.papers().is_empty());
    }
}

/// Text, said to be one or not, and the bytes within: one report. And again from what was kept.
#[test]
fn it_comes_in_three_ways_and_again_from_what_was_kept() {
    let (_, desk, text) = good();
    let report = desk.inspect(Scan::qr(&text)).unwrap();
    let json = report.to_json();
    let ask = desk.ask();
    let frame = desk.inspector.unsealed(Scan::qr(&text), &ask).unwrap().unwrap();
    assert_eq!(desk.inspect(Scan::claim169(&text)).unwrap().to_json(), json);
    assert_eq!(desk.inspect(Scan::frame(&frame)).unwrap().to_json(), json);
    let again = desk.inspector.recompute(&frame, &ask, report.at(), &report.memory_extract()).unwrap();
    assert_eq!(again.to_json(), json);
    // A static code is the same at every showing: the memory holds nothing of it, and nobody is told that it was shown
    // before.
    let mut memory = Memory::new();
    let before = memory.to_bytes();
    for _ in 0..2 {
        let report = desk.inspector.inspect(Scan::qr(&text), &ask, desk.at, &mut memory).unwrap();
        assert_eq!(report.to_json(), json);
    }
    assert_eq!(memory.to_bytes(), before);
}

/// Our own clock and mandate come first here too.
#[test]
fn with_a_wrong_clock_nothing_is_said_about_anybody() {
    let (_, desk, text) = good();
    let early = UnixTime::new(desk.at.seconds() - 30 * 86_400).unwrap();
    let report = desk.inspector.inspect(Scan::qr(&text), &desk.ask(), early, &mut Memory::new()).unwrap();
    assert_eq!(codes(&report), BTreeSet::from(["post.clock_wrong"]));
    assert!(report.papers().is_empty());
}

/// No flip of a bit gives values that the issuer did not sign, nor better than a referral.
#[test]
fn no_flipped_bit_shows_anything() {
    let (_, desk, text) = good();
    let frame = desk.inspector.unsealed(Scan::qr(&text), &desk.ask()).unwrap().unwrap();
    let honest = desk.inspect(Scan::frame(&frame)).unwrap();
    for at in 0..frame.len() {
        let mut flipped = frame.to_vec();
        flipped[at] ^= 1 << (at % 8);
        let Ok(report) = desk.inspect(Scan::frame(&flipped)) else { continue };
        assert_ne!(report.verdict(), Verdict::Accept, "byte {at}");
        let proven = report
            .papers()
            .iter()
            .any(|paper| paper.findings().iter().any(|f| f.reason() == Reason::PaperBearingMissing));
        assert!(!proven || report.findings().len() == honest.findings().len(), "byte {at}");
    }
}
