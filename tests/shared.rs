//! One code before several devices or processes: what a shared store says is judged as a memory's word, and nothing is
//! told before it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "several at once are shown with threads")]

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex};

use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{
    Ask, Bundle, Compared, Declared, Inspector, LegalBasis, MOST_COMPARISONS, Memory, Post, Proof, Report, Roots, Scan,
    Showing, StoreAnswer, Verdict,
};
use doichieu_kit::key::Alg;
use doichieu_kit::scene::World;
use doichieu_kit::{another_encounter_seed, answer, claim169};
use proptest::prelude::*;

/// Keeps what it is given under its key, if nothing stands there: the bytes, as a store does.
#[derive(Default)]
struct Store(Mutex<BTreeMap<[u8; 32], Vec<u8>>>);

impl Store {
    fn put_if_absent(&self, showing: &Showing) -> StoreAnswer {
        match self.0.lock().unwrap().entry(showing.key) {
            Entry::Vacant(place) => {
                place.insert(showing.to_bytes());
                StoreAnswer::Fresh
            }
            Entry::Occupied(kept) => Showing::from_bytes(kept.get()).map_or(StoreAnswer::Failed, StoreAnswer::Seen),
        }
    }
}

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// A post of the traffic police by its number, and a memory that opened its bundle.
fn post(world: &World, number: u8) -> (Inspector, Memory) {
    let mut memory = Memory::new();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut memory).unwrap());
    let mut mandate = world.mandate_spec("traffic_police");
    mandate.post = format!("traffic_police-{number:02}");
    mandate.cti = [number; 16];
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let post = Post::open(&mandate, &bundle).unwrap();
    (Inspector::new(bundle, post).unwrap(), memory)
}

fn ask(inspector: &Inspector, encounter: u8) -> Ask {
    inspector.unprompted(Purpose::TRAFFIC_CONTROL, &another_encounter_seed(encounter)).unwrap()
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(doichieu::Finding::code).collect()
}

fn by_store(inspector: &Inspector, ask: &Ask, text: &str, at: u64, memory: &Memory, store: &Store) -> Report {
    let unsettled = inspector.inspect_shared(Scan::qr(text), ask, time(at), memory).unwrap();
    let answer = unsettled.showing().map_or(StoreAnswer::Fresh, |showing| store.put_if_absent(showing));
    unsettled.settle(answer)
}

/// The demo's stop, once more under another cti.
fn shown(world: &World, cti: u8) -> String {
    let mut scene = world.traffic_stop();
    scene.showing.cti = [cti; 16];
    scene.text()
}

/// One of three codes, at one of two posts, in one of three encounters, and whether somebody says: still this person.
#[test]
fn a_store_and_a_memory_give_the_same_reports() {
    let world = World::demo();
    let texts = [1, 2, 3].map(|cti| shown(&world, cti));
    let posts = [1, 2].map(|number| post(&world, number));
    let step = (0..3_usize, 0..2_usize, 0..3_u8, any::<bool>());
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(steps in prop::collection::vec(step, 1..8))| {
        // The posts are those of one device here, and processes that share a store there.
        let (mut memory, store) = (posts[0].1.clone(), Store::default());
        for ((text, number, encounter, still), at) in steps.into_iter().zip(world.now..) {
            let (text, (inspector, floor)) = (&texts[text], &posts[number]);
            let asked = ask(inspector, encounter);
            let first = inspector.inspect(Scan::qr(text), &asked, time(at), &mut memory).unwrap();
            let asked = if still { asked.still_this_person(first.showing().unwrap()) } else { asked };
            let one = inspector.inspect(Scan::qr(text), &asked, time(at), &mut memory).unwrap();
            let other = by_store(inspector, &ask(inspector, encounter), text, at, floor, &store);
            prop_assert_eq!(other.to_json(), first.to_json());
            let other = by_store(inspector, &asked, text, at, floor, &store);
            prop_assert_eq!(other.to_json(), one.to_json());
            prop_assert_eq!((other.consumed(), other.showing()), (one.consumed(), one.showing()));
        }
    });
}

