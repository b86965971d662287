//! docs/reasons.md, docs/fields.md and docs/rules.md, and three tables of the npm package, are printed from the tables, so the pages cannot drift from the
//! code. What is written by hand for others to implement is held against them in `docs/described.rs`; where a page
//! sends its reader, in `docs/pointers.rs`.
//!
//! After a change of a table: `DOICHIEU_BLESS=1 cargo test --test docs`, and read the difference before committing it.

#![expect(clippy::panic, reason = "a page that differs is told with a hint")]
#![expect(clippy::disallowed_methods, reason = "pages are files, and blessing them is asked for by a variable")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use doichieu::field::{FIELDS, FieldRow, KINDS, Kind, Place, Purpose};
use doichieu::reason::Reason;
use doichieu::rules::{self, Confidence, Row};
use doichieu::{needs_by_law, steps_by_law};
use reasons::{GROUPS, in_group, reasons_page};

#[path = "docs/described.rs"]
mod described;
#[path = "docs/french.rs"]
mod french;
#[path = "docs/pointers.rs"]
mod pointers;
#[path = "docs/reasons.rs"]
mod reasons;
#[path = "docs/style.rs"]
mod style;
#[path = "docs/tables.rs"]
mod tables;

const FIELDS_HEAD: &str = "\
# Fields

Printed from `src/field/table.rs` by `tests/docs.rs`; do not edit by hand.

Numbers are those of [the profile](dc1.md), §6, and mean something only within their kind of paper. *Class*: biometric and special fields
are dropped wherever they arrive, whoever agreed. *Sensitivity* is that of Decree 356/2025 (art. 3 basic, art. 4 sensitive). *Display* is a hint
for screens: what is sensitive stands behind a press, never on the view that is read from two metres. A *bearing* field is one whose absence would make the paper look better than it is: it is never blinded, and a paper without it is at most referred.
";

const RULES_HEAD: &str = "\
# Rules of law

