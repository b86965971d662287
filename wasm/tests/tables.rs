//! `npm/tables.d.ts` is printed from the two tables, so that the types cannot drift from the code.
//!
//! After a change of a table: `DOICHIEU_BLESS=1 cargo test -p doichieu-wasm --test tables`, and read the difference
//! before committing it.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a page that differs is told with a hint, and sources are there"
)]
#![expect(clippy::disallowed_methods, reason = "pages are files, and blessing them is asked for by a variable")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{fs, path::PathBuf};

use doichieu::field::{FIELDS, FieldRow, KINDS, Kind, Place, Purpose, Shape};
use doichieu::input::Layer;
use doichieu::plain::{Altered, Likeness, PlainKind};
use doichieu::reason::{Reason, Step};
use doichieu::{
    AskError, Cover, EncounterRefused, FileKind, Gear, Headline, NeedState, Question, SetUp, Towed, VehicleKind,
    Vetting,
};

const HEAD: &str = "\
// Printed from the tables of the engine by wasm/tests/tables.rs; do not edit by hand.
// Every union may grow with a new version: end a switch over one with a default.

import type { Classes, DateValue, Part, Points, Suspension } from \"./index.js\";
";

#[test]
fn the_types_are_printed_from_the_tables() {
    let mut page = HEAD.to_owned();
    union(&mut page, "Why a verifier asks.", "Purpose", purposes());
    union(&mut page, "A kind of paper.", "Kind", KINDS.iter().map(|row| row.name));
    union(&mut page, "A kind of vehicle, as an officer picks it.", "VehicleKind", vehicles());
    union(&mut page, "What a vehicle draws.", "TowedKind", towed());
    union(&mut page, "How a vehicle shifts gears.", "Gear", [Gear::Manual, Gear::Automatic].map(Gear::name));
    union(&mut page, "What may be asked instead of fields.", "QuestionName", Question::all().map(Question::name));
    fields(&mut page);
    union(&mut page, "Why a check did not simply pass.", "ReasonCode", Reason::ALL.iter().map(|reason| reason.code()));
    union(&mut page, "What may be done next.", "StepCode", Step::ALL.iter().map(|step| step.code()));
    union(&mut page, "Why set-up refused.", "SetUpCode", SetUp::ALL.iter().map(|set_up| set_up.code()));
    union(&mut page, "What a file looks like.", "FileKind", FileKind::ALL.iter().map(|kind| kind.name()));
    union(&mut page, "Why an ask cannot be built or taken up again.", "AskCode", asks());
    union(
        &mut page,
        "Why a report is not of an encounter.",
        "EncounterCode",
        EncounterRefused::ALL.iter().map(|why| why.code()),
    );
    union(&mut page, "The six headlines.", "HeadlineName", headlines());
    union(&mut page, "Whether a licence covers what is to be driven.", "Cover", covers());
    union(&mut page, "How an authority vetted what a paper says.", "VettingName", vettings());
    union(&mut page, "How a paper that is needed stands.", "NeedState", need_states());
    union(&mut page, "Codes that are printed unsigned on cards.", "PlainKind", plain_kinds());
    union(&mut page, "What altered a code on its way from print or screen.", "AlteredName", altered());
    union(&mut page, "How a printed field stands to the proven one.", "Likeness", likenesses());
    union(&mut page, "Where reading stopped.", "Layer", layers());
    compare("tables.d.ts", &page);
}

fn union(page: &mut String, says: &str, name: &str, members: impl IntoIterator<Item = &'static str>) {
    let members: Vec<_> = members.into_iter().map(|member| format!("\n  | \"{member}\"")).collect();
    assert!(!members.is_empty(), "{name}");
    let _ = write!(page, "\n/** {says} */\nexport type {name} ={};\n", members.concat());
}

/// For each kind its fields with the types of their values. What never passes has no type: reading it does not compile.
fn fields(page: &mut String) {
    page.push_str("\n/** For each kind of paper its fields, with the types of their values. `null`: the paper says that there is none. */\n");
    page.push_str("export interface Fields {\n");
    for kind in KINDS {
        let _ = writeln!(page, "  /** {}. */\n  {}: {{", kind.text.en, kind.name);
        rows(page, kind.kind, Place::Paper, "    ");
        page.push_str("  };\n");
    }
    page.push_str("}\n\n/** The fields of a part of a driving licence. */\nexport interface PartFields {\n");
    rows(page, Kind::DRIVING_LICENCE, Place::Part, "  ");
    page.push_str("}\n");
}

