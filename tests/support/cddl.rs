//! A small CDDL matcher (RFC 8610) for the grammar in docs/dc1.md, over items decoded from bytes.
//!
//! The published crate `cddl` 0.10 cannot hold this grammar: it has no `N*M` bounds and no ranges as keys in maps, no
//! map wildcard whose value is a map, no `.cbor` around a parametrised array, no `#7.59`. This one has exactly what the
//! page uses, and stops on anything else: numbers, ranges, texts, the names of the prelude below, `/`, arrays, maps,
//! `?`, `*`, `+`, `n*m`, `#6.n(…)`, `#7.n`, `.size n`, `.cbor`, rule names and comments. A map may not have two entries
//! that take the same key, so that no order of trying decides anything.

#![expect(clippy::panic, clippy::arithmetic_side_effects, reason = "test support: a broken grammar must stop the test")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use doichieu_kit::{Item, Map};

/// Names of RFC 8610 appendix D that stand for themselves here.
const PRELUDE: &[&str] = &["any", "uint", "int", "tstr", "bstr", "bool"];

/// A type.
#[derive(Clone, Debug)]
enum Type {
    Name(String),
    Number(i128),
    Text(String),
    Range(i128, i128),
    Choice(Vec<Type>),
    Array(Vec<Entry>),
    Map(Vec<Entry>),
    Tag(u64, Box<Type>),
    Simple(u8),
    Size(Box<Type>, usize),
    Embedded(Box<Type>),
}

/// One entry of an array or a map, with how often it may occur.
#[derive(Clone, Debug)]
struct Entry {
    least: usize,
    most: usize,
    key: Option<Type>,
    value: Type,
}

/// A grammar, and the largest item each of its rules has taken so far.
#[derive(Debug)]
pub(crate) struct Grammar {
    rules: BTreeMap<String, Type>,
    taken: RefCell<BTreeMap<String, Item>>,
}

impl Grammar {
    /// The fenced blocks of a page, as one grammar.
    pub(crate) fn of_page(page: &str) -> Self {
        let blocks = page.split("```cddl\n").skip(1).filter_map(|rest| rest.split("```").next());
        Self::new(&blocks.collect::<String>())
    }

    /// A grammar from its text. Stops on what it does not know, on a rule defined twice and on a name defined nowhere.
    pub(crate) fn new(text: &str) -> Self {
        let mut parser = Parser { tokens: tokens(text), at: 0 };
        let mut rules = BTreeMap::new();
        while parser.peek(0).is_some() {
            let name = parser.name();
            parser.expect("=");
            let rule = parser.choice();
            assert!(rules.insert(name.clone(), rule).is_none(), "the rule {name} stands twice");
        }
        let used = parser.tokens.iter().filter(|token| is_name(token));
        let unknown: BTreeSet<_> =
            used.filter(|name| !rules.contains_key(*name) && !PRELUDE.contains(&name.as_str())).collect();
        assert!(unknown.is_empty(), "not defined: {unknown:?}");
        Self { rules, taken: RefCell::default() }
    }

    /// The names of all rules.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }

    /// Whether a rule takes these bytes, all of them.
    pub(crate) fn takes_bytes(&self, rule: &str, bytes: &[u8]) -> bool {
        decode(bytes).is_some_and(|item| self.takes(rule, &item))
    }

    /// Whether a rule takes an item.
    pub(crate) fn takes(&self, rule: &str, item: &Item) -> bool {
        let takes = self.matches(self.rules.get(rule).unwrap_or_else(|| panic!("no rule {rule}")), item);
        if takes {
            let mut taken = self.taken.borrow_mut();
            if taken.get(rule).is_none_or(|known| known.encode().len() < item.encode().len()) {
                taken.insert(rule.to_owned(), item.clone());
            }
        }
        takes
    }

    /// The largest item a rule has taken, wherever it stood.
    pub(crate) fn sample(&self, rule: &str) -> Option<Item> {
        self.taken.borrow().get(rule).cloned()
    }

    fn matches(&self, of: &Type, item: &Item) -> bool {
        match of {
            Type::Name(name) if self.rules.contains_key(name) => self.takes(name, item),
            Type::Name(name) => prelude(name, item),
            Type::Number(number) => number_of(item) == Some(*number),
            Type::Range(least, most) => number_of(item).is_some_and(|number| (*least..=*most).contains(&number)),
            Type::Text(text) => matches!(item, Item::Text(found) if found == text),
            Type::Choice(choice) => choice.iter().any(|of| self.matches(of, item)),
            Type::Array(entries) => matches!(item, Item::Array(members) if self.sequence(entries, members)),
            Type::Map(entries) => matches!(item, Item::Map(map) if self.map(entries, map)),
            Type::Tag(tag, of) => matches!(item, Item::Tag(found, inner) if found == tag && self.matches(of, inner)),
            Type::Simple(simple) => matches!(item, Item::Simple(found) if found == simple),
            Type::Size(of, size) => {
                matches!(item, Item::Bytes(bytes) if bytes.len() == *size) && self.matches(of, item)
            }
            Type::Embedded(of) => {
                matches!(item, Item::Bytes(bytes) if decode(bytes).is_some_and(|inner| self.matches(of, &inner)))
            }
        }
    }

