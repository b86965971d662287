//! Any bit flipped, any text at all: nothing panics, and nothing is accepted that was not asked and answered so.

#![expect(clippy::disallowed_types, reason = "one ask and one answer for all cases: minting them is most of the work")]

use super::{codes, desk};
use doichieu::field::Purpose;
use doichieu::{Asked, Seed, Wants};
use doichieu_kit::answer;
use doichieu_kit::ask;
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::scene::World;
use proptest::prelude::*;
use std::sync::LazyLock;

const ROLE: &str = "traffic_police";
/// The alphabet of RFC 9285.
const BASE45: &str = "[0-9A-Z $%*+./:-]{0,200}";

struct Asking {
    desk: super::Desk,
    challenge: doichieu::Challenge,
    ask: Vec<u8>,
    sealed: Vec<u8>,
}

static ASKING: LazyLock<Asking> = LazyLock::new(|| {
    let desk = desk(World::demo(), ROLE);
    let challenge = desk.challenge(&Wants::all(Purpose::TRAFFIC_CONTROL), 1, ROLE);
    let asked = desk.asked(&challenge);
    let presentation = answer::answer(&desk.world.traffic_stop(), &asked, desk.at.seconds());
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    Asking { ask: ask::bytes(challenge.text()).unwrap(), desk, challenge, sealed }
});

/// Nobody takes this text for an ask: not the citizen's app, not the post itself.
fn taken_by_nobody(text: &str) -> bool {
    let Asking { desk, .. } = &*ASKING;
    Asked::open(text, desk.inspector.bundle(), desk.at).is_err()
        && desk.inspector.resume(text, &Seed::new([1; 32]), &encounter_seed()).is_err()
        && desk.inspector.kept_ask(text, encounter_seed().salt()).is_err()
}

/// What this post says of a text, after its genuine ask.
fn said_of(text: &str) -> Option<Vec<&'static str>> {
    let Asking { desk, challenge, .. } = &*ASKING;
    let scan = doichieu::Scan::qr(text);
    let report = desk.inspector.inspect(scan, challenge.ask(), desk.at, &mut doichieu::Memory::new()).ok()?;
    assert!(report.papers().is_empty() || report.verdict() == doichieu::Verdict::Accept);
    Some(codes(&report))
}

#[test]
fn unaltered_both_are_taken() {
    let Asking { ask, sealed, .. } = &*ASKING;
    assert!(!taken_by_nobody(&ask::text(ask)));
    assert_eq!(said_of(&answer::text(sealed)), Some(vec!["held.face_not_compared"]));
}

fn flipped(bytes: &[u8], at: prop::sample::Index, bit: u8) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    *flipped.get_mut(at.index(bytes.len())).unwrap() ^= 1 << bit;
    flipped
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bit_of_an_ask_may_be_flipped(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        prop_assert!(taken_by_nobody(&ask::text(&flipped(&ASKING.ask, at, bit))));
    }

    #[test]
    fn no_bit_of_a_sealed_answer_may_be_flipped(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let said = said_of(&answer::text(&flipped(&ASKING.sealed, at, bit)));
        prop_assert_eq!(said, Some(vec!["held.other_audience"]));
    }

    #[test]
    fn a_piece_of_an_ask_is_no_ask(from in any::<prop::sample::Index>(), length in 0..2000_usize, more in any::<Vec<u8>>()) {
        let ask = &ASKING.ask;
        let piece: Vec<u8> = ask.iter().copied().skip(from.index(ask.len())).take(length).chain(more).collect();
        prop_assume!(piece != *ask);
        prop_assert!(taken_by_nobody(&ask::text(&piece)));
    }

    #[test]
    fn any_text_comes_to_an_answer(text in any::<String>(), base45 in BASE45, bytes in any::<Vec<u8>>()) {
        let texts = [text.clone(), format!("DCQ1:{text}"), format!("DCQ1:{base45}"), ask::text(&bytes)];
        for text in &texts {
            prop_assert!(taken_by_nobody(text));
        }
        for text in [format!("DC1S:{text}"), format!("DC1S:{base45}"), answer::text(&bytes)] {
            let said = said_of(&text);
            prop_assert!(said.is_none_or(|said| said == ["held.other_audience"]));
        }
    }
}