#[test]
fn what_a_store_answers_decides_and_is_an_input_of_the_report() {
    let world = World::demo();
    let (inspector, memory) = post(&world, 1);
    let (text, asked) = (world.traffic_stop().text(), ask(&inspector, 1));
    let unsettled = || inspector.inspect_shared(Scan::qr(&text), &asked, time(world.now), &memory).unwrap();
    let mine = *unsettled().showing().unwrap();
    assert_eq!((mine.ask(), mine.at, mine.until), (None, time(world.now), time(world.now - world.showing_age + 90)));
    let seen = |change: fn(&mut Showing)| {
        let mut seen = mine;
        change(&mut seen);
        StoreAnswer::Seen(seen)
    };
    // Verdict, what is found, whether values are given, whether it is a first use, and what the extract says.
    type Row<'a> = (&'a str, StoreAnswer, Verdict, Option<&'a str>, bool, bool, &'a [u8]);
    let rows: [Row<'_>; 7] = [
        ("fresh", StoreAnswer::Fresh, Verdict::Accept, None, true, true, &[0x82, 0, 0]),
        ("again", seen(|_| {}), Verdict::Accept, Some("held.shown_again"), true, true, &[0x82, 1, 0]),
        (
            "another encounter",
            seen(|seen| seen.encounter = Some([7; 32])),
            Verdict::Refer,
            Some("held.shown_in_another_encounter"),
            true,
            false,
            &[0x82, 5, 0],
        ),
        (
            "an encounter that is not known",
            seen(|seen| (seen.encounter, seen.at) = (None, time(seen.at.seconds() - 9))),
            Verdict::Refer,
            Some("held.shown_in_another_encounter"),
            true,
            false,
            &[0x82, 5, 9],
        ),
        (
            "another post",
            seen(|seen| (seen.post, seen.at) = ([7; 32], time(seen.at.seconds() - 20))),
            Verdict::Refuse,
            Some("held.used_elsewhere"),
            false,
            false,
            &[0x82, 2, 20],
        ),
        (
            "what stands in another place",
            seen(|seen| (seen.key, seen.showing) = ([7; 32], [7; 32])),
            Verdict::Refer,
            Some("post.store_failed"),
            true,
            false,
            &[0x82, 9, 0],
        ),
        ("no answer", StoreAnswer::Failed, Verdict::Refer, Some("post.store_failed"), true, false, &[0x82, 9, 0]),
    ];
    for (says, answer, verdict, code, values, first, extract) in rows {
        let mut report = unsettled().settle(answer);
        assert_eq!(report.verdict(), verdict, "{says}");
        let besides: Vec<_> = codes(&report).into_iter().filter(|code| *code != "held.face_not_compared").collect();
        assert_eq!(besides, Vec::from_iter(code), "{says}");
        assert_eq!((gives_values(&mut report), report.consumed()), (values, first), "{says}");
        assert!(report.memory_extract().ends_with(extract), "{says}: {:02x?}", report.memory_extract());
        let frame = inspector.unsealed(Scan::qr(&text), &asked).unwrap().unwrap();
        let again = inspector.recompute(&frame, &asked, report.at(), &report.memory_extract()).unwrap();
        assert_eq!((again.to_json(), again.consumed()), (report.to_json(), first), "{says}");
    }
}

fn gives_values(report: &mut Report) -> bool {
    report.papers_mut().iter_mut().any(|paper| matches!(paper.proof(), Proof::Proven(_)))
}

/// A process falls over between the store's answer and its own work: the same answer again, to the same ask, in the
/// same encounter.
#[test]
fn a_second_try_after_a_crash_is_a_first_use() {
    let world = World::demo();
    let (text, store) = (world.traffic_stop().text(), Store::default());
    let run = |encounter: u8, at: u64| {
        let (inspector, memory) = post(&world, 1);
        by_store(&inspector, &ask(&inspector, encounter), &text, at, &memory, &store)
    };
    assert_eq!((run(1, world.now).verdict(), store.0.lock().unwrap().len()), (Verdict::Accept, 1));
    let again = run(1, world.now + 2);
    assert!(again.consumed() && codes(&again).contains(&"held.shown_again"), "{:?}", codes(&again));
    let another = run(2, world.now + 3);
    assert_eq!((another.verdict(), another.consumed()), (Verdict::Refer, false));
    // Even if the store was unsure whether it kept it.
    let (inspector, memory) = post(&world, 1);
    let asked = ask(&inspector, 1);
    let unsettled = inspector.inspect_shared(Scan::qr(&text), &asked, time(world.now), &memory).unwrap();
    assert!(!unsettled.settle(StoreAnswer::Failed).consumed());
    assert!(run(1, world.now + 4).consumed());
}

