//! The citizen's side of an ask beyond the vectors: what its own lists vouch for, and the digits that tell whose screen
//! it was scanned from.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use doichieu::Language;
use doichieu::field::{FieldKey, Kind, Purpose};
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{
    AskRefused, Asked, Bundle, Challenge, Digits, Headline, Inspector, Memory, Post, Roots, Scan, Seed, Verdict, Wants,
};
use doichieu_kit::scene::World;
use doichieu_kit::{ask, encounter_seed, late};

const DAY: u64 = 86_400;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// A bank of the demo world, with a mandate of the day on which it asks.
struct Bank {
    world: World,
    inspector: Inspector,
}

impl Bank {
    fn on(day: u64) -> Self {
        let world = World::demo();
        let roots = Roots::dangerous_test(&world.anchor()).unwrap();
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, late(), &mut Memory::new()).unwrap());
        let mut mandate = world.mandate_spec("bank");
        (mandate.iat, mandate.exp) = (day - 3600, day + 3600);
        let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
        let inspector = Inspector::new(Arc::clone(&bundle), Post::open(&mandate, &bundle).unwrap()).unwrap();
        Self { world, inspector }
    }

    fn asks(&self, secret: u8, at: u64) -> Challenge {
        let wants = Wants::all(Purpose::BANK_ONBOARDING);
        let draft = self.inspector.ask(&wants, &Seed::new([secret; 32]), &encounter_seed(), time(at)).unwrap();
        let signature = self.world.post_key("bank").sign(draft.to_be_signed());
        draft.seal(&signature).unwrap()
    }

    fn opened(&self, challenge: &Challenge, at: u64) -> Result<Asked, AskRefused> {
        Asked::open(challenge.text(), self.inspector.bundle(), time(at))
    }
}

/// Probes t2 and t2b: a mandate of that day under the same key, by lists that ended a year before, and by a root that
/// ended.
#[test]
fn lists_that_have_ended_vouch_for_nobody() {
    let now = World::demo().now;
    for later in [now + 400 * DAY, now + 6 * 365 * DAY] {
        let bank = Bank::on(later);
        let asked = bank.opened(&bank.asks(1, later), later);
        assert_eq!(asked.map(|asked| asked.post().to_owned()), Err(AskRefused::ListsTooOld));
    }
}

/// The fault is the app's own: nobody is told not to show, and what can still be done is said.
#[test]
fn old_lists_blame_nobody() {
    let [vi, en] =
        [Language::Vi, Language::En].map(|language| AskRefused::ListsTooOld.text().of(language).to_lowercase());
    assert!(vi.contains("cập nhật") && vi.contains("mã tạo sẵn") && !vi.contains("đừng"), "{vi}");
    assert!(en.contains("update") && en.contains("ready-made code") && !en.contains("nothing"), "{en}");
    for language in [Language::Vi, Language::En] {
        let text = AskRefused::ClockWrong.text().of(language).to_lowercase();
        assert!(!text.contains("đừng") && !text.contains("nothing"), "{text}");
    }
}

#[test]
fn lists_that_are_due_vouch_and_say_how_old_they_are() {
    let now = World::demo().now;
    for (later, overdue) in [(now, false), (now + 20 * DAY, true)] {
        let bank = Bank::on(later);
        let asked = bank.opened(&bank.asks(1, later), later).unwrap();
        assert_eq!((asked.lists_overdue(), asked.lists_age()), (overdue, later - now + 5400));
        assert!(asked.is_test(), "a test root stands behind them");
    }
}

/// What stands on the asker's screen is what the kit's own arithmetic makes of the ask, on every face of it.
#[test]
fn the_digits_on_the_screen_are_those_of_the_ask() {
    let bank = Bank::on(World::demo().now);
    let mut all = BTreeSet::new();
    for secret in 0..60 {
        let challenge = bank.asks(secret, bank.world.now);
        let of_kit = ask::digits(&ask::bytes(challenge.text()).unwrap());
        assert_eq!(challenge.digits().to_string(), of_kit);
        assert_eq!(challenge.ask().digits(), Some(challenge.digits()));
        let again = bank.inspector.resume(challenge.text(), &Seed::new([secret; 32]), &encounter_seed()).unwrap();
        assert_eq!(again.digits(), Some(challenge.digits()), "after a restart of the app");
        all.insert(challenge.digits());
    }
    assert!(all.len() > 35, "{} of 60 asks", all.len());
}

#[test]
fn the_citizen_picks_the_digits_of_the_screen_in_front_of_him_or_nothing_is_answered() {
    let bank = Bank::on(World::demo().now);
    let challenge = bank.asks(1, bank.world.now);
    let asked = || bank.opened(&challenge, bank.world.now).unwrap();
    let three = asked().choices(&[9; 16]);
    assert_eq!(three.iter().filter(|of| **of == challenge.digits()).count(), 1);
    for of in three {
        let picked = asked().picked(of).map(|asked| *asked.digest());
        let expected = if of == challenge.digits() { Ok(*asked().digest()) } else { Err(AskRefused::DigitsDiffer) };
        assert_eq!(picked, expected);
    }
    assert_eq!(asked().choices(&[9; 16]), three, "the same randomness, the same three");
    let others: BTreeSet<[Digits; 3]> = (0..40).map(|random| asked().choices(&[random; 16])).collect();
    assert!(others.len() > 30, "{}", others.len());
}

/// A page that passes another post's ask on shows digits of its own making, or of its own ask: the citizen finds them
/// among his three by chance only, and never picks them through.
#[test]
fn another_screens_digits_are_never_taken() {
    let bank = Bank::on(World::demo().now);
    let mut offered = 0;
    for secret in 0..60 {
        let (relayed, shown) = (bank.asks(secret, bank.world.now), bank.asks(secret + 100, bank.world.now).digits());
        let asked = bank.opened(&relayed, bank.world.now).unwrap();
        offered += u32::from(asked.choices(&[secret; 16]).contains(&shown));
        assert_eq!(asked.picked(shown).is_ok(), shown == relayed.digits());
    }
    assert!(offered < 10, "{offered} of 60, where 2 are to be expected");
}

