//! Two-way showing: the post asks, the citizen's app verifies who asks, answers, and seals the answer to that very ask.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

use std::sync::Arc;

use doichieu::field::{Field, Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{
    Ask, AskError, AskRefused, Asked, Bundle, Challenge, Headline, Inspector, Memory, Post, Proof, Report, Roots, Scan,
    Seed, Verdict, Wants,
};
use doichieu_kit::answer;
use doichieu_kit::encounter_seed;
use doichieu_kit::key::{Alg, Seed as KitSeed};
use doichieu_kit::scene::{Scene, World};

#[path = "challenge/altered.rs"]
mod altered;
#[path = "challenge/question.rs"]
mod question;
#[path = "challenge/refused.rs"]
mod refused;

struct Desk {
    world: World,
    inspector: Inspector,
    memory: Memory,
    at: UnixTime,
}

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn desk(world: World, role: &str) -> Desk {
    let mandate = world.mandate(role);
    desk_with(world, &mandate)
}

fn desk_with(world: World, mandate: &[u8]) -> Desk {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let mut memory = Memory::new();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let post = Post::open(mandate, &bundle).unwrap();
    let inspector = Inspector::new(bundle, post).unwrap();
    Desk { at: time(world.now), world, inspector, memory }
}

impl Desk {
    fn challenge(&self, wants: &Wants, seed: u8, role: &str) -> Challenge {
        let draft = self.inspector.ask(wants, &Seed::new([seed; 32]), &encounter_seed(), self.at).unwrap();
        let signature = self.world.post_key(role).sign(draft.to_be_signed());
        draft.seal(&signature).unwrap()
    }

    fn asked(&self, challenge: &Challenge) -> Asked {
        Asked::open(challenge.text(), self.inspector.bundle(), self.at).unwrap()
    }

    /// The answer of a scene's wallet, by a phone whose clock is `slow` seconds behind.
    fn answer(&self, scene: &Scene, asked: &Asked, slow: u64) -> String {
        let presentation = answer::answer(scene, asked, self.at.seconds() - slow);
        let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
        answer::text(&sealed)
    }

    fn inspect(&mut self, text: &str, ask: &Ask, after: u64) -> Report {
        self.inspector.inspect(Scan::qr(text), ask, time(self.at.seconds() + after), &mut self.memory).unwrap()
    }
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(doichieu::Finding::code).collect()
}

fn gives_values(report: &mut Report) -> bool {
    report.papers_mut().iter_mut().any(|paper| matches!(paper.proof(), Proof::Proven(_)))
}

#[test]
fn a_bank_asks_and_gets_a_sealed_answer() {
    let mut desk = desk(World::demo(), "bank");
    let scene = desk.world.open_choice("bank", &[Kind::IDENTITY]);
    let challenge = desk.challenge(&Wants::all(Purpose::BANK_ONBOARDING), 1, "bank");
    let asked = desk.asked(&challenge);
    assert_eq!(asked.role(), "bank");
    assert_eq!(asked.purpose(), Purpose::BANK_ONBOARDING);
    assert!(asked.fields().any(|(kind, _)| kind == Kind::IDENTITY));
    let text = desk.answer(&scene, &asked, 0);
    let mut report = desk.inspect(&text, challenge.ask(), 5);
    assert_eq!((report.verdict(), codes(&report)), (Verdict::Accept, vec!["held.face_not_compared"]));
    assert!(report.assurance().challenge_bound);
    assert!(gives_values(&mut report));
}

#[test]
fn a_role_without_a_window_asks_only_by_challenge() {
    let desk = desk(World::demo(), "bank");
    assert_eq!(
        desk.inspector.unprompted(Purpose::BANK_ONBOARDING, &encounter_seed()).unwrap_err(),
        AskError::OnlyByChallenge
    );
}

/// S6: the nonce proves freshness, so a phone six minutes slow passes when challenged and is sent back when unprompted.
#[test]
fn a_slow_phone_passes_a_challenge() {
    for alg in [Alg::Ed25519, Alg::P256] {
        let mut desk = desk(World::demo().with_holder(alg), "traffic_police");
        let mut scene = desk.world.traffic_stop();
        let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 2, "traffic_police");
        let asked = Asked::open(challenge.text(), desk.inspector.bundle(), time(desk.at.seconds() - 360)).unwrap();
        let text = desk.answer(&scene, &asked, 360);
        assert_eq!(desk.inspect(&text, challenge.ask(), 5).verdict(), Verdict::Accept);
        scene.showing.iat -= 360;
        scene.showing.exp -= 360;
        let unprompted = desk.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        assert_eq!(desk.inspect(&scene.text(), &unprompted, 0).headline(), Headline::ScanAgain);
    }
}

