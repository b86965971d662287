//! Names of a known set that are near to what was typed. What was typed is never said back: it may be a citizen's.

use strsim::osa_distance;

/// Longer texts are no names.
const LONGEST: usize = 64;
/// So many letters of a name tell it from others.
const BEGUN: usize = 5;
/// Nobody chooses among more.
const MOST: usize = 3;

/// The nearest names, the nearest first: at most a third of the letters differ. A name may be typed without what stands
/// before its point, and may be no more than begun.
pub(crate) fn near<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let typed = plain(typed);
    let letters = typed.chars().count();
    if letters == 0 || letters > LONGEST {
        return Vec::new();
    }
    let most = letters.checked_div(3).unwrap_or(1).clamp(1, 4);
    let far = |name: &str| {
        let name = plain(name);
        let short = name.split_once('.').filter(|_| !typed.contains('.')).map(|(_, short)| osa_distance(&typed, short));
        // What was begun wants fewer slips: many names begin alike.
        let slips = (letters.saturating_sub(1)..=letters.saturating_add(1)).map(|length| {
            let begun: String = name.chars().take(length).collect();
            osa_distance(&typed, &begun)
        });
        let begun = slips.min().filter(|slips| letters >= BEGUN && *slips <= 1).map(|slips| slips.saturating_add(1));
        short.into_iter().chain(begun).chain([osa_distance(&typed, &name)]).min()
    };
    let mut found: Vec<_> = names.into_iter().filter_map(|name| Some((far(name)?, name))).collect();
    found.retain(|(distance, _)| *distance <= most);
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// Nobody remembers whether a name has capitals, or which of the two lines.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_is_near_and_a_value_is_not() {
        let names = ["held.shown_again", "held.window_passed", "may_drive_c1", "traffic-stop", "clinic", "bank"];
        for (typed, wanted) in [
            ("held.shwn_again", "held.shown_again"),
            ("shown-agian", "held.shown_again"),
            ("HELD.WINDOW_PASSED", "held.window_passed"),
            ("may-drive-c2", "may_drive_c1"),
            ("trafic_stop", "traffic-stop"),
            ("cilnic", "clinic"),
            ("trafic", "traffic-stop"),
            ("held.shown", "held.shown_again"),
        ] {
            assert_eq!(near(typed, names), [wanted], "{typed}");
        }
        let long = "held.shown_again".repeat(5);
        for typed in ["", "011250048213", "DC1:6BF", "Nguyễn Thị Hương Giang", "held.nothing_of_the_kind", &long]
        {
            assert!(near(typed, names).is_empty(), "{typed}");
        }
    }
}