/// An ask that is shown unprompted has none: there is nothing to find on the screen.
#[test]
fn what_is_shown_unprompted_has_no_digits() {
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let post = Post::open(&world.mandate("clinic"), &bundle).unwrap();
    let ask = Inspector::new(bundle, post).unwrap().unprompted(Purpose::CLINIC_ADMISSION, &encounter_seed()).unwrap();
    assert_eq!(ask.digits(), None);
}

/// A post of the police whose role wants the digits in what is shown unprompted.
fn wanting(post: &str) -> (World, Inspector) {
    let mut world = World::demo();
    for profile in &mut world.profiles {
        profile.post_digits = profile.role == "traffic_police";
    }
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap());
    let mut mandate = world.mandate_spec("traffic_police");
    post.clone_into(&mut mandate.post);
    let mandate = mandate.sign(world.authority.mandate_key().unwrap()).encode();
    let inspector = Inspector::new(Arc::clone(&bundle), Post::open(&mandate, &bundle).unwrap()).unwrap();
    (world, inspector)
}

/// Two devices that share nothing: a code made before one post is not read at the other, not even for the kinds in it.
#[test]
fn a_code_made_for_one_post_is_not_read_at_another() {
    let reports = ["traffic_police-01", "traffic_police-02"].map(|post| {
        let (world, inspector) = wanting(post);
        let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        assert_eq!(ask.post_digits().map(|digits| u64::from(digits.number())), Some(ask::post_digits(post)));
        let mut scene = world.traffic_stop();
        scene.showing.post_digits = Some(ask::post_digits("traffic_police-01"));
        let report = inspector.inspect(Scan::qr(&scene.text()), &ask, world.at(), &mut Memory::new()).unwrap();
        let kept = inspector.unsealed(Scan::qr(&scene.text()), &ask).unwrap().unwrap();
        let again = inspector.recompute(&kept, &ask, report.at(), &report.memory_extract()).unwrap();
        assert_eq!(again.to_json(), report.to_json());
        report
    });
    let [ours, theirs] = &reports;
    assert_eq!((ours.verdict(), ours.papers().len()), (Verdict::Accept, 3));
    assert_eq!((theirs.headline(), theirs.papers().len()), (Headline::NotChecked, 0));
    let codes: Vec<_> = theirs.findings().iter().map(doichieu::Finding::code).collect();
    assert_eq!(codes, ["held.other_post_digits"]);
    assert!(theirs.findings().iter().all(|finding| finding.gravity() == Gravity::Refer));
}

/// Where no role wants them, and in a challenge, which names its post whole, a screen shows none.
#[test]
fn digits_of_a_post_are_shown_only_where_they_are_wanted() {
    let (world, inspector) = wanting("traffic_police-01");
    let role = |name: &str| inspector.bundle().profiles().iter().find(|of| of.role() == name).unwrap();
    assert!(role("traffic_police").wants_post_digits() && !role("clinic").wants_post_digits());
    let wants = Wants::all(Purpose::TRAFFIC_CONTROL);
    let draft = inspector.ask(&wants, &Seed::new([1; 32]), &encounter_seed(), world.at()).unwrap();
    let signature = world.post_key("traffic_police").sign(draft.to_be_signed());
    assert_eq!(draft.seal(&signature).unwrap().ask().post_digits(), None);
    let plain = Bank::on(world.now);
    let roots = Roots::dangerous_test(&plain.world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&plain.world.bundle(), &roots, late(), &mut Memory::new()).unwrap());
    let post = Post::open(&plain.world.mandate("traffic_police"), &bundle).unwrap();
    let ask = Inspector::new(bundle, post).unwrap().unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    assert_eq!(ask.post_digits(), None);
}

/// What a wallet gets: every role and purpose of the demo country.
#[test]
fn a_wallet_is_told_which_of_the_fields_asked_for_are_sensitive() {
    const HEALTH: [&str; 6] =
        ["card_no", "benefit_level", "object_code", "facility_code", "facility_name", "living_area"];
    let world = World::demo();
    let roots = Roots::dangerous_test(&world.anchor()).unwrap();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, late(), &mut Memory::new()).unwrap());
    let mut told = 0;
    for role in world.profiles.iter().map(|profile| profile.role.as_str()) {
        let post = Post::open(&world.mandate(role), &bundle).unwrap();
        let inspector = Inspector::new(Arc::clone(&bundle), post).unwrap();
        for purpose in inspector.post().role().allowance().purposes() {
            let draft =
                inspector.ask(&Wants::all(purpose), &Seed::new([6; 32]), &encounter_seed(), time(world.now)).unwrap();
            let signature = world.post_key(role).sign(draft.to_be_signed());
            let asked = Asked::open(draft.seal(&signature).unwrap().text(), &bundle, time(world.now)).unwrap();
            let all: BTreeSet<_> = asked.fields().flat_map(|(kind, of)| of.map(move |of| (kind, of))).collect();
            let of_law = |of: &(Kind, FieldKey)| {
                let row = of.1.row(of.0);
                row.is_none_or(|row| row.class.never_passes() || HEALTH.contains(&row.name))
            };
            let sensitive: BTreeSet<_> = asked.sensitive().collect();
            assert_eq!(sensitive, all.iter().copied().filter(of_law).collect(), "{role}");
            told += sensitive.len();
        }
    }
    assert!(told > 2, "some desk asks for a health insurance number");
}
