//! S15: bank app and wallet on one phone. The answer belongs to the app or web page that the ask names, and to no
//! other.

use doichieu::field::{Kind, Purpose};
use doichieu::{AskRefused, Asked, Bundle, Challenge, Inspector, Memory, Post, Roots, Scan, Seed, Verdict, Wants};
use doichieu_kit::answer;
use doichieu_kit::ask;
use doichieu_kit::cbor::{Item, Map};
use doichieu_kit::cose::Sign1;
use doichieu_kit::encounter_seed;
use doichieu_kit::key::Seed as KitSeed;
use doichieu_kit::scene::World;
use std::sync::Arc;

use super::time;

const ORIGIN: &str = "https://nganhang.example";

struct Bank {
    world: World,
    inspector: Inspector,
}

fn bank() -> Bank {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate("bank"), &bundle).unwrap();
    Bank { inspector: Inspector::new(bundle, post).unwrap(), world }
}

impl Bank {
    fn challenge(&self, origin: &str) -> Challenge {
        let wants = Wants::all(Purpose::BANK_ONBOARDING).origin(origin.to_owned());
        let draft = self.inspector.ask(&wants, &Seed::new([1; 32]), &encounter_seed(), time(self.world.now)).unwrap();
        let signature = self.world.post_key("bank").sign(draft.to_be_signed());
        draft.seal(&signature).unwrap()
    }

    fn open(&self, text: &str) -> Result<Asked, AskRefused> {
        Asked::open(text, self.inspector.bundle(), time(self.world.now))
    }

    fn answer(&self, asked: &Asked) -> String {
        let scene = self.world.open_choice("bank", &[Kind::IDENTITY]);
        let presentation = answer::answer(&scene, asked, self.world.now);
        let sealed = answer::seal(&presentation, asked.answer_key(), asked.digest(), KitSeed::new([9; 32])).unwrap();
        answer::text(&sealed)
    }

    fn codes(&self, answer: &str, challenge: &Challenge) -> (Verdict, Vec<&'static str>) {
        let at = time(self.world.now);
        let report = self.inspector.inspect(Scan::qr(answer), challenge.ask(), at, &mut Memory::new()).unwrap();
        (report.verdict(), report.findings().iter().map(doichieu::Finding::code).collect())
    }
}

/// An ask whose origin was changed, signed again by a key.
fn with_origin(text: &str, origin: &str, sign: impl FnOnce(&Sign1) -> Vec<u8>) -> String {
    let item = ask::bytes(text).unwrap();
    let (before, after) = (ORIGIN.as_bytes(), origin.as_bytes());
    assert_eq!(before.len(), after.len(), "so that no head changes");
    let at = item.windows(before.len()).position(|window| window == before).unwrap();
    let mut changed = item;
    changed.splice(at..at + before.len(), after.iter().copied());
    let (protected, payload) = parts(&changed);
    let sign1 = Sign1::of_bytes(protected, payload);
    let signed = sign1.with_signature(sign(&sign1));
    ask::text(&signed.encode())
}

/// Protected header and payload of a COSE_Sign1, by their places from both ends: `d2 84 bstr a0 bstr 58 40 …`.
fn parts(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    fn bstr(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
        let (head, rest) = bytes.split_first().unwrap();
        let width = match head {
            0x40..=0x57 => 0,
            0x58 => 1,
            0x59 => 2,
            _ => panic!("a byte string"),
        };
        let (length, rest) = rest.split_at(width);
        let length = length.iter().fold(0, |length, byte| length * 256 + usize::from(*byte));
        let length = if width == 0 { usize::from(head - 0x40) } else { length };
        let (content, rest) = rest.split_at(length);
        (content.to_vec(), rest)
    }
    let (protected, rest) = bstr(bytes.strip_prefix(&[0xd2, 0x84]).unwrap());
    let (payload, _) = bstr(rest.strip_prefix(&[0xa0]).unwrap());
    (protected, payload)
}