#[test]
fn a_challenge_never_falls_back() {
    let mut desk = desk(World::demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 3, "traffic_police");
    let mut report = desk.inspect(&scene.text(), challenge.ask(), 0);
    assert_eq!((report.headline(), codes(&report)), (Headline::NotChecked, vec!["held.not_answered"]));
    assert!(!gives_values(&mut report) && report.papers().is_empty());
    // N154, the other way round: an answer sealed to a challenge means nothing to a post that asked nobody.
    let text = desk.answer(&scene, &desk.asked(&challenge), 0);
    let unprompted = desk.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    assert_eq!(codes(&desk.inspect(&text, &unprompted, 0)), ["held.other_audience"]);
}

/// N154: sealed to another key, or flipped anywhere.
#[test]
fn an_answer_opens_only_for_its_ask_and_unaltered() {
    let mut desk = desk(World::demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    let first = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 4, "traffic_police");
    let second = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 5, "traffic_police");
    let text = desk.answer(&scene, &desk.asked(&first), 0);
    assert_eq!(codes(&desk.inspect(&text, second.ask(), 0)), ["held.other_audience"]);
    let asked = desk.asked(&first);
    let presentation = answer::answer(&scene, &asked, desk.at.seconds());
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    for at in [0, 31, 32, 100, sealed.len() - 1] {
        let mut flipped = sealed.clone();
        *flipped.get_mut(at).unwrap() ^= 1;
        let report = desk.inspect(&answer::text(&flipped), first.ask(), 0);
        assert_eq!(codes(&report), ["held.other_audience"], "byte {at}");
    }
    // Padding carries nothing: not a byte that is not zero, not a block too many, not a length beyond the end.
    let padded = answer::pad(&presentation.encode());
    let mut dirty = padded.clone();
    *dirty.last_mut().unwrap() = 1;
    let mut long = padded.clone();
    long.resize(padded.len() + 256, 0);
    let mut beyond = padded;
    *beyond.first_mut().unwrap() = 0xff;
    for wrong in [dirty, long, beyond, Vec::new()] {
        let sealed = answer::seal_padded(&wrong, asked.answer_key(), asked.digest(), KitSeed::new([8; 32])).unwrap();
        assert_eq!(codes(&desk.inspect(&answer::text(&sealed), first.ask(), 0)), ["held.other_audience"]);
    }
}

/// N61, N77, N153: nonce absent or other, made for another post, a `role:` answer, consent to another ask.
#[test]
fn an_answer_is_bound_to_post_nonce_and_ask() {
    type Change = fn(&mut doichieu_kit::wallet::Showing);
    let cases: [(Change, &str); 7] = [
        (|s| s.cnonce = Some([0; 32]), "held.other_audience"),
        (|s| s.cnonce = None, "held.other_audience"),
        (|s| s.audience = "post:somebody else".to_owned(), "held.other_audience"),
        (|s| s.audience = "role:traffic_police".to_owned(), "held.other_audience"),
        (|s| s.ask = Some([7; 32]), "held.other_audience"),
        (|s| s.ask = None, "agreed.malformed"),
        (|s| s.exp += 1, "held.times_disagree"),
    ];
    for (change, code) in cases {
        let mut desk = desk(World::demo(), "traffic_police");
        let scene = desk.world.traffic_stop();
        let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 6, "traffic_police");
        let asked = desk.asked(&challenge);
        let mut showing = answer::showing(&asked, desk.at.seconds(), [3; 16]);
        change(&mut showing);
        let presentation = scene.wallet.present(&scene.tokens, &showing);
        let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
        let mut report = desk.inspect(&answer::text(&sealed), challenge.ask(), 0);
        assert!(codes(&report).contains(&code), "{code}: {:?}", codes(&report));
        assert!(!gives_values(&mut report));
    }
}

