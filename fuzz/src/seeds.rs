//! Where mutation starts: what the kit mints, written before libFuzzer reads its corpus.

use crate::WORLD;
use crate::challenged::{CHALLENGED, answer_text};
use doichieu::{Memory, Scan};
use doichieu_kit::late;
use std::{env, fs, path::PathBuf};

/// Names the folder of a target's corpus. `fuzz/smoke` sets it; without it a target fuzzes what its corpus holds.
const FOLDER: &str = "DOICHIEU_FUZZ_SEEDS";

/// Writes the seeds of a target.
pub fn write(of: fn() -> Vec<Vec<u8>>) {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("the folder of the corpus");
    for (number, seed) in of().iter().enumerate() {
        fs::write(folder.join(format!("minted-{number}")), seed).expect("a seed");
    }
}

/// A code's text as it is, and within what scanners and programs put around it.
fn arriving(text: &str) -> [Vec<u8>; 2] {
    [text.to_owned(), format!("\u{feff}]Q1{text}\r\n\0")].map(String::into_bytes)
}

/// Every showing as the text of a code, in clear and deflated.
pub fn texts() -> Vec<Vec<u8>> {
    WORLD.minted.texts().flat_map(|text| arriving(text)).collect()
}

/// The print of everybody's cards.
pub fn printed() -> Vec<Vec<u8>> {
    crate::minted::printed().into_iter().map(String::into_bytes).collect()
}

/// Identity codes bound to no key, as bytes and as text, signed and not.
pub fn codes() -> Vec<Vec<u8>> {
    let minted = &crate::codes::CODES.minted;
    minted.frames.iter().cloned().chain(minted.texts.iter().flat_map(|text| arriving(text))).collect()
}

/// The same as frames.
pub fn frames() -> Vec<Vec<u8>> {
    WORLD.minted.frames.clone()
}

/// The bundle, the one after it, and the delta between them.
pub fn bundles() -> Vec<Vec<u8>> {
    let (held, next) = (&WORLD.minted.bundle, &WORLD.minted.next);
    let delta = doichieu::Bundle::delta_between(held, next).expect("both are whole files");
    vec![held.clone(), next.clone(), delta]
}

/// The ask, as bytes and as the text of its code.
pub fn asks() -> Vec<Vec<u8>> {
    [CHALLENGED.ask.clone()].into_iter().chain(arriving(CHALLENGED.challenge.text())).collect()
}

/// The answer to it, likewise.
pub fn answers() -> Vec<Vec<u8>> {
    [CHALLENGED.sealed.clone()].into_iter().chain(arriving(&answer_text(&CHALLENGED.sealed))).collect()
}

/// The post's mandate.
pub fn mandates() -> Vec<Vec<u8>> {
    vec![WORLD.minted.mandate.clone()]
}

/// The consent that the post kept.
pub fn consents() -> Vec<Vec<u8>> {
    vec![crate::consents::KEPT.clone()]
}

/// Every file and code there is.
pub fn files() -> Vec<Vec<u8>> {
    let all = [bundles, asks, answers, mandates, consents, memories, frames, texts, printed];
    let mut files: Vec<_> = all.iter().flat_map(|of| of()).collect();
    files.push(WORLD.minted.roots.clone());
    files
}

/// A memory of nothing, one of the bundle, and one of every showing.
pub fn memories() -> Vec<Vec<u8>> {
    let empty = Memory::new();
    let mut opened = Memory::new();
    doichieu::Bundle::open(&WORLD.minted.bundle, &WORLD.roots, late(), &mut opened).expect("a bundle of the kit opens");
    let mut full = Memory::from_bytes(&opened.to_bytes()).expect("what was just stored");
    for frame in &WORLD.minted.frames {
        let _ = WORLD.inspect(Scan::frame(frame), &mut full);
    }
    [empty, opened, full].iter().map(Memory::to_bytes).collect()
}
