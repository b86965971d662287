//! N79: the consent signed once more, apart from the papers (docs/dc1.md §10). No verdict rests on it.

use crate::cases::{Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::cose::Signed;
use crate::scene::World;
use crate::wallet::CONSENTED;

/// All of them.
pub(super) fn cases(world: &World) -> Vec<Case> {
    let mut signing = world.clone();
    signing.signs_consent = true;
    let case = |id: &str, says: &str, text: String, expect: Expect| {
        Case::traffic(&format!("N79/{id}"), says, world, Input::Text(text), expect)
    };
    let bucket = |bucket: Map| move |signed: &mut Signed| signed.unprotected = bucket.clone().into();
    let shown = |of: Map| signing.traffic_stop().text_with_signed(bucket(of));
    let signature = |bytes: usize| Map::new().with(CONSENTED, Item::Bytes(vec![7; bytes]));
    let unreadable = || Expect::unreadable("cose");
    vec![
        case("signed", "The consent is signed apart too.", signing.traffic_stop().text(), Expect::accept()),
        case(
            "differs",
            "That signature holds for nothing: nothing rests on it.",
            shown(signature(64)),
            Expect::accept(),
        ),
        case("short", "It is a byte short.", shown(signature(63)), unreadable()),
        case("long", "It is a byte long.", shown(signature(65)), unreadable()),
        case("text", "It is a text.", shown(Map::new().with(CONSENTED, "signed")), unreadable()),
        case(
            "other",
            "Another header stands in its place.",
            shown(Map::new().with(-65_605, vec![7_u8; 64])),
            unreadable(),
        ),
        case("beside", "Another header stands beside it.", shown(signature(64).with(4, vec![7_u8; 8])), unreadable()),
    ]
}