/// N152: an ask that has ended, and an ask answered twice by different showings.
#[test]
fn an_ask_ends_and_is_answered_once() {
    let mut desk = desk(World::demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 7, "traffic_police");
    let asked = desk.asked(&challenge);
    let text = desk.answer(&scene, &asked, 0);
    let life = challenge.ask().until().unwrap().since(desk.at);
    assert_eq!(desk.inspect(&text, challenge.ask(), life).headline(), Headline::ScanAgain);
    assert_eq!(desk.inspect(&text, challenge.ask(), life - 1).verdict(), Verdict::Accept);
    assert!(codes(&desk.inspect(&text, challenge.ask(), life - 1)).contains(&"held.shown_again"));
    let mut other = scene;
    other.showing.cti = [0xaa; 16];
    let mut report = {
        let text = desk.answer(&other, &asked, 0);
        desk.inspect(&text, challenge.ask(), 1)
    };
    assert_eq!((report.verdict(), codes(&report).contains(&"post.ask_answered")), (Verdict::Refer, true));
    assert!(!gives_values(&mut report));
}

#[test]
fn no_ask_is_wider_than_the_mandate() {
    let desk = desk(World::demo(), "traffic_police");
    let wants = Wants::only(Purpose::TRAFFIC_CONTROL, Kind::HEALTH_INSURANCE_CARD, [Field::CARD_NO]);
    let error = desk.inspector.ask(&wants, &Seed::new([1; 32]), &encounter_seed(), desk.at).unwrap_err();
    assert_eq!(error, AskError::WiderThanMandate);
    // N151: licensed for another purpose.
    let error = desk
        .inspector
        .ask(&Wants::all(Purpose::CLINIC_ADMISSION), &Seed::new([1; 32]), &encounter_seed(), desk.at)
        .unwrap_err();
    assert_eq!(error, AskError::PurposeNotAllowed);
}

/// Whatever is left out, empty or said twice, it is never an ask for everything.
#[test]
fn all_is_asked_for_by_its_own_name_only() {
    let desk = desk(World::demo(), "traffic_police");
    let ask = |wants: &Wants| desk.inspector.ask(wants, &Seed::new([1; 32]), &encounter_seed(), desk.at).map(|_| ());
    let (purpose, licence) = (Purpose::TRAFFIC_CONTROL, Kind::DRIVING_LICENCE);
    let named = Wants::only(purpose, licence, [Field::CLASSES]);
    assert_eq!(ask(&Wants::only(purpose, licence, [])), Err(AskError::Nothing));
    assert_eq!(ask(&named.clone().and(Kind::IDENTITY, [])), Err(AskError::Nothing));
    assert_eq!(ask(&Wants::only(purpose, licence, []).and(Kind::IDENTITY, [Field::FULL_NAME])), Err(AskError::Nothing));
    assert_eq!(ask(&Wants::all(purpose).and(licence, [Field::CLASSES])), Err(AskError::WiderThanMandate));
    assert_eq!(ask(&Wants::all(purpose).and(licence, [])), Err(AskError::WiderThanMandate));
    for (wants, everything) in [(Wants::all(purpose), true), (named, false)] {
        let challenge = desk.challenge(&wants, 9, "traffic_police");
        assert_eq!(challenge.ask().wants(Kind::IDENTITY, Field::FULL_NAME), everything);
        assert!(challenge.ask().wants(licence, Field::CLASSES));
    }
}

#[test]
fn only_the_posts_own_key_seals_an_ask() {
    let desk = desk(World::demo(), "traffic_police");
    let wants = Wants::all(Purpose::TRAFFIC_CONTROL);
    let draft = |seed| desk.inspector.ask(&wants, &Seed::new([seed; 32]), &encounter_seed(), desk.at).unwrap();
    let (first, second) = (draft(1), draft(2));
    let foreign = desk.world.post_key("clinic").sign(first.to_be_signed());
    let of_another = desk.world.post_key("traffic_police").sign(second.to_be_signed());
    assert_eq!(draft(1).seal(&foreign).unwrap_err(), AskError::NotSigned);
    assert_eq!(draft(1).seal(&of_another).unwrap_err(), AskError::NotSigned);
    assert_eq!(first.seal(&[0; 63]).unwrap_err(), AskError::NotSigned);
}

