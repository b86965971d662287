//! A third language, tried: a host has `reasons.json`, `steps.json` and `fields.json` of the npm package and a report,
//! and nothing of the engine's words. **The French is made up for this test and reviewed by nobody.**

#![expect(clippy::indexing_slicing, reason = "JSON that has no such member fails the test")]

use super::described::{read, root};
use super::tables::places;
use doichieu::field::Purpose;
use doichieu::{Bundle, Inspector, Memory, Post, Roots, Scan};
use doichieu_kit::encounter_seed;
use doichieu_kit::scene::{ACCOUNT_INDEX, World};
use doichieu_kit::status::INVALID;
use serde_json::Value as Json;
use std::sync::Arc;

/// Said with every text until somebody has read it who may.
const UNREVIEWED: &str = "[texte non relu]";

const REASONS: [(&str, &str); 5] = [
    ("held.face_not_compared", "Comparer le visage : l’appareil n’authentifie que le téléphone"),
    ("current.revoked", "D’après la liste, document retiré : {paper}"),
    ("current.suspended", "D’après la liste, document suspendu : {paper}"),
    ("held.other_audience", "Ce code a été créé pour un autre service, pas pour {role}"),
    ("agreed.field_not_shown", "Non présenté : {field}, non partagé ou absent"),
];
const STEPS: [(&str, &str); 3] = [
    ("compare_face_on_their_screen", "Comparer le visage avec la photo affichée."),
    ("look_up", "Consulter le registre par {number}."),
    ("confirm_before_acting", "Confirmer par une consultation par {number} {before}."),
];
/// Names and words, by what they go by.
const WORDS: [(&str, &str); 7] = [
    ("driving_licence", "permis de conduire"),
    ("number driving_licence", "numéro de permis ou d’identité"),
    ("before road", "avant tout procès-verbal"),
    ("role road", "la police de la route"),
    ("valid_until", "la date de fin"),
    ("paper", "un document"),
    ("field", "une rubrique"),
];

fn table(name: &str) -> Json {
    serde_json::from_str(&read(&root().join("wasm/npm").join(name))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn word(by: &str) -> Option<&'static str> {
    WORDS.iter().find(|(of, _)| *of == by).map(|(_, word)| *word)
}

/// What stands at a place, by codes of the report alone.
fn at_place(place: &str, finding: &Json, kind: Option<&str>) -> Option<&'static str> {
    match place {
        "paper" => kind.and_then(word).or_else(|| word("paper")),
        "field" => finding["about"].as_str().and_then(word).or_else(|| word("field")),
        "number" => word(&format!("number {}", kind?)),
        "role" | "before" => word(&format!("{place} road")),
        _ => None,
    }
}

/// A text with all its places filled; nothing of it where one cannot be.
fn filled(text: &str, finding: &Json, kind: Option<&str>) -> Option<String> {
    let pieces = text.split(['{', '}']).enumerate().map(|(index, piece)| match index % 2 {
        0 => Some(piece),
        _ => at_place(piece, finding, kind),
    });
    Some(format!("{} {UNREVIEWED}", pieces.collect::<Option<String>>()?))
}

/// A finding in French where the host has it, else in English as the table has it.
fn said(finding: &Json, kind: Option<&str>, reasons: &Json) -> String {
    let code = finding["code"].as_str().unwrap_or_default();
    let french = REASONS.iter().find(|(of, _)| *of == code).and_then(|(_, text)| filled(text, finding, kind));
    french.unwrap_or_else(|| row(reasons, "reasons", code)["en"].as_str().unwrap_or_default().to_owned())
}

fn row<'a>(table: &'a Json, list: &str, code: &str) -> &'a Json {
    let rows = table[list].as_array().unwrap_or_else(|| panic!("no {list}"));
    rows.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{list} has no {code}"))
}

#[test]
fn a_third_language_has_the_codes_and_places_of_the_tables() {
    for (list, file, texts) in
        [("reasons", table("reasons.json"), &REASONS[..]), ("steps", table("steps.json"), &STEPS[..])]
    {
        for (code, french) in texts {
            let known: Vec<_> = row(&file, list, code)["places"].as_array().into_iter().flatten().collect();
            let own: Vec<_> = places(french).into_iter().map(Json::from).collect();
            assert_eq!(known, own.iter().collect::<Vec<_>>(), "{code}");
            for place in places(french) {
                assert!(!file["places"][place]["says"].is_null(), "{code}: {place} is not described");
            }
        }
    }
    let fields = table("fields.json");
    let kinds = fields["kinds"].as_array().unwrap_or_else(|| panic!("no kinds"));
    assert!(kinds.iter().any(|row| row["kind"] == "driving_licence" && row["en"] == "Driving licence"));
    let numbers = &table("steps.json")["places"]["number"]["words"];
    let of_licence = numbers.as_array().into_iter().flatten().find(|of| of["for"] == "driving_licence");
    assert_eq!(of_licence.map(|of| &of["en"]), Some(&Json::from("licence number or ID number")));
}

#[test]
fn a_report_is_told_in_a_third_language_by_its_codes() {
    let mut world = World::demo();
    world.set_status(ACCOUNT_INDEX + 2, INVALID);
    let report = inspected(&world);
    let (reasons, steps) = (table("reasons.json"), table("steps.json"));
    let of_showing = report["findings"].as_array().into_iter().flatten().map(|finding| said(finding, None, &reasons));
    let mut told: Vec<_> = of_showing.collect();
    for paper in report["papers"].as_array().into_iter().flatten() {
        let kind = paper["kind"].as_str();
        for finding in paper["findings"].as_array().into_iter().flatten() {
            told.push(said(finding, kind, &reasons));
            let step = row(&reasons, "reasons", finding["code"].as_str().unwrap_or_default())["step"].as_str();
            let step = step.unwrap_or_default();
            let french = STEPS.iter().find(|(of, _)| *of == step).and_then(|(_, text)| filled(text, finding, kind));
            let english = row(&steps, "steps", step)["en"].as_str().map(str::to_owned);
            told.extend(french.or(english));
        }
    }
    let wanted = [
        "Comparer le visage : l’appareil n’authentifie que le téléphone [texte non relu]",
        "D’après la liste, document retiré : permis de conduire [texte non relu]",
        "Confirmer par une consultation par numéro de permis ou d’identité avant tout procès-verbal. [texte non relu]",
    ];
    for text in wanted {
        assert!(told.iter().any(|said| said == text), "{told:#?}");
    }
    assert!(told.iter().filter(|said| said.ends_with(UNREVIEWED)).all(|said| !said.contains('{')), "{told:#?}");
}

/// A report of the demo country, as a program gets it.
fn inspected(world: &World) -> Json {
    let at = world.at();
    let mut memory = Memory::new();
    let seen = Roots::dangerous_test(&world.anchor()).and_then(|roots| {
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots, at, &mut memory)?);
        let post = Post::open(&world.mandate("traffic_police"), &bundle)?;
        Inspector::new(bundle, post)
    });
    let inspector = seen.unwrap_or_else(|error| panic!("{error}"));
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed());
    let ask = ask.unwrap_or_else(|error| panic!("{error}"));
    let report = inspector.inspect(Scan::qr(&world.whole_stop().text()), &ask, at, &mut memory);
    let report = report.unwrap_or_else(|error| panic!("{error}")).to_json();
    serde_json::from_str(&report).unwrap_or_else(|error| panic!("{error}"))
}
