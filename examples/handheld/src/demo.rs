//! `demo`: mints everything for a trial, writes it, reads the codes back from the pictures, and inspects them offline.

use crate::card::{self, Card};
use crate::failure::Failure;
use crate::inspect::Judged;
use crate::page::{self, FAINT, Page, STRONG, styled};
use crate::plain::{self, Beside, Print};
use crate::scan::{self, Arrived};
use crate::trouble::Trouble;
use crate::{args, ask, encounter, encounter_seed, files, inspect, nothing, picked, times};
use challenge::Challenged;
use code::Shown;
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, EncounterSeed, Inspector, LegalBasis, Memory, Post, Roots, Seen, Vehicle};
use doichieu_kit::Seed;
use doichieu_kit::scene::World;
use scenes::{ROWS, Row, Shows};
use std::path::Path;
use std::slice;
use std::sync::Arc;

mod challenge;
mod code;
pub(crate) mod scenes;
mod story;

/// What the kit minted: only these bytes reach the inspection.
struct Minted {
    row: &'static Row,
    at: UnixTime,
    seed: [u8; 32],
    roots: Vec<u8>,
    bundle: Vec<u8>,
    post: Vec<u8>,
    challenged: Option<Challenged>,
    /// What each phone shows.
    phones: Vec<Shown>,
    /// What is printed on a card.
    print: Option<Shown>,
}

/// What an inspection came to.
struct Inspected {
    json: String,
    page: Page,
    exit: u8,
}

/// Runs the demo. Its exit code is that of the inspection.
pub(crate) fn run(of: &args::Demo, language: Language) -> Result<u8, Failure> {
    let Some(row) = of.scene else { return list(language).map(|()| 0) };
    let (minted, inspector) = mint(of, row)?;
    let out = of.out.as_path();
    files::make_folder(out)?;
    write(&minted, out)?;
    let arrived = minted.phones.iter().map(|phone| read_back(phone, out, language));
    let arrived = arrived.collect::<Result<Vec<_>, _>>()?;
    let veil = of.sensitive.veil();
    let card = Card::plain(language, &inspector, row.post.purpose(), veil);
    let print = minted.print.as_ref().map(|print| read_back(print, out, language)).transpose()?;
    let inspected = inspected(&card, &minted, arrived, print)?;
    files::write(&out.join("report.json"), inspected.json.as_bytes())?;
    files::write(&out.join("command.txt"), story::command(&minted).as_bytes())?;
    story::before(&minted, out, language)?;
    inspected.page.show()?;
    story::next(&minted, out, language).show()?;
    Ok(inspected.exit)
}

/// Every situation, with what happens in it.
fn list(language: Language) -> Result<(), Failure> {
    let mut page = Page::default();
    for row in ROWS {
        let number = styled(FAINT, &format!("{:3}", row.number));
        page.hang(
            &format!(" {number} {}  ", page::padded(&styled(STRONG, row.name), NAMES)),
            STYLE,
            row.title.of(language),
        );
    }
    page.show()
}

/// Columns of the names.
const NAMES: usize = 23;
const STYLE: anstyle::Style = anstyle::Style::new();

fn inspected(
    card: &Card<'_>,
    minted: &Minted,
    arrived: Vec<Arrived>,
    print: Option<Arrived>,
) -> Result<Inspected, Failure> {
    match minted.row.shown {
        Shows::Two(_) => together(card, minted, arrived),
        Shows::One(_) | Shows::Answer(_) | Shows::Static(..) => alone(card, minted, arrived, None),
        Shows::Print(_) | Shows::Beside(..) => {
            let reading = plain::read(&print.ok_or(Trouble::DemoNotReadBack)?).map_err(|_| Trouble::DemoNotReadBack)?;
            let print = Print { reading: &reading, language: card.language, veil: card.veil };
            if minted.phones.is_empty() {
                return Ok(Inspected {
                    json: print.as_json(None, false)?.to_string(),
                    page: print.page(None),
                    exit: 0,
                });
            }
            alone(card, minted, arrived, Some(&print))
        }
        Shows::Foreign(_) => without_code(card, minted, &arrived),
        Shows::Number(kind, number) => {
            let only = card.inspector.number_only(card.purpose, kind, number, minted.at)?;
            let page = nothing::number_page(card, &only, minted.at);
            Ok(Inspected { json: only.to_json(), page, exit: nothing::EXIT })
        }
    }
}