#[test]
fn a_challenge_is_taken_up_again_from_its_seed_only() {
    let mut desk = desk(World::demo(), "traffic_police");
    let scene = desk.world.traffic_stop();
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 8, "traffic_police");
    assert_eq!(
        desk.inspector.resume(challenge.text(), &Seed::new([9; 32]), &encounter_seed()).unwrap_err(),
        AskError::NotOurs
    );
    let ask = desk.inspector.resume(challenge.text(), &Seed::new([8; 32]), &encounter_seed()).unwrap();
    let text = desk.answer(&scene, &desk.asked(&challenge), 0);
    let report = desk.inspect(&text, &ask, 5);
    assert_eq!(report.verdict(), Verdict::Accept);
    assert_eq!(report.to_json(), {
        let mut again = self::desk(World::demo(), "traffic_police");
        again.inspect(&text, challenge.ask(), 5).to_json()
    });
}

/// A mandate renewed for the same post keeps its name and its key, and is another mandate: what was asked under the one
/// before is not asked under it, however good the signature.
#[test]
fn an_ask_of_the_mandate_before_is_not_taken_up_under_the_renewed_one() {
    let role = "traffic_police";
    let before = desk(World::demo(), role);
    let challenge = before.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 8, role);
    let world = World::demo();
    let mut renewed = world.mandate_spec(role);
    (renewed.cti, renewed.iat, renewed.exp) = ([0x51; 16], renewed.iat + 3600, renewed.exp + 3600);
    let renewed = renewed.sign(world.authority.mandate_key().unwrap()).encode();
    let after = desk_with(world, &renewed);
    assert_eq!(after.inspector.post().name(), before.inspector.post().name());
    let taken_up = |desk: &Desk| {
        let resumed = desk.inspector.resume(challenge.text(), &Seed::new([8; 32]), &encounter_seed()).map(|_| ());
        (resumed, desk.inspector.kept_ask(challenge.text(), encounter_seed().salt()).map(|_| ()))
    };
    assert_eq!(taken_up(&before), (Ok(()), Ok(())));
    assert_eq!(taken_up(&after), (Err(AskError::NotOurs), Err(AskError::NotOurs)));
}

/// The citizen's side, N150 and S26: another key, another bundle, a mandate that ended or was revoked.
#[test]
fn the_citizen_is_told_who_asks_or_nothing() {
    let desk = desk(World::demo(), "traffic_police");
    let challenge = desk.challenge(
        &Wants::all(Purpose::TRAFFIC_CONTROL).origin("https://bank.example".to_owned()),
        1,
        "traffic_police",
    );
    assert_eq!(desk.asked(&challenge).origin(), Some("https://bank.example"));
    let open = |bundle: &Bundle, at| Asked::open(challenge.text(), bundle, at).map(|_| ());
    let mut late = desk.at.seconds();
    late += 8 * 86_400;
    assert_eq!(open(desk.inspector.bundle(), time(late)), Err(AskRefused::MandateNotInForce));
    assert_eq!(open(desk.inspector.bundle(), time(desk.at.seconds() + 3600)), Err(AskRefused::NotInTime));
    let mut stolen = World::demo();
    let spec = stolen.mandate_spec("traffic_police");
    stolen.revoked.push(spec.cti);
    stolen.number += 1;
    let roots = Roots::dangerous_test(&stolen.anchor()).unwrap();
    let revoking = Bundle::open(&stolen.bundle(), &roots, stolen.at(), &mut Memory::new()).unwrap();
    assert_eq!(open(&revoking, desk.at), Err(AskRefused::MandateRevoked));
    let other = World::new(KitSeed::new([0x77; 32]), desk.at.seconds());
    let roots = Roots::dangerous_test(&other.anchor()).unwrap();
    let foreign = Bundle::open(&other.bundle(), &roots, other.at(), &mut Memory::new()).unwrap();
    assert!(matches!(open(&foreign, desk.at), Err(AskRefused::Mandate(_))));
    for wrong in ["", "DC1:", "DCQ1:", "DCQ1:::", "DCQ1:ABC"] {
        assert!(
            matches!(Asked::open(wrong, desk.inspector.bundle(), desk.at), Err(AskRefused::Unreadable(_))),
            "{wrong}"
        );
    }
}
