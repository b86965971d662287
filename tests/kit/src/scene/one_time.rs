//! Batches of one-time tokens of the person of a world.

use super::{Scene, World};
use crate::batch::{Generation, OneTime, Stock, Taken};
use crate::key::SignKey;
use crate::paper::PaperSpec;

/// The number of the list for one-time tokens in the first issuer's entry.
const ONE_TIME_LIST: u64 = 2;
/// Papers that a token holds at most (docs/dc1.md §2).
const PAPERS: usize = 4;

impl World {
    /// A country that issues one-time tokens, so many in this generation: its first issuer has one more list.
    #[must_use]
    pub fn with_one_time_tokens(mut self, tokens: u64) -> Self {
        let uri = "https://eid.example/s/one-time";
        self.eid.lists.insert(ONE_TIME_LIST, uri.to_owned());
        let iat = self.now.saturating_sub(7_200);
        self.one_time = Some(Generation::new(ONE_TIME_LIST, uri, tokens, iat, self.eid.seed));
        self
    }

    /// The key of the person's one-time token of a number, at the update of this time.
    #[must_use]
    pub fn one_time_key(&self, token: u64) -> SignKey {
        self.seed.key(self.wallet.key.kind(), &format!("one-time {} {} {token}", self.person.name, self.now))
    }

    /// Papers under the key of a one-time token: as few tokens of one set as they need. `None` where the country issues
    /// none.
    #[must_use]
    pub fn one_time(&self, papers: &[PaperSpec], token: u64) -> Option<OneTime> {
        let generation = self.one_time.as_ref()?;
        let specs: Vec<_> = papers.chunks(PAPERS).zip(0..).map(|(papers, nth)| self.nth_spec(papers, nth)).collect();
        Some(OneTime::issue(&self.eid, &specs, &self.one_time_key(token), generation, token))
    }

    /// Salts follow from the label: two tokens of a set have their own.
    fn nth_spec(&self, papers: &[PaperSpec], nth: u64) -> crate::issuer::TokenSpec {
        let mut spec = self.token_spec(papers.to_vec());
        spec.label = format!("{} {} {nth}", spec.label, self.person.name);
        spec
    }

    /// A stock of several, numbered from one on.
    #[must_use]
    pub fn stock(&self, papers: &[PaperSpec], tokens: core::ops::Range<u64>) -> Stock {
        Stock::new(tokens.filter_map(|token| self.one_time(papers, token)).collect())
    }

    /// A scene around what was taken from a stock.
    #[must_use]
    pub fn scene_from(&self, role: &str, taken: &Taken) -> Scene {
        Scene { wallet: taken.one.wallet.clone(), tokens: taken.one.tokens.clone(), showing: self.showing(role) }
    }
}
