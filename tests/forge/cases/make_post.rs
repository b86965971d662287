//! Who we are and what we may ask comes from a signed mandate; a finding comes from a check.

use doichieu::field::Purpose;
use doichieu::reason::Reason;
use doichieu::{Ask, Finding, Post, RoleProfile};

fn borrow(post: &Post) {
    let _ = Ask::unprompted(post, Purpose::TRAFFIC_CONTROL);
}

fn main() {
    let _ = Post { name: String::from("me") };
    let _ = Post::default();
    let _ = Ask { retention: u64::MAX };
    let _ = RoleProfile { role: String::from("traffic_police") };
    let _ = Finding { reason: Reason::HeldShownAgain };
    let _ = Finding::new(Reason::HeldShownAgain);
}
