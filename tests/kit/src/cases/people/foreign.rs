//! S12: the name of a foreigner on two papers, each written in its own way (ICAO Doc 9303-3 §6.A).

use doichieu::field::{Field, Kind};

use super::set;
use crate::cases::{Case, Expect, Input};
use crate::people;
use crate::scene::World;

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    let case = |id: &str, says: &str, name: &str, on_licence: &str, expect: Expect| {
        let mut person = people::anna();
        name.clone_into(&mut person.name);
        let world = World::demo().with_person(person);
        let mut papers = world.preset_papers("traffic_police", &[Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE]);
        papers.iter_mut().skip(1).for_each(|licence| set(licence, Field::FULL_NAME, on_licence));
        let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
        Case::traffic(&format!("S12/{id}"), says, &world, Input::of(&scene), expect)
    };
    let like = |id: &str, says: &str, name: &str, on_licence: &str| case(id, says, name, on_licence, Expect::accept());
    let differs = || Expect::standing("refer", &["consistency.person_differs"]);
    vec![
        like("marks-left-out", "Î and è without their marks.", "Benoît Lefèvre", "BENOIT LEFEVRE"),
        case(
            "umlaut-decomposed",
            "Ü as U and a mark behind it, signed.",
            "Gisela Müller",
            "Gisela Mu\u{308}ller",
            Expect::accept().noting("paper.text_unusual"),
        ),
        like("umlaut-by-two-letters", "Ü as UE, in another order.", "Gisela Müller", "MUELLER GISELA"),
        like("umlaut-by-one-letter", "Ü as U.", "Gisela Müller", "GISELA MULLER"),
        like("ring-by-two-letters", "Å as AA, Ö as OE.", "Åsa Sjöström", "AASA SJOESTROEM"),
        like("thorn", "Þ as TH, ð as D.", "Þóra Sigurðardóttir", "THORA SIGURDARDOTTIR"),
        like("stroke", "Ł as L, Ż as Z.", "Elżbieta Wałęsak", "ELZBIETA WALESAK"),
        case(
            "letter-on-neither",
            "Nobody wrote the Ü: UE and U are two names.",
            "Gisela Mueller",
            "GISELA MULLER",
            differs(),
        ),
        case("another-letter", "Miller is not Müller.", "Gisela Müller", "GISELA MILLER", differs()),
    ]
}
