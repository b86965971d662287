//! `demo`: mints everything for a trial, writes it, reads the codes back from the pictures, and inspects them offline.

use crate::args::Scene;
use crate::card::Card;
use crate::failure::Failure;
use crate::page::Page;
use crate::scan::{self, Arrived};
use crate::trouble::Trouble;
use crate::{args, ask, files, inspect, stop, times};
use challenge::Challenged;
use code::Shown;
use doichieu::field::{Kind, Purpose};
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Roots, Seen};
use doichieu_kit::Seed;
use doichieu_kit::borrowed;
use doichieu_kit::scene::World;
use std::path::Path;
use std::sync::Arc;

mod challenge;
mod code;
mod story;

/// What the kit minted: only these bytes reach the inspection.
struct Minted {
    scene: Scene,
    purpose: Purpose,
    at: UnixTime,
    roots: Vec<u8>,
    bundle: Vec<u8>,
    post: Vec<u8>,
    challenged: Option<Challenged>,
    /// What each phone shows.
    phones: Vec<Shown>,
}

/// What an inspection came to.
struct Inspected {
    json: String,
    page: Page,
    exit: u8,
}

/// Runs the demo. Its exit code is that of the inspection.
pub(crate) fn run(of: &args::Demo, language: Language) -> Result<u8, Failure> {
    let (minted, inspector) = mint(of)?;
    let out = of.out.as_path();
    files::make_folder(out)?;
    write(&minted, out)?;
    let arrived = minted.phones.iter().map(|phone| read_back(phone, out, language));
    let arrived = arrived.collect::<Result<Vec<_>, _>>()?;
    let ask = minted.ask(&inspector)?;
    let card = Card { language, inspector: &inspector, purpose: minted.purpose, floor: None, verbose: false };
    let inspected = match minted.scene {
        Scene::BorrowedMotorbike => together(&card, &minted, &ask, arrived)?,
        _ => alone(&card, &minted, &ask, &arrived)?,
    };
    files::write(&out.join("report.json"), inspected.json.as_bytes())?;
    files::write(&out.join("command.txt"), story::command(&minted).as_bytes())?;
    story::before(&minted, out, language)?;
    inspected.page.show()?;
    story::next(&minted, out, language).show()?;
    Ok(inspected.exit)
}

/// Keys and salts of a seed on the command line.
pub(crate) fn seed(text: &str) -> Seed {
    Seed::new([0; 32]).child(text)
}

/// One showing.
fn alone(card: &Card<'_>, minted: &Minted, ask: &Ask, arrived: &[Arrived]) -> Result<Inspected, Failure> {
    let arrived = arrived.first().ok_or(Trouble::DemoNotReadBack)?;
    let report = inspect::inspect(card.inspector, arrived, ask, minted.at, &mut Memory::new());
    let mut report = report.map_err(|_| Trouble::DemoNotReadBack)?;
    let page = card.page(&mut report, minted.at);
    Ok(Inspected { json: report.to_json(), page, exit: inspect::exit(report.headline(), report.verdict()) })
}

/// Several phones of one stop.
fn together(card: &Card<'_>, minted: &Minted, ask: &Ask, arrived: Vec<Arrived>) -> Result<Inspected, Failure> {
    let names = minted.phones.iter().map(|phone| Some(phone.place()));
    let arrived = names.zip(arrived).collect();
    let mut held =
        stop::hold(card.inspector, &vec![ask.clone(); minted.phones.len()], arrived, minted.at, &mut Memory::new())?;
    let report = held.stop.judge(&Seen::default(), minted.at);
    let page = stop::page(card, &mut held, &report, minted.at);
    Ok(Inspected { json: stop::json(&held, &report), page, exit: stop::exit(&report) })
}

fn mint(of: &args::Demo) -> Result<(Minted, Inspector), Failure> {
    let mut world = World::demo();
    if of.at.is_some() || of.seed.is_some() {
        let now = of.at.map_or(world.now, UnixTime::seconds);
        world = World::new(of.seed.as_deref().map_or(world.seed, seed), now);
    }
    let (role, purpose) = match of.scene {
        Scene::TrafficStop | Scene::BorrowedMotorbike => ("traffic_police", Purpose::TRAFFIC_CONTROL),
        Scene::Clinic => ("clinic", Purpose::CLINIC_ADMISSION),
        Scene::Bank => ("bank", Purpose::BANK_ONBOARDING),
    };
    let at = times::or_now(UnixTime::new(world.now))?;
    let (roots, bundle, post) = (world.anchor(), world.bundle(), world.licence(role));
    let inspector = open(&roots, &bundle, &post)?;
    let (challenged, phones) = match of.scene {
        Scene::Bank => {
            let scene = world.open_choice("bank", &[Kind::IDENTITY]);
            let challenged = challenge::play(&world, &inspector, role, purpose, &scene)?;
            let shown = Shown::answered(&challenged.sealed, of.animated)?;
            (Some(challenged), vec![shown])
        }
        Scene::BorrowedMotorbike => {
            let [driver, owner] = borrowed::motorbike(&world);
            let phones = [("driver", driver), ("owner", owner)];
            let phones = phones.into_iter().map(|(name, scene)| Shown::by(name, &scene, of.animated));
            (None, phones.collect::<Result<_, _>>()?)
        }
        Scene::TrafficStop => (None, vec![Shown::alone(&world.traffic_stop(), of.animated)?]),
        Scene::Clinic => (None, vec![Shown::alone(&world.clinic(), of.animated)?]),
    };
    Ok((Minted { scene: of.scene, purpose, at, roots, bundle, post, challenged, phones }, inspector))
}

impl Minted {
    fn ask(&self, inspector: &Inspector) -> Result<Ask, Failure> {
        match &self.challenged {
            Some(challenged) => Ok(challenged.ask.clone()),
            None => Ok(inspector.unprompted(self.purpose)?),
        }
    }
}

fn write(minted: &Minted, out: &Path) -> Result<(), Failure> {
    files::write(&out.join("roots.dcb"), &minted.roots)?;
    files::write(&out.join("bundle.dcb"), &minted.bundle)?;
    files::write(&out.join("post.dcl"), &minted.post)?;
    if let Some(challenged) = &minted.challenged {
        ask::write(out, &challenged.text)?;
        ask::write_secret(&out.join(ask::SECRET), &challenged.secret)?;
    }
    minted.phones.iter().try_for_each(|phone| phone.write(out))?;
    files::write(&out.join("at.txt"), format!("{}\n", times::rfc3339(minted.at)).as_bytes())
}

/// What was written, read from its pictures as from a camera.
fn read_back(phone: &Shown, out: &Path, language: Language) -> Result<Arrived, Failure> {
    let arrived = scan::load_phone(&out.join(phone.place()), language)?;
    if phone.is_in(&arrived) { Ok(arrived) } else { Err(Trouble::DemoNotReadBack.into()) }
}

fn open(roots: &[u8], bundle: &[u8], post: &[u8]) -> Result<Inspector, Failure> {
    let roots = Roots::dangerous_test(roots)?;
    let bundle = Bundle::open(bundle, &roots, &mut Memory::new())?;
    let post = Post::open(post, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}
