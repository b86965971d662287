//! Batches of one-time tokens, as a crowd of readers would see them: what two showings have in common besides what they
//! say.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "what was measured")]

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::field::{Kind, Purpose};
use doichieu::{Bundle, Inspector, Memory, Post, Question, Report, Roots, Scan, Verdict};
use doichieu_kit::batch::{Stock, Taken, one_time};
use doichieu_kit::paper::PaperSpec;
use doichieu_kit::scene::World;
use doichieu_kit::wallet::Wallet;
use doichieu_kit::{Item, encounter_seed};

/// Outside of what a stranger's tokens of the same hour hold that say the same, two tokens of a batch have no run of
/// more bytes than this in common: less than a piece of a key, a salt or a digest, and as much as chance gives.
const RUN: usize = 4;
/// Nor any of more bytes than this at all: heads, names of issuer and authority, times, values that both say.
const LONGEST: usize = 80;
/// Tokens of a batch, and showings of them.
const BATCH: u64 = 16;
const SHOWINGS: u8 = 100;

/// A country that issues one-time tokens; the licence of its citizen, with everything behind digests that can be.
fn country() -> (World, Vec<PaperSpec>) {
    let world = World::demo().with_one_time_tokens(128);
    let licence = world.paper(Kind::DRIVING_LICENCE).unwrap().redacted_fields();
    (world, vec![licence])
}

/// A showing of the least there is: the answer to a question.
fn shown(world: &World, taken: &Taken, showing: u8) -> Vec<u8> {
    let mut scene = world.scene_from("traffic_police", taken);
    scene.showing = scene.showing.answering(Question::MayDriveThisVehicle);
    scene.showing.cti = world.seed.bytes16(&format!("showing {showing}"));
    scene.present().encode()
}

/// One after the other from a stock: the bytes, the key, and whether the wallet said that it shows one again.
fn shown_from(world: &World, mut stock: Stock, showings: u8) -> Vec<(Vec<u8>, Vec<u8>, bool)> {
    let each = |showing| {
        let taken = stock.take().unwrap();
        (shown(world, &taken, showing), taken.one.wallet.key.kid(), taken.again)
    };
    (0..showings).map(each).collect()
}

fn runs(bytes: &[u8], length: usize) -> BTreeSet<&[u8]> {
    bytes.windows(length).collect()
}

/// The longest run that two have in common.
fn longest_run(a: &[u8], b: &[u8]) -> usize {
    // A run of some length holds one of every length below it.
    let lengths: Vec<_> = (1..=a.len().min(b.len())).collect();
    lengths.partition_point(|length| !runs(a, *length).is_disjoint(&runs(b, *length)))
}

/// The runs of a showing that no stranger's has, not even with a piece at either end. By them a reader who kept one
/// knows another again.
fn own_runs<'b>(bytes: &'b [u8], strangers: &[Vec<u8>]) -> BTreeSet<&'b [u8]> {
    let common: BTreeSet<_> = strangers.iter().flat_map(|bytes| runs(bytes, RUN)).collect();
    let mut shared = vec![false; bytes.len()];
    for (at, run) in bytes.windows(RUN).enumerate() {
        let held = common.contains(run);
        shared.iter_mut().skip(at).take(RUN).for_each(|byte| *byte |= held);
    }
    let own = bytes.windows(RUN + 1).zip(shared.windows(RUN + 1));
    own.filter(|(_, shared)| !shared.contains(&true)).map(|(run, _)| run).collect()
}

/// Another citizen whose licence says the same, with tokens of the same hour.
fn stranger(papers: &[PaperSpec]) -> Vec<Vec<u8>> {
    let (mut world, _) = country();
    "Người Lạ".clone_into(&mut world.person.name);
    let stock = world.stock(papers, 100..104);
    world.showing = "a stranger's".to_owned();
    shown_from(&world, stock, 4).into_iter().map(|(bytes, ..)| bytes).collect()
}