Printed from the rows in `src/rules/` and `src/needs/` by `tests/docs.rs`; do not edit by hand. What the law makes of a genuine paper, on
the day of the inspection in Viet Nam (UTC+7); and [below](#papers-that-an-occasion-needs), which papers an occasion needs and what may be
done where one was not shown. Every row is of one frame, `src/law.rs`.

**The rows were held against the law on {checked}; law was seen up to {seen}.** What came into force later is in no row. *Seen up to* says the same of each row: an
earlier day where an amendment after it was not seen, a dash where the text that counts then was not found. A bundle may name a later day for all of them (its part `law`)
and changes nothing else. More than a year after the last day seen, what rests on a row that is not *in paper* refers at most: docs/decisions.md says why.

*Counts* is half-open; of rows that follow each other, each counts on its own side of the day between them. *Sure* is how well the law behind a row is known: *in paper*, a date or state inside a proven paper, which counts on
any day; *high*, the text of the article was seen or two sources agree; *medium* and *low*, less than that: such a row finds notes only,
whatever it says. *May find* is exact: a rule finds these [reasons](reasons.md) and no other. `src/rules/tests/rows.rs` has a case for each
that is not found without the rule, and a test for each rule that fails without it.
";

const NEEDS_HEAD: &str = "
## Papers that an occasion needs

What is not shown is its own line in the report of a whole encounter. *Instead* does in its place; *looked up then* says that the paper itself was not seen and is looked up. A row may answer that none is needed, that it
depends on the vehicle, or nothing, where the law is not known well enough.
";

const ALLOWED_HEAD: &str = "
## What may be done where a paper was not shown

In the order to try it. Where no row counts, only `check_as_usual`, which rests on no article and asks nothing of anybody.
";

#[test]
fn the_page_of_reasons_is_printed_from_the_table() {
    agrees("docs/reasons.md", &reasons_page());
}

#[test]
fn the_page_of_fields_is_printed_from_the_table() {
    agrees("docs/fields.md", &fields_page());
}

#[test]
fn the_page_of_rules_is_printed_from_the_rows() {
    agrees("docs/rules.md", &rules_page());
}

/// A vector's codes and notes, or a test that names the code or the reason: the pages of tests, not of the tables.
#[test]
fn every_reason_is_found_by_a_vector_or_a_test() {
    let sources = sources();
    let name = |reason: &Reason| format!("Reason::{reason:?}");
    let found =
        |reason: &Reason| sources.contains(&format!("\"{}\"", reason.code())) || sources.contains(&name(reason));
    let unfound: Vec<_> = Reason::ALL.iter().filter(|reason| !found(reason)).map(|reason| reason.code()).collect();
    assert!(unfound.is_empty(), "no vector and no test finds {unfound:?}");
}

#[test]
fn every_reason_stands_in_exactly_one_group_and_every_field_under_one_kind() {
    let grouped: usize = GROUPS.iter().map(|(group, ..)| in_group(group).count()).sum();
    assert_eq!(grouped, Reason::ALL.len());
    let of_kinds: usize = KINDS.iter().map(|row| of_kind(Some(row.kind)).count()).sum();
    assert_eq!(of_kinds.checked_add(of_kind(None).count()), Some(FIELDS.len()));
}

fn fields_page() -> String {
    let mut page = Page::new(FIELDS_HEAD);
    for row in KINDS {
        page.line(&format!("\n## {} {} · {} · {}\n", row.kind.number(), code(row.name), row.text.vi, row.text.en));
        page.fields(of_kind(Some(row.kind)).filter(|field| field.place == Place::Paper));
        if of_kind(Some(row.kind)).any(|field| field.place == Place::Part) {
            page.line("\nWithin each of its parts:\n");
            page.fields(of_kind(Some(row.kind)).filter(|field| field.place == Place::Part));
        }
    }
    page.line("\n## Every kind\n\nReserved with this meaning everywhere.\n");
    page.fields(of_kind(None));
    page.text
}

fn rules_page() -> String {
    let head =
        RULES_HEAD.replace("{checked}", &written(rules::CHECKED_ON)).replace("{seen}", &written(rules::SEEN_UNTIL));
    let mut page = Page::new(&head);
    for row in KINDS {
        page.line(&format!("\n## {} {} · {}\n", row.kind.number(), row.text.vi, row.text.en));
        page.laws(&["may find"]);
        for rule in rules::all().filter(|rule| rule.what.kind == row.kind) {
            let finds: Vec<_> = rule.what.finds.iter().map(|reason| code(reason.code())).collect();
            page.law(rule, &[&finds.join(", ")]);
        }
    }
    page.line(NEEDS_HEAD);
    page.laws(&["occasion", "paper", "instead", "looked up then"]);
    for row in needs_by_law() {
        let instead = row.what.instead.map(kind_name).unwrap_or_default();
        let looked_up = if row.what.looked_up { "yes" } else { "" };
        page.law(row, &[&purpose(row.what.purpose), &kind_name(row.what.kind), &instead, looked_up]);
    }
    page.line(ALLOWED_HEAD);
    page.laws(&["occasion", "papers", "step", "where a number was told", "an e-ID shown"]);
    for row in steps_by_law() {
        let kinds = row.what.kinds.map(|kinds| kinds.iter().copied().map(kind_name).collect::<Vec<_>>().join(", "));
        let told = if row.what.only_not_shown { "no" } else { "yes" };
        let (kinds, step) = (kinds.unwrap_or_else(|| "any".to_owned()), code(row.what.step.code()));
        let beside =
            row.what.beside_identity.map_or("", |beside| if beside { "only beside one" } else { "only without" });
        page.law(row, &[&purpose(row.what.purpose), &kinds, &step, told, beside]);
    }
    page.text
}

fn kind_name(kind: Kind) -> String {
    kind.row().map_or_else(|| kind.number().to_string(), |row| code(row.name))
}

fn purpose(purpose: Purpose) -> String {
    purpose.name().map_or_else(|| purpose.number().to_string(), code)
}

/// From its first day; to the day before its end.
fn period<T>(row: &Row<T>) -> String {
    let from = written(row.from);
    let until = row.to.map(|to| format!(" until {}", written(to))).unwrap_or_default();
    let counts = match (row.confidence, row.follows) {
        (Confidence::InPaper, None) if row.to.is_none() => format!("always (law since {from})"),
        (Confidence::InPaper, None) => format!("always{until} (law since {from})"),
        _ => format!("from {from}{until}"),
    };
    let follows = row.follows.filter(|before| *before != row.id).map(|before| format!(", after {}", code(before)));
    counts + &follows.unwrap_or_default()
}

fn written((year, month, day): rules::Civil) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The text of every test and every vector.
fn sources() -> String {
    fn gather(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
            let path = entry.path();
            if path.is_dir() {
                gather(&path, into);
            } else if is_test(&path)
                && path.extension().is_some_and(|extension| extension == "rs" || extension == "json")
            {
                into.push_str(&fs::read_to_string(&path).unwrap_or_default());
            }
        }
    }
    // A file of tests, or one in a folder of tests.
    fn is_test(path: &Path) -> bool {
        path.components().any(|part| part.as_os_str() == "tests")
            || path.file_name().is_some_and(|name| name == "tests.rs")
    }
    let (mut text, root) = (String::new(), Path::new(env!("CARGO_MANIFEST_DIR")));
    gather(&root.join("src"), &mut text);
    gather(&root.join("tests"), &mut text);
    text
}

