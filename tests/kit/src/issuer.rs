//! Issuers: their entry in the lists, and the tokens they issue.

use std::collections::BTreeMap;

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed, protected};
use crate::key::{Seed, SignKey};
use crate::paper::{Disclosure, PaperSpec, StatusRef, papers, status_item};

/// Claim: the papers.
pub const PAPERS: i64 = -65_600;
/// Claim: the account.
pub const ACCOUNT: i64 = -65_602;
/// `typ` of an SD-CWT.
pub const SD_CWT: u64 = 293;

/// A key in the lists.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListedKey {
    /// The key.
    pub key: SignKey,
    /// First second in which it signs.
    pub from: u64,
    /// First second in which it no longer does.
    pub until: u64,
    /// 0 active, 1 retired, 2 compromised.
    pub state: u64,
}

impl ListedKey {
    /// An active key.
    #[must_use]
    pub const fn new(key: SignKey, from: u64, until: u64) -> Self {
        Self { key, from, until, state: 0 }
    }

    /// `[kid, cose-key, alg, from, until, state]`.
    #[must_use]
    pub fn item(&self) -> Item {
        let times = [self.from, self.until, self.state].map(Item::from);
        let head = [self.key.kid().into(), self.key.cose_key().into(), self.key.alg().into()];
        Item::Array(head.into_iter().chain(times).collect())
    }
}

/// An origin authority that an issuer may sign for, for one kind of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// Its name in papers.
    pub name: String,
    /// When it kept the register: from, until, half-open; `None`: always.
    pub period: Option<[u64; 2]>,
}

impl Origin {
    /// An authority that kept the register from one second until another.
    #[must_use]
    pub fn within(name: &str, from: u64, until: u64) -> Self {
        Self { name: name.to_owned(), period: Some([from, until]) }
    }

    /// `tstr / [tstr, from, until]`.
    #[must_use]
    pub fn item(&self) -> Item {
        let name = Item::from(self.name.as_str());
        match self.period {
            None => name,
            Some([from, until]) => Item::Array(vec![name, from.into(), until.into()]),
        }
    }
}

impl From<&str> for Origin {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned(), period: None }
    }
}

/// An issuer of papers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Issuer {
    /// Its name.
    pub iss: String,
    /// The key it signs tokens with.
    pub key: ListedKey,
    /// Other keys in its entry.
    pub other_keys: Vec<ListedKey>,
    /// The key it signs status lists with.
    pub status_key: ListedKey,
    /// Kinds it may sign, and for which origin authorities.
    pub kinds: BTreeMap<u64, Vec<Origin>>,
    /// Formats: "dc1".
    pub formats: Vec<String>,
    /// Status list number → uri.
    pub lists: BTreeMap<u64, String>,
    /// Longest life of a token, seconds.
    pub longest_life: u64,
    /// Where its salts come from.
    pub seed: Seed,
}

impl Issuer {
    /// Its entry in the part `issuers`.
    #[must_use]
    pub fn entry(&self) -> Map {
        let keys = std::iter::once(&self.key).chain(&self.other_keys).map(ListedKey::item);
        let kinds = self.kinds.iter().map(|(kind, names)| (*kind, Item::array(names.iter().map(Origin::item))));
        Map::new()
            .with(1, self.iss.as_str())
            .with(2, Item::array(keys))
            .with(3, Map::of(kinds))
            .with(4, Item::array(self.formats.iter().map(String::as_str)))
            .with(5, Map::of(self.lists.iter().map(|(number, uri)| (*number, uri.as_str()))))
            .with(6, self.longest_life)
            .with(7, Item::array([self.status_key.item()]))
    }

    /// A token, not yet signed.
    #[must_use]
    pub fn draft(&self, spec: &TokenSpec) -> TokenDraft {
        let seed = self.seed.child(&spec.label);
        let (papers, disclosures) = papers(&spec.papers, spec.decoy_papers, seed);
        let account = Map::new().with_some(1, spec.level).with_some(2, spec.account_status.map(status_item));
        let claims = Map::new()
            .with(1, self.iss.as_str())
            .with(4, spec.exp)
            .with_some(5, spec.nbf)
            .with(6, spec.iat)
            .with(8, Map::new().with(1, spec.holder.clone()))
            .with(11, "dc1")
            .with(PAPERS, papers)
            .with(ACCOUNT, account);
        TokenDraft { key: self.key.key.clone(), protected: protected(&self.key.key, SD_CWT), claims, disclosures }
    }

    /// A token.
    #[must_use]
    pub fn issue(&self, spec: &TokenSpec) -> Token {
        self.draft(spec).sign()
    }
}

/// What a token is to say.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenSpec {
    /// Distinguishes the salts of two tokens.
    pub label: String,
    /// The holder's COSE key.
    pub holder: Item,
    /// One to four papers.
    pub papers: Vec<PaperSpec>,
    /// Digests with nothing behind them, beside the papers.
    pub decoy_papers: usize,
    /// Identification level, 1 or 2; `None`: not stated.
    pub level: Option<u64>,
    /// Where the account's lock is listed.
    pub account_status: Option<StatusRef>,
    /// Issued at.
    pub iat: u64,
    /// Expires at.
    pub exp: u64,
    /// Not before.
    pub nbf: Option<u64>,
}

impl TokenSpec {
    /// Level 2, no account status, from `iat` for 24 hours.
    #[must_use]
    pub fn new(holder: &SignKey, papers: Vec<PaperSpec>, iat: u64) -> Self {
        Self {
            label: format!("token {iat}"),
            holder: holder.cose_key().into(),
            papers,
            decoy_papers: 0,
            level: Some(2),
            account_status: None,
            iat,
            exp: iat.saturating_add(86_400),
            nbf: None,
        }
    }
}

/// A token before its signature.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TokenDraft {
    /// The key that will sign.
    pub key: SignKey,
    /// Protected header.
    pub protected: Map,
    /// Claims.
    pub claims: Map,
    /// Every disclosure there is.
    pub disclosures: Vec<Disclosure>,
}

impl TokenDraft {
    /// The papers claim, to change.
    pub fn papers_mut(&mut self) -> Option<&mut Map> {
        self.claims.map_mut(PAPERS)
    }

    /// One clear paper, to change.
    pub fn paper_mut(&mut self, kind: u64) -> Option<&mut Map> {
        self.papers_mut().and_then(|papers| papers.map_mut(kind))
    }

    /// What will be signed.
    #[must_use]
    pub fn sign1(&self) -> Sign1 {
        Sign1::new(&self.protected, &self.claims)
    }

    /// Signed.
    #[must_use]
    pub fn sign(&self) -> Token {
        Token {
            signed: self.sign1().sign(&self.key),
            claims: self.claims.clone(),
            disclosures: self.disclosures.clone(),
        }
    }
}

/// A token as its wallet holds it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Token {
    /// The signed part.
    pub signed: Signed,
    /// What it says, for the wallet's own reading; not what is sent.
    pub claims: Map,
    /// Every disclosure there is.
    pub disclosures: Vec<Disclosure>,
}

impl Token {
    /// With some of its disclosures, as it goes into a key-binding token. No header 17 for none.
    #[must_use]
    pub fn with(&self, disclosures: &[Disclosure]) -> Signed {
        let mut signed = self.signed.clone();
        if !disclosures.is_empty() {
            let entries = Item::array(disclosures.iter().map(Disclosure::item));
            signed.unprotected = Map::new().with(17, entries).into();
        }
        signed
    }

    /// As the issuer hands it over: with all of them.
    #[must_use]
    pub fn issued(&self) -> Signed {
        self.with(&self.disclosures)
    }
}
