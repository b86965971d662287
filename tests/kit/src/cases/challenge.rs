//! N61, N62, N77, N150 to N154 where the post asked first: the answer sealed to its challenge, and everything that is
//! none.

use super::{Before, Case, Challenge, Expect, Input, Store};
use crate::answer;
use crate::ask::{self, AskSpec};
use crate::cbor::{Item, sha256};
use crate::frame::{Deflate, frame as deflated};
use crate::key::{Alg, Seed};
use crate::people;
use crate::scene::World;
use crate::wallet::{MemberDraft, Presentation, Showing, Wallet};

pub(super) const ROLE: &str = "traffic_police";
/// Of the post's challenges: the one in question, and another.
const SECRET: [u8; 32] = [0x51; 32];
const OTHER: [u8; 32] = [0x52; 32];

/// Every case.
#[must_use]
pub fn cases() -> Vec<Case> {
    let desk = Desk::new();
    bound(&desk).into_iter().chain(timed(&desk)).chain(sealed(&desk)).chain(taken_up(&desk)).chain(sets()).collect()
}

/// The ask of a post of the demo world for all that it may see, signed by its own key.
pub(super) fn spec(world: &World, role: &str, purpose: u64, secret: &[u8; 32]) -> AskSpec {
    let mandate = world.authority.mandate_key().map(|key| world.mandate_spec(role).sign(key).item());
    let mandate = mandate.unwrap_or_else(|| Item::from(0));
    AskSpec::new(mandate, world.now, purpose, world.scope(role), ask::nonce(secret), ask::answer_key(secret))
}

/// A post that asked, and the phone before it.
struct Desk {
    world: World,
    role: &'static str,
    purpose: u64,
}

/// An ask as its post made it: what its answer must say.
struct Asked {
    spec: AskSpec,
    bytes: Vec<u8>,
    secret: [u8; 32],
}

impl Asked {
    fn challenge(&self) -> Challenge {
        Challenge::new(ask::text(&self.bytes), self.secret)
    }

    fn digest(&self) -> [u8; 32] {
        sha256(&self.bytes)
    }
}

impl Desk {
    fn new() -> Self {
        Self { world: World::demo(), role: ROLE, purpose: 1 }
    }

    fn ask(&self, secret: [u8; 32]) -> Asked {
        let spec = spec(&self.world, self.role, self.purpose, &secret);
        let bytes = spec.sign(&self.world.post_key(self.role)).encode();
        Asked { spec, bytes, secret }
    }

    /// The honest answer to an ask.
    fn showing(&self, asked: &Asked) -> Showing {
        let mut showing = Showing::new(self.role, self.purpose, self.world.now, [3; 16]);
        showing.audience = format!("post:{}-01", self.role);
        (showing.exp, showing.cnonce) = (asked.spec.exp, Some(asked.spec.nonce));
        (showing.ask, showing.wanted) = (Some(asked.digest()), Some(asked.spec.wanted.clone()));
        showing
    }

    fn present(&self, showing: &Showing) -> Presentation {
        let scene = self.world.traffic_stop();
        scene.wallet.present(&scene.tokens, showing)
    }

    fn case(&self, id: &str, says: &str, input: Input, asked: &Asked, expect: Expect) -> Case {
        let mut case = Case::new(id, says, &self.world, self.role, self.purpose, input, expect);
        case.challenge = Some(asked.challenge());
        case.at(self.world.now.saturating_add(5))
    }

    /// An answer in every respect but what is changed.
    fn answered(&self, id: &str, says: &str, expect: Expect, change: impl Fn(&mut Showing)) -> Case {
        let asked = self.ask(SECRET);
        let mut showing = self.showing(&asked);
        change(&mut showing);
        self.case(id, says, seal(&self.present(&showing), &asked), &asked, expect)
    }
}

/// Sealed to an ask.
fn seal(shown: &Presentation, to: &Asked) -> Input {
    let padded = answer::pad(&deflated(&shown.encode(), Deflate::WhenItPays));
    seal_as(&padded, &to.spec.key, &to.digest())
}

fn seal_as(padded: &[u8], key: &[u8; 32], digest: &[u8; 32]) -> Input {
    Input::Text(answer::text(&sealed_bytes(padded, key, digest)))
}

fn sealed_bytes(padded: &[u8], key: &[u8; 32], digest: &[u8; 32]) -> Vec<u8> {
    answer::seal_padded(padded, key, digest, Seed::new([9; 32])).unwrap_or_default()
}

fn elsewhere() -> Expect {
    Expect::no_values("refer", &["held.other_audience"])
}

fn refer(code: &str) -> Expect {
    Expect::no_values("refer", &[code])
}

fn refuse(code: &str) -> Expect {
    Expect::no_values("refuse", &[code])
}