fn rows(page: &mut String, kind: Kind, place: Place, indent: &str) {
    let of_kind = |row: &&FieldRow| row.kind == Some(kind) && row.place == place && !row.class.never_passes();
    for row in FIELDS.iter().filter(of_kind) {
        let _ = writeln!(
            page,
            "{indent}/** {}. {}. */\n{indent}{}: {};",
            row.text.en,
            row.text.vi,
            row.name,
            value(row.shape)
        );
    }
}

fn value(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "string",
        Shape::Texts => "readonly string[] | null",
        Shape::Count => "number",
        Shape::Date => "DateValue",
        Shape::DayOrNone => "DateValue | null",
        Shape::Points => "Points | null",
        Shape::Suspension => "Suspension | null",
        Shape::Classes => "Classes",
        Shape::Part => "Part | null",
        Shape::Opaque => "never",
        _ => panic!("a shape without a type: wasm/src/value.rs and this test"),
    }
}

fn purposes() -> impl Iterator<Item = &'static str> {
    Purpose::all().filter_map(Purpose::name)
}

fn vehicles() -> impl Iterator<Item = &'static str> {
    VehicleKind::ALL.iter().map(|kind| kind.name())
}

fn towed() -> [&'static str; 4] {
    [Towed::Nothing, Towed::Trailer { gross_mass_kg: None }, Towed::SemiTrailer, Towed::Carriage].map(Towed::name)
}

fn asks() -> impl Iterator<Item = &'static str> {
    AskError::ALL.iter().map(|error| error.code())
}

fn covers() -> [&'static str; 4] {
    [Cover::Yes, Cover::No, Cover::Undetermined, Cover::NotNeeded].map(Cover::name)
}

/// `argument.…` is a union in `npm/index.d.ts` and a table in `npm/README.md`: both name what can be thrown, and no more.
#[test]
fn every_code_of_a_mistaken_argument_is_typed_and_told() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut thrown = BTreeSet::new();
    for path in ["src", "npm"].map(|folder| here.join(folder)).iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "rs" || kind == "js") {
            let source = fs::read_to_string(&path).unwrap();
            thrown
                .extend(["\"argument.", "refuse(\"", "wrong(\""].iter().flat_map(|before| codes(&source, before, '"')));
        }
    }
    let page = |name: &str| fs::read_to_string(here.join("npm").join(name)).unwrap();
    assert_eq!(codes(&page("index.d.ts"), "  | \"argument.", '"'), thrown, "index.d.ts");
    assert_eq!(codes(&page("README.md"), "\n| `argument.", '`'), thrown, "README.md");
}

/// What stands between.
fn codes(source: &str, before: &str, after: char) -> BTreeSet<String> {
    source.split(before).skip(1).filter_map(|rest| rest.split(after).next()).map(str::to_owned).collect()
}

fn vettings() -> [&'static str; 3] {
    [Vetting::OriginalSeen, Vetting::DatabaseMatch, Vetting::Other].map(Vetting::name)
}

fn need_states() -> [&'static str; 6] {
    use NeedState::{Answered, NotApplicable, NotProven, NotShown, Shown, Undetermined};
    [Shown, Answered, NotProven, NotShown, NotApplicable, Undetermined].map(NeedState::name)
}

fn plain_kinds() -> [&'static str; 3] {
    [PlainKind::ChipCard, PlainKind::HealthCard, PlainKind::Mrz].map(PlainKind::name)
}

fn likenesses() -> [&'static str; 10] {
    use Likeness::{
        Differs, LookAlike, NoDiacritics, OnlyPrinted, OnlyProven, PlaceWrittenOtherwise, Reordered, Same, SaysLess,
        TonePlacement,
    };
    [
        Same,
        TonePlacement,
        LookAlike,
        NoDiacritics,
        Reordered,
        SaysLess,
        Differs,
        PlaceWrittenOtherwise,
        OnlyPrinted,
        OnlyProven,
    ]
    .map(Likeness::name)
}

fn headlines() -> [&'static str; 6] {
    use Headline::{Accept, LookUp, NotChecked, NotInForce, NotProven, ScanAgain};
    [Accept, LookUp, NotInForce, NotProven, NotChecked, ScanAgain].map(Headline::name)
}

fn altered() -> [&'static str; 5] {
    use Altered::{CapsLock, CodePage, InputMethod, Layout, LettersLost};
    [CapsLock, InputMethod, Layout, CodePage, LettersLost].map(Altered::name)
}

fn layers() -> [&'static str; 6] {
    use Layer::{Base45, Cbor, Cose, Frames, Text, Zlib};
    [Text, Base45, Frames, Zlib, Cbor, Cose].map(Layer::name)
}

fn compare(name: &str, page: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("npm").join(name);
    if std::env::var_os("DOICHIEU_BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, page).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let held = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        held == page,
        "npm/{name} is not what the tables say. DOICHIEU_BLESS=1 cargo test -p doichieu-wasm --test tables"
    );
}
