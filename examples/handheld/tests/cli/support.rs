//! Running the program, and files for it.

use doichieu_kit::scene::World;
use fast_qr::{ECL, Mode, QRBuilder};
use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_doichieu");

/// What a run came to.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Answer {
    /// Standard output, but for the error that stands there alone where a program asked for JSON: what was said of
    /// anybody.
    pub(crate) fn beside_error(&self) -> &str {
        let json = serde_json::from_str::<serde_json::Value>(&self.stdout).unwrap_or_default();
        let alone = json.as_object().is_some_and(|members| members.keys().eq(["error"]));
        if alone { "" } else { &self.stdout }
    }
}

/// Runs the program with nothing on its standard input.
pub(crate) fn run(arguments: &[impl AsRef<str>]) -> Answer {
    run_with_input(arguments, b"")
}

/// Runs the program with these bytes on its standard input.
pub(crate) fn run_with_input(arguments: &[impl AsRef<str>], input: &[u8]) -> Answer {
    let mut child = start(Command::new(BINARY).args(arguments.iter().map(AsRef::as_ref)));
    // A program that reads no input may be gone before it is written.
    let _ = child.stdin.take().unwrap().write_all(input);
    finish(child)
}

/// Starts a program, and leaves it to itself.
pub(crate) fn start(command: &mut Command) -> Child {
    // A width that a test sets stays; one of the terminal behind the tests does not reach the program.
    if !command.get_envs().any(|(name, _)| name == "COLUMNS") {
        command.env_remove("COLUMNS");
    }
    command.env_remove("CLICOLOR_FORCE").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// Waits for what it comes to.
pub(crate) fn finish(child: Child) -> Answer {
    let output = child.wait_with_output().unwrap();
    Answer {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Says past the capture of the test harness that a test was skipped, and why.
#[cfg(unix)]
pub(crate) fn skipped(why: &str) {
    let thread = std::thread::current();
    let line = format!("SKIPPED: {}: {why}\n", thread.name().unwrap_or("a test"));
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// An empty folder of this name.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A demo in a folder of this name.
pub(crate) fn demo(name: &str, scene: &str) -> PathBuf {
    let out = folder(name);
    assert_eq!(run(&["demo", scene, "--out", out.to_str().unwrap()]).code, 0);
    out
}

/// A device's files, and when and why it inspects.
pub(crate) struct Files {
    pub(crate) folder: PathBuf,
    at: String,
}

impl Files {
    /// Those of a traffic stop's demo.
    pub(crate) fn of_demo(folder: &Path) -> Self {
        let at = fs::read_to_string(folder.join("at.txt")).unwrap().trim_end().to_owned();
        Self { folder: folder.to_owned(), at }
    }

    /// Those of a traffic officer in a world of the kit, at the time of the demos.
    pub(crate) fn of_world(name: &str, world: &World) -> Self {
        let folder = folder(name);
        fs::write(folder.join("roots.dcr"), world.anchor()).unwrap();
        fs::write(folder.join("bundle.dcb"), world.bundle()).unwrap();
        fs::write(folder.join("post.dcl"), world.mandate("traffic_police")).unwrap();
        Self { folder, at: "2026-11-18T18:06:40+07:00".to_owned() }
    }

    /// The arguments of an inspection, with more behind.
    pub(crate) fn arguments(&self, more: &[&str]) -> Vec<String> {
        self.arguments_of("inspect", more)
    }

    /// Those of another command.
    pub(crate) fn arguments_of(&self, command: &str, more: &[&str]) -> Vec<String> {
        let file = |name: &str| self.folder.join(name).to_str().unwrap().to_owned();
        let (roots, bundle, post) = (file("roots.dcr"), file("bundle.dcb"), file("post.dcl"));
        let own = [command, "--allow-test-root", "--roots", &roots, "--bundle", &bundle, "--post", &post];
        let mut words = own.to_vec();
        for (option, value) in [("--purpose", "traffic_control"), ("--at", self.at.as_str())] {
            if !more.contains(&option) {
                words.extend([option, value]);
            }
        }
        let encounter = file("encounter.txt");
        if !more.contains(&"--encounter") && !matches!(command, "nothing" | "number") {
            words.extend(["--encounter", &encounter]);
        }
        words.iter().chain(more).map(|word| (*word).to_owned()).collect()
    }

    /// Where a file of the folder is.
    pub(crate) fn word(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// Inspects, and does not wait for what it comes to.
    pub(crate) fn start(&self, more: &[&str]) -> Child {
        start(Command::new(BINARY).args(self.arguments(more)))
    }

    /// Inspects.
    pub(crate) fn inspect(&self, more: &[&str]) -> Answer {
        run(&self.arguments(more))
    }
}

/// The code of a text in byte mode, as cards and other apps have it, with its quiet zone; a module is so many pixels
/// wide.
pub(crate) fn qr(text: &str, scale: usize) -> GrayImage {
    let code = QRBuilder::new(text).mode(Mode::Byte).ecl(ECL::M).build().unwrap();
    let side = u32::try_from((code.size + 8) * scale).unwrap();
    let module = |x: u32, y: u32| {
        let at = |pixel: u32| (pixel as usize / scale).checked_sub(4).filter(|module| *module < code.size);
        Some(code.data[at(y)? * code.size + at(x)?].value())
    };
    GrayImage::from_fn(side, side, |x, y| Luma([if module(x, y) == Some(true) { 0 } else { 255 }]))
}

/// Pictures on one grey table, each at its place.
pub(crate) fn table(width: u32, height: u32, pictures: &[(&GrayImage, i64, i64)]) -> GrayImage {
    let mut table = GrayImage::from_pixel(width, height, Luma([150]));
    for (picture, x, y) in pictures {
        image::imageops::replace(&mut table, *picture, *x, *y);
    }
    table
}

/// A picture as a hand-held camera takes it: smaller, turned by four degrees, flat, noisy, and as a JPEG.
pub(crate) fn photograph(picture: &Path) -> Vec<u8> {
    let code = image::open(picture).unwrap().into_luma8();
    let (side, (sin, cos)) = (1100_u32, 4_f32.to_radians().sin_cos());
    let mut noise = 12_345_u32;
    let photo = GrayImage::from_fn(side, side, |x, y| {
        let (dx, dy) = (x as f32 - 550.0, y as f32 - 550.0);
        let middle = code.width() as f32 / 2.0;
        let (from_x, from_y) = ((dx * cos + dy * sin) * 1.07 + middle, (dy * cos - dx * sin) * 1.07 + middle);
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 24) as f32 / 255.0 * 30.0 - 15.0;
        Luma([(between(&code, from_x, from_y) * 0.6 + 60.0 + grain) as u8])
    });
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 80).encode_image(&photo).unwrap();
    file
}

/// The brightness between four pixels; a grey table around the picture.
fn between(picture: &GrayImage, x: f32, y: f32) -> f32 {
    let at = |x: f32, y: f32| {
        let inside = x >= 0.0 && y >= 0.0 && x < picture.width() as f32 && y < picture.height() as f32;
        if inside { f32::from(picture.get_pixel(x as u32, y as u32).0[0]) } else { 150.0 }
    };
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let upper = at(left, top) * (1.0 - right) + at(left + 1.0, top) * right;
    let lower = at(left, top + 1.0) * (1.0 - right) + at(left + 1.0, top + 1.0) * right;
    upper * (1.0 - down) + lower * down
}

/// A script that starts these tests in the background has them ignore SIGINT, and every command that they start: nothing
/// would end it.
pub(crate) fn ignores_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    mask.is_some_and(|mask| mask & 2 != 0)
}
