//! S11: who consents for a child (Decree 330/2026 art. 60(1)), by the child's own identity and card.

use crate::cases::{Case, Expect, Input};
use crate::people::{self, day};
use crate::scene::{NOW, World};

/// The first second of 19 August 2026 in Viet Nam.
const DECREE_330: u64 = 1_787_072_400;

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    let case = |id: &str, says: &str, now: u64, (year, month, of_month): (i32, u32, u32), notes: &[&str]| {
        let mut child = people::han();
        child.born = day(year, month, of_month);
        child.valid_until = day(year.saturating_add(14), month, of_month);
        child.personal_no = format!("0313{}004182", year.rem_euclid(100));
        let world = World::new(World::demo().seed, now).with_person(child);
        let expect = notes.iter().fold(Expect::accept(), |expect, note| expect.noting(note));
        Case::clinic(&format!("S11/consent-{id}"), says, &world, Input::of(&world.clinic()), expect)
    };
    let (account, representative, both) =
        ("identity.under_fourteen", "identity.under_seven", "identity.child_consents_too");
    let last_second = DECREE_330.saturating_sub(1);
    vec![
        case("before-seven", "Seven tomorrow.", NOW, (2019, 11, 19), &[account, representative]),
        case("seven", "Seven today: the child consents too.", NOW, (2019, 11, 18), &[account, both]),
        case("before-fourteen", "Fourteen tomorrow.", NOW, (2012, 11, 19), &[account, both]),
        case("fourteen", "Fourteen today.", NOW, (2012, 11, 18), &[]),
        case("before-decree", "The last second before Decree 330/2026.", last_second, (2016, 1, 1), &[account]),
        case("since-decree", "The first second of Decree 330/2026.", DECREE_330, (2016, 1, 1), &[account, both]),
    ]
}