fn of_kind(kind: Option<Kind>) -> impl Iterator<Item = &'static FieldRow> {
    FIELDS.iter().filter(move |row| row.kind == kind)
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// `DayOrNone` → `day or none`.
fn spelt(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

/// A Markdown page in the making.
struct Page {
    text: String,
}

impl Page {
    fn new(head: &str) -> Self {
        Self { text: head.to_owned() }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn head(&mut self, columns: &[&str]) {
        self.row(columns);
        self.line(&format!("|{}", "---|".repeat(columns.len())));
    }

    fn row(&mut self, cells: &[&str]) {
        assert!(cells.iter().all(|cell| !cell.contains(['|', '\n'])), "a cell would break its table: {cells:?}");
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    /// The head of a table of rows of law, with columns of its own.
    fn laws(&mut self, own: &[&str]) {
        self.head(&[&["rule", "law (vi)", "law (en)", "counts", "sure", "seen up to"], own].concat());
    }

    fn law<T>(&mut self, row: &Row<T>, own: &[&str]) {
        let (id, counts) = (code(row.id), period(row));
        let seen = row.seen.map_or_else(|| "–".to_owned(), written);
        self.row(&[&[id.as_str(), row.law.vi, row.law.en, &counts, row.confidence.name(), &seen], own].concat());
    }

    fn fields<'a>(&mut self, rows: impl Iterator<Item = &'a FieldRow>) {
        self.head(&["number", "name", "vi", "en", "class", "sensitivity", "display", "bearing", "shape"]);
        for row in rows {
            let [class, sensitivity, shape] =
                [format!("{:?}", row.class), format!("{:?}", row.sensitivity), format!("{:?}", row.shape)]
                    .map(|s| spelt(&s));
            let number = row.field.number().to_string();
            let bearing = if row.bearing { "bearing" } else { "" };
            self.row(&[
                &number,
                &code(row.name),
                row.text.vi,
                row.text.en,
                &class,
                &sensitivity,
                row.display().name(),
                bearing,
                &shape,
            ]);
        }
    }
}

/// Holds a committed page against its printing, or writes it when blessing was asked for.
fn agrees(name: &str, printed: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("DOICHIEU_BLESS").is_some_and(|value| value == "1") {
        return fs::write(&path, printed).unwrap_or_else(|error| panic!("{name} cannot be written: {error}"));
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if committed != printed {
        panic!(
            "{name} is not what the tables print. DOICHIEU_BLESS=1 cargo test --test docs\n{}",
            hint(&committed, printed)
        );
    }
}

/// Lines that only one of the two has, a few of each.
fn hint(committed: &str, printed: &str) -> String {
    const SHOWN: usize = 5;
    let only = |mark: char, page: &str, other: &str| -> Vec<String> {
        let missing = page.lines().filter(|line| !other.lines().any(|known| known == *line));
        missing.take(SHOWN).map(|line| format!("{mark} {line}")).collect()
    };
    let differing = [only('-', committed, printed), only('+', printed, committed)].concat();
    if differing.is_empty() { "The same lines in another order or number.".to_owned() } else { differing.join("\n") }
}