/// N61, N77, N153: bound to post, nonce and ask.
fn bound(desk: &Desk) -> Vec<Case> {
    let other = desk.ask(OTHER);
    let (digest, nonce) = (other.digest(), other.spec.nonce);
    vec![
        desk.answered("N61/answer", "An honest answer to this very ask.", Expect::accept(), |_| {}),
        desk.answered(
            "N61/slow-phone",
            "By a phone that is six minutes slow: the nonce is fresh.",
            Expect::accept(),
            |s| {
                s.iat = s.iat.saturating_sub(360);
            },
        ),
        desk.answered("N61/nonce-other", "With the nonce of another ask.", elsewhere(), |s| s.cnonce = Some(nonce)),
        desk.answered("N61/nonce-absent", "Without a nonce.", elsewhere(), |s| s.cnonce = None),
        desk.answered("N77/answer-other-post", "For another post of the role.", elsewhere(), |s| {
            s.audience = format!("post:{ROLE}-02");
        }),
        desk.answered("N153/role", "For the role instead of the post.", elsewhere(), |s| {
            (s.audience, s.cnonce, s.ask) = (format!("role:{ROLE}"), None, None);
        }),
        desk.answered("N153/other-ask", "Agreed to another ask of this post.", elsewhere(), |s| s.ask = Some(digest)),
        desk.answered("N153/no-ask", "Agreed to no ask.", refer("agreed.malformed"), |s| s.ask = None),
        desk.answered("N153/purpose", "Agreed to for another purpose.", refer("agreed.purpose_differs"), |s| {
            s.purpose = 2;
        }),
        desk.answered("N153/exp-later", "Good a second longer than the ask.", refuse("held.times_disagree"), |s| {
            s.exp = s.exp.saturating_add(1);
        }),
        desk.answered("N153/exp-earlier", "Good a second shorter than the ask.", refuse("held.times_disagree"), |s| {
            s.exp = s.exp.saturating_sub(1);
        }),
    ]
}

/// N62, N152: in time, and once.
fn timed(desk: &Desk) -> Vec<Case> {
    let asked = desk.ask(SECRET);
    let answer = |cti: u8| {
        let mut showing = desk.showing(&asked);
        showing.cti = [cti; 16];
        seal(&desk.present(&showing), &asked)
    };
    let case = |id: &str, says: &str, expect: Expect| desk.case(id, says, answer(3), &asked, expect);
    let after = |id: &str, says: &str, cti: u8, expect: Expect| {
        let mut case = desk.case(id, says, answer(cti), &asked, expect);
        let mut before = Before::new(answer(3), case.mandate.clone(), desk.purpose, desk.world.now.saturating_add(1));
        before.challenge = Some(asked.challenge());
        case.before = vec![before];
        case
    };
    let late = Expect::no_values("refer", &["held.window_passed"]);
    vec![
        case("N152/last-second", "In the last second of the ask.", Expect::accept())
            .at(asked.spec.exp.saturating_sub(1)),
        case("N152/ended", "In the second of the ask's end.", late).at(asked.spec.exp),
        after("N62/answer-again", "The same answer again.", 3, Expect::accept().noting("held.shown_again")),
        after("N152/nonce-reused", "Another answer to the same ask.", 4, refer("post.ask_answered")),
    ]
    .into_iter()
    .chain(answered_before(desk, &asked))
    .collect()
}

/// N152, N178: an ask that was answered, by whom and in which encounter; by the memory's word and by a store's.
fn answered_before(desk: &Desk, asked: &Asked) -> Vec<Case> {
    let mut other = Desk { world: desk.world.clone().with_person(people::duc()), ..Desk::new() };
    other.world.wallet = Wallet::new(desk.world.seed.key(Alg::P256, "the phone of another"));
    let answers = [desk, &other].map(|of| seal(&of.present(&of.showing(asked)), asked));
    let [own, others] = &answers;
    let case = |id: &str, says: &str, encounter: u8, expect: Expect| {
        let mut case = desk.case(id, says, own.clone(), asked, expect);
        let mut before = Before::new(own.clone(), case.mandate.clone(), desk.purpose, desk.world.now);
        before.challenge = Some(asked.challenge());
        (case.encounter, case.before) = (encounter, vec![before]);
        case
    };
    let another = || {
        let says = "Two people before one ask: the second is told to wait for a new one, and is accused of nothing.";
        let mut case = case("N152/another-person", says, 0, refer("post.ask_answered"));
        case.input = others.clone();
        case
    };
    let shown = || Expect::standing("refer", &["held.shown_in_another_encounter"]);
    let resumed =
        || case("N152/other-encounter", "The same answer, the ask taken up in another encounter.", 1, shown());
    let again = || case("", "The same answer again.", 0, Expect::accept().noting("held.shown_again"));
    let by_store = |id: &str, mut case: Case| {
        (case.id, case.store) = (id.to_owned(), Some(Store::Keeps));
        case
    };
    vec![
        another(),
        resumed(),
        by_store("N178/ask-answered", another()),
        by_store("N178/ask-other-encounter", resumed()),
        by_store("N178/ask-again", again()),
    ]
}