#[test]
fn a_hundred_showings_of_a_batch_link_where_the_wallet_says_so_and_nowhere_else() {
    let (world, papers) = country();
    let strangers = stranger(&papers);
    let seen = shown_from(&world, world.stock(&papers, 0..BATCH), SHOWINGS);
    let own: Vec<_> = seen.iter().map(|(bytes, ..)| own_runs(bytes, &strangers)).collect();
    for (at, ((_, key, again), runs)) in seen.iter().zip(&own).enumerate() {
        let before = seen.iter().zip(&own).take(at);
        let linked: Vec<_> =
            before.clone().filter(|(_, other)| !runs.is_disjoint(other)).map(|(of, _)| &of.1).collect();
        let same = before.filter(|((_, of, _), _)| of == key).count();
        assert!(
            linked.iter().all(|of| *of == key) && linked.len() == same,
            "showing {at}: {} and {same}",
            linked.len()
        );
        assert_eq!(*again, same > 0, "showing {at}: the wallet says so");
    }
    let mut longest = 0;
    // Every pair of the batch once.
    let batch: Vec<_> = seen.iter().filter(|(.., again)| !again).collect();
    assert_eq!(batch.len(), 16);
    for (at, (one, ..)) in batch.iter().enumerate() {
        longest = batch.iter().take(at).map(|(other, ..)| longest_run(one, other)).fold(longest, usize::max);
    }
    println!("longest run of two tokens of a batch: {longest} bytes");
    assert!((RUN..=LONGEST).contains(&longest), "{longest} bytes in a row");
}

/// The controls: what the measure finds where a batch is none.
#[test]
fn one_token_twice_one_key_or_one_status_entry_for_a_batch_would_link() {
    let (world, papers) = country();
    let strangers = stranger(&papers);
    let [(first, ..), (second, ..)] = shown_from(&world, world.stock(&papers, 0..1), 2).try_into().unwrap();
    let control = longest_run(&first, &second);
    println!("longest run of one token shown twice: {control} of {} bytes", first.len());
    assert!(control > 400, "{control}");

    let generation = world.one_time.as_ref().unwrap();
    let spec = world.token_spec(papers);
    let of = |key, entries, salts: &str| {
        let mut spec = one_time(&spec, &world.one_time_key(key), generation, entries);
        salts.clone_into(&mut spec.label);
        let mut one = world.one_time(&[], 0).unwrap();
        (one.wallet, one.tokens) = (Wallet::new(world.one_time_key(key)), vec![world.eid.issue(&spec)]);
        let mut stock = Stock::new(vec![one]);
        shown(&world, &stock.take().unwrap(), u8::try_from(key).unwrap())
    };
    let honest = of(1, 1, "first");
    let linked = |other: Vec<u8>| !own_runs(&honest, &strangers).is_disjoint(&own_runs(&other, &strangers));
    assert!(!linked(of(2, 2, "second")), "nothing in common");
    assert!(linked(of(1, 2, "second")), "a key");
    assert!(linked(of(2, 2, "first")), "salts and digests");
    assert!(!linked(of(2, 1, "second")), "status entries are too short for this measure: they are compared one by one");
}

struct Desk {
    inspector: Inspector,
    world: World,
}

impl Desk {
    fn of(world: &World) -> Self {
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
        let post = Post::open(&world.mandate("traffic_police"), &bundle).unwrap();
        Self { inspector: Inspector::new(bundle, post).unwrap(), world: world.clone() }
    }

    fn sees(&self, taken: &Taken) -> Report {
        let ask = self.inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        let text = self.world.scene_from("traffic_police", taken).text();
        self.inspector.inspect(Scan::qr(&text), &ask, self.world.at(), &mut Memory::new()).unwrap()
    }
}

/// All papers that the role may see, more than a token may have, so a set of two under one key: each of a batch is
/// accepted as any other showing is.
#[test]
fn every_token_of_a_batch_is_proven_and_falls_with_its_paper() {
    let mut world = World::demo().with_one_time_tokens(32);
    let scope = world.scope("traffic_police");
    let kinds: Vec<_> = world.kinds().into_iter().filter(|kind| scope.contains_key(&kind.number())).collect();
    let papers = world.preset_papers("traffic_police", &kinds);
    assert!(papers.len() > 4, "{kinds:?}");
    let all = |world: &World| -> Vec<Report> {
        let (desk, mut stock) = (Desk::of(world), world.stock(&papers, 0..BATCH));
        (0..BATCH).map(|_| desk.sees(&stock.take().unwrap())).collect()
    };
    for report in all(&world) {
        assert_eq!((report.verdict(), report.papers().len()), (Verdict::Accept, papers.len()), "{}", report.to_json());
    }
    // The vehicle's registration is withdrawn: every token says so from the next list on.
    world.set_status(doichieu_kit::scene::index_of(Kind::VEHICLE_REGISTRATION), 1);
    world.number += 1;
    for report in all(&world) {
        let codes = report.papers().iter().flat_map(|paper| paper.findings().iter().map(|of| of.code()));
        assert_eq!(report.verdict(), Verdict::Refuse, "{}", report.to_json());
        assert_eq!(codes.filter(|code| *code == "current.revoked").count(), 1);
    }
}