    /// Members in order, each entry as often as it may; every way of sharing them out is tried.
    fn sequence(&self, entries: &[Entry], members: &[Item]) -> bool {
        let Some((entry, rest)) = entries.split_first() else { return members.is_empty() };
        let fitting = members.iter().take(entry.most).take_while(|member| self.matches(&entry.value, member)).count();
        (entry.least..=fitting).rev().any(|count| self.sequence(rest, members.get(count..).unwrap_or_default()))
    }

    /// Every pair belongs to the one entry that takes its key, and each entry occurs as often as it may.
    fn map(&self, entries: &[Entry], map: &Map) -> bool {
        let mut counts = vec![0_usize; entries.len()];
        let keys: BTreeSet<_> = map.entries().iter().map(|(key, _)| key.encode()).collect();
        let fits = map.entries().iter().all(|(key, value)| {
            let takes_key = |entry: &Entry| entry.key.as_ref().is_some_and(|of| self.matches(of, key));
            let mut takers = counts.iter_mut().zip(entries).filter(|(_, entry)| takes_key(entry));
            let Some((count, entry)) = takers.next() else { return false };
            assert!(takers.next().is_none(), "two entries take the key {key:?}");
            *count += 1;
            self.matches(&entry.value, value)
        });
        let occur = |(count, entry): (&usize, &Entry)| (entry.least..=entry.most).contains(count);
        fits && keys.len() == map.entries().len() && counts.iter().zip(entries).all(occur)
    }
}

fn prelude(name: &str, item: &Item) -> bool {
    match name {
        "any" => true,
        "uint" => matches!(item, Item::Uint(_)),
        "int" => matches!(item, Item::Uint(_) | Item::Neg(_)),
        "tstr" => matches!(item, Item::Text(_)),
        "bstr" => matches!(item, Item::Bytes(_)),
        "bool" => matches!(item, Item::Simple(20 | 21)),
        _ => panic!("no rule {name}"),
    }
}

