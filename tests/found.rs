//! Several codes in one picture: ours wins, two different ones of ours are not taken, and "not ours" is said only where
//! none is.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use doichieu::reason::Reason;
use doichieu::{Found, Headline, pick};
use doichieu_kit::animated::{PRESENTATION, animate};

const ONE: &str = "DC1:6BF*";
const TWO: &str = "DC1:NCF*";
const PART: &str = "DC1F:6BF";
const BANK: &str = "00020101021138540010A00000072701240006970436";
/// Begins as a compressed identity code does in small letters, and is a hash.
const HASH: &str = "6bf0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e";
const TOKEN: &str = "kT9vQ0x3mZ7bPq1LwE8rYg==";
const CARD: &str = "001191034826||Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|01072021";
const CARD_OF_ANOTHER: &str = "001191034827||Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|01072021";

#[test]
fn whatever_stands_beside_and_in_whatever_order_ours_is_taken() {
    for foreign in [BANK, "https://vneid.gov.vn/", "8934563138165", HASH, CARD, ""] {
        assert_eq!(pick([foreign, ONE]), Found::Ours(ONE));
        assert_eq!(pick([ONE, foreign, ONE]), Found::Ours(ONE));
        assert_eq!(pick([PART, foreign, PART]), Found::Parts(PART));
    }
    assert_eq!(pick(["]Q1DC1:6BF*\r\n", ONE]), Found::Ours("]Q1DC1:6BF*\r\n"), "one code, read twice");
}

#[test]
fn of_two_different_ones_of_ours_none_is_taken() {
    for several in [[ONE, TWO], [TWO, ONE], [ONE, PART], [PART, ONE], ["DC1S:6BF", ONE], ["dc1:6bf*", TWO]] {
        assert_eq!(pick(several), Found::Several, "{several:?}");
        assert_eq!(pick([several[0], BANK, several[1]]), Found::Several, "{several:?}");
        assert_eq!(pick([several[0], several[1], several[0]]), Found::Several, "{several:?}");
    }
    assert_eq!(pick([CARD, CARD_OF_ANOTHER]), Found::Several);
    let [one, another] = [1, 2].map(|seed| animate(&[seed; 900], PRESENTATION, 300));
    let ([first, .., last], [_, of_another, _]) = (&one[..], &another[..]) else { panic!("three parts each") };
    assert_eq!(pick([first.as_str(), last]), Found::Parts(first), "parts of one");
    assert_eq!(pick([first.as_str(), BANK, of_another]), Found::Several, "parts of two");
}

#[test]
fn without_one_of_ours_a_card_then_the_foreign_one_then_nothing() {
    assert_eq!(pick([BANK, CARD]), Found::Plain(CARD));
    assert_eq!(pick([CARD, CARD]), Found::Plain(CARD));
    assert_eq!(pick([BANK, "https://vneid.gov.vn/"]), Found::Foreign(BANK));
    assert_eq!(pick([BANK, TOKEN, BANK]), Found::Foreign(TOKEN), "what may be VNeID's is told as such");
    assert_eq!(pick([]), Found::Nothing);
    assert!(!format!("{:?}", pick([CARD])).contains("Giang"));
}

#[test]
fn where_scanning_again_cannot_help_the_post_goes_on_another_way() {
    for reason in [Reason::ScanNotOurs, Reason::ScanAnotherApp] {
        assert_eq!(Headline::of_unread(reason), Headline::NotChecked, "{reason:?}");
        assert!(!reason.row().step.text().vi.contains("quét lại"), "{reason:?}");
    }
    for reason in [Reason::ScanUnreadable, Reason::ScanKeyboardAltered, Reason::ScanSeveralCodes] {
        assert_eq!(Headline::of_unread(reason), Headline::ScanAgain, "{reason:?}");
    }
}
