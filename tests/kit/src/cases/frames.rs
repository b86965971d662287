//! N04: the codes of an animated showing as a scanner sees them. What completes is inspected; what never does was not
//! read.

use super::{Case, Expect, Input};
use crate::animated::{self, BUNDLE, PRESENTATION, Part, SEALED_ANSWER};
use crate::frame::Deflate;
use crate::scene::World;

/// Bytes of a part.
const CHUNK: usize = 150;

/// Every case.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    let scene = (Showing::of(&world), Showing::next(&world));
    let shown = genuine(&scene).into_iter().chain(mixed(&scene)).chain(malformed(&scene.0));
    let case = |(id, says, parts, expect): Row| {
        let codes = parts.iter().map(Part::text).collect();
        Case::traffic(&format!("N04/{id}"), says, &world, Input::Codes(codes), expect)
    };
    shown.map(case).collect()
}

type Row = (&'static str, &'static str, Vec<Part>, Expect);

fn unread() -> Expect {
    Expect::unreadable("frames")
}

/// What a phone shows: the frame, and its parts.
struct Showing {
    carried: Vec<u8>,
    parts: Vec<Part>,
}

impl Showing {
    fn of(world: &World) -> Self {
        let carried = world.traffic_stop().present().frame(Deflate::WhenItPays);
        Self { parts: animated::parts(&carried, PRESENTATION, CHUNK), carried }
    }

    /// The phone's next one.
    fn next(world: &World) -> Self {
        let mut next = world.clone();
        "another showing".clone_into(&mut next.showing);
        Self::of(&next)
    }

    /// The parts, one of them changed.
    fn with(&self, at: usize, change: impl Fn(&mut Part)) -> Vec<Part> {
        let mut parts = self.parts.clone();
        parts.get_mut(at).into_iter().for_each(change);
        parts
    }

    /// The parts, all of them changed.
    fn each(&self, change: impl Fn(&mut Part)) -> Vec<Part> {
        let mut parts = self.parts.clone();
        parts.iter_mut().for_each(change);
        parts
    }

    fn last(&self) -> usize {
        self.parts.len().saturating_sub(1)
    }

    /// In parts of another length.
    fn cut(&self, chunk: usize) -> Vec<Part> {
        animated::parts(&self.carried, PRESENTATION, chunk)
    }
}

fn flip(part: &mut Part) {
    part.chunk.first_mut().into_iter().for_each(|byte| *byte ^= 0x80);
}

fn both(first: &[Part], then: &[Part]) -> Vec<Part> {
    [first, then].concat()
}

/// Any order, losses, repeats; and one bad part among the genuine ones.
fn genuine((own, next): &(Showing, Showing)) -> Vec<Row> {
    let parts = &own.parts;
    let reversed: Vec<_> = parts.iter().rev().cloned().collect();
    let twice: Vec<_> = parts.iter().flat_map(|part| [part.clone(), part.clone()]).collect();
    let without: Vec<_> = parts.iter().skip(1).cloned().collect();
    let chunk = own.carried.len().div_ceil(16);
    vec![
        ("in-order", "Every part once.", parts.clone(), Expect::accept()),
        ("reversed", "From the last part to the first.", reversed, Expect::accept()),
        ("repeats", "Every part twice.", twice, Expect::accept()),
        ("sixteen", "As many parts as there may be.", own.cut(chunk), Expect::accept()),
        ("lost", "One part never comes.", without.clone(), unread()),
        ("lost-then-seen", "The part missed comes round again.", both(&without, parts), Expect::accept()),
        (
            "hostile-first",
            "The first part forged, then the genuine ones.",
            both(&own.with(0, flip), parts),
            Expect::accept(),
        ),
        ("hostile-each", "Every part forged before the genuine ones.", both(&own.each(flip), parts), Expect::accept()),
        (
            "hostile-other",
            "Another animation begun before the genuine one.",
            both(&next.parts.iter().take(2).cloned().collect::<Vec<_>>(), parts),
            Expect::accept(),
        ),
        (
            "duplicate-index",
            "One index twice with different bytes, the genuine one first.",
            both(&own.parts.iter().take(1).cloned().collect::<Vec<_>>(), &both(&own.with(0, flip), parts)),
            Expect::accept(),
        ),
    ]
}

/// Parts that do not belong together: whole in number, not in making.
fn mixed((own, next): &(Showing, Showing)) -> Vec<Row> {
    let half = own.parts.len() / 2;
    let halves: Vec<_> = own.parts.iter().take(half).chain(next.parts.iter().skip(half)).cloned().collect();
    let id = own.parts.first().map(|part| part.id.clone()).unwrap_or_default();
    let relabelled: Vec<_> = halves.iter().map(|part| Part { id: id.clone(), ..part.clone() }).collect();
    vec![
        ("mixed-ids", "Half of one animation and half of another.", halves, unread()),
        ("relabelled", "The same halves under one id: the hash is another.", relabelled, unread()),
        ("flipped", "One bit of one part flipped, no genuine one after it.", own.with(1, flip), unread()),
        ("hash", "An id that is not the frame's hash.", own.each(|part| part.id = vec![1, 2, 3, 4]), unread()),
        ("what-mixed", "One part says that it carries a bundle.", own.with(1, |part| part.what = BUNDLE), unread()),
        (
            "what-bundle",
            "All say so: whole, and nothing of a citizen's.",
            own.each(|part| part.what = BUNDLE),
            unread(),
        ),
        (
            "what-sealed",
            "All say that it is a sealed answer, and nothing was asked.",
            own.each(|part| part.what = SEALED_ANSWER),
            Expect::no_values("refer", &["held.other_audience"]),
        ),
        ("what-unknown", "All say that it is something of a later profile.", own.each(|part| part.what = 3), unread()),
    ]
}

/// Parts with members that no honest one has. Nothing but these is shown, so that one taken after all would complete or
/// count.
fn malformed(own: &Showing) -> Vec<Row> {
    let count = u64::try_from(own.parts.len()).unwrap_or_default();
    let last = own.last();
    let pad = |part: &mut Part| part.chunk.last_mut().into_iter().for_each(|byte| *byte = 1);
    let index = |index: u64| own.with(last, move |part| part.index = index);
    let of = |of: u64| own.each(move |part| part.of = of);
    let chunk = own.carried.len().div_ceil(17);
    vec![
        ("index-n", "The last part's index is n.", index(count), unread()),
        ("index-above", "The last part's index is 2^31.", index(1 << 31), unread()),
        ("n-zero", "No parts at all, say all of them.", of(0), unread()),
        ("n-one", "A whole showing as the only part of one.", own.cut(own.carried.len()), unread()),
        ("n-seventeen", "One part more than there may be.", own.cut(chunk), unread()),
        ("n-2-31", "2^31 parts, say all of them.", of(1 << 31), unread()),
        ("padding", "The last byte of padding is not zero.", own.with(last, pad), unread()),
        ("id-length", "Ids of five bytes.", own.each(|part| part.id.push(0)), unread()),
        ("total-short", "A total that leaves a whole chunk as padding.", own.each(|part| part.total = 150), unread()),
        (
            "total-long",
            "A total beyond all chunks.",
            own.each(|part| part.total = part.total.saturating_add(1_000)),
            unread(),
        ),
        (
            "chunk-short",
            "One chunk a byte shorter than the others.",
            own.with(0, |part| part.chunk.truncate(CHUNK - 1)),
            unread(),
        ),
    ]
}