fn number_of(item: &Item) -> Option<i128> {
    match item {
        Item::Uint(number) => Some(i128::from(*number)),
        Item::Neg(number) => Some(-1 - i128::from(*number)),
        _ => None,
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Words, numbers, texts, controls and signs; comments left out.
fn tokens(text: &str) -> Vec<String> {
    const SIGNS: &[&str] = &["=>", "..", "=", "/", "[", "]", "{", "}", "(", ")", ",", "?", "*", "+"];
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line.split(';').next().unwrap_or_default().trim_start();
        while !rest.is_empty() {
            let word = |start: &str, inner: fn(char) -> bool| {
                rest.strip_prefix(start)
                    .map_or(0, |after| start.len() + after.find(|c| !inner(c)).unwrap_or(after.len()))
            };
            let digits = |c: char| c.is_ascii_digit();
            let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let length = match rest.chars().next() {
                Some('"') => rest.get(1..).and_then(|after| after.find('"')).map_or(0, |end| end + 2),
                Some('#') => word("#", |c| c.is_ascii_digit() || c == '.'),
                Some('-') => word("-", digits),
                Some(c) if c.is_ascii_digit() => word("", digits),
                Some(c) if c.is_ascii_alphabetic() => word("", letters),
                Some('.') if !rest.starts_with("..") => word(".", letters),
                _ => SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(0, |sign| sign.len()),
            };
            assert!(length > 0, "not read: {rest}");
            let (token, after) = rest.split_at(length);
            found.push(token.to_owned());
            rest = after.trim_start();
        }
    }
    found
}

struct Parser {
    tokens: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self, ahead: usize) -> Option<&str> {
        self.tokens.get(self.at + ahead).map(String::as_str)
    }

    fn next(&mut self) -> String {
        let token = self.peek(0).unwrap_or_else(|| panic!("the grammar ends early")).to_owned();
        self.at += 1;
        token
    }

    fn take(&mut self, sign: &str) -> bool {
        let there = self.peek(0) == Some(sign);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, sign: &str) {
        let found = self.next();
        assert_eq!(found, sign, "after {:?}", self.tokens.get(self.at.saturating_sub(8)..self.at));
    }

    fn name(&mut self) -> String {
        let name = self.next();
        assert!(is_name(&name), "not a name: {name}");
        name
    }

    fn choice(&mut self) -> Type {
        let mut of = vec![self.controlled()];
        while self.take("/") {
            of.push(self.controlled());
        }
        match <[Type; 1]>::try_from(of) {
            Ok([only]) => only,
            Err(several) => Type::Choice(several),
        }
    }

    /// `type .size n`, `bstr .cbor type`.
    fn controlled(&mut self) -> Type {
        let target = self.ranged();
        if self.take(".size") {
            return Type::Size(Box::new(target), number(&self.next()));
        }
        if self.take(".cbor") {
            assert!(matches!(&target, Type::Name(name) if name == "bstr"), ".cbor of {target:?}");
            return Type::Embedded(Box::new(self.ranged()));
        }
        target
    }

    fn ranged(&mut self) -> Type {
        match self.plain() {
            Type::Number(least) if self.take("..") => Type::Range(least, number(&self.next())),
            of => of,
        }
    }

    fn plain(&mut self) -> Type {
        let token = self.next();
        match token.as_str() {
            "[" => Type::Array(self.entries("]")),
            "{" => Type::Map(self.entries("}")),
            "(" => {
                let of = self.choice();
                self.expect(")");
                of
            }
            _ if token.starts_with('"') => Type::Text(token.trim_matches('"').to_owned()),
            _ if is_name(&token) => Type::Name(token),
            _ => match (token.strip_prefix("#6."), token.strip_prefix("#7.")) {
                (Some(tag), _) => {
                    self.expect("(");
                    let of = self.choice();
                    self.expect(")");
                    Type::Tag(number(tag), Box::new(of))
                }
                (_, Some(simple)) => Type::Simple(number(simple)),
                _ => Type::Number(number(&token)),
            },
        }
    }

    fn entries(&mut self, end: &str) -> Vec<Entry> {
        let mut entries = Vec::new();
        while !self.take(end) {
            let (least, most) = self.occurrence();
            let first = self.choice();
            let keyed = self.take("=>");
            assert_eq!(keyed, end == "}", "a key in an array, or none in a map: {first:?}");
            let (key, value) = if keyed { (Some(first), self.choice()) } else { (None, first) };
            entries.push(Entry { least, most, key, value });
            if !self.take(",") {
                self.expect(end);
                break;
            }
        }
        entries
    }

    /// `?`, `+`, `*`, `n*`, `*m`, `n*m`, or once.
    fn occurrence(&mut self) -> (usize, usize) {
        if self.take("?") {
            return (0, 1);
        }
        if self.take("+") {
            return (1, usize::MAX);
        }
        let bound = |token: Option<&str>| token.is_some_and(|token| token.starts_with(|c: char| c.is_ascii_digit()));
        let least = if bound(self.peek(0)) && self.peek(1) == Some("*") { number(&self.next()) } else { 0 };
        if !self.take("*") {
            return (1, 1);
        }
        // `* 5 => …` would read as a bound: the page has no number as a repeated key, and none as a repeated member.
        let most = if bound(self.peek(0)) { number(&self.next()) } else { usize::MAX };
        (least, most)
    }
}

fn number<N: std::str::FromStr>(token: &str) -> N {
    token.parse().unwrap_or_else(|_| panic!("not a number: {token}"))
}

/// One item, all of the bytes; definite lengths only.
pub(crate) fn decode(bytes: &[u8]) -> Option<Item> {
    let mut rest = bytes;
    let item = decode_one(&mut rest)?;
    rest.is_empty().then_some(item)
}

fn decode_one(rest: &mut &[u8]) -> Option<Item> {
    let first = take(rest, 1)?.first().copied()?;
    let argument = match first & 0x1f {
        short @ 0..=23 => u64::from(short),
        short @ 24..=27 => take(rest, 1 << (short - 24))?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)),
        _ => return None,
    };
    let count = || usize::try_from(argument).ok();
    Some(match first >> 5 {
        0 => Item::Uint(argument),
        1 => Item::Neg(argument),
        2 => Item::Bytes(take(rest, count()?)?.to_vec()),
        3 => Item::Text(String::from_utf8(take(rest, count()?)?.to_vec()).ok()?),
        4 => Item::Array((0..count()?).map(|_| decode_one(rest)).collect::<Option<_>>()?),
        5 => {
            let pairs = (0..count()?).map(|_| Some((decode_one(rest)?, decode_one(rest)?)));
            Item::Map(Map::of(pairs.collect::<Option<Vec<_>>>()?))
        }
        6 => decode_one(rest)?.tagged(argument),
        _ if first & 0x1f < 25 => Item::Simple(u8::try_from(argument).ok()?),
        _ if first & 0x1f == 27 => Item::Float(f64::from_bits(argument)),
        _ => return None,
    })
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}
