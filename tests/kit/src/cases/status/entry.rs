//! N82 to N84, N90: single entries of a list, what they say of a paper, of a licence's part and of the account.

use doichieu::field::Kind;

use super::{Case, Expect, Input, claiming, listed};
use crate::cbor::{Item, Map};
use crate::frame::zlib;
use crate::paper::{PaperSpec, StatusRef};
use crate::scene::{ACCOUNT_INDEX, CAR_INDEX, LIST, MOTORCYCLE_INDEX, Scene, World};
use crate::status::{STATUS_LIST, StatusList, list_claim, pack, pack_msb_first};

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    [index(), order(), values(), of_parts(), stale_part(), register()].concat()
}

/// A registration alone, with its status at a place of our choice.
fn registration(world: &World, status: StatusRef) -> Scene {
    let mut papers = world.preset_papers("traffic_police", &[Kind::VEHICLE_REGISTRATION]);
    papers.iter_mut().for_each(|paper: &mut PaperSpec| paper.source.status = Some(status));
    world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))])
}

/// N82: 256 entries of two bits.
fn index() -> Vec<Case> {
    let world = World::demo();
    let outside = || Expect::standing("refer", &["current.status_unknown"]);
    let at = |name: &str, says: &str, index: u64, expect: Expect| {
        let scene = registration(&world, (LIST, index));
        Case::traffic(&format!("N82/{name}"), says, &world, Input::of(&scene), expect)
    };
    let mut draft =
        world.eid.draft(&world.token_spec(world.preset_papers("traffic_police", &[Kind::VEHICLE_REGISTRATION])));
    if let Some(source) = draft.paper_mut(3).and_then(|paper| paper.map_mut(0)) {
        source.set(4, Item::Array(vec![LIST.into(), (-1).into()]));
    }
    vec![
        at("last", "The last entry of the list.", 255, Expect::accept()),
        at("size", "An index just beyond the list.", 256, outside()),
        at("wrapped", "2^32 + 5, which must not become 5 on a machine of 32 bits.", (1 << 32) | 5, outside()),
        at("wrapped-bits", "2^63 + 43, whose place in bits must not wrap.", (1 << 63) | 43, outside()),
        at("largest", "The largest index there is.", u64::MAX, outside()),
        Case::traffic(
            "N82/negative",
            "A negative index is not in the agreed form.",
            &world,
            Input::of(&world.scene_with("traffic_police", vec![draft.sign()])),
            Expect::no_values("refer", &["authentic.claims_malformed"]),
        ),
    ]
}

/// N83, N84: entries count from the least significant bit.
fn order() -> Vec<Case> {
    let world = World::demo();
    let licence = world.preset("traffic_police", &[Kind::DRIVING_LICENCE]);
    let packed = |id: &str, says: &str, revoked: usize, pack: fn(&[u8], u8) -> Vec<u8>, expect: Expect| {
        let mut list = world.eid_list.clone();
        list.set(revoked, crate::status::INVALID);
        let mut case = claiming(id, says, expect, |claims| {
            claims.set(STATUS_LIST, list_claim(zlib(&pack(&list.entries, 2), 9), 2));
        });
        case.input = Input::of(&licence);
        case
    };
    let revoked = || Expect::standing("refuse", &["current.revoked"]);
    vec![
        listed(
            "N83/8-bit-ff",
            "An entry of eight bits that says 255.",
            Expect::standing("refer", &["current.status_unknown"]),
            |world| {
                world.eid_list.bits = 8;
                world.set_status(43, 0xff);
            },
        ),
        packed(
            "N84/lsb",
            "The licence's entry, counted from the least significant bit, says revoked.",
            42,
            pack,
            revoked(),
        ),
        packed(
            "N84/msb-own",
            "The same counted from the other end is another paper's entry: this licence is valid.",
            42,
            pack_msb_first,
            Expect::accept(),
        ),
        packed(
            "N84/msb-other",
            "Another paper's entry counted from the other end is this licence's.",
            41,
            pack_msb_first,
            revoked(),
        ),
    ]
}

/// N90: what an entry says, of a paper and of the account.
fn values() -> Vec<Case> {
    let says = |id: &str, says: &str, bits: u8, (index, value): (u64, u8), expect: Expect| {
        listed(id, says, expect, |world| {
            world.eid_list.bits = bits;
            world.set_status(index, value);
        })
    };
    let refer = |code: &str| Expect::standing("refer", &[code]);
    let refuse = |code: &str| Expect::standing("refuse", &[code]);
    let locked = || Expect::no_values("refer", &["current.account_locked"]);
    vec![
        says("N90/1", "Revoked.", 2, (43, 1), refuse("current.revoked")),
        says("N90/2", "Suspended.", 2, (43, 2), refuse("current.suspended")),
        says("N90/3", "3 has no meaning here: unknown.", 2, (43, 3), refer("current.status_unknown")),
        says("N90/0b", "0x0B has no meaning here: unknown.", 4, (43, 0x0b), refer("current.status_unknown")),
        says("N90/1-bit", "Revoked in a list of one bit an entry.", 1, (43, 1), refuse("current.revoked")),
        says("N90/neighbour", "The neighbours' entries are not this one's.", 2, (44, 1), Expect::accept()),
        says(
            "N90/account-1",
            "A closed account: says nothing of the papers, shows none.",
            2,
            (ACCOUNT_INDEX, 1),
            locked(),
        ),
        says(
            "N90/account-2",
            "A locked account: says nothing of the papers, shows none.",
            2,
            (ACCOUNT_INDEX, 2),
            locked(),
        ),
        says(
            "N90/account-3",
            "An account in a state without meaning.",
            2,
            (ACCOUNT_INDEX, 3),
            refer("current.account_unknown"),
        ),
    ]
}

