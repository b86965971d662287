//! What the phone holds to show: batches of one-time tokens, one for each choice of papers, and what is taken from
//! them.

use crate::asked::Asked;
use crate::object::{error, seconds};
use crate::showing::Showing;
use doichieu_kit::batch::{self, OneTime};
use doichieu_kit::frame::Deflate;
use doichieu_kit::paper::PaperSpec;
use doichieu_kit::scene::World;
use doichieu_kit::wallet::Showing as Agreed;
use doichieu_kit::{Scope, Seed, answer};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Tokens of a batch. Few, so that a demo comes to the end of it; docs/performance.md has what more of them cost a
/// nation's lists.
const BATCH: u64 = 4;
/// One-time tokens that the demo country's list has room for.
pub(crate) const ROOM: u64 = 2_048;

/// The batches of a phone since its last update.
#[derive(Debug, Default)]
pub(crate) struct Stocks {
    of: Vec<(Vec<PaperSpec>, batch::Stock)>,
    issued: u64,
}

impl Stocks {
    /// The next token for papers; the issuer makes a batch when they are chosen for the first time since the last
    /// update.
    pub(crate) fn take(&mut self, country: &World, papers: Vec<PaperSpec>) -> Option<batch::Taken> {
        let at = self.of.iter().position(|(of, _)| *of == papers);
        let at = at.unwrap_or_else(|| self.fill(country, papers));
        self.of.get_mut(at).and_then(|(_, stock)| stock.take())
    }

    fn fill(&mut self, country: &World, papers: Vec<PaperSpec>) -> usize {
        let numbers = self.issued..self.issued.saturating_add(BATCH);
        self.issued = numbers.end;
        let tokens = numbers.filter_map(|nth| country.one_time(&papers, number(country, nth))).collect();
        self.of.push((papers, batch::Stock::new(tokens)));
        self.of.len().saturating_sub(1)
    }
}

/// The number of a token in the generation. An issuer counts them; a demo that keeps no books draws where each phone
/// begins with each update.
fn number(country: &World, nth: u64) -> u64 {
    let begin = country.seed.bytes16(&format!("one-time {} {}", country.person.name, country.now));
    let begin = begin.first_chunk().map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)));
    begin.saturating_add(nth).checked_rem(ROOM).unwrap_or_default()
}

/// What was taken from a stock, for one person to see. A code on the screen that is made anew is still the same one.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Taken {
    one: OneTime,
    agreed: Agreed,
    left: usize,
    again: bool,
}

#[wasm_bindgen]
impl Taken {
    /// How many unused ones of its kind the phone has left.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn left(&self) -> usize {
        self.left
    }

    /// Whether it was shown before, because the stock is empty: whoever saw it then can tell that it is the same phone.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn again(&self) -> bool {
        self.again
    }

    /// Shows it unprompted. `cti`: 16 random bytes, new for each showing. Good for 60 seconds. `retention`: for how
    /// many seconds it was agreed that it is kept, 0 where that was declined; without it, what the role's preset asks.
    ///
    /// # Errors
    /// An `Error` for a `cti` that is none.
    pub fn show(&self, cti: &[u8], now: Option<f64>, retention: Option<f64>) -> Result<Showing, JsValue> {
        let now = seconds(now);
        let mut showing = self.agreed.clone();
        showing.retention = kept(showing.retention, retention);
        showing.cti = read_cti(cti)?;
        (showing.iat, showing.exp) = (now, now.saturating_add(60));
        let shown = self.one.wallet.present(&self.one.tokens, &showing);
        Ok(Showing { bytes: shown.frame(Deflate::WhenItPays), sealed: false })
    }

    /// Answers an ask with it, sealed to that very ask. `random`: 48 random bytes, new for each answer. `retention`: as
    /// in [`Taken::show`]; without it, what the ask asks for.
    ///
    /// # Errors
    /// An `Error` for random bytes that are none, or for an ask that is not to be answered: its digits were not picked,
    /// or nobody called.
    pub fn answer(
        &self,
        asked: &Asked,
        random: &[u8],
        now: Option<f64>,
        retention: Option<f64>,
    ) -> Result<Showing, JsValue> {
        let asked = asked.to_answer().ok_or_else(|| error("the ask's digits were not picked, or it is over"))?;
        let (cti, sealing) = random.split_at_checked(16).ok_or_else(|| error("48 random bytes are needed"))?;
        let sealing: [u8; 32] = sealing.try_into().map_err(|_| error("48 random bytes are needed"))?;
        let mut showing = answer::showing(asked, seconds(now), read_cti(cti)?);
        (showing.signs_consent, showing.display) = (self.agreed.signs_consent, Some(asked.display_seconds()));
        showing.retention = kept(showing.retention, retention);
        // A question is agreed to as a whole.
        if asked.question().is_none() {
            showing.wanted.clone_from(&self.agreed.wanted);
        }
        let shown = self.one.wallet.present(&self.one.tokens, &showing);
        let sealed = answer::seal(&shown, asked.answer_key(), asked.digest(), Seed::new(sealing));
        Ok(Showing { bytes: sealed.ok_or_else(|| error("the ask has no key to seal to"))?, sealed: true })
    }
}

