//! One challenge of this world's post and the citizen's sealed answer to it.

use crate::{WORLD, minted, proves};
use doichieu::field::Purpose;
use doichieu::input::Unreadable;
use doichieu::{Asked, Challenge, Memory, Report, Scan, Seed, Wants};
use doichieu_kit::encounter_seed;
use std::sync::LazyLock;

/// The host's randomness of that challenge.
const SEED: [u8; 32] = [1; 32];

/// A challenge and its answer.
pub struct Challenged {
    /// The challenge.
    pub challenge: Challenge,
    /// The bytes within its code, inflated.
    pub ask: Vec<u8>,
    /// The bytes within the code of the answer: key and ciphertext.
    pub sealed: Vec<u8>,
}

/// The one challenge.
pub static CHALLENGED: LazyLock<Challenged> = LazyLock::new(|| {
    let wants = Wants::all(Purpose::TRAFFIC_CONTROL);
    let draft = WORLD.inspector.ask(&wants, &Seed::new(SEED), &encounter_seed(), WORLD.at).expect("within the mandate");
    let signature = minted::sign(draft.to_be_signed());
    let challenge = draft.seal(&signature).expect("the post's own key");
    let asked = Asked::open(challenge.text(), &WORLD.bundle, WORLD.at).expect("a genuine ask opens");
    let ask = minted::ask_bytes(challenge.text()).expect("it has just been made");
    let challenged = Challenged { ask, sealed: minted::answer(&asked), challenge };
    challenged.sound();
    challenged
});

impl Challenged {
    /// The genuine ask is taken and the genuine answer proven. Without this, a core that takes nothing would pass every
    /// run.
    fn sound(&self) {
        assert!(Self::taken(self.challenge.text()), "a genuine ask was not taken");
        let report = self.inspect(Scan::qr(&minted::answer_text(&self.sealed)));
        assert!(proves(&mut report.expect("a genuine answer is readable")), "a genuine answer was not proven");
    }

    /// One inspection of what may be an answer.
    pub fn inspect(&self, scan: Scan<'_>) -> Result<Report, Unreadable> {
        WORLD.inspector.inspect(scan, self.challenge.ask(), WORLD.at, &mut Memory::new())
    }

    /// Whether anybody takes this text for an ask: the citizen's app, or the post itself taking it up again.
    pub fn taken(text: &str) -> bool {
        let opened = Asked::open(text, &WORLD.bundle, WORLD.at).is_ok();
        let resumed = WORLD.inspector.resume(text, &Seed::new(SEED), &encounter_seed()).is_ok();
        let kept = WORLD.inspector.kept_ask(text, encounter_seed().salt()).is_ok();
        opened || resumed || kept
    }
}

/// The text of an ask's code around its bytes.
pub fn ask_text(ask: &[u8]) -> String {
    minted::ask_text(ask)
}

/// The bytes within the text of an ask's code.
pub fn ask_bytes(text: &str) -> Option<Vec<u8>> {
    minted::ask_bytes(text)
}

/// The text of an answer's code around its bytes.
pub fn answer_text(sealed: &[u8]) -> String {
    minted::answer_text(sealed)
}
