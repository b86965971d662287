//! `demo`: mints everything for a trial, writes it, reads the QR back from the picture, and inspects it offline.

use crate::args::Scene;
use crate::card::Card;
use crate::failure::Failure;
use crate::scan::{self, Arrived};
use crate::{animation, args, ask, files, inspect, qr, times};
use challenge::Challenged;
use doichieu::field::{Kind, Purpose};
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Ask, Bundle, Inspector, Memory, Post, Roots};
use doichieu_kit::Seed;
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::scene::{self, World};
use doichieu_kit::{animated, answer};
use std::path::{Path, PathBuf};
use std::sync::Arc;

mod challenge;
mod story;

/// Characters of one code that a camera still reads from the screen of a phone; what is longer is shown in parts.
const MAX_STILL: usize = 2_500;

/// What the kit minted: only these bytes reach the inspection.
struct Minted {
    purpose: Purpose,
    at: UnixTime,
    roots: Vec<u8>,
    bundle: Vec<u8>,
    post: Vec<u8>,
    challenged: Option<Challenged>,
    code: Code,
}

/// What the citizen's phone shows.
enum Code {
    /// One code.
    Still(String),
    /// Several in a loop, and what they carry.
    Animated(Vec<String>, Vec<u8>),
}

/// Runs the demo. Its exit code is that of the inspection.
pub(crate) fn run(of: &args::Demo, language: Language) -> Result<u8, Failure> {
    let (minted, inspector) = mint(of)?;
    let out = of.out.as_path();
    files::make_folder(out)?;
    write(&minted, out)?;
    let arrived = scan::load_all(&[out.join(minted.code.place())], language)?;
    if !minted.code.is_in(&arrived) {
        return Err(unread("demo.not_read_back"));
    }
    let ask = minted.ask(&inspector)?;
    let mut report = inspect::inspect(&inspector, &arrived, &ask, minted.at, &mut Memory::new())
        .map_err(|why| unread(why.reason().code()))?;
    files::write(&out.join("report.json"), report.to_json().as_bytes())?;
    files::write(&out.join("command.txt"), story::command(&minted).as_bytes())?;
    let card = Card { language, inspector: &inspector, purpose: minted.purpose, floor: None, verbose: false };
    story::before(&minted, out, language)?;
    card.page(&mut report, minted.at).show()?;
    story::next(&minted, out, language).show()?;
    Ok(inspect::exit(&report))
}

/// Keys and salts of a seed on the command line.
pub(crate) fn seed(text: &str) -> Seed {
    Seed::new([0; 32]).child(text)
}

fn mint(of: &args::Demo) -> Result<(Minted, Inspector), Failure> {
    let mut world = World::demo();
    if of.at.is_some() || of.seed.is_some() {
        let now = of.at.map_or(world.now, UnixTime::seconds);
        world = World::new(of.seed.as_deref().map_or(world.seed, seed), now);
    }
    let (role, purpose, scene) = match of.scene {
        Scene::TrafficStop => ("traffic_police", Purpose::TRAFFIC_CONTROL, world.traffic_stop()),
        Scene::Clinic => ("clinic", Purpose::CLINIC_ADMISSION, world.clinic()),
        Scene::Bank => ("bank", Purpose::BANK_ONBOARDING, world.open_choice("bank", &[Kind::IDENTITY])),
    };
    let at = times::or_now(UnixTime::new(world.now))?;
    let (roots, bundle, post) = (world.anchor(), world.bundle(), world.licence(role));
    let inspector = open(&roots, &bundle, &post)?;
    let challenged = match of.scene {
        Scene::Bank => Some(challenge::play(&world, &inspector, role, purpose, &scene)?),
        _ => None,
    };
    let code = code(&scene, challenged.as_ref(), of.animated)?;
    Ok((Minted { purpose, at, roots, bundle, post, challenged, code }, inspector))
}

/// One code where that is enough, else several.
fn code(scene: &scene::Scene, challenged: Option<&Challenged>, animate: bool) -> Result<Code, Failure> {
    let (text, carried, what) = match challenged {
        Some(of) => (answer::text(&of.sealed), of.sealed.clone(), animated::SEALED_ANSWER),
        None => {
            let carried = scene.present().frame(Deflate::WhenItPays);
            (frame::text(&carried), carried, animated::PRESENTATION)
        }
    };
    if !animate && text.len() <= MAX_STILL {
        return Ok(Code::Still(text));
    }
    animation::texts(&carried, what).map(|texts| Code::Animated(texts, carried)).ok_or_else(|| unread("demo.too_long"))
}

impl Code {
    /// Where its pictures are, in the demo's folder.
    fn place(&self) -> PathBuf {
        PathBuf::from(match self {
            Self::Still(_) => "scan.png",
            Self::Animated(..) => "frames",
        })
    }

    /// Whether this is what was read back from them.
    fn is_in(&self, arrived: &Arrived) -> bool {
        match (self, arrived) {
            (Self::Still(text), Arrived::Text(read)) => text == read,
            (Self::Animated(_, carried), Arrived::Whole(_, read)) => carried == read,
            _ => false,
        }
    }
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
    match &minted.code {
        Code::Still(text) => {
            files::write(&out.join("scan.txt"), format!("{text}\n").as_bytes())?;
            files::write(&out.join("scan.png"), &qr::png(text)?)?;
        }
        Code::Animated(texts, _) => animation::write(&out.join("frames"), texts)?,
    }
    files::write(&out.join("at.txt"), format!("{}\n", times::rfc3339(minted.at)).as_bytes())
}

fn open(roots: &[u8], bundle: &[u8], post: &[u8]) -> Result<Inspector, Failure> {
    let roots = Roots::dangerous_test(roots)?;
    let bundle = Bundle::open(bundle, &roots, &mut Memory::new())?;
    let post = Post::open(post, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}

fn unread(code: &'static str) -> Failure {
    Failure::device(
        code,
        "Không đọc lại được mã từ ảnh đã ghi. Thử lại với --seed khác.".to_owned(),
        "The code could not be read back from the pictures written. Try another --seed.".to_owned(),
    )
}