/// N154: sealed to another, altered, or not at all.
fn sealed(desk: &Desk) -> Vec<Case> {
    let (asked, other) = (desk.ask(SECRET), desk.ask(OTHER));
    let shown = desk.present(&desk.showing(&asked));
    let padded = answer::pad(&deflated(&shown.encode(), Deflate::WhenItPays));
    let (key, digest) = (&asked.spec.key, asked.digest());
    let genuine = sealed_bytes(&padded, key, &digest);
    let case = |id: &str, says: &str, input: Input, expect: Expect| desk.case(id, says, input, &asked, expect);
    let flipped = |at: usize| {
        let mut bytes = genuine.clone();
        bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1);
        Input::Text(answer::text(&bytes))
    };
    let changed = |change: fn(&mut Vec<u8>)| {
        let mut padded = padded.clone();
        change(&mut padded);
        seal_as(&padded, key, &digest)
    };
    let dirty = changed(|padded| padded.last_mut().into_iter().for_each(|byte| *byte = 1));
    let block = changed(|padded| padded.resize(padded.len().saturating_add(256), 0));
    let beyond = changed(|padded| padded.first_mut().into_iter().for_each(|byte| *byte = 0xff));
    let mut unasked = case("N154/unasked", "An answer to a post that asked nothing.", flipped(usize::MAX), elsewhere());
    unasked.challenge = None;
    vec![
        case(
            "N154/other-key",
            "Sealed to the key of another ask.",
            seal_as(&padded, &other.spec.key, &digest),
            elsewhere(),
        ),
        case(
            "N154/other-info",
            "Sealed for the digest of another ask.",
            seal_as(&padded, key, &other.digest()),
            elsewhere(),
        ),
        case("N154/flipped-key", "A bit of the encapsulated key flipped.", flipped(0), elsewhere()),
        case("N154/flipped", "A bit of the ciphertext flipped.", flipped(100), elsewhere()),
        case("N154/flipped-tag", "A bit of the tag flipped.", flipped(genuine.len().saturating_sub(1)), elsewhere()),
        case("N154/padding", "Padding that is not zero.", dirty, elsewhere()),
        case("N154/padding-block", "A block of padding too many.", block, elsewhere()),
        case("N154/padding-length", "A length beyond the end.", beyond, elsewhere()),
        case(
            "N154/plain",
            "The right answer in the clear.",
            Input::Text(shown.text()),
            Expect::no_values("refer", &["held.not_answered"]),
        ),
        unasked,
    ]
}

/// N150, N151: challenges that the post itself does not take up.
fn taken_up(desk: &Desk) -> Vec<Case> {
    let asked = desk.ask(SECRET);
    let answer = || seal(&desk.present(&desk.showing(&asked)), &asked);
    let case = |id: &str, says: &str, code: &str, challenge: Challenge| {
        let mut case = desk.case(id, says, answer(), &asked, Expect::set_up(code));
        case.challenge = Some(challenge);
        case
    };
    let signed = |change: fn(&mut AskSpec), role: &str| {
        let mut spec = spec(&desk.world, ROLE, 1, &SECRET);
        change(&mut spec);
        Challenge::new(ask::text(&spec.sign(&desk.world.post_key(role)).encode()), SECRET)
    };
    let wider = signed(|spec| drop(spec.wanted.insert(4, [10].into())), ROLE);
    let secret = Challenge::new(ask::text(&asked.bytes), OTHER);
    vec![
        case("N150/challenge-secret", "Taken up with the secret of another ask.", "ask.not_ours", secret),
        case("N150/challenge-key", "Signed by a key outside the mandate.", "ask.not_signed", signed(|_| {}, "clinic")),
        case("N151/challenge-wider", "Asks for a paper that is not licensed.", "ask.wider_than_mandate", wider),
    ]
}

/// N153: all members of a set answer one ask.
fn sets() -> Vec<Case> {
    let desk = Desk { world: World::demo(), role: "clinic", purpose: 2 };
    let asked = desk.ask(SECRET);
    let scene = desk.world.clinic_set();
    let failed = || Expect::no_values("refer", &["held.other_audience", "set.member_failed"]);
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut MemberDraft)| {
        let mut members = scene.wallet.draft(&scene.tokens, &desk.showing(&asked));
        members.last_mut().into_iter().for_each(change);
        let shown = Presentation::of(members.iter().map(MemberDraft::sign));
        desk.case(id, says, seal(&shown, &asked), &asked, expect)
    };
    vec![
        case("N153/set", "A set that answers one ask.", Expect::accept(), |_| {}),
        case("N153/set-nonce", "One member with the nonce of another ask.", failed(), |member| {
            member.claims.set(39, [0; 32]);
        }),
        case("N153/set-role", "One member for the role.", failed(), |member| member.claims.set(3, "role:clinic")),
    ]
}
