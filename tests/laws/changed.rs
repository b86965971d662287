//! A changed scan never shows anything else than the scan it was made from, whatever layer it was changed in.

use doichieu::{Scan, Verdict};
use doichieu_kit::Alg;
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::scene::{Scene, World};
use proptest::prelude::*;

use crate::stage::{CLINIC, POLICE, STOP, Seen, Stage, cases};

const BASE45: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// An accepted showing, and the post that accepts it.
struct Genuine {
    stage: Stage,
    scene: Scene,
    seen: Seen,
}

impl Genuine {
    fn new(world: &World, role: &str, scene: Scene) -> Self {
        let stage = Stage::of(world, role);
        let seen = stage.show(&scene);
        assert_eq!(seen.verdict, Verdict::Accept, "{}", seen.json);
        assert!(!seen.values.is_empty());
        Self { stage, scene, seen }
    }

    /// One token in clear; a set of two issuers and two algorithms; one token with everything behind digests.
    fn all() -> [Self; 3] {
        let world = World::demo();
        let other = World::demo().with_holder(Alg::P256);
        [
            Self::new(&world, POLICE, world.traffic_stop()),
            Self::new(&other, CLINIC, other.clinic_set()),
            Self::new(&world, POLICE, world.open_choice(POLICE, &STOP)),
        ]
    }

    /// Either nothing is shown and nothing accepted, or exactly what the genuine showing shows.
    fn same_or_nothing(&self, seen: Option<Seen>, what: &str) {
        let Some(seen) = seen else { return };
        assert!(!gives(&seen) || seen.values == self.seen.values, "{what}: {}", seen.json);
    }

    fn holds_against(&self, scan: Scan<'_>, what: &str) {
        self.same_or_nothing(self.stage.inspect(scan), what);
    }

    /// Flips every `step`th bit, counted through the whole frame: 1 for all, 3 for each bit's place in turn.
    fn flip(&self, frame: &[u8], step: usize, judge: impl Fn(Option<Seen>, &str)) {
        let mut changed = frame.to_vec();
        for at in 0..frame.len() {
            for bit in (0..8).filter(|bit| (at * 8 + bit).is_multiple_of(step)) {
                changed[at] ^= 1 << bit;
                judge(self.stage.inspect(Scan::frame(&changed)), &format!("byte {at}, bit {bit}"));
                changed[at] ^= 1 << bit;
            }
        }
    }
}

fn gives(seen: &Seen) -> bool {
    !seen.values.is_empty() || seen.verdict == Verdict::Accept
}

/// The inflated frame: everything in it is signed, or is a signature, or an envelope of fixed form. So no flip may pass
/// at all.
#[test]
fn no_flipped_bit_of_an_inflated_frame_gives_anything() {
    for (genuine, step) in Genuine::all().iter().zip([1, 3, 5]) {
        let frame = genuine.scene.present().frame(Deflate::Never);
        genuine.flip(&frame, step, |seen, what| assert!(!seen.is_some_and(|seen| gives(&seen)), "{what}"));
    }
}

/// The raw frame is a zlib stream, which nobody signs: a few of its bits are padding, and then the showing is the same.
#[test]
fn a_flipped_bit_of_a_raw_frame_shows_nothing_else() {
    for genuine in Genuine::all() {
        let frame = genuine.scene.present().frame(Deflate::Always);
        genuine.flip(&frame, 1, |seen, what| genuine.same_or_nothing(seen, what));
    }
}

#[test]
fn a_changed_character_of_the_text_shows_nothing_else() {
    for genuine in Genuine::all() {
        let text = genuine.scene.text().into_bytes();
        let mut changed = text.clone();
        for at in 0..text.len() {
            // Another character of the alphabet, and a flipped bit, which may leave the alphabet.
            let place = BASE45.iter().position(|of| *of == text[at]).unwrap_or_default();
            for other in [BASE45[(place + 1 + at % 44) % BASE45.len()], text[at] ^ (1 << (at % 7))] {
                changed[at] = other;
                let changed = std::str::from_utf8(&changed).unwrap();
                genuine.holds_against(Scan::qr(changed), &format!("character {at}"));
            }
            changed[at] = text[at];
        }
    }
}

