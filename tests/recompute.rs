//! An auditor later: the same bytes, list number and time give the same report bytes.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::time::UnixTime;
use doichieu::{Asked, Bundle, Inspector, Memory, Post, Roots, Scan, Seed, Wants};
use doichieu_kit::answer;
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::scene::World;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn inspector(world: &World, role: &str, memory: &mut Memory) -> Inspector {
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), memory).unwrap());
    let post = Post::open(&world.mandate(role), &bundle).unwrap();
    Inspector::new(bundle, post).unwrap()
}

/// S21, unprompted: first showing, the same again, and at another post; each with its own memory extract.
#[test]
fn an_unprompted_report_is_computed_again() {
    let world = World::demo();
    let mut memory = Memory::new();
    let first = inspector(&world, "traffic_police", &mut memory);
    let text = world.traffic_stop().text();
    let ask = first.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let mut extracts = Vec::new();
    for _ in 0..2 {
        let kept = first.unsealed(Scan::qr(&text), &ask).unwrap().unwrap();
        let report = first.inspect(Scan::qr(&text), &ask, time(world.now), &mut memory).unwrap();
        // Eight months later, on a machine that has never seen any of it.
        let later = inspector(&world, "traffic_police", &mut Memory::new());
        let ask = later.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        let again = later.recompute(&kept, &ask, report.at(), &report.memory_extract()).unwrap();
        assert_eq!(again.to_json(), report.to_json());
        extracts.push(report.memory_extract());
    }
    // The second showing was one shown again: another extract, another report.
    assert_ne!(extracts.first(), extracts.last());
}

/// S21, challenged: the ask is kept without its key, the answer as unsealed.
#[test]
fn a_challenged_report_is_computed_again_without_the_key() {
    let world = World::demo();
    let mut memory = Memory::new();
    let bank = inspector(&world, "bank", &mut memory);
    let at = time(world.now);
    let draft = bank.ask(&Wants::all(Purpose::BANK_ONBOARDING), &Seed::new([1; 32]), &encounter_seed(), at).unwrap();
    let signature = world.post_key("bank").sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).unwrap();
    let asked = Asked::open(challenge.text(), bank.bundle(), at).unwrap();
    let presentation = answer::answer(&world.open_choice("bank", &[Kind::IDENTITY]), &asked, world.now);
    let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
    let text = answer::text(&sealed);
    let kept = bank.unsealed(Scan::qr(&text), challenge.ask()).unwrap().unwrap();
    let report = bank.inspect(Scan::qr(&text), challenge.ask(), at, &mut memory).unwrap();
    let later = inspector(&world, "bank", &mut Memory::new());
    let ask = later.kept_ask(challenge.text(), encounter_seed().salt()).unwrap();
    let again = later.recompute(&kept, &ask, report.at(), &report.memory_extract()).unwrap();
    assert_eq!(again.to_json(), report.to_json());
    // The kept ask opens no answer.
    assert!(later.unsealed(Scan::qr(&text), &ask).unwrap().is_none());
    // Nothing, too much, a recollection of a later form, an age where there is none.
    for wrong in [&b""[..], b"\x82\x01\x83", b"\x82\x01\x82\x0a\x00", b"\x82\x01\x82\x01\x05"] {
        assert!(later.recompute(&kept, &ask, report.at(), wrong).is_err());
    }
}
