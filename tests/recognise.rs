//! What the kit mints is recognised as what it is, and never as anything by a name; what is broken is never worse than
//! not recognised.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::arithmetic_side_effects, clippy::integer_division, reason = "places in a file of the kit")]

use doichieu::field::Purpose;
use doichieu::{
    Bundle, ConsentProof, FileKind, Inspector, Language, Memory, Post, Roots, Scan, Seed, Wants, recognise,
};
use doichieu_kit::scene::World;
use doichieu_kit::{animated, encounter_seed};
use std::sync::Arc;

/// Every file and code there is, with what it is.
struct Files {
    world: World,
    roots: Roots,
    bundle: Arc<Bundle>,
    all: Vec<(FileKind, Vec<u8>)>,
}

fn minted() -> Files {
    let mut world = World::demo();
    world.signs_consent = true;
    let (anchor, file, mandate) = (world.anchor(), world.bundle(), world.mandate("traffic_police"));
    let mut newer = World::demo();
    newer.number += 1;
    newer.set_status(3, 1);
    let delta = Bundle::delta_between(&file, &newer.bundle()).unwrap();
    let roots = Roots::dangerous_test(&anchor).unwrap();
    let mut memory = Memory::new();
    let empty = memory.to_bytes();
    let bundle = Arc::new(Bundle::open(&file, &roots, world.at(), &mut memory).unwrap());
    let inspector = Inspector::new(Arc::clone(&bundle), Post::open(&mandate, &bundle).unwrap()).unwrap();
    let text = world.traffic_stop().text();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let report = inspector.inspect(Scan::qr(&text), &ask, world.at(), &mut memory).unwrap();
    let kept = report.consent_proof().unwrap().as_bytes().to_vec();
    let frame = world.traffic_stop().present().encode();
    let parts = animated::animate(&frame, 0, 200);
    let all = vec![
        (FileKind::Roots, anchor),
        (FileKind::Lists, file),
        (FileKind::Delta, delta),
        (FileKind::Mandate, mandate),
        (FileKind::Memory, empty),
        (FileKind::Memory, memory.to_bytes()),
        (FileKind::Showing, text.clone().into_bytes()),
        (FileKind::Showing, frame),
        (FileKind::AnimatedPart, parts[1].clone().into_bytes()),
        (FileKind::KeptConsent, kept),
        (FileKind::Report, report.to_json().into_bytes()),
    ];
    Files { world, roots, bundle, all }
}

/// A challenge of a bank, as text and as the bytes within.
fn asks(files: &mut Files) {
    let post = Post::open(&files.world.mandate("bank"), &files.bundle).unwrap();
    let inspector = Inspector::new(Arc::clone(&files.bundle), post).unwrap();
    let purpose = inspector.post().role().allowance().purposes().next().unwrap();
    let draft = inspector.ask(&Wants::all(purpose), &Seed::new([7; 32]), &encounter_seed(), files.world.at()).unwrap();
    let signature = files.world.post_key("bank").sign(draft.to_be_signed());
    let text = draft.seal(&signature).unwrap().text().to_owned();
    files.all.push((FileKind::Ask, doichieu_kit::ask::bytes(&text).unwrap()));
    files.all.push((FileKind::Ask, text.into_bytes()));
}

#[test]
fn every_file_that_is_minted_is_recognised_as_what_it_is() {
    let mut files = minted();
    asks(&mut files);
    for (kind, bytes) in &files.all {
        assert_eq!(recognise(bytes), *kind);
    }
    let mut kinds: Vec<_> = files.all.iter().map(|(kind, _)| kind.name()).collect();
    kinds.dedup();
    assert_eq!(kinds.len(), 10, "every kind of ours but a key");
}

/// An opener, with the kind it takes.
type Opener<'a> = (FileKind, Box<dyn Fn(&[u8]) -> bool + 'a>);

fn openers(files: &Files) -> Vec<Opener<'_>> {
    let (at, roots, bundle) = (files.world.at(), &files.roots, &files.bundle);
    vec![
        (FileKind::Roots, Box::new(|bytes| Roots::dangerous_test(bytes).is_ok())),
        (FileKind::Lists, Box::new(move |bytes| Bundle::open(bytes, roots, at, &mut Memory::new()).is_ok())),
        (FileKind::Delta, Box::new(move |bytes| bundle.apply(bytes, roots, at, &mut Memory::new()).is_ok())),
        (FileKind::Mandate, Box::new(move |bytes| Post::open(bytes, bundle).is_ok())),
        (FileKind::Memory, Box::new(|bytes| Memory::from_bytes(bytes).is_ok())),
        (FileKind::KeptConsent, Box::new(move |bytes| ConsentProof::open(bytes, at).is_ok())),
    ]
}

/// Each opener takes its own kind, and of every other there is a sentence that names both.
#[test]
fn every_file_given_to_every_opener_is_told_as_what_it_is() {
    let mut files = minted();
    asks(&mut files);
    files.all.extend([
        (FileKind::WebPage, b"<!doctype html>".to_vec()),
        (FileKind::PrivateKey, [0x30, 0x41, 2, 1, 0, 0x30].to_vec()),
        (FileKind::Empty, Vec::new()),
    ]);
    let mut told = 0;
    for (wanted, opens) in openers(&files) {
        for (kind, bytes) in &files.all {
            let found = recognise(bytes);
            if opens(bytes) {
                assert_eq!(found.in_place_of(wanted, Language::Vi), None, "{wanted:?} opened {kind:?}");
                continue;
            }
            let [vi, en] = [Language::Vi, Language::En].map(|language| found.in_place_of(wanted, language).unwrap());
            assert!(vi.starts_with(&format!("Đây là {}, không phải {}.", kind.text().vi, wanted.text().vi)), "{vi}");
            assert!(en.starts_with(&format!("This is {}, not {}.", kind.text().en, wanted.text().en)), "{en}");
            told += 1;
        }
    }
    assert!(told > 80, "{told}");
}

/// Whatever is cut off or turned over, it is recognised as what it was, as something duller, or not at all.
#[test]
fn what_is_cut_or_changed_never_panics() {
    let mut files = minted();
    asks(&mut files);
    for (kind, bytes) in &files.all {
        let step = bytes.len() / 400 + 1;
        for end in (0..bytes.len()).step_by(step) {
            let cut = recognise(&bytes[..end]);
            let less = [FileKind::Unknown, FileKind::Empty, FileKind::Text, FileKind::Json, FileKind::Lists];
            assert!(cut == *kind || less.contains(&cut), "{kind:?} cut to {end} is {cut:?}");
        }
        for place in (0..bytes.len().min(600)).chain((600..bytes.len()).step_by(step)) {
            for bit in [0, 3, 7] {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                let _ = recognise(&changed);
            }
        }
    }
}

#[test]
fn a_download_that_broke_off_is_still_told_as_lists() {
    let files = minted();
    let (_, lists) = &files.all[1];
    assert_eq!(recognise(&lists[..lists.len() / 2]), FileKind::Lists);
}