/// Keys and salts of a seed on the command line.
pub(crate) fn seed(text: &str) -> Seed {
    Seed::new([0; 32]).child(text)
}

/// One showing, and a print held against it.
fn alone(
    card: &Card<'_>,
    minted: &Minted,
    arrived: Vec<Arrived>,
    print: Option<&Print<'_>>,
) -> Result<Inspected, Failure> {
    let ask = inspect::beside(minted.ask(card.inspector)?, minted.vehicle(), None);
    let arrived: Vec<_> = arrived.into_iter().map(|arrived| (None, arrived)).collect();
    let mut collected =
        encounter::collect(card.inspector, slice::from_ref(&ask), &arrived, minted.at, &mut Memory::new())?;
    let judged = Judged::new(&ask, collected.encounter.judge(&minted.seen(), minted.at), minted.at);
    let report = collected.encounter.reports_mut().first_mut().ok_or(Trouble::DemoNotReadBack)?;
    let exit = judged.exit(report);
    if let Some(print) = print {
        let encounter = judged.beside(report);
        let mut beside = Beside { card, report, encounter };
        let json = print.as_json(Some(&mut beside), false)?.to_string();
        return Ok(Inspected { json, page: print.page(Some(&mut beside)), exit });
    }
    let page = judged.page(card, report);
    Ok(Inspected { json: report.to_json(), page, exit })
}

/// Several phones of one encounter.
fn together(card: &Card<'_>, minted: &Minted, arrived: Vec<Arrived>) -> Result<Inspected, Failure> {
    let asks = vec![minted.ask(card.inspector)?; minted.phones.len()];
    let names = minted.phones.iter().map(|phone| Some(phone.place()));
    let arrived: Vec<_> = names.zip(arrived).collect();
    let mut collected = encounter::collect(card.inspector, &asks, &arrived, minted.at, &mut Memory::new())?;
    let report = collected.encounter.judge(&minted.seen(), minted.at);
    let page = encounter::page(card, &mut collected, &report, minted.at);
    Ok(Inspected { json: encounter::json(&collected, &report), page, exit: encounter::exit(&report) })
}

/// A code that this device does not read, and what may be done then.
fn without_code(card: &Card<'_>, minted: &Minted, arrived: &[Arrived]) -> Result<Inspected, Failure> {
    let arrived = arrived.first().ok_or(Trouble::DemoNotReadBack)?;
    let ask = minted.ask(card.inspector)?;
    let Err(why) = inspect::inspect(card.inspector, arrived, &ask, minted.at, &mut Memory::new()) else {
        return Err(Trouble::DemoNotReadBack.into());
    };
    let all = nothing::needed(card.inspector, card.purpose, minted.at)?;
    let mut page = card::scan_again(card, &why);
    page.gap().heavy_rule().gap();
    nothing::add(card, &mut page, &all, minted.at);
    Ok(Inspected { json: nothing::json(&all, false), page, exit: nothing::EXIT })
}

