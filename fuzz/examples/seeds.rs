//! Writes what the kit mints as seeds: `cargo run --example seeds -- fuzz/corpus`.

use doichieu::Memory;
use doichieu_fuzz::WORLD;
use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let corpus = env::args_os().nth(1).expect("the folder of the corpus");
    let corpus = Path::new(&corpus);
    let minted = &WORLD.minted;
    for (number, (text, frame)) in minted.texts().zip(&minted.frames).enumerate() {
        seed(corpus, "scan_text", number, text.as_bytes())?;
        seed(corpus, "frame", number, frame)?;
    }
    for (number, codes) in minted.animations.iter().enumerate() {
        seed(corpus, "frames", number, codes.join("\n").as_bytes())?;
    }
    seed(corpus, "bundle", 0, &minted.bundle)?;
    seed(corpus, "licence", 0, &minted.licence)?;

    let mut memory = Memory::new();
    seed(corpus, "memory", 0, &memory.to_bytes())?;
    for frame in &minted.frames {
        let _ = WORLD.inspect(doichieu::Scan::frame(frame), &mut memory);
    }
    seed(corpus, "memory", 1, &memory.to_bytes())
}

fn seed(corpus: &Path, target: &str, number: usize, bytes: &[u8]) -> io::Result<()> {
    let folder = corpus.join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("minted-{number}")), bytes)
}