impl Taken {
    /// For a showing to a role; `wanted`: what is ticked, where not all of it.
    pub(crate) fn of(taken: batch::Taken, showing: Agreed, wanted: Option<Scope>) -> Self {
        let mut agreed = showing;
        agreed.wanted = wanted;
        Self { one: taken.one, agreed, left: taken.left, again: taken.again }
    }
}

/// For how long it is kept, of what was asked: never longer than that.
fn kept(asked: u64, agreed: Option<f64>) -> u64 {
    agreed.map_or(asked, |agreed| seconds(Some(agreed)).min(asked))
}

fn read_cti(bytes: &[u8]) -> Result<[u8; 16], JsValue> {
    bytes.try_into().map_err(|_| error("a cti is 16 random bytes"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{BATCH, ROOM, Stocks, kept, number};
    use doichieu::field::Kind;
    use doichieu_kit::Seed;
    use doichieu_kit::paper::PaperSpec;
    use doichieu_kit::scene::World;
    use std::collections::BTreeSet;

    fn country(now: u64) -> World {
        World::new(Seed::new([7; 32]), now).with_one_time_tokens(ROOM)
    }

    fn papers(country: &World, kinds: &[Kind]) -> Vec<PaperSpec> {
        country.preset_papers("traffic_police", kinds)
    }

    /// Keys of so many showings of some papers, and which of them the phone said were shown before.
    fn shown(stocks: &mut Stocks, country: &World, kinds: &[Kind], showings: u64) -> (Vec<Vec<u8>>, Vec<bool>) {
        let taken = (0..showings).map(|_| stocks.take(country, papers(country, kinds)).unwrap());
        taken.map(|taken| (taken.one.wallet.key.kid(), taken.again)).unzip()
    }

    #[test]
    fn each_token_is_shown_once_and_then_the_phone_says_so() {
        let (country, mut stocks) = (country(1_795_000_000), Stocks::default());
        let licence = &[Kind::DRIVING_LICENCE];
        let (keys, again) = shown(&mut stocks, &country, licence, BATCH);
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        assert!(!again.contains(&true));
        let (keys_again, again) = shown(&mut stocks, &country, licence, BATCH);
        assert_eq!((keys_again, again.contains(&false)), (keys.clone(), false));
        let (others, again) = shown(&mut stocks, &country, &[Kind::IDENTITY], 1);
        assert_eq!(
            (keys.contains(others.first().unwrap()), again),
            (false, vec![false]),
            "other papers have their own"
        );
    }

    #[test]
    fn what_is_kept_is_what_was_agreed_to_and_never_longer_than_asked() {
        let agreed = [None, Some(0.0), Some(60.0), Some(1e9), Some(-1.0), Some(f64::NAN)];
        assert_eq!(agreed.map(|agreed| kept(3600, agreed)), [3600, 0, 60, 3600, 0, 0]);
        assert_eq!(agreed.map(|agreed| kept(0, agreed)), [0; 6]);
    }

    #[test]
    fn an_update_brings_other_keys_and_other_entries() {
        let (first, second) = (country(1_795_000_000), country(1_795_000_060));
        let licence = &[Kind::DRIVING_LICENCE];
        let keys = |country: &World| shown(&mut Stocks::default(), country, licence, BATCH).0;
        assert!(keys(&first).iter().all(|key| !keys(&second).contains(key)));
        let numbers = |country: &World| (0..BATCH).map(|nth| number(country, nth)).collect::<BTreeSet<_>>();
        assert!(numbers(&first).is_disjoint(&numbers(&second)));
    }
}