fn mint(of: &args::Demo, row: &'static Row) -> Result<(Minted, Inspector), Failure> {
    let now = of.at.map_or(row.now, UnixTime::seconds);
    let mut world = World::new(of.seed.as_deref().map_or(World::demo().seed, seed), now);
    world = world.with_person((row.person)());
    world.signs_consent = true;
    (row.day)(&mut world);
    let at = times::or_now(UnixTime::new(world.now))?.plus(row.later);
    let (roots, bundle, post) = (world.anchor(), world.bundle(), world.mandate(row.post.name()));
    let seed = world.seed.bytes("encounter");
    let inspector = open(&roots, &bundle, &post, at)?;
    let mut challenged = None;
    let print = match row.shown {
        Shows::Print(text) | Shows::Beside(text, _) => Some(Shown::print(text(&world))),
        _ => None,
    };
    let phones = match row.shown {
        Shows::One(scene) | Shows::Beside(_, scene) => vec![Shown::alone(&scene(&world), of.animated)?],
        Shows::Two(scenes) => {
            let [driver, owner] = scenes(&world);
            vec![Shown::by("driver", &driver, of.animated)?, Shown::by("owner", &owner, of.animated)?]
        }
        Shows::Answer(scene) => {
            let played = challenge::play(&world, &inspector, row.post, &scene(&world), &EncounterSeed::new(seed))?;
            let shown = Shown::answered(&played.sealed, of.animated)?;
            challenged = Some(played);
            vec![shown]
        }
        Shows::Foreign(text) | Shows::Static(text, _) => vec![Shown::foreign(text(&world))],
        Shows::Number(..) | Shows::Print(_) => Vec::new(),
    };
    Ok((Minted { row, at, seed, roots, bundle, post, challenged, phones, print }, inspector))
}

impl Minted {
    fn ask(&self, inspector: &Inspector) -> Result<Ask, Failure> {
        match &self.challenged {
            Some(challenged) => Ok(challenged.ask.clone()),
            None => {
                let seed = EncounterSeed::new(self.seed);
                Ok(inspect::unprompted(inspector, self.row.post.purpose(), self.basis().as_ref(), &seed)?)
            }
        }
    }

    /// The legal basis that the post names.
    fn basis(&self) -> Option<LegalBasis> {
        match self.row.shown {
            Shows::Static(_, basis) => basis.and_then(LegalBasis::new),
            _ => None,
        }
    }

    /// The vehicle that the officer picks.
    fn vehicle(&self) -> Option<Vehicle> {
        Some(self.row.vehicle).filter(|vehicle| !vehicle.is_empty()).and_then(|vehicle| picked::read(vehicle).ok())
    }

    fn seen(&self) -> Seen {
        self.vehicle().map_or_else(Seen::default, |vehicle| Seen::default().for_vehicle(vehicle))
    }
}

fn write(minted: &Minted, out: &Path) -> Result<(), Failure> {
    files::write(&out.join("roots.dcr"), &minted.roots)?;
    files::write(&out.join("bundle.dcb"), &minted.bundle)?;
    files::write(&out.join("post.dcl"), &minted.post)?;
    if let Some(challenged) = &minted.challenged {
        ask::write(out, &challenged.text)?;
        ask::write_secret(&out.join(ask::SECRET), &challenged.secret)?;
    }
    minted.phones.iter().chain(&minted.print).try_for_each(|phone| phone.write(out))?;
    encounter_seed::write(&out.join("encounter.txt"), &minted.seed)?;
    files::write(&out.join("at.txt"), format!("{}\n", times::rfc3339(minted.at)).as_bytes())
}

/// What was written, read from its pictures as from a camera.
fn read_back(phone: &Shown, out: &Path, language: Language) -> Result<Arrived, Failure> {
    let arrived = scan::load_phone(&out.join(phone.place()), language)?;
    if phone.is_in(&arrived) { Ok(arrived) } else { Err(Trouble::DemoNotReadBack.into()) }
}

fn open(roots: &[u8], bundle: &[u8], post: &[u8], at: UnixTime) -> Result<Inspector, Failure> {
    let roots = Roots::dangerous_test(roots)?;
    let bundle = Bundle::open(bundle, &roots, at, &mut Memory::new())?;
    let post = Post::open(post, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}