/// The same of a licence's parts; the registration shown is a car's.
fn of_parts() -> Vec<Case> {
    let says = |id: &str, says: &str, index: u64, value: u8, expect: Expect| {
        listed(id, says, expect, |world| world.set_status(index, value))
    };
    vec![
        says(
            "N90/part-1",
            "The part in use is revoked.",
            CAR_INDEX,
            1,
            Expect::standing("refuse", &["current.revoked"]),
        ),
        says(
            "N90/part-2",
            "The part in use is suspended.",
            CAR_INDEX,
            2,
            Expect::standing("refuse", &["licence.part_suspended"]),
        ),
        says(
            "N90/part-3",
            "The state of the part in use has no meaning here.",
            CAR_INDEX,
            3,
            Expect::standing("refer", &["current.status_unknown"]),
        ),
        says(
            "N90/other-part-2",
            "The other part is suspended: a note in a car.",
            MOTORCYCLE_INDEX,
            2,
            Expect::accept().noting("licence.part_suspended"),
        ),
        says(
            "N90/other-part-1",
            "The other part is revoked: a note in a car.",
            MOTORCYCLE_INDEX,
            1,
            Expect::accept().noting("current.revoked"),
        ),
    ]
}

/// N90: a part may have a list of its own.
fn stale_part() -> Vec<Case> {
    let mut stale = World::demo();
    let mut old = StatusList::new("https://eid.example/s/2", 256, stale.now.saturating_sub(20 * 86_400));
    old.set(5, crate::status::VALID);
    stale.eid.lists.insert(2, old.uri.clone());
    let mut papers = stale.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION]);
    for part in papers.iter_mut().filter_map(|paper| paper.fields.get_mut(&21)).filter_map(Item::as_map_mut) {
        part.set(0, Map::new().with(4, crate::paper::status_item((2, 5))));
    }
    let scene = stale.scene_of("traffic_police", &[(&stale.eid, stale.token_spec(papers))]);
    let mut old_list = Case::traffic(
        "N90/part-stale",
        "The licence's own list is fresh, the list of the part in use is old: its valid is not enough to accept on.",
        &stale,
        Input::of(&scene),
        Expect::standing("refer", &["current.status_stale"]),
    );
    old_list.bundle = stale.bundle_spec().status(&old.uri, &old.sign(&stale.eid.status_key.key)).file(&stale.authority);
    vec![old_list]
}

/// N90: what the register said when the paper was made; the list has nothing against it.
fn register() -> Vec<Case> {
    let case = |id: &str, says: &str, standing: u64, days: u64, expect: Expect| {
        let mut world = World::demo();
        world.register_age = days.saturating_mul(86_400);
        let mut papers = world.preset_papers("traffic_police", &[Kind::VEHICLE_REGISTRATION]);
        papers.iter_mut().for_each(|paper| paper.source.standing = Some(standing));
        let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
        Case::traffic(id, says, &world, Input::of(&scene), expect)
    };
    let refuse = |code: &str| Expect::standing("refuse", &[code]);
    let old = Expect::standing("refer", &["current.suspended"]);
    let world = World::demo();
    let mut spec = world.token_spec(world.preset_papers("traffic_police", &[Kind::DRIVING_LICENCE]));
    spec.level = Some(1);
    let level = Case::traffic(
        "N90/level-1",
        "An account of level 1 where the role asks for level 2.",
        &world,
        Input::of(&world.scene_of("traffic_police", &[(&world.eid, spec)])),
        Expect::standing("refer", &["current.level_insufficient"]),
    );
    let number = Expect::no_values("refer", &["authentic.claims_malformed"]);
    vec![
        case("N90/register-suspended", "Suspended by the register, today.", 1, 0, refuse("current.suspended")),
        case("N90/register-suspended-last", "As long ago as the role tolerates.", 1, 1, refuse("current.suspended")),
        case("N90/register-suspended-old", "Two days ago: it may have been lifted.", 1, 2, old),
        case("N90/register-withdrawn", "Withdrawn by the register, today.", 2, 0, refuse("current.revoked")),
        case("N90/register-withdrawn-old", "Withdrawn eight months ago stays so.", 2, 240, refuse("current.revoked")),
        case("N90/register-3", "No standing has this number.", 3, 0, number),
        level,
    ]
}