/// The part of a licence that is in use has an entry of its own, which is one of the batch's as well.
#[test]
fn a_suspended_part_is_suspended_in_every_token() {
    let mut world = World::demo().with_one_time_tokens(32);
    let before = world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]);
    world.set_status(doichieu_kit::scene::MOTORCYCLE_INDEX, 2);
    let (desk, mut stock) = (Desk::of(&world), world.stock(&before, 0..4));
    for _ in 0..4 {
        let json = desk.sees(&stock.take().unwrap()).to_json();
        assert!(json.contains("licence.part_suspended"), "{json}");
    }
}

#[test]
fn a_stock_gives_each_once_then_the_one_used_longest_ago_and_says_so() {
    let (world, papers) = country();
    let mut stock = world.stock(&papers, 0..3);
    let keys: Vec<_> = (0..3).map(|token| world.one_time_key(token).kid()).collect();
    let taken: Vec<_> = (0..7).map(|_| stock.take().unwrap()).collect();
    let of = |at: usize| keys.iter().cycle().nth(at).cloned();
    for (at, taken) in taken.iter().enumerate() {
        assert_eq!(Some(taken.one.wallet.key.kid()), of(at));
        assert_eq!((taken.left, taken.again), (2_usize.saturating_sub(at), at >= 3));
    }
    assert!(Stock::default().take().is_none());
}

/// Entries are allotted once, all within the list, and not beside each other.
#[test]
fn entries_of_a_generation_are_scattered() {
    let (world, _) = country();
    let generation = world.one_time.as_ref().unwrap();
    let size = u64::try_from(generation.list.entries.len()).unwrap();
    let all: BTreeSet<_> = (0..128).flat_map(|token| (0..64).map(move |of| generation.entry(token, of))).collect();
    assert_eq!((all.len(), size), (128 * 64, 128 * 64));
    assert!(all.iter().all(|(list, index)| *list == 2 && *index < size));
    // Of one token, and of one thing in two tokens that were issued one after the other: by chance 4 of 127 lie so
    // near.
    for pair in [(0, 1), (1, 0)] {
        let near = (0..127).filter(|token| {
            let [(_, a), (_, b)] = [generation.entry(*token, 42), generation.entry(token + pair.0, 42 + pair.1)];
            a.abs_diff(b) <= 128
        });
        assert!(near.count() < 20, "neighbours would tell whose they are");
    }
    assert_eq!(generation.entry(128, 0), (2, size), "no room: beyond the list, so unknown");
}

/// Every status reference of a token.
fn entries(papers: &[PaperSpec], account: Option<(u64, u64)>) -> BTreeSet<(u64, u64)> {
    let parts = papers.iter().flat_map(|paper| paper.fields.values()).filter_map(|value| {
        let Item::Map(part) = value else { return None };
        let Some(Item::Map(of)) = part.get(0) else { return None };
        let Some(Item::Array(status)) = of.get(4) else { return None };
        let [Item::Uint(list), Item::Uint(index)] = status.as_slice() else { return None };
        Some((*list, *index))
    });
    papers.iter().filter_map(|paper| paper.source.status).chain(account).chain(parts).collect()
}

/// Account, paper, and each part of a licence: no entry of one token is another's, nor the standing list's.
#[test]
fn no_two_tokens_share_a_status_entry() {
    let (world, papers) = country();
    let (generation, spec) = (world.one_time.as_ref().unwrap(), world.token_spec(papers));
    let mut all = entries(&spec.papers, spec.account_status);
    assert_eq!(all.len(), 4);
    for token in 0..BATCH {
        let of = one_time(&spec, &world.one_time_key(token), generation, token);
        all.extend(entries(&of.papers, of.account_status));
    }
    assert_eq!(all.len(), 4 + 16 * 4);
}

/// A token of a batch has the times of everybody's tokens of the hour, and the register's word of the day.
#[test]
fn times_are_those_of_the_hour_and_of_the_day() {
    let (world, papers) = country();
    let generation = world.one_time.as_ref().unwrap();
    let spec = one_time(&world.token_spec(papers), &world.one_time_key(1), generation, 1);
    assert_eq!((spec.iat % 3600, spec.exp - spec.iat), (0, 86_400));
    assert!(spec.papers.iter().all(|paper| paper.source.as_of % 86_400 == 0));
}
