//! The posts of the demo country: what they are called, and what they ask to keep.

use doichieu_kit::mandate::MandateSpec;
use doichieu_kit::scene::World as Country;

/// The mandate of a role's post, made out to a name that people can read.
pub(crate) fn mandate_spec(country: &Country, role: &str) -> MandateSpec {
    let mut spec = country.mandate_spec(role);
    if let Some(name) = name(role) {
        name.clone_into(&mut spec.post);
    }
    spec
}

/// What a role's post is called, on its own screens and to whom it asks. Each says itself that it is invented.
fn name(role: &str) -> Option<&'static str> {
    Some(match role {
        "traffic_police" => "Tổ CSGT 3 · máy 01 (hư cấu)",
        "clinic" => "Quầy tiếp nhận 2 · Phòng khám Sông Hàn (hư cấu)",
        "bank" => "Quầy giao dịch 5 · Ngân hàng Bến Thành (hư cấu)",
        "e_wallet" => "Quầy mở ví · Ví Bông Lúa (hư cấu)",
        "insurer" => "Bàn bồi thường 1 · Bảo hiểm Mai Vàng (hư cấu)",
        "public_service" => "Quầy 4 · Hành chính công phường Hoa Lau (hư cấu)",
        _ => return None,
    })
}

/// How long a role asks to keep what it is shown unprompted, in seconds: the longest that it may. An officer at the
/// roadside looks, and copies nothing.
pub(crate) fn retention(country: &Country, role: &str) -> u64 {
    let longest = country.profile(role).map_or(0, |profile| profile.retention);
    if role == "traffic_police" { 0 } else { longest.min(country.mandate_spec(role).retention) }
}

#[cfg(test)]
mod tests {
    use super::{mandate_spec, retention};
    use doichieu_kit::scene::World as Country;

    #[test]
    fn every_post_has_a_name_of_its_own_that_says_it_is_invented() {
        let country = Country::demo();
        let mut names: Vec<_> = country.profiles.iter().map(|of| mandate_spec(&country, &of.role).post).collect();
        assert!(names.iter().all(|name| name.ends_with(" (hư cấu)")), "{names:?}");
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!((all, names.len()), (6, 6), "two posts of one name are one to a memory");
    }

    #[test]
    fn a_desk_asks_to_keep_for_a_day_and_an_officer_not_at_all() {
        let country = Country::demo();
        let asked: Vec<_> =
            ["traffic_police", "clinic", "bank", "nobody"].into_iter().map(|role| retention(&country, role)).collect();
        assert_eq!(asked, [0, 86_400, 86_400, 0]);
    }
}
