//! Batches of one-time tokens: the same papers several times over, each token under a key of its own, with salts and
//! status entries of its own, so that what is shown today and what is shown tomorrow have nothing in common but what
//! they say.
//!
//! What still links two tokens of a batch is written down in docs/decisions.md; what their status entries cost a
//! nation's lists, in docs/performance.md. The wire knows nothing of batches: each token is an ordinary one.

use std::collections::VecDeque;

use crate::cbor::{Item, Map};
use crate::issuer::{Issuer, Token, TokenSpec};
use crate::key::{Seed, SignKey};
use crate::paper::{PaperSpec, StatusRef, status_item};
use crate::status::{Draws, StatusList};
use crate::wallet::Wallet;

/// Places of one token in a list: what the standing list says of a citizen at its first so many indices.
const PLACES: u64 = 64;
/// Times that all tokens of an hour share, and all registers' words of a day: the second of it would be a mark of the
/// batch.
const HOUR: u64 = 3_600;
const DAY: u64 = 86_400;

/// One generation of batches: the list in which each of its tokens has entries of its own, allotted in an order that
/// says nothing.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generation {
    /// The number of its list in the issuer's entry.
    pub number: u64,
    /// The list.
    pub list: StatusList,
    /// Index of each place, shuffled: neighbours would tell whose tokens belong together.
    order: Vec<u64>,
}

impl Generation {
    /// A generation with room for so many tokens, everything in force.
    #[must_use]
    pub fn new(number: u64, uri: &str, tokens: u64, iat: u64, seed: Seed) -> Self {
        let size = tokens.saturating_mul(PLACES);
        let list = StatusList::new(uri, usize::try_from(size).unwrap_or_default(), iat);
        Self { number, list, order: shuffled(size, seed, uri) }
    }

    /// Where the status of something stands for one token: `standing` is its index in the standing list. An index
    /// beyond the list, and so *unknown*, for a token that there is no room for.
    #[must_use]
    pub fn entry(&self, token: u64, standing: u64) -> StatusRef {
        let place = standing.checked_rem(PLACES).and_then(|at| token.checked_mul(PLACES)?.checked_add(at));
        let place = place.and_then(|place| usize::try_from(place).ok());
        (self.number, place.and_then(|place| self.order.get(place).copied()).unwrap_or(self.order_len()))
    }

    /// Sets the status of something for every token there is or will be: all are of the one citizen of a world.
    pub fn set(&mut self, standing: u64, value: u8) {
        let tokens = self.order_len().checked_div(PLACES).unwrap_or_default();
        for token in 0..tokens {
            let (_, index) = self.entry(token, standing);
            self.list.set(usize::try_from(index).unwrap_or(usize::MAX), value);
        }
    }

    fn order_len(&self) -> u64 {
        u64::try_from(self.order.len()).unwrap_or(u64::MAX)
    }
}

/// The numbers below a size in an order that follows from a seed (Fisher and Yates).
fn shuffled(size: u64, seed: Seed, label: &str) -> Vec<u64> {
    let mut order: Vec<u64> = (0..size).collect();
    let mut draws = Draws::new(seed, label);
    for last in (1..order.len()).rev() {
        let bound = u64::try_from(last).unwrap_or_default().saturating_add(1);
        let pick = draws.next().checked_rem(bound).and_then(|pick| usize::try_from(pick).ok());
        order.swap(last, pick.unwrap_or_default());
    }
    order
}

/// What is shown once, under one key: a token, or a set of several.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OneTime {
    /// The key, which no other has.
    pub wallet: Wallet,
    /// Its tokens.
    pub tokens: Vec<Token>,
}

impl OneTime {
    /// Issued for a key: the specifications as for any token, with times, salts and status entries as those of a batch
    /// have them. `token` is its number in the generation.
    #[must_use]
    pub fn issue(issuer: &Issuer, specs: &[TokenSpec], key: &SignKey, generation: &Generation, token: u64) -> Self {
        let tokens = specs.iter().map(|spec| issuer.issue(&one_time(spec, key, generation, token))).collect();
        Self { wallet: Wallet::new(key.clone()), tokens }
    }
}

/// A token's specification as one of a batch.
#[must_use]
pub fn one_time(spec: &TokenSpec, key: &SignKey, generation: &Generation, token: u64) -> TokenSpec {
    let entry = |(_, standing): StatusRef| generation.entry(token, standing);
    let life = spec.exp.saturating_sub(spec.iat);
    let iat = rounded(spec.iat, HOUR);
    TokenSpec {
        label: format!("{} one-time {token}", spec.label),
        holder: key.cose_key().into(),
        papers: spec.papers.iter().map(|paper| with_entries(paper, &entry)).collect(),
        account_status: spec.account_status.map(entry),
        iat,
        exp: iat.saturating_add(life),
        ..spec.clone()
    }
}

fn with_entries(paper: &PaperSpec, entry: &impl Fn(StatusRef) -> StatusRef) -> PaperSpec {
    let mut paper = paper.clone();
    paper.source.status = paper.source.status.map(entry);
    paper.source.as_of = rounded(paper.source.as_of, DAY);
    for value in paper.fields.values_mut() {
        part_with_entry(value, entry);
    }
    paper
}

/// A licence's part has a status of its own: `{ 0 => { 4 => [list, index] }, … }`.
fn part_with_entry(value: &mut Item, entry: &impl Fn(StatusRef) -> StatusRef) {
    let Item::Map(part) = value else { return };
    let status = match part.get(0) {
        Some(Item::Map(of)) => of.get(4).cloned(),
        _ => None,
    };
    if let Some(Item::Array(status)) = status
        && let [Item::Uint(list), Item::Uint(index)] = status.as_slice()
    {
        part.set(0, Map::new().with(4, status_item(entry((*list, *index)))));
    }
}

/// Rounded down: older is the cautious side.
fn rounded(time: u64, to: u64) -> u64 {
    time.saturating_sub(time.checked_rem(to).unwrap_or_default())
}

/// A wallet's stock of what it can show. Each is used once as long as there are unused ones; after that the one used
/// longest ago, and it says so.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    unused: VecDeque<OneTime>,
    used: VecDeque<OneTime>,
}

/// What was taken from a stock for one showing.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Taken {
    /// What to show.
    pub one: OneTime,
    /// How many unused ones are left.
    pub left: usize,
    /// It was shown before: whoever saw it then can tell that it is the same phone. The citizen is told.
    pub again: bool,
}

impl Stock {
    /// A stock of unused ones.
    #[must_use]
    pub fn new(batch: Vec<OneTime>) -> Self {
        Self { unused: batch.into(), used: VecDeque::new() }
    }

    /// How many unused ones there are.
    #[must_use]
    pub fn left(&self) -> usize {
        self.unused.len()
    }

    /// The next one; `None` only if there never was one.
    pub fn take(&mut self) -> Option<Taken> {
        let fresh = self.unused.pop_front();
        let again = fresh.is_none();
        let one = fresh.or_else(|| self.used.pop_front())?;
        self.used.push_back(one.clone());
        Some(Taken { one, left: self.left(), again })
    }
}