/// One edit of bytes. Positions are shares of the length, so that they fit whatever came before.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    Put(prop::sample::Index, u8),
    Insert(prop::sample::Index, u8),
    Remove(prop::sample::Index),
    Truncate(prop::sample::Index),
    Copy(prop::sample::Index, prop::sample::Index, usize),
    Append(Vec<u8>),
}

impl Edit {
    pub(crate) fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let length = bytes.len();
        match self {
            Self::Put(at, byte) => bytes[at.index(length)] = *byte,
            Self::Insert(at, byte) => bytes.insert(at.index(length), *byte),
            Self::Remove(at) => drop(bytes.remove(at.index(length))),
            Self::Truncate(at) => bytes.truncate(at.index(length)),
            Self::Copy(from, to, count) => {
                let (from, to) = (from.index(length), to.index(length));
                for step in 0..(*count).min(length - from.max(to)) {
                    bytes[to + step] = bytes[from + step];
                }
            }
            Self::Append(more) => bytes.extend(more),
        }
    }
}

pub(crate) fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let index = any::<prop::sample::Index>;
    let edit = prop_oneof![
        4 => (index(), any::<u8>()).prop_map(|(at, byte)| Edit::Put(at, byte)),
        1 => (index(), any::<u8>()).prop_map(|(at, byte)| Edit::Insert(at, byte)),
        1 => index().prop_map(Edit::Remove),
        1 => index().prop_map(Edit::Truncate),
        2 => (index(), index(), 1..80_usize).prop_map(|(from, to, count)| Edit::Copy(from, to, count)),
        1 => prop::collection::vec(any::<u8>(), 1..40).prop_map(Edit::Append),
    ];
    prop::collection::vec(edit, 1..4)
}

#[test]
fn random_edits_show_nothing_else() {
    let genuine = Genuine::all();
    let presentations: Vec<_> = genuine.iter().map(|genuine| genuine.scene.present().encode()).collect();
    proptest!(cases(1500), |(which in 0..3_usize, edits in edits(), layer in 0..4_u8)| {
        let genuine = &genuine[which];
        let mut bytes = match layer {
            0 | 3 => presentations[which].clone(),
            1 => frame::zlib(&presentations[which], 9),
            _ => genuine.scene.text().into_bytes(),
        };
        edits.iter().for_each(|edit| edit.apply(&mut bytes));
        match layer {
            0 | 1 => genuine.holds_against(Scan::frame(&bytes), "edited"),
            2 => genuine.holds_against(Scan::qr(&String::from_utf8_lossy(&bytes)), "edited"),
            // Changed inside, carried as a wallet would.
            _ => genuine.holds_against(Scan::qr(&frame::text(&frame::zlib(&bytes, 6))), "edited"),
        }
    });
}

/// Whatever arrives: an answer, and no values in it.
#[test]
fn what_nobody_minted_never_shows_a_value() {
    let stage = Stage::of(&World::demo(), POLICE);
    let nothing = |seen: Option<Seen>| seen.is_none_or(|seen| !gives(&seen));
    proptest!(cases(2000), |(bytes in prop::collection::vec(any::<u8>(), 0..400), text in any::<String>())| {
        prop_assert!(nothing(stage.inspect(Scan::frame(&bytes))));
        prop_assert!(nothing(stage.inspect(Scan::frame(&frame::zlib(&bytes, 1)))));
        prop_assert!(nothing(stage.inspect(Scan::qr(&text))));
        let ours = format!("DC1:{text}");
        prop_assert!(nothing(stage.inspect(Scan::qr(&ours))));
        prop_assert!(nothing(stage.inspect(Scan::qr(&frame::text(&bytes)))));
    });
}