#[test]
fn s15_an_answer_belongs_to_the_origin_that_asked() {
    let bank = bank();
    let challenge = bank.challenge(ORIGIN);
    let asked = bank.open(challenge.text()).unwrap();
    assert_eq!(asked.origin(), Some(ORIGIN), "what the wallet compares with who called");
    assert_eq!(bank.codes(&bank.answer(&asked), &challenge).0, Verdict::Accept);
    // The same ask from another origin is another ask: same nonce, same key, another digest.
    let other = bank.challenge("https://nganhang.evil.example");
    let asked_by_other = bank.open(other.text()).unwrap();
    assert_eq!(asked_by_other.nonce(), asked.nonce());
    assert_ne!(asked_by_other.digest(), asked.digest());
    assert_eq!(bank.codes(&bank.answer(&asked_by_other), &challenge), (Verdict::Refer, vec!["held.other_audience"]));
}

#[test]
fn s15_a_changed_origin_is_not_the_posts_word() {
    let bank = bank();
    let challenge = bank.challenge(ORIGIN);
    let other = "https://nganhanh.example";
    // Under the post's old signature, and under a key that is not the post's.
    let whole = ask::bytes(challenge.text()).unwrap();
    let (_, old) = whole.split_last_chunk::<64>().unwrap();
    let stale = with_origin(challenge.text(), other, |_| old.to_vec());
    let foreign =
        with_origin(challenge.text(), other, |sign1| bank.world.post_key("clinic").sign(&sign1.to_be_signed()));
    for text in [stale, foreign] {
        assert_eq!(bank.open(&text).map(|_| ()), Err(AskRefused::NotSigned));
        assert!(bank.inspector.resume(&text, &Seed::new([1; 32]), &encounter_seed()).is_err());
    }
    // By the post's key it is an ask again, and an answer to it is none to the first.
    let mine = with_origin(challenge.text(), other, |sign1| bank.world.post_key("bank").sign(&sign1.to_be_signed()));
    let asked = bank.open(&mine).unwrap();
    assert_eq!(asked.origin(), Some(other));
    let (verdict, codes) = bank.codes(&bank.answer(&asked), &challenge);
    assert_eq!((verdict, codes), (Verdict::Refer, vec!["held.other_audience"]));
}

#[test]
fn s15_the_origin_has_a_length() {
    let bank = bank();
    let ask = |origin: String| {
        let wants = Wants::all(Purpose::BANK_ONBOARDING).origin(origin);
        bank.inspector.ask(&wants, &Seed::new([1; 32]), &encounter_seed(), time(bank.world.now)).is_ok()
    };
    assert_eq!([0, 1, 300, 301].map(|length| ask("o".repeat(length))), [false, true, true, false]);
    // By hand too.
    let mandate = bank.world.mandate_spec("bank").sign(bank.world.authority.mandate_key().unwrap()).item();
    let key = bank.world.post_key("bank");
    let scope = bank.world.scope("bank");
    let mut spec =
        ask::AskSpec::new(mandate, bank.world.now, Purpose::BANK_ONBOARDING.number(), scope, [1; 32], [9; 32]);
    let mut open = |origin: Option<String>| {
        spec.origin = origin;
        bank.open(&ask::text(&spec.sign(&key).encode())).map(|asked| asked.origin().map(str::len))
    };
    assert_eq!(open(None), Ok(None));
    assert_eq!(open(Some("o".repeat(300))), Ok(Some(300)));
    for length in [0, 301] {
        assert_eq!(open(Some("o".repeat(length))), Err(AskRefused::Malformed), "{length}");
    }
    let mut claims = spec.claims();
    claims.map_mut(ask::ASKS).unwrap().set(5, Item::from(Map::new()));
    let mut sign1 = spec.sign1(&key);
    sign1.payload = claims.encode();
    assert_eq!(bank.open(&ask::text(&sign1.sign(&key).encode())).map(|_| ()), Err(AskRefused::Malformed));
}