#[test]
fn of_eight_at_once_one_is_first() {
    let world = World::demo();
    let (inspector, memory) = post(&world, 1);
    let (text, store) = (world.traffic_stop().text(), Store::default());
    let reports: Vec<_> = std::thread::scope(|scope| {
        let run = |encounter: u8| {
            let (inspector, memory, text, store) = (&inspector, &memory, &text, &store);
            scope.spawn(move || by_store(inspector, &ask(inspector, encounter), text, world.now, memory, store))
        };
        let threads: Vec<_> = (1..=8).map(run).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(reports.iter().filter(|report| report.consumed()).count(), 1);
    assert_eq!(reports.iter().filter(|report| report.verdict() == Verdict::Accept).count(), 1);
    assert_eq!(memory.showings(), 0, "the memory takes no part in it");
}

#[test]
fn the_memory_still_gives_the_floor_of_time() {
    let world = World::demo();
    let (inspector, memory) = post(&world, 1);
    let (text, asked) = (world.traffic_stop().text(), ask(&inspector, 1));
    let mut newer = world.clone();
    (newer.number, newer.now) = (world.number.saturating_add(1), world.now.saturating_add(86_400));
    let (_, later) = post(&newer, 1);
    assert!(later.floor() > Some(time(world.now)) && memory.floor() < Some(time(world.now)));
    for (memory, wrong) in [(&memory, false), (&later, true)] {
        let unsettled = inspector.inspect_shared(Scan::qr(&text), &asked, time(world.now), memory).unwrap();
        let report = unsettled.settle(StoreAnswer::Fresh);
        assert_eq!(codes(&report).contains(&"post.clock_wrong"), wrong, "{:?}", codes(&report));
    }
}

/// A digest of a printed code would be a person's name; what was not proven was not shown.
#[test]
fn what_is_no_showing_has_none() {
    let world = claim169::world(Alg::Ed25519);
    let (inspector, mut memory) = post(&world, 1);
    let issuer = claim169::issuer(&world, Alg::Ed25519);
    let printed = claim169::CodeDraft::new(&world, &issuer).text();
    let basis = LegalBasis::new(claim169::BASIS).unwrap();
    let by_law = inspector.on_basis(Purpose::TRAFFIC_CONTROL, &basis, &another_encounter_seed(1)).unwrap();
    let elsewhere = world.traffic_stop().text_with(|member| member.claims.set(3, "role:clinic"));
    let (early, now) = (time(1), time(world.now));
    let (genuine, sealed) = (world.traffic_stop().text(), answer::text(&[5; 304]));
    let cases = [
        ("printed", printed.as_str(), &by_law, now),
        ("for another role", elsewhere.as_str(), &ask(&inspector, 1), now),
        ("by a wrong clock", genuine.as_str(), &ask(&inspector, 1), early),
        ("sealed where nothing was asked", sealed.as_str(), &ask(&inspector, 1), now),
    ];
    for (says, text, asked, at) in cases {
        let unsettled = inspector.inspect_shared(Scan::qr(text), asked, at, &memory).unwrap();
        assert!(unsettled.showing().is_none(), "{says}");
        let settled = unsettled.settle(StoreAnswer::Failed);
        let report = inspector.inspect(Scan::qr(text), asked, at, &mut memory).unwrap();
        assert_eq!(settled.to_json(), report.to_json(), "{says}: a store's word counts for nothing");
        assert!(report.showing().is_none() && !report.consumed(), "{says}");
    }
    let unsettled = inspector.inspect_shared(Scan::qr(&genuine), &ask(&inspector, 1), now, &memory).unwrap();
    let printed = format!("{unsettled:?}");
    assert!(printed.starts_with("Unsettled { showing: Some(Showing { at: ") && !printed.contains('['), "{printed}");
}

/// "Still this person" is said of one showing, by a person, and stands in the report.
#[test]
fn still_this_person_is_said_of_one_showing_and_told() {
    let world = World::demo();
    let (inspector, mut memory) = post(&world, 1);
    let texts = [1, 2].map(|cti| shown(&world, cti));
    let mut inspect = |asked: &Ask, text: &str, at: u64| {
        inspector.inspect(Scan::qr(text), asked, time(world.now + at), &mut memory).unwrap()
    };
    for text in &texts {
        inspect(&ask(&inspector, 1), text, 0);
    }
    let asked = ask(&inspector, 2);
    let found = inspect(&asked, &texts[0], 9);
    assert_eq!((found.verdict(), found.still_this_person(), found.consumed()), (Verdict::Refer, false, false));
    assert!(!found.to_json().contains("stillThisPerson"));
    let asked = asked.still_this_person(found.showing().unwrap());
    let said = inspect(&asked, &texts[0], 10);
    assert_eq!((said.verdict(), said.still_this_person(), said.consumed()), (Verdict::Accept, true, false));
    assert!(codes(&said).contains(&"held.shown_again") && said.to_json().contains(r#""stillThisPerson":true"#));
    assert_eq!(said.findings().iter().find(|found| found.code() == "held.shown_again").unwrap().age(), Some(10));
    let other = inspect(&asked, &texts[1], 11);
    assert_eq!((other.verdict(), other.still_this_person()), (Verdict::Refer, false), "of the other nothing was said");
    // An auditor needs no ask that says so: the extract does.
    let frame = inspector.unsealed(Scan::qr(&texts[0]), &asked).unwrap().unwrap();
    let plain = ask(&inspector, 2);
    let again = inspector.recompute(&frame, &plain, said.at(), &said.memory_extract()).unwrap();
    assert_eq!(again.to_json(), said.to_json());
    let again = inspector.recompute(&frame, &asked, found.at(), &found.memory_extract()).unwrap();
    assert_eq!(again.to_json(), found.to_json(), "nor does an ask say it of a report that was made before");
}

/// How many comparisons a report has left.
fn comparisons(mut report: Report) -> u8 {
    let at = report.at();
    let papers = report.papers_mut().iter_mut().filter_map(|paper| match paper.proof() {
        Proof::Proven(release) => Some(release),
        _ => None,
    });
    let left = papers.map(|release| {
        let declared = Declared::new().personal_no("001");
        let mut answers = (0..20).map(|_| release.matches(&declared, at).unwrap().personal_no);
        u8::try_from(answers.by_ref().take_while(|answer| *answer != Compared::TooOften).count()).unwrap()
    });
    left.max().unwrap()
}

#[test]
fn comparisons_are_counted_for_the_showing() {
    let world = World::demo();
    let (inspector, mut memory) = post(&world, 1);
    let text = world.traffic_stop().text();
    let inspect = |encounter: u8, memory: &mut Memory| {
        let asked = ask(&inspector, encounter);
        inspector.inspect(Scan::qr(&text), &asked, time(world.now), memory).unwrap()
    };
    let first = inspect(1, &mut memory);
    let (at, extract) = (first.at(), first.memory_extract());
    assert_eq!(comparisons(first), MOST_COMPARISONS);
    for encounter in [1, 1, 2, 1] {
        assert_eq!(comparisons(inspect(encounter, &mut memory)), 0, "known, in whichever encounter");
    }
    let asked = ask(&inspector, 1);
    let frame = inspector.unsealed(Scan::qr(&text), &asked).unwrap().unwrap();
    let again = inspector.recompute(&frame, &asked, at, &extract).unwrap();
    assert_eq!(comparisons(again), 0, "who computes again has the values");
    let shared = |answer| {
        let unsettled = inspector.inspect_shared(Scan::qr(&text), &asked, at, &Memory::new()).unwrap();
        comparisons(unsettled.settle(answer))
    };
    let kept = *inspect(1, &mut memory).showing().unwrap();
    let left = [StoreAnswer::Fresh, StoreAnswer::Seen(kept), StoreAnswer::Failed].map(shared);
    assert_eq!(left, [MOST_COMPARISONS, 0, 0], "where nobody can tell, trying out would begin anew");
}
